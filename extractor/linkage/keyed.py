"""What a claimant says belongs together within an article: its keys, held against the text.

Claims with one key are one event, claims with different keys are two, unless the text contradicts; `parts` make a total
of the event. A claim that the text sets apart from the others of its key is linked as if it had none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractor.linkage.article import Article, lies_in, same_number
from extractor.linkage.blocks import link
from extractor.linkage.compare import compare
from extractor.linkage.compare_figures import TELLING
from extractor.linkage.days import gap, show
from extractor.linkage.kinds import LASTING, VIOLENCE, compatible
from extractor.linkage.mentions import Figure, Mention
from extractor.linkage.nodes import Node, absorb
from extractor.linkage.options import LinkOptions
from extractor.linkage.places import GENERIC, PlaceRelation, fold
from extractor.records import key_window
from extractor.records.groups import GroupKind, Relation, Standing


def read_keys(article: Article, physical: Sequence[Mention]) -> list[Mention]:
    """Put the claims that carry a key into the events that their claimant reports; returns the claims left to link."""
    by_key: dict[str, list[Mention]] = {}
    left: list[Mention] = []
    for mention in physical:
        if mention.event is None:
            left.append(mention)
        else:
            by_key.setdefault(mention.event, []).append(mention)
    nodes: dict[str, Node] = {}
    said: dict[str, set[str]] = {}
    for key, told in by_key.items():
        elsewhere = [m for other, theirs in by_key.items() if other != key for m in theirs]
        kept, apart = consistent(told, elsewhere, article.options)
        left.extend(replace(m, event=None, parts=(), expelled=key) for m in apart)
        several = next((m for m in kept if m.many and (m.figures or m.cues.many or m.cues.plural)), None)
        kept.sort(key=lambda m: m is not several)
        node = article.open(kept[0], GroupKind.AGGREGATE if several else GroupKind.EVENT)
        for mention in kept[1:]:
            article.join(node, mention, "its claimant tells it as the same event")
        nodes[key] = _retold(node, nodes.values(), article) or node
        said[key] = {part for m in kept for part in m.parts}
    article.events = [node for node in article.events if node.owner is None]
    for key in sorted(nodes):
        parts = [nodes[p] for p in sorted(said[key] & nodes.keys()) if nodes[p] is not nodes[key]]
        _sum_up(nodes[key], parts, article.options)
    return sorted(left, key=lambda m: (m.at, m.id))


def _retold(node: Node, before: Iterable[Node], article: Article) -> Node | None:
    """The event before it that all but its key says it is, which it joins: a place, a day and a telling figure.

    Of keys that were said in different windows of a long article no figure need tell: nobody told the two apart.
    """
    for other in before:
        told = same_number(node, other) or not _one_window(node, other)
        if other.owner is None and other.kind is node.kind and told:
            found = compare(node, other, article.options)
            if not found.forbidden and found.score >= article.options.threshold:
                absorb(other, node, link(other, node, Relation.SAME, found))
                article.settled = [(at, i, m, other if n is node else n) for at, i, m, n in article.settled]
                return other
    return None


def _one_window(one: Node, other: Node) -> bool:
    """Were keys of both said by somebody who read the same stretch of the article?"""
    mine, theirs = ({key_window(key) for _, key in node.keys} for node in (one, other))
    return bool(mine & theirs)


def _sum_up(node: Node, parts: Sequence[Node], options: LinkOptions) -> None:
    """Make a total of the group over those of `parts` that the text lets it contain."""
    node.parts.extend(p for p in parts if may_hold(node, p, options) and not reaches(p, node))
    node.whole = bool(node.parts) and node.kind is GroupKind.EVENT


def reaches(start: Node, goal: Node) -> bool:
    """Is one group part of another, or of a part of it?"""
    return start is goal or any(reaches(part, goal) for part in start.parts)


def may_hold(whole: Node, part: Node, options: LinkOptions) -> bool:
    """Can the whole contain the part: by its place, its day and its figures?"""
    if min(compatible(a, b) for a in whole.kinds for b in part.kinds) == 0:
        return False
    if whole.days is not None and part.days is not None and gap(whole.days, part.days) > 1:
        return False  # a night's attacks are told of the next day
    if any(
        part.ranges[name][0] > whole.ranges[name][1] or _above(part, whole, name)
        for name in whole.ranges.keys() & part.ranges.keys()
    ):
        return False
    return (
        not whole.places
        or not part.places
        or lies_in(part, whole.places, options)
        or _named_in(part, whole)
        or not _elsewhere(whole, part, options)
    )


def _named_in(part: Node, whole: Node) -> bool:
    """Does the whole's place name the part's, as "Buni Yadi and Chinene" does?"""
    told = [f" {fold(place)} " for place in whole.places]
    names = [" ".join(w for w in fold(p.partition(",")[0]).split() if w not in GENERIC) for p in part.places]
    return any(name and f" {name} " in words for name in names for words in told)


def _above(part: Node, whole: Node, name: str) -> bool:
    """Is the part's highest number above the highest of the whole, bounds aside?"""
    mine, theirs = (max(n for f, n in node.numbers if f == name) for node in (part, whole))
    return mine > theirs


