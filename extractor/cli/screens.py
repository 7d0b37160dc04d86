"""What is shown of an output folder: the table, one event's account, one claim with its words in context."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING

from extractor.cli.console import harmless
from extractor.cli.folder import events_if_any, read_claims, read_events, require_results, text_of
from extractor.cli.listings import counts_of, footer, main_fields_of
from extractor.errors import UsageError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from extractor.records import CheckedClaim, CheckedValue
    from extractor.records.events import EventRecord
    from extractor.records.eventsfile import EventsFile
    from extractor.records.groups import Linked

_AROUND = 80  # characters of context on each side of a quote
_PIPED_WIDTH = 120
_QUOTED = 70  # characters of a claim's words in an explanation
_REJECTED = 8


def table(events: Sequence[EventRecord], ending: Sequence[str] = (), main: Sequence[str] = ()) -> None:
    """The table of all events on stdout, and the lines that end it; `main` are the counts shown first."""
    if events:
        from extractor.report.table import render_table  # noqa: PLC0415 - rich and pydantic

        _print(render_table(events, main=main))
    else:
        _line("no events: none of the claims is supported by the text")
    for line in ending:
        _line(line)


def rejected(claims: Iterable[CheckedClaim], *, verbose: bool) -> None:
    """What was claimed and not believed, and why, on stdout; the first few unless all are wanted."""
    lines = [
        f"rejected: {claim.document}: {name} {value.claimed.value}: {value.verdict.status}: "
        f"{value.verdict.detail or value.verdict.reason}"
        for claim in claims
        for name, values in claim.fields.items()
        for value in values
        if not value.verdict.usable
    ]
    for line in lines if verbose else lines[:_REJECTED]:
        _line(line if verbose else shorten(line, _PIPED_WIDTH, placeholder="..."))
    if len(lines) > _REJECTED and not verbose:
        _line(f"rejected: {len(lines) - _REJECTED} more (--verbose names them, extractor show --rejected lists them)")


def links(linked: Linked, claims: Iterable[CheckedClaim] = ()) -> None:
    """Why claims were put together or kept apart, on stdout; with the words of `claims` where they are given."""
    words = {c.id: f' "{shorten(_flat(c.quote), _QUOTED, placeholder="...")}"' for c in claims if c.quote}
    group_of = {claim: group.id for group in linked.groups for claim in group.claims}
    _line("why claims are one event: what place, date, kind and figures add to the score, against what is needed")
    for group in linked.groups:
        where = ", ".join(part for part in (group.place, group.date, group.event_type) if part)
        _line(f"\n{group.id}: {group.kind} of {len(group.claims)} claims ({where or 'no place or date'})")
        if not group.links:
            _line(f"  {group.claims[0]}{words.get(group.claims[0], '')} alone" if group.claims else "  no claims")
        for link in group.links:
            if link.relation == "part_of":
                _line(f"  sums up {group_of.get(link.other, link.other)}: {'; '.join(link.reasons)}")
                continue
            _line(f"  {link.other}{words.get(link.other, '')} with {link.one}, {link.score:.1f}:")
            _line(f"      {'; '.join(link.reasons)}")
    if linked.near_misses:
        _line("\nkept apart, though near:")
    for link in linked.near_misses:
        _line(f"  {link.one}{words.get(link.one, '')}\n  {link.other}{words.get(link.other, '')}, {link.score:.1f}:")
        _line(f"      {'; '.join(link.reasons)}")
    if linked.unlinked:
        _line("\nin no event:")
    for claim, reason in linked.unlinked:
        _line(f"  {claim}{words.get(claim, '')}: {reason}")


def show(folder: Path, ids: Sequence[str]) -> int:
    """Print the events and claims named, or all events.

    Raises:
        UsageError: The folder holds no results, or none with such an id.
    """
    require_results(folder)
    if not ids:
        table(_all(read_events(folder)), footer(counts_of(folder)), main_fields_of(folder))
        return 0
    events = events_if_any(folder)
    by_id = {event.id: event for event in (_all(events) if events else ())}
    wanted = [i for i in ids if i not in by_id]
    claims = {claim.id: claim for claim in read_claims(folder) if claim.id in wanted}
    missing = [i for i in wanted if i not in claims]
    if missing:
        known = [*by_id, *(claim.id for claim in read_claims(folder))]
        near = get_close_matches(missing[0], known, 3, 0.6)
        hint = f"did you mean {' or '.join(near)}?" if near else "`extractor show` without an id lists the events"
        message = f"no event or claim has the id {missing[0]!r} in {folder}; {hint}"
        raise UsageError(message)
    for id_ in ids:
        if id_ in by_id:
            _event(by_id[id_], main_fields_of(folder))
        else:
            _claim(claims[id_], text_of(folder, claims[id_].document))
    return 0


def _all(file: EventsFile) -> tuple[EventRecord, ...]:
    return (*file.events, *file.statements)


def _event(event: EventRecord, main: Sequence[str]) -> None:
    from extractor.report.account import render_event  # noqa: PLC0415 - rich is slow

    _print(render_event(event, main))


def _claim(claim: CheckedClaim, text: str | None) -> None:
    made = f", made by {claim.made_by}" if claim.made_by else ""
    flags = f", {', '.join(claim.flags)}" if claim.flags else ""
    _line(f"{claim.id}: what {claim.document} says ({claim.schema_name}{made}{flags})")
    for name, values in claim.fields.items():
        for value in values:
            for line in _value(name, value, text):
                _line(line)


def _value(name: str, value: CheckedValue, text: str | None) -> Iterable[str]:
    bound = f" ({value.claimed.bound})" if value.claimed.bound else ""
    resolved = f" = {value.resolved}" if value.resolved and value.resolved != str(value.claimed.value) else ""
    verdict = value.verdict
    said = f"{value.claimed.value}{bound}{resolved}"
    yield f"  {name}: {said}: {verdict.status} ({verdict.reason}) {verdict.detail}".rstrip()
    if value.span is not None and text is not None:
        start, end = value.span.start, value.span.end
        before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
        yield f"    [{start}:{end}] ...{_flat(before)}»{_flat(text[start:end])}«{_flat(after)}..."
    elif value.claimed.quote:
        yield f"    not found: {_flat(value.claimed.quote)}"


def _flat(text: str) -> str:
    return text.replace("\r", " ").replace("\n", " ")


def _line(text: str) -> None:
    print(harmless(text))  # noqa: T201 - the answer


def _print(rendered: RenderableType) -> None:
    """A rich renderable, as wide as the terminal; wide enough for whole figures when piped."""
    from rich.console import Console  # noqa: PLC0415 - slow to import

    width = None if sys.stdout.isatty() else _PIPED_WIDTH
    Console(width=width, soft_wrap=False).print(rendered, markup=False, highlight=False)
