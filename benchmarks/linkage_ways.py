"""How many multi-article cases come out right, by where the claims come from: `python benchmarks/linkage_ways.py`.

Three ways, each to fused events: the claims that a person wrote with every value taken as supported; the same claims
through the real verification; claims that the reader makes from the articles alone. A case is right when its casualty
events are those of the case and no others: the place (the same, around or inside), a day in common, the articles that
give figures, and the lowest, best and highest number of dead, missing and injured that fusion makes of the groups that
the case says.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from linkage_cases import as_checked, load  # noqa: E402 - after the path

from extractor.fusion import fuse_events  # noqa: E402
from extractor.linkage import LinkOptions  # noqa: E402
from extractor.linkage.claimmentions import mention_of  # noqa: E402
from extractor.linkage.days import gap, parse_interval  # noqa: E402
from extractor.linkage.naming import as_groups  # noqa: E402
from extractor.linkage.nodes import absorb, node_of  # noqa: E402
from extractor.linkage.roles import roles_of  # noqa: E402
from extractor.pipeline import RunOptions, extract_documents, merge_claims  # noqa: E402
from extractor.records import CheckedClaim, Claim, Document  # noqa: E402
from extractor.records.events import EventRecord  # noqa: E402
from extractor.records.groups import GroupKind, Linked  # noqa: E402
from extractor.registry import load_schema  # noqa: E402
from extractor.segments import TextView  # noqa: E402
from extractor.verification import verify_claims  # noqa: E402

HARM = ("killed", "missing", "injured")
CASES = sorted((ROOT / "tests" / "clusters").glob("*.json"))
TOUCH = {"same", "contains", "inside", "near"}
EVENT = load_schema("event")


@dataclass(frozen=True)
class Told:
    """A casualty event as a person would check it."""

    kind: GroupKind
    place: str | None
    date: str | None
    articles: frozenset[str]
    figures: tuple[tuple[str, int | None, int | None, int | None], ...]

    def __str__(self) -> str:
        figures = ", ".join(f"{n} {low}-{best}-{high}" for n, low, best, high in self.figures)
        articles = ", ".join(sorted(a.rpartition(":")[2] for a in self.articles))
        return f"{self.kind.value} {self.place} {self.date}: {figures} ({articles})"


def told(events: Sequence[EventRecord]) -> list[Told]:
    """The casualty events among fused events; background has no toll of its own."""
    found = []
    for event in events:
        own = {name: [w for w in event.fields[name].witnesses if not w.via] for name in HARM if name in event.fields}
        figures = tuple(
            (name, event.fields[name].low, event.fields[name].best, event.fields[name].high)
            for name, witnesses in own.items()
            if witnesses and event.fields[name].best is not None
        )
        if figures and event.kind is not GroupKind.BACKGROUND:
            articles = frozenset(w.document for witnesses in own.values() for w in witnesses)
            found.append(Told(event.kind, event.place, event.date, articles, figures))
    return found


def documents_of(case: Mapping[str, Any]) -> dict[str, Document]:
    """The articles of a case."""
    return {a["id"]: Document(sha256="", **a) for a in case["articles"]}


def written(case: Mapping[str, Any]) -> list[Claim]:
    """The claims that a person wrote."""
    return [Claim.model_validate(c) for c in case["claims"]]


def believed(case: Mapping[str, Any]) -> list[CheckedClaim]:
    """The claims that a person wrote, each value supported, with the names that verification resolves."""
    documents = documents_of(case)
    found = {c.id: c for c in verify_claims(written(case), documents.values(), EVENT)}
    checked = as_checked(written(case), {d.id: d.text for d in documents.values()})
    return [
        claim.model_copy(
            update={
                "fields": {
                    name: tuple(
                        value.model_copy(update={"resolved": value.resolved or known.resolved})
                        for value, known in zip(values, found[claim.id].fields[name], strict=True)
                    )
                    for name, values in claim.fields.items()
                }
            }
        )
        for claim in checked
    ]


def wanted(case: Mapping[str, Any]) -> list[Told]:
    """The casualty events of the case's own groups."""
    documents = documents_of(case)
    views = {name: TextView.of(d) for name, d in documents.items()}
    checked = believed(case)
    options, roles = LinkOptions(), roles_of(EVENT)
    mentions = {c.id: mention_of(c, views, roles, options.places) for c in checked}
    nodes = {}
    for event in case["events"]:
        first, *others = sorted((mentions[c] for c in event["claims"]), key=lambda m: (m.document, m.at, m.id))
        node = node_of(first, GroupKind(event["kind"]))
        for mention in others:
            absorb(node, node_of(mention, node.kind), None)
        nodes[event["name"]] = node
    for event in case["events"]:
        node, parts = nodes[event["name"]], [nodes[p] for p in event["parts"]]
        node.parts.extend(parts)
        dated = [p.days for p in parts if p.days is not None]
        if node.days is None and dated:
            node.days = (min(d[0] for d in dated), max(d[1] for d in dated))
    linked = Linked(groups=as_groups(nodes.values(), options))
    return told(fuse_events(linked, checked, list(documents.values()), EVENT))


