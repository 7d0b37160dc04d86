"""Articles kept on disk while a run goes on: only their places in a file are held in memory."""

from __future__ import annotations

import json
import tempfile
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from types import TracebackType
from typing import Any, BinaryIO, Generic, Self, TypeVar

from extractor.errors import StoreError
from extractor.records import Document
from extractor.segments import TextView
from extractor.values.when.when import dated_view

T = TypeVar("T")
_MOST_KEPT = 64  # articles
_MOST_CHARACTERS = 4_000_000  # of all that are kept; a view with its readings takes some hundred bytes for each


class Recent(Generic[T]):
    """The last things made, by name: at most 64, and no more text than 4 million characters beside the newest."""

    def __init__(self, make: Callable[[str], T], size: Callable[[T], int]) -> None:
        self._make = make
        self._size = size
        self._kept: OrderedDict[str, T] = OrderedDict()
        self._characters = 0

    def get(self, name: str) -> T:
        """The thing of that name, made when it is not kept."""
        if name in self._kept:
            self._kept.move_to_end(name)
            return self._kept[name]
        made = self._make(name)
        self._kept[name] = made
        self._characters += self._size(made)
        while len(self._kept) > 1 and (len(self._kept) > _MOST_KEPT or self._characters > _MOST_CHARACTERS):
            self._forget(next(iter(self._kept)))
        return made

    def forget(self, name: str) -> None:
        """Drop what is kept under that name, if anything is."""
        if name in self._kept:
            self._forget(name)

    def _forget(self, name: str) -> None:
        self._characters -= self._size(self._kept.pop(name))


class Spool(Mapping[str, Document]):
    """Documents by id, read back from a temporary file when asked for; iterates in the order of the ids.

    Raises:
        StoreError: the disk refuses (full, no temporary folder).
    """

    def __init__(self) -> None:
        try:
            self._file: BinaryIO = tempfile.TemporaryFile()  # noqa: SIM115 - closed by __exit__
        except OSError as error:
            raise _refused(error) from error
        self._places: dict[str, tuple[int, int]] = {}
        self._extra: dict[str, dict[str, Any]] = {}
        self._recent = Recent(self._load, lambda document: len(document.text))

    def add(self, document: Document, extra: dict[str, Any] | None = None) -> None:
        """Keep a document; `extra` are small facts that go into its row of `documents.jsonl`."""
        data = document.model_dump_json().encode()
        try:
            start = self._file.seek(0, 2)
            self._file.write(data)
        except OSError as error:
            raise _refused(error) from error
        self._places[document.id] = (start, len(data))
        self._recent.forget(document.id)
        self.note(document.id, extra or {})

    def note(self, name: str, extra: dict[str, Any]) -> None:
        """Put other facts into a document's row."""
        self._extra[name] = extra

    def _load(self, name: str) -> Document:
        start, size = self._places[name]
        try:
            self._file.seek(start)  # also writes what is still buffered
            return Document.model_validate_json(self._file.read(size))
        except OSError as error:
            raise _refused(error) from error

    def __getitem__(self, name: str) -> Document:
        return self._recent.get(name)

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._places))

    def __len__(self) -> int:
        return len(self._places)

    def rows(self) -> Iterator[dict[str, Any]]:
        """The rows of `documents.jsonl`, by id."""
        for name in self:
            row = json.loads(self[name].model_dump_json(exclude_none=True))
            yield {**row, **self._extra[name]}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()


def _refused(error: OSError) -> StoreError:
    why = error.strerror or type(error).__name__
    return StoreError(
        f"articles cannot be kept in the folder for temporary files: {why.lower()}; set TMPDIR to another"
    )


class Views(Mapping[str, TextView]):
    """Text views by document id, made when asked for; the last few are kept."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._recent = Recent(self._view, lambda view: len(view.text))

    def _view(self, name: str) -> TextView:
        return dated_view(self._documents[name])

    def __getitem__(self, name: str) -> TextView:
        return self._recent.get(name)

    def __contains__(self, name: object) -> bool:
        return name in self._documents

    def __iter__(self) -> Iterator[str]:
        return iter(self._documents)

    def __len__(self) -> int:
        return len(self._documents)
