"""Intervals of days: ISO forms, precision, calendar arithmetic that never leaves the years 1 to 9999."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?")
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Days:
    """The earliest and the latest possible day, both included (UCDP date coding)."""

    first: date
    last: date

    def iso(self) -> str:
        """`earliest/latest`."""
        return f"{self.first.isoformat()}/{self.last.isoformat()}"

    def meets(self, other: Days) -> bool:
        """Have they a day in common?"""
        return self.first <= other.last and other.first <= self.last

    def within(self, other: Days) -> bool:
        """Does it lie wholly inside `other`?"""
        return other.first <= self.first and self.last <= other.last

    @property
    def length(self) -> int:
        """Number of days."""
        return (self.last - self.first).days + 1


def one_day(day: date) -> Days:
    """The interval of a single day."""
    return Days(day, day)


def month_days(year: int, month: int) -> Days:
    """A calendar month."""
    return Days(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def year_days(year: int) -> Days:
    """A calendar year."""
    return Days(date(year, 1, 1), date(year, 12, 31))


def shifted(day: date, days: int) -> date:
    """The day some days on (negative: back), held inside what a `date` can be."""
    ordinal = min(max(day.toordinal() + days, 1), date.max.toordinal())
    return date.fromordinal(ordinal)


def week_of(day: date) -> Days:
    """Monday to Sunday of the week of a day."""
    monday = shifted(day, -day.weekday())
    return Days(monday, shifted(monday, _WEEK - 1))


def night_of(day: date, *, into: bool) -> Days:
    """The two days of a night that begins on a day, or leads into it."""
    return Days(shifted(day, -1), day) if into else Days(day, shifted(day, 1))


def month_back(day: date, months: int) -> Days:
    """The calendar month some months before that of `day`."""
    index = max(day.year * 12 + day.month - 1 - months, 12)
    return month_days(min(index // 12, 9999), index % 12 + 1)


def parse_iso(text: str) -> Days | None:
    """Read `2016-02-21`, `2016-02`, `2016` or `start/end`; `None` if it is none of them or runs backwards.

    >>> parse_iso("2016-02").iso()
    '2016-02-01/2016-02-29'
    """
    first, slash, last = text.strip().partition("/")
    start = _parse_one(first)
    end = _parse_one(last) if slash else start
    if start is None or end is None or end.last < start.first:
        return None
    return Days(start.first, end.last)


def _parse_one(text: str) -> Days | None:
    match = _ISO.fullmatch(text.strip())
    if not match or not text.isascii():
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        if day:
            return one_day(date(year, month, day))
        return month_days(year, month) if month else year_days(year)
    except ValueError:
        return None


def precision_of(days: Days) -> str:
    """`day`, `week`, `month`, `year` or `interval`."""
    if days.length == 1:
        return "day"
    if days == week_of(days.first):
        return "week"
    if days == month_days(days.first.year, days.first.month):
        return "month"
    return "year" if days == year_days(days.first.year) else "interval"


def iso_value(days: Days) -> str:
    """The shortest ISO form of an interval.

    >>> iso_value(month_days(2016, 2))
    '2016-02'
    """
    kind = precision_of(days)
    if kind == "day":
        return days.first.isoformat()
    if kind == "month":
        return f"{days.first:%Y-%m}"
    return f"{days.first.year:04d}" if kind == "year" else days.iso()
