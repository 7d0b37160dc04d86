"""A batch that is killed while it is sent and while it is collected: every answer there, each paid for once.

    python benchmarks/batch.py [--requests 5000]

The fake batch API of the tests puts three requests of a hundred into the error file. Commands are started from the
shell and killed at random moments; then the same command is started again. What is left open goes into second batches.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from fakebatches import FakeBatches  # noqa: E402 - of the tests

_ONE_IN = 33
_KILLED_WITHIN = 12.0  # seconds


def answer(request: dict[str, Any]) -> str:
    """The article's toll."""
    text = next(m["content"] for m in request["messages"] if "miners" in m["content"])
    dead = re.search(r"At least (\d+)", text)
    killed = {"value": int(dead[1]), "bound": "at_least", "high": None, "quote": dead[0]} if dead else None
    return json.dumps({"claims": [{"killed": [killed]}]})


def start(work: Path, *given: str) -> subprocess.Popen[bytes]:
    """A command of the shell."""
    command = [sys.executable, "-m", "extractor", *given, "--cache", "cache", "--quiet"]
    environment = {"PYTHONPATH": str(ROOT), "PATH": "", "OPENAI_API_KEY": "none"}
    return subprocess.Popen(command, cwd=work, env=environment)  # noqa: S603 - our own program


def killed(work: Path, seconds: float, *given: str) -> int:
    """Kill the command after so long, then let the same one end; its exit code."""
    process = start(work, *given)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(seconds)
    process.kill()
    process.wait()
    return start(work, *given).wait()


def main() -> int:
    """Send, kill, collect, kill; print what came of it, and exit with 1 when something is missing or paid twice."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--requests", type=int, default=5000)
    number = parser.parse_args().requests
    chance = random.Random(7)  # noqa: S311 - moments of killing
    with tempfile.TemporaryDirectory() as folder, FakeBatches(answer=answer, error_every=_ONE_IN) as server:
        work = Path(folder)
        (work / "news").mkdir()
        for n in range(number):
            told = f"At least {n + 3} miners died in Soma, the union said."
            (work / "news" / f"{n:05d}.txt").write_text(f"Mine falls in\n\n{told}\n", encoding="utf-8")
        run = ("run", "news", "--model", "m", "--base-url", server.url, "--strategy", "article", "--batch")
        killed(work, chance.uniform(1.0, _KILLED_WITHIN), *run)
        first = server.lines
        server.finish()
        rounds = 1
        code = killed(work, chance.uniform(1.0, _KILLED_WITHIN), "batch", "collect", "--again")
        while code == 1 and rounds < 9:
            server.error_every = 0
            server.finish()
            code = start(work, "batch", "collect", "--again").wait()
            rounds += 1
        rows = [json.loads(line) for line in (work / "extractor-out" / "claims.jsonl").read_text().splitlines()]
    claimed = len({row["document"] for row in rows})
    online = server.calls.count("POST /v1/chat/completions")
    failed = number // _ONE_IN
    print(f"{number} articles, {claimed} with a claim, {len(rows)} claims; {first} requests sent first,")
    print(f"{server.lines} in all ({failed} failed and were sent again), {online} online, {rounds} rounds, exit {code}")
    return int(claimed != number or len(rows) != number or server.lines != number + failed or first != number)


if __name__ == "__main__":
    sys.exit(main())
