"""Which changes of a word are harmless, and which words may neither appear nor vanish in an edited quote.

What is not known to be harmless is refused. The words are in `lexicon`.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from rapidfuzz.distance import OSA

from extractor.grounding.lexicon import family_of, grounding_words, stems, synonym_groups
from extractor.grounding.numerals import LARGE, NUMBER_WORDS

_DOERS = ("er", "ers", "or", "ors")
_SUFFIXES = frozenset(["", "s", "es", "ed", "d", "ing", "e", "y", "ies", "ied", "n", "en"])


@lru_cache(maxsize=16384)
def guarded(word: str) -> bool:
    """Whether a folded word may neither appear nor vanish: it could turn the claim into another.

    >>> [guarded(w) for w in ("57", "not", "nearly", "killed", "sunday", "the", "elusive")]
    [True, True, True, True, True, False, False]
    """
    return (
        word in grounding_words().guards
        or word in NUMBER_WORDS
        or word in LARGE
        or word in family_of()
        or word[:1] in "#~"
        or any(c.isnumeric() for c in word)
        or word.startswith(stems())
    )


@lru_cache(maxsize=16384)
def american(word: str) -> str:
    """One spelling for the British and the American form of a word."""
    for old, new in grounding_words().spellings:
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
    for a, b in grounding_words().opposed:
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
    groups = synonym_groups()
    return not groups.get(one, frozenset()).isdisjoint(groups.get(other, frozenset()))


def _same_stem(one: str, other: str) -> bool:
    """Both guarded by one stem alone, and neither a doer: "deneid" for "denied", never "killer" for "killed"."""
    if {one, other} & grounding_words().guards or one.endswith(_DOERS) or other.endswith(_DOERS):
        return False
    return any(one.startswith(stem) and other.startswith(stem) for stem in stems())


def _is_grammar(word: str) -> bool:
    """Whether a word only holds a sentence together: any other such word may take its place."""
    words = grounding_words()
    return word in words.free and word not in words.binding


@lru_cache(maxsize=16384)
def exchangeable(one: str, other: str) -> bool:  # noqa: PLR0911 - one return a rule
    """Whether one folded word may stand where the other stood without changing what is claimed.

    >>> exchangeable("said", "stated"), exchangeable("finalised", "finalized"), exchangeable("north", "south")
    (True, True, False)
    >>> exchangeable("increased", "decreased"), exchangeable("killed", "injured"), exchangeable("neigbors", "neighbors")
    (False, False, True)
    """
    words, family = grounding_words(), family_of()
    if {one, other} & words.masculine and {one, other} & words.feminine:
        return False
    if one == other or (_is_grammar(one) and _is_grammar(other)) or american(one) == american(other):
        return True
    if family.get(one, one) == family.get(other, other) or synonymous(one, other):
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
    words = grounding_words()
    return word in words.free or word in words.added or (len(word) > 5 and word.endswith("ly") and not guarded(word))  # noqa: PLR2004
