"""The application's configuration."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    """News articles: importing, browsing, searching and editing them."""

    name = "articles"
    verbose_name = _("News archive")

    def ready(self) -> None:
        from articles.editors import make_groups

        post_migrate.connect(make_groups, sender=self)
