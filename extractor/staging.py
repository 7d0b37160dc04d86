"""The results of a run appear together or not at all, whatever happens while they are written.

New files are written into a folder inside the output folder. When all of them are on disk, a list of what is to be
moved is put beside them, and only then are they moved into place; a process that is killed while it moves leaves the
list, and whoever opens the folder next moves the rest. A process that is killed before leaves what was there.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from pydantic import BaseModel

from extractor.errors import StoreError
from extractor.output import AtomicFile, is_ours, open_folder, write_json

_STAGE = ".extractor-next"
_LIST = "publish.json"


class Changes(BaseModel):
    """What is to be done to an output folder: names of files to move into it, and to remove from it."""

    move: list[str]
    remove: list[str]


class OutputFolder:
    """An output folder that is being written to: one process at a time, complete results or the earlier ones.

        with OutputFolder(path) as out:
            with out.file("claims.jsonl") as file:
                ...
            out.publish()

    Raises:
        StoreError: the folder cannot be made or written to, holds files of somebody else, or is another process's.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self._held = ExitStack()
        self._removed: list[str] = []

    def __enter__(self) -> Self:
        with ExitStack() as opening:
            finish_publishing(self.path)
            open_folder(self.path)
            opening.enter_context(_locked(self.path))
            finish_publishing(self.path)  # what the process that held it meanwhile left behind
            self._held = opening.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._held:
            shutil.rmtree(self.path / _STAGE, ignore_errors=True)

    @property
    def holds_results(self) -> bool:
        """Whether an earlier run or merge left results here."""
        return is_ours(self.path)

    def file(self, name: str) -> AtomicFile:
        """A new file of that name, for a `with` block; it takes its place when everything is published."""
        stage = self.path / _STAGE
        try:
            stage.mkdir(exist_ok=True)
        except OSError as error:
            raise _refused(stage, error) from error
        return AtomicFile(stage / name)

    def remove(self, name: str) -> None:
        """Have no file of that name among the results, if there was one."""
        self._removed.append(name)

    def publish(self) -> None:
        """Put all files in their places.

        Raises:
            StoreError: the file system refuses; what was there before is there still, or is replaced whole when the
                folder is opened next.
        """
        stage = self.path / _STAGE
        names = sorted(path.name for path in stage.iterdir()) if stage.is_dir() else []
        write_json(stage / _LIST, Changes(move=names, remove=self._removed))
        _sync(stage)
        finish_publishing(self.path)


def finish_publishing(folder: Path) -> None:
    """Move what a process had ready when it was killed; throw away what it had not.

    Raises:
        StoreError: the file system refuses.
    """
    stage = folder / _STAGE
    try:
        changes = Changes.model_validate_json((stage / _LIST).read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):  # the second is for `open_folder` to say
        return
    except (OSError, ValueError) as error:
        msg = f"{stage} is left of a run that was cut off and cannot be read ({error}): remove it"
        raise StoreError(msg) from error
    try:
        for name in changes.move:
            if (stage / name).exists():
                (stage / name).replace(folder / name)
        for name in changes.remove:
            (folder / name).unlink(missing_ok=True)
        _sync(folder)
        (stage / _LIST).unlink()
    except OSError as error:
        raise _refused(folder, error) from error
    shutil.rmtree(stage, ignore_errors=True)


@contextlib.contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Hold a lock on a folder itself, which goes with the process, however it ends, and leaves no file."""
    try:
        entries = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise _refused(folder, error) from error
    try:
        try:
            fcntl.flock(entries, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            msg = f"another run is writing to {folder}: wait for it to end, or choose another folder with --out"
            raise StoreError(msg) from error
        yield
    finally:
        os.close(entries)


def _sync(folder: Path) -> None:
    """Have the entries of a folder on disk, as far as the file system does that."""
    with contextlib.suppress(OSError):
        entries = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(entries)
        finally:
            os.close(entries)


def _refused(path: Path, error: OSError) -> StoreError:
    return StoreError(f"cannot write {path}: {(error.strerror or type(error).__name__).lower()}")
