"""The kinds of counts that the reader distinguishes."""

from __future__ import annotations

from enum import StrEnum


class CountKind(StrEnum):
    """What a figure counts, and what a field of type `Count` may hold."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    DISPLACED = "displaced"
    DETAINED = "detained"
    ABDUCTED = "abducted"
    SURVIVORS = "survivors"
    CASUALTIES = "casualties"  # killed or injured
    ATTACKERS = "attackers"
    ATTACKS = "attacks"  # bombs and blasts as well
    PEOPLE = "people"  # and no word of what became of them
    HOUSEHOLDS = "household"
    ANIMALS = "animal"
    VEHICLES = "vehicle"
    BUILDINGS = "building"
    THINGS = "thing"
    VOTES = "votes"
    DAYS = "days"
    AGE = "age"
    MONEY = "money"
    DISTANCE = "distance"


# Figures of several occurrences are not summed: "both attacks" are two, however many bombs went off in each.
NO_SUMS = frozenset({CountKind.ATTACKS, CountKind.DAYS, CountKind.AGE, CountKind.MONEY, CountKind.DISTANCE})


def count_kind(kind: str) -> CountKind:
    """The kind of that name.

    Raises:
        ValueError: the reader knows no such kind; the message lists those it knows.

    >>> count_kind("kiled")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    ValueError: Count('kiled'): no such kind of count; use one of killed, injured, missing, ...
    """
    try:
        return CountKind(kind)
    except ValueError:
        known = ", ".join(k.value for k in CountKind)
        message = f"Count({kind!r}): no such kind of count; use one of {known}"
        raise ValueError(message) from None
