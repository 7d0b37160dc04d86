"""A normalised view of a text with a map back to the original's offsets.

Most of what differs between a quote and its source keeps its length (a no-break space, a curly quote, a dash, a
capital, a full-width letter): those are replaced one for one over the whole text, at C speed. What changes length (a
soft hyphen, a ligature, an ellipsis character, a run of spaces, a letter with a separate accent) is sparse, and only
there does the map hold a breakpoint.
"""

from __future__ import annotations

import heapq
import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

_ASCII_BYTES = bytes(range(128))
_SINGLE = {
    **dict.fromkeys("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u1680\u2028\u2029\u3000\u00a0\u202f\u205f", " "),
    **dict.fromkeys(map(chr, range(0x2000, 0x200B)), " "),
    **dict.fromkeys('‘’‚‛“”„‟«»‹›`´′″‵‶「」『』〝〞〟＂＇｀"ʼʻˈ❛❜❝❞', "'"),
    **dict.fromkeys("‐‑‒–—―−﹘﹣－⸺⸻⁃", "-"),
    "ı": "i",
    "İ": "i",
    "ς": "σ",
    "…": "...",
    "\u0640": "",  # Arabic tatweel stretches a word and says nothing
}
_ASCII_SINGLE = tuple((old, new) for old, new in _SINGLE.items() if old < "\x80")
# Starters that Unicode lets compose with the letter before them (NFC_Quick_Check=Maybe, not combining).
_COMPOSING = frozenset(
    "\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dcf\u0ddf\u102e\u1b35"
    + "".join(map(chr, range(0x1161, 0x1176)))
    + "".join(map(chr, range(0x11A8, 0x11C3)))
)
_RUNS = (" ", "-", "'")
_MANY = 40  # above this many different characters one pass with a table is faster than a pass each
_EDGE = " '\".,;:!?-()[]…。،؛।"


def _compatible(char: str) -> str:
    """NFKC of a character, except that superscripts and fractions stay apart from the digits before them."""
    return char if unicodedata.category(char) == "No" else unicodedata.normalize("NFKC", char)


@lru_cache(maxsize=8192)
def _fold_cluster(cluster: str) -> str:
    """The folded form of one character, or of a letter with its marks; stable under folding again."""
    if len(cluster) == 1 and cluster in _SINGLE:
        return _SINGLE[cluster]
    for _ in range(4):
        composed = unicodedata.normalize("NFC", cluster)
        folded = "".join(_compatible(c) for c in "".join(_compatible(c) for c in composed).casefold())
        folded = unicodedata.normalize("NFC", folded.lower().replace("i\u0307", "i"))
        folded = "".join("" if _ignorable(c) else _SINGLE.get(c, c) for c in folded)
        if folded == cluster:
            break
        cluster = folded
    return cluster


@lru_cache(maxsize=4096)
def _ignorable(char: str) -> bool:
    """Characters that show nothing: format characters, variation selectors."""
    return char not in " -'" and (unicodedata.category(char) == "Cf" or "\ufe00" <= char <= "\ufe0f")


@lru_cache(maxsize=4096)
def _is_mark(char: str) -> bool:
    return unicodedata.combining(char) != 0 or char in _COMPOSING


class Folded:
    """`text` is the normalised view; `original(i)` maps an offset of it back to the text it was made from.

    Building takes a few milliseconds a megabyte and a small multiple of the text; nothing is stored per character.
    """

    __slots__ = ("_at", "_shift", "length", "source", "text")

    def __init__(self, source: str) -> None:
        self.source = source
        self.length = len(source)
        self._at: array[int] = array("q")  # view offsets after which another shift holds
        self._shift: array[int] = array("q")  # original offset minus view offset from there on
        self.text = self._fold(source)

    def _fold(self, source: str) -> str:
        text = source
        odd: list[str] = []
        marks: list[str] = []
        if not source.isascii():
            rest = source.encode("utf-8", "surrogatepass").translate(None, _ASCII_BYTES)
            distinct = sorted(set(rest.decode("utf-8", "surrogatepass")))
            marks = [c for c in distinct if _is_mark(c)]
            text, odd = _replaced(source, distinct)
        if not text.isprintable() or '"' in text or "`" in text:
            for old, new in _ASCII_SINGLE:
                text = text.replace(old, new)
        text = text.lower()
        runs = [_runs(text, c) for c in _RUNS if c + c in text]
        if odd or marks:
            runs.append(_odd(text, odd, marks))
        return self._applied(source, text, _merged(heapq.merge(*runs))) if runs else text

    def _applied(self, source: str, text: str, stretches: Iterator[tuple[int, int]]) -> str:
        out: list[str] = []
        last = length = 0
        at, shift = self._at, self._shift
        for start, end in stretches:
            new = _fold_stretch(source[start:end])
            if new == text[start:end]:
                continue
            out.append(text[last:start])
            length += start - last
            out.append(new)
            # Inside the new letters every offset maps to the stretch's start; from its end on, the shift holds again.
            at.append(length)
            shift.append(start - length)
            length += len(new)
            at.append(length)
            shift.append(end - length)
            last = end
        out.append(text[last:])
        return "".join(out)

    def original(self, offset: int) -> int:
        """The offset in the source of the view's `offset`; inside a stretch that changed length, its start."""
        index = bisect_right(self._at, offset) - 1
        if index < 0:
            return offset
        if index % 2 == 0:  # inside a changed stretch
            return self._at[index] + self._shift[index]
        return offset + self._shift[index]

    def original_end(self, offset: int) -> int:
        """The source offset after the view's character before `offset`: an end, half-open."""
        if offset <= 0:
            return self.original(0)
        index = bisect_right(self._at, offset - 1) - 1
        if index < 0:
            return offset
        if index % 2 == 0:
            return self._at[index + 1] + self._shift[index + 1]
        return offset + self._shift[index]

    def folded(self, offset: int) -> int:
        """The view's offset nearest to an offset of the source (for hints)."""
        low, high = 0, len(self.text)
        while low < high:
            middle = (low + high) // 2
            if self.original(middle) < offset:
                low = middle + 1
            else:
                high = middle
        return low


