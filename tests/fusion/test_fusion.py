"""Fusion on small cases of other kinds: each with the record that a careful person would make of it."""

from __future__ import annotations

import pytest
from fusion_fakes import Incident, claim, document, group, linked

from extractor.fusion import fuse_events
from extractor.records import Modality
from extractor.records.events import ConflictKind, FlagKind, Grade, Rule, Standing, Step
from extractor.records.eventsfile import EventsFile, dump_events, load_events


def _fuse(claims, documents, *groups, rule=Rule.MAJORITY):
    found = fuse_events(linked(*(groups or [group("e", claims)])), claims, documents, Incident, rule)
    return {event.id: event for event in found}


def _standing(event, field="killed"):
    return {w.claim: w.standing for w in event.fields[field].witnesses}


def _range(event, field="killed"):
    found = event.fields[field]
    return found.low, found.best, found.high


def _earthquake():
    days = [
        ("q1", "2011-10-24", "The disaster agency said 93 people died when the ground shook.", "93"),
        ("q2", "2011-10-25", "By Tuesday the disaster agency put the dead at 366 in all.", "366"),
        ("q3", "2011-10-27", "The toll is now 523, the disaster agency announced.", "523"),
        ("q4", "2011-10-28", "At least 500 are dead, the disaster agency has said.", "At least 500"),
    ]
    docs = [document(key, text, day, key) for key, day, text, _ in days]
    source = "the disaster agency|government"
    claims = [
        claim(f"c-{d.id}", d, d.text[:5], killed=row[3], source=source) for d, row in zip(docs, days, strict=True)
    ]
    return claims, docs


def test_rising_toll_of_one_agency():
    claims, docs = _earthquake()
    event = _fuse(claims, docs)["e"]
    assert _range(event) == (523, 523, 523)
    assert event.conflicts == ()
    assert _standing(event) == {
        "c-q1": Standing.SUPERSEDED,
        "c-q2": Standing.SUPERSEDED,
        "c-q3": Standing.CURRENT,
        "c-q4": Standing.IMPLIED,
    }
    assert event.grade is Grade.WEAK


def test_a_toll_is_corrected_downwards():
    docs = [
        document("a", "The ministry counted 40 dead at the bridge.", "1998-06-03"),
        document("b", "The ministry now counts 31 dead at the bridge.", "1998-06-05"),
    ]
    claims = [
        claim("c1", docs[0], "The", killed="40", source="The ministry|government"),
        claim("c2", docs[1], "The", killed="31", source="The ministry|government"),
    ]
    assert _range(_fuse(claims, docs)["e"]) == (31, 31, 31)


def test_another_source_is_later():
    docs = [
        document("a", "Police counted 40 dead at the dam.", "1998-06-03"),
        document("b", "The mayor counted 71 dead at the dam.", "1998-06-05"),
    ]
    claims = [
        claim("c1", docs[0], "Police", killed="40", source="Police|government"),
        claim("c2", docs[1], "The", killed="71", source="The mayor|government"),
    ]
    event = _fuse(claims, docs)["e"]
    assert _range(event) == (71, 71, 71)
    assert [f.sentence for f in event.flags] == [
        "the toll rose from 40 (1998-06-03) to 71 (1998-06-05): Police, then The mayor."
    ]
    assert _standing(event) == {"c1": Standing.SUPERSEDED, "c2": Standing.CURRENT}
    assert event.conflicts == ()
    assert _range(_fuse(claims, docs, rule=Rule.CONSERVATIVE)["e"]) == (71, 71, 71)


def test_what_was_superseded_implies_nothing():
    rows = [("a", "62", "2001-02-01"), ("b", "40", "2001-02-02"), ("c", "At least 50", "2001-02-03")]
    docs = [document(key, f"{words} dead, police said.", day) for key, words, day in rows]
    claims = [
        claim(f"c{d.id}", d, row[1], killed=row[1], source="police|government")
        for d, row in zip(docs, rows, strict=True)
    ]
    assert _range(_fuse(claims, docs)["e"]) == (50, 50, 50)


