"""Within an article, what nothing in the text sets apart is one event; names speak for one event across articles."""

from __future__ import annotations

from datetime import date

import pytest

from extractor.linkage.articles import read_article
from extractor.linkage.compare import compare
from extractor.linkage.cues import Cues
from extractor.linkage.mentions import Figure, Mention
from extractor.linkage.nodes import node_of
from extractor.linkage.options import LinkOptions
from extractor.records.groups import GroupKind

DAY = date(2020, 5, 4).toordinal()


def told(name: str, number: int, document: str = "a", field: str = "injured", **more: object) -> Mention:
    """A claim of a shooting with one figure."""
    figure = Figure(field, number, number, number)
    values = {"at": int(name) * 100, "kind": "violence", "published": DAY, "figures": (figure,)} | more
    return Mention(id=f"{document}-{name}", document=document, **values)  # type: ignore[arg-type]


LEAD = told("1", 5, places=("Tyler, Texas, United States",), days=(DAY, DAY))
CASES = {
    "a borrowed hospital": (told("2", 2, places=("Mercy Hospital, Longview",), beside=False), 1),
    "another town in its own words": (told("2", 2, places=("Longview, Texas, United States",)), 2),
    "a road crash of the fleeing suspect": (told("2", 1, kind="road"), 1),
    "another day": (told("2", 2, days=(DAY - 9, DAY - 9)), 2),
    "marked off as another": (told("2", 2, cues=Cues(separate=True)), 2),
    "told as something earlier": (told("2", 2, cues=Cues(past=True)), 2),
}


@pytest.mark.parametrize("case", CASES)
def test_events_of_one_article(case: str) -> None:
    other, wanted = CASES[case]
    for order in ([LEAD, other], [other, LEAD]):
        assert len(read_article(order, LinkOptions()).events) == wanted


NAMES = {
    "a victim and a figure": ({"parties": ("anna hall",)}, 3, True),
    "a victim, no figure in common": ({"parties": ("anna hall",)}, 4, False),
    "a street alone": ({"venues": ("old mill road",)}, 3, False),
    "a street and a bar, with a figure": ({"venues": ("old mill road", "blue door bar")}, 3, True),
    "nobody": ({}, 3, False),
}


@pytest.mark.parametrize("case", NAMES)
def test_names_speak_for_one_event_of_two_articles(case: str) -> None:
    """A later report with a date misread by weeks is joined by who was hurt, not by a street."""
    names, number, wanted = NAMES[case]
    one = node_of(told("1", 3, places=("Tyler",), days=(DAY, DAY), **names), GroupKind.EVENT)
    other = node_of(told("1", number, "b", places=("Tyler",), days=(DAY + 40, DAY + 40), **names), GroupKind.EVENT)
    found = compare(one, other, LinkOptions())
    assert (not found.forbidden and found.score >= LinkOptions().threshold) is wanted
