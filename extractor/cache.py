"""The response store: every paid answer on disk, as text, until the user deletes it.

diskcache as it comes would lose answers (1 GB limit with eviction) and would unpickle what it finds (CVE-2025-69872,
no fixed release). So: no eviction, no limit, text inline in SQLite only, and a row of any other kind is refused.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, NoReturn, Protocol, Self

from extractor.errors import StoreError

if TYPE_CHECKING:
    import diskcache

_INLINE = 2**31 - 1  # bytes; SQLite's own limit of a value is below, so no answer ever becomes a file of its own
_BUSY_SECONDS = 60.0  # how long a writer waits for the writers of other processes
_OWNER_ONLY = 0o700


class Store(Protocol):
    """Where answers are kept between runs."""

    async def load(self, key: str) -> str | None:
        """The text kept under a key, or None."""

    async def save(self, key: str, text: str) -> None:
        """Keep a text; it is on disk when this returns."""


def default_store_path() -> Path:
    """The user's cache folder for us (XDG Base Directory: `$XDG_CACHE_HOME`, else `~/.cache`); nothing is created."""
    configured = os.environ.get("XDG_CACHE_HOME", "")
    # The specification says that a relative path there is to be ignored.
    root = Path(configured) if Path(configured).is_absolute() else Path.home() / ".cache"
    return root / "extractor" / "responses"


def _open(path: Path) -> diskcache.Cache:
    import diskcache  # noqa: PLC0415 - 25 ms that a run without a store need not pay

    class TextDisk(diskcache.Disk):  # type: ignore[misc]  # diskcache has no types
        """Text under text keys; everything else, a planted pickle above all, is refused."""

        def put(self, key: object) -> tuple[object, bool]:
            """Keys are text."""
            if type(key) is not str:
                _refuse(f"a key of type {type(key).__name__}")
            return key, True

        def get(self, key: object, raw: object) -> object:
            """Keys come back as they went in; `raw` is false for a pickled one."""
            if not raw or type(key) is not str:
                _refuse("a key that is not text")
            return key

        def fetch(self, mode: int, filename: str | None, value: object, read: object) -> object:
            """Values are text that stands in the row itself."""
            if mode != diskcache.core.MODE_RAW or filename is not None or read or type(value) is not str:
                _refuse("a row that is not plain text")
            return value

    # One call makes the folder with its mode: no moment in which others could read it. That of a folder of the user's
    # own is left as it is.
    path.mkdir(mode=_OWNER_ONLY, parents=True, exist_ok=True)
    return diskcache.Cache(
        str(path),
        timeout=_BUSY_SECONDS,
        disk=TextDisk,
        disk_min_file_size=_INLINE,
        eviction_policy="none",
        cull_limit=0,
        statistics=0,
        tag_index=0,
    )


def _refuse(what: str) -> NoReturn:
    msg = f"the response store holds {what}, which this program never writes"
    raise StoreError(msg)


class ResponseStore:
    """Answers by key, on disk. Usable from several tasks and several processes at once.

    `get` and `put` block; `load` and `save` do the same without blocking the event loop.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        # One thread, which opens, uses and closes the one connection: diskcache keeps a connection per thread and
        # closes only that of the thread that says so.
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="response-store")
        try:
            self._cache = self._thread.submit(self._carried_out, lambda: _open(path)).result()
        except StoreError:
            self._thread.shutdown()
            raise

    def get(self, key: str) -> str | None:
        """The text kept under `key`, `None` when there is none.

        Raises:
            StoreError: the store cannot be read, or holds something that we did not write.
        """
        return self._thread.submit(self._get, key).result()

    def put(self, key: str, text: str) -> None:
        """Keep `text` under `key`, in place of what was there; it has reached the disk on return.

        Raises:
            StoreError: the store cannot be written, or `text` cannot be written in UTF-8.
        """
        self._thread.submit(self._put, key, text).result()

    async def load(self, key: str) -> str | None:
        """`get` off the event loop."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._get, key)

    async def save(self, key: str, text: str) -> None:
        """`put` off the event loop. Carried out even when the task is cancelled meanwhile: the answer is paid for."""
        await asyncio.shield(asyncio.get_running_loop().run_in_executor(self._thread, self._put, key, text))

    def all_keys(self) -> list[str]:
        """The keys of all answers, in order.

        Raises:
            StoreError: the store cannot be read, or holds something that we did not write.
        """
        return sorted(self._thread.submit(self._carried_out, lambda: list(self._cache)).result())

    def remove(self, key: str) -> None:
        """Take an answer out for good; nothing happens when there is none. Raises as `put`."""
        self._thread.submit(self._carried_out, lambda: self._cache.delete(key, retry=True)).result()

    def bytes(self) -> int:
        """The size of the store on disk."""
        return int(self._thread.submit(self._carried_out, self._cache.volume).result())

    def close(self) -> None:
        """Finish what is under way and close the connection; the store must not be used afterwards."""
        self._thread.submit(self._cache.close).result()
        self._thread.shutdown()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __len__(self) -> int:
        return int(self._thread.submit(self._carried_out, lambda: len(self._cache)).result())

    def _get(self, key: str) -> str | None:
        found = self._carried_out(lambda: self._cache.get(key, default=None, retry=True))
        return found if isinstance(found, str) else None

    def _put(self, key: str, text: str) -> None:
        if type(text) is not str:
            _refuse(f"a value of type {type(text).__name__}")
        if self._carried_out(lambda: self._cache.set(key, text, retry=True)) is not True:
            self._failed("a write was not carried out")

    def _carried_out(self, action: Any) -> Any:
        try:
            return action()
        except StoreError as error:
            self._failed(str(error), error)
        except (OSError, sqlite3.Error, UnicodeError, TypeError, ValueError) as error:
            # TypeError and ValueError: settings or columns in the file that are not of the type diskcache wrote.
            self._failed(f"{type(error).__name__}: {error}", error)
        except Exception as error:
            # diskcache raises its own Timeout; naming it here would import the package before it is needed.
            if type(error).__module__.startswith("diskcache"):
                self._failed(f"{type(error).__name__}: locked for over {_BUSY_SECONDS:.0f} s", error)
            raise

    def _failed(self, why: str, error: Exception | None = None) -> NoReturn:
        way = "give another folder with --cache, or move this one away and run again"
        msg = f"response store {self._path}: {why}; {way}"
        raise StoreError(msg) from error
