"""One article: which of its claims are about one occurrence, with what stands between the lines carried along.

A claim without a place ("the Observatory said the blasts killed 62") is about what was told last; a headline is about
what the lead is about; a figure over several places is their total and never one of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.events import GroupKind, Relation
from extractor.linkage.blocks import Blocks, link
from extractor.linkage.compare import Evidence, compare
from extractor.linkage.days import COARSE, gap
from extractor.linkage.kinds import compatible
from extractor.linkage.mentions import GENERIC_KINDS, Mention
from extractor.linkage.nodes import Node, absorb, node_of
from extractor.linkage.options import LinkOptions
from extractor.linkage.places import PlaceRelation

_CARRY = 4000  # code points over which a claim leans on the one before
_CARRY_TALK = 700
_HELD = frozenset({PlaceRelation.SAME, PlaceRelation.CONTAINS})


@dataclass(slots=True)
class Article:
    """The groups of one article, and the claims that stay outside with the reason."""

    options: LinkOptions
    lead_is_past: bool = False
    events: list[Node] = field(default_factory=list)
    totals: list[Node] = field(default_factory=list)
    others: list[Node] = field(default_factory=list)  # talk and background
    unlinked: list[tuple[str, str]] = field(default_factory=list)
    settled: list[tuple[Mention, Node]] = field(default_factory=list)  # physical claims with their group

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
        self.settled.append((mention, node))

    def open(self, mention: Mention, kind: GroupKind = GroupKind.EVENT) -> Node:
        """Start a group with a claim."""
        node = self.node(mention, kind)
        (self.totals if kind is GroupKind.AGGREGATE else self.events).append(node)
        self.settled.append((mention, node))
        return node


def read_article(mentions: Sequence[Mention], options: LinkOptions) -> Article:
    """The groups of one article; the order of `mentions` does not matter."""
    ordered = sorted(mentions, key=lambda m: (m.at, m.id))
    physical = [m for m in ordered if not m.talk and not m.background]
    _share_kind(physical)
    article = Article(options, lead_is_past=bool(physical) and _first_is_past(physical))
    totals = [m for m in physical if m.many and (m.figures or m.cues.many or m.cues.plural)]
    aside = {m.id for m in totals}
    placed = [m for m in physical if m.places and m.id not in aside and not options.places.broad(m.places[0])]
    _place_events(article, placed)
    for mention in totals:
        _total(article, mention)
    taken = {m.id for m, _ in article.settled}
    for mention in physical:
        if mention.id not in taken:
            _loose(article, mention)
    _carry_days(article)
    _talk(article, [m for m in ordered if m.talk and not m.background])
    article.others.extend(article.node(m, GroupKind.BACKGROUND) for m in ordered if m.background)
    return article


def _share_kind(physical: list[Mention]) -> None:
    """A claim whose words do not tell the kind ("the toll rose") is of the kind that its article is about."""
    kinds = {m.kind for m in physical} - GENERIC_KINDS
    if len(kinds) == 1:
        (kind,) = kinds
        for mention in physical:
            if mention.kind in GENERIC_KINDS and compatible(mention.kind, kind) > 0:
                mention.kind = kind


def _first_is_past(physical: list[Mention]) -> bool:
    told = [m for m in physical if not m.headline] or physical
    return told[0].cues.past


def _place_events(article: Article, placed: list[Mention]) -> None:
    """Claims with one place of their own: the closest named first, so that a city finds the districts told of."""
    model = article.options.places
    blocks = Blocks(article.options, small=True)
    order = sorted(
        placed,
        key=lambda m: (m.cues.many and bool(m.figures), -len(model.keys(m.places[0])), m.days is None, m.at, m.id),
    )
    for mention in order:
        node = article.node(mention)
        inside = _held(article, node)
        if len(inside) > 1 and sums(mention, inside):
            _new_total(article, mention, inside)
            continue
        if len(inside) > 1 and not mention.figures:
            article.join(_nearest(mention, inside), mention, "the nearest of several events that its place holds")
            continue
        group = blocks.settle(node)
        if group is node:
            article.events.append(node)
        article.settled.append((mention, group))


def _held(article: Article, node: Node) -> list[Node]:
    """The article's events that lie in the place of `node` and may be of its day and kind.

    In it, not at it; at it as well when the claim speaks of several ("two shootings in Karachi").
    """
    found = []
    for other in article.events:
        evidence = compare(node, other, article.options)
        several = node.lead.cues.many and evidence.place is PlaceRelation.SAME
        if not evidence.forbidden and (several or evidence.place is PlaceRelation.CONTAINS):
            found.append(other)
    return found


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


def _nearest(mention: Mention, nodes: list[Node]) -> Node:
    def distance(node: Node) -> tuple[int, str]:
        return min((abs(m.at - mention.at), m.id) for m in node.members)

    return min(nodes, key=distance)


def _new_total(article: Article, mention: Mention, parts: list[Node]) -> None:
    total = article.open(mention, GroupKind.AGGREGATE)
    total.parts.extend(parts)
    if not mention.many:
        total.places = list(dict.fromkeys(p for part in parts for p in part.places[:1]))
    dated = [part.days for part in parts if part.days is not None]
    if total.days is None and dated:
        total.days = (min(d[0] for d in dated), max(d[1] for d in dated))


def _total(article: Article, mention: Mention) -> None:
    """A claim over several places: with the article's total over the same places, or a total of its own."""
    node = article.node(mention, GroupKind.AGGREGATE)
    for total in article.totals:
        if same_places(total, node, article.options) and not _days_clash(total, node):
            article.join(total, mention, "a total over the same places")
            return
    parts = [
        n for n in article.current(mention) if _lies_in(n, mention.places, article.options) and not _days_clash(n, node)
    ]
    _new_total(article, mention, parts)


