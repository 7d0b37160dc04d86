"""Which figures of an event are in force: within a source line the later one supersedes the earlier.

A toll rises, is corrected, and is repeated for weeks by articles that round it. So, within one line:

- a figure published later supersedes an earlier one that it does not merely repeat more loosely;
- a looser figure ("at least 50") beside a tighter one of the same line (62) is implied by it and not in force, whenever
  it was published: it is not a revision;
- between figures whose order nobody knows, only the second rule holds, and what cannot both be true stays in force and
  shows as a conflict of the source with itself;
- within one article, a higher figure of one source further on supersedes a lower one; figures in the article's own
  voice do not, for the second may be a total over other places;
- a headline is not earlier, it is shorter: "140 dead" over "at least 140" is the same figure without its hedge, and the
  text's is in force.

Across lines only a rising toll supersedes (`rising`). But a figure for which an article names no source is implied by
one that the same article attributes, and one of "officials" by one of a named source of the same kind, if those say at
least as much. Figures of one article that add up to another of it are its parts (`addends`), and so are
those of a place inside or of a group of the dead (`floors`): these have no part in the rules above.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from extractor.fusion.addends import parts_of_whole
from extractor.fusion.floors import CountOf, enumerated, floors, increments, total
from extractor.fusion.rising import risen
from extractor.fusion.stating import instant, interval, number, outweighs
from extractor.numbers import within
from extractor.records import Bound
from extractor.records.events import SourceLine, Standing, WitnessRecord
from extractor.values.when.days import Days


def _figure(witness: WitnessRecord) -> tuple[int | None, int | None]:
    return witness.low, witness.high


def _implies(tight: WitnessRecord, loose: WitnessRecord, *, equal: bool = False) -> bool:
    """Does the tight figure make the loose one superfluous? A ceiling ("as many as 178") is not a loose figure."""
    if loose.low is None or tight.low is None or (not equal and _figure(tight) == _figure(loose)):
        return False
    if not outweighs(tight, loose):
        return False
    return within(interval(tight), interval(loose))


def _batches(witnesses: Sequence[WitnessRecord]) -> list[list[WitnessRecord]]:
    """Dated witnesses in the order of publication; those of one moment (or day, if that is all we know) together."""
    times = {w.id: instant(w.published) for w in witnesses}
    timed = all(found is None or found[1] is not None for found in times.values())
    batches: dict[tuple[str, str], list[WitnessRecord]] = defaultdict(list)
    for witness in witnesses:
        found = times[witness.id]
        if found is not None:
            batches["" if timed else found[0], found[1].isoformat() if timed and found[1] else ""].append(witness)
    return [batches[key] for key in sorted(batches)]


class _Line:
    """The witnesses of one source line, and what becomes of them."""

    def __init__(self, witnesses: Sequence[WitnessRecord]) -> None:
        self._all = sorted(witnesses, key=_position)
        self.out: dict[str, tuple[Standing, str, str]] = {}

    def settle(self) -> dict[str, tuple[Standing, str, str]]:
        """Standing, reason and successor of every witness of the line that is not in force."""
        current: list[WitnessRecord] = []
        for batch in _batches(self._all):
            fresh = [w for w in self._unordered(batch) if not self._repeats(w, current)]
            if not fresh:
                continue
            figures = {_figure(w) for w in fresh}
            for old in current:
                new = next((w for w in fresh if outweighs(w, old)), None)
                if _figure(old) not in figures and new is not None:
                    self.out[old.id] = (Standing.SUPERSEDED, f"the same source later gave {new.text}", new.id)
            current = [old for old in current if old.id not in self.out] + fresh
        undated = [w for w in self._all if instant(w.published) is None]
        self._unordered(current + self._unordered(undated))
        return self.out

    def _repeats(self, witness: WitnessRecord, current: Sequence[WitnessRecord]) -> bool:
        tight = next((old for old in current if _implies(old, witness)), None)
        if tight is not None:
            self.out[witness.id] = (Standing.IMPLIED, f"the same source already gave {tight.text}", tight.id)
        return tight is not None

    def _unordered(self, witnesses: Sequence[WitnessRecord]) -> list[WitnessRecord]:
        """Those in force among witnesses of unknown order; within an article the position decides a rising toll."""
        found = sorted(witnesses, key=_position)
        distinct = _distinct(found)
        articles: dict[str, list[WitnessRecord]] = defaultdict(list)
        for witness in found:
            articles[witness.document].append(witness)
        for witness in found:
            hedged = next((w for w in articles[witness.document] if _hedges(w, witness)), None)
            if hedged is not None:
                self.out[witness.id] = (Standing.IMPLIED, f"the text below the headline says {hedged.text}", hedged.id)
                continue
            successor = next((w for w in distinct if _implies(w, witness) and w.id not in self.out), None)
            if successor is not None:
                self.out[witness.id] = (Standing.IMPLIED, f"the same source also gave {successor.text}", successor.id)
                continue
            risen = next((w for w in articles[witness.document] if _rises(witness, w)), None)
            if risen is not None:
                self.out[witness.id] = (Standing.SUPERSEDED, f"further on the article gives {risen.text}", risen.id)
        return [w for w in found if w.id not in self.out]


def _position(witness: WitnessRecord) -> tuple[str, int, str]:
    return witness.document, witness.evidence.start, witness.id


def _distinct(witnesses: Sequence[WitnessRecord]) -> list[WitnessRecord]:
    """One witness for every figure, the tightest figures first."""
    first: dict[tuple[int | None, int | None], WitnessRecord] = {}
    for witness in witnesses:
        first.setdefault(_figure(witness), witness)
    return sorted(first.values(), key=lambda w: (w.high is None, -(w.low or 0), w.high or 0, w.id))


def _hedges(text: WitnessRecord, head: WitnessRecord) -> bool:
    """Does the text give the headline's number with a hedge that the headline leaves out?"""
    return (
        head.headline
        and not text.headline
        and head.document == text.document
        and head.value == text.value
        and head.bound in (None, Bound.EXACT)
        and text.bound not in (None, Bound.EXACT)
        and interval(head).meets(interval(text))
        and outweighs(text, head)
    )


