"""The whole way: articles in, an output folder and fused events out."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncGenerator, AsyncIterable, Iterable

from extractor.coverage import is_checked
from extractor.documents import read_documents
from extractor.errors import UsageError
from extractor.pipeline.articles import ArticleResult, ArticleWork, work_through
from extractor.pipeline.merging import merge_claims
from extractor.pipeline.models import Session, open_session
from extractor.pipeline.options import RunOptions, RunResult, Watcher
from extractor.pipeline.spool import Spool
from extractor.pipeline.tally import Tally, in_order, own_version, versions
from extractor.pipeline.writing import write_folder
from extractor.records import Document
from extractor.records.events import EventRecord, Rule
from extractor.records.eventsfile import EventsFile
from extractor.records.groups import Linked
from extractor.records.run import Counts, RunRecord
from extractor.registry import load_schema
from extractor.staging import OutputFolder

_BEAT = 2.0  # seconds between two reports


async def extract_async(
    documents: Iterable[Document] | AsyncIterable[Document], options: RunOptions
) -> AsyncGenerator[ArticleResult]:
    """Extract and check the claims of documents, one result per document, in their order, as they are done.

    Args:
        documents: the articles; read one by one, so an iterator of millions will do, synchronous or asynchronous.
        options: whom to ask and how; its paths and output folder are not used.

    Raises:
        UsageError: no model and no recording to answer from.
        RegistryError: the schema or the prompt is missing.
    """
    async with open_session(options) as session:
        work = ArticleWork(session.extraction, session.strategy, session.ask, session.recheck)
        async with contextlib.aclosing(work_through(documents, work, options.concurrency)) as results:
            async for result in results:
                if isinstance(result, ArticleResult):
                    yield result


def extract_documents(documents: Iterable[Document], options: RunOptions) -> list[ArticleResult]:
    """`extract_async` for callers without an event loop; raises the same."""

    async def collect() -> list[ArticleResult]:
        return [result async for result in extract_async(documents, options)]

    _refuse_running_loop("extract_documents", "extract_async")
    return asyncio.run(collect())


def run(options: RunOptions, watch: Watcher | None = None) -> RunResult:
    """Read, extract, check, link, fuse, and write the output folder when one is named.

    Args:
        options: what to do.
        watch: told after every article.

    Raises:
        UsageError: no model and no recording to answer from; or an event loop is running (`run_async` is for that).
        RegistryError: the schema or the prompt is missing.
        StoreError: the response store or the output folder refuses.
    """
    _refuse_running_loop("run", "run_async")
    return asyncio.run(_run(options, watch, merge=True))


async def run_async(options: RunOptions, watch: Watcher | None = None, *, merge: bool = True) -> RunResult:
    """`run` inside a running event loop (a notebook, a server); cancelled, it leaves nothing running.

    Answers that came in before it was cancelled are in the response store, and the output folder is as it was.

    Args:
        options: what to do.
        watch: told after every article, in the loop's thread.
        merge: whether to link and fuse the claims; without, it is `extract`.

    Raises:
        UsageError: no model and no recording to answer from.
        RegistryError: the schema or the prompt is missing.
        StoreError: the response store or the output folder refuses.
    """
    return await _run(options, watch, merge=merge)


def extract(options: RunOptions, watch: Watcher | None = None) -> RunResult:
    """The first half of `run`: claims, checked, without events; raises the same."""
    _refuse_running_loop("extract", "run_async(options, merge=False)")
    return asyncio.run(_run(options, watch, merge=False))


def _refuse_running_loop(name: str, instead: str) -> None:
    """Refuse what would begin an event loop inside another."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return
    msg = f"{name}() was called while an event loop is running (a notebook, a server): use {instead} there"
    raise UsageError(msg)


async def _run(options: RunOptions, watch: Watcher | None, *, merge: bool) -> RunResult:
    if options.out is None:
        return await _run_into(None, options, watch, merge=merge)
    with OutputFolder(options.out) as folder:  # refuses before anything is paid for
        return await _run_into(folder, options, watch, merge=merge)


async def _run_into(
    folder: OutputFolder | None, options: RunOptions, watch: Watcher | None, *, merge: bool
) -> RunResult:
    items = read_documents(options.paths, options.manifest)
    with Spool() as spool:
        async with open_session(options) as session:
            checked = is_checked(session.extraction.schema)
            tally = Tally(spool, watch, lambda: (session.usage(), session.traffic()), unclaimed=0 if checked else None)
            work = ArticleWork(session.extraction, session.strategy, session.ask, session.recheck)
            async with (
                _reporting(tally),
                contextlib.aclosing(work_through(items, work, options.concurrency)) as results,
            ):
                async for result in results:
                    if isinstance(result, ArticleResult):
                        tally.article(result)
                    else:
                        tally.notice(result)
            tally.lessons(session.lessons)
        linked = Linked(groups=())
        events: tuple[EventRecord, ...] = ()
        if merge:
            linked, events = merge_claims(tally.claims, spool, load_schema(options.schema), Rule(options.rule))
        record = _record(options, session, tally.counts(events, linked), tally)
        written = False
        if folder is not None:
            fused = EventsFile.of(Rule(options.rule), events, linked) if merge else None
            written = write_folder(folder, spool, tally.claims, fused, record)
    return RunResult(events, tuple(tally.claims), linked, record, written)


@contextlib.asynccontextmanager
async def _reporting(tally: Tally) -> AsyncGenerator[None]:
    """Report every few seconds, whether an article is done or not: a slow endpoint is seen."""

    async def beat() -> None:
        while True:
            await asyncio.sleep(_BEAT)
            tally.report()

    beating = asyncio.create_task(beat())
    try:
        yield
    finally:
        beating.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await beating


def _record(options: RunOptions, session: Session, counts: Counts, tally: Tally) -> RunRecord:
    return RunRecord(
        extractor=own_version(),
        versions=versions(),
        model=session.model,
        base_url=session.endpoint,
        strategy=session.strategy.value,
        prompt=session.prompt,
        claim_schema=session.schema,
        rule=options.rule,
        main_fields=session.extraction.schema.main_fields(),
        counts=counts,
        usage=session.usage(),
        languages_not_read=tally.languages_not_read,
        failures=in_order(tally.failures),
        warnings=in_order(tally.warnings),
    )
