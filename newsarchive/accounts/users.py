"""Who works here, as administrators see them at the desk."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest


class DeskUserAdmin(UserAdmin):
    """Superusers are there for superusers alone, who alone make others.

    Who could change the password of one would be one.
    """

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        fields = super().get_readonly_fields(request, obj)
        return fields if _is_superuser(request) else [*fields, "is_superuser"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        users = super().get_queryset(request)
        return users if _is_superuser(request) else users.filter(is_superuser=False)


def _is_superuser(request: HttpRequest) -> bool:
    return bool(getattr(request.user, "is_superuser", False))


def take_the_place_of_djangos() -> None:
    """Once the applications have registered their own."""
    admin.site.unregister(User)
    admin.site.register(User, DeskUserAdmin)
