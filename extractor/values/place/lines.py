"""Lines whose capitals say nothing of names: headlines in title case or capitals, and the site's name behind one."""

from __future__ import annotations

import re
from enum import StrEnum

from extractor.values.place.patterns import WordPattern

_WORD = re.compile(r"[^\W\d_]{4,}")
_LONGEST = 220  # code points; a longer line is a paragraph
_FEWEST = 3  # words of four letters and more, below which capitals may be a name
_SHARE = 0.8
_SEPARATOR = re.compile(r"\s[-–—|]\s|\s\|")
_SITE = WordPattern("site")


class Line(StrEnum):
    """How the words of a line are printed."""

    PLAIN = "plain"
    TITLED = "titled"  # Nearly Every Word With a Capital
    SHOUTED = "shouted"


def line_at(text: str, position: int) -> tuple[int, int]:
    """Where the line around `position` begins and ends."""
    start = text.rfind("\n", max(0, position - _LONGEST), position) + 1
    if start == 0 and position > _LONGEST:
        start = position - _LONGEST
    end = text.find("\n", position, position + _LONGEST)
    return start, end if end >= 0 else min(len(text), position + _LONGEST)


def line_kind(text: str, position: int) -> Line:
    """How the line around `position` is printed.

    >>> line_kind("Two Killed In Shooting Near Old Mill", 4).value, line_kind("Two killed near Old Mill", 4).value
    ('titled', 'plain')
    """
    start, end = line_at(text, position)
    if end - start >= _LONGEST:
        return Line.PLAIN
    found = _WORD.findall(text, start, end)
    if len(found) < _FEWEST:
        return Line.PLAIN
    if sum(w.isupper() for w in found) >= _SHARE * len(found):
        return Line.SHOUTED
    return Line.TITLED if sum(w[0].isupper() for w in found) >= _SHARE * len(found) else Line.PLAIN


def site_start(text: str, position: int) -> int | None:
    """Where the name of the site begins in the line around `position`, `None` if it names none.

    >>> text = "Man shot at market - News 4 Springfield, Weather and Sports"
    >>> text[site_start(text, 0):]
    ' - News 4 Springfield, Weather and Sports'
    """
    start, end = line_at(text, position)
    for mark in _SEPARATOR.finditer(text, start, end):
        rest = _WORD.findall(text, mark.end(), end)
        named = _SITE.search(text, mark.end(), end)
        if named and sum(w[0].isupper() for w in rest) >= _SHARE * len(rest):
            return mark.start()
    return None
