"""Fusion on anything at all: whatever claims and groups come in, the record is sound."""

from __future__ import annotations

import io

from fusion_fakes import Incident, document
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from extractor.fusion import fuse_events
from extractor.records import (
    Bound,
    CheckedClaim,
    CheckedValue,
    ClaimedValue,
    SourceType,
    Span,
    Stance,
    Status,
    Verdict,
)
from extractor.records.events import FlagKind, Rule
from extractor.records.eventsfile import EventsFile, dump_events, load_events
from extractor.records.groups import Group, GroupKind, Linked
from extractor.report.account import render_event, render_table

TEXTS = [
    "Police said 12 people were killed when the bridge fell.\nAt least 9 died, the mayor said.\x1b[1m",
    "Police said 12 people were killed when the bridge fell, and 40 were hurt in the old town.",
    "",
    "🙂 " * 40 + "nobody knows",
]
NAMES = ["police", "the mayor", "Syria's army", "SANA", "", "\x00", "[red]x[/red]"]
VALUES = st.one_of(st.none(), st.integers(-2, 40), st.sampled_from([10**15, *NAMES, "actual", "negated", "future"]))


@st.composite
def values(draw, of=VALUES):
    start = draw(st.integers(0, 60))
    claimed = ClaimedValue(
        value=draw(of),
        quote=draw(st.sampled_from([None, "12 people", "dozens", ""])),
        bound=draw(st.sampled_from([None, *Bound])),
        high=draw(st.sampled_from([None, 3, 50])),
        source_type=draw(st.sampled_from([None, *SourceType])),
        stance=draw(st.sampled_from([None, *Stance])),
        scope=draw(st.sampled_from([None, "both towns", "north only"])),
    )
    inside = Span(start=start, end=start + 5)
    span = draw(st.sampled_from([inside, inside, inside, None, Span(start=900, end=901)]))
    status = draw(st.sampled_from([Status.SUPPORTED] * 4 + [Status.UNSUPPORTED]))
    decided = draw(st.sampled_from([None, (start, start + 2), (5, 1)]))
    return CheckedValue(claimed=claimed, span=span, verdict=Verdict(status=status, reason="any", decided=decided))


@st.composite
def inputs(draw):
    dates = st.sampled_from([None, "2020-01-02", "2020-01-02T01:00:00Z", "soon", "0001-01-01T00:00:00+14:00"])
    docs = [document(f"d{i}", text, draw(dates), draw(st.sampled_from([None, "Post"]))) for i, text in enumerate(TEXTS)]
    fields = st.dictionaries(
        st.sampled_from([*Incident.model_fields, "unheard"]), st.lists(values(), max_size=2).map(tuple), max_size=4
    )
    killed = st.lists(values(st.integers(0, 12)), max_size=2).map(tuple)
    claims = [
        CheckedClaim(
            id=f"c{i}",
            document=draw(st.sampled_from(["d0", "d1", "d0", "d1", "d2", "d3", "d9"])),
            fields={**draw(fields), "killed": draw(killed)},
        )
        for i in range(draw(st.integers(0, 7)))
    ]
    ids = [c.id for c in claims] or ["c9"]
    groups = [
        Group(
            id=f"g{i}",
            kind=draw(st.sampled_from(GroupKind)),
            claims=tuple(draw(st.lists(st.sampled_from(ids), max_size=4))),
            parts=draw(st.sampled_from([("g1", "g2"), ("g1", "g2"), ("g0", "g9")])) if i == 0 else (),
            place=draw(st.sampled_from([None, "north", "south town"])),
        )
        for i in range(draw(st.sampled_from([0, 1, 3, 3, 3])))
    ]
    return Linked(groups=tuple(groups)), claims, docs


@settings(max_examples=60, deadline=None)
@given(inputs(), st.sampled_from(Rule), st.randoms(use_true_random=False))
def test_any_input(given_, rule, random):
    linked, claims, docs = given_
    events = fuse_events(linked, claims, docs, Incident, rule)
    file = EventsFile(rule=rule, events=events)
    written = dump_events(file)
    assert load_events(written) == file

    for items in (claims, docs):
        random.shuffle(items)
    again = fuse_events(Linked(groups=linked.groups[::-1]), claims, docs, Incident, rule)
    assert dump_events(EventsFile(rule=rule, events=again)) == written

    texts = {d.id: d.text for d in docs}
    for event in events:
        for field in event.fields.values():
            if field.best is not None:
                assert field.low <= field.best <= field.high
                assert field.supporting
            for witness in field.witnesses:
                for evidence in filter(None, (witness.evidence, witness.attribution)):
                    assert texts[evidence.document][evidence.start : evidence.end] == evidence.quote
        _no_part_above_its_whole_without_a_flag(event, {e.id: e for e in events})
        out = io.StringIO()
        Console(file=out, width=80).print(render_event(event), render_table(events))
        assert "\x1b" not in out.getvalue()


def _no_part_above_its_whole_without_a_flag(event, known):
    for name, field in event.fields.items():
        parts = [known[key].fields[name].best for key in event.parts if name in known[key].fields]
        if field.best is not None and any(best is not None and best > field.best for best in parts):
            assert (FlagKind.PART_ABOVE_WHOLE, name) in {(flag.kind, flag.field) for flag in event.flags}