def made(case: Mapping[str, Any], way: str) -> list[CheckedClaim]:
    """The checked claims of a case, by the way they are made."""
    documents = documents_of(case)
    if way == "supported":
        return believed(case)
    if way == "verified":
        return verify_claims(written(case), documents.values(), EVENT)
    results = extract_documents(documents.values(), RunOptions(strategy="reader"))
    return [claim for result in results for claim in result.claims]


def fits(one: Told, other: Told, options: LinkOptions) -> bool:
    """Is `other` the event `one`, rightly counted? A place or date that no claim of the case states may be anything."""
    if (one.articles, one.figures) != (other.articles, other.figures) or one.kind is not other.kind:
        return False
    days, theirs = parse_interval(one.date), parse_interval(other.date)
    if days and (not theirs or gap(days, theirs) > 0):
        return False
    if one.place is None or other.place is None:
        return one.place is None
    places, others = one.place.split(" + "), other.place.split(" + ")
    return all(any(options.places.match(a, b).relation.value in TOUCH for b in others) for a in places)


def score(case: Mapping[str, Any], way: str) -> tuple[int, list[Told], list[Told]]:
    """How many casualty events are right, those missed, those too many."""
    options = LinkOptions()
    _, events = merge_claims(made(case, way), documents_of(case), EVENT)
    found, missed, right = told(events), [], 0
    for want in wanted(case):
        hit = next((f for f in found if fits(want, f, options)), None)
        if hit is None:
            missed.append(want)
        else:
            found.remove(hit)
            right += 1
    return right, missed, found


def main() -> None:
    """Print a row a case and the sums."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--verbose", action="store_true", help="say what is missed and what is too many")
    parser.add_argument("--only", help="cases whose name contains this")
    parser.add_argument("--way", choices=("supported", "verified", "read"), help="one way only")
    parser.add_argument("--json", action="store_true", help="print the table as JSON")
    chosen = parser.parse_args()
    ways = [chosen.way] if chosen.way else ["supported", "verified", "read"]
    cases = [p for p in CASES if not chosen.only or chosen.only in p.stem]
    table: dict[str, dict[str, str]] = {}
    right = dict.fromkeys(ways, 0)
    events = {way: [0, 0, 0] for way in ways}
    for path in cases:
        case, row = load(path), {}
        for way in ways:
            hits, missed, extra = score(case, way)
            row[way] = (
                "right" if not missed and not extra else f"{hits} right, {len(missed)} missed, {len(extra)} extra"
            )
            right[way] += not missed and not extra
            events[way] = [a + b for a, b in zip(events[way], (hits, len(missed), len(extra)), strict=True)]
            if chosen.verbose:
                for name, items in (("missed", missed), ("extra", extra)):
                    for item in items:
                        print(f"{path.stem} {way} {name}: {item}")
        table[path.stem] = row
    if chosen.json:
        print(json.dumps({"cases": table, "right": right, "of": len(cases)}, indent=1))
        return
    for name, row in table.items():
        print(f"{name:28}", " ".join(f"{row[way]:28}" for way in ways))
    print(f"{'cases right of ' + str(len(cases)):28}", " ".join(f"{right[way]:<28}" for way in ways))
    print(f"{'events right/missed/extra':28}", " ".join(f"{'/'.join(map(str, events[way])):28}" for way in ways))


if __name__ == "__main__":
    main()
