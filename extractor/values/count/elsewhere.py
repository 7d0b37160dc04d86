"""Counts of texts in a language that a lexicon reads (see `extractor.language`), or whose language is not known."""

from __future__ import annotations

from extractor.language import KINDS, FigureReading, digits_only, lexicon, read_figures, read_harms
from extractor.language.detecting import language_of_view
from extractor.records import ClaimedValue
from extractor.segments import Segment, TextView
from extractor.values.count.beside import BesideFigure
from extractor.values.count.countreading import CountReading
from extractor.values.count.rows import cells
from extractor.values.valuetype import Reading
from extractor.values.when.reading import dates_between

_OPEN = frozenset({"people", "other"})


def counts_elsewhere(view: TextView, segment: Segment) -> tuple[CountReading, ...]:
    """The counts of a sentence in the language of its view, in text order; digits alone where that has no lexicon."""
    words = lexicon(language_of_view(view)) or digits_only()
    dates = [(r.start, r.end) for r in dates_between(view, segment.start, segment.end)]
    figures = [
        figure
        for figure in read_figures(view.text, segment.start, segment.end, words)
        if not any(_is_day_of(figure, low, high) for low, high in dates)
    ]
    return tuple(sorted((_made(f, view) for f in figures), key=lambda c: (c.number_start, c.number_end)))


def kinds_elsewhere(view: TextView, index: int) -> list[str | None]:
    """The one kind of harm that each cell of a table's head names, `None` for a cell that names none or several."""
    words = lexicon(language_of_view(view)) or digits_only()
    named = [set(read_harms(view.text, start, end, words)) & set(KINDS) for start, end in cells(view, index)]
    return [next(iter(kinds)) if len(kinds) == 1 else None for kinds in named]


def _is_day_of(figure: FigureReading, start: int, end: int) -> bool:
    """Whether a figure is a number of a date; not where it is all of it: a word for two may be one for Monday."""
    return start <= figure.start and figure.end <= end and (start, end) != (figure.start, figure.end)


def _made(figure: FigureReading, view: TextView) -> CountReading:
    value = ClaimedValue(
        value=figure.value,
        quote=view.text[figure.phrase_start : figure.phrase_end],
        start=figure.phrase_start,
        bound=figure.bound,
        high=figure.high,
    )
    reading = Reading(figure.phrase_start, figure.phrase_end, value, figure.kind, figure.flags)
    return CountReading(
        reading,
        figure.start,
        figure.end,
        figure.floor,
        toll=False,
        decided_by=figure.harm,
        beside=BesideFigure(named=figure.kind == "people", human=figure.kind in _OPEN, whole="whole" in figure.flags),
    )
