"""The tables of the bench: how figures are rounded, and what is judged by them."""

import pytest

from bench.search import report, timing, verdicts
from bench.search.results import Answer, QueryResult, TypedResult
from bench.search.timing import Timing

CELL = Timing(12.3)


def answer(**timings):
    parts = {"newest": 10, "best": 20, "count": 2, "facets": 8} | timings
    return Answer(**{part: Timing(of) if of else None for part, of in parts.items()})


def result(name="flood", matches=20_000, ours=None, naive=None, **fields):
    ours, naive = ours or answer(), naive or answer(newest=500, best=900, facets=100)
    counts = {"matches": matches, "naive_matches": matches or 20_000} | fields
    return QueryResult(name=name, ours=ours, naive=naive, **counts)


def judged(results, typed=()):
    of_all = [*verdicts.of_archive(results, typed), *verdicts.against_naive(results)]
    return {verdict.target: verdict for verdict in of_all}


def cells(line):
    return [cell.strip() for cell in line.strip("|").split("|")]


@pytest.mark.parametrize(
    ("milliseconds", "runs"),
    [(0.1, 5), (199, 5), (200, 3), (1999, 3), (2000, 1), (4000, 1)],
)
def test_what_is_quick_is_run_more_often(milliseconds, runs):
    assert timing.runs_for(milliseconds) == runs


def test_a_timing_is_the_median_after_a_run_that_is_not_counted(monkeypatch):
    lasting = iter([900, 30, 10, 50, 20, 40])
    monkeypatch.setattr(timing, "_once", lambda run: Timing(next(lasting)))
    assert timing.timed(lambda: None) == Timing(30)
    assert next(lasting, None) is None


@pytest.mark.parametrize("slow", [Timing(5001), Timing(2000, is_ended=True)])
def test_what_is_very_slow_or_was_ended_is_run_once(monkeypatch, slow):
    lasting = iter([slow])
    monkeypatch.setattr(timing, "_once", lambda run: next(lasting))
    assert timing.timed(lambda: None) == slow


@pytest.mark.parametrize(
    ("of", "text"),
    [
        (Timing(0.04), "0.0"),
        (Timing(9.94), "9.9"),
        (Timing(9.96), "10"),
        (Timing(12_345.6), "12,346"),
        (Timing(60_000, is_ended=True), "> 60,000"),
        (None, "-"),
    ],
)
def test_milliseconds_have_no_more_digits_than_they_are_worth(of, text):
    assert report.milliseconds(of) == text


def test_a_table_has_columns_as_wide_as_their_widest_cell():
    assert report.table(("query", "ms"), [("flood", "1,200"), ("a", "3")]) == (
        "| query |    ms |\n| ----- | ----: |\n| flood | 1,200 |\n| a     |     3 |"
    )


def test_a_query_has_a_row_with_both_sides_and_how_much_faster_ours_is():
    *_head, row = report.query_table([result()]).splitlines()
    ours, naive = ["10", "20", "2.0", "8.0", "-"], ["500", "900", "2.0", "100", "-"]
    # 602 ÷ 12, 1002 ÷ 22, and the lesser of 602 ÷ 20 and 1002 ÷ 30.
    assert cells(row) == ["flood", "20,000", *ours, *naive, "50", "46", "30"]


def test_a_query_without_words_has_no_best_match():
    nothing = answer(best=None)
    *_head, row = report.query_table([result(ours=nothing, naive=nothing)]).splitlines()
    assert cells(row)[3] == cells(row)[8] == cells(row)[-2] == "-"


def test_matches_that_took_too_long_to_count_are_those_of_the_naive_way():
    *_head, row = report.query_table([result(matches=None)]).splitlines()
    assert cells(row)[1] == "~ 20,000"


def test_what_was_typed_has_a_row():
    typed = TypedResult(text="flo", found=5, ours=Timing(2), naive=Timing(900))
    *_head, row = report.typed_table([typed]).splitlines()
    assert cells(row) == ["flo", "5", "2.0", "900", "450"]


def test_queries_that_find_something_else_the_naive_way_are_named():
    results = [result("same", naive_matches=19_900), result("less", naive_matches=9)]
    assert report.differences(results[:1]) == ""
    assert report.differences(results).strip() == (
        "less: 9 articles match the naive way"
    )


def test_a_target_is_judged_by_the_query_that_is_worst_at_it():
    slow = result("slow", ours=answer(newest=101, deep=11))
    found = judged([result(), slow])
    assert found["newest page, worst"][1:] == ("100 ms", "101 ms", "slow", False)
    assert found["newest page, median"][1:] == ("15 ms", "56 ms", "of 2", False)
    assert found["best page, worst"].is_met
    assert found["deep page"][2:] == ("11 ms", "slow", False)


def test_what_was_ended_meets_no_target():
    ended = Answer(newest=CELL, count=CELL, facets=Timing(3, is_ended=True))
    assert not judged([result(ours=ended, naive=ended)])["facets"].is_met


def test_facets_of_few_matches_have_a_target_of_their_own():
    of_many = result("many", matches=50_001, ours=answer(facets=900))
    of_few = result("few", matches=50_000, ours=answer(facets=160))
    found = judged([of_many, of_few])
    assert found["facets"].is_met
    assert found["facets of up to 50,000 matches"][3:] == ("few", False)
    assert "facets of up to 50,000 matches" not in judged([of_many])


def test_the_least_advantage_over_the_naive_way_is_told_for_common_words_apart():
    rare = result("rare", matches=3, naive=answer(newest=1))
    found = judged([result(), rare])
    assert found["naive ÷ our page, least"].at == "rare"
    assert found["naive ÷ our page, least over 10,000 matches"].at == "flood"
    assert found["worst naive ÷ worst of our pages"].reached == "46 times"


def test_a_large_archive_may_take_four_times_as_long_as_a_small_one():
    large = [("a", Timing(40)), ("b", Timing(40)), ("c", Timing(90))]
    small = [("a", Timing(10)), ("b", Timing(10)), ("c", Timing(20))]
    medians, worst = verdicts.growth(large, small)
    assert (medians.reached, medians.is_met) == ("4.0 times", True)
    assert (worst.reached, worst.is_met) == ("4.5 times", False)


def test_verdicts_are_said_as_yes_and_no():
    lines = verdicts.verdict_table(judged([result()]).values()).splitlines()
    assert {cells(line)[-1] for line in lines[2:]} <= {"yes", "no"}
