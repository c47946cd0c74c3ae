"""Sources and categories at the desk."""

from django.contrib import admin

from articles.admin.desk import DeskAdmin
from articles.admin_forms import NamedForm
from articles.models import Category, Source


class NamedAdmin(DeskAdmin):
    """Sources and categories."""

    form = NamedForm
    list_display = ["name", "name_ur", "slug"]
    search_fields = ["name", "name_ur"]
    prepopulated_fields = {"slug": ["name"]}


@admin.register(Category)
class CategoryAdmin(NamedAdmin):
    pass


@admin.register(Source)
class SourceAdmin(NamedAdmin):
    list_display = ["name", "name_ur", "domain"]
    search_fields = ["name", "name_ur", "domain"]
