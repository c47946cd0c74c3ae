"""Builders for tests of the readers of XML."""

import io
from pathlib import Path

from articles.importing.xml_elements import local_name
from articles.importing.xml_items import read_items
from articles.importing.xml_walk import Found

FEEDS = Path(__file__).parent / "data" / "feeds"


def stream(data: bytes | str) -> io.BufferedReader:
    data = data.encode() if isinstance(data, str) else data
    return io.BufferedReader(io.BytesIO(data))


def rss(*items: str, head: str = "") -> str:
    inside = "\n".join(f"<item>{item}</item>" for item in items)
    return (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:atom="http://www.w3.org/2005/Atom">'
        f"<channel>{head}\n{inside}</channel></rss>"
    )


def titles(data: bytes | str) -> list[str]:
    """The titles of the items in order, and each refusal in words."""
    found = []
    for part in read_items("a.xml", stream(data)):
        if isinstance(part, Found):
            (title,) = [c for c in part.element if local_name(c) == "title"]
            found.append("".join(title.itertext()))
        else:
            found.append(str(part))
    return found
