"""What a value type knows. One reader serves three masters: narrowing, verification, coverage."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from extractor.language.clauses import How
from extractor.records import CheckedValue, ClaimedValue, Span, Verdict
from extractor.segments import TextView


@dataclass(frozen=True, slots=True)
class Reading:
    """One value that stands in the text, at `text[start:end]` (absolute offsets).

    `value.quote` is that slice. `kind` is what a Count counts (`killed`, `injured`, `missing`, `displaced`, `detained`,
    `attackers`, `devices`, `days`, `age`, `money`, `other`...); for other types a sub-kind or "". `flags` are
    taken from: `part` (a part of another figure: "including 11 women"), `total` (a whole over parts: "bringing the toll
    to"), `negated`, `hypothetical`, `future`, `historical`, `combatants`, `rate` ("one in three"), `ordinal`.
    """

    start: int
    end: int
    value: ClaimedValue
    kind: str = ""
    flags: frozenset[str] = frozenset()
    how: How = How.CLAUSE
    resolved: str | None = None  # as on CheckedValue


@dataclass(frozen=True, slots=True)
class Witness:
    """One value on its way into fusion: who says it (a source line, never an article) and in which order."""

    value: CheckedValue
    line: str
    order: tuple[str, ...] = ()  # later sorts after earlier: (publication date, position, id)


@dataclass(frozen=True, slots=True)
class Fused:
    """One value out of many. `low`/`best`/`high` are set for a Count, `value` for all. `rule` names what chose."""

    value: str | int | None
    rule: str
    low: int | None = None
    best: int | None = None
    high: int | None = None
    supporting: tuple[int, ...] = ()  # indices of the witnesses that back `value`
    conflicts: tuple[tuple[int, int], ...] = ()  # pairs of witnesses that cannot both be right


class Anchor(Span):
    """What a claim's other values must belong to: the words of its figure, and where its other quotes are.

    `company` are the offsets of the claim's other quotes; a value told in the sentence of one of them is told of the
    claim's event, whatever the reader makes of it.
    """

    company: tuple[tuple[int, int], ...] = ()


class ValueType(ABC):
    """One kind of value that a schema's field can hold. Instances are stateless apart from their options."""

    name: ClassVar[str]

    @abstractmethod
    def read(self, view: TextView, start: int, end: int) -> list[Reading]:
        """Every value of this type that stands in `view.text[start:end]`, in text order."""

    @abstractmethod
    def govern(self, view: TextView, start: int, end: int) -> list[Reading]:
        """The values of this type that belong to a figure at `view.text[start:end]`, the surest first.

        Place: where it happened; When: when; Source: who says so. From the clause, the sentence, or carried from
        before (said in `how`). Empty when the text does not say.
        """

    @abstractmethod
    def verify(self, value: ClaimedValue, span: Span, view: TextView, anchor: Span | None = None) -> Verdict:
        """Do the words at `span` say `value`, and do they say it of the claim's anchor (its figure, or its passage)?

        `anchor` is `None` for a value that stands on its own.
        """

    def resolve(self, value: ClaimedValue, span: Span, view: TextView) -> str | None:
        """What the value means after reading (see `CheckedValue.resolved`); `None` by default."""
        del value, span, view
        return None

    @abstractmethod
    def compatible(self, one: CheckedValue, other: CheckedValue) -> bool:
        """Can both be true at once?"""

    @abstractmethod
    def fuse(self, witnesses: Sequence[Witness], rule: str) -> Fused:
        """One value out of many; independent of their order. `rule`: conservative, majority, highest, latest."""
