"""Which language a text is in, the number words of a language, and which languages are read."""

from __future__ import annotations

from functools import cache

from extractor.language import Figure, detect, lexicon, read_bare_numbers
from extractor.language.detecting import language_of_view
from extractor.numbers.lexicon import NumberWords
from extractor.numbers.reading import NumberReading
from extractor.segments import TextView, per_text
from extractor.vocabulary import has_data

__all__ = [
    "UNREAD",
    "has_tables",
    "is_known",
    "is_read",
    "language_of",
    "language_of_view",
    "lexicon_numbers",
    "number_words",
    "unread_language",
]

UNREAD = ""  # the code of a text whose language is not known, or that no table or lexicon reads
UNDETERMINED = "und"  # the code of BCP 47 for it


def number_words(code: str) -> NumberWords:
    """The number words of a language; for one without a file digits and marks, no neighbour's words."""
    return NumberWords.of(code)


@cache
def has_tables(code: str) -> bool:
    """Whether a language's folder has number words, and with them the count words of `values.count`."""
    return bool(code) and has_data(code, NumberWords.topic)


def lexicon_numbers(text: str, start: int, end: int, code: str) -> list[NumberReading] | None:
    """The numbers of `text[start:end]` as the lexicon of a language reads them, `None` for one without a lexicon."""
    words = lexicon(code)
    if words is None:
        return None
    return [_reading(figure, spans) for figure, spans in read_bare_numbers(text, start, end, words)]


def _reading(figure: Figure, spans: tuple[int, int, int, int]) -> NumberReading:
    """A figure of a lexicon as a number with its hedge; a word for an unknown number is vague."""
    start, end, phrase_start, phrase_end = spans
    return NumberReading(
        start,
        end,
        phrase_start,
        phrase_end,
        figure.value,
        figure.bound,
        high=figure.high,
        floor=figure.floor,
        flags=frozenset({"words"} if figure.words else ()),
    )


def language_of(text: str) -> str:
    """The code of the language of a text, empty when nothing shows it.

    >>> language_of("Au moins 18 personnes ont été tuées dans un attentat"), language_of("57 dead")
    ('fr', 'en')
    """
    return detect(text) or UNREAD


@per_text
def is_read(view: TextView) -> bool:
    """Whether a view's text is in the language of the tables, which read it so well that their silence says something.

    >>> is_read(TextView("The blast killed 12 in the city.")), is_read(TextView("W wybuchu zginęło 12 osób."))
    (True, False)
    """
    return has_tables(language_of_view(view))


@per_text
def is_known(view: TextView) -> bool:
    """Whether a view's text is in a language that the tables or a lexicon read at all."""
    return is_read(view) or lexicon(language_of_view(view)) is not None


@per_text
def unread_language(view: TextView) -> str | None:
    """The language of a text that nothing reads, `und` where none can be told; `None` for a text that is read.

    >>> unread_language(TextView("Mae tri o bobl wedi marw yn y ddamwain ac mae pump yn yr ysbyty."))
    'cy'
    >>> unread_language(TextView("The blast killed 12 in the city."))
    """
    return None if is_known(view) else language_of_view(view) or UNDETERMINED
