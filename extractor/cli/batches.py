"""Batches for a person: what was sent, how far it is, what came back."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from pathlib import Path

from extractor.cli.arguments import Arguments
from extractor.cli.console import harmless, say
from extractor.client.batches import Collected
from extractor.client.batchstate import Batch, BatchFolder
from extractor.pipeline.batching import (
    collect_batch,
    command_of,
    folder_of,
    look_at_batch,
    open_batches,
    send_batch,
)
from extractor.pipeline.options import RunOptions

_IN_PROGRESS = 1
_FAULTS_SHOWN = 5


def send(options: RunOptions, *, quiet: bool) -> int:
    """Send the questions of a run, and say how to go on."""
    sent = asyncio.run(send_batch(options))
    if quiet:
        return 0
    cache = f" --cache {options.cache}" if options.cache else ""
    for name, number in sent.under_way.items():
        say(f"{_requests(number)} of this run {'is' if number == 1 else 'are'} in batch {name} already, not sent again")
    if sent.batch is not None:
        parts = len(sent.batch.parts)
        files = f", in {parts} files" if parts > 1 else ""
        say(
            f"batch {sent.batch.id}: {_requests(sent.requests)} about {_articles(sent.documents)}"
            f" sent to {sent.batch.model}{files}"
        )
    if sent.batch is None and not sent.under_way:
        say(
            f"{_articles(sent.documents)}, every answer is in the cache already: run again without --batch,"
            " no call is made"
        )
        return 0
    say(f"  extractor batch status{cache}    how far it is")
    say(f"  extractor batch collect{cache}   when it has ended: the answers, and the run")
    return 0


def status(arguments: Arguments, key: str | None) -> int:
    """A line for each batch."""
    folders = open_batches(arguments.cache, arguments.ids)
    if not folders:
        say("no open batches; `extractor run PATHS --model NAME --batch` sends one")
    for folder in folders:
        print(harmless(_line(asyncio.run(look_at_batch(folder, key)))))  # noqa: T201 - the answer
    return 0


def collect(arguments: Arguments, key: str | None, run: Callable[[RunOptions], int]) -> int:
    """Fetch what is ready; make the runs whose answers are all there."""
    folders = open_batches(arguments.cache, arguments.ids)
    if not folders:
        say("no open batches to collect; `extractor run PATHS --model NAME --batch` sends one")
    codes = [_collected(folder, key, run, arguments) for folder in folders]
    return max(codes, default=_IN_PROGRESS)


def _collected(folder: BatchFolder, key: str | None, run: Callable[[RunOptions], int], arguments: Arguments) -> int:
    brought = asyncio.run(collect_batch(folder, key))
    batch = folder.load()
    if not arguments.quiet:
        _tell(batch, brought)
    if batch.open:
        say(f"{_line(batch)}: not all answers are there yet; collect again later")
        return _IN_PROGRESS
    options = command_of(batch, key)
    with contextlib.chdir(_existing(folder_of(batch), batch)):
        if arguments.again:
            sent = asyncio.run(send_batch(options))
            if sent.batch is not None:
                say(f"batch {sent.batch.id}: {_requests(sent.requests)} still open, sent in a second batch")
                return _IN_PROGRESS
        return run(options)


def _existing(path: Path, batch: Batch) -> Path:
    """The folder that the run was started in."""
    if not path.is_dir():
        from extractor.errors import UsageError  # noqa: PLC0415 - seldom

        msg = (
            f"batch {batch.id}: its answers are in the cache, but {path}, where the run was started, is gone: give the"
            " same `extractor run` where the articles are now, no call is made for what is answered"
        )
        raise UsageError(msg)
    return path


def _tell(batch: Batch, brought: Collected) -> None:
    say(f"batch {batch.id}: {len(brought.answered)} answers put into the cache")
    for key, line in list(brought.failed.items())[:_FAULTS_SHOWN]:
        say(f"  request {key[:12]}: {line.error}")
    if len(brought.failed) > _FAULTS_SHOWN:
        say(f"  and {len(brought.failed) - _FAULTS_SHOWN} more that failed")
    if brought.missing:
        say(f"  {_requests(len(brought.missing))} came back without an answer")
    if brought.unreadable:
        say(f"  {brought.unreadable} lines belong to none of its requests")
    for fault in (fault for part in batch.parts for fault in part.errors):
        say(f"  the endpoint says: {fault}")


def _line(batch: Batch) -> str:
    """What a list says of a batch."""
    done, failed = sum(p.done for p in batch.parts), sum(p.failed for p in batch.parts)
    states = ", ".join(dict.fromkeys((p.status or "not sent").replace("_", " ") for p in batch.parts))
    faults = f", {failed} failed" if failed else ""
    return (
        f"{batch.id}  {states}  {done} of {batch.lines} answered{faults}  {batch.model}  for {batch.command.get('out')}"
    )


def _requests(number: int) -> str:
    return f"{number} request{'' if number == 1 else 's'}"


def _articles(number: int) -> str:
    return f"{number} article{'' if number == 1 else 's'}"
