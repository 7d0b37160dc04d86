"""What a figure of the text says to a claim: the reason why it supports, contradicts or does not settle it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from extractor.numbers.language import is_known, is_read, language_of_view
from extractor.numbers.tokens import tokenise
from extractor.records import Bound, ClaimedValue, Status
from extractor.segments import TextView
from extractor.values.count.reader import CountReading, counts_in
from extractor.values.count.sentence import HARM
from extractor.values.count.tables import count_words
from extractor.values.count.unnumbered import one_person, several_people


class CountReason(StrEnum):
    """Why a count was believed or not; stable codes."""

    SUPPORTED = "supported"
    KIND_UNCONFIRMED = "kind_unconfirmed"  # that many, and nothing says that it is of another kind
    NUMBER_DIFFERS = "number_differs"  # the words give another figure of that kind
    BOUND_DIFFERS = "bound_differs"  # at least, not exactly
    KIND_DIFFERS = "kind_differs"  # that many wounded, not killed
    KIND_NOT_STATED = "kind_not_stated"  # that many, but no word of what became of them
    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"
    FUTURE = "future"
    PART_OF_WHOLE = "part_of_whole"
    UNNUMBERED = "unnumbered"  # no number appears there, but one person, or several people
    SUM_OF_PARTS = "sum_of_parts"  # no such figure stands there, but those that do add up to it
    SUPERSEDED = "superseded"  # the toll climbed from it
    RATE = "rate"  # one in three
    ORDINAL = "ordinal"  # the third
    NO_FIGURE = "no_figure"  # no figure of that kind stands there
    NOT_A_NUMBER = "not_a_number"  # the claim's value is no whole number


_STATUS = {
    CountReason.SUPPORTED: Status.SUPPORTED,
    CountReason.KIND_UNCONFIRMED: Status.UNCONFIRMED,
    CountReason.NUMBER_DIFFERS: Status.CONTRADICTED,
    CountReason.BOUND_DIFFERS: Status.CONTRADICTED,
    CountReason.KIND_DIFFERS: Status.CONTRADICTED,
    CountReason.NEGATED: Status.CONTRADICTED,
    CountReason.PART_OF_WHOLE: Status.CONTRADICTED,
    CountReason.SUPERSEDED: Status.CONTRADICTED,
}
# When several readings have the claimed number, the one with the least wrong with it decides; later is worse.
SEVERITY = (
    CountReason.SUPPORTED,
    CountReason.BOUND_DIFFERS,
    CountReason.PART_OF_WHOLE,
    CountReason.SUPERSEDED,
    CountReason.FUTURE,
    CountReason.HYPOTHETICAL,
    CountReason.NEGATED,
    CountReason.KIND_DIFFERS,
    CountReason.KIND_UNCONFIRMED,
    CountReason.KIND_NOT_STATED,
    CountReason.RATE,
    CountReason.ORDINAL,
)
_UNCLEAR = frozenset({"people", "other"})
_HURT = frozenset({"killed", "injured"})
_WIDER = {"detained": frozenset({"abducted"})}  # held by police or by captors: one field
_DOUBTS = (
    ("negated", CountReason.NEGATED),
    ("hypothetical", CountReason.HYPOTHETICAL),
    ("future", CountReason.FUTURE),
    ("superseded", CountReason.SUPERSEDED),
    ("part", CountReason.PART_OF_WHOLE),
)


def status_of(reason: CountReason) -> Status:
    """The status that goes with a reason; a sum's may be another (see `Count.verify`)."""
    return _STATUS.get(reason, Status.UNSUPPORTED)


def is_of(kind: str, reading_kind: str) -> bool:
    """Whether a reading's kind is the claimed one: hostages count as detained."""
    return reading_kind == kind or reading_kind in _WIDER.get(kind, ())


def kinds_of(kind: str) -> frozenset[str]:
    """The kinds of readings that a claim of `kind` may rest on."""
    return frozenset({kind}) | _WIDER.get(kind, frozenset())


def unnumbered(kind: str, value: ClaimedValue, pieces: Sequence[tuple[int, int]], view: TextView) -> Status | None:
    """What words without a number say to a claim of one person or of an unsaid number; `None` for any other claim."""
    kinds = kinds_of(kind)
    if value.value == 1 and value.bound in (None, Bound.EXACT):
        return one_person(kinds, pieces, view)
    if value.value is None and several_people(kinds, pieces, view):
        return Status.SUPPORTED
    return None


def judge(kind: str, value: ClaimedValue, count: CountReading, view: TextView) -> CountReason:
    """What a figure with the claimed number says to a claim of `kind`."""
    reading = count.reading
    if "rate" in reading.flags or reading.kind in ("rate", "percent"):
        return CountReason.RATE
    if "ordinal" in reading.flags or reading.kind == "ordinal":
        return CountReason.ORDINAL
    if not is_of(kind, reading.kind):
        return _of_another_kind(kind, value, count, view)
    for flag, reason in _DOUBTS:
        if flag in reading.flags and not (flag == "part" and _only_harm(count, view)):
            return reason
    return CountReason.SUPPORTED if _same_bound(value, count, view) else CountReason.BOUND_DIFFERS


def _of_another_kind(kind: str, value: ClaimedValue, count: CountReading, view: TextView) -> CountReason:
    """What a figure says that is read as of another kind than claimed, or of none."""
    if not is_known(view):
        return CountReason.KIND_UNCONFIRMED  # neither hedge nor kind can be read
    if "distant" in count.reading.flags:
        return CountReason.KIND_UNCONFIRMED if _same_bound(value, count, view) else CountReason.BOUND_DIFFERS
    return _of_unclear_kind(kind, value, count, view)


