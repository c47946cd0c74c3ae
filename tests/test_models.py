"""What no writer can store, and how what is stored names itself."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.db import DataError, IntegrityError, transaction
from django.db.models import DateField, Value
from django.db.models.functions import Cast

from articles.models import Article, Category, Snippet, Source, State
from tests.factories import make_article, make_category, make_source
from tests.search.asking import found

pytestmark = pytest.mark.django_db

DAY = date(2025, 4, 18)
EARLY = datetime(1499, 12, 31, 23, 59, tzinfo=UTC)
LATE = datetime(2501, 1, 1, tzinfo=UTC)


def refused(constraint, error=IntegrityError):
    return pytest.raises(error, match=constraint)


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("article_published_has_headline_and_day", {"headline": ""}),
        ("article_published_has_headline_and_day", {"published_on": None}),
        ("article_day_lies_between", {"published_on": date(1499, 12, 31)}),
        ("article_day_lies_between", {"published_on": date(2501, 1, 1)}),
        ("article_instants_lie_between", {"published_at": EARLY}),
        ("article_instants_lie_between", {"published_at": LATE}),
        ("article_document_date_lies_between", {"captured_at": EARLY}),
        ("article_document_date_lies_between", {"captured_at": LATE}),
        ("article_language_is_known", {"language": "tlh"}),
        ("article_language_is_known", {"language": ""}),
        ("article_withdrawn_has_reason", {"state": State.WITHDRAWN}),
        ("article_source_url_is_no_front_page", {"source_url": "https://a.example/"}),
        ("article_source_url_is_no_front_page", {"source_url": "https://a.example"}),
        ("article_headline_is_one_line", {"headline": "Harbour\nreopens"}),
        ("article_headline_is_one_line", {"headline": " Harbour"}),
        ("article_headline_is_one_line", {"headline": "Harbour\u00a0"}),
        ("article_body_is_paragraphs", {"body": "One.\r\n\r\nTwo."}),
        ("article_body_is_paragraphs", {"body": "One.\n\n\nTwo."}),
        ("article_body_is_paragraphs", {"body": "One. \nTwo."}),
        ("article_body_is_paragraphs", {"body": "\nOne."}),
        ("article_body_is_paragraphs", {"body": "One.\n"}),
    ],
)
def test_no_writer_can_store_what_a_constraint_refuses(constraint, fields):
    valid = {"headline": "Harbour", "published_on": DAY, "state": State.PUBLISHED}
    with refused(constraint), transaction.atomic():
        Article.objects.bulk_create([Article(**{**valid, **fields})])
    article = make_article()
    with refused(constraint), transaction.atomic():
        Article.objects.filter(pk=article.pk).update(**fields)


@pytest.mark.parametrize("day", ["infinity", "-infinity", "0044-03-15 BC"])
def test_no_day_can_be_stored_that_would_break_every_list(day):
    make_article(source_url="https://example.org/a")
    with refused("article_day_lies_between"):
        Article.objects.update(published_on=Cast(Value(day), DateField()))


@pytest.mark.parametrize("state", [State.DRAFT, State.WITHDRAWN])
def test_what_is_not_in_public_may_lack_headline_and_day(state):
    article = make_article(
        headline="", published_on=None, state=state, withdrawn_reason="An error."
    )
    assert str(article) == "(no headline)"
    assert article.get_absolute_url() == f"/a/{article.pk}/"


def test_the_first_and_the_last_day_of_all_can_be_stored():
    for day in (date(1500, 1, 1), date(2500, 12, 31)):
        assert (
            make_article(published_on=day)
            .get_absolute_url()
            .startswith(f"/{day:%Y/%m/%d}/")
        )


def test_a_record_is_imported_once_and_what_was_typed_has_none():
    record = uuid4()
    make_article(imported_as=record)
    make_article(imported_as=None)
    make_article(imported_as=None)
    with refused("article_is_imported_once"):
        make_article(imported_as=record)


@pytest.mark.parametrize(
    ("model", "constraint", "name"),
    [
        (Category, "category_name_has_no_comma", "World, Sport"),
        (Category, "category_name_has_no_comma", ""),
        (Category, "category_name_has_no_comma", " World"),
        (Category, "category_name_has_no_comma", "World "),
        (Category, "category_name_has_no_comma", "Wor\nld"),
        (Source, "source_name_is_one_line", ""),
        (Source, "source_name_is_one_line", " Paper"),
        (Source, "source_name_is_one_line", "Paper\n"),
        (Source, "source_name_is_one_line", "Pa\rper"),
    ],
)
def test_a_name_is_one_line_and_a_category_has_no_comma(model, constraint, name):
    with refused(constraint):
        model.objects.bulk_create([model(name=name, slug="slug")])


@pytest.mark.parametrize("model", [Category, Source])
def test_one_letter_is_a_name_and_a_comma_may_stand_in_that_of_a_source(model):
    assert model.objects.recognised("X").slug == "x"
    assert make_source("Smith, Jones & Co.").slug == "smith-jones-co"


@pytest.mark.parametrize("model", [Category, Source])
@pytest.mark.parametrize(
    ("name", "slug"), [("WORLD", "other"), ("World\u200c", "other"), ("Else", "world")]
)
def test_neither_a_name_nor_a_slug_is_stored_twice(model, name, slug):
    model.objects.recognised("World")
    with refused("unique"):
        model.objects.bulk_create([model(name=name, slug=slug)])


def test_the_source_of_an_article_cannot_be_deleted():
    source = make_source()
    make_article(source=source)
    with pytest.raises(IntegrityError):
        source.delete()


def test_text_that_is_too_long_is_refused_and_not_cut():
    with refused("too long", DataError):
        make_article(headline="a" * 1001)


def test_a_very_long_body_is_stored_whole():
    body = "\n\n".join(f"word{number} " * 8 + "end." for number in range(40_000))
    article = make_article(body=body)
    article.refresh_from_db()
    assert article.body == body
    assert found("word0") == [article.headline]


def test_an_article_is_addressed_by_day_slug_and_number_in_its_own_script():
    english = make_article(headline="Harbour reopens")
    urdu = make_article(headline="لاہور میں بارش", language="ur")
    nameless = make_article(headline="2025 ?!")
    assert english.get_absolute_url() == f"/2025/04/18/harbour-reopens-{english.pk}/"
    assert urdu.last_part == f"لاہور-میں-بارش-{urdu.pk}"
    assert urdu.get_absolute_url().isascii()
    assert nameless.get_absolute_url() == f"/2025/04/18/{nameless.pk}/"
    assert english.short_address == f"/a/{english.pk}/"


def test_the_language_decides_the_direction_and_the_script_that_of_a_name():
    assert make_article().direction == "ltr"
    assert make_article(language="ur").direction == "rtl"
    assert make_category("World").language == "en"
    assert make_category("کھیل").language == "ur"


def test_the_dateline_follows_from_the_body():
    article = make_article(body="LISBON, April 8 — Ships are back.")
    assert article.dateline == "LISBON, April 8"
    assert article.text_after_dateline == " — Ships are back."


def test_typed_text_is_brought_into_the_shape_that_an_import_would_give_it():
    typed = " One\x08.\r\n\r\n\r\nTwo. "
    lines, texts = ("headline", "byline"), ("summary", "body", "withdrawn_reason")
    article = make_article(**dict.fromkeys(lines + texts, typed))
    assert {getattr(article, field) for field in lines} == {"One. Two."}
    assert {getattr(article, field) for field in texts} == {"One.\n\nTwo."}


def test_the_source_of_an_address_is_known_by_its_domain_or_made():
    paper = make_source("The Paper", domain="paper.example")
    known = Article(source_url="https://www.paper.example/a")
    assert known.source_of_address() == paper
    made = Article(source_url="https://news.example/a").source_of_address()
    assert (made.name, made.domain) == ("news.example", "news.example")
    assert Article().source_of_address() is None


def test_a_snippet_is_an_article():
    make_article(headline="Harbour")
    assert Snippet.objects.get().headline == "Harbour"
