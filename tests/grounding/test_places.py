"""Places of a text worth a look: occurrences around a hint, in order, none that cuts a word."""

from __future__ import annotations

import pytest

from extractor.grounding.places import occurrences

TEXT = "nine dead, nine deadly hours, nine dead"
FIRST, LAST = (0, 9), (30, 39)


@pytest.mark.parametrize(
    ("near", "found"),
    [
        pytest.param(None, [FIRST, LAST], id="no hint: from the start"),
        pytest.param(12, [FIRST, LAST, FIRST, LAST], id="between two: the one before, the one after, then all"),
        pytest.param(30, [LAST, LAST, FIRST, LAST], id="at the last: it is both before and after the hint"),
        pytest.param(0, [FIRST, FIRST, FIRST, LAST], id="at the first"),
        pytest.param(-5, [FIRST, FIRST, FIRST, LAST], id="before the text"),
        pytest.param(38, [LAST, FIRST, LAST], id="behind the last: nothing comes after"),
    ],
)
def test_occurrences_around_a_hint_come_first(near, found):
    assert list(occurrences(TEXT, "nine dead", near)) == found


def test_a_quote_that_only_words_cut_is_not_found():
    assert list(occurrences("nine deadly hours", "nine dead", 3)) == []


def test_looking_stops_after_many_cut_words():
    text = "nine deadly hours. " * 300 + "nine dead"
    assert list(occurrences(text, "nine dead", None)) == []
    assert next(occurrences(text, "nine dead", len(text) - 9)) == (len(text) - 9, len(text))
