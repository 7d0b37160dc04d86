"""The count words of a language, English ones for a language without a file."""

from __future__ import annotations

from functools import cache

from extractor.numbers.language import has_tables
from extractor.values.count.lexicon import CountWords


@cache
def count_words(code: str) -> CountWords:
    """The count words of a language, English for a code without a file."""
    return CountWords.of(code if has_tables(code) else "en")
