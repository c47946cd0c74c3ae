from datetime import date

import pytest
from django.template.loader import render_to_string

from articles.periods import Period
from articles.rulers import day_ruler, year_rulers

APRIL = Period.of_month(2025, 4)
FEW = {2009: 1, 2011: 40, 2012: 80}


def drawn(ruler, **context):
    context = {"ruler": ruler, **context}
    return render_to_string("articles/_time_ruler.html", context)


def test_each_year_has_a_bar_from_the_first_to_the_last():
    (ruler,) = year_rulers(FEW, 2011)
    assert [bar.first.year for bar in ruler.bars] == [2009, 2010, 2011, 2012]
    assert [bar.count for bar in ruler.bars] == [1, 0, 40, 80]
    assert [bar.is_current for bar in ruler.bars] == [False, False, True, False]


def test_the_highest_bar_fills_the_space_and_a_single_article_shows():
    (ruler,) = year_rulers(FEW, 2011)
    assert [bar.height for bar in ruler.bars] == [1, 0, 20, 40]
    assert 'viewBox="0 0 10 40"' in drawn(ruler)
    assert '<rect width="10" y="20" height="20"/>' in drawn(ruler)


@pytest.mark.parametrize("years", [{}, {2025: 7}])
def test_where_there_is_nothing_to_compare_there_is_no_ruler(years):
    assert year_rulers(years, 2025) == []


def test_sixty_years_are_years_and_more_are_decades_with_the_years_of_one():
    years = dict.fromkeys(range(1960, 2020), 1)
    (ruler,) = year_rulers(years, 2019)
    assert (ruler.unit, len(ruler.bars), ruler.is_crowded) == ("year", 60, True)
    years[1959] = 1
    decades, of_one = year_rulers(years, 1959)
    assert (decades.unit, len(decades.bars)) == ("decade", 7)
    assert [bar.count for bar in decades.bars] == [1, *[10] * 6]
    assert [bar.first.year for bar in of_one.bars] == [*range(1950, 1960)]
    assert len(year_rulers(years, 2035)) == 1


def test_a_decade_leads_to_its_newest_year_that_has_articles():
    years = {1895: 3, 1897: 1, 1990: 5, 2003: 9}
    decades, _of_one = year_rulers(years, 1990)
    assert decades.bars[0].address == "/1897/"
    text = drawn(decades)
    assert 'href="/1897/" title="4 articles"' in text
    assert '<bdi class="tick">1895<span class="vh">–1899</span></bdi>' in text


def test_no_ruler_has_more_than_sixty_bars():
    ruler, _of_one = year_rulers(dict.fromkeys(range(1500, 2501), 1), 1500)
    assert len(ruler.bars) == 60
    assert sum(bar.count for bar in ruler.bars) == 1001
    assert ruler.bars[0].is_current


def test_every_day_of_a_month_has_a_bar():
    ruler = day_ruler({date(2025, 4, 18): 24, date(2025, 4, 30): 3}, APRIL)
    assert (ruler.unit, len(ruler.bars), ruler.is_crowded) == ("day", 30, False)
    assert ruler.bars[17].count == 24
    assert day_ruler({}, APRIL) is None


def test_a_bar_is_a_link_with_one_rectangle_and_its_count():
    ruler = day_ruler({date(2025, 4, 18): 24}, APRIL, date(2025, 4, 18))
    text = drawn(ruler, current="page")
    assert '<a href="/2025/04/18/" title="24 articles" aria-current="page">' in text
    assert text.count("<rect") == text.count("<a ") == 1
    assert '<rect width="10" y="0" height="40"/>' in text
    assert text.count('class="none"') == 29
    assert "style=" not in text


def test_a_page_that_is_none_of_the_bars_marks_the_one_that_it_begins_with():
    (ruler,) = year_rulers(FEW, 2012)
    assert 'href="/2012/" title="80 articles" class="in"' in drawn(ruler)