def _days_clash(one: Node, other: Node) -> bool:
    return one.days is not None and other.days is not None and gap(one.days, other.days) > 0


def _lies_in(node: Node, places: tuple[str, ...] | list[str], options: LinkOptions) -> bool:
    return any(PlaceRelation(options.places.match(a, b).relation.value) in _HELD for a in places for b in node.places)


_COVERS = frozenset({PlaceRelation.SAME, PlaceRelation.CONTAINS, PlaceRelation.INSIDE})


def same_places(one: Node, other: Node, options: LinkOptions) -> bool:
    """Do two totals sum up the same places? Each place of either has its match in the other."""

    def covered(mine: list[str], theirs: list[str]) -> bool:
        return all(
            any(PlaceRelation(options.places.match(a, b).relation.value) in _COVERS for b in theirs) for a in mine
        )

    return bool(one.places) and covered(one.places, other.places) and covered(other.places, one.places)


def _loose(article: Article, mention: Mention) -> None:
    """A claim without a place of its own, or with a whole country for a place."""
    if mention.rejected_place is not None:
        _rejected(article, mention)
        return
    total = _its_total(article, mention)
    if total is not None:
        article.join(total, mention, "the total of this article, by its figure or its words")
        return
    current = article.current(mention)
    if len(current) > 1 and _is_sum(mention, current):
        _new_total(article, mention, current[-2:] if mention.cues.pair else current)
        return
    if mention.places:
        _broad(article, mention, current)
        return
    before = _before(article, mention)
    if before is not None:
        article.join(before, mention, "it names no place and follows on what was told before")
    elif mention.cues.separate or mention.cues.past or not current:
        _alone(article, mention)
    else:
        shared = [n for n in current if any((f.field, f.number) in n.numbers for f in mention.figures)]
        article.join((shared or current)[0], mention, "a headline or lead without a place, for the event told first")


def _is_sum(mention: Mention, current: list[Node]) -> bool:
    if mention.cues.many:
        return True
    return (mention.headline or bool(mention.places)) and bool(mention.figures) and sums(mention, current)


