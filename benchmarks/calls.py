"""CPU per call and per article, beside raw httpx2, AsyncOpenAI and instructor, measured in the same run.

    python benchmarks/calls.py [--number 300] [--concurrency 8] [--rounds 3] [--profile] [--at-most MILLISECONDS]

A server in a process of its own answers every article with one claim. Each way asks about the same articles, the ways
take turns, and the fastest round of each counts: CPU time of this process, after a warm-up. `client` is
`Client.ask` with the response store and the ledger, `article` the whole of an article by that strategy (reading,
asking, checking, coverage), `reader` the same without a model and `kept` the same from the store; the last line is what
an article costs beside the call, which is `article` less AsyncOpenAI.

Exits with 1 when that is above `--at-most`.
"""

from __future__ import annotations

import argparse
import asyncio
import cProfile
import platform
import pstats
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import httpx2
import instructor
import openai
from answering import documents, in_a_process
from pydantic import BaseModel

from extractor import Document, RunOptions
from extractor.cache import ResponseStore
from extractor.client import Client, ModelOptions
from extractor.client.accounts import Accounts
from extractor.client.attempts import AttemptLog
from extractor.client.schema import response_format
from extractor.extraction.article_answers import article_answer
from extractor.pipeline import extract_async
from extractor.prompting import Message, Role
from extractor.registry import load_schema

Way = Callable[[list[Document]], Awaitable[None]]


@dataclass(frozen=True)
class Setting:
    """What every way asks, whom, and where it may write."""

    url: str
    folder: Path
    concurrency: int
    model: type[BaseModel]

    def fresh(self) -> Path:
        """A folder in which nothing is kept yet."""
        return Path(tempfile.mkdtemp(dir=self.folder))

    def messages(self, document: Document) -> list[dict[str, str]]:
        """What is sent about an article."""
        return [{"role": "user", "content": document.text}]

    async def each(self, given: list[Document], one: Callable[[Document], Awaitable[object]]) -> None:
        """Ask about all of them, so many at once."""
        waiting = iter(given)

        async def work() -> None:
            for document in waiting:
                await one(document)

        await asyncio.gather(*(work() for _ in range(self.concurrency)))


def ways(at: Setting) -> dict[str, Way]:
    """Each way to ask, by name."""
    return {**peers(at), **own(at)}


def peers(at: Setting) -> dict[str, Way]:
    """What others take for a call."""
    wanted = response_format(at.model)

    async def by_httpx2(given: list[Document]) -> None:
        async with httpx2.AsyncClient() as client:

            async def one(document: Document) -> None:
                body = {"model": "fake", "messages": at.messages(document), "response_format": wanted}
                (await client.post(f"{at.url}/chat/completions", json=body)).json()

            await at.each(given, one)

    async def by_openai(given: list[Document]) -> None:
        async with openai.AsyncOpenAI(api_key="none", base_url=at.url) as client:

            async def one(document: Document) -> None:
                await client.chat.completions.create(
                    model="fake",
                    messages=at.messages(document),
                    response_format=wanted,
                )

            await at.each(given, one)

    async def by_instructor(given: list[Document]) -> None:
        async with openai.AsyncOpenAI(api_key="none", base_url=at.url) as client:
            ask = instructor.from_openai(client, mode=instructor.Mode.JSON_SCHEMA)

            async def one(document: Document) -> None:
                await ask.chat.completions.create(
                    model="fake",
                    messages=at.messages(document),
                    response_model=at.model,
                )

            await at.each(given, one)

    return {"httpx2": by_httpx2, "AsyncOpenAI": by_openai, "instructor": by_instructor}


def own(at: Setting) -> dict[str, Way]:
    """What a call and an article take here."""

    async def by_client(given: list[Document]) -> None:
        folder = at.fresh()
        options = ModelOptions(model="fake", base_url=at.url, concurrency=at.concurrency)
        with (
            ResponseStore(folder) as store,
            AttemptLog(folder / "ledger.sqlite", "run", "fake", at.url) as attempts,
        ):
            async with Client(options, store=store, accounts=Accounts(attempts=attempts)) as client:
                await at.each(given, lambda d: client.ask([Message(Role.USER, d.text)], at.model, source_text=d.text))

    def run(cache: Path, strategy: str) -> RunOptions:
        return RunOptions(model="fake", base_url=at.url, strategy=strategy, cache=cache, concurrency=at.concurrency)

    async def all_of(given: list[Document], options: RunOptions) -> None:
        async for result in extract_async(given, options):
            assert not result.problems
            assert result.claims

    return {
        "client": by_client,
        "reader": lambda given: all_of(given, run(at.fresh(), "reader")),
        "article": lambda given: all_of(given, run(at.fresh(), "article")),
        "kept": lambda given: all_of(given, run(at.folder / "kept", "article")),
    }


def milliseconds(way: Way, given: list[Document]) -> float:
    """CPU time per article."""
    began = time.process_time()
    asyncio.run(_awaited(way(given)))
    return 1000 * (time.process_time() - began) / len(given)


async def _awaited(work: Awaitable[None]) -> None:
    await work


def measure(at: Setting, number: int, rounds: int) -> dict[str, float]:
    """CPU time per article of every way, in milliseconds."""
    given, taken = documents(number), dict.fromkeys(ways(at), float("inf"))
    for way in ways(at).values():
        asyncio.run(_awaited(way(given)))  # what is loaded once, and what `kept` finds
    for _ in range(rounds):
        for name, way in ways(at).items():
            taken[name] = min(taken[name], milliseconds(way, given))
    return taken


def main() -> int:
    """Print what each way needs, and its ratio to AsyncOpenAI."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--number", type=int, default=300)
    parser.add_argument("--concurrency", type=int, default=8)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--at-most", type=float, default=float("inf"))
    parser.add_argument("--profile", action="store_true", help="where the time of `article` goes")
    given = parser.parse_args()
    model = article_answer(load_schema("event"))
    with tempfile.TemporaryDirectory() as folder, in_a_process() as (url, _):
        at = Setting(url, Path(folder), given.concurrency, model)
        if given.profile:
            return _profiled(ways(at)["article"], documents(given.number))
        taken = measure(at, given.number, given.rounds)
    print(f"{datetime.now(UTC):%Y-%m-%d}  {platform.machine()}  Python {platform.python_version()}")
    print(f"{given.number} articles, {given.concurrency} at once, the fastest of {given.rounds} rounds")
    for name, spent in taken.items():
        print(f"{name:12} {spent:6.2f} ms of CPU {spent / taken['AsyncOpenAI']:6.2f} x AsyncOpenAI")
    beside = taken["article"] - taken["AsyncOpenAI"]
    print(f"an article beside the call: {beside:.2f} ms; from the store, without a call: {taken['kept']:.2f} ms")
    return 0 if beside <= given.at_most else 1


def _profiled(way: Way, given: list[Document]) -> int:
    asyncio.run(_awaited(way(given[:20])))
    profile = cProfile.Profile()
    profile.enable()
    asyncio.run(_awaited(way(given)))
    profile.disable()
    pstats.Stats(profile).sort_stats("tottime").print_stats(45)
    pstats.Stats(profile).print_callers("find_spec")
    return 0


if __name__ == "__main__":
    sys.exit(main())
