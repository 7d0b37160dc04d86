"""The value type of counts: does the text say that so many were killed, and which of many figures holds?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from pydantic import Field

from extractor.numbers import interval
from extractor.numbers.wording import in_words
from extractor.records import Bound, CheckedValue, ClaimedValue, Span, Status, Verdict
from extractor.segments import TextView
from extractor.values.count.fusing import fuse_counts
from extractor.values.count.judging import (
    SEVERITY,
    CountReason,
    judge,
    kinds_of,
    same_number,
    status_of,
    sum_of_parts,
    unnumbered,
)
from extractor.values.count.kinds import NO_SUMS, count_kind
from extractor.values.count.reader import SOUGHT, CountReading, counts_in, counts_of
from extractor.values.valuetype import FieldRole, Fused, Reading, ValueType, Witness

_OTHER = "other"


class Count(ValueType):
    """How many were killed, injured, missing, displaced, detained; how many attackers or attacks.

    Options: `kind`, the only kind of figure the field takes, a `CountKind`. Reading and verifying are in
    `read_counts`' terms.
    """

    name: ClassVar[str] = "count"
    role = FieldRole.HOW_MANY

    def __init__(self, kind: str) -> None:
        """The kind by its name; `ValueError` for one that the reader does not know."""
        self.kind = count_kind(kind)

    @property
    def adds_up(self) -> bool:
        """Whether figures of this kind may be summed over the parts of a total."""
        return self.kind not in NO_SUMS

    def answer_fields(self) -> Mapping[str, Any]:
        """A whole number with its bound, and the upper number of a range."""
        high = Field(default=None, description="the upper number of a range, with the bound `between`; else null")
        return {"value": (int | None, Field()), "bound": (Bound, Field()), "high": (int | None, high)}

    def show(self, value: ClaimedValue) -> str:
        """The number with its bound in words: `at least 83`.

        >>> Count("killed").show(ClaimedValue(value=83, bound=Bound.AT_LEAST))
        'at least 83'
        """
        return in_words(value)

    def read(self, view: TextView, start: int, end: int) -> list[Reading]:
        """Every count of this kind in `view.text[start:end]`, in text order."""
        counts = counts_of(view, kinds_of(self.kind), harm=self.kind in SOUGHT)
        return [c.reading for c in counts.between(start, end)]

    def govern(self, view: TextView, start: int, end: int) -> list[Reading]:
        """Nothing: other values belong to a figure, a figure belongs to none."""
        del view, start, end
        return []

    def verify(self, value: ClaimedValue, span: Span, view: TextView, anchor: Span | None = None) -> Verdict:
        """Do the words at `span`, read in their sentence, state this number with this bound and kind?

        A claim without a bound is taken as exact. When the claim gives no place and the quote appears in several, the
        other places are tried as well. `anchor` plays no part: a figure depends on no other value.

        >>> view = TextView("The army denied that 57 people were killed; at least 12 died.")
        >>> killed = Count("killed")
        >>> killed.verify(ClaimedValue(value=57, quote="57 people"), Span(start=21, end=30), view).reason
        'negated'
        >>> killed.verify(ClaimedValue(value=12, quote="12 died"), Span(start=53, end=60), view).reason
        'bound_differs'
        """
        del anchor
        if isinstance(value.value, str):
            return Verdict(
                status=Status.UNSUPPORTED, reason=CountReason.NOT_A_NUMBER.value, detail="a count is a whole number"
            )
        first = self._verify_at(value, span.parts or ((span.start, span.end),), view)
        if first.status is Status.SUPPORTED or value.start is not None:
            return first
        for other in span.others:
            verdict = self._verify_at(value, (other,), view)
            if verdict.status is Status.SUPPORTED:
                return verdict
        return first

    def _verify_at(self, value: ClaimedValue, pieces: Sequence[tuple[int, int]], view: TextView) -> Verdict:
        counts = [c for start, end in pieces for c in counts_in(view, start, end)]
        same = [c for c in counts if same_number(value, c.reading.value)]
        if same:
            rank, at = min((SEVERITY.index(judge(self.kind, value, c, view)), at) for at, c in enumerate(same))
            return self._verdict(SEVERITY[rank], same[at], value)
        ours = [c for c in counts if c.reading.kind == self.kind]
        stated = [c for c in ours if "implicit" not in c.reading.flags]
        told = None if stated else unnumbered(self.kind, value, pieces, view)
        if told is not None:
            return self._verdict_without_number(told, value)
        if not ours:
            return Verdict(
                status=Status.UNSUPPORTED,
                reason=CountReason.NO_FIGURE.value,
                detail=f"the words give no figure of {self.kind}" + _list(counts),
            )
        if (summed := sum_of_parts(value, ours)) is not None:
            return self._verdict(CountReason.SUM_OF_PARTS, ours[0], value, summed)
        # "a car bomb" supports one attack, but does not say that there was no other
        reason = CountReason.NUMBER_DIFFERS if stated else CountReason.NO_FIGURE
        return self._verdict(reason, (stated or ours)[0], value)

    def _verdict_without_number(self, status: Status, value: ClaimedValue) -> Verdict:
        who = "one person" if value.value == 1 else "people"
        return Verdict(
            status=status,
            reason=CountReason.UNNUMBERED.value,
            detail=f"no number appears there; the words report {who} {self.kind}",
        )

    def _verdict(
        self, reason: CountReason, count: CountReading, value: ClaimedValue, status: Status | None = None
    ) -> Verdict:
        reading = count.reading
        flags = f" ({', '.join(sorted(reading.flags))})" if reading.flags else ""
        return Verdict(
            status=status or status_of(reason),
            reason=reason.value,
            detail=f"claimed {_worded(value, self.kind)}; the words “{reading.value.quote}” say "
            f"{_worded(reading.value, reading.kind)}{flags}",
            decided=(reading.start, reading.end),
        )

    def compatible(self, one: CheckedValue, other: CheckedValue) -> bool:
        """Whether the intervals of both meet: at least 46 and 57 do, 62 and at least 83 do not."""
        return interval(one.claimed).meets(interval(other.claimed))

    def fuse(self, witnesses: Sequence[Witness], rule: str) -> Fused:
        """The lowest, the best and the highest figure; see `fuse_counts`."""
        return fuse_counts(witnesses, rule)


def _worded(value: ClaimedValue, kind: str) -> str:
    """A count in words for a message: `at_least 57 killed`, `exact 3 of something else`, `a vague number of people`."""
    if value.value is None:
        return f"a vague number {_named(kind) if kind == _OTHER else f'of {kind}'}"
    upper = f" and {value.high}" if value.bound is Bound.BETWEEN and value.high is not None else ""
    return f"{value.bound or Bound.EXACT} {value.value}{upper} {_named(kind)}"


def _named(kind: str) -> str:
    """A kind of reading in words for a message."""
    return "of something else" if kind == _OTHER else kind


def _list(counts: Sequence[CountReading]) -> str:
    shown = "; ".join(f"“{c.reading.value.quote}” is {_named(c.reading.kind)}" for c in counts[:3])
    return f" ({shown})" if shown else ""
