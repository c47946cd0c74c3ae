"""The articles of a category before and after a place in the order of days."""

from articles.days import FIRST_DAY, LAST_DAY
from articles.models import Category
from articles.search.postgres import keys
from articles.search.postgres.execution import bounded
from articles.search.postgres.walking import Days, Walk
from articles.search.request import Place

_SECONDS = 0.15
# Most often the next one is of these days. Where it is not, the category is small, and
# the windows are few that lead to the end of the archive.
_GROWTH = 20


def steps(category: Category, place: Place) -> tuple[int | None, int | None]:
    """The keys of the articles in public before and after it, as far as there are any.

    Raises SearchTooCostlyError.
    """
    query = keys.label("category", category.pk)
    days = Days(FIRST_DAY, LAST_DAY)
    with bounded(_SECONDS) as cursor:
        earlier, later = (
            Walk(query, days, is_backwards, _GROWTH).places(cursor, 1, place)
            for is_backwards in (True, False)
        )
    return (
        earlier[0].pk if earlier else None,
        later[0].pk if later else None,
    )
