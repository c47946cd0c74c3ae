"""No search takes longer than it may."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.search import Count, SearchTooCostlyError
from articles.search.postgres import walking
from articles.search.postgres.execution import bounded
from tests.factories import make_article
from tests.search.asking import search


@pytest.mark.django_db
def test_a_statement_that_takes_too_long_is_ended_and_named():
    with pytest.raises(SearchTooCostlyError), bounded(0.05) as cursor:
        cursor.execute("SELECT pg_sleep(10)")


@pytest.mark.django_db
@pytest.mark.parametrize("part", ["hits", "count", "counts"])
def test_every_part_of_an_answer_has_a_limit(part):
    make_article(body="flood")
    answer = search("flood")
    with CaptureQueriesContext(connection) as asked:
        getattr(answer, part)()
    statements = [query["sql"] for query in asked]
    limited = next(n for n, sql in enumerate(statements) if "statement_timeout" in sql)
    searched = next(n for n, sql in enumerate(statements) if "vector @@" in sql)
    assert limited < searched


@pytest.mark.django_db
def test_a_count_that_runs_out_of_time_is_what_it_came_to(monkeypatch):
    for year in (2024, 2024, 2024, 1990):
        make_article(body="flood", published_on=date(year, 1, 1))
    clock = iter([0.0, 0.0, 9.0])
    monkeypatch.setattr(walking, "monotonic", lambda: next(clock))
    assert search("flood").count() == Count(2, is_exact=False)


@pytest.mark.django_db
def test_nothing_stays_set_after_a_search():
    search("flood").hits()
    with connection.cursor() as cursor:
        cursor.execute("SHOW statement_timeout")
        assert cursor.fetchone() == ("0",)
