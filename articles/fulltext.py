"""How PostgreSQL reads our texts: folding, the search vector, and queries over it."""

import re
import unicodedata

from django.contrib.postgres.search import (
    SearchHeadline,
    SearchQuery,
    SearchVector,
)
from django.db.models import Case, F, Func, Q, TextField, UUIDField, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Left

from articles import characters

# A tsvector holds at most 1 MB of words. This many characters do not exceed it, in any
# script; the words of a longer body that come later are not found.
_SEARCHED_CHARACTERS = 100_000
# A passage is looked for in the beginning of a body only: it is the costly part.
_MARKED_CHARACTERS = 50_000

MARK_START, MARK_END = "\ue000", "\ue001"


class Fold(Func):
    """A text as it is compared, by the SQL function of the first migration.

    Two spellings of one name, with other letter cases, marks or keyboards, fold alike.
    """

    function = "archive_fold"
    arity = 1
    output_field = TextField()


class Identity(Func):
    """By what an article is recognised when it comes again; an SQL function.

    Its address; without one its source, day, folded headline and a hash of its body,
    where empty values count as equal.
    """

    function = "article_identity"
    arity = 5
    output_field = UUIDField()


def _vector(config: str, *, folded: bool) -> Combinable:
    def words(field: str) -> Func | F:
        text = Left(field, _SEARCHED_CHARACTERS)
        return Left(Fold(text), _SEARCHED_CHARACTERS) if folded else text

    return (  # A word in the headline says more about a story than one in the body.
        SearchVector(words("headline"), weight="A", config=config)
        + SearchVector(words("summary"), words("byline"), weight="B", config=config)
        + SearchVector(words("body"), weight="C", config=config)
    )


# English is stemmed. PostgreSQL has no rules for Urdu: its words are folded.
VECTOR = Case(
    When(language="en", then=_vector("english", folded=False)),
    default=_vector("simple", folded=True),
)


def matching(text: str) -> Q:
    """The condition that an article has what a reader typed."""
    text = _understood(text)
    english = SearchQuery(text, config="english", search_type="websearch")
    folded = SearchQuery(Fold(Value(text)), config="simple", search_type="websearch")
    is_english = Q(language="en")
    return (is_english & Q(search_vector=english)) | (
        ~is_english & Q(search_vector=folded)
    )


def marked(field: str, text: str, *, whole: bool) -> Case:
    """A field with the words found between marks: all of it, or its best passages.

    The marks are characters of the private use area, so that the text between them can
    be escaped before they become markup.
    """
    text = _understood(text)
    shape = {"highlight_all": True} if whole else {"max_words": 40, "max_fragments": 2}

    def headline(query: Value | Fold, config: str) -> SearchHeadline:
        return SearchHeadline(
            Left(field, _MARKED_CHARACTERS),
            SearchQuery(query, config=config, search_type="websearch"),
            config=config,
            start_sel=MARK_START,
            stop_sel=MARK_END,
            fragment_delimiter=" … ",
            **shape,
        )

    return Case(
        When(language="en", then=headline(Value(text), "english")),
        default=headline(Fold(Value(text)), "simple"),
    )


_TYPOGRAPHIC_QUOTES = str.maketrans("“”„«»", '"""""')
# A row of hyphens, each of which would negate the next: websearch_to_tsquery overflows.
# It skips white space and operators between them, and folding removes what comes last.
_SKIPPED = (
    r"\s!&()<|\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed"
    r"\u200b-\u200f\u2060\ufeff"
)
_MARKS_THAT_NEST = re.compile(rf"-(?:[{_SKIPPED}]*-)+|(?:\s-)+(?=\s|$)")


def _understood(text: str) -> str:
    """What websearch_to_tsquery can be given, however it is folded after that."""
    text = unicodedata.normalize("NFKC", text).translate(_TYPOGRAPHIC_QUOTES)
    text = characters.with_ascii_digits(text)
    return _MARKS_THAT_NEST.sub(" ", text)
