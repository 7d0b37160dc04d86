"""Phrases of the language data as one regular expression.

A phrase is words between spaces: `a/b` is either word, `(a/b)` may be left out, `#` is a number, `*` any word, and
`kill*` any word that begins so. An apostrophe is either apostrophe. A phrase ends where its last word ends; in scripts
that write no spaces, anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_LETTER = r"[\w'’-]"  # of a word
_NO_SPACES = re.compile(r"[\u2e80-\u9fff\uac00-\ud7ff\u0e00-\u0eff]$")  # CJK, kana, Thai, Lao


def any_of(phrases: Iterable[str]) -> str:
    """A regular expression for any of the phrases, the longest first; one that never matches when there are none.

    >>> bool(re.match(any_of(["see (also)", "# comment/comments"]), "12 comments"))
    True
    >>> bool(re.match(any_of(["see (also)"]), "seen"))
    False
    """
    listed = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return f"(?:{'|'.join(map(_expression, listed))})" if listed else "(?!)"


def _expression(phrase: str) -> str:
    made, parted = "", False
    for part in phrase.split():
        optional = part.startswith("(")
        words = "|".join(map(_word, part.strip("()").split("/")))
        space = r"\s+" if parted else ""
        if optional and not made:
            made = rf"(?:(?:{words})\s+)?"
        elif optional:
            made += f"(?:{space}(?:{words}))?"
        else:
            made += rf"\s*{words}" if part == ":" else rf"{space}(?:{words})"
            parted = True
    last = phrase.rstrip(")")
    return made if last.endswith(("*", ":", ".")) or _NO_SPACES.search(last) else rf"{made}(?!\w)"


def _word(word: str) -> str:
    if word == "#":
        return r"\d+"
    if word == "*":
        return f"{_LETTER}+"
    return re.escape(word).replace("'", "['’]").replace(r"\*", f"{_LETTER}*")
