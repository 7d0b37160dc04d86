"""Two figures that belong together: the ends of a range, a toll that rose from one to the other, ages in a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractor.language.figures import Figure
from extractor.language.lexicon import Lexicon
from extractor.language.tokens import Token
from extractor.records import Bound

_DASHES = frozenset("-~〜～至")
_REACH = 6  # tokens between the ends of a range
_RISING = 14  # tokens between a toll and the word that says it rose
_NEAR = 4  # characters from a "from" to its figure
_PAIR = 10  # tokens between an old toll and the new one
_JOINTS = frozenset(",،、，-")


class RangeReader:
    """Finds the pairs among one sentence's figures."""

    def __init__(self, tokens: Sequence[Token], words: Lexicon) -> None:
        self.tokens, self.words = tokens, words
        marks = words.marks.all(tokens)
        self._rises = [h for h in marks if h.meaning == "rise"]
        every = range(len(tokens))
        self._from_before = {hit.last for at in every if (hit := words.origins.at(tokens, at)) is not None}
        self._from_after = {at for at in every if words.origins_after.at(tokens, at) is not None}
        self._or = {h.first: h.last for h in marks if h.meaning == "or"}
        self._and = {h.first: h.last for h in marks if h.meaning == "and"}

    def join(self, figures: Sequence[Figure]) -> list[Figure]:
        """The figures with each range as one figure, old tolls marked, and units shared along a list."""
        figures = self._share_units(self._mark_added(self._mark_old(figures)))
        found: list[Figure] = []
        for figure in figures:
            before = found[-1] if found else None
            made = None if before is None else self._range(before, figure)
            if made is None:
                found.append(figure)
            else:
                found[-1] = made
        return found

    # -- ranges

    def _range(self, one: Figure, other: Figure) -> Figure | None:
        """One figure of two that are the ends of a range, `None` where they are not."""
        if one.value is None or other.value is None or one.value >= other.value or one.bound is Bound.BETWEEN:
            return None
        if one.superseded or other.superseded or (one.unit and not other.unit):
            return None
        gap = (one.last, other.phrase_first if other.phrase_first > one.last else other.first)
        opened = self._opened(min(one.first, one.phrase_first))
        closed = self._closed(other)
        link = self._link(*gap)
        since = any(start in self._from_before for start in (one.phrase_first, one.first))
        opens = {"link": opened is not None or closed is not None, "until": opened is not None or since}
        if link is None or not opens.get(link, True):
            return None
        first = min(one.phrase_first, one.first if opened is None else opened)
        return replace(
            one,
            last=other.last,
            bound=Bound.BETWEEN,
            high=other.value,
            phrase_first=first,
            phrase_last=max(other.phrase_last, closed or 0),
            people=other.people,
            unit=other.unit or one.unit,
        )

    def _link(self, low: int, high: int) -> str | None:
        """What is between two numbers, a noun of people aside: `to`, `until`, `link`, `or`; `None` for all else."""
        if not 0 < high - low <= _REACH:
            return None
        if self.tokens[low].low in _DASHES and high == low + 1:
            return "to"
        noun = self.words.people.at(self.tokens, low)
        if noun is not None and noun.last < high:
            low = noun.last
        hit = self.words.ranges.at(self.tokens, low)
        if hit is not None and hit.last == high and hit.meaning in ("to", "until", "link"):
            return hit.meaning
        if noun is not None and noun.last == high and self._suffixed(noun.first):
            return "link"
        return "or" if self._or.get(low) == high else None

    def _suffixed(self, at: int) -> bool:
        """Whether a noun of people ends in a word for "from" or "to": 8명에서."""
        low = self.tokens[at].low
        return any(low.endswith(row) for row in self.words.suffixes)

    def _opened(self, at: int) -> int | None:
        """Where a word such as "between" starts that ends at a token."""
        for start in range(max(0, at - 3), at):
            hit = self.words.ranges.at(self.tokens, start)
            if hit is not None and hit.last == at and hit.meaning == "open":
                return start
        return None

    def _closed(self, figure: Figure) -> int | None:
        """Where a word such as "in between" ends that follows a number and its noun."""
        at = figure.last
        for _ in range(2):
            if at >= len(self.tokens):
                return None
            hit = self.words.ranges.at(self.tokens, at)
            if hit is not None and hit.meaning == "close":
                return hit.last
            noun = self.words.people.at(self.tokens, at)
            at = at + 1 if noun is None else noun.last
        return None

    # -- old tolls

    def _mark_old(self, figures: Sequence[Figure]) -> list[Figure]:
        """A figure after or before a "from" is the old toll where a word says that it rose or fell to another one."""
        return [replace(f, superseded=True) if self._is_old(f, at, figures) else f for at, f in enumerate(figures)]

    def _is_old(self, figure: Figure, at: int, figures: Sequence[Figure]) -> bool:
        near = [f for f in figures[max(0, at - 1) : at + 2] if f is not figure and not f.unit and f.value is not None]
        near = [f for f in near if max(f.first - figure.last, figure.first - f.last) <= _PAIR]
        if figure.unit or figure.value is None or not near:
            return False
        low, high = min(figure.first, *(f.first for f in near)), max(figure.last, *(f.last for f in near))
        if not any(low - _RISING <= h.first <= high + _RISING for h in self._rises):
            return False
        if any(start in self._from_before for start in (figure.phrase_first, figure.first)):
            return True
        reach = range(max((f.last for f in near if f.last <= figure.first), default=figure.first - _NEAR), figure.first)
        signs = figure.first > 0 and self.tokens[figure.first - 1].kind == "sign"  # 由昨晚的6人: a character is a token
        if signs and any(start in self._from_before for start in reach[-_NEAR:]):
            return True
        following = [f for f in near if f.first >= figure.last]
        return bool(following) and self._is_from(figure.last)

    def _mark_added(self, figures: Sequence[Figure]) -> list[Figure]:
        """A figure right before a "more" was added to the toll behind it: it counts nothing itself."""
        if not self.words.whole_first:
            return list(figures)
        found = list(figures)
        for at, (one, other) in enumerate(pairwise(figures)):
            noun = self.words.people.at(self.tokens, one.last) if one.last < len(self.tokens) else None
            end = one.last if noun is None else noun.last
            rises = any(h.first == end for h in self._rises)
            larger = one.value is not None and other.value is not None and one.value < other.value
            if rises and larger and not (one.superseded or one.unit) and other.first - one.last <= _PAIR:
                found[at] = replace(one, unit=True)
        return found

    def _is_from(self, at: int) -> bool:
        """Whether a "from" follows a number, after its noun or after an apostrophe."""
        for cursor in range(at, min(at + 3, len(self.tokens))):
            if cursor in self._from_after:
                return True
            noun = self.words.people.at(self.tokens, cursor)
            if noun is not None and self._suffixed(noun.first):
                return True
            if noun is None and self.tokens[cursor].low != "'":
                return False
        return False

    # -- lists with one unit

    def _share_units(self, figures: Sequence[Figure]) -> list[Figure]:
        """A number that a comma, an "and" or a range joins to one with a unit has it too: 6, 17 and 43 years."""
        found = list(figures)
        for at in range(len(found) - 2, -1, -1):
            one, other = found[at], found[at + 1]
            if not other.unit or one.unit or one.people or one.bound is not Bound.EXACT or not other.measured:
                continue
            if self._is_joint(one.last, other.first):
                found[at] = replace(one, unit=True, measured=True)
        return found

    def _is_joint(self, low: int, high: int) -> bool:
        if not 0 < high - low <= 3:  # noqa: PLR2004 - a comma and a word
            return False
        if high == low + 1 and (self.tokens[low].low in _JOINTS or self.tokens[low].low in _DASHES):
            return True
        hit = self.words.ranges.at(self.tokens, low)
        ends = {self._and.get(low), self._or.get(low), None if hit is None else hit.last}
        return high in ends
