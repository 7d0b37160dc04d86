"""Publication dates as dumps write them, to ISO; what cannot be read for sure is unknown."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

_FORMATS = (
    "%Y/%m/%d",
    "%Y.%m.%d",
    "%d.%m.%Y",
    "%d %B %Y",
    "%d %b %Y",
    "%B %d, %Y",
    "%b %d, %Y",
    "%B %d %Y",
    "%b %d %Y",
    "%A %d %B %Y",
    "%A, %d %B %Y",
    "%A, %B %d, %Y",
    "%d-%b-%Y",
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})Z?)?$")  # 20160222, GDELT's 20160222053000
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})$")
_TIME_AFTER = re.compile(r",?\s+(?:at\s+)?\d{1,2}:\d{2}(?::\d{2})?\s*(?:[AaPp]\.?[Mm]\.?)?\s*[A-Za-z]{0,5}$")
_EPOCH_MILLISECONDS = 100_000_000_000
_MONTHS_IN_YEAR = 12
_YEARS = range(1600, 9999)  # of newspapers; databases write year 1 or 9999 for "no date"


def iso_published(value: object) -> str | None:
    """An ISO date or date-time, `None` when the value cannot be read for sure.

    `03/04/2016` is two dates and so none; a bare year or month is too little to anchor "Sunday" and is none as well.

    >>> iso_published("Feb 22, 2016, 5:38 am IST"), iso_published("Mon, 22 Feb 2016 08:27:00 GMT")
    ('2016-02-22', '2016-02-22T08:27:00+00:00')
    >>> iso_published("03/04/2016"), iso_published("22/04/2016"), iso_published(1456129620)
    (None, '2016-04-22', '2016-02-22T08:27:00+00:00')
    >>> iso_published("0001-01-01T00:00:00") is None  # what databases write for no date
    True
    """
    found = _iso(value)
    return found if found is not None and int(found[:4]) in _YEARS else None


def _iso(value: object) -> str | None:
    if isinstance(value, dict):  # MongoDB's export
        value = value.get("$date", value.get("$numberLong"))
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return _of_epoch(float(value))
    if not isinstance(value, str) or len(value) > 80:  # noqa: PLR2004 - no date is longer
        return None
    return _of_words(" ".join(value.split()))


def _of_epoch(seconds: float) -> str | None:
    if seconds >= _EPOCH_MILLISECONDS:
        seconds /= 1000
    try:
        return datetime.fromtimestamp(seconds, tz=UTC).isoformat()
    except (ValueError, OverflowError, OSError):
        return None


def _of_words(text: str) -> str | None:
    compact = _COMPACT.match(text)
    if compact:
        return _checked("-".join(compact.groups()[:3]))
    if re.match(r"\d{4}-\d{2}-\d{2}", text):
        return _checked(text) or _checked(text[:10])
    slashed = _SLASHED.match(_TIME_AFTER.sub("", text))
    if slashed:
        return _of_slashes(*(int(g) for g in slashed.groups()))
    return _of_pattern(text)


def _of_slashes(one: int, other: int, year: int) -> str | None:
    if one != other and (one > _MONTHS_IN_YEAR) == (other > _MONTHS_IN_YEAR):
        return None
    day, month = (one, other) if one > _MONTHS_IN_YEAR else (other, one)
    return _checked(f"{year:04}-{month:02}-{day:02}")


def _of_pattern(text: str) -> str | None:
    for candidate in (text, _TIME_AFTER.sub("", text)):
        for pattern in _FORMATS:
            try:
                return datetime.strptime(candidate, pattern).replace(tzinfo=UTC).date().isoformat()
            except ValueError:
                continue
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError):
        return None


def _checked(text: str) -> str | None:
    try:
        return date.fromisoformat(text).isoformat() if len(text) == 10 else datetime.fromisoformat(text).isoformat()  # noqa: PLR2004 - YYYY-MM-DD
    except ValueError:
        return None
