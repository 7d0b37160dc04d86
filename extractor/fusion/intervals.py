"""Stated figures as intervals: which says more, which number one stands for, how it is said in words."""

from __future__ import annotations

from extractor.numbers import Interval, read_numbers
from extractor.records import Bound, ClaimedValue

_SHORT = 40  # characters of a quote that stands for a number nobody gives: “higher”


def _vague_word(value: ClaimedValue) -> str | None:
    if value.bound is not Bound.VAGUE or not value.quote:
        return None
    found = next((r for r in read_numbers(value.quote) if r.bound is Bound.VAGUE and r.floor is not None), None)
    return value.quote[found.start : found.end].lower() if found else None


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
