"""True claims with their articles, for the mutation bench: the seeds, the short clusters, and the cases made for it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from extractor.documents import read_documents
from extractor.records import Claim, Document

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "tests" / "gold"
CLUSTERS = ROOT / "tests" / "clusters"
# What a person put there by interpretation, not because a word of the text says so.
ADDED = frozenset({"event_type", "sub_type", "modality", "victims"})


class Family(StrEnum):
    """Where a claim comes from."""

    SEEDS = "seeds"
    CLUSTERS = "clusters"
    CASES = "cases"
    HELD_OUT = "held out"


@dataclass(frozen=True)
class Lure:
    """A false claim made by hand; `field` is the false one."""

    kind: str
    claim: Claim
    field: str


@dataclass(frozen=True)
class Corpus:
    """True claims with their articles, and hand-made false ones; `family` is that of a document."""

    documents: Mapping[str, Document]
    claims: tuple[Claim, ...]
    lures: tuple[Lure, ...]
    family: Mapping[str, Family]

    def beside(self, claim: Claim) -> list[Claim]:
        """The claims of the same article, this one included."""
        return [c for c in self.claims if c.document == claim.document]

    def text(self, claim: Claim) -> str:
        """The text of the claim's article."""
        return self.documents[claim.document].text


def is_gold(family: Family, field: str) -> bool:
    """Is the field one that the annotator read off the words? All of the cases' are."""
    return family in {Family.CASES, Family.HELD_OUT} or field not in ADDED


def load_corpus() -> Corpus:
    """All families, in a fixed order."""
    documents: dict[str, Document] = {}
    claims: list[Claim] = []
    lures: list[Lure] = []
    family: dict[str, Family] = {}
    _seeds(documents, claims)
    family.update(dict.fromkeys(documents, Family.SEEDS))
    for path in sorted(CLUSTERS.glob("*.json")):
        case = json.loads(path.read_text(encoding="utf-8"))
        for article in case["articles"]:
            documents[article["id"]] = Document(sha256="", **article)
            family[article["id"]] = Family.CLUSTERS
        claims.extend(Claim.model_validate(c) for c in case["claims"])
    for case in json.loads((GOLD / "verification_cases.json").read_text(encoding="utf-8"))["cases"]:
        documents[case["id"]] = Document(
            id=case["id"], text=case["text"], sha256="", published=case["published"], language=case["language"]
        )
        family[case["id"]] = Family.HELD_OUT if case["held_out"] else Family.CASES
        claims.extend(_claim(case["id"], f"{n + 1}", c) for n, c in enumerate(case["claims"]))
        made = ((lure, _claim(case["id"], f"lure{n + 1}", lure)) for n, lure in enumerate(case["lures"]))
        lures.extend(Lure(lure["kind"], claim, lure["field"]) for lure, claim in made)
    return Corpus(documents, tuple(claims), tuple(lures), family)


def _seeds(documents: dict[str, Document], claims: list[Claim]) -> None:
    for item in read_documents([ROOT / "seeds"]):
        if isinstance(item, Document):
            documents[item.id] = item
    short = {name.split("_")[0]: name for name in documents}
    for line in (GOLD / "seeds_claims.jsonl").read_text(encoding="utf-8").splitlines():
        claim = Claim.model_validate_json(line)
        claims.append(claim.model_copy(update={"document": short.get(claim.document, claim.document)}))


def _claim(document: str, name: str, entry: Mapping[str, Any]) -> Claim:
    data = {"id": f"{document}-{name}", "document": document, "quote": entry["quote"] or None}
    return Claim.model_validate({**data, "fields": entry["fields"]})


def fingerprint() -> str:
    """The hash of everything that the figures are measured on."""
    paths = [GOLD / "seeds_claims.jsonl", GOLD / "verification_cases.json", *sorted(CLUSTERS.glob("*.json"))]
    paths.extend(sorted((ROOT / "seeds").glob("*.txt")))
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def unsaid() -> dict[tuple[str, str, str], str]:
    """Gold fields that the words do not say: (claim, field, value) to the reason, from `tests/gold/unsaid.json`."""
    path = GOLD / "unsaid.json"
    rows = json.loads(path.read_text(encoding="utf-8"))["fields"] if path.exists() else []
    return {(row["claim"], row["field"], str(row["value"])): row["reason"] for row in rows}
