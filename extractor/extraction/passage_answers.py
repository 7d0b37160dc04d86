"""The response schema of a passage, built from what the reader found there, and the claims that an answer makes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, create_model

from extractor.extraction.passages import Choice, Figure, Passage
from extractor.records import Claim, ClaimedValue
from extractor.segments import TextView

COUNTS = "counts"
SOMETHING_ELSE = "something else"
A_PART = "part of another figure"
_STRICT = ConfigDict(extra="forbid", protected_namespaces=())  # a schema of the user may have a field `model_name`


def passage_answer(passage: Passage) -> type[BaseModel]:
    """The response schema of one passage: an enumeration for every choice that is open, of figures and of the sentence.

    What a doubtful figure of people counts may be any field that such a figure of the sentence fills, a part of another
    figure, or something else: the model's own key. Attacks and attackers are either that or something else.
    """
    fields: dict[str, Any] = {}
    for question in passage_questions(passage):
        labels: Any = Literal[question.labels]
        kind = labels | None if question.optional else labels
        fields.setdefault(question.figure, {})[question.field] = (kind, Field())
    of_sentence = fields.pop("", {})
    figures: dict[str, Any] = {
        name: (create_model(name.title().replace("_", ""), __config__=_STRICT, **of), Field())
        for name, of in fields.items()
    }
    return create_model("PassageAnswer", __config__=_STRICT, **figures, **of_sentence)


@dataclass(frozen=True, slots=True)
class Question:
    """One open choice as a model is shown it: of which figure (empty for the sentence), and the labels offered."""

    figure: str
    field: str
    labels: tuple[str, ...]
    optional: bool
    own: str | None

    @property
    def name(self) -> str:
        """What the choice is called in the text that the model reads: `figure_1.place`."""
        return f"{self.figure}.{self.field}" if self.figure else self.field


def passage_questions(passage: Passage) -> list[Question]:
    """Everything that is open in a passage, in the order of the answer; the reader's own label stands first."""
    asked: list[Question] = []
    for number, figure in enumerate(passage.figures, 1):
        name = f"figure_{number}"
        if figure.doubtful:
            asked.append(Question(name, COUNTS, _kinds(figure, passage), optional=False, own=figure.field))
        asked.extend(_question(name, choice) for choice in figure.choices if choice.open)
    asked.extend(_question("", choice) for choice in passage.choices if choice.open)
    return asked


def _question(figure: str, choice: Choice) -> Question:
    labels = tuple(option.label for option in choice.options)
    return Question(figure, choice.field, labels, choice.optional, None if choice.silent else labels[0])


def _kinds(figure: Figure, passage: Passage) -> tuple[str, ...]:
    others = [other.field for other in passage.figures if figure.people and other.people]
    part = (A_PART,) if others.count(figure.field) > 1 else ()
    return tuple(dict.fromkeys((figure.field, *others, *part, SOMETHING_ELSE)))


def first_answer(passage: Passage) -> dict[str, Any]:
    """What the reader itself would answer: its own choice everywhere; the model-free baseline."""
    answer: dict[str, Any] = {}
    for question in passage_questions(passage):
        (answer.setdefault(question.figure, {}) if question.figure else answer)[question.field] = question.own
    return answer


def passage_claims(
    passage: Passage, answer: Mapping[str, Any], view: TextView, schema_name: str, made_by: str
) -> list[Claim]:
    """The claims of an answer: figures of different fields with the same place, date and source are one claim.

    Two figures of one field ("5 died in the first crash and 7 in the second") are always two claims. A figure that is
    said to count something else, or a part of another, makes none; coverage lists it. One that is put under another
    field than the reader's is claimed there, and verification says what is wrong with it.
    """
    shared: dict[str, tuple[ClaimedValue, ...]] = {
        choice.field: _chosen(choice, answer.get(choice.field)) for choice in passage.choices
    }
    grouped: list[tuple[Governed, list[Figure]]] = []
    for number, read in enumerate(passage.figures, 1):
        said = answer.get(f"figure_{number}") or {}
        if said.get(COUNTS) in (SOMETHING_ELSE, A_PART):
            continue
        figure = replace(read, field=said.get(COUNTS) or read.field)
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
