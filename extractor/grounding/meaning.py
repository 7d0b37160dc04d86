"""Which changes of a word are harmless, and which words may neither appear nor vanish in an edited quote.

What is not known to be harmless is refused. The lists are in `lexicon`.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from rapidfuzz.distance import OSA

from extractor.grounding.lexicon import (
    ADDED,
    BINDING,
    FAMILIES,
    FEMININE,
    FOREIGN_GUARDS,
    FREE,
    GUARDS,
    MASCULINE,
    OPPOSED,
    SPELLINGS,
    STEMS,
    SYNONYMS,
)
from extractor.grounding.lexicon import PHRASES as PHRASE_GROUPS
from extractor.grounding.numerals import LARGE, NUMBER_WORDS

GRAMMAR = FREE - BINDING
FAMILY = {word: f"~{family.split()[0]}" for family in FAMILIES for word in family.split()}
PHRASES = {tuple(phrase.split()): number for number, group in enumerate(PHRASE_GROUPS) for phrase in group.split(",")}
PHRASE_STARTS = frozenset(phrase[0] for phrase in PHRASES)


def _numbered(groups: tuple[str, ...]) -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for number, group in enumerate(groups):
        for word in group.split():
            found[word] = found.get(word, frozenset()) | {number}
    return found


_SYNONYM_OF = _numbered(SYNONYMS)
_DOERS = ("er", "ers", "or", "ors")
_SUFFIXES = frozenset(["", "s", "es", "ed", "d", "ing", "e", "y", "ies", "ied", "n", "en"])


@lru_cache(maxsize=16384)
def guarded(word: str) -> bool:
    """Whether a folded word may neither appear nor vanish: it could turn the claim into another.

    >>> [guarded(w) for w in ("57", "not", "nearly", "killed", "sunday", "the", "elusive")]
    [True, True, True, True, True, False, False]
    """
    return (
        word in GUARDS
        or word in NUMBER_WORDS
        or word in LARGE
        or word in FOREIGN_GUARDS
        or word in FAMILY
        or word[:1] in "#~"
        or any(c.isnumeric() for c in word)
        or word.startswith(STEMS)
    )


@lru_cache(maxsize=16384)
def american(word: str) -> str:
    """One spelling for the British and the American form of a word."""
    for old, new in SPELLINGS:
        word = word.replace(old, new)
    return word


@lru_cache(maxsize=16384)
def unaccented(word: str) -> str:
    """A folded word without its accents; a letter that is not another one with an accent stays.

    >>> unaccented("çavuşoğlu")
    'cavusoglu'
    """
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def _opposed(one: str, other: str) -> bool:
    for a, b in OPPOSED:
        for x, y in ((a, b), (b, a)):
            if one.startswith(x) and other.startswith(y) and one[len(x) :] == other[len(y) :]:
                return True
    return False


def inflected(one: str, other: str) -> bool:
    """Two forms of one word: `bombing`, `bombed`; never one that turns the meaning (`careless`, `killer`)."""
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    if shared < 3 or shared < 0.6 * min(len(one), len(other)):  # noqa: PLR2004 - a stem has three letters or more
        return False
    first, second = one[shared:], other[shared:]
    if first in _SUFFIXES and second in _SUFFIXES:
        return True
    doubled = one[shared - 1]  # stop, stopped
    return ((first, second[:1]) == ("", doubled) and second[1:] in _SUFFIXES) or (
        (second, first[:1]) == ("", doubled) and first[1:] in _SUFFIXES
    )


def mistyped(one: str, other: str) -> bool:
    """A slip of one or two letters in a long word, and no prefix that turns the meaning."""
    short = min(len(one), len(other))
    if short < 5 or _opposed(one, other) or not (one.isalpha() and other.isalpha()):  # noqa: PLR2004 - long enough to be told
        return False
    limit = 2 if short >= 8 else 1  # noqa: PLR2004 - two slips only in a long word
    return one[:1] == other[:1] and bool(OSA.distance(one, other, score_cutoff=limit) <= limit)


def synonymous(one: str, other: str) -> bool:
    """Listed words of one meaning."""
    return not _SYNONYM_OF.get(one, frozenset()).isdisjoint(_SYNONYM_OF.get(other, frozenset()))


def _same_stem(one: str, other: str) -> bool:
    """Both guarded by one stem alone, and neither a doer: "deneid" for "denied", never "killer" for "killed"."""
    if {one, other} & (GUARDS | FOREIGN_GUARDS) or one.endswith(_DOERS) or other.endswith(_DOERS):
        return False
    return any(one.startswith(stem) and other.startswith(stem) for stem in STEMS)


@lru_cache(maxsize=16384)
def exchangeable(one: str, other: str) -> bool:  # noqa: PLR0911 - one return a rule
    """Whether one folded word may stand where the other stood without changing what is claimed.

    >>> exchangeable("said", "stated"), exchangeable("finalised", "finalized"), exchangeable("north", "south")
    (True, True, False)
    >>> exchangeable("increased", "decreased"), exchangeable("killed", "injured"), exchangeable("neigbors", "neighbors")
    (False, False, True)
    """
    if {one, other} & MASCULINE and {one, other} & FEMININE:
        return False
    if one == other or (one in GRAMMAR and other in GRAMMAR) or american(one) == american(other):
        return True
    if FAMILY.get(one, one) == FAMILY.get(other, other) or synonymous(one, other):
        return True
    if any(c.isnumeric() for c in one + other):
        return False
    first, second = guarded(one), guarded(other)
    if first and second:
        if {one, other} & NUMBER_WORDS or min(len(one), len(other)) <= 3:  # noqa: PLR2004
            return False
        return inflected(one, other) or (_same_stem(one, other) and mistyped(one, other))
    if first or second:
        # A slip in a guarded word ("kiled") still says it; a slip that makes or breaks a short one does not.
        word, slip = (one, other) if first else (other, one)
        return word not in NUMBER_WORDS and len(word) >= 6 and mistyped(word, slip)  # noqa: PLR2004
    return inflected(one, other) or mistyped(one, other)


def may_appear(word: str) -> bool:
    """Whether the quote may have this word in excess as a matter of style."""
    return word in FREE or word in ADDED or (len(word) > 5 and word.endswith("ly") and not guarded(word))  # noqa: PLR2004
