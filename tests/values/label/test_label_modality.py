import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.records import CheckedValue, ClaimedValue, Modality, Span, Status, Verdict
from extractor.registry import load_schema
from extractor.segments import TextView
from extractor.values.modality.modality import ModalityLabel
from extractor.values.modality.reading import read_modality

CASES = json.loads((Path(__file__).parents[2] / "data" / "values" / "modality.json").read_text(encoding="utf-8"))
Event = load_schema("event")
WEAPON = Event.value_types()["weapon"]
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


BARE = [  # a word that takes other events out of the facts, not this one
    "The novel fever has killed 57 people.",
    "A blast on a drill rig killed 57.",
    "A man angry over a novel killed 57 people.",
    "A possible gas leak killed 57 people.",
    "The exercise, held after a crash that killed 57, went well.",
    "A previously unknown group killed 57.",
    "It was the worst quake in living memory and killed 57.",
    "Rebels have killed 57 in the past six days.",
    "He will be tried for the bombing that killed 57 people.",
    "Officials would not comment on the blast that killed 57.",
    "The army denied any part in the raid, which killed 57.",
    "The queen will visit the families of the 57 victims.",
    "On Feb. 3 a raid killed 57.",
]
GOVERNED = [
    ("In the novel, 57 people are killed.", "hypothetical"),
    ("The mock battle left 57 dead.", "hypothetical"),
    ("There is a risk of 57 deaths.", "hypothetical"),
    ("A hoax call said 57 people had been killed.", "negated"),
    ("An earlier version of this report said 57 people were killed.", "negated"),
    ("There was no massacre of 57 people.", "negated"),
    ("In October, troops killed 57 people there.", "historical"),
    ("The worst fire was that of 1974, when 57 people died in Salta.", "historical"),
    ("Thirty years after the flood that killed 57, they met.", "historical"),
    ("Vingt ans après la crue qui a fait 57 morts, ils se souviennent.", "historical"),
]


@pytest.mark.parametrize(("text", "kind"), [*((t, "actual") for t in BARE), *GOVERNED], ids=lambda v: v[:40])
def test_a_cue_must_govern_the_figure(text, kind):
    at = text.index("57")
    assert read_modality(TextView(text, date(2016, 2, 22)), at, at + 2).kind == kind


# text, claimed, quote, status and reason; published on 2016-02-22
TOLD = [
    ("In October, troops killed 57.", "historical", "In October", "supported cue"),
    ("In October, troops killed 57.", "actual", "killed 57", "unconfirmed dated_earlier"),
    ("In 2009 rebels killed 57.", "actual", "killed 57", "contradicted other_modality"),
    ("The March 22 raid killed 57.", "historical", "The March 22 raid", "supported cue"),
    ("On Friday troops killed 57.", "historical", "killed 57", "unsupported no_cue"),
    ("Troops killed 57.", "historical", "killed 57", "unconfirmed no_cue"),
    ("Troops killed 57. It was like 2009 again.", "historical", "2009", "unconfirmed no_cue"),
    ("Floods killed 57 in the past year.", "historical", "in the past year", "supported cue"),
    ("Troops killed 57.", "negated", "killed 57", "unsupported no_cue"),
]


@pytest.mark.parametrize(("text", "claimed", "quote", "wanted"), TOLD, ids=[f"{r[1]}: {r[0][:30]}" for r in TOLD])
def test_history_is_a_matter_of_dates(text, claimed, quote, wanted):
    spans = [Span(start=text.index(w), end=text.index(w) + len(w)) for w in (quote, "57")]
    view = TextView(text, date(2016, 2, 22))
    verdict = ModalityLabel().verify(ClaimedValue(value=claimed, quote=quote), spans[0], view, spans[1])
    assert f"{verdict.status} {verdict.reason}" == wanted


@pytest.mark.parametrize(
    ("text", "member", "status"),
    [
        ("A car-bomb killed 9.", "car_bomb", Status.SUPPORTED),
        ("Two car bombs killed 9.", "bomb", Status.SUPPORTED),
        ("A man with a rifle shot 9.", "car_bomb", Status.CONTRADICTED),
        ("Nine people died.", "gun", Status.UNCONFIRMED),
        ("No bomb was found.", "bomb", Status.CONTRADICTED),
        ("Nine people died.", "catapult", Status.UNSUPPORTED),
    ],
)
def test_weapon_by_its_cue(text, member, status):
    claimed = ClaimedValue(value=member, quote=text)
    assert WEAPON.verify(claimed, Span(start=0, end=len(text)), TextView(text)).status is status


