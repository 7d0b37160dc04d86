"""What a claim schema is: a Pydantic class whose fields are annotated with value types.

    class Event(ClaimSchema):
        killed: Annotated[Values, Count("killed")] = ()
        place: Annotated[Values, Place()] = ()

The engine walks `Event.value_types()` and knows no schema by name. The first Place field is where the event took
place, the first When field when, the first Source field who says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TypeVar

from pydantic import BaseModel, ConfigDict

from extractor.records import ClaimedValue
from extractor.values.valuetype import ValueType

Values = tuple[ClaimedValue, ...]
T = TypeVar("T", bound=ValueType)


class ClaimSchema(BaseModel):
    """Base of all claim schemas."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @classmethod
    def value_types(cls) -> dict[str, ValueType]:
        """Field name to value type, in the order of the class."""
        return dict(_value_types(cls))

    @classmethod
    def fields_of(cls, kind: type[T]) -> dict[str, T]:
        """The fields whose value type is `kind` or a subclass, in the order of the class."""
        return dict(_fields_of(cls, kind))


@cache
def _value_types(schema: type[ClaimSchema]) -> Mapping[str, ValueType]:
    return {
        name: item
        for name, info in schema.model_fields.items()
        for item in info.metadata
        if isinstance(item, ValueType)
    }


@cache
def _fields_of(schema: type[ClaimSchema], kind: type[T]) -> Mapping[str, T]:
    return {name: item for name, item in _value_types(schema).items() if isinstance(item, kind)}
