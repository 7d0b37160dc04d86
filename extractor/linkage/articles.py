"""One article: which of its claims are about one occurrence, with what stands between the lines carried along.

A claim without a place ("the Observatory said the blasts killed 62") is about what was told last; a headline is about
what the lead is about; a figure over several places is their total and never one of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extractor.linkage.article import Article, days_clash, lies_in, new_total, same_places, slip_said, sums
from extractor.linkage.blocks import Blocks, Judged, link
from extractor.linkage.carrying import settle_loose
from extractor.linkage.claimkind import GENERIC_KINDS
from extractor.linkage.compare_figures import clash_of
from extractor.linkage.compare_talk import shared_people
from extractor.linkage.days import COARSE, Interval, gap
from extractor.linkage.evidence import Evidence
from extractor.linkage.keyed import read_keys
from extractor.linkage.kinds import compatible
from extractor.linkage.mentions import Mention
from extractor.linkage.nodes import Node, absorb
from extractor.linkage.options import LinkOptions
from extractor.linkage.places import PlaceRelation
from extractor.linkage.scene import join_scene
from extractor.linkage.totals import key_totals
from extractor.records.groups import GroupKind, Relation

_CARRY_TALK = 700


def read_article(mentions: Sequence[Mention], options: LinkOptions) -> Article:
    """The groups of one article; the order of `mentions` does not matter."""
    ordered = sorted(mentions, key=lambda m: (m.at, m.id))
    physical = _share_kind([m for m in ordered if not m.talk and not m.background])
    article = Article(options, lead_is_past=bool(physical) and _first_is_past(physical))
    physical = read_keys(article, key_totals(physical, options))
    totals = [m for m in physical if m.many and (m.figures or m.cues.many or m.cues.plural)]
    aside = {m.id for m in totals}
    placed = [m for m in physical if m.places and m.id not in aside and not options.places.broad(m.places[0])]
    _place_events(article, placed)
    for mention in totals:
        _total(article, mention)
    taken = {entry[1] for entry in article.settled}
    for mention in physical:
        if mention.id not in taken:
            settle_loose(article, mention)
    join_scene(article)
    _name_wholes(article)
    _carry_days(article)
    _talk(article, [m for m in ordered if m.talk and not m.background])
    article.others.extend(article.node(m, GroupKind.BACKGROUND) for m in ordered if m.background)
    return article


def _share_kind(physical: list[Mention]) -> list[Mention]:
    """A claim whose words do not state the kind ("the toll rose") is of the kind that its article is about.

    So is one made of a single sentence with a word of another kind ("gunfire erupted", "a fire engine"), where most
    such claims of the article state its kind and nothing marks this one off.
    """
    kinds = {m.kind for m in physical} - GENERIC_KINDS
    if len(kinds) == 1:
        (kind,) = kinds
        return [
            replace(m, kind=kind) if m.kind in GENERIC_KINDS and compatible(m.kind, kind) > 0 else m for m in physical
        ]
    told = Counter(m.kind for m in physical if m.of_passage and m.figures and m.kind not in GENERIC_KINDS)
    kind, most = max(told.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    if most * 2 < sum(told.values()) or most < _SEVERAL:
        return physical
    return [replace(m, kind=kind) if _strays(m, kind) else m for m in physical]


_SEVERAL = 2  # claims that tell what an article is about


def _strays(mention: Mention, kind: str) -> bool:
    """Is its kind one that the article's cannot be, by a word of its sentence only?"""
    apart = mention.cues.past or mention.cues.separate or mention.cues.many or mention.coarse
    return mention.of_passage and bool(mention.figures) and not apart and compatible(mention.kind, kind) == 0


def _first_is_past(physical: list[Mention]) -> bool:
    told = [m for m in physical if not m.headline] or physical
    return told[0].cues.past


def _place_events(article: Article, placed: list[Mention]) -> None:
    """Claims with one place of their own: the closest named first, so that a city finds its districts."""
    model = article.options.places
    blocks = Blocks(article.options, small=True)
    for node in article.events:
        blocks.add(node)
    order = sorted(
        placed,
        key=lambda m: (m.cues.many and bool(m.figures), -len(model.keys(m.places[0])), m.days is None, m.at, m.id),
    )
    for mention in order:
        node = article.node(mention)
        judged = blocks.judge(node)
        inside = _held(node, judged)
        if len(inside) > 1 and sums(mention, inside):
            new_total(article, mention, inside)
            continue
        if len(inside) > 1 and not mention.figures:
            article.join(_nearest(mention, inside), mention, "the nearest of several events that its place holds")
            continue
        group = blocks.settle(node, judged)
        if group is node:
            article.events.append(node)
        article.settle(mention, group)


