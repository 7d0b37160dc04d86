"""Which language a text is in, and the number words of the languages of the tables."""

from __future__ import annotations

from functools import cache

from extractor.language import detect, lexicon
from extractor.numbers.lexicon import NumberTable, NumberWords
from extractor.numbers.tables import TABLES
from extractor.segments import TextView, per_text

UNREAD = ""  # the code of a text whose language is not known, or that no table or lexicon reads


@cache
def number_words(code: str) -> NumberWords:
    """The number words of a language of the tables; for another one digits and marks, no neighbour's words."""
    return (TABLES.get(code) or NumberTable(code=code, cues="", small={})).build()


def language_of(text: str) -> str:
    """The code of the language of a text, empty when nothing tells.

    >>> language_of("Au moins 18 personnes ont été tuées dans un attentat"), language_of("57 dead")
    ('fr', 'en')
    """
    return detect(text) or UNREAD


@per_text
def language_of_view(view: TextView) -> str:
    """The language of a view, found once; empty when nothing tells."""
    return detect(view.text, declared=view.language) or UNREAD


@per_text
def is_read(view: TextView) -> bool:
    """Whether a view's text is in a language that the tables alone read well, so that silence of them tells something.

    >>> is_read(TextView("The blast killed 12 in the city.")), is_read(TextView("W wybuchu zginęło 12 osób."))
    (True, False)
    """
    code = language_of_view(view)
    return code in TABLES and lexicon(code) is None


@per_text
def is_known(view: TextView) -> bool:
    """Whether a view's text is in a language that tables or a lexicon read at all."""
    code = language_of_view(view)
    return code in TABLES or lexicon(code) is not None
