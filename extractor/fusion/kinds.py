"""How fusion treats a field, by the question that it answers."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

from extractor.values.schema import ClaimSchema
from extractor.values.valuetype import FieldRole, ValueType


class Kind(StrEnum):
    """What fusion treats each in its own way, as a record names it; any other is fused by its type's own `fuse`."""

    COUNT = "Count"
    WHEN = "When"
    PLACE = "Place"
    RESPONSIBILITY = "Responsibility"
    ACTOR = "Actor"
    SOURCE = "Source"
    LABEL = "Label"
    MODALITY = "ModalityLabel"
    OTHER = "ValueType"


_KINDS = {
    FieldRole.HOW_MANY: Kind.COUNT,
    FieldRole.WHERE: Kind.PLACE,
    FieldRole.WHEN: Kind.WHEN,
    FieldRole.WHAT: Kind.LABEL,
    FieldRole.WITH_WHAT: Kind.LABEL,
    FieldRole.WHOM: Kind.LABEL,
    FieldRole.HOW_FAR: Kind.LABEL,
    FieldRole.WHO: Kind.ACTOR,
    FieldRole.BY_WHOM: Kind.ACTOR,
    FieldRole.WHO_ANSWERS: Kind.RESPONSIBILITY,
    FieldRole.WHOSE_WORDS: Kind.SOURCE,
    FieldRole.WHETHER: Kind.MODALITY,
}


def kind_of(value_type: ValueType) -> Kind:
    """The kind of a value type, by its role."""
    return _KINDS.get(value_type.role, Kind.OTHER)


@lru_cache(maxsize=16)
def kinds_of(schema: type[ClaimSchema]) -> Mapping[str, Kind]:
    """Field name to kind, in the order of the schema."""
    return MappingProxyType({name: kind_of(value_type) for name, value_type in schema.value_types().items()})


def adds_up(value_type: ValueType) -> bool:
    """May counts of this type be summed over the parts of a total? Its `adds_up` says so."""
    return value_type.adds_up


def is_role(value_type: ValueType) -> bool:
    """Does a label say whom the figures count? Then it is of the event only where a figure's own words name them."""
    return value_type.role is FieldRole.WHOM


def is_party(value_type: ValueType) -> bool:
    """Is it an actor that took part, not one that is said to have done it?"""
    return value_type.role is FieldRole.WHO


def is_accused(value_type: ValueType) -> bool:
    """Is it an actor that is said to have done it?"""
    return value_type.role is FieldRole.BY_WHOM


def groups_of_people(schema: type[ClaimSchema]) -> list[str]:
    """The fields that say who was hit: "11 policemen" is a figure of one group of the dead."""
    return list(schema.fields_with(FieldRole.WHOM))


def modality_field(schema: type[ClaimSchema]) -> str | None:
    """The field that says whether the event took place; None if the schema has none."""
    return schema.first_with(FieldRole.WHETHER)


def first_of(schema: type[ClaimSchema], kind: Kind) -> str | None:
    """The first field of a kind; None if the schema has none. The first Source says who speaks."""
    return next((name for name, found in kinds_of(schema).items() if found is kind), None)
