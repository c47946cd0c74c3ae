"""The counts that the database keeps are what counting anew would give."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date, timedelta
from random import Random
from threading import Barrier

import pytest
from django.db import (
    IntegrityError,
    OperationalError,
    connection,
    connections,
    transaction,
)

from articles.importing.undoing import undo
from articles.models import (
    Article,
    CategoryCount,
    DayCount,
    ImportBatch,
    SourceCount,
    State,
)
from tests.factories import make_article, make_category, make_source
from tests.test_ledger import file_of, run

DAY = date(2025, 4, 18)
DAYS = [DAY + timedelta(days=number) for number in range(3)]
MONTH = "date_trunc('month', published_on)::date"
COUNTED = "FROM articles_article WHERE state = 'published'"
# By what is kept, the same counted anew.
RECOUNTS = {
    "SELECT day, language, articles FROM articles_daycount": f"""
        SELECT published_on, language, count(*) {COUNTED} GROUP BY 1, 2
    """,
    "SELECT day, source_id, articles FROM articles_sourcecount": f"""
        SELECT {MONTH}, source_id, count(*) {COUNTED} AND source_id IS NOT NULL
        GROUP BY 1, 2
    """,
    "SELECT day, category_id, articles FROM articles_categorycount": f"""
        SELECT {MONTH}, category_id, count(*)
        FROM (SELECT * {COUNTED}) AS article
        JOIN articles_article_categories ON article_id = article.id GROUP BY 1, 2
    """,  # noqa: S608
}


def are_exact():
    with connection.cursor() as cursor:
        for kept, recount in RECOUNTS.items():
            cursor.execute(f"{kept} WHERE articles <> 0 ORDER BY 1, 2")
            found = cursor.fetchall()
            cursor.execute(f"{recount} ORDER BY 1, 2")
            assert found == cursor.fetchall()
    return True


@pytest.mark.django_db
def test_counts_follow_every_change_of_an_article():
    world, sport, paper = make_category("World"), make_category("Sport"), make_source()
    article = make_article(categories=(world,), source=paper)
    assert DayCount.objects.by_day() == {DAY: 1}
    article.published_on = DAY + timedelta(days=20)
    article.language = "ur"
    article.save()
    assert DayCount.objects.by_month() == {date(2025, 5, 1): 1}
    article.categories.set([sport])
    assert CategoryCount.objects.get(articles__gt=0).category == sport
    assert are_exact()
    article.state, article.withdrawn_reason = State.WITHDRAWN, "An error."
    article.save()
    assert not DayCount.objects.by_year()
    assert are_exact()
    article.delete()
    assert are_exact()


@pytest.mark.django_db
def test_statements_of_many_rows_count_all_of_them():
    for number in range(30):
        make_article(
            published_on=DAY + timedelta(days=number % 7), source=make_source()
        )
    Article.objects.filter(published_on=DAY).update(
        published_on=DAY - timedelta(days=40)
    )
    assert are_exact()
    Article.objects.filter(published_on__gt=DAY + timedelta(days=2)).delete()
    assert SourceCount.objects.total() == Article.objects.count()
    assert are_exact()


@pytest.mark.django_db(transaction=True)
def test_an_import_and_its_undoing_are_counted(tmp_path):
    make_article()
    fields = {"published_on": "2025-04-18", "categories": ["World", "Sport"]}
    records = [{"headline": f"Story {number}", **fields} for number in range(20)]
    run(file_of(tmp_path, *records))
    assert DayCount.objects.total() == 21
    assert are_exact()
    undo(ImportBatch.objects.get().pk, user=None)
    assert DayCount.objects.total() == 1
    assert are_exact()


@pytest.mark.django_db
def test_a_change_that_leaves_the_count_is_a_new_version_of_it():
    article = make_article(source=make_source())
    before = [model.objects.get() for model in (DayCount, SourceCount)]
    article.headline = "Another one"
    article.save()
    for old, model in zip(before, (DayCount, SourceCount), strict=True):
        new = model.objects.get()
        assert new.version > old.version
        assert new.changed_at > old.changed_at
    assert DayCount.objects.total() == 1


@pytest.mark.django_db(transaction=True)
def test_counts_are_exact_after_many_writers_at_once():
    labels = [make_category(name) for name in ("World", "Sport", "Arts")]
    for number in range(40):
        make_article(published_on=DAYS[number % 3], source=make_source())
    beginning = Barrier(4)

    def write(seed):
        random = Random(seed)  # noqa: S311
        beginning.wait()
        try:
            return [change(random, labels, f"{seed} {n}") for n in range(40)]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as threads:
        done = [some for thread in threads.map(write, range(4)) for some in thread]
    assert sum(done) > len(done) / 2
    assert are_exact()
    assert DayCount.objects.total() == Article.objects.published().count() > 0


def change(random, labels, name):
    """What an editor does; not if another one has deleted it, or waits for this one."""
    some = Article.objects.filter(pk__in=Article.objects.order_by("?").values("pk")[:1])
    with suppress(OperationalError, IntegrityError), transaction.atomic():
        match random.randrange(6):
            case 0 | 1:
                day, source = random.choice(DAYS), make_source()
                make_article(headline=name, published_on=day, source=source)
            case 2:
                some.update(published_on=random.choice(DAYS))
            case 3:
                for article in some:
                    article.categories.set(random.sample(labels, random.randrange(3)))
            case 4:
                some.update(state=random.choice([State.DRAFT, State.PUBLISHED]))
            case 5:
                some.delete()
        return True
    return False


@pytest.mark.django_db
def test_days_that_have_articles_no_more_are_no_days():
    for day in DAYS:
        make_article(published_on=day)
    Article.objects.filter(published_on=DAYS[2]).delete()
    counts = DayCount.objects
    assert (counts.first_day(), counts.last_day()) == (DAYS[0], DAYS[1])
    assert counts.newest(1) == {DAYS[1]: 1}
    assert [*counts.newest(9)] == DAYS[1::-1]
    assert counts.on([DAYS[0], DAYS[2]]).by_day() == {DAYS[0]: 1}
    Article.objects.all().delete()
    assert (counts.first_day(), counts.last_day(), counts.newest(3)) == (None, None, {})
