"""`events.json`: all events of a run, read back as written."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from extractor.records import Record
from extractor.records.events import EventRecord, Rule
from extractor.records.groups import Linked

FORMAT_VERSION = 2


class Unlinked(Record):
    """A claim that is in no event, and why."""

    claim: str
    reason: str


class EventsFile(Record):
    """`events.json`: the events sorted by id, with the rule that chose `best`.

    `statements` are statements, agreements and aid, told without figures: they are no part of `events`. `unlinked` are
    the claims of no event, sorted by id; `near_misses` counts the pairs of groups that linkage all but put together
    (`extractor merge --explain` lists them). A key that is left out has its default value.
    """

    format_version: int = FORMAT_VERSION
    rule: Rule
    events: tuple[EventRecord, ...]
    statements: tuple[EventRecord, ...] = ()
    unlinked: tuple[Unlinked, ...] = ()
    near_misses: int = 0

    @classmethod
    def of(cls, rule: Rule, events: Iterable[EventRecord], linked: Linked | None = None) -> EventsFile:
        """The file of the events that fusion made of `linked`, whose loose ends it lists."""
        ordered = sorted(events, key=lambda event: event.id)
        loose = sorted(linked.unlinked) if linked else ()
        return cls(
            rule=rule,
            events=tuple(event for event in ordered if not event.statement),
            statements=tuple(event for event in ordered if event.statement),
            unlinked=tuple(Unlinked(claim=claim, reason=reason) for claim, reason in loose),
            near_misses=len(linked.near_misses) if linked else 0,
        )


_INLINE = 6  # levels down: from here on a value (a witness, a copy's member) is one line
_ROWS = 4  # levels down: here an object without further ones (the words of an event) is one line
_SHORT = 120  # characters of a value that stays on one line anywhere


def dump_events(events: EventsFile) -> str:
    """The file's text: JSON with sorted keys, a witness a line, non-ASCII as it is, and a newline at the end.

    Keys that have their default value are left out; they are half of the file otherwise.

    >>> print(dump_events(EventsFile(rule=Rule.MAJORITY, events=())), end="")
    {
     "events": [],
     "format_version": 2,
     "rule": "majority"
    }
    """
    return "".join(event_pieces(events))


def event_pieces(events: EventsFile) -> Iterator[str]:
    """The text of `dump_events` in pieces, an event at a time: for a file too large to be held twice."""
    rest = events.model_dump(mode="json", exclude_defaults=True, exclude={"events", "statements"})
    rows = {**rest, "format_version": events.format_version}
    yield "{\n"
    yield from _listed("events", events.events)
    for key in sorted({*rows, *(["statements"] if events.statements else [])}):
        yield ",\n"
        if key == "statements":
            yield from _listed(key, events.statements)
            continue
        piece = [f" {json.dumps(key)}: "]
        _lay_out(rows[key], 1, piece)
        yield "".join(piece)
    yield "\n}\n"


def _listed(key: str, events: Iterable[EventRecord]) -> Iterator[str]:
    ordered = sorted(events, key=lambda event: event.id)
    yield f' "{key}": ['
    for index, event in enumerate(ordered):
        piece = ["," if index else "", "\n  "]
        _lay_out(event.model_dump(mode="json", exclude_defaults=True), 2, piece)
        yield "".join(piece)
    yield "\n ]" if ordered else "]"


def _lay_out(value: Any, depth: int, out: list[str]) -> None:
    """Append the JSON of a value: containers of containers over several lines, down to `_INLINE` levels."""
    inner = (value.values() if isinstance(value, dict) else value) if isinstance(value, (dict, list)) else ()
    nested = depth < _INLINE and any(isinstance(item, (dict, list)) for item in inner)
    if not nested:
        text = json.dumps(value, ensure_ascii=False, sort_keys=True)
        row = isinstance(value, dict) and depth >= _ROWS
        if row or depth >= _INLINE or not inner or len(text) <= _SHORT:
            out.append(text)
            return
    left, right = "{}" if isinstance(value, dict) else "[]"
    rows = sorted(value.items()) if isinstance(value, dict) else [(None, item) for item in value]
    out.append(left)
    for index, (key, item) in enumerate(rows):
        out.append(("," if index else "") + "\n" + " " * (depth + 1))
        if key is not None:
            out.append(f"{json.dumps(key, ensure_ascii=False)}: ")
        _lay_out(item, depth + 1, out)
    out.append("\n" + " " * depth + right)


def load_events(text: str) -> EventsFile:
    """The inverse of `dump_events`.

    Raises:
        pydantic.ValidationError: the text is not such a file.

    >>> load_events(dump_events(EventsFile(rule=Rule.LATEST, events=()))).rule.value
    'latest'
    """
    return EventsFile.model_validate_json(text)
