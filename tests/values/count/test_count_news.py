"""Counts in news at large: what must be read, what may be, and that nothing else is a figure of harm.

Each batch was written, with its gold, before the reader was run on it; `may` holds readings that a person could defend
either way; `known_wrong` says what the reader still gets wrong. What only an article implies ("a man was shot"),
a vague word or zero is never an error.
"""

import json
from pathlib import Path

import pytest

from extractor.segments import TextView
from extractor.values.count import read_counts

CASES = json.loads((Path(__file__).parents[2] / "data" / "counts_news.json").read_text(encoding="utf-8"))
KINDS = {"killed", "injured", "missing", "displaced", "detained", "abducted", "casualties"}
NOT_CURRENT = {"part", "negated", "hypothetical", "future", "superseded", "rate", "ordinal"}
KNOWN_WRONG = 12  # may only fall
FALSE_FIGURES = "b7"  # the batch of sport, business, animals, plots: no figure of harm in it


def misread(case):
    """What a case misses and what it reads too much."""
    missed, extra = list(case["must"]), []
    for reading in read_counts(TextView(case["text"]), 0, len(case["text"])):
        if reading.kind not in KINDS or reading.flags & NOT_CURRENT:
            continue
        found = [reading.kind, reading.value.value, str(reading.value.bound), reading.value.high]
        if found in missed:
            missed.remove(found)
        elif found not in case["may"] and "implicit" not in reading.flags and reading.value.value:
            extra.append(found)
    return missed, extra


def marked(case):
    """A case under its id; one that is known to be misread must be, until somebody mends it and strikes its mark."""
    known = case.get("known_wrong")
    return pytest.param(case, id=case["id"], marks=[pytest.mark.xfail(strict=True, reason=known)] if known else [])


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_news_at_large_is_read(case):
    assert misread(case) == ([], [])


def test_few_cases_are_known_to_be_misread():
    assert sum("known_wrong" in case for case in CASES) <= KNOWN_WRONG


@pytest.mark.parametrize("case", [c for c in CASES if c["id"].startswith(FALSE_FIGURES)], ids=lambda c: c["id"])
def test_no_false_figure_is_read(case):
    assert misread(case)[1] == []


def test_a_table_of_numbers_without_a_word_of_harm_holds_no_count():
    assert read_counts(TextView("12 57 1,204 3 " * 200), 0, 2800) == []


def test_a_kind_is_carried_within_its_paragraph_only():
    said = "The radio put the dead at 733. The commission gave the figure as 926."
    assert [(r.kind, r.value.value) for r in read_counts(TextView(said), 0, len(said))] == [
        ("killed", 733),
        ("killed", 926),
    ]
    apart = said.replace(". The", ".\n\nThe")
    assert [r.kind for r in read_counts(TextView(apart), 0, len(apart))] == ["killed", "other"]


def test_nought_of_a_group_is_no_nought_of_the_event():
    text = "No one on the ground was hurt."
    (reading,) = read_counts(TextView(text), 0, len(text))
    assert (reading.kind, reading.value.value) == ("injured", 0)
    assert "part" in reading.flags
