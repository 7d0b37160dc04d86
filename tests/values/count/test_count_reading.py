"""Counts with kind, bound and flags: sentences of many times and places, and a writer that the reader inverts."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.records import Bound
from extractor.segments import TextView
from extractor.values.count import Count, read_counts

KINDS = {"killed", "injured", "missing", "displaced", "detained", "abducted", "casualties", "attackers", "attacks"}
FLAGS = {"part", "negated", "hypothetical", "historical", "combatants", "future"}
CASES = json.loads((Path(__file__).parents[2] / "data" / "counts.json").read_text(encoding="utf-8"))
HELD_OUT_FLOOR = 0.97


def counts_of(text):
    """The counts of harm as the table writes them; what a reading only implies ("a bomb") counts for people alone."""
    found = [
        [r.kind, r.value.value, str(r.value.bound), r.value.high, sorted(r.flags & FLAGS)]
        for r in read_counts(TextView(text), 0, len(text))
        if r.kind in KINDS
        and "superseded" not in r.flags
        and not ("implicit" in r.flags and r.kind not in ("killed", "injured"))
    ]
    return sorted(found, key=str)


@pytest.mark.parametrize("case", [c for c in CASES if c["set"] != "held_out"], ids=lambda c: c["id"])
def test_a_sentence_is_read(case):
    assert counts_of(case["text"]) == sorted(case["counts"], key=str)


def test_sentences_never_tuned_on_are_read():
    held = [c for c in CASES if c["set"] == "held_out"]
    right = [c for c in held if counts_of(c["text"]) == sorted(c["counts"], key=str)]
    assert len(right) / len(held) >= HELD_OUT_FLOOR


HEDGES = {
    "": Bound.EXACT,
    "at least ": Bound.AT_LEAST,
    "no fewer than ": Bound.AT_LEAST,
    "more than ": Bound.MORE_THAN,
    "upwards of ": Bound.MORE_THAN,
    "nearly ": Bound.NEARLY,
    "close to ": Bound.NEARLY,
    "up to ": Bound.AS_MANY_AS,
    "as many as ": Bound.AS_MANY_AS,
    "fewer than ": Bound.FEWER_THAN,
    "around ": Bound.AROUND,
    "an estimated ": Bound.AROUND,
}
FRAMES = {
    "The blast killed {} people.": "killed",
    "The fire claimed {} lives.": "killed",
    "Officials said {} people were killed in the raid.": "killed",
    "In the town, {} villagers died.": "killed",
    "The storm left {} dead.": "killed",
    "Police reported {} deaths.": "killed",
    "The death toll rose to {} on Friday.": "killed",
    "Doctors said {} patients were wounded.": "injured",
    "The crash injured {} passengers.": "injured",
    "The quake hurt {} residents, police said.": "injured",
    "Rescuers said {} miners were missing.": "missing",
    "The flood displaced {} people.": "displaced",
    "Police arrested {} demonstrators.": "detained",
    "Rebels kidnapped {} students.": "abducted",
    "The army said {} rockets hit the port.": "attacks",
    "The town lost {} houses.": "building",
    "The firm spent {} dollars on relief.": "money",
    "The road runs {} kilometres to the sea.": "distance",
}


@given(st.integers(2, 10**7), st.sampled_from(sorted(HEDGES)), st.sampled_from(sorted(FRAMES)), st.booleans())
def test_the_reader_inverts_the_writer(number, hedge, frame, grouped):
    written = f"{number:,}" if grouped else str(number)
    text = frame.format(hedge + written)
    (reading,) = read_counts(TextView(text), 0, len(text))
    assert (reading.kind, reading.value.value, reading.value.bound) == (FRAMES[frame], number, HEDGES[hedge])
    assert reading.value.quote == text[reading.start : reading.end] == hedge + written


@given(st.text(max_size=300))
def test_nothing_raises_on_any_text(text):
    for reading in read_counts(TextView(text), 0, len(text)):
        assert text[reading.start : reading.end] == reading.value.quote


WORDS = "killed wounded 57 12 dead and , of the were people including at least 11 women not denied that in 1995 no "
"one - among"


@given(st.lists(st.sampled_from(WORDS.split()), max_size=40).map(" ".join))
def test_nothing_raises_on_shuffled_news(text):
    for reading in read_counts(TextView(text), 0, len(text)):
        assert text[reading.start : reading.end] == reading.value.quote


def test_a_kind_reads_only_itself():
    text = "The blast killed 57 people and wounded 120."
    view = TextView(text)
    assert [r.value.value for r in Count("killed").read(view, 0, len(text))] == [57]
    assert [r.value.value for r in Count("injured").read(view, 0, len(text))] == [120]
    assert Count("killed").govern(view, 0, len(text)) == []


def test_a_prefix_moves_offsets_only():
    text = "At least 57 people were killed."
    before = read_counts(TextView(text), 0, len(text))
    prefix = "Nothing else happened.\n\n"
    after = read_counts(TextView(prefix + text), len(prefix), len(prefix) + len(text))
    assert [(r.start + len(prefix), r.end + len(prefix), r.kind) for r in before] == [
        (r.start, r.end, r.kind) for r in after
    ]
