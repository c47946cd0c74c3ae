"""Numbers and days in the digits of Urdu, where an operator wants them so."""

import re
from datetime import date

import pytest
from django.utils import translation
from pytest_django.asserts import assertContains, assertNotContains

from articles.figures import grouped, in_digits, written
from tests.factories import make_article, make_category, make_source
from tests.processes import PROJECT
from tests.spoken import texts_in

pytestmark = pytest.mark.django_db

DIGITS = re.compile("[۰-۹]")
# What is for machines to read: addresses, `datetime`, names that forms send.
MACHINES = re.compile(
    r'\b(?:href|datetime|value|action|id|data-(?:from|to|address))="[^"]*"'
)
# Names of standards, and what a reader is told to type as it stands.
KEPT = re.compile(
    "ISO 8601|BCP 47|SHA-256|P[136][DMY]|^2025-04$|\u2068[^\u2069]*\u2069"
)
PATHS = [
    *("/", "/2025/", "/2025/04/", "/2025/04/18/", "/on-this-day/04/18/", "/1999/"),
    *("/search/?q=quay", "/search/?q=quay&from=2025-04&to=2025-05", "/search/?q=no"),
    *("/category/", "/category/world/", "/source/", "/about/", "/about/statistics/"),
    *("/imports/", "/export/", "/2025/04/31/"),
]


@pytest.fixture(autouse=True)
def _archive(settings):
    settings.URDU_DIGITS = True
    world = make_category("World", name_ur="دنیا")
    for headline, language in ("Quay opens", "en"), ("گھاٹ کھل گیا", "ur"):
        make_article(
            headline=headline,
            body="x",
            language=language,
            categories=(world,),
            source=make_source("Post"),
        )


def test_days_and_numbers_are_written_with_the_digits_of_the_language(settings):
    said = in_digits(2025), grouped(12345), written(date(2025, 4, 18), "j F Y")
    assert said == ("2025", "12,345", "18 April 2025")
    with translation.override("ur"):
        said = in_digits(2025), grouped(12345), written(date(2025, 4, 18), "j F Y")
        assert said == ("۲۰۲۵", "۱۲٬۳۴۵", "۱۸ اپریل ۲۰۲۵")
        settings.URDU_DIGITS = False
        said = in_digits(2025), grouped(12345), written(date(2025, 4, 18), "j F Y")
    assert said == ("2025", "12,345", "18 اپریل 2025")


@pytest.mark.parametrize("path", PATHS)
def test_nothing_in_urdu_is_counted_in_other_digits(client, path):
    page = client.get(f"/ur{path}").content.decode()
    assert not [
        text for text in texts_in("ur", page) if re.search("[0-9]", KEPT.sub("", text))
    ]


@pytest.mark.parametrize("path", PATHS)
def test_what_machines_read_keeps_its_digits(client, path):
    page = client.get(f"/ur{path}").content.decode()
    assert not [found for found in MACHINES.findall(page) if DIGITS.search(found)]


def test_english_keeps_its_digits_also_beside_urdu(client):
    assertContains(client.get("/2025/04/18/"), "Friday, 18 April 2025")
    page = client.get("/ur/search/?q=quay")
    assertContains(page, ">18 April 2025</time>")  # of a story in English
    assertNotContains(client.get("/2025/"), "۲۰۲۵")


def test_an_article_is_dated_in_the_digits_of_its_language(client):
    urdu = make_article(headline="بارش", language="ur")
    page = client.get(urdu.get_absolute_url())
    assertContains(page, '<time datetime="2025-04-18">۱۸ اپریل ۲۰۲۵</time>')
    assertContains(page, f"/a/{urdu.pk}/")
    english = make_article(headline="Rain")
    page = client.get(english.get_absolute_url())
    assertContains(page, '<time datetime="2025-04-18">April 18, 2025</time>')


def test_numbered_pages_are_numbered_in_digits_of_urdu(client, settings):
    for number in range(21):
        make_article(headline=f"Ferry {number}")
    page = client.get("/ur/search/?q=ferry")
    assertContains(page, 'aria-label="صفحہ ۲">۲</a>')
    assertContains(page, "page=2")


def test_no_template_writes_figures_past_the_one_place_for_them():
    own = [f for f in PROJECT.glob("templates/**/*.html") if "admin" not in f.parts]
    for file in own:
        text = file.read_text(encoding="utf-8")
        forms = set(re.findall(r"""\|date:(_?\(?["'][^"']*["']|\w+)""", text))
        assert forms <= {'"Y-m-d"', "'Y-m-d'", "'c'"}, file
        assert "intcomma" not in text, file
