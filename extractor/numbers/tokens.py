"""Words, numerals and marks of a text with their offsets, and tables of phrases over them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import Generic, NamedTuple, TypeVar

from extractor.segments.hidden import INVISIBLE

T = TypeVar("T")

# A numeral keeps its separators; a Han or kana character is a word of its own, as those scripts set no spaces.
# Digits with invisible characters between them are no numeral: what a person sees and what is written are two things.
_TOKEN = re.compile(
    rf"(?P<broken>\d+(?:[{INVISIBLE}]+\d+)+)"
    r"|(?P<number>\d+(?:[.,'’\u066b\u066c\u00a0\u202f\u2009]\d+)*)"
    r"|(?P<word>[\u2e80-\u9fff\uf900-\ufaff]|[^\W\d_\u2e80-\u9fff\uf900-\ufaff]+"
    r"(?:[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0900-\u0963\u200c]+[^\W\d_\u2e80-\u9fff\uf900-\ufaff]+)*[\u0900-\u0963]*)"
    r"|(?P<mark>[^\w\s])"
)


class Shape(Enum):
    """What a token looks like."""

    NUMBER = "number"
    WORD = "word"
    MARK = "mark"


_SHAPES = {"number": Shape.NUMBER, "word": Shape.WORD, "mark": Shape.MARK, "broken": Shape.MARK}
_DASHES = dict.fromkeys("‐‑‒–—−", "-")
_APOSTROPHES = dict.fromkeys("’‘ʼ", "'")


class Token(NamedTuple):
    """One word, numeral or mark: `text[start:end]`; `low` is its case-folded form with dashes and quotes made plain."""

    start: int
    end: int
    low: str
    shape: Shape
    capital: bool = False


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """The tokens of `text[start:end]`, with absolute offsets.

    >>> [t.low for t in tokenise("At least 1,234 — dead", 0, 21)]
    ['at', 'least', '1,234', '-', 'dead']
    """
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        group = match.lastgroup or "mark"
        raw = match.group()
        low = raw.lower()
        if group == "mark":
            low = _DASHES.get(low) or _APOSTROPHES.get(low) or low
        found.append(Token(match.start(), match.end(), low, _SHAPES[group], raw[0].isupper()))
    return found


def split_phrase(phrase: str) -> tuple[str, ...]:
    """The folded words of a table's phrase, cut as `tokenise` cuts a text.

    >>> split_phrase("no fewer than"), split_phrase("死亡")
    (('no', 'fewer', 'than'), ('死', '亡'))
    """
    return tuple(t.low for t in tokenise(phrase, 0, len(phrase)))


class Phrases(Generic[T]):
    """A table from phrases to what they mean, matched over tokens, the longest phrase first."""

    def __init__(self, table: Mapping[str, T]) -> None:
        self._ahead: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        self._behind: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, meaning in table.items():
            words = split_phrase(phrase)
            if words:
                self._ahead.setdefault(words[0], []).append((words, meaning))
                self._behind.setdefault(words[-1], []).append((words, meaning))
        self.firsts = frozenset(self._ahead)  # for a cheap test before `starting`
        for index in (self._ahead, self._behind):
            for entries in index.values():
                entries.sort(key=lambda entry: (-len(entry[0]), entry[0]))

    def starting(self, tokens: Sequence[Token], at: int) -> tuple[int, T] | None:
        """The longest phrase that starts with `tokens[at]`: its length in tokens and its meaning."""
        if at >= len(tokens):
            return None
        for words, meaning in self._ahead.get(tokens[at].low, ()):
            length = len(words)
            if length == 1:
                return 1, meaning
            stop = at + length
            if stop > len(tokens) or tokens[at + 1].low != words[1]:
                continue
            if all(tokens[at + i].low == words[i] for i in range(2, length)):
                return length, meaning
        return None

    def ending(self, tokens: Sequence[Token], before: int) -> tuple[int, T] | None:
        """The longest phrase that ends just before `tokens[before]`: its length in tokens and its meaning."""
        if not 0 < before <= len(tokens):
            return None
        for words, meaning in self._behind.get(tokens[before - 1].low, ()):
            first = before - len(words)
            if first >= 0 and all(tokens[first + i].low == word for i, word in enumerate(words)):
                return len(words), meaning
        return None

    def meaning(self, words: tuple[str, ...]) -> T | None:
        """What a whole phrase of the table means; `None` when the table does not hold it."""
        return next((m for w, m in self._ahead.get(words[0], ()) if w == words), None) if words else None

    def words(self) -> Iterable[tuple[str, ...]]:
        """All phrases as tuples of folded words, in the table's order by first word."""
        return (words for entries in self._ahead.values() for words, _ in entries)
