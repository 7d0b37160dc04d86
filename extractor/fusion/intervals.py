"""What a stated figure means as a closed interval of whole numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.records import Bound, ClaimedValue

_TENTH = 10
_SHORT = 40  # characters of a quote that stands for a number nobody gives: “higher”
_FLOORS = {"dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000}  # ACLED FAQ; thousands by the same rule
_VAGUE = re.compile(r"\b(?:dozens|scores|hundreds|thousands)\b", re.IGNORECASE)


def _vague_word(value: ClaimedValue) -> str | None:
    found = _VAGUE.search(value.quote or "") if value.bound is Bound.VAGUE else None
    return found.group().lower() if found else None


@dataclass(frozen=True, slots=True)
class Interval:
    """`[low, high]`, both included; None is unbounded. `soft` marks a rounded or vague figure."""

    low: int | None
    high: int | None
    soft: bool = False

    def contains(self, number: int) -> bool:
        """Is the number inside?

        >>> Interval(46, None).contains(57)
        True
        """
        return (self.low is None or self.low <= number) and (self.high is None or number <= self.high)


def interval_of(value: ClaimedValue) -> Interval:
    """The interval of design.md's conventions (UCDP low/best/high; the number slot of MUC-4).

    >>> interval_of(ClaimedValue(value=83, bound=Bound.AT_LEAST))
    Interval(low=83, high=None, soft=False)
    >>> interval_of(ClaimedValue(value=60, bound=Bound.AROUND))
    Interval(low=54, high=66, soft=True)
    """
    number = value.value
    if not isinstance(number, int):
        return Interval(_FLOORS.get(_vague_word(value) or ""), None, soft=True)
    tenth = abs(number) // _TENTH
    table = {
        Bound.AT_LEAST: Interval(number, None),
        Bound.MORE_THAN: Interval(number + 1, None),
        Bound.AROUND: Interval(number - tenth, number + tenth, soft=True),
        Bound.NEARLY: Interval(None, number - 1, soft=True),
        Bound.AS_MANY_AS: Interval(None, number),
        Bound.FEWER_THAN: Interval(None, number - 1),
        Bound.BETWEEN: Interval(number, number if value.high is None else max(number, value.high)),
        Bound.VAGUE: Interval(number, None, soft=True),
    }
    return table.get(value.bound or Bound.EXACT, Interval(number, number))


def meet(one: Interval, other: Interval) -> bool:
    """Do the intervals share a number?

    >>> meet(Interval(46, None), Interval(57, 57)), meet(Interval(62, 62), Interval(83, None))
    (True, False)
    """
    below = one.high is not None and other.low is not None and one.high < other.low
    above = other.high is not None and one.low is not None and other.high < one.low
    return not (below or above)


def within(inner: Interval, outer: Interval) -> bool:
    """Does `inner` say at least as much as `outer`: is it wholly inside?

    >>> within(Interval(62, 62), Interval(30, None)), within(Interval(30, None), Interval(62, 62))
    (True, False)
    """
    low = outer.low is None or (inner.low is not None and inner.low >= outer.low)
    high = outer.high is None or (inner.high is not None and inner.high <= outer.high)
    return low and high


def point(interval: Interval, number: int | None) -> int | None:
    """The one number a figure stands for in sums and ranges: the stated one, moved into its interval.

    >>> point(Interval(None, 129, soft=True), 130), point(Interval(101, None), 100), point(Interval(54, 66), 60)
    (129, 101, 60)
    """
    if number is None:
        return interval.low if interval.low is not None else interval.high
    low = number if interval.low is None else max(number, interval.low)
    return low if interval.high is None else min(low, interval.high)


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