def test_headlines_without_hedges_do_not_quarrel():
    docs = [
        document("a", "Flood kills 140\n\nAt least 140 people drowned in the delta, it was reported.", publisher="A"),
        document(
            "b", "Delta flood: 119 dead\n\nAt least 119 people drowned, according to a first count.", publisher="B"
        ),
    ]
    claims = [
        claim("a1", docs[0], "Flood", killed="140"),
        claim("a2", docs[0], "At least", killed="At least 140"),
        claim("b1", docs[1], "Delta", killed="119"),
        claim("b2", docs[1], "At least", killed="At least 119"),
    ]
    event = _fuse(claims, docs)["e"]
    assert event.conflicts == ()
    assert event.fields["killed"].open_ended
    assert _standing(event)["a1"] is Standing.IMPLIED


def test_without_dates_nothing_supersedes():
    docs = [document("a", "The ministry counted 40 dead."), document("b", "The ministry counted 31 dead.")]
    claims = [claim(f"c{d.id}", d, "The", killed=d.text[21:23], source="The ministry|government") for d in docs]
    event = _fuse(claims, docs)["e"]
    assert _range(event) == (31, 40, 40)
    assert event.fields["killed"].decided is Step.HIGHER
    assert event.fields["killed"].disputed


def test_shooting_with_rival_counts():
    docs = [
        document(
            "p1", "Police said nine people were shot dead.\nThe hospital reported 10 bodies.", "2019-08-04", "Post"
        ),
        document("p2", "The hospital had received 10 bodies by noon.", "2019-08-05", "Star"),
    ]
    claims = [
        claim("c1", docs[0], "Police", killed="nine|9", source="Police|government"),
        claim("c2", docs[0], "The hospital", killed="10", source="The hospital|government|City Hospital"),
        claim("c3", docs[1], "The hospital", killed="10", source="The hospital|government|City Hospital"),
    ]
    event = _fuse(claims, docs)["e"]
    assert _range(event) == (9, 10, 10)  # one line each: the hospital spoke on a later day too
    assert event.fields["killed"].decided is Step.LATER
    assert [c.kind for c in event.conflicts] == [ConflictKind.VALUE]
    assert event.grade is Grade.FAIR
    assert [(s.removed, s.to) for s in event.sensitivity if s.kind == "line"] == [(("government:city hospital",), 9)]


def test_ferry_with_missing_and_dead():
    docs = [
        document("f1", "The coast guard said 12 bodies were found and 47 people were missing.", "1987-03-07", "Echo"),
        document("f2", "Divers found more bodies: 21 dead, 38 missing, the coast guard said.", "1987-03-08", "Echo"),
        document("f3", "More than 20 died when the ferry turned over.", "1987-03-08", "Globe"),
    ]
    guard = "the coast guard|government"
    claims = [
        claim("c1", docs[0], "The", killed="12", missing="47", source="The coast guard|government"),
        claim("c2", docs[1], "Divers", killed="21", missing="38", source=guard),
        claim("c3", docs[2], "More", killed="More than 20"),
    ]
    event = _fuse(claims, docs)["e"]
    assert _range(event) == (21, 21, 21)
    assert _range(event, "missing") == (38, 38, 38)
    assert event.conflicts == ()


def test_a_retracted_report():
    docs = [
        document("r1", "A blast killed 14 people in the market.", "2003-05-01", "Wire"),
        document("r2", "There was no blast and nobody died: the earlier report was false.", "2003-05-02", "Wire"),
    ]
    claims = [
        claim("c1", docs[0], "A blast", killed="14"),
        claim("c2", docs[1], "There", modality="There was no blast|negated"),
    ]
    event = _fuse(claims, docs)["e"]
    assert event.modality is Modality.NEGATED
    assert event.grade is Grade.DISCOUNTED
    assert event.fields["killed"].best is None
    assert _standing(event) == {"c1": Standing.SET_ASIDE}


def test_a_denial_that_repeats_the_figure_does_not_make_it_true():
    docs = [
        document("r1", "Gunmen killed 80 people in the hills.", "2003-05-01", "Wire"),
        document("r2", "The report that 80 people were killed in the hills was false.", "2003-05-02", "Wire"),
    ]
    claims = [
        claim("c1", docs[0], "Gunmen", killed="80", place="in the hills"),
        claim("c2", docs[1], "The", killed="80", place="in the hills", modality="was false|negated"),
    ]
    event = _fuse(claims, docs)["e"]
    assert event.fields["killed"].best is None
    assert event.fields["place"].value == "in the hills"


