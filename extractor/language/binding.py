"""Which word of harm a figure of a sentence belongs to, in any language.

Figures and words of harm are matched in text order, so that two kinds in one sentence are never swapped: each pair
costs what lies between it (words, commas, an "and", another figure), and the cheapest matching holds. A figure that
shares a word with another one is either in a list with it ("12 women and 30 children were killed") or a part of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.language.figures import Figure, FigureReader
from extractor.language.harms import MIXED, Harm, HarmReader, find_asides
from extractor.language.lexicon import Lexicon
from extractor.language.ranges import RangeReader
from extractor.language.readings import FigureReading
from extractor.language.splitting import split_numbers
from extractor.language.tokens import Token, tokenise
from extractor.language.victims import find_victims
from extractor.records import Bound

_NONE, _UNNAMED, _TOLL = (
    13.0,
    10.0,
    16.0,
)  # what it costs to leave a figure without a word of harm, with a noun of people or not, with a "rose to"
_SHARED = 3.0
_CLOSE, _FAR = 7.0, 13.0  # a dearer pair is a guess; of a toll that rose
_COMMA, _AND, _STOP, _FIGURE, _HARM, _AGAINST = 3.0, 2.5, 8.0, 7.0, 1.5, 1.0
_STOPS = frozenset(";:()؛；：—|•·")
_COMMAS = frozenset(",،、，-")
_ENDS = frozenset(".!?。？！।")
_ASIDE = 0.6
_EARLIER = 12  # tokens from "earlier" to what it is said of
_NEAR = 3  # tokens in which a negator belongs to a word of harm


@dataclass(frozen=True, slots=True)
class _Bound:
    """The word of harm of a figure and what the pair costs; whether another figure has the same word."""

    harm: Harm | None
    cost: float
    shared: bool
    depends: bool = False


def read_figures(text: str, start: int, end: int, words: Lexicon) -> list[FigureReading]:
    """The figures of the sentence `text[start:end]` with what they count, in text order."""
    return _Sentence(text, split_numbers(tokenise(text, start, end), words), words).read()


def read_bare_numbers(
    text: str, start: int, end: int, words: Lexicon
) -> list[tuple[Figure, tuple[int, int, int, int]]]:
    """The numbers of `text[start:end]`, whatever they count, each with the ends of itself and of it with its hedge."""
    tokens = split_numbers(tokenise(text, start, end), words)
    figures = RangeReader(tokens, words).join(FigureReader(text, tokens, words, alone=True).read())
    return [
        (
            f,
            (
                tokens[f.first].start,
                tokens[f.last - 1].end,
                tokens[f.phrase_first].start,
                tokens[f.phrase_last - 1].end,
            ),
        )
        for f in figures
    ]


class _Sentence:
    """One sentence's figures, words of harm and marks."""

    def __init__(self, text: str, tokens: Sequence[Token], words: Lexicon) -> None:
        self.tokens, self.words = tokens, words
        self.figures = RangeReader(tokens, words).join(FigureReader(text, tokens, words).read())
        taken = {k for f in self.figures for k in range(f.first, f.last)}
        hedged = taken | {k for f in self.figures for k in range(f.phrase_first, f.phrase_last)}
        self.marks = {h.first: h for h in words.marks.all(tokens) if h.first not in hedged}
        self.harms = HarmReader(tokens, words, self.marks).read(taken, self.figures)
        self.clitic_ands = {
            at
            for at, token in enumerate(tokens)
            if token.kind == "word"
            and any(token.low.startswith(c) and len(token.low) > len(c) for c in words.and_clitics)
        }
        self.asides = find_asides(tokens, self.marks)
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
        spoken = [h for f in self.figures if f.whole for h in self.harms if h.first == f.last]
        if spoken and len(spoken) < len(self.harms):
            self.harms = [h for h in self.harms if h not in spoken]

    def read(self) -> list[FigureReading]:
        counted = [f for f in self.figures if not f.unit and not f.whole]
        bound = self._bind_all(counted)
        readings = [self._reading(f, at, counted, bound) for at, f in enumerate(counted)]
        readings += [self._made(f, "measure", None, set()) for f in self.figures if f.unit and f.value]
        readings += [self._made(f, "people", None, {"whole"}) for f in self.figures if f.whole and not f.unit]
        used = {b.harm.first for b in bound if b.harm is not None}
        free = [h for h in self.harms if h.first not in used]
        for person, harm in find_victims(self.tokens, self.words, self.figures, free, self._victim_cost, _CLOSE):
            if self._is_part(person):
                continue
            flags = {"implicit"} | ({"negated"} if self._negated(harm) else set())
            readings.append(self._made(person, harm.kind, harm, flags | self._modal_flags(person, harm)))
        readings += self._nobody
        return sorted(readings, key=lambda r: (r.start, r.end))

    def _victim_cost(self, figure: Figure, harm: Harm) -> float:
        return self._cost(figure, harm, self.figures)

    # -- which figures are matched with which words

    def _bind_all(self, counted: Sequence[Figure]) -> list[_Bound]:
        """For each figure its word of harm: of its aside, of its sentence, or that of the figure that it depends on."""
        found: dict[int, _Bound] = {}
        inner = {at: self._aside_of(f) for at, f in enumerate(counted)}
        for aside in dict.fromkeys(a for a in inner.values() if a is not None):
            harms = [h for h in self.harms if h.first in aside]
            if harms:
                found |= self._bind([at for at in inner if inner[at] == aside], counted, harms)
        dependent = {
            at
            for at, f in enumerate(counted)
            if at not in found and (inner[at] is not None or f.superseded or self._is_part_before(f))
        }
        outer = [at for at in inner if at not in found and at not in dependent]
        open_harms = [h for h in self.harms if not any(h.first in a for a in self.asides)]
        found |= self._bind(outer, counted, open_harms)
        for at in sorted(dependent):
            found[at] = self._inherited(at, counted, found, outer)
        return [found[at] for at in range(len(counted))]

    def _inherited(self, at: int, counted: Sequence[Figure], found: dict[int, _Bound], outer: Sequence[int]) -> _Bound:
        """What an old toll, a part or an aside's figure counts: what the figure does that it depends on."""
        earlier, later = [k for k in outer if k < at], [k for k in outer if k > at]
        figure = counted[at]
        if figure.superseded:
            near = sorted(outer, key=lambda k: (abs(k - at), -k))
        elif self._is_part_before(figure) and later and self._is_open(figure.last, counted[later[0]].first):
            near = later
        else:
            near = earlier[::-1] or later
        if not near:
            return _Bound(None, _NONE, shared=False)
        known = found[near[0]]
        return _Bound(known.harm, known.cost, shared=True, depends=True)

    def _is_open(self, low: int, high: int) -> bool:
        return not any(self.tokens[k].low in _STOPS | _ENDS for k in range(low, high))

    def _aside_of(self, figure: Figure) -> range | None:
        """The aside that a figure is in, where a word of harm or "among them" is in it too."""
        for aside in self.asides:
            if figure.first in aside:
                told = any(h.first in aside for h in self.harms)
                part = any((m := self.marks.get(k)) is not None and m.meaning == "part" for k in aside)
                return aside if told or part else None
        return None

    # -- costs

    def _cost(self, figure: Figure, harm: Harm, figures: Sequence[Figure]) -> float:
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
        costs = [[self._cost(f, h, figures) for h in harms] for f in figures]
        for at in range(len(figures) - 1, 0, -1):
            if shared[at]:
                for j, harm in enumerate(harms):
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

    def _none(self, figure: Figure) -> float:
        """What it costs to leave a figure without a word of harm."""
        rise = range(max(0, figure.first - _NEAR - 1), min(len(self.tokens), figure.last + _NEAR))
        if any((hit := self.marks.get(at)) is not None and hit.meaning == "rise" for at in rise):
            return _TOLL
        return _NONE if figure.people or figure.bound is not Bound.EXACT else _UNNAMED

    # -- the matching

    def _bind(self, chosen: Sequence[int], counted: Sequence[Figure], harms: Sequence[Harm]) -> dict[int, _Bound]:
        """For each chosen figure its word of harm, what the pair costs, and whether it shares the word with another."""
        figures = [counted[at] for at in chosen]
        if not figures or not harms:
            return dict.fromkeys(chosen, _Bound(None, _NONE, shared=False))
        shared = [at > 0 and self._joined(figures[at - 1], figures[at]) for at in range(len(figures))]
        costs = self._costs(figures, harms, shared)
        parts = [self._is_part(f) for f in figures]
        # best[j]: the cheapest matching of the figures so far whose last used word of harm is j (-1: none yet)
        best: dict[int, tuple[float, tuple[tuple[int, bool], ...]]] = {-1: (0.0, ())}
        for at, figure in enumerate(figures):
            none = self._none(figure)
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
            chosen[at]: _Bound(None, _NONE, shared=False)
            if j < 0
            else _Bound(harms[j], costs[at][j], shared=again or self._shares(path, at, shared))
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
            if self.words.harm.at(self.tokens, at) is not None or self.tokens[at].low in _STOPS | _ENDS:
                return False
            mark = self.marks.get(at)
            joints += (mark is not None and mark.meaning == "and") or self.tokens[at].low in _COMMAS
        joints += any(at in self.clitic_ands for at in range(one.last, other.first))
        return joints == 1 and other.phrase_first - one.last <= 2 * _NEAR and one.people and other.people

    def _is_part(self, figure: Figure) -> bool:
        """Whether "among them" or the like is before a figure."""
        return any(
            (hit := self.marks.get(at)) is not None and hit.meaning == "part" and hit.last <= figure.first
            for at in range(max(0, figure.first - 5), figure.first)
        )

    def _is_part_before(self, figure: Figure) -> bool:
        """Whether "including" follows a figure and its noun, in a language that says it behind."""
        for at in range(figure.last, min(len(self.tokens), figure.last + _NEAR + 2)):
            hit = self.marks.get(at)
            if hit is not None and hit.meaning == "part_after":
                return True
            if self.tokens[at].kind in ("mark", "number") or any(h.first == at for h in self.harms):
                return False
        return False

    def _is_of_harmed(self, figure: Figure, harm: Harm) -> bool:
        """Whether an "of the" joins a figure and its word of harm: three of the dead are children."""
        if harm.first < figure.last:
            hit = self.marks.get(harm.last) if self.words.whole_first else None
            return hit is not None and hit.meaning == "out_of" and figure.phrase_first - hit.last <= 1
        return not self.words.whole_first and any(
            (hit := self.marks.get(k)) is not None and hit.meaning == "out_of" and hit.last == harm.first
            for k in range(figure.last, min(figure.last + 2, harm.first))
        )

    def _names_harm(self, figure: Figure) -> bool:
        """Whether the words that make a figure a part name the whole: among the dead were three children."""
        for at in range(max(0, figure.first - 5), figure.first):
            hit = self.marks.get(at)
            if hit is not None and hit.meaning == "part":
                return any(h.first < hit.last and at < h.last for h in self.harms)
        return False

    # -- what is said of each

    def _reading(self, figure: Figure, at: int, figures: Sequence[Figure], bound: Sequence[_Bound]) -> FigureReading:
        harm, flags = bound[at].harm, set[str]()
        kind = "people" if figure.people else "other"
        if harm is not None:
            kind = harm.kind
            flags = self._modal_flags(figure, harm)
            if bound[at].cost > (_FAR if self._none(figure) == _TOLL else _CLOSE) and not bound[at].shared:
                flags.add("distant")
            part = self._is_part(figure) or self._is_part_before(figure) or self._aside_of(figure) is not None
            whole = self._has_whole(at, kind, figures, bound)
            if (part and (whole or self._names_harm(figure))) or self._is_of_harmed(figure, harm):
                flags.add("part")
            if self._negated(harm) or self._is_denied(figure):
                flags.add("negated")
            if bound[at].shared and self._shares_hedge(figure, at, figures):
                flags.add("shared_hedge")
            if figure.superseded or self._is_earlier(figure):
                flags.add("superseded")
        return self._made(figure, kind, harm, flags)

    def _made(self, figure: Figure, kind: str, harm: Harm | None, flags: set[str]) -> FigureReading:
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

    def _has_whole(self, at: int, kind: str, figures: Sequence[Figure], bound: Sequence[_Bound]) -> bool:
        """Whether another figure of the sentence counts the same harm and is no less."""
        mine = figures[at].value
        return any(
            k != at and b.harm is not None and b.harm.kind == kind and _is_whole(mine, figures[k].value)
            for k, b in enumerate(bound)
        )

    def _is_earlier(self, figure: Figure) -> bool:
        """Whether "earlier reports said" or the like is before a figure in its clause."""
        return any(
            (hit := self.marks.get(at)) is not None
            and hit.meaning == "earlier"
            and self._is_open(min(hit.last, figure.first), figure.first)
            for at in range(max(0, figure.first - _EARLIER), figure.first)
        )

    def _is_denied(self, figure: Figure) -> bool:
        """Whether a negator is right before a figure: and not 95."""
        return any(
            (hit := self.marks.get(at)) is not None and hit.meaning == "not" and hit.last == figure.phrase_first
            for at in range(max(0, figure.phrase_first - 2), figure.phrase_first)
        )

    def _negated(self, harm: Harm) -> bool:
        """A negator right before or after the word of harm."""
        for at in (*range(max(0, harm.first - 1), harm.first), *range(harm.last, min(len(self.tokens), harm.last + 1))):
            hit = self.marks.get(at)
            if hit is not None and hit.meaning == "not":
                return True
        return False

    def _modal_flags(self, figure: Figure, harm: Harm) -> set[str]:
        low, high = min(figure.phrase_first, harm.first), max(figure.last, harm.last)
        around = range(max(0, low - _NEAR), min(len(self.tokens), high + 2))
        modal = any((hit := self.marks.get(at)) is not None and hit.meaning == "modal" for at in around)
        return {"hypothetical"} if modal else set()

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
                kinds = ("killed", "injured") if harm.kinds == (MIXED,) else harm.kinds
                found += [self._made(figure, kind, harm, {"zero_word"}) for kind in kinds]
        return found

    def _in_reach(self, first: int, last: int, harm: Harm) -> bool:
        """Whether a word of harm is near a span of tokens, with no comma and no figure between."""
        low, high = (last, harm.first) if harm.first >= last else (harm.last, first)
        if high - low > 4 * _NEAR:
            return False
        parted = any(self.tokens[k].low in _COMMAS | _STOPS | _ENDS for k in range(low, high))
        return not parted and not any(low <= f.first < high and not (f.whole or f.unit) for f in self.figures)


def _is_whole(part: int | None, whole: int | None) -> bool:
    return part is None or whole is None or whole >= part
