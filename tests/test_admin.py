"""The desk: every page of it answers, to those who may, and costs what it should."""

import json
import re
from datetime import date

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains

from articles.models import Article, Category, State
from tests.factories import make_article, make_category, make_source

pytestmark = pytest.mark.django_db

ARTICLES = "/admin/articles/article/"
LISTS = [f"/admin/articles/{model}/" for model in ("article", "snippet")]
MODELS = ["article", "snippet", "source", "category"]
AUTOCOMPLETE = "/admin/autocomplete/?app_label=articles&model_name=article&field_name="


@pytest.fixture
def editor(client):
    """The client of one who is in the group Editors, and no more than that."""
    user = User.objects.create_user("ann", is_staff=True)
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)
    return client


def values_of(client, article):
    """What the form of an article sends when nothing is changed; no instants in it."""
    form = client.get(f"{ARTICLES}{article.pk}/change/").context["adminform"].form
    values = {field.name: field.value() for field in form}
    return {name: value for name, value in values.items() if value is not None}


def make_articles(first, last):
    for number in range(first, last):
        source = make_source(f"Paper {number % 7}")
        labels = (make_category("World"), make_category("Sport"))
        make_article(source=source, categories=labels, body="Text. " * 200)


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize(
    "page", ["", "add/", "?q=harbour", "{pk}/change/", "{pk}/history/"]
)
def test_every_page_of_the_desk_answers_an_editor(editor, model, page):
    made = make_article(source=make_source(), categories=(make_category(),))
    labels = {"source": made.source, "category": made.categories.get()}
    pk = labels.get(model, made).pk
    answer = editor.get(f"/admin/articles/{model}/{page.format(pk=pk)}")
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]


def test_the_desk_is_closed_to_readers(client):
    article = make_article()
    for page in ["", "add/", f"{article.pk}/change/", f"{article.pk}/preview/"]:
        answer = client.get(f"{ARTICLES}{page}")
        assert answer["Location"].startswith("/admin/login/"), page
        assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("address", LISTS)
def test_a_list_of_many_costs_as_many_queries_as_a_list_of_one(editor, address):
    def queries():
        with CaptureQueriesContext(connection) as made:
            assert editor.get(address).status_code == 200
        return [query["sql"] for query in made]

    make_articles(0, 7)
    of_few = queries()
    make_articles(7, 200)
    of_many = queries()
    assert len(of_many) == len(of_few) < 15, of_many
    listed = [sql for sql in of_many if "ORDER BY" in sql and "headline" in sql]
    assert listed
    assert not any('"body"' in sql or '"search_vector"' in sql for sql in listed)


@pytest.mark.parametrize("address", LISTS)
@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("q=harbour", ["Harbour reopens"]),
        ("q=closed", ["Market closes"]),
        ("q=بارش", ["لاہور میں بارش"]),
        ("q=nothing", []),
        ("state__exact=draft", ["Market closes"]),
        ("language__exact=ur", ["لاہور میں بارش"]),
        ("published_on__year=2025", ["Harbour reopens"]),
        ("published_on__year=2024&published_on__month=2", ["لاہور میں بارش"]),
        ("source__isnull=True", ["Market closes", "لاہور میں بارش"]),
    ],
)
def test_search_filters_and_days_narrow_the_list(editor, address, query, shown):
    make_article(headline="Harbour reopens", source=make_source())
    make_article(headline="Market closes", state=State.DRAFT, published_on=None)
    rain = {"headline": "لاہور میں بارش", "published_on": date(2024, 2, 29)}
    make_article(language="ur", **rain)
    page = editor.get(f"{address}?{query}").content.decode()
    assert sorted(re.findall('class="hl"[^>]*>([^<]*)<', page)) == sorted(shown)


def test_headlines_stand_in_the_list_in_their_language_and_direction(editor):
    make_article(headline="لاہور <b>", language="ur")
    page = editor.get(ARTICLES)
    assertContains(page, '<span class="hl" lang="ur" dir="rtl">لاہور &lt;b&gt;</span>')


