import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Category, Source, State
from tests.factories import make_article, make_category, make_source

pytestmark = pytest.mark.django_db

HIDDEN = [
    {"state": State.DRAFT},
    {"state": State.WITHDRAWN, "withdrawn_reason": "An error."},
]


def counted(labels):
    return [(label.name, label.article_count) for label in labels]


def make_some(count, *names):
    for _number in range(count):
        make_article(categories=tuple(make_category(name) for name in names))


def test_only_articles_in_public_are_counted():
    world, paper = make_category("World"), make_source("Paper")
    for fields in [{}, {}, *HIDDEN]:
        make_article(categories=(world,), source=paper, **fields)
    assert counted(Category.objects.by_name()) == [("World", 2)]
    assert counted(Source.objects.by_name()) == [("Paper", 2)]
    assert world.counts.total() == 2


def test_what_has_no_article_in_public_is_not_listed():
    empty, hidden = make_category("Empty"), make_category("Hidden")
    make_source("Nobody")
    make_article(categories=(hidden,), source=make_source("Secret"), **HIDDEN[0])
    make_article()
    assert not [*Category.objects.by_name(), *Source.objects.by_name()]
    assert not Category.objects.largest_first()[:5]
    assert empty.counts.total() == hidden.counts.total() == 0


def test_an_article_counts_once_for_each_of_its_categories():
    make_some(1, "World", "Sport")
    make_some(1, "Sport")
    assert counted(Category.objects.by_name()) == [("Sport", 2), ("World", 1)]


def test_lists_are_in_the_order_of_names():
    make_some(3, "Zoo")
    make_some(1, "Arts")
    assert counted(Category.objects.by_name()) == [("Arts", 1), ("Zoo", 3)]


def test_the_largest_categories_come_first_and_equals_by_name():
    make_some(1, "Zoo")
    make_some(1, "Arts")
    make_some(2, "Sport")
    make_some(3, "World")
    assert counted(Category.objects.largest_first()[:4]) == [
        ("World", 3),
        ("Sport", 2),
        ("Arts", 1),
        ("Zoo", 1),
    ]
    assert counted(Category.objects.largest_first()[:1]) == [("World", 3)]


@pytest.mark.parametrize(
    "tally",
    [Category.objects.by_name, Source.objects.by_name, Category.objects.largest_first],
)
def test_a_tally_costs_as_many_queries_for_many_as_for_one(tally):
    def queries():
        with CaptureQueriesContext(connection) as made:
            assert tally()
        return len(made)

    make_article(source=make_source(), categories=(make_category(),))
    of_one = queries()
    for number in range(20):
        labels = (make_category(f"Category {number}"),)
        make_article(source=make_source(f"Source {number}"), categories=labels)
    assert queries() == of_one <= 3
