"""The shapes of an attribution, and a cue before its scope is known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from extractor.language.words import Token
from extractor.records import SourceType
from extractor.values.naming.phrases import Named


class Shape(StrEnum):
    """Where an attribution stands to what it governs."""

    BEFORE = "before"
    AFTER = "after"
    HEARSAY = "hearsay"
    BACK = "back"  # "That was confirmed by the police.": speaks of the sentence before


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that attribute, as token indices: sources, verb, and whether it is inserted (`tail`)."""

    shape: Shape
    first: int  # token index where source or cue begins
    last: int  # token index one past the cue, source and adjuncts included
    sources: tuple[Named, ...]
    verb: str = ""
    tail: bool = False
    says: bool = False  # a row found a word of speech in it
    whole: bool = False  # speaks of its whole clause, before and after it: "starben laut Polizei 133 Menschen"


def unspecified(token: Token) -> Named:
    """Nobody in particular: hearsay."""
    return Named(token.start, token.end, token.text, "", SourceType.UNSPECIFIED)
