"""Runs against an endpoint that fails in every way the fault server knows, and runs that are killed.

    python benchmarks/faults.py                    1,000 articles, a fifth of the calls failing
    python benchmarks/faults.py --kills 100        100 runs over 40 articles, killed at random moments

Counts, never times: every article is accounted for, none is lost or doubled, the ledger has as many attempts as the
server saw requests, a run after the last makes none.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import random
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from fakeserver import FakeServer  # noqa: E402 - of the tests

from extractor.client.attempts import FILE, attempts_in  # noqa: E402
from extractor.pipeline import RunOptions, run  # noqa: E402

# Each is what happens to the successive requests about one article; the last goes on.
PASSING = (
    "429,ok",
    "429bare,429bare,ok",
    "429ms,ok",
    "500,ok",
    "503,500,ok",
    "502,ok",
    "408,ok",
    "reset,ok",
    "cutbody,ok",
    "hang,ok",
    "html,ok",
    "empty,ok",
    "null,ok",
    "disguised,ok",
    "truncated,ok",
    "invalid_json,ok",
    "schema_invalid,ok",
    "badquote,ok",
    "length,ok",
)
ANSWERED = ("refusal", "content_filter", "schema_invalid", "length", "badquote")  # for ever, and paid for
UNANSWERED = ("400", "404", "500")  # for ever
_TOWNS = ("Zonguldak", "Soma", "Ermenek", "Amasra", "Kozlu", "Armutcuk", "Karadon", "Gelik", "Tuncbilek", "Divrigi")


@dataclass(frozen=True)
class Counts:
    """What a run and the same run again came to; `again` are the second one's requests for what was answered."""

    articles: int
    rows: int
    claimed: int
    failed: int
    refused: int
    not_asked: int
    requests: int
    attempts: int
    again: int


def answer(request: dict[str, Any]) -> str:
    """A claim of the article's toll, in the words of the article."""
    text = next(m["content"] for m in request["messages"] if "miners" in m["content"])
    line = next(line for line in text.splitlines() if line.startswith("At least "))
    dead, town = line.split()[2], line.split(" in ")[1].split()[0]
    killed = {"value": int(dead), "bound": "at_least", "high": None, "quote": f"At least {dead} miners were killed"}
    return json.dumps({"claims": [{"killed": [killed], "place": [{"value": town, "quote": f"in {town}"}]}]})


def write_articles(folder: Path, number: int, failing: float, seed: int = 5) -> None:
    """Articles that differ, of which a share carries the mark of a fault."""
    chance = random.Random(seed)  # noqa: S311 - which articles fail, the same each time
    folder.mkdir(parents=True, exist_ok=True)
    faults = [*PASSING, *ANSWERED, *UNANSWERED]
    for n in range(number):
        town = _TOWNS[n % len(_TOWNS)]
        told = f"At least {3 + n} miners were killed in {town} on Monday, the union said."
        text = f"Mine roof falls in {town}\n\n{told}\n"
        if chance.random() < failing:
            text += f"\n[[fault:{faults[n % len(faults)]}]]\n"
        (folder / f"{n:05d}.txt").write_text(text, encoding="utf-8")


@contextlib.contextmanager
def served(latency: float = 0.0) -> Iterator[FakeServer]:
    """The fault server in a thread of its own."""
    ready, stop = threading.Event(), threading.Event()
    found: list[FakeServer] = []

    async def serve() -> None:
        async with FakeServer(answer=answer, latency=latency, retry_after=0.2) as server:
            found.append(server)
            ready.set()
            await asyncio.to_thread(stop.wait)

    thread = threading.Thread(target=lambda: asyncio.run(serve()), daemon=True)
    thread.start()
    ready.wait(10)
    try:
        yield found[0]
    finally:
        stop.set()
        thread.join(10)


def with_faults(number: int, failing: float, work: Path) -> Counts:
    """One run over articles of which a share fails, and the same run again."""
    write_articles(work / "news", number, failing)
    with served() as server:
        options = RunOptions(
            paths=(str(work / "news"),),
            out=work / "out",
            cache=work / "cache",
            model="fake",
            base_url=server.url,
            strategy="article",
            concurrency=16,
            timeout=2.0,
        )
        first = run(options).record.counts
        requests = len(server.received)
        run(options)
        seen = server.received[requests:]
        again = sum(item.fault not in UNANSWERED for item in seen)
    rows = [json.loads(line) for line in (work / "out" / "documents.jsonl").read_text(encoding="utf-8").splitlines()]
    names = Counter(row["id"] for row in rows)
    return Counts(
        articles=number,
        rows=len(names) if set(names.values()) == {1} else -1,
        claimed=sum(bool(row["claims"]) for row in rows),
        failed=first.documents_failed,
        refused=first.documents_refused,
        not_asked=first.documents_not_asked,
        requests=requests + len(seen),
        attempts=len(attempts_in(work / "cache" / FILE)),
        again=again,
    )


def with_kills(rounds: int, number: int, work: Path, seed: int = 5) -> tuple[bool, int, int, int]:
    """Kill a run at random moments and let the last one end.

    Returns:
        Whether its results are those of a run that nobody killed, the requests that the server saw, how many of them
        were more than one an article, and how many were on their way at the kills.
    """
    chance = random.Random(seed)  # noqa: S311 - moments of killing, about the same each time
    write_articles(work / "news", number, 0.0)
    names = ("documents.jsonl", "claims.jsonl", "events.json")
    with served(latency=0.1) as server:

        def start(out: str, cache: str) -> subprocess.Popen[bytes]:
            given = ["run", "news", "--model", "fake", "--base-url", server.url, "--strategy", "article", "-q"]
            command = [sys.executable, "-m", "extractor", *given, "--concurrency", "4", "--out", out, "--cache", cache]
            environment = {"PYTHONPATH": str(ROOT), "PATH": ""}
            return subprocess.Popen(command, cwd=work, env=environment, stdout=subprocess.DEVNULL)  # noqa: S603 - our own program

        start("whole", "other").wait()
        before, flying = len(server.received), 0
        for _ in range(rounds):
            process = start("out", "cache")
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(chance.uniform(0.3, 4.0))
            flying += server.in_flight
            process.kill()
            process.wait()
        last = start("out", "cache")
        last.wait()
        requests = len(server.received) - before
    same = all((work / "out" / name).read_bytes() == (work / "whole" / name).read_bytes() for name in names)
    return same, requests, requests - number, flying


def main() -> int:
    """Run it and print what came of it; 1 when something was lost, doubled or not written down."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--failing", type=float, default=0.2)
    parser.add_argument("--kills", type=int, default=0, help="kill runs over 40 articles so often instead")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if given.kills:
            same, requests, more, flying = with_kills(given.kills, 40, Path(folder))
            print(f"{given.kills} kills: results the same {same}, {requests} requests, {more} more than articles,")
            print(f"{flying} on their way when a process was killed")
            return int(not same or more > flying)
        counts = with_faults(given.articles, given.failing, Path(folder))
    print(counts)
    accounted = counts.claimed + counts.failed + counts.refused + counts.not_asked
    print(f"accounted for: {accounted} of {counts.articles}; attempts written {counts.attempts} of {counts.requests}")
    return int(counts.rows != counts.articles or counts.attempts != counts.requests or bool(counts.again))


if __name__ == "__main__":
    sys.exit(main())
