"""Lists of more categories or sources than fit on a page: by letter, and bounded."""

import gzip
import re
from datetime import date

import pytest

from articles.models import Category, Source
from tests.factories import count_as

pytestmark = pytest.mark.django_db

LIMIT = 12_000  # bytes of a list, compressed
KINDS = {"category": Category, "source": Source}


def fill(kind, names):
    """Labels by these names; the first has one article, the second two, and so on."""
    labels = KINDS[kind]
    made = labels.objects.bulk_create(
        labels(name=name, slug=f"{name}-{number}")
        for number, name in enumerate(names, 1)
    )
    count_as(made, date(2025, 4, 1), start=1, step=1)


def spread(number):
    """Names by all letters of both alphabets, so many of each."""
    letters = "abcdefghijklmnopqrstuvwxyzابپتٹثجچحخدڈرزسشصضطعغفقکگلمنوہی"
    return [f"{letter} {place:03}" for place in range(number) for letter in letters]


def names_on(page):
    return re.findall(r'<th scope="row"><a [^>]*><bdi [^>]*>([^<]*)', page.text)


def test_a_list_that_fits_on_a_page_is_whole(client):
    fill("category", [f"n {number:03}" for number in range(200)])
    page = client.get("/category/")
    assert len(names_on(page)) == 200
    assert "?letter=" not in page.text


def test_a_longer_one_begins_with_the_largest_and_leads_to_each_letter(client):
    fill("category", spread(5))
    page = client.get("/category/")
    assert len(names_on(page)) == 40
    assert names_on(page)[0] == spread(5)[-1]
    assert "The largest 40" in page.text
    links = re.findall(r'href="(/category/\?letter=[^"]+)"', page.text)
    assert len(links) == len(spread(1))
    found = [name for link in links for name in names_on(client.get(link))]
    assert sorted(found) == sorted(spread(5))


@pytest.mark.parametrize(("prefix", "first"), [("", "A"), ("/ur", "ا")])
def test_an_edition_has_the_letters_of_its_script_first(client, prefix, first):
    fill("source", spread(4))
    page = client.get(f"{prefix}/source/?letter={first}")
    letters = re.findall(r'\?letter=[^"]+"[^>]*><bdi [^>]*>([^<]+)', page.text)
    assert letters[0] == first
    assert len(letters) == len(spread(1))
    assert names_on(page) == [f"{first.lower()} {place:03}" for place in range(4)]
    assert re.search(r'aria-current="page"><bdi lang="..">', page.text) is None
    assert f">{first}</bdi></span></h1>" in page.text


def test_a_letter_with_more_than_fit_on_a_page_has_several(client):
    names = [f"n {number:03}" for number in range(450)]
    fill("category", names)
    pages = [client.get(f"/category/?letter=N&page={number}") for number in (1, 2, 3)]
    assert [name for page in pages for name in names_on(page)] == names
    assert 'href="?letter=N&amp;page=2"' in pages[0].text
    assert names_on(client.get("/category/?letter=N&page=x")) == names[:200]


@pytest.mark.parametrize("letter", ["Q", "zz", "<b>"])
def test_a_letter_that_no_name_has_leads_to_the_list(client, letter):
    fill("category", [f"n {number:03}" for number in range(201)])
    answer = client.get(f"/ur/category/?letter={letter}")
    assert (answer.status_code, answer.url) == (302, "/ur/category/")


def test_a_letter_of_a_short_list_leads_to_the_list(client):
    fill("category", ["News"])
    assert client.get("/category/?letter=N").url == "/category/"
    assert client.get("/category/?letter=").status_code == 200


WORDS = (
    ("harbour", "council", "budget", "railway", "teachers", "monsoon", "fisheries"),
    ("بندرگاہ", "بلدیہ", "بجٹ", "ریلوے", "اساتذہ", "برسات", "انتخابات"),
)


def long_names(words, number):
    """No two alike, and each as long as names of labels are at most in practice."""
    for place in range(number):
        some = [words[place // 7**digit % 7] for digit in range(4)]
        yield f"{' '.join(some)} {place}"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("prefix", ["", "/ur"])
def test_pages_of_thirteen_hundred_names_keep_to_their_size(client, kind, prefix):
    fill(kind, [name for words in WORDS for name in long_names(words, 650)])
    whole = client.get(f"{prefix}/{kind}/")
    links = re.findall(rf'href="({prefix}/{kind}/\?letter=[^"]+)"', whole.text)
    pages = [whole, *map(client.get, links)]
    assert len(pages) > 10
    sizes = [len(gzip.compress(page.content)) for page in pages]
    assert max(sizes) <= LIMIT, sizes
