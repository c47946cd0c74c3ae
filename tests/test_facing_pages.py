"""The same story in English and in Urdu: each page leads to the other."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from articles.models import Article, State, Translation
from tests.factories import make_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def english():
    return make_article(headline="Book fair opens")


@pytest.fixture
def urdu():
    return make_article(headline="کتب میلہ شروع", language="ur", body="متن۔")


def page_of(client, article: Article):
    return client.get(article.get_absolute_url())


def test_each_leads_to_the_other_in_the_language_of_that(client, english, urdu):
    Translation.objects.tie(english, urdu)
    link = '<a href="{}" lang="{}" dir="{}" hreflang="{}">{}</a>'
    there = link.format(urdu.get_absolute_url(), "ur", "rtl", "ur", "اردو میں پڑھیں")
    back = link.format(english.get_absolute_url(), "en", "ltr", "en", "Read in English")
    assertContains(page_of(client, english), there)
    assertContains(page_of(client, urdu), back)


def test_both_name_both_as_alternates(client, english, urdu):
    Translation.objects.tie(urdu, english)
    alternate = '<link rel="alternate" hreflang="{}" href="https://archive.example{}">'
    for page in (page_of(client, english), page_of(client, urdu)):
        for article in (english, urdu):
            address = article.get_absolute_url()
            assertContains(page, alternate.format(article.language, address))


@pytest.mark.parametrize("state", [State.DRAFT, State.WITHDRAWN])
def test_what_is_not_in_public_is_not_led_to(client, english, urdu, state):
    Translation.objects.tie(english, urdu)
    urdu.state, urdu.withdrawn_reason = state, "An error."
    urdu.save()
    page = page_of(client, english)
    assertNotContains(page, 'rel="alternate"')
    assertNotContains(page, urdu.get_absolute_url())
    assertNotContains(page, "اردو میں پڑھیں")


def test_what_is_no_longer_in_the_other_script_is_not_led_to(client, english, urdu):
    Translation.objects.tie(english, urdu)
    Article.objects.filter(pk=urdu.pk).update(language="en")
    page = page_of(client, english)
    assertNotContains(page, 'rel="alternate"')
    assertNotContains(page, "اردو میں پڑھیں")
