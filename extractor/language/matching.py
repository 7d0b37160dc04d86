"""Which word of harm each figure of a sentence belongs to: the cheapest matching in text order.

Figures and words of harm are matched in text order, so that two kinds in one sentence are never swapped: each pair
costs what lies between it (words, commas, an "and", another figure), and the cheapest matching holds. A figure that
shares a word with another one is either in a list with it ("12 women and 30 children were killed") or a part of it.
What an aside says is matched within it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.language.figures import Figure
from extractor.language.harms import Harm
from extractor.language.marking import COMMAS, ENDS, NEAR, STOPS, MarkedSentence
from extractor.records import Bound

NONE, _UNNAMED, TOLL = 13.0, 10.0, 16.0  # what it costs to leave a figure alone, with a noun or without, of a toll
_SHARED = 3.0
_COMMA, _AND, _STOP, _FIGURE, _HARM, _AGAINST = 3.0, 2.5, 8.0, 7.0, 1.5, 1.0
_ASIDE = 0.6


@dataclass(frozen=True, slots=True)
class Bond:
    """The word of harm of a figure and what the pair costs; whether another figure has the same word."""

    harm: Harm | None
    cost: float
    shared: bool


class MatchedSentence(MarkedSentence):
    """A sentence whose figures are matched with its words of harm."""

    def bind(self, counted: Sequence[Figure]) -> list[Bond]:
        """For each figure its word of harm: of its aside, of its sentence, or that of the figure that it depends on."""
        found: dict[int, Bond] = {}
        inner = {at: self.aside_of(f) for at, f in enumerate(counted)}
        for aside in dict.fromkeys(a for a in inner.values() if a is not None):
            harms = [h for h in self.harms if h.first in aside]
            if harms:
                found |= self._match([at for at in inner if inner[at] == aside], counted, harms)
        dependent = {
            at
            for at, f in enumerate(counted)
            if at not in found and (inner[at] is not None or f.superseded or self.is_part_before(f))
        }
        outer = [at for at in inner if at not in found and at not in dependent]
        open_harms = [h for h in self.harms if not any(h.first in a for a in self.asides)]
        found |= self._match(outer, counted, open_harms)
        for at in sorted(dependent):
            found[at] = self._inherited(at, counted, found, outer)
        return [found[at] for at in range(len(counted))]

    def _inherited(self, at: int, counted: Sequence[Figure], found: dict[int, Bond], outer: Sequence[int]) -> Bond:
        """What an old toll, a part or an aside's figure counts: what the figure does that it depends on."""
        earlier, later = [k for k in outer if k < at], [k for k in outer if k > at]
        figure = counted[at]
        if figure.superseded:
            near = sorted(outer, key=lambda k: (abs(k - at), -k))
        elif self.is_part_before(figure) and later and self.is_open(figure.last, counted[later[0]].first):
            near = later
        else:
            near = earlier[::-1] or later
        if not near:
            return Bond(None, NONE, shared=False)
        known = found[near[0]]
        return Bond(known.harm, known.cost, shared=True)

    def cost(self, figure: Figure, harm: Harm, figures: Sequence[Figure]) -> float:
        """What lies between a figure and a word of harm, added up."""
        after = harm.first >= figure.last
        low, high = (figure.last, harm.first) if after else (harm.last, figure.first)
        between = range(low, high)
        inside = {k for a in self.asides if low <= a.start and a.stop <= high for k in a}
        cost = sum((self._between(at) for at in between if at not in inside), _ASIDE if inside else 0.0)
        # the particle written with the second of the two joins what it opens
        if high < len(self.tokens) and high in self.clitic_ands:
            cost += _AND
        cost += sum(_FIGURE for f in figures if f is not figure and low <= f.first < high and f.first not in inside)
        others = [h for h in self.harms if h is not harm and h.kind != harm.kind and h.first not in inside]
        cost += _HARM * sum(low <= h.first < high for h in others)
        side = self.words.harm_side
        if side != "either" and (side == "after") is not after:
            cost += _AGAINST
        return cost

    def _costs(self, figures: Sequence[Figure], harms: Sequence[Harm], shared: Sequence[bool]) -> list[list[float]]:
        """What each pair of a figure and a word of harm costs; a figure of a list is as near as the list's nearest."""
        costs = [[self.cost(f, h, figures) for h in harms] for f in figures]
        for at in range(len(figures) - 1, 0, -1):
            if shared[at]:
                for j, harm in enumerate(harms):
                    if harm.first >= figures[at].last:
                        costs[at - 1][j] = min(costs[at - 1][j], costs[at][j] + _SHARED)
        return costs

    def _between(self, at: int) -> float:
        token = self.tokens[at]
        if token.low in STOPS or token.low in ENDS:
            return _STOP
        if token.low in COMMAS:
            return _COMMA
        mark = self.marks.get(at)
        if mark is not None and mark.meaning == "and":
            return _AND
        if token.kind == "number":
            return 0.0
        if token.kind == "sign":
            return 0.3
        return 0.6 if token.kind == "word" else 0.2

    def none_cost(self, figure: Figure) -> float:
        """What it costs to leave a figure without a word of harm."""
        rise = range(max(0, figure.first - NEAR - 1), min(len(self.tokens), figure.last + NEAR))
        if any((hit := self.marks.get(at)) is not None and hit.meaning == "rise" for at in rise):
            return TOLL
        return NONE if figure.people or figure.bound is not Bound.EXACT else _UNNAMED

    def _match(self, chosen: Sequence[int], counted: Sequence[Figure], harms: Sequence[Harm]) -> dict[int, Bond]:
        """For each chosen figure its word of harm, what the pair costs, and whether it shares the word with another."""
        figures = [counted[at] for at in chosen]
        if not figures or not harms:
            return dict.fromkeys(chosen, Bond(None, NONE, shared=False))
        shared = [at > 0 and self._joined(figures[at - 1], figures[at]) for at in range(len(figures))]
        costs = self._costs(figures, harms, shared)
        parts = [self.is_part(f) for f in figures]
        # best[j]: the cheapest matching of the figures so far whose last used word of harm is j (-1: none yet)
        best: dict[int, tuple[float, tuple[tuple[int, bool], ...]]] = {-1: (0.0, ())}
        for at, figure in enumerate(figures):
            none = self.none_cost(figure)
            following: dict[int, tuple[float, tuple[tuple[int, bool], ...]]] = {}

            for used, (cost, path) in best.items():
                offers = [(used, cost + none, (-1, False))]
                offers += [(j, cost + costs[at][j], (j, False)) for j in range(used + 1, len(harms))]
                if used >= 0 and (shared[at] or parts[at]) and path[-1][0] == used:
                    offers.append((used, cost + min(_SHARED + _COMMA, costs[at][used]), (used, True)))
                for j, price, choice in offers:
                    made = (price, (*path, choice))
                    if j not in following or made < following[j]:
                        following[j] = made
            best = following
        _, path = min(best.values())
        return {
            chosen[at]: Bond(None, NONE, shared=False)
            if j < 0
            else Bond(harms[j], costs[at][j], shared=again or self._shares(path, at, shared))
            for at, (j, again) in enumerate(path)
        }

    @staticmethod
    def _shares(path: Sequence[tuple[int, bool]], at: int, shared: Sequence[bool]) -> bool:
        return at + 1 < len(path) and path[at + 1][1] and shared[at + 1]

    def _joined(self, one: Figure, other: Figure) -> bool:
        return self._listed(one, other)

    def _listed(self, one: Figure, other: Figure) -> bool:
        """Whether two figures are in one list: nothing but nouns and one "and" or comma between them."""
        joints = 0
        for at in range(one.last, other.phrase_first):
            if self.words.harm.at(self.tokens, at) is not None or self.tokens[at].low in STOPS | ENDS:
                return False
            mark = self.marks.get(at)
            joints += (mark is not None and mark.meaning == "and") or self.tokens[at].low in COMMAS
        joints += any(at in self.clitic_ands for at in range(one.last, other.first))
        return joints == 1 and other.phrase_first - one.last <= 2 * NEAR and one.people and other.people
