import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.records import CheckedValue, ClaimedValue, Modality, Span, Status, Verdict
from extractor.segments import TextView
from extractor.values.event_labels import AgreementStatus, EventType, SubType, Victims, Weapon
from extractor.values.label import Label
from extractor.values.label_cues import (
    AGREEMENT_CUES,
    EVENT_TYPE_CUES,
    SUB_TYPE_CUES,
    VICTIM_CUES,
    WEAPON_CUES,
    WEAPON_PARENTS,
)
from extractor.values.modality import ModalityLabel, read_modality

CASES = json.loads((Path(__file__).parents[1] / "data" / "values" / "modality.json").read_text(encoding="utf-8"))
WEAPON = Label(Weapon, WEAPON_CUES, WEAPON_PARENTS)
MISSED = {"planned"}  # a plan that failed reads as future


@pytest.mark.parametrize("case", [c for c in CASES if c["id"] not in MISSED], ids=lambda c: c["id"])
def test_modality_of_a_figure(case):
    start = case["text"].index(case["figure"])
    view = TextView(case["text"], date.fromisoformat(case["published"]))
    assert read_modality(view, start, start + len(case["figure"])).kind == case["want"]


def test_modality_claimed_against_the_words():
    text = "The army denied that 57 people were killed."
    view, span = TextView(text), Span(start=21, end=23)
    actual = ModalityLabel().verify(ClaimedValue(value=Modality.ACTUAL.value, quote="57"), span, view)
    negated = ModalityLabel().verify(ClaimedValue(value=Modality.NEGATED.value, quote="57"), span, view)
    assert (actual.status, negated.status) == (Status.CONTRADICTED, Status.SUPPORTED)


@pytest.mark.parametrize(
    ("text", "member", "status"),
    [
        ("A car-bomb killed 9.", "car_bomb", Status.SUPPORTED),
        ("Two car bombs killed 9.", "bomb", Status.SUPPORTED),
        ("A gunman shot 9.", "car_bomb", Status.CONTRADICTED),
        ("Nine people died.", "gun", Status.UNSUPPORTED),
        ("No bomb was found.", "bomb", Status.CONTRADICTED),
        ("Nine people died.", "catapult", Status.UNSUPPORTED),
    ],
)
def test_weapon_by_its_cue(text, member, status):
    claimed = ClaimedValue(value=member, quote=text)
    assert WEAPON.verify(claimed, Span(start=0, end=len(text)), TextView(text)).status is status


def test_a_car_bomb_is_a_bomb_and_no_gun():
    def checked(member):
        verdict = Verdict(status=Status.SUPPORTED, reason="cue")
        return CheckedValue(claimed=ClaimedValue(value=member), span=None, verdict=verdict)

    assert WEAPON.compatible(checked("car_bomb"), checked("bomb"))
    assert not WEAPON.compatible(checked("car_bomb"), checked("gun"))


@pytest.mark.parametrize(
    ("enum", "cues"),
    [
        (EventType, EVENT_TYPE_CUES),
        (SubType, SUB_TYPE_CUES),
        (Weapon, WEAPON_CUES),
        (Victims, VICTIM_CUES),
        (AgreementStatus, AGREEMENT_CUES),
    ],
)
def test_every_member_has_cues(enum, cues):
    assert set(enum) == set(cues)
    assert all(cues[member] for member in enum)


@given(st.text(max_size=200))
def test_no_text_makes_it_raise(text):
    view = TextView(text)
    for reading in WEAPON.read(view, 0, len(text)):
        assert text[reading.start : reading.end] == reading.value.quote
    ModalityLabel().read(view, 0, len(text))
    read_modality(view, 0, len(text))
