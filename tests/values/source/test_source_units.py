"""A sentence as units: words by kind, names in quotation marks, brackets, endings."""

from __future__ import annotations

import pytest

from extractor.values.source.units import reader_of, tokens_of, units_of


def kinds(code, text):
    reader = reader_of(code)
    return [unit.kind for unit in units_of(text, tokens_of(text, 0, len(text)), reader).units]


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("pl", "Policja w środę podała", ["who", "when", "say"]),
        ("ru", "подсчитал «Вестник»", ["state", "acronym"]),
        ("id", "Badan SAR (BASARNAS) mencatat", ["name", "acronym", "word", "say"]),
        ("nl", "bevestigt het OM.", ["say", "inner", "acronym", "stop"]),
        ("ja", "市消防によると", ["who", "who", "per"]),
        ("ko", "소방당국이 밝혔다", ["who", "subject", "say"]),
        ("ar", "وقالت الشرطة", ["say", "who"]),
        ("pl", "w 12-osobowej grupie", ["inner", "number", "word", "word"]),
    ],
)
def test_the_units_of_a_few_words(code, text, wanted):
    assert kinds(code, text) == wanted


def test_a_language_without_rows_has_no_reader():
    assert reader_of("en") is None
    assert reader_of("") is None
