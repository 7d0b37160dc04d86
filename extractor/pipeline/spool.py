"""Articles kept on disk while a run goes on: only their places in a file are held in memory."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import TracebackType
from typing import Any, BinaryIO

from extractor.records import Document
from extractor.segments import TextView


class Spool(Mapping[str, Document]):
    """Documents by id, read back from a temporary file when asked for; iterates in the order of the ids."""

    def __init__(self) -> None:
        self._file: BinaryIO = tempfile.TemporaryFile()  # noqa: SIM115 - closed by __exit__
        self._places: dict[str, tuple[int, int]] = {}
        self._extra: dict[str, dict[str, Any]] = {}
        self._recent = lru_cache(maxsize=64)(self._load)

    def add(self, document: Document, extra: dict[str, Any] | None = None) -> None:
        """Keep a document; `extra` are small facts that go into its row of `documents.jsonl`."""
        data = document.model_dump_json().encode()
        self._places[document.id] = (self._file.seek(0, 2), len(data))
        self._file.write(data)
        self._extra[document.id] = extra or {}

    def _load(self, name: str) -> Document:
        start, size = self._places[name]
        self._file.seek(start)
        return Document.model_validate_json(self._file.read(size))

    def __getitem__(self, name: str) -> Document:
        return self._recent(name)

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._places))

    def __len__(self) -> int:
        return len(self._places)

    def rows(self) -> Iterator[dict[str, Any]]:
        """The rows of `documents.jsonl`, by id."""
        for name in self:
            row = json.loads(self[name].model_dump_json(exclude_none=True))
            yield {**row, **self._extra[name]}

    def __enter__(self) -> Spool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()


class Views(Mapping[str, TextView]):
    """Text views by document id, made when asked for; the last 64 are kept."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._recent = lru_cache(maxsize=64)(self._view)

    def _view(self, name: str) -> TextView:
        return TextView.of(self._documents[name])

    def __getitem__(self, name: str) -> TextView:
        return self._recent(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._documents)

    def __len__(self) -> int:
        return len(self._documents)
