"""Are two groups one event? The evidence, added up and said in words.

Some contradictions forbid it, whatever the rest says.

| evidence | weight |
|---|---|
| place the same; one inside the other; near; a country over a place; none named | 3; 2; 1; 0.5; 0.5 |
| near, and on the very day | 0.5 |
| two names of which it is not known how they lie | -2.25 |
| day: dates agree; agree with what the publication suggests; within a month; nothing known | 3; 2; 1.5; 1 |
| days apart: a siege or an outbreak goes on; a disaster, one day; one figure, so a misread day | 1.5; 1; 0.5 |
| kind: the same, to hardly compatible | 1.5 to -1 (3 x strength - 1.5) |
| the same figure, ten or more; smaller; from the same source too | 1.5; 0.75; 0.5 |
| a telling figure that the other rounds (57, around 60) | 1 |
| only contradictory figures (a toll also rises) | -0.25 |
| the same sentence (wire copy) | 3 |
| the same target (a market, a hospital) | 1 |
| the same article | 1.5 |

Agreements and statements are compared by who takes part instead of where (`_talk`).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.linkage.days import Interval, gap, show
from extractor.linkage.kinds import LASTING, SLOW, VIOLENCE, compatible
from extractor.linkage.nodes import Node
from extractor.linkage.options import LinkOptions
from extractor.linkage.places import PlaceRelation

_SOFT_SLACK = 1
_SLIP = 2  # days that a misread date may be off
_SIEGE = 3  # days
_WEEK = 7
_MONTH_AND_HALF = 45


@dataclass(slots=True)
class Evidence:
    """What speaks for and against two groups being one event. `forbidden`: a contradiction that no score outweighs."""

    score: float = 0.0
    forbidden: bool = False
    place: PlaceRelation = PlaceRelation.UNKNOWN
    broad: bool = False  # one place is no more than a country around the other
    sure_day: bool = False
    same_figure: bool = False
    clash: bool = False  # there is a figure of which both cannot be right
    same_words: bool = False
    reasons: list[str] = field(default_factory=list)

    def add(self, weight: float, reason: str) -> None:
        """Count a piece of evidence."""
        self.score += weight
        self.reasons.append(reason)

    def forbid(self, reason: str) -> None:
        """Note a contradiction."""
        self.forbidden = True
        self.reasons.append(f"{reason} - which rules it out")


def compare(one: Node, other: Node, options: LinkOptions) -> Evidence:
    """The evidence that two groups are one occurrence; symmetric."""
    found = Evidence()
    _words(one, other, found)
    if one.talk or other.talk:
        _talk(one, other, options, found)
        return found
    _place(one, other, options, found)
    if found.forbidden and not found.same_words:
        return found  # another place: most pairs end here
    _kind(one, other, found)
    _day(one, other, found)
    if found.place is PlaceRelation.NEAR and found.sure_day:
        found.add(0.5, "place: near, and on the very day")
    _figures(one, other, found)
    _marks(one, other, found)
    return found


def _words(one: Node, other: Node, found: Evidence) -> None:
    if any(w in other.words for w in one.words):
        found.same_words = True
        found.add(3.0, "words: both stand in the same sentence, word for word")


def _kind(one: Node, other: Node, found: Evidence) -> None:
    possible = min(compatible(a, b) for a in one.kinds for b in other.kinds) > 0
    strength = compatible(one.kind_told, other.kind_told)  # one odd label weakens no group of many
    pair = f"{'/'.join(sorted(one.kinds))} and {'/'.join(sorted(other.kinds))}"
    if not possible or strength == 0.0:
        found.forbid(f"type: {pair} are not one event")
    else:
        found.add(3.0 * strength - 1.5, f"type: {pair} go together")


_RANK = {
    PlaceRelation.SAME: (3.0, 4),
    PlaceRelation.CONTAINS: (2.0, 3),
    PlaceRelation.INSIDE: (2.0, 3),
    PlaceRelation.NEAR: (1.0, 2),
    PlaceRelation.UNKNOWN: (0.5, 1),
}


_LOOSE = frozenset({PlaceRelation.CONTAINS, PlaceRelation.INSIDE, PlaceRelation.UNKNOWN})
_STRANGERS = -2.25  # two names of which no one knows how they lie: two villages, more often than one place


def _place(one: Node, other: Node, options: LinkOptions, found: Evidence) -> None:
    if not one.places or not other.places:
        found.add(0.5, "place: one of them names none")
        return
    best: tuple[int, float, PlaceRelation, str, bool] | None = None
    for a in one.places:
        for b in other.places:
            match = options.places.match(a, b)
            relation = PlaceRelation(match.relation.value)
            if relation is PlaceRelation.DIFFERENT:
                if not _told_fuller(a, b, one, other, options):
                    found.forbid(f"place: {match.reason}")
                    return
                continue
            weight, rank = _RANK[relation]
            broad = relation in _LOOSE and _one_broad(a, b, options)
            if broad:
                weight = 0.5
            elif relation is PlaceRelation.UNKNOWN:
                weight = _STRANGERS
            if best is None or (rank, weight) > best[:2]:
                best = (rank, weight, relation, match.reason, broad)
    if best is not None:
        found.place, found.broad = best[2], best[4]
        found.add(best[1], f"place: {best[3]}")


def _told_fuller(a: str, b: str, one: Node, other: Node, options: LinkOptions) -> bool:
    """Does a group name the same place more fully, so that it does agree?

    "Sayyida Zeinab" alone is not seen to lie in Damascus, "Sayyida Zeinab, Damascus" is.
    """

    def relation(x: str, y: str) -> PlaceRelation:
        return PlaceRelation(options.places.match(x, y).relation.value)

    def fuller(x: str, y: str) -> bool:
        return len(options.places.keys(x)) > len(options.places.keys(y)) and relation(x, y) is PlaceRelation.SAME

    return any(fuller(c, a) and relation(c, b) is not PlaceRelation.DIFFERENT for c in one.places) or any(
        fuller(c, b) and relation(a, c) is not PlaceRelation.DIFFERENT for c in other.places
    )


def _one_broad(a: str, b: str, options: LinkOptions) -> bool:
    return options.places.broad(a) or options.places.broad(b)


_VAGUE = 14  # days: an interval as long as this ("earlier this month") says little


def _stated_days(mine: Interval, theirs: Interval, one: Node, other: Node, found: Evidence) -> None:
    """Both are dated: they share a day, or are off by one, or are two events."""
    apart = gap(mine, theirs)
    told = f"{show(mine)} and {show(theirs)}"
    if apart == 0:
        coarse = max(i[1] - i[0] for i in (mine, theirs)) >= _VAGUE
        found.sure_day = not coarse
        found.add(1.5 if coarse else 3.0, f"date: {told} share a day")
    elif apart <= _MONTH_AND_HALF and {*one.kinds, *other.kinds} <= SLOW:
        found.add(1.5, f"date: {told} are {apart} days apart, and an outbreak is counted for weeks")
    elif apart == 1 and not (VIOLENCE & {*one.kinds, *other.kinds}):
        found.add(1.0, f"date: {told} are a day apart")
    elif apart <= _SIEGE and "siege" in one.kinds and "siege" in other.kinds:
        found.add(1.5, f"date: {told} are {apart} days apart, and a siege goes on")
    elif (same := _slipped(apart, one, other)) is not None:
        found.add(0.5, f"date: {told} are {apart} apart, but both say {same}: one of them is taken for misread")
    else:
        found.forbid(f"date: {told} share no day")


def _slipped(apart: int, one: Node, other: Node) -> str | None:
    """The figure for which dates a day apart are taken for one day: any telling one that nothing contradicts.

    Two days apart it must come from the same source as well, or not be alone.
    """
    shared = sorted(key for key in one.numbers.keys() & other.numbers.keys() if key[1] >= _TELLING)
    if not shared or apart > _SLIP or _clash(one, other):
        return None
    sourced = any(set(one.numbers[key]) & set(other.numbers[key]) for key in shared)
    if apart > 1 and not sourced and len(shared) == 1:
        return None
    name, number = max(shared, key=lambda key: (key[1], key[0]))
    return f"{number} {name}"


def _day(one: Node, other: Node, found: Evidence) -> None:
    if one.days is not None and other.days is not None:
        _stated_days(one.days, other.days, one, other, found)
        return
    if one.past != other.past and one.documents.keys() & other.documents.keys() and not _going_on(one, other):
        found.forbid("date: the article tells one of them as something earlier")
        return
    if one.earlier != other.earlier and not one.numbers.keys() & other.numbers.keys():
        found.forbid("date: one of them is told as something earlier, with no figure in common")
        return
    mine, theirs = one.when, other.when
    if mine is None or theirs is None:
        tolls = bool(one.numbers or other.numbers) and "battle" in (one.kind_told, other.kind_told)
        if not tolls or one.documents.keys() & other.documents.keys() or _vouched(one, other):
            found.add(1.0, "date: not known for one of them")
        else:
            # A war has many fights at one place.
            found.add(0.5, "date: not known for one of them, and no figure, source or actor of both speaks for it")
        if one.past != other.past:
            found.add(-1.0, "date: one of them is told as something earlier")
        return
    slack = _slack(one, other)
    if gap(mine, theirs) > slack:
        found.forbid(f"date: {show(mine)} and {show(theirs)}, as far as the publication tells, are apart")
    elif max(mine[1] - mine[0], theirs[1] - theirs[0]) > _VAGUE:
        found.add(1.5, f"date: {show(mine)} and {show(theirs)} may be the same day")
    else:
        found.add(2.0, f"date: {show(mine)} and {show(theirs)} agree, as far as the publication tells")


def _vouched(one: Node, other: Node) -> bool:
    """Do two groups share a figure, a source of figures, an actor or a sentence?"""
    if any(key in other.numbers for key in one.numbers) or any(w in other.words for w in one.words):
        return True
    if one.people.keys() & other.people.keys():
        return True
    mine = {source for sources in one.numbers.values() for source in sources}
    return any(source in mine for sources in other.numbers.values() for source in sources)


def _slack(one: Node, other: Node) -> int:
    """Days that two dates may be apart of which one at least is only the publication's."""
    kinds = {*one.kinds, *other.kinds}
    if kinds <= SLOW:
        return _MONTH_AND_HALF  # an outbreak is counted week by week
    if kinds <= LASTING - {"battle"}:
        return _WEEK
    return _SOFT_SLACK if one.days or other.days else 3


