"""What a manifest says about plain files: title, publisher, url, published, language, keyed by file name."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from extractor.documents.dates import iso_published
from extractor.documents.discovery import MANIFESTS, shown, why
from extractor.documents.notices import ReadFailure, ReadWarning, Reason
from extractor.errors import DocumentError
from extractor.records import Record


class Metadata(Record):
    """What is known about an article beside its text; `None` where nobody says."""

    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None

    def over(self, other: Metadata) -> Metadata:
        """This, with `other` filling the gaps.

        >>> Metadata(title="A").over(Metadata(title="B", publisher="C"))
        Metadata(title='A', publisher='C', url=None, published=None, language=None)
        """
        known = {name: value for name, value in self.model_dump().items() if value is not None}
        return other.model_copy(update=known)


_KEYS = frozenset(Metadata.model_fields)
_NAME_KEYS = ("file", "filename", "name", "path", "id")
_NOTES = frozenset({"note", "notes", "comment"})


@dataclass(frozen=True, slots=True)
class Manifest:
    """The entries of one manifest, and what was odd about them."""

    entries: Mapping[str, Metadata]
    notices: tuple[ReadFailure | ReadWarning, ...] = ()

    def about(self, names: Iterable[str]) -> Metadata:
        """The entry of the first of the names that has one."""
        return next((self.entries[n] for n in names if n in self.entries), Metadata())


def find_manifest(folder: Path) -> Path | None:
    """The manifest of a folder, `None` if it has none; `.json` before `.jsonl` before `.csv`."""
    return next((folder / name for name in MANIFESTS if (folder / name).is_file()), None)


def load_manifest(path: Path) -> Manifest:
    """Read a manifest: an object or a list in JSON, JSON Lines, or CSV with a header.

    A list's entries, lines and rows name their file in `file`. A wrong entry is a notice, the others count.

    Raises:
        DocumentError: The file cannot be read at all, or is none of these.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
        rows = list(_rows(path.suffix.lower(), text))
    except OSError as error:
        message = f"{shown(path)}: {why(error)}"
        raise DocumentError(message) from error
    except (ValueError, csv.Error, RecursionError) as error:
        message = f"{shown(path)}: not a manifest that can be read: {error}"
        raise DocumentError(message) from error
    entries: dict[str, Metadata] = {}
    notices: list[ReadFailure | ReadWarning] = []
    for number, (name, row) in enumerate(rows, 1):
        where = f"{shown(path)}:{name or number}"
        if not name or not isinstance(row, Mapping):
            message = (
                "names no file" if not name else "must be an object with title, publisher, url, published, language"
            )
            notices.append(ReadFailure(path=where, reason=Reason.BAD_MANIFEST, message=message))
            continue
        entries[name], odd = _entry(row, where)
        notices.extend(odd)
    return Manifest(entries, tuple(notices))


def _rows(suffix: str, text: str) -> Iterable[tuple[str | None, object]]:
    if suffix == ".csv":
        yield from ((_name_of(row), row) for row in csv.DictReader(io.StringIO(text, newline="")))
        return
    if suffix in {".jsonl", ".ndjson"}:
        loaded: object = [json.loads(line) for line in text.splitlines() if line.strip()]
    else:
        loaded = json.loads(text)
    if isinstance(loaded, Mapping):
        inner = loaded.get("articles", loaded.get("files"))
        if not isinstance(inner, list | dict):
            inner = loaded
        loaded = inner
    if isinstance(loaded, Mapping):
        yield from loaded.items()
    elif isinstance(loaded, list):
        yield from ((_name_of(row) if isinstance(row, Mapping) else None, row) for row in loaded)
    else:
        message = "neither an object nor a list"
        raise ValueError(message)  # noqa: TRY004 - one kind of complaint about the content


def _name_of(row: Mapping[str, object]) -> str | None:
    return next((str(row[key]) for key in _NAME_KEYS if row.get(key)), None)


def _entry(row: Mapping[str, object], where: str) -> tuple[Metadata, list[ReadWarning]]:
    notices = []
    unknown = sorted(str(k) for k in row if k not in _KEYS and k not in _NAME_KEYS and k not in _NOTES)
    if unknown:
        message = f"unknown key {', '.join(unknown)}; known: {', '.join(sorted(_KEYS))}"
        notices.append(ReadWarning(path=where, reason=Reason.UNKNOWN_KEY, message=message))
    values = {k: str(row[k]).strip() for k in sorted(_KEYS) if row.get(k) not in (None, "")}
    if "published" in values:
        stated = values.pop("published")
        published = iso_published(stated)
        if published is None:
            message = f"published {stated!r} cannot be read for sure as a date; write YYYY-MM-DD"
            notices.append(ReadWarning(path=where, reason=Reason.UNREADABLE_DATE, message=message))
        else:
            values["published"] = published
    return Metadata(**values), notices
