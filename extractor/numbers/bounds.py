"""What a bound means: the interval that "nearly N" leaves open, and the one number that it counts as."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.records import Bound, ClaimedValue

_NEARLY = 20  # "nearly N" is at most a twentieth under N


@dataclass(frozen=True, slots=True)
class Interval:
    """The whole numbers from `low` to `high`, both included; `None` is no limit.

    `soft` limits are a manner of speech.
    """

    low: int | None
    high: int | None
    soft: bool = False

    def meets(self, other: Interval) -> bool:
        """Whether some whole number lies in both.

        >>> Interval(46, None).meets(Interval(57, 57)), Interval(62, 62).meets(Interval(83, None))
        (True, False)
        """
        low = max((x for x in (self.low, other.low) if x is not None), default=None)
        high = min((x for x in (self.high, other.high) if x is not None), default=None)
        return low is None or high is None or low <= high


def bounded(value: int | None, bound: Bound, high: int | None, floor: int | None) -> Interval:
    """The whole numbers that a number with its bound allows; `floor` is that of a vague word without a number.

    >>> bounded(57, Bound.MORE_THAN, None, None), bounded(None, Bound.VAGUE, None, 12)
    (Interval(low=58, high=None, soft=False), Interval(low=12, high=None, soft=True))
    """
    if value is None:
        return Interval(floor, None, soft=True)
    slack = -(-value // 10)
    table = {
        Bound.EXACT: Interval(value, value),
        Bound.AT_LEAST: Interval(value, None),
        Bound.MORE_THAN: Interval(value + 1, None),
        Bound.NEARLY: Interval(None, value - 1, soft=True),
        Bound.AS_MANY_AS: Interval(None, value),
        Bound.FEWER_THAN: Interval(None, value - 1),
        Bound.AROUND: Interval(value - slack, value + slack, soft=True),
        Bound.BETWEEN: Interval(value, value if high is None or high < value else high),
        Bound.VAGUE: Interval(value, None, soft=True),
    }
    return table[bound]


def comparable(number: int, bound: Bound | None, high: int | None = None) -> Interval:
    """What a stated figure lets another one be: its interval, but "nearly" reaches down to 0.95 of the number only.

    An editor who has 119 does not write "nearly 130"; without that floor any small figure would agree with it.

    >>> comparable(130, Bound.NEARLY), comparable(46, Bound.AT_LEAST)
    (Interval(low=124, high=129, soft=True), Interval(low=46, high=None, soft=False))
    """
    found = bounded(number, bound or Bound.EXACT, high, None)
    return Interval(number - number // _NEARLY, found.high, soft=True) if bound is Bound.NEARLY else found


def limits(value: ClaimedValue, floor: int | None = None) -> Interval:
    """The interval of a claimed value whose vague word has the given floor."""
    number = value.value if isinstance(value.value, int) else None
    return bounded(number, value.bound or Bound.EXACT, value.high, floor)


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
