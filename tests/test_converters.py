import re
from datetime import date

import pytest

from articles.converters import (
    AnniversaryConverter,
    ArticleConverter,
    DayConverter,
    MonthConverter,
    SlugConverter,
    YearConverter,
)


def read(converter, text):
    """What a part of an address means; None where it would be no address."""
    if not re.fullmatch(converter.regex, text):
        return None
    try:
        return converter.to_python(text)
    except ValueError:
        return None


@pytest.mark.parametrize(
    ("converter", "text", "value"),
    [
        (YearConverter(), "2025", 2025),
        (YearConverter(), "1500", 1500),
        (YearConverter(), "2500", 2500),
        (MonthConverter(), "04", 4),
        (MonthConverter(), "12", 12),
        (DayConverter(), "2025/04/18", date(2025, 4, 18)),
        (DayConverter(), "2024/02/29", date(2024, 2, 29)),
        (AnniversaryConverter(), "04/18", date(2000, 4, 18)),
        (AnniversaryConverter(), "02/29", date(2000, 2, 29)),
        (SlugConverter(), "world-news_2", "world-news_2"),
        (SlugConverter(), "اردو", "اردو"),
    ],
)
def test_an_address_is_read_and_written_alike(converter, text, value):
    assert read(converter, text) == value
    assert converter.to_url(value) == text


@pytest.mark.parametrize(
    ("converter", "text"),
    [
        (YearConverter(), "0000"),
        (YearConverter(), "1499"),
        (YearConverter(), "2501"),
        (YearConverter(), "9999"),
        (YearConverter(), "99999"),
        (YearConverter(), "٢٠٢٥"),
        (YearConverter(), "25"),
        (MonthConverter(), "4"),
        (MonthConverter(), "00"),
        (MonthConverter(), "13"),
        (AnniversaryConverter(), "02/30"),
        (AnniversaryConverter(), "4/18"),
        (AnniversaryConverter(), "٠٤/١٨"),
        (DayConverter(), "2025/02/29"),
        (DayConverter(), "2025/02/30"),
        (DayConverter(), "2025/00/10"),
        (DayConverter(), "0000/01/01"),
        (DayConverter(), "0001/01/01"),
        (DayConverter(), "9999/12/31"),
        (DayConverter(), "2025-04-18"),
        (DayConverter(), "2025/4/18"),
        (SlugConverter(), "a/b"),
        (SlugConverter(), "a b"),
        (SlugConverter(), ""),
    ],
)
def test_what_is_none_is_no_address(converter, text):
    assert read(converter, text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("harbour-reopens-48190", 48190),
        ("بندرگاہ-48190", 48190),
        ("48190", 48190),
        ("-48190", 48190),
        ("top-10-7", 7),
        ("any $ thing?-7", 7),
        ("9" * 18, int("9" * 18)),
        ("9" * 19, None),
        ("harbour", None),
        ("harbour-", None),
        ("harbour-0", None),
        ("harbour-007", None),
        ("harbour7", None),
        ("harbour-٧", None),
    ],
)
def test_the_number_at_the_end_finds_the_article(text, number):
    assert read(ArticleConverter(), text) == number


def test_an_article_is_addressed_by_its_name_or_its_number():
    assert ArticleConverter().to_url("harbour-reopens-7") == "harbour-reopens-7"
    assert ArticleConverter().to_url(7) == "7"
