"""The days of two groups as evidence that they are one event."""

from __future__ import annotations

from extractor.linkage.compare_figures import TELLING, clash_of, same_toll
from extractor.linkage.days import Interval, gap, show
from extractor.linkage.evidence import Evidence
from extractor.linkage.kinds import LASTING, SLOW, VIOLENCE
from extractor.linkage.nodes import Node
from extractor.linkage.places import PlaceRelation

_SOFT_SLACK = 1
_SLIP = 2  # days that a misread date may be off
_SIEGE = 3  # days
_WEEK = 7
_MONTH_AND_HALF = 45

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
    elif apart == 1 and not (VIOLENCE & {*one.kinds, *other.kinds}) and not _told_in_one(one, other):
        found.add(1.0, f"date: {told} are a day apart")
    elif apart <= _SIEGE and "siege" in one.kinds and "siege" in other.kinds:
        found.add(1.5, f"date: {told} are {apart} days apart, and a siege goes on")
    elif (
        found.place is PlaceRelation.SAME
        and apart <= _MISREAD
        and same_toll(one, other)
        and not _one_article(one, other)
    ):
        found.add(0.5, f"date: {told} are {apart} apart, but place and toll are the same: one is taken for misread")
    elif (same := _slipped(apart, one, other)) is not None:
        found.add(0.5, f"date: {told} are {apart} apart, but both say {same}: one of them is taken for misread")
    else:
        found.forbid(f"date: {told} share no day")


def _told_in_one(one: Node, other: Node) -> bool:
    """Does one article report both, with no figure in common? Then a day apart is no matter of time zones."""
    shared = one.numbers.keys() & other.numbers.keys()
    return (
        bool(one.documents.keys() & other.documents.keys())
        and not shared
        and not ({*one.kinds, *other.kinds} <= LASTING)
    )


def _slipped(apart: int, one: Node, other: Node) -> str | None:
    """The figure for which dates a day apart are taken for one day: any telling one that nothing contradicts.

    Two days apart it must come from the same source as well, or not be alone.
    """
    shared = sorted(key for key in one.numbers.keys() & other.numbers.keys() if key[1] >= TELLING)
    if not shared or apart > _SLIP or clash_of(one, other):
        return None
    sourced = any(set(one.numbers[key]) & set(other.numbers[key]) for key in shared)
    if apart > 1 and not sourced and len(shared) == 1:
        return None
    name, number = max(shared, key=lambda key: (key[1], key[0]))
    return f"{number} {name}"


_MISREAD = 10  # days between the days read for one event whose whole toll is told twice


def _stretches(one: Node, other: Node, found: Evidence) -> bool:
    """A figure for six days is of another event than one day's; `False` where that rules the link out."""
    kinds = {*one.kinds, *other.kinds}
    if not (one.period or other.period) or "siege" in kinds or kinds <= LASTING - {"battle"}:
        return True
    if any(key in other.numbers for key in one.numbers):
        return True
    if one.period != other.period:
        if VIOLENCE & kinds:
            found.forbid("date: one of them tells a stretch of days, the other a day")
            return False
    elif one.when and other.when and abs(one.when[0] - other.when[0]) > 1:
        found.forbid(f"date: they tell other stretches of days, {show(one.when)} and {show(other.when)}")
        return False
    return True


def _said_elsewhere(one: Node, other: Node) -> Interval | None:
    """The date of one that its words do not bear out, where the other is of other days: it keeps them apart."""
    for mine, theirs in ((one, other), (other, one)):
        if mine.days is not None or mine.said_days is None:
            continue
        together = bool(mine.documents.keys() & theirs.documents.keys())
        days = theirs.days or theirs.said_days or (None if together else theirs.soft)
        if days is None and together:
            continue
        if days is None or gap(mine.said_days, days) > 0:
            return mine.said_days
    return None


def shared_words(one: Node, other: Node) -> bool:
    """Do two articles report the groups in one sentence? One article that reports both in a sentence says nothing."""
    return any(other.words.get(w, document) != document for w, document in one.words.items())


def judge_days(one: Node, other: Node, found: Evidence) -> None:
    """Whether the days agree, and how well."""
    if not _stretches(one, other, found):
        return
    if one.days is not None and other.days is not None:
        _stated_days(one.days, other.days, one, other, found)
        return
    if (told := _told_apart(one, other)) is not None:
        found.forbid(f"date: {told}")
        return
    mine, theirs = one.when, other.when
    if mine is None or theirs is None:
        _undated(one, other, found)
        return
    apart = gap(mine, theirs)
    whole = found.place is PlaceRelation.SAME and same_toll(one, other) and not _one_article(one, other)
    if apart > _slack(one, other) and whole and apart <= _MONTH_AND_HALF:
        found.add(
            1.0, f"date: {show(mine)} and {show(theirs)}, as the publication tells, but place and toll are the same"
        )
    elif apart > _slack(one, other):
        found.forbid(f"date: {show(mine)} and {show(theirs)}, as far as the publication tells, are apart")
    elif max(mine[1] - mine[0], theirs[1] - theirs[0]) > _VAGUE:
        found.add(1.5, f"date: {show(mine)} and {show(theirs)} may be the same day")
    else:
        found.add(2.0, f"date: {show(mine)} and {show(theirs)} agree, as far as the publication tells")


def _one_article(one: Node, other: Node) -> bool:
    return bool(one.documents.keys() & other.documents.keys())


def _told_apart(one: Node, other: Node) -> str | None:
    """Why two groups of which one has no stated day are of two times all the same; `None` when they may be of one."""
    if (said := _said_elsewhere(one, other)) is not None:
        return f"one of them is said to be of {show(said)}, which its words do not bear out"
    if one.past != other.past and one.documents.keys() & other.documents.keys() and not _going_on(one, other):
        return "the article tells one of them as something earlier"
    for mine, theirs in ((one, other), (other, one)):
        if mine.days is not None or not mine.after:
            continue
        if not any(number > 1 and (name, number) in theirs.numbers for name, number in mine.numbers):
            return "one of them reports what came of it later, with no figure in common"
        told = max((m.published for m in mine.members if m.published is not None), default=None)
        if told is not None and theirs.when is not None and theirs.when[0] > told:
            return "one of them was reported before the other happened"
    if one.earlier != other.earlier and not one.numbers.keys() & other.numbers.keys():
        return "one of them is told as something earlier, with no figure in common"
    return None


def _undated(one: Node, other: Node, found: Evidence) -> None:
    tolls = bool(one.numbers or other.numbers) and "battle" in (one.kind_told, other.kind_told)
    if not tolls or one.documents.keys() & other.documents.keys() or _vouched(one, other):
        found.add(1.0, "date: not known for one of them")
    else:
        # A war has many fights at one place.
        found.add(0.5, "date: not known for one of them, and no figure, source or actor of both speaks for it")
    if one.past != other.past:
        found.add(-1.0, "date: one of them is told as something earlier")


def _vouched(one: Node, other: Node) -> bool:
    """Do two groups share a figure, a source of figures, an actor or a sentence?"""
    if any(key in other.numbers for key in one.numbers) or shared_words(one, other):
        return True
    if one.people.keys() & other.people.keys():
        return True
    mine = {source for sources in one.numbers.values() for source in sources}
    return any(source in mine for sources in other.numbers.values() for source in sources)


def _slack(one: Node, other: Node) -> int:
    """Days that two dates may be apart of which one at least is only the publication's.

    None for two figures of one article that exclude each other: it knows which day it reports.
    """
    if _one_article(one, other) and clash_of(one, other):
        return 0
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
