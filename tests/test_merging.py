"""Categories and sources are renamed and merged; old names and addresses lead on."""

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from pytest_django.asserts import assertContains

from articles.desk import merging
from articles.importing.labels import Labels
from articles.importing.records import ArticleRecord
from articles.models import Article, Category, CategoryCount, LabelMove, Source
from tests.factories import make_article, make_category, make_source
from tests.test_counts import are_exact

pytestmark = pytest.mark.django_db

CATEGORIES, SOURCES = "/admin/articles/category/", "/admin/articles/source/"


@pytest.fixture
def senior():
    user = User.objects.create_user("senior", is_staff=True)
    user.groups.add(Group.objects.get(name="Senior editors"))
    client = Client()
    client.force_login(user)
    client.user = user
    return client


def entries_are_exact():
    """What the search knows of labels is what the articles are filed under."""
    for article in Article.objects.prefetch_related("categories"):
        keys = sorted(category.pk for category in article.categories.all())
        assert article.entry.category_ids == keys
        vector = str(article.entry.vector)
        assert (
            sorted(
                k
                for k in Category.objects.values_list("pk", flat=True)
                if f"'=c{k}'" in vector
            )
            == keys
        )
    return True


def test_articles_of_several_categories_come_under_one(senior):
    world, globe, earth = map(make_category, ("World", "Globe", "Earth"))
    both = make_article(categories=(world, globe))
    other = make_article(categories=(globe, earth), language="ur")
    merging.merge(world, [globe, earth], senior.user)
    assert list(both.categories.all()) == list(other.categories.all()) == [world]
    assert CategoryCount.objects.get(articles__gt=0).articles == 2
    assert entries_are_exact()
    assert are_exact()
    assert not Category.objects.filter(name__in=["Globe", "Earth"]).exists()


def test_old_addresses_lead_on_in_one_step_also_after_another_merge(client, senior):
    world, globe, earth = map(make_category, ("World", "Globe", "Earth"))
    make_article(categories=(globe,))
    merging.merge(globe, [earth], senior.user)
    merging.merge(world, [globe], senior.user)
    for old in ("globe", "earth"):
        found = client.get(f"/category/{old}/?lang=en")
        assert (found.status_code, found["Location"]) == (
            301,
            "/category/world/?lang=en",
        )
        assert client.get(f"/ur/category/{old}/")["Location"] == "/ur/category/world/"
    assert client.get("/category/nowhere/").status_code == 404


def test_a_search_for_an_old_name_finds_what_is_there_now(client, senior):
    world, globe = make_category("World"), make_category("Globe")
    make_article(headline="Flood closes bridge", categories=(globe,))
    merging.merge(world, [globe], senior.user)
    for asked in ("category=globe", "q=category:globe", "category=world"):
        assertContains(client.get(f"/search/?{asked}"), "Flood closes bridge")


def test_an_import_files_under_what_took_over_a_name(senior):
    world, globe = make_category("World"), make_category("Globe")
    old, new = make_source("Old Times", domain="old.example"), make_source("New Times")
    merging.merge(world, [globe], senior.user)
    merging.merge(new, [old], senior.user)
    labels = Labels()
    record = ArticleRecord(place="", source="old times", categories=("GLOBE",))
    assert labels.category_keys(record) == [world.pk]
    assert labels.source_key(record) == new.pk
    assert Source.objects.of_site("old.example") == new


def test_what_the_one_that_stays_does_not_say_is_taken_from_the_others(senior):
    world, globe = make_category("World"), make_category("Globe", name_ur="دنیا")
    merging.merge(world, [globe], senior.user)
    assert Category.objects.get().name_ur == "دنیا"


def test_sources_are_merged_with_their_articles(client, senior):
    old, new = make_source("Old Times"), make_source("New Times")
    article = make_article(source=old, source_url="https://old.example/1")
    merging.merge(new, [old], senior.user)
    article.refresh_from_db()
    assert article.source == new
    assert client.get("/source/old-times/")["Location"] == "/source/new-times/"
    assert are_exact()


def test_two_articles_that_would_be_one_stop_a_merge_whole(senior):
    old, new = make_source("Old Times"), make_source("New Times")
    same = {"headline": "Flood closes bridge", "body": "It rained."}
    first = make_article(source=old, **same)
    make_article(source=new, **same)
    with pytest.raises(merging.MergingError) as error:
        merging.merge(new, [old], senior.user)
    assert error.value.articles[0].headline == "Flood closes bridge"
    first.refresh_from_db()
    assert first.source == old
    page = senior.get(f"{SOURCES}merge/?labels={old.pk},{new.pk}")
    assertContains(page, "they would be one article")


def test_a_preview_says_what_then_happens(senior):
    world, globe = make_category("World"), make_category("Globe")
    make_article(categories=(world, globe))
    for _each in "ab":
        make_article(categories=(world,))
    chosen = {"action": "merge_chosen", "_selected_action": [world.pk, globe.pk]}
    page = senior.post(CATEGORIES, chosen, follow=True)
    assertContains(page, "1 article in public is moved to “World”.")
    assertContains(page, "1 article is filed under several of them")
    assertContains(page, "/category/globe/ leads to /category/world/ from then on.")
    assert Category.objects.count() == 2
    sent = {"labels": f"{world.pk},{globe.pk}", "kept": globe.pk}
    assertContains(senior.post(f"{CATEGORIES}merge/", sent), "are moved to “Globe”")
    done = senior.post(f"{CATEGORIES}merge/", sent | {"_merge": "1"}, follow=True)
    assertContains(done, "was merged into “Globe”")
    move = LabelMove.objects.get()
    assert (move.old_name, move.new_name, move.article_count) == ("World", "Globe", 3)
    assertContains(senior.get("/admin/articles/labelmove/"), "World")


def test_what_moved_stays_readable_when_all_is_gone(senior):
    world, globe = make_category("World"), make_category("Globe")
    merging.merge(world, [globe], senior.user)
    Category.objects.all().delete()
    User.objects.all().delete()
    move = LabelMove.objects.get()
    assert (str(move), move.by_name) == ("Globe → World", "senior")


def test_a_new_name_and_address_keep_the_old_ones_alive(client, senior):
    globe = make_category("Globe")
    typed = {"name": "World", "name_ur": "", "slug": "world"}
    assert senior.post(f"{CATEGORIES}{globe.pk}/change/", typed).status_code == 302
    moved = client.get("/category/globe/")
    assert moved["Location"] == "/category/world/"
    # Kept, it would go in a circle when the old address comes back.
    assert moved["Cache-Control"] == "public, max-age=0"
    assert Category.objects.recognised("Globe") == globe
    assert not LabelMove.objects.get().is_merge


def test_a_label_that_has_an_old_address_now_is_shown_there(client, senior):
    world, globe = make_category("World"), make_category("Globe")
    merging.merge(world, [globe], senior.user)
    Category.objects.create(name="Globe", slug="globe")
    assert client.get("/category/globe/").status_code == 200


def test_editors_rename_and_do_not_merge():
    user = User.objects.create_user("editor", is_staff=True)
    user.groups.add(Group.objects.get(name="Editors"))
    client = Client()
    client.force_login(user)
    labels = ",".join(str(make_category(name).pk) for name in ("World", "Globe"))
    assert client.get(f"{CATEGORIES}merge/?labels={labels}").status_code == 403


@pytest.mark.parametrize("labels", ["", "1", "x,y", "9" * 40])
def test_less_than_two_are_not_merged(senior, labels):
    found = senior.get(f"{CATEGORIES}merge/?labels={labels}", follow=True)
    assertContains(found, "Choose at least two to merge.")
