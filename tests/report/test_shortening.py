"""Short names tell articles apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.report.shortening import ShortNames


@pytest.mark.parametrize(
    ("ids", "short"),
    [
        (["000_39ae76600718cd0b", "001_42162530b0eeb0ce"], ["000", "001"]),
        (["daily-star-bombs", "daily-post-bombs"], ["daily-star", "daily-post"]),
        (["report-of-monday", "report-of-monday-2"], ["report-of-monday", "report-of-monday-2"]),
        (["post", "star"], ["post", "star"]),
        (["______________"], ["______________"]),
        ([""], [""]),
    ],
    ids=lambda value: ",".join(value)[:20],
)
def test_names(ids, short):
    names = ShortNames(ids)
    assert [names.of(key) for key in ids] == short


@given(st.lists(st.text(alphabet="ab_-1", max_size=14), max_size=6, unique=True))
def test_no_two_articles_have_one_name(ids):
    names = ShortNames(ids)
    assert len({names.of(key) for key in ids}) == len(ids)
