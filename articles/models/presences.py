"""Who has the form of an article open, in which window, and was there when."""

from django.conf import settings
from django.db import models
from django.db.models import UniqueConstraint
from django.utils import timezone

from articles.models.article import Article


class Presence(models.Model):
    """An editor at an article, as long as the window says so every few seconds."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    article = models.ForeignKey(
        Article,
        models.CASCADE,
        related_name="+",
        db_constraint=False,  # the table has one that deletes with the article
    )
    key = models.UUIDField()  # of the form, as that of an autosave
    since = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ()
        constraints = [
            UniqueConstraint(name="presence_at_a_form_is_one", fields=["user", "key"])
        ]

    def __str__(self) -> str:
        return f"{self.user_id} at {self.article_id}"
