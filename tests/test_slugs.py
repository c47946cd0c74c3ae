import pytest

from articles.slugs import article_slug, name_slug


@pytest.mark.parametrize(
    ("headline", "slug"),
    [
        ("Harbour reopens after the storm", "harbour-reopens-after-the-storm"),
        ("“We won’t go,” says Ann", "we-wont-go-says-ann"),
        ("لاہور میں بارش", "لاہور-میں-بارش"),
        ("Über-Straße in Köln", "über-straße-in-köln"),
        ("5 dead in G7 town", "5-dead-in-g7-town"),
        ("2025", ""),
        ("۲۰۲۵", ""),
        ("?!", ""),
        ("👍 🎉", ""),
        ("_x_", "x"),
        ("/../etc/passwd", "etcpasswd"),
        ("", ""),
    ],
)
def test_a_slug_is_made_of_the_headlines_words(headline, slug):
    assert article_slug(headline) == slug


def test_a_long_slug_ends_at_a_word():
    assert article_slug("harbour " * 30) == "-".join(["harbour"] * 10)
    assert article_slug("a" * 200) == "a" * 80
    assert article_slug("a" * 80 + " b") == "a" * 80


@pytest.mark.parametrize(
    ("name", "taken", "slug"),
    [
        ("World News", set(), "world-news"),
        ("World News", {"world-news"}, "world-news-2"),
        ("World News", {"world-news", "world-news-2"}, "world-news-3"),
        ("World News", {"world-news", "world-news-3"}, "world-news-2"),
        ("اردو", set(), "اردو"),
        ("!!!", set(), "-"),
        ("???", {"-"}, "--2"),
    ],
)
def test_a_name_gets_a_slug_that_is_free(name, taken, slug):
    assert name_slug(name, taken) == slug


def test_the_slug_of_the_longest_name_fits_its_column_with_a_number():
    slug = name_slug("a" * 200, {"a" * 180})
    assert slug == "a" * 180 + "-2"
