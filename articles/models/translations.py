"""Facing pages: the same story in English and in Urdu, tied together by an editor."""

from typing import Any, Self

from django.db import models, transaction
from django.db.models import CheckConstraint, F, Q
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article


class TranslationQuerySet(models.QuerySet["Translation"]):
    """Pairs of articles."""

    def with_article(self, article: Article) -> Self:
        """The pair that an article is in, if it is in one."""
        return self.filter(Q(english=article) | Q(urdu=article))

    def of(self, article: Article) -> Article | None:
        """What an article is tied to, in public or not."""
        pair = article.pk and self.with_article(article).first()
        if not pair:
            return None
        return pair.urdu if pair.english_id == article.pk else pair.english

    @transaction.atomic
    def tie(self, article: Article, other: Article | None) -> None:
        """Make the other one its only translation; with none, it has none any more."""
        self.with_article(article).delete()
        if other:
            named: dict[str, Any] = {_SIDES[a.language]: a for a in (article, other)}
            self.create(**named)


# One row is both directions, so that neither can be without the other; and of each side
# an article stands in one row at most.
class Translation(models.Model):
    """An English and an Urdu article that are translations of each other."""

    english = models.OneToOneField(
        Article,
        models.CASCADE,
        related_name="as_english",
        db_constraint=False,  # the table has one that deletes with the article
    )
    urdu = models.OneToOneField(
        Article,
        models.CASCADE,
        related_name="as_urdu",
        db_constraint=False,
    )

    objects = TranslationQuerySet.as_manager()

    class Meta:
        verbose_name = _("translation")
        verbose_name_plural = _("translations")
        constraints = [
            CheckConstraint(
                name="translation_is_another_article",
                condition=~Q(english=F("urdu")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.english_id} = {self.urdu_id}"


_SIDES = {"en": "english", "ur": "urdu"}
LANGUAGES = frozenset(_SIDES)
