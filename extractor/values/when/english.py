"""The words of English dates, whose forms are regular expressions: `date_forms.toml` with the names of its calendar."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from extractor.values.when.words import CalendarWords, DateWords
from extractor.vocabulary import Ordered, Phrases, Vocabulary

_CODE = "en"


class Form(BaseModel):
    """A form of a date: a regular expression, and the name of the function that resolves its match.

    `near` are words of which every match has one; empty where no such words are known.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    reads: str
    form: str
    near: Phrases = frozenset()


class DateForms(Vocabulary):
    """The forms of a language's dates as regular expressions, and the lists that they name."""

    topic: ClassVar[str] = "date_forms"

    forms: tuple[Form, ...]
    numbers: Ordered  # "two=2"
    things: Phrases  # what a number before or behind a month counts instead
    units: Phrases
    spans: Phrases
    named_days: Ordered  # "9/11=2001-09-11"
    idle: Phrases = frozenset()  # words of names so common that they announce none
    triggers: Phrases  # words beside those of the calendar without which no form matches


@dataclass(frozen=True)
class EnglishDates:
    """Lower-case words to what they mean."""

    months: dict[str, int]
    weekdays: dict[str, int]
    long_weekdays: frozenset[str]  # those that are no abbreviation ("Sun" and "Sat" are words)
    days: dict[str, str]
    holidays: dict[str, str]
    numbers: dict[str, int]
    named: dict[str, str]
    forms: DateForms


@cache
def english() -> EnglishDates:
    """The words of English dates.

    >>> english().months["sept"], english().weekdays["sunday"], english().days["yesterday"]
    (9, 6, '-1')
    """
    calendar, words, forms = CalendarWords.of(_CODE), DateWords.of(_CODE), DateForms.of(_CODE)
    weekdays = _numbered(calendar.weekdays, words.weekdays, first=1)
    return EnglishDates(
        months=_numbered(calendar.months, calendar.short_months, words.months, first=0),
        weekdays=weekdays,
        long_weekdays=frozenset(weekdays) - words.weak,
        days={form: key for key, listed in words.days.items() for form in listed},
        holidays={form: key for key, listed in words.holidays.items() for form in listed},
        numbers={word: int(number) for word, _, number in (item.partition("=") for item in forms.numbers)},
        named={word: day for word, _, day in (item.partition("=") for item in forms.named_days)},
        forms=forms,
    )


def _numbered(*tables: dict[str, frozenset[str]], first: int) -> dict[str, int]:
    return {form.lower(): int(key) - first for table in tables for key, listed in table.items() for form in listed}


def alternation(words: Iterable[str]) -> str:
    """A regex alternation of words, longest first."""
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))
