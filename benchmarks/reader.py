"""Time the reader on a folder of articles, as a ratio against an earlier commit measured in the same run.

    python benchmarks/reader.py ARTICLES [--against COMMIT] [--rounds 3]

Extraction without a model: reading, checking and coverage of every article, without linkage and fusion. The working
tree and the commit take turns, each in a process of its own, and the fastest round of each counts: CPU time, after
the first articles, so that what a process loads once is not in it.

Exits with 1 when the working tree is not `--at-least` times as fast.
"""

from __future__ import annotations

import argparse
import io
import platform
import subprocess
import sys
import tarfile
import tempfile
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BEFORE = "009cc76"
"""The commit that issue 8 names: 46 ms an article there."""
_MEASURE = """
import sys, time
from extractor import Document, RunOptions, extract_documents, read_documents
documents = [d for d in read_documents([sys.argv[1]]) if isinstance(d, Document)]
options = RunOptions(strategy="reader", concurrency=1)
extract_documents(documents[:20], options)
began = time.process_time()
extract_documents(documents, options)
print(1000 * (time.process_time() - began) / len(documents))
"""


def milliseconds(tree: Path, articles: Path) -> float:
    """CPU time per article of the extractor in a tree."""
    made = subprocess.run(  # noqa: S603 - its own interpreter
        [sys.executable, "-c", _MEASURE, str(articles)],
        cwd=tree,
        env={"PYTHONPATH": str(tree), "PATH": ""},
        check=True,
        capture_output=True,
        text=True,
    )
    return float(made.stdout)


def unpack(commit: str, folder: Path) -> None:
    """Put a commit's files into a folder."""
    packed = subprocess.run(  # noqa: S603 - a commit of this repository
        ["git", "archive", commit],  # noqa: S607
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as archive:
        archive.extractall(folder, filter="data")


def main() -> int:
    """Print what both need per article, and how many times as fast the working tree is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--against", default=BEFORE)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--at-least", type=float, default=0.0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        unpack(given.against, Path(folder))
        trees = {given.against: Path(folder), "now": ROOT}
        taken: dict[str, list[float]] = {name: [] for name in trees}
        for _ in range(given.rounds):
            for name, tree in trees.items():
                taken[name].append(milliseconds(tree, given.articles.resolve()))
    best = {name: min(rounds) for name, rounds in taken.items()}
    ratio = best[given.against] / best["now"]
    print(f"{datetime.now(UTC):%Y-%m-%d}  {platform.machine()}  Python {platform.python_version()}")
    for name, per_article in best.items():
        print(f"{name:12} {per_article:7.1f} ms an article")
    print(f"{'ratio':12} {ratio:7.2f} times as fast")
    return 0 if ratio >= given.at_least else 1


if __name__ == "__main__":
    sys.exit(main())
