"""Modality: did it happen, long ago, not yet, only perhaps, or not at all (PLOVER's distinctions)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from extractor.language.words import phrase_at, sentence_ranges, sentence_tokens, tokenise
from extractor.records import CheckedValue, ClaimedValue, Modality, Span, Status, Verdict
from extractor.segments import TextView
from extractor.values.modality.cues import cues_at
from extractor.values.modality.reading import governs, modality_reading, read_modality
from extractor.values.modality.time import dated_back, told_time
from extractor.values.valuetype import FieldRole, Fused, Reading, ValueType, Witness
from extractor.values.when.judging import opens_before
from extractor.values.when.reading import dates_between

_WEEK = 8  # days; an event older than that is looked back at


def _verdict(status: Status, reason: str, detail: str, at: Reading) -> Verdict:
    return Verdict(status=status, reason=reason, detail=detail, decided=(at.start, at.end))


def _long_ago(view: TextView, found: Reading, at: Span) -> bool:
    told = told_time(view, at.start, at.end)
    cue = tuple(t.low for t in tokenise(view.text, found.start, found.end))
    return cue in cues_at(view).long_ago or (told is not None and told.long_ago)


def _history(view: TextView, span: Span, at: Span) -> Verdict:
    """The verdict on `historical` where no cue stands: does a date of the quote, or of the figure, lie back?

    An event dated within the last weeks may be told as an earlier one; one that nothing dates, too.
    """
    own = told_time(view, at.start, at.end)
    if own is not None and (own.back > _WEEK or own.running):
        detail = "the words date it before the days the article is about, or over many of them"
        return Verdict(status=Status.SUPPORTED, reason="cue", detail=detail, decided=(own.start, own.end))
    if own is None:
        for reading in dates_between(view, span.start, span.end):
            told = dated_back(view, reading)
            if told is not None and told.back > _WEEK and opens_before(view, reading, at):
                return _verdict(Status.SUPPORTED, "cue", f"{reading.value.quote!r} sets the time", reading)
            if told is not None and told.back > _WEEK:
                detail = f"{reading.value.quote!r} lies back, but stands apart from the figure"
                return _verdict(Status.UNCONFIRMED, "cue_elsewhere", detail, reading)
        detail = "no word that the reader knows makes it an earlier event, and none dates it"
        return Verdict(status=Status.UNCONFIRMED, reason="no_cue", detail=detail)
    words = view.text[own.start : own.end]
    detail = f"no word makes it historical, and the reader takes {words!r} for a day near the article's own"
    return Verdict(status=Status.UNSUPPORTED, reason="no_cue", detail=detail, decided=(own.start, own.end))


class ModalityLabel(ValueType):
    """Whether the event took place: a member of `Modality`."""

    name: ClassVar[str] = "modality"
    role = FieldRole.WHETHER

    def read(self, view: TextView, start: int, end: int) -> list[Reading]:
        """The cues of anything but the actual in the range, in text order."""
        made: dict[tuple[int, int], Reading] = {}
        cues = cues_at(view)
        for low, high in sentence_ranges(view, start, end):
            tokens = [t for t in sentence_tokens(view, low, high) if start <= t.start and t.end <= end]
            for index in range(len(tokens)):
                for table in (cues.ahead, cues.around):
                    hit = phrase_at(tokens, index, table, cues.longest)
                    if hit is not None and (
                        table is cues.around or governs(tokens, (index, hit[0]), hit[1], len(tokens), cues)
                    ):
                        found = modality_reading(view, hit[1], tokens[index].start, tokens[index + hit[0] - 1].end)
                        made.setdefault((found.start, found.end), found)
        return [made[key] for key in sorted(made)]

    def govern(self, view: TextView, start: int, end: int) -> list[Reading]:
        """The one modality that holds at a figure."""
        return [read_modality(view, start, end)]

    def verify(self, value: ClaimedValue, span: Span, view: TextView, anchor: Span | None = None) -> Verdict:
        """Is what is told at the anchor (else at the quote) of the claimed modality?

        Reasons: `no_other_cue` (actual), `cue`; `other_modality` (contradicted), `dated_earlier` (unconfirmed: told as
        news, of an event of some months ago), `no_cue`, `unknown_label`.
        """
        try:
            claimed = Modality(str(value.value))
        except ValueError:
            return Verdict(status=Status.UNSUPPORTED, reason="unknown_label", detail=f"{value.value!r} is no modality")
        at = anchor or span
        found = read_modality(view, at.start, at.end)
        whole = anchor is None or (anchor.start <= span.start and span.end <= anchor.end)
        cues = [r for r in self.read(view, span.start, span.end) if r.kind == claimed.value] if whole else []
        if found.kind == claimed.value or cues:
            decided = cues[0] if found.kind != claimed.value else found
            reason = "no_other_cue" if claimed is Modality.ACTUAL else "cue"
            return Verdict(status=Status.SUPPORTED, reason=reason, decided=(decided.start, decided.end))
        if claimed is Modality.HISTORICAL and found.kind == Modality.ACTUAL.value:
            return _history(view, span, at)
        if found.kind == Modality.HISTORICAL.value and claimed is Modality.ACTUAL and not _long_ago(view, found, at):
            words = view.text[found.start : found.end]
            detail = f"the words date it some time back: {words!r}"
            return _verdict(Status.UNCONFIRMED, "dated_earlier", detail, found)
        if found.kind != Modality.ACTUAL.value:
            return _verdict(Status.CONTRADICTED, "other_modality", f"the words make it {found.kind}", found)
        return Verdict(status=Status.UNSUPPORTED, reason="no_cue", detail=f"no word makes it {claimed.value}")

    def compatible(self, one: CheckedValue, other: CheckedValue) -> bool:
        """Equal, or actual and historical: what is history to a later article was news to an earlier one."""
        pair = {one.claimed.value, other.claimed.value}
        return len(pair) == 1 or pair == {Modality.ACTUAL.value, Modality.HISTORICAL.value}

    def fuse(self, witnesses: Sequence[Witness], rule: str) -> Fused:
        """The modality of most lines; on a tie in the order of the enumeration."""
        lines: dict[str, set[str]] = {}
        for witness in witnesses:
            lines.setdefault(str(witness.value.claimed.value), set()).add(witness.line)
        if not lines:
            return Fused(None, rule)
        order = [m.value for m in Modality]
        best = min(lines, key=lambda m: (-len(lines[m]), order.index(m) if m in order else len(order), m))
        supporting = tuple(i for i, w in enumerate(witnesses) if str(w.value.claimed.value) == best)
        conflicts = tuple(
            (i, j)
            for i, left in enumerate(witnesses)
            for j, right in enumerate(witnesses)
            if i < j and not self.compatible(left.value, right.value)
        )
        return Fused(best, rule, supporting=supporting, conflicts=conflicts)
