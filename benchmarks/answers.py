"""CPU time of reading one answer of an article, beside pydantic alone on the same text, and of what is made once.

    python benchmarks/answers.py [--claims 6] [--rounds 200]

The ratio counts, not the milliseconds. Nothing is sent: the calls are in calls of their own.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from extractor.client.reading import read_answer
from extractor.client.schema import response_format
from extractor.extraction.article_answers import article_answer
from extractor.registry import load_schema


def milliseconds(rounds: int, work: Callable[[], object]) -> float:
    """CPU time of one call."""
    began = time.process_time()
    for _ in range(rounds):
        work()
    return 1000 * (time.process_time() - began) / rounds


def texts(claims: int) -> dict[str, str]:
    """An answer as it should be, and in the ways that it comes."""
    count = {"value": 57, "bound": "exact", "high": None, "quote": "57 people were killed"}
    place = {"value": "Homs", "quote": "in Homs"}
    claim: dict[str, Any] = {"event": "homs", "parts": [], "killed": [count], "place": [place], "injured": [count]}
    good = json.dumps({"claims": [claim] * claims})
    wrong = [claim] * claims + [claim | {"event_type": [{"value": "terror", "quote": "x"}]}]
    return {
        "as it should be": good,
        "in a fence and prose": f"Here it is:\n```json\n{good}\n```\nDone.",
        "behind thoughts": f"<think>\n{'The article says {x}. ' * 200}\n</think>\n{good}",
        "with one wrong label": json.dumps({"claims": wrong}),
        "cut": good[: -len(json.dumps(claim)) // 2],
    }


def main() -> int:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=6, help="in one answer")
    parser.add_argument("--rounds", type=int, default=200)
    given = parser.parse_args()
    schema = load_schema("event")
    article_answer.cache_clear()
    once = milliseconds(1, lambda: response_format(article_answer(schema)))
    again = milliseconds(given.rounds, lambda: response_format(article_answer(schema)))
    model = article_answer(schema)
    print(f"{platform.machine()}, Python {platform.python_version()}, {datetime.now(UTC):%Y-%m-%d}")
    print(f"response model and schema: {once:.1f} ms once, {again:.4f} ms for every further article")
    answers = texts(given.claims)
    alone = milliseconds(given.rounds, lambda: model.model_validate_json(answers["as it should be"]))
    print(f"pydantic alone: {alone:.3f} ms for an answer of {given.claims} claims")
    for name, text in answers.items():
        took = milliseconds(given.rounds, lambda text=text: read_answer(model, text))  # type: ignore[misc]
        print(f"  {name:22} {took:7.3f} ms  {took / alone:5.1f} x")
    return 0


if __name__ == "__main__":
    sys.exit(main())
