"""Which statements cannot both be right, and how that is said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from extractor.fusion.stating import instant, interval, number
from extractor.records.events import Conflict, ConflictKind, SourceLine, WitnessRecord


def conflicts_of(name: str, current: Sequence[WitnessRecord], lines: Mapping[str, SourceLine]) -> tuple[Conflict, ...]:
    """One conflict for every two figures in force that share no number, the lower one first."""
    figures: dict[tuple[int | None, int | None], list[WitnessRecord]] = defaultdict(list)
    for witness in current:
        figures[witness.low, witness.high].append(witness)
    ordered = sorted(figures.values(), key=lambda ws: (number(ws[0]) or 0, ws[0].high is None, ws[0].low or 0))
    found = []
    for one, other in combinations(ordered, 2):
        if interval(one[0]).meets(interval(other[0])):
            continue
        same = one[0].value == other[0].value
        found.append(conflict_of(name, ConflictKind.BOUND if same else ConflictKind.VALUE, (one, other), lines))
    return tuple(found)


def conflict_of(
    name: str,
    kind: ConflictKind,
    sides: tuple[Sequence[WitnessRecord], Sequence[WitnessRecord]],
    lines: Mapping[str, SourceLine],
    sentence: str | None = None,
) -> Conflict:
    """A conflict between two groups of witnesses; the sentence is made from their figures unless one is given."""
    one, other = sides
    text = sentence or f"{says(one, lines)}; {says(other, lines)}."
    return Conflict(
        kind=kind,
        field=name,
        one=tuple(w.id for w in one),
        other=tuple(w.id for w in other),
        one_lines=tuple(sorted({w.line for w in one})),
        other_lines=tuple(sorted({w.line for w in other})),
        sentence=text[0].upper() + text[1:],
    )


SHOWN = 3
NO_SOURCE = "(no source given)"


def says(witnesses: Sequence[WitnessRecord], lines: Mapping[str, SourceLine]) -> str:
    """Who says a figure, and when if all say it on one day: "SANA: at least 83"; three names, then how many more."""
    names = sorted({lines[w.line].name for w in witnesses}, key=lambda n: (NO_SOURCE in n, n))
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    texts = sorted({w.text for w in witnesses}, key=lambda t: (len(t), t))
    days = {found[0] if (found := instant(w.published)) else "" for w in witnesses}
    day = f" ({days.pop()})" if len(days) == 1 and "" not in days else ""
    unsure = "" if any(w.confirmed for w in witnesses) else " (unconfirmed)"
    return f"{', '.join(names[:SHOWN])}{more}: {texts[0]}{unsure}{day}"
