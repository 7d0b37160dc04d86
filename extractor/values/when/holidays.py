"""Days of holidays: fixed ones as `12-24`, those that move with Easter as `easter-2`."""

from __future__ import annotations

from datetime import date

from extractor.values.when.days import one_day, shifted
from extractor.values.when.parsed import Basis, Parsed, parsed

_EASTER = "easter"


def easter(year: int) -> date:
    """Easter Sunday, Gregorian (the anonymous computus).

    >>> easter(2019)
    datetime.date(2019, 4, 21)
    """
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def holiday(key: str, year: int) -> date:
    """The day of a holiday in a year.

    >>> holiday("12-24", 2019), holiday("easter-2", 2019)
    (datetime.date(2019, 12, 24), datetime.date(2019, 4, 19))
    """
    if key.startswith(_EASTER):
        return shifted(easter(year), int(key.removeprefix(_EASTER) or 0))
    month, day = key.split("-")
    return date(year, int(month), int(day))


def holiday_day(key: str, year: str | None, basis: Basis) -> Parsed:
    """The holiday of a year, else the last one before the publication; one to come where the clause says so."""
    if year:
        return parsed(one_day(holiday(key, int(year))), "day")
    if basis.published is None:
        return parsed(None, "day", "relative")
    day = holiday(key, basis.published.year)
    if day > basis.published and not basis.future and basis.published.year > 1:
        day = holiday(key, basis.published.year - 1)
    return parsed(one_day(day), "day")
