"""What the archive says in Urdu: all of it, in Urdu letters, and as sentences."""

import re
import shutil
import unicodedata
from collections import Counter
from datetime import date
from types import SimpleNamespace

import pytest
from django import forms
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.formats import date_format

from articles.forms.choice_field import ChoiceField
from articles.queries import Note, NoteKind, parse
from articles.queries.wording import in_words, note_in_words
from articles.results.ways_on import Browsing, WayOn, WaysOn
from articles.search import Count
from tests.catalogue import SOURCE, compiled, messages
from tests.processes import PROJECT, cloned, python

MAKE = ("makemessages", "--locale=ur", "--no-location", "--no-obsolete")
TODAY = date(2025, 5, 17)

# What keyboards for other languages write, and figures that the site does not use.
FOREIGN = re.compile("[يىكڪهةۀۃ٠-٩۰-۹\ufb50-\ufdff\ufe70-\ufefc]")
POINTS_OF_ENGLISH = re.compile(r'[,;?"“”]|\.$|(?<=[\u0600-\u06ff])\.')
QUOTED = re.compile("”[^“”]*“")  # from the right
SENTENCE = re.compile(r"\w\.$")
TAG = re.compile("<[^>]*>")
KEPT = re.compile(rf"%\(\w+\)[sd]|{TAG.pattern}")
ISOLATED = re.compile("\u2068[^\u2068\u2069]*\u2069")

pairs = [pair for message in messages() for pair in message.pairs]


def seen(text):
    """A text as it is seen: what isolates its parts has no shape."""
    return text.translate({0x2068: None, 0x2069: None})


@pytest.fixture
def _urdu():
    with translation.override("ur"):
        yield


# --- The catalogue -------------------------------------------------------------------


def test_every_message_is_translated():
    missing = [message.text for message in messages() if not all(message.urdu)]
    assert not missing
    assert all(len(message.urdu) == len(message.english) for message in messages())


def test_no_translation_is_a_guess_or_of_a_message_that_is_gone():
    assert not [message.text for message in messages() if message.is_fuzzy]
    assert "\n#~" not in SOURCE.read_text(encoding="utf-8")


def test_urdu_is_written_with_letters_of_urdu_and_figures_of_the_site():
    for english, urdu in pairs:  # in both where a tip shows how others type
        assert set(FOREIGN.findall(urdu)) <= set(FOREIGN.findall(english)), urdu


def test_a_letter_with_its_mark_is_one_character():
    """As keyboards type it and a search within the page looks for it."""
    for _english, urdu in pairs:
        assert unicodedata.is_normalized("NFC", urdu), urdu


def test_no_word_begins_with_the_he_of_aspirates():
    """As ہے does in Django's own Urdu; a hand that knows one keyboard writes so."""
    for _english, urdu in pairs:
        assert not re.search(r"\bھ", urdu), urdu


def test_days_and_months_are_called_as_urdu_calls_them():
    days = [date(2025, month, month) for month in range(1, 13)]
    with translation.override("ur"):
        said = " ".join(date_format(day, "l D F M N") for day in days)
        week = [date_format(date(2025, 5, day), "l") for day in range(5, 12)]
    assert week == ["پیر", "منگل", "بدھ", "جمعرات", "جمعہ", "ہفتہ", "اتوار"]
    assert not FOREIGN.search(said)
    assert not re.search("[A-Za-z]", said)


def test_urdu_is_pointed_as_urdu_is():
    for english, urdu in pairs:
        plain = TAG.sub("", QUOTED.sub("", urdu))
        assert not POINTS_OF_ENGLISH.findall(plain), urdu
        assert urdu.endswith("۔") or not SENTENCE.search(english), urdu


def test_names_and_elements_are_the_same_in_both_languages():
    for english, urdu in pairs:
        assert Counter(KEPT.findall(urdu)) == Counter(KEPT.findall(english)), urdu


