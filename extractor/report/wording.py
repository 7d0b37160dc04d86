"""Short phrases about an event that the table and the account share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from extractor.eventrecords import EventRecord, FieldRecord, SourceLine, Standing, WitnessRecord
from extractor.fusion.figures import in_figures
from extractor.report.plain import printable
from extractor.report.shortening import ShortNames

COUNT = "Count"
SOURCE = "Source"
MAIN = ("killed", "injured", "missing", "displaced", "detained")  # people: what a table shows, in this order
NAME = 36  # characters of a source's name


def count_fields(events: Sequence[EventRecord]) -> list[str]:
    """The count fields of the events: people first, then what most events have a figure for, then by name."""
    tally: dict[str, int] = defaultdict(int)
    for event in events:
        for name, field in event.fields.items():
            if field.kind == COUNT and field.best is not None:
                tally[name] += 1
    return sorted(tally, key=lambda name: (_rank(name), -tally[name], name))


_DEAD_AND_HURT = 3  # of `MAIN`: these keep their order, the others go by how many events have them


def _rank(name: str) -> int:
    if name not in MAIN:
        return len(MAIN)
    return min(MAIN.index(name), _DEAD_AND_HURT)


def count_in_words(field: FieldRecord) -> str:
    """A count for one line: "62 (62 to 83)", "at least 57", "57".

    >>> count_in_words(FieldRecord(kind="Count", value=62, text="", rule="majority", low=62, best=62, high=83))
    '62 (62 to 83)'
    """
    if field.best is None or field.low is None or field.high is None:
        return "-"
    current = [w for w in field.witnesses if w.standing is Standing.CURRENT]
    if current and all(w.soft for w in current) and field.low == field.high:
        return printable(min((w.text for w in current), key=lambda text: (len(text), text)), NAME)
    best, low, high = (in_figures(one, field.witnesses) for one in (field.best, field.low, field.high))
    if field.low == field.high:
        return f"at least {best}" if field.open_ended and best[0].isdigit() else best
    above = " or more" if field.open_ended and high[0].isdigit() else ""
    return f"{best} ({low} to {high}{above})"


def short_names(events: Sequence[EventRecord]) -> ShortNames:
    """Short names for all articles that the events speak of."""
    return ShortNames(
        document
        for event in events
        for documents in (event.documents, *(line.documents for line in event.lines))
        for document in documents
    )


def who(lines: Sequence[str], known: Mapping[str, SourceLine], names: ShortNames, shown: int = 2) -> str:
    """The names of source lines, attributed ones first: "SANA, Foreign Ministry +2"."""
    found = [known[key] for key in lines if key in known]
    found.sort(key=lambda line: (not line.named, not line.attributed, line.id))
    told = [printable(line.name, NAME) for line in found if line.attributed]
    loose = sorted({document for line in found if not line.attributed for document in line.documents})
    if loose:
        few = ", ".join(printable(names.of(document), NAME) for document in loose[:3])
        told.append(f"unattributed ({few}{', …' if len(loose) > 3 else ''})")  # noqa: PLR2004 - as many as shown
    rest = len(told) - shown
    return ", ".join(told[:shown]) + (f" +{rest}" if rest > 0 else "")


def figures_by_source(field: FieldRecord, known: Mapping[str, SourceLine], names: ShortNames) -> list[tuple[str, str]]:
    """Every figure in force with who says it, those that back `best` first."""
    groups: dict[str, list[WitnessRecord]] = defaultdict(list)
    for witness in field.witnesses:
        if witness.standing is Standing.CURRENT and (witness.low, witness.high) != (None, None):
            groups[witness.text.lower()].append(witness)
    backing = set(field.supporting)
    ordered = sorted(
        groups, key=lambda text: (not any(w.id in backing for w in groups[text]), -len(groups[text]), text)
    )
    return [(printable(text, NAME), who(sorted({w.line for w in groups[text]}), known, names)) for text in ordered]


def title_of(event: EventRecord) -> str:
    """What the event is called: place and date, else its title."""
    named = [printable(part, 60) for part in (event.place, event.date) if part]
    return ", ".join(named) or printable(event.title, 60)
