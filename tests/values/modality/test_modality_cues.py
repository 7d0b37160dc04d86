"""Every row of cues has an example, which is of its modality, and a counter-example, which is actual."""

import re
from datetime import date

import pytest

from extractor.segments import TextView
from extractor.values.modality.cues import ModalityWords
from extractor.values.modality.reading import read_modality

PUBLISHED = date(2016, 5, 20)
ROWS = [(code, cue) for code in ModalityWords.codes() for cue in ModalityWords.of(code).cues]
WIRE = "en es fr pt it de nl pl ru uk id tr ar fa ur hi".split()


def modality(text, code):
    at = re.search(r"\d+", text)
    return read_modality(TextView(text, PUBLISHED, language=code), at.start(), at.end()).kind


def name(row):
    return f"{row[0]} {min(row[1].words)}"


@pytest.mark.parametrize(("code", "cue"), ROWS, ids=[name(row) for row in ROWS])
def test_the_example_is_of_the_modality(code, cue):
    assert modality(cue.example, code) == cue.modality.value


@pytest.mark.parametrize(("code", "cue"), ROWS, ids=[name(row) for row in ROWS])
def test_the_counter_example_is_actual(code, cue):
    assert modality(cue.counter, code) == "actual"


@pytest.mark.parametrize("cue", [cue for _, cue in ROWS], ids=[name(row) for row in ROWS])
def test_the_example_holds_a_cue_of_its_row(cue):
    stems = {phrase.split()[0].rstrip("'")[:4] for phrase in cue.words}
    assert any(stem in cue.example.casefold() for stem in stems)


def test_the_languages_of_the_wire_have_cues():
    assert set(WIRE) <= set(ModalityWords.codes())
    for code in WIRE:
        assert {cue.modality.value for cue in ModalityWords.of(code).cues} >= {"hypothetical", "historical"} - (
            {"hypothetical"} if code == "tr" else set()
        )
