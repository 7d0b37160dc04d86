"""A growing group of mentions: what all of them together say.

A newcomer is compared with the whole group, so that no chain of pairs can join what contradicts itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from extractor.linkage.claimkind import GENERIC_KINDS
from extractor.linkage.days import COARSE, Interval, gap
from extractor.linkage.kinds import LASTING
from extractor.linkage.mentions import Mention
from extractor.records.groups import GroupKind, Link

T = TypeVar("T")
_KEPT = 64  # distinct names, sentences and actors a group keeps for comparison


@dataclass(slots=True)
class Node:
    """A group under way. `days` is what the dated members agree on; `soft` what the undated may mean."""

    kind: GroupKind
    members: list[Mention]
    places: list[str] = field(default_factory=list)
    days: Interval | None = None
    soft: Interval | None = None
    lent: bool = False  # `soft` is a day that another group of the article states, not the days before its publication
    kinds: list[str] = field(default_factory=list)
    told: dict[str, int] = field(default_factory=dict)  # kind -> members of it
    numbers: dict[tuple[str, int], tuple[str, ...]] = field(default_factory=dict)  # (field, number) -> sources
    ranges: dict[str, Interval] = field(default_factory=dict)  # field -> hull of what its figures allow
    people: dict[str, None] = field(default_factory=dict)
    parties: dict[str, None] = field(default_factory=dict)  # who was hurt, sought or charged
    venues: dict[str, None] = field(default_factory=dict)  # streets, schools, bars
    states: dict[str, None] = field(default_factory=dict)
    words: dict[int, str] = field(default_factory=dict)  # sentence -> the first document it stands in
    dayparts: dict[str, None] = field(default_factory=dict)
    sites: dict[str, None] = field(default_factory=dict)
    documents: dict[str, None] = field(default_factory=dict)
    keys: dict[tuple[str, str], None] = field(default_factory=dict)  # the claimants' keys, each within its document
    expelled: dict[tuple[str, str], None] = field(default_factory=dict)  # keys of which the text sets it apart
    described: dict[str, None] = field(default_factory=dict)
    traits: dict[tuple[str, str], None] = field(default_factory=dict)
    periods: int = 0  # members whose date is a stretch of days
    refused: dict[str, None] = field(default_factory=dict)  # places claimed that the words do not bear out
    said_days: Interval | None = None  # of a refused date
    whole: bool = False  # its claimant says of which events it is the sum
    past: bool = False
    links: list[Link] = field(default_factory=list)
    parts: list[Node] = field(default_factory=list)
    near: list[Link] = field(default_factory=list)
    number: int = -1  # place in the canonical order of the run
    owner: Node | None = None  # the group that absorbed this one

    def final(self) -> Node:
        """The group this one has become part of, or itself."""
        node = self
        while node.owner is not None:
            node = node.owner
        return node

    @property
    def lead(self) -> Mention:
        """The member that represents the group."""
        return self.members[0]

    @property
    def talk(self) -> bool:
        """Is the group about words rather than a physical event?"""
        return self.lead.talk

    @property
    def kind_told(self) -> str:
        """The kind that most of its claims are of, one that says something before one that does not."""
        return max(self.kinds, key=lambda k: (k not in GENERIC_KINDS, self.told.get(k, 0), -self.kinds.index(k)))

    @property
    def period(self) -> bool:
        """Is it what went on over a stretch of days, by most of its dated claims?"""
        return self.periods * 2 > sum(m.days is not None or m.period for m in self.members)

    @property
    def after(self) -> bool:
        """Is it told only by reports of what came of it later: a charge, a trial?"""
        return all(m.after for m in self.members)

    @property
    def earlier(self) -> bool:
        """Is it reported as something before the news of the day, without saying which day?"""
        return self.past and self.days is None

    @property
    def when(self) -> Interval | None:
        """The days the group is on: what its dates say, else what its articles' dates suggest."""
        return self.days or self.soft


def window_of(mention: Mention, window: int, lasting: int) -> Interval | None:
    """The days an undated mention is taken to be about, from its article's publication day."""
    if mention.published is None:
        return None
    back = lasting if mention.kind in LASTING or mention.kind not in _VIOLENT else window
    return mention.published - back, mention.published


_VIOLENT = frozenset({"explosion", "airstrike", "violence", "protest", "battle"})


