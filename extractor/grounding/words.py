"""Words of a folded text, each with its offsets and a key under which equal meanings are equal."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from extractor.grounding.lexicon import family_of
from extractor.grounding.numerals import NUMBER_WORDS, digits_key, spelt

# Scripts written without spaces: every character is a word of its own. Han, kana, Thai, Lao, Khmer, Myanmar.
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)


# Combining signs, which `\\w` leaves out; of the Indic blocks below Tibetan everything, so the class stays small.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0711\u0730-\u074a"
    "\u07a6-\u07b0\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u0980-\u0dff\u0f00-\u0fff\u1ab0-\u1aff"
    "\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
_ASCII_WORD = re.compile(
    r"\d+(?:[.,:/]\d+)*[a-z0-9]*|[a-z0-9]+(?:'[a-z]{1,2}(?![a-z])|(?:\.[a-z](?![a-z]))+\.?)?|[%$]", re.ASCII
)


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    letter = rf"[^\W_{UNSPACED}]"
    run = rf"{letter}+(?:[{_MARKS}]+{letter}*)*"
    return re.compile(
        rf"\d+(?:[.,:/]\d+)*(?:{run})?|{run}(?:'[a-z]{{1,2}}(?![a-z])|(?:\.[a-z](?![a-z]))+\.?)?"
        rf"|[{UNSPACED}][{_MARKS}]*|[%$£€¥₹]"
    )


class Words(NamedTuple):
    """Parallel lists: `keys` to compare, `raw` folded spelling, `starts` and `ends` in the folded text."""

    keys: list[str]
    raw: list[str]
    starts: list[int]
    ends: list[int]


_CONTRACTED = {"can't": ("can", "not"), "won't": ("will", "not"), "shan't": ("shall", "not"), "cannot": ("can", "not")}
_SUFFIX = {"'re": "are", "'ve": "have", "'m": "am"}
_HEDGES: dict[tuple[str, ...], str] = {
    ("at", "least"): "~at least",
    ("at", "most"): "~at most",
    ("no", "more", "than"): "~no more than",
    ("no", "fewer", "than"): "~no fewer than",
    ("no", "less", "than"): "~no fewer than",
    ("no", "one"): "~nobody",
    ("more", "than"): "~more than",
    ("fewer", "than"): "~fewer than",
    ("less", "than"): "~fewer than",
    ("up", "to"): "~up to",
    ("as", "many", "as"): "~as many as",
    ("per", "cent"): "~percent",
    ("nobody",): "~nobody",
}
_BEFORE_NUMBER = {
    "over": "~more than",
    "under": "~fewer than",
    "around": "~around",
    "about": "~around",
    "roughly": "~around",
    "approximately": "~around",
    "some": "~around",
    "just": "~just",
    "only": "~only",
}
_STARTS = frozenset({*NUMBER_WORDS, *_BEFORE_NUMBER, *(hedge[0] for hedge in _HEDGES)})


@lru_cache(maxsize=32768)
def _key(raw: str) -> str:
    return digits_key(raw) if raw[0].isdigit() else family_of().get(raw, raw)


def read_words(folded: str, start: int = 0, end: int | None = None) -> Words:
    """The words of `folded[start:end]`: contractions opened, spelt numbers and hedges of several words made one.

    >>> read_words("at least fifty-seven didn't").keys
    ['~at least', '#57', 'did', 'not']
    """
    end = len(folded) if end is None else end
    ascii_only = folded.isascii() or folded[start:end].isascii()
    matches = list((_ASCII_WORD if ascii_only else _pattern()).finditer(folded, start, end))
    raw = [m.group() for m in matches]
    starts = [m.start() for m in matches]
    ends = [m.end() for m in matches]
    for at in range(len(raw) - 1, -1, -1):
        word = raw[at]
        if "'" in word or word == "cannot":
            pieces = _opened(word, starts[at], ends[at])
            raw[at : at + 1] = [p[0] for p in pieces]
            starts[at : at + 1] = [p[1] for p in pieces]
            ends[at : at + 1] = [p[2] for p in pieces]
        elif "." in word and not word[0].isdigit():
            raw[at] = word.replace(".", "")
    words = Words([_key(w) for w in raw], raw, starts, ends)
    return words if _STARTS.isdisjoint(raw) else _merged(words)


def _opened(word: str, start: int, end: int) -> list[tuple[str, int, int]]:
    if word in _CONTRACTED:
        first, second = _CONTRACTED[word]
        cut = start + len(first) if word == "cannot" else end - 2
        return [(first, start, cut), (second, cut, end)]
    if word.endswith("n't"):
        return [(word[:-3], start, end - 3), ("not", end - 3, end)] if len(word) > 3 else [("not", start, end)]  # noqa: PLR2004
    at = word.index("'")
    tail = word[at:]
    return [(word[:at], start, start + at), (_SUFFIX.get(tail, tail), start + at, end)]


def _merged(words: Words) -> Words:
    found: list[tuple[int, int, str]] = []
    past = 0
    for at, word in enumerate(words.raw):
        if at >= past and word in _STARTS:
            key, size = _merge_at(words, at)
            if size > 1 or key != words.keys[at]:
                found.append((at, size, key))
                past = at + size
    for at, size, key in reversed(found):
        last = at + size
        words.ends[at:last] = [words.ends[last - 1]]
        words.starts[at:last] = [words.starts[at]]
        words.raw[at:last] = [" ".join(words.raw[at:last])]
        words.keys[at:last] = [key]
    return words


def _merge_at(words: Words, at: int) -> tuple[str, int]:
    word = words.raw[at]
    if word in NUMBER_WORDS:
        value, size = spelt(words.raw, at)
        return (f"#{value}", size) if size else (words.keys[at], 1)
    for size in (3, 2, 1):
        hedge = tuple(words.raw[at : at + size])
        if hedge in _HEDGES:
            return _HEDGES[hedge], len(hedge)
    if word in _BEFORE_NUMBER and at + 1 < len(words.raw):
        following = words.raw[at + 1]
        if (
            following[0].isdigit()
            or following in NUMBER_WORDS
            or following in {"a", "$", "£", "€", "dozens", "hundreds"}
        ):
            return _BEFORE_NUMBER[word], 1
    return words.keys[at], 1
