"""A figure of a place inside, or of a group of the dead, is a floor of the whole and never its rival."""

from __future__ import annotations

import pytest
from fusion_fakes import Incident, claim, document, group, linked

from extractor.extraction.strategies import Extraction
from extractor.fusion import fuse_events
from extractor.records.events import FlagKind, Standing, Step
from extractor.registry import load_schema
from extractor.values.when.when import dated_view
from extractor.verification import Checker

PROVINCE, TOWN, HAMLET = "Velmora", "Ostrel, Velmora", "Pine Hill, Ostrel, Velmora"
POLICE, MINER = "the police|government", "the miners' union|monitor_ngo"


def _fuse(*articles):
    """One event of articles, each a list of figures: (words, place, source or None, group words or None)."""
    docs, claims = [], []
    for number, rows in enumerate(articles):
        lines = [
            f"Line {n}: {words.split('|')[0]} died in {place}, {(source or 'it was told').split('|')[0]}."
            for n, (words, place, source, _) in enumerate(rows)
        ]
        docs.append(document(f"d{number}", "\n".join(lines), "2031-05-04", f"paper {number}"))
        for n, (words, place, source, people) in enumerate(rows):
            fields = {"killed": words, "place": f"{place.split(',')[0]}|{place}"}
            fields |= {"source": source} if source else {}
            fields |= {"victims": people} if people else {}
            claims.append(claim(f"c{number}{n}", docs[-1], f"Line {n}", **fields))
    (event,) = fuse_events(linked(group("e", claims, place=PROVINCE, date="2031-05-03")), claims, docs, Incident)
    return event


def _parts(event):
    return sorted(w.claim for w in event.fields["killed"].witnesses if w.standing is Standing.PART)


CASES = {
    "a place inside": ([[("24", PROVINCE, None, None), ("6", TOWN, None, None)]], 24, ["c01"]),
    "told first": ([[("6", TOWN, None, None), ("24", PROVINCE, POLICE, None)]], 24, ["c00"]),
    "inside of that": ([[("24", PROVINCE, None, None), ("6", HAMLET, None, None)]], 24, ["c01"]),
    "higher inside": ([[("6", PROVINCE, POLICE, None), ("24", TOWN, None, None)]], 6, []),
    "two named sources": ([[("24", PROVINCE, POLICE, None), ("6", TOWN, MINER, None)]], 24, []),
    "in two articles": ([[("24", PROVINCE, POLICE, None)], [("6", TOWN, MINER, None)]], 24, []),
    "shown by another article": (
        [[("24", PROVINCE, None, None), ("6", TOWN, None, None)], [("5", TOWN, MINER, None)]], 24, ["c01", "c10"],
    ),
    "one town": ([[("24", TOWN, POLICE, None), ("6", TOWN, None, None)]], 24, []),
    "a group": ([[("24", TOWN, POLICE, None), ("six children|6", TOWN, None, "children")]], 24, ["c01"]),
    "in Spanish": ([[("24", TOWN, POLICE, None), ("seis niños|6", TOWN, None, "niños|children")]], 24, ["c01"]),
    "in Russian": ([[("24", TOWN, POLICE, None), ("шесть детей|6", TOWN, None, "детей|children")]], 24, ["c01"]),
    "a group, by another source": (
        [[("24", TOWN, POLICE, None), ("six children|6", TOWN, MINER, "children")]], 24, ["c01"],
    ),
    "what many give is no part of what one gives": (
        [
            [("24", TOWN, POLICE, None), ("six children|6", TOWN, None, "children")],
            [("six children|6", TOWN, MINER, "children")],
            [("six children|6", TOWN, "the clinic|government", "children")],
        ],
        6,
        ["c01"],
    ),
    "a group above the rest": ([[("4", TOWN, POLICE, None), ("six children|6", TOWN, None, "children")]], 4, []),
}  # fmt: skip


