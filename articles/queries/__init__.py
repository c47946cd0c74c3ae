"""The language of the search box: any text that a reader types, as a Query.

    flood relief            both words
    "flood relief"          these words, one after the other
    econom*                 words that begin so
    -Karachi  -(a or b)     not this
    a b or c                (a and b) or c, as websearch_to_tsquery reads it
    a (b or c)              parentheses say it otherwise
    headline:flood  place:Paris  by:"Ann Lee"  headline:(flood or storm)
    category:"World News"  source:rki.news  lang:ur
    date:2013-08  date:2013-08/2013-10  date:P1W  after:2013  before:2013-08-17
    document:2013  added:P3D

`parse` is total: what cannot be read as it was meant is searched as text, or left out,
and a note says so. It takes time in proportion to the text. Every day is included that
a span names; an operator holds for all that stands in parentheses after it.

`typed` goes the other way: the text, in its shortest form, that is read as a node.

The words are not folded, and nothing here knows how they are searched for.
"""

from articles.queries.intervals import read_interval
from articles.queries.nodes import (
    AllOf,
    AnyOf,
    Field,
    Label,
    Node,
    Not,
    Note,
    NoteKind,
    Query,
    Span,
    Words,
)
from articles.queries.parsing import parse
from articles.queries.typed import typed

# What a form should let through: more than a reader types, less than costs much.
MOST_CLAUSES = 40
LONGEST_TEXT = 1000

__all__ = [
    "LONGEST_TEXT",
    "MOST_CLAUSES",
    "AllOf",
    "AnyOf",
    "Field",
    "Label",
    "Node",
    "Not",
    "Note",
    "NoteKind",
    "Query",
    "Span",
    "Words",
    "parse",
    "read_interval",
    "typed",
]
