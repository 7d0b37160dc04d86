"""The words of the guards, from `grounding.toml` of every language: facts about words, no rules."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import ClassVar

from extractor.vocabulary import Phrases, Vocabulary


class GroundingWords(Vocabulary):
    """The words that decide whether two wordings of a quote say the same, folded; the files say what each role means.

    `families` and `synonyms` are groups of words, a space between them; `phrases` groups of phrases; `opposed` and
    `spellings` pairs of beginnings and of endings.
    """

    topic: ClassVar[str] = "grounding"

    free: Phrases = frozenset()
    binding: Phrases = frozenset()
    added: Phrases = frozenset()
    guards: Phrases = frozenset()
    stems: Phrases = frozenset()
    families: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    masculine: Phrases = frozenset()
    feminine: Phrases = frozenset()
    opposed: tuple[tuple[str, str], ...] = ()
    spellings: tuple[tuple[str, str], ...] = ()


@cache
def grounding_words() -> GroundingWords:
    """The words of all languages: a quote may be in any of them, and be of names and figures alone."""
    return GroundingWords.of_all()


@cache
def little_words() -> frozenset[str]:
    """The words that hold a sentence together, without the pronouns that say who it was."""
    words = grounding_words()
    return words.free - words.masculine - words.feminine


@cache
def stems() -> tuple[str, ...]:
    """The beginnings of guarded words, in order."""
    return tuple(sorted(grounding_words().stems))


@cache
def family_of() -> dict[str, str]:
    """Word to the name of its family of one meaning."""
    families = grounding_words().families
    return {word: f"~{family.split()[0]}" for family in families for word in family.split()}


@cache
def phrase_groups() -> dict[tuple[str, ...], int]:
    """The words of a phrase to the number of its group of phrases that may replace each other."""
    groups = grounding_words().phrases
    return {tuple(phrase.split()): number for number, group in enumerate(groups) for phrase in group}


@cache
def phrase_starts() -> frozenset[str]:
    """The first words of these phrases."""
    return frozenset(phrase[0] for phrase in phrase_groups())


@cache
def synonym_groups() -> dict[str, frozenset[int]]:
    """Word to the numbers of its groups of words that may replace each other."""
    return _numbered(grounding_words().synonyms)


def _numbered(groups: Iterable[str]) -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for number, group in enumerate(groups):
        for word in group.split():
            found[word] = found.get(word, frozenset()) | {number}
    return found
