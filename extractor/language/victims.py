"""One person whom a sentence names without a number: "a 35-year-old man died"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extractor.language.figures import Figure
from extractor.language.harms import Harm
from extractor.language.lexicon import KINDS, Lexicon
from extractor.language.tokens import Token

_REACH = 12  # tokens between a person and a word of harm


def find_victims(
    tokens: Sequence[Token],
    words: Lexicon,
    figures: Sequence[Figure],
    free: Sequence[Harm],
    cost: Callable[[Figure, Harm], float],
    dearest: float,
) -> list[tuple[Figure, Harm]]:
    """Words of harm that no figure uses, each with the one person nearest to it, as a figure of one.

    Args:
        tokens: those of a sentence.
        words: those of its language.
        figures: the sentence's figures; a person whom a number counts is not one.
        free: the words of harm that count no figure, in order.
        cost: what lies between a figure and a word of harm.
        dearest: the cost from which on a pair is a guess.
    """
    counted = {k for f in figures if not f.unit for k in range(f.first, f.last + 3)}
    people = [
        Figure(h.first, h.last, 1, phrase_first=h.first, phrase_last=h.last, people=True, words=True)
        for h in words.person.all(tokens)
        if h.first not in counted
    ]
    offers = [
        (price, harm.kind != "killed", harm.first, person.first, person, harm)
        for harm in free
        if harm.kind in KINDS
        for person in people
        if _distance(person, harm) <= _REACH and (price := cost(person, harm)) <= dearest
    ]
    found: dict[int, tuple[Figure, Harm]] = {}
    for *_, person, harm in sorted(offers, key=lambda offer: offer[:4]):  # who was hurt and then died is dead
        if harm.first not in found and all(person is not other for other, _ in found.values()):
            found[harm.first] = (person, harm)
    return [found[first] for first in sorted(found)]


def _distance(person: Figure, harm: Harm) -> int:
    return max(harm.first - person.last, person.first - harm.last)
