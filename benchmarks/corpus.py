"""How well the figures of a corpus are read: value, bound, place and source, each with precision, recall and F1.

    python benchmarks/corpus.py tests/corpus/heldout.json [--show] [--claims OUT/claims.jsonl]

Without `--claims` the model-free reader is measured (the strategy `reader`); with it the claims of a run over the same
file: `extractor run tests/corpus/heldout.json --out OUT` reads a corpus as articles. The claims are checked anew.
`--show` lists, article by article, the figures missed, those found that are not there, and wrong bounds, places and
sources. `tests/corpus/dev.json` may be looked at while readers are made; `heldout.json` only measures.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from extractor.documents.claims import ClaimFailure, read_claims
from extractor.evaluation import Comparison, FoundFigure, GoldFigure, compare_figures
from extractor.extraction.strategies import Extraction
from extractor.records import CheckedClaim, Claim, Document
from extractor.registry import load_schema
from extractor.segments import TextView
from extractor.values.schema import ClaimSchema
from extractor.verification import Checker, verify_claims

FIELDS = ("killed", "injured", "missing", "displaced")  # what a corpus codes that does not say


@dataclass(frozen=True)
class Corpus:
    """Articles with the figures a person found in them; `alternatives` are those over which people differ."""

    documents: tuple[Document, ...]
    gold: tuple[GoldFigure, ...]
    alternatives: tuple[GoldFigure, ...]
    fields: tuple[str, ...]


def load_corpus(path: Path) -> Corpus:
    """The corpus of a file; one without `fields` codes `FIELDS`."""
    loaded = json.loads(path.read_text(encoding="utf-8"))
    articles = loaded["articles"]

    def figures(key: str) -> tuple[GoldFigure, ...]:
        return tuple(GoldFigure(document=a["id"], **figure) for a in articles for figure in a.get(key, ()))

    documents = tuple(Document(id=a["id"], text=a["text"], sha256="", published=a.get("published")) for a in articles)
    return Corpus(documents, figures("figures"), figures("alternatives"), tuple(loaded.get("fields", FIELDS)))


def read_corpus(corpus: Corpus, schema: type[ClaimSchema]) -> list[CheckedClaim]:
    """The checked claims of the model-free reader."""
    extraction = Extraction(schema, "event", None, "reader")
    checked: list[CheckedClaim] = []
    for document in corpus.documents:
        view = TextView.of(document)
        checker = Checker(document, schema, view)
        checked.extend(checker.check(claim) for claim in extraction.read(view).claims)
    return checked


def load_claims(path: Path, corpus: Corpus, schema: type[ClaimSchema]) -> list[CheckedClaim]:
    """The claims of a run, checked anew; those of articles that the corpus does not hold are left out."""
    known = {d.id for d in corpus.documents}
    claims: list[Claim] = []
    strange = 0
    for claim in read_claims(path):
        if isinstance(claim, ClaimFailure):
            print(f"{claim.path}:{claim.line}: {claim.message}")
        elif claim.document in known:
            claims.append(claim)
        else:
            strange += 1
    if strange:
        print(f"{strange} claims are about articles that are not in the corpus")
    return list(verify_claims(claims, corpus.documents, schema))


def failures(document: str, compared: Mapping[str, Comparison]) -> list[str]:
    """One line for everything that went wrong in an article."""
    value = compared["value"]
    lines = [f"MISS   {_wanted(g)}" for g in value.missed if g.document == document]
    lines += [f"EXTRA  {_found(f)}" for f in value.wrong if f.document == document]
    read = [f for f in value.right if f.document == document]
    for strength in ("bound", "place", "source"):
        for gold in compared[strength].missed:
            beside = [f for f in read if (f.field, f.value) == (gold.field, gold.value)]
            if gold.document == document and beside:
                said = " / ".join(_said(f, strength) for f in beside)
                lines.append(f"{strength.upper():6} {_wanted(gold)}  <- {said}")
    return lines


def _wanted(gold: GoldFigure) -> str:
    return f"{gold.field} {gold.value} {gold.bound} | {gold.place or '-'} | {gold.source or '-'}"


def _found(found: FoundFigure) -> str:
    return f"{found.field} {found.value} {found.bound} | {_said(found, 'place')} | {_said(found, 'source')}"


def _said(found: FoundFigure, strength: str) -> str:
    if strength == "bound":
        return found.bound
    names: Sequence[str] = found.places if strength == "place" else [name for name, _ in found.sources]
    return " + ".join(names) or "nothing"


def main() -> None:
    """Print the table."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("corpus", type=Path, nargs="+", help="corpus files")
    cli.add_argument("--claims", type=Path, help="score the claims of a run instead of the reader's")
    cli.add_argument("--show", action="store_true", help="list what went wrong, by article")
    options = cli.parse_args()
    schema = load_schema("event")
    for path in options.corpus:
        corpus = load_corpus(path)
        claims = load_claims(options.claims, corpus, schema) if options.claims else read_corpus(corpus, schema)
        compared = compare_figures(claims, corpus.gold, schema, corpus.fields, corpus.alternatives)
        if options.show:
            for document in corpus.documents:
                lines = failures(document.id, compared)
                print("\n".join([f"## {document.id}", *(f"   {line}" for line in lines)]))
        print(
            f"{path.name}: {len(corpus.documents)} articles, {len(corpus.gold)} figures of {', '.join(corpus.fields)}"
        )
        for strength, comparison in compared.items():
            print(f"  {strength:7} {comparison.score}")
        for field in corpus.fields:
            one = compare_figures(claims, corpus.gold, schema, (field,), corpus.alternatives)["value"]
            print(f"  {field:10} {one.score}")


if __name__ == "__main__":
    main()
