"""The account of one event for a person: what is known, what is disputed, why totals differ, the words themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from extractor.records.events import (
    EventRecord,
    FieldRecord,
    Fit,
    Reconciliation,
    Rejected,
    SourceLine,
    Standing,
    WitnessRecord,
)
from extractor.report.plain import printable
from extractor.report.shortening import ShortNames
from extractor.report.table import render_table
from extractor.report.wording import (
    COUNT,
    MARK,
    chosen_by,
    count_fields,
    count_in_words,
    figures_by_source,
    name_sources,
    reservations,
    short_names,
    title_of,
)

__all__ = ["render_event", "render_table"]

_IN_HEAD = ("When", "Responsibility", "Actor")  # kinds besides the counts that the first lines give
_COUNTED = (COUNT, "Responsibility")  # kinds whose values are shown even when set aside
_PROVEN = (COUNT, "Responsibility")  # kinds whose words are always shown; the others when they are disputed
ARTICLES = 4  # columns of the matrix that fit 80 characters
_QUOTE = 240  # characters of a quote
_SUMS = 3  # sums shown that explain a total
_REFUTED = 3  # sums shown that do not
_VALUES = 3  # values of one article in a cell
_MARK = {
    Standing.CURRENT: "",
    Standing.SUPERSEDED: " (superseded)",
    Standing.PART: " (part)",
    Standing.IMPLIED: " (implied)",
    Standing.CONTESTED: " (contested)",
    Standing.SET_ASIDE: " (set aside)",
}


def render_event(event: EventRecord, main: Sequence[str] = (), *, evidence: bool = True) -> RenderableType:
    """The account of one event; print it with a rich console (plain text when piped).

    First what is known and what is in dispute, then the matrix of fields by article, the totals, what would change the
    figures, the words themselves (unless `evidence` is False), and what was turned away. Text of articles is never
    read as markup, and control characters are made visible. `main` are the count fields shown first (see
    `ClaimSchema.main_fields`).
    """
    known = {line.id: line for line in event.lines}
    names = short_names([event])
    blocks: list[RenderableType] = [_head(event, main, known, names)]
    blocks += _section("Conflicts and warnings", [*_conflicts(event, names)])
    blocks += _section("What each article says", [*_matrix(event, main, names)])
    blocks += _section("Why the totals differ", [*_totals(event, names)])
    blocks += _section("What it would take to change the best figure", [*_changes(event, names)])
    if evidence:
        blocks += _section("In their own words", [*_evidence(event, main, known, names)])
    blocks += _section("Printed by several articles", [*_copies(event, names)])
    blocks += _section("Rejected", [*_rejected(event.rejected, names)])
    return Group(*blocks)


def _section(title: str, rows: Sequence[RenderableType]) -> list[RenderableType]:
    if not rows:
        return []
    return [Text(f"\n{title}", style="bold"), *(Padding(row, (0, 0, 0, 2), expand=False) for row in rows)]


def _head(event: EventRecord, main: Sequence[str], known: dict[str, SourceLine], names: ShortNames) -> Text:
    text = Text(title_of(event), style="bold")
    articles = "1 article" if len(event.documents) == 1 else f"{len(event.documents)} articles"
    text.append(f"\n{event.kind.value} {printable(event.id, 60)}, {event.modality.value}; {articles}. ", style="dim")
    told = "".join(f"{words[0].upper()}{words[1:]}. " for words in reservations(event))
    text.append(f"{told}Grade: {event.grade.value} ({printable(names.within(event.grade_reason), 160)})", style="dim")
    for name, field in _by_weight(event, main):
        if field.kind == COUNT and not field.text:
            continue
        if field.kind == COUNT:
            text.append(f"\n{printable(name, 30)}: ", style="bold")
            text.append(count_in_words(field), style="bold")
            if field.disputed:
                text.append(", disputed", style="bold red")
            figures = "; ".join(f"{figure}: {source}" for figure, source in figures_by_source(field, known, names))
            text.append(f"   {figures}")
            if by := chosen_by(field):
                text.append(f"   best by {by}", style="dim")
        elif field.text and field.kind in _IN_HEAD:
            text.append(f"\n{printable(name, 30)}: ", style="bold")
            text.append(printable(field.text, 80) + ("" if field.confirmed else MARK))
            text.append(f"   {name_sources(field.agreement.lines, known, names)}", style="dim")
    return text


def _by_weight(event: EventRecord, main: Sequence[str]) -> list[tuple[str, FieldRecord]]:
    """Counts first, in the order of the table; then the fields with the most witnesses."""
    rank = {name: index for index, name in enumerate(count_fields([event], main))}
    last = len(rank)
    return sorted(
        event.fields.items(),
        key=lambda item: (item[1].kind != COUNT, rank.get(item[0], last), -len(item[1].witnesses), item[0]),
    )


def _conflicts(event: EventRecord, names: ShortNames) -> Iterator[Text]:
    for conflict in event.conflicts:
        sentence = printable(names.within(conflict.sentence), 300)
        yield Text(f"! {printable(conflict.field, 30)} ({conflict.kind.value}): {sentence}", "red")
    for flag in event.flags:
        name = f"{printable(flag.field, 30)}: " if flag.field else ""
        sentence = printable(names.within(flag.sentence), 300)
        yield Text(f"! {name}{sentence[:1].upper()}{sentence[1:]}", "yellow")


def _matrix(event: EventRecord, main: Sequence[str], names: ShortNames) -> Iterator[Table]:
    """Fields by article, a few articles at a time; `!` marks a value that is in a conflict."""
    disputed = {key for conflict in event.conflicts for key in (*conflict.one, *conflict.other)}
    tables = max(1, -(-len(event.documents) // ARTICLES))
    wide = max(1, -(-len(event.documents) // tables))
    for first in range(0, len(event.documents), wide):
        articles = event.documents[first : first + wide]
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
        table.add_column("")
        for document in articles:
            table.add_column(Text(printable(names.of(document), 24)), overflow="fold")
        for name, field in _by_weight(event, main):
            cells = [_cell(field, document, disputed) for document in articles]
            if any(cell.plain for cell in cells):
                table.add_row(Text(printable(name, 20)), *cells)
        yield table


def _cell(field: FieldRecord, document: str, disputed: set[str]) -> Text:
    values: dict[str, tuple[bool, Standing]] = {}
    for witness in field.witnesses:
        if witness.document == document:
            text = printable(witness.text, 40) + ("" if witness.confirmed else MARK)
            if witness.standing is Standing.SET_ASIDE and field.kind not in _COUNTED:
                continue  # a word of something else
            marked, standing = values.get(text, (False, witness.standing))
            current = Standing.CURRENT in (standing, witness.standing)
            values[text] = (marked or witness.id in disputed, Standing.CURRENT if current else standing)
    cell = Text()
    for text, (marked, standing) in list(values.items())[:_VALUES]:
        style = "red" if marked else "" if standing is Standing.CURRENT else "dim"
        cell.append(("\n" if cell.plain else "") + ("! " if marked else "") + text + _MARK[standing], style=style)
    if len(values) > _VALUES:
        cell.append(f"\n+{len(values) - _VALUES} more", style="dim")
    return cell


def _totals(event: EventRecord, names: ShortNames) -> Iterator[Text]:
    alike: dict[tuple[object, ...], list[Reconciliation]] = defaultdict(list)
    for item in event.reconciliations:
        best = tuple(a.witnesses for a in item.combinations[0].addends) if item.combinations else ()
        alike[item.document, item.field, item.number, item.explained, best].append(item)
    for items in alike.values():
        yield _total(items, names)
    for account in event.accounts:
        yield Text(f"{printable(account.field, 30)} by one side, {printable(names.within(account.sentence), 300)}")


def _total(items: Sequence[Reconciliation], names: ShortNames) -> Text:
    """One total of one article, in all its wordings, and the sums that explain it or do not."""
    item = items[0]
    wordings = " and ".join(sorted({printable(one.text, 40) for one in items}, key=lambda t: (len(t), t)))
    text = Text(f"{printable(names.of(item.document), 24)} says {wordings} {printable(item.field, 30)}", "bold")
    if not item.explained:
        text.append(": no sum of part figures explains it", "red")
    explaining = [c for c in item.combinations if c.fit is not Fit.NO]
    own = [c for c in explaining if c.same_article]
    refuted = [c for c in item.combinations if c.fit is Fit.NO]
    for combo in (own or explaining)[:_SUMS]:
        origin = "" if combo.same_article else " (figures of other articles)"
        text.append(f"\n  = {printable(names.within(combo.sentence), 300)}{origin}", "green")
    for combo in refuted[:_REFUTED]:
        text.append(f"\n  x {printable(names.within(combo.sentence), 300)}", "dim")
    if not item.exhaustive:
        text.append("\n  (too many sums to try all)", "dim")
    return text


def _changes(event: EventRecord, names: ShortNames) -> Iterator[Text]:
    for item in event.sensitivity:
        if item.kind == "line" and item.to is not None:
            sentence = printable(names.within(item.sentence), 300)
            yield Text(f"{printable(item.field, 30)}: {sentence}")


def _evidence(
    event: EventRecord, main: Sequence[str], known: dict[str, SourceLine], names: ShortNames
) -> Iterator[Text]:
    """Figures, responsibility and what is disputed: who says it, in which words, article by article."""
    disputed = {conflict.field for conflict in event.conflicts}
    for name, field in _by_weight(event, main):
        if field.kind not in _PROVEN and name not in disputed:
            continue
        groups: dict[tuple[str, Standing, str], list[WitnessRecord]] = defaultdict(list)
        for witness in field.witnesses:
            groups[witness.text.lower(), witness.standing, witness.reason].append(witness)
        for (_, standing, reason), witnesses in groups.items():
            mark = "" if any(w.confirmed for w in witnesses) else MARK
            text = Text(f"{printable(name, 30)}: {printable(witnesses[0].text, 60)}{mark}{_MARK[standing]}", "bold")
            text.append(f"  {name_sources(sorted({w.line for w in witnesses}), known, names)}", "dim")
            if reason:
                text.append(f"; {printable(names.within(reason), 160)}", "dim")
            first = {w.document: w for w in sorted(witnesses, key=lambda w: (w.document, -w.evidence.start, w.id))}
            for found in first.values():
                text.append("\n")
                text.append_text(_quoted(found, names))
            yield text


def _quoted(witness: WitnessRecord, names: ShortNames) -> Text:
    words = witness.evidence
    text = Text(f"  {printable(names.of(words.document), 24)} …{printable(words.prefix, 60)}{_gap(words.prefix[-1:])}")
    text.append(printable(words.quote, _QUOTE), "underline")
    text.append(f"{_gap(words.suffix[:1])}{printable(words.suffix, 60)}…")
    return text


def _gap(char: str) -> str:
    return " " if char.isspace() else ""


def _copies(event: EventRecord, names: ShortNames) -> Iterator[Text]:
    for copy in event.copies:
        articles = ", ".join(sorted({printable(names.of(member.document), 24) for member in copy.members}))
        kind = "the same quotation" if copy.quotation else "one witness"
        yield Text(f"{articles} ({kind}): {printable(copy.text, _QUOTE)}", "dim")


def _rejected(rejected: Sequence[Rejected], names: ShortNames) -> Iterator[Text]:
    for item in rejected:
        text = Text(f"{printable(item.field, 30)}: {printable(item.text, 60)}", "bold")
        detail = f" ({printable(item.detail, 160)})" if item.detail else ""
        text.append(
            f"  {printable(names.of(item.document), 24)}, {item.status.value}: {printable(item.reason, 60)}{detail}"
        )
        if item.quote:
            text.append(f"\n  {printable(item.quote, _QUOTE)}", "dim")
        yield text
