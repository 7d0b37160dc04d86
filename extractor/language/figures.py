"""The figures of a sentence in any script: digits and number words, with their hedge and what they cannot count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.language.composing import Composer
from extractor.language.lexicon import Lexicon
from extractor.language.tokens import Token
from extractor.records import Bound

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
    that it counts something else (years, kilometres, per cent) or nothing. `words` says that it is written in words,
    `whole` that another figure is a part of it ("12 of the 30").
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
    whole: bool = False


class FigureReader:
    """Reads the figures of one sentence's tokens in one language."""

    def __init__(self, text: str, tokens: Sequence[Token], words: Lexicon) -> None:
        self.text, self.tokens, self.words = text, tokens, words
        self._composer = Composer(text, tokens, words)

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
        read = self._composer.number_at(at)
        if read is None:
            return None
        value, last, worded = read
        if value is None:
            return Figure(at, last, 0, unit=True, phrase_first=at, phrase_last=last)
        return self._described(Figure(at, last, value, words=worded))

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
        after = self.words.marks.at(self.tokens, figure.last) if figure.last < len(self.tokens) else None
        if figure.value is None or (after is not None and after.meaning == "out_of"):
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
