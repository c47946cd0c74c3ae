"""The sources and categories that records name, as keys of the database."""

from articles.importing.records import ArticleRecord
from articles.models import Category, Source

_REMEMBERED = 50_000


class Labels:
    """Finds or makes what records name, and remembers it for the next record."""

    def __init__(self) -> None:
        self._sources: dict[tuple[str, str], int] = {}
        self._categories: dict[str, int] = {}

    def source_key(self, record: ArticleRecord) -> int | None:
        """The key of the record's source; none if nothing tells the source."""
        if not record.source:
            return None
        asked = (record.source, record.site)
        if asked not in self._sources:
            self._sources[asked] = _source(record).pk
        return self._sources[asked]

    def category_keys(self, record: ArticleRecord) -> list[int] | None:
        """The keys of the record's categories, in order; none if it has none."""
        return sorted({self._category(name) for name in record.categories}) or None

    def forget(self) -> None:
        """Ask the database anew: what was made in a transaction may be gone with it."""
        self._sources.clear()
        self._categories.clear()

    def tidy(self) -> None:
        """Keep memory bounded whatever the files name."""
        if len(self._sources) + len(self._categories) > _REMEMBERED:
            self.forget()

    def _category(self, name: str) -> int:
        if name not in self._categories:
            self._categories[name] = Category.objects.recognised(name).pk
        return self._categories[name]


def _source(record: ArticleRecord) -> Source:
    """By name; when only its site is known, also by domain.

    An archive's own record names the source itself, be it that it is called as a site.
    """
    if record.source == record.site and not record.is_own:
        return Source.objects.of_site(record.site, homepage=record.homepage)
    return Source.objects.recognised(
        record.source, domain=record.site, homepage=record.homepage
    )
