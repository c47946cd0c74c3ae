"""The archive by time: the newest days, years, months and days."""

from datetime import date

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from articles import tallies
from articles.editions import prefix_of
from articles.freshness import kept_fresh
from articles.front_page import FrontPage, front_days
from articles.models import Article, Category
from articles.periods import Period

DAY_PAGE_SIZE = 200
HEADLINES_A_DAY = 5
FRONT_PAGE_CATEGORIES = 8


@require_safe
@kept_fresh
def home(request: HttpRequest) -> HttpResponse:
    """The newest days, or those before `?before=DATE`."""
    front_page = FrontPage.before(request.GET.get("before", ""))
    context = {
        "front_page": front_page,
        "today": timezone.localdate(),
        "categories": tallies.largest_categories(FRONT_PAGE_CATEGORIES),
    }
    template = "home" if front_page.days else "welcome"
    return render(request, f"articles/{template}.html", context)


@require_safe
def archive(request: HttpRequest) -> HttpResponse:
    """The way to the newest year that has an article."""
    newest = Article.objects.published().last_day() or timezone.localdate()
    return redirect("articles:year_archive", newest.year)


@require_safe
@kept_fresh
def year_archive(request: HttpRequest, year: int) -> HttpResponse:
    period = Period.of_year(year)
    months = list(period.articles().months())
    context = {
        "period": period,
        "months": months,
        "count": sum(month["count"] for month in months),
        "archive": Article.objects.published(),
    }
    return render(request, "articles/year_archive.html", context)


@require_safe
@kept_fresh
def month_archive(request: HttpRequest, year: int, month: int) -> HttpResponse:
    period = Period.of_month(year, month)
    days = front_days(period.articles(), HEADLINES_A_DAY)
    context = {
        "period": period,
        "days": days,
        "count": sum(day.count for day in days),
    }
    return render(request, "articles/month_archive.html", context)


@require_safe
@kept_fresh
def day_archive(request: HttpRequest, day: date) -> HttpResponse:
    period = Period.of_day(day)
    articles = period.articles().newest_first().for_listing()
    context = {
        "period": period,
        "page": Paginator(articles, DAY_PAGE_SIZE).get_page(request.GET.get("page")),
        "categories": Category.objects.of_day(day),
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
