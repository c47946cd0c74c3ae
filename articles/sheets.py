"""An article as a document: what of it has a place on the sheet."""

from django.utils import timezone

from articles.documents import Document
from articles.models import Article


def document_of(article: Article) -> Document:
    """What the sheet says: headline, days, categories, site, address and body.

    The document date is in TIME_ZONE and to the second. The sheet has no place for the
    summary, the byline, the moment of publication, the language (the categories or the
    script tell it), the state and the reason for withdrawing, the moments of adding and
    changing, fractions of a second in the document date, the identity that the article
    was imported as, the names in Urdu, and the domain and homepage of the source. The
    dateline has none of its own: it opens the body.
    """
    captured_at = article.captured_at and timezone.localtime(article.captured_at)
    return Document(
        headline=article.headline,
        published_on=article.published_on,
        captured_at=captured_at and captured_at.replace(microsecond=0, tzinfo=None),
        categories=tuple(category.name for category in article.categories.all()),
        address=article.source_url,
        site=article.source.name if article.source else "",
        body=article.body,
    )
