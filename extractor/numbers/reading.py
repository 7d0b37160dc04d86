"""One number of a text as it is read: its value, its bound, where it is."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.numbers.bounds import bounded
from extractor.records import Bound


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
        return bounded(self.value, self.bound, self.high, self.floor).low
