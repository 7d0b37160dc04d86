"""Where a quote may end in Korean, which writes particles and counters onto a word."""

import pytest

from extractor.grounding.boundaries import whole

TEXT = "대전에서 열두 명이 다쳤고 35명이 대피했다."


@pytest.mark.parametrize(
    ("quote", "kept"),
    [
        pytest.param("대전", True, id="before a particle"),
        pytest.param("열두 명", True, id="before a particle, of a counter"),
        pytest.param("35", True, id="before a counter"),
        pytest.param("열", False, id="inside a number word"),
        pytest.param("5명", False, id="inside a number"),
        pytest.param("전에서", False, id="inside a word"),
    ],
)
def test_a_quote_ends_before_a_particle(quote, kept):
    start = TEXT.index(quote)
    assert whole(TEXT, start, start + len(quote)) is kept
