"""The archive by time: the newest days, years, months and days."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from articles.browsing.calendars import month_calendar, year_calendars
from articles.browsing.days import news_days
from articles.browsing.front_page import FrontPage
from articles.browsing.on_this_day import earlier_years
from articles.browsing.overview import Overview
from articles.editions import prefix_of
from articles.freshness import kept_fresh, remembered
from articles.models import Article, Category, DayCount
from articles.pagination import CountedPaginator
from articles.periods import Period
from articles.rulers import day_ruler, year_rulers

# With more, a page of a list has over 12 kB and takes over 50 ms.
DAY_PAGE_SIZE = 30
MONTH_PAGE_SIZE = 100  # or three of each day
DAY_CATEGORIES = 20
HEADLINES_A_DAY = 5
FRONT_PAGE_CATEGORIES = 8
FRONT_PAGE_ANNIVERSARIES = 3
# More articles of one day are not gone through for the categories that they have.
MOST_FOR_CATEGORIES = 5_000

_overview = remembered(Overview.now)


@require_safe
@kept_fresh
def home(request: HttpRequest) -> HttpResponse:
    """The newest days, or those before `?before=DATE`."""
    front_page, today = FrontPage.before(request.GET.get("before", "")), _today()
    if not front_page.days:
        context = {"front_page": front_page, "today": today}
        return render(request, "articles/welcome.html", context)
    overview = _overview(request)
    month = Period.of_month_of(front_page.days[0].day)
    context = {
        "front_page": front_page,
        "today": today,
        "overview": overview,
        "rulers": year_rulers(overview.years, month.first.year),
        "calendar": month_calendar(month.first, month.counts(), overview.level),
        "categories": Category.objects.largest_first()[:FRONT_PAGE_CATEGORIES],
        "earlier_years": earlier_years(today, overview.years, FRONT_PAGE_ANNIVERSARIES),
    }
    return render(request, "articles/home.html", context)


@require_safe
def archive(request: HttpRequest) -> HttpResponse:
    """The way to the newest year that has an article."""
    newest = DayCount.objects.last_day() or _today()
    return redirect("articles:year_archive", newest.year)


@require_safe
@kept_fresh
def year_archive(request: HttpRequest, year: int) -> HttpResponse:
    period, overview = Period.of_year(year), _overview(request)
    context = {
        "period": period,
        "today": _today(),
        "overview": overview,
        "rulers": year_rulers(overview.years, year),
        "calendars": year_calendars(year, period.counts(), overview.level),
        "count": overview.years.get(year, 0),
        "earlier": overview.year_before(year),
        "later": overview.year_after(year),
    }
    return render(request, "articles/year_archive.html", context)


@require_safe
@kept_fresh
def month_archive(request: HttpRequest, year: int, month: int) -> HttpResponse:
    period, overview = Period.of_month(year, month), _overview(request)
    counts = period.counts()
    size = min(HEADLINES_A_DAY, max(3, MONTH_PAGE_SIZE // max(1, len(counts))))
    context = {
        "period": period,
        "today": _today(),
        "ruler": day_ruler(counts, period),
        "calendar": month_calendar(period.first, counts, overview.level),
        "days": news_days(counts, dict.fromkeys(counts, size), is_bare=True),
        "count": sum(counts.values()),
    }
    return render(request, "articles/month_archive.html", context)


@require_safe
@kept_fresh
def day_archive(request: HttpRequest, day: date) -> HttpResponse:
    period, month = Period.of_day(day), Period.of_month_of(day)
    overview = _overview(request)
    counts = month.counts()
    count = counts.get(day, 0)
    articles = Article.objects.published().on_day(day).newest_first()
    pages = CountedPaginator(articles, DAY_PAGE_SIZE, count)
    page = pages.get_page(request.GET.get("page"))
    is_of_few = 0 < count <= MOST_FOR_CATEGORIES
    categories = Category.objects.of_day(day)[:DAY_CATEGORIES] if is_of_few else []
    context = {
        "period": period,
        "earlier": period.earlier(counts),
        "later": period.later(counts),
        "today": _today(),
        "ruler": day_ruler(counts, month, day),
        "calendar": month_calendar(month.first, counts, overview.level),
        "count": count,
        "page": page,
        "page_numbers": pages.get_elided_page_range(page.number),
        "categories": categories,
    }
    return render(request, "articles/day_archive.html", context)


@require_safe
def date_redirect(request: HttpRequest, **numbers: str) -> HttpResponse:
    """From a date with one digit to where addresses have two."""
    path = "/".join(number.zfill(2) for number in numbers.values())
    address = f"/{prefix_of(get_language())}{path}/"
    if request.path == address:  # two digits, and yet no day that there can be
        raise Http404
    return redirect(address, permanent=True)


def _today() -> date:
    return timezone.localdate()