def _replaced(source: str, distinct: list[str]) -> tuple[str, list[str]]:
    """One-for-one replacements done; the characters that change length are returned for later."""
    table: dict[int, str] = {}
    odd: list[str] = []
    for char in distinct:
        folded = "" if _ignorable(char) else _fold_cluster(char)
        if len(folded) != 1:
            odd.append(char)
        elif folded != char:
            table[ord(char)] = folded
    if len(table) > _MANY:
        full = {ord(c): c for c in distinct} | {i: chr(i) for i in range(128)} | table
        return source.translate(full), odd
    for code, folded in table.items():
        source = source.replace(chr(code), folded)
    return source, odd


def _runs(text: str, char: str) -> Iterator[tuple[int, int]]:
    """Stretches of two or more of a character, in order."""
    start = text.find(char + char)
    while start >= 0:
        end = start + 2
        while text.startswith(char, end):
            end += 1
        yield start, end
        start = text.find(char + char, end)


def _odd(text: str, odd: list[str], marks: list[str]) -> Iterator[tuple[int, int]]:
    """Stretches of characters that change length, with a letter before its marks and the runs around, in order."""
    past = 0
    for match in re.finditer(f"[{re.escape(''.join([*odd, *marks]))}]+", text):
        start, end = match.span()
        if marks and start > past:
            start -= 1
        while start > past and text[start - 1] in _RUNS:
            start -= 1
        while end < len(text) and text[end] in _RUNS:
            end += 1
        yield start, end
        past = end


def _merged(stretches: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Stretches that touch are one stretch: a soft hyphen between two spaces leaves one space."""
    low, high = -1, -1
    for start, end in stretches:
        if start <= high:
            high = max(high, end)
            continue
        if high >= 0:
            yield low, high
        low, high = start, end
    if high >= 0:
        yield low, high


@lru_cache(maxsize=8192)
def _fold_stretch(piece: str) -> str:
    """The folded form of a stretch: clusters folded, what shows nothing dropped, runs made one."""
    visible = "".join(c for c in piece if not _ignorable(c))
    clusters: list[str] = []
    for char in visible:
        if clusters and _is_mark(char):
            clusters[-1] += char
        else:
            clusters.append(char)
    text = "".join(_fold_cluster(c) for c in clusters).lower()
    for run in _RUNS:
        text = re.sub(re.escape(run) + "{2,}", run, text)
    return text


def normalise(text: str) -> str:
    """The text as the normalised stage compares it; normalising twice is normalising once.

    White space of any kind becomes one space and is stripped at both ends; quote marks, dashes, letter case, width,
    ligatures, composed and decomposed accents no longer differ; soft hyphens and zero-width characters are gone.

    >>> normalise("The “car\u00a0bomb” ﬁre — 57\u00ad dead…")
    "the 'car bomb' fire - 57 dead..."
    """
    if text.isascii():
        return Folded(text).text.strip()
    for _ in range(4):
        folded = Folded(text).text.strip()
        if folded == text:
            break
        text = folded
    return text


def trimmed(folded: str) -> str:
    """A folded quote without the punctuation around it.

    >>> trimmed("'57 dead'.")
    '57 dead'
    """
    return folded.strip(_EDGE)
