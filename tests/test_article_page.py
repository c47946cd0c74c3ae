import json
import re
from datetime import UTC, datetime

import pytest
from django.template.loader import render_to_string
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from articles.models import Article
from tests.factories import make_article, make_category, make_source

pytestmark = pytest.mark.django_db

HEADLINE = "Port to reopen its grain quay before the harvest without new cranes: board"


def make_seed(**fields):
    return make_article(
        **{
            "headline": HEADLINE,
            "body": "PARIS, April 18, The talks.\n\nA second paragraph.",
            "captured_at": datetime(2025, 11, 21, 16, 57, 59, tzinfo=UTC),
            "source": make_source("riverpost.example"),
            "source_url": "https://www.riverpost.example/grain-quay/",
            "categories": (make_category("English"), make_category("Snippets")),
            **fields,
        }
    )


def page_of(client, article):
    return client.get(article.get_absolute_url())


def test_the_block_has_the_four_labels_of_the_document(client):
    page = page_of(client, make_seed())
    assertContains(page, "<dt>Published on</dt>")
    assertContains(page, '<time datetime="2025-04-18">April 18, 2025</time>')
    assertContains(page, "<dt>Document Date</dt>")
    assertContains(page, "Fri, Nov 21 2025 04:57:59 pm")
    assertContains(page, "<dt>Category</dt>")
    assertContains(page, 'href="/category/snippets/"')
    assertContains(page, "<dt>Show on website</dt>")
    assertContains(
        page, 'href="https://www.riverpost.example/grain-quay/" rel="external"'
    )
    site = '<bdi lang="en" dir="ltr">riverpost.example</bdi>'
    assertContains(page, f'Click Here<span class="vh"> to read it at {site}</span>')


def test_the_dateline_is_set_off_and_the_words_stay_as_they_are(client):
    page = page_of(client, make_seed())
    text = '<p><span class="dateline">PARIS, April 18</span>, The talks.</p>'
    assertContains(page, text)
    assertContains(page, "<p>A second paragraph.</p>")


def test_crumbs_lead_to_the_year_the_month_and_the_day(client):
    page = page_of(client, make_seed())
    for address in ["/2025/", "/2025/04/", "/2025/04/18/"]:
        assertContains(page, f'<li><a href="{address}">')


def test_the_citation_ends_in_the_short_address(client):
    article = make_seed()
    text = f"archive.example/a/{article.pk}/</bdi>."
    assertContains(page_of(client, article), text)
    assertContains(page_of(client, article), f"“<bdi>{HEADLINE}.</bdi>”")


def test_a_headline_that_ends_in_a_question_mark_is_cited_without_a_full_stop(client):
    page = page_of(client, make_seed(headline="Who rides the night bus?"))
    assertContains(page, "“<bdi>Who rides the night bus?</bdi>”")


def test_the_short_form_and_old_slugs_and_dates_lead_to_the_address(client):
    article = make_seed()
    full = article.get_absolute_url()
    for address in [
        f"/a/{article.pk}/",
        f"/2025/04/18/an-old-slug-{article.pk}/",
        f"/2011/01/01/{article.last_part}/",
        f"/2025/04/18/{article.pk}/",
    ]:
        answer = client.get(address)
        assertRedirects(answer, full, status_code=301)
        # Kept, it would go in a circle when the headline is corrected back.
        assert answer["Cache-Control"] == "public, max-age=0"


@pytest.mark.parametrize("page", ["", "document/", "document.txt"])
def test_a_draft_is_at_no_address(client, page):
    draft = make_seed(state="draft")
    assert client.get(f"{draft.get_absolute_url()}{page}").status_code == 404
    assert client.get(f"/a/{draft.pk}/").status_code == 404


@pytest.mark.parametrize("page", ["", "document/", "document.txt"])
def test_a_withdrawn_article_gives_the_reason_and_nothing_else(client, page):
    gone = make_seed(state="withdrawn", withdrawn_reason="A court asked for it.")
    answer = client.get(f"{gone.get_absolute_url()}{page}")
    assertContains(answer, "A court asked for it.", status_code=410)
    assertNotContains(answer, HEADLINE, status_code=410)


def test_no_browser_keeps_that_an_article_is_gone(client):
    gone = make_seed(state="withdrawn", withdrawn_reason="A court asked for it.")
    for address in (gone.get_absolute_url(), f"/a/{gone.pk}/"):
        assert "max-age=0" in client.get(address)["Cache-Control"]


def test_an_urdu_article_has_its_page_in_urdu(client):
    snippets = make_category("Snippets", name_ur="مختصر خبریں")
    article = make_seed(
        headline="لاہور کتب میلہ", body="متن۔", language="ur", categories=(snippets,)
    )
    page = page_of(client, article)
    assertContains(page, '<html lang="ur" dir="rtl">')
    assertContains(page, "<dt>تاریخِ اشاعت</dt>")
    assertContains(page, "18 اپریل 2025")
    assertContains(page, '<bdi lang="en" dir="ltr">Fri, Nov 21 2025 04:57:59 pm</bdi>')
    assertContains(page, "مختصر خبریں")


def test_an_article_in_a_language_we_do_not_speak_says_its_own(client):
    page = page_of(client, make_seed(headline="Über Wien", language="de"))
    assertContains(page, '<html lang="en" dir="ltr">')
    assertContains(page, '<h1 lang="de" dir="ltr">Über Wien</h1>')


def test_an_article_with_nothing_but_a_headline_has_a_whole_page(client):
    article = make_article(headline="Only this", body="")
    page = page_of(client, article)
    assertContains(page, "The archive has no text of this article.")
    assertNotContains(page, "Show on website")
    assertNotContains(page, "<dt>Category</dt>")
    assertContains(client.get(f"{article.get_absolute_url()}document/"), "Only this")


def test_a_hostile_article_is_text_and_its_data_is_json(client):
    hostile = '</script><script>alert(1)</script> "quoted"'
    page = page_of(client, make_article(headline=hostile, body=hostile, byline=hostile))
    text = page.content.decode()
    assert "<script>alert" not in text
    data = re.search(
        r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL
    )
    assert json.loads(data[1])["headline"] == hostile


def test_the_document_has_the_lines_of_the_sheet_and_no_index(client):
    article = make_seed()
    page = client.get(f"{article.get_absolute_url()}document/")
    for line in [
        "Published on April 18, 2025",
        "Document Date: Fri, Nov 21 2025 04:57:59 pm",
        "Category: ,English,Snippets",
        "<p>PARIS, April 18, The talks.</p>",
        '<meta name="robots" content="noindex">',
        f'href="{article.get_absolute_url()}document.txt"',
    ]:
        assertContains(page, line)


def test_a_preview_copes_with_a_draft_that_has_nothing_yet(rf):
    page = render_to_string(
        "articles/article_detail.html",
        {"article": Article(), "is_preview": True},
        request=rf.get("/"),
    )
    assert "Readers do not see this page." in page
    assert "(no headline)" in page
    assert 'class="crumbs"' not in page
