"""Measures grounding on cases made from any folder of texts, beside its peers where they are installed.

    python benchmarks/grounding.py seeds --seed 1 --peers

Quality: a true quote counts when the span overlaps its source by .9 or more (intersection over union; a further place
of the same words counts too), a false one when anything at all is located. Speed: one text of 5, 50 and 500 KB, one
quote per call, all kinds mixed; ours includes what it prepares. Peers: the optional dependency group `bench`.
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib.metadata
import json
import platform
import random
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from grounding_cases import Case, make

from extractor.grounding import Folded, Locator, normalise

Place = tuple[int, int]
Aligner = Callable[[str, str], list[Place]]
GROUPS = ("exact", "typography", "edited", "false")
SIZES = (5_000, 50_000, 500_000)


def ours() -> Aligner:
    """The locator; a text is prepared once, as a pipeline does."""
    known: dict[str, Locator] = {}

    def locate(quote: str, text: str) -> list[Place]:
        if text not in known:
            known[text] = Locator(text)
        span = known[text].locate(quote)
        return [(span.start, span.end), *span.others] if span else []

    return locate


def langextract(*, folded: bool, threshold: float) -> Aligner:
    """Langextract's own aligner, one extraction per call."""
    from langextract.core import data  # noqa: PLC0415 - an optional peer
    from langextract.resolver import WordAligner  # noqa: PLC0415

    def locate(quote: str, text: str) -> list[Place]:
        view = Folded(text) if folded else None
        source = view.text if view else text
        wanted = normalise(quote) if folded else quote
        groups = WordAligner().align_extractions(
            [[data.Extraction("quote", wanted)]], source, fuzzy_alignment_threshold=threshold
        )
        place = groups[0][0].char_interval
        if place is None or place.start_pos is None:
            return []
        if view:
            return [(view.original(place.start_pos), view.original_end(place.end_pos))]
        return [(place.start_pos, place.end_pos)]

    return locate


def citation() -> Aligner:
    """The span search of instructor's CitationMixin."""
    from instructor.dsl.citation import CitationMixin  # noqa: PLC0415 - heavy, and only for the peer

    citing = CitationMixin.model_construct(substring_quotes=[])

    def locate(quote: str, text: str) -> list[Place]:
        try:
            return list(citing._get_span(quote, text))[:1]  # noqa: SLF001 - the search itself, without the re-ask
        except Exception:  # noqa: BLE001 - it compiles the quote as a pattern; what does not compile is not found
            return []

    return locate


def partial_ratio() -> Aligner:
    """Rapidfuzz's best window of folded letters, 90 or more."""
    from rapidfuzz import fuzz  # noqa: PLC0415

    views: dict[str, Folded] = {}

    def locate(quote: str, text: str) -> list[Place]:
        view = views.setdefault(text, None) or Folded(text)
        views[text] = view
        found = fuzz.partial_ratio_alignment(normalise(quote), view.text, score_cutoff=90)
        return [(view.original(found.dest_start), view.original_end(found.dest_end))] if found else []

    return locate


def plain_find() -> Aligner:
    """A normalised find with the quote split at an ellipsis: the strictest thing that does something."""
    views: dict[str, Folded] = {}

    def locate(quote: str, text: str) -> list[Place]:
        view = views.setdefault(text, None) or Folded(text)
        views[text] = view
        first, at = -1, 0
        for piece in re.split(r"\s*[\[(]?(?:\.\s?){3}[\])]?\s*", normalise(quote)):
            at = view.text.find(piece, at)
            if at < 0:
                return []
            first = at if first < 0 else first
            at += len(piece)
        return [(view.original(first), view.original_end(at))]

    return locate


PEERS: dict[str, Callable[[], Aligner]] = {
    "langextract, default": lambda: langextract(folded=False, threshold=0.75),
    "langextract, folded, .6": lambda: langextract(folded=True, threshold=0.6),
    "instructor CitationMixin": citation,
    "rapidfuzz, folded, 90": partial_ratio,
    "normalised find, split": plain_find,
}
# Whole seconds a quote on a long text: timed on fewer quotes.
SLOW = {"langextract, default", "langextract, folded, .6", "instructor CitationMixin"}


def overlap(place: Place, case: Case) -> float:
    """Intersection over union of a place with the words a case was made from."""
    assert case.start is not None
    assert case.end is not None
    low, high = max(place[0], case.start), min(place[1], case.end)
    return max(0, high - low) / max(1, max(place[1], case.end) - min(place[0], case.start))


