"""Word tables written as text, so that a table reads as a table."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a text, parted by white space.

    >>> sorted(word_set("city capital"))
    ['capital', 'city']
    """
    return frozenset(text.split())
