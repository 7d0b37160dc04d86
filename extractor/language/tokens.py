"""Words, numerals and marks of a text in any script, with their offsets, and tables of phrases over them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from extractor.segments import Found, TextView, per_text

T = TypeVar("T")

_UNSPACED = "\u0e00-\u0e4e\u0e5a-\u0ecf\u0eda-\u103f\u104a-\u108f\u1780-\u17df\u2e80-\u2fff\u3005-\u9fff\uf900-\ufaff"
_INDIC = (
    "\u0900-\u0963\u0970-\u09e5\u09f0-\u0a65\u0a70-\u0ae5\u0af0-\u0b65\u0b70-\u0be5\u0bf0-\u0c65"
    "\u0c70-\u0ce5\u0cf0-\u0d65\u0d70-\u0de5\u0df0-\u0dff"
)
_MARKS = "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed"
_JOINERS = "\u200c\u200d\u00ad"
# A character of a script that sets no spaces is a token of its own: a phrase in it is a row of such tokens.
_TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,:'’\u066b\u066c\u00a0\u202f\u2009]\d+)*)"
    rf"|(?P<sign>[{_UNSPACED}])"
    rf"|(?P<word>(?:[^\W\d_{_UNSPACED}]+|[{_INDIC}])(?:[^\W\d_{_UNSPACED}]+|[{_INDIC}{_MARKS}{_JOINERS}]+)*)"
    r"|(?P<mark>[^\w\s\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff])"
)
_DASHES = dict.fromkeys("‐‑‒–—−", "-")
_APOSTROPHES = dict.fromkeys("’‘ʼ`´", "'")
_LETTERS = str.maketrans(
    {
        "ي": "ی",
        "ى": "ی",
        "ئ": "ئ",
        "ك": "ک",
        "ة": "ه",
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ہ": "ه",
        "ھ": "ه",
        "ۀ": "ه",
        "ە": "ه",
        "ș": "ş",
        "ț": "ţ",
        "ё": "е",
    }
)
_DROPPED = re.compile(rf"[{_JOINERS}\u0640\u064b-\u065f\u0670\u0591-\u05bd\u05bf\u05c1-\u05c7\u0307]")
_ACCENTED_GREEK = re.compile("[\u0370-\u03ff\u1f00-\u1fff]")


class Token(NamedTuple):
    """One word, numeral or mark: `text[start:end]`; `low` is its folded form, `kind` number, sign, word or mark."""

    start: int
    end: int
    low: str
    kind: str


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """A word as the tables hold it: case folded, compatibility forms and Arabic letter variants made one.

    >>> fold("Загинули"), fold("ΝΕΚΡΟΊ"), fold("İSTANBUL")
    ('загинули', 'νεκροι', 'istanbul')
    """
    low = unicodedata.normalize("NFKC", word).casefold()
    if _ACCENTED_GREEK.search(low):
        low = "".join(c for c in unicodedata.normalize("NFD", low) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", _DROPPED.sub("", low.translate(_LETTERS)))


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `text[start:end]`, with absolute offsets.

    >>> [t.low for t in tokenise("12人が死亡し")]
    ['12', '人', 'が', '死', '亡', 'し']
    >>> [t.low for t in tokenise("41'e yükseldi; 1,234")]
    ['41', "'", 'e', 'yükseldi', ';', '1,234']
    """
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        kind, raw = match.lastgroup or "mark", match.group()
        low = fold(raw) if kind in ("word", "sign") else _DASHES.get(raw) or _APOSTROPHES.get(raw) or raw
        found.append(Token(match.start(), match.end(), low, kind))
    return found


@per_text
def text_tokens(view: TextView) -> Found[Token]:
    """The tokens of the whole text."""
    return Found.of(tokenise(view.text))


def tokens_between(view: TextView, start: int, end: int) -> Sequence[Token]:
    """The tokens of `text[start:end]` out of those of the whole text; a range that cuts a word is read by itself."""
    tokens = text_tokens(view)
    inside = tokens.slice_of(start, end)
    return tokens[slice(*inside)] if inside else tokenise(view.text, start, end)


