"""Where a model answers otherwise than the reader, and what of it the text bears out."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from typing import Any

from extractor.extraction.passage_answers import COUNTS, Question, first_answer, passage_claims, passage_questions
from extractor.extraction.passages import Passage
from extractor.records import Document, Status
from extractor.segments import TextView
from extractor.values.schema import ClaimSchema
from extractor.verification import Checker


def checker_of(view: TextView, schema: type[ClaimSchema]) -> Checker:
    """The judge of the article that the view is of."""
    return Checker(Document(id=view.document, text=view.text, sha256=""), schema, view)


def flipped(passage: Passage, answer: Mapping[str, Any]) -> Iterator[Question]:
    """The questions that the answer answers otherwise than the reader would."""
    for question in passage_questions(passage):
        part = answer.get(question.figure) or {} if question.figure else answer
        if part.get(question.field) != question.own:
            yield question


def borne_out(passage: Passage, answer: Mapping[str, Any], checker: Checker, schema_name: str) -> dict[str, Any]:
    """The answer with every flip taken back that the text does not bear out.

    A value that the model puts in place of the reader's stays only when it is supported: what the text merely does not
    contradict is not better than the reader's own answer. Each is judged beside the reader's answers to everything
    else. That a doubtful figure counts something else is the model's to say: nothing is claimed then.
    """
    kept = first_answer(passage)
    for question in flipped(passage, answer):
        part = answer.get(question.figure) or {} if question.figure else answer
        trial = copy.deepcopy(kept)
        _put(trial, question, part.get(question.field))
        if _stands(passage, trial, question, checker, schema_name):
            kept = trial
    return kept


def _put(answer: dict[str, Any], question: Question, label: object) -> None:
    (answer.setdefault(question.figure, {}) if question.figure else answer)[question.field] = label


def _stands(
    passage: Passage, answer: Mapping[str, Any], question: Question, checker: Checker, schema_name: str
) -> bool:
    """Whether the value that the question is about may be in every claim that the figure makes."""
    figures = {f"figure_{number}": figure for number, figure in enumerate(passage.figures, 1)}
    figure = figures.get(question.figure)
    said = answer.get(question.figure) or {} if question.figure else answer
    name = str(said.get(COUNTS)) if question.field == COUNTS else question.field
    for claim in passage_claims(passage, answer, checker.view, schema_name, ""):
        starts = {value.start for values in claim.fields.values() for value in values}
        if figure is None or figure.reading.start in starts:
            checked = checker.check(claim.model_copy(update={"id": "flip"}))
            if any(value.verdict.status is not Status.SUPPORTED for value in checked.fields.get(name, ())):
                return False
    return True
