"""Patterns that are matched against the text in small letters have none other."""

import re

import pytest

from extractor.values.place.patterns import WordPattern


@pytest.mark.parametrize(
    "role",
    [
        "aside_before",
        "incident",
        "locative",
        "near_words",
        "preposition",
        "remembers",
        "taken_from",
        "unlisted_lead",
        "weak",
    ],
)
def test_a_pattern_of_small_letters_has_no_capital(role):
    letters = re.sub(r"\\.", "", WordPattern(role).compiled.pattern)
    assert letters == letters.lower()
