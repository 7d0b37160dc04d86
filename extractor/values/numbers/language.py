"""Which language a text is in, as far as the tables know it."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from extractor.segments import TextView
from extractor.values.numbers.lexicon import NumberTable, NumberWords
from extractor.values.numbers.tables import TABLES

_WORD = re.compile(r"[\u2e80-\u9fff]|[^\W\d_\u2e80-\u9fff]+(?:[\u0900-\u0963][^\W\d_]*)*")
_SAMPLE = 20_000  # characters; enough to tell a language, and a 5 MB text costs no more than a short one
_FALLBACK = "en"


@cache
def number_words(code: str) -> NumberWords:
    """The number words of a language of the tables, English for an unknown code."""
    table: NumberTable = TABLES.get(code, TABLES[_FALLBACK])
    return table.build()


@cache
def _cues() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for code, table in TABLES.items():
        for cue in sorted(set(table.cues.split())):
            found.setdefault(cue, []).append(code)
    return {cue: tuple(codes) for cue, codes in found.items()}


def language_of(text: str, start: int = 0, end: int | None = None) -> str:
    """The code of the language whose function words are most frequent; English on a tie or without any.

    >>> language_of("Au moins 18 personnes ont été tuées dans un attentat"), language_of("57 dead")
    ('fr', 'en')
    """
    cues = _cues()
    scores: Counter[str] = Counter()
    stop = len(text) if end is None else end
    for match in _WORD.finditer(text, start, min(stop, start + _SAMPLE)):
        codes = cues.get(match.group().lower())
        for code in codes or ():
            scores[code] += 1
    if not scores:
        return _by_script(text, start, min(stop, start + _SAMPLE))
    return min(scores, key=lambda code: (-scores[code], code != _FALLBACK, code))


def _by_script(text: str, start: int, end: int) -> str:
    """The language whose script the first letter is in that belongs to one of the tables' scripts."""
    ranges = [(table.script, code) for code, table in TABLES.items() if table.script]
    for match in _WORD.finditer(text, start, end):
        letter = match.group()[0].lower()
        found = next((code for script, code in ranges if script[0] <= letter <= script[-1]), None)
        if found is not None or letter.isascii():
            return found or _FALLBACK
    return _FALLBACK


def language_of_view(view: TextView) -> str:
    """The language of a view, found once."""
    known = view.memo.get("language")
    if not isinstance(known, str):
        known = language_of(view.text)
        view.memo["language"] = known
    return known


_MANY = 12  # words of a read language to one that the tables know to be frequent in it


def is_read(view: TextView) -> bool:
    """Whether a view's text is in a language of the tables: enough of its words are among the frequent ones.

    >>> is_read(TextView("The blast killed 12 in the city.")), is_read(TextView("W wybuchu zginęło 12 osób."))
    (True, False)
    """
    known = view.memo.get("language is read")
    if not isinstance(known, bool):
        code = language_of_view(view)
        words = [w.lower() for w in _WORD.findall(view.text[:_SAMPLE])]
        cues = frozenset(TABLES[code].cues.split())
        known = sum(w in cues for w in words) * _MANY >= len(words) if cues else True
        view.memo["language is read"] = known
    return known
