"""The words of dates of a language: names of CLDR in `calendar.toml`, what a person adds in `dates.toml`, indexed."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import ClassVar

from extractor.language.lexicon import small_numbers
from extractor.language.tokens import PhraseTable, fold
from extractor.vocabulary import Grouped, Ordered, Phrases, Vocabulary, folders, has_data

Rows = tuple[str, ...]
_NONE: Grouped = {}


class CalendarWords(Vocabulary):
    """What CLDR knows: names of months from 1 and of weekdays from 1 (Monday), and the orders of a date as rows."""

    topic: ClassVar[str] = "calendar"

    rows: Rows = ()
    months: Grouped = _NONE
    short_months: Grouped = _NONE
    weekdays: Grouped = _NONE


class DateWords(Vocabulary):
    """What news writes besides: more forms of the names, words for days and periods, and rows of them.

    A row is a sequence of words and slots: `<day>`, `<month>`, `<m>` (a month's number), `<year>`, `<weekday>`,
    `<word>` (of `days`), `<period>`, `<n>`, `<unit>`, `<other>` (a month of another calendar); the second of two has a
    2. `a|b` is either, `[a b]` may be left out, `!a` may not follow, `&a` must; `_` joins the words of one phrase.
    """

    topic: ClassVar[str] = "dates"

    rows: Rows = ()
    night_rows: Rows = ()  # of a night between two days, or into one
    months: Grouped = _NONE
    weekdays: Grouped = _NONE
    other_months: Phrases = frozenset()  # of other calendars: recognised, never counted
    ordinals: Grouped = _NONE  # number to the words for the day of a month
    holidays: Grouped = _NONE  # "12-24", "easter+1" to the words for the day
    other_days: Phrases = frozenset()  # days with a name of their own in no calendar that is counted
    month_endings: Phrases = frozenset()
    weekday_endings: Phrases = frozenset()
    prefixes: Phrases = frozenset()  # particles that the script writes together with a name
    weak: Phrases = frozenset()  # names that are words besides: no day by themselves
    capital: Phrases = frozenset()  # names that are days or months only with a capital
    days: Grouped = _NONE  # by days from the publication; "night" for the night before it
    parts: Phrases = frozenset()  # times of the day, which alone are those of the day of publication
    nights: Phrases = frozenset()  # alone the night before the publication
    times: Phrases = frozenset()  # times of a day that the text gives elsewhere; no dates by themselves
    periods: Grouped = _NONE  # "last week" to the words for it
    shifts: Grouped = _NONE  # "-1 day" to the words that count from another day of the article
    units: Grouped = _NONE
    last: Phrases = frozenset()
    next: Phrases = frozenset()
    since: Phrases = frozenset()
    month_leads: Phrases = frozenset()  # before a month, which they make a date; no part of it
    month_tails: Phrases = frozenset()  # behind a month
    year_leads: Phrases = frozenset()
    future: Phrases = frozenset()  # of a clause about what is to come
    published: Phrases = frozenset()  # before the day of publication of a page
    not_published: Ordered = ()  # patterns of lines that give another day
    clock: Phrases = frozenset()  # what else stands in a line that is but a day and an hour
    year_offset: int = 0  # of the era that years are counted in


SlotTable = PhraseTable[int] | PhraseTable[str] | PhraseTable[Fraction]


@dataclass(frozen=True)
class DateTables:
    """The words of one language's dates, indexed for reading."""

    code: str
    words: DateWords
    months: PhraseTable[int]
    all_months: PhraseTable[int]  # with the short forms
    weekdays: PhraseTable[int]
    bare_weekdays: PhraseTable[int]  # those that are days by themselves
    slots: dict[str, SlotTable]  # the tables of the other slots by name
    capital: frozenset[str]


@cache
def date_codes() -> tuple[str, ...]:
    """The codes of the languages whose dates are read by rows, in order."""
    return tuple(code for code in folders() if has_data(code, CalendarWords.topic))


@cache
def weekday_words() -> frozenset[str]:
    """The names of weekdays in all languages, case folded."""
    tables = [CalendarWords.of_all().weekdays, DateWords.of_all().weekdays]
    return frozenset(form.casefold() for table in tables for forms in table.values() for form in forms)


@cache
def date_tables(code: str) -> DateTables:
    """The indexed date words of a language."""
    names, words = CalendarWords.of(code), DateWords.of(code)
    clitics = tuple(sorted(fold(p) for p in words.prefixes))
    months = _named((names.months, words.months), words.month_endings)
    short = [(form, int(key)) for key, forms in names.short_months.items() for form in sorted(forms)]
    weekdays = [(form, n - 1) for form, n in _named((names.weekdays, words.weekdays), words.weekday_endings)]
    weak = {fold(form) for form in words.weak}
    return DateTables(
        code=code,
        words=words,
        months=PhraseTable(months, clitics),
        all_months=PhraseTable([*months, *short], clitics),
        weekdays=PhraseTable(weekdays, clitics),
        bare_weekdays=PhraseTable([row for row in weekdays if fold(row[0]) not in weak], clitics),
        slots={
            "day": PhraseTable([(form, int(key)) for form, key in _keyed(words.ordinals)], clitics),
            "n": small_numbers(code) or PhraseTable([]),
            "other": _flat(words.other_months, clitics),
            "named": _flat(words.other_days, clitics),
            "lead": _flat(words.month_leads),
            "tail": _flat(words.month_tails),
            "yearlead": _flat(words.year_leads),
            "last": _flat(words.last),
            "next": _flat(words.next),
            "part": _flat(words.parts, clitics),
            "night": _flat(words.nights, clitics),
            "word": PhraseTable(_keyed(words.days), clitics),
            "holiday": PhraseTable(_keyed(words.holidays), clitics),
            "period": PhraseTable(_keyed(words.periods), clitics),
            "shift": PhraseTable(_keyed(words.shifts), clitics),
            "unit": PhraseTable(_keyed(words.units), clitics),
        },
        capital=frozenset(fold(form) for form in words.capital),
    )


def _flat(phrases: Phrases, clitics: tuple[str, ...] = ()) -> PhraseTable[int]:
    return PhraseTable([(phrase, 1) for phrase in sorted(phrases)], clitics)


def _keyed(table: Grouped) -> list[tuple[str, str]]:
    return [(form, key) for key, forms in table.items() for form in sorted(forms)]


def _named(tables: tuple[Grouped, ...], endings: Phrases) -> list[tuple[str, int]]:
    """Every form of every name, with each ending, and its number."""
    made: dict[str, int] = {}
    for table in tables:
        for key, forms in table.items():
            for form in sorted(forms):
                made.setdefault(form, int(key))
                for ending in sorted(endings) if not form.endswith("*") else ():
                    made.setdefault(form + ending, int(key))
    return list(made.items())
