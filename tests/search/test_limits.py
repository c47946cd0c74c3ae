"""No search takes longer than it may."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.search import SearchTooCostlyError
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
def test_nothing_stays_set_after_a_search():
    search("flood").hits()
    with connection.cursor() as cursor:
        cursor.execute("SHOW statement_timeout")
        assert cursor.fetchone() == ("0",)
