"""What leads on from an article: earlier and later, related, and its record."""

from datetime import date
from hashlib import sha256

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains

from articles.models import Article, State
from articles.search.postgres import relating, walking
from tests.factories import make_article, make_category, make_source

pytestmark = pytest.mark.django_db

HEADLINE = "Ferry to Gwadar resumes"


def page_of(client, article: Article):
    return client.get(article.get_absolute_url())


def made(count: int, **fields) -> list[Article]:
    return [
        make_article(**{"headline": f"{HEADLINE} {n}", **fields}) for n in range(count)
    ]


def test_the_page_leads_to_earlier_and_later_in_the_first_category(client):
    news, sea = make_category("News"), make_category("Sea", name_ur="سمندر")
    earlier, article, later = made(3, categories=(news, sea))
    page = page_of(client, article)
    assertContains(page, '<nav class="step" aria-label="More in News">')
    assertContains(page, '<p>Earlier in <bdi lang="en" dir="ltr">News</bdi></p>')
    step = '<a class="{}" rel="{}" href="{}"><bdi lang="en" dir="ltr">{}</bdi></a>'
    for direction, rel, a in [("back", "prev", earlier), ("fwd", "next", later)]:
        link = step.format(direction, rel, a.get_absolute_url(), a.headline)
        assertContains(page, link)


def test_the_way_on_is_said_in_the_language_of_the_page(client):
    sea = make_category("Sea", name_ur="سمندر")
    english = make_article(headline="The sea", categories=(sea,))
    urdu = make_article(headline="سمندر کی خبر", language="ur", categories=(sea,))
    page = page_of(client, urdu)
    assertContains(page, 'aria-label="سمندر میں مزید"')
    said = '<p><bdi lang="ur" dir="rtl">سمندر</bdi>: پچھلا مضمون</p>'
    assertContains(page, said)
    assertContains(page, '<bdi lang="en" dir="ltr">The sea</bdi>')
    assertContains(page_of(client, english), "Later in ")


def test_the_page_lists_related_articles_as_stories(client):
    article, other = made(2)
    page = page_of(client, article)
    assertContains(page, '<h2 id="relh">Related in the archive</h2>')
    assertContains(page, f'<h3><a href="{other.get_absolute_url()}">')


def test_an_article_that_stands_alone_has_neither(client):
    page = page_of(client, make_article(headline="Alone", categories=()))
    assertNotContains(page, 'class="step"')
    assertNotContains(page, 'class="related"')


def test_what_is_withdrawn_is_led_to_no_more(client):
    gone, article = made(2, categories=(make_category("Sea"),))
    gone.state, gone.withdrawn_reason = State.WITHDRAWN, "An error."
    gone.save()
    assertNotContains(page_of(client, article), gone.last_part)


@pytest.mark.parametrize(
    ("module", "statement"), [(relating, "_WORDS"), (walking, "_PLACES")]
)
def test_a_page_comes_without_what_takes_too_long_and_is_not_kept(
    client, monkeypatch, module, statement
):
    article = made(2, categories=(make_category("Sea"),))[0]
    monkeypatch.setattr(module, statement, "SELECT pg_sleep(9)")
    page = page_of(client, article)
    assertContains(page, "Cite this article")
    assert "no-store" in page["Cache-Control"]
    assert not page.has_header("ETag")


def test_the_record_counts_versions_and_has_a_checksum_of_the_text(client):
    article = make_article(headline="One", body="متن اور text.")
    assertContains(page_of(client, article), "<dt>Versions</dt><dd>1</dd>")
    article.headline = "Two"
    article.save()
    page = page_of(client, article)
    assertContains(page, "<dt>Versions</dt><dd>2</dd>")
    checksum = sha256("متن اور text.".encode()).hexdigest()
    assertContains(page, f"<dt>SHA-256</dt><dd><code>{checksum}</code></dd>")


def test_a_page_costs_as_many_queries_with_much_around_it_as_with_little(client):
    def cost(article: Article) -> int:
        with CaptureQueriesContext(connection) as queries:
            assertContains(page_of(client, article), "Related in the archive")
        return len(queries)

    few = cost(made(3, categories=(make_category("Few"),))[1])
    labels = tuple(make_category(f"Category {number}") for number in range(20))
    source = make_source("The Paper")
    day = date(1999, 1, 1)
    many = made(6, published_on=day, categories=labels, source=source)
    assert cost(many[3]) == few
