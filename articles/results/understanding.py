"""What the archive made of a text, for the reader to see whether it was meant so."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from articles.queries import Label, Words
from articles.queries.editing import dropped, replaced
from articles.queries.isolation import isolated
from articles.queries.wording import Names, in_words, note_in_words
from articles.search import SearchRequest, Understood


def names_of(understood: Understood) -> Names:
    """What labels are called: by name where the archive has them, else as typed."""
    return lambda label: understood.names.get(label, label.name)


def understood_in_words(request: SearchRequest, understood: Understood) -> str:
    """The whole condition in words, as it was searched for; without any, nothing."""
    node = request.node()
    for label in understood.unknown:
        words = Words(label.name, is_phrase=" " in label.name)
        node = node and replaced(node, label, words)
    for words in understood.ignored:
        node = node and dropped(node, words)
    return in_words(node, names_of(understood)) if node else ""


def remarks(request: SearchRequest, understood: Understood) -> Iterator[str]:
    """A sentence for all that was not done as it was typed."""
    yield from map(note_in_words, request.query.notes)
    yield from map(_unknown, understood.unknown)
    for word in dict.fromkeys(words.text for words in understood.ignored):
        yield _(
            "“%(word)s” is in nearly every article, so it was not searched for."
        ) % {"word": isolated(word)}


def _unknown(label: Label) -> str:
    sentence = (
        _(
            "There is no category “%(name)s” in the archive, so it was searched for "
            "as text."
        )
        if label.kind == "category"
        else _(
            "There is no source “%(name)s” in the archive, so it was searched for "
            "as text."
        )
    )
    return sentence % {"name": isolated(label.name)}
