"""The ledger of attempts: one row for each request that went out, in SQLite beside the response store.

A row is begun before the request is sent and completed when something comes back, so that a process that is killed
leaves a row that says so. Rows hold no text of articles or answers and no secrets.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from extractor.client.ledger import TokenUsage
from extractor.errors import StoreError

FILE = "ledger.sqlite"
SENT = "sent"
"""The outcome of an attempt that is on its way, or whose process was killed."""

ANSWERED, CUT, REFUSED = "answered", "cut", "refused"
_ENOUGH = 10  # answers whose mean says something
_BUSY_SECONDS = 60.0  # how long a writer waits for the writers of other processes
_SCHEMA = """
CREATE TABLE IF NOT EXISTS attempts (
    id INTEGER PRIMARY KEY,
    run TEXT NOT NULL,             -- the run that asked, one name for each start of the program
    at TEXT NOT NULL,              -- when it was sent, UTC, ISO 8601
    document TEXT NOT NULL,        -- the article that was asked about, '' where none was
    key TEXT NOT NULL,             -- of the answer in the response store
    model TEXT NOT NULL,
    endpoint TEXT NOT NULL,
    number INTEGER NOT NULL,       -- of the attempt at this request in this run, from 1
    outcome TEXT NOT NULL,         -- sent, answered, cut, refused, or the name of the error
    status INTEGER,                -- of HTTP, NULL where nothing came back
    request_id TEXT NOT NULL DEFAULT '',
    prompt_tokens INTEGER NOT NULL DEFAULT 0,
    completion_tokens INTEGER NOT NULL DEFAULT 0,
    cost_usd REAL,                 -- NULL where no price is known
    seconds REAL
);
CREATE INDEX IF NOT EXISTS attempts_by_key ON attempts (key);
"""

_about: ContextVar[str] = ContextVar("about", default="")


@contextmanager
def asking_about(document: str) -> Iterator[None]:
    """Note `document` as what every request of this task, and of those that it starts, is about."""
    token = _about.set(document)
    try:
        yield
    finally:
        _about.reset(token)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an attempt; `status`, `cost_usd` and `seconds` are `None` where they are not known."""

    word: str
    status: int | None = None
    request_id: str = ""
    usage: TokenUsage = field(default_factory=TokenUsage)
    cost_usd: float | None = None
    seconds: float | None = None


class AttemptLog:
    """Writes the rows of one run. Used from one thread; other processes may write to the same file.

    Args:
        path: of the file; made when it is not there.
        run: the name of the run.
        model: that is asked.
        endpoint: that is asked.

    Raises:
        StoreError: the file cannot be opened or written.
    """

    def __init__(self, path: Path, run: str, model: str, endpoint: str) -> None:
        self._path, self._run, self._model, self._endpoint = path, run, model, endpoint
        with self._refusals():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._database = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
            self._database.execute("PRAGMA journal_mode=WAL")
            self._database.execute("PRAGMA synchronous=NORMAL")  # survives a killed process
            self._database.executescript(_SCHEMA)

    def begin(self, key: str, number: int) -> int:
        """Write down that a request is about to go out; the row's number.

        Raises:
            StoreError: the row cannot be written; nothing must be sent then.
        """
        row = (self._run, _now(), _about.get(), key, self._model, self._endpoint, number, SENT)
        with self._refusals():
            made = self._database.execute(
                "INSERT INTO attempts (run, at, document, key, model, endpoint, number, outcome)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                row,
            )
        return int(made.lastrowid or 0)

    def finish(self, row: int, outcome: Outcome) -> None:
        """Write down what came of it; raises as `begin`."""
        usage = outcome.usage
        said = (outcome.word, outcome.status, outcome.request_id, usage.prompt, usage.completion)
        with self._refusals():
            self._database.execute(
                "UPDATE attempts SET outcome=?, status=?, request_id=?, prompt_tokens=?, completion_tokens=?,"
                " cost_usd=?, seconds=? WHERE id=?",
                (*said, outcome.cost_usd, outcome.seconds, row),
            )

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _refusals(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            msg = f"the ledger {self._path} cannot be written ({error}): give another folder with --cache"
            raise StoreError(msg) from error


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def mean_answer(path: Path, model: str) -> int | None:
    """The mean tokens of a model's answers by a ledger; `None` where it has fewer than ten of them, or is not there.

    Raises:
        StoreError: the ledger cannot be read.
    """
    asked = "SELECT count(*) AS number, avg(completion_tokens) AS mean FROM attempts WHERE model = ? AND outcome = ?"
    [row] = _rows(path, f"{asked} AND completion_tokens > 0", (model, ANSWERED)) or [{"number": 0}]
    return round(row["mean"]) if row["number"] >= _ENOUGH else None


def attempts_in(path: Path) -> list[dict[str, Any]]:
    """All rows of a ledger, in the order in which they were begun; empty when the file is not there.

    Raises:
        StoreError: it cannot be read.
    """
    return _rows(path, "SELECT * FROM attempts ORDER BY id")


def attempts_by_model(path: Path) -> list[dict[str, Any]]:
    """For each model and endpoint: attempts, outcomes, tokens, dollars, first and last day; raises as `attempts_in`."""
    return _rows(
        path,
        "SELECT model, endpoint, count(*) AS attempts, sum(outcome = 'answered') AS answered,"
        " sum(prompt_tokens) AS prompt_tokens, sum(completion_tokens) AS completion_tokens, sum(cost_usd) AS cost_usd,"
        " min(at) AS first, max(at) AS last FROM attempts GROUP BY model, endpoint ORDER BY model, endpoint",
    )


def _rows(path: Path, query: str, values: tuple[object, ...] = ()) -> list[dict[str, Any]]:
    if not path.exists():
        return []
    try:
        database = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=_BUSY_SECONDS)
        try:
            database.row_factory = sqlite3.Row
            return [dict(row) for row in database.execute(query, values)]
        finally:
            database.close()
    except sqlite3.Error as error:
        msg = f"the ledger {path} cannot be read ({error}): move it away, a new one is begun with the next run"
        raise StoreError(msg) from error
