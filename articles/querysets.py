"""The questions that the archive asks of its articles, named and chainable."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Self, TypeVar

from django.contrib.postgres.functions import TransactionNow
from django.db import IntegrityError, models, transaction
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce, Left

from articles import fulltext
from articles.slugs import label_slug, name_slug

if TYPE_CHECKING:
    from articles.models import Article, Named, Source

_OPENING_CHARACTERS = 200
# Django has no LATERAL, whose LIMIT in turn takes no column.
_NEWEST_OF_DAYS = """
SELECT newest.id FROM unnest(%s::date[], %s::int[]) AS wanted (day, size)
CROSS JOIN LATERAL (
    SELECT id, row_number() OVER (ORDER BY published_on DESC, id DESC) AS place
    FROM articles_article
    WHERE state = 'published' AND published_on = wanted.day
        AND (visible_from IS NULL OR visible_from <= now())
    ORDER BY published_on DESC, id DESC LIMIT %s
) AS newest WHERE newest.place <= wanted.size
"""

Label = TypeVar("Label", bound="Named")


def in_public(article: str = "") -> models.Q:
    """The condition that readers see an article, of which a lookup begins so."""
    since = f"{article}visible_from"
    needs_no_clock = models.Q(**{since: None})
    has_come = models.Q(**{f"{since}__lte": TransactionNow()})
    return models.Q(**{f"{article}state": "published"}) & (needs_no_clock | has_come)


class NamedQuerySet(models.QuerySet[Label]):
    """Sources or categories."""

    def called(self, name: str) -> Self:
        """The one that has this name, whatever its letter case, marks or keyboard."""
        folded = fulltext.Fold(models.Value(name))
        return self.filter(folded_name=folded)

    def once_called(self, name: str) -> Self:
        """Those that had this name, or were merged with one, the last one first."""
        folded = fulltext.Fold(models.Value(name))
        return self.filter(moves__folded_name=folded).order_by("-moves__pk")

    def known(self, name: str) -> Label | None:
        """The one that has this name, or else the last that had it."""
        return self.called(name).first() or self.once_called(name).first()

    def recognised(self, name: str, **defaults: str) -> Label:
        """The one of this name, made if there is none; `defaults` are for a new one."""
        if found := self.known(name):
            return found
        slug = name_slug(name, self._taken(label_slug(name)))
        new = self.model(name=name, slug=slug, **defaults)
        try:
            with transaction.atomic(using=self.db):
                new.save(using=self.db, force_insert=True)
        except IntegrityError:
            # Another writer may have made it meanwhile.
            if found := self.called(name).first():
                return found
            raise
        return new

    def _taken(self, beginning: str) -> set[str]:
        """The slugs with this beginning, also those that redirect."""
        living = self.filter(slug__startswith=beginning).values_list("slug")
        old = self.filter(moves__redirects=True, moves__old_slug__startswith=beginning)
        reserved = old.values_list("moves__old_slug")
        return {slug for (slug,) in living.union(reserved)}

    def in_public(self) -> Self:
        """Those that have one there: an import that is undone may leave some bare."""
        counted = self.model._default_manager.filter(counts__articles__gt=0)
        return self.filter(models.Exists(counted.filter(pk=models.OuterRef("pk"))))

    def with_counts(self) -> Self:
        """All, each with how many articles it has in public, the largest first."""
        total = Coalesce(models.Sum("counts__articles"), 0)
        counted = self.annotate(article_count=total)
        return counted.order_by("-article_count", "folded_name")

    def largest_first(self) -> Self:
        """Those that have articles in public, with how many, by the counts kept."""
        return self.with_counts().filter(article_count__gt=0)

    def by_name(self) -> Self:
        """The same ones, in the order of their names."""
        return self.largest_first().order_by("folded_name", "pk")

    def of_day(self, day: date) -> Self:
        """Those that have public articles of this day, with how many, largest first."""
        found = self.filter(in_public("article__"), article__published_on=day)
        counted = found.annotate(article_count=models.Count("article"))
        return counted.order_by("-article_count", "folded_name")


class SourceQuerySet(NamedQuerySet["Source"]):
    """Sources."""

    def of_site(self, site: str, **defaults: str) -> "Source":
        """The source whose domain or name this is, made if there is none."""
        found = self.on_site(site)
        return found or self.recognised(site, **{"domain": site, **defaults})

    def on_site(self, site: str) -> "Source | None":
        """The source whose domain this is, or else the last that had it."""
        if found := self.filter(domain=site).order_by("pk").first():
            return found
        return self.filter(moves__old_domain=site).order_by("-moves__pk").first()


class ArticleQuerySet(models.QuerySet["Article"]):
    """Articles; what readers see begins with `published()`."""

    def published(self) -> Self:
        """Those in public: no drafts, none withdrawn, none that is still to come."""
        return self.filter(in_public())

    def same_as(self, article: "Article") -> Self:
        """Another article that is recognised by the same values."""
        values = [
            article.source_url,
            article.source_id,
            article.published_on,
            article.headline,
            article.body,
        ]
        others = self.exclude(pk=article.pk) if article.pk else self
        return others.filter(identity=fulltext.Identity(*map(models.Value, values)))

    def facing(self, article: "Article") -> Self:
        """The article that is its translation into the other of our two scripts."""
        if article.language == "en":
            return self.filter(as_urdu__english=article, language="ur")
        if article.language == "ur":
            return self.filter(as_english__urdu=article, language="en")
        return self.none()

    def newest_first(self) -> Self:
        """By day, the newest first; the key makes the order of one day stand still."""
        return self.order_by("-published_on", "-pk")

    def oldest_first(self) -> Self:
        """By day, the oldest first."""
        return self.order_by("published_on", "pk")

    def for_listing(self) -> Self:
        """What a list shows, in two queries; of the body only its opening."""
        return (
            self.select_related("source")
            .prefetch_related("categories")
            .defer("body")
            .annotate(opening=Left("body", _OPENING_CHARACTERS))
        )

    def published_between(self, since: date | None, until: date | None) -> Self:
        """Those of a span of days, both ends included; either end may be open."""
        articles = self
        if since:
            articles = articles.filter(published_on__gte=since)
        if until:
            articles = articles.filter(published_on__lte=until)
        return articles

    def on_day(self, day: date) -> Self:
        """Those of one day."""
        return self.filter(published_on=day)

    def newer_than(self, day: date, pk: int) -> Self:
        """Those after a place in the order of days: what a page further up shows."""
        is_later = models.Q(published_on__gt=day) | models.Q(pk__gt=pk)
        return self.filter(is_later, published_on__gte=day)

    def older_than(self, day: date, pk: int) -> Self:
        """Those before a place in the order of days: what a page further down shows."""
        is_earlier = models.Q(published_on__lt=day) | models.Q(pk__lt=pk)
        return self.filter(is_earlier, published_on__lte=day)

    def newest_of_days(self, sizes: Mapping[date, int]) -> Self:
        """The newest few of several days, as many of each as is said.

        Each day is looked up in the index, and no other article is read.
        """
        if not sizes:
            return self.none()
        parameters = [list(sizes), list(sizes.values()), max(sizes.values())]
        newest = RawSQL(_NEWEST_OF_DAYS, parameters)  # noqa: S611
        return self.filter(pk__in=newest).newest_first()
