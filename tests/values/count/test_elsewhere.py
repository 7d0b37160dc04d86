"""Counts of texts in the languages of the lexicons: dates, tables, and what the tables of English leave to them."""

import pytest

from extractor.segments import TextView
from extractor.values.count import read_counts


def harm(text, language):
    found = read_counts(TextView(text, language=language), 0, len(text))
    return [(r.kind, r.value.value) for r in found if r.kind in ("killed", "injured", "missing")]


def test_the_day_of_a_date_counts_nobody():
    assert harm("Am 12. März starben in Kiel 5 Menschen.", "de") == [("killed", 5)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "| Ort | Tote | Verletzte |\n|---|---|---|\n| Kiel | 12 | 30 |\n"),
        ("es", "| Lugar | Muertos | Heridos |\n|---|---|---|\n| Lugo | 12 | 30 |\n"),
    ],
)
def test_a_cell_counts_what_the_head_of_its_column_names(language, text):
    assert harm(text, language) == [("killed", 12), ("injured", 30)]


def test_words_of_another_language_say_nothing():
    assert harm("12 killed", "pl") == []
