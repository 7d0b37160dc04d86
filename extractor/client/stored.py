"""The response store as its owner sees it: what is in it, whether it can be read, and what to take out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from extractor.cache import ResponseStore
from extractor.client.accounts import word_of
from extractor.client.attempts import FILE, attempts_in
from extractor.client.completions import read_completion
from extractor.client.failures import TryFailed
from extractor.errors import StoreError


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which answers are meant; `None` is any.

    Attributes:
        before: paid for before this moment, UTC.
        model: that gave them.
        outcome: `answered`, `cut` or `refused`.
    """

    before: datetime | None = None
    model: str | None = None
    outcome: str | None = None

    @property
    def any(self) -> bool:
        """Whether every answer is meant."""
        return self == Wanted()


def days_ago(days: int, now: datetime | None = None) -> datetime:
    """The moment so many days before `now`, which is the clock's if not given."""
    return (now or datetime.now(UTC)) - timedelta(days=days)


def unreadable(store: ResponseStore) -> Iterator[tuple[str, str]]:
    """The answers that cannot be read, each with why.

    Raises:
        StoreError: the store itself cannot be read.
    """
    for key in store.all_keys():
        try:
            read_completion(store.get(key) or "")
        except StoreError as error:
            yield key, str(error)
        except TryFailed as error:
            yield key, str(error.failure.error)


def exported(store: ResponseStore, folder: Path) -> Iterator[dict[str, Any]]:
    """Every answer under its key with the ledger's rows about it, then the rows of attempts without an answer.

    Raises:
        StoreError: the store or the ledger cannot be read.
    """
    attempts: dict[str, list[dict[str, Any]]] = {}
    for row in attempts_in(folder / FILE):
        attempts.setdefault(row["key"], []).append(row)
    for key in store.all_keys():
        body = store.get(key) or ""
        try:
            response: Any = json.loads(body)
        except ValueError:
            response = body
        yield {"key": key, "response": response, "attempts": attempts.pop(key, [])}
    for key, rows in attempts.items():
        yield {"key": key, "response": None, "attempts": rows}


def chosen(store: ResponseStore, folder: Path, wanted: Wanted) -> list[str]:
    """The keys of the answers that are meant.

    When and by which model an answer was given is the ledger's word: an answer that it does not know is meant
    only where neither is asked.

    Raises:
        StoreError: the store or the ledger cannot be read.
    """
    last = {row["key"]: row for row in attempts_in(folder / FILE)}
    return [key for key in store.all_keys() if _is_meant(store, key, last.get(key), wanted)]


def _is_meant(store: ResponseStore, key: str, row: dict[str, Any] | None, wanted: Wanted) -> bool:
    if (wanted.before or wanted.model) and row is None:
        return False
    if row is not None:
        if wanted.model is not None and row["model"] != wanted.model:
            return False
        if wanted.before is not None and datetime.fromisoformat(row["at"]) >= wanted.before:
            return False
    return wanted.outcome is None or _word(store.get(key) or "") == wanted.outcome


def _word(body: str) -> str:
    try:
        return word_of(read_completion(body))
    except TryFailed:
        return ""
