"""Figures in the cells of a table: what a cell counts is said by the head of its column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.segments import TextView, per_text
from extractor.values.count.beside import NOTHING
from extractor.values.count.countreading import CountReading
from extractor.values.count.sentence import HARM, CountSentence

_BAR = "|"


@per_text
def head_of(view: TextView, index: int) -> int | None:
    """The sentence that is the head row of the table in which a sentence is a row; `None` outside a table's body."""
    if not _is_row(view, index):
        return None
    first = index
    while first > 0 and _is_row(view, first - 1):
        first -= 1
    return first if first < index else None


def _is_row(view: TextView, index: int) -> bool:
    segment = view.sentences[index]
    return view.text.startswith(_BAR, segment.start) and view.text[segment.start : segment.end].count(_BAR) > 1


def cells(view: TextView, index: int) -> list[tuple[int, int]]:
    """The cells of a row `| a | b |`, as offsets without white space around them."""
    segment = view.sentences[index]
    found: list[tuple[int, int]] = []
    start = segment.start + 1
    while start < segment.end:
        stop = view.text.find(_BAR, start, segment.end)
        stop = segment.end if stop < 0 else stop
        inner = view.text[start:stop]
        found.append((start + len(inner) - len(inner.lstrip()), start + len(inner.rstrip())))
        start = stop + 1
    return found


def by_columns(
    view: TextView, index: int, names: Sequence[str | None], counts: tuple[CountReading, ...]
) -> tuple[CountReading, ...]:
    """The counts of a table's row with the kinds of their columns.

    Args:
        view: the text.
        index: the row's sentence.
        names: the kinds that the cells of its table's head name, `None` for a cell that names none.
        counts: what is read in the row by itself.

    Returns:
        As `counts`; a figure that fills its cell is of the kind that the column's head names, where it names one.
    """
    kinds = dict(zip(cells(view, index), names, strict=False))
    return tuple(_told(c, kinds.get((c.reading.start, c.reading.end))) for c in counts)


def column_names(view: TextView, at: int, head: CountSentence | None) -> list[str | None]:
    """The kind that each cell of a table's head names; none where the head has no word of harm."""
    return [] if head is None else [_kind(head, start, end) for start, end in cells(view, at)]


def _told(count: CountReading, kind: str | None) -> CountReading:
    if kind is None:
        return count
    reading = replace(count.reading, kind=kind, flags=frozenset())
    return replace(count, reading=reading, toll=True, joined=False, beside=NOTHING)


def _kind(head: CountSentence, start: int, end: int) -> str | None:
    """The one kind of harm that the words of a head's cell name."""
    kinds: set[str] = set()
    for at, token in enumerate(head.tokens):
        if start <= token.start and token.end <= end:
            predicate, noun = head.at_token.get(at), head.noun_at.get(at)
            kinds |= {predicate.sense.kind} if predicate is not None else {noun[1]} if noun is not None else set()
    harm = kinds & HARM
    return harm.pop() if len(harm) == 1 else None
