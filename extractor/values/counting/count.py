"""The value type of counts: does the text say that so many were killed, and which of many figures holds?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import ClassVar

from extractor.records import Bound, CheckedValue, ClaimedValue, Span, Status, Verdict
from extractor.segments import TextView
from extractor.values.counting.fusing import fuse_counts
from extractor.values.counting.reader import SOUGHT, CountReading, counts_in
from extractor.values.counting.sentence import HARM
from extractor.values.numbers import interval
from extractor.values.valuetype import Fused, Reading, ValueType, Witness


class CountReason(StrEnum):
    """Why a count was believed or not; stable codes."""

    SUPPORTED = "supported"
    NUMBER_DIFFERS = "number_differs"  # the words give another figure of that kind
    BOUND_DIFFERS = "bound_differs"  # at least, not exactly
    KIND_DIFFERS = "kind_differs"  # that many wounded, not killed
    KIND_NOT_STATED = "kind_not_stated"  # that many people, but nothing of what became of them
    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"
    FUTURE = "future"
    PART_OF_WHOLE = "part_of_whole"
    SUM_OF_PARTS = "sum_of_parts"  # no such figure stands there, but those that do add up to it
    SUPERSEDED = "superseded"  # the toll climbed from it
    RATE = "rate"  # one in three
    ORDINAL = "ordinal"  # the third
    NO_FIGURE = "no_figure"  # no figure of that kind stands there
    NOT_A_NUMBER = "not_a_number"  # the claim's value is no whole number


_CONTRADICTS = frozenset(
    {
        CountReason.NUMBER_DIFFERS,
        CountReason.BOUND_DIFFERS,
        CountReason.KIND_DIFFERS,
        CountReason.NEGATED,
        CountReason.PART_OF_WHOLE,
        CountReason.SUPERSEDED,
    }
)
# When several readings have the claimed number, the one with the least wrong with it decides; later is worse.
_SEVERITY = (
    CountReason.SUPPORTED,
    CountReason.BOUND_DIFFERS,
    CountReason.PART_OF_WHOLE,
    CountReason.SUPERSEDED,
    CountReason.FUTURE,
    CountReason.HYPOTHETICAL,
    CountReason.NEGATED,
    CountReason.KIND_DIFFERS,
    CountReason.KIND_NOT_STATED,
    CountReason.RATE,
    CountReason.ORDINAL,
)
_UNCLEAR = frozenset({"people", "other"})


class Count(ValueType):
    """How many were killed, injured, missing, displaced, detained; how many attackers or attacks.

    Options: `kind`, the only kind of figure the field takes. Reading and verifying are in `read_counts`' terms.
    """

    name: ClassVar[str] = "count"

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def read(self, view: TextView, start: int, end: int) -> list[Reading]:
        """Every count of this kind that stands in `view.text[start:end]`, in text order."""
        return [c.reading for c in counts_in(view, start, end, harm=self.kind in SOUGHT) if c.reading.kind == self.kind]

    def govern(self, view: TextView, start: int, end: int) -> list[Reading]:
        """Nothing: other values belong to a figure, a figure belongs to none."""
        del view, start, end
        return []

    def verify(self, value: ClaimedValue, span: Span, view: TextView, anchor: Span | None = None) -> Verdict:
        """Do the words at `span`, read in their sentence, state this number with this bound and kind?

        A claim without a bound is taken as exact. When the claim gives no place and the quote stands in several, the
        other places are tried as well. `anchor` plays no part: a figure stands on its own.

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
        same = [c for c in counts if _same_number(value, c.reading.value)]
        if same:
            judged = [
                (_SEVERITY.index(reason), at) for at, c in enumerate(same) if (reason := self._judge(value, c, view))
            ]
            rank, at = min(judged)
            return self._verdict(_SEVERITY[rank], same[at], value)
        ours = [c for c in counts if c.reading.kind == self.kind]
        if not ours:
            return Verdict(
                status=Status.UNSUPPORTED,
                reason=CountReason.NO_FIGURE.value,
                detail=f"the words give no figure of {self.kind}" + _list(counts),
            )
        figures = [c.reading.value.value for c in ours]
        if len(figures) > 1 and sum(f for f in figures if isinstance(f, int)) == value.value:
            return self._verdict(CountReason.SUM_OF_PARTS, ours[0], value)
        # "a car bomb" supports one attack, but does not say that there was no other
        stated = [c for c in ours if "implicit" not in c.reading.flags]
        reason = CountReason.NUMBER_DIFFERS if stated else CountReason.NO_FIGURE
        return self._verdict(reason, (stated or ours)[0], value)

    def _judge(self, value: ClaimedValue, count: CountReading, view: TextView) -> CountReason:
        reading = count.reading
        if "rate" in reading.flags or reading.kind in ("rate", "percent"):
            return CountReason.RATE
        if "ordinal" in reading.flags or reading.kind == "ordinal":
            return CountReason.ORDINAL
        if reading.kind != self.kind:
            return CountReason.KIND_NOT_STATED if reading.kind in _UNCLEAR else CountReason.KIND_DIFFERS
        for flag, reason in (
            ("negated", CountReason.NEGATED),
            ("hypothetical", CountReason.HYPOTHETICAL),
            ("future", CountReason.FUTURE),
            ("superseded", CountReason.SUPERSEDED),
            ("part", CountReason.PART_OF_WHOLE),
        ):
            if flag in reading.flags and not (flag == "part" and _only_harm(count, view)):
                return reason
        return CountReason.SUPPORTED if _same_bound(value, count, view) else CountReason.BOUND_DIFFERS

    def _verdict(self, reason: CountReason, count: CountReading, value: ClaimedValue) -> Verdict:
        if reason is CountReason.SUPPORTED:
            status = Status.SUPPORTED
        else:
            status = Status.CONTRADICTED if reason in _CONTRADICTS else Status.UNSUPPORTED
        reading = count.reading
        flags = f" ({', '.join(sorted(reading.flags))})" if reading.flags else ""
        claimed = f"{value.bound or Bound.EXACT} {value.value}" if value.value is not None else "a vague number"
        return Verdict(
            status=status,
            reason=reason.value,
            detail=f"claimed {claimed} {self.kind}; the words “{reading.value.quote}” say {reading.value.bound} "
            f"{reading.value.value} {reading.kind}{flags}",
            decided=(reading.start, reading.end),
        )

    def compatible(self, one: CheckedValue, other: CheckedValue) -> bool:
        """Whether the intervals of both meet: at least 46 and 57 do, 62 and at least 83 do not."""
        return interval(one.claimed).meets(interval(other.claimed))

    def fuse(self, witnesses: Sequence[Witness], rule: str) -> Fused:
        """The lowest, the best and the highest figure; see `fuse_counts`."""
        return fuse_counts(witnesses, rule)


