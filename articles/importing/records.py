"""A story on its way in: as a reader found it, and checked, before the database."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class RawRecord:
    """A story as a reader found it: named values, not yet checked.

    `original` is the story as it came, in a form that the same reader can read by
    itself: a line of a table with its header, an item of a feed with its channel.
    `format` is the name of that reader; the import fills it in.
    """

    # Where it stands, for people: "papers.jsonl.gz, line 12". An address is whole here,
    # because the record is read again as what was fetched from it.
    place: str
    fields: Mapping[str, object]
    original: bytes = field(default=b"", compare=False, repr=False)
    format: str = field(default="", compare=False)
    is_hearsay: bool = False  # of another's site: it may add a story, and change none


@dataclass(frozen=True, slots=True)
class Refusal:
    """A story that is not stored, and why."""

    place: str
    field: str
    reason: str  # the value at fault, if it is given, comes after a colon

    def __str__(self) -> str:
        return f"{self.place}: {self.field}: {self.reason}"

    @property
    def kind(self) -> str:
        """What it has in common with others: field and reason, without the value."""
        return f"{self.field}: {self.reason.partition(': ')[0]}"


@dataclass(frozen=True, slots=True)
class Note:
    """What an operator should know of a file that was read: no story, and no fault."""

    place: str
    text: str  # values, if any, come after a colon


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What stands in a file beside its stories, and is none: a page, a picture."""

    place: str
    kind: str  # in the plural; a value, if any, comes after a colon


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRecord:
    """A checked story: every value can be stored as it is.

    An empty text and None mean that the record says nothing of it.
    """

    place: str
    number: int | None = None  # the article's in the archive that it was exported from
    is_draft: bool = False  # also with headline and day
    is_hearsay: bool = False  # an article that is there does not become what it says
    headline: str = ""
    summary: str = ""
    byline: str = ""
    dateline: str = ""
    body: str = ""
    published_on: date | None = None
    published_at: datetime | None = None
    captured_at: datetime | None = None
    language: str = ""
    likely_language: str = "en"  # by category or script, if the record does not say
    source: str = ""
    source_url: str = ""
    site: str = ""  # the domain of the source, where an address tells it
    homepage: str = ""
    categories: tuple[str, ...] = ()
    removed_characters: int = 0  # that no text may hold, taken out of this record
    original: bytes = field(default=b"", compare=False, repr=False)
    format: str = ""  # the name of the reader that read the original
    article_id: int | None = None  # the article that it is, where that is known

    @property
    def is_own(self) -> bool:
        """Whether an archive exported it: then it says all that there is to say."""
        return self.number is not None and self.language != ""
