"""Fields that are not figures: places, dates, actors, sources, labels, responsibility. Their value types decide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from extractor.fusion.conflicts import conflict_of
from extractor.fusion.figures import Setting
from extractor.fusion.kinds import Kind, is_accused
from extractor.fusion.lines import independent
from extractor.fusion.witnesses import Seen
from extractor.records import CheckedValue, Modality, Stance
from extractor.records.events import (
    Agreement,
    Conflict,
    ConflictKind,
    FieldRecord,
    SourceLine,
    Standing,
    WitnessRecord,
)
from extractor.values.valuetype import ValueType, Witness

# What an event has one of. It may have several actors, weapons, kinds of victims, nested places, and labels of every
# sort: that articles name different ones is no disagreement.
_SINGLE = (Kind.WHEN, Kind.OTHER)
_TOOK_PLACE = (Modality.ACTUAL, Modality.HISTORICAL)
_ASSERTS = (Stance.CLAIMED, Stance.BLAMED, Stance.REPORTED)


def fuse_names(
    field: tuple[str, Kind],
    value_type: ValueType,
    seen: Sequence[Seen],
    setting: Setting,
) -> tuple[FieldRecord, tuple[Conflict, ...]]:
    """One value out of many by the value type's own `fuse`; independent of their order. `field` is name and kind."""
    name, kind = field
    lines, rule, copied = setting.lines, setting.rule, setting.copied
    ordered = sorted(seen, key=lambda s: (s.record.document, s.record.evidence.start, s.record.id))
    current = [s for s in ordered if s.record.standing is Standing.CURRENT]
    everyone = tuple(s.record for s in ordered)
    if not current:
        return FieldRecord(kind=kind, value=None, text="", rule=rule, witnesses=everyone), ()
    current = [s for s in current if s.record.confirmed] or current
    fused = value_type.fuse([Witness(s.value, s.record.line, _order(s.record)) for s in current], rule.value)
    supporting = [current[i].record for i in fused.supporting]
    if is_accused(value_type):
        conflicts = _rival_accounts(name, value_type, current, lines)
    elif kind is Kind.RESPONSIBILITY:
        conflicts = _rivals(name, value_type, current, lines)
    elif kind is Kind.MODALITY:
        conflicts = _denials(name, current, lines)
    else:
        conflicts = _disagreements(name, value_type, current, lines) if kind in _SINGLE else ()
    stating = {w.line for w in supporting}
    independent_lines = independent([lines[key] for key in sorted(stating)], copied)
    record = FieldRecord(
        kind=kind,
        value=fused.value,
        text=_in_words(fused.value, supporting),
        rule=fused.rule,
        disputed=bool(conflicts),
        agreement=Agreement(
            independent=independent_lines,
            exact=independent_lines,
            compatible=independent([lines[key] for key in sorted({s.record.line for s in current})], copied),
            lines=tuple(sorted(stating)),
        ),
        confirmed=any(w.confirmed for w in supporting),
        supporting=tuple(w.id for w in supporting),
        witnesses=everyone,
    )
    return record, conflicts


def _in_words(value: str | int | None, supporting: Sequence[WitnessRecord]) -> str:
    if value is None:
        return ""
    stances = sorted({w.stance.value for w in supporting if w.stance is not None})
    return f"{value} ({', '.join(stances)})" if stances else str(value)


def _order(record: WitnessRecord) -> tuple[str, ...]:
    return (record.published or "", record.document, f"{record.evidence.start:09d}", record.id)


def _by_value(current: Sequence[Seen]) -> list[list[Seen]]:
    groups: dict[str, list[Seen]] = defaultdict(list)
    for item in current:
        groups[f"{item.record.value}\x00{item.value.resolved or ''}\x00{item.record.stance or ''}"].append(item)
    return [groups[key] for key in sorted(groups)]


def _disagreements(
    name: str, value_type: ValueType, current: Sequence[Seen], lines: Mapping[str, SourceLine]
) -> tuple[Conflict, ...]:
    """Pairs of values that cannot both be right."""
    groups = _by_value(current)
    return tuple(
        conflict_of(name, ConflictKind.VALUE, ([s.record for s in one], [s.record for s in other]), lines)
        for one, other in combinations(groups, 2)
        if not value_type.compatible(one[0].value, other[0].value)
    )


