"""All articles together: the groups of each, put together over articles, totals with their parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from extractor.linkage.article import Article, days_clash, same_number, same_places, slip_said, sums
from extractor.linkage.articles import read_article
from extractor.linkage.blocks import Blocks, link
from extractor.linkage.compare import compare, told_apart
from extractor.linkage.days import COARSE, gap
from extractor.linkage.evidence import Evidence
from extractor.linkage.keyed import may_hold, reaches
from extractor.linkage.kinds import compatible
from extractor.linkage.mentions import Mention
from extractor.linkage.naming import as_groups
from extractor.linkage.nodes import Node, absorb
from extractor.linkage.options import LinkOptions
from extractor.linkage.places import PlaceRelation
from extractor.linkage.together import settle_article
from extractor.records.groups import GroupKind, Link, Linked, Relation

_HELD = frozenset({PlaceRelation.SAME, PlaceRelation.CONTAINS})


def link_mentions(mentions: Iterable[Mention], options: LinkOptions) -> Linked:
    """Group mentions into events; the same mentions in any order give the same answer."""
    return join_articles(read_articles(mentions, options), options)


def read_articles(mentions: Iterable[Mention], options: LinkOptions) -> list[Article]:
    """The first step: each article by itself, in the order of their ids."""
    return [read_article(group, options) for group in _by_document(mentions)]


def join_articles(articles: Sequence[Article], options: LinkOptions) -> Linked:
    """The second step: the groups of all articles put together."""
    events, sums_found = _events(
        [n for a in articles for n in (*a.events, *a.others) if n.kind is GroupKind.EVENT], options
    )
    _lend([n for a in articles for n in a.lent], events, options)
    totals = _totals([*(n for a in articles for n in a.totals), *sums_found], options)
    background = _background([n for a in articles for n in a.others if n.kind is GroupKind.BACKGROUND], options)
    wholes = [node for node in events.nodes if node.whole]
    _find_parts(totals, events, options)
    for node in wholes:
        _own_parts(node, options)
    parts = {id(p) for t in (*totals, *wholes) for p in t.parts}
    for node in events.nodes:
        if id(node) not in parts and _context(node, options):
            node.kind = GroupKind.BACKGROUND
    groups = as_groups([*events.nodes, *totals, *background], options)
    return Linked(groups=groups, near_misses=_misses(events))


def _context(node: Node, options: LinkOptions) -> bool:
    """Is nothing known of it but a country or nothing: no day, no figure ("Russia is an ally of the government")?"""
    if node.talk or node.days is not None or any(m.counts or m.figures for m in node.members):
        return False
    return all(options.places.broad(p) for p in node.places)


def _by_document(mentions: Iterable[Mention]) -> Iterator[Sequence[Mention]]:
    ordered = sorted(mentions, key=lambda m: (m.document, m.at, m.id))
    for _, group in groupby(ordered, key=lambda m: m.document):
        yield list(group)


def canonical(node: Node, options: LinkOptions) -> tuple[int, int, tuple[int, int], str]:
    """The surest first: dated to the day, to the month, by publication, undated; then the closest place first."""
    if node.days is not None:
        sure = 1 if node.days[1] - node.days[0] >= COARSE - 1 else 0
    else:
        sure = 2 if node.soft is not None else 3
    detail = max((len(options.places.keys(p)) for p in node.places), default=0)
    return sure, -detail, node.when or (0, 0), node.lead.id


def _events(nodes: list[Node], options: LinkOptions) -> tuple[Blocks, list[Node]]:
    """The events over all articles, and the claims that turn out to be a total of several of them."""
    blocks = Blocks(options)
    found: list[Node] = []
    for batch in _batches(nodes, options):
        left = []
        for node in batch:
            parts = _several_parts(node, blocks, options) if _several(node) else []
            if len(parts) > 1:
                node.kind = GroupKind.AGGREGATE
                node.parts.extend(parts)
                found.append(node)
            else:
                left.append(node)
        settle_article(left, blocks, options)
    return blocks, found


def _batches(nodes: list[Node], options: LinkOptions) -> list[list[Node]]:
    """The events of each article, the article with the surest first; those of no day at all come after all others."""
    batches: dict[tuple[bool, bool, str], list[Node]] = {}
    for node in sorted(nodes, key=lambda n: canonical(n, options)):
        together = node.lead.id if node.talk else node.lead.document
        batches.setdefault((node.when is None, _several(node), together), []).append(node)
    return [batch for _, batch in sorted(batches.items(), key=lambda b: (b[0][:2], canonical(b[1][0], options)))]


def _lend(nodes: list[Node], blocks: Blocks, options: LinkOptions) -> None:
    """Claims whose sentence names a place that they do not claim: with an event there, or an event of their own."""
    for node in sorted(nodes, key=lambda n: canonical(n, options)):
        if not _by_its_sentence(node, blocks, options):
            blocks.add(node)


def _by_its_sentence(node: Node, blocks: Blocks, options: LinkOptions) -> bool:
    """Put a group that claims no place with the event where its sentence names, if they share a telling figure."""
    names = node.lead.named
    if node.talk or node.places or not node.numbers or not names or options.places.broad(names[0]):
        return False
    node.places = [names[0]]  # lent for the comparison
    judged = blocks.judge(node)
    node.places = []
    fit = sorted(
        ((o, e) for o, e in judged if not e.forbidden and same_number(node, o) and e.score >= options.threshold),
        key=lambda pair: (-pair[1].score, pair[0].number),
    )
    if not fit or (len(fit) > 1 and fit[0][1].score - fit[1][1].score < options.margin):
        return False
    other, evidence = fit[0]
    evidence.reasons.append(f"place: it claims none, its sentence names {names[0]}")
    absorb(other, node, link(other, node, Relation.SAME, evidence))
    return True


def _several(node: Node) -> bool:
    """Do all its claims speak of several occurrences ("six killed in two shootings in Karachi")?

    A total whose claimant names its parts is linked as what it is, with the totals of other articles.
    """
    return not node.talk and not node.whole and bool(node.numbers) and all(m.cues.many for m in node.members)


def _several_parts(node: Node, blocks: Blocks, options: LinkOptions) -> list[Node]:
    """The events at its place and of its day that its figures are above of: what it sums up, if they are several."""
    sure: list[Node] = []
    likely: list[Node] = []
    for other in blocks.candidates(node):
        evidence = compare(node, other, options)
        if not evidence.forbidden and evidence.place in _HELD and sums(node.lead, [other]):
            (sure if evidence.sure_day else likely).append(other)
    # An undated event counts when an article tells it together with one of that very day.
    told = {document for other in sure for document in other.documents}
    return sure + [other for other in likely if other.when is not None and told & other.documents.keys()]


def _totals(nodes: list[Node], options: LinkOptions) -> list[Node]:
    """Totals over the same places and days are one total."""
    kept: list[Node] = []
    by_key: dict[str, list[Node]] = {}
    for node in sorted(nodes, key=lambda n: canonical(n, options)):
        keys = list(dict.fromkeys(k for p in node.places for k in options.places.keys(p)))
        near = {id(n): n for k in keys for n in by_key.get(k, ())}
        chosen = None
        for other in sorted(near.values(), key=lambda n: n.number):
            if not same_places(node, other, options):
                continue
            when, theirs = node.when, other.when
            undated = not (node.days and other.days)
            far = undated and when and theirs and gap(when, theirs) > 2  # noqa: PLR2004 - days
            if days_clash(node, other) or told_apart(node, other) or far:
                continue
            if min(compatible(a, b) for a in node.kinds for b in other.kinds) == 0.0:
                continue
            chosen = other
            break
        if chosen is None:
            node.number = len(kept)
            kept.append(node)
            for key in keys:
                by_key.setdefault(key, []).append(node)
            continue
        days = slip_said(node, chosen)[2:] or "no contradiction"
        evidence = Evidence(
            score=options.threshold,
            reasons=[
                "place: totals over the same places",
                f"date: {days}",
            ],
        )
        absorb(chosen, node, link(chosen, node, Relation.SAME, evidence))
    return kept


def _background(nodes: list[Node], options: LinkOptions) -> list[Node]:
    """Context is put together only when it has the same words, the same figure, or the same people."""
    kept: list[Node] = []
    by_key: dict[tuple[object, ...], Node] = {}
    for node in sorted(nodes, key=lambda n: canonical(n, options)):
        keys: list[tuple[object, ...]] = [("words", w) for w in node.words]
        keys += [("figure", f, n, tuple(node.places)) for f, n in node.numbers]
        if not node.numbers and node.days is None:
            keys += [("people", tuple(node.people), tuple(node.places)) for _ in (1,) if node.people]
        chosen = next((by_key[k] for k in keys if k in by_key), None)
        if chosen is None:
            node.number = len(kept)
            kept.append(node)
            chosen = node
        else:
            reason = "background: the same words, figure or people"
            absorb(chosen, node, link(chosen, node, Relation.SAME, Evidence(options.threshold, reasons=[reason])))
        for key in keys:
            by_key.setdefault(key, chosen)
    return kept


def _find_parts(totals: list[Node], events: Blocks, options: LinkOptions) -> None:
    """The events a total sums up: those its own article reported, and those of its places and days."""
    for total in totals:
        parts = {p.final().number: p.final() for p in total.parts}
        for event in events.candidates_for(total):
            fits = all(compatible(a, b) > 0 for a in total.kinds for b in event.kinds)
            held = any(options.places.match(a, b).relation in _HELD for a in total.places for b in event.places)
            if held and total.when and event.when and _together(total, event) and fits:
                parts[event.number] = event
        total.parts = [parts[n] for n in sorted(parts)]
        for part in total.parts:
            reason = Evidence(options.threshold, reasons=["total: one of the events that the figure sums up"])
            total.links.append(link(total, part, Relation.PART_OF, reason))


def _own_parts(whole: Node, options: LinkOptions) -> None:
    """Of a total over events that its claimant names: the groups that these are in now, where the text lets them be."""
    told = list(dict.fromkeys(id(p.final()) for p in whole.parts))
    final = {id(p.final()): p.final() for p in whole.parts}
    whole.parts = [final[i] for i in told if final[i] is not whole and may_hold(whole, final[i], options)]
    whole.parts = [p for p in whole.parts if not reaches(p, whole)]
    if not whole.parts:
        whole.whole = False
        return
    whole.kind = GroupKind.AGGREGATE
    for part in whole.parts:
        reason = Evidence(options.threshold, reasons=["total: one of its events, by its claimant or its figures"])
        whole.links.append(link(whole, part, Relation.PART_OF, reason))


def _together(total: Node, event: Node) -> bool:
    when, theirs = total.when, event.when
    return when is not None and theirs is not None and gap(when, theirs) <= (0 if total.days and event.days else 1)


def _misses(events: Blocks) -> tuple[Link, ...]:
    found = {(m.one, m.other): m for n in events.nodes for m in n.near}
    return tuple(found[key] for key in sorted(found))