def score(aligner: Aligner, texts: Sequence[str], cases: Sequence[Case]) -> dict[str, tuple[int, int]]:
    """For every group and every `group/kind`: how many were located (false: accepted), of how many."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for case in cases:
        places = aligner(case.quote, texts[case.text])
        hit = bool(places) if case.group == "false" else any(overlap(p, case) >= 0.9 for p in places)
        for key in (case.group, f"{case.group}/{case.kind}"):
            counts[key][0] += hit
            counts[key][1] += 1
    return {key: (hit, total) for key, (hit, total) in sorted(counts.items())}


def sized(texts: Sequence[str], size: int, seed: int) -> tuple[list[str], list[Case]]:
    """One text of `size` characters: a real one, then filler of the same words in another order; and its cases."""
    rng = random.Random(seed)  # noqa: S311
    real = max(texts, key=len)[:size]
    vocabulary = " ".join(texts).split()
    filler: list[str] = [real]
    length = len(real)
    while length < size:
        line = " ".join(rng.choices(vocabulary, k=rng.randrange(8, 30))) + ".\n"
        filler.append(line)
        length += len(line)
    text = "\n".join(filler)[:size]
    cases = make([real], seed, per_kind=3)
    return [text], cases


def timed(aligner: Aligner, texts: Sequence[str], cases: Sequence[Case]) -> float:
    """Milliseconds a quote."""
    start = time.perf_counter()
    for case in cases:
        aligner(case.quote, texts[0])
    return (time.perf_counter() - start) * 1000 / len(cases)


def _rate(counts: dict[str, tuple[int, int]], group: str) -> str:
    hit, total = counts.get(group, (0, 0))
    return f"{hit / total:.3f}" if total else "-"


def read_texts(folder: Path) -> list[str]:
    """Every text file of a folder, by name."""
    return [p.read_text(encoding="utf-8") for p in sorted(folder.glob("**/*")) if p.suffix in {".txt", ".md"}]


def main(arguments: Sequence[str] | None = None) -> int:  # noqa: C901 - prints one table
    """Print the table; exit 1 for a folder without texts."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--per-kind", type=int, default=2)
    parser.add_argument("--peers", action="store_true", help="time and score the peers too (needs the group `bench`)")
    parser.add_argument("--slow-quotes", type=int, default=12, help="quotes a slow peer is timed on at 50 and 500 KB")
    parser.add_argument("--json", type=Path, help="also write our counts here")
    options = parser.parse_args(arguments)
    texts = read_texts(options.folder)
    if not texts:
        print(f"no .txt or .md in {options.folder}", file=sys.stderr)
        return 1
    cases = make(texts, options.seed, options.per_kind)
    print(f"{len(cases)} quotes from {len(texts)} texts, seed {options.seed}; {dt.date.today().isoformat()}")  # noqa: DTZ011
    print(f"{platform.machine()} {platform.system()}, Python {platform.python_version()}")
    print(f"{'aligner':26} {'exact':>6} {'typogr':>6} {'edited':>6} {'false':>6}   ms a quote at 5 / 50 / 500 KB")
    rows: dict[str, Callable[[], Aligner]] = {"extractor": ours, **(PEERS if options.peers else {})}
    base: list[float] = []
    for name, build in rows.items():
        try:
            aligner = build()
        except ImportError as problem:
            print(f"{name:26} not installed: {problem}")
            continue
        counts = score(aligner, texts, cases)
        speeds = []
        for size in SIZES:
            text, quotes = sized(texts, size, options.seed)
            if name in SLOW and size > SIZES[0]:
                quotes = quotes[:: max(1, len(quotes) // options.slow_quotes)]
            if not (name == "instructor CitationMixin" and size == SIZES[-1]):
                speeds.append(timed(aligner, text, quotes))
        base = base or speeds
        ratios = " / ".join(f"{s / b:.0f}x" for s, b in zip(speeds, base, strict=False))
        print(
            f"{name:26} "
            + " ".join(f"{_rate(counts, g):>6}" for g in GROUPS)
            + "   "
            + " / ".join(f"{s:.3f}" for s in speeds)
            + f"   ({ratios})",
            flush=True,
        )
        if name == "extractor":
            for key, (hit, total) in counts.items():
                if "/" in key:
                    print(f"    {key:30} {hit:4} of {total}")
            if options.json:
                options.json.write_text(json.dumps(counts, indent=1) + "\n", encoding="utf-8")
    for package in ("langextract", "instructor", "rapidfuzz"):
        try:
            print(f"{package} {importlib.metadata.version(package)}")
        except importlib.metadata.PackageNotFoundError:
            print(f"{package} not installed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
