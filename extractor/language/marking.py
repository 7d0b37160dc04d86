"""A sentence with its figures, words of harm and marks, and what the marks say of a figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractor.language.figures import Figure, FigureReader
from extractor.language.harms import Harm, HarmReader, find_asides
from extractor.language.lexicon import Lexicon
from extractor.language.ranges import RangeReader
from extractor.language.tokens import Token

STOPS = frozenset(";:()؛；：—|•·")
COMMAS = frozenset(",،、，-")
ENDS = frozenset(".!?。？！।")
NEAR = 3  # tokens in which a negator belongs to a word of harm
COMPLEMENT = 10  # tokens in which a verb of fearing still governs what it fears
_OBJECT = 3  # tokens from a verb to the first comma that can be behind its object
_HYPHEN = "-"
_EARLIER = 12  # tokens from "earlier" to what it is said of
_PART = 5  # tokens from "among them" to its figure


class MarkedSentence:
    """The tokens, figures, words of harm, marks and asides of one sentence."""

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
        self.asides = find_asides(tokens, self.marks, self.figures)
        self._wholes()

    def _wholes(self) -> None:
        """In "12 of the 30" one number is the whole that the other is a part of: it takes no word of harm."""
        for at, (one, other) in enumerate(pairwise(self.figures)):
            if one.value is None or other.value is None or one.unit or other.unit:
                continue
            whole = self._whole_of(at, one, other)
            if whole is not None and whole == (at if one.value >= other.value else at + 1):
                self.figures[whole] = replace(self.figures[whole], whole=True)
        for at, figure in enumerate(self.figures):
            before = [
                self.marks[k].meaning for k in range(max(0, figure.first - NEAR), figure.first) if k in self.marks
            ]
            if before[-2:] == ["nobody", "out_of"]:
                self.figures[at] = replace(figure, whole=True)
        self._harmed_wholes()

    def _whole_of(self, at: int, one: Figure, other: Figure) -> int | None:
        """Which of two figures in a row is the whole of the other, `None` where neither is."""
        between = [self.marks[k].meaning for k in range(one.last, other.phrase_first) if k in self.marks]
        if "out_of" in between and other.first - one.last <= 2 * NEAR:
            return at if self.words.whole_first else at + 1
        opens = one.first <= NEAR and any(
            (hit := self.marks.get(k)) is not None and hit.meaning == "out_of" and hit.last == one.phrase_first
            for k in range(one.phrase_first)
        )
        return at if opens else None

    def _harmed_wholes(self) -> None:
        """A word of harm right behind a whole is its own; one right before it makes the whole what is counted."""
        spoken = [h for f in self.figures if f.whole for h in self.harms if h.first == f.last]
        if spoken and len(spoken) < len(self.harms):
            self.harms = [h for h in self.harms if h not in spoken]
        for at, figure in enumerate(self.figures):  # of the killed 39 people 25
            if figure.whole and any(h.last == figure.first for h in self.harms):
                self.figures[at] = replace(figure, whole=False)

    def is_open(self, low: int, high: int) -> bool:
        """Whether no mark that ends a clause is between two tokens."""
        return not any(self.tokens[k].low in STOPS | ENDS for k in range(low, high))

    def aside_of(self, figure: Figure) -> range | None:
        """The aside that a figure is in, where a word of harm or "among them" is in it too."""
        for aside in self.asides:
            if figure.first in aside:
                told = any(h.first in aside for h in self.harms)
                part = any((m := self.marks.get(k)) is not None and m.meaning == "part" for k in aside)
                return aside if told or part else None
        return None

    def is_part(self, figure: Figure) -> bool:
        """Whether "among them" or the like is before a figure."""
        return any(
            (hit := self.marks.get(at)) is not None and hit.meaning == "part" and hit.last <= figure.first
            for at in range(max(0, figure.first - _PART), figure.first)
        )

    def is_part_before(self, figure: Figure) -> bool:
        """Whether "including" follows a figure and its noun, in a language that says it behind."""
        for at in range(figure.last, min(len(self.tokens), figure.last + NEAR + 2)):
            if self.words.parts_after.at(self.tokens, at) is not None:
                return True
            if self.tokens[at].kind in ("mark", "number") or any(h.first == at for h in self.harms):
                return False
        return False

    def is_of_harmed(self, figure: Figure, harm: Harm) -> bool:
        """Whether an "of the" joins a figure and its word of harm: three of the dead are children."""
        if harm.first < figure.last:
            hit = self.marks.get(harm.last) if self.words.whole_first else None
            return hit is not None and hit.meaning == "out_of" and figure.phrase_first - hit.last <= 1
        return not self.words.whole_first and any(
            (hit := self.marks.get(k)) is not None and hit.meaning == "out_of" and hit.last == harm.first
            for k in range(figure.last, min(figure.last + 2, harm.first))
        )

    def names_harm(self, figure: Figure) -> bool:
        """Whether the words that make a figure a part name the whole: among the dead were three children."""
        for at in range(max(0, figure.first - _PART), figure.first):
            hit = self.marks.get(at)
            if hit is not None and hit.meaning == "part":
                return any(h.first < hit.last and at < h.last for h in self.harms)
        return False

    def is_earlier(self, figure: Figure) -> bool:
        """Whether "earlier reports said" or the like is before a figure in its clause."""
        return any(
            (hit := self.marks.get(at)) is not None
            and hit.meaning == "earlier"
            and self.is_open(min(hit.last, figure.first), figure.first)
            for at in range(max(0, figure.first - _EARLIER), figure.first)
        )

    def is_denied(self, figure: Figure) -> bool:
        """Whether a negator is right before a figure: and not 95."""
        return any(
            (hit := self.marks.get(at)) is not None and hit.meaning == "not" and hit.last == figure.phrase_first
            for at in range(max(0, figure.phrase_first - 2), figure.phrase_first)
        )

    def is_negated(self, harm: Harm) -> bool:
        """A negator right before or after the word of harm."""
        for at in (*range(max(0, harm.first - 1), harm.first), *range(harm.last, min(len(self.tokens), harm.last + 1))):
            hit = self.marks.get(at)
            if hit is not None and hit.meaning == "not":
                return True
        return False

    def modal_flags(self, figure: Figure, harm: Harm) -> set[str]:
        """`hypothetical` where a word such as "may" is around a figure and its word of harm."""
        low, high = min(figure.phrase_first, harm.first), max(figure.last, harm.last)
        around = range(max(0, low - NEAR), min(len(self.tokens), high + 2))
        feared = self._is_marked(range(low, around.stop), "fear") or self._is_feared(low)
        return {"hypothetical"} if feared or self._is_marked(around, "modal") else set()

    def _is_feared(self, low: int) -> bool:
        """Whether a verb of fearing governs what begins at a token: only figures of one list may be between.

        What it fears ends at a comma behind an object ("they fear reprisals, 12 died"), not at one right behind the
        verb ("they fear, as many do, that 12 died").
        """
        first = low
        for figure in reversed([f for f in self.figures if f.last <= low]):
            if not self._is_listed(figure, first):
                break
            first = figure.phrase_first
        since = max([first - COMPLEMENT, 0, *(f.last for f in self.figures if f.last <= first)])
        return any(
            self._is_marked(range(at, at + 1), "fear") and self.is_open(at, low) and not self._is_over(at, first)
            for at in range(since, first)
        )

    def _is_listed(self, figure: Figure, low: int) -> bool:
        """Whether a figure, its word of harm and an "and" are all that is before a token: "20 dead and"."""
        between = range(figure.last, low)
        harmed = any(h.first in between for h in self.harms)
        return harmed and len(between) <= NEAR and low - 1 in between and self._is_marked(between[-1:], "and")

    def _is_over(self, at: int, low: int) -> bool:
        """Whether a "but", or a comma that an object precedes, ends what a verb at a token governs."""
        comma = next((k for k in range(at, low) if self.tokens[k].low in COMMAS - {_HYPHEN}), at)
        return comma - at >= _OBJECT or any(self.words.contrasts.at(self.tokens, k) is not None for k in range(at, low))

    def _is_marked(self, tokens: range, meaning: str) -> bool:
        return any((hit := self.marks.get(at)) is not None and hit.meaning == meaning for at in tokens)
