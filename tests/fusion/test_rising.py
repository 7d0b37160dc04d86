"""A toll that rises over several sources is a development; rival counts stay rival counts."""

from __future__ import annotations

import pytest
from fusion_fakes import Incident, claim, document, group, linked

from extractor.fusion import fuse_events
from extractor.fusion.rising import counted_from
from extractor.records.events import FlagKind, Standing

DAY = "1985-09-19"
# Each report: day of publication, source with its type (None: the paper itself), the figure.
POLICE, MINISTRY, UNION = "police|government", "the ministry of health|government", "the miners' union|monitor_ngo"
UNNAMED, WITNESS = "officials|government", "the baker Ines Moura|witness"


def _fuse(reports, date=DAY, field="killed", event_type=None):
    docs, claims = [], []
    for index, (day, source, figure) in enumerate(reports):
        name = (source or "|").split("|")[0]
        text = f"Report {index}: {figure.lstrip('?')} counted in the ruins, {name}."
        docs.append(document(f"d{index}", text, f"1985-09-{day}" if day else None, f"paper {index}"))
        fields = {field: figure} | ({"source": source} if source else {})
        claims.append(claim(f"c{index}", docs[-1], "Report", **fields))
    found = group("e", claims, place="P", date=date).model_copy(update={"event_type": event_type})
    (event,) = fuse_events(linked(found), claims, docs, Incident)
    return event


CASES = {
    "another source two days on": ([("20", POLICE, "12"), ("22", MINISTRY, "108")], [0]),
    "a chain": ([("19", POLICE, "12"), ("20", MINISTRY, "108"), ("22", UNION, "350")], [0, 1]),
    "a floor, then a number above it": ([("20", POLICE, "at least 12"), ("22", MINISTRY, "108")], [0]),
    "a rounding of the same": ([("20", POLICE, "around 60"), ("22", MINISTRY, "62")], []),
    "a ceiling": ([("20", POLICE, "as many as 60"), ("22", MINISTRY, "58")], []),
    "the same day": ([("20", POLICE, "12"), ("20", MINISTRY, "108")], []),
    "lower": ([("20", POLICE, "108"), ("22", MINISTRY, "12")], []),
    "the first source insists": ([("20", POLICE, "3"), ("21", UNION, "11"), ("22", POLICE, "3")], []),
    "an old rivalry": ([("20", POLICE, "3"), ("20", UNION, "11"), ("22", UNION, "12")], [1]),  # by its own line
    "an old rival figure in another mouth": ([("20", POLICE, "3"), ("20", UNION, "11"), ("22", MINISTRY, "11")], []),
    "a figure of the second week": ([("27", POLICE, "12"), ("29", MINISTRY, "108")], [0]),
    "told again by others": ([("20", POLICE, "9"), ("21", None, "10"), ("23", UNION, "9")], []),
    "an event of old": ([("20", POLICE, "12"), ("22", MINISTRY, "108")], [], "1975-09-19"),
    "reported before it happened": ([("17", POLICE, "12"), ("22", MINISTRY, "108")], []),
    "a paper in its own voice": ([("20", POLICE, "12"), ("22", None, "108")], [0]),
    "one witness after police": ([("20", POLICE, "12"), ("22", WITNESS, "108")], []),
    "police after a witness": ([("20", WITNESS, "12"), ("22", POLICE, "108")], [0]),
    "a witness after a witness": ([("20", "the guard|witness", "12"), ("22", WITNESS, "108")], [0]),
    "several papers without a source": ([("20", POLICE, "12"), ("22", None, "108"), ("23", None, "120")], [0, 1]),
    "officials after police": ([("20", POLICE, "12"), ("22", UNNAMED, "108")], [0]),
    "police after officials": ([("20", UNNAMED, "12"), ("22", POLICE, "108")], [0]),
    "no date": ([(None, POLICE, "12"), ("22", MINISTRY, "108")], []),
}


@pytest.mark.parametrize(("reports", "gone", "date"), [(*case, DAY)[:3] for case in CASES.values()], ids=CASES)
def test_what_gives_way(reports, gone, date):
    event = _fuse(reports, date)
    standing = {w.claim: w.standing for w in event.fields["killed"].witnesses}
    assert sorted(key for key, found in standing.items() if found is Standing.SUPERSEDED) == [f"c{i}" for i in gone]
    flags = [flag for flag in event.flags if flag.kind is FlagKind.RISING]
    risen = {w.claim for w in event.fields["killed"].witnesses if w.reason.startswith("rising toll")}
    assert {key.split("/")[0] for flag in flags for key in flag.witnesses[1:]} == risen
    assert risen == (set() if gone == [1] else {f"c{i}" for i in gone})
    assert len(event.fields["killed"].witnesses) == len(reports)


def test_it_is_said_why():
    event = _fuse([("20", POLICE, "12"), ("22", MINISTRY, "108")])
    old = next(w for w in event.fields["killed"].witnesses if w.claim == "c0")
    assert old.reason == "rising toll: on 1985-09-22 the ministry of health gave 108"
    assert [f.sentence for f in event.flags] == [
        "the toll rose from 12 (1985-09-20) to 108 (1985-09-22): police, then the ministry of health."
    ]
    assert event.conflicts == ()
    assert event.fields["killed"].best == 108


@pytest.mark.parametrize("date", [None, "1985", "1985-09", "1985-09-18/1985-09-19"])
def test_a_toll_rises_whether_or_not_the_day_is_known(date):
    event = _fuse([("20", POLICE, "12"), ("22", MINISTRY, "108")], date)
    assert (event.fields["killed"].low, event.fields["killed"].best) == (108, 108)
    assert event.conflicts == ()


def test_an_unconfirmed_figure_supersedes_no_confirmed_one():
    event = _fuse([("20", POLICE, "12"), ("22", MINISTRY, "?108")])
    killed = event.fields["killed"]
    assert (killed.low, killed.best, killed.high, killed.confirmed) == (12, 12, 108, True)
    assert [w.standing for w in killed.witnesses] == [Standing.CURRENT, Standing.CURRENT]
    assert event.conflicts[0].sentence.endswith("the ministry of health: 108 (unconfirmed) (1985-09-22).")
    assert _fuse([("20", POLICE, "?12"), ("22", MINISTRY, "108")]).fields["killed"].best == 108
    assert not _fuse([("20", POLICE, "?12")]).fields["killed"].confirmed


@pytest.mark.parametrize(("event_type", "current"), [("battles", 2), ("protests", 2), ("natural_disaster", 1)])
def test_two_sides_do_not_count_on_for_each_other(event_type, current):
    event = _fuse([("20", POLICE, "12"), ("22", UNION, "108")], event_type=event_type)
    assert sum(w.standing is Standing.CURRENT for w in event.fields["killed"].witnesses) == current


def test_the_missing_do_not_rise():
    event = _fuse([("20", POLICE, "12"), ("22", MINISTRY, "108")], field="missing")
    assert event.conflicts


@pytest.mark.parametrize(
    ("date", "published", "days"),
    [
        (DAY, ["1985-09-21"], f"{DAY}/{DAY}"),
        (None, ["1985-09-21", "1985-09-20T08:00:00Z", None], "1985-09-20/1985-09-20"),
        (None, [None], None),
        ("soon", ["1985-09-21"], None),
    ],
)
def test_the_days_a_toll_is_counted_from(date, published, days):
    found = counted_from(date, published)
    assert (found and found.iso()) == days