# text, figure, quote of the claim, what is claimed, status and reason
KIND_OF_EVENT = [
    ("its own cue", "A quake killed 9 people.", "9", "quake", "natural_disaster", "supported cue"),
    (
        "killed says nothing",
        "Nine were shot at and 9 people were killed.",
        "9 people",
        "killed",
        "riots",
        "unconfirmed no_cue",
    ),
    (
        "cue before",
        "A quake hit Lar. Later 9 people were found dead.",
        "9",
        "A quake",
        "natural_disaster",
        "supported cue",
    ),
    (
        "cue behind",
        "Police said 9 people were killed. The flood came at night.",
        "9",
        "The flood",
        "natural_disaster",
        "supported cue",
    ),
    (
        "planted in the quote",
        "A quake killed 9 people.",
        "9",
        "A quake",
        "explosions_remote_violence",
        "contradicted other_cue",
    ),
    (
        "planted from elsewhere",
        "A quake killed 9 people. A bombing in May is not forgotten.",
        "9",
        "A bombing",
        "explosions_remote_violence",
        "contradicted other_cue",
    ),
    (
        "another story between",
        "Rebels shelled the port. A storm tore off roofs. Some 9 people died.",
        "9",
        "shelled",
        "explosions_remote_violence",
        "unconfirmed cue_elsewhere",
    ),
    (
        "no cue of ours",
        "The dome came down on 9 monks.",
        "9",
        "The dome came down",
        "technological_disaster",
        "unconfirmed no_cue",
    ),
    ("another language", "Dağ köyünde 9 kişi öldü.", "9", "öldü", "natural_disaster", "unconfirmed no_cue"),
]


@pytest.mark.parametrize(
    ("text", "figure", "quote", "member", "wanted"), [r[1:] for r in KIND_OF_EVENT], ids=[r[0] for r in KIND_OF_EVENT]
)
def test_kind_of_event(text, figure, quote, member, wanted):
    assert judged("event_type", text, figure, quote, member) == wanted


def judged(field, text, figure, quote, member):
    def span(words):
        return Span(start=text.index(words), end=text.index(words) + len(words))

    claimed = ClaimedValue(value=member, quote=quote)
    verdict = Event.value_types()[field].verify(claimed, span(quote), TextView(text), span(figure))
    return f"{verdict.status} {verdict.reason}"


VICTIMS = [
    ("its own noun", "A raid killed 5 civilians.", "5", "5 civilians", "civilians", "supported cue"),
    ("target", "An attack on soldiers killed 5 civilians.", "5", "soldiers", "soldiers", "contradicted other_cue"),
    (
        "target, nobody counted",
        "An attack on soldiers killed 5 people.",
        "5",
        "soldiers",
        "soldiers",
        "unconfirmed cue_elsewhere",
    ),
    ("agent", "Militants killed 5 people in Goma.", "5", "Militants", "militants", "unconfirmed cue_elsewhere"),
    ("second group", "It killed 5 soldiers and 3 civilians.", "5", "3 civilians", "civilians", "supported cue"),
    ("second verb", "It killed 5 soldiers and wounded 3 civilians.", "5", "3 civilians", "civilians", "supported cue"),
    ("children are civilians", "It killed 5 children.", "5", "5 children", "civilians", "supported cue"),
    (
        "another sentence",
        "Soldiers were there. It killed 5 people.",
        "5",
        "Soldiers",
        "soldiers",
        "unconfirmed cue_elsewhere",
    ),
    (
        "of whom",
        "A bus with 30 pilgrims fell; five of them died.",
        "five",
        "30 pilgrims",
        "worshippers",
        "supported cue",
    ),
    ("no word of ours", "It killed 5 beekeepers.", "5", "5 beekeepers", "workers", "unconfirmed no_cue"),
]


@pytest.mark.parametrize(
    ("text", "figure", "quote", "member", "wanted"), [r[1:] for r in VICTIMS], ids=[r[0] for r in VICTIMS]
)
def test_victims_are_whom_the_figure_counts(text, figure, quote, member, wanted):
    assert judged("victims", text, figure, quote, member) == wanted


@pytest.mark.parametrize(
    ("field", "text", "kinds"),
    [
        ("weapon", "The cease-fire held.", set()),
        ("weapon", "The fire brigade came.", set()),
        ("weapon", "The house was set on fire.", {"fire"}),
        ("event_type", "Nine died, according to police.", set()),
        ("event_type", "They signed the accords.", {"agreement", "strategic_developments"}),
    ],
)
def test_a_cue_is_more_than_its_letters(field, text, kinds):
    assert {r.kind for r in Event.value_types()[field].read(TextView(text), 0, len(text))} == kinds


def test_a_car_bomb_is_a_bomb_and_no_gun():
    def checked(member):
        verdict = Verdict(status=Status.SUPPORTED, reason="cue")
        return CheckedValue(claimed=ClaimedValue(value=member), span=None, verdict=verdict)

    assert WEAPON.compatible(checked("car_bomb"), checked("bomb"))
    assert not WEAPON.compatible(checked("car_bomb"), checked("gun"))


@pytest.mark.parametrize("field", ["event_type", "sub_type", "weapon", "victims", "agreement_status"])
def test_every_member_has_cues(field):
    label = Event.value_types()[field]
    cues = label.cues["en"].members
    assert set(label.enum) == set(cues)
    assert all(cues[member] for member in label.enum)


@given(st.text(max_size=200))
def test_no_text_makes_it_raise(text):
    view = TextView(text)
    for reading in WEAPON.read(view, 0, len(text)):
        assert text[reading.start : reading.end] == reading.value.quote
    ModalityLabel().read(view, 0, len(text))
    read_modality(view, 0, len(text))
