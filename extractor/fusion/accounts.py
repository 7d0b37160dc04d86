"""What each side says of all parts together, and whether parts and wholes agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from extractor.fusion.reconciliation import Part, addend, adds_up
from extractor.fusion.rising import RULE
from extractor.fusion.stating import OUT, instant, interval, number
from extractor.numbers import Interval
from extractor.records.events import (
    Account,
    Addend,
    FieldRecord,
    Fit,
    Flag,
    FlagKind,
    Reconciliation,
    SourceLine,
    Standing,
    WitnessRecord,
)

_DAY = 10  # characters of an ISO date


def accounts(field: str, parts: Sequence[Part], lines: Mapping[str, SourceLine]) -> tuple[Account, ...]:
    """For every side that gives a figure for two or more parts: its figures in force and what they add up to.

    A side is a source line, or the government and the state media of one country together. Where one side has several
    figures for a part the highest in force is its own last word (a floor is implied by it). Only attributed lines have
    an account: an article that names no source is nobody's. A part for which nobody gives a figure is left out.
    """
    by_side: dict[str, dict[str, list[WitnessRecord]]] = defaultdict(lambda: defaultdict(list))
    counted = [part for part in parts if any(adds_up(witness) for witness in part.witnesses)]
    for part in counted:
        for witness in part.witnesses:
            line = lines[witness.line]
            if line.attributed and _last_word(witness) and adds_up(witness):
                by_side[line.side][part.event].append(witness)
    sides = [side for side in sorted(by_side) if len(by_side[side]) > 1]
    return tuple(_account(field, side, by_side[side], counted, lines) for side in sides)


def _last_word(witness: WitnessRecord) -> bool:
    """Is it what its source last said? Then it is part of its account, even if others have since counted more."""
    return witness.standing is Standing.CURRENT or witness.reason.startswith(RULE)


def _account(
    field: str,
    side: str,
    figures: Mapping[str, Sequence[WitnessRecord]],
    parts: Sequence[Part],
    lines: Mapping[str, SourceLine],
) -> Account:
    terms: list[Addend] = []
    floor = False
    for part in parts:
        if part.event in figures:
            best = max(figures[part.event], key=lambda w: (not w.soft, number(w) or 0, w.high is not None, w.id))
            same = [w for w in figures[part.event] if (w.low, w.high) == (best.low, best.high)]
            terms.append(addend(part, same))
            floor = floor or best.high is None
    missing = tuple(part.event for part in parts if part.event not in figures)
    total = None if missing else sum(term.number for term in terms)
    names = sorted({lines[key].name for term in terms for key in term.lines}, key=lambda n: (len(n), n))
    figures_text = " + ".join(f"{term.number:,}" for term in terms)
    together = sum(term.number for term in terms)
    ending = f"= {together:,}" + (f" without {', '.join(missing)}" if missing else "")
    return Account(
        side=side,
        field=field,
        addends=tuple(terms),
        total=total,
        at_least=floor,
        missing=missing,
        sentence=f"{' and '.join(names)}: {figures_text} {ending}" + (" (at least)" if floor else ""),
    )


def whole_flags(
    field: str, whole: FieldRecord, parts: Mapping[str, FieldRecord], reconciled: Sequence[Reconciliation]
) -> list[Flag]:
    """Warnings where parts and whole disagree: a part above it, a sum that differs, a total that no sum explains."""
    flags: list[Flag] = []
    known = {key: part.best for key, part in parts.items() if part.best is not None}
    if whole.best is not None:
        flags += [
            Flag(
                kind=FlagKind.PART_ABOVE_WHOLE,
                field=field,
                sentence=f"{key} alone has {known[key]:,}, more than the total of {whole.best:,}.",
                witnesses=(*parts[key].supporting, *whole.supporting),
            )
            for key in sorted(known)
            if known[key] > whole.best
        ]
        together = sum(known.values())
        if len(known) == len(parts) > 1 and not _fits(whole, parts.values()):
            flags.append(
                Flag(
                    kind=FlagKind.PARTS_AND_TOTAL,
                    field=field,
                    sentence=f"the best figures of the parts add up to {together:,}, the best total is "
                    f"{whole.best:,}{_made_of(whole.best, reconciled)}.",
                    witnesses=whole.supporting,
                )
            )
    flags.extend(
        Flag(
            kind=FlagKind.UNEXPLAINED_TOTAL,
            field=field,
            sentence=f"no sum of part figures explains {item.text} ({item.document}){_nearest(item)}.",
            witnesses=item.witnesses,
        )
        for item in reconciled
        if not item.explained
    )
    return flags


def _fits(whole: FieldRecord, parts: Iterable[FieldRecord]) -> bool:
    """May the best figures of the parts add up to the best total, each taken for what its words allow?"""
    low = high = 0
    for part in parts:
        backing = [interval(w) for w in part.witnesses if w.id in part.supporting]
        rounded = [span for span in backing if span.soft and span.low is not None and span.high is not None]
        ends = rounded[0] if rounded and len(rounded) == len(backing) else Interval(part.best, part.best)
        low += ends.low or 0
        high += ends.high or 0
    stated = [interval(w) for w in whole.witnesses if w.id in whole.supporting]
    return any(Interval(low, high).meets(span) for span in stated)


def _made_of(total: int, reconciled: Sequence[Reconciliation]) -> str:
    """Which part figures make the best total, if some do: " (57 + 83)"."""
    sums = [c for item in reconciled if item.number == total for c in item.combinations if c.fit is Fit.EXACT]
    return f" ({' + '.join(f'{term.number:,}' for term in sums[0].addends)})" if sums else ""


def _nearest(item: Reconciliation) -> str:
    refuted = [c for c in item.combinations if c.fit is Fit.NO]
    return f"; the nearest is {refuted[0].total:,}" if refuted else ""


def article_flags(field: str, record: FieldRecord, lines: Mapping[str, SourceLine]) -> list[Flag]:
    """Warnings where an article contradicts itself in its own voice, above all its headline its text."""
    by_article: dict[str, list[WitnessRecord]] = defaultdict(list)
    for witness in record.witnesses:
        if number(witness) is not None and witness.standing not in OUT:
            by_article[witness.document].append(witness)
    flags = []
    for document in sorted(by_article):
        seen: set[tuple[object, ...]] = set()
        heads = [w for w in by_article[document] if w.headline]
        own = [w for w in by_article[document] if not w.headline and not lines[w.line].attributed]
        body = own or [w for w in by_article[document] if not w.headline]
        for one in heads:
            against = [w for w in body if not interval(one).meets(interval(w))]
            agree = [w for w in body if interval(one).meets(interval(w))]
            if against and not (agree and not own):
                key = (one.text, against[0].text)
                if key not in seen:
                    seen.add(key)
                    flags.append(_contradiction(field, document, one, against[0]))
        flags.extend(_inside(field, document, [w for w in own if w.standing is Standing.CURRENT], seen))
    return flags


def later_flags(field: str, record: FieldRecord, lines: Mapping[str, SourceLine]) -> list[Flag]:
    """A warning when the best figure may be out of date: another source has since published one that excludes it.

    Only the same source's later figure supersedes; but a toll rises for everybody.
    """
    current = [w for w in record.witnesses if w.standing is Standing.CURRENT and number(w) is not None]
    backing = [w for w in current if w.id in record.supporting]
    days = [found[0] for w in backing if (found := instant(w.published)) is not None]
    if not days or len(days) < len(backing):
        return []
    later = [
        w
        for w in current
        if (found := instant(w.published)) is not None
        and found[0] > max(days)
        and not any(interval(w).meets(interval(b)) for b in backing)
    ]
    if not later:
        return []
    last = max(later, key=lambda w: (instant(w.published) or ("",), number(w) or 0, w.id))
    day = (instant(last.published) or ("",))[0]
    return [
        Flag(
            kind=FlagKind.LATER,
            field=field,
            sentence=f"the best figure is of {max(days)}; on {day} {lines[last.line].name} gave {last.text}.",
            witnesses=(last.id, *record.supporting),
        )
    ]


def rising_flags(field: str, record: FieldRecord, lines: Mapping[str, SourceLine]) -> list[Flag]:
    """What gave way to a later figure of another source, so that it never happens silently."""
    known = {w.id: w for w in record.witnesses}
    given: dict[tuple[str, str], list[WitnessRecord]] = defaultdict(list)
    for witness in record.witnesses:
        if witness.standing is Standing.SUPERSEDED and witness.reason.startswith(RULE) and witness.by is not None:
            given[witness.by, witness.text].append(witness)
    flags = []
    for (by, text), old in sorted(given.items()):
        new, names = known[by], ", ".join(sorted({lines[w.line].name for w in old}))
        first, then = (str(w.published)[:_DAY] for w in (old[0], new))
        sentence = f"the toll rose from {text} ({first}) to {new.text} ({then}): {names}, then {lines[new.line].name}."
        flags.append(Flag(kind=FlagKind.RISING, field=field, sentence=sentence, witnesses=(by, *(w.id for w in old))))
    return flags


def _contradiction(field: str, document: str, head: WitnessRecord, text: WitnessRecord) -> Flag:
    return Flag(
        kind=FlagKind.HEADLINE,
        field=field,
        sentence=f"the headline of {document} says {head.text}, its text {text.text}.",
        witnesses=(head.id, text.id),
    )


def _inside(field: str, document: str, own: Sequence[WitnessRecord], seen: set[tuple[object, ...]]) -> list[Flag]:
    flags = []
    for index, one in enumerate(own):
        for other in own[index + 1 :]:
            key = (one.text, other.text)
            if key not in seen and not interval(one).meets(interval(other)):
                seen.add(key)
                flags.append(
                    Flag(
                        kind=FlagKind.WITHIN_ARTICLE,
                        field=field,
                        sentence=f"{document} says {one.text} and {other.text}, in its own voice.",
                        witnesses=(one.id, other.id),
                    )
                )
    return flags
