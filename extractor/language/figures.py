"""The figures of a sentence in any script: digits and number words, with their hedge and what they cannot count."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from extractor.language.lexicon import Lexicon
from extractor.language.tokens import Token
from extractor.records import Bound

_NUMERAL = re.compile(r"\d+")
_GROUP = 3
_THOUSAND = 1000
_YEARS = range(1800, 2101)
_LONGEST_PLAIN = 9  # digits; more are a telephone number or an identifier
_HEDGE = 16  # tokens that a hedge may have; a script without spaces has one a character
_BEHIND = 3  # tokens after a number in which its head noun is looked for
_SEPARATORS = frozenset(',.;:()!?、，。；：？！।؛،؟-|/"«»“”')
_CURRENCY = frozenset("$€£¥₹₽₺₴₩%‰°#№")
_DASH = "-"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number over tokens [first, last), with its hedge over [phrase_first, phrase_last).

    `value` is `None` for a vague word, whose floor is `floor`. `people` says that a noun of people follows it, `unit`
    that it counts something else (years, kilometres, per cent) or nothing. `words` says that it is written in words.
    """

    first: int
    last: int
    value: int | None
    bound: Bound = Bound.EXACT
    high: int | None = None
    floor: int | None = None
    phrase_first: int = 0
    phrase_last: int = 0
    people: bool = False
    unit: bool = False
    words: bool = False


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


