"""The languages whose counts can be read, by code: the same codes as the number tables."""

from __future__ import annotations

from functools import cache

from extractor.values.count import eastern, northern, romance
from extractor.values.count.english import ENGLISH
from extractor.values.count.lexicon import CountTable, CountWords

TABLES: dict[str, CountTable] = {
    table.code: table
    for table in (
        ENGLISH,
        romance.SPANISH,
        romance.FRENCH,
        romance.PORTUGUESE,
        romance.ITALIAN,
        northern.GERMAN,
        northern.RUSSIAN,
        eastern.ARABIC,
        eastern.PERSIAN,
        eastern.TURKISH,
        eastern.HINDI,
        eastern.INDONESIAN,
        eastern.CHINESE,
    )
}


@cache
def count_words(code: str) -> CountWords:
    """The count words of a language of the tables, English for an unknown code."""
    return TABLES.get(code, ENGLISH).build()