def test_what_may_come_has_no_toll():
    docs = [document("h", "A big quake here could kill 9,000 people.")]
    claims = [claim("c1", docs[0], "A big", killed="9,000", modality="could|hypothetical")]
    event = _fuse(claims, docs)["e"]
    assert (event.modality, event.fields["killed"].best) == (Modality.HYPOTHETICAL, None)


def test_a_hypothetical_figure_is_set_aside():
    docs = [document("h", "Three miners died.\nA blast in the main shaft would have killed 200.")]
    claims = [
        claim("c1", docs[0], "Three", killed="Three|3"),
        claim("c2", docs[0], "A blast", killed="200", modality="would have|hypothetical"),
    ]
    event = _fuse(claims, docs)["e"]
    assert _range(event) == (3, 3, 3)
    assert _standing(event)["c2"] is Standing.SET_ASIDE


def test_rival_claims_of_responsibility():
    docs = [
        document("k1", "The Northern Front claimed the ambush.", publisher="One"),
        document("k2", "The ambush was the work of the Hill Brigade, it said in a statement.", publisher="Two"),
    ]
    claims = [
        claim("c1", docs[0], "The", responsibility="Northern Front|claimed"),
        claim("c2", docs[1], "The", responsibility="Hill Brigade|claimed"),
    ]
    event = _fuse(claims, docs)["e"]
    assert event.grade is Grade.CONTESTED
    assert [c.kind for c in event.conflicts] == [ConflictKind.RESPONSIBILITY]


def test_a_denial_is_a_conflict_but_not_a_rival():
    docs = [document("k", "The army blamed the Hill Brigade.\nThe Hill Brigade denied it.")]
    claims = [
        claim("c1", docs[0], "The army", responsibility="Hill Brigade|blamed", source="The army|government"),
        claim("c2", docs[0], "The Hill", responsibility="Hill Brigade|denied"),
    ]
    event = _fuse(claims, docs)["e"]
    assert event.grade is not Grade.CONTESTED
    assert [c.kind for c in event.conflicts] == [ConflictKind.RESPONSIBILITY]


def test_rejected_values_stay_out_and_are_listed():
    docs = [document("a", "Ten people died. Eleven were hurt.")]
    claims = [claim("c1", docs[0], "Ten", killed=["Ten|10", "!Eleven|11"])]
    event = _fuse(claims, docs)["e"]
    assert _range(event) == (10, 10, 10)
    assert [(r.value, r.reason) for r in event.rejected] == [(11, "not_said")]


def test_a_value_of_an_unknown_article_is_rejected():
    docs = [document("a", "Ten people died.")]
    claims = [claim("c1", docs[0], "Ten", killed="Ten|10")]
    event = _fuse(claims, [])["e"]
    assert event.fields == {}
    assert [r.reason for r in event.rejected] == ["no_span"]


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        (["dozens", "57"], (57, 57, 57)),
        (["dozens"], (12, 12, 12)),
        (["around 60", "57"], (57, 57, 57)),
        (["around 60", "90"], (60, 90, 90)),
        (["at least 5", "at least 6"], (5, 6, 6)),
        (["at least 46", "57"], (46, 57, 57)),
        (["as many as 178", "more than 170"], (171, 178, 178)),
        (["62", "at least 83"], (62, 62, 83)),
    ],
    ids=str,
)
def test_ranges_over_independent_papers(figures, expected):
    docs = [document(f"d{i}", f"They counted {words} dead here.", publisher=f"p{i}") for i, words in enumerate(figures)]
    claims = [claim(f"c{i}", d, "They", killed=words) for i, (d, words) in enumerate(zip(docs, figures, strict=True))]
    assert _range(_fuse(claims, docs)["e"]) == expected


def test_a_part_above_its_whole_is_flagged():
    docs = [document("a", "Floods killed 30 in two provinces.\nIn the north 41 died.\nIn the south 2 died.")]
    whole = [claim("t", docs[0], "Floods", killed="30")]
    north, south = [claim("n", docs[0], "In the north", killed="41")], [claim("s", docs[0], "In the south", killed="2")]
    events = _fuse(
        [*whole, *north, *south], docs, group("all", whole, parts=("n", "s")), group("n", north), group("s", south)
    )
    kinds = {flag.kind for flag in events["all"].flags}
    assert {FlagKind.PART_ABOVE_WHOLE, FlagKind.PARTS_AND_TOTAL, FlagKind.UNEXPLAINED_TOTAL} <= kinds
    assert events["n"].parents == ("all",)


