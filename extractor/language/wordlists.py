"""A readable way to write a set of words."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a text.

    >>> sorted(word_set("said says say"))
    ['said', 'say', 'says']
    """
    return frozenset(text.split())
