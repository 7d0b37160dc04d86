"""Words with a capital in a row, in which names are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.segments import Segment
from extractor.values.place.vocabulary import all_words
from extractor.world.gazetteer import gazetteer

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|\w+(?:[-'’‘]\w+)*")


_LONGEST_RUN = 40  # words; more capitals in a row are no sentence


_CODE = 3  # letters; a shorter name in capitals is a code


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words in a row: (start, end) of each."""

    tokens: tuple[tuple[int, int], ...]
    initial: bool  # begins a sentence


def capital_runs(text: str, sentence: Segment) -> Iterator[Run]:
    """The runs of a sentence, in order; a possessive ends one."""
    current: list[tuple[int, int]] = []
    first = True
    initial = True
    words = all_words()
    for match in _TOKEN.finditer(text, sentence.start, sentence.end):
        word = match.group()
        upper = word[0].isupper() or (word[:3] in words.written_articles and len(word) > _CODE + 1)
        particle = not upper and word.lower() in words.particles
        start, end = match.span()
        if current:
            last = text[slice(*current[-1])]
            space = text[current[-1][1] : start]
            joined = space in {" ", "\u00a0"} or (space == ". " and last in words.short_heads)
            goes_on = joined and (upper or particle) and len(current) < _LONGEST_RUN
            if not goes_on or _owns(last) or _heads(text, current, word):
                yield Run(tuple(current), initial)
                current = []
        if upper or (particle and (current or word in {"al", "el"})):
            if not current:
                initial = first
            current.append((start, end))
        first = False
    if current:
        yield Run(tuple(current), initial)


def _heads(text: str, run: list[tuple[int, int]], word: str) -> bool:
    """Do words in capitals open the line before a word that is not: "BAGHDAD The death toll"?"""
    opens = run[0][0] == 0 or text[run[0][0] - 1] == "\n"
    return opens and len(text[slice(*run[-1])]) > _CODE and text[slice(*run[-1])].isupper() and not word.isupper()


def _owns(word: str) -> bool:
    """Does a listed place's possessive end the name ("Yemen's Saada province" are two)?"""
    return word[-2:] in {"'s", "’s"} and bool(gazetteer().lookup(word[:-2]))
