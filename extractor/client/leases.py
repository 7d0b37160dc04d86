"""Who is asking what, so that two processes on one response store do not pay twice for one request.

A row in SQLite, beside the ledger, says which process has a request on its way. Another process that wants the same
waits for the answer. A row of a process that is gone counts for nothing: on this machine that is seen at once, of
another machine's it is believed when the row has not been renewed for some minutes.
"""

from __future__ import annotations

import os
import socket
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

from extractor.errors import StoreError

FILE = "leases.sqlite"
_BUSY_SECONDS = 60.0
_SCHEMA = "CREATE TABLE IF NOT EXISTS leases (key TEXT PRIMARY KEY, host TEXT, process INTEGER, until REAL)"


class Leases:
    """The requests that this process has on its way.

    Args:
        path: of the file; made when it is not there.
        seconds: after which a row of another machine counts for nothing; longer than a try and its pause can take.
        now: seconds since the epoch, for rows that other machines read.

    Raises:
        StoreError: the file cannot be opened or written.
    """

    def __init__(self, path: Path, seconds: float, now: Callable[[], float] = time.time) -> None:
        self._path, self._seconds, self._now = path, seconds, now
        self._host, self._process = socket.gethostname(), os.getpid()
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._database = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
            self._database.execute("PRAGMA journal_mode=WAL")
            self._database.execute(_SCHEMA)
        except (sqlite3.Error, OSError) as error:
            raise self._refused(error) from error

    def take(self, key: str) -> bool:
        """Note a request as this process's; false when another process has it on its way.

        Raises:
            StoreError: the file cannot be read or written.
        """
        now = self._now()
        try:
            self._database.execute("BEGIN IMMEDIATE")
            try:
                row = self._database.execute("SELECT host, process, until FROM leases WHERE key = ?", (key,)).fetchone()
                free = row is None or not self._is_held((row[0], row[1]), row[2], now)
                if free:
                    mine = (key, self._host, self._process, now + self._seconds)
                    self._database.execute("INSERT OR REPLACE INTO leases VALUES (?, ?, ?, ?)", mine)
            finally:
                self._database.execute("COMMIT")
        except sqlite3.Error as error:
            raise self._refused(error) from error
        return free

    def give_back(self, key: str) -> None:
        """Take the note away; raises as `take`."""
        try:
            self._database.execute(
                "DELETE FROM leases WHERE key = ? AND host = ? AND process = ?", (key, self._host, self._process)
            )
        except sqlite3.Error as error:
            raise self._refused(error) from error

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def _is_held(self, owner: tuple[str, int], until: float, now: float) -> bool:
        host, process = owner
        if host != self._host:
            return until > now
        return process != self._process and _is_alive(process)

    def _refused(self, error: Exception) -> StoreError:
        return StoreError(f"{self._path} cannot be written ({error}): give another folder with --cache")


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # somebody else's, and alive
        return True
    return True
