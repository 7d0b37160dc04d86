"""The number words of a language's file: its forms, its joined rows, and what it may not hold."""

from fractions import Fraction

import pytest

from extractor.numbers.language import has_tables, number_words
from extractor.numbers.lexicon import NumberWords
from extractor.records import Bound
from extractor.vocabulary import VocabularyError


def test_a_file_lists_phrases_with_their_values():
    words = NumberWords.parse({"small": "one=1, two=2", "fractions": "half=1/2", "vague": "dozens=12, several=0"})
    assert words.small.meaning(("two",)) == 2
    assert words.fractions.meaning(("half",)) == Fraction(1, 2)
    assert words.vague.meaning(("dozens",)) == 12
    assert words.vague.meaning(("several",)) is None
    assert ("several",) in words.vague.words()


def test_joined_rows_are_written_out():
    rows = [
        {"first": "drei=3", "between": ["und"], "second": "zwanzig=20"},
        {"first": "hundert=100", "between": ["", "und"]},
    ]
    words = NumberWords.parse({"small": "null=0, drei=3", "joined": rows})
    found = {" ".join(phrase): words.small.meaning(phrase) for phrase in words.small.words()}
    assert found == {
        "null": 0,
        "drei": 3,
        "dreiundzwanzig": 23,
        "hundertdrei": 103,
        "hundertunddrei": 103,
        "hundertdreiundzwanzig": 123,
        "hundertunddreiundzwanzig": 123,
    }


def test_hedges_stand_under_their_bound_and_under_one_only():
    words = NumberWords.parse({"hedges": {"at_least": "no fewer than", "around": "about"}})
    assert words.hedges.meaning(("no", "fewer", "than")) is Bound.AT_LEAST
    with pytest.raises(VocabularyError, match="'about' is both around and nearly"):
        NumberWords.parse({"hedges": {"around": "about", "nearly": "about"}})


def test_an_unknown_key_is_refused():
    with pytest.raises(VocabularyError, match="smal"):
        NumberWords.parse({"smal": "one=1"})


def test_a_language_without_a_file_has_marks_but_no_words():
    words = number_words("xx")
    assert not has_tables("xx")
    assert not has_tables("")
    assert list(words.small.words()) == []
    assert words.percents.meaning(("%",)) is not None


@pytest.mark.parametrize("code", NumberWords.codes())
def test_every_language_reads_one_to_ten(code):
    words = number_words(code)
    read = {table.meaning(phrase) for table in (words.small, words.multipliers) for phrase in table.words()}
    assert read >= set(range(1, 11))
