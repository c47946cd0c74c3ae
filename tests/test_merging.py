"""Categories and sources are merged with all that names them, or not at all."""

import pytest
from django.contrib.auth.models import User
from django.db import connection

from articles.desk.history import History
from articles.desk.merge_previews import preview
from articles.desk.merging import ConflictError, LabelGoneError, merge
from articles.desk.restoring import restore
from articles.desk.value_differences import value_differences
from articles.models import (
    Article,
    ArticleVersion,
    Category,
    CategoryCount,
    FilingVersion,
    Happened,
    Kind,
    LabelMove,
    SearchEntry,
    Source,
)
from tests.factories import make_article, make_category, make_source

pytestmark = pytest.mark.django_db

TARGETS = [(make_category, Category, "category"), (make_source, Source, "source")]


def with_label(label, **fields):
    if isinstance(label, Source):
        return make_article(source=label, **fields)
    return make_article(categories=(label,), **fields)


def articles_of(label):
    return set(label.article_set.values_list("pk", flat=True))


def entries():
    columns = ("article_id", "source_id", "category_ids", "vector")
    return list(SearchEntry.objects.order_by("pk").values_list(*columns))


@pytest.mark.parametrize(("make", "model", "kind"), TARGETS)
def test_what_two_labels_had_is_in_one(make, model, kind):
    world, old, other = make("World"), make("Wrold"), make("کھیل")
    into = {with_label(world).pk, with_label(old).pk, with_label(old).pk}
    left = with_label(other)
    merge([old], world)
    assert articles_of(world) == into
    assert articles_of(other) == {left.pk}
    assert not model.objects.filter(pk=old.pk).exists()


def test_an_article_of_both_categories_is_under_the_one_once():
    world, old = make_category("World"), make_category("Wrold")
    both = make_article(categories=(world, old))
    merge([old, world], world)
    assert list(both.categories.all()) == [world]


@pytest.mark.parametrize(("make", "model", "kind"), TARGETS)
def test_the_index_and_the_counts_are_as_if_made_anew(make, model, kind):
    world, old, third = make("World"), make("Wrold"), make("Sport")
    for number, label in enumerate((world, old, old, third)):
        with_label(label, body=f"Flood number {number}, پانی.")
    make_article(state="draft", categories=(make_category("Sport"),))
    merge([old, third], world)
    merged = entries()
    with connection.cursor() as cursor:
        cursor.execute("SELECT archive_index_all()")
    assert entries() == merged
    assert sum(world.counts.by_month().values()) == 4
    assert not CategoryCount.objects.filter(category=old.pk, articles__gt=0).exists()


@pytest.mark.parametrize(("make", "model", "kind"), TARGETS)
def test_a_record_says_what_moved_and_stays_readable(make, model, kind):
    world, old = make("World"), make("دنیا", name_ur="دنیا")
    with_label(old)
    with_label(old, state="draft")
    ann = User.objects.create_user("ann", first_name="Ann", last_name="Lee")
    merge([old], world, ann)
    ann.delete()
    model.objects.all()[0].article_set.all().delete()
    model.objects.all().delete()
    move = LabelMove.objects.get()
    assert (move.kind, move.happened) == (Kind(kind), Happened.MERGED)
    assert (move.old_name, move.old_slug, move.new_name) == ("دنیا", "دنیا", "World")
    assert (move.article_count, move.by, move.by_name) == (2, None, "Ann Lee")
    assert (move.label, move.language) == (None, "ur")


@pytest.mark.parametrize(("make", "model", "kind"), TARGETS)
def test_moves_of_a_label_that_is_merged_lead_on(make, model, kind):
    first, second, third = make("A"), make("B"), make("C")
    merge([first], second)
    merge([second], third)
    moves = LabelMove.objects.redirects_of(Kind(kind), ["a", "b"])
    assert moves == {"a": "c", "b": "c"}


@pytest.mark.parametrize(("make", "model", "kind"), TARGETS)
def test_a_name_that_was_merged_is_recognised(make, model, kind):
    world, old = make("World"), make("كراچی")
    merge([old], world)
    assert make("کراچی") == world
    assert model.objects.count() == 1


def test_a_site_that_was_merged_is_recognised_by_its_domain():
    paper = make_source("The Paper", domain="paper.example")
    merge([make_source("Old", domain="old.example")], paper)
    assert Source.objects.of_site("old.example") == paper
    assert Source.objects.of_site("paper.example") == paper
    assert Source.objects.of_site("new.example") != paper


