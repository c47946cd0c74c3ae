"""An English and an Urdu article that an editor ties together as translations."""

import pytest
from django.contrib.auth.models import Permission, User
from django.db import IntegrityError, connection, transaction
from pytest_django.asserts import assertContains

from articles.models import Article, Translation
from tests.factories import make_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def english():
    return make_article(headline="Book fair opens")


@pytest.fixture
def urdu():
    return make_article(headline="کتب میلہ شروع", language="ur", body="متن۔")


@pytest.fixture
def save(admin_client):
    """Sends an article's form as it stands, with a translation."""

    def send(article: Article, translation: object, **values):
        address = f"/admin/articles/article/{article.pk}/change/"
        form = admin_client.get(address).context["adminform"].form
        given = {
            name: value
            for name in form.fields
            if (value := form.get_initial_for_field(form.fields[name], name))
        }
        moments = {"published_at_0": "", "captured_at_0": ""}
        answer = {**given, **moments, "translation": str(translation), **values}
        return admin_client.post(address, answer)

    return send


def tied() -> list[tuple[int, int]]:
    return list(Translation.objects.values_list("english", "urdu"))


def test_an_article_is_in_one_pair_and_is_no_translation_of_itself(english, urdu):
    Translation.objects.tie(english, urdu)
    for pair in (
        {"english": english, "urdu": make_article(language="ur")},
        {"english": urdu, "urdu": urdu},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Translation.objects.create(**pair)


def test_a_pair_goes_with_an_article_that_is_deleted_by_hand(english, urdu):
    Translation.objects.tie(english, urdu)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM articles_article WHERE id = %s", [urdu.pk])
    assert tied() == []


def test_an_editor_ties_by_number_or_by_any_address(save, english, urdu):
    for given in (
        urdu.pk,
        f"/a/{urdu.pk}/",
        urdu.get_absolute_url(),
        f"https://archive.example{urdu.get_absolute_url()}",
        f"{urdu.get_absolute_url()}document/",
    ):
        Translation.objects.all().delete()
        assert save(english, given).status_code == 302
        assert tied() == [(english.pk, urdu.pk)]


def test_to_tie_one_ties_the_other_and_to_untie_one_unties_both(save, english, urdu):
    save(urdu, english.pk)
    assert tied() == [(english.pk, urdu.pk)]
    save(english, "")
    assert tied() == []


def test_another_translation_takes_the_place_of_the_first(save, english, urdu):
    other = make_article(headline="کتب میلہ", language="ur")
    save(english, urdu.pk)
    save(english, other.pk)
    assert tied() == [(english.pk, other.pk)]


def test_a_form_saved_again_leaves_the_pair_alone(save, english, urdu):
    save(english, urdu.pk)
    pair = Translation.objects.get()
    assert save(english, urdu.pk).status_code == 302
    assert Translation.objects.get() == pair


@pytest.mark.parametrize(
    "given",
    [
        "99999999",
        "9" * 30,
        "flood",
        "/2025/04/18/",
        "/admin/",
        "http://[x/",
        "١٢٣٤٥٦٧",
        "https://other.example/a/1/",
    ],
)
def test_what_is_no_article_is_refused(save, english, given):
    assertContains(save(english, given), "There is no such article in the archive.")


def test_two_of_one_language_are_no_translations(save, english):
    other = make_article(headline="Fair of books")
    words = "Of two translations one is in English and one in Urdu."
    assertContains(save(english, other.pk), words)
    assertContains(save(english, english.pk), words)


def test_what_is_tied_to_a_third_is_not_taken_away(save, english, urdu):
    third = make_article(headline="The first translation")
    Translation.objects.tie(third, urdu)
    answer = save(english, urdu.pk)
    assertContains(answer, "It is the translation of another article:")
    assertContains(answer, "The first translation")
    assert tied() == [(third.pk, urdu.pk)]


def test_a_tied_article_does_not_change_its_language(save, english, urdu):
    save(english, urdu.pk)
    answer = save(english, urdu.pk, language="ur")
    assertContains(answer, "Of two translations one is in English and one in Urdu.")


def test_the_form_names_the_translation(admin_client, english, urdu):
    Translation.objects.tie(english, urdu)
    for article, other in [(english, urdu), (urdu, english)]:
        page = admin_client.get(f"/admin/articles/article/{article.pk}/change/")
        assertContains(page, other.headline)
        assertContains(page, f'value="{other.pk}"')


def test_a_snippet_is_tied_as_it_is_added(admin_client, english):
    snippet = {"headline": "کتب میلہ شروع", "translation": english.pk}
    admin_client.post("/admin/articles/snippet/add/", snippet)
    assert tied() == [(english.pk, Article.objects.latest("pk").pk)]


def test_one_who_may_only_look_sees_the_translation(client, english, urdu):
    Translation.objects.tie(english, urdu)
    user = User.objects.create_user("reader", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_article"))
    client.force_login(user)
    page = client.get(f"/admin/articles/article/{english.pk}/change/")
    assertContains(page, urdu.headline)
