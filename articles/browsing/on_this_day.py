"""A day of the calendar through the years."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from articles.browsing.days import NewsDay, news_days
from articles.days import FIRST_YEAR, LAST_YEAR
from articles.models import Article, DayCount

_ARTICLES = 100  # on a page, or one a year
_MOST_OF_A_YEAR = 5
_LEAP_YEAR = 2000  # stands for every year where only day and month matter


def on_this_day(day: date) -> list[NewsDay]:
    """The day in each year that has articles of it, the newest year first."""
    counts = DayCount.objects.on(_in(range(FIRST_YEAR, LAST_YEAR + 1), day)).by_day()
    size = max(1, min(_MOST_OF_A_YEAR, _ARTICLES // max(1, len(counts))))
    return news_days(counts, dict.fromkeys(counts, size), is_bare=True)


def earlier_years(day: date, years: Iterable[int], count: int) -> list[Article]:
    """An article of this day from each of the newest years before it that have one."""
    earlier = _in((year for year in years if year < day.year), day)
    newest = Article.objects.newest_of_days(dict.fromkeys(earlier, 1))
    return list(newest.defer("body")[:count])


def neighbours(day: date) -> tuple[date, date]:
    """The days of the calendar before and after this one, whatever the year."""
    here = day.replace(year=_LEAP_YEAR)
    return here - timedelta(days=1), here + timedelta(days=1)


def _in(years: Iterable[int], day: date) -> Iterator[date]:
    for year in years:
        try:
            yield day.replace(year=year)
        except ValueError:  # a 29 February that this year does not have
            continue