@pytest.mark.parametrize(("make", "model", "kind"), TARGETS)
def test_a_new_label_takes_no_address_that_redirects(make, model, kind):
    world, old = make("World"), make("Dawn!")
    merge([old], world)
    assert make("Dawn?").slug == "dawn-2"


def test_what_the_one_lacked_it_gets():
    into = make_source("The Paper")
    merge(
        [
            make_source("اخبار"),
            make_source(
                "Paper", domain="paper.example", homepage="https://paper.example/"
            ),
        ],
        into,
    )
    into.refresh_from_db()
    assert (into.name_ur, into.domain) == ("اخبار", "paper.example")
    assert into.homepage == "https://paper.example/"


def test_what_the_one_had_it_keeps():
    into = make_category("World", name_ur="دنیا")
    merge([make_category("Globe", name_ur="جہان")], into)
    into.refresh_from_db()
    assert into.name_ur == "دنیا"


def test_versions_tell_where_articles_were():
    paper, old = make_source("Paper"), make_source("Old")
    world, wrold = make_category("World"), make_category("Wrold")
    article = make_article(source=old, categories=(wrold,))
    merge([old], paper)
    merge([wrold], world)
    assert ArticleVersion.objects.get(pgh_obj=article).source_id == old.pk
    kept = FilingVersion.objects.filter(pgh_context__metadata__merged_into=world.pk)
    assert {(it.pgh_label, it.category_id) for it in kept} == {
        ("unfiled", wrold.pk),
        ("filed", world.pk),
    }


@pytest.mark.parametrize("other", ["Paper", "Third"])
def test_sources_with_an_article_that_would_be_the_same_stay_apart(other):
    into, old, third = (make_source(name) for name in ("Paper", "Old", "Third"))
    same = {"headline": "Flood", "body": "Water."}
    one = make_article(source=make_source(other), **same)
    two = make_article(source=old, **same)
    make_article(source=old)
    with pytest.raises(ConflictError) as error:
        merge([old, third], into)
    ((coming, there),) = error.value.pairs
    assert {coming, there} == {one.pk, two.pk}
    assert Source.objects.count() == 3
    assert not LabelMove.objects.exists()
    assert len(articles_of(old)) == 2


def test_of_many_articles_that_would_be_the_same_the_first_are_named():
    into, old = make_source("Paper"), make_source("Old")
    for number in range(25):
        for source in (into, old):
            make_article(source=source, headline=f"Flood {number}", body="Water.")
    told = preview([into, old], into)
    assert (told.conflict_count, len(told.conflicts)) == (25, 20)
    assert all(one.headline == other.headline for one, other in told.conflicts)
    with pytest.raises(ConflictError):
        merge([old], into)


def test_an_address_of_its_own_keeps_two_articles_apart():
    into, old = make_source("Paper"), make_source("Old")
    same = {"headline": "Flood", "body": "Water."}
    make_article(source=into, **same)
    make_article(source=old, source_url="https://old.example/flood", **same)
    merge([old], into)
    assert len(articles_of(into)) == 2


@pytest.mark.parametrize(("make", "model", "kind"), TARGETS)
def test_a_label_that_is_gone_is_not_merged(make, model, kind):
    world, old = make("World"), make("Wrold")
    model.objects.filter(pk=old.pk).delete()
    with pytest.raises(LabelGoneError):
        merge([old], world)


@pytest.mark.parametrize(("make", "model", "kind"), TARGETS)
def test_many_articles_and_labels_take_no_more_queries(
    make, model, kind, django_assert_num_queries
):
    def labels(number):
        made = [make(f"Name {number} {n}") for n in range(number)]
        for label in made * 3:
            with_label(label)
        return made

    into = make("World")
    few, many = labels(2), labels(9)
    count = 19 if kind == "category" else 22
    with django_assert_num_queries(count):
        merge(few, into)
    with django_assert_num_queries(count):
        merge(many, into)
    assert Article.objects.count() == 33


@pytest.mark.django_db(transaction=True)
def test_a_version_tells_its_labels_by_their_old_names_and_is_restored_to_the_new():
    paper, world = make_source("Paper"), make_category("World")
    old, wrold = make_source("Old"), make_category("Wrold")
    article = make_article(source=old, categories=(wrold,), state="draft")
    article.source = None
    article.save()
    article.categories.clear()
    merge([old], paper)
    merge([wrold], world)
    history = History(article)
    first, last = history.versions([2, len(history)]).values()
    told = {it.label: it for it in value_differences(first, last)}
    assert {shown.text for it in told.values() for shown in it.old} == {"Old", "Wrold"}
    assert restore(article, first, note="", by=None) == []
    article.refresh_from_db()
    assert (article.source, article.categories.get()) == (paper, world)
