"""Where a quote may begin and end: never inside a word, a number or a negation."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import ClassVar

from extractor.grounding.words import UNSPACED
from extractor.vocabulary import Ordered, Phrases, Vocabulary

_UNSPACED = re.compile(f"[{UNSPACED}]")
_NUMERAL_TAIL = re.compile(
    r"[\s-](?:hundred|thousand|million|billion|trillion|crore|lakh|dozen|mln|bn)\b|%|[\s-]per ?cent", re.IGNORECASE
)
_TENS_BEFORE = re.compile(r"\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[\s-]$", re.IGNORECASE)
_TENS_END = re.compile(r"\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$", re.IGNORECASE)
_UNIT_AFTER = re.compile(r"[\s-](?:one|two|three|four|five|six|seven|eight|nine)\b", re.IGNORECASE)
_UNIT_START = re.compile(r"(?:one|two|three|four|five|six|seven|eight|nine)\b", re.IGNORECASE)
_NUMBER_END = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred|thousand|a))$",
    re.IGNORECASE,
)
# "million litres" claims no figure of its own; "hundred dead" and "dozen people" do.
_SCALE_START = re.compile(r"(?:hundred|thousand|dozen)\b", re.IGNORECASE)
_SPACED_TAIL = re.compile(r"[\u00a0\u2009\u202f ]\d{3}(?!\d)")
_SPACED_HEAD = re.compile(r"(?<![\d.,])\d{1,3}[\u00a0\u2009\u202f ]$")
_NO_ONE = re.compile(r"\bno[\s-]$", re.IGNORECASE)
_CJK_NUMERALS = frozenset("〇零一二三四五六七八九十百千万萬億亿两兩0123456789０１２３４５６７８９.．,，")
_HANGUL_NUMERALS = frozenset("0123456789일이삼사오육칠팔구십백천만억한두세네다섯여섯곱덟홉열물른흔쉰순든")
_HANGUL_SCALES = frozenset(
    "0123456789십백천만억"
)  # behind digits: 20만 is one number, in 20구 and 7일 the letter counts
_SEPARATORS = ".,:/'’٫٬-–"


class JoinedWords(Vocabulary):
    """What a language writes together: particles before a word, and the letters of words that take particles behind."""

    topic: ClassVar[str] = "joining"
    prefixes: Phrases = frozenset()
    particles_follow: Ordered = ()  # spans of letters: 가-힣


@cache
def _joined() -> tuple[frozenset[str], re.Pattern[str]]:
    """The particles before a word, and a pattern of the letters behind which particles are written."""
    words = JoinedWords.of_all()
    return words.prefixes, re.compile(f"[{''.join(words.particles_follow)}]")


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


def _clean_start(text: str, start: int, first: str, before: str) -> bool:  # noqa: PLR0911 - one return a rule
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
    if first.isalpha():
        if first in "hHtTdD" and _SCALE_START.match(text, start) and _NUMBER_END.search(head.rstrip(" \u00a0\n-")):
            return False
        if first in "oOtTfFsSeEnN" and _UNIT_START.match(text, start) and _TENS_BEFORE.search(head):
            return False
        if first in "oO" and text[start : start + 3].lower() == "one" and _NO_ONE.search(head):
            return False
        if first in "tT" and before in "'’" and start > 1 and text[start - 2] in "nN":
            return False
    return _parted(before, first) or _follows_prefix(text, start)


def _follows_prefix(text: str, start: int) -> bool:
    """Whether only a particle that is written together with the next word is before an offset: "and" in "and-98"."""
    for prefix in _joined()[0]:
        first = start - len(prefix)
        if first >= 0 and text.startswith(prefix, first) and (first == 0 or not _wordlike(text[first - 1])):
            return True
    return False


def _clean_end(text: str, end: int, last: str, after: str) -> bool:  # noqa: PLR0911 - one return a rule
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
    return _parted(last, after) or _particle_follows(last, after)


def _particle_follows(last: str, after: str) -> bool:
    """Whether a particle or a counter may begin there: letters of a script that writes them behind a word or number."""
    letters = _joined()[1]
    if last in _HANGUL_NUMERALS and after in (_HANGUL_SCALES if last.isdigit() else _HANGUL_NUMERALS):
        return False
    return letters.match(after) is not None and (last.isdigit() or letters.match(last) is not None)


def _parted(one: str, two: str) -> bool:
    """Whether a word may end between two neighbouring characters."""
    if not (_wordlike(one) and _wordlike(two)):
        return True
    if one in _CJK_NUMERALS and two in _CJK_NUMERALS:
        return False
    return bool(_UNSPACED.match(one) or _UNSPACED.match(two))
