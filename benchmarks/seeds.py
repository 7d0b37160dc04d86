"""Score claims on the seeds against the figures that a person annotated in them.

    python benchmarks/seeds.py OUT/claims.jsonl

Prints precision, recall and F1 of the figures, of figure with place and with source, and how many quotes stand.
"""

from __future__ import annotations

import sys
from pathlib import Path

from extractor.documents import read_documents
from extractor.documents.claims import ClaimFailure, read_claims
from extractor.evaluation import GoldFigure, quote_score, score_figures
from extractor.records import Claim, Document
from extractor.registry import load_schema
from extractor.verification import verify_claims

ROOT = Path(__file__).resolve().parent.parent


def gold() -> list[GoldFigure]:
    """Every annotated figure of killed and injured, with its place and source where its claim has one."""
    found = []
    for item in read_claims(ROOT / "tests/gold/seeds_claims.jsonl"):
        if isinstance(item, ClaimFailure):
            continue
        place = next((str(v.value) for v in item.fields.get("place", ())), None)
        source = next((str(v.value) for v in item.fields.get("attribution", ()) if v.value), None)
        for field in ("killed", "injured"):
            found.extend(
                GoldFigure(
                    document=item.document,
                    field=field,
                    value=value.value if isinstance(value.value, int) else None,
                    bound=value.bound or "exact",
                    place=place,
                    source=source,
                )
                for value in item.fields.get(field, ())
            )
    return found


def main() -> None:
    """Print the scores of a claims file."""
    schema = load_schema("event")
    documents = [d for d in read_documents([ROOT / "seeds"]) if isinstance(d, Document)]
    claims = [c for c in read_claims(sys.argv[1]) if isinstance(c, Claim)]
    named = {c.document for c in claims}
    checked = verify_claims(claims, documents, schema)
    for name, score in score_figures(checked, [g for g in gold() if g.document in named], schema).items():
        print(f"{name:8} {score}")
    print(f"{'quotes':8} {quote_score(checked)}")


if __name__ == "__main__":
    main()