def is_unspaced(phrase: str) -> bool:
    """Whether a phrase is in a script that sets no spaces."""
    return any(token.kind == "sign" for token in tokenise(phrase))


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A phrase found over tokens [first, last) and what it means; `clitic` is the particle written before it."""

    first: int
    last: int
    meaning: T
    clitic: str = ""


class PhraseTable(Generic[T]):
    """A table from phrases to what they mean, matched over tokens, the longest phrase first.

    A word that ends in `*` stands for every word that begins so. `clitics` are particles that a script
    writes together with the word they precede.
    """

    def __init__(self, table: Iterable[tuple[str, T]], clitics: Sequence[str] = ()) -> None:
        self._exact: dict[str, list[tuple[tuple[tuple[str, bool], ...], T]]] = {}
        self._stems: dict[str, list[tuple[tuple[tuple[str, bool], ...], T]]] = {}
        self._clitics = tuple(sorted(clitics, key=lambda c: (-len(c), c)))
        for phrase, meaning in table:
            pattern = _pattern(phrase)
            if pattern:
                word, stem = pattern[0]
                into = self._stems.setdefault(word[0], []) if stem else self._exact.setdefault(word, [])
                into.append((pattern, meaning))
        for rows in (*self._exact.values(), *self._stems.values()):
            rows.sort(key=lambda row: (-len(row[0]), -len(row[0][0][0])))

    def at(self, tokens: Sequence[Token], first: int) -> Hit[T] | None:
        """The longest phrase that starts at a token, `None` if none does."""
        low = tokens[first].low
        hit = self._longest(tokens, first, low, "")
        if hit is not None or tokens[first].kind != "word":
            return hit
        for clitic in self._clitics:
            if low.startswith(clitic) and len(low) > len(clitic) + 1:
                hit = self._longest(tokens, first, low[len(clitic) :], clitic)
                if hit is not None:
                    return hit
        return None

    def _longest(self, tokens: Sequence[Token], first: int, low: str, clitic: str) -> Hit[T] | None:
        best: Hit[T] | None = None
        for pattern, meaning in (*self._exact.get(low, ()), *self._stems.get(low[:1], ())):
            last = first + len(pattern)
            if best is not None and last <= best.last:
                continue
            if (
                last <= len(tokens)
                and _matches(low, *pattern[0])
                and all(_matches(tokens[first + at].low, *pattern[at]) for at in range(1, len(pattern)))
            ):
                best = Hit(first, last, meaning, clitic)
        return best

    def all(self, tokens: Sequence[Token]) -> list[Hit[T]]:
        """Every phrase of the tokens, in order, none overlapping another."""
        found: list[Hit[T]] = []
        at = 0
        while at < len(tokens):
            hit = self.at(tokens, at)
            if hit is None:
                at += 1
            else:
                found.append(hit)
                at = hit.last
        return found


def _matches(low: str, word: str, stem: bool) -> bool:  # noqa: FBT001 - a pattern's two halves
    return low.startswith(word) if stem else low == word


def _pattern(phrase: str) -> tuple[tuple[str, bool], ...]:
    """The words of a phrase, each with whether it is a stem."""
    found: list[tuple[str, bool]] = []
    for token in tokenise(phrase):
        if token.low == "*" and found:
            found[-1] = (found[-1][0], True)
        else:
            found.append((token.low, False))
    return tuple(found)


def phrases(listed: str) -> list[str]:
    """The phrases of a comma-separated list.

    >>> phrases("at least, no fewer than")
    ['at least', 'no fewer than']
    """
    return [phrase.strip() for phrase in listed.split(",") if phrase.strip()]


def inverted(table: Mapping[T, str]) -> list[tuple[str, T]]:
    """Phrase and meaning, from a table of comma-separated phrases by meaning."""
    return [(phrase, meaning) for meaning, listed in table.items() for phrase in phrases(listed)]
