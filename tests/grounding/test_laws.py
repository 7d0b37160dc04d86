"""Laws that hold for any text: what is located is what was quoted, wherever the text stands in a longer one."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.grounding import Folded, Locator, locate_quote, normalise
from extractor.records import SpanMethod

WORDS = st.sampled_from(
    json.loads((Path(__file__).parents[1] / "data" / "grounding_words.json").read_text(encoding="utf-8"))
)
TEXTS = st.one_of(
    st.text(max_size=60), st.lists(WORDS, max_size=25).map(" ".join), st.lists(WORDS, max_size=25).map("".join)
)


@given(TEXTS)
def test_normalising_twice_is_once(text):
    assert normalise(normalise(text)) == normalise(text)


@given(TEXTS)
def test_every_offset_of_the_view_lies_in_the_text_and_never_runs_back(text):
    view = Folded(text)
    offsets = [view.original(i) for i in range(len(view.text) + 1)]
    assert offsets == sorted(offsets)
    assert all(0 <= i <= len(text) for i in offsets)
    ends = [view.original_end(i) for i in range(len(view.text) + 1)]
    assert ends == sorted(ends)
    assert all(0 <= i <= len(text) for i in ends)


@pytest.mark.parametrize("before", ['"', ""])
def test_a_letter_with_its_mark_apart_does_not_take_in_what_precedes_it(before):
    text = f"{before}U\u0300no\u200d"
    span = locate_quote("U\u0300no", text)
    assert text[span.start : span.end].removesuffix("\u200d") == "U\u0300no"


@given(TEXTS, st.data())
def test_a_located_quote_is_its_slice(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quote = text[start:end]
    span = locate_quote(quote, text)
    if span is None:
        return
    if span.method is SpanMethod.EXACT:
        assert text[span.start : span.end] == quote
    if span.method is SpanMethod.NORMALISED:
        assert normalise(text[span.start : span.end]) == normalise(quote)


@given(TEXTS, TEXTS)
def test_nothing_raises(quote, text):
    span = Locator(text).locate(quote, near=3)
    assert span is None or 0 <= span.start < span.end <= len(text)


@given(TEXTS, TEXTS, st.text(max_size=20))
def test_offsets_survive_a_prefix(quote, text, before):
    prefix = before + ".\n\n"
    plain, moved = locate_quote(quote, text), Locator(prefix + text).locate(quote, near=len(prefix))
    if plain is not None and plain.method is SpanMethod.EXACT and not plain.others:
        assert moved is not None
        assert (prefix + text)[moved.start : moved.end] == quote


@given(st.integers(0, 10**7), st.integers(0, 10**7), st.sampled_from(["", ",", "."]))
def test_a_number_is_never_found_inside_another(one, other, mark):
    text = f"The blast left {one}{mark} dead, they said."
    span = locate_quote(f"{other} dead", text) if not mark else locate_quote(f"left {other}", text)
    assert (span is not None) == (one == other)


def test_a_long_line_is_read_in_time():
    text = "a " * 500_000 + "the blast killed 57 people in Homs"
    assert locate_quote("The  blast killed fifty-seven people in Homs", text) is not None
    assert locate_quote("a a a a b a a a a 58 people", text) is None


@pytest.mark.parametrize("text", ["", "\x00", "\ud800", "\u0301", "\u200d\u200d", "½", "...", "\U0001f468\u200d"])
def test_odd_texts(text):
    assert locate_quote("57 people", text) is None
    locate_quote(text, "57 people" + text)
