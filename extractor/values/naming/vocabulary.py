"""The words that say who somebody is that reports, and of what type, of every language."""

from __future__ import annotations

from functools import cache
from typing import ClassVar

from pydantic import Field

from extractor.vocabulary import Meanings, Phrases, Vocabulary

_NONE: frozenset[str] = frozenset()


class SourceWords(Vocabulary):
    """Words of `data/<code>/sources.toml`, folded; what each role is for is said beside it."""

    topic: ClassVar[str] = "sources"

    heads: Meanings = Field(default_factory=dict)  # nouns that decide a type alone, the last one first
    reporters: Meanings = Field(default_factory=dict)  # who reports, by type, for the rows; `*` any ending
    pairs: Meanings = Field(default_factory=dict)  # phrases that mean something other than their words
    soft_heads: Phrases = _NONE  # they lean on what else is in the phrase and mean officials only when nothing does
    paper_names: Phrases = _NONE  # last words of newspapers' names ("Kathmandu Post")
    state_papers: Phrases = _NONE  # what a state issues: "a Baghdad communique"
    municipal: Phrases = _NONE
    speaking_for: Phrases = _NONE  # whoever has a name before one of them has a spokesman
    asked: Phrases = _NONE  # "residents reached by radio": what follows is the way, not the speaker
    broadcasts: Phrases = _NONE
    official_endings: Phrases = _NONE
    official_stems: Phrases = _NONE
    outlet_words: Phrases = _NONE
    locatives: Phrases = _NONE
    connectors: Phrases = _NONE  # small words and marks inside a name

    small_words: Phrases = _NONE  # words that an acronym may leave out
    organisations: Phrases = _NONE  # nouns that stand for a fuller name given elsewhere in an article
    articles: Phrases = _NONE
    trailers: Phrases = _NONE  # "the Islamic State group"
    own_people: Phrases = _NONE  # "Taliban suicide bombers" are Taliban
    shared_words: Phrases = _NONE  # words that many sources share: never enough to name one
    generic: Phrases = _NONE

    state_words: Phrases = _NONE
    title_words: Phrases = _NONE
    rescue: Phrases = _NONE
    debated_bodies: Phrases = _NONE  # careful readers type them differently: a state's survey, a doctors' network
    united: Phrases = _NONE
    of_state: Phrases = _NONE
    heard: Phrases = _NONE

    person_heads: Phrases = _NONE
    generic_heads: Phrases = _NONE
    collective_heads: Phrases = _NONE
    agency_heads: Phrases = _NONE
    group_heads: Phrases = _NONE
    papers: Phrases = _NONE  # what somebody issues: "the statement" has an author
    plural_pronouns: Phrases = _NONE


@cache
def source_words() -> SourceWords:
    """The words of all languages together: names and quotations cross languages."""
    return SourceWords.of_all()
