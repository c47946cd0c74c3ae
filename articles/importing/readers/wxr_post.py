"""A post of a WordPress export."""

from django.utils.translation import gettext_noop as _

from articles.importing.html_bodies import paragraphs_of
from articles.importing.readers.page_address import address_of
from articles.importing.readers.rss_item import addresses
from articles.importing.readers.story import story_fields
from articles.importing.xml_elements import Element
from articles.importing.xml_values import Values, text_of
from articles.importing.xml_walk import Found

_KINDS = {
    "attachment": _("attachments"),
    "page": _("pages"),
    "nav_menu_item": _("menu items"),
    "revision": _("revisions"),
}
_STATES = {"trash": _("posts in the trash"), "auto-draft": _("empty drafts")}
_OTHER_KIND = _("items of type")
_NO_DAY = ("0000-", "-0001")  # of a draft that was never scheduled


def kind_left_out(post: Values) -> str:
    """What an item is, if it is no post that somebody keeps; else nothing."""
    kind = post.text("wp:post_type") or "post"
    if kind != "post":
        return _KINDS.get(kind, f"{_OTHER_KIND}: {kind[:40]!r}")
    return _STATES.get(post.text("wp:status"), "")


def post_fields(
    found: Found, post: Values, heads: Values, base: str
) -> dict[str, object]:
    """The fields of a record; raises HtmlError.

    The day is the newsroom's own: `pubDate` is in UTC, and a story of one in the
    morning would be of the day before.
    """
    local, instant = _moment(post, "wp:post_date"), _moment(post, "pubDate")
    author = author_of(post, found)
    shown = Values(author).text("wp:author_display_name") if author is not None else ""
    fields = story_fields(
        headline=post.text("title"),
        summary=paragraphs_of(post.text("excerpt:encoded")),
        body=paragraphs_of(post.text("content:encoded")),
        byline=[shown] if shown else post.texts("dc:creator"),
        categories=_filed(post, "category") or _filed(post, "post_tag"),
        language=[heads.text("language")],
        published_on=local or instant,
        published_at=instant,
        source=heads.text("title"),
        source_url=address_of("", addresses(found.element, base), ""),
    )
    # Plugins have states of their own: what is public has one name. What takes a
    # password was never public either.
    is_public = post.text("wp:status") == "publish"
    is_open = is_public and not post.text("wp:post_password")
    return fields if is_open else {**fields, "state": "draft"}


def author_of(post: Values, found: Found) -> Element | None:
    """What the export says of the writer of a post."""
    return found.writers.get(post.text("dc:creator"))


def _moment(post: Values, name: str) -> str:
    text = post.text(name)
    return "" if any(part in text for part in _NO_DAY) else text


def _filed(post: Values, domain: str) -> list[str]:
    filed = (c for c in post.all("category") if c.get("domain") == domain)
    return [text_of(category) for category in filed]
