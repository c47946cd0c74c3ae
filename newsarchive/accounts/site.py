"""The admin's site: a password alone opens it only where no second step is asked."""

from collections.abc import Callable
from typing import Any, ClassVar

from django.conf import settings
from django.contrib import admin
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, path, reverse
from django.utils.http import urlencode

from newsarchive.accounts import second_step


class DeskSite(admin.AdminSite):
    """Asks those who gave their password for a second step, before anything else."""

    # What applications show on the first page: each gives names to its template.
    front_page: ClassVar[list[Callable[[HttpRequest], dict[str, Any]]]] = []

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        shown = dict(extra_context or {})
        for part in self.front_page:
            shown |= part(request)
        return super().index(request, shown)

    def has_permission(self, request: HttpRequest) -> bool:
        if not super().has_permission(request):
            return False
        # The middleware of django-otp gives every user this method.
        return not settings.TWO_FACTOR or request.user.is_verified()  # type: ignore[union-attr]

    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        is_half_way = second_step.knows_password(request) and settings.TWO_FACTOR
        if is_half_way and not self.has_permission(request):
            following = {REDIRECT_FIELD_NAME: request.GET.get(REDIRECT_FIELD_NAME, "")}
            address = reverse(f"{self.name}:second_step")
            return redirect(f"{address}?{urlencode(following)}")
        return super().login(request, extra_context)

    def get_urls(self) -> list[URLPattern | URLResolver]:
        codes = self.admin_view(second_step.recovery_codes)
        site = {"site": self}
        return [
            path("second-step/", second_step.ask, site, name="second_step"),
            path("recovery-codes/", codes, site, name="recovery_codes"),
            # Django's own is for those alone who have got in; half way is in, too.
            path("logout/", self.logout, name="logout"),
            *super().get_urls(),
        ]

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        return super().each_context(request) | {"has_second_step": settings.TWO_FACTOR}
