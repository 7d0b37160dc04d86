"""The figures of two groups as evidence that they are one event."""

from __future__ import annotations

from extractor.linkage.evidence import Evidence
from extractor.linkage.kinds import VIOLENCE
from extractor.linkage.nodes import Node

_ROUND = 1.3  # high over low of a rounded figure; wider is no figure
TELLING = 10  # a smaller number is often the same by chance
TOLL = 4  # dead and injured together: fewer are often the same by chance


def judge_figures(one: Node, other: Node, found: Evidence) -> None:
    """Whether they say one figure, and whether both can be right."""
    shared = sorted(key for key in one.numbers if key in other.numbers and key[1] > 1)
    if shared:
        found.same_figure = True
        field_name, number = max(shared, key=lambda key: (key[1], key[0]))
        found.add(1.5 if number >= TELLING else 0.75, f"figures: both say {number} {field_name}")
        if any(set(one.numbers[key]) & set(other.numbers[key]) for key in shared):
            found.add(0.5, "figures: from the same source")
        if telling_toll(one, other):
            found.add(1.0, "figures: the whole toll is the same")
        return
    if rounded := _rounded(one, other) or _rounded(other, one):
        found.add(1.0, rounded)
        return
    clash = clash_of(one, other)
    if clash and not _agree(one, other) and not _rises(one, other):
        found.clash = True
        found.add(-0.25, f"figures: what they say of {clash} cannot both be right")


def _rounded(one: Node, other: Node) -> str | None:
    """Does one group round what the other counts: "around 60" for 57? Only telling numbers, nothing contradicted."""
    if clash_of(one, other):
        return None
    for field_name, number in sorted(other.numbers, key=lambda key: (-key[1], key[0])):
        low, high = one.ranges.get(field_name, (0, 0))
        if number >= TELLING and low < high and low <= number <= high <= low * _ROUND:
            return f"figures: {number} {field_name} is within what the other rounds"
    return None


def _rises(one: Node, other: Node) -> bool:
    """Is what the later article says the higher in every field? A toll of a disaster does that."""
    if VIOLENCE & {*one.kinds, *other.kinds}:
        return False
    days = [max((m.published for m in n.members if m.published is not None), default=None) for n in (one, other)]
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return False
    early, late = (one, other) if days[0] < days[1] else (other, one)
    shared = early.ranges.keys() & late.ranges.keys()
    return bool(shared) and all(early.ranges[name][0] <= late.ranges[name][0] for name in shared)


def _agree(one: Node, other: Node) -> bool:
    """Is there a field of which both can be right?"""
    return any(
        max(one.ranges[name][0], other.ranges[name][0]) <= min(one.ranges[name][1], other.ranges[name][1])
        for name in one.ranges.keys() & other.ranges.keys()
    )


def clash_of(one: Node, other: Node) -> str | None:
    """The first field of which the two groups cannot both be right."""
    for name in sorted(one.ranges.keys() & other.ranges.keys()):
        mine, theirs = one.ranges[name], other.ranges[name]
        if max(mine[0], theirs[0]) > min(mine[1], theirs[1]):
            return name
    return None


def same_toll(one: Node, other: Node) -> bool:
    """Do both give the same two figures of different fields, one of them above one, and nothing that contradicts?"""
    shared = one.numbers.keys() & other.numbers.keys()
    fields = {name for name, number in shared if number > 0}
    return len(fields) > 1 and any(number > 1 for _, number in shared) and not clash_of(one, other)


def telling_toll(one: Node, other: Node) -> bool:
    """Do two articles give the same whole toll, of so many people that it is hardly chance?"""
    if one.documents.keys() & other.documents.keys() or not same_toll(one, other):
        return False
    return sum(number for _, number in one.numbers.keys() & other.numbers.keys()) >= TOLL


def one_voice(one: Node, other: Node, name: str) -> bool:
    """Do the two groups have their figures of a field from a common source, or both from the article itself?"""
    mine, theirs = ({s for (f, _), told in n.numbers.items() if f == name for s in told} for n in (one, other))
    return bool(mine & theirs) or not (mine or theirs)


def other_numbers(one: Node, other: Node) -> bool:
    """Do they say numbers of a common field, and none in common?"""
    fields = {f for f, _ in one.numbers} & {f for f, _ in other.numbers}
    return bool(fields) and not one.numbers.keys() & other.numbers.keys()
