"""Paragraphs, sentences and zones of news from other times, places and scripts."""

from __future__ import annotations

import json
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.records import Document
from extractor.segments import Found, TextView, Zone
from extractor.segments.sentences import MAX_SENTENCE

DATA = Path(__file__).parents[1] / "data"


def table(name):
    rows = json.loads((DATA / f"segments_{name}.json").read_text(encoding="utf-8"))
    return [pytest.param(*row[1:], id=row[0]) for row in rows]


def pieces(view, segments):
    return [view.text[s.start : s.end] for s in segments]


@pytest.mark.parametrize("marked", table("sentences") + table("sentences_kept_back"))
def test_sentences(marked):
    """The data marks the end of every sentence but the last with a pilcrow."""
    view = TextView(marked.replace("¶", ""))
    assert pieces(view, view.sentences) == [piece.strip() for piece in marked.split("¶")]


@pytest.mark.parametrize(("text", "expected"), table("paragraphs") + table("paragraphs_kept_back"))
def test_paragraphs(text, expected):
    view = TextView(text)
    assert pieces(view, view.paragraphs) == expected


@pytest.mark.parametrize(("lines", "zones"), table("zones") + table("zones_kept_back"))
@pytest.mark.parametrize("parting", ["\n", "\n\n", "\r\n"])
def test_zones(lines, zones, parting):
    view = TextView(parting.join(lines))
    assert [(line, s.zone.value) for line, s in zip(lines, view.paragraphs, strict=True)] == list(
        zip(lines, zones, strict=True)
    )


def test_wrapped_lines_do_not_break_a_sentence():
    view = TextView(
        "Guerrillas ambushed an army convoy in the highlands, killing at least\n14 soldiers, the army said."
    )
    assert len(view.sentences) == 1


def test_the_headline_is_metadata_only_if_the_text_does_not_hold_it():
    text = "Quake kills 40\n\nForty people died."
    held = Document(id="a", text=text, sha256="", title="Quake kills 40", published="1999-08-18T06:00:00Z")
    assert TextView.of(held).headline is None
    assert str(TextView.of(held).published) == "1999-08-18"
    other = held.model_copy(update={"title": "Forty killed by quake", "published": "sometime"})
    assert TextView.of(other).headline == "Forty killed by quake"
    assert TextView.of(other).published is None


def test_where_an_offset_lies():
    view = TextView("One died. Two lived.\n\nThree fled.")
    assert [view.sentence_index(offset) for offset in (0, 9, 10, 21, 22, 500)] == [0, 0, 1, 1, 2, 2]
    assert TextView("").sentence_index(3) == -1
    assert (TextView(" \n").sentence_at(1).start, TextView(" \n").sentence_at(1).end) == (0, 2)


ALPHABET = st.sampled_from(
    ["a", "The", "57 dead", "Gen", ".", "!", "…", "”", " ", "\n", "\r\n", "\n\n", "。", "p.m.", "(AP)", "1.", "-", "😢"]
)


@given(st.lists(ALPHABET, max_size=60).map("".join) | st.text())
def test_segments_cover_the_text_in_order(text):
    view = TextView(text)
    for segments in (view.paragraphs, view.sentences):
        place = 0
        for segment in segments:
            assert place <= segment.start < segment.end
            assert text[place : segment.start].strip() == ""
            assert text[segment.start : segment.end].strip() == text[segment.start : segment.end]
            place = segment.end
        assert text[place:].strip() == ""
    for sentence in view.sentences:
        paragraph = view.paragraphs[sentence.paragraph]
        assert paragraph.start <= sentence.start
        assert sentence.end <= paragraph.end
        assert sentence.zone is paragraph.zone


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("At least 57 people were killed, police said. " * 110_000, id="one line"),
        pytest.param("word " * 1_000_000, id="no stop"),
        pytest.param("x" * 5_000_000, id="no space"),
        pytest.param("." * 5_000_000, id="stops only"),
        pytest.param("A. " * 300_000, id="initials only"),
        pytest.param("( " * 2_500_000, id="brackets only"),
        pytest.param(("Two men were shot dead in a bar on Friday night while they\n" * 80_000), id="wrapped"),
        pytest.param("Read more " * 500_000, id="links only"),
        pytest.param("” " * 2_500_000, id="closers only"),
        pytest.param(".» " * 300_000, id="stops and closers"),
        pytest.param("\n" * 5_000_000, id="blank lines"),
        pytest.param("a\n" * 200_000, id="short lines"),
    ],
)
def test_megabytes_take_seconds(text):
    started = time.process_time()
    view = TextView(text)
    assert all(s.end - s.start <= MAX_SENTENCE for s in view.sentences)
    assert time.process_time() - started < 10


@pytest.mark.parametrize("zone", list(Zone))
def test_zones_have_stable_names(zone):
    assert zone.value == zone.name.lower()


@pytest.mark.parametrize(
    ("text", "low"),
    [("In HOMS", "in homs"), ("İn Kı\u017f", "in kis"), ("ΝΕΚΡΟΙ", "νεκροι"), ("“Straße”", "“straße”")],
)
def test_the_text_in_small_letters_moves_no_letter(text, low):
    assert TextView(text).low == low
    assert len(low) == len(text)


@given(st.lists(st.integers(0, 30), max_size=8), st.integers(0, 40), st.integers(0, 40))
def test_the_slice_of_a_stretch_is_what_lies_in_it_unless_an_item_is_cut(cuts, start, end):
    spans = list(pairwise(sorted({0, *cuts})))
    found = Found(reversed(spans), lambda span: span)
    assert list(found) == spans
    inside = found.slice_of(start, end)
    cut = any(low < at < high for low, high in spans for at in (start, end))
    assert (inside is None) == cut
    if inside is not None and start <= end:
        assert list(found[slice(*inside)]) == found.between(start, end)
