"""One article at a time: extraction, checking, coverage. Bounded concurrency, order of the input kept."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterable, Callable, Iterable, Sequence
from dataclasses import dataclass, field

from pydantic import BaseModel

from extractor.client import Flaw
from extractor.client.attempts import asking_about
from extractor.client.ledger import TokenUsage
from extractor.coverage import UnclaimedFigure, unclaimed_figures
from extractor.documents import ReadFailure, ReadWarning
from extractor.errors import RunStopped
from extractor.extraction.calls import Answered, Ask, CallProblem, CallReason, Extracted
from extractor.extraction.strategies import Extraction, Strategy
from extractor.prompting import Message
from extractor.records import CheckedClaim, Document
from extractor.segments import TextView
from extractor.values.analysis import Analysis
from extractor.values.when.when import dated_view
from extractor.verification import Checker


@dataclass(frozen=True, slots=True, repr=False)
class ArticleResult:
    """What came of one article. `problems` are the calls that failed; `failed` when nothing came of it at all.

    `tokens` are those of its answers, whether they were paid for in this run or an earlier one: the same for the same
    answers. `stopped` when the run had ended before all was asked: a limit was reached, or the endpoint was down.
    `language_not_read` is the code of a language that nothing reads (`und` where none can be told), else `None`.
    """

    document: Document
    claims: tuple[CheckedClaim, ...]
    unclaimed: tuple[UnclaimedFigure, ...]
    problems: tuple[CallProblem, ...] = ()
    failed: bool = False
    stopped: bool = False
    language_not_read: str | None = None
    tokens: TokenUsage = field(default_factory=TokenUsage)

    @property
    def refused(self) -> bool:
        """Whether the model or a content filter refused to answer about it."""
        return any(problem.reason is CallReason.REFUSED for problem in self.problems)

    @property
    def cut(self) -> bool:
        """Whether an answer about it broke off at the token limit, and nothing helped."""
        return any(problem.reason is CallReason.CUT for problem in self.problems)

    def __repr__(self) -> str:
        """How many; the whole would be megabytes for a long article, and asyncio asks for it when a task ends."""
        return f"ArticleResult({self.document.id!r}, claims: {len(self.claims)}, failed: {self.failed})"

    def facts(self) -> dict[str, object]:
        """What the article's row of `documents.jsonl` says beside the article itself."""
        facts: dict[str, object] = {"claims": len(self.claims)}
        if self.tokens != TokenUsage():
            facts["tokens"] = {"prompt": self.tokens.prompt, "completion": self.tokens.completion}
        if self.unclaimed:
            facts["unclaimed"] = [
                u.model_dump(mode="json", exclude={"document"}, exclude_none=True) for u in self.unclaimed
            ]
        if self.problems:
            facts["problems"] = [str(problem) for problem in self.problems]
        if self.language_not_read:
            facts["language_not_read"] = self.language_not_read
        return facts


@dataclass(frozen=True, slots=True)
class ArticleWork:
    """How every article of a run is worked on.

    `ask` is `None` for the strategy that asks nobody; `recheck` is what asks once more about unclaimed figures, by
    passage, `None` when that is not wanted.
    """

    extraction: Extraction
    strategy: Strategy
    ask: Ask | None
    recheck: Extraction | None = None

    async def extract(self, document: Document) -> ArticleResult:
        """Claims of one article, checked, with the figures that no claim covers."""
        with asking_about(document.id):
            return await self._extract(document)

    async def _extract(self, document: Document) -> ArticleResult:
        view = dated_view(document)
        asked = _Noting(self.ask) if self.ask is not None else None
        extracted = await self._claims(view, asked)
        if asked is not None and asked.stopped and not extracted.claims:
            return ArticleResult(document, (), (), extracted.problems, failed=True, stopped=True)
        checker = Checker(document, self.extraction.schema, view)
        claims = checker.check_all(extracted.claims)
        missing = unclaimed_figures(view, claims, self.extraction.schema)
        problems = list(extracted.problems)
        if self.recheck is not None and missing and asked is not None:
            again = await self.recheck.by_passage(view, asked, [m.start for m in missing])
            problems.extend(again.problems)
            known = {_content(c) for c in claims}
            made = [c.model_copy(update={"id": f"{c.id}r"}) for c in again.claims]
            new = [c for c in made if _content(checker.check(c)) not in known]
            claims = checker.check_all([*extracted.claims, *new])
            missing = unclaimed_figures(view, claims, self.extraction.schema)
        failed = bool(problems) and not claims
        unread = Analysis(view).language_not_read
        stopped = asked is not None and asked.stopped
        tokens = asked.tokens if asked is not None else TokenUsage()
        return ArticleResult(document, tuple(claims), tuple(missing), tuple(problems), failed, stopped, unread, tokens)

    async def put_questions(self, document: Document) -> None:
        """Ask about an article all that `extract` would ask, and check nothing that need not be known for it."""
        if self.recheck is not None:
            await self.extract(document)  # what it asks again depends on what was claimed
        else:
            await self._claims(dated_view(document), self.ask)

    async def _claims(self, view: TextView, ask: Ask | None) -> Extracted:
        if ask is None or self.strategy is Strategy.READER:
            return self.extraction.read(view)
        if self.strategy is Strategy.PASSAGE:
            return await self.extraction.by_passage(view, ask)
        return await self.extraction.by_article(view, ask)


class _Noting:
    """Asks as it is told to, and notes what the answers took and whether the run was stopped."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self.stopped = False
        self.tokens = TokenUsage()

    async def __call__(
        self,
        messages: Sequence[Message],
        response_model: type[BaseModel],
        *,
        source_text: str,
        check: Callable[[BaseModel], list[Flaw]] | None = None,
    ) -> Answered:
        """Ask once; raises as the one that asks."""
        try:
            answer = await self._ask(messages, response_model, source_text=source_text, check=check)
        except RunStopped:
            self.stopped = True
            raise
        self.tokens += answer.usage
        return answer


def _content(claim: CheckedClaim) -> str:
    return claim.model_dump_json(exclude={"id", "made_by", "flags"})


Notice = ReadFailure | ReadWarning


Item = Document | ReadFailure | ReadWarning


async def work_through(
    items: Iterable[Item] | AsyncIterable[Item], work: ArticleWork, concurrency: int
) -> AsyncGenerator[ArticleResult | Notice]:
    """Every item in the order it came; at most `concurrency` articles are under way, and no more are read ahead.

    When it ends early (an exception, a caller that is cancelled or has seen enough) nothing is left running.
    """
    waiting: deque[asyncio.Task[ArticleResult] | Notice] = deque()
    source = aiter(items) if isinstance(items, AsyncIterable) else _one_by_one(items)
    exhausted = False
    try:
        while waiting or not exhausted:
            while not exhausted and len(waiting) < concurrency:
                item = await anext(source, None)
                if item is None:
                    exhausted = True
                else:
                    waiting.append(asyncio.create_task(work.extract(item)) if isinstance(item, Document) else item)
            if waiting:
                first = waiting[0]
                result = await first if isinstance(first, asyncio.Task) else first
                waiting.popleft()
                yield result
    finally:
        left = [task for task in waiting if isinstance(task, asyncio.Task)]
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)


async def _one_by_one(items: Iterable[Item]) -> AsyncGenerator[Item]:
    for item in items:
        yield item
