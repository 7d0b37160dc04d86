"""The events of one article against those known so far: put to each other one to one.

Where an article reports several events of one city and day, each may be like each of another article's. They are
assigned so that the whole fits best, and two that an article tells apart are never one event of another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.linkage.assignment import assign
from extractor.linkage.blocks import Blocks, Judged
from extractor.linkage.compare import compare
from extractor.linkage.evidence import Evidence
from extractor.linkage.nodes import Node
from extractor.linkage.options import LinkOptions

_JOINED = 1.0  # what joining is worth besides how well it fits, so that as many as fit find their event


def settle_article(nodes: Sequence[Node], blocks: Blocks, options: LinkOptions) -> None:
    """Let the events of one article join those that are the same, or stand alone; `nodes` are the surest first."""
    judged = {id(node): blocks.judge(node) for node in nodes}
    for rivals in _rivals(nodes, judged, options):
        if len(rivals) > 1:
            _settle_rivals(rivals, judged, blocks, options)
        else:
            blocks.settle(rivals[0], judged[id(rivals[0])])


def _fitting(node: Node, judged: Judged, options: LinkOptions) -> dict[int, tuple[Node, Evidence]]:
    limit = options.talk_threshold if node.talk else options.threshold
    return {o.number: (o, e) for o, e in judged if not e.forbidden and e.score >= limit}


def _rivals(nodes: Sequence[Node], judged: dict[int, Judged], options: LinkOptions) -> Iterator[list[Node]]:
    """The nodes in sets, each of those that fit a common event, directly or through others; in their order."""
    sets: list[tuple[list[Node], set[int]]] = []
    for node in nodes:
        fit = set(_fitting(node, judged[id(node)], options))
        joined: list[Node] = []
        for members, numbers in [s for s in sets if s[1] & fit]:
            joined += members
            fit |= numbers
        sets = [s for s in sets if not s[1] & fit]
        sets.append(([*joined, node], fit))
    place = {id(node): n for n, node in enumerate(nodes)}
    ordered = [sorted(members, key=lambda n: place[id(n)]) for members, _ in sets]
    yield from sorted(ordered, key=lambda members: place[id(members[0])])


def _settle_rivals(nodes: list[Node], judged: dict[int, Judged], blocks: Blocks, options: LinkOptions) -> None:
    fitting = [_fitting(node, judged[id(node)], options) for node in nodes]
    columns = sorted({number for fit in fitting for number in fit})
    worth = [
        [fit[c][1].score + fit[c][1].likeness - options.threshold + _JOINED if c in fit else None for c in columns]
        for fit in fitting
    ]
    chosen = assign(worth)
    taken = {columns[c]: node for node, c in zip(nodes, chosen, strict=True) if c is not None}
    for node, fit, column in zip(nodes, fitting, chosen, strict=True):
        mine = None if column is None else columns[column]
        # What goes to another event of its article is none of its choices, unless the two may be one.
        told = {n for n in fit if n != mine and n in taken and _apart(node, taken[n], options)}
        left = [(o, e) for o, e in judged[id(node)] if o.number not in told]
        if mine is not None:
            other, evidence = fit[mine]
            evidence.reasons.append("choice: all events of its article taken together, it fits this one best")
            rest = [(o, e) for o, e in left if o.number == mine or o.number not in taken]
            blocks.settle(node, rest, first=other)
        else:
            blocks.settle(node, left)


def _apart(one: Node, other: Node, options: LinkOptions) -> bool:
    """Does their article report two events: by its claimant's keys, by a contradiction, or by figures that exclude?"""
    found = compare(one, other, options)
    return found.forbidden or found.clash
