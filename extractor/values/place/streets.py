"""Whether a place is a street, by its name."""

from __future__ import annotations

from functools import cache

from extractor.language.transliteration import fold
from extractor.values.place.vocabulary import all_words


@cache
def _street_words() -> frozenset[str]:
    return frozenset(fold(word) for word in all_words().streets)


def one_street(first: str, second: str) -> bool:
    """Whether just one of two names is a street's: a bar, a park or a hospital may be on it.

    >>> one_street("vine street", "cameo nightclub"), one_street("vine street", "main street")
    (True, False)
    """
    ends = [name.split()[-1:] for name in (first, second)]
    streets = [bool(end) and fold(end[0]) in _street_words() for end in ends]
    return streets[0] != streets[1]
