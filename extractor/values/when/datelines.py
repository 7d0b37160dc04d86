"""Datelines: "KABUL, March 12 (Reuters) -" gives the day of writing."""

from __future__ import annotations

import re

from extractor.segments import TextView

_PLACE = re.compile(r"[A-Z][A-Z .,'’()/-]{2,60}[,(]\s?|[A-Z][\w .,'’-]{2,40},\s")
_DASH = re.compile(r"\.\s+(?=[A-Z])|\.?\s*(?:\([\w /.-]{2,30}\)\s*)?[–—:-]")


def is_dateline(before: str, after: str) -> bool:
    """Whether what stands before and behind a date in its line makes it that of a dateline.

    >>> is_dateline("KABUL, ", " (Reuters) - A bomb"), is_dateline("It hit on ", ", killing 3")
    (True, False)
    """
    return bool(_PLACE.fullmatch(before)) and bool(_DASH.match(after))


def opens_dateline(view: TextView, start: int, end: int) -> bool:
    """Whether the date at `text[start:end]` is the day of writing of "KABUL, March 12 (Reuters) -"."""
    line = view.text.rfind("\n", max(0, start - 80), start) + 1
    return is_dateline(view.text[line:start], view.text[end : end + 60])
