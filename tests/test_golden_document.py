"""A document as the archive began with, through the archive and back."""

from pathlib import Path

import pytest
from django.core.management import call_command

from articles.models import Article

DATA = Path(__file__).parent / "data"


@pytest.mark.django_db
def test_the_original_comes_back_as_the_sheet_byte_for_byte(client):
    call_command("import_articles", DATA / "document.txt")
    article = Article.objects.get()
    assert article.dateline == "DUBROVNIK, June 9"
    sheet = client.get(article.address("article_document_text"))
    assert sheet.content == (DATA / "document-rendered.txt").read_bytes()

    found = client.get("/search/", {"q": "lemons"}).context["results"].hits
    assert [hit.article for hit in found] == [article]
    for address in ("/2024/06/09/", "/category/english/", "/category/snippets/"):
        assert article.get_absolute_url() in client.get(address).content.decode()
