"""What is known of a batch between processes: a folder with its requests and how far each part of them has come."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from extractor.client.batchfiles import keys_of
from extractor.errors import StoreError
from extractor.output import write_json

_STATE = "batch.json"
_LOCK = "batch.lock"


class Stage(StrEnum):
    """How far a part has come. Each step is written down before the next is begun."""

    WRITTEN = "written"  # its input file is on this disk
    UPLOADED = "uploaded"
    SUBMITTED = "submitted"
    ENDED = "ended"  # the endpoint will do no more on it
    COLLECTED = "collected"  # its answers are in the response store


class BatchPart(BaseModel):
    """One input file, and the endpoint's batch over it.

    Attributes:
        file: the input file's name in the batch's folder.
        lines: its requests.
        stage: how far it has come.
        file_id, batch_id, output_file_id, error_file_id: the endpoint's names; `None` until it gives them.
        status: the endpoint's own word for the state of the batch; empty before it is submitted.
        done, failed: requests answered and failed so far, as the endpoint counts them.
        answered: answers that were put into the store; `None` before the part is collected.
        errors: what the endpoint says of the batch as a whole.
    """

    model_config = ConfigDict(extra="forbid")

    file: str
    lines: int
    stage: Stage = Stage.WRITTEN
    file_id: str | None = None
    batch_id: str | None = None
    output_file_id: str | None = None
    error_file_id: str | None = None
    status: str = ""
    done: int = 0
    failed: int = 0
    answered: int | None = None
    errors: tuple[str, ...] = ()


class Batch(BaseModel):
    """A batch as it is written to `batch.json`.

    Attributes:
        id: its name, which the commands take.
        created: when, UTC, ISO 8601 in seconds.
        endpoint, model: who is asked.
        command: the options of the run that wants the answers, as plain data.
        parts: its input files.
    """

    model_config = ConfigDict(extra="forbid")

    id: str
    created: str
    endpoint: str
    model: str
    command: dict[str, Any]
    parts: list[BatchPart]

    @property
    def open(self) -> bool:
        """Whether answers are still to come or to be collected."""
        return any(part.stage is not Stage.COLLECTED for part in self.parts)

    @property
    def unsent(self) -> bool:
        """Whether the endpoint does not yet have all of it."""
        return any(part.stage in (Stage.WRITTEN, Stage.UPLOADED) for part in self.parts)

    @property
    def lines(self) -> int:
        """Its requests."""
        return sum(part.lines for part in self.parts)


class BatchFolder:
    """The folder of one batch: `batch.json`, its input files, and the files that came back."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def load(self) -> Batch:
        """The batch as it was last saved.

        Raises:
            StoreError: there is none, or it cannot be read.
        """
        file = self.path / _STATE
        try:
            return Batch.model_validate_json(file.read_text(encoding="utf-8"))
        except (OSError, ValidationError) as error:
            why = error.strerror if isinstance(error, OSError) else "it is not a batch of ours"
            msg = f"{file} cannot be read ({why}): move the folder away, or ask online without --batch"
            raise StoreError(msg) from error

    def save(self, batch: Batch) -> None:
        """Write the batch down; it is on disk when this returns."""
        write_json(self.path / _STATE, batch)

    def keys(self, batch: Batch) -> Iterator[str]:
        """The keys of the requests whose answers are still to come."""
        for part in batch.parts:
            if part.stage is not Stage.COLLECTED:
                yield from keys_of(self.path / part.file)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the batch alone; the lock goes with the process, however it ends.

        Raises:
            StoreError: another process holds it.
        """
        with (self.path / _LOCK).open("w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                msg = f"batch {self.path.name} is being worked on by another process: wait for it to end"
                raise StoreError(msg) from error
            yield


def batch_folders(root: Path) -> list[BatchFolder]:
    """The batches kept in a folder, by name; empty when the folder does not exist."""
    return [BatchFolder(path.parent) for path in sorted(root.glob(f"*/{_STATE}"))]


def make_batch_folder(root: Path, name: str) -> BatchFolder:
    """A new folder for a batch, for its owner alone; `name` gets a number where it is taken.

    Raises:
        StoreError: the folder cannot be made.
    """
    number = 1
    while True:
        path = root / (name if number == 1 else f"{name}-{number}")
        try:
            path.mkdir(mode=0o700, parents=True)
        except FileExistsError:
            number += 1
        except OSError as error:
            msg = f"{path} cannot be made: {error.strerror or error}; choose another --cache"
            raise StoreError(msg) from error
        else:
            return BatchFolder(path)
