"""Claims for the linkage tests: gold annotations and own cases, taken as checked and supported."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from extractor.linkage import LinkOptions, link_claims
from extractor.linkage.days import parse_interval
from extractor.records import CheckedClaim, CheckedValue, Claim, ClaimedValue, Span, Status, Verdict
from extractor.records.groups import Linked
from extractor.registry import load_schema
from extractor.segments import TextView
from extractor.values.place.place import Place
from extractor.values.schema import Values
from extractor.values.valuetype import Reading
from extractor.values.when.when import When

TESTS = Path(__file__).resolve().parent
GOLD = TESTS / "gold"
CASES = sorted((TESTS / "clusters").glob("*.json"))
# What the seeds themselves state (001 and 004 are dated); the others have no date of their own.
PUBLISHED = {"001_42162530b0eeb0ce": date(2016, 2, 22), "004_60ee8e7632c820bc": date(2016, 2, 22)}
SUPPORTED = Verdict(status=Status.SUPPORTED, reason="gold")


class _Place(Place):
    """A reader of places by capitals after a preposition: enough for the own cases."""

    def read(self, view: TextView, start: int, end: int) -> list[Reading]:
        return [
            Reading(m.start(1), m.end(1), ClaimedValue(value=m[1], quote=m[1]))
            for m in NAME.finditer(view.text, start, end)
            if m[1].split()[0] not in DAYS
        ]


NAME = re.compile(r"\b(?:[Ii]n|near|outside|off|hit|of|at) ((?:[A-Z]\w+)(?:[ -][A-Z]\w+)*)")
DAYS = {
    *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March"),
    *(
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Cyclone",
        "Shiite",
        "One",
    ),
}


class _When(When):
    """A reader of dates that reads none: the own cases are dated by their values."""

    def read(self, view: TextView, start: int, end: int) -> list[Reading]:
        del view, start, end
        return []


class Event(load_schema()):
    """The event schema, with these readers of places and dates."""

    place: Annotated[Values, _Place()] = ()
    date: Annotated[Values, _When()] = ()


def _span(text: str, quote: str | None, start: int | None) -> Span | None:
    if quote is None:
        return None
    at = start if start is not None and text[start : start + len(quote)] == quote else text.find(quote)
    return Span(start=at, end=at + len(quote)) if at >= 0 else None


def as_checked(claims: Iterable[Claim], texts: Mapping[str, str]) -> list[CheckedClaim]:
    """The claims with every value supported, its span where the quote stands, dates resolved to themselves."""
    checked = []
    for claim in claims:
        text = texts.get(claim.document, "")
        fields = {
            name: tuple(
                CheckedValue(
                    claimed=value,
                    span=_span(text, value.quote, value.start),
                    verdict=SUPPORTED,
                    resolved=str(value.value) if name == "date" and parse_interval(str(value.value)) else None,
                )
                for value in values
            )
            for name, values in claim.fields.items()
        }
        first = claim.fields["event_type"][0].start if "event_type" in claim.fields else None
        checked.append(
            CheckedClaim(
                id=claim.id,
                document=claim.document,
                quote=claim.quote,
                span=_span(text, claim.quote, first),
                fields=fields,
            )
        )
    return checked


def gold_texts() -> dict[str, str]:
    return {p.stem: p.read_bytes().decode("utf-8") for p in _seeds()}


def _seeds() -> list[Path]:
    return sorted((TESTS.parent / "seeds").glob("*.txt"))


def gold_claims() -> list[Claim]:
    return [
        Claim.model_validate_json(line)
        for line in (GOLD / "seeds_claims.jsonl").read_text(encoding="utf-8").splitlines()
    ]


def gold_input() -> tuple[list[CheckedClaim], dict[str, TextView]]:
    texts = gold_texts()
    views = {doc: TextView(text, PUBLISHED.get(doc), None, doc) for doc, text in texts.items()}
    return as_checked(gold_claims(), texts), views


def case_input(case: Mapping[str, Any]) -> tuple[list[CheckedClaim], dict[str, TextView]]:
    texts = {a["id"]: a["text"] for a in case["articles"]}
    views = {
        a["id"]: TextView(a["text"], date.fromisoformat(a["published"]) if a["published"] else None, None, a["id"])
        for a in case["articles"]
    }
    return as_checked([Claim.model_validate(c) for c in case["claims"]], texts), views


def load(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def link_case(case: Mapping[str, Any], options: LinkOptions | None = None) -> Linked:
    claims, views = case_input(case)
    return link_claims(claims, views, Event, options)


def differences(case: Mapping[str, Any], linked: Linked) -> list[str]:
    """What linkage got otherwise than the case says; empty when all is right."""
    found = {tuple(g.claims): g for g in linked.groups}
    wrong = []
    ids = {}
    for event in case["events"]:
        group = found.pop(tuple(sorted(event["claims"])), None)
        if group is None:
            wrong.append(f"no group is {event['name']}: {sorted(event['claims'])}")
            continue
        ids[event["name"]] = group
        if group.kind.value != event["kind"]:
            wrong.append(f"{event['name']} is {group.kind.value}, not {event['kind']}")
    wrong += [f"group {g.id} is no event of the case: {list(g.claims)}" for g in found.values()]
    wrong += [f"{claim} is in no group: {why}" for claim, why in linked.unlinked]
    for event in case["events"]:
        if event["name"] in ids:
            wanted = sorted(ids[p].id for p in event["parts"] if p in ids)
            if sorted(ids[event["name"]].parts) != wanted:
                wrong.append(f"{event['name']} has parts {list(ids[event['name']].parts)}, not {wanted}")
    return wrong
