"""`kill -9` at random moments: is the end the same as without, and what is paid twice?

    python benchmarks/killing.py [--rounds 100] [--kills 5] [--articles 60] [--seed 1]

A run is killed `--kills` times, each time at a random moment, started again each time, and at last left to finish; then
the next one, until `--rounds` kills are made. Exits with 1 unless, each time,

- `documents.jsonl`, `claims.jsonl` and `events.json` are byte for byte those of a run that was never killed, and
  `run.json` is too but for `usage`, which says what this start of the program has paid,
- the server saw no more requests than articles and what was on its way at each kill (rows of the ledger left `sent`),
- the same run once more makes no request.

Needs `fork`: a process that had to import everything first would mostly be killed while it does.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from answering import article, in_a_process

from extractor import RunOptions, run
from extractor.client import vendor  # noqa: F401 - here once, not in every process that is killed
from extractor.client.attempts import FILE, SENT, attempts_in

_RESULTS = ("documents.jsonl", "claims.jsonl", "events.json")


@dataclass
class Outcome:
    """What came of the kills; `late` are those that found the run already finished."""

    kills: int = 0
    late: int = 0
    articles: int = 0
    requests: int = 0
    on_their_way: int = 0
    again: int = 0
    problems: list[str] = field(default_factory=list)


def run_killing(folder: Path, rounds: int, kills: int, number: int, seed: int) -> Outcome:
    """Kill and go on, in an empty folder."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    outcome = Outcome()
    articles = folder / "articles"
    articles.mkdir()
    for at in range(number):
        (articles / f"{at:05d}.txt").write_text(article(at), encoding="utf-8")
    with in_a_process(latency=0.1) as (url, seen):

        def options(name: str) -> RunOptions:
            return RunOptions(
                paths=(str(articles),),
                out=folder / name / "out",
                model="fake",
                base_url=url,
                strategy="article",
                cache=folder / name / "cache",
            )

        began = time.monotonic()
        os.waitpid(_started(options("unkilled")), 0)
        lasts = time.monotonic() - began
        wanted = _results(folder / "unkilled" / "out")
        for attempt in range(-(-rounds // kills)):
            name, before = f"killed{attempt}", seen.value
            for _ in range(min(kills, rounds - outcome.kills)):
                outcome.late += _killed_after(_started(options(name)), chance.uniform(0, lasts))
                outcome.kills += 1
            os.waitpid(_started(options(name)), 0)
            requests = seen.value - before
            left = sum(row["outcome"] == SENT for row in attempts_in(folder / name / "cache" / FILE))
            outcome.articles += number
            outcome.requests += requests
            outcome.on_their_way += left
            if not number <= requests <= number + left:
                outcome.problems.append(f"{name}: {requests} requests, {number} articles, {left} on their way")
            if _results(folder / name / "out") != wanted:
                outcome.problems.append(f"{name}: the results differ from those of the run that was not killed")
            before = seen.value
            os.waitpid(_started(options(name)), 0)
            outcome.again += seen.value - before
            if _results(folder / name / "out") != wanted:
                outcome.problems.append(f"{name}: the results of the same run once more differ")
    if outcome.again:
        outcome.problems.append(f"the same runs once more made {outcome.again} requests")
    return outcome


def _started(options: RunOptions) -> int:
    """A process that runs; its id."""
    process = os.fork()
    if process == 0:
        status = 1
        try:
            run(options)
            status = 0
        finally:
            os._exit(status)
    return process


def _killed_after(process: int, seconds: float) -> bool:
    """Whether it had finished before it was killed."""
    time.sleep(seconds)
    finished, _ = os.waitpid(process, os.WNOHANG)
    if not finished:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
    return bool(finished)


def _results(folder: Path) -> list[bytes | dict[str, object]]:
    record = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    record.pop("usage")
    return [record, *((folder / name).read_bytes() for name in _RESULTS)]


def main() -> int:
    """Print what came of it; 1 when something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        outcome = run_killing(Path(folder), given.rounds, given.kills, given.articles, given.seed)
    print(f"{outcome.kills} kills, {outcome.late} of them after the end")
    print(f"{outcome.requests} requests for {outcome.articles} articles; {outcome.on_their_way} on their way at a kill")
    print(f"the same runs once more: {outcome.again} requests")
    print("\n".join(outcome.problems) or "the results are those of runs that were not killed, byte for byte")
    return 1 if outcome.problems else 0


if __name__ == "__main__":
    sys.exit(main())