def _of_unclear_kind(kind: str, value: ClaimedValue, count: CountReading, view: TextView) -> CountReason:
    """What a figure says that the reader counts as something else, or does not know what of."""
    reading, beside = count.reading, count.beside
    if reading.value.value == 0:
        told = kind in beside.told or (kind in _HURT and reading.kind == "casualties")
        return CountReason.SUPPORTED if told else CountReason.KIND_DIFFERS
    open_kind = reading.kind in _UNCLEAR or (kind in _HURT and reading.kind == "casualties" and not beside.mixed)
    attackers = reading.kind == "attackers" and kind in beside.told
    if beside.whole or not (open_kind or attackers):
        return CountReason.KIND_DIFFERS
    for flag, reason in _DOUBTS:
        if flag in beside.doubts:
            return reason
    if not _same_bound(value, count, view):
        return CountReason.BOUND_DIFFERS
    if beside.near and kind not in beside.near:
        return CountReason.KIND_DIFFERS
    return CountReason.KIND_UNCONFIRMED if _possible(kind, count, view) else CountReason.KIND_NOT_STATED


def _possible(kind: str, count: CountReading, view: TextView) -> bool:
    """Whether a figure that no word of ours governs may be of a kind."""
    beside = count.beside
    if kind in beside.told or not (beside.told or beside.taken or is_read(view)):
        return True
    if kind == "attacks":
        return beside.named and not beside.human
    if not beside.human:
        return False  # a noun that is not known to be of people, and no word of the kind in the sentence
    if kind == "displaced" and beside.named:
        return True  # who lives somewhere else has no word of harm
    if beside.told or kind in beside.taken or beside.otherwise:
        return False
    return beside.named or (beside.retold and kind in _told_before(count, view))


def _told_before(count: CountReading, view: TextView) -> set[str]:
    """The kinds of the figures in the sentence before."""
    sentence = view.sentence_at(count.number_start)
    index = view.sentence_index(count.number_start)
    if index == 0 or view.sentences[index - 1].paragraph != sentence.paragraph:
        return set()
    before = view.sentences[index - 1]
    return {c.reading.kind for c in counts_in(view, before.start, before.end)}


def same_number(value: ClaimedValue, read: ClaimedValue) -> bool:
    """Whether a figure has the claimed number; one end of a range is one with a bound that says so."""
    if value.value is None:
        return read.bound is Bound.VAGUE and (value.bound in (None, Bound.VAGUE))
    if read.bound is Bound.BETWEEN and value.bound is Bound.AS_MANY_AS:
        return value.value == read.high
    if read.bound is Bound.BETWEEN and value.bound is Bound.AT_LEAST:
        return value.value == read.value
    if value.bound is Bound.BETWEEN or read.bound is Bound.BETWEEN:
        return value.value == read.value and (value.bound is not read.bound or value.high == read.high)
    return value.value == read.value


def _same_bound(value: ClaimedValue, count: CountReading, view: TextView) -> bool:
    claimed = value.bound or (Bound.VAGUE if value.value is None else Bound.EXACT)
    read = count.reading.value.bound
    if claimed is read or (read is Bound.BETWEEN and claimed in (Bound.AT_LEAST, Bound.AS_MANY_AS)):
        return True
    if "shared_hedge" not in count.reading.flags:
        return False
    sentence = view.sentence_at(count.number_start)
    before = [c for c in counts_in(view, sentence.start, count.number_start) if c.reading.kind in HARM]
    return bool(before) and before[-1].reading.value.bound is claimed


def sum_of_parts(value: ClaimedValue, counts: Sequence[CountReading]) -> Status | None:
    """What is to be said of a number that the figures of its kind add up to; `None` when they do not.

    Parts of one phrase ("11 policemen and 14 soldiers") make a true lower bound: supported. As an exact number they are
    unconfirmed where one of them is not written as a number ("a teacher and 12 pupils"). Any other sum is the
    claimant's own and unsupported.
    """
    ordered = sorted({c.number_start: c for c in counts}.values(), key=lambda c: c.number_start)
    numbers = [n for c in ordered if isinstance(n := c.reading.value.value, int)]
    if len(numbers) < 2 or len(numbers) != len(ordered):  # noqa: PLR2004 - a sum has two parts
        return None
    for first in range(len(ordered)):
        last = first + 1
        while last < len(ordered) and ordered[last].joined:
            last += 1
        parts = ordered[first:last]
        if last - first > 1 and sum(numbers[first:last]) == value.value and all(map(_firm, parts)):
            if value.bound is Bound.AT_LEAST:
                return Status.SUPPORTED
            implied = any("implicit" in c.reading.flags for c in parts)
            return Status.UNCONFIRMED if implied and value.bound in (None, Bound.EXACT) else Status.UNSUPPORTED
    return Status.UNSUPPORTED if sum(numbers) == value.value else None


def _firm(count: CountReading) -> bool:
    known = count.reading.value.bound in (Bound.EXACT, Bound.AT_LEAST)
    return known and not count.reading.flags & {flag for flag, _ in _DOUBTS}


_TAIL = 24  # code points in which "of them" stands
_PRONOUN_TAIL = 2  # words of "of them"; those of "of the injured" name another whole


def _only_harm(count: CountReading, view: TextView) -> bool:
    """`600 survivors, 40 of them hurt`: a part of the survivors, but all of the hurt."""
    after = tokenise(view.text, count.number_end, min(len(view.text), count.number_end + _TAIL))
    tail = count_words(language_of_view(view)).part_tails.starting(after, 0)
    if tail is None or tail[0] != _PRONOUN_TAIL:
        return False
    sentence = view.sentence_at(count.number_start)
    before = [c.reading.kind for c in counts_in(view, sentence.start, count.number_start)]
    return bool(before) and before[-1] == "survivors"
