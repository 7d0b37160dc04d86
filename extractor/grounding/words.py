"""Words of a folded text, each with its offsets and a key under which equal meanings are equal."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from extractor.grounding.meaning import FAMILY
from extractor.grounding.numerals import NUMBER_WORDS, digits_key, spelt

# Scripts written without spaces: every character is a word of its own. Han, kana, Thai, Lao, Khmer, Myanmar.
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_UNSPACED = re.compile(f"[{UNSPACED}]")


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
    return digits_key(raw) if raw[0].isdigit() else FAMILY.get(raw, raw)


def read_words(folded: str, start: int = 0, end: int | None = None) -> Words:
    """The words of `folded[start:end]`: contractions opened, spelt numbers and hedges of several words made one.

    >>> read_words("at least fifty-seven didn't").keys
    ['~at least', '#57', 'did', 'not']
    """
    raw: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    end = len(folded) if end is None else end
    pattern = _ASCII_WORD if folded[start:end].isascii() else _pattern()
    for match in pattern.finditer(folded, start, end):
        word = match.group()
        if "'" in word or word == "cannot":
            for piece, low, high in _opened(word, *match.span()):
                raw.append(piece)
                starts.append(low)
                ends.append(high)
            continue
        raw.append(word if "." not in word or word[0].isdigit() else word.replace(".", ""))
        starts.append(match.start())
        ends.append(match.end())
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


_NUMERAL_TAIL = re.compile(
    r"[\s-](?:hundred|thousand|million|billion|trillion|crore|lakh|dozen|mln|bn)\b|%|[\s-]per ?cent", re.IGNORECASE
)
_TENS_BEFORE = re.compile(r"\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[\s-]$", re.IGNORECASE)
_TENS_END = re.compile(r"\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$", re.IGNORECASE)
_UNIT_AFTER = re.compile(r"[\s-](?:one|two|three|four|five|six|seven|eight|nine)\b", re.IGNORECASE)
_UNIT_START = re.compile(r"(?:one|two|three|four|five|six|seven|eight|nine)\b", re.IGNORECASE)
_NUMBER_END = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred|thousand|half a|a))$",
    re.IGNORECASE,
)
_SCALE_START = re.compile(
    r"(?:hundred|thousand|million|billion|trillion|crore|lakh|dozen|per ?cent)\b|%", re.IGNORECASE
)
_SPACED_TAIL = re.compile(r"[\u00a0\u2009\u202f ]\d{3}(?!\d)")
_SPACED_HEAD = re.compile(r"(?<![\d.,])\d{1,3}[\u00a0\u2009\u202f ]$")
_NO_ONE = re.compile(r"\bno[\s-]$", re.IGNORECASE)
_CJK_NUMERALS = frozenset("〇零一二三四五六七八九十百千万萬億亿两兩0123456789０１２３４５６７８９.．,，")
_SEPARATORS = ".,:/'’٫٬-–"


def _wordlike(char: str) -> bool:
    return char.isalnum() or char == "\u200d" or unicodedata.category(char)[0] == "M"


def whole(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` starts and ends between words and cuts no number: not "7 people" in "57 people".

    >>> whole("57 people", 1, 9), whole("1,200 dead", 0, 1), whole("killed 2 million", 0, 8), whole("57 people", 0, 9)
    (False, False, False, True)
    """
    first, last = text[start], text[end - 1]
    before = text[start - 1] if start else ""
    after = text[end] if end < len(text) else ""
    if after and unicodedata.category(after)[0] == "M":
        return False
    if after == "\u200d" or before == "\u200d":
        return False
    return _clean_start(text, start, first, before) and _clean_end(text, end, last, after)


def _clean_start(text: str, start: int, first: str, before: str) -> bool:
    if not before:
        return True
    head = text[max(0, start - 12) : start]
    if first.isdigit():
        if before in _SEPARATORS and start > 1 and text[start - 2].isdigit():
            return False
        if (
            text[start : start + 3].isdigit()
            and not text[start + 3 : start + 4].isdigit()
            and _SPACED_HEAD.search(head)
        ):
            return False
    if first in "%" or first.isalpha():
        if (
            first in "hHtTmMbBcClLdDpP%"
            and _SCALE_START.match(text, start)
            and _NUMBER_END.search(head.rstrip(" \u00a0\n-"))
        ):
            return False
        if first in "oOtTfFsSeEnN" and _UNIT_START.match(text, start) and _TENS_BEFORE.search(head):
            return False
        if first in "oO" and text[start : start + 3].lower() == "one" and _NO_ONE.search(head):
            return False
        if first in "tT" and before in "'’" and start > 1 and text[start - 2] in "nN":
            return False
    return _parted(before, first)


def _clean_end(text: str, end: int, last: str, after: str) -> bool:
    if not after:
        return True
    if last.isdigit():
        if after in _SEPARATORS and text[end + 1 : end + 2].isdigit():
            return False
        if _SPACED_TAIL.match(text, end) and re.search(r"(?<![\d.,])\d{1,3}$", text[max(0, end - 4) : end]):
            return False
    if last in ".," and after.isdigit() and text[end - 2 : end - 1].isdigit():
        return False
    if after in "%- \u00a0\n":
        tail = text[max(0, end - 12) : end]
        if _NUMERAL_TAIL.match(text, end) and _NUMBER_END.search(tail):
            return False
        if _UNIT_AFTER.match(text, end) and _TENS_END.search(tail):
            return False
    if after in "'’" and text[end + 1 : end + 2] in {"t", "T"} and last in "nN":
        return False
    return _parted(last, after)


def _parted(one: str, two: str) -> bool:
    """Whether a word may end between two neighbouring characters."""
    if not (_wordlike(one) and _wordlike(two)):
        return True
    if one in _CJK_NUMERALS and two in _CJK_NUMERALS:
        return False
    return bool(_UNSPACED.match(one) or _UNSPACED.match(two))
