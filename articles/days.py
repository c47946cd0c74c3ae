"""The days on which an article can have been published."""

from datetime import UTC, date, datetime, time

# Newspapers begin after 1500; a year beyond 2500 is a slip, and some dates that
# PostgreSQL can hold (infinity, BC) would make every list that meets them fail.
FIRST_YEAR, LAST_YEAR = 1500, 2500
FIRST_DAY, LAST_DAY = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)
FIRST_INSTANT = datetime.combine(FIRST_DAY, time.min, UTC)
LAST_INSTANT = datetime.combine(LAST_DAY, time.max, UTC)
