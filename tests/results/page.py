"""A page of results as a reader has it: what it says, and where its links lead."""

from typing import NamedTuple

from lxml import html


class Link(NamedTuple):
    text: str
    address: str


class Page:
    """The page at an address, or the part of it that a script asks for."""

    def __init__(self, client, address, *, part=None, status=200):
        headers = {} if part is None else {"X-Fragment": part}
        self.answer = client.get(address, headers=headers)
        assert self.answer.status_code == status
        self.text = self.answer.content.decode()
        self.root = html.fromstring(self.text, parser=html.HTMLParser(encoding="utf-8"))

    @property
    def heading(self):
        (heading,) = self.texts("//h1")
        return heading

    @property
    def headlines(self):
        return self.texts("//*[@class='hits']//h2")

    def texts(self, path):
        """What the elements on a path say, on one line each."""
        return [
            " ".join(found.text_content().split()) for found in self.root.xpath(path)
        ]

    def links(self, path):
        """The links on a path, such as those of a list."""
        anchors = self.root.xpath(f"{path}//a")
        texts = self.texts(f"{path}//a")
        return [Link(t, a.get("href")) for t, a in zip(texts, anchors, strict=True)]

    def way(self, rel):
        """The link to the next or the previous page, if there is one."""
        found = [a for a in self.root.xpath("//nav//a[@rel]") if rel in a.get("rel")]
        return Link(found[0].text_content(), found[0].get("href")) if found else None
