"""Events out of linked claims: `fuse_events`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from extractor.eventrecords import (
    Account,
    Conflict,
    EventRecord,
    FieldRecord,
    Flag,
    FlagKind,
    Reconciliation,
    Rule,
    Sensitivity,
    SourceLine,
    Standing,
    WitnessRecord,
)
from extractor.events import Group, GroupKind, Linked
from extractor.fusion.accounts import accounts, article_flags, later_flags, whole_flags
from extractor.fusion.corpus import Corpus
from extractor.fusion.figures import Setting, fuse_count
from extractor.fusion.grade import UNREAL, event_modality, grade_event, modality_of
from extractor.fusion.kinds import Kind, kinds_of, modality_field
from extractor.fusion.lines import independent
from extractor.fusion.names import fuse_names
from extractor.fusion.reconciliation import Part, reconcile
from extractor.fusion.scope import carry_down, narrow_claims
from extractor.fusion.sensitivity import sensitivity
from extractor.fusion.witnesses import Gathered, Gatherer, Seen
from extractor.records import CheckedClaim, Document, Modality
from extractor.values.schema import ClaimSchema

# Conflicts are listed by what they are about, figures first; within a field in the order in which they were found.
_FIRST = {kind: rank for rank, kind in enumerate((Kind.COUNT, Kind.RESPONSIBILITY, Kind.WHEN, Kind.ACTOR))}


@dataclass(frozen=True, slots=True)
class _Fused:
    """A group half way: its witnesses and fields, before parts and wholes are compared."""

    group: Group
    gathered: Gathered
    claims: tuple[CheckedClaim, ...]
    modality: Modality
    fields: dict[str, FieldRecord]
    conflicts: tuple[Conflict, ...]
    setting: Setting


def fuse_events(
    linked: Linked,
    claims: Sequence[CheckedClaim],
    documents: Sequence[Document],
    schema: type[ClaimSchema],
    rule: Rule = Rule.MAJORITY,
) -> tuple[EventRecord, ...]:
    """One record for each group of claims, with all that agrees and disagrees, sorted by id.

    Deterministic: the order of the arguments changes nothing, nor does an article (or claim) given twice.

    Args:
        linked: which claims are about one occurrence.
        claims: the checked claims; those in no group are not in any record.
        documents: the articles; a value whose article is missing is rejected, for nothing could prove it.
        schema: the claims' class; its value types decide how each field is fused.
        rule: what chooses `best` among the figures in force.

    Returns:
        the events, aggregates and background groups alike, ids as in `linked`.
    """
    corpus = Corpus.of(linked, claims, documents)
    groups = {group.id: group for group in sorted(linked.groups, key=lambda group: group.id)}
    gatherer = Gatherer(corpus, schema)
    gathered = {key: gatherer.gather(group.claims) for key, group in groups.items()}
    kinds = kinds_of(schema)
    for group in groups.values():
        places = [groups[part].place or "" for part in group.parts if part in groups]
        for part in sorted(set(group.parts) & set(groups)):
            carry_down(gathered[group.id], group.id, gathered[part], kinds, (groups[part].place, places))
    fused = {key: _fuse_group(group, gathered[key], corpus, schema, rule) for key, group in groups.items()}
    parents: dict[str, list[str]] = {key: [] for key in groups}
    for key, group in groups.items():
        for part in sorted(set(group.parts) & set(groups)):
            parents[part].append(key)
    return tuple(_record(fused[key], fused, tuple(parents[key]), corpus, kinds) for key in groups)


def _fuse_group(group: Group, gathered: Gathered, corpus: Corpus, schema: type[ClaimSchema], rule: Rule) -> _Fused:
    claims = tuple(corpus.claims[key] for key in sorted(set(group.claims)) if key in corpus.claims)
    published = {
        c.document: corpus.documents[c.document].published or "" for c in claims if c.document in corpus.documents
    }
    modality = event_modality(claims, published, modality_field(schema))
    aside = _set_aside(claims, modality, modality_field(schema))
    setting = Setting(gathered.lines, rule, _copied(gathered, corpus))
    types = schema.value_types()
    fields: dict[str, FieldRecord] = {}
    conflicts: list[Conflict] = []
    for name, kind in kinds_of(schema).items():
        seen = list(gathered.fields.get(name, ()))
        if kind is Kind.COUNT:
            seen = [_aside(s, aside) for s in seen]
        if not seen:
            continue
        if kind is Kind.COUNT:
            fields[name], found = fuse_count(name, [s.record for s in seen], setting)
        else:
            fields[name], found = fuse_names((name, kind), types[name], seen, setting)
            if kind is Kind.PLACE and group.kind is not GroupKind.EVENT:
                found = ()  # a total is of several places
        conflicts.extend(found)
    return _Fused(group, gathered, claims, modality, fields, tuple(conflicts), setting)


def _set_aside(claims: Iterable[CheckedClaim], modality: Modality, field: str) -> dict[str, str]:
    """Claims whose figures are not of the event as it happened, and why; of what did not happen, all of them."""
    found = {}
    for claim in claims:
        own = modality_of(claim, field) or Modality.ACTUAL
        if modality in UNREAL:
            found[claim.id] = f"the event is {modality.value}"
        elif own in UNREAL:
            found[claim.id] = f"the claim is {own.value}, the event {modality.value}"
    return found


def _aside(seen: Seen, aside: Mapping[str, str]) -> Seen:
    """A figure of such a claim is set aside; nought is not, for that is what a denial says."""
    reason = aside.get(seen.record.claim)
    if reason is None or seen.record.value == 0:
        return seen
    return Seen(seen.record.model_copy(update={"standing": Standing.SET_ASIDE, "reason": reason}), seen.value)


def _copied(gathered: Gathered, corpus: Corpus) -> tuple[frozenset[str], ...]:
    """Sets of articles that print one piece of copy in which claims of this group stand."""
    return tuple(
        frozenset(member.document for member in corpus.copies.by_id[key].members)
        for key in sorted(gathered.copies)
        if not corpus.copies.by_id[key].quotation
    )


def _record(
    item: _Fused,
    fused: Mapping[str, _Fused],
    parents: tuple[str, ...],
    corpus: Corpus,
    kinds: Mapping[str, Kind],
) -> EventRecord:
    group = item.group
    parts = {key: fused[key] for key in group.parts if key in fused}
    lines = dict(item.gathered.lines)
    for part in parts.values():
        for key, line in part.gathered.lines.items():
            lines.setdefault(key, line)
    conflicts = list(item.conflicts)
    flags: list[Flag] = []
    reconciled: list[Reconciliation] = []
    accounted: list[Account] = []
    moved: list[Sensitivity] = []
    for name, kind in kinds.items():
        field = item.fields.get(name)
        if kind is Kind.RESPONSIBILITY and field is not None:
            conflicts += narrow_claims(
                name,
                field.witnesses,
                {k: p.gathered for k, p in parts.items()},
                lines,
                {k: p.group.place for k, p in parts.items()},
            )
        if kind is not Kind.COUNT:
            continue
        of_parts = [Part(k, p.group.place, _figures(p, name)) for k, p in sorted(parts.items())]
        accounted += accounts(name, of_parts, lines)
        if field is not None:
            found = reconcile(name, _usable(field), of_parts, lines)
            reconciled += found
            below = {k: p.fields[name] for k, p in parts.items() if name in p.fields}
            flags += whole_flags(name, field, below, found)
            flags += [*article_flags(name, field, lines), *later_flags(name, field, lines)]
            moved += sensitivity(name, field, item.setting)
    own_lines = [lines[key] for key in sorted({w.line for w in _in_force(item)})]
    count = independent(own_lines, item.setting.copied)
    if count == 1 and _only_copy(item, own_lines):
        flags.append(_one_copy(item))
    responsibility = next(
        (item.fields[n] for n, k in kinds.items() if k is Kind.RESPONSIBILITY and n in item.fields), None
    )
    grade, reason = grade_event(count, item.modality, responsibility, conflicts)
    return EventRecord(
        id=group.id,
        kind=group.kind,
        title=_title(group),
        place=group.place,
        date=group.date,
        event_type=group.event_type,
        modality=item.modality,
        grade=grade,
        grade_reason=reason,
        independent=count,
        parts=tuple(sorted(parts)),
        parents=parents,
        documents=tuple(sorted({claim.document for claim in item.claims})),
        claims=tuple(claim.id for claim in item.claims),
        lines=tuple(lines[key] for key in sorted(lines)),
        fields=item.fields,
        conflicts=tuple(sorted(conflicts, key=lambda c: _FIRST.get(kinds[c.field], len(_FIRST)))),
        reconciliations=tuple(reconciled),
        accounts=tuple(accounted),
        sensitivity=tuple(moved),
        flags=tuple(flags),
        copies=tuple(corpus.copies.by_id[key] for key in sorted(item.gathered.copies)),
        rejected=tuple(sorted(item.gathered.rejected, key=lambda r: (r.document, r.claim, r.field, r.text, r.reason))),
    )


def _title(group: Group) -> str:
    named = [part for part in (group.event_type, group.place, group.date) if part]
    return ", ".join(named) if named else group.id


def _figures(part: _Fused, name: str) -> tuple[WitnessRecord, ...]:
    return _usable(part.fields[name]) if name in part.fields else ()


def _usable(field: FieldRecord) -> tuple[WitnessRecord, ...]:
    return tuple(w for w in field.witnesses if w.standing is not Standing.SET_ASIDE)


def _in_force(item: _Fused) -> list[WitnessRecord]:
    return [w for field in item.fields.values() for w in field.witnesses if w.standing is not Standing.SET_ASIDE]


def _only_copy(item: _Fused, own_lines: Sequence[SourceLine]) -> bool:
    """Is all that several articles say of the event copy that they share, without a source?"""
    several = len({w.document for w in _in_force(item)}) > 1
    return several and bool(item.setting.copied) and not any(line.attributed for line in own_lines)


def _one_copy(item: _Fused) -> Flag:
    documents = sorted({w.document for w in _in_force(item)})
    return Flag(
        kind=FlagKind.ONE_COPY,
        field="",
        sentence=f"{', '.join(documents)} print the same copy: one witness, not {len(documents)}.",
    )
