"""The grammar of date expressions: patterns as a table, each with the function that resolves its match.

A pattern is bounded (no nested repetition) and never crosses a line break. `Basis` carries what an expression is
resolved against; a resolver gives `Parsed`, or `None` when the words are no date after all ("may", "57 marzo").
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from extractor.language.wordlists import word_set
from extractor.values.when import english as words
from extractor.values.when.days import Days, month_back, month_days, one_day, shifted, week_of, year_days
from extractor.values.when.holidays import holiday_day
from extractor.values.when.parsed import Basis, Parsed, parsed

_CENTURY = 100
_PIVOT = 50  # two-digit years: 50..99 are of the last century
_APPROXIMATE = re.compile(
    r"\b(?:about|around|roughly|some|more|over|under|less|nearly|almost|several|few|many)\b", re.IGNORECASE
)


NIGHT = "night"  # the key of the words for the night before the publication


def _month(word: str) -> int | None:
    """The month a word names; it needs its capital ("may", "march" and "mar" are words)."""
    return None if word[:1].islower() else words.english().months.get(word.lower().rstrip("."))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _yearless(month: int, day: int, basis: Basis) -> Parsed:
    """The year that puts a day nearest before the publication; nearest after it in a clause about what is to come."""
    if basis.published is None:
        return parsed(None, "day", "relative")
    year = basis.published.year
    tried = [d for y in range(year - 4, year + 5) if 0 < y < 10000 and (d := _date(y, month, day))]  # noqa: PLR2004
    before = [d for d in tried if d <= basis.published]
    after = [d for d in tried if d >= basis.published]
    chosen = after[:1] if basis.future and after else before[-1:]
    return parsed(one_day(chosen[0]), "day") if chosen else parsed(None, "day", "relative")


def full_date(year: str | None, month: int | None, day: str, basis: Basis) -> Parsed | None:
    """The day of a month, in the year that fits the publication where none is given; `None` for no such day."""
    if month is None or not 1 <= int(day) <= 31:  # noqa: PLR2004
        return None
    if not year:
        return _yearless(month, int(day), basis) if _date(2000, month, int(day)) else None
    found = _date(int(year), month, int(day))
    return parsed(one_day(found), "day") if found else None


def read_iso(match: re.Match[str], basis: Basis) -> Parsed | None:
    """Resolve `2016-02-12`."""
    return full_date(match[1], int(match[2]) if 1 <= int(match[2]) <= 12 else None, match[3], basis)  # noqa: PLR2004


def read_numeric(match: re.Match[str], basis: Basis) -> Parsed | None:
    """`12.02.2016` is day first; with slashes both orders are tried, and both kept where both are dates."""
    one, mark, two, tail = int(match[1]), match[2], int(match[3]), match[4]
    year = int(tail) if len(tail) > 2 else int(tail) + (1900 if int(tail) >= _PIVOT else 2000)  # noqa: PLR2004
    orders = [_date(year, two, one)] if mark == "." else [_date(year, two, one), _date(year, one, two)]
    found = sorted({d for d in orders if d})
    if not found:
        return None
    if len(found) > 1 and basis.published:
        near = [d for d in found if 0 <= (basis.published - d).days <= 60]  # noqa: PLR2004 - news reports the recent
        found = near if len(near) == 1 else found
    if len(found) == 1:
        return parsed(one_day(found[0]), "day")
    return parsed(Days(found[0], found[1]), "interval", "ambiguous")


def read_day_month(match: re.Match[str], basis: Basis) -> Parsed | None:
    """Resolve `12 February 2016`, `12 de febrero`."""
    return full_date(match[3], _month(match[2]), match[1], basis)


def read_month_day(match: re.Match[str], basis: Basis) -> Parsed | None:
    """Resolve `February 12, 2016`."""
    if not match[3] and match.string[max(0, match.start() - 3) : match.start()].lower() == "in ":
        return None  # "In June 24 peacekeepers died" counts peacekeepers
    return full_date(match[3], _month(match[1]), match[2], basis)


def span_of(first: Parsed | None, last: Parsed | None) -> Parsed | None:
    """The days from the first of one to the last of the other; `None` when they are not in that order."""
    if first is None or last is None:
        return None
    if first.days is None or last.days is None:
        return parsed(None, "interval", "relative")
    if last.days.last < first.days.first:
        return None
    return parsed(Days(first.days.first, last.days.last), "interval")


def read_day_range(match: re.Match[str], basis: Basis) -> Parsed | None:
    """Resolve `3-5 March 2010`."""
    month = _month(match[3])
    return span_of(full_date(match[4], month, match[1], basis), full_date(match[4], month, match[2], basis))


def read_month_range(match: re.Match[str], basis: Basis) -> Parsed | None:
    """Resolve `March 3-5, 2010`."""
    month = _month(match[1])
    return span_of(full_date(match[4], month, match[2], basis), full_date(match[4], month, match[3], basis))


def _part(days: Days, hedge: str | None) -> Days:
    """The third of a month or year that "early", "mid" or "late" leaves possible, generously."""
    third = days.length // 3
    word = (hedge or "").lower()
    if word in {"early", "the start of", "the beginning of"}:
        return Days(days.first, shifted(days.first, third))
    if word in {"late", "the end of"}:
        return Days(shifted(days.last, -third), days.last)
    if word in {"mid", "the middle of"}:
        return Days(shifted(days.first, third - 2), shifted(days.last, 2 - third))
    return days


def read_month_year(match: re.Match[str], basis: Basis) -> Parsed | None:
    """Resolve `August 1914`, `early in May 2003`."""
    del basis
    month, year = _month(match[2]), int(match[3])
    if month is None or year < 1:
        return None
    return parsed(_part(month_days(year, month), match[1]), "month", value=f"{year:04d}-{month:02d}")


def read_month_alone(match: re.Match[str], basis: Basis) -> Parsed | None:
    """Resolve `in September`, `last May`: the one before the publication."""
    month, lead = _month(match[2]), match[1].lower()
    if month is None:
        return None
    if basis.published is None:
        return parsed(None, "month", "relative")
    year = basis.published.year
    future = lead in {"next", "by", "until"} or basis.future
    if future and month < basis.published.month:
        year += 1
    if not future and month > basis.published.month:
        year -= 1
    if lead == "last" and month == basis.published.month:
        year -= 1
    return parsed(_part(month_days(year, month), lead), "month", value=f"{year:04d}-{month:02d}")


def past_month(month: int, basis: Basis) -> Parsed:
    """The latest such month up to the publication."""
    if basis.published is None:
        return parsed(None, "month", "relative")
    year = basis.published.year - (month > basis.published.month)
    return parsed(month_days(year, month), "month", value=f"{year:04d}-{month:02d}")


def read_year(match: re.Match[str], basis: Basis) -> Parsed | None:
    """Resolve `in 2012`, `the 1990s`."""
    del basis
    year, hedge = int(match["year"]), match["hedge"]
    if match["s"]:
        length = _CENTURY if year % _CENTURY == 0 and match["s"] == "s" and year < 2000 else 10  # noqa: PLR2004
        return parsed(Days(year_days(year).first, year_days(year + length - 1).last), "interval")
    return parsed(_part(year_days(year), hedge), "year", value=f"{year:04d}")


def read_weekday(match: re.Match[str], basis: Basis) -> Parsed | None:
    """Resolve `on Sunday`, `Tuesday of last week`."""
    number = words.english().weekdays.get(match["day"].lower())
    lead = (match["lead"] or "").lower()
    if number is None or match["day"][:1].islower():
        return None
    if basis.published is None:
        return parsed(None, "day", "relative")
    published, tail = basis.published, (match["tail"] or "").lower()
    back = (published.weekday() - number) % 7
    if "week" in tail and "ago" not in tail:
        shift = -7 if "last" in tail else 7 if "next" in tail else 0
        return parsed(one_day(shifted(week_of(shifted(published, shift)).first, number)), "day")
    if "ago" in tail:
        return parsed(one_day(shifted(published, -back - 7)), "day")
    if any(w in lead for w in ("next", "coming")) or (basis.future and not any(w in lead for w in ("last", "past"))):
        ahead = (number - published.weekday()) % 7
        return parsed(one_day(shifted(published, ahead or (7 if "next" in lead else 0))), "day", "future")
    if back == 0 and any(w in lead for w in ("last", "previous")):
        back = 7
    return parsed(one_day(shifted(published, -back)), "day")


def read_relative_day(match: re.Match[str], basis: Basis) -> Parsed | None:
    """Resolve `yesterday`, `overnight`."""
    word = re.sub(r"\s+", " ", match[1].lower())
    if basis.published is None:
        return parsed(None, "day", "relative")
    offset = words.english().days[word]
    if offset == NIGHT:
        return parsed(Days(shifted(basis.published, -1), basis.published), "interval", "night")
    return parsed(one_day(shifted(basis.published, int(offset))), "day")


def read_period(match: re.Match[str], basis: Basis) -> Parsed | None:
    """Resolve `last week`, `earlier this month`."""
    return period_days(match["unit"].lower(), match["which"].lower(), (match["hedge"] or "").lower(), basis)


def period_days(unit: str, which: str, hedge: str, basis: Basis) -> Parsed | None:  # noqa: PLR0911 - one return a unit
    """The days of "last week" and the like: its unit, which one it is, and "early" or the like."""
    published = basis.published
    if published is None:
        return parsed(None, unit if unit in {"week", "month", "year"} else "interval", "relative")
    if which in {"the past", "the previous", "the last"} and unit in _UNIT_DAYS:
        return parsed(Days(shifted(published, -_UNIT_DAYS[unit]), published), "interval")
    step = {"last": -1, "next": 1, "the coming": 1, "the next": 1}.get(which, 0)
    if unit == "week":
        return _this_week(week_of(shifted(published, 7 * step)), hedge, published if step == 0 else None)
    if unit == "weekend":
        saturday = shifted(week_of(published).first, 5)
        latest = saturday if saturday <= published else shifted(saturday, -7)
        start = shifted(saturday, 7) if step > 0 and published >= saturday else saturday if step > 0 else latest
        return parsed(Days(start, shifted(start, 1)), "interval")
    if unit == "month":
        days = month_back(published, -step)
        return _cut(days, hedge, published if step == 0 else None, "month", f"{days.first:%Y-%m}")
    if unit == "year":
        year = min(max(published.year + step, 1), 9999)
        return _cut(year_days(year), hedge, published if step == 0 else None, "year", f"{year:04d}")
    return _season(unit, step, published)


def _this_week(days: Days, hedge: str, cut: date | None) -> Parsed:
    if cut is None:
        return parsed(days, "week")
    if hedge == "later":
        return parsed(Days(cut, days.last), "week", "future")
    # A paper of Monday says "earlier this week" of the Sunday before as well.
    return parsed(Days(min(days.first, shifted(cut, -1)), cut), "week") if hedge else parsed(days, "week")


def _cut(days: Days, hedge: str, cut: date | None, precision: str, value: str) -> Parsed:
    if cut is not None and hedge in {"earlier", "early"}:
        return parsed(Days(days.first, cut), precision, value=value)
    if cut is not None and hedge == "later":
        return parsed(Days(cut, days.last), precision, "future", value=value)
    return parsed(_part(days, hedge), precision, value=value)


def _season(unit: str, step: int, published: date) -> Parsed | None:
    first = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}.get(unit)
    if first is None:
        return parsed(None, "interval")
    start = date(published.year, first, 1)
    if step < 0 and shifted(start, 90) >= published:
        start = date(max(published.year - 1, 1), first, 1)
    # The hemisphere is not known here, so a season is given with a month's margin.
    return parsed(Days(shifted(start, -30), shifted(start, 120)), "interval", "approximate")


_UNIT_DAYS = {
    "hour": 1,
    "day": 1,
    "week": 7,
    "fortnight": 14,
    "month": 31,
    "year": 366,
    "decade": 3653,
    "century": 36525,
}


def _count(word: str) -> int | None:
    lower = re.sub(r"\s+", " ", word.lower())
    return int(lower) if lower.isdecimal() else words.english().numbers.get(lower)


def read_ago(match: re.Match[str], basis: Basis) -> Parsed | None:
    """Resolve `three days ago`, `two days later`."""
    unit, number = match["unit"].lower(), _count(match["n"])
    precision = unit if unit in {"day", "week", "month", "year"} else "interval"
    if match["way"].lower() != "ago":
        event = re.search(r"(?:before|after)$", match.group().lower()) and _NOUN_FOLLOWS.match(
            match.string, match.end()
        )
        counted = not event and number is not None and unit in {"day", "week"}
        shift = (unit, (number or 0) * _way(match["way"])) if counted else None
        return replace(parsed(None, precision, "relative", "other_event"), shift=shift)
    if basis.published is None:
        return parsed(None, precision, "relative")
    hedge = (match["hedge"] or "").lower()
    if number is None:
        low = 2 * _UNIT_DAYS[unit]
        return parsed(
            Days(shifted(basis.published, -5 * low), shifted(basis.published, -low)), "interval", "approximate"
        )
    return ago_days(unit, number, hedge, basis.published)


def ago_days(unit: str, number: int, hedge: str, published: date) -> Parsed | None:
    """The days that lie a number of units back, wider where the number is a hedged or a large one."""
    vague = bool(_APPROXIMATE.search(hedge))
    if unit in {"hour", "day"}:
        back = number if unit == "day" else -(-number // 24)
        days = Days(shifted(published, -back), shifted(published, -back if unit == "day" else 0))
        if vague:
            days = Days(shifted(days.first, -1), shifted(days.last, 1))
        return parsed(days, "day" if days.length == 1 else "interval", *(["approximate"] if vague else []))
    if unit in {"week", "fortnight"}:
        centre, margin = number * _UNIT_DAYS[unit], 2 + number // 2
        more, less = bool(re.search("more|over", hedge)), bool(re.search("less|under|nearly|almost", hedge))
        low, high = centre + (6 if more else 0 if less else margin), centre - (0 if more else 6 if less else margin)
        return parsed(Days(shifted(published, -low), shifted(published, -max(high, 0))), "interval", "approximate")
    if unit == "month":
        return parsed(month_back(published, number), "month", "approximate")
    years = number * {"year": 1, "decade": 10, "century": 100}[unit] or 50
    year = published.year - years
    if year < 1:
        return None
    if unit == "year" and not vague:
        return parsed(year_days(year), "year", "approximate")
    margin = max(1, years // 10)
    return parsed(
        Days(year_days(max(year - margin, 1)).first, year_days(year + margin).last), "interval", "approximate"
    )


def read_window(match: re.Match[str], basis: Basis) -> Parsed | None:
    """Resolve `the past 24 hours`, `the previous day`."""
    which, day = match["which"].lower(), match["unit"].lower() == "day" and not match["n"]
    if day and (which == "previous" or (which == "next" and not basis.future)):
        return replace(parsed(None, "day", "relative", "other_event"), shift=("day", _way(which)))
    if basis.published is None:
        return parsed(None, "interval", "relative")
    number = _count(match["n"]) if match["n"] else 1
    unit = match["unit"].lower()
    length = (number or 5) * _UNIT_DAYS[unit] if unit != "hour" else max(1, -(-(number or 24) // 24))
    vague = () if number else ("approximate",)
    if match["which"].lower() in {"next", "coming"}:
        return parsed(Days(basis.published, shifted(basis.published, length)), "interval", "future", *vague)
    return parsed(Days(shifted(basis.published, -length), basis.published), "interval", *vague)


_BACK = word_set("before earlier previous")
_ONWARD = word_set("after later next following afterwards")


def _way(words: str) -> int:
    """Back, onward or the same: -1, 1, 0."""
    said = set(re.findall(r"[a-z]+", words.lower()))
    return -1 if said & _BACK else 1 if said & _ONWARD else 0


def read_other_event(match: re.Match[str], basis: Basis) -> Parsed | None:
    """Resolve `the day before`, `that night`."""
    del basis
    said = match.group().lower()
    if re.search(r"\b(?:before|after)$", said) and _NOUN_FOLLOWS.match(match.string, match.end()):
        return parsed(None, "day", "relative", "other_event")  # "the day after the attack"
    unit = next((u for u in ("week", "month", "year") if u in said), "day")
    return replace(parsed(None, "day", "relative", "other_event"), shift=(unit, _way(said)))


_NOUN_FOLLOWS = re.compile(r"\s+(?:the|a|an|that|this|his|her|its|their|he|she|it|they|[A-Z])", re.ASCII)


_ON_A_DAY = re.compile(r"\b(?:on|at|since|until|before|after|last)\s+$", re.IGNORECASE)


def read_holiday(match: re.Match[str], basis: Basis) -> Parsed | None:
    """Resolve `Christmas Day`, `Good Friday 1998`."""
    name = match[1].lower()
    if match[1][:1].islower() or (
        name == "christmas" and not _ON_A_DAY.search(match.string, max(0, match.start() - 8), match.start())
    ):
        return None
    return holiday_day(words.english().holidays[name], match[2], basis)


def of_year(one: Parsed, year: Parsed) -> Parsed | None:
    """The day or month moved into the year of another expression; `None` when they are no such pair.

    >>> of_year(Parsed(month_days(2013, 4), "month"), Parsed(year_days(2012), "year")).value
    '2012-04'
    """
    if one.days is None or year.days is None or year.precision != "year" or year.days.length < 365:  # noqa: PLR2004
        return None
    number, first = year.days.first.year, one.days.first
    if one.precision == "month":
        return Parsed(month_days(number, first.month), "month", value=f"{number:04d}-{first.month:02d}")
    found = _date(number, first.month, first.day) if one.precision == "day" and one.days.length == 1 else None
    return Parsed(one_day(found), "day") if found else None


def read_named(match: re.Match[str], basis: Basis) -> Parsed | None:
    """Resolve `9/11`."""
    del basis
    return parsed(one_day(date.fromisoformat(words.english().named[match[1]])), "day")
