"""The records of linkage: which claims are about one occurrence, and why."""

from __future__ import annotations

from enum import StrEnum

from extractor.records import Record


class GroupKind(StrEnum):
    """What a group of claims is."""

    EVENT = "event"  # one occurrence
    AGGREGATE = "aggregate"  # a total over several occurrences: "140 in Damascus and Homs"; never merged with its parts
    BACKGROUND = "background"  # context that is no occurrence of its own: a war's total, a pattern


class Relation(StrEnum):
    """How two claims (or groups) stand to each other."""

    SAME = "same"
    PART_OF = "part_of"
    APART = "apart"


class Standing(StrEnum):
    """How far the text bears out the place or the date of a group."""

    CONFIRMED = "confirmed"  # a claim of it is supported in this
    UNCONFIRMED = "unconfirmed"  # it stands in the words, the tie to the figure is not confirmed
    INFERRED = "inferred"  # a date only: lent by another claim of the article, or by the days of publication
    REFUSED = "refused"  # claimed, and the words do not bear it out: the group has none
    NOT_STATED = "not_stated"  # no claim says


class Link(Record):
    """Why two claims were put together, or were not: `reasons` in words, each with the values compared."""

    one: str
    other: str
    relation: Relation
    score: float
    reasons: tuple[str, ...]


class Group(Record):
    """Claims about one occurrence, before fusion. `parts` are the groups that an aggregate sums up.

    `place_status` and `date_status` say how far the text bears out `place` and `date`; `None` when nobody judged it.
    """

    id: str
    kind: GroupKind
    claims: tuple[str, ...]
    parts: tuple[str, ...] = ()
    place: str | None = None
    date: str | None = None
    place_status: Standing | None = None
    date_status: Standing | None = None
    event_type: str | None = None
    links: tuple[Link, ...] = ()


class Linked(Record):
    """What linkage makes of all claims.

    Every claim with a usable value is in one group. `unlinked` are the others, and all but one of those that share an
    id, each with the reason.
    """

    groups: tuple[Group, ...]
    unlinked: tuple[tuple[str, str], ...] = ()
    near_misses: tuple[Link, ...] = ()
