"""What the model missed: every casualty figure that the reader sees in an article and no supported claim covers."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.records import CheckedClaim, Record, Status
from extractor.segments import TextView, Zone
from extractor.values.counting import Count
from extractor.values.schema import ClaimSchema
from extractor.values.valuetype import Reading

_NOT_EVENTS = frozenset({"part", "negated", "hypothetical", "future", "rate", "ordinal"})
_PEOPLE = frozenset({"killed", "injured", "missing", "displaced", "detained"})


class UnclaimedFigure(Record):
    """A casualty figure that stands at `text[start:end]` and that no supported claim covers.

    `field` is the schema's field it would fill; `sentence` are the offsets of the sentence it stands in.
    """

    document: str
    field: str
    start: int
    end: int
    quote: str
    value: int | None
    bound: str | None
    flags: tuple[str, ...] = ()
    sentence: tuple[int, int]


def casualty_readings(view: TextView, schema: type[ClaimSchema]) -> list[tuple[str, Reading]]:
    """Every figure of the article that fills a Count field of the schema, in text order, furniture left out."""
    found: list[tuple[str, Reading]] = []
    for sentence in view.sentences:
        if sentence.zone is Zone.FURNITURE:
            continue
        for name, kind in schema.fields_of(Count).items():
            found.extend((name, reading) for reading in kind.read(view, sentence.start, sentence.end))
    return sorted(found, key=lambda pair: (pair[1].start, pair[1].end, pair[0]))


def unclaimed_figures(
    view: TextView, claims: Iterable[CheckedClaim], schema: type[ClaimSchema]
) -> list[UnclaimedFigure]:
    """The casualty figures of an article that no supported claim covers.

    A figure counts as covered when a supported value of the same field was decided by words that overlap it. Parts
    ("including 11 women"), negated, hypothetical and future figures, and counts of attacks are not asked for.

    Args:
        view: the article.
        claims: its checked claims; claims of other documents are ignored.
        schema: the claim schema.
    """
    covered = [
        (name, value.verdict.decided)
        for claim in claims
        if claim.document == view.document
        for name, values in claim.fields.items()
        for value in values
        if value.verdict.status is Status.SUPPORTED and value.verdict.decided
    ]
    missing: list[UnclaimedFigure] = []
    for name, reading in casualty_readings(view, schema):
        if reading.flags & _NOT_EVENTS or schema.fields_of(Count)[name].kind not in _PEOPLE:
            continue
        if any(n == name and start < reading.end and reading.start < end for n, (start, end) in covered):
            continue
        sentence = view.sentence_at(reading.start)
        missing.append(
            UnclaimedFigure(
                document=view.document,
                field=name,
                start=reading.start,
                end=reading.end,
                quote=view.text[reading.start : reading.end],
                value=reading.value.value if isinstance(reading.value.value, int) else None,
                bound=reading.value.bound.value if reading.value.bound else None,
                flags=tuple(sorted(reading.flags)),
                sentence=(sentence.start, sentence.end),
            )
        )
    return missing
