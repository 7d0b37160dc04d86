"""What a witness states, and when: its interval, the number it represents, the day of its publication."""

from __future__ import annotations

from datetime import UTC, datetime

from extractor.numbers import Interval, comparable, point
from extractor.records import Bound
from extractor.records.events import Standing, WitnessRecord

_DAY = 10
OUT = (Standing.SET_ASIDE, Standing.CONTESTED)  # what takes no part in the figures of the event


def interval(witness: WitnessRecord) -> Interval:
    """The interval that a witness states, as other figures are held against it: "nearly 700" is no 372."""
    if witness.bound is Bound.NEARLY and isinstance(witness.value, int):
        return comparable(witness.value, witness.bound)
    return Interval(witness.low, witness.high, witness.soft)


def number(witness: WitnessRecord) -> int | None:
    """The one number that a witness represents (see `numbers.point`)."""
    return point(interval(witness), witness.value if isinstance(witness.value, int) else None)


def outweighs(one: WitnessRecord, other: WitnessRecord) -> bool:
    """May `one` take the place of `other`? An unconfirmed value never does that of a confirmed one."""
    return one.confirmed or not other.confirmed


def instant(published: str | None) -> tuple[str, datetime | None] | None:
    """The day and, if it is stated with its zone, the moment of a publication; None if there is no such date.

    >>> instant("2016-02-22")
    ('2016-02-22', None)
    >>> instant("soon") is None
    True
    """
    if not published:
        return None
    try:
        found = datetime.fromisoformat(published)
    except ValueError:
        try:
            found = datetime.fromisoformat(published[:_DAY])
        except ValueError:
            return None
    day = found.date().isoformat()
    try:
        return day, None if found.tzinfo is None else found.astimezone(UTC)
    except OverflowError:  # a moment of the year 1 or 9999 that leaves the calendar in UTC
        return day, None
