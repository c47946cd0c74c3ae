"""What stands in an address: days, and the slug and number of an article."""

from datetime import date

from articles.days import FIRST_YEAR, LAST_YEAR


class YearConverter:
    """A year in four digits, of those in which an article can lie."""

    regex = "[0-9]{4}"

    def to_python(self, value: str) -> int:
        if not FIRST_YEAR <= int(value) <= LAST_YEAR:
            raise ValueError
        return int(value)

    def to_url(self, value: int) -> str:
        return f"{value:04}"


class MonthConverter:
    """A month in two digits."""

    regex = "0[1-9]|1[0-2]"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return f"{value:02}"


class DayConverter:
    """A day as in `2025/04/18`; one that no calendar has is no address."""

    regex = "[0-9]{4}/[0-9]{2}/[0-9]{2}"

    def to_python(self, value: str) -> date:
        day = date.fromisoformat(value.replace("/", "-"))
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise ValueError
        return day

    def to_url(self, value: date) -> str:
        return value.strftime("%Y/%m/%d")


class AnniversaryConverter:
    """A day of any year, as in `04/18`: that of a leap year, which has them all."""

    regex = "[0-9]{2}/[0-9]{2}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(f"2000-{value.replace('/', '-')}")

    def to_url(self, value: date) -> str:
        return value.strftime("%m/%d")


class ArticleConverter:
    """The last part of an article's address, slug and number; the number finds it."""

    regex = r"(?:[^/]*-)?[1-9][0-9]{0,17}"

    def to_python(self, value: str) -> int:
        return int(value.rpartition("-")[2])

    def to_url(self, value: str | int) -> str:
        return str(value)


class SlugConverter:
    """A slug in any script: letters, digits, hyphens and underscores."""

    regex = r"[-\w]+"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value
