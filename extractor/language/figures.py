"""The figures of a sentence in any script: digits and number words, with their hedge and what they cannot count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.language.composing import Composer
from extractor.language.lexicon import Lexicon
from extractor.language.tokens import Token
from extractor.records import Bound

_YEARS = range(1800, 2036)
_LONGEST_PLAIN = 9  # digits; more are a telephone number or an identifier
_HEDGE = 16  # tokens that a hedge may have; a script without spaces has one a character
_JOINT = 4  # tokens before a name in which an "and" joins it to another
_BEHIND = 3  # tokens after a number in which its head noun is looked for
_SEPARATORS = frozenset(',.;:()!?、，。；：？！।؛،؟-|/"«»“”')
_CURRENCY = frozenset("$€£¥₹₽₺₴₩%‰°#№")
_DASH = "-"
_AGES = range(1, 121)
_OPENING, _CLOSING = frozenset("(（"), frozenset(")）,،")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number over tokens [first, last), with its hedge over [phrase_first, phrase_last).

    `value` is `None` for a vague word, whose floor is `floor`. `people` says that a noun of people follows it, `unit`
    that it counts something else (years, kilometres, per cent) or nothing, `measured` that a noun of a unit says so.
    `words` says that it is written in words, `whole` that another figure is a part of it ("12 of the 30"), `superseded`
    that it is an old toll ("from 31 to 32").
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
    measured: bool = False
    superseded: bool = False


class FigureReader:
    """Reads the figures of one sentence's tokens in one language."""

    def __init__(self, text: str, tokens: Sequence[Token], words: Lexicon, *, alone: bool = False) -> None:
        self.text, self.tokens, self.words, self._alone = text, tokens, words, alone
        self._composer = Composer(text, tokens, words)
        self._found: list[Figure] = []  # those read so far

    def read(self) -> list[Figure]:
        """Every figure in text order, none overlapping another; with `alone` set also words that may be no number."""
        found = self._found = []
        at = 0
        while at < len(self.tokens):
            figure = self._figure(at)
            if figure is None:
                at += 1
                continue
            found.append(figure)
            at = max(figure.last, figure.phrase_last)
        return found

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
        mark = words.marks.at(tokens, at)
        if worded and mark is not None and mark.last > last:
            return None  # a number word of a longer phrase
        if value is None:
            return Figure(at, last, 0, unit=True, phrase_first=at, phrase_last=last)
        return self._described(Figure(at, last, value, words=worded))

    # -- what is around it

    def _described(self, figure: Figure) -> Figure | None:
        people_at = self._people(figure.last)
        people = people_at is not None
        measured = self._is_measured(figure)
        before, after = self._hedge_before(figure.first), self._hedge_after(figure.last, people_at)
        people = people and not measured
        unit = measured or self._is_unit(figure, people=people, hedged=before is not None)
        bound, first, last, value = figure.bound, figure.first, figure.last, figure.value
        if before is not None:
            first, bound = before
            if bound is Bound.AS_MANY_AS and self._risen(first, figure.last):
                first, bound = figure.first, Bound.EXACT  # "rose to 41"
            elif value is None and bound in (Bound.MORE_THAN, Bound.FEWER_THAN):
                value = figure.floor  # "more than a hundred", of a word that else is vague
        elif after is not None:
            last, bound = after
        if value is None:
            bound = Bound.VAGUE
        if figure.words and not (self._alone or unit or people or before) and self._is_another_word(figure):
            return None
        if bound is Bound.EXACT and value == 1 and figure.words and not unit and self._is_person(figure.last):
            return None  # "a man": a victim only where no figure is
        return replace(
            figure,
            value=value,
            bound=bound,
            phrase_first=first,
            phrase_last=last,
            people=people,
            unit=unit,
            measured=measured,
        )

    def _is_person(self, at: int) -> bool:
        """Whether a noun of one person is behind a number word, an adjective between or not."""
        return not self._alone and any(
            self.words.person.at(self.tokens, k) is not None for k in range(at, min(at + _BEHIND, len(self.tokens)))
        )

    def _is_another_word(self, figure: Figure) -> bool:
        """Whether a number word may be another word here: no word of harm is near, or, for an article, follows it."""
        after = self.words.marks.at(self.tokens, figure.last) if figure.last < len(self.tokens) else None
        if figure.value is None or (after is not None and after.meaning == "out_of"):
            return False
        close = range(max(0, figure.first - 3), min(len(self.tokens), figure.last + 2))
        if figure.value == 1:
            close = range(figure.last, min(len(self.tokens), figure.last + 1))
        elif self.words.ambiguous.at(self.tokens, figure.first) is None and self.tokens[figure.first].kind == "word":
            return False
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

    def _is_measured(self, figure: Figure) -> bool:
        """Whether a noun of a unit is beside a number: years, kilometres, per cent, a currency."""
        tokens, first, last = self.tokens, figure.first, figure.last
        if any(t.low in _CURRENCY for t in (*tokens[max(0, first - 1) : first], *tokens[last : last + 1])):
            return True
        follow = last + 1 if last < len(tokens) and tokens[last].low in (_DASH, ".", "'") else last
        return any(
            self.words.units.at(tokens, cursor) is not None
            and (self.words.people.at(tokens, cursor) is None or self.words.person.at(tokens, cursor) is not None)
            for cursor in dict.fromkeys((last, follow))
            if cursor < len(tokens)
        ) or any(
            (hit := self.words.unit_before.at(tokens, k)) is not None and hit.last == first
            for k in range(max(0, first - 3), first)
        )

    def _is_unit(self, figure: Figure, *, people: bool, hedged: bool) -> bool:
        """Whether a number counts nobody though no unit says so: a year, a code, an age, part of a name."""
        tokens, first, last = self.tokens, figure.first, figure.last
        counted = last < len(tokens) and self.words.people.at(tokens, last) is not None
        if figure.value is None or counted or last != first + 1 or not tokens[first].low.isdecimal():
            return False
        low = tokens[first].low
        if figure.value in _YEARS or len(low) > _LONGEST_PLAIN or (low.startswith("0") and len(low) > 1):
            return not hedged
        if self._is_code(first):
            return True
        named = self._is_age(figure) or self._is_age_of(figure) or self._is_of_name(first, last, people=people)
        return named and not hedged

    def _is_code(self, at: int) -> bool:
        """Whether a numeral is written together with letters: A12, Mi-8, 24th."""
        tokens = self.tokens
        token, before = tokens[at], tokens[at - 1] if at else None
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if before is not None and before.low == _DASH and at > 1 and before.end == token.start:
            named = tokens[at - 2]
            if named.end == before.start and self.text[named.start].isupper():
                return True
        joined = before is not None and before.kind == "word" and before.end == token.start
        if before is not None and joined and before.low not in self.words.clitics:
            return True
        glued = after is not None and after.kind == "word" and after.start == token.end
        return glued and self.text[token.end].isupper() and not self.words.units.at(tokens, at + 1)

    def _is_age(self, figure: Figure) -> bool:
        """Whether a numeral is alone in brackets behind a word that is no harm: Anna (34)."""
        first, last, tokens = figure.first, figure.last, self.tokens
        if figure.value not in _AGES or first < 2 or last >= len(tokens):  # noqa: PLR2004 - a name and a bracket
            return False
        inside = tokens[first - 1].low in _OPENING and tokens[last].low in _CLOSING
        return inside and self.words.harm.at(tokens, first - 2) is None

    def _is_age_of(self, figure: Figure) -> bool:
        """Whether a numeral follows a noun of one person over a small word or a comma: a son of 6, her sister, 61."""
        first, tokens = figure.first, self.tokens
        if figure.value not in _AGES or not self._is_bare(figure.last, words=True):
            return False
        behind = [h.last for k in range(max(0, first - 4), first) if (h := self.words.person.at(tokens, k)) is not None]
        gap = range(max(behind), first) if behind else range(0)
        small = sum(tokens[k].kind == "word" and k + 1 == first and not self._joins(k) for k in gap)
        return 0 < len(gap) <= 2 and small + sum(tokens[k].low == "," for k in gap) == len(gap)  # noqa: PLR2004

    def _joins(self, at: int) -> bool:
        hit = self.words.marks.at(self.tokens, at)
        return hit is not None and hit.meaning in ("and", "or")

    def _is_elliptic(self, named: int) -> bool:
        """Whether a name is the second of two with a figure each: "25 died in X and in Y, 13", not "A, 34, and B"."""
        joint = next((k for k in range(named - 1, max(-1, named - _JOINT), -1) if self._joins(k)), None)
        if joint is None or joint + 1 == named or self.text[self.tokens[joint + 1].start].isupper():
            return False  # a name right behind the "and" is somebody's
        first = [f for f in self._found if f.last <= joint and not f.measured][-1:]
        return any(not f.unit for f in first)

    def _is_of_name(self, first: int, last: int, *, people: bool) -> bool:
        """Whether a numeral follows a name, over a comma or not, and nothing follows it: Main Street 17, Anna, 34,."""
        tokens = self.tokens
        named = first - 1
        if named > 0 and tokens[named].low == ",":
            named -= 1
            if tokens[named].kind != "word":
                return False
        if named < 0 or tokens[named].kind != "word":
            return False
        if named == first - 1 and self._is_street(named):
            return True
        if people or self._is_elliptic(named):
            return False
        capital = self.text[tokens[named].start].isupper()
        known = self.words.harm.at(tokens, named) or self.words.people.at(tokens, named)
        return named > 0 and capital and not known and self._is_bare(last)

    def _is_street(self, at: int) -> bool:
        """Whether a word ends the name of a street: Hauptstraße, calle San Martín."""
        if self.tokens[at].low.endswith(self.words.street_endings):
            return True
        for start in range(at - 1, max(-1, at - 5), -1):
            if self.words.streets.at(self.tokens, start) is not None:
                return True
            if not (self.text[self.tokens[start + 1].start].isupper() or self.tokens[start].low == "."):
                return False
        return False

    def _is_bare(self, last: int, *, words: bool = False) -> bool:
        """Whether no word follows a number; with `words`, none of people."""
        if last >= len(self.tokens) or self.tokens[last].kind == "mark":
            return True
        return words and self.words.people.at(self.tokens, last) is None

    def _hedge_before(self, at: int) -> tuple[int, Bound] | None:
        for start in range(max(0, at - _HEDGE), at):
            hit = self.words.before.at(self.tokens, start)
            if hit is not None and hit.last == at:
                return start, hit.meaning
        return None

    def _risen(self, first: int, last: int) -> bool:
        """Whether a word such as "rose" is right before a phrase or right behind it."""
        return any(
            (hit := self.words.marks.at(self.tokens, k)) is not None and hit.meaning == "rise"
            for k in (*range(max(0, first - 3), first), *range(last, min(last + 2, len(self.tokens))))
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


def figure_end(number_end: int, hedge_end: int) -> int:
    """Where a figure's phrase ends whose hedge stands behind the word of harm."""
    return max(number_end, hedge_end)
