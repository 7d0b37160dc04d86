"""What a value type knows. The same reader backs extraction, verification and coverage.

Engines ask a value type for its `role`, for what it compares and how it shows a value; none asks for a class or for the
name of a field.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from textwrap import shorten
from typing import Any, ClassVar

from pydantic import Field

from extractor.language.clauses import How
from extractor.records import CheckedValue, ClaimedValue, Span, Verdict
from extractor.segments import TextView


class FieldRole(StrEnum):
    """Which question about an event a field answers."""

    HOW_MANY = "how many"
    WHERE = "where"
    WHEN = "when"
    WHAT = "what"  # what kind of event it was: of two kinds that exclude each other one at most is right
    WITH_WHAT = "with what"  # any other label, such as a weapon: several may hold at once
    WHOM = "whom"  # whom the figures count: told in a figure's own phrase
    HOW_FAR = "how far"  # how far an agreement is
    WHO = "who"  # a party
    BY_WHOM = "by whom"  # who is stated as a fact to have done it
    WHO_ANSWERS = "who answers for it"  # who is said to be responsible, and by which stance
    WHOSE_WORDS = "whose words"
    WHETHER = "whether"  # whether it took place
    OTHER = "other"


class Flag(StrEnum):
    """What the words around a figure make of it; a reading with one of `NOT_CLAIMED` is not a figure of an event."""

    PART = "part"  # of another figure: "including 11 women"
    TOTAL = "total"  # over parts: "bringing the toll to"
    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"
    FUTURE = "future"
    HISTORICAL = "historical"
    COMBATANTS = "combatants"
    RATE = "rate"  # "one in three"
    ORDINAL = "ordinal"
    IMPLICIT = "implicit"  # "a man was shot": one, without a number
    SUPERSEDED = "superseded"  # the toll climbed from it
    FAINT = "faint"  # a cue of many meanings


_SHOWN = 40  # characters of the words that stand for a value
NOT_CLAIMED = frozenset({Flag.PART, Flag.NEGATED, Flag.HYPOTHETICAL, Flag.FUTURE, Flag.RATE, Flag.ORDINAL})


class Weight(Enum):
    """How much a reading says beside others of its field."""

    GENERAL = auto()  # somebody said something: gives way to any other
    GENERAL_HARM = auto()  # somebody was killed: gives way too, but not to what nobody dies of
    PARTICULAR = auto()
    HARMFUL = auto()  # what people die of: beside a casualty figure the others give way to it


TELLING = frozenset({Weight.PARTICULAR, Weight.HARMFUL})


@dataclass(frozen=True, slots=True)
class Reading:
    """One value that stands in the text, at `text[start:end]` (absolute offsets).

    `value.quote` is that slice. `kind` is what a Count counts (`killed`, `injured`, `missing`, `displaced`, `detained`,
    `attackers`, `days`, `age`, `money`, `other`...); for other types a sub-kind or "". `flags` are
    taken from `Flag`.
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
    role: FieldRole = FieldRole.OTHER

    @property
    def adds_up(self) -> bool:
        """May figures of this type be summed over the parts of a total? People may, bombs may not."""
        return False

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

    def alike(self, one: CheckedValue, other: CheckedValue) -> bool:
        """May two values of one article be of one event? True of what does not tell events apart, such as a weapon."""
        del one, other
        return True

    def weigh(self, reading: Reading) -> Weight:
        """How much a reading of this type says beside others."""
        del reading
        return Weight.PARTICULAR

    def answer_fields(self) -> Mapping[str, Any]:
        """What a model's answer holds for one value beside its quote: name to a type and a Pydantic field."""
        return {"value": (str, Field())}

    def show(self, value: ClaimedValue) -> str:
        """A claimed value in words for a person.

        Also of a value that is given by its words alone: these, shortened; "not stated" without any.
        """
        if value.value is not None:
            return str(value.value)
        return shorten(value.quote or "", _SHOWN, placeholder="…") or "not stated"

    @abstractmethod
    def fuse(self, witnesses: Sequence[Witness], rule: str) -> Fused:
        """One value out of many; independent of their order. `rule`: conservative, majority, highest, latest."""
