"""What a claim schema is: a Pydantic class whose fields are annotated with value types.

    class Event(ClaimSchema):
        domain: ClassVar[Domain] = Domain(main=("killed",), rising=frozenset({"killed"}))

        killed: Annotated[Values, Count("killed")] = ()
        place: Annotated[Values, Place()] = ()

The engine asks the fields for their roles and knows no schema by name. The first field that says where is where the
event took place, the first that says when is when, the first that says whose words is who speaks.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from extractor.records import ClaimedValue
from extractor.values.domain import Domain
from extractor.values.valuetype import FieldRole, ValueType

Values = tuple[ClaimedValue, ...]


class ClaimSchema(BaseModel):
    """Base of all claim schemas; `domain` says what a schema knows of its subject beside its fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    domain: ClassVar[Domain] = Domain()

    @classmethod
    def value_types(cls) -> Mapping[str, ValueType]:
        """Field name to value type, in the order of the class."""
        return _value_types(cls)

    @classmethod
    def fields_with(cls, *roles: FieldRole) -> Mapping[str, ValueType]:
        """The fields that have one of the roles, in the order of the class."""
        return _fields_with(cls, roles)

    @classmethod
    def first_with(cls, *roles: FieldRole) -> str | None:
        """The first field that has one of the roles; `None` when there is none."""
        return next(iter(cls.fields_with(*roles)), None)

    @classmethod
    def main_fields(cls) -> tuple[str, ...]:
        """The count fields that weigh most, the gravest first: those of the domain, else those that add up."""
        counts = cls.fields_with(FieldRole.HOW_MANY)
        return cls.domain.main or tuple(name for name, item in counts.items() if item.adds_up)


@cache
def _value_types(schema: type[ClaimSchema]) -> Mapping[str, ValueType]:
    found: dict[str, ValueType] = {}
    for name, info in schema.model_fields.items():
        for item in info.metadata:
            if isinstance(item, ValueType):
                found[name] = item
    return MappingProxyType(found)


@cache
def _fields_with(schema: type[ClaimSchema], roles: tuple[FieldRole, ...]) -> Mapping[str, ValueType]:
    return MappingProxyType({name: item for name, item in _value_types(schema).items() if item.role in roles})
