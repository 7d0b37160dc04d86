"""The strategies: `article` asks once per article or window, `passage` once per candidate sentence, `reader` nobody."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from extractor.errors import ModelError
from extractor.extraction.article_answers import ClaimOrigin, article_answer
from extractor.extraction.article_calls import ArticleCalls
from extractor.extraction.calls import Ask, Extracted, LastingFailure, no_answer
from extractor.extraction.flips import borne_out, checker_of
from extractor.extraction.ordering import in_order
from extractor.extraction.passage_answers import first_answer, passage_answer, passage_claims, passage_questions
from extractor.extraction.passages import Passage, find_passages
from extractor.extraction.unsure import open_passage
from extractor.extraction.windowkeys import in_window, join_windows
from extractor.extraction.windows import windows
from extractor.grounding import Locator
from extractor.prompting import Prompt, build_messages
from extractor.records import Claim
from extractor.segments import TextView, Zone, per_text
from extractor.values.schema import ClaimSchema

_DIGIT = re.compile(r"\d+(?:[.,]\d+)*")
_CONTEXT = 300  # characters of the sentences before


class Strategy(StrEnum):
    """How claims are made."""

    ARTICLE = "article"
    PASSAGE = "passage"
    READER = "reader"


@dataclass(frozen=True, slots=True)
class Extraction:
    """How to extract: the schema and its name, the prompt, the name that goes on the claims.

    `width` is how many questions about one article are under way at once; how many go out is the client's business.
    """

    schema: type[ClaimSchema]
    schema_name: str
    prompt: Prompt | None
    made_by: str
    width: int = 8

    def read(self, view: TextView) -> Extracted:
        """Claims without a model: the reader's own first choice in every passage."""
        claims = [
            claim
            for passage in find_passages(view, self.schema)
            for claim in passage_claims(passage, first_answer(passage), view, self.schema_name, self.made_by)
        ]
        return Extracted(_numbered(view.document, claims))

    async def by_passage(self, view: TextView, ask: Ask, only: Iterable[int] = ()) -> Extracted:
        """One call per sentence in which the reader is unsure of something; the answer can only name what is there.

        An answer that differs from the reader's stands as far as the text bears it out. Where the reader is sure,
        nobody is asked.

        Args:
            view: the article.
            ask: what asks the model.
            only: offsets of the figures to ask about; empty for all there is to say.
        """
        fatal = LastingFailure()
        checker = checker_of(view, self.schema)

        async def one(passage: Passage) -> Extracted:
            if not passage.open:
                return Extracted(tuple(passage_claims(passage, {}, view, self.schema_name, Strategy.READER.value)))
            if fatal.why is not None:
                return Extracted(())
            messages = build_messages(self._needed_prompt(), passage_text(passage, view))
            where = f"sentence at {passage.sentence.start}"
            try:
                answer = await ask(messages, passage_answer(passage), source_text=view.text)
            except ModelError as error:
                return Extracted((), (fatal.problem(where, error),))
            if answer.value is None:
                return Extracted((), (no_answer(where, answer),))
            said = borne_out(passage, answer.value.model_dump(mode="json"), checker, self.schema_name)
            made = passage_claims(passage, said, view, self.schema_name, self.made_by)
            flags = tuple(map(str, answer.imperfect))
            return Extracted(tuple(c.model_copy(update={"flags": flags}) for c in made))

        disputed = bool(wanted := tuple(only))
        found = find_passages(view, self.schema, wanted)
        passages = [open_passage(passage, view, self.schema, disputed=disputed) for passage in found]
        return _together(view, await in_order(one, passages, self.width))

    async def by_article(self, view: TextView, ask: Ask) -> Extracted:
        """One call per article, or per window of a long one; quotes that are not in the text are asked again.

        A window whose answer is cut at the token limit, however long, is asked about in halves.
        """
        stretches = windows(view)
        calls = ArticleCalls(
            view,
            ask,
            self._needed_prompt(),
            article_answer(self.schema),
            ClaimOrigin(view.document, self.schema_name, self.made_by),
            Locator(view.text),
            several=len(stretches) > 1,
        )
        parts = [part for found in await in_order(calls.about, stretches, self.width) for part in found]
        if len(parts) > 1:
            marked = [[in_window(claim, number) for claim in part.claims] for number, part in enumerate(parts, 1)]
            joined = join_windows(marked)
            parts = [replace(part, claims=tuple(claims)) for part, claims in zip(parts, joined, strict=True)]
        return _together(view, parts)

    def _needed_prompt(self) -> Prompt:
        if self.prompt is None:  # the pipeline loads one for every strategy that asks a model
            msg = "this strategy asks a model and needs a prompt"
            raise ValueError(msg)
        return self.prompt


def passage_text(passage: Passage, view: TextView) -> str:
    """What the model reads of a passage: headline, sentences before with digits masked, the sentence, its questions.

    Digits of the context are masked, so that a small model cannot take a figure from there. What may be answered is
    written out, because not every endpoint shows a model the response schema.
    """
    sentence = view.text[passage.sentence.start : passage.sentence.end]
    headline = _headline(view)
    index = view.sentence_index(passage.sentence.start)
    before = " ".join(
        view.text[s.start : s.end] for s in view.sentences[max(0, index - 2) : index] if s.zone is Zone.BODY
    )
    lines = [
        f"Headline: {_masked(headline)}",
        f"Before: {_masked(before)[-_CONTEXT:]}",
        f"Sentence: {sentence}",
    ]
    asked = [
        f'figure_{number} = "{view.text[f.reading.start : f.reading.end]}"'
        for number, f in enumerate(passage.figures, 1)
        if f.open
    ]
    if asked:
        lines.append(f"Figures: {'; '.join(asked)}")
    lines.append("Questions:")
    for question in passage_questions(passage):
        offered = [json.dumps(label, ensure_ascii=False) for label in question.labels]
        lines.append(f"{question.name}: {' or '.join([*offered, 'null'] if question.optional else offered)}")
    return "\n".join(lines)


@per_text
def _headline(view: TextView) -> str:
    return view.headline or next((view.text[p.start : p.end] for p in view.paragraphs if p.zone is Zone.HEADLINE), "")


def _masked(text: str) -> str:
    return " ".join(_DIGIT.sub("##", text).split())


def _together(view: TextView, parts: Sequence[Extracted]) -> Extracted:
    claims = _distinct([claim for part in parts for claim in part.claims])
    return Extracted(_numbered(view.document, claims), tuple(problem for part in parts for problem in part.problems))


def _distinct(claims: list[Claim]) -> list[Claim]:
    """Claims without repetitions (windows overlap); of two that say the same, the one with fewer faults.

    Keys are not part of what is said: of two claims that differ in nothing else, the first key is kept.
    """
    seen: dict[str, Claim] = {}
    for claim in claims:
        content = claim.model_dump_json(exclude={"id", "flags", "event", "parts"})
        known = seen.get(content, claim)
        kept = claim if len(claim.flags) < len(known.flags) else known
        event, parts = (known.event, known.parts) if known.event else (claim.event, claim.parts)
        seen[content] = kept.model_copy(update={"event": event, "parts": parts})
    return list(seen.values())


def _numbered(document: str, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    return tuple(c.model_copy(update={"id": f"{document}#{number:03d}"}) for number, c in enumerate(claims, 1))
