"""Events out of linked claims: `fuse_events`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from extractor.eventrecords import (
    Conflict,
    EventRecord,
    FieldRecord,
    Rule,
    Standing,
)
from extractor.events import Group, GroupKind, Linked
from extractor.fusion.corpus import Corpus
from extractor.fusion.figures import Setting, fuse_count
from extractor.fusion.grade import UNREAL, event_modality, modality_of
from extractor.fusion.kinds import Kind, kinds_of, modality_field, rises
from extractor.fusion.names import fuse_names
from extractor.fusion.record import Fused, record_of
from extractor.fusion.rising import day_of_event
from extractor.fusion.scope import carry_down
from extractor.fusion.witnesses import Gathered, Gatherer, Seen
from extractor.records import CheckedClaim, Document, Modality
from extractor.values.schema import ClaimSchema


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
    return tuple(record_of(fused[key], fused, tuple(parents[key]), corpus, schema) for key in groups)


def _fuse_group(group: Group, gathered: Gathered, corpus: Corpus, schema: type[ClaimSchema], rule: Rule) -> Fused:
    claims = tuple(corpus.claims[key] for key in sorted(set(group.claims)) if key in corpus.claims)
    published = {
        c.document: corpus.documents[c.document].published or "" for c in claims if c.document in corpus.documents
    }
    modality = event_modality(claims, published, modality_field(schema))
    aside = _set_aside(claims, modality, modality_field(schema))
    types = schema.value_types()
    rising = frozenset(name for name, found in types.items() if rises(name, found))
    setting = Setting(gathered.lines, rule, _copied(gathered, corpus), day_of_event(group.date), rising)
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
    return Fused(group, gathered, claims, modality, fields, tuple(conflicts), setting)


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
