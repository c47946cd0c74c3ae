"""What a page says of its article beside the text: in JSON-LD, then in meta tags."""

import re
from collections.abc import Iterator
from datetime import datetime

import lxml.html

from articles import languages
from articles.importing.readers.json_ld import Article, names, plain

_ADDRESS = re.compile("(?:https?:)?//", re.IGNORECASE)
_MOST_CATEGORIES = 10
_LONGEST_CATEGORY = 100  # what is longer is a sentence and no name

_TITLES = ("og:title", "twitter:title", "parsely-title", "dc.title")
_SUMMARIES = ("og:description", "twitter:description", "description")
_AUTHORS = ("author", "article:author", "parsely-author", "sailthru.author", "byl")
_SITES = ("og:site_name", "application-name")
_DAYS = (
    *("article:published_time", "og:article:published_time", "datepublished"),
    *("parsely-pub-date", "sailthru.date", "publishdate", "pubdate", "pub_date"),
    *("dcterms.date", "dc.date.issued", "dc.date", "date"),
)
_SECTIONS = ("article:section", "parsely-section")
_KEYWORDS = ("news_keywords", "article:tag", "keywords")
_TIMES = "//article//time[@datetime]|//*[@itemprop='datePublished'][@datetime]"
_WRITERS = "//*[@rel='author' or @itemprop='author']"


class Facts:
    """A page's own words for what a record needs; each answer may be empty."""

    def __init__(self, root: lxml.html.HtmlElement, article: Article) -> None:
        self._root = root
        self._article = article
        self._meta = _meta(root)

    def is_article(self) -> bool:
        """Whether the page declares that it is one."""
        kinds = self._meta.get("og:type", [])
        return bool(self._article) or "article" in kinds

    def headline(self) -> str:
        """The headline, without the name of the site that many titles end in."""
        first_level = [plain(h.text_content()) for h in self._root.iter("h1")]
        told = [*self._said("headline"), *self._of(_TITLES)]
        told += first_level if len(first_level) == 1 else []
        told += [plain(title.text_content()) for title in self._root.iter("title")]
        headline = next(filter(None, told), "")
        site = re.escape(self.source())
        return re.sub(rf"\s+[-–—|·•]\s+{site}\Z", "", headline) if site else headline

    def summary(self) -> str:
        return next(iter([*self._said("description"), *self._of(_SUMMARIES)]), "")

    def byline(self) -> str:
        """All who wrote it; addresses of their pages are no names."""
        written = (plain(who.text_content()) for who in self._root.xpath(_WRITERS))
        told = [self._said("author"), self._of(_AUTHORS), [*filter(None, written)][:1]]
        writers = ([n for n in some if not _ADDRESS.match(n)] for some in told)
        return ", ".join(dict.fromkeys(next(filter(None, writers), [])))

    def published(self) -> str:
        """The day or moment as it stands there, one in ISO 8601 before any other."""
        times = [time.get("datetime", "").strip() for time in self._root.xpath(_TIMES)]
        told = [*self._said("datePublished"), *self._of(_DAYS), *filter(None, times)]
        return next(filter(_is_iso, told), next(iter(told), ""))

    def source(self) -> str:
        """The name of the site; an address in its place is none."""
        told = [*self._said("publisher"), *self._of(_SITES)]
        return next((name for name in told if not _ADDRESS.match(name)), "")

    def categories(self) -> list[str]:
        """Its sections; keywords only where it has none."""
        for said, tags in (("articleSection", _SECTIONS), ("keywords", _KEYWORDS)):
            told = self._said(said) or self._of(tags)
            parts = (part.strip() for text in told for part in re.split("[,،]", text))
            wanted = [part for part in parts if 0 < len(part) <= _LONGEST_CATEGORY]
            if wanted:
                return list(dict.fromkeys(wanted))[:_MOST_CATEGORIES]
        return []

    def language(self, body: str) -> str:
        """The first that the archive knows.

        English is not believed of a text in Arabic letters: themes declare it unasked.
        """
        told = [self._root.get("lang", ""), *self._of(("og:locale",))]
        told += self._said("inLanguage")
        code = next(filter(None, map(languages.known_code, told)), "")
        return "" if code == "en" and languages.of_script(body) == "ur" else code

    def addresses(self) -> Iterator[str]:
        """Where it says that it is published; an address may be relative, or none."""
        for link in self._root.iter("link"):
            if link.get("rel", "").lower() == "canonical":
                yield link.get("href", "").strip()
        yield from self._of(("og:url",))
        for key in ("url", "mainEntityOfPage"):
            value = self._article.get(key)
            value = value.get("@id") if isinstance(value, dict) else value
            yield value if isinstance(value, str) else ""

    def _said(self, key: str) -> list[str]:
        return names(self._article.get(key))

    def _of(self, tags: tuple[str, ...]) -> list[str]:
        """The values of the first of these tags that has any."""
        return next((self._meta[tag] for tag in tags if tag in self._meta), [])


def _meta(root: lxml.html.HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for tag in root.iter("meta"):
        keys = (tag.get(kind) for kind in ("property", "name", "itemprop"))
        key = next(filter(None, keys), "").strip().lower()
        if value := plain(tag.get("content", "")):
            found.setdefault(key, []).append(value)
    return found


def _is_iso(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
