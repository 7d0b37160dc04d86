"""Characters that nobody sees, and what articles hide with them."""

from __future__ import annotations

import re

# Soft hyphen, zero-width characters, marks and overrides of direction, invisible operators, the byte order mark, tags.
INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f"
"""For a character class of a regular expression."""

_BROKEN_NUMBER = re.compile(rf"\d[{INVISIBLE}]+\d")
_TURNED = re.compile(r"[\u202d\u202e][^\u202c\n]{0,200}?\d")  # an override shows the digits after it in another order
_SMUGGLED = re.compile(r"[\U000e0020-\U000e007e]{2,}")  # letters of a script that no font shows


def hidden_in(text: str) -> str | None:
    """What a text hides from its readers, in words; `None` when it hides nothing.

    >>> hidden_in("1\u200b2 people died")
    'digits with invisible characters between them, which are not read as a number'
    """
    if _BROKEN_NUMBER.search(text):
        return "digits with invisible characters between them, which are not read as a number"
    if _TURNED.search(text):
        return "digits that are shown in another order than they are written in"
    if _SMUGGLED.search(text):
        return "letters that no font shows"
    return None
