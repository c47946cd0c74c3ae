from datetime import date

import pytest

from articles.lost_paths import day_of, words_of


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("/2025/04/31/", date(2025, 4, 30)),
        ("/2031/01/01/x", date(2031, 1, 1)),
        ("/2025/13/", date(2025, 12, 31)),
        ("/2025/00/00/", date(2025, 1, 1)),
        ("/2025/04/harbour-reopens", date(2025, 4, 1)),
        ("/2024/2/30", date(2024, 2, 29)),
        ("/2025/", date(2025, 1, 1)),
        ("/archives/2015/03/02/flood.html", date(2015, 3, 2)),
        ("/news/2015-03-02-flood", date(2015, 3, 2)),
        ("/2025/04/31-x/", date(2025, 4, 1)),
        ("/1066/10/14/", None),
        ("/9999/01/01/", None),
        ("/12345/01/01/", None),
        ("/covid-2020-report/", None),
        ("/a/48213/", None),
        ("/٢٠٢٥/٠٤/", None),
        ("/", None),
    ],
)
def test_the_day_that_a_path_names_or_the_nearest_that_there_can_be(path, day):
    assert day_of(path) == day


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/2015/03/02/some-old_story.html", "some old story"),
        ("/index.php/", "index"),
        ("/%D9%84%D8%A7%DB%81%D9%88%D8%B1-کی-خبر/", "لاہور کی خبر"),
        ("/news/story.2.final/", "news story final"),
        ("/2025/04/31/", ""),
        ("/a/48213/", ""),
        ("/category/world-news/", "world news"),
        ("/source/harbour.example/", "harbour example"),
        ("/on-this-day/02/30/", ""),
        ("/category/", "category"),
        ("/a-story/", "a story"),
        ("/" + "long-" * 500, " ".join(["long"] * 20)),
        ("/" + "x" * 5000, "x" * 200),
    ],
)
def test_the_words_of_a_path_are_fit_for_a_search(path, words):
    assert words_of(path) == words
