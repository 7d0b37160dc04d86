"""Which word of harm a figure of a sentence belongs to, in any language.

Figures and words of harm are matched in text order, so that two kinds in one sentence are never swapped: each pair
costs what lies between it (words, commas, an "and", another figure), and the cheapest matching holds. A figure that
shares a word with another one is either in a list with it ("12 women and 30 children were killed") or a part of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.language.figures import Figure, FigureReader
from extractor.language.lexicon import Lexicon
from extractor.language.readings import FigureReading
from extractor.language.tokens import Hit, Token, tokenise
from extractor.records import Bound

_NONE = 13.0  # what it costs to leave a figure without a word of harm
_SHARED = 3.0
_CLOSE = 7.0  # a dearer pair is a guess
_COMMA, _AND, _STOP, _FIGURE, _HARM, _AGAINST = 3.0, 2.5, 8.0, 7.0, 1.5, 1.0
_STOPS = frozenset(";:()؛；：—|•·")
_COMMAS = frozenset(",،、，-")
_ENDS = frozenset(".!?。？！।")
_NEAR = 3  # tokens in which a negator belongs to a word of harm


def read_figures(text: str, start: int, end: int, words: Lexicon) -> list[FigureReading]:
    """The figures of the sentence `text[start:end]` with what they count, in text order."""
    return _Sentence(text, tokenise(text, start, end), words).read()


class _Sentence:
    """One sentence's figures, words of harm and marks."""

    def __init__(self, text: str, tokens: Sequence[Token], words: Lexicon) -> None:
        self.tokens, self.words = tokens, words
        self.figures = FigureReader(text, tokens, words).read()
        taken = {k for f in self.figures for k in range(f.first, f.last)}
        self.harms = [h for h in words.harm.all(tokens) if h.first not in taken]
        hedged = taken | {k for f in self.figures for k in range(f.phrase_first, f.phrase_last)}
        self.marks = {h.first: h for h in words.marks.all(tokens) if h.first not in hedged}
        self.clitic_ands = {
            at
            for at, token in enumerate(tokens)
            if token.kind == "word"
            and any(token.low.startswith(c) and len(token.low) > len(c) for c in words.and_clitics)
        }
        self._wholes()
        self._nobody = self._nobodies()

    def _wholes(self) -> None:
        """In "12 of the 30" one number is the whole that the other is a part of: it takes no word of harm."""
        for at, (one, other) in enumerate(zip(self.figures, self.figures[1:], strict=False)):
            if one.value is None or other.value is None or one.unit or other.unit:
                continue
            between = [self.marks[k].meaning for k in range(one.last, other.phrase_first) if k in self.marks]
            opens = one.first <= _NEAR and any(
                (hit := self.marks.get(k)) is not None and hit.meaning == "out_of" and hit.last == one.phrase_first
                for k in range(one.phrase_first)
            )
            if "out_of" in between and other.first - one.last <= 2 * _NEAR:
                whole = at if self.words.whole_first else at + 1
            elif opens:
                whole = at
            else:
                continue
            if whole == (at if one.value >= other.value else at + 1):
                self.figures[whole] = replace(self.figures[whole], whole=True)
        for at, figure in enumerate(self.figures):
            before = [
                self.marks[k].meaning for k in range(max(0, figure.first - _NEAR), figure.first) if k in self.marks
            ]
            if before[-2:] == ["nobody", "out_of"]:
                self.figures[at] = replace(figure, whole=True)

    def read(self) -> list[FigureReading]:
        counted = [f for f in self.figures if not f.unit and not f.whole]
        bound = self._bind(counted)
        readings = [self._reading(f, at, counted, bound) for at, f in enumerate(counted)]
        readings += [self._made(f, "measure", None, set()) for f in self.figures if f.unit and f.value]
        readings += [self._made(f, "people", None, {"whole"}) for f in self.figures if f.whole and not f.unit]
        readings += self._nobody
        return sorted(readings, key=lambda r: (r.start, r.end))

    # -- costs

    def _cost(self, figure: Figure, harm: Hit[str], figures: Sequence[Figure]) -> float:
        after = harm.first >= figure.last
        low, high = (figure.last, harm.first) if after else (harm.last, figure.first)
        cost = 0.0
        for at in range(low, high):
            cost += self._between(at)
        # the particle written with the second of the two joins what it opens
        if high < len(self.tokens) and high in self.clitic_ands:
            cost += _AND
        cost += sum(_FIGURE for f in figures if f is not figure and low <= f.first < high)
        cost += sum(_HARM for h in self.harms if h is not harm and h.meaning != harm.meaning and low <= h.first < high)
        side = self.words.harm_side
        if side != "either" and (side == "after") is not after:
            cost += _AGAINST
        return cost

    def _costs(self, figures: Sequence[Figure], shared: Sequence[bool]) -> list[list[float]]:
        """What each pair of a figure and a word of harm costs; a figure of a list is as near as the list's nearest."""
        costs = [[self._cost(f, h, figures) for h in self.harms] for f in figures]
        for at in range(len(figures) - 1, 0, -1):
            if shared[at]:
                for j, harm in enumerate(self.harms):
                    if harm.first >= figures[at].last:
                        costs[at - 1][j] = min(costs[at - 1][j], costs[at][j] + _SHARED)
        return costs

    def _between(self, at: int) -> float:
        token = self.tokens[at]
        if token.low in _STOPS or token.low in _ENDS:
            return _STOP
        if token.low in _COMMAS:
            return _COMMA
        mark = self.marks.get(at)
        if mark is not None and mark.meaning == "and":
            return _AND
        if token.kind == "number":
            return 0.0
        if token.kind == "sign":
            return 0.3
        return 0.6 if token.kind == "word" else 0.2

    # -- the matching

    def _bind(self, figures: Sequence[Figure]) -> list[tuple[Hit[str] | None, float, bool]]:
        """For each figure its word of harm, what the pair costs, and whether it shares the word with the one before."""
        harms = self.harms
        if not figures or not harms:
            return [(None, _NONE, False)] * len(figures)
        shared = [at > 0 and self._joined(figures[at - 1], figures[at]) for at in range(len(figures))]
        costs = self._costs(figures, shared)
        parts = [self._is_part(f) for f in figures]
        # best[j]: the cheapest matching of the figures so far whose last used word of harm is j (-1: none yet)
        best: dict[int, tuple[float, tuple[tuple[int, bool], ...]]] = {-1: (0.0, ())}
        for at, figure in enumerate(figures):
            none = _NONE if figure.people or figure.bound is not Bound.EXACT else _NONE - 3
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
        return [
            (None, _NONE, False) if j < 0 else (harms[j], costs[at][j], again or self._shares(path, at, shared))
            for at, (j, again) in enumerate(path)
        ]

    @staticmethod
    def _shares(path: Sequence[tuple[int, bool]], at: int, shared: Sequence[bool]) -> bool:
        return at + 1 < len(path) and path[at + 1][1] and shared[at + 1]

    def _joined(self, one: Figure, other: Figure) -> bool:
        return self._rises(one, other) or self._listed(one, other)

    def _rises(self, one: Figure, other: Figure) -> bool:
        """Whether a toll goes from one figure to the next: "rose from 30 to 41"."""
        if one.value is None or other.value is None or one.value >= other.value:
            return False
        if not any(h.meaning == "rise" for h in self.marks.values()):
            return False
        gap = range(one.last, other.phrase_first)
        return len(gap) <= _NEAR + 1 and not any(
            self.tokens[k].low in _COMMAS - {"-"} or self.tokens[k].low in _STOPS | _ENDS or self._parts_clauses(k)
            for k in gap
        )

    def _parts_clauses(self, at: int) -> bool:
        hit = self.marks.get(at)
        return (hit is not None and hit.meaning == "and") or self.words.harm.at(self.tokens, at) is not None

    def _listed(self, one: Figure, other: Figure) -> bool:
        """Whether two figures are in one list: nothing but nouns and one "and" or comma between them."""
        joints = 0
        for at in range(one.last, other.phrase_first):
            if self.words.harm.at(self.tokens, at) is not None or self.tokens[at].low in _STOPS | _ENDS:
                return False
            mark = self.marks.get(at)
            joints += (mark is not None and mark.meaning == "and") or self.tokens[at].low in _COMMAS
        joints += any(at in self.clitic_ands for at in range(one.last, other.first))
        return joints == 1 and other.phrase_first - one.last <= 2 * _NEAR and one.people and other.people

    def _is_part(self, figure: Figure) -> bool:
        return any(
            (hit := self.marks.get(at)) is not None and hit.meaning == "part" and hit.last <= figure.first
            for at in range(max(0, figure.first - 5), figure.first)
        ) or any(
            (hit := self.marks.get(at)) is not None and hit.meaning == "part"
            for at in range(figure.last, min(len(self.tokens), figure.last + 2))
        )

    def _names_harm(self, figure: Figure) -> bool:
        """Whether the words that make a figure a part name the whole: among the dead were three children."""
        for at in range(max(0, figure.first - 5), figure.first):
            hit = self.marks.get(at)
            if hit is not None and hit.meaning == "part":
                return any(h.first < hit.last and at < h.last for h in self.harms)
        return False

    # -- what is said of each

    def _reading(
        self, figure: Figure, at: int, figures: Sequence[Figure], bound: Sequence[tuple[Hit[str] | None, float, bool]]
    ) -> FigureReading:
        harm, cost, shared = bound[at]
        flags: set[str] = set()
        kind = "people" if figure.people else "other"
        if harm is not None:
            kind = harm.meaning
            if cost > _CLOSE and not shared:
                flags.add("distant")
            if at + 1 < len(figures) and bound[at + 1][0] is harm and self._rises(figure, figures[at + 1]):
                flags.add("superseded")
            if self._is_part(figure) and (self._whole_before(at, kind, bound) or self._names_harm(figure)):
                flags.add("part")
            if self._negated(harm):
                flags.add("negated")
            if self._modal(figure, harm):
                flags.add("hypothetical")
            if shared and self._shares_hedge(figure, at, figures):
                flags.add("shared_hedge")
        return self._made(figure, kind, harm, flags)

    def _made(self, figure: Figure, kind: str, harm: Hit[str] | None, flags: set[str]) -> FigureReading:
        tokens = self.tokens
        return FigureReading(
            tokens[figure.first].start,
            tokens[figure.last - 1].end,
            tokens[figure.phrase_first].start,
            tokens[figure.phrase_last - 1].end,
            figure.value,
            figure.bound,
            figure.high,
            figure.floor,
            kind,
            None if harm is None else (tokens[harm.first].start, tokens[harm.last - 1].end),
            frozenset(flags),
        )

    def _whole_before(self, at: int, kind: str, bound: Sequence[tuple[Hit[str] | None, float, bool]]) -> bool:
        return any(h is not None and h.meaning == kind for h, _, _ in bound[:at])

    def _negated(self, harm: Hit[str]) -> bool:
        """A negator right before or after the word of harm."""
        for at in (*range(max(0, harm.first - 1), harm.first), *range(harm.last, min(len(self.tokens), harm.last + 1))):
            hit = self.marks.get(at)
            if hit is not None and hit.meaning == "not":
                return True
        return False

    def _modal(self, figure: Figure, harm: Hit[str]) -> bool:
        low, high = min(figure.phrase_first, harm.first), max(figure.last, harm.last)
        around = range(max(0, low - _NEAR), min(len(self.tokens), high + 2))
        return any((hit := self.marks.get(at)) is not None and hit.meaning == "modal" for at in around)

    def _shares_hedge(self, figure: Figure, at: int, figures: Sequence[Figure]) -> bool:
        """In "at least 12 women and 30 children were killed" the hedge may be meant for both."""
        if at == 0 or figure.bound is not Bound.EXACT or figures[at - 1].bound not in (Bound.AT_LEAST, Bound.MORE_THAN):
            return False
        one = figures[at - 1]
        joined = any(
            (hit := self.marks.get(k)) is not None and hit.meaning == "and" for k in range(one.last, figure.first)
        ) or any(k in self.clitic_ands for k in range(one.last, figure.first))
        return joined and not any(self.tokens[k].low in _COMMAS | _STOPS | _ENDS for k in range(one.last, figure.first))

    def _nobodies(self) -> list[FigureReading]:
        """Nobody was killed: no figure, but zero of a kind; the word of harm is no other figure's."""
        found: list[FigureReading] = []
        for at, hit in sorted(self.marks.items()):
            if hit.meaning != "nobody":
                continue
            near = [h for h in self.harms if self._in_reach(at, hit.last, h)]
            if near:
                harm = min(near, key=lambda h: (abs(h.first - at), h.first))
                self.harms = [h for h in self.harms if h is not harm]
                figure = Figure(at, hit.last, 0, phrase_first=at, phrase_last=hit.last, words=True)
                found.append(self._made(figure, harm.meaning, harm, {"zero_word"}))
        return found

    def _in_reach(self, first: int, last: int, harm: Hit[str]) -> bool:
        """Whether a word of harm is near a span of tokens, with no comma and no figure between."""
        low, high = (last, harm.first) if harm.first >= last else (harm.last, first)
        if high - low > 4 * _NEAR:
            return False
        parted = any(self.tokens[k].low in _COMMAS | _STOPS | _ENDS for k in range(low, high))
        return not parted and not any(low <= f.first < high and not f.whole for f in self.figures)