def _held(node: Node, judged: Judged) -> list[Node]:
    """The article's events that lie in the place of `node` and may be of its day and kind.

    In it, not at it; at it as well when the claim speaks of several ("two shootings in Karachi").
    """
    found = []
    for other, evidence in judged:
        several = node.lead.cues.many and evidence.place is PlaceRelation.SAME
        if not evidence.forbidden and (several or evidence.place is PlaceRelation.CONTAINS):
            found.append(other)
    return found


def _nearest(mention: Mention, nodes: list[Node]) -> Node:
    def distance(node: Node) -> tuple[int, str]:
        return min((abs(m.at - mention.at), m.id) for m in node.members)

    return min(nodes, key=distance)


def _total(article: Article, mention: Mention) -> None:
    """A claim over several places: with the article's total over the same places, or a total of its own."""
    node = article.node(mention, GroupKind.AGGREGATE)
    for total in article.totals:
        if same_places(total, node, article.options) and not days_clash(total, node):
            article.join(total, mention, f"a total over the same places{slip_said(total, node)}")
            return
    parts = [
        n for n in article.current(mention) if lies_in(n, mention.places, article.options) and not days_clash(n, node)
    ]
    new_total(article, mention, parts)


def _name_wholes(article: Article) -> None:
    """Let a total that says one place of its own be an event there with parts, as other articles report it."""
    named: list[Node] = []
    for total in list(article.totals):
        own = [m.places[0] for m in total.members if len(m.places) == 1]
        if not own or any(m.many for m in total.members) or not total.parts:
            continue
        article.totals.remove(total)
        total.places = own[:1]
        again = next((n for n in named if _one_total(n, total, article)), None)
        if again is None:
            total.kind, total.whole = GroupKind.EVENT, True
            named.append(total)
            continue
        evidence = Evidence(score=article.options.threshold, reasons=["article: a total of the same place"])
        absorb(again, total, link(again, total, Relation.SAME, evidence))
    article.events.extend(named)
    article.settled[:] = [(at, name, mention, node.final()) for at, name, mention, node in article.settled]


def _one_total(one: Node, other: Node, article: Article) -> bool:
    """Are both totals of one place and day, without figures that exclude each other?"""
    return same_places(one, other, article.options) and not days_clash(one, other) and clash_of(one, other) is None


def _carry_days(article: Article) -> None:
    """Lend undated events a day of their article: that of the total they are a part of, else the news of the day.

    The news of the day is the one day that the article states within the days it may be reporting on; what it recalls
    from before these days changes nothing. Of several such days it is the one that the article leads with, for what
    is told right after it.
    """
    dated = [n for n in (*article.events, *article.totals) if not n.past and not n.period and _to_the_day(n.days)]
    dated.sort(key=_told_at)
    for whole in (*article.events, *article.totals):
        _lend_along(whole)
    for node in article.events:
        if node.days is None and not node.past and not node.lent:
            news = [n for n in dated if n.days and (node.soft is None or gap(n.days, node.soft) == 0)]
            before = [n for n in news if _told_at(n) < _told_at(node)]
            several = len({n.days for n in news}) > 1
            chosen = news[:1] if not several else [n for n in before[-1:] if n.days == news[0].days]
            for other in chosen:
                _lend(node, other.days)


def _told_at(node: Node) -> tuple[int, str]:
    """Where the group is told first."""
    return min((m.at, m.id) for m in node.members)


def _lend(node: Node, day: Interval | None) -> None:
    if day is not None and _may_be_of(node, day):
        node.soft, node.lent = day, True


def _to_the_day(days: Interval | None) -> bool:
    return days is not None and days[1] - days[0] < COARSE - 1


def _lend_along(whole: Node) -> None:
    """Between a total and the parts that its claimant names: the day of the one that is dated to the other."""
    if not whole.parts or whole.period:
        return
    if whole.days is not None:
        for part in whole.parts if _to_the_day(whole.days) else ():
            if part.days is None and not part.past:
                _lend(part, whole.days)
        return
    days = {part.days for part in whole.parts}
    if len(days) == 1 and not whole.past:
        (day,) = days
        _lend(whole, day if _to_the_day(day) else None)


def _may_be_of(node: Node, day: Interval) -> bool:
    return all(days is None or gap(days, day) == 0 for days in (node.soft, node.said_days))


def _goes_on(mention: Mention, node: Node, before: Node) -> bool:
    """Does a sentence lean on the talk before it: it names nobody, or "he said" with the speaker of before?"""
    if mention.days is not None and before.days is not None and gap(mention.days, before.days) > 0:
        return False
    if not node.people:
        return mention.cues.anaphor
    return mention.cues.speaker and (not mention.sources or bool(shared_people(node, before)))


def _talk(article: Article, mentions: list[Mention]) -> None:
    """Agreements, statements, aid: by who takes part; a sentence with "he" or "the deal" is about the one before."""
    blocks = Blocks(article.options, small=True)
    last: tuple[int, Node] | None = None
    for mention in mentions:
        node = article.node(mention)
        if last is not None and mention.at - last[0] <= _CARRY_TALK and _goes_on(mention, node, last[1]):
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
