"""Article text made safe to print: nothing in it is markup, and no control character reaches the terminal."""

from __future__ import annotations

import unicodedata

_PICTURES = 0x2400  # U+2400 to U+241F picture the control characters U+0000 to U+001F
_DELETE = 0x7F
_SPACE = 0x20


def printable(text: str, limit: int | None = None) -> str:
    r"""The text on one line, with control, direction and unpaired surrogate characters made visible.

    White space of any kind becomes single spaces. `limit` cuts to that many characters, marked with an ellipsis.

    >>> printable("57\x1b[31m dead\n and\u202e more")
    '57␛[31m dead and<U+202E> more'
    >>> printable("a long sentence", 7)
    'a long…'
    """
    if limit is not None and len(text) > limit * 4:
        text = text[: limit * 4]
    shown = "".join(_visible(char) for char in " ".join(text.split()))
    if limit is not None and len(shown) > limit:
        return shown[: limit - 1].rstrip() + "…"
    return shown


def _visible(char: str) -> str:
    code = ord(char)
    if code < _SPACE:
        return chr(_PICTURES + code)
    if code == _DELETE:
        return "␡"
    if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") and char != "\u00ad":
        return f"<U+{code:04X}>"
    return char
