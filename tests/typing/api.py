"""The public names as a user writes them: type-checked by mypy in strict mode, carried out by a test."""

from __future__ import annotations

from pathlib import Path

from extractor import (
    ArticleResult,
    Document,
    EventRecord,
    RunOptions,
    RunResult,
    Span,
    extract_async,
    extract_documents,
    load_schema,
    locate_quote,
    read_documents,
    run,
    run_async,
    verify_claims,
)


def toll(folder: str) -> list[int | None]:
    result: RunResult = run(RunOptions(paths=(folder,), strategy="reader", out=Path("out")))
    events: tuple[EventRecord, ...] = result.events
    return [event.fields["killed"].best for event in events if "killed" in event.fields]


def where(quote: str, text: str) -> Span | None:
    """Where a quote stands."""
    return locate_quote(quote, text)


async def stream(documents: list[Document]) -> list[ArticleResult]:
    return [found async for found in extract_async(iter(documents), RunOptions(strategy="reader"))]


async def in_a_notebook(folder: str) -> int:
    options = RunOptions(paths=(folder,), strategy="reader")
    result: RunResult = await run_async(options)
    halves: RunResult = await run_async(options, merge=False)
    return len(result.events) + len(halves.claims)


def again(documents: list[Document]) -> int:
    found = extract_documents(documents, RunOptions(strategy="reader"))
    schema = load_schema("event")
    return len(verify_claims([], documents, schema)) + len(found)


def texts(folder: str) -> list[str]:
    return [item.text for item in read_documents([folder]) if isinstance(item, Document)]
