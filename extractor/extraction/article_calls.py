"""The calls about one article by windows: a window whose answer is cut at the token limit is asked about in halves."""

from __future__ import annotations

from dataclasses import dataclass, field

from pydantic import BaseModel

from extractor.errors import AnswerIncomplete, ModelError
from extractor.extraction.article_answers import ClaimOrigin, answer_faults, article_claims, unclaimed_flaws
from extractor.extraction.calls import (
    Answered,
    Ask,
    CallProblem,
    CallReason,
    Extracted,
    LastingFailure,
    no_answer,
)
from extractor.extraction.windows import halves
from extractor.grounding import Locator
from extractor.prompting import Prompt, build_messages
from extractor.records import Claim
from extractor.segments import TextView

Stretch = tuple[int, int]


@dataclass(slots=True)
class ArticleCalls:
    """How one article is asked about: `several` when more than one window covers it."""

    view: TextView
    ask: Ask
    prompt: Prompt
    model: type[BaseModel]
    origin: ClaimOrigin
    locator: Locator
    several: bool
    fatal: LastingFailure = field(default_factory=LastingFailure)

    async def about(self, stretch: Stretch) -> list[Extracted]:
        """What came of a window: one part, or of one that had to be halved those of its halves.

        The whole claims of an answer that was cut stand where a half came to nothing, and where there can be none.
        """
        if self.fatal.why is not None:
            return [Extracted(())]
        start, end = stretch
        where = f"characters {start} to {end}"
        messages = build_messages(self.prompt, article_text(self.view, start, end))
        cut: CallProblem | None = None
        answer: Answered | None = None
        try:
            answer = await self.ask(
                messages, self.model, source_text=self.view.text, check=lambda value: answer_faults(value, self.locator)
            )
        except AnswerIncomplete as error:
            cut = self.fatal.problem(where, error)
        except ModelError as error:
            return [Extracted((), (self.fatal.problem(where, error),))]
        if answer is not None and answer.cut:
            said = "; ".join(str(flaw) for flaw in answer.imperfect if not flaw.path)
            cut = CallProblem(f"{where}: {said}", CallReason.CUT)
        kept = self._read(answer, stretch, where) if answer is not None else Extracted(())
        if cut is None:
            return [kept]
        smaller = halves(self.view, start, end)
        if not smaller:
            return [Extracted(kept.claims, (cut, *kept.problems))]
        return await self._halved(smaller, kept)

    async def _halved(self, smaller: list[Stretch], kept: Extracted) -> list[Extracted]:
        found: list[Extracted] = []
        for half in smaller:
            parts = await self.about(half)
            if any(part.problems for part in parts) and not any(part.claims for part in parts):
                inside = tuple(claim for claim in kept.claims if self._is_inside(claim, half))
                parts = [*parts, Extracted(inside)]
            found.extend(parts)
        return found

    def _read(self, answer: Answered, stretch: Stretch, where: str) -> Extracted:
        if answer.value is None:
            return Extracted((), (no_answer(where, answer),))

        def place(quote: str) -> int | None:
            """In a long article the words meant are those of the window, not the first such words of all."""
            whole = not (self.several or answer.cut) and stretch == (0, len(self.view.text))
            found = None if whole else self.locator.locate(quote, stretch[0])
            return found.start if found else None

        claims = article_claims(answer.value, self.origin, answer.imperfect, place)
        lost = unclaimed_flaws(answer.value, answer.imperfect)
        problems = tuple(CallProblem(f"{where}: {flaw}", CallReason.INVALID) for flaw in lost)
        return Extracted(tuple(claims), problems)

    def _is_inside(self, claim: Claim, half: Stretch) -> bool:
        quotes = [value.quote for values in claim.fields.values() for value in values if value.quote]
        found = [self.locator.locate(quote, half[0]) for quote in quotes]
        return any(span is not None and half[0] <= span.start < half[1] for span in found)


def article_text(view: TextView, start: int, end: int) -> str:
    """What the model reads of an article or a window of it, word for word, after what is known about it."""
    known = [f"Published: {view.published.isoformat()}"] if view.published else []
    if view.headline:
        known.append(f"Headline: {view.headline}")
    return "\n".join([*known, "Article:", view.text[start:end]])
