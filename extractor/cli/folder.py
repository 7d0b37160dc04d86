"""An output folder, read back: its events, claims and articles."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.errors import UsageError
from extractor.output import CLAIMS, DOCUMENTS, EVENTS
from extractor.staging import finish_publishing

if TYPE_CHECKING:
    from extractor.records import CheckedClaim
    from extractor.records.eventsfile import EventsFile

_CHECKED = frozenset({"span", "verdict", "resolved"})


def require_results(folder: Path) -> None:
    """Nothing, when the folder holds claims or events; results that a killed run had ready are put in place first.

    Raises:
        UsageError: it holds neither.
    """
    finish_publishing(folder)
    if not (folder / EVENTS).is_file() and not (folder / CLAIMS).is_file():
        message = f"{folder} holds no results: `extractor run` writes them, --out names the folder"
        raise UsageError(message)


def read_events(folder: Path) -> EventsFile:
    """The events of the folder.

    Raises:
        UsageError: there are none yet, or the file is not as this program writes it.
    """
    found = events_if_any(folder)
    if found is None:
        message = f"{folder} holds claims but no events yet: extractor merge {folder} --out {folder}"
        raise UsageError(message)
    return found


def events_if_any(folder: Path) -> EventsFile | None:
    """The events of the folder; `None` where only claims were made.

    Raises:
        UsageError: the file is not as this program writes it.
    """
    path = folder / EVENTS
    if not path.is_file():
        return None
    from extractor.records.eventsfile import load_events  # noqa: PLC0415 - pydantic is slow

    try:
        return load_events(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise UsageError(_foreign(str(path))) from error


def read_claims(folder: Path) -> Iterator[CheckedClaim]:
    """The checked claims of the folder, in the order of its file.

    Raises:
        UsageError: a line is not as this program writes it.
    """
    from extractor.records import CheckedClaim  # noqa: PLC0415 - pydantic is slow

    path = folder / CLAIMS
    if path.is_file():
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                try:
                    claim = CheckedClaim.model_validate(_nested(json.loads(line)))
                except (ValueError, KeyError, TypeError, AttributeError) as error:
                    raise UsageError(_foreign(f"{path}:{number}")) from error
                yield claim


def read_documents(folder: Path) -> Iterator[dict[str, Any]]:
    """The rows of `documents.jsonl`, as loaded."""
    path = folder / DOCUMENTS
    if path.is_file():
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)


def text_of(folder: Path, document: str) -> str | None:
    """The text of an article; `None` when the folder does not hold it."""
    return next((str(row["text"]) for row in read_documents(folder) if row.get("id") == document), None)


def _foreign(where: str) -> str:
    return f"{where}: not as this program writes it; `extractor merge` takes claims of others and makes events of them"


def _nested(row: dict[str, Any]) -> dict[str, Any]:
    """A line of `claims.jsonl`, whose values are flat, as the record has it."""
    fields = {
        name: tuple(
            {"span": None, **{k: v for k, v in value.items() if k in _CHECKED}}
            | {"claimed": {k: v for k, v in value.items() if k not in _CHECKED}}
            for value in values
        )
        for name, values in row["fields"].items()
    }
    return {**row, "fields": fields}
