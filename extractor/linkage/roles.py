"""Which field of a schema says where, when, what, who and how many: read from its value types, never its name."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.values.schema import ClaimSchema
from extractor.values.valuetype import FieldRole, ValueType


@dataclass(frozen=True, slots=True)
class Roles:
    """Field names by what they say to linkage: the first place, the first date.

    `types` are the labels that say what happened; `labels` all others and the modality; `states` those of them that say
    how far an agreement is.
    """

    place: str | None
    date: str | None
    types: tuple[str, ...]
    labels: tuple[str, ...]
    counts: tuple[str, ...]
    sources: tuple[str, ...]
    actors: tuple[str, ...]
    states: tuple[str, ...] = ()
    calendar: ValueType | None = None  # the When type itself: it reads what kind of date a quote tells
    gazetteer: ValueType | None = None  # the Place type itself: it reads which places a sentence names


def roles_of(schema: type[ClaimSchema]) -> Roles:
    """The fields of a schema by the roles of their value types."""
    types = schema.value_types()
    place, date = schema.first_with(FieldRole.WHERE), schema.first_with(FieldRole.WHEN)
    return Roles(
        place=place,
        date=date,
        types=tuple(schema.fields_with(FieldRole.WHAT)),
        labels=tuple(
            schema.fields_with(FieldRole.WITH_WHAT, FieldRole.WHOM, FieldRole.HOW_FAR, FieldRole.WHETHER),
        ),
        counts=tuple(schema.fields_with(FieldRole.HOW_MANY)),
        sources=tuple(schema.fields_with(FieldRole.WHOSE_WORDS)),
        gazetteer=types[place] if place else None,
        calendar=types[date] if date else None,
        states=tuple(schema.fields_with(FieldRole.HOW_FAR)),
        actors=(
            *schema.fields_with(FieldRole.WHO, FieldRole.BY_WHOM),
            *schema.fields_with(FieldRole.WHO_ANSWERS),
        ),
    )
