"""What a number in a text means: its value, its bound, and the interval they leave open."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.records import Bound, ClaimedValue

_NEARLY = 20  # "nearly N" is at most a twentieth under N


@dataclass(frozen=True, slots=True)
class NumberReading:
    """One number of a text.

    `text[start:end]` is the number itself, `text[phrase_start:phrase_end]` the number with its hedge ("at least 57").
    `value` is a whole number, `None` for a vague word or a fraction of one; `high` is set for a range. `floor` is the
    floor of a vague word, `None` if it has none. `flags` are taken from `ordinal`, `percent`, `decimal`, `rate`,
    `article` (an indefinite article read as one), `pair` (twin, both), `zero_word` (nobody), `words`, `clipped`.
    `first` and `last` are the numbers of its tokens [first, last), `phrase_first` and
    `phrase_last` those of the phrase.
    """

    start: int
    end: int
    phrase_start: int
    phrase_end: int
    value: int | None
    bound: Bound
    high: int | None = None
    floor: int | None = None
    flags: frozenset[str] = frozenset()
    first: int = 0
    last: int = 0
    phrase_first: int = 0
    phrase_last: int = 0

    @property
    def low(self) -> int | None:
        """The least the words allow; `None` when they set no floor."""
        return _interval(self.value, self.bound, self.high, self.floor).low


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


def _interval(value: int | None, bound: Bound, high: int | None, floor: int | None) -> Interval:
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
    found = _interval(number, bound or Bound.EXACT, high, None)
    return Interval(number - number // _NEARLY, found.high, soft=True) if bound is Bound.NEARLY else found


def limits(value: ClaimedValue, floor: int | None = None) -> Interval:
    """The interval of a claimed value whose vague word has the given floor."""
    number = value.value if isinstance(value.value, int) else None
    return _interval(number, value.bound or Bound.EXACT, value.high, floor)
