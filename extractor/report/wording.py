"""Short phrases about an event that the table and the account share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from extractor.fusion.figures import in_figures
from extractor.records.events import EventRecord, FieldRecord, SourceLine, Standing, Step, WitnessRecord
from extractor.report.plain import printable
from extractor.report.shortening import ShortNames

COUNT = "Count"
MARK = "?"  # after a value that stands in the words, its tie to the figure not confirmed
SOURCE = "Source"
NAME = 36  # characters of a source's name


def count_fields(events: Sequence[EventRecord], main: Sequence[str]) -> list[str]:
    """The count fields of the events: `main` first, then what most events have a figure for, then by name."""
    tally: dict[str, int] = defaultdict(int)
    for event in events:
        for name, field in event.fields.items():
            if field.kind == COUNT and field.text:
                tally[name] += 1
    return sorted(tally, key=lambda name: (_rank(name, main), -tally[name], name))


_GRAVEST = 3  # of the main fields: these keep their order, the others go by how many events have them


def _rank(name: str, main: Sequence[str]) -> int:
    return min(main.index(name), _GRAVEST) if name in main else len(main)


def count_in_words(field: FieldRecord) -> str:
    """A count for one line: "62 (62 to 83)", "at least 57", "57", "several"; `MARK` ends what is not confirmed.

    >>> count_in_words(FieldRecord(kind="Count", value=62, text="", rule="majority", low=62, best=62, high=83))
    '62 (62 to 83)'
    """
    mark = "" if field.confirmed else MARK
    if field.best is None or field.low is None or field.high is None:
        return printable(field.text, NAME) + mark if field.text else "-"
    current = [w for w in field.witnesses if w.standing is Standing.CURRENT]
    if current and all(w.soft for w in current) and field.low == field.high:
        return printable(min((w.text for w in current), key=lambda text: (len(text), text)), NAME) + mark
    best, low, high = (in_figures(one, field.witnesses) for one in (field.best, field.low, field.high))
    if field.low == field.high:
        return (f"at least {best}" if field.open_ended and best[0].isdigit() else best) + mark
    above = " or more" if field.open_ended and high[0].isdigit() else ""
    return f"{best}{mark} ({low} to {high}{above})"


_STEPS = {
    Step.CONFIRMED: "the most lines with a confirmed figure",
    Step.LINES: "the most lines state it",
    Step.COMPATIBLE: "the most lines do not exclude it",
    Step.LATER: "of equals the later",
    Step.EXACT: "of equals the one without a hedge",
    Step.FIRST: "of equals the one that articles give first",
    Step.HIGHER: "of equals the higher",
    Step.SUM: "the groups that one source lists, added up",
}


def chosen_by(field: FieldRecord) -> str:
    """Which rule took `best` and at which step: "majority: of equals the later"; "" where nothing had to be chosen.

    >>> chosen_by(FieldRecord(kind="Count", value=9, text="9", rule="majority", best=9, decided="later"))
    'majority: of equals the later'
    """
    if field.decided in (None, Step.ONLY):
        return ""
    how = _STEPS.get(field.decided, "")
    return f"{field.rule}: {how}" if how else field.rule


def short_names(events: Sequence[EventRecord]) -> ShortNames:
    """Short names for all articles that the events speak of."""
    return ShortNames(
        document
        for event in events
        for documents in (event.documents, *(line.documents for line in event.lines))
        for document in documents
    )


def name_sources(lines: Sequence[str], known: Mapping[str, SourceLine], names: ShortNames, shown: int = 2) -> str:
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
    """Every figure in force with who says it, those that back `best` first; `MARK` ends one that nothing confirms."""
    groups: dict[str, list[WitnessRecord]] = defaultdict(list)
    for witness in field.witnesses:
        if witness.standing is Standing.CURRENT and (witness.low, witness.high) != (None, None):
            groups[witness.text.lower()].append(witness)
    backing = set(field.supporting)
    ordered = sorted(
        groups, key=lambda text: (not any(w.id in backing for w in groups[text]), -len(groups[text]), text)
    )
    marks = {text: "" if any(w.confirmed for w in groups[text]) else MARK for text in ordered}
    return [
        (printable(text, NAME) + marks[text], name_sources(sorted({w.line for w in groups[text]}), known, names))
        for text in ordered
    ]


def title_of(event: EventRecord) -> str:
    """What the event is called: place and date, else its title."""
    named = [printable(part, 60) for part in (event.place, event.date) if part]
    return ", ".join(named) or printable(event.title, 60)


def reservations(event: EventRecord) -> list[str]:
    """What a reader must know of the event's place and date: "place not stated", "date inferred"; of talk nothing."""
    if event.statement:
        return []
    place = "" if event.place_status is None else _PLACES.get(event.place_status, "")
    date = "" if event.date_status is None or not event.date else _DATES.get(event.date_status, "")
    return [words for words in (place, date) if words]


_PLACES = {"unconfirmed": "place unconfirmed", "refused": "place unconfirmed", "not_stated": "place not stated"}
_DATES = {"unconfirmed": "date unconfirmed", "inferred": "date inferred"}