def _rises(early: WitnessRecord, late: WitnessRecord) -> bool:
    if early.document != late.document or early.headline or late.headline or early.attribution is None:
        return False
    if not outweighs(late, early):
        return False
    low, high = number(early), number(late)
    if (
        low is None
        or high is None
        or early.evidence.start >= late.evidence.start
        or interval(early).meets(interval(late))
    ):
        return False
    return high > low


def settle(
    witnesses: Sequence[WitnessRecord],
    lines: Mapping[str, SourceLine],
    event: Days | None = None,
    of: CountOf | None = None,
) -> list[WitnessRecord]:
    """The witnesses with their standing, sorted by article, position and id.

    `event` are the days of an event whose toll may rise; None for a count that does not rise. `of` states which figures
    are of a part (`floors`); None where nothing is known.
    Witnesses that were set aside before keep that standing; a figure without any number is left as it is.
    """
    out = standings(witnesses, lines, event, of)
    settled = []
    for witness in sorted(witnesses, key=_position):
        if witness.id in out:
            standing, reason, by = out[witness.id]
            settled.append(witness.model_copy(update={"standing": standing, "reason": reason, "by": by}))
        else:
            settled.append(witness)
    return settled


def standings(
    witnesses: Sequence[WitnessRecord],
    lines: Mapping[str, SourceLine],
    event: Days | None = None,
    of: CountOf | None = None,
) -> dict[str, tuple[Standing, str, str]]:
    """Of every witness that is not in force: its standing, the reason, and the witness that took its place."""
    open_ = [w for w in witnesses if w.standing is Standing.CURRENT and number(w) is not None]
    out: dict[str, tuple[Standing, str, str]] = {}
    if len(open_) < 2:  # noqa: PLR2004 - a figure alone has no rival
        return out
    if of is not None:
        out.update(floors(open_, of, lines))
        out.update(increments([w for w in open_ if w.id not in out], of))
    whole = [w for w in sorted(open_, key=_position) if w.id not in out]
    lists = enumerated(whole, of) if of is not None else []
    listed = {w.id for row in lists for w in row}
    whole = [w for w in whole if w.id not in listed]
    out.update(_among_wholes(whole, lines, event))
    out.update(_listed(lists, [w for w in whole if w.id not in out]))
    return out


def _among_wholes(
    whole: Sequence[WitnessRecord], lines: Mapping[str, SourceLine], event: Days | None
) -> dict[str, tuple[Standing, str, str]]:
    """What is not in force among figures that are each of the whole."""
    out: dict[str, tuple[Standing, str, str]] = {}
    by_line: dict[str, list[WitnessRecord]] = defaultdict(list)
    for witness in whole:
        by_line[witness.line].append(witness)
    for line in sorted(by_line):
        if len(by_line[line]) > 1:
            out.update(_Line(by_line[line]).settle())
    out.update(_implied_across([w for w in whole if w.id not in out], lines))
    out.update(parts_of_whole([w for w in whole if w.id not in out], lines))
    if event is not None:
        out.update(risen(whole, [w for w in whole if w.id not in out], lines, event))
    return out


def _listed(
    lists: Sequence[Sequence[WitnessRecord]], current: Sequence[WitnessRecord]
) -> dict[str, tuple[Standing, str, str]]:
    """Figures of groups give way to one of the whole; where nobody gives one, the fullest list is in force."""
    if not lists:
        return {}
    fullest = max(lists, key=lambda row: (total(row), -len(row), row[0].id))
    if current:
        by = max(current, key=lambda w: (w.confirmed, number(w) or 0, w.id))
        return {
            w.id: (Standing.PART, f"one of several groups, a part of {by.text}", by.id) for row in lists for w in row
        }
    kept = {w.id for w in fullest}
    reason = f"another list of groups adds up to more, {total(fullest):,}"
    return {w.id: (Standing.PART, reason, fullest[0].id) for row in lists for w in row if w.id not in kept}


def _implied_across(
    current: Sequence[WitnessRecord], lines: Mapping[str, SourceLine]
) -> dict[str, tuple[Standing, str, str]]:
    attributed: dict[str, list[WitnessRecord]] = defaultdict(list)
    named: dict[str, list[WitnessRecord]] = defaultdict(list)
    for witness in current:
        line = lines[witness.line]
        if line.attributed:
            attributed[witness.document].append(witness)
        if line.named:
            named[line.source_type.value].append(witness)
    tight_in = {key: _distinct(found) for key, found in attributed.items()}
    tight_of = {key: _distinct(found) for key, found in named.items()}
    out: dict[str, tuple[Standing, str, str]] = {}
    for witness in current:
        line = lines[witness.line]
        if not line.attributed:
            rivals, equal, words = tight_in.get(witness.document, []), True, "the same article attributes"
        elif not line.named:
            rivals, equal, words = tight_of.get(line.source_type.value, []), False, "a named source of that kind says"
        else:
            continue
        found = next((w for w in rivals if _implies(w, witness, equal=equal)), None)
        if found is not None:
            text = f"{words} {found.text} ({lines[found.line].name})"
            out[witness.id] = (Standing.IMPLIED, text, found.id)
    return out