def _going_on(one: Node, other: Node) -> bool:
    """May something told as earlier still go on: a battle, a flood, dated so that it reaches the news of the day?"""
    mine, theirs = one.when, other.when
    return {*one.kinds, *other.kinds} <= LASTING and mine is not None and theirs is not None and gap(mine, theirs) == 0


_ROUND = 1.3  # high over low of a rounded figure; wider is no figure
_TELLING = 10  # a smaller number is often the same by chance


def _figures(one: Node, other: Node, found: Evidence) -> None:
    shared = sorted(key for key in one.numbers if key in other.numbers and key[1] > 1)
    if shared:
        found.same_figure = True
        field_name, number = max(shared, key=lambda key: (key[1], key[0]))
        found.add(1.5 if number >= _TELLING else 0.75, f"figures: both say {number} {field_name}")
        if any(set(one.numbers[key]) & set(other.numbers[key]) for key in shared):
            found.add(0.5, "figures: from the same source")
        return
    if rounded := _rounded(one, other) or _rounded(other, one):
        found.add(1.0, rounded)
        return
    clash = _clash(one, other)
    if clash and not _agree(one, other) and not _rises(one, other):
        found.clash = True
        found.add(-0.25, f"figures: what they say of {clash} cannot both be right")


def _rounded(one: Node, other: Node) -> str | None:
    """Does one group round what the other counts: "around 60" for 57? Only telling numbers, nothing contradicted."""
    if _clash(one, other):
        return None
    for field_name, number in sorted(other.numbers, key=lambda key: (-key[1], key[0])):
        low, high = one.ranges.get(field_name, (0, 0))
        if number >= _TELLING and low < high and low <= number <= high <= low * _ROUND:
            return f"figures: {number} {field_name} is within what the other rounds"
    return None