def _its_total(article: Article, mention: Mention) -> Node | None:
    mine = {(f.field, f.number) for f in mention.figures}
    for total in article.totals:
        if min(compatible(mention.kind, k) for k in total.kinds) == 0:
            continue
        if mine & total.numbers.keys() or (
            mention.cues.many and not any(f.field in total.ranges for f in mention.figures)
        ):
            return total
    if mention.cues.many and mine and len(article.totals) == 1 and len(article.current(mention)) < 2:  # noqa: PLR2004 - a sum has two parts
        return article.totals[0]
    return None


def _broad(article: Article, mention: Mention, current: list[Node]) -> None:
    """A country: the only event of the article that may lie in it, else a group of its own."""
    node = article.node(mention)
    fitting = [n for n in current if not compare(node, n, article.options).forbidden]
    if len(fitting) == 1 and not mention.cues.past:
        article.join(fitting[0], mention, "the only event of the article that may lie in that country")
    else:
        article.open(mention)


def _rejected(article: Article, mention: Mention) -> None:
    before = _before(article, mention)
    name = mention.rejected_place or ""
    if before is not None and _agrees(before, name, article.options):
        article.join(before, mention, "the place before it is the one it names without words for it")
    else:
        article.unlinked.append(
            (mention.id, f"its place ({name}) is not supported by the words, so no event can be told")
        )


def _agrees(node: Node, name: str, options: LinkOptions) -> bool:
    return any(PlaceRelation(options.places.match(name, p).relation.value) in _COVERS for p in node.places)


def _before(article: Article, mention: Mention) -> Node | None:
    """The group that was told of last before `mention`, if the claim can lean on it."""
    if mention.cues.separate or (mention.cues.past and not article.lead_is_past):
        return None
    best: tuple[int, str, Node] | None = None
    for other, node in article.settled:
        if not 0 < mention.at - other.at <= _CARRY and not (mention.at == other.at and other.id < mention.id):
            continue
        if not _leans_on(mention, node):
            continue
        if best is None or (other.at, other.id) > best[:2]:
            best = (other.at, other.id, node)
    return best[2] if best else None


_ALIKE = 0.7  # how well the kinds must go together for a claim to lean on the one before


def _leans_on(mention: Mention, node: Node) -> bool:
    strength = min(compatible(mention.kind, k) for k in node.kinds)
    if strength < (1 if node.past else _ALIKE):
        return False
    if mention.days is None:
        return True
    if node.when is None:
        # Its date would become the event's: only a toll with a day of its own may do that.
        return bool(mention.figures) and not mention.coarse
    return gap(mention.days, node.when) == 0


def _alone(article: Article, mention: Mention) -> None:
    if mention.figures or mention.days or mention.actors:
        article.open(mention)
    else:
        article.unlinked.append((mention.id, "no supported value says where, when, who or how many"))


def _carry_days(article: Article) -> None:
    """An undated event of an article that tells of one day only is taken to be of that day."""
    days = {
        n.days
        for n in (*article.events, *article.totals)
        if not n.past and n.days and n.days[1] - n.days[0] < COARSE - 1
    }
    if len(days) != 1:
        return
    (day,) = days
    for node in article.events:
        if node.days is None and not node.past and (node.soft is None or gap(node.soft, day) == 0):
            node.soft = day


def _talk(article: Article, mentions: list[Mention]) -> None:
    """Agreements, statements, aid: by who takes part; a sentence with "he" or "the deal" is about the one before."""
    blocks = Blocks(article.options, small=True)
    last: tuple[int, Node] | None = None
    for mention in mentions:
        node = article.node(mention)
        if not node.people and mention.cues.anaphor and last is not None and mention.at - last[0] <= _CARRY_TALK:
            group = last[1]
            evidence = Evidence(
                score=article.options.talk_threshold, reasons=["article: it leans on the sentence before"]
            )
            absorb(group, node, link(group, node, Relation.SAME, evidence))
        else:
            group = blocks.settle(node)
            if group is node:
                article.others.append(node)
        last = (mention.at, group)