@pytest.mark.parametrize("field", ["source", "categories"])
def test_sources_and_categories_complete_themselves_in_either_script(editor, field):
    make_source("Example Times", name_ur="نمونہ ٹائمز")
    make_category("World", name_ur="دنیا")
    for term in {"source": ["exam", "نمونہ"], "categories": ["wor", "دنیا"]}[field]:
        answer = json.loads(editor.get(f"{AUTOCOMPLETE}{field}&term={term}").content)
        assert [found["text"] for found in answer["results"]] == [
            {"source": "Example Times", "categories": "World"}[field]
        ]


def test_an_editor_can_add_an_article(editor):
    values = {"headline": "Harbour  reopens ", "body": "One.\r\n\r\n\r\nTwo. "}
    values |= {"state": "published", "language": "en", "published_on": "2025-04-18"}
    values |= {"categories": [make_category().pk], "source": make_source().pk}
    assert editor.post(f"{ARTICLES}add/", values).status_code == 302
    article = Article.objects.get()
    assert (article.headline, article.body) == ("Harbour reopens", "One.\n\nTwo.")
    assertContains(editor.get(article.get_absolute_url()), "Example Times")


def test_an_editor_can_change_an_article_and_its_history_says_so(editor):
    article = make_article(body="Ships.", categories=(make_category(),))
    note = {"public_note": "The headline"}
    values = values_of(editor, article) | {"headline": "Harbour closes"} | note
    assert editor.post(f"{ARTICLES}{article.pk}/change/", values).status_code == 302
    article.refresh_from_db()
    assert (article.headline, article.body) == ("Harbour closes", "Ships.")
    assert article.categories.count() == 1
    history = editor.get(f"{ARTICLES}{article.pk}/history/")
    assertContains(history, "changed: Headline")


def test_an_editor_can_withdraw_an_article_and_must_say_why(editor):
    article = make_article()
    form, values = f"{ARTICLES}{article.pk}/change/", values_of(editor, article)
    values["state"] = "withdrawn"
    assertContains(editor.post(form, values), "Say to readers why it is withdrawn.")
    values["withdrawn_reason"] = "The report was wrong."
    assert editor.post(form, values).status_code == 302
    gone = editor.get(article.get_absolute_url())
    assertContains(gone, "The report was wrong.", status_code=410)


@pytest.mark.parametrize("model", MODELS)
def test_an_editor_cannot_delete(editor, model):
    made = make_article(source=make_source(), categories=(make_category(),))
    pk = {"source": made.source_id, "category": made.categories.get().pk}.get(
        model, made.pk
    )
    desk = f"/admin/articles/{model}/"
    assert editor.post(f"{desk}{pk}/delete/", {"post": "yes"}).status_code == 403
    selected = {"action": "delete_selected", "_selected_action": [pk], "post": "yes"}
    editor.post(desk, selected)
    assertNotContains(editor.get(f"{desk}{pk}/change/"), "delete/")
    assert (Article.objects.count(), Category.objects.count()) == (1, 1)


def test_what_an_operator_took_from_the_editors_stays_taken(editor):
    group = Group.objects.get(name="Editors")
    group.permissions.clear()
    call_command("migrate", verbosity=0)
    assert not group.permissions.exists()


@pytest.mark.parametrize("model", ["category", "source"])
def test_a_name_is_refused_in_another_spelling_with_the_way_to_the_first(editor, model):
    make = {"category": make_category, "source": make_source}[model]
    first = make("کراچی")
    page = editor.post(f"/admin/articles/{model}/add/", {"name": "كراچي", "slug": "x"})
    assertContains(page, f'<a href="/admin/articles/{model}/{first.pk}/change/"')
    change = f"/admin/articles/{model}/{first.pk}/change/"
    values = {"name": " Kara\x08chi ", "name_ur": "كراچي", "slug": "x"}
    assert editor.post(change, values).status_code == 302
    first.refresh_from_db()
    assert (first.name, first.name_ur, first.slug) == ("Karachi", "كراچي", "x")


@pytest.mark.parametrize("name", ["", " ", "\x08", "World, Sport", "World\x00"])
def test_a_category_needs_one_name_without_a_comma(editor, name):
    page = editor.post("/admin/articles/category/add/", {"name": name, "slug": "x"})
    assert page.status_code == 200
    assert not Category.objects.exists()
