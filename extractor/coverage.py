"""What the model missed: every main figure that the reader sees in an article and no supported claim covers."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from extractor.records import CheckedClaim, Record
from extractor.segments import TextView, Zone
from extractor.values.analysis import Analysis
from extractor.values.schema import ClaimSchema
from extractor.values.valuetype import NOT_CLAIMED, FieldRole, Reading


class UnclaimedFigure(Record):
    """A figure at `text[start:end]` of one of the schema's main fields that no supported claim covers.

    `field` is the schema's field it would fill; `sentence` are the offsets of its sentence.
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


def figure_readings(view: TextView, schema: type[ClaimSchema]) -> list[tuple[str, Reading]]:
    """Every figure of the article that fills a count field of the schema, in text order, boilerplate left out."""
    analysis = Analysis(view)
    found = [
        (name, reading)
        for name, kind in schema.fields_with(FieldRole.HOW_MANY).items()
        for reading in analysis.values(kind)
        if view.sentence_at(reading.start).zone is not Zone.FURNITURE
    ]
    return sorted(found, key=lambda pair: (pair[1].start, pair[1].end, pair[0]))


def is_checked(schema: type[ClaimSchema]) -> bool:
    """Whether there is anything that coverage can ask for: a main field whose figures the reader reads."""
    return bool(schema.main_fields())


def unclaimed_figures(
    view: TextView, claims: Iterable[CheckedClaim], schema: type[ClaimSchema]
) -> list[UnclaimedFigure]:
    """The figures of the schema's main fields in an article that no supported claim covers.

    A figure counts as covered when a supported value of the same field was decided by words that overlap it. Parts
    ("including 11 women"), negated, hypothetical and future figures are not asked for.

    Args:
        view: the article.
        claims: its checked claims; claims of other documents are ignored.
        schema: the claim schema.
    """
    main = frozenset(schema.main_fields())
    covered = _covered(claims, view.document)
    missing: list[UnclaimedFigure] = []
    for name, reading in figure_readings(view, schema):
        if name not in main or reading.flags & NOT_CLAIMED:
            continue
        if _overlaps(covered.get(name, []), reading.start, reading.end):
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


def _covered(claims: Iterable[CheckedClaim], document: str) -> Mapping[str, Sequence[tuple[int, int]]]:
    """By field, the stretches that decided its supported values: in order, those that touch or overlap joined."""
    decided: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for claim in claims:
        if claim.document == document:
            for name, values in claim.fields.items():
                decided[name].update(v.verdict.decided for v in values if v.verdict.usable and v.verdict.decided)
    joined: dict[str, list[tuple[int, int]]] = {}
    for name, stretches in decided.items():
        row: list[tuple[int, int]] = []
        for start, end in sorted(stretches):
            if row and start <= row[-1][1]:
                row[-1] = (row[-1][0], max(row[-1][1], end))
            else:
                row.append((start, end))
        joined[name] = row
    return joined


def _overlaps(stretches: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether `[start, end)` shares a character with one of the ordered, disjoint stretches."""
    index = bisect_left(stretches, (end,)) - 1  # the last that starts before `end`
    return index >= 0 and stretches[index][1] > start