class FigureReader:
    """Reads the figures of one sentence's tokens in one language."""

    def __init__(self, text: str, tokens: Sequence[Token], words: Lexicon) -> None:
        self.text, self.tokens, self.words = text, tokens, words

    def read(self) -> list[Figure]:
        """Every figure in text order, none overlapping another."""
        found: list[Figure] = []
        at = 0
        while at < len(self.tokens):
            figure = self._figure(at)
            if figure is None:
                at += 1
                continue
            found.append(figure)
            at = figure.last
        return self._ranges(found)

    def _figure(self, at: int) -> Figure | None:
        tokens, words = self.tokens, self.words
        about = words.about.at(tokens, at)
        if about is not None:
            return self._described(Figure(at, about.last, about.meaning, Bound.AROUND, words=True))
        vague = words.vague.at(tokens, at)
        if vague is not None:
            return self._described(Figure(at, vague.last, None, floor=vague.meaning, words=True))
        read = self._composed(at)
        if read is None:
            return None
        value, last, worded = read
        if value is None:
            return Figure(at, last, 0, unit=True, phrase_first=at, phrase_last=last)
        return self._described(Figure(at, last, value, words=worded))

    # -- the number itself

    def _composed(self, at: int) -> tuple[int | None, int, bool] | None:
        """The number that starts at a token: its value (`None` for no whole number), its end, whether in words."""
        total, section, unit = Fraction(0), Fraction(0), None
        end, cursor, scale_limit, digits = at, at, Fraction(10**16), False
        while cursor < len(self.tokens):
            step = cursor
            if end > at and (joined := self.words.joiner.at(self.tokens, cursor)) is not None and unit is None:
                step = joined.last
                if step >= len(self.tokens) or self.tokens[step].kind == "number":
                    break
            small = self.words.small.at(self.tokens, step)
            scale = self.words.scales.at(self.tokens, step)
            if scale is not None and (small is None or small.last <= scale.last) and not (step == at and scale.clitic):
                if scale.meaning >= scale_limit or (scale.meaning >= _THOUSAND and not (unit or section or step == at)):
                    break
                if scale.meaning < _THOUSAND:
                    section += (1 if unit is None else unit) * scale.meaning
                else:
                    group = section + (unit or 0)
                    total += (group or 1) * scale.meaning
                    section, scale_limit = Fraction(0), Fraction(scale.meaning)
                unit, cursor = None, scale.last
            elif unit is None and (part := self._part(step, scale_limit, section, first=step == at)) is not None:
                unit, cursor, numeric = part
                digits = digits or numeric
                if not numeric and unit >= 100 and unit % 100 == 0:  # noqa: PLR2004 - hundreds in one word
                    section, unit = section + unit, None
            else:
                break
            end = cursor
        if end == at:
            return self._unreadable(at)
        value = total + section + (unit or 0)
        return (value.numerator if value.denominator == 1 else None), end, not digits

    def _unreadable(self, at: int) -> tuple[None, int, bool] | None:
        return (None, at + 1, False) if self.tokens[at].kind == "number" else None

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

    # -- what stands around it

    def _described(self, figure: Figure) -> Figure | None:
        people_at = self._people(figure.last)
        people = people_at is not None
        unit = self._is_unit(figure, people=people)
        before, after = self._hedge_before(figure.first), self._hedge_after(figure.last, people_at)
        bound, first, last = figure.bound, figure.first, figure.last
        if before is not None:
            first, bound = before
            if bound is Bound.AS_MANY_AS and self._risen(first):
                first, bound = figure.first, Bound.EXACT  # "rose to 41"
        elif after is not None:
            last, bound = after
        if figure.value is None:
            bound = Bound.VAGUE
        if figure.words and not unit and not people and before is None and self._is_another_word(figure):
            return None
        return Figure(
            figure.first, figure.last, figure.value, bound, None, figure.floor, first, last, people, unit, figure.words
        )

    def _is_another_word(self, figure: Figure) -> bool:
        """Whether a number word may be another word here: no word of harm is near, or, for an article, follows it."""
        if figure.value is None:
            return False
        close = range(max(0, figure.first - 3), min(len(self.tokens), figure.last + 2))
        if figure.value == 1:
            close = range(figure.last, min(len(self.tokens), figure.last + 1))
        return not any(self.words.harm.at(self.tokens, k) for k in close if not figure.first <= k < figure.last)

    def _people(self, at: int) -> int | None:
        """Where the noun of people after a number ends, `None` without one."""
        for cursor in range(at, min(at + _BEHIND, len(self.tokens))):
            if (hit := self.words.people.at(self.tokens, cursor)) is not None:
                return hit.last
            token = self.tokens[cursor]
            if token.kind == "number" or (token.low in _SEPARATORS and not (token.low == _DASH and cursor == at)):
                return None
            if self.words.harm.at(self.tokens, cursor) or self.words.marks.at(self.tokens, cursor):
                return None
        return None

    def _is_unit(self, figure: Figure, *, people: bool) -> bool:
        """Whether a number counts no people: a unit beside it, a year, a code, half of something."""
        tokens, first, last = self.tokens, figure.first, figure.last
        nearby = [*tokens[max(0, first - 1) : first], *tokens[last : last + 1]]
        if any(t.low in _CURRENCY for t in nearby):
            return True
        follow = last + 1 if last < len(tokens) and tokens[last].low in (_DASH, ".", "'") else last
        for cursor in dict.fromkeys((last, follow)):
            if (
                cursor < len(tokens)
                and self.words.units.at(tokens, cursor) is not None
                and (self.words.people.at(tokens, cursor) is None)
            ):
                return True
        if first > 0 and any(
            (hit := self.words.unit_before.at(tokens, k)) is not None and hit.last == first
            for k in range(max(0, first - 3), first)
        ):
            return True
        low = tokens[first].low
        if figure.value is not None and not people and last == first + 1:
            plain = low.isdecimal()
            return plain and (
                figure.value in _YEARS or len(low) > _LONGEST_PLAIN or (low.startswith("0") and len(low) > 1)
            )
        return False

    def _hedge_before(self, at: int) -> tuple[int, Bound] | None:
        for start in range(max(0, at - _HEDGE), at):
            hit = self.words.before.at(self.tokens, start)
            if hit is not None and hit.last == at:
                return start, hit.meaning
        return None

    def _risen(self, at: int) -> bool:
        """Whether a word such as "rose" is right before a token."""
        return any(
            (hit := self.words.marks.at(self.tokens, k)) is not None and hit.meaning == "rise"
            for k in range(max(0, at - 3), at)
        )

    def _hedge_after(self, at: int, people_at: int | None) -> tuple[int, Bound] | None:
        """A hedge right after the number, after its noun, or after an ending that an apostrophe sets off."""
        places = [at, at + 1, at + 2] if at < len(self.tokens) and self.tokens[at].low in ("'", _DASH) else [at]
        if people_at is not None:
            places.append(people_at)
        for place in places:
            if place < len(self.tokens) and (hit := self.words.after.at(self.tokens, place)) is not None:
                return hit.last, hit.meaning
        harm = self.words.harm.at(self.tokens, at) if at < len(self.tokens) else None
        if harm is not None and harm.last < len(self.tokens):
            hit = self.words.after.at(self.tokens, harm.last)
            if hit is not None:
                return figure_end(at, hit.last), hit.meaning
        return None

    def _ranges(self, figures: list[Figure]) -> list[Figure]:
        """Two numbers with only a dash between them are one: 30-40."""
        found: list[Figure] = []
        for figure in figures:
            before = found[-1] if found else None
            if (
                before is not None
                and figure.first == before.last + 1
                and self.tokens[before.last].low == _DASH
                and before.value is not None
                and figure.value is not None
                and before.value < figure.value
                and not (before.unit and not figure.people)
            ):
                found[-1] = Figure(
                    before.first,
                    figure.last,
                    before.value,
                    Bound.BETWEEN,
                    figure.value,
                    None,
                    before.phrase_first,
                    figure.phrase_last,
                    figure.people,
                    figure.unit,
                    figure.words,
                )
            else:
                found.append(figure)
        return found


def figure_end(number_end: int, hedge_end: int) -> int:
    """Where a figure's phrase ends whose hedge stands behind the word of harm."""
    return max(number_end, hedge_end)