@pytest.mark.parametrize(("articles", "best", "parts"), CASES.values(), ids=CASES)
def test_what_is_a_part(articles, best, parts):
    event = _fuse(*articles)
    assert event.fields["killed"].best == best
    assert _parts(event) == parts


def test_a_part_is_in_no_conflict_and_widens_nothing():
    event = _fuse([("24", PROVINCE, POLICE, None), ("6", TOWN, None, None)])
    killed = event.fields["killed"]
    assert (killed.low, killed.best, killed.high, killed.disputed) == (24, 24, 24, False)
    part = next(w for w in killed.witnesses if w.claim == "c01")
    assert (part.reason, part.by) == (f"a figure of {TOWN} alone, a part of 24", killed.supporting[0])
    assert not [f for f in event.flags if f.kind is FlagKind.WITHIN_ARTICLE]


LISTED = [
    ("11 policemen|11", TOWN, POLICE, "policemen|police"),
    ("14 soldiers|14", TOWN, POLICE, "soldiers"),
    ("two villagers|2", TOWN, POLICE, "villagers|civilians"),
]


def test_groups_are_added_up_where_nobody_gives_the_whole():
    killed = _fuse(LISTED).fields["killed"]
    assert (killed.low, killed.best, killed.high, killed.text, killed.decided) == (27, 27, 27, "27+", Step.SUM)
    assert len(killed.supporting) == 3


def test_groups_give_way_to_the_whole():
    event = _fuse(LISTED, [("30", TOWN, MINER, None)])
    assert event.fields["killed"].best == 30
    assert _parts(event) == ["c00", "c01", "c02"]


def test_one_group_told_twice_is_no_list():
    event = _fuse(
        [("11 policemen|11", TOWN, POLICE, "policemen|police"), ("14 policemen|14", TOWN, POLICE, "policemen|police")]
    )
    assert event.fields["killed"].best == 14


SUMS = {
    "all that the article gives": (["2", "5"], "7", ["c00", "c01"]),
    "three": (["1", "2", "4"], "7", ["c00", "c01", "c02"]),
    "not all of it": (["2", "5", "9"], "7", []),
    "another sum": (["2", "5"], "8", []),
}


@pytest.mark.parametrize(("own", "whole", "parts"), SUMS.values(), ids=SUMS)
def test_an_article_of_parts_and_another_of_their_sum(own, whole, parts):
    event = _fuse([(figure, TOWN, None, None) for figure in own], [(whole, TOWN, MINER, None)])
    assert _parts(event) == parts
    if parts:
        assert (event.fields["killed"].best, event.conflicts) == (7, ())


LISTS = {
    "English": ("Nine nurses and four policemen were killed in Harbin on Sunday, the mayor said.", 13),
    "Spanish": ("Trece civiles y cinco soldados murieron el domingo en Neiva, dijo la policía.", 18),
    "German": ("16 Zivilisten und sieben Soldaten wurden am Sonntag in Basra getötet, sagte die Polizei.", 23),
    "French": ("Onze policiers et trois soldats ont été tués dimanche à Niamey, selon le ministère.", 14),
    "the whole is told": (
        "A bomb killed 30 people in Multan on Sunday, police said. Eight soldiers died, a nurse said.",
        30,
    ),
}


@pytest.mark.parametrize(("text", "best"), LISTS.values(), ids=LISTS)
def test_groups_as_they_are_read(text, best):
    """The reader makes a claim of every figure; all words of the sentence are offered as labels of each."""
    schema = load_schema("event")
    doc = document("a", text, "2031-05-05", "Post")
    view = dated_view(doc)
    claims = Checker(doc, schema, view).check_all(Extraction(schema, "event", None, "reader").read(view).claims)
    found = group("e", claims, date="2031-05-04").model_copy(update={"event_type": "violence_against_civilians"})
    (event,) = fuse_events(linked(found), claims, [doc], schema)
    assert event.fields["killed"].best == best
    assert event.conflicts == ()
