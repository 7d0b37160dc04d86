"""What each figure of a sentence counts, in any language."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.language.figures import Figure, FigureReader
from extractor.language.harms import MIXED, Harm
from extractor.language.lexicon import Lexicon
from extractor.language.marking import COMMAS, ENDS, NEAR, STOPS
from extractor.language.matching import TOLL, Bond, MatchedSentence
from extractor.language.ranges import RangeReader
from extractor.language.readings import FigureReading
from extractor.language.splitting import split_numbers
from extractor.language.tokens import tokenise
from extractor.language.victims import find_victims
from extractor.records import Bound

_CLOSE, _FAR = 7.0, 13.0  # a dearer pair is a guess; of a toll that rose


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


def read_harms(text: str, start: int, end: int, words: Lexicon) -> list[str]:
    """The kinds of the words of harm in `text[start:end]`, in order."""
    return [hit.meaning for hit in words.harm.all(split_numbers(tokenise(text, start, end), words))]


class _Sentence(MatchedSentence):
    """One sentence's figures with what they count."""

    def read(self) -> list[FigureReading]:
        nobody = self._nobodies()  # takes its words of harm away from the figures
        counted = [f for f in self.figures if not f.unit and not f.whole]
        bound = self.bind(counted)
        readings = [self._reading(f, at, counted, bound) for at, f in enumerate(counted)]
        readings += [self._made(f, "measure", None, set()) for f in self.figures if f.unit and f.value]
        readings += [self._made(f, "people", None, {"whole"}) for f in self.figures if f.whole and not f.unit]
        used = {b.harm.first for b in bound if b.harm is not None}
        free = [h for h in self.harms if h.first not in used]
        for person, harm in find_victims(self.tokens, self.words, self.figures, free, self._victim_cost, _CLOSE):
            if self.is_part(person):
                continue
            flags = {"implicit"} | ({"negated"} if self.is_negated(harm) else set())
            readings.append(self._made(person, harm.kind, harm, flags | self.modal_flags(person, harm)))
        readings += nobody
        return sorted(readings, key=lambda r: (r.start, r.end))

    def _victim_cost(self, figure: Figure, harm: Harm) -> float:
        return self.cost(figure, harm, [f for f in self.figures if not f.unit])

    def _reading(self, figure: Figure, at: int, figures: Sequence[Figure], bound: Sequence[Bond]) -> FigureReading:
        harm, flags = bound[at].harm, set[str]()
        kind = "people" if figure.people else "other"
        if harm is not None:
            kind = harm.kind
            flags = self.modal_flags(figure, harm)
            if bound[at].cost > (_FAR if self.none_cost(figure) == TOLL else _CLOSE) and not bound[at].shared:
                flags.add("distant")
            part = self.is_part(figure) or self.is_part_before(figure) or self.aside_of(figure) is not None
            whole = self._has_whole(at, kind, figures, bound) or self._is_of_earlier(figure, harm)
            if (part and (whole or self.names_harm(figure))) or self.is_of_harmed(figure, harm):
                flags.add("part")
            elif any(f.whole and f.last == harm.first for f in self.figures):
                flags.add("part")  # six of the eleven dead
            if self.is_negated(harm) or self.is_denied(figure):
                flags.add("negated")
            if bound[at].shared and self._shares_hedge(figure, at, figures):
                flags.add("shared_hedge")
            if figure.superseded or self.is_earlier(figure):
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

    def _is_of_earlier(self, figure: Figure, harm: Harm) -> bool:
        """Whether those harmed are named before: the injured are in hospital, among them six badly hurt."""
        return any(h.kind == harm.kind and h is not harm and h.last <= figure.phrase_first for h in self.harms)

    def _has_whole(self, at: int, kind: str, figures: Sequence[Figure], bound: Sequence[Bond]) -> bool:
        """Whether another figure of the sentence counts the same harm and is no less."""
        mine = figures[at].value
        return any(
            k != at and b.harm is not None and b.harm.kind == kind and _is_whole(mine, figures[k].value)
            for k, b in enumerate(bound)
        )

    def _shares_hedge(self, figure: Figure, at: int, figures: Sequence[Figure]) -> bool:
        """In "at least 12 women and 30 children were killed" the hedge may be meant for both."""
        if at == 0 or figure.bound is not Bound.EXACT or figures[at - 1].bound not in (Bound.AT_LEAST, Bound.MORE_THAN):
            return False
        one = figures[at - 1]
        joined = any(
            (hit := self.marks.get(k)) is not None and hit.meaning == "and" for k in range(one.last, figure.first)
        ) or any(k in self.clitic_ands for k in range(one.last, figure.first))
        return joined and not any(self.tokens[k].low in COMMAS | STOPS | ENDS for k in range(one.last, figure.first))

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
        if high - low > 4 * NEAR:
            return False
        parted = any(self.tokens[k].low in COMMAS | STOPS | ENDS for k in range(low, high))
        return not parted and not any(low <= f.first < high and not (f.whole or f.unit) for f in self.figures)


def _is_whole(part: int | None, whole: int | None) -> bool:
    return part is None or whole is None or whole >= part
