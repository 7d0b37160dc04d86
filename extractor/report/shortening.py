"""Short names for articles: `000_39ae76600718cd0b` is `000` as long as no other article begins so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_PIECE = re.compile(r"[^\W_]+|[\W_]+")
_LONG = 10  # characters: shorter ids stay as they are


class ShortNames:
    """Ids to the shortest beginnings, at a separator, by which they differ.

    >>> names = ShortNames(["000_39ae76600718cd0b", "001_42162530b0eeb0ce", "post"])
    >>> names.of("000_39ae76600718cd0b"), names.of("post"), names.of("unknown")
    ('000', 'post', 'unknown')
    >>> names.within("000_39ae76600718cd0b says 12.")
    '000 says 12.'
    """

    def __init__(self, ids: Iterable[str]) -> None:
        known = sorted(set(ids))
        heads = {key: _beginnings(key) for key in known}
        taken = Counter(head for found in heads.values() for head in set(found))
        self._short = {
            key: next((head for head in heads[key] if taken[head] == 1), key) if len(key) >= _LONG else key
            for key in known
        }
        long_first = sorted((key for key in known if self._short[key] != key), key=lambda key: (-len(key), key))
        self._pattern = re.compile("|".join(re.escape(key) for key in long_first)) if long_first else None

    def of(self, key: str) -> str:
        """The short name of an article; an id that was not given stays as it is."""
        return self._short.get(key, key)

    def within(self, text: str) -> str:
        """The text with every known id in it shortened."""
        return self._pattern.sub(lambda match: self._short[match.group()], text) if self._pattern else text


def _beginnings(key: str) -> list[str]:
    pieces = _PIECE.findall(key)
    found = ["".join(pieces[: index + 1]) for index in range(len(pieces)) if pieces[index][0].isalnum()]
    return found or [key]
