import pytest

from articles.datelines import dateline_of


@pytest.mark.parametrize(
    ("body", "dateline"),
    [
        ("PARIS, April 18, 2025 - The mayor spoke.", "PARIS, April 18, 2025"),
        ("PARIS, April 18, The mayor spoke.", "PARIS, April 18"),
        ("LISBON, Apr. 8 — Ships are back.", "LISBON, Apr. 8"),
        ("LONDON, Sept 3: The bells rang.", "LONDON, Sept 3"),
        ("LONDON (AP) — The bells rang.", "LONDON"),
        ("LONDON (Reuters) - The bells rang.", "LONDON"),
        ("KARACHI: Rain fell.", "KARACHI"),
        ("NEW YORK — Rain fell.", "NEW YORK"),
        ("PORTLAND, Maine — Rain fell.", "PORTLAND, Maine"),
        ("PORTLAND, Maine, May 3 (AP) -- Rain fell.", "PORTLAND, Maine, May 3"),
        ("ST. JOHN'S, Newfoundland — Rain fell.", "ST. JOHN'S, Newfoundland"),
        ("RIO DE JANEIRO, Brazil (AFP) – Rain fell.", "RIO DE JANEIRO, Brazil"),
        ("STRATFORD-UPON-AVON — Rain fell.", "STRATFORD-UPON-AVON"),
        ("ZÜRICH, May 3 — Rain fell.", "ZÜRICH, May 3"),
        ("KYIV/MOSCOW — Rain fell.", "KYIV/MOSCOW"),
        ("WASHINGTON, D.C. — Rain fell.", "WASHINGTON, D.C."),
    ],
)
def test_a_place_in_capitals_opens_an_english_story(body, dateline):
    assert dateline_of(body) == dateline


@pytest.mark.parametrize(
    ("body", "dateline"),
    [
        ("لاہور: بارش ہوئی۔", "لاہور"),
        ("لاہور – بارش ہوئی۔", "لاہور"),
        ("اسلام آباد: بارش ہوئی۔", "اسلام آباد"),
        ("اسلام آباد (اے پی پی) بارش ہوئی۔", "اسلام آباد"),
        ("کراچی (نمائندہ خصوصی)۔ بارش ہوئی۔", "کراچی"),
        ("لاہور، 18 اپریل: بارش ہوئی۔", "لاہور، 18 اپریل"),
        ("لاہور، ۱۸ اپریل۔ بارش ہوئی۔", "لاہور، ۱۸ اپریل"),
        ("لاہور، ۱۸ اپریل، بارش ہوئی۔", "لاہور، ۱۸ اپریل"),
    ],
)
def test_one_or_two_words_open_an_urdu_story(body, dateline):
    assert dateline_of(body) == dateline


@pytest.mark.parametrize(
    "body",
    [
        "",
        "The mayor of PARIS - Ann Lee - spoke.",
        "PARIS",
        "PARIS is a city.",
        "PARIS, April 18",
        "Paris, April 18, The mayor spoke.",
        "PARIS, the capital, is quiet.",
        "A - Z of gardening",
        "UN - The council met.",
        "AFP - The council met.",
        "BREAKING: The council met.",
        "LIVE — The council met.",
        "UPDATE: The council met.",
        "18 April - The council met.",
        "PARIS-based firm grows.",
        "PARIS\n\n- a list\n- of things",
        "لاہور میں بارش ہوئی: پانی بھر گیا۔",
        "لاہور میں کل بارش ہوئی۔",
        "حکومت نے کہا کہ: پانی بھر گیا۔",
        "北京 - 市长讲话。",
        "وہ: کیا ہوا؟",
        "A" * 1000 + " - The mayor spoke.",
        "(AP) — The mayor spoke.",
    ],
)
def test_what_is_no_dateline_is_text(body):
    assert dateline_of(body) == ""


@pytest.mark.parametrize(
    "body",
    [
        "PARIS, " * 2000,
        "A " * 5000,
        "AB.'’/-" * 2000,
        "AB AB AB AB AB AB AB " + "(" * 5000,
        "لاہور " * 3000,
    ],
)
def test_a_dateline_begins_the_body_and_is_short_however_odd_the_body(body):
    dateline = dateline_of(body)
    assert body.startswith(dateline)
    assert len(dateline) <= 160
