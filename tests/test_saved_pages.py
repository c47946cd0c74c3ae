"""What a browser saves of the archive's own pages, imported again."""

import pytest
from django.test import Client

from articles.importing.imports import Import
from tests.factories import make_article, make_category, make_source

pytestmark = pytest.mark.django_db


def saved(article, page, folder):
    file = folder / "saved.html"
    file.write_bytes(Client().get(article.address(page)).content)
    return file


def imported(file, told=None):
    what = Import(files=[file], tell=(told if told is not None else []).append)
    return what.run(lambda *_: None)


@pytest.mark.parametrize("source_url", ["", "https://riverpost.example/quay"])
@pytest.mark.parametrize(
    ("language", "headline", "body"),
    [
        ("en", "Quay reopens", "PORTO, April 18, Ships.\n\nAnd gulls,\nmany of them."),
        ("ur", "بندرگاہ کھل گئی", "کراچی، 18 اپریل: جہاز۔\n\nاور پرندے۔"),
    ],
)
def test_a_saved_document_view_is_recognised(
    source_url, language, headline, body, tmp_path
):
    article = make_article(
        headline=headline,
        body=body,
        language=language,
        source=make_source("riverpost.example"),
        source_url=source_url,
        categories=(make_category("English"), make_category("Snippets")),
    )
    summary = imported(saved(article, "article_document", tmp_path))
    assert (summary.unchanged, summary.records) == (1, 1)


def test_a_saved_article_page_is_refused_with_the_way_to_its_document(tmp_path):
    told = []
    file = saved(make_article(), "article_detail", tmp_path)
    assert imported(file, told).refused == 1
    assert "save its document view" in told[0].reason
