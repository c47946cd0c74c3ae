"""What searches read: the database keeps it by triggers, and nothing else writes it.

Readers' searches read the view `articles_publicentry`, which has the entries of what is
in public at that moment (migration 0012).
"""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.functions import TransactionNow
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVectorField
from django.db import models, transaction
from django.db.models import F, Q

from articles.models.article import Article
from articles.models.labels import Source


class SearchEntryQuerySet(models.QuerySet["SearchEntry"]):
    """Entries of the search."""

    def settle(self) -> int:
        """Let the kept counts have those whose moment has come; says how many.

        Nobody sees a difference: until then they are counted live, one by one. What
        somebody else is changing at this moment is left to the next time.
        """
        due = self.filter(visible_from__lte=TransactionNow())
        with transaction.atomic():
            found = due.order_by("pk").select_for_update(skip_locked=True)
            return self.filter(pk__in=list(found.values_list("pk", flat=True))).update(
                visible_from=None
            )


class SearchEntry(models.Model):
    """An article as the search finds it; `day` is empty unless it is published.

    The vector holds the words of the article and the keys of its labels and days
    (articles/search/postgres/keys.py).
    """

    article = models.OneToOneField(
        Article,
        models.CASCADE,
        primary_key=True,
        related_name="entry",
        db_constraint=False,  # the table has one that deletes with the article
    )
    day = models.DateField(null=True)
    visible_from = models.DateTimeField(null=True)  # while that is still to come
    language = models.CharField(max_length=35)
    source = models.ForeignKey(
        Source,
        models.DO_NOTHING,
        null=True,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )
    category_ids = ArrayField(models.BigIntegerField())
    vector = SearchVectorField()

    objects = SearchEntryQuerySet.as_manager()

    class Meta:
        indexes = [
            # Without a list of what is to be inserted: readers would search it whole.
            GinIndex(fields=["vector"], name="search_entry_vector", fastupdate=False),
            models.Index(
                F("article").desc(),
                name="search_entry_no_category",
                condition=Q(category_ids=[]),
            ),
            models.Index(
                F("visible_from"),
                name="search_entry_to_come",
                condition=Q(visible_from__isnull=False),
            ),
            models.Index(
                F("day").desc(),
                F("article").desc(),
                name="search_entry_newest_first",
                condition=Q(day__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"search entry of article {self.article_id}"


class Word(models.Model):
    """A word of a headline, folded: what a slip of the pen may have meant."""

    word = models.TextField(primary_key=True)

    class Meta:
        indexes = [
            GinIndex(OpClass(F("word"), "gin_trgm_ops"), name="word_trigrams"),
            models.Index(
                OpClass(F("word"), "text_pattern_ops"), name="word_beginnings"
            ),
        ]

    def __str__(self) -> str:
        return self.word
