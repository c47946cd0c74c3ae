"""What leads on from an article, looked up in one transaction."""

from contextlib import suppress

from django.db.backends.utils import CursorWrapper

from articles.days import FIRST_DAY, LAST_DAY
from articles.models import Article, Category
from articles.search.answer import Around, SearchTooCostlyError
from articles.search.postgres import keys
from articles.search.postgres.execution import bounded
from articles.search.postgres.relating import related_to
from articles.search.postgres.walking import Days, Walk
from articles.search.request import Place

_SECONDS = 0.15
# Most often the next one is of these days. Where it is not, the category is small, and
# the windows are few that lead to the end of the archive.
_GROWTH = 20


def around(article: Article, category: Category | None) -> Around:
    """The ways on from it, as far as they are found in time."""
    if article.published_on is None:
        return Around()
    place = Place(article.published_on, article.pk)
    earlier = later = related = None
    with suppress(SearchTooCostlyError), bounded(_SECONDS) as cursor:
        if category:
            earlier = _next(cursor, category, place, is_backwards=True)
            later = _next(cursor, category, place, is_backwards=False)
        related = related_to(cursor, article, place.day)
    return Around(earlier, later, related or [], is_whole=related is not None)


def _next(
    cursor: CursorWrapper, category: Category, place: Place, *, is_backwards: bool
) -> int | None:
    """The key of the article in public that comes next in a category."""
    query = keys.label("category", category.pk)
    walk = Walk(query, Days(FIRST_DAY, LAST_DAY), is_backwards, _GROWTH)
    return next((found.pk for found in walk.places(cursor, 1, place)), None)
