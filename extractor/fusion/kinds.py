"""Which value type a field has, and what fusion does with it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

from extractor.values.label.event_labels import Victims
from extractor.values.schema import ClaimSchema
from extractor.values.valuetype import ValueType


class Kind(StrEnum):
    """The value types that fusion treats each in its own way; a type of another name is fused by its own `fuse`."""

    COUNT = "Count"
    WHEN = "When"
    PLACE = "Place"
    RESPONSIBILITY = "Responsibility"
    ACTOR = "Actor"
    SOURCE = "Source"
    LABEL = "Label"
    MODALITY = "ModalityLabel"
    OTHER = "ValueType"


def kind_of(value_type: ValueType) -> Kind:
    """The kind of a value type, by the name of its class or of the nearest class that it derives from."""
    names = {kind.value: kind for kind in Kind}
    return next((names[c.__name__] for c in type(value_type).__mro__ if c.__name__ in names), Kind.OTHER)


@lru_cache(maxsize=16)
def kinds_of(schema: type[ClaimSchema]) -> Mapping[str, Kind]:
    """Field name to kind, in the order of the schema."""
    return MappingProxyType({name: kind_of(value_type) for name, value_type in schema.value_types().items()})


_NO_PEOPLE = frozenset(["devices", "attacks", "days", "age", "money"])


def adds_up(value_type: ValueType) -> bool:
    """May counts of this type be summed over the parts of a total?

    People may. "Both attacks" are two events, however many bombs there were in each: a Count whose `kind` is devices
    has no sums, accounts or warnings about wholes.
    """
    return getattr(value_type, "kind", "") not in _NO_PEOPLE


_RISING = frozenset(["killed", "injured"])  # found out bit by bit; the missing grow fewer


def rises(name: str, value_type: ValueType) -> bool:
    """Is it a count that grows in the days after an event? Told by what it counts, else by the field's name."""
    return kind_of(value_type) is Kind.COUNT and getattr(value_type, "kind", name) in _RISING


def is_role(value_type: ValueType) -> bool:
    """Does a label say whom the figures count? Then it is of the event only where a figure's own words name them."""
    return bool(getattr(getattr(value_type, "weights", None), "role", False))


def is_party(value_type: ValueType) -> bool:
    """Is it an actor that took part, not one that is said to have done it?"""
    return kind_of(value_type) is Kind.ACTOR and not is_accused(value_type)


def is_accused(value_type: ValueType) -> bool:
    """Is it an actor that is said to have done it?"""
    return kind_of(value_type) is Kind.ACTOR and getattr(value_type, "role", "") == "perpetrator"


def groups_of_people(schema: type[ClaimSchema]) -> list[str]:
    """The fields that say who was hit: "11 policemen" is a figure of one group of the dead."""
    return [name for name, found in schema.value_types().items() if getattr(found, "enum", None) is Victims]


def modality_field(schema: type[ClaimSchema]) -> str:
    """The field that says whether the event took place: the first of that type, else the one of that name."""
    return first_of(schema, Kind.MODALITY) or "modality"


def first_of(schema: type[ClaimSchema], kind: Kind) -> str | None:
    """The first field of a kind; None if the schema has none. The first Source says who speaks."""
    return next((name for name, found in kinds_of(schema).items() if found is kind), None)
