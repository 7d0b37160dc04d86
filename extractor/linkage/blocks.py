"""Which groups are worth comparing: those that share a place key (or a participant) and a span of days, or a sentence.

Groups are offered one after the other in a fixed order, the surest first, and each joins the best group that agrees
with it as a whole. A newcomer is compared with groups, never with claims, so the work grows with the number of claims
times the number of *events* in a block.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from extractor.linkage.compare import compare
from extractor.linkage.compare_figures import TOLL
from extractor.linkage.evidence import Evidence
from extractor.linkage.kinds import SLOW
from extractor.linkage.nodes import Node, absorb
from extractor.linkage.options import LinkOptions
from extractor.linkage.places import PlaceRelation
from extractor.records.groups import Link, Relation

_BUCKET = 8  # days
_REACH = 3  # days a date may be off
_SLOW_REACH = 24  # from both sides: an outbreak is counted for weeks
_CROWD = 200  # groups of one place that an undated newcomer is compared with; beyond, only those with its figure
_CROWD_OF_ONE = 64  # the same within one article
_FIGURES = 8  # figures of a group that make its tolls

Key = tuple[object, ...]
Judged = list[tuple[Node, Evidence]]


class Blocks:
    """The groups so far, found by what a newcomer shares with them."""

    def __init__(self, options: LinkOptions, *, small: bool = False) -> None:
        self.small = small  # one article: compare with every group
        self.options = options
        self.nodes: list[Node] = []
        self._by_key: dict[Key, dict[int, None]] = {}

    def add(self, node: Node) -> None:
        """Let the groups that follow find this one."""
        node.number = len(self.nodes)
        self.nodes.append(node)
        self._file(node, node.number)

    def _file(self, node: Node, number: int) -> None:
        for key in self._keys(node):
            self._by_key.setdefault(key, {})[number] = None

    def _names(self, node: Node) -> list[str]:
        if node.talk:
            return [name.split()[-1] for name in node.people]
        return list(dict.fromkeys(key for place in node.places for key in self.options.places.keys(place)))

    def _keys(self, node: Node) -> Iterator[Key]:
        for name in self._names(node):
            yield (node.talk, name)
            for bucket in _buckets(node):
                yield (node.talk, name, bucket)
            for field, number in node.numbers:
                yield (node.talk, name, field, number)
        for words in node.words:
            yield ("words", words)
        for mark in (*node.parties, *node.venues):
            yield ("mark", mark)
        yield from _tolls(node)

    def candidates(self, node: Node) -> list[Node]:
        """The groups worth comparing with `node`, in the order they came."""
        if self.small and len(self.nodes) <= _CROWD:
            return [n for n in self.nodes if n.kind is node.kind]
        found: dict[int, None] = {}
        for words in node.words:
            found.update(self._by_key.get(("words", words), {}))
        for mark in (*node.parties, *node.venues):
            marked = self._by_key.get(("mark", mark), {})
            found.update(marked if len(marked) <= _CROWD else {})
        for toll in _tolls(node):
            found.update(self._by_key.get(toll, {}))
        for name in self._names(node):
            if node.when is not None:
                for bucket in _buckets(node):
                    found.update(self._by_key.get((node.talk, name, bucket), {}))
                continue
            crowd = self._by_key.get((node.talk, name), {})
            if len(crowd) <= (_CROWD_OF_ONE if self.small else _CROWD):
                found.update(crowd)
            else:
                for field, number in node.numbers:
                    found.update(self._by_key.get((node.talk, name, field, number), {}))
        return [self.nodes[number] for number in sorted(found) if self.nodes[number].kind is node.kind]

    def candidates_for(self, total: Node) -> list[Node]:
        """The events that share a place key and a span of days with a total."""
        found: dict[int, None] = {}
        for name in self._names(total):
            for bucket in _buckets(total):
                found.update(self._by_key.get((False, name, bucket), {}))
        return [self.nodes[number] for number in sorted(found)]

    def judge(self, node: Node) -> Judged:
        """The evidence for `node` being the same as each group worth comparing."""
        return [(other, compare(node, other, self.options)) for other in self.candidates(node)]

    def settle(self, node: Node, judged: Judged | None = None, first: Node | None = None) -> Node:
        """Let `node` join the best group that agrees with it, or stand alone; returns the group it is in now.

        `judged` is what `judge` gave, when the caller has it; `None` asks anew. `first` is the group chosen for it, of
        those that agree.
        """
        if judged is None:
            judged = self.judge(node)
        limit = self.options.talk_threshold if node.talk else self.options.threshold
        fit = sorted(
            ((o, e) for o, e in judged if not e.forbidden and e.score >= limit),
            key=lambda p: (p[0] is not first, -p[1].score - p[1].likeness, p[0].number),
        )
        chosen = fit[0] if fit else None
        if chosen is not None and not chosen[1].sure_day and not chosen[1].same_words:
            # Without a day of its own a claim must fit one event clearly better than the next.
            best = chosen[1].score + chosen[1].likeness
            others = fit if node.talk else [pair for pair in judged if not pair[1].forbidden]
            near = ((o, e) for o, e in others if e.score + e.likeness > best - self.options.margin)
            rivals = sorted(near, key=lambda p: (-p[1].score - p[1].likeness, p[0].number))
            if len(rivals) > 1:
                chosen = _told_before(node, rivals) if self.small else None
        node.near.extend(_near(node, judged, chosen, limit, self.options.explain))
        if chosen is None:
            self.add(node)
            return node
        other, evidence = chosen
        self._file(node, other.number)
        absorb(other, node, link(other, node, Relation.SAME, evidence))
        return other


def _tolls(node: Node) -> Iterator[Key]:
    """The whole tolls of a group and its days: names of one place in two scripts share no key, their dead may."""
    figures = sorted(key for key in node.numbers if key[1] > 0)[:_FIGURES]
    for one, other in combinations(figures, 2):
        if one[0] != other[0] and one[1] + other[1] >= TOLL:
            for bucket in _buckets(node):
                yield ("toll", one, other, bucket)


def _told_before(node: Node, rivals: list[tuple[Node, Evidence]]) -> tuple[Node, Evidence] | None:
    """Of several events of its article, the one reported last before a claim without a day, if its figures agree."""
    at = node.lead.at

    def last(pair: tuple[Node, Evidence]) -> int:
        return max((m.at for m in pair[0].members if m.at <= at), default=-1)

    nearest = max(rivals, key=lambda pair: (last(pair), -pair[0].number))
    if last(nearest) < 0 or nearest[1].clash or node.lead.cues.separate:
        return None
    nearest[1].reasons.append("article: told right after it")
    return nearest


def _buckets(node: Node) -> range:
    when = node.when
    if when is None:
        return range(0)
    reach = _SLOW_REACH if {*node.kinds} <= SLOW else _REACH
    return range((when[0] - reach) // _BUCKET, (when[1] + reach) // _BUCKET + 1)


def link(one: Node, other: Node, relation: Relation, evidence: Evidence) -> Link:
    """The record of a decision, between the claims that represent the two groups."""
    return Link(
        one=one.lead.id,
        other=other.lead.id,
        relation=relation,
        score=round(evidence.score, 2),
        reasons=tuple(evidence.reasons),
    )


_CLOSE = frozenset({PlaceRelation.SAME, PlaceRelation.CONTAINS, PlaceRelation.INSIDE})


def _near(
    node: Node, judged: list[tuple[Node, Evidence]], chosen: tuple[Node, Evidence] | None, limit: float, keep: int
) -> list[Link]:
    """The groups that `node` nearly joined: same place but a contradiction, or evidence just too weak, or a tie."""
    close = []
    for other, evidence in judged:
        if chosen is not None and other is chosen[0]:
            continue
        if evidence.forbidden and not (evidence.place in _CLOSE or evidence.same_words):
            continue
        if not evidence.forbidden and evidence.score < limit - 1.5:
            continue
        close.append((other, evidence))
    close.sort(key=lambda p: (-p[1].score, p[0].number))
    for _, evidence in close[:keep]:
        if evidence.forbidden:
            continue
        if evidence.score < limit:
            evidence.reasons.append(f"score: {evidence.score:.1f} of the {limit:.1f} that one event needs")
        elif chosen is None:
            evidence.reasons.append("choice: several events fit it about as well, so it is put with none")
        else:
            evidence.reasons.append("choice: another event fits it better")
    return [link(other, node, Relation.APART, evidence) for other, evidence in close[:keep]]
