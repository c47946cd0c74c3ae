"""Django's admin, with our own site in place of its own."""

from django.contrib.admin.apps import AdminConfig


class DeskConfig(AdminConfig):
    """Django's admin as it is, but for who gets in."""

    default_site = "newsarchive.accounts.site.DeskSite"
