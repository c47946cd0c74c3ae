"""HTML of feeds and exports as plain paragraphs."""

import contextlib
import time

import pytest

from articles.importing.html_bodies import DEEPEST, paragraphs_of
from articles.importing.readers.html_text import HtmlError


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One.</p><p>Two &amp; three&nbsp;&#8230;</p>", "One.\n\nTwo & three …"),
        ("One.\n\nTwo\nlines.\r\n \r\nThree.", "One.\n\nTwo lines.\n\nThree."),
        ("One.<br><br/>Two.<br>Three.", "One.\n\nTwo.\nThree."),
        (
            "<h2>Why</h2>\nOne.\n\n<p>Two.\n\nStill.</p>\n\nThree.\n\nFour.",
            "Why\n\nOne.\n\nTwo. Still.\n\nThree.\n\nFour.",
        ),
        ("<!-- wp:paragraph -->\n<p>پہلا۔</p>\n<!-- /wp:paragraph -->", "پہلا۔"),
        ("<ul><li>One<li>Two</ul>", "One\n\nTwo"),
        ("a<script>x()</script>b<style>p{}</style><iframe src=x>y</iframe>c", "abc"),
        ("1 < 2 & 3 > 2", "1 < 2 & 3 > 2"),
        ("", ""),
        (" \n\n ", ""),
        ("a\0b", "ab"),
    ],
)
def test_html_becomes_paragraphs(html, text):
    assert paragraphs_of(html) == text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (
            '[caption id="a_1" width="300"]<img src="q.jpg"> The quay[/caption]Text.',
            "The quay\n\nText.",
        ),
        ('[caption caption="پرانا گھاٹ"]<img src="q.jpg">[/caption]', "پرانا گھاٹ"),
        ("One.\n\n[gallery ids='1,2']\n\nTwo. [gallery]", "One.\n\nTwo."),
        ("One. [embed width=3]https://x.example/v[/embed]", "One."),
        ("One. [embed]https://x.example/v", "One.\n\nhttps://x.example/v"),
        ('One. [video src="a.mp4"][/video]', "One."),
        ("[Video] He said [sic] so [1] [[gallery]] [captions]",) * 2,
    ],
)
def test_shortcodes_of_wordpress_vanish_and_other_brackets_stay(html, text):
    assert paragraphs_of(html) == text


@pytest.mark.parametrize(
    ("words", "is_kept"),
    [
        *((words, True) for words in ("here", "Click  here", "Read more…", "Link")),
        *((words, True) for words in ("یہاں", "مزید", "مزید پڑھیں")),
        *((words, False) for words in ("the report", "there", "رپورٹ")),
    ],
)
def test_an_address_is_kept_where_the_words_of_its_link_say_nothing(words, is_kept):
    text = paragraphs_of(f'See <a href="https://x.example/1">{words}</a>, he said.')
    assert ("[https://x.example/1], he said." in text) is is_kept
    assert "javascript" not in paragraphs_of(f'<a href="javascript:x()">{words}</a>')


def test_a_tag_may_be_long_if_it_has_few_attributes():
    assert paragraphs_of(f"<img src='data:{'x ' * 50_000}'>One.") == "One."


MANY = " ".join(f"a{number}=1" for number in range(60_000))


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<div>" * 100_000, f"more than {DEEPEST} deep"),
        ("<b><i>" * 50_000, f"more than {DEEPEST} deep"),
        ("<br>" * 200_000, "more than 100,000 tags"),
        ("a" * 16_000_001, "longer than 16,000,000 characters"),
        (f"<p {MANY}", "more than 1,000 attributes in a tag"),
        (f"<p b\" c='>' {MANY}>", "more than 1,000 attributes in a tag"),
        (f"<p b='>'/{MANY}>", "more than 1,000 attributes in a tag"),
    ],
)
def test_what_is_too_deep_or_too_large_is_told_at_once(html, reason):
    began = time.monotonic()
    with pytest.raises(HtmlError, match=reason):
        paragraphs_of(html)
    assert time.monotonic() - began < 1


@pytest.mark.parametrize(
    "part",
    [
        "[embed]",
        "[caption ",
        "[gallery",
        "[[",
        "<p",
        "</p>",
        "<",
        "\n \n",
        "&#",
        "<!--",
    ],
)
def test_time_grows_with_the_length_and_no_faster(part):
    began = time.monotonic()
    with contextlib.suppress(HtmlError):
        paragraphs_of(part * (500_000 // len(part)))
    assert time.monotonic() - began < 3
