"""Every date expression of a text in one language by its rows, and the days that each means."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cache

from extractor.language.tokens import PhraseTable, Token, tokenise
from extractor.values.when.days import Days, month_days, one_day, shifted, week_of, year_days
from extractor.values.when.grammar import ago_days, full_date, past_month, period_days, span_of
from extractor.values.when.holidays import holiday_day
from extractor.values.when.parsed import Basis, Parsed, parsed
from extractor.values.when.rows import LEADS, Captured, Choice, Optional, Row, RowMatcher, parse_row
from extractor.values.when.words import CalendarWords, SlotTable, date_tables

# Rows without a word, in every language.
_ROWS = (
    "<day> . <month> [<year>]", "<day> . -|– <day2> . <month> [<year>]", "<month> <year>",
    "<weekday>", "<last> <weekday>", "<weekday> <last>", "<next> <weekday>", "<weekday> <next>",
    "<weekday> ( <day> [/ <m>] [/ <year>] )", "<weekday> , <day> . <month> [<year>]",
    "<word>", "<word> ( <day> [/ <m>] [/ <year>] )", "<word> <weekday>", "<weekday> <word>",
    "<period>", "<period> <month>", "<month> <period>", "<period> <weekday>", "<weekday> <period>",
    "<lead> <month>", "<month> <tail>", "<yearlead> <year>", "<lead> <month> <year>", "<lead> <month> <period>",
    "<holiday> [<year>]", "<shift>", "<part>", "<night>", "<named>", "<day> . <other> [<year>]",
    "<weekday> <day> <other>",
)  # fmt: skip
_FIRST_YEAR = 1900  # an earlier number alone counts something more often than it is a year
_FAR = 60  # days back to which a bare number of the day can reach


@dataclass(frozen=True, slots=True)
class RowHit:
    """A date expression `text[start:end]` and what it means."""

    start: int
    end: int
    parsed: Parsed


@cache
def _rows(code: str) -> tuple[Row, ...]:
    words = date_tables(code).words
    listed = [_led(row) for row in dict.fromkeys([*CalendarWords.of(code).rows, *words.rows, *_ROWS])]
    return (*(parse_row(row, night=True) for row in words.night_rows), *(parse_row(row) for row in listed))


def _led(row: str) -> str:
    """A row that begins with a month, also behind a word that leads to one."""
    return f"[<lead>] {row}" if row.startswith(("<month>", "<m>")) else row


@cache
def _openers(code: str) -> tuple[PhraseTable[bool], tuple[SlotTable, ...]]:
    """The words, and the tables of names, with which some row begins."""
    listed: list[str] = []
    for row in _rows(code):
        for part in row.parts:
            if isinstance(part, Choice):
                listed += part.listed
            elif isinstance(part, Optional):
                listed += [w for inner in part.parts if isinstance(inner, Choice) for w in inner.listed]
            if not isinstance(part, Optional):
                break
    tables = date_tables(code)
    names = [table for slot, table in tables.slots.items() if slot not in ("tail", "unit")]
    return PhraseTable([(word, True) for word in listed]), (tables.all_months, tables.weekdays, *names)


def read_rows(
    text: str, code: str, published: date | None, is_future: Callable[[int], bool] = lambda _: False
) -> list[RowHit]:
    """The date expressions of a text in order, none overlapping another, the longest at each place.

    `is_future` says of an offset whether its clause speaks of what is to come.

    >>> [hit.parsed.days.iso() for hit in read_rows("Zginęli 21 lutego", "pl", date(2016, 2, 22))]
    ['2016-02-21/2016-02-21']
    """
    tokens = tokenise(text)
    matcher = RowMatcher(text, tokens, date_tables(code))
    found: list[RowHit] = []
    at = 0
    while at < len(tokens):
        hit = None
        if _may_open(tokens, at, code):
            start = tokens[at].start
            hit = _hit_at(matcher, tokens, at, code, Basis(published))
            if hit is not None and is_future(start):
                hit = _hit_at(matcher, tokens, at, code, Basis(published, future=True))
        if hit is None or _is_longer_within(matcher, hit, at, code, Basis(published)):
            at += 1
            continue
        found.append(hit[0])
        at = hit[1]
    return found


def _may_open(tokens: Sequence[Token], at: int, code: str) -> bool:
    if tokens[at].kind == "mark":
        return False
    words, names = _openers(code)
    if tokens[at].kind == "number" or words.at(tokens, at) is not None:
        return True
    return any(table.at(tokens, at) is not None for table in names)


def _is_longer_within(matcher: RowMatcher, hit: tuple[RowHit, int], at: int, code: str, basis: Basis) -> bool:
    """Whether a date that begins inside a bare time of day goes farther: "in the night | from Friday to Saturday"."""
    if "part" not in hit[0].parsed.flags:
        return False
    within = (_hit_at(matcher, matcher.tokens, inner, code, basis) for inner in range(at + 1, hit[1]))
    return any(other is not None and other[1] > hit[1] for other in within)


def _hit_at(
    matcher: RowMatcher, tokens: Sequence[Token], at: int, code: str, basis: Basis
) -> tuple[RowHit, int] | None:
    best: tuple[int, Parsed, int] | None = None
    for row in _rows(code):
        match = matcher.match(row, at)
        if match is None or (best is not None and match[0] <= best[0]):
            continue
        meaning = resolve_row(match[1], basis, night=row.night)
        if meaning is not None:
            best = match[0], meaning, next((int(match[1][name]) for name in LEADS if name in match[1]), at)
    if best is None:
        return None
    return RowHit(tokens[best[2]].start, tokens[best[0] - 1].end, best[1]), best[0]


def resolve_row(held: Captured, basis: Basis, *, night: bool = False) -> Parsed | None:
    """What the slots of a row mean together; `None` when they are no date."""
    if ("other" in held or "named" in held) and "weekday" not in held:
        return parsed(None, "day", "other_calendar")
    if night:
        return _night(held, basis)
    for wanted, resolver in _RESOLVERS:
        if wanted <= held.keys():
            return resolver(held, basis)
    return None


def _night(held: Captured, basis: Basis) -> Parsed | None:
    """The night between two days, or into the one that is named (with `<last>`: from it)."""
    last = {name.removesuffix("2"): value for name, value in held.items() if name.endswith("2")}
    named = resolve_row({**held, **last}, basis)
    if named is None or named.days is None or named.days.length != 1:
        return named
    day = named.days.first
    return parsed(Days(shifted(day, -1), day), "interval", "night")


def _of_shift(held: Captured, basis: Basis) -> Parsed:
    del basis
    number, unit = held["shift"].split()
    made = parsed(None, unit, "relative", "other_event")
    return replace(made, shift=(unit, int(number)))


def _of_ago(held: Captured, basis: Basis) -> Parsed | None:
    unit, number = held["unit"], Fraction(held["n"])
    if number.denominator != 1:
        return None
    if basis.published is None:
        return parsed(None, unit if unit != "hour" else "interval", "relative")
    return ago_days(unit, int(number), "", basis.published)


def _of_day_month(held: Captured, basis: Basis) -> Parsed | None:
    month = int(held["month"] if "month" in held else held["m"])
    year = held.get("year") or _year_of_period(held, basis)
    last = full_date(year, month, held["day"], basis)
    if "day2" not in held:
        return last
    return span_of(last, full_date(year, month, held["day2"], basis))


def _year_of_period(held: Captured, basis: Basis) -> str | None:
    which, _, unit = held.get("period", "").partition(" ")
    if unit != "year" or basis.published is None:
        return None
    return f"{basis.published.year + _STEPS[which]:04d}"


_STEPS = {"before last": -2, "last": -1, "this": 0, "next": 1}


def _of_day(held: Captured, basis: Basis) -> Parsed | None:
    """A number of a day alone: the latest such day up to the publication, or that of the month named."""
    number = int(held["day"])
    if basis.published is None:
        return parsed(None, "day", "relative")
    which, _, unit = held.get("period", "").partition(" ")
    if unit == "month":
        months = basis.published.year * 12 + basis.published.month - 1 + _STEPS[which]
        return full_date(f"{months // 12:04d}", months % 12 + 1, held["day"], basis)
    for back in range(_FAR):
        tried = shifted(basis.published, -back)
        if tried.day == number:
            return parsed(one_day(tried), "day")
    return None


def _of_month(held: Captured, basis: Basis) -> Parsed | None:
    month = int(held["month"] if "month" in held else held["m"])
    year = held.get("year") or _year_of_period(held, basis)
    if year:
        return parsed(month_days(int(year), month), "month", value=f"{int(year):04d}-{month:02d}")
    return past_month(month, basis)


def _of_weekday(held: Captured, basis: Basis) -> Parsed:
    number = int(held["weekday"])
    if basis.published is None:
        return parsed(None, "day", "relative")
    published = basis.published
    which, _, unit = held.get("period", "").partition(" ")
    if unit == "week" and which != "this":
        return parsed(one_day(shifted(week_of(shifted(published, 7 * _STEPS[which])).first, number)), "day")
    if "next" in held or (basis.future and "last" not in held):
        ahead = (number - published.weekday()) % 7
        return parsed(one_day(shifted(published, ahead or (7 if "next" in held else 0))), "day", "future")
    back = (published.weekday() - number) % 7
    return parsed(one_day(shifted(published, -(back or (7 if "last" in held else 0)))), "day")


def _of_word(held: Captured, basis: Basis) -> Parsed:
    if basis.published is None:
        return parsed(None, "day", "relative")
    if held["word"] == "night":
        return parsed(Days(shifted(basis.published, -1), basis.published), "interval", "night")
    return parsed(one_day(shifted(basis.published, int(held["word"]))), "day")


def _of_holiday(held: Captured, basis: Basis) -> Parsed:
    return holiday_day(held["holiday"], held.get("year"), basis)


def _of_part(held: Captured, basis: Basis) -> Parsed:
    del held
    return parsed(one_day(basis.published) if basis.published else None, "day", "part")


def _of_night_part(held: Captured, basis: Basis) -> Parsed:
    del held
    if basis.published is None:
        return parsed(None, "day", "relative")
    return parsed(Days(shifted(basis.published, -1), basis.published), "interval", "night", "part")


def _of_period(held: Captured, basis: Basis) -> Parsed | None:
    which, _, unit = held["period"].rpartition(" ")
    return period_days(unit, which, "", basis)


def _of_year(held: Captured, basis: Basis) -> Parsed | None:
    del basis
    year = int(held["year"])
    if year < _FIRST_YEAR:
        return None
    return parsed(year_days(year), "year", value=f"{year:04d}")


_RESOLVERS = (
    (frozenset({"holiday"}), _of_holiday),
    (frozenset({"n", "unit"}), _of_ago),
    (frozenset({"day", "month"}), _of_day_month),
    (frozenset({"day", "m"}), _of_day_month),
    (frozenset({"weekday"}), _of_weekday),
    (frozenset({"word"}), _of_word),
    (frozenset({"day"}), _of_day),
    (frozenset({"month"}), _of_month),
    (frozenset({"m"}), _of_month),
    (frozenset({"shift"}), _of_shift),
    (frozenset({"part"}), _of_part),
    (frozenset({"night"}), _of_night_part),
    (frozenset({"period"}), _of_period),
    (frozenset({"year"}), _of_year),
)


_SHORTEST = 5  # characters of a date that tells a language: "leo" is today to one, a name to others


def date_language(text: str, codes: Sequence[str], published: date | None) -> str:
    """Of some languages the one that reads the most of a text as dates, empty when none reads any."""
    hits = {code: [h.end - h.start for h in read_rows(text, code, published)] for code in codes}
    best = {code: sum(n for n in sizes if n >= _SHORTEST) for code, sizes in hits.items()}
    code = min(best, key=lambda c: (-best[c], c), default="")
    return code if best.get(code) else ""
