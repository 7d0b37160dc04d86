"""Words of a text with their offsets: the one tokeniser of the readers of names, sources and cues."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple, TypeVar

from extractor.segments import TextView, per_text

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}"
    r"|(?:Mr|Mrs|Ms|Dr|Gen|Col|Maj|Lt|Capt|Sgt|Sen|Rep|Gov|Brig|Prof|St|Cmdr|Insp|Supt|Adm)\."
    r"|\d+(?:[.,]\d+)*"
    r"|[^\W\d_][^\W_]*(?:-[^\W_]+)*"
    r"|[^\w\s]"
)
_LIMIT = 4000  # a "sentence" longer than this many characters is no sentence; readers look at windows of it


class Token(NamedTuple):
    """One word or mark: `text[start:end]`; `low` is folded for comparison."""

    start: int
    end: int
    text: str
    low: str

    @property
    def capital(self) -> bool:
        """Does it begin with a capital letter?"""
        return self.text[:1].isupper()

    @property
    def word(self) -> bool:
        """Is it a word or a number, not a mark?"""
        return self.text[:1].isalnum()


def fold(text: str) -> str:
    """Case and typographic apostrophes out of the way; length may change for a few letters.

    >>> fold("Syria’s")
    "syria's"
    """
    if text.isascii():
        return text.lower()
    return text.replace("’", "'").replace("ʼ", "'").casefold()


_fold_word = lru_cache(maxsize=65536)(fold)


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """The tokens of `text[start:end]`, offsets absolute. Linear in the length.

    >>> [t.text for t in tokenise("At least 1,200 in Syria's north.", 0, 32)]
    ['At', 'least', '1,200', 'in', 'Syria', "'", 's', 'north', '.']
    """
    return [Token(m.start(), m.end(), m.group(), _fold_word(m.group())) for m in _TOKEN.finditer(text, start, end)]


def sentence_range(view: TextView, offset: int) -> tuple[int, int]:
    """`[start, end)` of the sentence at `offset`, cut to a window when a text has no sentence ends for pages."""
    found = view.sentence_at(offset)
    start, end = found.start, found.end
    if end - start > _LIMIT:
        # Aligned to a grid, so that neighbouring figures share one memoised analysis.
        cell = max(0, (offset - start) // (_LIMIT // 2))
        start, end = start + cell * (_LIMIT // 2), min(end, start + (cell + 2) * (_LIMIT // 2))
        start = max(found.start, start - _LIMIT // 4)
    return start, end


def sentence_ranges(view: TextView, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The ranges of all sentences that touch `[start, end)`, in order; overlapping windows of one that is too long.

    A text without sentences gives nothing.
    """
    index = view.sentence_index(start)
    while 0 <= index < len(view.sentences) and view.sentences[index].start < end:
        found = view.sentences[index]
        if found.end - found.start <= _LIMIT:
            if found.end > start:
                yield found.start, found.end
        else:
            first = max(found.start, start - (start - found.start) % (_LIMIT // 2))
            for offset in range(first, min(found.end, end), _LIMIT // 2):
                yield sentence_range(view, offset)
        index += 1


@per_text
def sentence_tokens(view: TextView, start: int, end: int) -> list[Token]:
    """Tokens of a range, made once per text."""
    return tokenise(view.text, start, end)


T = TypeVar("T")


def phrase_at(
    tokens: list[Token], index: int, table: Mapping[tuple[str, ...], T], longest: int
) -> tuple[int, T] | None:
    """The longest phrase of `table` that begins at `tokens[index]`: (number of tokens, what it stands for).

    >>> phrase_at(tokenise("the car bomb", 0, 12), 1, {("car", "bomb"): "x"}, 3)
    (2, 'x')
    """
    lows = tuple(t.low for t in tokens[index : index + longest])
    for size in range(len(lows), 0, -1):
        found = table.get(lows[:size])
        if found is not None:
            return size, found
    return None
