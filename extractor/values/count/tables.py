"""The language whose counts are read by tables, by its code; a lexicon reads the others (`extractor.language`)."""

from __future__ import annotations

from functools import cache

from extractor.values.count.english import ENGLISH
from extractor.values.count.lexicon import CountTable, CountWords

TABLES: dict[str, CountTable] = {ENGLISH.code: ENGLISH}


@cache
def count_words(code: str) -> CountWords:
    """The count words of the language of the tables, for any code."""
    return TABLES.get(code, ENGLISH).build()
