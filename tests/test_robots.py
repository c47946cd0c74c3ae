"""What programs that go through the site are asked to leave alone."""

from urllib.robotparser import RobotFileParser

import pytest

from tests.factories import make_article

SITE = "https://archive.example"


@pytest.fixture
def may_visit(client):
    answer = client.get("/robots.txt")
    assert answer["Content-Type"] == "text/plain"
    rules = RobotFileParser()
    rules.parse(answer.text.splitlines())
    return lambda path: rules.can_fetch("anything", f"{SITE}{path}")


@pytest.mark.parametrize("path", ["/", "/ur/", "/2025/04/18/", "/export/", "/about/"])
def test_pages_and_the_files_of_months_may_be_visited(may_visit, path):
    assert may_visit(path)


@pytest.mark.parametrize(
    "path", ["/search/?q=a", "/ur/search/", "/search/articles.csv", "/admin/"]
)
def test_searches_and_the_admin_are_left_alone(may_visit, path):
    assert not may_visit(path)


@pytest.mark.django_db
def test_the_document_of_an_article_is_not_listed_beside_its_page(client):
    page = make_article().get_absolute_url()
    assert client.get(f"{page}document.txt")["X-Robots-Tag"] == "noindex"
    assert "X-Robots-Tag" not in client.get(page)
