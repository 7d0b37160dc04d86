"""The words of harm of a sentence, and the stretches of it that are set in between."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractor.language.figures import Figure
from extractor.language.lexicon import Lexicon
from extractor.language.tokens import Hit, Token

MIXED = "casualties"  # one figure for two kinds: 30 killed and wounded
_FAR = 30  # tokens between the two parts of a verb
_ENDS = frozenset(".!?;:。？！；।")
_OPENING, _CLOSING = frozenset("(（[«"), frozenset(")）]»")
_COMMAS = frozenset(",،、，")
_AGE = 5  # tokens of an age between commas
_OWN = 6  # tokens from a word of harm to a figure of its own
_LONGEST = 24  # tokens of an aside


@dataclass(frozen=True, slots=True)
class Harm:
    """A word of harm over tokens [first, last) and its kind; `kinds` are all that it names."""

    first: int
    last: int
    kind: str
    kinds: tuple[str, ...]


class HarmReader:
    """Finds the words of harm of one sentence."""

    def __init__(self, tokens: Sequence[Token], words: Lexicon, marks: Mapping[int, Hit[str]]) -> None:
        self.tokens, self.words, self.marks = tokens, words, marks

    def read(self, taken: set[int], figures: Sequence[Figure]) -> list[Harm]:
        """The words of harm in order; `taken` are the tokens of the figures."""
        plain = [h for h in self.words.harm.all(self.tokens) if h.first not in taken]
        parted = self._parted(taken)
        covered = {k for h in parted for k in range(h.first, h.last)}
        found = [Harm(h.first, h.last, h.meaning, (h.meaning,)) for h in plain if h.first not in covered]
        return self._mixed(sorted([*found, *parted], key=lambda h: h.first), figures)

    def _parted(self, taken: set[int]) -> list[Harm]:
        """Verbs in two parts: the second closes its clause."""
        found: list[Harm] = []
        for at in range(len(self.tokens)):
            hit = None if at in taken else self.words.parted.at(self.tokens, at)
            if hit is None:
                continue
            for far in range(hit.last, min(hit.last + _FAR, len(self.tokens))):
                if self.tokens[far].low in _ENDS:
                    break
                second = hit.meaning.at(self.tokens, far)
                if second is not None and self._closes(second.last):
                    found.append(Harm(at, hit.last, second.meaning, (second.meaning,)))
                    break
        return found

    def _closes(self, at: int) -> bool:
        if at >= len(self.tokens) or self.tokens[at].kind == "mark":
            return True
        mark = self.marks.get(at)
        return mark is not None and mark.meaning in ("and", "or")

    def _mixed(self, harms: list[Harm], figures: Sequence[Figure]) -> list[Harm]:
        """Two words of different kinds with only an "and" or "or" between count one figure together.

        Not where each has a figure of its own on its side.
        """
        found: list[Harm] = []
        for harm in harms:
            before = found[-1] if found else None
            mark = None if before is None else self.marks.get(before.last)
            clitic = harm.first == (before.last if before else -1) and self._joins(harm.first)
            joined = clitic or (mark is not None and mark.meaning in ("and", "or") and mark.last == harm.first)
            both = before is not None and _has_near(figures, before.first - _OWN, before.first)
            both = both or (before is not None and self._denied(before.first))
            both = both and _has_near(figures, harm.last, harm.last + _OWN)
            if before is not None and joined and not both and harm.kind != before.kind:
                kinds = tuple(dict.fromkeys((*before.kinds, *harm.kinds)))
                found[-1] = replace(before, last=harm.last, kind=MIXED, kinds=kinds)
            else:
                found.append(harm)
        return found

    def _denied(self, at: int) -> bool:
        """Whether a "nobody" is right before a token: it has no figure of its own, but needs none."""
        return any((m := self.marks.get(k)) is not None and m.meaning == "nobody" for k in range(max(0, at - 3), at))

    def _joins(self, at: int) -> bool:
        low = self.tokens[at].low
        return any(low.startswith(c) for c in self.words.and_clitics)


def _has_near(figures: Sequence[Figure], low: int, high: int) -> bool:
    return any(low <= f.first < high and not f.unit for f in figures)


def find_asides(tokens: Sequence[Token], marks: Mapping[int, Hit[str]], figures: Sequence[Figure]) -> list[range]:
    """The stretches set in between: brackets, what a comma and "among them" open up to the next comma, an age."""
    ages = {f.first for f in figures if f.unit}
    found: list[range] = []
    for at, token in enumerate(tokens):
        if token.low in _OPENING:
            end = next((k for k in range(at, min(at + _LONGEST, len(tokens))) if tokens[k].low in _CLOSING), None)
        elif (token.low in _COMMAS or token.low == "-") and _is_part(marks, at + 1):
            end = next((k for k in range(at + 1, min(at + _LONGEST, len(tokens))) if _shuts(tokens[k], token)), None)
        elif token.low in _COMMAS and not ages.isdisjoint(range(at + 1, at + _AGE)):
            end = next((k for k in range(at + 1, min(at + _AGE + 1, len(tokens))) if tokens[k].low in _COMMAS), None)
        else:
            continue
        if end is not None:
            found.append(range(at, end + 1))
    lists = [(one, other) for one, other in pairwise(figures) if one.unit and other.unit]
    return [*found, *(range(one.first, other.last) for one, other in lists if other.first - one.last == 1)]


def _shuts(token: Token, opening: Token) -> bool:
    return token.low in _COMMAS if opening.low in _COMMAS else token.low == opening.low


def _is_part(marks: Mapping[int, Hit[str]], at: int) -> bool:
    mark = marks.get(at)
    return mark is not None and mark.meaning == "part"
