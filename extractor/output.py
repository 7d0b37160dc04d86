"""The output folder: written whole or not at all, the same bytes for the same content.

Every file is written beside its place and moved there when it is complete (`os.replace`), so that a reader, and a run
that was cut off, never leave half a file. Claims and documents are written as they come; memory holds none of them.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from pydantic import BaseModel

from extractor.errors import StoreError
from extractor.records import CheckedClaim, Document

DOCUMENTS = "documents.jsonl"
CLAIMS = "claims.jsonl"
EVENTS = "events.json"
RUN = "run.json"
FILES = (DOCUMENTS, CLAIMS, EVENTS, RUN)
_ROWS: dict[str, type[BaseModel]] = {DOCUMENTS: Document, CLAIMS: CheckedClaim}
MARK = "extractor"  # the key of run.json that says whose folder it is: the package's version

Jsonable = BaseModel | Mapping[str, object] | Sequence[object]


def canonical(value: Jsonable, *, indent: int | None = None) -> str:
    """JSON with sorted keys and non-ASCII characters as they are; one line unless `indent` is given.

    >>> canonical({"b": "حمص", "a": 1})
    '{"a":1,"b":"حمص"}'
    """
    plain = value.model_dump(mode="json", by_alias=True) if isinstance(value, BaseModel) else value
    separators = (",", ":") if indent is None else (",", ": ")
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True, indent=indent, separators=separators, default=_plain)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:  # half a surrogate pair in a model's answer: JSON can escape it, UTF-8 cannot hold it
        text = json.dumps(plain, sort_keys=True, indent=indent, separators=separators, default=_plain)
    return text


def _plain(value: object) -> object:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", by_alias=True)
    message = f"{type(value).__name__} cannot be written as JSON"
    raise TypeError(message)


class AtomicFile:
    """A text file that appears, complete, when the `with` block ends well, and not at all when it does not.

    Raises:
        StoreError: the file system refuses (no permission, disk full).
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: IO[str] | None = None

    def __enter__(self) -> Self:
        try:
            self._file = tempfile.NamedTemporaryFile(
                "w", encoding="utf-8", newline="\n", dir=self.path.parent, prefix=f".{self.path.name}.", delete=False
            )
        except OSError as error:
            raise _refused(self.path, error) from error
        return self

    def write(self, text: str) -> None:
        """Add text."""
        if self._file is None:
            message = f"{self.path}: written outside its `with` block"
            raise StoreError(message)
        try:
            self._file.write(text)
        except OSError as error:
            raise _refused(self.path, error) from error

    def add(self, row: Jsonable) -> None:
        """Add a line of JSON Lines."""
        self.write(canonical(row) + "\n")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        file, self._file = self._file, None
        if file is None:
            return
        if kind is not None:
            _discard(file)
            return
        try:
            file.flush()
            os.fsync(file.fileno())
            file.close()
            Path(file.name).chmod(0o666 & ~_umask())
            Path(file.name).replace(self.path)
        except OSError as failure:
            _discard(file)
            raise _refused(self.path, failure) from failure


def _discard(file: IO[str]) -> None:
    try:
        file.close()
    except OSError:  # the disk is full: closing tries to write what is left
        pass
    finally:
        Path(file.name).unlink(missing_ok=True)


def _umask() -> int:
    """The process's mask for new files; a temporary file is private, a result is as readable as any other file."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def write_json(path: Path, value: Jsonable) -> None:
    """Write one JSON file, indented, with a line end at its end.

    Raises:
        StoreError: the file system refuses.
    """
    with AtomicFile(path) as file:
        file.write(canonical(value, indent=2) + "\n")


def write_text(path: Path, text: str) -> None:
    """Write one text file.

    Raises:
        StoreError: the file system refuses.
    """
    with AtomicFile(path) as file:
        file.write(text)


def open_folder(path: str | Path) -> Path:
    """Make an output folder, or take one that is free or was written by this program before.

    A folder may hold other things; only files that this program would replace and did not write are in the way.

    Raises:
        StoreError: It cannot be made or written to, or holds such files.
    """
    folder = Path(path)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        detail = "is a file" if folder.is_file() else _why(error)
        message = f"cannot make the output folder {folder}: {detail}; choose another with --out"
        raise StoreError(message) from error
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        message = f"cannot write to the output folder {folder}: {_why(error)}; choose another with --out"
        raise StoreError(message) from error
    in_the_way = [name for name in FILES if (folder / name).exists()]
    if in_the_way and not is_ours(folder) and not all(_looks_ours(folder / name) for name in in_the_way):
        message = (
            f"{folder} holds {', '.join(in_the_way)}, and no run.json of this program: nothing was written; "
            "choose another folder with --out, or move them away"
        )
        raise StoreError(message)
    return folder


def is_ours(folder: Path) -> bool:
    """Whether the folder's `run.json` is one of this program's."""
    try:
        run = json.loads((folder / RUN).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(run, dict) and MARK in run


def _looks_ours(path: Path) -> bool:
    """Whether a file is as this program writes it: what an earlier version left when it was cut off has no run.json."""
    kind = _ROWS.get(path.name)
    if kind is None:
        return False
    try:
        with path.open(encoding="utf-8") as file:
            row = json.loads(file.readline())
    except (OSError, ValueError):
        return False
    return isinstance(row, dict) and all(name in row for name, f in kind.model_fields.items() if f.is_required())


def _refused(path: Path, error: OSError) -> StoreError:
    return StoreError(f"cannot write {path}: {_why(error)}")


def _why(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
