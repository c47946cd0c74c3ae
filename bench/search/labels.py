"""The sources and categories of the invented archive, the most frequent first."""

from typing import NamedTuple


class SourceLabel(NamedTuple):
    name: str
    name_ur: str
    domain: str


_ENGLISH = """
Northern Gazette, Harbour Times, Daily Lantern, Meridian Post, Valley Courier,
Continental Wire, Evening Compass, Riverside Herald, Capital Observer, Mountain Echo,
Morning Dispatch, Island Tribune, Prairie Chronicle, Southern Mercury, Old Bridge News,
Market Monitor, Coastal Register, Union Standard, Lake District Argus, Weekly Beacon
"""
_URDU = {
    "Roznama Subah": "روزنامہ صبح",
    "Naya Zamana": "نیا زمانہ",
    "Sham Ki Khabar": "شام کی خبر",
    "Awaz-e-Shehr": "آوازِ شہر",
    "Haftrozah Mashal": "ہفت روزہ مشعل",
}
_CATEGORIES = """
World News, Politics, Business, Sports, Opinion, Health, Science, Technology, Culture,
Education, Environment, Law, Crime, Travel, Weather, Energy, Agriculture, Transport,
Housing, Religion, Military, Elections, Economy, Markets, Labour, Immigration, Cricket,
Football, Films, Music, Books, Food, Fashion, History, Obituaries, Interviews, Letters,
Regional News, Diplomacy, Disasters
"""


def _split(names: str) -> list[str]:
    return [" ".join(name.split()) for name in names.split(",")]


def _domain(name: str) -> str:
    return "".join(filter(str.isalnum, name.lower())) + ".example"


ENGLISH_SOURCES = [SourceLabel(name, "", _domain(name)) for name in _split(_ENGLISH)]
URDU_SOURCES = [SourceLabel(name, ur, _domain(name)) for name, ur in _URDU.items()]
SOURCES = ENGLISH_SOURCES + URDU_SOURCES
CATEGORIES = _split(_CATEGORIES)
