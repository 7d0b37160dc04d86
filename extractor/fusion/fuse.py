"""Events out of linked claims: `fuse_events`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from extractor.fusion.contested import Words, between_events, marked
from extractor.fusion.corpus import Corpus
from extractor.fusion.figures import Setting, fuse_count
from extractor.fusion.floors import told_by
from extractor.fusion.grade import UNREAL, Telling, event_modality, modality_of, withdrawn_by
from extractor.fusion.hints import attacker_hint, withdrawn
from extractor.fusion.kinds import Kind, kinds_of, modality_field
from extractor.fusion.names import fuse_names
from extractor.fusion.record import Fused, record_of
from extractor.fusion.rising import counted_from
from extractor.fusion.scope import carry_down
from extractor.fusion.ties import Ties
from extractor.fusion.witnesses import Gathered, Gatherer, Seen
from extractor.records import CheckedClaim, Document, Modality
from extractor.records.events import (
    Conflict,
    EventRecord,
    FieldRecord,
    Rule,
    Standing,
)
from extractor.records.groups import Group, GroupKind, Linked
from extractor.values.domain import Domain
from extractor.values.schema import ClaimSchema
from extractor.values.when.days import Days


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
    disputed = between_events(groups.values(), corpus.claims)
    fused = {key: _fuse_group(group, gathered[key], corpus, schema, rule, disputed) for key, group in groups.items()}
    parents: dict[str, list[str]] = {key: [] for key in groups}
    for key, group in groups.items():
        for part in sorted(set(group.parts) & set(groups)):
            parents[part].append(key)
    return tuple(record_of(fused[key], fused, tuple(parents[key]), corpus, schema) for key in groups)


def _fuse_group(
    group: Group,
    gathered: Gathered,
    corpus: Corpus,
    schema: type[ClaimSchema],
    rule: Rule,
    disputed: frozenset[Words],
) -> Fused:
    claims = tuple(corpus.claims[key] for key in sorted(set(group.claims)) if key in corpus.claims)
    tellings = [_telling(claim, corpus, modality_field(schema)) for claim in claims]
    modality = event_modality(tellings)
    aside = _set_aside(tellings, modality)
    types = schema.value_types()
    rising = schema.domain.rising
    told = {claim.id: told_by(claim, schema, corpus.article(claim.document)) for claim in claims}
    setting = Setting(
        gathered.lines,
        rule,
        _copied(gathered, corpus),
        _days(group, claims, modality, corpus, schema.domain),
        told,
        rising,
    )
    ties = Ties.of(group, claims, corpus, kinds_of(schema))
    fields: dict[str, FieldRecord] = {}
    conflicts: list[Conflict] = []
    for name, kind in kinds_of(schema).items():
        seen = list(gathered.fields.get(name, ()))
        if kind is Kind.COUNT:
            seen = marked([_aside(s, aside) for s in seen], disputed)
        elif kind in (Kind.LABEL, Kind.ACTOR):
            seen = ties.settle(seen, types[name])
        if not seen:
            continue
        if kind is Kind.COUNT:
            fields[name], found = fuse_count(name, [s.record for s in seen], setting)
            if name in rising:
                found = tuple(_hinted(conflict, fields[name], corpus) for conflict in found)
        else:
            fields[name], found = fuse_names((name, kind), types[name], seen, setting)
            if kind is Kind.PLACE and group.kind is not GroupKind.EVENT:
                found = ()  # a total is of several places
        conflicts.extend(found)
    return Fused(group, gathered, claims, modality, fields, tuple(conflicts), setting)


def _days(
    group: Group, claims: Sequence[CheckedClaim], modality: Modality, corpus: Corpus, domain: Domain
) -> Days | None:
    """The days from which the toll rises; None where it does not: of what is recalled, all was known before."""
    if group.kind is GroupKind.BACKGROUND or (modality is Modality.HISTORICAL and not group.date):
        return None
    if group.event_type in domain.two_sided:
        return None
    told = {claim.document for claim in claims} & set(corpus.documents)
    return counted_from(group.date, (corpus.documents[key].published for key in told))


def _hinted(conflict: Conflict, record: FieldRecord, corpus: Corpus) -> Conflict:
    """The conflict with a word on the attacker, if the sentences of its figures say whether he is counted."""
    known = {w.id: w for w in record.witnesses}
    for one, other in product(conflict.one, conflict.other):
        pair = known[one], known[other]
        sentences = tuple(corpus.sentence(w.document, w.evidence.start) for w in pair)
        hint = attacker_hint(*pair, (sentences[0], sentences[1]))
        if hint:
            return conflict.model_copy(update={"sentence": f"{conflict.sentence.rstrip('.')}; {hint}.", "hint": hint})
    return conflict


def _telling(claim: CheckedClaim, corpus: Corpus, field: str | None) -> Telling:
    """What the claim says of the event's modality; a report that its own sentence takes back is a denial."""
    document = corpus.documents.get(claim.document)
    said = modality_of(claim, field) if field else None
    if said is None and claim.span is not None and withdrawn(corpus.sentence(claim.document, claim.span.start)):
        said = Modality.NEGATED
    return Telling(
        claim=claim.id,
        document=claim.document,
        modality=said or Modality.ACTUAL,
        publisher=(document.publisher or "") if document else "",
        published=(document.published or "") if document else "",
    )


def _set_aside(tellings: Iterable[Telling], modality: Modality) -> dict[str, str]:
    """Claims whose figures are not of the event as it happened, and why; of what did not happen, all of them."""
    told = list(tellings)
    back = withdrawn_by(told)
    found = {}
    for one in told:
        if one.document in back:
            found[one.claim] = f"its publisher took it back ({back[one.document]})"
        elif modality in UNREAL:
            found[one.claim] = f"the event is {modality.value}"
        elif one.modality in UNREAL:
            found[one.claim] = f"the claim is {one.modality.value}, the event {modality.value}"
    return found


def _aside(seen: Seen, aside: Mapping[str, str]) -> Seen:
    """A figure of such a claim is set aside; zero is not, for that is what a denial says."""
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
