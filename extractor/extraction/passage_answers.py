"""The response schema of a passage, built from what stands there, and the claims that an answer makes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, create_model

from extractor.extraction.passages import Choice, Figure, Passage
from extractor.records import Claim, ClaimedValue
from extractor.segments import TextView

SOMETHING_ELSE = "something else"
_STRICT = ConfigDict(extra="forbid", protected_namespaces=())  # a schema of the user may have a field `model_name`


def passage_answer(passage: Passage) -> type[BaseModel]:
    """The response schema of one passage: for every figure and choice an enumeration of what stands there.

    What a figure of people counts may be any field that such a figure of the sentence fills, or something else: the
    model's own key. Attacks and attackers are either that or something else.
    """
    fields: dict[str, Any] = {
        f"figure_{number}": (_figure_model(number, figure, _kinds(figure, passage)), Field())
        for number, figure in enumerate(passage.figures, 1)
    }
    fields.update({choice.field: (_enumeration(choice), Field()) for choice in passage.choices if choice.open})
    return create_model("PassageAnswer", __config__=_STRICT, **fields)


def _kinds(figure: Figure, passage: Passage) -> tuple[str, ...]:
    others = (other.field for other in passage.figures if figure.people and other.people)
    return tuple(dict.fromkeys((figure.field, *others, SOMETHING_ELSE)))


def _figure_model(number: int, figure: Figure, kinds: tuple[str, ...]) -> type[BaseModel]:
    counts: Any = Literal[kinds]
    fields: dict[str, Any] = {"counts": (counts, Field())}
    fields.update({choice.field: (_enumeration(choice), Field()) for choice in figure.choices if choice.open})
    return create_model(f"Figure{number}", __config__=_STRICT, **fields)


def _enumeration(choice: Choice) -> Any:
    labels: Any = Literal[tuple(option.label for option in choice.options)]
    return labels | None if choice.optional else labels


def first_answer(passage: Passage) -> dict[str, Any]:
    """What the reader itself would answer: its first choice everywhere; the model-free baseline."""
    answer: dict[str, Any] = {
        f"figure_{number}": {
            "counts": figure.field,
            **{choice.field: choice.options[0].label for choice in figure.choices if choice.open},
        }
        for number, figure in enumerate(passage.figures, 1)
    }
    answer.update({choice.field: choice.options[0].label for choice in passage.choices if choice.open})
    return answer


def passage_claims(
    passage: Passage, answer: Mapping[str, Any], view: TextView, schema_name: str, made_by: str
) -> list[Claim]:
    """The claims of an answer: figures of different fields with the same place, date and source are one claim.

    Two figures of one field ("5 died in the first crash and 7 in the second") are always two claims. A figure that is
    said to count something else makes none; coverage lists it. One that is put under another field than the reader's is
    claimed there, and verification says what is wrong with it.
    """
    shared: dict[str, tuple[ClaimedValue, ...]] = {
        choice.field: _chosen(choice, answer.get(choice.field)) for choice in passage.choices
    }
    grouped: list[tuple[Governed, list[Figure]]] = []
    for number, read in enumerate(passage.figures, 1):
        said = answer.get(f"figure_{number}") or {}
        if said.get("counts") == SOMETHING_ELSE:
            continue
        figure = replace(read, field=said.get("counts") or read.field)
        governed = tuple(sorted((c.field, _chosen(c, said.get(c.field))) for c in figure.choices))
        own = next((fs for g, fs in grouped if _same(g, governed) and not _taken(fs, figure)), None)
        if own is None:
            grouped.append((governed, [figure]))
        else:
            own.append(figure)
    quote = view.text[passage.sentence.start : passage.sentence.end]
    claims: list[Claim] = []
    alone: list[tuple[Governed, list[Figure]]] = [] if passage.figures else [((), [])]
    for governed, figures in grouped or alone:
        fields = {**shared, **dict(governed)}
        for figure in figures:
            value = figure.reading.value.model_copy(update={"start": figure.reading.start})
            fields[figure.field] = (*fields.get(figure.field, ()), value)
        kept = {name: values for name, values in fields.items() if values}
        if kept:
            claims.append(
                Claim(id="", document=view.document, schema_name=schema_name, quote=quote, fields=kept, made_by=made_by)
            )
    return claims


Governed = tuple[tuple[str, tuple[ClaimedValue, ...]], ...]


def _same(one: Governed, other: Governed) -> bool:
    return [(n, [v.value for v in vs]) for n, vs in one] == [(n, [v.value for v in vs]) for n, vs in other]


def _taken(figures: list[Figure], figure: Figure) -> bool:
    return any(f.field == figure.field for f in figures)


def _chosen(choice: Choice, label: object) -> tuple[ClaimedValue, ...]:
    if not choice.open:
        return choice.options[0].values
    for option in choice.options:
        if option.label == label:
            return option.values
    return ()
