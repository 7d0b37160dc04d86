"""The whole way: articles in, an output folder and fused events out."""

from __future__ import annotations

import asyncio
import contextlib
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from extractor.documents import ReadFailure, ReadWarning, read_documents
from extractor.eventrecords import EventRecord
from extractor.extraction.strategies import Strategy
from extractor.pipeline.articles import ArticleResult, ArticleWork, Notice, work_through
from extractor.pipeline.merging import merge_claims
from extractor.pipeline.models import ModelSession, open_session
from extractor.pipeline.options import ExtractOptions, Progress, RunOptions, RunResult, Watcher
from extractor.pipeline.spool import Spool
from extractor.pipeline.writing import write_run
from extractor.records import CheckedClaim, Document
from extractor.registry import load_schema


@dataclass
class Tally:
    """What a run has seen so far."""

    claims: list[CheckedClaim] = field(default_factory=list)
    failures: list[dict[str, Any]] = field(default_factory=list)
    warnings: list[dict[str, Any]] = field(default_factory=list)
    articles: int = 0
    failed_articles: int = 0
    unclaimed: int = 0

    def notice(self, notice: Notice) -> str:
        """Count what reading reported; its words for a person."""
        row = notice.model_dump(mode="json", exclude_none=True)
        (self.failures if isinstance(notice, ReadFailure) else self.warnings).append(row)
        return f"{notice.path}: {notice.message}"

    def article(self, result: ArticleResult, spool: Spool) -> None:
        """Count one article and keep what is needed of it."""
        self.articles += 1
        self.failed_articles += result.failed
        self.claims.extend(result.claims)
        self.unclaimed += len(result.unclaimed)
        path = result.document.path or result.document.id
        self.failures.extend(
            {"path": path, "document": result.document.id, "reason": "model", "message": problem}
            for problem in result.problems
        )
        facts: dict[str, Any] = {"claims": len(result.claims)}
        if result.unclaimed:
            facts["unclaimed"] = [
                u.model_dump(mode="json", exclude={"document"}, exclude_none=True) for u in result.unclaimed
            ]
        if result.problems:
            facts["problems"] = list(result.problems)
        spool.add(result.document, facts)


async def extract_async(
    documents: Sequence[Document] | AsyncIterator[Document], options: ExtractOptions
) -> AsyncIterator[ArticleResult]:
    """Extract and check the claims of documents, one result per document in their order.

    Raises:
        UsageError: no model, key or recording to answer from.
        RegistryError: the schema or the prompt is missing.
    """
    items = [d async for d in documents] if isinstance(documents, AsyncIterator) else documents
    async with open_session(options) as session:
        async for result in work_through(items, session.work(options), options.concurrency):
            if isinstance(result, ArticleResult):
                yield result


def extract(documents: Sequence[Document], options: ExtractOptions) -> list[ArticleResult]:
    """`extract_async` for callers without an event loop."""

    async def collect() -> list[ArticleResult]:
        return [result async for result in extract_async(documents, options)]

    return asyncio.run(collect())


def run(options: RunOptions, watch: Watcher | None = None) -> RunResult:
    """Read, extract, check, link, fuse, and write the output folder when one is named.

    Args:
        options: what to do.
        watch: told after every article and every notice of reading.

    Raises:
        UsageError: no model, key or recording to answer from.
        RegistryError: the schema or the prompt is missing.
        StoreError: the response store or the output folder refuses.
    """
    return asyncio.run(_run(options, watch))


async def _run(options: RunOptions, watch: Watcher | None) -> RunResult:
    items = read_documents(options.paths, options.manifest)
    tally = Tally()
    with Spool() as spool:
        async with open_session(options.extract) as session:
            work = session.work(options.extract)
            async with contextlib.aclosing(work_through(items, work, options.extract.concurrency)) as results:
                async for result in results:
                    _count(result, tally, spool, watch)
        schema = load_schema(options.extract.schema)
        linked, events = merge_claims(tally.claims, spool, schema, options.rule)
        summary = _summary(options, session, work, tally, events)
        if options.out is not None:
            write_run(options.out, spool, tally.claims, events, summary, options.rule)
    del linked
    return RunResult(events, summary, tuple(tally.failures), tuple(tally.warnings), options.out)


def _count(result: ArticleResult | Notice, tally: Tally, spool: Spool, watch: Watcher | None) -> None:
    if isinstance(result, ReadFailure | ReadWarning):
        words = tally.notice(result)
        failed = isinstance(result, ReadFailure)
        if watch:
            watch(Progress(tally.articles, None, result.path, words if failed else None))
        return
    tally.article(result, spool)
    if watch:
        watch(Progress(tally.articles, None, result.document.id, "; ".join(result.problems) or None))


def _summary(
    options: RunOptions, session: ModelSession, work: ArticleWork, tally: Tally, events: Sequence[EventRecord]
) -> dict[str, Any]:
    verdicts = Counter(v.verdict.status.value for c in tally.claims for vs in c.fields.values() for v in vs)
    reasons = Counter(
        v.verdict.reason
        for c in tally.claims
        for vs in c.fields.values()
        for v in vs
        if v.verdict.status.value != "supported"
    )
    return {
        **session.facts(options.extract),
        "strategy": work.strategy.value if work.strategy is not Strategy.READER else "reader",
        "rule": options.rule.value,
        "counts": {
            "articles": tally.articles,
            "articles_failed": tally.failed_articles,
            "claims": len(tally.claims),
            "events": len(events),
            "values": dict(sorted(verdicts.items())),
            "rejected_by_reason": dict(sorted(reasons.items())),
            "unclaimed_figures": tally.unclaimed,
        },
        "failures": sorted(tally.failures, key=lambda f: (f["path"], f.get("message", ""))),
        "warnings": sorted(tally.warnings, key=lambda f: (f["path"], f.get("message", ""))),
    }
