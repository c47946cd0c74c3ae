"""The languages that an article can be in, by BCP 47 code, and what follows."""

import re
from typing import Literal, NamedTuple


class Language(NamedTuple):
    """A language, called as its readers call it."""

    name: str
    direction: Literal["ltr", "rtl"] = "ltr"


LANGUAGES = {
    "en": Language("English"),
    "ur": Language("اردو", "rtl"),
    "ar": Language("العربية", "rtl"),
    "bn": Language("বাংলা"),
    "de": Language("Deutsch"),
    "es": Language("Español"),
    "fa": Language("فارسی", "rtl"),
    "fr": Language("Français"),
    "gu": Language("ગુજરાતી"),
    "he": Language("עברית", "rtl"),
    "hi": Language("हिन्दी"),
    "id": Language("Bahasa Indonesia"),
    "it": Language("Italiano"),
    "ja": Language("日本語"),
    "ko": Language("한국어"),
    "ms": Language("Bahasa Melayu"),
    "nl": Language("Nederlands"),
    "pa": Language("ਪੰਜਾਬੀ"),
    "pnb": Language("پنجابی", "rtl"),
    "pl": Language("Polski"),
    "ps": Language("پښتو", "rtl"),
    "pt": Language("Português"),
    "ru": Language("Русский"),
    "sd": Language("سنڌي", "rtl"),
    "sv": Language("Svenska"),
    "sw": Language("Kiswahili"),
    "ta": Language("தமிழ்"),
    "tr": Language("Türkçe"),
    "uk": Language("Українська"),
    "zh": Language("中文"),
}
CHOICES = [(code, language.name) for code, language in LANGUAGES.items()]

# How a category may name one of the archive's two languages.
_NAMED_BY_CATEGORY = {"english": "en", "urdu": "ur", "اردو": "ur"}
_ARABIC_LETTER = re.compile(
    "[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc]"
)
_LOOKED_AT = 2000


def direction(code: str) -> Literal["ltr", "rtl"]:
    """The direction of a known language's script."""
    return LANGUAGES[code].direction


def known_code(tag: str) -> str | None:
    """Our code for a BCP 47 tag, "en" for "en-GB"; none if we do not know it."""
    subtag = tag.strip().replace("_", "-").partition("-")[0].lower()
    return subtag if subtag in LANGUAGES else None


def of_categories(names: list[str] | tuple[str, ...]) -> str | None:
    """The language that one of the categories names, as "English" and "اردو" do."""
    codes = (_NAMED_BY_CATEGORY.get(name.casefold()) for name in names)
    return next((code for code in codes if code), None)


def of_script(text: str) -> str:
    """Urdu when most letters at the beginning are Arabic ones, else English."""
    beginning = text[:_LOOKED_AT]
    if beginning.isascii():
        return "en"
    letters = sum(map(str.isalpha, beginning))
    arabic = sum(map(str.isalpha, "".join(_ARABIC_LETTER.findall(beginning))))
    return "ur" if arabic * 2 > letters else "en"
