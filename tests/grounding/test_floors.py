"""The quality that grounding has reached is pinned: cases are made anew from the texts, without any peer installed.

A floor is lowered only together with a reason in its `why`, and the hash says which texts it was measured on.
"""

import hashlib
import importlib
import json
from pathlib import Path

import pytest

from extractor.grounding import Locator

ROOT = Path(__file__).parents[2]
FLOORS = json.loads((ROOT / "benchmarks" / "grounding_floors.json").read_text(encoding="utf-8"))


def _maker(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    return importlib.import_module("grounding_cases")


def _texts(folder):
    return [p.read_text(encoding="utf-8") for p in sorted((ROOT / folder).glob("*.txt"))]


def _overlap(place, case):
    low, high = max(place[0], case.start), min(place[1], case.end)
    return max(0, high - low) / (max(place[1], case.end) - min(place[0], case.start))


@pytest.fixture(scope="module", params=sorted(FLOORS["folders"]))
def measured(request):
    with pytest.MonkeyPatch.context() as patch:
        make = _maker(patch).make
    texts = _texts(request.param)
    digest = hashlib.sha256("\0".join(texts).encode()).hexdigest()
    assert digest == FLOORS["folders"][request.param]["sha256"], "the texts changed: measure again and pin the new hash"
    locators = [Locator(t) for t in texts]
    counts = {}
    for seed in FLOORS["seeds"]:
        for case in make(texts, seed):
            span = locators[case.text].locate(case.quote)
            if case.group == "false":
                hit = span is not None
            else:
                places = [(span.start, span.end), *span.others] if span else []
                hit = any(_overlap(p, case) >= FLOORS["overlap"] for p in places)
            for key in (case.group, f"false/{case.kind}" if case.group == "false" else case.group + "/all"):
                hits, total = counts.get(key, (0, 0))
                counts[key] = (hits + hit, total + 1)
    return FLOORS["folders"][request.param], counts


@pytest.mark.parametrize("group", ["exact", "typography", "edited"])
def test_true_quotes_are_located(measured, group):
    floors, counts = measured
    hits, total = counts[group]
    assert total >= floors["least_cases"]
    assert hits / total >= floors[group]


def test_false_quotes_are_refused(measured):
    floors, counts = measured
    hits, total = counts["false"]
    assert total >= floors["least_cases"]
    assert hits / total <= floors["false"]


@pytest.mark.parametrize(
    "kind", ["digit", "cut number", "spelt number", "number added", "name", "negated", "denied", "affirmed"]
)
def test_no_changed_number_name_or_negation(measured, kind):
    _, counts = measured
    assert counts.get(f"false/{kind}", (0, 0))[0] == 0
