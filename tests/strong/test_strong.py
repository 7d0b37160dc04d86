"""The judge, linkage and fusion on the kit of this folder: no worse than pinned, and wrong only where it is known."""

from __future__ import annotations

import json

import pytest
import scoring

PINNED = json.loads(scoring.FLOORS.read_text(encoding="utf-8"))
REPIN = "if this is meant, run `python tests/strong/scoring.py --write` and say in the commit what moved"


@pytest.fixture(scope="module")
def measured():
    return scoring.measured()


def test_the_floors_are_those_of_this_kit(measured):
    assert measured["kit_sha256"] == PINNED["kit_sha256"], f"the kit has changed; {REPIN}"
    assert measured["of"] == PINNED["of"]


def test_every_quote_stands_in_its_article_and_every_name_is_known():
    kit = scoring.kit()
    article = {claim.id: claim.document for claim in kit.claims}
    quotes = [(c.document, v.quote) for c in kit.claims for values in c.fields.values() for v in values]
    quotes += [(article[plant["claim"]], plant["value"]["quote"]) for plant in kit.plants]
    assert [(name, quote) for name, quote in quotes if quote not in kit.documents[name].text] == []
    assert sorted(name for gold in kit.gold for name in gold["claims"]) == sorted(article)
    assert len({plant["id"] for plant in kit.plants}) == len(kit.plants)


@pytest.mark.parametrize("name", PINNED["at_least"])
def test_what_is_right_does_not_fall(measured, name):
    assert measured["at_least"][name] >= PINNED["at_least"][name]


@pytest.mark.parametrize("name", PINNED["at_most"])
def test_what_is_wrong_does_not_rise(measured, name):
    assert measured["at_most"][name] <= PINNED["at_most"][name]


def test_no_believed_toll_is_in_no_event():
    assert scoring.unlinked() == []


@pytest.mark.parametrize("what", PINNED["known_wrong"])
def test_wrong_is_what_is_known_to_be_wrong(measured, what):
    now, known = measured["known_wrong"][what], PINNED["known_wrong"][what]
    failing = {key: now[key] for key in now if key not in known}
    passing = {key: known[key] for key in known if key not in now}
    changed = {key: (known[key], now[key]) for key in now if key in known and now[key] != known[key]}
    assert (failing, passing, changed) == ({}, {}, {}), f"newly wrong, newly right, wrong in another way; {REPIN}"