def test_two_numbers_in_the_articles_own_voice():
    docs = [document("a", "Twenty people were shot dead at the mall.\nThe weekend left 30 dead.")]
    claims = [
        claim("c1", docs[0], "Twenty", killed="Twenty|20"),
        claim("c2", docs[0], "The weekend", killed="30"),
    ]
    event = _fuse(claims, docs)["e"]
    assert _range(event) == (20, 20, 30)
    assert [f.kind for f in event.flags] == [FlagKind.WITHIN_ARTICLE]


def test_one_source_raises_its_toll_in_one_article():
    docs = [document("a", "Police first spoke of 20 dead.\nIn the evening police said 30 had died.")]
    claims = [
        claim("c1", docs[0], "Police", killed="20", source="Police|government|police"),
        claim("c2", docs[0], "In the", killed="30", source="police|government"),
    ]
    event = _fuse(claims, docs)["e"]
    assert _range(event) == (30, 30, 30)
    assert _standing(event)["c1"] is Standing.SUPERSEDED


@pytest.mark.parametrize(
    ("total", "north", "flagged"),
    [
        ("more than 700", "446", False),
        ("1,100", "around 700", True),
        ("1,150", "around 700", False),
        ("700", "446", True),
    ],
)
def test_parts_that_fit_the_total_are_not_flagged(total, north, flagged):
    docs = [document("a", f"The storm killed {total} people.\nIn the north {north} died.\nIn the south 259 died.")]
    south = "259" if north == "446" else "480"
    docs = [document("a", docs[0].text.replace("259", south))]
    whole = [claim("t", docs[0], "The storm", killed=total)]
    parts = [[claim("n", docs[0], "In the north", killed=north)], [claim("s", docs[0], "In the south", killed=south)]]
    groups = [group("all", whole, parts=("n", "s")), group("n", parts[0]), group("s", parts[1])]
    event = _fuse([*whole, *parts[0], *parts[1]], docs, *groups)["all"]
    assert (FlagKind.PARTS_AND_TOTAL in {f.kind for f in event.flags}) == flagged


def test_one_source_quoted_by_many_papers_is_one():
    docs = [document(f"d{i}", f"Paper {i} writes: 12 died, police said.", publisher=f"p{i}") for i in range(5)]
    claims = [claim(f"c{d.id}", d, "Paper", killed="12", source="police|government") for d in docs]
    event = _fuse(claims, docs)["e"]
    assert event.independent == 1
    assert event.fields["killed"].agreement.independent == 1


def test_shared_copy_without_a_source_is_one():
    line = "A crowded bus left the mountain road near the pass on Tuesday and 19 passengers died."
    docs = [document(f"d{i}", line + f"\nMore on page {i}.", publisher=f"p{i}") for i in range(3)]
    claims = [claim(f"c{d.id}", d, "A crowded", killed="19") for d in docs]
    event = _fuse(claims, docs)["e"]
    assert event.fields["killed"].agreement.independent == 1
    assert [f.kind for f in event.flags] == [FlagKind.ONE_COPY]


def test_copy_with_its_source_cut_off_keeps_the_source():
    line = "Some 19 passengers died when a crowded bus left the mountain road near the pass on Tuesday"
    docs = [document("d1", f"{line}, police said."), document("d2", f"{line}.")]
    claims = [
        claim("c1", docs[0], "Some", killed="19", source="police|government"),
        claim("c2", docs[1], "Some", killed="19"),
    ]
    assert {w.line for w in _fuse(claims, docs)["e"].fields["killed"].witnesses} == {"government:police"}


def test_events_file_round_trip():
    claims, docs = _earthquake()
    events = EventsFile(rule=Rule.MAJORITY, events=tuple(_fuse(claims, docs).values()))
    text = dump_events(events)
    assert load_events(text) == events
    assert text.endswith("}\n")
    assert "rule" in EventsFile.model_json_schema()["properties"]


def test_no_claims_no_events():
    assert fuse_events(linked(), [], [], Incident) == ()


def test_groups_of_nothing_have_an_empty_record():
    event = _fuse([], [], group("e", []))["e"]
    assert (event.fields, event.independent, event.grade) == ({}, 0, Grade.WEAK)
