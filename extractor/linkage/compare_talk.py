"""Agreements and statements: one event by who takes part."""

from __future__ import annotations

from extractor.linkage.compare_places import RANK
from extractor.linkage.days import gap, show
from extractor.linkage.evidence import Evidence
from extractor.linkage.kinds import compatible
from extractor.linkage.nodes import Node
from extractor.linkage.options import LinkOptions


def judge_talk(one: Node, other: Node, options: LinkOptions, found: Evidence) -> None:
    """Whether two groups are about one agreement, statement or delivery of aid."""
    if min(compatible(a, b) for a in one.kinds for b in other.kinds) == 0.0:
        found.forbid("type: words and deeds are not one event")
        return
    strength = compatible(one.kind_told, other.kind_told)
    found.add(1.5 * strength, f"type: {'/'.join(sorted(one.kinds))} and {'/'.join(sorted(other.kinds))} go together")
    shared = shared_people(one, other)
    if shared:
        found.add(2.5 + 0.5 * (len(shared) - 1), f"actors: both name {', '.join(shared[:3])}")
    elif one.people and other.people and not found.same_words:
        found.forbid("actors: they name nobody in common")
        return
    _talk_day(one, other, found)
    if one.states and other.states:
        same = sorted(one.states.keys() & other.states.keys())
        found.add(0.5 if same else -0.5, f"status: {'both ' + same[0] if same else 'not the same'}")
    if one.places and other.places:
        relation = max(
            RANK.get(options.places.match(a, b).relation, (0.0, 0)) for a in one.places for b in other.places
        )
        found.add(0.5 if relation[1] > 1 else -0.25, f"place: {one.places[0]} and {other.places[0]}")


def _talk_day(one: Node, other: Node, found: Evidence) -> None:
    mine, theirs = one.when, other.when
    if mine is None or theirs is None:
        found.add(1.0, "date: not known for one of them")
    elif gap(mine, theirs) > 3:  # noqa: PLR2004 - talks go on for days
        found.forbid(f"date: {show(mine)} and {show(theirs)} are apart")
    else:
        sure = one.days is not None and other.days is not None
        found.add(2.0 if sure else 1.5, f"date: {show(mine)} and {show(theirs)} agree")


def shared_people(one: Node, other: Node) -> list[str]:
    """Who appears in both groups: the same name, or a surname alone against a full name."""
    found = []
    for a in one.people:
        for b in other.people:
            if a == b or (a.split()[-1] == b.split()[-1] and (" " not in a or " " not in b)):
                found.append(max(a, b, key=lambda n: (len(n), n)))
                break
    return sorted(set(found))
