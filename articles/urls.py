"""The site's addresses: dates first, and each prefix of an article's path is a page."""

from django.urls import path, re_path, register_converter

from articles import converters
from articles.editions import in_each_edition
from articles.views import (
    about,
    anniversaries,
    archives,
    articles,
    exports,
    imports,
    labels,
    robots,
    searches,
)

register_converter(converters.YearConverter, "year")
register_converter(converters.MonthConverter, "month")
register_converter(converters.DayConverter, "day")
register_converter(converters.AnniversaryConverter, "anniversary")
register_converter(converters.ArticleConverter, "article")
register_converter(converters.SlugConverter, "unicode_slug")

app_name = "articles"
urlpatterns = [
    in_each_edition(
        path("", archives.home, name="home"),
        path("archive/", archives.archive, name="archive"),
        path("on-this-day/", anniversaries.today, name="today"),
        path(
            "on-this-day/<anniversary:day>/",
            anniversaries.on_this_day,
            name="on_this_day",
        ),
        path("category/", labels.category_list, name="category_list"),
        path(
            "category/<unicode_slug:slug>/",
            labels.category_detail,
            name="category_detail",
        ),
        path("source/", labels.source_list, name="source_list"),
        path("source/<unicode_slug:slug>/", labels.source_detail, name="source_detail"),
        path("about/", about.about, name="about"),
        path("about/statistics/", about.statistics_page, name="statistics"),
        path("imports/", imports.import_list, name="import_list"),
        path("export/", exports.export_page, name="export_page"),
        path("search/", searches.search, name="search"),
        path("search/suggestions/", searches.suggestions, name="search_suggestions"),
        path("<year:year>/", archives.year_archive, name="year_archive"),
        path(
            "<year:year>/<month:month>/", archives.month_archive, name="month_archive"
        ),
        path("<day:day>/", archives.day_archive, name="day_archive"),
        re_path(
            r"^(?P<year>[0-9]{4})/(?P<month>[0-9]{1,2})(?:/(?P<day>[0-9]{1,2}))?/$",
            archives.date_redirect,
        ),
    ),
    path(
        "export/<year:year>/<month:month>.jsonl.gz",
        exports.month_file,
        name="month_file",
    ),
    path(
        "export/<year:year>/<month:month>.jsonl.gz.sha256",
        exports.month_checksum,
        name="month_checksum",
    ),
    path("robots.txt", robots.robots, name="robots"),
    path("search/articles.<str:format_name>", searches.search_file, name="search_file"),
    path("a/<article:pk>/", articles.article_short, name="article_short"),
    path("<day:day>/<article:pk>/", articles.article_detail, name="article_detail"),
    path(
        "<day:day>/<article:pk>/document/",
        articles.article_document,
        name="article_document",
    ),
    path(
        "<day:day>/<article:pk>/corrections/",
        articles.article_corrections,
        name="article_corrections",
    ),
    path(
        "<day:day>/<article:pk>/document.txt",
        articles.article_document_text,
        name="article_document_text",
    ),
]
