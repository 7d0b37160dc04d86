"""Numbers put together from parts: 1.2 million, three hundred and twelve, two and a half thousand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from extractor.numbers.digits import parse_numeral
from extractor.numbers.lexicon import NumberWords
from extractor.numbers.tokens import Shape, Token

LARGEST = 10**15  # a number above is no count


@dataclass(frozen=True, slots=True)
class Composed:
    """A number over tokens up to `end`; `digits` says whether a numeral is in it."""

    value: Fraction
    end: int
    digits: bool


def compose(text: str, tokens: Sequence[Token], words: NumberWords, at: int) -> Composed | None:
    """The number that starts at a token, `None` if none does."""
    return _Composer(text, tokens, words, at).run()


class _Composer:
    """The state of one number while its parts are read, left to right.

    `total` is what closed groups make (two million), `section` what the open group has so far (three hundred), `unit`
    the small number that no multiplier has taken yet (twelve).
    """

    def __init__(self, text: str, tokens: Sequence[Token], words: NumberWords, at: int) -> None:
        self.text, self.tokens, self.words = text, tokens, words
        self.start = self.cursor = self.end = at
        self.total, self.section = Fraction(0), Fraction(0)
        self.unit: Fraction | None = None
        self.last_scale = self.last_multiplier = LARGEST
        self.digits = self.grew = self.done = False

    def run(self) -> Composed | None:
        if self.tokens[self.start].low in self.words.articles and not self._article():
            return None
        while not self.done and self.cursor < len(self.tokens):
            step = self._joined()
            if step is None or not any(take(step) for take in self._takers()):
                break
        if self.end == self.start:
            return None
        return Composed(self.total + self.section + (self.unit or 0), self.end, self.digits)

    def _takers(self) -> tuple[Callable[[int], bool], ...]:
        return (self._half, self._numeral, self._small, self._multiplier, self._scale, self._collective)

    def _article(self) -> bool:
        """A hundred, a thousand, a dozen; never a bare article."""
        words = self.words
        if not any(
            t.starting(self.tokens, self.start + 1) for t in (words.multipliers, words.scales, words.collectives)
        ):
            return False
        self.unit, self.cursor = Fraction(1), self.start + 1
        return True

    def _joined(self) -> int | None:
        """Where the next part starts, over an "and" or a comma inside the number; `None` if the number ends here."""
        low = self.tokens[self.cursor].low
        if not (self.grew and self.unit is None and low in self.words.joiners and self.cursor + 1 < len(self.tokens)):
            return self.cursor
        if low == "," and not self._small_after_comma():
            return None
        return self.cursor + 1

    def _small_after_comma(self) -> bool:
        """One thousand, two hundred: a comma inside a number in words needs another multiplier soon after it."""
        if self.last_scale == LARGEST:
            return False
        small = self.words.small.starting(self.tokens, self.cursor + 1)
        after = self.cursor + 1 + (small[0] if small else 0)
        return small is not None and self.words.multipliers.starting(self.tokens, after) is not None

    def _half(self, step: int) -> bool:
        """Two and a half thousand; a million and a half."""
        half = self.words.halves.starting(self.tokens, self.cursor) if self.end > self.start else None
        if half is None or (self.unit is None and not self.grew):
            return False
        del step
        after = self.cursor + half[0]
        if self.unit is not None and self.words.scales.starting(self.tokens, after) is not None:
            self.unit += Fraction(1, 2)
            self.cursor = self.end = after
            return True
        if self.unit is None and self.section == 0 and self.last_scale < LARGEST:
            self.total += Fraction(self.last_scale, 2)
            self.end = after
        self.done = True
        return True

    def _numeral(self, step: int) -> bool:
        if self.tokens[step].shape is not Shape.NUMBER:
            return False
        numeral = self._digits(step)
        if self.unit is not None or numeral is None:
            return False
        if self.grew and (step != self.cursor or numeral[0] >= self.last_scale):
            return False
        self.unit, self.digits = numeral[0], True
        self.cursor = self.end = numeral[1]
        return True

    def _digits(self, at: int) -> tuple[Fraction, int] | None:
        """A numeral at a token, with a suffix such as k or m."""
        value = parse_numeral(self.tokens[at].low, self.words.decimal)
        if value is None:
            return None
        last = at + 1
        if last < len(self.tokens) and self.tokens[last].start == self.tokens[last - 1].end:
            scale = self.words.suffixes.starting(self.tokens, last)
            if scale is not None:
                return value * scale[1], last + 1
        return value, last

    def _small(self, step: int) -> bool:
        small = self.words.small.starting(self.tokens, step)
        if small is None or self.unit is not None:
            return False
        if self.last_multiplier < LARGEST and small[1] >= self.last_multiplier:
            return False
        if step != self.cursor and self._opens_another(step + small[0]):
            return False
        self.unit = Fraction(small[1])
        self.cursor = self.end = step + small[0]
        return True

    def _opens_another(self, at: int) -> bool:
        """In "two hundred and three hundred" the words after "and" are a number of their own."""
        multiplier = self.words.multipliers.starting(self.tokens, at)
        scale = self.words.scales.starting(self.tokens, at)
        return (multiplier is not None and multiplier[1] >= self.last_multiplier) or (
            scale is not None and scale[1] >= self.last_scale
        )

    def _multiplier(self, step: int) -> bool:
        multiplier = self.words.multipliers.starting(self.tokens, step)
        if multiplier is None or multiplier[1] >= self.last_multiplier or step != self.cursor:
            return False
        self.section += (1 if self.unit is None else self.unit) * multiplier[1]
        self.unit, self.last_multiplier, self.grew = None, multiplier[1], True
        self.cursor = self.end = step + multiplier[0]
        return True

    def _scale(self, step: int) -> bool:
        scale = self.words.scales.starting(self.tokens, step)
        if scale is None or scale[1] >= self.last_scale or step != self.cursor:
            return False
        group = self.section + (self.unit or 0)
        if self.unit is None and self.section == 0:
            if self.end == self.start:
                return False  # "thousand" alone is none; "a thousand" is one
            group = Fraction(1)
        self.total += group * scale[1]
        self.section, self.unit = Fraction(0), None
        self.last_multiplier, self.last_scale, self.grew = LARGEST, scale[1], True
        self.cursor = self.end = step + scale[0]
        return True

    def _collective(self, step: int) -> bool:
        dozens = self.words.collectives.starting(self.tokens, step)
        if dozens is None or self.grew or step != self.cursor:
            return False
        if self.unit is None and self.tokens[step].low in self.words.counted_collectives:
            return False
        self.unit = (1 if self.unit is None else self.unit) * Fraction(dozens[1])
        self.end = step + dozens[0]
        self.done = True
        return True
