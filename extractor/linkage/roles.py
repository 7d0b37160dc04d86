"""Which field of a schema says where, when, what, who and how many: read from its value types, never its name."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.values.schema import ClaimSchema
from extractor.values.valuetype import ValueType


@dataclass(frozen=True, slots=True)
class Roles:
    """Field names by what they tell linkage. The first Place is where, the first When is when.

    `types` are the labels that say what happened (a label field whose name ends in `type`); `labels` all others;
    `states` those of them that say how far an agreement is (a name that ends in `status`).
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
    """The roles of a schema's fields, by the `name` of their value types."""
    by_type: dict[str, list[str]] = {}
    for field, item in schema.value_types().items():
        by_type.setdefault(item.name.casefold(), []).append(field)
    places, dates = by_type.get("place", []), by_type.get("when", [])
    states = [f for f in by_type.get("label", []) if f.endswith("status")]
    labels = [*by_type.get("label", []), *by_type.get("modality", [])]
    return Roles(
        place=places[0] if places else None,
        date=dates[0] if dates else None,
        types=tuple(f for f in labels if f.endswith("type")),
        labels=tuple(f for f in labels if not f.endswith("type")),
        counts=tuple(by_type.get("count", [])),
        sources=tuple(by_type.get("source", [])),
        gazetteer=schema.value_types()[places[0]] if places else None,
        calendar=schema.value_types()[dates[0]] if dates else None,
        states=tuple(states),
        actors=(*by_type.get("actor", []), *by_type.get("responsibility", [])),
    )
