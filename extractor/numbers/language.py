"""Which language a text is in, the number words of a language, and which languages are read."""

from __future__ import annotations

from functools import cache

from extractor.language import detect, lexicon
from extractor.language.detecting import language_of_view
from extractor.language.vocabulary import has_data
from extractor.numbers.lexicon import NumberWords
from extractor.segments import TextView, per_text

UNREAD = ""  # the code of a text whose language is not known, or that no table or lexicon reads


def number_words(code: str) -> NumberWords:
    """The number words of a language; for one without a file digits and marks, no neighbour's words."""
    return NumberWords.of(code)


@cache
def has_tables(code: str) -> bool:
    """Whether a language's folder has number words, and with them the count words of `values.count`."""
    return bool(code) and has_data(code, NumberWords.topic)


def language_of(text: str) -> str:
    """The code of the language of a text, empty when nothing tells.

    >>> language_of("Au moins 18 personnes ont été tuées dans un attentat"), language_of("57 dead")
    ('fr', 'en')
    """
    return detect(text) or UNREAD


@per_text
def is_read(view: TextView) -> bool:
    """Whether a view's text is in a language that the tables alone read well, so that silence of them tells something.

    >>> is_read(TextView("The blast killed 12 in the city.")), is_read(TextView("W wybuchu zginęło 12 osób."))
    (True, False)
    """
    code = language_of_view(view)
    return has_tables(code) and lexicon(code) is None


@per_text
def is_known(view: TextView) -> bool:
    """Whether a view's text is in a language that tables or a lexicon read at all."""
    code = language_of_view(view)
    return has_tables(code) or lexicon(code) is not None
