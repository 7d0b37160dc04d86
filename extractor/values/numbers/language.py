"""Which language a text is in, and the number words of the languages of the tables."""

from __future__ import annotations

from functools import cache

from extractor.language import detect
from extractor.segments import TextView
from extractor.values.numbers.lexicon import NumberTable, NumberWords
from extractor.values.numbers.tables import TABLES

UNREAD = ""  # the code of a text whose language is not known, or that no table or lexicon reads


@cache
def number_words(code: str) -> NumberWords:
    """The number words of a language of the tables; for another one digits and marks only, never a neighbour's words."""
    return (TABLES.get(code) or NumberTable(code=code, cues="", small={})).build()


def language_of(text: str) -> str:
    """The code of the language of a text, empty when nothing tells.

    >>> language_of("Au moins 18 personnes ont été tuées dans un attentat"), language_of("57 dead")
    ('fr', 'en')
    """
    return detect(text) or UNREAD


def language_of_view(view: TextView) -> str:
    """The language of a view, found once; empty when nothing tells."""
    known = view.memo.get("language")
    if not isinstance(known, str):
        known = detect(view.text, declared=view.language) or UNREAD
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
