"""A toll that rises: the later figure of another source takes the place of an earlier one.

Bodies are found for days, so "12 dead" on the day and "108" later by others is not a dispute. Coders of UCDP and ACLED
take the latest credible report; a figure gives way to a later one (`RULE`), however many days lie between, when

- it was published while the dead were still counted: within `COUNTING` days of the event, or of the first report of an
  event that nobody dates. What is reported of an event of old was known all along;
- the later figure was published at least a day after its source last spoke, is higher, and excludes it or says more
  ("at least 12", then 108);
- the later report states the toll as the toll: the article itself, officials, monitors, a named source. A witness or a
  party to the violence does so only where several independent lines give such figures;
- it is no old rivalry: neither had the later source spoken against the earlier figure before, nor was the later figure
  already out, by anybody, when the earlier one was last given, nor does anybody give the earlier one again afterwards;
- an unconfirmed figure supersedes no confirmed one.

Where two sides count each other's dead (`Domain.two_sided`) nothing rises: a rebel radio's figure is no later count of
the army's. Nor is superseded who insists: police still count 3 when lawyers count 11. Both figures stay listed, and a
flag says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from extractor.fusion.lines import independent
from extractor.fusion.stating import instant, interval, number, outweighs
from extractor.numbers import within
from extractor.records import SourceType
from extractor.records.events import SourceLine, Standing, WitnessRecord
from extractor.values.when.days import Days, one_day, parse_iso

RULE = "rising toll"
COUNTING = 31  # days after an event in which its dead are still counted
_PARTIES = (SourceType.WITNESS, SourceType.PERPETRATOR_OUTLET)  # they tell what they saw, or what serves them

_Out = dict[str, tuple[Standing, str, str]]


def counted_from(text: str | None, published: Iterable[str | None]) -> Days | None:
    """The days on which the event may have happened, from which its toll rises; None when no day is known.

    An event without a day is taken to be of the day on which it was first reported.

    Args:
        text: the event's date, ISO or `start/end`; None when nobody says.
        published: when the articles that report it were published.

    >>> counted_from("2016-02-20/2016-02-21", []).iso()
    '2016-02-20/2016-02-21'
    >>> counted_from(None, ["2016-02-23", "2016-02-22", None]).iso()
    '2016-02-22/2016-02-22'
    """
    if text:
        return parse_iso(text)
    days = sorted(found[0] for when in published if (found := instant(when)) is not None)
    return one_day(date.fromisoformat(days[0])) if days else None


def risen(
    witnesses: Sequence[WitnessRecord], current: Sequence[WitnessRecord], lines: Mapping[str, SourceLine], event: Days
) -> _Out:
    """The witnesses of `current` that a later figure supersedes, with the reason and the witness that does.

    Args:
        witnesses: all figures of the field that were not set aside.
        current: those still in force.
        lines: the source lines.
        event: the days on which the event may have happened.
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
        if last < event.first or (last - event.last).days > COUNTING:
            continue
        known = [w for w in witnesses if w.id in dated and dated[w.id] <= last]
        rivals = [w for w in later if w.line != line and dated[w.id] > last]
        for old in own:
            found = _successor(old, rivals, known, lines)
            again = found and any(_figure(w) == _figure(old) and dated[w.id] > dated[found.id] for w in later)
            if found is not None and not again:
                reason = f"{RULE}: on {dated[found.id]} {lines[found.line].name} gave {found.text}"
                out[old.id] = (Standing.SUPERSEDED, reason, found.id)
    return out


def _figure(witness: WitnessRecord) -> tuple[int | None, int | None]:
    return witness.low, witness.high


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
    credible = [w for w in new if outweighs(w, old) and (several or _tells_toll(lines[w.line], lines[old.line]))]
    return credible[-1] if credible else None


def _above(one: WitnessRecord, other: WitnessRecord) -> bool:
    """Is the figure higher, and does it exclude the other or say more than that floor?"""
    low, high = number(other), number(one)
    if low is None or high is None or high <= low:
        return False
    tighter = other.high is None and within(interval(one), interval(other))
    return tighter or not interval(one).meets(interval(other))


def _tells_toll(new: SourceLine, old: SourceLine) -> bool:
    """Does the later source state the toll as the toll, or at least from where the earlier one spoke?"""
    return new.source_type not in _PARTIES or old.source_type in _PARTIES