def _denials(name: str, current: Sequence[Seen], lines: Mapping[str, SourceLine]) -> tuple[Conflict, ...]:
    """That it took place, and that it did not."""
    denied = [s.record for s in current if s.record.value == Modality.NEGATED]
    stated = [s.record for s in current if s.record.value in _TOOK_PLACE]
    if not denied or not stated:
        return ()
    sources = (sorted({lines[w.line].name for w in side}) for side in (denied, stated))
    no, yes = (f"{', '.join(names[:2])}{', …' if len(names) > 2 else ''}" for names in sources)  # noqa: PLR2004 - two fit a line
    sentence = f"{no}: it did not happen; {yes}: it did."
    return (conflict_of(name, ConflictKind.DENIAL, (denied, stated), lines, sentence),)


def same_actor(value_type: ValueType, one: CheckedValue, other: CheckedValue) -> bool:
    """Do two statements of responsibility name one actor, whatever they say of it?"""
    names = {(v.resolved or str(v.claimed.value)).casefold() for v in (one, other)}
    if len(names) == 1:
        return True
    bare = [v.model_copy(update={"claimed": v.claimed.model_copy(update={"stance": None})}) for v in (one, other)]
    return value_type.compatible(bare[0], bare[1])


def _rivals(
    name: str, value_type: ValueType, current: Sequence[Seen], lines: Mapping[str, SourceLine]
) -> tuple[Conflict, ...]:
    """Two actors that are each said to have done it, or an actor that denies what is laid on it."""
    found = []
    groups = _by_value(current)
    for index, one in enumerate(groups):
        for other in groups[index + 1 :]:
            stances = {s.record.stance or Stance.REPORTED for s in (one[0], other[0])}
            same = same_actor(value_type, one[0].value, other[0].value)
            denied = same and Stance.DENIED in stances and bool(stances & set(_ASSERTS))
            rival = not same and stances <= set(_ASSERTS)
            if denied or rival:
                sides = ([s.record for s in one], [s.record for s in other])
                words = " and ".join(_stated(s.record) for s in (one[0], other[0]))
                sentence = (
                    f"rival accounts of who did it: {words}." if rival else f"the responsibility is denied: {words}."
                )
                found.append(conflict_of(name, ConflictKind.RESPONSIBILITY, sides, lines, sentence))
    return tuple(found)


def _rival_accounts(
    name: str, value_type: ValueType, current: Sequence[Seen], lines: Mapping[str, SourceLine]
) -> tuple[Conflict, ...]:
    """Claims that lay it to different named actors. One claim may name several that did it together."""
    by_claim: dict[str, list[Seen]] = defaultdict(list)
    for item in current:
        if _is_name(_shown(item)):
            by_claim[item.record.claim].append(item)
    accounts: dict[tuple[str, ...], list[Seen]] = defaultdict(list)
    for key in sorted(by_claim):
        accounts[tuple(sorted({_shown(s).casefold() for s in by_claim[key]}))].extend(by_claim[key])
    found = []
    for one, other in combinations([accounts[key] for key in sorted(accounts)], 2):
        if any(value_type.compatible(a.value, b.value) for a in one for b in other):
            continue
        names = " and ".join(f"{_shown(s[0])} ({s[0].record.document})" for s in (one, other))
        sides = ([s.record for s in one], [s.record for s in other])
        sentence = f"rival accounts of who did it: {names}."
        found.append(conflict_of(name, ConflictKind.RESPONSIBILITY, sides, lines, sentence))
    return tuple(found)


def _shown(seen: Seen) -> str:
    return seen.record.resolved or str(seen.record.value)


def _is_name(text: str) -> bool:
    """Is it a name, not "gunmen"? Told by a capital, where the script has them."""
    return any(word[:1].isupper() for word in text.split()) or not any(c.isupper() or c.islower() for c in text)


_STANCES = {
    Stance.CLAIMED: "{} claims it",
    Stance.BLAMED: "{} is blamed",
    Stance.SUSPECTED: "{} is suspected",
    Stance.DENIED: "{} denies it",
    Stance.REPORTED: "{} is said to have done it",
}


def _stated(record: WitnessRecord) -> str:
    return f"{_STANCES[record.stance or Stance.REPORTED].format(record.resolved or record.value)} ({record.document})"


def is_rivalry(conflict: Conflict) -> bool:
    """Is it a conflict between two actors, not a denial?"""
    return conflict.kind is ConflictKind.RESPONSIBILITY and conflict.sentence.startswith("Rival")
