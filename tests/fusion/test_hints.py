"""Words around a figure: is the attacker counted, is the report taken back, is it a part of another figure?"""

from __future__ import annotations

import pytest
from fusion_fakes import Incident, claim, document, group, linked
from hypothesis import given
from hypothesis import strategies as st

from extractor.fusion import fuse_events
from extractor.fusion.hints import attacker_counted, withdrawn
from extractor.records import Modality
from extractor.records.events import FlagKind, Grade, Standing

COUNTED = [
    "Eleven people died, including the gunman, the sheriff said.",
    "At least 10 people, the attacker among them, died in the square.",
    "The death toll of six, counting the bomber, may rise.",
    "Doce muertos, incluido el atacante, informó la policía.",
    "Sept morts, dont l'assaillant, selon le parquet.",
    "Elf Tote, darunter der Attentäter.",
]
LEFT_OUT = [
    "He killed nine people before shooting himself.",
    "A pupil shot four classmates dead, then turned the rifle on himself.",
    "A gunman killed nine people before officers shot him dead.",
    "Nine died, not including the gunman.",
    "Six worshippers died; the attacker was also killed.",
    "She stabbed three men before being shot by a guard.",
    "Five people died in addition to the two attackers.",
]
NEITHER = ["", "Ten people died.", "The gunman drove a van, including a trailer.", "The attacker fled.", "🙂" * 5]


@pytest.mark.parametrize("sentence", COUNTED)
def test_counted(sentence):
    assert attacker_counted(sentence)[0] is True


@pytest.mark.parametrize("sentence", LEFT_OUT)
def test_left_out(sentence):
    assert attacker_counted(sentence)[0] is False


@pytest.mark.parametrize("sentence", NEITHER)
def test_neither(sentence):
    assert attacker_counted(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "back"),
    [
        ("Our report that 80 villagers were killed was wrong and is withdrawn.", True),
        ("The Courier retracts its report of a massacre at the ford.", True),
        ("An earlier dispatch about a blast in the port proved to be false.", True),
        ("No attack took place, the paper writes today.", True),
        ("We have withdrawn yesterday's article.", True),
        ("The report was published on Monday.", False),
        ("The army withdrew from the town.", False),
        ("The earlier toll of 80 was wrong; 60 died.", False),
        ("The rebels retracted nothing.", False),
        ("", False),
    ],
)
def test_withdrawn(sentence, back):
    assert (withdrawn(sentence) is not None) is back


@given(st.text(max_size=300))
def test_any_text(text):
    for piece in (text, text + " including the gunman " + text, text + " our report " + text):
        attacker_counted(piece)
        withdrawn(piece)


def _fuse(claims, docs):
    (event,) = fuse_events(linked(group("e", claims, place="P", date="2019-08-04")), claims, docs, Incident)
    return event


def test_a_conflict_over_the_attacker_says_so():
    docs = [
        document("a", "A man killed nine people before officers shot him.", "2019-08-04", "A"),
        document("b", "Ten people died in the bar, the mayor said.", "2019-08-04", "B"),
    ]
    claims = [
        claim("c1", docs[0], "A man", killed="nine|9"),
        claim("c2", docs[1], "Ten", killed="Ten|10", source="the mayor|government"),
    ]
    (conflict,) = _fuse(claims, docs).conflicts
    assert conflict.hint == "9 seems to leave the attacker out (“before officers shot him”)"
    assert conflict.sentence.endswith(f"; {conflict.hint}.")


def test_a_large_difference_is_not_the_attacker():
    docs = [
        document("a", "A man killed nine people before officers shot him.", "2019-08-04", "A"),
        document("b", "Some say 40 people died in the bar.", "2019-08-04", "B"),
    ]
    claims = [claim("c1", docs[0], "A man", killed="nine|9"), claim("c2", docs[1], "Some", killed="40")]
    assert [c.hint for c in _fuse(claims, docs).conflicts] == [""]


WRONG = "Our report that raiders killed 80 people was wrong and is withdrawn."


@pytest.mark.parametrize(
    ("days", "publishers", "discounted"),
    [
        (("01", "02"), ("Post", "Post"), True),
        (("01", "01"), ("Post", "Post"), False),
        (("02", "01"), ("Post", "Post"), False),
        (("01", "02"), (None, None), True),  # as many deny as report, and later
    ],
)
def test_a_retraction(days, publishers, discounted):
    docs = [
        document("a", "Raiders killed 80 people at the ford.", f"2021-03-{days[0]}", publishers[0]),
        document("b", WRONG, f"2021-03-{days[1]}", publishers[1]),
    ]
    claims = [claim("c1", docs[0], "Raiders", killed="80"), claim("c2", docs[1], "Our", killed="80")]
    event = _fuse(claims, docs)
    assert (event.modality is Modality.NEGATED) is discounted
    assert (event.grade is Grade.DISCOUNTED) is discounted
    assert (event.fields["killed"].best is None) is discounted


def test_a_paper_takes_back_only_its_own():
    docs = [
        document("a", "Raiders killed 80 people at the ford.", "2021-03-01", "Post"),
        document("b", WRONG, "2021-03-02", "Post"),
        document("c", "At the ford 75 people were killed.", "2021-03-01", "Globe"),
        document("d", "The dead at the ford, 75 people, were buried.", "2021-03-02", "Star"),
    ]
    claims = [
        claim("c1", docs[0], "Raiders", killed="80"),
        claim("c2", docs[1], "Our", killed="80"),
        claim("c3", docs[2], "At the", killed="75"),
        claim("c4", docs[3], "The dead", killed="75"),
    ]
    event = _fuse(claims, docs)
    assert event.modality is Modality.ACTUAL
    assert event.fields["killed"].best == 75
    reasons = {w.claim: w.reason for w in event.fields["killed"].witnesses if w.standing is Standing.SET_ASIDE}
    assert reasons == {"c1": "its publisher took it back (b)", "c2": "the claim is negated, the event actual"}


def test_parts_of_a_figure_of_the_same_article_are_no_rivals():
    text = "The gunman killed 32 people, police said.\nTwo died in a dormitory.\nThe remaining 30 died in a hall."
    docs = [document("a", text, "2007-04-17", "Wire")]
    claims = [
        claim("c1", docs[0], "The gunman", killed="32", source="police|government"),
        claim("c2", docs[0], "Two", killed="Two|2"),
        claim("c3", docs[0], "The remaining", killed="30"),
    ]
    event = _fuse(claims, docs)
    assert event.fields["killed"].best == 32
    assert event.conflicts == ()
    assert not [flag for flag in event.flags if flag.kind is FlagKind.WITHIN_ARTICLE]
    reasons = {w.claim: w.reason for w in event.fields["killed"].witnesses if w.standing is Standing.PART}
    assert set(reasons) == {"c2", "c3"}
    assert reasons["c2"] == "2 + 30 = 32, which the same article gives"


def test_rival_sources_are_no_parts():
    text = "Police counted 20 dead.\nThe union counted 30.\nOne paper adds them up: 50 dead."
    docs = [document("a", text, "2007-04-17", "Wire")]
    claims = [
        claim("c1", docs[0], "Police", killed="20", source="Police|government"),
        claim("c2", docs[0], "The union", killed="30", source="The union|monitor_ngo"),
        claim("c3", docs[0], "One", killed="50"),
    ]
    assert _fuse(claims, docs).fields["killed"].low == 20
