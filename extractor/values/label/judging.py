"""The verdicts on a label: what kind of event the figure's clause allows, and whom its phrase counts."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from extractor.language.clauses import clause_bounds
from extractor.language.words import sentence_range, sentence_ranges
from extractor.records import Span, Status, Verdict
from extractor.segments import TextView
from extractor.values.label.counted_phrase import counts_people, phrase_bounds
from extractor.values.valuetype import Reading

if TYPE_CHECKING:
    from extractor.values.label.label import Label

_AFTER = 600  # code points behind a figure's sentence in which its event may yet be named


def _found(status: Status, reason: str, at: Reading, detail: str = "") -> Verdict:
    return Verdict(status=status, reason=reason, detail=detail, decided=(at.start, at.end))


def _of(readings: Sequence[Reading], member: StrEnum) -> list[Reading]:
    """The readings of a member, those that nothing negates first."""
    return sorted((r for r in readings if r.kind == member.value), key=lambda r: "negated" in r.flags)


def _sentence(label: Label, view: TextView, at: Span) -> list[Reading]:
    low, high = sentence_range(view, at.start)
    return label.read(view, low, max(high, at.end))


def judge_label(label: Label, member: StrEnum, span: Span, view: TextView, anchor: Span | None) -> Verdict:
    """The verdict on a kind of event or a weapon.

    The words of the figure's own clause, and where these are silent of the quote, may rule it out; a cue in the quote,
    the figure's sentence or (for a label that is carried) before it shows it; without any it stays unconfirmed.
    """
    inside = label.read(view, span.start, span.end)
    mine = _of(inside, member)
    if mine and "negated" in mine[0].flags:
        return _found(Status.CONTRADICTED, "negated", mine[0])
    at = anchor or span
    low, high = clause_bounds(view, at.start, at.end)
    if other := _rival(label, member, label.read(view, low, max(high, at.end)), told=bool(mine)):
        return _found(Status.CONTRADICTED, "other_cue", other, f"the figure's own clause says {other.kind}")
    if mine:
        return _tied(label, member, mine[0], view, at)
    if other := _rival(label, member, inside, told=False):
        return _found(Status.CONTRADICTED, "other_cue", other, f"the words say {other.kind}")
    return _untold(label, member, span, view, anchor)


def _rival(label: Label, member: StrEnum, readings: Sequence[Reading], *, told: bool) -> Reading | None:
    """A cue that leaves no room for the member. Where the claim's words show it, only another family of events does."""
    weights = label.weights
    told = told or member in label.general
    shown = [r for r in readings if "negated" not in r.flags]
    if any(label.related(member, label.enum(r.kind)) for r in shown):
        return None
    for reading in shown:
        other = label.enum(reading.kind)
        decisive = "faint" not in reading.flags and (not weights.decisive or other in weights.decisive)
        if decisive and not (told and weights.akin(member, other)):
            return reading
    return None


def _tied(label: Label, member: StrEnum, cue: Reading, view: TextView, at: Span) -> Verdict:
    """The cue is in the quote: is it what the figure's sentence, or the nearest that names an event, is about?"""
    low, high = sentence_range(view, at.start)
    if low <= cue.start < max(high, at.end):
        return _found(Status.SUPPORTED, "cue", cue)
    here = [r for r in label.read(view, low, max(high, at.end)) if "negated" not in r.flags]
    if any(label.related(member, label.enum(r.kind)) for r in here):
        return _found(Status.SUPPORTED, "cue", cue)
    rival = _rival(label, member, here, told=False)
    if rival is None and _near(label, member, view, (low, max(high, at.end))):
        return _found(Status.SUPPORTED, "cue", cue)
    detail = f"{cue.value.quote!r} stands apart from the figure"
    return _found(Status.UNCONFIRMED, "cue_elsewhere", cue, detail)


def _near(label: Label, member: StrEnum, view: TextView, sentence: tuple[int, int]) -> bool:
    """Do the nearest words before, or else behind, the figure's sentence that name an event name this one?"""
    low, high = sentence
    behind = (
        label.telling(view, left, right)
        for left, right in sentence_ranges(view, high, min(len(view.text), high + _AFTER))
        if left >= high
    )
    for telling in (*label.telling_before(view, low), *behind):
        if any(label.related(member, label.enum(r.kind)) for r in telling):
            return True
        if any("faint" not in r.flags for r in telling):
            return False
    return False


def _untold(label: Label, member: StrEnum, span: Span, view: TextView, anchor: Span | None) -> Verdict:
    """No cue in the quote: one of its sentence, of the figure's, one carried from before, or none."""
    places = [("cue_in_sentence", _sentence(label, view, span))]
    if anchor is not None:
        places.append(("cue_at_anchor", _sentence(label, view, anchor)))
    for reason, readings in places:
        mine = _of(readings, member)
        if mine and "negated" in mine[0].flags:
            return _found(Status.CONTRADICTED, "negated", mine[0])
        if mine:
            return _found(Status.SUPPORTED, reason, mine[0])
    at = anchor or span
    here = [r for r in _sentence(label, view, at) if "negated" not in r.flags]
    before = label.before(member, view, sentence_range(view, at.start)[0], here) if label.carried else None
    if before is not None:
        return _found(Status.SUPPORTED, "cue_carried", before)
    detail = f"no word that the reader knows for {member.value} appears in the quote or its sentence"
    return Verdict(status=Status.UNCONFIRMED, reason="no_cue", detail=detail)


def judge_role(label: Label, member: StrEnum, span: Span, view: TextView, anchor: Span | None) -> Verdict:
    """The verdict on whom a figure counts: the words of its phrase name them, or other words that count people.

    "An attack on soldiers killed 5 civilians" has civilian victims: the soldiers are in the sentence, not its phrase.
    """
    inside = label.read(view, span.start, span.end)
    mine = _of(inside, member)
    if mine and "negated" in mine[0].flags:
        return _found(Status.CONTRADICTED, "negated", mine[0])
    phrase = phrase_bounds(view, anchor.start, anchor.end) if anchor else (span.start, span.end)
    counted = [r for r in label.read(view, *phrase) if "negated" not in r.flags]
    also = [r for r in counted if r.kind == member.value or member in label.parents.get(label.enum(r.kind), ())]
    if also:
        inside_quote = span.start <= also[0].start < span.end
        return _found(Status.SUPPORTED, "cue" if inside_quote else "cue_at_anchor", also[0])
    low, high = sentence_range(view, anchor.start if anchor else span.start)
    for cue in mine:
        if anchor is None or (low <= cue.start < high and counts_people(view, cue.start, cue.end)):
            return _found(Status.SUPPORTED, "cue", cue)
    if other := _other_people(label, member, counted):
        return _found(Status.CONTRADICTED, "other_cue", other, f"the figure counts {other.kind}")
    if mine:
        detail = f"{mine[0].value.quote!r} is in the words, but not in the figure's own phrase"
        return _found(Status.UNCONFIRMED, "cue_elsewhere", mine[0], detail)
    detail = f"no word that the reader knows for {member.value} appears in the figure's phrase"
    return Verdict(status=Status.UNCONFIRMED, reason="no_cue", detail=detail)


def _other_people(label: Label, member: StrEnum, counted: Sequence[Reading]) -> Reading | None:
    """A word of the figure's phrase for people whom nobody would also call by the member."""
    for reading in counted:
        other = label.enum(reading.kind)
        both = label.weights.decisive
        if other in both and member in both and not label.related(member, other):
            return reading
    return None
