"""Calendar words as tables: month and weekday names of eight languages, relative words, holidays, number words."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from extractor.values.tables import word_set

# One line a month, January first; the name as printed in lower case, abbreviations behind it.
_MONTHS = """
january jan enero janvier janeiro januar jänner gennaio января يناير
february feb febrero février fevrier fevereiro februar febbraio февраля فبراير
march mar marzo mars março marco märz марта مارس
april apr abril avril aprile апреля أبريل ابريل
may mayo mai maio maggio мая مايو
june jun junio juin junho juni giugno июня يونيو
july jul julio juillet julho juli luglio июля يوليو
august aug agosto août aout августа أغسطس
september sept sep septiembre septembre setembro settembre сентября سبتمبر
october oct octubre octobre outubro oktober ottobre октября أكتوبر
november nov noviembre novembre novembro ноября نوفمبر
december dec diciembre décembre decembre dezembro dezember dicembre декабря ديسمبر
"""
# One line a weekday, Monday first.
_WEEKDAYS = """
monday mon lunes lundi segunda-feira montag lunedì понедельник الاثنين الإثنين
tuesday tue tues martes mardi terça-feira dienstag martedì вторник الثلاثاء
wednesday wed miércoles mercredi quarta-feira mittwoch mercoledì среду الأربعاء
thursday thu thur thurs jueves jeudi quinta-feira donnerstag giovedì четверг الخميس
friday fri viernes vendredi sexta-feira freitag venerdì пятницу الجمعة
saturday sat sábado samedi samstag sonnabend sabato субботу السبت
sunday sun domingo dimanche sonntag domenica воскресенье الأحد
"""
_SHORT_WEEKDAYS = word_set("mon tue tues wed thu thur thurs fri sat sun")

# Day offsets from the publication day. French `hier` is German for "here": the grammar has a rule of its own for it.
RELATIVE_DAYS = {
    "today": 0, "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "earlier today": 0,
    "yesterday": -1, "last night": -1, "last evening": -1, "the day before yesterday": -2, "tomorrow": 1,
    "ayer": -1, "anteayer": -2, "anoche": -1, "hoy": 0, "avant-hier": -2, "aujourd'hui": 0, "aujourd’hui": 0,
    "gestern": -1, "vorgestern": -2, "heute": 0, "ieri": -1, "oggi": 0, "ontem": -1, "hoje": 0,
    "вчера": -1, "сегодня": 0, "أمس": -1, "اليوم": 0,
}  # fmt: skip

NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "a couple of": 2, "couple of": 2, "half a": 0,
}  # fmt: skip

_FIXED_HOLIDAYS = {
    "christmas day": (12, 25), "christmas eve": (12, 24), "christmas": (12, 25), "boxing day": (12, 26),
    "new year's day": (1, 1), "new year's eve": (12, 31), "new year’s day": (1, 1), "new year’s eve": (12, 31),
    "valentine's day": (2, 14), "valentine’s day": (2, 14), "halloween": (10, 31), "bastille day": (7, 14),
    "fourth of july": (7, 4), "july fourth": (7, 4),
}  # fmt: skip
_EASTER_OFFSETS = {"good friday": -2, "easter sunday": 0, "easter monday": 1, "palm sunday": -7, "easter day": 0}
HOLIDAYS = tuple(sorted((*_FIXED_HOLIDAYS, *_EASTER_OFFSETS), key=lambda name: (-len(name), name)))


@cache
def month_numbers() -> dict[str, int]:
    """Lower-case month word to 1..12.

    >>> month_numbers()["février"], month_numbers()["sept"]
    (2, 9)
    """
    return {word: i for i, line in enumerate(_MONTHS.strip().splitlines(), 1) for word in line.split()}


@cache
def weekday_numbers() -> dict[str, int]:
    """Lower-case weekday word to 0 (Monday) .. 6."""
    return {word: i for i, line in enumerate(_WEEKDAYS.strip().splitlines()) for word in line.split()}


def alternation(words: object) -> str:
    """A regex alternation of words, longest first."""
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))  # type: ignore[call-overload]


@cache
def long_weekdays() -> str:
    """Alternation of the weekday names that are no abbreviation ("Sun" and "Sat" are words)."""
    return alternation([w for w in weekday_numbers() if w not in _SHORT_WEEKDAYS])


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


def holiday(name: str, year: int) -> date:
    """The day of a holiday of `HOLIDAYS` in a year."""
    if name in _EASTER_OFFSETS:
        return easter(year) + timedelta(days=_EASTER_OFFSETS[name])
    month, day = _FIXED_HOLIDAYS[name]
    return date(year, month, day)
