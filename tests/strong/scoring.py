"""What the judge, linkage and fusion make of the kit in this folder.

`python tests/strong/scoring.py` prints the figures as `floors.json` would hold them; `--write` pins them there.

* true values: usable (supported or unconfirmed) and supported; wrong is one that is neither.
* plants: each takes the place of its field in one claim, the article's other claims stay true; wrong is a usable one.
* events: a gold event is right if one event of ours holds all of its claims with a toll, no other such claim, and
  shows its best figures (or one of `also`; N + 1 is right too for "more than N").
* B-cubed is over all claims with a toll; a claim in no event has a recall of 0.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from extractor.pipeline.merging import merge_claims
from extractor.records import CheckedClaim, Claim, Document, Status
from extractor.records.events import EventRecord
from extractor.registry import load_schema
from extractor.verification import verify_claims

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"
KIT = ("articles.jsonl", "claims.jsonl", "planted.jsonl", "events.json")
TOLL = ("killed", "injured")
USABLE = (Status.SUPPORTED, Status.UNCONFIRMED)
GROUPS = {
    "figure": ("number", "bound", "kind_swap", "unit", "other_quote"),
    "other_figure": ("other_event_figure", "other_source_figure", "part_as_total", "total_as_part"),
    "elsewhere": ("place_elsewhere", "date_elsewhere", "source_elsewhere"),
    "label": ("perpetrator", "victims", "event_type", "stance"),
}
GROUP = {kind: group for group, kinds in GROUPS.items() for kind in kinds}


@dataclass(frozen=True)
class Kit:
    """The files of the folder, read."""

    documents: dict[str, Document]
    claims: tuple[Claim, ...]
    plants: tuple[dict[str, Any], ...]
    gold: tuple[dict[str, Any], ...]
    sha256: str


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


@cache
def kit() -> Kit:
    digest = hashlib.sha256()
    for name in KIT:
        digest.update((HERE / name).read_bytes())
    documents = {
        row["id"]: Document(sha256=hashlib.sha256(row["text"].encode()).hexdigest(), **row)
        for row in _rows("articles.jsonl")
    }
    claims = tuple(Claim.model_validate(row) for row in _rows("claims.jsonl"))
    gold = tuple(json.loads((HERE / "events.json").read_text(encoding="utf-8")))
    return Kit(documents, claims, tuple(_rows("planted.jsonl")), gold, digest.hexdigest())


@cache
def _checked() -> tuple[CheckedClaim, ...]:
    return tuple(verify_claims(kit().claims, list(kit().documents.values()), load_schema("event")))


@cache
def true_values() -> dict[str, tuple[Status, str]]:
    """Status and reason by "claim field", and a number where a field has several values."""
    return {
        f"{claim.id} {name}" + (f" {number}" if number else ""): (value.verdict.status, value.verdict.reason)
        for claim in _checked()
        for name, values in claim.fields.items()
        for number, value in enumerate(values)
    }


def _status_of(plant: dict[str, Any]) -> tuple[Status, str]:
    named, name = plant["claim"], plant["field"]
    article = next(c.document for c in kit().claims if c.id == named)
    rows = [c.model_dump(mode="json", by_alias=True) for c in kit().claims if c.document == article]
    for row in rows:
        if row["id"] == named:
            row["fields"][name] = [plant["value"]]
    claims = [Claim.model_validate(row) for row in rows]
    checked = verify_claims(claims, [kit().documents[article]], load_schema("event"))
    (value,) = next(c for c in checked if c.id == named).fields[name]
    return value.verdict.status, value.verdict.reason


@cache
def planted() -> dict[str, tuple[Status, str]]:
    """Status and reason of every plant, by its id."""
    return {plant["id"]: _status_of(plant) for plant in kit().plants}


@cache
def _toll_claims() -> frozenset[str]:
    return frozenset(c.id for c in kit().claims if any(name in c.fields for name in TOLL))


@cache
def _events() -> tuple[EventRecord, ...]:
    _, events = merge_claims(_checked(), kit().documents, load_schema("event"))
    return events


def _figure_right(gold: dict[str, Any] | None, best: int | None) -> bool:
    if not gold:
        return best is None
    right = {gold["best"], *gold.get("also", ())}
    if gold.get("bound") == "more_than":
        right |= {number + 1 for number in right}
    return best in right


def _fault(gold: dict[str, Any]) -> str | None:
    """The first thing that is wrong with a gold event; `None` if nothing is."""
    wanted = _toll_claims() & set(gold["claims"])
    homes = [event for event in _events() if wanted & set(event.claims)]
    if len(homes) != 1:
        return "split" if homes else "lost"
    inside = _toll_claims() & set(homes[0].claims)
    if inside != wanted:
        return "merged" if inside - wanted else "incomplete"
    shown = {name: homes[0].fields[name].best for name in TOLL if name in homes[0].fields}
    wrong = (f"wrong_{name}" for name in TOLL if not _figure_right(gold[name], shown.get(name)))
    return next(wrong, None)


@cache
def event_faults() -> dict[str, str | None]:
    return {gold["id"]: _fault(gold) for gold in kit().gold}


def unlinked() -> list[str]:
    """Claims with a usable toll that are in no event."""
    placed = {name for event in _events() for name in event.claims}
    live = {c.id for c in _checked() for name in TOLL if any(v.verdict.usable for v in c.fields.get(name, ()))}
    return sorted(live - placed)


def bcubed() -> float:
    """The F1 of B-cubed."""
    toll = _toll_claims()
    own = {c: set(gold["claims"]) & toll for gold in kit().gold for c in gold["claims"]}
    where = {c: set(event.claims) & toll for event in _events() for c in event.claims}
    placed = sorted(c for c in toll if c in where)
    precision = sum(len(own[c] & where[c]) / len(where[c]) for c in placed) / max(len(placed), 1)
    recall = sum(len(own[c] & where[c]) / len(own[c]) for c in placed) / len(toll)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def measured() -> dict[str, Any]:
    """All figures and all that is wrong, in the form of `floors.json`."""
    values, plants, faults = true_values(), planted(), event_faults()
    usable = {key for key, (status, _) in values.items() if status in USABLE}
    by_group: dict[str, Counter[str]] = defaultdict(Counter)
    for plant in kit().plants:
        by_group[GROUP[plant["kind"]]][plants[plant["id"]][0].value] += 1
    return {
        "kit_sha256": kit().sha256,
        "at_least": {
            "true_values_usable": len(usable),
            "true_values_supported": sum(status is Status.SUPPORTED for status, _ in values.values()),
            "places_usable": sum(key.split()[1] == "place" for key in usable),
            "events_right": sum(fault is None for fault in faults.values()),
            "bcubed_f1": round(bcubed(), 4),
        },
        "at_most": {
            **{f"{group}_supported": by_group[group]["supported"] for group in GROUPS},
            **{f"{group}_unconfirmed": by_group[group]["unconfirmed"] for group in GROUPS},
            "tolls_in_no_event": len(unlinked()),
        },
        "of": {"true_values": len(values), "events": len(faults), "plants": len(plants)},
        "known_wrong": {
            "values": {k: f"{s.value}: {reason}" for k, (s, reason) in sorted(values.items()) if s not in USABLE},
            "plants": {k: s.value for k, (s, _) in sorted(plants.items()) if s in USABLE},
            "events": {k: fault for k, fault in sorted(faults.items()) if fault},
        },
    }


if __name__ == "__main__":
    text = json.dumps(measured(), ensure_ascii=False, indent=1) + "\n"
    if "--write" in sys.argv:
        FLOORS.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
