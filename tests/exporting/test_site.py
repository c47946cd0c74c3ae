"""The archive as pages in a folder, opened as a reader without a server would."""

import gzip
import hashlib
import io
import json
import os
import re
from collections import deque
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import pytest
from django.core.management import CommandError, call_command
from django.urls import get_script_prefix, reverse

from articles.models import State
from tests.factories import make_article, make_category, make_source

pytestmark = pytest.mark.django_db


def export(folder):
    out = io.StringIO()
    call_command("export_site", str(folder), stdout=out)
    return out.getvalue()


@pytest.fixture
def article():
    return make_article(
        headline="US to withdraw",
        summary="Standfirst",
        byline="By Ann Lee",
        body="PARIS, April 18, Text.\n\nMore.",
        captured_at=datetime(2025, 11, 21, 16, 57, 59, tzinfo=UTC),
        source=make_source("rki.news", domain="rki.news"),
        source_url="https://rki.news/a",
        categories=(make_category("World News"), make_category("خبریں")),
    )


@pytest.fixture
def urdu():
    return make_article(
        headline="لاہور میں <b>بارش</b>",
        body="متن۔",
        language="ur",
        published_on=date(2013, 8, 17),
        source=make_source("، ".join(["ایک بہت ہی لمبے نام کا اخبار"] * 5)),
        categories=(make_category("خبریں"),),
    )


class Links(HTMLParser):
    """What a page links to and loads."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.scripts = 0
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        named = dict(attributes)
        self.scripts += tag == "script"
        self.found += [named[name] for name in ("href", "src") if name in named]


def files_reached(folder):
    """Follow all links from the folder's own page; each has to lead to a file in it."""
    first = folder / "index.html"
    reached, waiting = {first}, deque([first])
    while waiting:
        page = waiting.popleft()
        for target in (_target(page, link) for link in _links(page)):
            if target is None or target in reached:
                continue
            assert target.is_relative_to(folder), (page, target)
            assert target.is_file(), (page, target)
            reached.add(target)
            waiting.append(target)
    return reached


def _links(page):
    if page.suffix == ".css":
        return re.findall(r"url\(([^)]*)\)", page.read_text())
    return Links(page.read_text()).found if page.suffix == ".html" else []


def _target(page, link):
    parts = urlsplit(link)
    if parts.scheme in ("http", "https") or not parts.path:
        return None
    assert not parts.scheme, link
    assert not parts.path.startswith("/"), link
    return (page.parent / unquote(parts.path)).resolve()


@pytest.mark.usefixtures("article", "urdu")
def test_every_link_leads_to_a_file_and_every_page_is_linked(tmp_path):
    for number in range(3):
        make_article(headline=f"Fog {number}", published_on=date(2025, 4, 1 + number))
    assert export(tmp_path / "site") == "written 5\n"
    reached = files_reached(tmp_path / "site")
    pages = set((tmp_path / "site").rglob("*.html"))
    sheets = set((tmp_path / "site").rglob("2*/**/*.txt"))
    assert len(sheets) == 5
    assert pages | sheets <= reached


def test_long_lists_go_on_from_page_to_page(tmp_path, monkeypatch):
    monkeypatch.setattr("articles.exporting.site.listing._SIZE", 2)
    category = make_category()
    made = [make_article(categories=(category,)).pk for _ in range(5)]
    export(tmp_path / "site")
    data = tmp_path / "site" / "data"
    assert {path.name for path in (data / "category" / "world").iterdir()} == {
        "index.html",
        "page-2.html",
        "page-3.html",
    }
    for folder in (data / "category" / "world", data / "2025/04/18"):
        listed = [
            found
            for name in ("index.html", "page-2.html", "page-3.html")
            for found in re.findall(r"(\d+)\.html\">H", (folder / name).read_text())
        ]
        assert listed == [str(number) for number in reversed(made)]
    files_reached(tmp_path / "site")


def test_an_article_is_a_page_and_its_sheet_lies_beside(tmp_path, article, client):
    export(tmp_path / "site")
    day = tmp_path / "site" / "data" / "2025" / "04" / "18"
    page = (day / f"{article.pk}.html").read_text()
    assert '<h1 lang="en" dir="ltr">US to withdraw</h1>' in page
    assert '<span class="dateline">PARIS, April 18</span>, Text.</p>' in page
    assert 'href="../../../category/world-news/index.html"' in page
    sheet = (day / f"{article.pk}.txt").read_bytes()
    assert sheet == client.get(f"{article.get_absolute_url()}document.txt").content


