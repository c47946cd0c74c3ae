"""Addresses beside paths: fetched, then told by what is there, as files are."""

import gzip
import io
import json
from pathlib import Path

import pytest
from django.core.management import call_command

from articles.importing.files import Address, files_in, place_of, total_size
from articles.importing.imports import Import
from articles.models import Article, ImportedFile, ImportRefusal
from tests.factories import make_article
from tests.fetching.serving import body, redirect, serving
from tests.pages import PAGES
from tests.records import json_lines
from tests.xml_files import rss

LINE = json_lines({"headline": "Harbour reopens", "published": "2025-04-18"})
PAGE = (PAGES / "port.html").read_bytes()
# Without the address that it says it has: it is of another site than the test's server.
NAMELESS = PAGE.replace(b"og:url", b"og:none")


def run(server, *paths, **how):
    told = []
    files = [Address(server.address(path), server.limits()) for path in paths]
    summary = Import(files=files, tell=told.append, **how).run(lambda *_: None)
    return summary, [f"{r.place}: {r.reason}" for r in told]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("https://quay.example/a//b", Address("https://quay.example/a//b")),
        ("HTTP://quay.example", Address("HTTP://quay.example")),
        ("file:///etc/passwd", Address("file:///etc/passwd")),  # to be refused as such
        ("articles/a.html", Path("articles/a.html")),
        ("https:/a", Path("https:/a")),
        ("-", Path("-")),
    ],
)
def test_an_address_is_known_by_its_scheme(text, place):
    assert place_of(text) == place
    if isinstance(place, Address):
        assert files_in([place]) == [place]
        assert total_size([place]) == 0


@pytest.mark.django_db
def test_what_is_fetched_is_told_by_its_content_whatever_it_is_called():
    answers = {
        "/page": body(NAMELESS, Content_Type="application/octet-stream"),
        "/lines.html": body(gzip.compress(LINE), Content_Type="text/html"),
    }
    with serving(answers) as server:
        summary, refusals = run(server, "/page", "/lines.html")
        assert (summary.stored, refusals) == (2, [])
        names = set(ImportedFile.objects.values_list("name", flat=True))
        assert names == {server.address("/page"), server.address("/lines.html")}
        again, _ = run(server, "/page", "/lines.html")
        assert (again.stored, again.unchanged) == (0, 2)


@pytest.mark.django_db
def test_keys_and_passwords_in_addresses_are_kept_out_of_the_ledger():
    bad = json_lines({"headline": 7})
    answers = {
        "/good": body(LINE),
        "/bad": body(bad),
        "/on": redirect("http://10.0.0.1/?SECRET"),
    }
    with serving(answers) as server:
        _, refusals = run(server, "/good?SECRET", "/bad?SECRET", "/on?SECRET")
        assert refusals[0].startswith(f"{server.address('/bad')}, line 1: ")
        locked = server.address("/good").replace("//", "//me:SECRET@")
        told = []
        Import(files=[Address(locked)], tell=told.append).run(lambda *_: None)
    written = [
        *refusals,
        *map(str, told),
        *map(str, ImportedFile.objects.all()),
        *map(str, ImportRefusal.objects.all()),
    ]
    assert len(written) == 2 + 1 + 4 + 3
    assert not [text for text in written if "SECRET" in text]


@pytest.mark.django_db
def test_a_page_is_filed_under_the_address_that_redirects_led_to():
    answers = {"/short": redirect("/2025/port"), "/2025/port": body(NAMELESS)}
    with serving(answers) as server:
        run(server, "/short")
        assert Article.objects.get().source_url == server.address("/2025/port")


def of_rss(address):
    link = f"<link>{address}</link>" if address else ""
    return rss(f"<title>Told</title><description>By a feed.</description>{link}")


def of_atom(address):
    link = f'<link href="{address}"/>' if address else ""
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Told</title>'
        f"{link}<summary>By a feed.</summary></entry></feed>"
    )


def of_json(address):
    item = {"title": "Told", "content_text": "By a feed.", "url": address}
    whole = {"version": "https://jsonfeed.org/version/1.1", "items": [item]}
    return json.dumps(whole)


@pytest.mark.django_db
@pytest.mark.parametrize("feed", [of_rss, of_atom, of_json])
def test_a_feed_that_is_fetched_updates_the_stories_of_its_own_site_only(feed):
    other = "https://times.example/1"
    answers = {}
    with serving(answers) as server:
        own = server.address("/1")
        answers |= {"/own": body(feed(own).encode()), "/o": body(feed(other).encode())}
        make_article(headline="As it was", source_url=own)
        make_article(headline="As it was", source_url=other)
        summary, refusals = run(server, "/own", "/o", update=True)
    assert (summary.updated, summary.left, refusals) == (1, 1, [])
    headlines = dict(Article.objects.values_list("source_url", "headline"))
    assert headlines == {own: "Told", other: "As it was"}


@pytest.mark.django_db
@pytest.mark.parametrize("feed", [of_rss, of_atom, of_json])
def test_of_other_sites_a_feed_that_is_fetched_tells_what_is_new(feed):
    told = feed("https://times.example/1").encode()
    with serving({"/": body(told)}) as server:
        summary, _ = run(server, "/", update=True)
    assert summary.stored == 1
    assert Article.objects.get().source_url == "https://times.example/1"


@pytest.mark.django_db
def test_a_feed_in_a_file_updates_what_it_tells(tmp_path):
    make_article(headline="As it was", source_url="https://times.example/1")
    file = tmp_path / "feed.xml"
    file.write_text(of_rss("https://times.example/1"))
    assert Import(files=[file], update=True).run(lambda *_: None).updated == 1


@pytest.mark.django_db
def test_what_cannot_be_fetched_is_refused_by_its_address_and_the_next_is_read():
    answers = {"/": redirect("http://10.0.0.1/"), "/lines": body(LINE)}
    with serving(answers) as server:
        summary, (refusal,) = run(server, "/", "/lines")
        assert summary.stored == 1
        assert refusal == (
            f"{server.address('/')}: redirected to http://10.0.0.1/: "
            "10.0.0.1 is at 10.0.0.1, which is private"
        )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("http://127.0.0.1/", "127.0.0.1 is at 127.0.0.1, which is loopback"),
        ("http://127.0.0.1:8000/", "port 8000 is none of the web"),
        ("file:///etc/passwd", "a web address begins with http:// or https://"),
    ],
)
def test_the_command_reaches_the_public_web_only(address, reason):
    out, err = io.StringIO(), io.StringIO()
    call_command("import_articles", address, stdout=out, stderr=err)
    assert f"refused {address}: file: {reason}" in err.getvalue()
    assert "stored 0" in out.getvalue()
