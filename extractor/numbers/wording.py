"""A claimed value in words for a person."""

from __future__ import annotations

from extractor.numbers import read_numbers
from extractor.records import Bound, ClaimedValue

_SHORT = 40  # characters of a quote that stands for a number nobody gives: “higher”


def _vague_word(value: ClaimedValue) -> str | None:
    if value.bound is not Bound.VAGUE or not value.quote:
        return None
    found = next((r for r in read_numbers(value.quote) if r.bound is Bound.VAGUE and r.floor is not None), None)
    return value.quote[found.start : found.end].lower() if found else None


_WORDS = {
    Bound.AT_LEAST: "at least {}",
    Bound.MORE_THAN: "more than {}",
    Bound.AROUND: "around {}",
    Bound.NEARLY: "nearly {}",
    Bound.AS_MANY_AS: "as many as {}",
    Bound.FEWER_THAN: "fewer than {}",
    Bound.VAGUE: "some ({} or more)",
}


def in_words(value: ClaimedValue) -> str:
    """A claimed value for a person to read.

    >>> in_words(ClaimedValue(value=83, bound=Bound.AT_LEAST)), in_words(ClaimedValue(value="Homs"))
    ('at least 83', 'Homs')
    """
    if value.value is None:
        quote = " ".join((value.quote or "").split())
        return _vague_word(value) or (f"“{quote}”" if 0 < len(quote) <= _SHORT else "an unstated number")
    if not isinstance(value.value, int):
        return value.value
    number = f"{value.value:,}"
    if value.bound is Bound.BETWEEN and value.high is not None:
        return f"{number} to {value.high:,}"
    return _WORDS.get(value.bound or Bound.EXACT, "{}").format(number)
