"""Days counted from the article's own days: "the previous day", "the same night", "two days later"."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from extractor.segments import TextView
from extractor.values.valuetype import Reading
from extractor.values.when.days import Days, iso_value, one_day, parse_iso, shifted

_BACK = 4  # sentences in which the day that is counted from may stand
_NO_BASE = frozenset({"dateline", "future", "unanchored"})


def anchored(view: TextView, readings: Sequence[Reading], shifts: Sequence[tuple[str, int] | None]) -> list[Reading]:
    """The readings with those resolved that count from another day of the article, where that day is found.

    `shifts` gives for each reading unit and number, or `None`. The day is that of the same sentence, before or else
    behind, then the nearest of the sentences before that is not of a statement.
    """
    made = list(readings)
    for index, shift in enumerate(shifts):
        if shift is None:
            continue
        base = _base(view, made, index, event=shift[1] == 0)
        if base is not None:
            days = one_day(_moved(base, *shift))
            value = made[index].value.model_copy(update={"value": iso_value(days)})
            made[index] = replace(made[index], value=value, resolved=days.iso())
    return made


def _base(view: TextView, readings: Sequence[Reading], index: int, *, event: bool) -> date | None:
    """The day that the reading at `index` counts from; that of an event only, for "the same day"."""
    own = readings[index]
    sentence = view.sentence_at(own.start)
    ahead = [r for r in readings[:index] if r.start >= sentence.start]
    behind = [r for r in readings[index + 1 :] if r.start < sentence.end]
    number = view.sentence_index(own.start)
    since = view.sentences[max(0, number - _BACK)].start if number >= 0 else 0
    earlier = [r for r in readings[:index] if since <= r.start < sentence.start]
    told = [r for r in reversed(earlier) if "statement" not in r.flags]
    said = [r for r in reversed(earlier) if "statement" in r.flags and not event]
    for reading in (*reversed(ahead), *behind, *told, *said):
        day = _day(reading)
        if day is not None:
            return day
    return None


def _day(reading: Reading) -> date | None:
    days: Days | None = parse_iso(reading.resolved) if reading.resolved else None
    if days is None or days.length != 1 or reading.flags & _NO_BASE or "since" in reading.flags:
        return None
    return days.first


def _moved(base: date, unit: str, number: int) -> date:
    if unit in {"day", "week"}:
        return shifted(base, number * (7 if unit == "week" else 1))
    months = base.year * 12 + base.month - 1 + number * (12 if unit == "year" else 1)
    year, month = min(max(months // 12, 1), 9999), months % 12 + 1
    return date(year, month, min(base.day, calendar.monthrange(year, month)[1]))
