"""The record of one event: its parts compared with the whole, its grade, everything in a fixed order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import get_args

from extractor.fusion.accounts import accounts, article_flags, later_flags, rising_flags, whole_flags
from extractor.fusion.corpus import Corpus
from extractor.fusion.figures import Setting
from extractor.fusion.grade import grade_event
from extractor.fusion.kinds import Kind, adds_up, kinds_of
from extractor.fusion.lines import independent
from extractor.fusion.reconciliation import Part, one_place, reconcile
from extractor.fusion.scope import narrow_claims
from extractor.fusion.sensitivity import sensitivity
from extractor.fusion.stating import OUT
from extractor.fusion.witnesses import Gathered
from extractor.linkage.kinds import TALK, kind_of_label
from extractor.records import CheckedClaim, Evidence, Modality
from extractor.records.events import (
    Account,
    Conflict,
    EventRecord,
    FieldRecord,
    Flag,
    FlagKind,
    Reconciliation,
    Sensitivity,
    SourceLine,
    Told,
    WitnessRecord,
)
from extractor.records.groups import Group, GroupKind
from extractor.values.schema import ClaimSchema

# Conflicts are listed by what they are about, figures first; within a field in the order in which they were found.
_FIRST = {kind: rank for rank, kind in enumerate((Kind.COUNT, Kind.RESPONSIBILITY, Kind.WHEN, Kind.ACTOR))}


@dataclass(frozen=True, slots=True)
class Fused:
    """A group before its parts are compared with it: its witnesses and fields."""

    group: Group
    gathered: Gathered
    claims: tuple[CheckedClaim, ...]
    modality: Modality
    fields: dict[str, FieldRecord]
    conflicts: tuple[Conflict, ...]
    setting: Setting


@dataclass(slots=True)
class _Compared:
    """What comes of comparing a whole with its parts, and its figures with each other."""

    conflicts: list[Conflict]
    flags: list[Flag] = field(default_factory=list)
    reconciled: list[Reconciliation] = field(default_factory=list)
    accounts: list[Account] = field(default_factory=list)
    moved: list[Sensitivity] = field(default_factory=list)


def _compare(
    item: Fused, parts: Mapping[str, Fused], lines: Mapping[str, SourceLine], schema: type[ClaimSchema]
) -> _Compared:
    found = _Compared(list(item.conflicts), flags=_one_place(parts))
    places = {key: part.group.place for key, part in parts.items()}
    for name, kind in kinds_of(schema).items():
        whole = item.fields.get(name)
        if kind is Kind.RESPONSIBILITY and whole is not None:
            gathered = {key: part.gathered for key, part in parts.items()}
            found.conflicts += narrow_claims(name, whole.witnesses, gathered, lines, places)
        if kind is not Kind.COUNT:
            continue
        if whole is not None:
            for flags in (article_flags, later_flags, rising_flags):
                found.flags += flags(name, whole, lines)
            found.moved += sensitivity(name, whole, item.setting)
        if adds_up(schema.value_types()[name]):
            _add_up(found, name, item, parts, lines)
    order = {name: _FIRST.get(kind, len(_FIRST)) for name, kind in kinds_of(schema).items()}
    found.conflicts.sort(key=lambda conflict: order[conflict.field])
    return found


def _add_up(
    found: _Compared, name: str, item: Fused, parts: Mapping[str, Fused], lines: Mapping[str, SourceLine]
) -> None:
    whole = item.fields.get(name)
    together = one_place({key: part.group for key, part in parts.items()})
    of_parts = [
        Part(keys[0], parts[keys[0]].group.place, tuple(w for key in keys for w in _figures(parts[key], name)))
        for keys in together
    ]
    found.accounts += accounts(name, of_parts, lines)
    if whole is not None:
        reconciled = reconcile(name, _usable(whole), of_parts, lines)
        told = [[key for key in keys if name in parts[key].fields] for keys in together]
        below = {
            keys[0]: max((parts[key].fields[name] for key in keys), key=lambda record: record.best or 0)
            for keys in told
            if keys
        }
        found.reconciled += reconciled
        found.flags += whole_flags(name, whole, below, reconciled)


def _one_place(parts: Mapping[str, Fused]) -> list[Flag]:
    """A warning for parts that are counted as one."""
    return [
        Flag(
            kind=FlagKind.SAME_PLACE,
            field="",
            sentence=f"{len(keys)} records of {parts[keys[0]].group.place} may be one event ({', '.join(keys)}): "
            "sums take one figure of them.",
        )
        for keys in one_place({key: part.group for key, part in parts.items()})
        if len(keys) > 1
    ]


def _all_lines(item: Fused, parts: Mapping[str, Fused]) -> dict[str, SourceLine]:
    """The source lines of an event and of its parts, each with all its articles."""
    lines = dict(item.gathered.lines)
    for part in parts.values():
        for key, line in part.gathered.lines.items():
            documents = {*line.documents, *(lines[key].documents if key in lines else ())}
            lines[key] = lines.get(key, line).model_copy(update={"documents": tuple(sorted(documents))})
    return {key: lines[key] for key in sorted(lines)}


def record_of(
    item: Fused,
    fused: Mapping[str, Fused],
    parents: tuple[str, ...],
    corpus: Corpus,
    schema: type[ClaimSchema],
) -> EventRecord:
    """The finished record of one event; `fused` are all groups before that, among them its parts."""
    group = item.group
    parts = {key: fused[key] for key in sorted(set(group.parts)) if key in fused}
    lines = _all_lines(item, parts)
    compared = _compare(item, parts, lines, schema)
    own_lines = [lines[key] for key in sorted({w.line for w in _in_force(item)})]
    count = independent(own_lines, item.setting.copied)
    if count == 1 and _only_copy(item, own_lines):
        compared.flags.append(_one_copy(item))
    grade, reason = grade_event(count, item.modality, _of_kind(item, schema, Kind.RESPONSIBILITY), compared.conflicts)
    return EventRecord(
        evidence=_words(item.fields),
        id=group.id,
        kind=group.kind,
        title=_title(group),
        place=group.place,
        date=group.date,
        place_status=_told(group.place_status, group.place, _of_kind(item, schema, Kind.PLACE)),
        date_status=_told(group.date_status, group.date, _of_kind(item, schema, Kind.WHEN)),
        statement=_is_talk(item),
        event_type=group.event_type,
        modality=item.modality,
        grade=grade,
        grade_reason=reason,
        independent=count,
        parts=tuple(parts),
        parents=parents,
        documents=tuple(sorted({claim.document for claim in item.claims})),
        claims=tuple(claim.id for claim in item.claims),
        lines=tuple(lines.values()),
        fields=item.fields,
        conflicts=tuple(compared.conflicts),
        reconciliations=tuple(compared.reconciled),
        accounts=tuple(compared.accounts),
        sensitivity=tuple(compared.moved),
        flags=tuple(compared.flags),
        copies=tuple(corpus.copies.by_id[key] for key in sorted(item.gathered.copies)),
        rejected=tuple(sorted(item.gathered.rejected, key=lambda r: (r.document, r.claim, r.field, r.text, r.reason))),
    )


def _of_kind(item: Fused, schema: type[ClaimSchema], kind: Kind) -> FieldRecord | None:
    names = [name for name, found in kinds_of(schema).items() if found is kind]
    return next((item.fields[name] for name in names if name in item.fields), None)


def _told(judged: str | None, value: str | None, record: FieldRecord | None) -> Told:
    """How far the text bears out a place or date: as linkage judged it, else as its values are."""
    known: tuple[Told, ...] = get_args(Told)
    for status in known:
        if status == judged:
            return status
    if record is None or record.value is None:
        return "not_stated" if value is None else "inferred"
    return "confirmed" if record.confirmed else "unconfirmed"


def _is_talk(item: Fused) -> bool:
    """Is it a statement, an agreement or aid, without any figure?"""
    counted = any(found.kind == Kind.COUNT for found in item.fields.values())
    return not counted and item.group.kind is GroupKind.EVENT and kind_of_label(item.group.event_type or "") in TALK


def _words(fields: Mapping[str, FieldRecord]) -> dict[str, Evidence]:
    """The words that the witnesses rest on, by key, each once."""
    witnesses = [w for found in fields.values() for w in found.witnesses]
    words = {e.key: e for w in witnesses for e in (w.evidence, w.attribution) if e is not None}
    return {key: words[key] for key in sorted(words)}


def _title(group: Group) -> str:
    named = [part for part in (group.event_type, group.place, group.date) if part]
    return ", ".join(named) if named else group.id


def _figures(part: Fused, name: str) -> tuple[WitnessRecord, ...]:
    return _usable(part.fields[name]) if name in part.fields else ()


def _usable(field: FieldRecord) -> tuple[WitnessRecord, ...]:
    return tuple(w for w in field.witnesses if w.standing not in OUT)


def _in_force(item: Fused) -> list[WitnessRecord]:
    return [w for field in item.fields.values() for w in field.witnesses if w.standing not in OUT]


def _only_copy(item: Fused, own_lines: Sequence[SourceLine]) -> bool:
    """Is all that several articles say of the event copy that they share, without a source?"""
    several = len({w.document for w in _in_force(item)}) > 1
    return several and bool(item.setting.copied) and not any(line.attributed for line in own_lines)


def _one_copy(item: Fused) -> Flag:
    documents = sorted({w.document for w in _in_force(item)})
    return Flag(
        kind=FlagKind.ONE_COPY,
        field="",
        sentence=f"{', '.join(documents)} print the same copy: one witness, not {len(documents)}.",
    )
