"""A toll that rises: the later figure of another source takes the place of an earlier one.

Bodies are found for days, so "12 dead" on the day and "108" two days later is no dispute. Coders of UCDP and ACLED take
the latest credible report of a fresh event; a figure of the first days gives way to a later one (`RULE`) when

- the day of the event is known, and the earlier figure was published within `FRESH` days of it;
- the later figure was published at least a day after its source last spoke, is higher, and excludes it;
- the later source stands as high (a named source above "officials", those above no source), or several independent
  lines give later figures that exclude the earlier one;
- it is no old rivalry: neither had the later source spoken against the earlier figure before, nor was the later figure
  already out, by anybody, when the earlier one was last given.

Where two sides count each other's dead (`TWO_SIDES`) nothing rises: a rebel radio's figure is no later count of the
army's. Nor is superseded who insists: police still count 3 when lawyers count 11. Both figures stay listed, and a flag
says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from extractor.eventrecords import SourceLine, Standing, WitnessRecord
from extractor.fusion.lines import independent
from extractor.fusion.stating import instant, interval, number
from extractor.values.intervals import parse_iso

RULE = "rising toll"
FRESH = 3  # days after the event in which a figure is a first count
TWO_SIDES = ("battles", "protests", "riots")  # ACLED's types of events in which the sides give rival tolls
_VAGUE_DAY = 7  # days: an event dated no better has no first days

_Out = dict[str, tuple[Standing, str, str]]


def day_of_event(text: str | None, event_type: str | None = None) -> date | None:
    """The last day on which the event may have happened; None when not known to a week, or its toll does not rise.

    >>> day_of_event("2016-02-20/2016-02-21"), day_of_event("2016") is None
    (datetime.date(2016, 2, 21), True)
    """
    days = parse_iso(text) if text and event_type not in TWO_SIDES else None
    return days.last if days is not None and days.length <= _VAGUE_DAY else None


def risen(
    witnesses: Sequence[WitnessRecord], current: Sequence[WitnessRecord], lines: Mapping[str, SourceLine], event: date
) -> _Out:
    """The witnesses of `current` that a later figure supersedes, with the reason and the witness that does.

    Args:
        witnesses: all figures of the field that were not set aside.
        current: those still in force.
        lines: the source lines.
        event: the last day on which the event may have happened.
    """
    dated = {w.id: day for w in witnesses if (day := _day(w)) is not None}
    by_line: dict[str, list[WitnessRecord]] = defaultdict(list)
    for witness in current:
        by_line[witness.line].append(witness)
    out: _Out = {}
    later = sorted((w for w in current if w.id in dated), key=lambda w: (dated[w.id], number(w) or 0, w.id))
    for line in sorted(by_line):
        own = by_line[line]
        if any(w.id not in dated for w in own):
            continue
        last = max(dated[w.id] for w in own)
        if not 0 <= (last - event).days <= FRESH:
            continue
        known = [w for w in witnesses if w.id in dated and dated[w.id] <= last]
        rivals = [w for w in later if w.line != line and dated[w.id] > last]
        for old in own:
            found = _successor(old, rivals, known, lines)
            if found is not None:
                day = dated[found.id]
                reason = (
                    f"{RULE}: on {day}, {(day - event).days} days after the event, "
                    f"{lines[found.line].name} gave {found.text}"
                )
                out[old.id] = (Standing.SUPERSEDED, reason, found.id)
    return out


def _day(witness: WitnessRecord) -> date | None:
    found = instant(witness.published)
    return date.fromisoformat(found[0]) if found else None


def _successor(
    old: WitnessRecord, later: Sequence[WitnessRecord], known: Sequence[WitnessRecord], lines: Mapping[str, SourceLine]
) -> WitnessRecord | None:
    """The last figure that takes the place of `old`; None if there is none."""
    against = [w for w in known if _above(w, old)]
    spoken = {w.line for w in against}
    out_before = {(w.low, w.high) for w in against}
    new = [w for w in later if _above(w, old) and w.line not in spoken and (w.low, w.high) not in out_before]
    several = independent([lines[key] for key in sorted({w.line for w in new})]) > 1
    credible = [w for w in new if several or _rank(lines[w.line]) >= _rank(lines[old.line])]
    return credible[-1] if credible else None


def _above(one: WitnessRecord, other: WitnessRecord) -> bool:
    low, high = number(other), number(one)
    return low is not None and high is not None and high > low and not interval(one).meets(interval(other))


def _rank(line: SourceLine) -> int:
    return (1 if line.attributed else 0) + (1 if line.named else 0)
