"""Articles as files: the page that offers them, and the file of each month."""

from collections.abc import Iterable, Iterator
from typing import Any, cast

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    StreamingHttpResponse,
)
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from articles.exporting.meanings import meanings
from articles.exporting.months import Stamp, checksum, packed, stamp_of
from articles.freshness import kept_fresh
from articles.models import DayCount
from articles.periods import Period

# Its stubs know of no response that streams.
_unless_known: Any = get_conditional_response
# So short, because a file and its checksum must not part for long.
_FRESH_SECONDS = 300


@require_safe
@kept_fresh
def export_page(request: HttpRequest) -> HttpResponse:
    """All that there is to take along, and what it means."""
    months = DayCount.objects.by_month()
    context = {"months": list(months.items())[::-1], "meanings": meanings()}
    return render(request, "articles/export_page.html", context)


@require_safe
@cache_control(public=True, max_age=_FRESH_SECONDS)
def month_file(request: HttpRequest, year: int, month: int) -> HttpResponseBase:
    period = Period.of_month(year, month)
    stamp = _stamp(period)
    return _conditional(request, stamp, "application/gzip", packed(period))


@require_safe
@cache_control(public=True, max_age=_FRESH_SECONDS)
def month_checksum(request: HttpRequest, year: int, month: int) -> HttpResponseBase:
    """A line for `sha256sum -c`, beside the file under the name that it has here."""
    period = Period.of_month(year, month)
    stamp = _stamp(period)
    line = _checksum_line(period, stamp)
    return _conditional(request, stamp, "text/plain; charset=utf-8", line)


def _checksum_line(month: Period, stamp: Stamp) -> Iterator[bytes]:
    digest = checksum(month, stamp.etag)
    yield f"{digest}  {month.first:%m}.jsonl.gz\n".encode()


def _stamp(period: Period) -> Stamp:
    if stamp := stamp_of(period):
        return stamp
    raise Http404


def _conditional(
    request: HttpRequest, stamp: Stamp, media_type: str, chunks: Iterable[bytes]
) -> HttpResponseBase:
    """The file, of which nothing is made for whoever has it in this state."""
    changed_at = int(stamp.changed_at.timestamp())
    response = StreamingHttpResponse(chunks, content_type=media_type)
    response.headers["ETag"] = stamp.etag
    response.headers["Last-Modified"] = http_date(changed_at)
    answer = _unless_known(request, stamp.etag, changed_at, response)
    return cast(HttpResponseBase, answer)