def node_of(mention: Mention, kind: GroupKind, window: int = 4, lasting: int = 14) -> Node:
    """A group of one."""
    node = Node(kind, [])
    _add(node, mention)
    node.past = mention.cues.past or mention.coarse or (mention.told_past and mention.days is None)
    if mention.days is None and not node.past:
        soft = None if mention.after else window_of(mention, window, lasting)
        # A refused date is no unknown one: what is said to be of another time is not of the days of publication.
        elsewhere = soft is not None and mention.said_days is not None and gap(soft, mention.said_days) > 0
        node.soft = None if elsewhere else soft
    return node


def _add(node: Node, mention: Mention) -> None:
    node.members.append(mention)
    for place in _own_places(node.kind, mention):
        if place not in node.places and len(node.places) < _KEPT:
            node.places.append(place)
    if mention.days is not None:
        node.days = _narrowed(node.days, mention.days, lasting=mention.kind in LASTING)
    _add_kind(node, mention.kind)
    for figure in mention.figures:
        key = (figure.field, figure.number)
        node.numbers[key] = tuple(sorted({*node.numbers.get(key, ()), *mention.sources}))[:_KEPT]
        low, high = node.ranges.get(figure.field, (figure.low, figure.high))
        node.ranges[figure.field] = (min(low, figure.low), max(high, figure.high))
    named = (*mention.actors, *(mention.sources if mention.talk else ()))
    _keep(node.people, tuple(name for name in named if name.strip()))
    _keep(node.parties, mention.parties)
    _keep(node.venues, mention.venues)
    _keep(node.states, mention.states)
    if mention.words and len(node.words) < _KEPT:
        node.words.setdefault(mention.words, mention.document)
    if mention.event is not None:
        node.keys[mention.document, mention.event] = None
    if mention.expelled is not None:
        node.expelled[mention.document, mention.expelled] = None
    if mention.rejected_place is not None:
        _keep(node.refused, (mention.rejected_place,))
    node.said_days = node.said_days or mention.said_days
    node.periods += mention.period
    _keep(node.described, tuple(sorted(mention.described)))
    _keep(node.traits, mention.traits)
    _keep(node.dayparts, mention.cues.dayparts)
    _keep(node.sites, mention.cues.sites)
    node.documents[mention.document] = None


def _add_kind(node: Node, kind: str) -> None:
    """A kind that says nothing ("unknown", "accident") gives way to one that does."""
    node.told[kind] = node.told.get(kind, 0) + 1
    if kind in node.kinds or (kind in GENERIC_KINDS and set(node.kinds) - GENERIC_KINDS):
        return
    if kind not in GENERIC_KINDS:
        node.kinds = [k for k in node.kinds if k not in GENERIC_KINDS]
    node.kinds.append(kind)


def _own_places(kind: GroupKind, mention: Mention) -> tuple[str, ...]:
    """A total is over the places of the claims that name several; an event is where its claim says first."""
    if kind is GroupKind.AGGREGATE:
        return mention.places if mention.many else ()
    return mention.places[:1]


def _keep(kept: dict[T, None], more: tuple[T, ...]) -> None:
    for item in more:
        if len(kept) < _KEPT:
            kept[item] = None


def _narrowed(known: Interval | None, more: Interval, *, lasting: bool) -> Interval:
    if known is None:
        return more
    first, last = max(known[0], more[0]), min(known[1], more[1])
    if first <= last and not (lasting and known[1] - known[0] < COARSE and more[1] - more[0] < COARSE):
        return first, last
    if gap(known, more) == 0 or lasting:
        return min(known[0], more[0]), max(known[1], more[1])
    return known  # a day apart at most (time zones): the first known stands


def absorb(node: Node, other: Node, link: Link | None) -> None:
    """Put all of `other` into `node`; the caller has checked that they agree."""
    soft, dated = other.soft, node.days is not None or other.days is not None
    for mention in other.members:
        _add(node, mention)
    if other.days is not None and node.days is not None and all(m.days is None for m in other.members):
        node.days = _narrowed(node.days, other.days, lasting=other.lead.kind in LASTING)
    if not dated and soft is not None:
        known = node.soft
        node.lent = node.lent or other.lent
        if known is None:
            node.soft = soft
        else:
            first, last = max(known[0], soft[0]), min(known[1], soft[1])
            node.soft = (first, last) if first <= last else known
    node.past = node.past and other.past
    for place in other.places:
        if place not in node.places and len(node.places) < _KEPT:
            node.places.append(place)
    if link is not None:
        node.links.append(link)
    node.links.extend(other.links)
    node.near.extend(other.near)
    node.parts.extend(other.parts)
    node.whole = node.whole or other.whole
    other.owner = node
