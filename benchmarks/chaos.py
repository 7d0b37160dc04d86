"""A run against an endpoint that fails in every way that the fault server knows: is every article accounted for?

    python benchmarks/chaos.py [--articles 1000] [--share 0.2] [--seed 1]

Of the articles, `--share` meet a fault at their first call, one of the kinds by turns; most are answered at a later
try, some never. Printed for each kind: articles, requests, and how the articles ended. Exits with 1 unless

- every article is in `documents.jsonl` once, in order, and every one without claims has its reason there,
- every article whose fault passes has its one claim, and none has two of the same,
- the ledger has a row for each request that the server saw, no more and no fewer,
- the same run again makes no request about what was answered.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from answering import Model, article, in_a_thread
from fakeserver import FakeServer

from extractor import RunOptions, extract
from extractor.client.attempts import FILE, attempts_in

PASSING = {
    **{fault: f"[[fault:{fault},ok]]" for fault in ("429", "429bare", "429ms", "429zero", "500", "502", "503")},
    **{fault: f"[[fault:{fault},ok]]" for fault in ("503wait", "529", "408", "reset", "cutbody", "hang", "slow")},
    **{fault: f"[[fault:{fault},ok]]" for fault in ("html", "empty", "null", "disguised")},
    "500 thrice": "[[fault:500,500,500,ok]]",
    "429 six times": "[[fault:429,429,429,429,429,429,ok]]",
    "length": "[[fault:length,ok]][[say:truncated,ok]]",
    **{kind: f"[[say:{kind},ok]]" for kind in ("truncated", "invalid_json", "schema_invalid", "badquote")},
    **{kind: f"[[say:{kind}]]" for kind in ("prose", "fence", "think")},
}
LASTING = {
    **{f"{fault} for ever": f"[[fault:{fault}]]" for fault in ("400", "500", "429quota", "refusal", "content_filter")},
    "null for ever": "[[fault:null]]",
    "schema_invalid for ever": "[[say:schema_invalid]]",
}
NONE = "no fault"


@dataclass
class Outcome:
    """What came of a run: by kind of fault the articles, requests and ends, and everything that is wrong with it."""

    articles: Counter[str] = field(default_factory=Counter)
    requests: Counter[str] = field(default_factory=Counter)
    with_claims: Counter[str] = field(default_factory=Counter)
    with_reason: Counter[str] = field(default_factory=Counter)
    problems: list[str] = field(default_factory=list)
    attempts: int = 0
    received: int = 0
    again: int = 0
    seconds: float = 0.0


def kinds_of(number: int, share: float, seed: int) -> list[str]:
    """Which fault each article meets."""
    faults = [*PASSING, *LASTING]
    hit = set(random.Random(seed).sample(range(number), round(number * share)))  # noqa: S311 - no secret
    turn = iter(range(number))
    return [faults[next(turn) % len(faults)] if at in hit else NONE for at in range(number)]


def run_chaos(folder: Path, number: int, share: float, seed: int) -> Outcome:
    """Run it, twice, in an empty folder."""
    kinds = kinds_of(number, share, seed)
    marks = PASSING | LASTING | {NONE: ""}
    (folder / "articles").mkdir()
    names = [f"{at:05d}.txt" for at in range(number)]
    for at, name in enumerate(names):
        (folder / "articles" / name).write_text(article(at, marks[kinds[at]]), encoding="utf-8")
    server = FakeServer(answer=Model(), retry_after=0.02)
    outcome = Outcome(articles=Counter(kinds))
    with in_a_thread(server):
        options = RunOptions(
            paths=(str(folder / "articles"),),
            out=folder / "out",
            model="fake",
            base_url=server.url,
            strategy="article",
            cache=folder / "cache",
            timeout=1.0,
            concurrency=16,
        )
        began = time.monotonic()
        record = extract(options).record
        outcome.seconds = time.monotonic() - began
        outcome.received = len(server.received)
        rows = attempts_in(folder / "cache" / FILE)
        outcome.attempts = len(rows)
        extract(options)
        more = attempts_in(folder / "cache" / FILE)[outcome.attempts :]
        outcome.again = len(more)
    documents = [json.loads(line) for line in (folder / "out" / "documents.jsonl").read_text().splitlines()]
    claims = [json.loads(line) for line in (folder / "out" / "claims.jsonl").read_text().splitlines()]
    _look(outcome, kinds, documents, claims)
    by_document = {row["id"]: kind for row, kind in zip(documents, kinds, strict=False)}
    outcome.requests = Counter(by_document.get(row["document"], "of no article") for row in rows)
    if outcome.attempts != outcome.received or record.usage.calls != outcome.received:
        said = f"run.json says {record.usage.calls} calls, the ledger {outcome.attempts}, the server {outcome.received}"
        outcome.problems.append(said)
    paid_again = sorted({row["document"] for row in more if by_document.get(row["document"]) not in LASTING})
    outcome.problems += [f"{name} was paid for again" for name in paid_again]
    return outcome


def _look(
    outcome: Outcome, kinds: list[str], documents: list[dict[str, object]], claims: list[dict[str, object]]
) -> None:
    if len(documents) != len(kinds) or len({row["id"] for row in documents}) != len(kinds):
        outcome.problems.append(f"{len(documents)} documents of {len(kinds)}")
    found = Counter(str(claim["document"]) for claim in claims)
    for row, kind in zip(documents, kinds, strict=False):
        name = str(row["id"])
        outcome.with_claims[kind] += bool(found[name])
        outcome.with_reason[kind] += bool(row.get("problems"))
        if found[name] > 1:
            outcome.problems.append(f"{name} ({kind}) has {found[name]} claims")
        if not found[name] and not row.get("problems"):
            outcome.problems.append(f"{name} ({kind}) has neither a claim nor a reason")
        if kind not in LASTING and not found[name]:
            outcome.problems.append(f"{name} ({kind}) was lost: {row.get('problems')}")


def main() -> int:
    """Print the table; 1 when something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--share", type=float, default=0.2)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        outcome = run_chaos(Path(folder), given.articles, given.share, given.seed)
    print(f"{'fault':24} {'articles':>8} {'requests':>8} {'claims':>8} {'reasons':>8}")
    for kind in (NONE, *PASSING, *LASTING):
        row = (outcome.articles[kind], outcome.requests[kind], outcome.with_claims[kind], outcome.with_reason[kind])
        print(f"{kind:24}", *(f"{figure:8}" for figure in row))
    print(f"{outcome.received} requests at the server, {outcome.attempts} in the ledger, {outcome.seconds:.0f} s")
    print(f"the same run again: {outcome.again} requests, all about articles that were never answered")
    print("\n".join(outcome.problems) or "every article accounted for, none lost, none doubled")
    return 1 if outcome.problems else 0


if __name__ == "__main__":
    sys.exit(main())