def _rises(one: Node, other: Node) -> bool:
    """Is what the later article says the higher in every field? A toll of a disaster does that."""
    if VIOLENCE & {*one.kinds, *other.kinds}:
        return False
    days = [max((m.published for m in n.members if m.published is not None), default=None) for n in (one, other)]
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return False
    early, late = (one, other) if days[0] < days[1] else (other, one)
    shared = early.ranges.keys() & late.ranges.keys()
    return bool(shared) and all(early.ranges[name][0] <= late.ranges[name][0] for name in shared)


def _agree(one: Node, other: Node) -> bool:
    """Is there a field of which both can be right?"""
    return any(
        max(one.ranges[name][0], other.ranges[name][0]) <= min(one.ranges[name][1], other.ranges[name][1])
        for name in one.ranges.keys() & other.ranges.keys()
    )


def _clash(one: Node, other: Node) -> str | None:
    """The first field of which the two groups cannot both be right."""
    for name in sorted(one.ranges.keys() & other.ranges.keys()):
        mine, theirs = one.ranges[name], other.ranges[name]
        if max(mine[0], theirs[0]) > min(mine[1], theirs[1]):
            return name
    return None


def _marks(one: Node, other: Node, found: Evidence) -> None:
    """Marks by which a text tells two events of one day and place apart: hour, target, "a second attack"."""
    together = bool(one.documents.keys() & other.documents.keys())
    clash = _clash(one, other)
    if clash and one.dayparts and other.dayparts and not one.dayparts.keys() & other.dayparts.keys():
        found.forbid(
            f"time of day: {'/'.join(one.dayparts)} and {'/'.join(other.dayparts)}, with other figures of {clash}"
        )
    elif clash and together and any(n.lead.cues.separate and not n.lead.headline for n in (one, other)):
        found.forbid(f"words: the article marks one of them off as another event, with other figures of {clash}")
    elif clash and together and one.sites and other.sites and not one.sites.keys() & other.sites.keys():
        found.forbid(
            f"target: {'/'.join(sorted(one.sites))} and {'/'.join(sorted(other.sites))}, with other figures of {clash}"
        )
    elif one.sites and other.sites:
        same = sorted(one.sites.keys() & other.sites.keys())
        if same:
            found.add(1.0, f"target: {'/'.join(same)}")
    if together and not found.broad:
        found.add(1.5, "article: the same")