def _same_number(value: ClaimedValue, read: ClaimedValue) -> bool:
    if value.value is None:
        return read.bound is Bound.VAGUE and (value.bound in (None, Bound.VAGUE))
    if value.bound is Bound.BETWEEN or read.bound is Bound.BETWEEN:
        return value.value == read.value and (value.bound is not read.bound or value.high == read.high)
    return value.value == read.value


def _same_bound(value: ClaimedValue, count: CountReading, view: TextView) -> bool:
    claimed = value.bound or (Bound.VAGUE if value.value is None else Bound.EXACT)
    if claimed is count.reading.value.bound:
        return True
    if "shared_hedge" not in count.reading.flags:
        return False
    sentence = view.sentence_at(count.number_start)
    before = [c for c in counts_in(view, sentence.start, count.number_start) if c.reading.kind in HARM]
    return bool(before) and before[-1].reading.value.bound is claimed


_OF_THEM = re.compile(r"\s+of (?:them|whom)\b")


def _only_harm(count: CountReading, view: TextView) -> bool:
    """`600 survivors, 40 of them hurt`: a part of the survivors, but all of the hurt."""
    if not _OF_THEM.match(view.text, count.number_end):
        return False
    sentence = view.sentence_at(count.number_start)
    before = [c.reading.kind for c in counts_in(view, sentence.start, count.number_start)]
    return bool(before) and before[-1] == "survivors"


def _list(counts: Sequence[CountReading]) -> str:
    shown = "; ".join(f"“{c.reading.value.quote}” is {c.reading.kind}" for c in counts[:3])
    return f" ({shown})" if shown else ""
