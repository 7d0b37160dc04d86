"""What fusion works on: the articles without their duplicates, the claims that remain, the copy they share."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from extractor.fusion.independence import CopyIndex
from extractor.numbers import language_of_view
from extractor.records import CheckedClaim, Document, Evidence, Span
from extractor.records.groups import Linked
from extractor.segments import Zone
from extractor.values.when.when import dated_view

UNTRACKED: set[str] = set()  # pydantic's record of which fields were set, shared: it would outweigh the fields
CONTEXT = 32  # code points of prefix and suffix, as W3C TextQuoteSelector suggests enough to be unique


@dataclass(frozen=True)
class Corpus:
    """Articles and claims after duplicates are folded. Keys are ids; a duplicate's claims are the original's."""

    documents: Mapping[str, Document]
    claims: Mapping[str, CheckedClaim]
    copies: CopyIndex
    headlines: Mapping[str, tuple[tuple[int, int], ...]]
    sentences: Mapping[str, tuple[tuple[int, int], ...]]
    languages: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, linked: Linked, claims: Iterable[CheckedClaim], documents: Iterable[Document]) -> Corpus:
        """Fold duplicates and index the articles that the linked claims appear in."""
        originals, alias = _originals(documents)
        kept = _kept(claims, alias, {claim for group in linked.groups for claim in group.claims})
        used = {claim.document for claim in kept.values()}
        views = {key: dated_view(originals[key]) for key in sorted(used & set(originals))}
        headlines = {
            key: tuple((p.start, p.end) for p in view.paragraphs if p.zone is Zone.HEADLINE)
            for key, view in views.items()
        }
        sentences = {key: tuple((s.start, s.end) for s in view.sentences) for key, view in views.items()}
        languages = {key: language_of_view(view) for key, view in views.items()}
        return cls(originals, kept, CopyIndex(views.values()), headlines, sentences, languages)

    def sentence(self, document: str, start: int) -> str:
        """The sentence that the offset lies in; "" where there is none."""
        low, high = self.sentence_bounds(document, start)
        return self.text(document)[low:high]

    def sentence_bounds(self, document: str, start: int) -> tuple[int, int]:
        """`[start, end)` of the sentence that the offset lies in; empty where there is none."""
        spans = self.sentences.get(document, ())
        index = bisect_right(spans, start, key=lambda span: span[0]) - 1
        return spans[index] if index >= 0 and start < spans[index][1] else (start, start)

    def text(self, document: str) -> str:
        """The text of an article; "" where there is none."""
        found = self.documents.get(document)
        return found.text if found else ""

    def article(self, document: str) -> tuple[str, str | None]:
        """The text of an article and its language; None where that is not known."""
        return self.text(document), self.languages.get(document)

    def in_headline(self, document: str, start: int) -> bool:
        """Does the offset lie in a headline of the article?"""
        return any(low <= start < high for low, high in self.headlines.get(document, ()))

    def publisher(self, document: str) -> str:
        """Who prints the article; its id when nobody says."""
        found = self.documents.get(document)
        return found.publisher or document if found else document

    def evidence(self, claim: CheckedClaim, span: Span | None) -> Evidence | None:
        """The words at the span, with some context; None if there is no such article or the span leaves it."""
        document = self.documents.get(claim.document)
        if document is None or span is None or not span.start < span.end <= len(document.text):
            return None
        text = document.text
        return Evidence.model_construct(  # as in `witnesses`: millions of them, made of what is known to be right
            _fields_set=UNTRACKED,
            document=document.id,
            start=span.start,
            end=span.end,
            quote=text[span.start : span.end],
            prefix=text[max(0, span.start - CONTEXT) : span.start],
            suffix=text[span.end : span.end + CONTEXT],
        )


def _originals(documents: Iterable[Document]) -> tuple[dict[str, Document], dict[str, str]]:
    """One article for every text, the best described one; and for every id the one that represents it."""
    by_text: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        by_text[sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()].append(document)
    originals: dict[str, Document] = {}
    alias: dict[str, str] = {}
    for same in by_text.values():
        first = min(same, key=lambda d: (d.published is None, d.publisher is None, d.id, d.model_dump_json()))
        originals[first.id] = first
        alias.update((document.id, first.id) for document in same)
    return originals, alias


def _kept(claims: Iterable[CheckedClaim], alias: Mapping[str, str], linked: set[str]) -> dict[str, CheckedClaim]:
    """The claims by id; of claims that say the same of the same text, the one in a group, then of the original."""
    same: dict[str, list[tuple[bool, bool, str, CheckedClaim]]] = defaultdict(list)
    for claim in claims:
        document = alias.get(claim.document, claim.document)
        moved = claim if document == claim.document else claim.model_copy(update={"document": document})
        content = moved.model_copy(update={"id": "", "made_by": None}).model_dump_json()
        same[content].append((claim.id not in linked, document != claim.document, claim.id, moved))
    found = [min(candidates, key=lambda c: c[:3])[3] for candidates in same.values()]
    return {claim.id: claim for claim in sorted(found, key=lambda claim: claim.id)}


def in_order(claims: Iterable[CheckedClaim]) -> Sequence[CheckedClaim]:
    """Claims by article, then by where they stand, then by id."""
    return sorted(claims, key=lambda claim: (claim.document, claim.span.start if claim.span else -1, claim.id))
