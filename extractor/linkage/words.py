"""Words that say how a claim stands to the others of its article, per language, and patterns made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import ClassVar

from extractor.vocabulary import Phrases, Vocabulary


class LinkageWords(Vocabulary):
    """The words of one language; a role that a language leaves empty says nothing in it. `*` is any one word."""

    topic: ClassVar[str] = "linkage"

    occurrences: Phrases = frozenset()  # "attack", "attacks"
    plurals: Phrases = frozenset()  # those of them that speak of several
    numbers_of: Phrases = frozenset()  # "both", before one of `numbered`
    numbered: Phrases = frozenset()
    wide: Phrases = frozenset()  # "across the country"
    sums: Phrases = frozenset()  # "in all"
    pairs: Phrases = frozenset()  # "the two"
    past: Phrases = frozenset()  # "last week"
    year_after: Phrases = frozenset()  # "since", before a year
    months: Phrases = frozenset()
    weekdays: Phrases = frozenset()
    asides: Phrases = frozenset()  # "where", "the": begin what is said beside a name
    habits: Phrases = frozenset()  # "repeatedly"
    habits_open: Phrases = frozenset()  # "in the past", unless one of `habits_closed` follows
    habits_closed: Phrases = frozenset()
    others: Phrases = frozenset()  # "another", before an occurrence
    separately: Phrases = frozenset()
    separate: Phrases = frozenset()
    soon: Phrases = frozenset()  # "minutes later": the same event goes on
    tolls: Phrases = frozenset()
    grew: Phrases = frozenset()  # "rose"
    on_day: Phrases = frozenset()
    anaphors: Phrases = frozenset()
    speakers: Phrases = frozenset()
    spoke: Phrases = frozenset()
    spoke_also: Phrases = frozenset()
    morning: Phrases = frozenset()
    afternoon: Phrases = frozenset()
    night: Phrases = frozenset()
    before_noon: Phrases = frozenset()  # "a.m."
    sites: Phrases = frozenset()
    court: Phrases = frozenset()  # what comes of an event later
    increments: Phrases = frozenset()  # "five more", which is added to a toll


_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
NEVER = r"(?!)"


def any_of(*roles: Iterable[str]) -> str:
    """A pattern for any of the phrases, whole words of them, the longest first; one that nothing fits for none.

    >>> bool(re.search(any_of(["in all", "across * cities"]), "across three cities"))
    True
    """
    phrases = sorted({p for role in roles for p in role}, key=lambda p: (-len(p), p))
    return "(?:" + "|".join(map(_pattern, phrases)) + ")" if phrases else NEVER


def _pattern(phrase: str) -> str:
    words = r"\s+".join(r"\w+" if word == "*" else re.escape(word) for word in phrase.split())
    if _UNSPACED.search(phrase):
        return words
    return rf"(?<!\w){words}" + (r"(?!\w)" if phrase[-1].isalnum() else "")
