"""Categories and sources at the desk: renamed and merged, by those who may."""

from html import unescape

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from articles.admin import merges
from articles.models import Category, LabelMove, Source
from tests.factories import make_article, make_category, make_source

pytestmark = pytest.mark.django_db

KINDS = [("category", make_category), ("source", make_source)]
MOVES = "/admin/articles/labelmove/"


def member(client, group):
    user = User.objects.create_user(group, is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    client.force_login(user)
    return client


def merge_page(kind, *labels, **more):
    keys = "&".join(f"label={label.pk}" for label in labels)
    into = "".join(f"&into={label.pk}" for label in more.values())
    return f"/admin/articles/{kind}/merge/?{keys}{into}"


def filed(label, kind, **fields):
    labels = {"source": label} if kind == "source" else {"categories": (label,)}
    return make_article(**labels, **fields)


def chosen(client, kind, *labels):
    values = {"action": "choose_to_merge", "_selected_action": [it.pk for it in labels]}
    return client.post(f"/admin/articles/{kind}/", values)


@pytest.mark.parametrize(("kind", "make"), KINDS)
def test_labels_that_are_chosen_are_shown_and_then_merged(admin_client, kind, make):
    world, old = make("World"), make("دنیا")
    for label in (world, world, old):
        filed(label, kind)
    filed(old, kind, state="draft")
    answer = chosen(admin_client, kind, old, world)
    page = admin_client.get(answer["Location"])
    preview = page.context["preview"]
    assert preview.into == world
    assert preview.moved == [(old, 2)]
    assertContains(page, f'<bdi dir="ltr">/{kind}/دنیا/</bdi>')
    values = {"label": [world.pk, old.pk], "into": world.pk, "shown": world.pk}
    told = admin_client.post(merge_page(kind), values, follow=True)
    assertContains(told, "2 articles were moved to “World”.")
    assert world.article_set.count() == 4
    assert LabelMove.objects.get().article_count == 2
    assert LabelMove.objects.get().by_name == "admin"
    history = admin_client.get(f"/admin/articles/{kind}/{world.pk}/history/")
    assertContains(history, "Merged with it: دنیا")


@pytest.mark.parametrize(("kind", "make"), KINDS)
def test_nothing_is_merged_into_one_that_the_preview_was_not_of(
    admin_client, kind, make
):
    world, old = make("World"), make("Old")
    values = {"label": [world.pk, old.pk], "into": old.pk, "shown": world.pk}
    page = admin_client.post(merge_page(kind), values)
    assert page.context["preview"].into == old
    assertContains(page, "Another one was to stay")
    assert {*type(world).objects.all()} == {world, old}


@pytest.mark.parametrize(("kind", "make"), KINDS)
def test_another_one_may_stay(admin_client, kind, make):
    world, old = make("World"), make("Old")
    filed(world, kind)
    page = admin_client.get(merge_page(kind, world, old, into=old))
    preview = page.context["preview"]
    assert (preview.into, preview.moved) == (old, [(world, 1)])
    assert preview.redirects == [f"/{kind}/world/"]


def test_a_name_in_urdu_that_comes_of_another_is_told_before(admin_client):
    world, old = make_category("World"), make_category("دنیا")
    filed(world, "category")
    page = admin_client.get(merge_page("category", world, old, into=world))
    assertContains(page, "In Urdu it will be called")


def test_what_is_under_both_is_counted_once(admin_client):
    world, old = make_category("World"), make_category("Old")
    make_article(categories=(world, old))
    make_article(categories=(world,))
    page = admin_client.get(merge_page("category", world, old))
    assert page.context["preview"].shared == 1
    assertContains(page, "1 article is under more than one of them")


def test_addresses_that_led_to_one_that_goes_are_shown_too(admin_client):
    first, second, third = (make_category(name) for name in "ABC")
    admin_client.post(
        merge_page("category"),
        {"label": [first.pk, second.pk], "into": second.pk, "shown": second.pk},
    )
    page = admin_client.get(merge_page("category", second, third, into=third))
    assert page.context["preview"].redirects == ["/category/b/", "/category/a/"]


def test_sources_with_the_same_article_are_not_merged_and_it_is_named(admin_client):
    paper, old = make_source("Paper"), make_source("Old")
    pair = [
        make_article(source=source, headline="Flood <b>", body="Water.")
        for source in (paper, old)
    ]
    page = admin_client.get(merge_page("source", paper, old))
    assertNotContains(page, "Merge them")
    for article in pair:
        assertContains(page, f'href="/admin/articles/article/{article.pk}/change/"')
    values = {"label": [paper.pk, old.pk], "into": paper.pk, "shown": paper.pk}
    answer = admin_client.post(merge_page("source"), values)
    assertContains(answer, "so nothing was merged")
    assert Source.objects.count() == 2


@pytest.mark.parametrize("number", [1, merges._MOST + 1])
def test_too_few_or_too_many_are_not_merged(admin_client, number):
    labels = [make_category(f"Name {n}") for n in range(number)]
    answer = chosen(admin_client, "category", *labels)
    assertRedirects(answer, "/admin/articles/category/")


@pytest.mark.parametrize("keys", ["", "?label=1", "?label=x&label=" + "9" * 30])
def test_labels_that_are_gone_are_said_to_be(admin_client, keys):
    answer = admin_client.get(f"/admin/articles/category/merge/{keys}", follow=True)
    assertContains(answer, "Somebody else has merged or deleted one of them.")


@pytest.mark.parametrize(("kind", "make"), KINDS)
def test_editors_rename_and_senior_editors_merge(client, kind, make):
    world, old = make("World"), make("Old")
    values = {"label": [world.pk, old.pk], "into": world.pk, "shown": world.pk}
    editor = member(client, "Editors")
    assertNotContains(editor.get(f"/admin/articles/{kind}/"), "choose_to_merge")
    assert editor.get(merge_page(kind, world, old)).status_code == 403
    assert editor.post(merge_page(kind), values).status_code == 403
    form = f"/admin/articles/{kind}/{old.pk}/change/"
    assert editor.post(form, {"name": "Older", "slug": "older"}).status_code == 302
    senior = member(client, "Senior editors")
    assertContains(senior.get(f"/admin/articles/{kind}/"), "choose_to_merge")
    assert senior.post(merge_page(kind), values).status_code == 302
    assert LabelMove.objects.count() == 2


@pytest.mark.parametrize(("kind", "make"), KINDS)
def test_the_form_says_what_a_new_slug_does(admin_client, kind, make):
    label = make("پاکستان")
    filed(label, kind)
    page = admin_client.get(f"/admin/articles/{kind}/{label.pk}/change/")
    assertContains(page, "1 article is under it.")
    assert f"/{kind}/پاکستان/" in unescape(page.content.decode())
    admin_client.get(f"/admin/articles/{kind}/add/")


@pytest.mark.parametrize(("kind", "make"), KINDS)
def test_a_renamed_label_is_recorded_with_who_did_it(admin_client, kind, make):
    label = make("Wrold")
    filed(label, kind)
    values = {"name": "World", "name_ur": "دنیا", "slug": "world"}
    admin_client.post(f"/admin/articles/{kind}/{label.pk}/change/", values)
    move = LabelMove.objects.get()
    assert (move.old_slug, move.label, move.by_name) == ("wrold", label, "admin")
    page = admin_client.get(MOVES)
    assertContains(page, f'href="/admin/articles/{kind}/{label.pk}/change/"')
    assertContains(page, '<bdi lang="en" dir="ltr">Wrold</bdi>')
    assert admin_client.get(f"{MOVES}{move.pk}/change/").status_code == 200


def test_moves_are_read_and_neither_added_nor_changed_nor_deleted(admin_client):
    label = make_category("Wrold")
    values = {"name": "World", "slug": "world"}
    admin_client.post(f"/admin/articles/category/{label.pk}/change/", values)
    Category.objects.all().delete()
    move = LabelMove.objects.get()
    assertContains(admin_client.get(MOVES), "World")
    assert admin_client.get(f"{MOVES}add/").status_code == 403
    assert admin_client.post(f"{MOVES}{move.pk}/delete/").status_code == 403
    assert admin_client.post(f"{MOVES}{move.pk}/change/").status_code == 403


@pytest.mark.parametrize(("kind", "make"), KINDS)
def test_the_list_has_counts_by_which_it_is_sorted(admin_client, kind, make):
    for name, count in (("One", 1), ("Three", 3), ("None", 0)):
        label = make(name)
        for _number in range(count):
            filed(label, kind)
    page = admin_client.get(f"/admin/articles/{kind}/?o=-4")
    found = [(it.name, it.article_count) for it in page.context["cl"].result_list]
    assert found == [("Three", 3), ("One", 1), ("None", 0)]


def queries(client, address):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize(("kind", "make"), KINDS)
def test_many_labels_take_no_more_queries(admin_client, kind, make):
    labels = [make(f"Name {number}") for number in range(2)]
    pages = [f"/admin/articles/{kind}/", MOVES]
    few = [queries(admin_client, page) for page in pages]
    preview = queries(admin_client, merge_page(kind, *labels))
    for number in range(2, 30):
        label = make(f"Name {number}")
        labels.append(label)
        filed(label, kind)
        values = {"name": f"New {number}", "slug": f"new-{number}"}
        admin_client.post(f"/admin/articles/{kind}/{label.pk}/change/", values)
    assert [queries(admin_client, page) for page in pages] == few
    assert queries(admin_client, merge_page(kind, *labels)) == preview
