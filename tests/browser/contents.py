"""What the archive of these tests holds: the sample stories, and what tries a page.

Where a page has to name one of them, it has a number of its own (see pages.py).
"""

from datetime import date

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client

from articles.desk import renaming
from articles.models import Source
from tests.factories import count_as, make_article, make_category, make_source

# Numbers that the sample stories, which are counted from 1, do not reach.
ENGLISH, URDU = 900_001, 900_002
LONG_HEADLINE, NO_CATEGORY, MANY_CATEGORIES, NO_BODY, LONG_WORD, MARKUP, LONG_URDU = (
    range(900_003, 900_010)
)
# Two sources that have the same article, and categories that can be merged.
FIRST_MERGED, SECOND_MERGED = 900_011, 900_012
_KEYS = f"label={FIRST_MERGED}&label={SECOND_MERGED}"
MERGE = f"/admin/articles/category/merge/?{_KEYS}"
MERGE_REFUSED = f"/admin/articles/source/merge/?{_KEYS}"
DAY = date(2016, 2, 29)  # theirs alone, and older than the sample

_PARAGRAPHS = {
    "en": (
        "ROCHDALE, Feb 29: The Saturday market on the old goods yard stays, the "
        "council decided on Monday night after four hours and sixty-one speakers.\n\n"
        "“We had the votes of the traders, and in the end also those of the "
        "neighbours,” said the chair of the association, who sells oranges there."
    ),
    "ur": (
        "کراچی، 29 فروری: پرانے مال گودام کے میدان میں ہفتہ وار بازار قائم رہے گا۔ "
        "بلدیہ نے یہ فیصلہ پیر کی رات چار گھنٹے کی بحث کے بعد کیا (rki.news، 2016)۔\n\n"
        "“ہمیں دکان داروں کے ووٹ بھی ملے اور آخر میں محلے والوں کے بھی،” "
        "انجمن کے صدر نے کہا، جو وہاں مالٹے بیچتے ہیں۔"
    ),
}
_GOES_ON = "A headline of three hundred characters that goes on and on and on, for "


def fill() -> str:
    """Fill the empty archive, and return the session of an editor who may do all."""
    call_command("import_articles", str(settings.BASE_DIR / "sample"), verbosity=0)
    _plain_stories()
    _trying_stories()
    _many_sources()
    _labels_to_merge()
    return _session()


def _plain_stories() -> None:
    _story(
        ENGLISH,
        "Saturday market stays, council decides",
        categories=(make_category("Local & Business"),),
        source_url="https://rki.news/2016/02/29/market",
    )
    _story(
        URDU,
        "ہفتہ وار بازار قائم رہے گا: بلدیہ کا فیصلہ",
        language="ur",
        categories=(make_category("پاکستان", language="ur"),),
        source_url="https://rki.news/2016/02/29/bazaar",
    )


def _trying_stories() -> None:
    forty = [make_category(f"Category {number} of forty") for number in range(1, 41)]
    markup = "<b>Bold</b> & \"quotes\" 'too' <script>alert(1)</script>"
    _story(LONG_HEADLINE, (_GOES_ON * 6)[:300])
    _story(NO_CATEGORY, "Filed under nothing, by nobody", source=None)
    _story(MANY_CATEGORIES, "Filed under forty things", categories=tuple(forty))
    _story(NO_BODY, "Nothing but a headline", body="")
    _story(
        LONG_WORD,
        "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerk" * 3,
        body="One word: " + "x" * 500,
        categories=(make_category("W" * 80),),
        source=make_source("s" * 80),
    )
    _story(MARKUP, markup, body=markup, categories=(make_category("<i>It</i> & Co"),))
    _story(LONG_URDU, "بہت‌لمبالفظ" * 20, language="ur", body="ا" * 400)


def _labels_to_merge() -> None:
    """One kind can be merged, the other cannot; and something moved before."""
    one, other = (
        make_category(name, pk=pk)
        for name, pk in (("Wrold & co", FIRST_MERGED), ("دنیا بھر", SECOND_MERGED))
    )
    make_article(categories=(one, other), published_on=DAY)
    for name, pk in (("Old post", FIRST_MERGED), ("پرانی ڈاک", SECOND_MERGED)):
        same = {"headline": "The same twice", "body": "One text."}
        make_article(source=make_source(name, pk=pk), published_on=DAY, **same)
    one.slug, one.name = "world-and-co", "World & co"
    renaming.save(one)


def _many_sources() -> None:
    """More than a list shows at once, in two scripts; there by their counts alone."""
    cities = ("Aachen", "Basel", "Cairo", "Delhi", "Perth", "بہاولپور", "پشاور")
    names = [f"{city} {number:02}" for city in cities for number in range(40)]
    made = Source.objects.bulk_create(
        Source(name=name, slug=name.lower().replace(" ", "-")) for name in names
    )
    count_as(made, DAY, start=1, step=0)


def _story(number: int, headline: str, **fields: object) -> None:
    language = fields.setdefault("language", "en")
    fields.setdefault("body", _PARAGRAPHS[language])
    fields.setdefault("source", make_source("rki.news"))
    make_article(pk=number, headline=headline, published_on=DAY, **fields)


def _session() -> str:
    return session_of(User.objects.create_superuser("editor"))


def session_of(user: User) -> str:
    """A session in which somebody is logged in."""
    client = Client()
    client.force_login(user)
    return client.cookies[settings.SESSION_COOKIE_NAME].value
