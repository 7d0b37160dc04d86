"""Claims to checked claims: every quote is looked up in the text and every value is held against its words.

The engine walks the fields of a schema; what a value means is its value type's business. A claim has an anchor, the
span of its figure (or of its passage): a place, a date or a source is supported only if it belongs to that anchor.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from extractor.grounding import Locator
from extractor.records import CheckedClaim, CheckedValue, Claim, ClaimedValue, Document, Span, Status, Verdict
from extractor.segments import TextView
from extractor.segments.address import speaks_to_a_model
from extractor.values.analysis import Analysis
from extractor.values.schema import ClaimSchema
from extractor.values.valuetype import Anchor, FieldRole
from extractor.values.when.when import dated_view
from extractor.verification.ownership import contest_figures
from extractor.verification.parts import part_problems
from extractor.verification.placement import Placement, place_quotes

_ROUNDS = 4  # a claim that lost a figure is judged by its next one, which may be another event's as well


NOT_READ = "language_not_read"  # a claim's flag: only digits, names and quotes of it are checked
TO_A_MODEL = "speaks_to_a_model"  # a claim's flag: it quotes a sentence that addresses a model, not readers
_ADDRESSED = Verdict(
    status=Status.UNSUPPORTED,
    reason=TO_A_MODEL,
    detail="the words are in a sentence that speaks to a model, not to readers",
)
_NOT_READ = "the language of the article is not read, so only digits, names and quotes are checked"


class Checker:
    """Checks the claims of one document; the text's index is made once, when the first quote needs it."""

    def __init__(self, document: Document, schema: type[ClaimSchema], view: TextView | None = None) -> None:
        self.view = view or dated_view(document)
        self.schema = schema
        self._types = schema.value_types()
        self._locator = Locator(document.text)
        self._known = Analysis(self.view).is_read
        text = self.view.text
        addressed = self.view.sentences if speaks_to_a_model(text) else ()
        self._addressed = [s for s in addressed if speaks_to_a_model(text[s.start : s.end])]

    def locate(self, quote: str | None, near: int | None = None) -> Span | None:
        """Where `quote` appears in the document; `None` when it does not, or when there is no quote.

        A quote that stands exactly where the hint says, or around it, needs no search: in a long article there would be
        one over the whole text for every "two people".
        """
        if not quote or not quote.strip():
            return None
        text = self.view.text
        if near is not None and near >= 0:
            size = len(quote)
            at = near if text.startswith(quote, near) else text.find(quote, max(0, near - size + 1), near + size)
            if at >= 0 and _whole(text, at, at + size):
                return Span(start=at, end=at + size)
        return self._locator.locate(quote, near)

    def check(self, claim: Claim) -> CheckedClaim:
        """The claim with a span and a verdict for every value, judged by itself; nothing is dropped."""
        return self._judged(claim, self._place(claim))

    def check_all(self, claims: Iterable[Claim]) -> list[CheckedClaim]:
        """The checked claims of the article, in the order given.

        A figure's words count for one event and one source: a claim whose figure belongs to another one of `claims` by
        everything else that it says loses the figure (see `extractor.verification.ownership`).
        """
        listed = list(claims)
        placed = [self._place(claim) for claim in listed]
        lost: list[dict[tuple[str, int], Verdict]] = [{} for _ in listed]
        checked = [self._judged(claim, placement) for claim, placement in zip(listed, placed, strict=True)]
        for _ in range(_ROUNDS):
            anchors = [self._anchor(*each) for each in zip(listed, placed, lost, strict=True)]
            found = contest_figures(checked, anchors, self.view, self.schema)
            new = {key: verdict for key, verdict in found.items() if key[1:] not in lost[key[0]]}
            if not new:
                break
            for (number, name, index), verdict in new.items():
                lost[number][name, index] = verdict
            for number in {key[0] for key in new}:
                after = self._judged(listed[number], placed[number], lost[number])
                checked[number] = _kept(checked[number], after)
        return [_flagged(claim, problems) for claim, problems in zip(checked, part_problems(listed), strict=True)]

    def _place(self, claim: Claim) -> Placement:
        passage = self.locate(claim.quote, _first_hint(claim))
        hint = passage.start if passage else None
        found = {
            name: tuple(self.locate(v.quote, v.start if v.start is not None else hint) for v in values)
            for name, values in claim.fields.items()
        }
        counts = [name for name in self.schema.fields_with(FieldRole.HOW_MANY) if name in claim.fields]

        def judge(name: str, index: int, span: Span) -> Verdict:
            value = claim.fields[name][index].model_copy(update={"start": span.start})
            return self._types[name].verify(value, span, self.view, None)

        return place_quotes(claim, found, self.view, counts, judge, passage)

    def _judged(
        self, claim: Claim, placement: Placement, lost: Mapping[tuple[str, int], Verdict] = MappingProxyType({})
    ) -> CheckedClaim:
        """The claim with its verdicts; those in `lost` are given, and a figure that belongs elsewhere is no anchor."""
        anchor = self._anchor(claim, placement, lost)
        if anchor is not None:
            located = (span for spans in placement.spans.values() for span in spans if span is not None)
            company = tuple(sorted({(s.start, s.end) for s in located}))
            anchor = Anchor(start=anchor.start, end=anchor.end, company=company)
        fields = {
            name: tuple(
                self._check_value(name, value, span, anchor)
                if (name, index) not in lost
                else CheckedValue(claimed=value, span=span, verdict=lost[name, index])
                for index, (value, span) in enumerate(zip(values, placement.spans[name], strict=True))
            )
            for name, values in claim.fields.items()
        }
        return CheckedClaim(
            id=claim.id,
            document=claim.document,
            schema_name=claim.schema_name,
            quote=claim.quote,
            span=placement.passage,
            fields=fields,
            event=claim.event,
            parts=claim.parts,
            made_by=claim.made_by,
            flags=tuple(dict.fromkeys((*claim.flags, *self._flags(placement)))),
        )

    def _flags(self, placement: Placement) -> Iterator[str]:
        """What is to be said of every claim of the article, and of one that quotes words to a model."""
        if not self._known:
            yield NOT_READ
        quoted = [span for spans in placement.spans.values() for span in spans if span is not None]
        if any(self._is_addressed(span) for span in quoted):
            yield TO_A_MODEL

    def _anchor(self, claim: Claim, placement: Placement, lost: Mapping[tuple[str, int], Verdict]) -> Span | None:
        """The figure's own words, as narrow as the verdict says; the passage of a claim without a usable figure.

        A rejected figure still says what the claim is about: without it a place would be judged on its own.
        """
        elsewhere = {key for key, verdict in lost.items() if not verdict.usable}
        for name, index in placement.figures:
            span = placement.spans[name][index]
            if span is None or (name, index) in elsewhere:
                continue
            verdict = self._types[name].verify(claim.fields[name][index], span, self.view, None)
            if verdict.usable and verdict.decided:
                return Span(start=verdict.decided[0], end=verdict.decided[1])
        if placement.figures and placement.figures[0] in elsewhere:
            return placement.passage
        return placement.passage or placement.anchor

    def _is_addressed(self, span: Span) -> bool:
        """Whether words are of a sentence that speaks to a model."""
        return any(s.start < span.end and span.start < s.end for s in self._addressed)

    def _check_value(self, name: str, value: ClaimedValue, span: Span | None, anchor: Span | None) -> CheckedValue:
        kind = self._types.get(name)
        if kind is None:
            verdict = Verdict(
                status=Status.UNSUPPORTED, reason="unknown_field", detail=f"the schema has no field {name!r}"
            )
            return CheckedValue(claimed=value, span=span, verdict=verdict)
        if span is None:
            return CheckedValue(claimed=value, span=None, verdict=_no_span(value))
        if self._is_addressed(span):
            return CheckedValue(claimed=value, span=span, verdict=_ADDRESSED)
        verdict = kind.verify(value, span, self.view, anchor)
        if not self._known:
            verdict = verdict.model_copy(update={"detail": f"{verdict.detail}; {_NOT_READ}".removeprefix("; ")})
        resolved = kind.resolve(value, span, self.view) if verdict.usable else None
        return CheckedValue(claimed=value, span=span, verdict=verdict, resolved=resolved)


