"""`events.json`: what is left out has its default, what is in no event is listed, and it is read back as written."""

from __future__ import annotations

import json

from fusion_fakes import Incident, claim, document, group

from extractor.fusion import fuse_events
from extractor.records.events import Rule
from extractor.records.eventsfile import EventsFile, dump_events, event_pieces, load_events
from extractor.records.groups import Link, Linked, Relation


def _file():
    doc = document("a", "Some 12 people died at the ford.\nNobody knows why.", "1969-02-01", "Post")
    claims = [claim("c1", doc, "Some", killed="12"), claim("c2", doc, "Nobody", weapon="Nobody")]
    miss = Link(one="g1", other="g2", relation=Relation.APART, score=0.4, reasons=("another town",))
    linked = Linked(
        groups=(group("e", claims[:1], place="the ford"),),
        unlinked=(("c3", "no figure"), ("c2", "no event")),
        near_misses=(miss,),
    )
    return EventsFile.of(Rule.LATEST, fuse_events(linked, claims, [doc], Incident), linked)


def test_claims_of_no_event_are_listed():
    file = _file()
    assert [(loose.claim, loose.reason) for loose in file.unlinked] == [("c2", "no event"), ("c3", "no figure")]
    assert file.near_misses == 1


def test_it_is_read_back_as_written():
    file = _file()
    text = dump_events(file)
    assert load_events(text) == file
    assert "".join(event_pieces(file)) == text
    assert json.loads(text)["format_version"] == 2


def test_a_witness_is_a_line_without_defaults():
    text = dump_events(_file())
    (line,) = [line for line in text.splitlines() if '"evidence": "' in line]
    witness = json.loads(line.strip().rstrip(","))
    (event,) = json.loads(text)["events"]
    assert event["evidence"][witness["evidence"]]["quote"] == "12"
    assert "bound" in witness
    assert not {"standing", "reason", "by", "via", "scope"} & set(witness)


def test_a_nought_is_no_default():
    doc = document("a", "On Tuesday 0 people died.", "1969-02-01")
    claims = [claim("c1", doc, "On", killed="0")]
    events = fuse_events(Linked(groups=(group("e", claims),)), claims, [doc], Incident)
    assert load_events(dump_events(EventsFile.of(Rule.MAJORITY, events))).events[0].fields["killed"].best == 0
