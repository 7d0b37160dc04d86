"""One number of a text, put together from a numeral of any script and number words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from extractor.language.lexicon import Lexicon
from extractor.language.tokens import Token

_NUMERAL = re.compile(r"\d+")
_GROUP = 3
_HUNDRED, _THOUSAND = 100, 1000
_LARGEST = 10**16
_TENS = range(20, 100, 10)
_UNITS = range(1, 10)
_SHORTEST = 2  # letters of a number word inside another one


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
    tens: bool = False  # the small number is a word for tens that may take a unit: forty eight
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
        self.unit, self.digits = (self.unit or 0) + value, self.digits or numeric
        self.tens = not numeric and value in _TENS and self.unit == value
        if not numeric and value >= _HUNDRED and value % _HUNDRED == 0:  # hundreds in one word
            self.section, self.unit = self.section + value, None


def _pieces(low: str, known: Mapping[str, int], joiners: frozenset[str]) -> list[int] | None:
    """The number words that a word is made of, the longest first; `None` when something else is in it."""
    if not low:
        return []
    for end in range(len(low), _SHORTEST, -1):
        value = known.get(low[:end])
        if value is None:
            continue
        for joiner in ("", *sorted(joiners)):
            if low.startswith(joiner, end) and (joiner == "" or end + len(joiner) < len(low)):
                rest = _pieces(low[end + len(joiner) :], known, joiners)
                if rest is not None:
                    return [value, *rest]
    return None


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
        if found.unit is None and self._is_comma_before_hundreds(cursor, found):
            return cursor + 1
        if joined is not None and found.tens and joined.last < len(self.tokens):  # twenty and three
            unit = self.words.small.at(self.tokens, joined.last)
            return joined.last if unit is not None and unit.meaning in _UNITS else cursor
        if joined is None or found.unit is not None:
            return cursor
        if joined.last == len(self.tokens):
            return None
        token = self.tokens[joined.last]
        smaller = found.limit < _LARGEST and token.low.isdecimal() and int(token.low) < found.limit
        return joined.last if smaller or token.kind != "number" else None

    def _is_comma_before_hundreds(self, at: int, found: _Sum) -> bool:
        """Whether a comma is inside a number: one thousand, two hundred."""
        if self.tokens[at].low != "," or at + 1 >= len(self.tokens) or found.digits or found.value < _THOUSAND:
            return False
        hit = self.words.small.at(self.tokens, at + 1)
        return hit is not None and _HUNDRED <= hit.meaning < _THOUSAND

    def _take(self, step: int, found: _Sum, *, first: bool) -> int | None:
        """Add the part at a token to a number; where it ends, `None` when there is none."""
        small, scale = self.words.small.at(self.tokens, step), self.words.scales.at(self.tokens, step)
        if scale is not None and (small is None or small.last <= scale.last) and not (first and scale.clitic):
            return scale.last if found.take_scale(scale.meaning, first=first) else None
        halved = self.words.halved.at(self.tokens, step) if found.unit is not None else None
        if halved is not None:
            found.take_small(Fraction(1, 2), numeric=found.digits)
            return halved.last
        if found.unit is not None and not (
            found.tens and small is not None and small.meaning in _UNITS and not small.clitic
        ):
            return None
        part = self._part(step, found.limit, found.section, first=first)
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
        return at in self._within

    def _part(self, at: int, limit: Fraction, section: Fraction, *, first: bool) -> tuple[Fraction, int, bool] | None:
        """The small number at a token, where it ends, and whether it is a numeral; `None` when there is none."""
        half = self.words.halves.at(self.tokens, at) if first else None
        if half is not None and half.last < len(self.tokens):
            rest = self._part(half.last, limit, section, first=True)
            return None if rest is None else (rest[0] + Fraction(1, 2), rest[1], rest[2])
        if self.tokens[at].kind == "number":
            value, last = self._numeral(at)
            return None if value is None or value >= limit or (not first and section) else (value, last, True)
        found = self._word(at, first=first)
        one_inside_another = found is not None and section % _THOUSAND and found[0] >= _HUNDRED
        return None if found is None or found[0] >= limit or one_inside_another else (found[0], found[1], False)

    def _numeral(self, at: int) -> tuple[Fraction | None, int]:
        """The value of a numeral with the groups of three digits behind it, and where it ends."""
        low = self.tokens[at].low
        value, last = numeral(low, self.words.decimal), at + 1
        while value is not None and self._grouped(low, last):
            value, last = value * _THOUSAND + int(self.tokens[last].low), last + 1
        return value, last

    def _word(self, at: int, *, first: bool) -> tuple[Fraction, int] | None:
        """The value of a small number in words and where it ends."""
        hit = self.words.small.at(self.tokens, at)
        if hit is None:
            glued = self._glued(self.tokens[at].low) if self.words.glued else None
            return None if glued is None else (Fraction(glued), at + 1)
        if hit.meaning in _UNITS and hit.last < len(self.tokens):  # one and twenty
            tens = self.words.small.at(self.tokens, hit.last)
            if tens is not None and tens.clitic in self.words.and_clitics and tens.meaning in _TENS:
                return hit.meaning + tens.meaning, tens.last
        clitic = hit.clitic and hit.clitic not in self.words.and_clitics
        return None if clitic and not first else (hit.meaning, hit.last)

    def _glued(self, low: str) -> int | None:
        """The value of number words written as one word, `None` for any other word: dreihundertzwanzig."""
        pieces = _pieces(low, self.words.pieces, self.words.glued)
        if pieces is None or len(pieces) < 2:  # noqa: PLR2004 - one piece is a plain number word
            return None
        found = _Sum()
        for value in pieces:
            if value >= _HUNDRED and str(value).strip("0") == "1":
                if not found.take_scale(value, first=not found.value):
                    return None
            elif found.unit is not None:
                return None
            else:
                found.take_small(Fraction(value), numeric=False)
        return found.value.numerator if found.value.denominator == 1 else None

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