def _kept(before: CheckedClaim, after: CheckedClaim) -> CheckedClaim:
    """A claim that lost its figure, with what its figure's words contradicted: one of the two is wrong, perhaps both.

    A claim that has another figure is judged by that one.
    """
    if any(v.verdict.usable for vs in after.fields.values() for v in vs if isinstance(v.claimed.value, int)):
        return after
    fields = {
        name: tuple(
            old if old.verdict.status is Status.CONTRADICTED and new.verdict.usable else new
            for old, new in zip(before.fields[name], values, strict=True)
        )
        for name, values in after.fields.items()
    }
    return after.model_copy(update={"fields": fields})


def _first_hint(claim: Claim) -> int | None:
    starts = [v.start for values in claim.fields.values() for v in values if v.start is not None]
    return min(starts) if starts else None


def _whole(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` cuts no word: "57" of "1578" is not where a quote stands."""
    return not (
        (start > 0 and text[start - 1].isalnum() and text[start].isalnum())
        or (end < len(text) and text[end - 1].isalnum() and text[end].isalnum())
    )


def _no_span(value: ClaimedValue) -> Verdict:
    if value.quote is None or not value.quote.strip():
        return Verdict(
            status=Status.UNSUPPORTED, reason="no_quote", detail="the claim gives no words, so nothing can support it"
        )
    return Verdict(status=Status.NOT_FOUND, reason="quote_not_found", detail="the quote does not appear in the article")


def _flagged(claim: CheckedClaim, problems: tuple[str, ...]) -> CheckedClaim:
    """The claim with what is wrong with its parts among its flags, each said once."""
    new = tuple(p for p in problems if p not in claim.flags)
    return claim.model_copy(update={"flags": (*claim.flags, *new)}) if new else claim


def verify_claims(
    claims: Iterable[Claim],
    documents: Iterable[Document],
    schema: type[ClaimSchema],
    unread: Mapping[str, str] | None = None,
) -> list[CheckedClaim]:
    """Check claims against the documents that they name.

    Args:
        claims: claims from anywhere; `claim.document` is a document's id.
        documents: the articles.
        schema: the claim schema, from `extractor.registry.load_schema`.
        unread: why the articles of some ids could not be read.

    Returns:
        One checked claim per claim, in the order of `claims`. A claim on a document that is not among `documents` has
        every value `not_found` with the reason `document_missing`.
    """
    known = {d.id: d for d in documents}
    listed = list(claims)
    by_document: dict[str, list[int]] = {}
    for index, claim in enumerate(listed):
        by_document.setdefault(claim.document, []).append(index)
    checked: dict[int, CheckedClaim] = {}
    for name, indices in by_document.items():
        document = known.get(name)
        own = [listed[i] for i in indices]
        made = (
            [_without_document(c, (unread or {}).get(name)) for c in own]
            if document is None
            else Checker(document, schema).check_all(own)
        )
        checked.update(zip(indices, made, strict=True))
    return [checked[index] for index in range(len(listed))]


def _without_document(claim: Claim, why: str | None) -> CheckedClaim:
    verdict = Verdict(
        status=Status.NOT_FOUND,
        reason="document_missing",
        detail=why or f"no article with the id {claim.document!r} was given",
    )
    return CheckedClaim(
        id=claim.id,
        document=claim.document,
        schema_name=claim.schema_name,
        quote=claim.quote,
        fields={
            name: tuple(CheckedValue(claimed=v, span=None, verdict=verdict) for v in values)
            for name, values in claim.fields.items()
        },
        event=claim.event,
        parts=claim.parts,
        made_by=claim.made_by,
        flags=claim.flags,
    )
