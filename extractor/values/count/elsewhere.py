"""Counts of texts whose language has a lexicon (see `extractor.language`), beside what the tables read.

Only what the tables and a lexicon agree on, or one of them alone reads, is kept; where they differ the lexicon's
matching of figures and words of harm decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from extractor.language import KINDS, FigureReading, digits_only, lexicon, read_figures
from extractor.language.detecting import language_of_view
from extractor.numbers.language import is_read
from extractor.records import ClaimedValue
from extractor.segments import Segment, TextView
from extractor.values.count.beside import Beside
from extractor.values.count.countreading import CountReading
from extractor.values.valuetype import Reading
from extractor.values.when.reading import dates_between

_HARM = frozenset((*KINDS, "survivors"))
_OPEN = frozenset({"people", "other"})


def counts_elsewhere(view: TextView, segment: Segment, known: Sequence[CountReading]) -> tuple[CountReading, ...]:
    """The counts of a sentence in the language of its view, in text order.

    Args:
        view: the text.
        segment: one of its sentences.
        known: what the tables read in it; returned as it is for a language that they alone read.
    """
    if is_read(view):
        return tuple(known)
    words = lexicon(language_of_view(view)) or digits_only()
    dates = [(r.start, r.end) for r in dates_between(view, segment.start, segment.end)]

    def dated(start: int, end: int) -> bool:
        return any(low <= start and end <= high for low, high in dates)

    figures = [f for f in read_figures(view.text, segment.start, segment.end, words) if not dated(f.start, f.end)]
    known = [c for c in known if c.reading.kind not in _HARM | _OPEN or not dated(c.number_start, c.number_end)]
    return tuple(sorted(_merged(known, figures, view), key=lambda c: (c.number_start, c.number_end)))


def _merged(known: Sequence[CountReading], figures: Sequence[FigureReading], view: TextView) -> Iterable[CountReading]:
    used: set[int] = set()
    dropped = {"shared_hedge"} | ({"negated"} if any("zero_word" in f.flags for f in figures) else set())
    for figure in figures:
        rivals = [at for at, c in enumerate(known) if c.number_start < figure.end and figure.start < c.number_end]
        used.update(rivals)
        yield _settled(figure, [known[at] for at in rivals], view, dropped)
    yield from (c for at, c in enumerate(known) if at not in used)


def _settled(
    figure: FigureReading, rivals: Sequence[CountReading], view: TextView, dropped: AbstractSet[str]
) -> CountReading:
    """One count of a figure: the tables' where the lexicon does not know what it counts and they do.

    Of the flags of the tables' reading those in `dropped` are not taken over: the "not" of "no dead" is the dead's.
    """
    made = _made(figure, view)
    same = next((c for c in rivals if (c.number_start, c.number_end) == (figure.start, figure.end)), None)
    if same is None:
        return made
    kind = same.reading.kind
    if kind == figure.kind and figure.kind in _HARM:
        flags = (made.reading.flags - {"distant"}) | (same.reading.flags - dropped)
        return replace(made, reading=replace(made.reading, flags=flags), toll=same.toll)
    if figure.kind in _HARM and "distant" not in figure.flags:
        return made
    return same if kind not in _OPEN else made


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
        beside=Beside(named=figure.kind == "people", human=figure.kind in _OPEN, whole="whole" in figure.flags),
    )
