"""The table of all events: how many died, who says so, what conflicts, what was turned away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rich import box
from rich.table import Table
from rich.text import Text

from extractor.records import Modality
from extractor.records.events import Conflict, ConflictKind, EventRecord, FlagKind
from extractor.records.groups import GroupKind
from extractor.report.plain import printable
from extractor.report.shortening import ShortNames
from extractor.report.wording import (
    COUNT,
    count_fields,
    count_in_words,
    figures_by_source,
    reservations,
    short_names,
    title_of,
)

_COLUMNS = 2  # counts shown
_FIGURES = 3  # figures of the first count, with their sources
_NOTES = 3
NAME_CELL = 30  # characters of a figure in a note
_RIVALS = 4  # figures in a note
_TOLD_BY_CONFLICT = (FlagKind.LATER, FlagKind.WITHIN_ARTICLE, FlagKind.HEADLINE)
_OTHERS = 6  # ids of events without figures


def render_table(events: Sequence[EventRecord], counts: Sequence[str] = (), main: Sequence[str] = ()) -> Table:
    """One row an event with figures, totals before their parts, the best documented first.

    Events without any figure are in the caption, statements and agreements after them; background is left out.

    Args:
        events: what fusion returned.
        counts: the count fields to show, two at most fit 80 columns; by default the two that most events have.
        main: the count fields that come first (see `ClaimSchema.main_fields`).
    """
    shown = [event for event in events if event.kind is not GroupKind.BACKGROUND and not event.statement]
    counted = [event for event in shown if set(count_fields([event], main)) & set(main)] or [
        event for event in shown if count_fields([event], main)
    ]
    rows = _ordered(counted or shown, main)
    fields = list(counts) or count_fields([event for event, _ in rows], main)[:_COLUMNS]
    table = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0))
    table.add_column("event", ratio=5, overflow="fold")
    for name in fields:
        table.add_column(Text(printable(name, 20)), min_width=8, max_width=12, overflow="fold")
    table.add_column("who says so", ratio=6, overflow="fold")
    table.add_column("conflicts, warnings", ratio=5, overflow="fold")
    names = short_names(shown)
    for event, depth in rows:
        counts_cells = [_count(event, name) for name in fields]
        cells = [_name(event, depth), *counts_cells, _who(event, (fields, main), names), _notes(event, main, names)]
        table.add_row(*cells)
    others = [event for event in shown if event not in counted] if counted else []
    talk = [event for event in events if event.statement]
    lines = [_named("without figures", others, main), _named("statements, agreements, aid", talk, main)]
    if any(lines):
        table.caption = Text("\n".join(line for line in lines if line), style="dim")
        table.caption_justify = "left"
    return table


def _named(what: str, events: Sequence[EventRecord], main: Sequence[str]) -> str:
    """The ids of events in one line, the first few; "" where there are none."""
    ids = [event.id for event in sorted(events, key=lambda event: _weight(event, main))]
    more = f", and {len(ids) - _OTHERS} more" if len(ids) > _OTHERS else ""
    return f"{what}: {', '.join(printable(key, 40) for key in ids[:_OTHERS])}{more}" if ids else ""


def _ordered(events: Sequence[EventRecord], main: Sequence[str]) -> list[tuple[EventRecord, int]]:
    """Wholes by weight, each followed by its parts."""
    known = {event.id: event for event in events}
    ranked = sorted(events, key=lambda event: _weight(event, main))
    out: list[tuple[EventRecord, int]] = []
    placed: set[str] = set()
    for event in [e for e in ranked if not set(e.parents) & set(known)] + ranked:
        if event.id in placed:
            continue
        placed.add(event.id)
        out.append((event, 0))
        for part in (e for e in ranked if e.id in event.parts and e.id not in placed):
            placed.add(part.id)
            out.append((part, 1))
    return out


def _weight(event: EventRecord, main: Sequence[str]) -> tuple[bool, bool, int, tuple[int, ...], str]:
    """Events with main figures first, what is reported as background after the news, then many articles, many dead."""
    people = tuple(-(event.fields[name].best or 0) if name in event.fields else 0 for name in main)
    none = not any(event.fields[name].best is not None for name in main if name in event.fields)
    return none, event.modality is Modality.HISTORICAL, -len(event.documents), people, event.id


def _name(event: EventRecord, depth: int) -> Text:
    text = Text(("└ " if depth else "") + title_of(event), style="bold")
    articles = "1 article" if len(event.documents) == 1 else f"{len(event.documents)} articles"
    real = "" if event.modality is Modality.ACTUAL else f"{event.modality.value}, "
    told = "".join(f", {words}" for words in reservations(event))
    text.append(f"\n{articles}, {real}{event.grade.value}{told}", style="")
    text.append(f"\n{printable(event.id, 40)}", style="dim")
    return text


def _count(event: EventRecord, name: str) -> Text:
    field = event.fields.get(name)
    if field is None:
        return Text("-")
    text = Text(count_in_words(field).replace(" (", "\n("), style="bold")
    if field.disputed:
        text.append("\ndisputed", style="red")
    return text


def _who(event: EventRecord, shown: tuple[Sequence[str], Sequence[str]], names: ShortNames) -> Text:
    """Who gives the figures of the first column that has any; a figure without a column of its own is named."""
    known = {line.id: line for line in event.lines}
    fields, main = shown
    for name in [*fields, *(other for other in count_fields([event], main) if other not in fields)]:
        found = figures_by_source(event.fields[name], known, names) if name in event.fields else []
        if found:
            what = "" if name == fields[0] else f"{printable(name, 20)}: "
            lines = [f"{what}{figure}: {source}" for figure, source in found[:_FIGURES]]
            if len(found) > _FIGURES:
                lines.append(f"and {len(found) - _FIGURES} more")
            return Text("\n".join(lines))
    return Text("-")


def _notes(event: EventRecord, main: Sequence[str], names: ShortNames) -> Text:
    notes = [*_conflict_notes(event, main, names), *_flag_notes(event, names)]
    text = Text("\n".join(f"! {note}" for note in notes[:_NOTES]), style="red")
    if len(notes) > _NOTES:
        text.append(f"\nand {len(notes) - _NOTES} more", style="")
    if event.rejected:
        text.append(f"{chr(10) if notes else ''}{_turned_away(event)}", style="dim")
    return text if text.plain else Text("-")


def _conflict_notes(event: EventRecord, main: Sequence[str], names: ShortNames) -> list[str]:
    """One note a field: its rival figures beside each other, those of the main fields first."""
    by_field: dict[str, list[Conflict]] = defaultdict(list)
    for conflict in event.conflicts:
        by_field[conflict.field].append(conflict)
    minor = [name for name in by_field if event.fields[name].kind == COUNT and name not in main]
    notes = []
    for name in [*(name for name in by_field if name not in minor), *minor]:
        figures = _rivals(event, by_field[name])
        if figures:
            hint = next((f"; {printable(c.hint, 90)}" for c in by_field[name] if c.hint), "")
            notes.append(f"{printable(name, 20)}: {figures}{hint}")
        else:
            notes += [printable(names.within(conflict.sentence), 120) for conflict in by_field[name]]
    return notes


def _rivals(event: EventRecord, conflicts: Sequence[Conflict]) -> str:
    """The figures that conflict, lowest first: "119, nearly 130 or at least 130"; "" where it is not about values."""
    if any(conflict.kind not in (ConflictKind.VALUE, ConflictKind.BOUND) for conflict in conflicts):
        return ""
    rival = {key for conflict in conflicts for key in (*conflict.one, *conflict.other)}
    witnesses = [w for w in event.fields[conflicts[0].field].witnesses if w.id in rival]
    witnesses.sort(key=lambda w: (w.value if isinstance(w.value, int) else 0, w.text))
    texts = list(dict.fromkeys(printable(w.text, NAME_CELL) for w in witnesses))
    more = f" (and {len(texts) - _RIVALS} more)" if len(texts) > _RIVALS else ""
    shown = texts[:_RIVALS]
    return f"{', '.join(shown[:-1])} or {shown[-1]}{more}" if len(shown) > 1 else ""


def _flag_notes(event: EventRecord, names: ShortNames) -> list[str]:
    """The warnings that a conflict of the same field does not state already, the gravest first."""
    told = {conflict.field for conflict in event.conflicts}
    flags = [f for f in event.flags if not (f.kind in _TOLD_BY_CONFLICT and f.field in told)]
    if any(flag.kind is FlagKind.UNEXPLAINED_TOTAL for flag in flags):
        flags = [flag for flag in flags if flag.kind is not FlagKind.PARTS_AND_TOTAL]
    flags.sort(key=lambda flag: list(FlagKind).index(flag.kind))
    return [printable(names.within(flag.sentence), 120) for flag in flags]


def _turned_away(event: EventRecord) -> str:
    """What was rejected and why: a figure if there is one, else how many values."""
    figures = [item for item in event.rejected if isinstance(item.value, int)]
    if not figures:
        return f"rejected: {len(event.rejected)} value{'' if len(event.rejected) == 1 else 's'}"
    first = figures[0]
    more = f", {len(event.rejected) - 1} more" if len(event.rejected) > 1 else ""
    return f"rejected: {printable(first.field, 20)} {printable(first.text, 20)} ({printable(first.reason, 30)}){more}"
