"""The strategies: `article` asks once per article or window, `passage` once per candidate sentence, `reader` nobody."""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from pydantic import BaseModel

from extractor.errors import ModelError
from extractor.extraction.answers import (
    article_answer,
    article_claims,
    first_answer,
    passage_answer,
    passage_claims,
)
from extractor.extraction.passages import Passage, find_passages
from extractor.grounding import Locator
from extractor.prompting import Message, Prompt, build_messages
from extractor.records import Claim
from extractor.segments import TextView, Zone
from extractor.values.schema import ClaimSchema

_DIGIT = re.compile(r"\d+(?:[.,]\d+)*")
_WINDOW = 12_000  # characters an article call holds; about 3,000 tokens
_OVERLAP = 1_500
_CONTEXT = 300  # characters of the sentences before


class Strategy(StrEnum):
    """How claims are made."""

    ARTICLE = "article"
    PASSAGE = "passage"
    READER = "reader"


class Answered(Protocol):
    """What a client's answer must offer."""

    @property
    def value(self) -> BaseModel | None:
        """The parsed answer; `None` when nothing parsed."""

    @property
    def imperfect(self) -> tuple[str, ...]:
        """The problems left after the last try."""


class Ask(Protocol):
    """The model's door, see `extractor.client.Client.ask`."""

    def __call__(
        self,
        messages: Sequence[Message],
        response_model: type[BaseModel],
        *,
        source_text: str,
        check: Callable[[BaseModel], list[str]] | None = None,
    ) -> Awaitable[Answered]:
        """Ask once; re-ask while `check` finds problems."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """What came of one article: its claims, and for every call that failed where and why."""

    claims: tuple[Claim, ...]
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """How to extract: the schema and its name, the prompt, the name that goes on the claims."""

    schema: type[ClaimSchema]
    schema_name: str
    prompt: Prompt | None
    made_by: str

    def read(self, view: TextView) -> Extracted:
        """Claims without a model: the reader's own first choice in every passage."""
        claims = [
            claim
            for passage in find_passages(view, self.schema)
            for claim in passage_claims(passage, first_answer(passage), view, self.schema_name, self.made_by)
        ]
        return Extracted(_numbered(view.document, claims))

    async def by_passage(self, view: TextView, ask: Ask, only: Iterable[tuple[int, int]] = ()) -> Extracted:
        """One call per candidate sentence; the answer can only say what stands there."""
        claims: list[Claim] = []
        problems: list[str] = []
        for passage in find_passages(view, self.schema, only):
            if not passage.open:
                claims.extend(passage_claims(passage, {}, view, self.schema_name, Strategy.READER.value))
                continue
            try:
                answer = await ask(
                    build_messages(self._needed_prompt(), passage_text(passage, view)),
                    passage_answer(passage),
                    source_text=view.text,
                )
            except ModelError as error:
                problems.append(f"sentence at {passage.sentence.start}: {error}")
                continue
            if answer.value is not None:
                said = answer.value.model_dump(mode="json")
                made = passage_claims(passage, said, view, self.schema_name, self.made_by)
                claims.extend(c.model_copy(update={"flags": answer.imperfect}) for c in made)
        return Extracted(_numbered(view.document, claims), tuple(problems))

    async def by_article(self, view: TextView, ask: Ask) -> Extracted:
        """One call per article, or per window of a long one; quotes that are not in the text are asked again."""
        claims: list[Claim] = []
        problems: list[str] = []
        model = article_answer(self.schema)
        locator = Locator(view.text)
        for start, end in windows(view):
            try:
                answer = await ask(
                    build_messages(self._needed_prompt(), article_text(view, start, end)),
                    model,
                    source_text=view.text,
                    check=lambda value: missing_quotes(value, locator),
                )
            except ModelError as error:
                problems.append(f"characters {start} to {end}: {error}")
                continue
            if answer.value is not None:
                made = article_claims(answer.value, view.document, self.schema_name, self.made_by)
                claims.extend(c.model_copy(update={"flags": answer.imperfect}) for c in made)
        return Extracted(_numbered(view.document, _distinct(claims)), tuple(problems))

    def _needed_prompt(self) -> Prompt:
        if self.prompt is None:  # the pipeline loads one for every strategy that asks a model
            msg = "this strategy asks a model and needs a prompt"
            raise ValueError(msg)
        return self.prompt


def missing_quotes(answer: BaseModel, locator: Locator) -> list[str]:
    """One sentence per quote of an answer that does not stand in the text, for the re-ask."""
    missing: list[str] = []
    for number, claim in enumerate(answer.model_dump()["claims"], 1):
        for name, value in claim.items():
            if value and not locator.locate(value["quote"]):
                quote = json.dumps(value["quote"], ensure_ascii=False)
                missing.append(
                    f"claim {number}, {name}: the quote {quote} is not in the article; copy it word for word"
                )
    return missing


def passage_text(passage: Passage, view: TextView) -> str:
    """What the model reads of a passage: headline, the sentences before with digits masked, the sentence, its figures.

    Digits of the context are masked, so that a small model cannot take a figure from there.
    """
    sentence = view.text[passage.sentence.start : passage.sentence.end]
    headline = view.headline or next(
        (view.text[p.start : p.end] for p in view.paragraphs if p.zone is Zone.HEADLINE), ""
    )
    index = view.sentence_index(passage.sentence.start)
    before = " ".join(
        view.text[s.start : s.end] for s in view.sentences[max(0, index - 2) : index] if s.zone is Zone.BODY
    )
    lines = [
        f"Headline: {_masked(headline)}",
        f"Before: {_masked(before)[-_CONTEXT:]}",
        f"Sentence: {sentence}",
    ]
    if passage.figures:
        shown = "; ".join(
            f'figure_{number} = "{view.text[f.reading.start : f.reading.end]}"'
            for number, f in enumerate(passage.figures, 1)
        )
        lines.append(f"Figures: {shown}")
    return "\n".join(lines)


def _masked(text: str) -> str:
    return " ".join(_DIGIT.sub("##", text).split())


def article_text(view: TextView, start: int, end: int) -> str:
    """What the model reads of an article or a window of it, word for word, after what is known about it."""
    known = [f"Published: {view.published.isoformat()}"] if view.published else []
    if view.headline:
        known.append(f"Headline: {view.headline}")
    return "\n".join([*known, "Article:", view.text[start:end]])


def windows(view: TextView) -> list[tuple[int, int]]:
    """`[start, end)` stretches of at most 12,000 characters, cut between sentences, overlapping by about 1,500."""
    size = len(view.text)
    if size <= _WINDOW:
        return [(0, size)]
    ends = [s.end for s in view.sentences]
    starts = [s.start for s in view.sentences]
    found: list[tuple[int, int]] = []
    start = 0
    while start < size:
        limit = start + _WINDOW
        end = max((e for e in ends if start < e <= limit), default=min(limit, size))
        found.append((start, end))
        if end >= (ends[-1] if ends else size):
            break
        following = min((s for s in starts if end - _OVERLAP <= s < end and s > start), default=end)
        start = following
    return found


def _distinct(claims: list[Claim]) -> list[Claim]:
    seen: dict[str, Claim] = {}
    for claim in claims:
        seen.setdefault(claim.model_dump_json(exclude={"id"}), claim)
    return list(seen.values())


def _numbered(document: str, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    return tuple(c.model_copy(update={"id": f"{document}#{number:03d}"}) for number, c in enumerate(claims, 1))
