"""How good best match is: `python -m bench.relevance pool` and `… report`.

The set is forty queries over a corpus that is not part of this repository. `pool`
prints what the three rankings find, to be judged; `report` compares them by the
judgements in judgements.tsv, in which an article is named by a hash alone.
"""

import argparse
import os
from pathlib import Path
from statistics import mean

import django

HERE = Path(__file__).parent
QUERIES = (HERE / "queries.txt").read_text(encoding="utf-8").splitlines()
JUDGEMENTS = HERE / "judgements.tsv"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.relevance")
    parser.add_argument("command", choices=["pool", "report"])
    arguments = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsarchive.settings")
    django.setup()
    (pool if arguments.command == "pool" else report)()


def pool() -> None:
    """Print, for each query, what any of the rankings puts among its first ten."""
    from articles.models import Article
    from bench.relevance.rankings import RANKINGS, name_of

    for number, query in enumerate(QUERIES, 1):
        print(f"\n=== {number}. {query}")
        found = {pk for ranking in RANKINGS.values() for pk in ranking(query)}
        # By name: the order must not give away which ranking has found it.
        for article in sorted(Article.objects.filter(pk__in=found), key=name_of):
            opening = " ".join(article.body[:600].split())
            print(f"{name_of(article)}\t{article.published_on}\t{article.headline}")
            print(f"    {opening}")


def report() -> None:
    """Print the mean measures of each ranking, and how many hits nobody judged."""
    from articles.models import Article
    from bench.relevance.measures import ndcg, reciprocal_rank
    from bench.relevance.rankings import RANKINGS, name_of

    grades = _judgements()
    print(f"{'ranking':<12} {'MRR':>6} {'NDCG@10':>8} {'unjudged':>9}")
    for name, ranking in RANKINGS.items():
        reciprocal, gains, unjudged = [], [], 0
        for query in QUERIES:
            of_query = grades[query]
            articles = Article.objects.in_bulk(ids := ranking(query))
            found = [name_of(articles[pk]) for pk in ids]
            unjudged += sum(each not in of_query for each in found)
            order = [of_query.get(each, 0) for each in found]
            reciprocal.append(reciprocal_rank(order))
            gains.append(ndcg(order, list(of_query.values())))
        print(f"{name:<12} {mean(reciprocal):6.3f} {mean(gains):8.3f} {unjudged:9}")


def _judgements() -> dict[str, dict[str, int]]:
    grades: dict[str, dict[str, int]] = {query: {} for query in QUERIES}
    for line in JUDGEMENTS.read_text(encoding="utf-8").splitlines():
        number, name, grade = line.split("\t")
        grades[QUERIES[int(number) - 1]][name] = int(grade)
    return grades


if __name__ == "__main__":
    main()
