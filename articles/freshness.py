"""Pages that say how fresh they are: what a reader has already is not made again.

A page has a tag (RFC 9110, section 8.8.3) of all that it can show: what is in public,
categories, sources and imports, the article's translation and corrections, the day, the
release of the site. One page shows less, so some are made again for nothing; but none
is kept that should be made again. To ask takes one query, of some milliseconds in an
archive of any size.

There is no `Last-Modified` beside it: nothing tells when a category was renamed, nor
that an article has left, and who asks by that alone would keep what has changed since.
"""

from collections.abc import Callable
from functools import lru_cache, wraps
from hashlib import sha256
from typing import Any, TypeAlias, TypeVar

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control

from articles.releases import release

View: TypeAlias = Callable[..., HttpResponse]
Made = TypeVar("Made")

# Browsers ask each time, which is cheap: an editor sees a correction at once. A shared
# cache answers by itself for a minute, and for a day when the archive does not answer.
_CACHING = {
    "public": True,
    "max_age": 0,
    "s_maxage": 60,
    "stale_while_revalidate": 600,
    "stale_if_error": 86_400,
}
# A way to where something is now: kept for ever, as browsers do without a word on it,
# it would go in a circle once a headline, a day or a name is changed back.
_CACHING_OF_WAYS = {"public": True, "max_age": 0}
_STATE_KEY = "newsarchive.state"  # as WSGI names what servers and applications add
_PARTS_OF_ARCHIVE = 5  # of _STATE; the others are of one article
_OF_LABELS = "sum(hashtextextended(concat_ws(chr(31), {}), 0))"
_OF_CATEGORIES = _OF_LABELS.format("id, name, name_ur, slug")
_OF_SOURCES = _OF_LABELS.format("id, name, name_ur, slug, homepage")
_OF_IMPORTS = "(max(id), max(finished_at), max(undone_at), sum(stored + updated))::text"
# The versions are added up: their sum tells also of a change that began before another
# one and ended after it, which the moment of the last one does not.
# A row's xmin differs once any column of it has changed, whoever changed it.
_STATE = f"""
SELECT max(changed_at), sum(version),
    (SELECT {_OF_CATEGORIES} FROM articles_category),
    (SELECT {_OF_SOURCES} FROM articles_source),
    (SELECT {_OF_IMPORTS} FROM articles_importbatch),
    (SELECT xmin::text FROM articles_article WHERE id = %(pk)s),
    (
        SELECT max(id) FROM articles_translation
        WHERE english_id = %(pk)s OR urdu_id = %(pk)s
    ),
    (
        SELECT array_agg((id, shows_difference) ORDER BY id)::text
        FROM articles_correction WHERE article_id = %(pk)s
    )
FROM articles_daycount_now
"""  # noqa: S608


def kept_fresh(view: View) -> View:
    """The view, run only for those who do not have what it would answer."""

    @wraps(view)
    def answer(request: HttpRequest, **parts: Any) -> HttpResponse:
        state = _state(parts.get("pk"))
        request.META[_STATE_KEY] = state[:_PARTS_OF_ARCHIVE]
        tag = _tag(request, state)
        known: Any = get_conditional_response(request, tag)
        response: HttpResponse = known or view(request, **parts)
        is_for_now = response.has_header("Cache-Control")  # the view has said so
        if response.status_code in {200, 304, 410} and not is_for_now:
            response.headers["ETag"] = tag
            patch_cache_control(response, **_CACHING)
        elif response.status_code == 301:
            patch_cache_control(response, **_CACHING_OF_WAYS)
        return response

    return answer


def remembered(make: Callable[[], Made]) -> Callable[[HttpRequest], Made]:
    """What is made of the whole archive, made anew once that has changed.

    For what many pages show alike, within a view that is kept fresh. It may be newer
    than the state that it is remembered under, as a page may be newer than its tag.
    """

    @lru_cache(maxsize=1)
    def made(_state: tuple[Any, ...]) -> Made:
        return make()

    return lambda request: made(request.META[_STATE_KEY])


def _state(article: int | None) -> tuple[Any, ...]:
    with connection.cursor() as cursor:
        cursor.execute(_STATE, {"pk": article})
        return tuple(cursor.fetchone())


def _tag(request: HttpRequest, state: tuple[Any, ...]) -> str:
    parts = [*state, timezone.localdate(), release(), request.headers.get("X-Fragment")]
    return f'"{sha256(repr(parts).encode()).hexdigest()[:32]}"'
