"""Time and memory of fusion over many claims: `python benchmarks/fusion.py [10000 100000 ...]`.

Every article has four sentences on four events; every event has five claims by two sources of its own and an agency.
Claims are taken as checked, groups as linked: this measures fusion and the writing of `events.json` alone.
Times are of the processor.
"""

from __future__ import annotations

import argparse
import platform
import random
import resource
import time

from extractor.fusion import fuse_events
from extractor.records import (
    Bound,
    CheckedClaim,
    CheckedValue,
    ClaimedValue,
    Document,
    SourceType,
    Span,
    Status,
    Verdict,
)
from extractor.records.events import Rule
from extractor.records.eventsfile import EventsFile, dump_events
from extractor.records.groups import Group, GroupKind, Linked
from extractor.registry import load_schema

SENTENCES = 4  # of an article
CLAIMS = 5  # of an event
YES = Verdict(status=Status.SUPPORTED, reason="made")
SOURCES = (
    ("police", SourceType.GOVERNMENT),
    ("the Red Cross", SourceType.MONITOR_NGO),
    ("Agence Fictive", SourceType.MEDIA),
    ("residents", SourceType.WITNESS),
)


def _value(text: str, words: str, low: int, **claimed: object) -> CheckedValue:
    start = text.index(words, low)
    return CheckedValue(
        claimed=ClaimedValue.model_validate({"quote": words, **claimed}),
        span=Span(start=start, end=start + len(words)),
        verdict=YES,
    )


def make(count: int, seed: int = 1) -> tuple[Linked, list[CheckedClaim], list[Document]]:
    """`count` claims on a fifth as many events, in a quarter as many articles."""
    pick = random.Random(seed)  # noqa: S311 - a benchmark
    events = max(1, count // CLAIMS)
    groups: dict[int, list[str]] = {event: [] for event in range(events)}
    claims, documents = [], []
    for article in range(count // SENTENCES):
        rows, text = [], ""
        for line in range(SENTENCES):
            event = (article * SENTENCES + line) % events
            toll = 5 + event % 90 + pick.choice((0, 0, 0, 1, 7))
            source = pick.choice(SOURCES)
            start = len(text)
            text += f"In Town {event} at least {toll} people were killed on day {event % 365}, {source[0]} said.\n"
            rows.append((event, toll, source, start))
        name = f"a{article:07}"
        day = f"2020-{1 + article % 12:02}-{1 + article % 28:02}"
        documents.append(Document(id=name, text=text, sha256=name, published=day, publisher=f"paper {article % 50}"))
        for line, (event, toll, (source, kind), start) in enumerate(rows):
            key = f"{name}-{line}"
            fields = {
                "killed": (_value(text, f"at least {toll}", start, value=toll, bound=Bound.AT_LEAST),),
                "place": (_value(text, f"Town {event}", start, value=f"Town {event}"),),
                "attribution": (_value(text, source, start, value=source, source_type=kind),),
            }
            claims.append(CheckedClaim(id=key, document=name, span=Span(start=start, end=len(text)), fields=fields))
            groups[event].append(key)
    linked = Linked(
        groups=tuple(
            Group(id=f"e{event:07}", kind=GroupKind.EVENT, claims=tuple(keys), place=f"Town {event}")
            for event, keys in groups.items()
        )
    )
    return linked, claims, documents


def main() -> None:
    """Print a row a size."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("sizes", type=int, nargs="*", default=[10_000, 30_000, 100_000])
    sizes = cli.parse_args().sizes
    schema = load_schema("event")
    print(f"{platform.machine()} {platform.python_version()} {time.strftime('%Y-%m-%d')}")
    print(f"{'claims':>9} {'events':>8} {'fuse s':>8} {'us/claim':>9} {'write s':>8} {'MB file':>8} {'MB peak':>8}")
    for size in sizes:
        linked, claims, documents = make(size)
        begun = time.process_time()
        events = fuse_events(linked, claims, documents, schema)
        fused = time.process_time() - begun
        begun = time.process_time()
        text = dump_events(EventsFile.of(Rule.MAJORITY, events, linked))
        written = time.process_time() - begun
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{size:>9,} {len(events):>8,} {fused:>8.1f} {fused / size * 1e6:>9.0f} {written:>8.1f}"
            f" {len(text) / 1e6:>8.1f} {peak:>8.0f}"
        )


if __name__ == "__main__":
    main()
