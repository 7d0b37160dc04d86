"""One scene of one article: events that nothing in the text sets apart are one.

A sentence that says neither day nor place of its own goes on with what its article is about, and a figure carries the
last place named even where that is the hospital or the road on which the suspect was stopped. So places that a claim
borrowed, and dates that it does not have, set nothing apart. What does: another day, something told as earlier, "in a
separate attack", another place in the figure's own words, another key of the claimant, and two claims of one who read
the whole article.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from extractor.linkage.article import Article, days_clash
from extractor.linkage.blocks import link
from extractor.linkage.compare_figures import clash_of, same_toll
from extractor.linkage.evidence import Evidence
from extractor.linkage.kinds import compatible
from extractor.linkage.nodes import Node, absorb
from extractor.linkage.options import LinkOptions
from extractor.linkage.places import PlaceRelation
from extractor.records.groups import Relation

_ONE = frozenset({PlaceRelation.SAME, PlaceRelation.CONTAINS, PlaceRelation.INSIDE, PlaceRelation.NEAR})


def join_scene(article: Article) -> None:
    """Put together the events of an article that its text does not set apart; changes `article.events`."""
    kept: list[Node] = []
    for node in sorted(article.events, key=lambda n: (min(m.at for m in n.members), n.lead.id)):
        fitting = [other for other in kept if told_apart(node, other, article.options) is None]
        if not fitting:
            kept.append(node)
            continue
        home = min(fitting, key=lambda other: _rank(node, other))
        evidence = Evidence(
            score=article.options.threshold, reasons=["article: nothing in it sets the two apart as events"]
        )
        _lend_place(home, node)
        _agree_on_kind(home, node)
        absorb(home, node, link(home, node, Relation.SAME, evidence))
    article.events[:] = [n for n in article.events if n.owner is None]
    for node in article.events:
        _settle_kind(node)
    article.settled[:] = [(at, name, mention, node.final()) for at, name, mention, node in article.settled]


def _rank(node: Node, other: Node) -> tuple[int, int, str]:
    """The event that shares a figure first, then the one told last before."""
    at = min(m.at for m in node.members)
    shared = node.numbers.keys() & other.numbers.keys()
    return (0 if shared else 1), min(abs(m.at - at) for m in other.members), other.lead.id


def told_apart(one: Node, other: Node, options: LinkOptions) -> str | None:
    """Why the text of one article reports two of its groups as two events; `None` when nothing in it does."""
    if one.keys or other.keys or not all(m.of_passage for n in (one, other) for m in n.members):
        return "its claimant, asked about the whole article, tells the two apart"
    if not one.numbers or not other.numbers:
        return "one of them has no figure"
    clash = min(compatible(a, b) for a in one.kinds for b in other.kinds) == 0
    if clash and all(map(_own, (one, other))) and not same_toll(one, other):
        return "type"
    if days_clash(one, other):
        return "date"
    if one.past != other.past or any(_marked(n) for n in (one, other)):
        return "words that mark one off, or tell it as something earlier"
    return _other_place(one, other, options)


def _own(node: Node) -> bool:
    """Does any of its sentences say where or when it was?"""
    return node.days is not None or any(m.places and m.beside for m in node.members)


def _marked(node: Node) -> bool:
    cues = [m.cues for m in node.members if not m.headline]
    return any(c.separate or (c.many and node.numbers) for c in cues)


def _other_place(one: Node, other: Node, options: LinkOptions) -> str | None:
    """Do the figures' own words put them at two places?"""
    mine, theirs = _own_places(one), _own_places(other)
    if mine and theirs and clash_of(one, other) and not one.numbers.keys() & other.numbers.keys():
        return "each says where it was, and their figures cannot both be right"
    relations = {options.places.match(a, b).relation for a in mine for b in theirs}
    if not relations or (PlaceRelation.DIFFERENT not in relations and relations & _ONE):
        return None
    if PlaceRelation.DIFFERENT in relations:
        return f"{mine[0]} and {theirs[0]}"
    return None  # nobody knows how they lie: a street or a hall is named beside its town


def _own_places(node: Node) -> list[str]:
    """The places that appear in the words of a group's own claims."""
    return list(dict.fromkeys(m.places[0] for m in node.members if m.places and m.beside))


_ODD = 3  # a kind told by a third of the claims or fewer


def _settle_kind(node: Node) -> None:
    """A word or two of another kind ("rally", "fire engine") do not change what most claims of one scene report."""
    kind = node.kind_told
    total = len(node.members)
    if node.keys or not node.numbers or node.told.get(kind, 0) * 2 < total:
        return
    node.members[:] = [
        replace(m, kind=kind) if node.told[m.kind] * _ODD <= total or compatible(m.kind, kind) == 0 else m
        for m in node.members
    ]
    node.kinds[:] = list(dict.fromkeys(m.kind for m in node.members))


def _agree_on_kind(home: Node, node: Node) -> None:
    """A highway or a fire engine in a sentence that says no place of its own makes no accident of it."""
    less, more = (node, home) if not _own(node) else (home, node)
    less.members[:] = [
        replace(m, kind=more.kind_told) if compatible(m.kind, more.kind_told) == 0 else m for m in less.members
    ]
    less.kinds[:] = list(dict.fromkeys(m.kind for m in less.members))
    less.told = dict(Counter(m.kind for m in less.members))


def _lend_place(home: Node, node: Node) -> None:
    """Leave the place of the group that goes in where it was borrowed: it is none of the event."""
    for one, other in ((node, home), (home, node)):
        if any(m.beside and m.places for m in other.members):
            one.members[:] = [m if m.beside else replace(m, places=()) for m in one.members]
    node.places = [p for p in node.places if any(p in m.places for m in node.members)]
    home.places = [p for p in home.places if any(p in m.places for m in home.members)]
