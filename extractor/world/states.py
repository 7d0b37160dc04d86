"""States and their adjectives, and the nouns, qualifiers and titles of those who act."""

from __future__ import annotations

from functools import cache
from typing import ClassVar

from pydantic import Field

from extractor.vocabulary import Meanings, Phrases, Vocabulary

_NONE: frozenset[str] = frozenset()


class ActorWords(Vocabulary):
    """Words of `data/<code>/actor_words.toml`, in lower case; what each role is for is said beside it."""

    topic: ClassVar[str] = "actor_words"

    actor_nouns: Phrases = _NONE  # who acts: "gunmen"
    modifiers: Phrases = _NONE  # what qualifies them: "pro-government"
    demonyms: Phrases = _NONE  # adjectives of states, and the directions that part them
    states: Phrases = _NONE
    person_titles: Phrases = _NONE
    irregular: Meanings = Field(default_factory=dict)  # an adjective that does not begin like its state, to the state


@cache
def actor_words() -> ActorWords:
    """The words of every language."""
    return ActorWords.of_all()


@cache
def country_key(word: str) -> str:
    """The state that an adjective belongs to; any other word as it is.

    >>> country_key("syrian"), country_key("nigerian"), country_key("lebanese"), country_key("police")
    ('syria', 'nigeria', 'lebanon', 'police')
    """
    words = actor_words()
    if word in words.irregular:
        return words.irregular[word]
    if word not in words.demonyms:
        return word
    whole = [s for s in words.states if word.startswith(s)]
    if whole:
        return min(whole, key=lambda s: (-len(s), s))
    alike = sorted(s for s in words.states if s[:4] == word[:4])
    return alike[0] if alike else word
