"""Urdu as other hands type it finds Urdu as it is printed."""

from pathlib import Path

from articles.marking import MARK_START
from articles.queries import parse
from articles.search import SearchRequest, engine
from tests.factories import make_article
from tests.search.asking import TODAY

PAIRS = [
    line.split("\t")
    for line in (Path(__file__).parent.parent / "data" / "urdu_pairs.tsv")
    .read_text(encoding="utf-8")
    .splitlines()[1:]
]


def test_every_word_is_found_however_it_is_typed(db):
    articles = {}
    for number, printed in enumerate(dict.fromkeys(pair[0] for pair in PAIRS)):
        body = f"یہ {printed} ہے۔"
        articles[printed] = make_article(headline=f"{number}", body=body, language="ur")
    missed = [
        pair for pair in PAIRS if articles[pair[0]].pk not in found_and_marked(pair[1])
    ]
    assert len(PAIRS) >= 200
    assert missed == []


def found_and_marked(typed: str) -> list[int]:
    """What the search finds, where it also marks what it has found."""
    request = SearchRequest(query=parse(typed, today=TODAY))
    hits = engine().search(request).hits().hits
    return [hit.article.pk for hit in hits if MARK_START in hit.excerpt]
