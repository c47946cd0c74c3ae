"""Sources and categories are recognised by name, however a file spells it."""

import pytest

from articles.models import Article, Category, Source
from tests.factories import make_source
from tests.records import make_record, store

pytestmark = pytest.mark.django_db


def names(model):
    return list(model.objects.order_by("pk").values_list("name", flat=True))


@pytest.mark.parametrize(
    "spellings",
    [
        ("World News", "WORLD NEWS", "world news"),
        ("Café", "Cafe\u0301", "CAFÉ"),
        ("پاکستان", "پاكستان", "پَاکِستَان", "پاکـستان"),
        ("کھیل", "كھيل"),
        ("صفحہ ۲", "صفحہ 2", "صفحه ٢"),
    ],
)
def test_one_name_in_many_spellings_is_one_and_the_first_stays(spellings):
    records = [make_record(source=name, categories=(name,)) for name in spellings]
    assert store(*records).stored == len(spellings)
    assert names(Source) == names(Category) == [spellings[0]]
    assert Category.objects.get().article_set.count() == len(spellings)
    again = [make_record(source=n, categories=(n,)) for n in reversed(spellings)]
    store(*again)
    assert names(Source) == names(Category) == [spellings[0]]


def test_two_spellings_in_one_record_are_one_category():
    store(make_record(categories=("World", "WORLD", "Sea")))
    assert names(Category) == ["World", "Sea"]
    assert Article.objects.get().categories.count() == 2


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("World News", "world-news"),
        ("پاکستان کی خبریں", "پاکستان-کی-خبریں"),
        ("کھیل", "کھیل"),
        ("bbc.com/urdu", "bbc-com-urdu"),
        ("!!!", "-"),
    ],
)
def test_a_slug_keeps_the_letters_of_its_script(name, slug):
    store(make_record(source=name, categories=(name,)))
    assert Source.objects.get().slug == Category.objects.get().slug == slug


def test_names_whose_slugs_would_clash_get_numbers():
    names_of_one_slug = ["C!", "C?", "C++"]
    for name in names_of_one_slug:
        store(make_record(source=name, categories=(name,)))
    for model in (Source, Category):
        slugs = model.objects.order_by("pk").values_list("name", "slug")
        assert list(slugs) == [("C!", "c"), ("C?", "c-2"), ("C++", "c-3")]


def test_a_record_that_names_only_a_site_finds_the_source_of_that_site():
    times = make_source("Example Times", domain="times.example")
    store(make_record(source="times.example", site="times.example"))
    assert Article.objects.get().source == times


@pytest.mark.parametrize("name", ["Example Times", "times.example"])
def test_a_new_source_knows_its_site_and_homepage(name):
    home = "https://www.times.example/"
    store(make_record(source=name, site="times.example", homepage=home))
    source = Source.objects.get()
    assert (source.domain, source.homepage) == ("times.example", home)


def test_what_an_editor_wrote_about_a_source_stays():
    make_source("Example Times", domain="times.example", homepage="https://a.example/")
    store(
        make_record(
            source="EXAMPLE TIMES", site="b.example", homepage="https://b.example/"
        )
    )
    source = Source.objects.get()
    assert (source.name, source.homepage) == ("Example Times", "https://a.example/")


def test_a_record_may_have_neither_source_nor_category():
    store(make_record())
    article = Article.objects.get()
    assert article.source is None
    assert not article.categories.exists()


def test_many_records_of_the_same_labels_ask_for_them_once(
    django_assert_max_num_queries,
):
    labels = {"source": "Example Times", "categories": ("World", "Sea")}
    store(make_record(**labels))
    records = [make_record(**labels) for _ in range(100)]
    with django_assert_max_num_queries(12):
        store(*records)
