"""Where to go from a search that found nothing: words for what would find something."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from articles.figures import written
from articles.queries.isolation import isolated
from articles.queries.spans import describe_span
from articles.queries.wording import Names, in_words
from articles.search import Count, Repair, SearchRequest, Widening
from articles.search_addresses import Asked


@dataclass(frozen=True, slots=True)
class WayOn:
    """Another search, in words, and how many articles it finds."""

    text: str
    address: str
    count: Count


@dataclass(frozen=True, slots=True)
class WaysOn:
    """The words that no article has, other spellings, and fewer conditions."""

    missing: list[str]
    corrections: list[WayOn]
    widenings: list[WayOn]


def ways_on(request: SearchRequest, repair: Repair, names: Names) -> WaysOn:
    """What an engine proposes, as links."""
    return WaysOn(
        [isolated(words.text) for words in repair.missing],
        list(_corrections(repair)),
        [
            WayOn(
                _widening(request, widening, names),
                Asked.of(widening.request).address(),
                widening.count,
            )
            for widening in repair.widenings
        ],
    )


def _corrections(repair: Repair) -> Iterator[WayOn]:
    for correction in repair.corrections:
        asked = Asked.of(correction.request)
        yield WayOn(isolated(asked.text), asked.address(), correction.count)


def _widening(request: SearchRequest, widening: Widening, names: Names) -> str:
    match widening.dropped:
        case "days":
            days = describe_span(request.since, request.until)
            return _("All days, not only %(days)s") % {"days": isolated(days)}
        case "category":
            return _("All categories")
        case "source":
            return _("All sources")
        case "language":
            return _("All languages")
    what = in_words(widening.request.query, names)
    return _("Only %(what)s") % {"what": what}


@dataclass(frozen=True, slots=True)
class Browsing:
    """The part of the archive that the days of a search lie in."""

    text: str
    address: str


def browsing(request: SearchRequest) -> Browsing:
    """The month that a search is about, or the whole archive."""
    first, last = request.days()
    if first and last and (first.year, first.month) == (last.year, last.month):
        month = {"month": written(first, "F Y")}
        address = reverse("articles:month_archive", args=[first.year, first.month])
        return Browsing(_("Browse %(month)s day by day") % month, address)
    return Browsing(_("Browse the archive by date"), reverse("articles:archive"))
