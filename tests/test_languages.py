import pytest

from articles.languages import (
    CHOICES,
    LANGUAGES,
    direction,
    known_code,
    of_categories,
    of_script,
)


@pytest.mark.parametrize(
    ("code", "runs"),
    [("en", "ltr"), ("ur", "rtl"), ("fa", "rtl"), ("he", "rtl"), ("hi", "ltr")],
)
def test_a_language_runs_as_its_script_does(code, runs):
    assert direction(code) == runs


def test_every_language_that_can_be_chosen_is_called_as_its_readers_call_it():
    assert [code for code, _ in CHOICES[:2]] == ["en", "ur"]
    assert dict(CHOICES)["ur"] == "اردو"
    assert len(CHOICES) == len({name for _, name in CHOICES}) == len(LANGUAGES)


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("en", "en"),
        ("en-GB", "en"),
        ("EN_us", "en"),
        (" ur-PK ", "ur"),
        ("pnb", "pnb"),
        ("zh-Hant-TW", "zh"),
        ("tlh", None),
        ("english", None),
        ("", None),
        ("-", None),
    ],
)
def test_a_tag_is_known_by_its_first_part(tag, code):
    assert known_code(tag) == code


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["English", "Snippets"], "en"),
        (["World", "URDU"], "ur"),
        (("اردو",), "ur"),
        (["World"], None),
        ([], None),
    ],
)
def test_a_category_may_name_the_language(names, code):
    assert of_categories(names) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Harbour reopens", "en"),
        ("لاہور میں بارش", "ur"),
        ("UNESCO: لاہور کا قلعہ عالمی ورثہ", "ur"),
        ("Lahore (لاہور) expects rain", "en"),
        ("۲۰۲۵ 2025 !؟", "en"),
        ("", "en"),
        ("ab" + "ﻻﮨ", "en"),
        ("ﻻﮨﻮﺭ", "ur"),
        ("ہزار " * 500 + "many English words follow " * 500, "ur"),
    ],
)
def test_most_letters_tell_the_script(text, code):
    assert of_script(text) == code
