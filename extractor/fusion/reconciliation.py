"""Why does the headline say 130? Every sum of part figures that explains a stated total, and those that do not.

A total ("140 in Damascus and Homs") is put together by an editor from part figures that may come from other articles.
For each total of each article all sums, one figure a part, are tried: figures of any source line, in force or not,
since an editor may have had an early one. Sums of the same article come first: they are what the writer saw.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product
from math import prod

from extractor.fusion.stating import interval, number
from extractor.numbers import Interval
from extractor.records import Bound
from extractor.records.events import (
    Addend,
    Combination,
    Fit,
    Reconciliation,
    SourceLine,
    Standing,
    WitnessRecord,
)
from extractor.records.groups import Group

LIMIT = 20_000  # sums tried for one total
SHOWN = 12  # sums listed for one total
_FITS = (Fit.EXACT, Fit.WITHIN, Fit.IF, Fit.NO)


@dataclass(frozen=True, slots=True)
class Part:
    """One part event of a total: its id, its place in words, and the witnesses of the field in question."""

    event: str
    place: str | None
    witnesses: tuple[WitnessRecord, ...]


def one_place(parts: Mapping[str, Group]) -> list[tuple[str, ...]]:
    """The parts of a total, those together that may be one event: of the same place, and all but one without a date.

    Their figures are rivals, not addends: "62 in Sayyida Zeinab" of a dated article and "at least 83" of an undated
    one. Two dated parts of one place are two attacks on one town.
    """
    by_place: dict[str, list[str]] = defaultdict(list)
    for key in sorted(parts):
        by_place[(parts[key].place or key).casefold()].append(key)
    found: list[tuple[str, ...]] = []
    for keys in by_place.values():
        dated = [key for key in keys if parts[key].date]
        if len(dated) > 1:
            found.extend((key,) for key in keys)
        else:
            found.append(tuple(sorted(keys, key=lambda key: (key not in dated, key))))
    return sorted(found)


def adds_up(witness: WitnessRecord) -> bool:
    """Can the figure appear in a sum? "Dozens" cannot: any total would be explained by it."""
    return number(witness) is not None and witness.bound is not Bound.VAGUE


def options(part: Part) -> list[tuple[WitnessRecord, ...]]:
    """The distinct figures of a part, each with the witnesses that state it."""
    figures: dict[tuple[object, ...], list[WitnessRecord]] = defaultdict(list)
    for witness in part.witnesses:
        if adds_up(witness):
            figures[number(witness), witness.low, witness.high, witness.soft].append(witness)
    return [tuple(figures[key]) for key in sorted(figures, key=str)]


def addend(part: Part, witnesses: Sequence[WitnessRecord]) -> Addend:
    """A part figure as it goes into a sum."""
    return Addend(
        event=part.event,
        place=part.place,
        text=witnesses[0].text,
        number=number(witnesses[0]) or 0,
        lines=tuple(sorted({w.line for w in witnesses})),
        documents=tuple(sorted({w.document for w in witnesses})),
        witnesses=tuple(w.id for w in witnesses),
    )


def _sum(figures: Sequence[Sequence[WitnessRecord]]) -> tuple[int, Interval]:
    """The sum of the numbers, and the interval it may lie in when rounded figures are taken for what they may be."""
    total, low, high = 0, 0, 0
    for witnesses in figures:
        one = number(witnesses[0]) or 0
        span = interval(witnesses[0])
        rounded = witnesses[0].soft and span.low is not None and span.high is not None
        exact_range = witnesses[0].bound is Bound.BETWEEN
        total += one
        low += span.low if (rounded or exact_range) and span.low is not None else one
        high += span.high if (rounded or exact_range) and span.high is not None else one
    return total, Interval(low, high)


def fit_of(total: WitnessRecord, figures: Sequence[Sequence[WitnessRecord]]) -> Fit:
    """How the sum of the figures stands to the total."""
    stated = total.value if isinstance(total.value, int) else number(total)
    points, span = _sum(figures)
    allowed = interval(total)
    exactly = Interval(stated, stated)
    possible = stated is not None and allowed.meets(exactly)
    if possible and points == stated:
        return Fit.EXACT
    if possible and span.low != span.high and span.meets(exactly):
        return Fit.IF
    if allowed.meets(Interval(points, points)):
        return Fit.WITHIN
    return Fit.IF if span.low != span.high and span.meets(allowed) else Fit.NO


def reconcile(
    field: str,
    totals: Sequence[WitnessRecord],
    parts: Sequence[Part],
    lines: Mapping[str, SourceLine],
) -> tuple[Reconciliation, ...]:
    """One reconciliation for every distinct total of every article, in the order of the articles.

    Nothing comes back when fewer than two parts have a figure: there is nothing to add up.
    """
    filled = [part for part in parts if options(part)]
    missing = tuple(part.event for part in parts if not options(part))
    if len(filled) < 2:  # noqa: PLR2004 - a sum has two parts
        return ()
    grouped: dict[tuple[object, ...], list[WitnessRecord]] = defaultdict(list)
    for witness in totals:
        if number(witness) is not None and isinstance(witness.value, int):
            grouped[witness.document, witness.value, witness.low, witness.high].append(witness)
    found = [_one(field, stated, filled, missing, lines) for stated in grouped.values()]
    return tuple(sorted(found, key=lambda r: (r.document, r.number, r.text)))


def _one(
    field: str,
    stated: Sequence[WitnessRecord],
    parts: Sequence[Part],
    missing: tuple[str, ...],
    lines: Mapping[str, SourceLine],
) -> Reconciliation:
    total = stated[0]
    choices, exhaustive = _choices(parts, total.document)
    ranked = []
    for figures in islice(product(*choices), LIMIT):
        fit = fit_of(total, figures)
        own = all(any(w.document == total.document for w in witnesses) for witnesses in figures)
        points, _ = _sum(figures)
        stale = sum(all(w.standing is Standing.SUPERSEDED for w in witnesses) for witnesses in figures)
        distance = abs(points - (total.value if isinstance(total.value, int) else 0))
        key = (fit is Fit.NO, not own, _FITS.index(fit), distance, stale, tuple(w[0].id for w in figures))
        ranked.append((key, fit, figures, own))
    ranked.sort(key=lambda row: row[0])
    explained = [row for row in ranked if row[1] is not Fit.NO]
    refuted = [row for row in ranked if row[1] is Fit.NO and row[3]]
    shown = (explained + refuted)[:SHOWN]
    combos = tuple(_combination(total, parts, row[2], (row[1], row[3]), lines) for row in shown)
    return Reconciliation(
        field=field,
        document=total.document,
        witnesses=tuple(w.id for w in stated),
        text=total.text,
        number=total.value if isinstance(total.value, int) else 0,
        explained=bool(explained),
        combinations=combos,
        omitted=len(explained) + len(refuted) - len(combos),
        exhaustive=exhaustive,
        missing=missing,
    )


def _choices(parts: Sequence[Part], document: str) -> tuple[list[list[tuple[WitnessRecord, ...]]], bool]:
    """The figures to try for each part, own article first: all, or with too many sums the likely ones."""
    everything = [sorted(options(part), key=lambda ws: _own_first(ws, document)) for part in parts]
    if prod(len(choice) for choice in everything) <= LIMIT:
        return everything, True
    likely = []
    for choice in everything:
        own = [ws for ws in choice if any(w.document == document for w in ws)]
        force = [ws for ws in choice if any(w.standing is Standing.CURRENT for w in ws)]
        likely.append(own or force or choice)
    while prod(len(choice) for choice in likely) > LIMIT:
        longest = max(range(len(likely)), key=lambda i: (len(likely[i]), -i))
        likely[longest] = likely[longest][: max(1, len(likely[longest]) // 2)]
    return likely, False


def _own_first(witnesses: Sequence[WitnessRecord], document: str) -> tuple[bool, bool, str]:
    own = any(w.document == document for w in witnesses)
    return not own, all(w.standing is not Standing.CURRENT for w in witnesses), witnesses[0].id


def _combination(
    total: WitnessRecord,
    parts: Sequence[Part],
    figures: Sequence[Sequence[WitnessRecord]],
    verdict: tuple[Fit, bool],
    lines: Mapping[str, SourceLine],
) -> Combination:
    fit, own = verdict
    chosen = []
    for part, witnesses in zip(parts, figures, strict=True):
        here = [w for w in witnesses if w.document == total.document] if own else []
        chosen.append(addend(part, here or witnesses))
    points, _ = _sum(figures)
    stated = total.value if isinstance(total.value, int) else 0
    terms = " + ".join(f"{a.number:,} ({_where(a)}; {_who(a, lines)})" for a in chosen)
    ending = {
        Fit.EXACT: f"is {total.text}" if total.bound in (None, Bound.EXACT) else f"fits {total.text} exactly",
        Fit.WITHIN: f"fits {total.text}",
        Fit.IF: _condition(total, parts, figures),
        Fit.NO: f"is not {total.text}",
    }[fit]
    return Combination(
        addends=tuple(chosen),
        total=points,
        fit=fit,
        difference=points - stated,
        same_article=own,
        sentence=f"{terms} = {points:,}, {ending}.",
    )


def _condition(total: WitnessRecord, parts: Sequence[Part], figures: Sequence[Sequence[WitnessRecord]]) -> str:
    """What the one rounded part must be for the sum to fit: "fits 140 if around 60 is 57"."""
    rounded = [ws[0] for ws in figures if interval(ws[0]).low != interval(ws[0]).high and ws[0].high is not None]
    stated = total.value if isinstance(total.value, int) else 0
    if len(rounded) != 1 or len(parts) != len(figures):
        return f"fits {total.text} within the rounding"
    points, _ = _sum(figures)
    needed = stated - (points - (number(rounded[0]) or 0))
    return f"fits {total.text} if {rounded[0].text} is {needed:,}"


def _where(term: Addend) -> str:
    return (term.place or term.event).split(",")[0]


def _who(term: Addend, lines: Mapping[str, SourceLine]) -> str:
    """The source of a part figure in a few words: a name if there is one, else the article."""
    known = [lines[key] for key in term.lines if key in lines]
    named = sorted((line.name for line in known if line.named), key=lambda n: (len(n), n))
    if named:
        return named[0]
    loose = sorted(line.name for line in known if line.attributed)
    return loose[0] if loose else f"no source, {term.documents[0]}"
