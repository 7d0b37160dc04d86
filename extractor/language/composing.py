"""One number of a text, put together from a numeral of any script and number words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from extractor.language.lexicon import Lexicon
from extractor.language.tokens import Token

_NUMERAL = re.compile(r"\d+")
_GROUP = 3
_HUNDRED, _THOUSAND = 100, 1000
_LARGEST = 10**16


def numeral(low: str, decimal: str) -> Fraction | None:
    """The value of a numeral of any script; `None` for a time of day or anything else that is no number.

    >>> numeral("1,50,000", "."), numeral("1.234", ","), numeral("۱۲", "."), numeral("7.1", "."), numeral("7,5", ",")
    (Fraction(150000, 1), Fraction(1234, 1), Fraction(12, 1), Fraction(71, 10), Fraction(15, 2))
    """
    if ":" in low:
        return None
    parts = _NUMERAL.findall(low)
    digits = ["".join(str(unicodedata.decimal(c)) for c in part) for part in parts]
    if len(digits) == 1:
        return Fraction(int(digits[0]))
    if len(digits[-1]) == _GROUP and all(len(d) in (2, _GROUP) for d in digits[1:]) and len(digits[0]) <= _GROUP:
        return Fraction(int("".join(digits)))
    if len(digits) == 2 and len(digits[1]) < _GROUP:  # noqa: PLR2004 - a whole and its decimals
        del decimal
        return Fraction(int(digits[0] + digits[1]), 10 ** len(digits[1]))
    return None


@dataclass
class _Sum:
    """A number while its parts are read: closed groups, the open group's hundreds, the small number before a scale."""

    total: Fraction = field(default_factory=Fraction)
    section: Fraction = field(default_factory=Fraction)
    unit: Fraction | None = None
    limit: Fraction = Fraction(_LARGEST)  # the last scale: a larger one opens another number
    digits: bool = False

    @property
    def value(self) -> Fraction:
        return self.total + self.section + (self.unit or 0)

    def take_scale(self, scale: int, *, first: bool) -> bool:
        """Multiply by a scale; whether the number goes on with it."""
        if scale >= self.limit or (scale >= _THOUSAND and not (self.unit or self.section or first)):
            return False
        if scale < _THOUSAND:
            self.section += (1 if self.unit is None else self.unit) * scale
        else:
            self.total += (self.section + (self.unit or 0) or 1) * scale
            self.section, self.limit = Fraction(0), Fraction(scale)
        self.unit = None
        return True

    def take_small(self, value: Fraction, *, numeric: bool) -> None:
        self.unit, self.digits = value, self.digits or numeric
        if not numeric and value >= _HUNDRED and value % _HUNDRED == 0:  # hundreds in one word
            self.section, self.unit = self.section + value, None


class Composer:
    """Reads the number that starts at a token, in one language."""

    def __init__(self, text: str, tokens: Sequence[Token], words: Lexicon) -> None:
        self.text, self.tokens, self.words = text, tokens, words
        self._within = {k for h in words.harm.all(tokens) for k in range(h.first + 1, h.last)}

    def number_at(self, at: int) -> tuple[int | None, int, bool] | None:
        """The number that starts at a token: its value (`None` for no whole number), its end, whether in words."""
        found = _Sum()
        cursor = at
        while cursor < len(self.tokens):
            step = self._over_joiner(cursor, found) if cursor > at else cursor
            if step is None or self._is_inside(step):
                break
            after = self._take(step, found, first=step == at)
            if after is None:
                break
            cursor = after
        if cursor == at:
            return (None, at + 1, False) if self.tokens[at].kind == "number" else None
        value = found.value
        return (value.numerator if value.denominator == 1 else None), cursor, not found.digits

    def _over_joiner(self, cursor: int, found: _Sum) -> int | None:
        """Where the next part of a number starts, over an "and" in it; `None` where the number ends."""
        joined = self.words.joiner.at(self.tokens, cursor)
        if joined is None or found.unit is not None:
            return cursor
        at_word = joined.last < len(self.tokens) and self.tokens[joined.last].kind != "number"
        return joined.last if at_word else None

    def _take(self, step: int, found: _Sum, *, first: bool) -> int | None:
        """Add the part at a token to a number; where it ends, `None` when there is none."""
        small, scale = self.words.small.at(self.tokens, step), self.words.scales.at(self.tokens, step)
        if scale is not None and (small is None or small.last <= scale.last) and not (first and scale.clitic):
            return scale.last if found.take_scale(scale.meaning, first=first) else None
        part = None if found.unit is not None else self._part(step, found.limit, found.section, first=first)
        if part is None:
            return None
        found.take_small(part[0], numeric=part[2])
        return part[1]

    def _is_inside(self, at: int) -> bool:
        """Whether a number word is no word here: glued to a numeral before it, or inside a word of harm."""
        token, before = self.tokens[at], self.tokens[at - 1] if at else None
        if token.kind == "number" or before is None:
            return False
        glued = before.kind == "number" and before.end == token.start
        if glued and self.words.scales.at(self.tokens, at) is None:
            return True
        return token.kind == "sign" and at in self._within

    def _part(self, at: int, limit: Fraction, section: Fraction, *, first: bool) -> tuple[Fraction, int, bool] | None:
        token = self.tokens[at]
        if token.kind == "number":
            value = numeral(token.low, self.words.decimal)
            last = at + 1
            while value is not None and self._grouped(token.low, last):
                value, last = value * _THOUSAND + int(self.tokens[last].low), last + 1
            return None if value is None or value >= limit or (not first and section) else (value, last, True)
        hit = self.words.small.at(self.tokens, at)
        if hit is not None and hit.meaning < 10 and hit.last < len(self.tokens):  # noqa: PLR2004 - one and twenty
            tens = self.words.small.at(self.tokens, hit.last)
            if tens is not None and tens.clitic in self.words.and_clitics and tens.meaning in range(20, 100, 10):
                return Fraction(hit.meaning + tens.meaning), tens.last, False
        if (
            hit is None
            or hit.meaning >= limit
            or (hit.clitic and hit.clitic not in self.words.and_clitics and not first)
        ):
            return None
        if section and hit.meaning >= 100:  # noqa: PLR2004 - one hundred inside another
            return None
        return Fraction(hit.meaning), hit.last, False

    def _grouped(self, low: str, at: int) -> bool:
        """Whether a group of three digits follows after a plain space: 12 000."""
        if len(low) > _GROUP or at >= len(self.tokens):
            return False
        token, before = self.tokens[at], self.tokens[at - 1]
        return (
            token.kind == "number"
            and len(token.low) == _GROUP
            and token.low.isdecimal()
            and (self.text[before.end : token.start] == " ")
        )
