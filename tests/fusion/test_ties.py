"""An event's labels and parties come from words tied to its figures; who did it is a conflict where accounts differ."""

from __future__ import annotations

from typing import Annotated

import pytest
from fusion_fakes import Actor, Count, Groups, Label, Place, Source, document, group, linked

from extractor.fusion import fuse_events
from extractor.records import CheckedClaim, CheckedValue, ClaimedValue, Span, Status, Verdict
from extractor.records.events import ConflictKind, Grade, Standing
from extractor.registry import load_schema
from extractor.values.schema import ClaimSchema, Values
from extractor.values.valuetype import FieldRole

EVENT = load_schema("event")


class Victims(Groups):
    pass


class AgreementStatus(Label):
    enum = EVENT.value_types()["agreement_status"].enum


class SubType(Label):
    enum = EVENT.value_types()["sub_type"].enum


class Perpetrator(Actor):
    role = FieldRole.BY_WHOM


class Report(ClaimSchema):
    place: Annotated[Values, Place()] = ()
    killed: Annotated[Values, Count()] = ()
    sub_type: Annotated[Values, SubType()] = ()
    status: Annotated[Values, AgreementStatus()] = ()
    victims: Annotated[Values, Victims()] = ()
    actor: Annotated[Values, Actor()] = ()
    perpetrator: Annotated[Values, Perpetrator()] = ()
    source: Annotated[Values, Source()] = ()


TEXT = (
    "A car bomb killed 12 people at the mill, the official agency said. "
    "The shelling went on at noon. "
    "The sides had agreed a truce on Monday. "
    "General Rocha praised the rescuers."
)


def _value(quote, value=None, status="supported", *, word=None):
    at = TEXT.index(quote)
    decided = (TEXT.index(word), TEXT.index(word) + len(word)) if word else None
    number = value if isinstance(value, int) else value or quote
    return CheckedValue(
        claimed=ClaimedValue(value=number, quote=quote),
        span=Span(start=at, end=at + len(quote)),
        verdict=Verdict(status=Status(status), reason="said", decided=decided),
    )


def _event(*claims, event_type="explosions_remote_violence"):
    doc = document("d", TEXT, "2020-03-02", "Post")
    checked = [
        CheckedClaim(id=f"c{n}", document="d", fields={k: (v,) for k, v in fields.items()})
        for n, fields in enumerate(claims)
    ]
    found = group("e", checked, place="the mill").model_copy(update={"event_type": event_type})
    return fuse_events(linked(found), checked, [doc], Report)[0]


TWELVE = {"killed": _value("12", 12)}
CASES = {
    "in the figure's sentence": ([TWELVE | {"sub_type": _value("car bomb", "bombing")}], "sub_type", "bombing"),
    "of a claim with a figure": ([TWELVE | {"sub_type": _value("shelling")}], "sub_type", "shelling"),
    "the closer of two": (
        [TWELVE | {"sub_type": _value("shelling")}, TWELVE | {"sub_type": _value("car bomb", "bombing")}],
        "sub_type",
        "bombing",
    ),
    "another kind of event": ([TWELVE | {"sub_type": _value("truce", "agreement")}], "sub_type", None),
    "how far an agreement is": ([TWELVE | {"status": _value("agreed", "final")}], "status", None),
    "an unconfirmed one alone": (
        [TWELVE | {"sub_type": _value("car bomb", "bombing", "unconfirmed")}], "sub_type", "bombing",
    ),
    "a confirmed one first": (
        [
            TWELVE | {"sub_type": _value("car bomb", "bombing", "unconfirmed")},
            TWELVE | {"sub_type": _value("shelling")},
        ],
        "sub_type",
        "shelling",
    ),
    "people whom the figure counts": ([TWELVE | {"victims": _value("people", "workers")}], "victims", "workers"),
    "people of a claim without a figure": ([TWELVE, {"victims": _value("rescuers", "civilians")}], "victims", None),
    "a word that stands elsewhere": (
        [TWELVE | {"victims": _value("official", "officials", "unconfirmed", word="official")}], "victims", None,
    ),
    "a label that no word is known for": (
        [TWELVE | {"victims": _value("at the mill", "workers", "unconfirmed")}], "victims", "workers",
    ),
    "a party of a claim with a figure": ([TWELVE | {"actor": _value("General Rocha")}], "actor", "General Rocha"),
    "a party of a claim without one": ([TWELVE, {"actor": _value("General Rocha")}], "actor", None),
    "a party where nothing is counted": ([{"actor": _value("General Rocha")}], "actor", "General Rocha"),
}  # fmt: skip


@pytest.mark.parametrize(("claims", "field", "value"), CASES.values(), ids=CASES)
def test_what_an_event_is_said_to_be(claims, field, value):
    found = _event(*claims).fields[field]
    assert found.value == value
    assert all(w.reason for w in found.witnesses if w.standing is Standing.SET_ASIDE)
    assert len(found.witnesses) == sum(field in claim for claim in claims)


def test_what_is_unconfirmed_is_said():
    found = _event(TWELVE | {"victims": _value("at the mill", "workers", "unconfirmed")}).fields["victims"]
    assert not found.confirmed
    assert not found.witnesses[0].confirmed


RIVALS = {
    "two names": (["General Rocha", "The sides"], True),
    "a name and no name": (["General Rocha", "the rescuers"], False),
    "one name": (["General Rocha", "General Rocha"], False),
}


@pytest.mark.parametrize(("names", "rival"), RIVALS.values(), ids=RIVALS)
def test_rival_perpetrators(names, rival):
    event = _event(*[TWELVE | {"perpetrator": _value(name)} for name in names])
    assert [(c.field, c.kind) for c in event.conflicts] == ([("perpetrator", ConflictKind.RESPONSIBILITY)] * rival)
    assert (event.grade is Grade.CONTESTED) is rival


def test_one_claim_may_name_two():
    both = CheckedClaim(
        id="c0",
        document="d",
        fields={"killed": (_value("12", 12),), "perpetrator": (_value("General Rocha"), _value("The sides"))},
    )
    doc = document("d", TEXT, "2020-03-02", "Post")
    (event,) = fuse_events(linked(group("e", [both])), [both], [doc], Report)
    assert event.conflicts == ()


def test_an_unconfirmed_perpetrator_contests_nothing():
    told = [TWELVE | {"perpetrator": _value("General Rocha")}]
    planted = TWELVE | {"perpetrator": _value("The sides", None, "unconfirmed")}
    event = _event(*told, planted)
    assert event.fields["perpetrator"].value == "General Rocha"
    assert event.grade is not Grade.CONTESTED
    assert event.conflicts == ()
