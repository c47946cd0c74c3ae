"""A page of hits, in the order that was asked for."""

from articles.search.answer import Hits
from articles.search.postgres.execution import bounded
from articles.search.postgres.prepared import Prepared
from articles.search.postgres.presenting import present
from articles.search.postgres.ranking import ranked
from articles.search.postgres.walking import Walk
from articles.search.request import PAGE_SIZE, Sort

_SECONDS = 2.0


def hits(search: Prepared) -> Hits:
    """The page asked for; raises SearchTooCostlyError."""
    if search.request.sort == Sort.BEST and search.words_query():
        return _by_best_match(search)
    return _by_date(search)


def _by_best_match(search: Prepared) -> Hits:
    with bounded(_SECONDS) as cursor:
        ids, is_all = ranked(cursor, search)
    begin = (search.request.page - 1) * PAGE_SIZE
    return Hits(
        present(search, ids[begin : begin + PAGE_SIZE]),
        page_count=max(1, -(-len(ids) // PAGE_SIZE)),
        ranked=len(ids),
        is_all_ranked=is_all,
    )


def _by_date(search: Prepared) -> Hits:
    request = search.request
    if search.days is None:
        return Hits([])
    beyond = request.after or request.before
    goes_back = not request.after if beyond else request.sort != Sort.OLDEST
    with bounded(_SECONDS) as cursor:
        walk = Walk(search.query(), search.days, goes_back)
        found = walk.places(cursor, PAGE_SIZE + 1, beyond)
    shown = sorted(found[:PAGE_SIZE], reverse=request.sort != Sort.OLDEST)
    goes_on, came_from = len(found) > PAGE_SIZE, beyond is not None
    has_older, has_newer = (goes_on, came_from) if goes_back else (came_from, goes_on)
    return Hits(
        present(search, [place.pk for place in shown]),
        newer=max(shown) if shown and has_newer else None,
        older=min(shown) if shown and has_older else None,
    )
