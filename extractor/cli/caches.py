"""The response store on the screen."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from extractor.cache import ResponseStore, default_store_path
from extractor.cli.arguments import Arguments
from extractor.cli.console import harmless, say
from extractor.client.attempts import FILE, attempts_by_model
from extractor.client.leases import FILE as LEASES
from extractor.client.stored import Wanted, chosen, days_ago, exported, unreadable
from extractor.errors import StoreError, UsageError

_DATABASE = "cache.db"
_UNITS = ("bytes", "KB", "MB", "GB", "TB")
_STEP = 1000


def perform(arguments: Arguments) -> int:
    """Carry out an action on the cache."""
    folder = arguments.cache or default_store_path()
    if not (folder / _DATABASE).is_file():  # of another folder none is made
        say(f"no answers are kept in {folder}" + ("" if arguments.cache else "; --cache names another folder"))
        return 0
    if arguments.action == "clear":
        return _clear(folder, sure=arguments.yes)
    with ResponseStore(folder) as store:
        if arguments.action == "show":
            return _show(store, folder)
        if arguments.action == "verify":
            return _verify(store, folder)
        if arguments.action == "export":
            for row in exported(store, folder):
                print(json.dumps(row, ensure_ascii=False, sort_keys=True))  # noqa: T201 - the answer
            return 0
        return _prune(store, folder, arguments)


def _show(store: ResponseStore, folder: Path) -> int:
    lines = [f"{len(store)} answers, {_size(store.bytes())}, in {folder}"]
    for row in attempts_by_model(folder / FILE):
        cost = "cost not known" if row["cost_usd"] is None else f"{row['cost_usd']:.4f} US dollars"
        lines.append(
            f"{row['model']} at {row['endpoint']}: {row['attempts']} requests, {row['answered']} answered,"
            f" {row['prompt_tokens']:,} tokens in, {row['completion_tokens']:,} out, {cost},"
            f" {row['first'][:10]} to {row['last'][:10]}"
        )
    print(harmless("\n".join(lines)))  # noqa: T201 - the answer
    return 0


def _verify(store: ResponseStore, folder: Path) -> int:
    number = 0
    for key, why in unreadable(store):
        number += 1
        print(harmless(f"{key}: {why}"))  # noqa: T201 - the answer
    say(f"{len(store)} answers in {folder}, {number} that cannot be read")
    if number:
        say("they count for nothing: the next run asks again")
    return int(bool(number))


def _prune(store: ResponseStore, folder: Path, arguments: Arguments) -> int:
    before = days_ago(arguments.older_than) if arguments.older_than is not None else None
    wanted = Wanted(before, arguments.model, arguments.outcome)
    if wanted.any:
        msg = (
            "say which answers to remove: --older-than DAYS, --model NAME, --outcome NAME;"
            " all of them: extractor cache clear"
        )
        raise UsageError(msg)
    kept, keys = len(store), chosen(store, folder, wanted)
    if arguments.dry_run:
        say(f"{len(keys)} of {kept} answers would be removed")
        return 0
    for key in keys:
        store.remove(key)
    say(f"{len(keys)} of {kept} answers removed")
    return 0


def _clear(folder: Path, *, sure: bool) -> int:
    with ResponseStore(folder) as store:
        number = len(store)
    if not sure:
        msg = f"{number} answers in {folder} have been paid for: give --yes to remove them, with ledger and batches"
        raise UsageError(msg)
    foreign = [path.name for path in folder.iterdir() if not _is_ours(path)]
    if foreign:
        msg = f"{folder} holds files that are not ours ({', '.join(sorted(foreign)[:3])}): remove the folder yourself"
        raise StoreError(msg)
    shutil.rmtree(folder)
    say(f"{number} answers removed")
    return 0


def _is_ours(path: Path) -> bool:
    return path.name.startswith((_DATABASE, FILE, LEASES)) or path.name in ("batches", "endpoints.json")


def _size(number: float) -> str:
    for unit in _UNITS:
        if number < _STEP or unit == _UNITS[-1]:
            return f"{number:.0f} {unit}" if unit == _UNITS[0] else f"{number:.1f} {unit}"
        number /= _STEP
    raise AssertionError
