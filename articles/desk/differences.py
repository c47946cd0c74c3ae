"""Where two versions of an article differ, field by field, as it can be shown."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.text import capfirst

from articles.desk.word_differences import Effort, Passage, passages
from articles.models import Article

# A body in which one word differs is not shown whole: so many paragraphs around it are.
_AROUND = 1


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Some paragraphs that both have, and that are not shown."""

    count: int


@dataclass(frozen=True, slots=True)
class TextDifference:
    """A field of text: its passages beside each other."""

    label: str | Promise
    passages: list[Passage | LeftOut]


def text_differences(
    names: Iterable[str],
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    effort: Effort | None = None,
) -> list[TextDifference]:
    """Of those of some fields that differ; a limit of effort is for all together."""
    effort = effort or Effort()
    return [
        TextDifference(
            field_label(name), list(abridged(passages(old[name], new[name], effort)))
        )
        for name in names
        if old[name] != new[name]
    ]


def abridged(whole: list[Passage]) -> Iterator[Passage | LeftOut]:
    """The passages that differ and what stands around them."""
    left_out = 0
    for place, passage in enumerate(whole):
        near = whole[max(0, place - _AROUND) : place + _AROUND + 1]
        if any(it.differs for it in near):
            if left_out:
                yield LeftOut(left_out)
            left_out = 0
            yield passage
        else:
            left_out += 1
    if left_out:
        yield LeftOut(left_out)


def field_label(name: str) -> str:
    """What a field of articles is called, as the heading of something."""
    return capfirst(str(Article._meta.get_field(name).verbose_name))  # type: ignore[union-attr]
