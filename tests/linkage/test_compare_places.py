"""Places as evidence: a name beside a shared one is one name more, two names beside it are rivals."""

from __future__ import annotations

import pytest

from extractor.linkage.compare_places import judge_place
from extractor.linkage.evidence import Evidence
from extractor.linkage.mentions import Figure, Mention
from extractor.linkage.nodes import node_of
from extractor.linkage.options import LinkOptions
from extractor.records.groups import GroupKind


def judged(one: tuple[str, ...], other: tuple[str, ...], killed: int) -> Evidence:
    found = Evidence()
    nodes = []
    for at, (name, places) in enumerate((("a", one), ("b", other))):
        figure = Figure("killed", killed, killed, killed)
        nodes.append(node_of(Mention(name, name, at, places=places, figures=(figure,)), GroupKind.EVENT))
        nodes[-1].places = list(places)
    judge_place(nodes[0], nodes[1], LinkOptions(), found)
    return found


@pytest.mark.parametrize("swapped", [False, True])
def test_one_name_more_joins_where_the_toll_is_one(swapped):
    names = (("Mosul",), ("Mosul", "Basra"))
    assert not judged(*(names[::-1] if swapped else names), killed=31).forbidden
    assert judged(*(names[::-1] if swapped else names), killed=1).forbidden


@pytest.mark.parametrize("swapped", [False, True])
def test_rivals_beside_a_shared_name_keep_apart_and_are_the_reason(swapped):
    names = (("Mosul", "Basra"), ("Mosul", "Erbil"))
    found = judged(*(names[::-1] if swapped else names), killed=31)
    assert found.forbidden
    assert "Basra" in found.reasons[-1]
    assert "Erbil" in found.reasons[-1]
