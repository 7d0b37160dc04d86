"""From checked claims to witnesses: one usable value, the words that prove it, and the line that says it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extractor.fusion.corpus import UNTRACKED, Corpus, in_order
from extractor.fusion.kinds import Kind, first_of, kinds_of
from extractor.fusion.lines import GOVERNED, country_of, is_named, side_of, unattributed_line
from extractor.numbers import interval
from extractor.numbers.wording import in_words
from extractor.records import CheckedClaim, CheckedValue, ClaimedValue, Evidence, SourceType, Status
from extractor.records.events import Copy, Rejected, SourceLine, WitnessRecord
from extractor.values.schema import ClaimSchema
from extractor.values.source.source import source_line

NO_SOURCE = " (no source given)"


@dataclass(frozen=True, slots=True)
class Seen:
    """A witness as it goes into the record, and the checked value that the value types compare."""

    record: WitnessRecord
    value: CheckedValue


@dataclass(frozen=True, slots=True)
class _Source:
    line: str
    name: str
    source_type: SourceType
    named: bool
    attributed: bool
    evidence: Evidence | None = None


@dataclass(slots=True)
class Gathered:
    """What the claims of one group bring in: witnesses by field, the lines they speak for, what was turned away."""

    fields: dict[str, list[Seen]] = field(default_factory=dict)
    lines: dict[str, SourceLine] = field(default_factory=dict)
    rejected: list[Rejected] = field(default_factory=list)
    copies: set[str] = field(default_factory=set)


class Gatherer:
    """Reads the witnesses out of claims. `countries` are those that the government sources of all claims name."""

    def __init__(self, corpus: Corpus, schema: type[ClaimSchema]) -> None:
        self._corpus = corpus
        self._kinds = kinds_of(schema)
        self._known: dict[tuple[str, SourceType], tuple[str, bool]] = {}
        self._source_field = first_of(schema, Kind.SOURCE)
        self._countries = self._named_countries()
        self._printed = self._sources_in_copy()

    def _named_countries(self) -> list[str]:
        if self._source_field is None:
            return []
        names = {
            value.resolved or value.claimed.value
            for claim in self._corpus.claims.values()
            for value in claim.usable(self._source_field)
            if value.claimed.source_type in GOVERNED
        }
        found = {country_of(name) for name in names if isinstance(name, str)}
        return sorted(country for country in found if country)

    def gather(self, claim_ids: Iterable[str]) -> Gathered:
        """The witnesses of the claims, in the order of the articles; ids without a claim are passed over."""
        gathered = Gathered()
        claims = [self._corpus.claims[key] for key in sorted(set(claim_ids)) if key in self._corpus.claims]
        for claim in in_order(claims):
            sources = self._sources(claim)
            for name in [*self._kinds, *sorted(set(claim.fields) - set(self._kinds))]:
                for index, value in enumerate(claim.fields.get(name, ())):
                    self._take(gathered, claim, (name, index), value, sources)
        return gathered

    def _sources(self, claim: CheckedClaim) -> list[_Source]:
        found: dict[str, _Source] = {}
        if self._source_field is not None:
            for value in claim.usable(self._source_field):
                source = self._source(claim, value)
                if source is not None:
                    found.setdefault(source.line, source)
        return [found[key] for key in sorted(found)]

    def _source(self, claim: CheckedClaim, value: CheckedValue) -> _Source | None:
        name = value.resolved or value.claimed.value
        evidence = self._corpus.evidence(claim, value.span)
        if not isinstance(name, str) or not name.strip() or evidence is None:
            return None
        kind = value.claimed.source_type or SourceType.UNSPECIFIED
        key = name, kind
        if key not in self._known:
            self._known[key] = source_line(name, kind), is_named(name)
        line, named = self._known[key]
        return _Source(line, name.strip(), kind, named, attributed=True, evidence=evidence)

    def _unattributed(self, document: str, copy: Copy | None) -> _Source:
        """An article that names no source speaks for its publisher, or for the copy that it prints."""
        if copy is not None and not copy.quotation:
            articles = ", ".join(sorted({member.document for member in copy.members}))
            line, name = unattributed_line(copy.id), f"copy shared by {articles}{NO_SOURCE}"
        else:
            publisher = self._corpus.publisher(document)
            line, name = unattributed_line(publisher), f"{publisher}{NO_SOURCE}"
        return _Source(line, name, SourceType.UNSPECIFIED, named=False, attributed=False)

    def _sources_in_copy(self) -> dict[tuple[str, str, str], list[_Source]]:
        """For a piece of copy, a field and a value: the sources that some article prints with it.

        An article that cuts the attribution off the end of an agency's sentence has no other source than the agency.
        """
        found: dict[tuple[str, str, str], list[_Source]] = {}
        for claim in in_order(self._corpus.claims.values()):
            sources = self._sources(claim)
            for name in sorted(set(claim.fields) & set(self._kinds)) if sources else ():
                for value in claim.usable(name):
                    copy = self._corpus.copies.at(claim.document, value.span.start) if value.span else None
                    if copy is not None and not copy.quotation:
                        found.setdefault((copy.id, name, in_words(value.claimed)), sources)
        return found

    def _take(
        self,
        gathered: Gathered,
        claim: CheckedClaim,
        place: tuple[str, int],
        value: CheckedValue,
        sources: Sequence[_Source],
    ) -> None:
        name, index = place
        kind = self._kinds.get(name)
        evidence = self._corpus.evidence(claim, value.span)
        if kind is None or not value.verdict.usable or evidence is None:
            gathered.rejected.append(_rejected(claim, name, value, known=kind is not None))
            return
        if kind is Kind.SOURCE and name == self._source_field:
            own = self._source(claim, value)
            sources = [own] if own is not None else sources
        copy = self._corpus.copies.at(claim.document, evidence.start)
        if copy is not None:
            gathered.copies.add(copy.id)
            sources = sources or self._printed.get((copy.id, name, in_words(value.claimed)), [])
        sources = sources or [self._unattributed(claim.document, copy)]
        for source in sources:
            key = f"{claim.id}/{name}/{index}" + (f"@{source.line}" if len(sources) > 1 else "")
            record = self._witness((name, key), claim, value, source, evidence)
            gathered.fields.setdefault(name, []).append(Seen(record, value))
            self._add_line(gathered, source, claim.document)

    def _witness(
        self, named: tuple[str, str], claim: CheckedClaim, value: CheckedValue, source: _Source, evidence: Evidence
    ) -> WitnessRecord:
        """The witness of a value; `named` are its field and its id."""
        name, key = named
        claimed = _deciding_words(value, evidence)
        counted = self._kinds[name] is Kind.COUNT
        span = interval(claimed) if counted else None
        document = self._corpus.documents[claim.document]
        return WitnessRecord.model_construct(
            _fields_set=UNTRACKED,
            id=key,
            claim=claim.id,
            document=claim.document,
            line=source.line,
            value=claimed.value,
            text=in_words(claimed),
            bound=claimed.bound,
            low=span.low if span else None,
            high=span.high if span else None,
            soft=bool(span and span.soft),
            resolved=value.resolved,
            stance=claimed.stance,
            scope=claimed.scope,
            published=document.published,
            headline=self._corpus.in_headline(claim.document, evidence.start),
            confirmed=value.verdict.status is Status.SUPPORTED,
            evidence=evidence,
            attribution=source.evidence if name != self._source_field else None,
        )

    def _add_line(self, gathered: Gathered, source: _Source, document: str) -> None:
        known = gathered.lines.get(source.line)
        documents = {document, *(known.documents if known else ())}
        name = min(known.name, source.name, key=lambda n: (-len(n), n)) if known else source.name
        gathered.lines[source.line] = SourceLine(
            id=source.line,
            name=name,
            source_type=source.source_type,
            side=side_of(name, source.source_type, source.line, self._countries),
            named=source.named,
            attributed=source.attributed,
            documents=tuple(sorted(documents)),
        )


def _deciding_words(value: CheckedValue, evidence: Evidence) -> ClaimedValue:
    """The claimed value with the deciding words for its quote: a vague count is read out of them."""
    decided = value.verdict.decided
    if decided is None or not evidence.start <= decided[0] < decided[1] <= evidence.end:
        return value.claimed
    words = evidence.quote[decided[0] - evidence.start : decided[1] - evidence.start]
    return value.claimed.model_copy(update={"quote": words})


def _rejected(claim: CheckedClaim, name: str, value: CheckedValue, *, known: bool) -> Rejected:
    verdict = value.verdict
    status, reason, detail = verdict.status, verdict.reason, verdict.detail
    if verdict.usable:
        status = Status.NOT_FOUND if known else Status.UNSUPPORTED
        reason = "no_span" if known else "unknown_field"
        detail = "no words of a known article prove it" if known else "the schema has no such field"
    return Rejected(
        claim=claim.id,
        document=claim.document,
        field=name,
        value=value.claimed.value,
        text=in_words(value.claimed),
        quote=value.claimed.quote,
        status=status,
        reason=reason,
        detail=detail,
    )
