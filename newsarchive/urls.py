"""The admin, and the site."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path
from django.utils.translation import gettext_lazy as _

admin.site.site_header = admin.site.site_title = settings.SITE_NAME
admin.site.index_title = _("Newsroom")

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("articles.urls")),
]
handler404 = "articles.views.missing.page_not_found"
handler500 = "newsarchive.failures.server_error"