def test_dates_in_figures_keep_their_order_among_urdu_letters():
    for _english, urdu in pairs:
        assert not re.search("[0-9][-/][0-9]", ISOLATED.sub("", urdu)), urdu


def test_what_is_compiled_is_what_stands_in_the_source():
    texts = {
        key: text
        for message in messages()
        for key, text in zip(message.keys, message.urdu, strict=True)
    }
    assert compiled() == texts, "run `manage.py compilemessages --locale=ur`"


@pytest.mark.skipif(not shutil.which("xgettext"), reason="gettext is not installed")
def test_the_catalogue_has_what_the_code_says_and_nothing_else():
    with cloned() as clone:
        made = python("-m", "django", *MAKE, folder=clone, DJANGO_SETTINGS_MODULE="")
        assert made.returncode == 0, made.stderr
        said = {
            message[:3] for message in messages(clone / SOURCE.relative_to(PROJECT))
        }
    kept = {message[:3] for message in messages()}
    assert kept == said, f"run `manage.py {' '.join(MAKE)}`"


# --- Its sentences -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("سیلاب امداد", "سیلاب، امداد"),
        (
            "date:2013-08/2013-10 category:کھیل -کراچی سیلاب امداد",
            "سیلاب، امداد، کراچی کے بغیر، کھیل کے زمرے میں، اگست تا اکتوبر 2013",
        ),
        ('"پشاور میلہ" -a', "”پشاور میلہ“، a کے بغیر"),
        ("a b or c", "(a، b) یا c"),
        ("سرخی:سیلاب -title:a", "سرخی میں سیلاب، سرخی میں a کے بغیر"),
        ("مقام:لاہور -place:Paris", "لاہور سے، Paris سے نہیں"),
        ('by:"Ann Lee"', "Ann Lee کی تحریر"),
        ("source:rki.news -category:کھیل", "ذریعہ rki.news، کھیل کے زمرے میں نہیں"),
        ("زبان:اردو -lang:en", "اردو میں، English میں نہیں"),
        ("after:2013-08", "اگست 2013 سے"),
        ("-before:2013", "2013 تک نہیں"),
        ("added:2024-05/", "آرکائیو میں شمولیت مئی 2024 سے"),
        ("document:2024-05-03/2024-05-09", "3 تا 9 مئی 2024 کی دستاویز"),
        ("document:2013/", "دستاویز کی تاریخ 2013 سے"),
    ],
)
@pytest.mark.usefixtures("_urdu")
def test_a_query_is_told_in_urdu(text, words):
    assert seen(in_words(parse(text, today=TODAY))) == words


@pytest.mark.usefixtures("_urdu")
@pytest.mark.parametrize("kind", NoteKind)
def test_every_note_is_a_sentence_in_urdu(kind):
    sentence = note_in_words(Note(kind, "100%"))
    assert sentence.endswith("۔")
    assert "%(" not in sentence


@pytest.mark.usefixtures("_urdu")
def test_names_that_are_not_known_are_listed_with_a_comma_of_urdu():
    field = ChoiceField(known=lambda _values: (), unknown="%(name)s")
    with pytest.raises(forms.ValidationError) as refused:
        field.clean(["کھیل", "a"])
    assert seen(refused.value.messages[0]) == "a، کھیل"


@pytest.mark.usefixtures("_urdu")
def test_a_search_that_finds_nothing_asks_in_urdu_what_was_meant():
    way = WayOn("flood", "/search/?q=flood&sort=newest", Count(3))
    results = SimpleNamespace(
        ways_on=WaysOn(["flod", "relif"], [way], []), browsing=Browsing("", "/")
    )
    page = render_to_string("articles/_no_result.html", {"results": results})
    link = '<a rel="nofollow" href="/search/?q=flood&amp;sort=newest">flood</a>'
    assert f"کیا آپ کی مراد {link} تھی؟" in page
    assert "<q>flod</q>، <q>relif</q>" in page
