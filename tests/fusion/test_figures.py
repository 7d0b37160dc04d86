"""Which figure is `best`: confirmed ones first, and only counts of people found bit by bit rise."""

from __future__ import annotations

import pytest
from fusion_fakes import Incident, claim, document, group, linked

from extractor.fusion import fuse_events
from extractor.records.events import Standing

POLICE, CLINIC = "police|government", "the clinic|monitor_ngo"


def _event(reports, **more):
    """An event of 1 March; each report is its day, its source and its figure, `?` before an unconfirmed one."""
    docs, claims = [], []
    for index, (day, source, field, figure) in enumerate(reports):
        text = f"Report {index}: {figure.lstrip('?')} counted, {source.split('|')[0]}."
        docs.append(document(f"d{index}", text, f"1985-03-{day}", f"paper {index}"))
        claims.append(claim(f"c{index}", docs[-1], "Report", **{field: figure, "source": source}, **more))
    (event,) = fuse_events(linked(group("e", claims, place="P", date="1985-03-01")), claims, docs, Incident)
    return event


@pytest.mark.parametrize(
    ("confirmed", "unconfirmed", "best"),
    [("nearly 50", "46", 49), ("at least 12", "30", 12), ("around 60", "58", 60), ("as many as 40", "20", 40)],
)
def test_an_unconfirmed_figure_is_never_best_beside_a_confirmed_one(confirmed, unconfirmed, best):
    found = _event([("02", POLICE, "killed", confirmed), ("02", CLINIC, "killed", f"?{unconfirmed}")])
    assert (found.fields["killed"].best, found.fields["killed"].confirmed) == (best, True)


def test_a_refused_figure_takes_no_part():
    found = _event([("02", POLICE, "killed", "12"), ("02", CLINIC, "killed", "!90")]).fields["killed"]
    assert (found.low, found.best, found.high) == (12, 12, 12)
    assert _event([("02", CLINIC, "killed", "!90")]).fields.get("killed") is None


@pytest.mark.parametrize(("field", "standing"), [("killed", Standing.SUPERSEDED), ("missing", Standing.CURRENT)])
def test_only_what_is_found_bit_by_bit_rises(field, standing):
    found = _event([("02", POLICE, field, "12"), ("04", CLINIC, field, "108")]).fields[field]
    assert found.witnesses[0].standing is standing


def test_without_its_only_figure_nothing_that_was_set_aside_is_best():
    docs = [
        document("d0", "Report: 12 counted, police.", "1985-03-02"),
        document("d1", "Drill: 90 counted, the clinic."),
    ]
    claims = [
        claim("c0", docs[0], "Report", killed="12", source=POLICE),
        claim("c1", docs[1], "Drill", killed="90", source=CLINIC, modality="Drill|hypothetical"),
    ]
    (event,) = fuse_events(linked(group("e", claims, place="P", date="1985-03-01")), claims, docs, Incident)
    assert event.fields["killed"].witnesses[1].standing is Standing.SET_ASIDE
    assert {(s.removed, s.to) for s in event.sensitivity} == {(("government:police",), None), (("c0",), None)}
