"""Old addresses and names of categories and sources lead to what they are now."""

from urllib.parse import quote

import pytest
from pytest_django.asserts import assertContains, assertRedirects

from articles.desk import renaming
from articles.desk.merging import merge
from articles.models import Kind, LabelMove
from tests.factories import make_article, make_category, make_source

pytestmark = pytest.mark.django_db

MAKERS = [("category", make_category), ("source", make_source)]


def renamed(label, **names):
    for name, value in names.items():
        setattr(label, name, value)
    renaming.save(label)
    return label


def filed(label, kind, **fields):
    labels = {"source": label} if kind == "source" else {"categories": (label,)}
    return make_article(**labels, **fields)


@pytest.mark.parametrize(("kind", "make"), MAKERS)
@pytest.mark.parametrize("edition", ["", "/ur"])
@pytest.mark.parametrize("query", ["", "?before=2025-04-18.7&x=%D9%BE"])
def test_an_old_address_leads_on_with_all_that_it_has(
    client, kind, make, edition, query
):
    renamed(make("Wrold"), name="دنیا", slug="دنیا")
    answer = client.get(f"{edition}/{kind}/wrold/{query}")
    assert answer.status_code == 301
    assert answer["Location"] == f"{edition}/{kind}/{quote('دنیا')}/{query}"


@pytest.mark.parametrize(("kind", "make"), MAKERS)
def test_after_many_moves_an_old_address_leads_to_the_last_in_one_hop(
    client, kind, make
):
    first, second, third = make("A"), make("B"), make("C")
    filed(first, kind)
    renamed(first, slug="a2")
    merge([first], second)
    merge([second], third)
    renamed(third, slug="c2")
    for old in ("a", "a2", "b", "c"):
        answer = client.get(f"/{kind}/{old}/")
        assertRedirects(answer, f"/{kind}/c2/", status_code=301)


@pytest.mark.parametrize(("kind", "make"), MAKERS)
def test_a_label_that_gets_its_name_back_is_at_home_there(client, kind, make):
    label = renamed(make("World"), name="Globe", slug="globe")
    renamed(label, name="World", slug="world")
    assert client.get(f"/{kind}/world/").status_code == 200
    assertRedirects(client.get(f"/{kind}/globe/"), f"/{kind}/world/", status_code=301)
    assert LabelMove.objects.filter(redirects=True).count() == 1


@pytest.mark.parametrize(("kind", "make"), MAKERS)
def test_a_label_with_the_old_address_of_another_wins(client, kind, make):
    old = renamed(make("World"), name="Globe", slug="globe")
    new = make("Another")
    renamed(new, slug="world")
    assert client.get(f"/{kind}/world/").status_code == 200
    renamed(new, slug="another-world")
    assertRedirects(
        client.get(f"/{kind}/world/"), f"/{kind}/another-world/", status_code=301
    )
    assert old.moves.get().redirects is False


@pytest.mark.parametrize("kind", ["category", "source"])
def test_an_address_that_never_was_is_none(client, kind):
    other = {"category": make_source, "source": make_category}[kind]
    renamed(other("World"), slug="globe")
    assert client.get(f"/{kind}/world/").status_code == 404


@pytest.mark.parametrize(("kind", "make"), MAKERS)
def test_who_has_the_old_page_is_led_on_and_nobody_keeps_that_for_long(
    client, kind, make
):
    label = make("World")
    filed(label, kind)
    tag = client.get(f"/{kind}/world/")["ETag"]
    renamed(label, slug="globe")
    answer = client.get(f"/{kind}/world/", headers={"If-None-Match": tag})
    assert answer.status_code == 301
    assert not answer.has_header("ETag")
    assert "max-age=0" in answer["Cache-Control"]
    renamed(label, slug="world")
    assert client.get(f"/{kind}/world/").status_code == 200


@pytest.mark.parametrize(("kind", "make"), MAKERS)
@pytest.mark.parametrize("path", ["/search/", "/ur/search/", "/search/articles.csv"])
def test_a_search_with_an_old_filter_leads_to_the_same_with_the_new(
    client, kind, make, path
):
    into, other = make("World"), make("Sport")
    merge([make("Wrold"), make("Globe")], into)
    query = f"q=flood&{kind}=wrold&{kind}=-globe&{kind}={other.slug}&page=2"
    answer = client.get(f"{path}?{query}")
    assert answer.status_code == 301
    new = f"q=flood&{kind}=world&{kind}=-world&{kind}=sport&page=2"
    assert answer["Location"] == f"{path}?{new}"


@pytest.mark.parametrize(("kind", "make"), MAKERS)
@pytest.mark.parametrize("name", ["Old name", "old-name", "پرانا نام"])
def test_an_old_name_that_is_typed_finds_the_new_label(client, kind, make, name):
    into = make("World")
    old = make("Old name", name_ur="پرانا نام")
    filed(old, kind, headline="Harbour reopens")
    filed(make("Another"), kind, headline="Elsewhere")
    merge([old], into)
    into.refresh_from_db()
    renamed(into, name_ur="دنیا")
    page = client.get("/search/", {"q": f'{kind}:"{name}"'})
    assertContains(page, "Harbour reopens")
    assert b"Elsewhere" not in page.content


def test_a_name_that_a_label_has_now_is_no_old_one(client):
    merge([make_category("Globe")], make_category("World"))
    renamed(make_category("Another"), name="Globe", slug="globe-2")
    make_article(headline="Elsewhere", categories=(make_category("World"),))
    page = client.get("/search/", {"q": 'category:"Globe"'})
    assert b"Elsewhere" not in page.content


@pytest.mark.parametrize(("kind", "make"), MAKERS)
def test_a_new_name_alone_is_recorded_and_recognised(kind, make):
    label = make("Wrold")
    filed(label, kind)
    renamed(label, name="World")
    move = LabelMove.objects.get()
    assert (move.kind, move.old_name, move.new_name) == (Kind(kind), "Wrold", "World")
    assert (move.article_count, move.redirects) == (1, False)
    assert make("wrold") == label


def test_what_is_saved_with_the_same_names_is_no_move():
    label = make_source("Paper")
    label.homepage = "https://paper.example/"
    renaming.save(label)
    renamed(label, name_ur="اخبار")
    assert not LabelMove.objects.exists()


def test_a_page_of_a_label_costs_no_query_more(client, django_assert_num_queries):
    label = make_category("World")
    renamed(label, slug="globe")
    with django_assert_num_queries(3):  # its state, the label, and where it leads
        client.get("/category/world/")
