"""What readers are told of how their text was understood."""

from datetime import date

import pytest
from django.utils import translation

from articles.queries import Label, Note, NoteKind, parse
from articles.queries.wording import describe_span, in_words, note_in_words

TODAY = date(2025, 5, 17)


def seen(text):
    """A text as it is seen: what isolates its parts has no shape."""
    return text.translate({0x2068: None, 0x2069: None})


def understood(text, names=None):
    return seen(in_words(parse(text, today=TODAY), names))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ""),
        ("flood relief", "flood, relief"),
        ("econom*", "econom…"),
        (
            "date:2013-08/2013-10 category:Snippets -Karachi 'flood relief'",
            "flood, relief without Karachi, in Snippets, August to October 2013",
        ),
        ('"flood relief" -a -"b c"', "“flood relief” without a, without “b c”"),
        ("-a", "without a"),
        ("a or b or c", "a or b or c"),
        ("a b or c", "(a, b) or c"),
        ("a (b or c) -(d or e)", "a, (b or c) without (d or e)"),
        ("headline:flood -title:a", "flood in the headline without a in the headline"),
        ('place:"New York" -place:Paris', "from New York, not from Paris"),
        ('by:"Ann Lee"', "by Ann Lee"),
        ("category:a -topic:b", "in a, not in b"),
        ("source:rki.news", "from the source rki.news"),
        ("lang:urdu -lang:en", "in اردو, not in English"),
        ("-date:2013", "not 2013"),
        ("after:2013-08", "from August 2013"),
        ("added:2024-05-03/2024-05-09", "added 3 to 9 May 2024"),
        ("document:2013", "document of 2013"),
        ("document:2013/", "document from 2013"),
    ],
)
def test_a_query_is_told_in_words(text, words):
    assert understood(text) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2013-01-01", "2013-12-31", "2013"),
        ("2013-01-01", "2015-12-31", "2013 to 2015"),
        ("2013-08-01", "2013-08-31", "August 2013"),
        ("2013-08-01", "2013-10-31", "August to October 2013"),
        ("2013-08-01", "2014-01-31", "August 2013 to January 2014"),
        ("2013-01-01", "2014-08-31", "January 2013 to August 2014"),
        ("2013-08-17", "2013-08-17", "17 August 2013"),
        ("2024-05-03", "2024-05-09", "3 to 9 May 2024"),
        ("2024-05-03", "2024-06-09", "3 May to 9 June 2024"),
        ("2024-12-30", "2025-01-02", "30 December 2024 to 2 January 2025"),
        ("2013-08-01", "2013-08-17", "1 to 17 August 2013"),
        ("2013-08-01", None, "from August 2013"),
        ("2013-01-01", None, "from 2013"),
        ("2013-08-02", None, "from 2 August 2013"),
        (None, "2013-08-31", "up to August 2013"),
        (None, "2013-12-31", "up to 2013"),
        (None, "2013-08-30", "up to 30 August 2013"),
        ("0001-01-01", "9999-12-31", "0001 to 9999"),
        (None, None, ""),
    ],
)
def test_a_span_is_told_by_whole_years_and_months(first, last, words):
    days = (date.fromisoformat(day) if day else None for day in (first, last))
    assert describe_span(*days) == words


def test_a_label_is_called_by_the_name_that_is_known_for_it():
    names = {
        Label("category", "world-news"): "World News",
        Label("language", "en"): "X",
    }
    text = "category:world-news lang:en"
    assert understood(text, names.__getitem__) == "in World News, in X"


def test_a_part_of_a_query_is_told_alike():
    assert seen(in_words(Label("category", "Sport"))) == "in Sport"


def test_what_readers_typed_keeps_its_own_direction():
    assert in_words(parse("category:کھیل", today=TODAY)) == "in \u2068کھیل\u2069"
    assert (
        in_words(Label("source", "a\u2069\u202eb")) == "from the source \u2068ab\u2069"
    )


def test_months_are_called_as_the_reader_calls_them():
    with translation.override("ur"):
        assert describe_span(date(2013, 8, 17), date(2013, 8, 17)) == "17 اگست 2013"


@pytest.mark.parametrize("kind", NoteKind)
def test_every_note_is_a_sentence(kind):
    sentence = note_in_words(Note(kind, "100%"))
    assert sentence.endswith(".")
    assert "%(" not in sentence


def test_a_note_names_what_it_is_about_in_short():
    known = note_in_words(Note(NoteKind.UNKNOWN_OPERATOR, "foo"))
    assert seen(known).startswith("“foo:” is no filter that the archive knows")
    assert len(note_in_words(Note(NoteKind.BAD_DATE, "x" * 5000))) < 200
