"""Quotations: where they stand, and who says them when they run over sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from extractor.language.words import sentence_ranges
from extractor.segments import Segment, TextView, per_text
from extractor.values.source.attribution import Attribution, sentence_attributions
from extractor.values.source.shapes import Shape

_MARK = re.compile(r"[“«„”»\"]")
_OPEN, _CLOSE = "“«„", "”»"
_SHORT = 4  # words; shorter ones are scare quotes, part of the sentence around them
_CLOSED = 3  # characters: nothing but a stop follows "Kalla said."
_GAP = 60  # characters between "she told reporters:" and the quotation
_CHAIN = 12  # quotations a speaker is carried over
_NEAR = 1000  # characters around a quotation where its speaker is looked for


@dataclass(frozen=True, slots=True)
class Quotation:
    """`text[start:end]` with its marks; `closed` is False when the paragraph ends first."""

    start: int
    end: int
    closed: bool
    paragraph: int
    number: int


def quotations_of(view: TextView) -> list[Quotation]:
    """Every quotation of a text of more than a few words, in order."""
    return [quote for index in range(len(view.paragraphs)) for quote in _quotations(view, index)[0]]


def quotation_at(view: TextView, offset: int) -> Quotation | None:
    """The quotation of more than a few words that holds the offset."""
    index = _paragraph_index(view, offset)
    if index is None:
        return None
    quotes, starts = _quotations(view, index)
    k = bisect_right(starts, offset) - 1
    return quotes[k] if k >= 0 and quotes[k].start <= offset < quotes[k].end else None


def inside_quotation(view: TextView, found: Attribution) -> bool:
    """Is the attribution itself a part of what is quoted?"""
    quote = quotation_at(view, found.start)
    return quote is not None and found.end <= quote.end and found.start > quote.start


def quotation_speaker(view: TextView, quote: Quotation) -> Attribution | None:
    """Who says a quotation: right after it, right before it, or the speaker of the one before."""
    for _ in range(_CHAIN):
        found = _beside(view, quote)
        if found is not None:
            return found
        earlier = _earlier_quotation(view, quote)
        if earlier is None:
            return _leftover(view, quote)
        quote = earlier
    return None


def _beside(view: TextView, quote: Quotation) -> Attribution | None:
    near = _near(view, quote)
    text = view.text
    close = (a for a in near if quote.end <= a.start < quote.end + _GAP)
    after = next((a for a in close if not text[quote.end : a.start].strip(" ,\u00a0—–")), None)
    if after is not None:
        alone = after.scope_end - after.end <= _CLOSED
        if after.shape is not Shape.BEFORE or alone or "," in text[quote.end - 2 : after.start]:
            return after
    before = [a for a in near if a.shape is Shape.BEFORE and a.end <= quote.start + 1 and quote.start - a.end < _GAP]
    before = [a for a in before if "." not in text[a.end : quote.start]]
    return before[-1] if before else None


def _earlier_quotation(view: TextView, quote: Quotation) -> Quotation | None:
    """The one before in the paragraph, or the unclosed one that ends the paragraph before."""
    if quote.number > 0:
        return _quotations(view, quote.paragraph)[0][quote.number - 1]
    if quote.paragraph > 0:
        quotes, _ = _quotations(view, quote.paragraph - 1)
        if quotes and not quotes[-1].closed:
            return quotes[-1]
    return None


def _leftover(view: TextView, quote: Quotation) -> Attribution | None:
    """A scope that reaches over the quotation, the speaker of a quoted paragraph above, or one earlier in this one."""
    near = _near(view, quote)
    embracing = [a for a in near if a.governs(quote.start)]
    if embracing:
        return embracing[-1]
    segment = view.paragraphs[quote.paragraph]
    if quote.paragraph > 0 and quote.start == segment.start and _quotations(view, quote.paragraph - 1)[0]:
        above = _attributions_of(view, view.paragraphs[quote.paragraph - 1])
        if above:
            return above[-1]
    last = [a for a in near if a.end <= quote.start]
    return last[-1] if last else None


@per_text
def _paragraph_starts(view: TextView) -> list[int]:
    return [p.start for p in view.paragraphs]


def _paragraph_index(view: TextView, offset: int) -> int | None:
    index = bisect_right(_paragraph_starts(view), offset) - 1
    return index if 0 <= index < len(view.paragraphs) else None


@per_text
def _quotations(view: TextView, index: int) -> tuple[list[Quotation], list[int]]:
    """The quotations of a paragraph and their starts."""
    segment = view.paragraphs[index]
    pairs: list[tuple[int, int, bool]] = []
    opened: int | None = None
    for match in _MARK.finditer(view.text, segment.start, segment.end):
        mark = match.group()
        if opened is None:
            opened = match.start() if mark in _OPEN or mark == '"' else None
        elif mark in _CLOSE or mark == '"' or (mark == "“" and view.text[opened] == "„"):
            pairs.append((opened, match.end(), True))
            opened = None
    if opened is not None:
        pairs.append((opened, segment.end, False))
    long = [p for p in pairs if len(view.text[p[0] : min(p[1], p[0] + 400)].split()) > _SHORT]
    quotes = [Quotation(start, end, closed, index, n) for n, (start, end, closed) in enumerate(long)]
    return quotes, [q.start for q in quotes]


def _near(view: TextView, quote: Quotation) -> list[Attribution]:
    """Attributions of the quotation's paragraph, outside quotations, within reach."""
    segment = view.paragraphs[quote.paragraph]
    cell = (quote.start - segment.start) // _NEAR  # quotations of one stretch share one list
    low = segment.start + (cell - 1) * _NEAR
    window = (max(segment.start, low), min(segment.end, max(low + 3 * _NEAR, (quote.end // _NEAR + 2) * _NEAR)))
    return _outside_quotations(view, *window)


@per_text
def _outside_quotations(view: TextView, start: int, end: int) -> list[Attribution]:
    return [a for a in _attributions_of(view, Segment(start, end)) if not inside_quotation(view, a)]


def _attributions_of(view: TextView, window: Segment) -> list[Attribution]:
    found: dict[tuple[int, int], Attribution] = {}
    for low, high in sentence_ranges(view, window.start, window.end):
        for attribution in sentence_attributions(view, low, high):
            found.setdefault((attribution.start, attribution.end), attribution)
    return list(found.values())
