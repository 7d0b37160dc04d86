"""The languages that can be read, by code. A new language is one table here and one in `counting`."""

from __future__ import annotations

from extractor.numbers import eastern, northern, romance
from extractor.numbers.english import ENGLISH
from extractor.numbers.lexicon import NumberTable

TABLES: dict[str, NumberTable] = {
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
