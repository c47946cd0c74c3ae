"""Notes in words: what was done with a text that could not be read as it was meant."""

from django.utils.translation import gettext_lazy as _

from articles.queries.isolation import isolated
from articles.queries.nodes import Note, NoteKind

_LONGEST = 60

_SENTENCES = {
    NoteKind.UNKNOWN_OPERATOR: _(
        "“%(text)s:” is no filter that the archive knows, so it was searched as text."
    ),
    NoteKind.EMPTY_OPERATOR: _(
        "“%(text)s:” was left out: what it asks for must follow the colon at once."
    ),
    NoteKind.UNKNOWN_LANGUAGE: _(
        "“%(text)s” is no language that the archive knows, so it was searched as text."
    ),
    NoteKind.BAD_DATE: _(
        "“%(text)s” is no date as in 2013, 2013-08, 2013-08-17 or 2013-08/2013-10, "
        "so it was searched as text."
    ),
    NoteKind.UNCLOSED_QUOTE: _(
        "A quotation mark was left out because no second one closes the phrase."
    ),
    NoteKind.LONE_PARENTHESIS: _(
        "A parenthesis was left out because it has no partner."
    ),
    NoteKind.TOO_DEEP: _(
        "Some parentheses were left out because they stand inside too many others."
    ),
    NoteKind.DANGLING_OR: _(
        "“or” was left out where it does not stand between two things to find."
    ),
    NoteKind.SHORT_PREFIX: _(
        "The star after “%(text)s” was left out: at least two letters must precede it."
    ),
}


def note_in_words(note: Note) -> str:
    """The sentence that tells a reader of a note."""
    text = note.text
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return str(_SENTENCES[note.kind]) % {"text": isolated(short)}
