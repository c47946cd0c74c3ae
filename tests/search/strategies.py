"""Addresses of searches at random: what readers ask for, and what nobody would.

Their words are those of some stories of the sample, as they stand there.
"""

from urllib.parse import quote_plus

from hypothesis import strategies as st

from articles.queries.operators import NAMES
from tests.processes import PROJECT
from tests.queries.test_totality import TEXTS
from tests.queries.test_typed import TANGLED

Strings = st.SearchStrategy[str]

STORIES = sorted(PROJECT.glob("sample/*.txt"))[::5]
_WORDS = sorted({w for story in STORIES for w in story.read_text("utf-8").split()})
_QUOTES = ['""', '""', "“”", "«»", "„“", "「」", "''", "‘’", '"', '”"']
_JOINTS = ["or", "OR", "AND", "یا", "(", ")", "-(", "headline:(", "،", "|", "<->", "&"]
_LABELS = [
    *["english", "culture", "snippets", "ثقافت", "مختصر-خبریں", "fieldnotes-example"],
    *["World", "مختصر خبریں", "fieldnotes.example", "en", "ur", "اردو", "xx", "", "-"],
]
_DAYS = [
    *["2025", "2018-05", "2025-04-18", "٢٠٢٥", "۲۰۲۵-۰۴", "2025-4", "1500", "2500"],
    *["2025-02-30", "2025-13", "0000", "9999-12-31", "soon", "today", "آج", "2501"],
    *["2018/2025", "2025/2018", "2018..", "/2025-04", "P1W", "P6M", "P0D", "P9999Y"],
]
_PLACES = ["2025-04-18.1", "2018-05-09.0", "9999-12-31.1", "2025-02-30.1", "x", "1"]
_PAGES = ["1", "2", "3", "15", "99999", "100000", "0", "-1", "۲", "1e3", ""]
_HOSTILE = [
    *["\x00", "\x01", "\x1b", "\t", "\n", "\ud83d", "\udc00", "\u202e", "\u2066"],
    *["\ufeff", "\ue000", "\ue001", "ﷺ", "ـ", "\u064b", "👩‍🚀", "%", "'", "\\"],
]
_RAW = ["%", "%zz", "%FF", "%ED%A0%80", "%00", "&", "=", "q", "+", ";", "#", "q[]=1"]
_FIELDS = ["all", "phrase", "any", "none", "headline", "place", "by"]
_FIELDS_OF_DAYS = ["document_from", "document_to", "added_from", "added_to"]
_NAMES_OF_ANYTHING = ["q", "from", "category", "lang", "page", "all", "by", "x"]


def encoded(text: str) -> str:
    """As it stands in an address; a surrogate, which no browser sends, as its bytes."""
    return quote_plus(text.encode(errors="surrogatepass"))


def _parameter(name: str | Strings, values: Strings) -> Strings:
    names = st.just(name) if isinstance(name, str) else name
    return st.builds("{}={}".format, names, values.map(encoded))


def _any_of(parameters: Strings) -> Strings:
    return st.lists(parameters, min_size=1, max_size=4).map("&".join)


def _all_of(*parameters: Strings) -> Strings:
    return st.tuples(*parameters).map(lambda parts: "&".join(filter(None, parts)))


words = st.sampled_from(_WORDS)
days = st.sampled_from(_DAYS)
labels = st.sampled_from(_LABELS)
chosen = st.builds("{}{}".format, st.sampled_from(["", "-"]), labels)
phrases = st.builds(
    lambda marks, inside: f"{marks[0]}{' '.join(inside)}{marks[1:]}",
    st.sampled_from(_QUOTES),
    st.lists(words, min_size=1, max_size=4),
)
terms = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["", "", "", "-", "−", "--", "("]),
    st.sampled_from(["", *(f"{name}:" for name in NAMES), "note:"]),
    words | phrases | days | labels,
    st.sampled_from(["", "", "", "*", ")", "،"]),
)
parts_of_a_sentence = words | terms | st.sampled_from(_JOINTS)
sentences = st.lists(parts_of_a_sentence, min_size=1, max_size=5).map(" ".join)
texts = sentences | sentences | TEXTS | TANGLED
too_long = st.builds(lambda text, times: text * times, texts, st.integers(2, 300))
hostile = words | st.sampled_from(_HOSTILE) | st.characters(exclude_categories=[])
broken = st.lists(hostile, min_size=1, max_size=6).map("".join)

filters = st.one_of(
    _parameter("from", days),
    _parameter("to", days),
    _parameter("category", chosen),
    _parameter("source", chosen),
    _parameter("lang", chosen),
    _parameter("sort", st.sampled_from(["best", "newest", "oldest", "worst", ""])),
    _parameter("page", st.sampled_from(_PAGES)),
    _parameter("before", st.sampled_from(_PLACES)),
    _parameter("after", st.sampled_from(_PLACES)),
    _parameter("counts", st.sampled_from(["exact", "some", ""])),
)
fields = _parameter(st.sampled_from(_FIELDS), texts) | _parameter(
    st.sampled_from(_FIELDS_OF_DAYS), days
)
anything = _parameter(st.sampled_from(_NAMES_OF_ANYTHING), broken)
typed = _parameter("q", sentences)

KINDS: dict[str, Strings] = {
    "typed": _parameter("q", texts | too_long),
    "filtered": _all_of(typed, _any_of(filters)),
    "in fields": _all_of(st.just("") | typed, _any_of(fields), st.just("") | filters),
    "broken": _any_of(anything | filters | st.sampled_from(_RAW)),
}
# What a script asks for, in the header X-Fragment; most of it, because that is quicker.
PARTS = st.sampled_from([None, *["results"] * 4, "counts", "x"])