def test_an_article_in_urdu_is_framed_in_urdu_and_escaped(tmp_path, urdu):
    export(tmp_path / "site")
    path = tmp_path / "site" / "data" / "2013" / "08" / "17" / f"{urdu.pk}.html"
    page = path.read_text()
    assert '<html lang="ur" dir="rtl">' in page
    assert "لاہور میں &lt;b&gt;بارش&lt;/b&gt;" in page
    assert "17 اگست 2013" in page
    assert all(p.as_posix().isascii() for p in (tmp_path / "site").rglob("*"))


@pytest.mark.usefixtures("article", "urdu")
def test_no_page_needs_a_script(tmp_path):
    export(tmp_path / "site")
    for path in (tmp_path / "site").rglob("*.html"):
        assert not Links(path.read_text()).scripts, path
        assert "needs-js" not in path.read_text(), path


@pytest.mark.usefixtures("article")
def test_it_is_a_bag_with_a_checksum_of_each_file(tmp_path):
    export(tmp_path / "site")
    site = tmp_path / "site"
    assert (site / "bagit.txt").read_text().startswith("BagIt-Version: 1.0\n")
    lines = (site / "manifest-sha256.txt").read_text().splitlines()
    named = dict(reversed(line.split("  ")) for line in lines)
    files = [path for path in (site / "data").rglob("*") if path.is_file()]
    assert {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
    } == named
    size = sum(path.stat().st_size for path in files)
    oxum = f"Payload-Oxum: {size}.{len(files)}\n"
    assert oxum in (site / "bag-info.txt").read_text()


@pytest.mark.usefixtures("article")
def test_what_lies_beside_the_content_has_checksums_as_well(tmp_path):
    site = tmp_path / "site"
    export(site)
    lines = (site / "tagmanifest-sha256.txt").read_text().splitlines()
    named = dict(reversed(line.split("  ")) for line in lines)
    beside = [path for path in site.iterdir() if path.is_file()]
    assert {path.name for path in beside} - {"tagmanifest-sha256.txt"} == set(named)
    for name, checksum in named.items():
        assert hashlib.sha256((site / name).read_bytes()).hexdigest() == checksum


def test_each_month_has_its_records_in_a_file_that_can_be_imported(tmp_path, article):
    export(tmp_path / "site")
    (file,) = (tmp_path / "site").rglob("*.jsonl.gz")
    record = json.loads(gzip.decompress(file.read_bytes()))
    assert record["headline"] == article.headline
    assert record["number"] == article.pk


def test_what_is_not_in_public_is_on_no_page(tmp_path, article):
    hidden = {"source": make_source("Secret"), "categories": (make_category("Secret"),)}
    make_article(headline="Secret", state=State.DRAFT, **hidden)
    withdrawn = {"state": State.WITHDRAWN, "withdrawn_reason": "Secret."}
    make_article(headline="Secret!", **withdrawn, **hidden)
    export(tmp_path / "site")
    for path in (tmp_path / "site").rglob("*.*"):
        if path.suffix in (".html", ".txt"):
            assert "secret" not in path.read_text().lower(), path


def test_an_empty_archive_has_a_page_that_says_so(tmp_path):
    assert export(tmp_path / "site") == "written 0\n"
    index = (tmp_path / "site" / "data" / "index.html").read_text()
    assert "The archive is empty." in index
    files_reached(tmp_path / "site")


@pytest.mark.usefixtures("article")
def test_afterwards_addresses_are_those_of_the_site_again(tmp_path):
    export(tmp_path / "site")
    assert get_script_prefix() == "/"
    assert reverse("articles:home") == "/"


@pytest.mark.usefixtures("article")
def test_an_empty_folder_is_filled_and_any_other_left_alone(tmp_path):
    (tmp_path / "empty").mkdir()
    assert export(tmp_path / "empty") == "written 1\n"
    before = (tmp_path / "empty" / "bag-info.txt").stat()
    for path in ("empty", "empty/bagit.txt"):
        with pytest.raises(CommandError, match="is no empty folder"):
            export(tmp_path / path)
    assert (tmp_path / "empty" / "bag-info.txt").stat() == before


def test_what_cannot_be_written_to_is_named_with_the_reason(tmp_path):
    with pytest.raises(CommandError, match="No such file or directory"):
        export(tmp_path / "no" / "site")


@pytest.mark.usefixtures("article")
def test_what_a_process_of_the_same_number_left_behind_is_in_nobodys_way(tmp_path):
    left = tmp_path / f".site.{os.getpid()}.part"
    left.mkdir()
    assert export(tmp_path / "site") == "written 1\n"
    assert left.is_dir()


@pytest.mark.usefixtures("article")
def test_a_site_that_is_broken_off_leaves_nothing(tmp_path, monkeypatch):
    def broken(document):
        raise KeyboardInterrupt

    monkeypatch.setattr("articles.documents.render", broken)
    with pytest.raises(CommandError, match="Broken off"):
        export(tmp_path / "site")
    assert not list(tmp_path.iterdir())
