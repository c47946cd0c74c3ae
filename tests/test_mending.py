"""What needs a hand is mended in the lists of the queue, row by row."""

import re
from datetime import UTC, date, datetime

import pytest

from articles.models import Article, Concern, State, Translation
from tests.desk_forms import make_editor
from tests.factories import make_category
from tests.test_queue import LIST, LONG, waiting, whole

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    return make_editor("editor")


def rows(response):
    """What a browser would send of a list that nobody touched."""
    formset = response.context["cl"].formset
    sent = {f"form-{k}": v for k, v in formset.management_form.initial.items()}
    for form in formset:
        for field in form:
            sent[field.html_name] = sent[field.html_initial_name] = as_sent(field)
    return sent | {"_save": "Save"}


def as_sent(field):
    """Keys for what was chosen, and line breaks of two characters."""
    value = field.field.prepare_value(field.value())
    if isinstance(value, str):
        return value.replace("\n", "\r\n")
    return "" if value is None else value


def test_a_day_is_given_in_the_list(desk):
    article = whole(state=State.DRAFT, published_on=None)
    address = f"{LIST}?needs=no-day"
    sent = rows(desk.get(address)) | {"form-0-published_on": "2025-04-18"}
    assert desk.post(address, sent).status_code == 302
    assert Article.objects.get(pk=article.pk).published_on == date(2025, 4, 18)
    assert waiting(article) == [Concern.DRAFT]


def test_a_row_that_nobody_touched_undoes_nothing(desk):
    first, second = (whole(state=State.DRAFT, published_on=None) for _each in "ab")
    address = f"{LIST}?needs=no-day"
    sent = rows(desk.get(address))
    Article.objects.filter(pk=first.pk).update(published_on=date(2024, 1, 1))
    Article.objects.filter(pk=second.pk).update(headline="Another")
    desk.post(address, sent)
    assert Article.objects.get(pk=first.pk).published_on == date(2024, 1, 1)


def test_what_somebody_else_changed_meanwhile_is_not_written_over(desk):
    article = whole(body="Oh.")
    address = f"{LIST}?needs=short-body"
    sent = rows(desk.get(address)) | {"form-0-body": "Mine."}
    Article.objects.filter(pk=article.pk).update(body="Theirs.")
    response = desk.post(address, sent)
    assert "Somebody else has changed this" in response.content.decode()
    assert Article.objects.get(pk=article.pk).body == "Theirs."


def test_a_text_of_paragraphs_is_mended_in_the_list(desk):
    article = whole(state=State.DRAFT, body="Oh.\n\nMore soon.")
    address = f"{LIST}?needs=short-body"
    sent = rows(desk.get(address)) | {"form-0-body": "Oh.\r\n\r\nMore."}
    assert desk.post(address, sent).status_code == 302
    assert Article.objects.get(pk=article.pk).body == "Oh.\n\nMore."


def test_categories_are_given_in_the_list(desk):
    world, sport = make_category("World"), make_category("Sport")
    article = whole(categories=())
    address = f"{LIST}?needs=no-category"
    sent = rows(desk.get(address)) | {"form-0-categories": [world.pk]}
    article.categories.add(sport)
    refused = desk.post(address, sent).content.decode()
    assert "Somebody else has changed this" in refused
    article.categories.clear()
    assert desk.post(address, sent).status_code == 302
    assert article.categories.get() == world


@pytest.mark.parametrize("microsecond", [0, 5000])
def test_a_moment_is_mended_in_the_list(desk, microsecond):
    early = datetime(2025, 4, 17, 23, 59, 1, microsecond, tzinfo=UTC)
    article = whole(captured_at=early)
    address = f"{LIST}?needs=early-document"
    page = desk.get(address).content.decode()
    sent = dict(re.findall(r'name="((?:initial-)?form-[^"]*)" value="([^"]*)"', page))
    later = {"form-0-captured_at_0": "2025-04-19", "_save": "Save"}
    assert desk.post(address, sent | later).status_code == 302
    article.refresh_from_db()
    assert article.captured_at == datetime(2025, 4, 19, 23, 59, 1, tzinfo=UTC)


def test_a_list_that_is_refused_is_shown_as_it_was_sent(desk):
    old = [whole(body="Oh.", headline=f"Story {number}") for number in range(3)]
    address = f"{LIST}?needs=short-body"
    sent = rows(desk.get(address)) | {"form-1-body": "Mine."}
    old[2].delete()
    old[1].body = LONG.strip()
    old[1].save()
    whole(body="Oh.", headline="Added meanwhile")
    page = desk.post(address, sent)
    listed = page.context["cl"]
    assert listed.result_list == [form.instance for form in listed.formset]
    assert [row.pk for row in listed.result_list] == [None, old[1].pk, old[0].pk]
    assert "Mine." in page.content.decode()
    assert "This article was deleted after you had opened it." in page.content.decode()


def test_what_is_in_public_is_not_mended_unsaid(desk):
    article = whole(body="Oh.")
    address = f"{LIST}?needs=short-body"
    sent = rows(desk.get(address)) | {"form-0-body": "Oh no."}
    assert "Say to readers in a line" in desk.post(address, sent).content.decode()
    assert (
        desk.post(address, sent | {"form-0-public_note": "A word"}).status_code == 302
    )
    assert Article.objects.get(pk=article.pk).body == "Oh no."
    assert article.corrections.get().note == "A word"


def test_categories_that_somebody_else_has_given_are_not_written_over(desk):
    article, theirs = whole(categories=()), make_category("Theirs")
    address = f"{LIST}?needs=no-category"
    mine = {"form-0-categories": [make_category("Mine").pk]}
    sent = rows(desk.get(address)) | mine
    Article.objects.get(pk=article.pk).categories.add(theirs)
    desk.post(address, sent)
    assert article.categories.get() == theirs


def test_a_tied_article_does_not_change_its_language_in_the_list(desk):
    mistaken = whole(headline="کراچی میں بارش")
    facing = whole(headline="کراچی میں دھوپ", language="ur")
    Translation.objects.tie(mistaken, facing)
    address = f"{LIST}?needs=other-script"
    sent = rows(desk.get(address)) | {"form-0-language": "ur"}
    words = "Of two translations one is in English and one in Urdu."
    assert words in desk.post(address, sent).content.decode()
    Translation.objects.tie(mistaken, None)
    assert desk.post(address, sent).status_code == 302
    mistaken.refresh_from_db()
    assert mistaken.language == "ur"