def _elsewhere(whole: Node, part: Node, options: LinkOptions) -> bool:
    relations = {options.places.match(a, b).relation for a in whole.places for b in part.places}
    return relations == {PlaceRelation.DIFFERENT}


def consistent(
    told: Sequence[Mention], elsewhere: Sequence[Mention], options: LinkOptions
) -> tuple[list[Mention], list[Mention]]:
    """The claims of one key that the text lets be one event, and those it sets apart from them.

    `elsewhere` are the article's claims with other keys: a figure that is theirs and not its own key's moves a claim.

    Whom the fewest of the others contradict comes first, so that one wrong key among several is the one set apart.
    """
    against = {
        m.id: sum(contradiction(m, other, options) is not None for other in told if other is not m) for m in told
    }
    kept: list[Mention] = []
    apart: list[Mention] = []
    moved = {m.id for m in told if _misplaced(m, told, elsewhere, options)}
    for mention in sorted(told, key=lambda m: (m.id in moved, against[m.id], m.days is None, not m.places, m.at, m.id)):
        clash = any(contradiction(mention, other, options) is not None for other in kept)
        clash = clash or (bool(kept) and mention.id in moved)
        (apart if clash else kept).append(mention)
    return kept, apart


def _misplaced(mention: Mention, told: Sequence[Mention], elsewhere: Sequence[Mention], options: LinkOptions) -> bool:
    """Is its exact telling figure one that claims of another key state, and not one that those of its own key allow?"""
    for figure in mention.figures:
        if not _exact(figure) or figure.number < TELLING:
            continue
        own = [f for m in told if m is not mention for f in m.figures if f.field == figure.field]
        if not own or any(f.low <= figure.number <= f.high for f in own):
            continue
        for other in elsewhere:
            if contradiction(mention, other, options) is None and any(
                (f.field, f.number) == (figure.field, figure.number) for f in other.figures
            ):
                return True
    return False


def contradiction(one: Mention, other: Mention, options: LinkOptions) -> str | None:
    """Why two claims of one article cannot be of one event though they share a key; `None` when they can."""
    if compatible(one.kind, other.kind) == 0:
        return f"type: {one.kind} and {other.kind}"
    lasting = {one.kind, other.kind} <= LASTING
    if _sure(one.date_standing, other.date_standing) and one.days and other.days:
        if gap(one.days, other.days) > 0 and not lasting:
            return f"date: {show(one.days)} and {show(other.days)}"
        if one.period != other.period and VIOLENCE & {one.kind, other.kind} and "siege" not in (one.kind, other.kind):
            return "date: one tells a stretch of days"
    places = [options.places.match(a, b).relation for a in one.places for b in other.places]
    if set(places) == {PlaceRelation.DIFFERENT} and _sure(one.place_standing, other.place_standing):
        return f"place: {one.places[0]} and {other.places[0]}"
    if PlaceRelation.SAME in places and (one.described == other.described or one.described & other.described):
        return None
    return _figures_exclude(one, other) if places or one.sources else None


def _sure(*standings: Standing) -> bool:
    return all(s is Standing.CONFIRMED for s in standings)


def _figures_exclude(one: Mention, other: Mention) -> str | None:
    """Does one source give two exact figures of one field, at what is not one place?"""
    if not set(one.sources) & set(other.sources) and (one.sources or other.sources):
        return None
    for mine in one.figures:
        for theirs in other.figures:
            if mine.field == theirs.field and _exact(mine) and _exact(theirs) and mine.number != theirs.number:
                return f"figures: {mine.number} and {theirs.number} {mine.field}"
    return None


def _exact(figure: Figure) -> bool:
    return figure.low == figure.high