def _talk(one: Node, other: Node, options: LinkOptions, found: Evidence) -> None:
    if min(compatible(a, b) for a in one.kinds for b in other.kinds) == 0.0:
        found.forbid("type: words and deeds are not one event")
        return
    strength = compatible(one.kind_told, other.kind_told)
    found.add(1.5 * strength, f"type: {'/'.join(sorted(one.kinds))} and {'/'.join(sorted(other.kinds))} go together")
    shared = shared_people(one, other)
    if shared:
        found.add(2.5 + 0.5 * (len(shared) - 1), f"actors: both name {', '.join(shared[:3])}")
    elif one.people and other.people and not found.same_words:
        found.forbid("actors: they name nobody in common")
        return
    _talk_day(one, other, found)
    if one.states and other.states:
        same = sorted(one.states.keys() & other.states.keys())
        found.add(0.5 if same else -0.5, f"status: {'both ' + same[0] if same else 'not the same'}")
    if one.places and other.places:
        relation = max(
            _RANK.get(PlaceRelation(options.places.match(a, b).relation.value), (0.0, 0))
            for a in one.places
            for b in other.places
        )
        found.add(0.5 if relation[1] > 1 else -0.25, f"place: {one.places[0]} and {other.places[0]}")


def _talk_day(one: Node, other: Node, found: Evidence) -> None:
    mine, theirs = one.when, other.when
    if mine is None or theirs is None:
        found.add(1.0, "date: not known for one of them")
    elif gap(mine, theirs) > 3:  # noqa: PLR2004 - talks go on for days
        found.forbid(f"date: {show(mine)} and {show(theirs)} are apart")
    else:
        sure = one.days is not None and other.days is not None
        found.add(2.0 if sure else 1.5, f"date: {show(mine)} and {show(theirs)} agree")


def shared_people(one: Node, other: Node) -> list[str]:
    """Who stands in both groups: the same name, or a surname alone against a full name."""
    found = []
    for a in one.people:
        for b in other.people:
            if a == b or (a.split()[-1] == b.split()[-1] and (" " not in a or " " not in b)):
                found.append(max(a, b, key=lambda n: (len(n), n)))
                break
    return sorted(set(found))
