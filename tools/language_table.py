"""Print which languages' counts are read, and how well, per language.

    python tools/language_table.py                    # tests/language/sentences.toml
    python tools/language_table.py wire.jsonl ...     # sentences in the form of docs/languages.md, "Measuring"

Columns: forms of harm and nouns of people that the lexicon knows; number words of CLDR that it knows; sentences; of the
figures that they state the share that is read with kind, number and bound (R), and of those that are read the share
that they state (P).
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel import Locale, UnknownLocaleError

from extractor.language import KINDS, codes, lexicon
from extractor.segments import TextView
from extractor.values.count import read_counts
from extractor.vocabulary import read_data

SENTENCES = Path(__file__).resolve().parent.parent / "tests" / "language" / "sentences.toml"
NOT_CURRENT = frozenset({"part", "negated", "hypothetical", "future", "superseded", "rate", "ordinal"})
Figure = tuple[str, int | None, str]
Sentence = tuple[str, str, frozenset[Figure]]


def own_sentences() -> Iterator[Sentence]:
    """The sentences of the tests: language, text, and the figures that hold in each."""
    for code, rows in tomllib.loads(SENTENCES.read_text(encoding="utf-8")).items():
        for text, said in rows:
            yield code, text, frozenset(_stated(said))


def _stated(said: str) -> Iterator[Figure]:
    """`killed 3 at_least; killed 1 part` without what is only a part, denied or old."""
    for one in said.split("; "):
        kind, number, *rest = one.split()
        bound = next((r for r in rest if r not in NOT_CURRENT and r != "zero_word" and not r.isdecimal()), "exact")
        if kind in KINDS and not NOT_CURRENT & set(rest):
            yield kind, int(number), bound


def wire_sentences(paths: Iterable[str]) -> Iterator[Sentence]:
    """The sentences of files of JSON lines."""
    for path in paths:
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            figures = {(f["field"], f["value"], f["bound"]) for f in row["figures"]}
            yield row["language"], row["text"], frozenset(figures)


def read(code: str, text: str) -> frozenset[Figure]:
    """The figures that are read in a text."""
    found = read_counts(TextView(text, language=code), 0, len(text))
    return frozenset(
        (r.kind, r.value.value if isinstance(r.value.value, int) else None, str(r.value.bound))
        for r in found
        if r.kind in KINDS and not r.flags & NOT_CURRENT
    )


def size(code: str) -> tuple[int, int]:
    """How many phrases of harm and of people, and how many number words, a language's files hold."""
    written, seeded = read_data(code, "counts") or {}, read_data(code, "cldr") or {}
    listed = [*written.get("harm", {}).values(), *seeded.get("forms", {}).values()]
    listed += [written.get("words", {}).get(role, "") for role in ("people", "person")]
    numbers = [*written.get("numbers", {}).values(), seeded.get("numbers", ""), seeded.get("scales", "")]
    return sum(map(count, listed)), sum(map(count, numbers))


def count(listed: str) -> int:
    """How many entries a comma-separated list has."""
    return len([part for part in listed.split(",") if part.strip()])


def name(code: str) -> str:
    """The English name of a language."""
    try:
        return Locale.parse(code).english_name or code
    except (UnknownLocaleError, ValueError):
        return code


def main(paths: list[str]) -> None:
    """Print the table."""
    tally: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for code, text, stated in wire_sentences(paths) if paths else own_sentences():
        mine = read(code, text)
        tally[code].update(sentences=1, both=len(mine & stated), read=len(mine), stated=len(stated))
    print("| language | words | numbers | sentences | P | R |\n|---|--:|--:|--:|--:|--:|")
    for code in sorted({*codes(), *tally}):
        row = tally[code]
        words, numbers = size(code) if lexicon(code) else ("tables", "tables")
        share = [f"{row['both'] / row[of]:.2f}" if row[of] else "-" for of in ("read", "stated")]
        print(f"| {code} {name(code)} | {words} | {numbers} | {row['sentences']} | {' | '.join(share)} |")


if __name__ == "__main__":
    main(sys.argv[1:])
