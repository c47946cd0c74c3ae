"""WordPress exports (WXR): the posts of a site, in RSS with words of its own."""

import re
from collections.abc import Iterator
from io import BufferedReader

from django.utils.translation import gettext_noop as _

from articles.importing.readers.feed import looks_like_feed
from articles.importing.readers.html_text import HtmlError
from articles.importing.readers.minimal_feed import base_of, minimal_feed
from articles.importing.readers.wxr_post import author_of, kind_left_out, post_fields
from articles.importing.records import LeftOut, Note, RawRecord, Refusal
from articles.importing.xml_elements import Element
from articles.importing.xml_items import read_items
from articles.importing.xml_source import xml_text
from articles.importing.xml_values import Values
from articles.importing.xml_walk import Found

_NAMESPACE = re.compile(r"xmlns:\w+\s*=\s*[\"']https?://wordpress\.org/export/")
_KEPT = {"title", "link", "language", "wp:base_blog_url"}


def looks_like_wxr(head: bytes) -> bool:
    """Whether a file that begins so is RSS with the namespace of exports."""
    return looks_like_feed(head) and bool(_NAMESPACE.search(xml_text(head)))


def read_wxr(
    name: str, stream: BufferedReader
) -> Iterator[RawRecord | Refusal | Note | LeftOut]:
    """The posts, in the order of the file; what is none is told by its kind."""
    is_empty = True
    for part in read_items(name, stream):
        is_empty = False
        if isinstance(part, Found):
            yield _record(name, part)
            yield from _comments(name, part)
        else:
            yield part
    if is_empty:
        yield Note(name, _("exports without posts"))


def _comments(name: str, found: Found) -> Iterator[LeftOut]:
    """What readers wrote below a post; what is below a page is left out with it."""
    post = Values(found.element)
    if not kind_left_out(post):
        for _comment in post.all("wp:comment"):
            yield LeftOut(f"{name}, item {found.number}", _("comments"))


def _record(name: str, found: Found) -> RawRecord | Refusal | LeftOut:
    place = f"{name}, item {found.number}"
    post, heads = Values(found.element), Values(found.heads)
    if kind := kind_left_out(post):
        return LeftOut(place, kind)
    base, author = base_of(found, name), author_of(post, found)
    try:
        fields = post_fields(found, post, heads, base)
    except HtmlError as error:
        return Refusal(place, "body", str(error))
    added: list[Element] = [author] if author is not None else []
    try:
        return RawRecord(place, fields, minimal_feed(found, base, _KEPT, added))
    except ValueError as error:  # a name space that can be read, and not written
        return Refusal(place, "item", f"cannot be kept as it came: {error}")
