"""The words found in a text: marked in it as they are spelt, and its best passage."""

from articles.marking.passages import marked, passage
from articles.marking.text import MARK_END, MARK_START, Term, Text

__all__ = ["MARK_END", "MARK_START", "Term", "Text", "marked", "passage"]
