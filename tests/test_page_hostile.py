"""Pages that are broken, or made to break the reader: each ends soon, with a reason."""

import json
import subprocess
import sys
from time import process_time

import pytest
from django.conf import settings

from articles.characters import storable
from articles.importing.readers.page import looks_like_page
from tests.pages import STORY, fields, json_ld, page, refusal

NOTHING = "no article on the page"
LITTLE = "too little text on it"
LOGIN = "no article on the page, which asks to log in"
DEEP = "the page cannot be read whole: Excessive depth"
ELEMENTS = "the page has more than 20,000 elements"
TAGS = "the page has more than 100,000 tags"
FORM = "<form><input name=user><input type='password' name=p></form>"
DECLARED = '<meta property="og:type" content="article">'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("", "the page has no text"),
        (" \n", "the page has no text"),
        ("\0" * 1000, "the page has no text"),
        ("<!-- -->", "the page has no text"),
        ("<html></html>", NOTHING),
        ("<html><body><script>var a = '<p>text</p>'</script></body>", NOTHING),
        (page(body="<img src=a.png><iframe src=b></iframe>"), NOTHING),
        (page(DECLARED, "<div></div>"), NOTHING),
        (page(json_ld({"@type": "NewsArticle", "headline": "H"}), ""), NOTHING),
        (page(body="<p>404: this page is not here any more.</p>"), LITTLE),
        (page(body="<p>معاف کیجیے، یہ صفحہ نہیں ملا۔</p>"), LITTLE),
        (page(body=f"<p>Members only.</p>{FORM}"), LOGIN),
        (page(DECLARED, FORM), LOGIN),
        (b"\xff" * 2000, "not in UTF-8, which it declares or leaves to assume"),
        (b"\xff\xfe" + b"\x00\xd8" * 100, "not in UTF-16-LE, which it declares"),
        (page(body="x" * 21_000_000), "the page is longer than 20,971,520 bytes"),
        (page(body="x" * 17_000_000), "longer than 16,000,000 characters"),
        (page(body="<p>" + "x" * 11_000_000), "cannot be read whole"),
        (page(body=f"<p title='{'x' * 11_000_000}'>{STORY}"), "cannot be read whole"),
        (page(body=f"<p>{'word ' * 400_001}</p>"), "more than 2,000,000 characters of"),
        (
            page(body=f"<pre>{'a b' * 1_000_000}</pre>"),
            "more than 2,000,000 characters of",
        ),
        (page(body="<div>" * 90_000), DEEP),
        (page(body="<b><i><font>" * 30_000), DEEP),
        (page(body="<" * 200_000), TAGS),
        (page(body="<br>" * 90_000), ELEMENTS),
        (page(body="<table><tr>" + "<td>cell" * 49_000), ELEMENTS),
        (page(body="<p>text</p>" * 30_000), ELEMENTS),
        (page("<meta name=author content=a>" * 30_000), ELEMENTS),
    ],
)
def test_what_is_no_article_is_refused_with_the_reason(data, reason):
    begin = process_time()
    assert reason in refusal(data)
    looks_like_page(data.encode() if isinstance(data, str) else data)
    assert process_time() - begin < 5


def test_the_reason_is_all_that_is_said_of_it(caplog):
    assert NOTHING in refusal("<html></html>")
    assert caplog.records == []


