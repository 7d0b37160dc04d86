"""Reads every number of a text with its hedge, and says what interval it leaves open."""

from __future__ import annotations

from extractor.numbers.bounds import Interval, comparable, limits, point, within
from extractor.numbers.language import language_of, language_of_view, lexicon_numbers, number_words
from extractor.numbers.reader import NumberReader
from extractor.numbers.reading import NumberReading
from extractor.numbers.tokens import tokenise
from extractor.records import Bound, ClaimedValue

__all__ = [
    "Interval",
    "NumberReading",
    "comparable",
    "interval",
    "language_of",
    "language_of_view",
    "point",
    "read_numbers",
    "within",
]


def read_numbers(text: str, start: int = 0, end: int | None = None, language: str | None = None) -> list[NumberReading]:
    """Every number in `text[start:end]`, in text order, with absolute offsets.

    `language` is a code of the tables or of a lexicon; `None` finds it out from the text.

    >>> [(r.value, r.bound.value, r.high) for r in read_numbers("at least 57, or 30 to 40, of nearly two dozen")]
    [(57, 'at_least', None), (30, 'between', 40), (24, 'nearly', None)]
    """
    stop = len(text) if end is None else end
    code = language or language_of(text)
    known = lexicon_numbers(text, start, stop, code)
    if known is not None:
        return known
    return NumberReader(text, tokenise(text, start, stop), number_words(code)).read()


def interval(value: ClaimedValue) -> Interval:
    """The whole numbers a claimed value allows, by the bounds of UCDP, MUC-4 and ACLED (see `Bound`).

    A value with bound `None` is taken as exact. A vague word has the floor of its quote (dozens 12, scores 20,
    hundreds 100, thousands 1000); several, many and some have none, so everything is possible.

    >>> interval(ClaimedValue(value=57, bound=Bound.MORE_THAN))
    Interval(low=58, high=None, soft=False)
    >>> interval(ClaimedValue(value=None, bound=Bound.VAGUE, quote="dozens"))
    Interval(low=12, high=None, soft=True)
    """
    floor: int | None = None
    if value.value is None and value.quote:
        floors = [r.floor for r in read_numbers(value.quote) if r.bound is Bound.VAGUE and r.floor is not None]
        floor = min(floors, default=None)
    return limits(value, floor)
