"""What the words beside a name make of it, in the language of the text: where it happened, what a distance counts from.

The rows of words are data (`language/data/<code>/places.toml`); a language without any makes nothing of a name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from extractor.language.detecting import language_of_view
from extractor.segments import TextView
from extractor.values.place.vocabulary import PlaceWords, pattern_after, pattern_before

_BEFORE = 60  # code points before a name in which the words that give it a role are looked for
_AFTER = 24
_BETWEEN = 4  # words between a preposition and the name ("in the old harbour of X") that a judge allows


class Role(StrEnum):
    """What a name is where it appears."""

    LOCATIVE = "locative"  # where something is or happens
    REFERENCE = "reference"  # what a distance or a direction counts from
    MOVEMENT = "movement"  # where somebody went
    NONE = "none"


@dataclass(frozen=True, slots=True)
class _Patterns:
    locative_before: re.Pattern[str] | None
    loose_before: re.Pattern[str] | None
    locative_after: re.Pattern[str] | None
    reference_before: re.Pattern[str] | None
    reference_after: re.Pattern[str] | None
    movement_before: re.Pattern[str] | None
    movement_after: re.Pattern[str] | None
    elsewhere: re.Pattern[str] | None
    listing: re.Pattern[str]
    nesting: re.Pattern[str]


@cache
def _patterns(code: str) -> _Patterns:
    words = PlaceWords.of(code)
    articles = words.articles
    there = "|".join(re.escape(p) for p in sorted((*words.locatives_before, *articles), key=len, reverse=True))
    placed = rf"(?:(?:{there})\s+){{0,2}}" if there else ""
    joined = "|".join(re.escape(p) for p in sorted(words.conjunctions, key=len, reverse=True))
    return _Patterns(
        pattern_before(words.locatives_before, articles),
        pattern_before(words.locatives_before, articles, words=_BETWEEN),
        pattern_after(words.locatives_after, words.written_on),
        pattern_before(words.references_before, articles),
        pattern_after(words.references_after),
        pattern_before(words.movements_before, articles),
        pattern_after(words.movements_after),
        re.compile("|".join(rf"(?<!\w){re.escape(p)}(?!\w)" for p in sorted(words.elsewhere)), re.IGNORECASE)
        if words.elsewhere
        else None,
        re.compile(rf"\s*(?:{joined})\s+{placed}" if joined else r"\s*,\s*", re.IGNORECASE),
        re.compile(rf"\s*[,(]?\s*{placed}", re.IGNORECASE),
    )


def role_beside(view: TextView, start: int, end: int, *, loose: bool = False) -> Role:
    """The role that the words beside `text[start:end]` give it; `loose` allows other words before the name.

    >>> text = "Ocho personas murieron en Ganga, al sur de Jartum."
    >>> role_beside(TextView(text), 26, 31).value, role_beside(TextView(text), 43, 49).value
    ('locative', 'reference')
    """
    patterns, text = _patterns(language_of_view(view)), view.text
    low, high = max(view.sentence_at(start).start, start - _BEFORE), min(len(text), end + _AFTER)
    if _either(text, (patterns.reference_before, low, start), (patterns.reference_after, end, high)):
        return Role.REFERENCE
    if _either(text, (patterns.movement_before, low, start), (patterns.movement_after, end, high)):
        return Role.MOVEMENT
    before = patterns.loose_before if loose else patterns.locative_before
    if _either(text, (before, low, start), (patterns.locative_after, end, high)) or _ends_so(patterns, text[start:end]):
        return Role.LOCATIVE
    return Role.NONE


def _either(
    text: str, before: tuple[re.Pattern[str] | None, int, int], after: tuple[re.Pattern[str] | None, int, int]
) -> bool:
    (one, low, start), (other, end, high) = before, after
    return bool(one and one.search(text[low:start])) or bool(other and other.match(text[end:high]))


def _ends_so(patterns: _Patterns, name: str) -> bool:
    """Does a name in a language that writes its particles onto it end in one?"""
    after = patterns.locative_after
    return (
        after is not None
        and not name.isascii()
        and any(after.fullmatch(name[at:]) for at in range(max(1, len(name) - 3), len(name)))
    )


def names_another_place(view: TextView, start: int, end: int) -> bool:
    """Does `text[start:end]` speak of a place that it does not name: "in another town"?"""
    pattern = _patterns(language_of_view(view)).elsewhere
    return pattern is not None and pattern.search(view.text, start, end) is not None


def are_listed(view: TextView, start: int, end: int) -> bool:
    """Do the words between two names list them together: "et à", "e em"?"""
    return _patterns(language_of_view(view)).listing.fullmatch(view.text, start, end) is not None


def are_nested(view: TextView, start: int, end: int) -> bool:
    """Do the words between two names put the one in the other: a comma, "in", nothing at all?"""
    return start <= end and _patterns(language_of_view(view)).nesting.fullmatch(view.text, start, end) is not None