def story(**values) -> str:
    return json.dumps({"@type": "NewsArticle", "headline": "H", **values})


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (story(), "H"),
        (story().replace("{", "{\n").replace(",", ",\n"), "H"),
        (f"<!-- {story()} -->", "H"),
        (f"//<![CDATA[\n{story()}\n//]]>", "H"),
        (f"{story()};", "H"),
        (f"{story()} and more", "H"),
        (story()[:-1] + ",}", "H"),
        (f"[{story()},]", "H"),
        (story(description="a\nb").replace("\\n", "\n"), "H"),
        (json.dumps({"@graph": [{"@type": "Person"}, json.loads(story())]}), "H"),
        (json.dumps({"@type": "WebPage", "mainEntity": json.loads(story())}), "H"),
        (story(headline=["H", "I"], author=[[{"name": ["A"]}], 5, None, {}]), "H"),
        (story(headline={"@value": "H &amp;amp; <b>I</b>"}), "H & I"),
        (story(headline=7, articleBody={"a": 1}), "T"),
        (story(**{"@type": ["Thing", None, "schema:OpinionNewsArticle"]}), "H"),
        (story(**{"@type": "http://schema.org/NewsArticle"}), "H"),
        (story(**{"@type": "ArticleList"}), "T"),
        (story(headline="&lt;script&gt;x&lt;/script&gt;H"), "x H"),
        ("", "T"),
        ("null", "T"),
        ("{'@type': 'NewsArticle'}", "T"),
        (story()[:-2], "T"),
        ("[" * 400_000, "T"),
        ('{"a":' * 200_000, "T"),
        ("[" + '{"@type": "X"},' * 100_000 + f"{story()}]", "T"),
        ("{" + "," * 1_000_000, "T"),
        (f'{{"@type": "NewsArticle", "headline": {"9" * 5000}}}', "T"),
        (" " * 2_000_001 + story(), "T"),
        (story(articleBody="<p>" + "<b>" * 50_000), "H"),
        (story(articleBody="<p>" + "&lt;" * 100_000), "H"),
        (story(articleBody="a" + " " * 1_900_000 + "b"), "H"),
        (story(url="http://[", mainEntityOfPage={"@id": ["a"]}), "H"),
        (story(headline="H" + "\0\ud800\x1b"), "H"),
    ],
)
def test_broken_json_ld_is_put_up_with(text, headline):
    begin = process_time()
    found = fields(page(f"<title>T</title>{json_ld(text)}"))
    assert storable(found["headline"])[0] == headline
    assert process_time() - begin < 5


def test_cells_that_span_thousands_of_others_are_cells():
    begin = process_time()
    row = "<tr><td rowspan=60000 colspan=60000>cell"
    assert "cell" in fields(page(body=f"<p>{STORY}</p><table>{row * 500}"))["body"]
    assert process_time() - begin < 5


@pytest.mark.nightly
@pytest.mark.parametrize(
    "body",
    [
        "<p>one two three four five</p>" * 9_000,
        "<article>" + "".join(f"<p>Line {n} of the story.</p>" for n in range(9_000)),
        "<article><table><tr>" + "<td>cell" * 19_000,
        "<article>" + ("<table><tr><td>" * 40 + "t" + "</table>" * 40) * 150,
        "<article>" + ("<ul><li>" * 80 + "text" + "</ul>" * 80) * 110,
        ("<div>" * 200 + "text" + "</div>" * 200) * 90,
        f"<div class='{'related ' * 1000}'>" * 200 + "text",
        ("<div class='related'>text" * 200 + "</div>" * 200) * 90,
        ("<figure><figcaption>text" * 90 + "</figcaption></figure>" * 90) * 100,
        "<article><p>text" + "<br>a b c" * 19_000,
        "<div>text" + "<br><br>a b c" * 9_000,
        "<p>" + "<a href='/x'>link</a> " * 19_000,
        "<em>" * 200 + "text " * 300_000,
        "<p>a" + " \n\t" * 600_000 + "b</p>",
        "<pre>a" + " " * 1_900_000 + "b</pre>",
        "<p>a" + "\ue000 " * 900_000 + "b</p>",
        "<p>" + "&amp;" * 1_500_000,
        "<h2>A head</h2><p>t</p>" * 9_000,
        "<blockquote><p>text" * 100,
        f"<p {'x' * 11_000_000}>text",
    ],
)
def test_a_page_made_to_cost_much_is_done_soon(body):
    begin = process_time()
    fields(page(f"<title>T</title>{DECLARED}", f"<p>{STORY}</p>{body}"))
    assert process_time() - begin < 20


BOUNDED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (700_000_000, 700_000_000))
import django; django.setup()
from tests.pages import page, read
for body in (
    "<p>" + "x" * 15_900_000,
    "<p>" + "word " * 390_000,
    "<i>a</i>" * 9_900,
    "<p class='" + "related " * 1_000_000 + "'>",
    "<em>" * 200 + "text " * 390_000,
    "<script>" + "x" * 9_000_000 + "</script>",
):
    read(page(body=body))
print("done")
"""


@pytest.mark.nightly
def test_no_page_takes_much_memory():
    ran = subprocess.run(
        [sys.executable, "-c", BOUNDED],
        cwd=settings.BASE_DIR,
        env={"DJANGO_SETTINGS_MODULE": "newsarchive.settings"},
        capture_output=True,
        encoding="utf-8",
    )
    assert (ran.stdout, ran.returncode) == ("done\n", 0), ran.stderr
