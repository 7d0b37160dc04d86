"""Claims without a place of their own: what they lean on in their article.

"The Observatory said the blasts killed 62" is about what was told last, a headline about what the lead is about.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from extractor.linkage.article import COVERS, Article, new_total, sums
from extractor.linkage.claimplaces import describing
from extractor.linkage.compare import compare
from extractor.linkage.days import COARSE, gap
from extractor.linkage.kinds import compatible
from extractor.linkage.mentions import Mention
from extractor.linkage.nodes import Node
from extractor.linkage.options import LinkOptions
from extractor.linkage.places import PlaceRelation
from extractor.records.groups import GroupKind

_CARRY = 4000  # code points over which a claim leans on the one before
_LOOK_BACK = 100  # claims
_ALIKE = 0.7  # how well the kinds must go together for that


def settle_loose(article: Article, mention: Mention) -> None:
    """A claim without a place of its own, or with a whole country for a place."""
    if mention.rejected_place is not None:
        _rejected(article, mention)
        return
    named = [n for n in mention.named if not article.options.places.broad(n)]
    if not named and len(_distinct(mention.named, article.options)) > 1:
        named = list(mention.named)  # several countries
    if named:
        _named(article, mention, named)
        return
    current = article.current(mention)
    if _of_several(article, mention, current):
        return
    if mention.places:
        _broad(article, mention, current)
        return
    before = _before(article, mention)
    if before is not None:
        article.join(before, mention, "it names no place and follows on what was told before")
        return
    _lead(article, mention, current)


def _of_several(article: Article, mention: Mention, current: list[Node]) -> bool:
    """Is the claim about several occurrences together? Then it is put with their total."""
    total = _its_total(article, mention)
    if total is not None:
        article.join(total, mention, "the total of this article, by its figure or its words")
        return True
    current = [n for n in current if _may_contain(mention, n, article.options)]
    if len(current) > 1 and _is_sum(mention, current):
        new_total(article, mention, current[-2:] if mention.cues.pair else current)
    elif mention.cues.pair and current and sums(mention, current):
        new_total(article, mention, current)  # of two, and the claims tell one of them only
    else:
        return False
    return True


def _lead(article: Article, mention: Mention, current: list[Node]) -> None:
    """A headline or lead without a place: the event told first that it does not contradict, if any."""
    fitting = None
    if not mention.cues.separate and not mention.cues.past:
        mine = {(f.field, f.number) for f in mention.figures}
        node = article.node(mention)
        shared = [n for n in current if mine & n.numbers.keys()]
        fitting = next(
            (n for n in (*shared, *current)[:_LOOK_BACK] if _may_be(node, n, mention, article.options)), None
        )
    if fitting is None:
        article.open(mention)
    else:
        article.join(fitting, mention, "a headline or lead without a place, for the event told first")


def _may_be(node: Node, other: Node, mention: Mention, options: LinkOptions) -> bool:
    if mention.named and not any(_agrees(other, name, options) for name in mention.named):
        return False
    return not compare(node, other, options).forbidden


def _may_contain(mention: Mention, node: Node, options: LinkOptions) -> bool:
    """May the claim be a total over the event: of its days and a place around it, where it says so?

    The dead of another country, of 2013 or of a spring are not a total of today's attacks.
    """
    if mention.told_past or (mention.coarse and not mention.kind_lasts):
        return False
    if mention.days is not None and node.when is not None and gap(mention.days, node.when) > 0:
        return False
    relations = {options.places.match(a, b).relation for a in mention.places for b in node.places}
    return relations != {PlaceRelation.DIFFERENT}


def _is_sum(mention: Mention, current: list[Node]) -> bool:
    if mention.cues.past and not mention.cues.many:
        return False
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
    shared = any((f.field, f.number) in n.numbers for n in fitting for f in mention.figures)
    leans = mention.headline or mention.days is None or shared  # "in the north on Sunday" may be another event
    if len(fitting) == 1 and leans and not mention.cues.past:
        article.join(fitting[0], mention, "the only event of the article that may lie in that country")
    else:
        article.open(mention)


def _rejected(article: Article, mention: Mention) -> None:
    """A claim whose place the words do not bear out: with the event before it if that is where it says, else alone."""
    before = _before(article, mention)
    name = mention.rejected_place or ""
    told = describing(name)
    elsewhere = told and before is not None and not told & before.described.keys()
    if before is not None and not elsewhere and _agrees(before, name, article.options):
        article.join(before, mention, "the place before it is the one it names without words for it")
    else:
        article.open(mention)


def _named(article: Article, mention: Mention, named: list[str]) -> None:
    """A claim that says no place though its sentence does: with the article's event there, and with no other."""
    there = article.node(replace(mention, places=(named[0],)))
    fitting = [
        n
        for n in article.current(mention)
        if all(_agrees(n, name, article.options) for name in named) and _told_there(there, n, article.options)
    ]
    total = _its_total(article, mention)
    if total is not None and any(_agrees(total, name, article.options) for name in named):
        article.join(total, mention, "the total of this article, by its figure or its words")
    elif len(fitting) == 1:
        article.join(fitting[0], mention, f"it says no place, its sentence names {named[0]}")
    else:
        article.lent.append(article.node(mention))


def _told_there(there: Node, node: Node, options: LinkOptions) -> bool:
    """May a claim of a place be of an event there? Of an event somewhere in it only if their figures allow it."""
    found = compare(there, node, options)
    return not found.forbidden and not (found.clash and found.place is PlaceRelation.CONTAINS)


def _distinct(names: tuple[str, ...], options: LinkOptions) -> list[str]:
    """The names that are another place than each before them."""
    found: list[str] = []
    for name in names:
        if all(options.places.match(name, known).relation is PlaceRelation.DIFFERENT for known in found):
            found.append(name)
    return found


def _agrees(node: Node, name: str, options: LinkOptions) -> bool:
    """Is the named place one of the group's, in it or around it, and none of the group's another place?"""
    relations = {options.places.match(name, p).relation for p in node.places}
    if node.kind is GroupKind.AGGREGATE:
        return bool(relations & COVERS)
    return bool(relations & COVERS) and PlaceRelation.DIFFERENT not in relations


def _before(article: Article, mention: Mention) -> Node | None:
    """The group that was reported last before `mention`, if the claim can lean on it."""
    if mention.cues.separate or (mention.cues.past and not article.lead_is_past):
        return None
    told = bisect_left(article.settled, (mention.at, mention.id), key=lambda entry: entry[:2])
    for at, _, _, node in reversed(article.settled[max(0, told - _LOOK_BACK) : told]):
        if mention.at - at > _CARRY:
            break
        if _leans_on(mention, node, article.options):
            return node
    return None


def _wider(mention: Mention, node: Node) -> bool:
    """Is the claim of a month or a stretch of days, and the event of a day?"""
    single = node.when is not None and node.when[1] - node.when[0] < COARSE - 1
    return single and not node.period and (mention.coarse or mention.period)


def _leans_on(mention: Mention, node: Node, options: LinkOptions) -> bool:
    if mention.named and not any(_agrees(node, name, options) for name in mention.named):
        return False
    if not mention.kind_lasts and mention.days is not None and _wider(mention, node):
        return False
    strength = min(compatible(mention.kind, k) for k in node.kinds)
    if strength < (1 if node.past else _ALIKE):
        return False
    if mention.days is None:
        return True
    if node.when is None:
        # Its date would become the event's: only a toll with a day of its own may do that.
        return bool(mention.figures) and not mention.coarse
    return gap(mention.days, node.when) == 0
