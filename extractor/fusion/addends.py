"""Figures of one article that add up to another of it: "2 in the dormitory", "the remaining 30", "32 in all".

Readers and models take parts for rivals of their whole. Where exact figures of an article in force for one event sum to
a larger exact one of the same article, the smaller ones are its parts and no rivals; so are all figures of an article
that gives no whole, where they sum to another's. They stay listed, with the sum.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from extractor.fusion.stating import outweighs
from extractor.records.events import SourceLine, Standing, WitnessRecord

_MOST = 3  # figures of a sum: with more, something always fits
_FIGURES = 12  # distinct figures of an article that are tried


def parts_of_whole(
    current: Sequence[WitnessRecord], lines: Mapping[str, SourceLine]
) -> dict[str, tuple[Standing, str, str]]:
    """The witnesses that are parts of a figure: standing, reason, the witness of the whole.

    Two sources that give rival figures are not parts of a third one's: all of a sum must come from one source, or from
    the article itself. Of another article's figure only *all* that an article gives can be the parts.
    """
    exact: dict[str, dict[int, list[WitnessRecord]]] = defaultdict(lambda: defaultdict(list))
    for witness in current:
        if witness.low is not None and witness.low == witness.high and witness.low > 0:
            exact[witness.document][witness.low].append(witness)
    out: dict[str, tuple[Standing, str, str]] = {}
    for document in sorted(exact):
        figures = exact[document]
        ordered = sorted(figures)[:_FIGURES]
        for size in range(2, _MOST + 1):
            for terms in combinations(ordered, size):
                whole = sum(terms)
                if whole not in figures:
                    continue
                by = min(figures[whole], key=lambda w: (not w.confirmed, w.id))
                parts = [w for term in terms for w in figures[term] if outweighs(by, w)]
                if len({w.line for w in parts if lines[w.line].attributed}) <= 1:
                    text = f"{' + '.join(f'{term:,}' for term in terms)} = {whole:,}, which the same article gives"
                    out.update((w.id, (Standing.PART, text, by.id)) for w in parts if w.id not in out)
    for document in sorted(exact):
        out.update(_told_elsewhere(document, exact, out))
    return out


def _told_elsewhere(
    document: str, exact: Mapping[str, Mapping[int, list[WitnessRecord]]], known: Mapping[str, object]
) -> dict[str, tuple[Standing, str, str]]:
    """The figures of an article that gives no whole, when all of one line add up to what another article gives."""
    own = [w for found in exact[document].values() for w in found]
    terms = sorted(exact[document])
    if not 1 < len(terms) <= _MOST or len({w.line for w in own}) > 1 or any(w.id in known for w in own):
        return {}
    wholes = [w for other in sorted(exact) if other != document for w in exact[other].get(sum(terms), ())]
    by = min((w for w in wholes if all(outweighs(w, part) for part in own)), key=lambda w: w.id, default=None)
    if by is None:
        return {}
    text = f"{' + '.join(f'{term:,}' for term in terms)} = {by.text}, which {by.document} gives"
    return {w.id: (Standing.PART, text, by.id) for w in own}
