"""The place of two groups as evidence that they are one event."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product

from extractor.linkage.compare_figures import clash_of, telling_toll
from extractor.linkage.evidence import Evidence
from extractor.linkage.nodes import Node
from extractor.linkage.options import LinkOptions
from extractor.linkage.places import PlaceRelation, fold

RANK = {
    PlaceRelation.SAME: (3.0, 4),
    PlaceRelation.CONTAINS: (2.0, 3),
    PlaceRelation.INSIDE: (2.0, 3),
    PlaceRelation.NEAR: (1.0, 2),
    PlaceRelation.UNKNOWN: (0.5, 1),
}


_LOOSE = frozenset({PlaceRelation.CONTAINS, PlaceRelation.INSIDE, PlaceRelation.UNKNOWN})
STRANGERS = -2.25  # two names of which no one knows how they lie: two villages, more often than one place


@dataclass(frozen=True, slots=True, order=True)
class _Match:
    """How two names stand to each other; the higher, the closer they are."""

    rank: int
    weight: float
    relation: PlaceRelation = field(compare=False)
    reason: str = field(compare=False)
    broad: bool = field(compare=False)


def judge_place(one: Node, other: Node, options: LinkOptions, found: Evidence) -> None:
    """Whether the places agree, and how closely."""
    if not one.places or not other.places:
        _unplaced(one, other, options, found)
        return
    best: _Match | None = None
    apart: str | None = None
    rivals: str | None = None
    for a, b in product(one.places, other.places):
        match = options.places.match(a, b)
        relation = match.relation
        if relation is PlaceRelation.DIFFERENT:
            if not _told_fuller(a, b, one, other, options):
                apart = apart or match.reason
                if rivals is None and not (_is_among(a, other, options) or _is_among(b, one, options)):
                    rivals = match.reason
            continue
        known = relation is not PlaceRelation.UNKNOWN or found.same_people or telling_toll(one, other)
        known = known or _names_other(a, other) or _names_other(b, one)
        weight, rank = RANK[relation]
        broad = relation in _LOOSE and _one_broad(a, b, options)
        if broad:
            weight = 0.5
        elif relation is PlaceRelation.UNKNOWN:
            weight = 0.0 if known else STRANGERS
        new = _Match(rank, weight, relation, match.reason, broad)
        best = new if best is None or new > best else best
    one_more_name = (
        best is not None and best.relation is PlaceRelation.SAME and rivals is None and _one_toll(one, other)
    )
    if apart is not None and not one_more_name:
        found.forbid(f"place: {rivals or apart}")
    elif best is not None:
        found.place, found.broad = best.relation, best.broad
        found.add(best.weight, f"place: {best.reason}")


def _names_other(name: str, node: Node) -> bool:
    """Whether the articles of a group name the other's place beside what they report: a street of their town."""
    return fold(name.partition(",")[0]) in node.venues


def _is_among(name: str, node: Node, options: LinkOptions) -> bool:
    """Whether a node names the same place; two names of which neither side has both are rivals, not one more name."""
    return any(options.places.match(name, p).relation is PlaceRelation.SAME for p in node.places)


def _one_toll(one: Node, other: Node) -> bool:
    """Do both give one figure above one, and none that excludes another? Then one more name is not another place."""
    return any(number > 1 for _, number in one.numbers.keys() & other.numbers.keys()) and clash_of(one, other) is None


def _unplaced(one: Node, other: Node, options: LinkOptions, found: Evidence) -> None:
    """One names no place. A place that it claims without the words bearing it out can keep it apart, never join it."""
    for mine, theirs in ((one, other), (other, one)):
        for said in mine.refused if not mine.places else ():
            relations = {options.places.match(said, p).relation for p in theirs.places}
            if PlaceRelation.DIFFERENT in relations:
                found.forbid(f"place: one of them is said to be at {said}")
                return
            if not relations & RANK.keys() - {PlaceRelation.UNKNOWN}:
                found.add(STRANGERS, f"place: one of them is said to be at {said}, which the words do not bear out")
                return
    if not any(n.refused and not n.places for n in (one, other)):
        found.add(0.5, "place: one of them names none")


def _told_fuller(a: str, b: str, one: Node, other: Node, options: LinkOptions) -> bool:
    """Does a group name the same place more fully, so that it does agree?

    "Sayyida Zeinab" alone is not seen to lie in Damascus, "Sayyida Zeinab, Damascus" is.
    """

    def relation(x: str, y: str) -> PlaceRelation:
        return options.places.match(x, y).relation

    def fuller(x: str, y: str) -> bool:
        return len(options.places.keys(x)) > len(options.places.keys(y)) and relation(x, y) is PlaceRelation.SAME

    return any(fuller(c, a) and relation(c, b) is not PlaceRelation.DIFFERENT for c in one.places) or any(
        fuller(c, b) and relation(a, c) is not PlaceRelation.DIFFERENT for c in other.places
    )


def _one_broad(a: str, b: str, options: LinkOptions) -> bool:
    return options.places.broad(a) or options.places.broad(b)
