"""What PostgreSQL does with our texts: folding, recognising, and reading of words."""

from django.db.models import DateField, FloatField, Func, TextField, UUIDField


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


class Similarity(Func):
    """How many trigrams two texts have in common, of all they have: from 0 to 1."""

    function = "similarity"
    arity = 2
    output_field = FloatField()


class DayInUtc(Func):
    """The day of an instant, wherever the server is: so that an index can have it."""

    template = "(%(expressions)s AT TIME ZONE 'UTC')::date"
    arity = 1
    output_field = DateField()


# How the words of a language are read: a text search configuration of PostgreSQL, with
# its rules for endings. A language that it does not know is folded, and nothing else.
FOLDED = "simple"
CONFIGURATIONS = {
    "en": "archive_english",
    "ar": "arabic",
    "de": "german",
    "es": "spanish",
    "fr": "french",
    "hi": "hindi",
    "id": "indonesian",
    "it": "italian",
    "nl": "dutch",
    "pt": "portuguese",
    "ru": "russian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
}


def configuration(language: str) -> str:
    """The text search configuration for a language."""
    return CONFIGURATIONS.get(language, FOLDED)
