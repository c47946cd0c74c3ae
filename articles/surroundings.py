"""What stands around an article on its page, and leads on from it.

Nothing of it is worth a page that does not come: what the search does not find in time
is left out.
"""

from dataclasses import dataclass, field
from typing import Self

from django.db.models import prefetch_related_objects

from articles.models import Article, Category, Correction, replaced_versions
from articles.search import engine

MOST_SHOWN = 3  # of its corrections; their own page has all


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The ways on from an article, each only where there is one in public.

    `earlier` and `later` are of its first category, and `facing` is the same story in
    the other script. `version_count` is of all that the article ever was.
    """

    version_count: int
    facing: Article | None = None
    category: Category | None = None
    earlier: Article | None = None
    later: Article | None = None
    related: list[Article] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)  # the newest
    corrections_address: str = ""
    is_whole: bool = True  # or was something left out, for want of time?

    @classmethod
    def of(cls, article: Article) -> Self:
        """All of it, in a fixed number of queries; the article gets its categories."""
        prefetch_related_objects([article], "categories")
        category = next(iter(article.categories.all()), None)
        around = engine().around(article, category)
        keys = [key for key in (around.earlier, around.later, *around.related) if key]
        public = Article.objects.published()
        found = public.for_listing().in_bulk(keys)
        return cls(
            version_count=_version_count(article),
            facing=public.facing(article).defer("body").first(),
            category=category,
            earlier=found.get(around.earlier),
            later=found.get(around.later),
            related=[found[key] for key in around.related if key in found],
            corrections=list(article.corrections.all()[:MOST_SHOWN]),
            corrections_address=article.address("article_corrections"),
            is_whole=around.is_whole,
        )


def _version_count(article: Article) -> int:
    """What it is now, and each version that was replaced."""
    return int(replaced_versions(article).count()) + 1
