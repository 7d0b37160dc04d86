"""What engines ask a value type and a schema: the question a field answers, whether it adds up, how it is shown."""

from __future__ import annotations

from typing import Annotated, ClassVar

import pytest

from extractor.records import Bound, CheckedValue, ClaimedValue, Status, Verdict
from extractor.registry import load_schema
from extractor.values.actor.actor import Actor
from extractor.values.count import Count
from extractor.values.domain import Domain
from extractor.values.place.place import Place
from extractor.values.schema import ClaimSchema, Values
from extractor.values.source.source import Source
from extractor.values.valuetype import FieldRole
from extractor.values.when.when import When

EVENT = load_schema("event")
ROLES = {
    "event_type": FieldRole.WHAT,
    "sub_type": FieldRole.WHAT,
    "place": FieldRole.WHERE,
    "date": FieldRole.WHEN,
    "killed": FieldRole.HOW_MANY,
    "injured": FieldRole.HOW_MANY,
    "missing": FieldRole.HOW_MANY,
    "displaced": FieldRole.HOW_MANY,
    "detained": FieldRole.HOW_MANY,
    "attacks": FieldRole.HOW_MANY,
    "attackers": FieldRole.HOW_MANY,
    "weapon": FieldRole.WITH_WHAT,
    "victims": FieldRole.WHOM,
    "perpetrator": FieldRole.BY_WHOM,
    "responsibility": FieldRole.WHO_ANSWERS,
    "attribution": FieldRole.WHOSE_WORDS,
    "modality": FieldRole.WHETHER,
    "actor": FieldRole.WHO,
    "agreement_status": FieldRole.HOW_FAR,
}


def checked(value, status=Status.SUPPORTED):
    claimed = ClaimedValue(value=value, quote=str(value))
    return CheckedValue(claimed=claimed, span=None, verdict=Verdict(status=status, reason="said"))


def test_every_field_of_an_event_has_its_role():
    assert {name: kind.role for name, kind in EVENT.value_types().items()} == ROLES
    assert EVENT.first_with(FieldRole.WHAT) == "event_type"
    assert EVENT.first_with(FieldRole.OTHER) is None
    assert list(EVENT.fields_with(FieldRole.WHO, FieldRole.BY_WHOM)) == ["perpetrator", "actor"]


@pytest.mark.parametrize(
    ("kind", "adds"), [(Count("killed"), True), (Count("attacks"), False), (Count("money"), False), (Place(), False)]
)
def test_what_may_be_summed(kind, adds):
    assert kind.adds_up is adds


def test_a_kind_that_nobody_reads_is_refused():
    with pytest.raises(ValueError, match=r"Count\('kiled'\): no such kind of count; use one of killed, injured, "):
        Count("kiled")


@pytest.mark.parametrize("role", [FieldRole.WHERE, "perpetrator"])
def test_an_actor_has_a_part(role):
    with pytest.raises(ValueError, match=r"FieldRole\.BY_WHOM"):
        Actor(role)


@pytest.mark.parametrize(
    ("kind", "one", "other", "alike"),
    [
        (Place(), "Tyre", "Tyre", True),
        (Place(), "Tyre", "Lebanon", False),
        (When(), "2020-03", "2020-03-04", True),
        (When(), "2020-03-04", "2020-03-05", False),
        (Source(), "the mayor", "the police", True),  # the text lets both speak
        (EVENT.value_types()["event_type"], "battles", "natural_disaster", False),
        (EVENT.value_types()["weapon"], "knife", "drone", True),  # a weapon tells no events apart
        (Count("killed"), 3, 4, True),
    ],
)
def test_whether_two_values_may_be_of_one_event(kind, one, other, alike):
    assert kind.alike(checked(one), checked(other)) is alike


def test_two_sources_of_whom_one_is_not_said_to_speak():
    assert not Source().alike(checked("the mayor"), checked("the harbour police", Status.UNSUPPORTED))


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        (Count("killed"), ClaimedValue(value=1200, bound=Bound.MORE_THAN), "more than 1,200"),
        (Place(), ClaimedValue(value="Tyre"), "Tyre"),
        (Source(), ClaimedValue(value=None, quote="it was reported"), "it was reported"),
        (Source(), ClaimedValue(value=None), "not stated"),
    ],
)
def test_how_a_value_is_shown(kind, value, shown):
    assert kind.show(value) == shown


class Fleet(ClaimSchema):
    cars: Annotated[Values, Count("vehicle")] = ()
    price: Annotated[Values, Count("money")] = ()


class Ranked(Fleet):
    domain: ClassVar[Domain] = Domain(main=("price", "cars"))


def test_the_main_fields_are_named_or_those_that_add_up():
    assert Fleet.main_fields() == ("cars",)
    assert Ranked.main_fields() == ("price", "cars")
    assert EVENT.main_fields() == ("killed", "injured", "missing", "displaced", "detained")
