"""Days as ordinals, intervals of days, and what a claim's date and its article's publication say about them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

Interval = tuple[int, int]  # first and last possible day, proleptic ordinals, both included

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
COARSE = 28  # an interval this long says a month, not a day


def _ends(text: str) -> Interval | None:
    match = _DAY.fullmatch(text[:10])
    if not match:
        return None
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    try:
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or monthrange(year, month or 12)[1])
    except ValueError:
        return None
    return first.toordinal(), last.toordinal()


def parse_interval(text: str | None) -> Interval | None:
    """An ISO day, month, year or `earliest/latest` as ordinals; `None` if it is none of these.

    >>> parse_interval("2016-02-20/2016-02-21")
    (736014, 736015)
    >>> parse_interval("soon") is None
    True
    """
    if not text:
        return None
    left, _, right = text.partition("/")
    one, other = _ends(left.strip()), _ends((right or left).strip())
    if one is None or other is None or other[1] < one[0]:
        return None
    return one[0], other[1]


def gap(one: Interval, other: Interval) -> int:
    """Days between two intervals; 0 when they share a day.

    >>> gap((1, 2), (5, 5))
    3
    """
    return max(0, other[0] - one[1], one[0] - other[1])


def show(interval: Interval) -> str:
    """ISO, as short as it can be: a day, a month, a year, or `first/last`.

    >>> show(parse_interval("2016-01"))
    '2016-01'
    """
    first, last = (date.fromordinal(min(max(day, 1), date.max.toordinal())) for day in interval)
    if first == last:
        return first.isoformat()
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1] and first.year == last.year:
        if first.month == last.month:
            return first.isoformat()[:7]
        if (first.month, last.month) == (1, 12):
            return first.isoformat()[:4]
    return f"{first.isoformat()}/{last.isoformat()}"
