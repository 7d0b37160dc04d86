"""The groups of one article while it is read, and what a total over several of them is."""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.linkage.blocks import link
from extractor.linkage.days import gap, show
from extractor.linkage.evidence import Evidence
from extractor.linkage.kinds import compatible
from extractor.linkage.mentions import Mention
from extractor.linkage.nodes import Node, absorb, node_of
from extractor.linkage.options import LinkOptions
from extractor.linkage.places import PlaceRelation
from extractor.records.groups import GroupKind, Relation

HELD = frozenset({PlaceRelation.SAME, PlaceRelation.CONTAINS})
COVERS = frozenset({PlaceRelation.SAME, PlaceRelation.CONTAINS, PlaceRelation.INSIDE})


@dataclass(slots=True)
class Article:
    """The groups of one article."""

    options: LinkOptions
    lead_is_past: bool = False
    events: list[Node] = field(default_factory=list)
    totals: list[Node] = field(default_factory=list)
    others: list[Node] = field(default_factory=list)  # talk and background
    lent: list[Node] = field(default_factory=list)  # claims of no place whose sentence names one, for other articles
    settled: list[tuple[int, str, Mention, Node]] = field(default_factory=list)  # physical claims, in text order

    def node(self, mention: Mention, kind: GroupKind = GroupKind.EVENT) -> Node:
        """A group of one claim of this article."""
        node = node_of(mention, kind, self.options.window, self.options.lasting_window)
        if self.lead_is_past:
            # The whole article looks back ("Ten years ago today"): its own day says nothing about the undated claims.
            node.past, node.soft = False, None
        return node

    def current(self, mention: Mention) -> list[Node]:
        """The occurrences that are the news of the day and of a kind with `mention`, in text order."""
        return [n for n in self.events if not n.past and min(compatible(mention.kind, k) for k in n.kinds) > 0]

    def join(self, node: Node, mention: Mention, reason: str) -> None:
        """Put a claim into a group for a reason that lies in the article."""
        single = self.node(mention, node.kind)
        if mention.days is None:
            single.soft = None
        evidence = Evidence(score=self.options.threshold, reasons=[f"article: {reason}"])
        absorb(node, single, link(node, single, Relation.SAME, evidence))
        self.settle(mention, node)

    def settle(self, mention: Mention, node: Node) -> None:
        """Note which group a claim is in, so that the claims after it can lean on it."""
        insort(self.settled, (mention.at, mention.id, mention, node), key=lambda entry: entry[:2])

    def open(self, mention: Mention, kind: GroupKind = GroupKind.EVENT) -> Node:
        """Start a group with a claim."""
        node = self.node(mention, kind)
        (self.totals if kind is GroupKind.AGGREGATE else self.events).append(node)
        self.settle(mention, node)
        return node


def sums(mention: Mention, parts: list[Node]) -> bool:
    """Is the claim about several of `parts` together: a figure above each of theirs, or words in the plural?"""
    comparable = False
    for figure in mention.figures:
        numbers = [[n for f, n in part.numbers if f == figure.field] for part in parts]
        known = [max(n) for n in numbers if n]
        if known and figure.number <= max(known):
            return False
        comparable = comparable or bool(known)
    return comparable or mention.cues.many or (not mention.figures and mention.cues.plural)


def new_total(article: Article, mention: Mention, parts: list[Node]) -> None:
    """Start a total with a claim; what the claim does not say of places and days its parts say."""
    total = article.open(mention, GroupKind.AGGREGATE)
    total.parts.extend(parts)
    if not mention.many:
        total.places = list(dict.fromkeys(p for part in parts for p in part.places[:1]))
    dated = [part.days for part in parts if part.days is not None]
    if total.days is None and dated:
        total.days = (min(d[0] for d in dated), max(d[1] for d in dated))


_SLIP = 2  # days that a misread date may be off


def days_clash(one: Node, other: Node) -> bool:
    """Are both dated, without a day in common? A day or two apart is a slip when they say the same figure."""
    if one.days is None or other.days is None:
        return False
    slip = _SLIP if same_number(one, other) else 0
    return gap(one.days, other.days) > slip


def slip_said(one: Node, other: Node) -> str:
    """What to say of two totals' days that do not meet; empty when they do."""
    if one.days is None or other.days is None or gap(one.days, other.days) == 0:
        return ""
    return f"; {show(one.days)} and {show(other.days)} with one figure: a day is taken for misread"


def same_number(one: Node, other: Node) -> bool:
    """Do two groups say one figure, of ten or more?"""
    return any(number >= _TELLING for _, number in one.numbers.keys() & other.numbers.keys())


_TELLING = 10


def lies_in(node: Node, places: Sequence[str], options: LinkOptions) -> bool:
    """Is the group at or inside one of `places`?"""
    return any(options.places.match(a, b).relation in HELD for a in places for b in node.places)


def same_places(one: Node, other: Node, options: LinkOptions) -> bool:
    """Do two totals sum up the same places? Each place of either has its match in the other."""

    def covered(mine: list[str], theirs: list[str]) -> bool:
        return all(any(options.places.match(a, b).relation in COVERS for b in theirs) for a in mine)

    return bool(one.places) and covered(one.places, other.places) and covered(other.places, one.places)
