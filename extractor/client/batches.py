"""A batch from requests to stored answers, each step written down before the next, so that any process can go on.

Answers go into the response store under the keys that the same requests have online: a run after the collection finds
them there and pays nothing for them again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from extractor.cache import Store
from extractor.client.batchapi import BatchApi, BatchJob
from extractor.client.batchfiles import BatchLine, BatchRequest, keys_of, read_line, write_files
from extractor.client.batchstate import Batch, BatchFolder, BatchPart, Stage, make_batch_folder
from extractor.client.completions import Completion, read_completion
from extractor.client.failures import TryFailed

_NAME_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom a batch asks, and the options of the run that wants the answers, as plain data."""

    endpoint: str
    model: str
    command: Mapping[str, Any]


@dataclass(slots=True)
class Collected:
    """What a collection brought.

    Attributes:
        answered: the keys whose answers are now in the store, with what they cost.
        failed: what went wrong, by key: a line of the error file, or an answer that is not a completion.
        missing: keys that the endpoint gave no line for.
        unreadable: lines that belong to no request.
    """

    answered: dict[str, Completion] = field(default_factory=dict)
    failed: dict[str, BatchLine] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    unreadable: int = 0


def prepare(requests: Iterable[BatchRequest], root: Path, asked: Asked, now: datetime) -> BatchFolder | None:
    """Write requests down as a new batch; `None` when there are none. Nothing is sent.

    Args:
        requests: what is to be asked; a key that comes twice is asked once.
        root: the folder of all batches.
        asked: whom, and for which run.
        now: the moment, UTC.

    Raises:
        StoreError: the folder cannot be written.
        ValueError: a single request is larger than a batch may be.
    """
    listed = {request.key: request for request in requests}
    if not listed:
        return None
    digest = hashlib.sha256("\n".join(sorted(listed)).encode()).hexdigest()
    folder = make_batch_folder(root, f"{now:%Y%m%d}-{digest[:_NAME_DIGITS]}")
    files = write_files(listed.values(), folder.path)
    batch = Batch(
        id=folder.path.name,
        created=now.isoformat(timespec="seconds"),
        endpoint=asked.endpoint,
        model=asked.model,
        command=dict(asked.command),
        parts=[BatchPart(file=file.path.name, lines=file.lines) for file in files],
    )
    folder.save(batch)
    return folder


async def submit(folder: BatchFolder, api: BatchApi) -> Batch:
    """Send what is not yet sent; what an earlier process sent is not sent again.

    Raises:
        TransportError: the endpoint has no batch API, or failed; what was sent before stays sent.
        StoreError: the batch cannot be read or written, or another process works on it.
    """
    with folder.locked():
        batch = folder.load()
        for part in batch.parts:
            if part.stage is Stage.WRITTEN:
                part.file_id = await api.upload(folder.path / part.file)
                part.stage = Stage.UPLOADED
                folder.save(batch)
            if part.stage is Stage.UPLOADED and part.file_id is not None:
                _note(part, await api.submit(part.file_id))
                folder.save(batch)
        return batch


async def refresh(folder: BatchFolder, api: BatchApi) -> Batch:
    """Ask how far the parts are that the endpoint works on; raises as `submit`."""
    with folder.locked():
        batch = folder.load()
        for part in batch.parts:
            if part.stage is Stage.SUBMITTED and part.batch_id is not None:
                _note(part, await api.look(part.batch_id))
                folder.save(batch)
        return batch


async def collect(folder: BatchFolder, api: BatchApi, store: Store) -> Collected:
    """Put the answers of all ended parts into the store; a part is collected when the last of its answers is there.

    Run again after a process that was killed in the middle, it does the same and puts the same answers there.
    Raises as `submit`.
    """
    brought = Collected()
    with folder.locked():
        batch = folder.load()
        for part in batch.parts:
            if part.stage is not Stage.ENDED:
                continue
            before = len(brought.answered)
            await _collect_part(folder, part, api, store, brought)
            part.stage, part.answered = Stage.COLLECTED, len(brought.answered) - before
            folder.save(batch)
    return brought


async def _collect_part(folder: BatchFolder, part: BatchPart, api: BatchApi, store: Store, brought: Collected) -> None:
    asked = dict.fromkeys(keys_of(folder.path / part.file))
    for file_id in (part.output_file_id, part.error_file_id):
        if file_id is None:
            continue
        path = folder.path / f"{Path(part.file).stem}-{file_id}.jsonl"
        if not path.exists():
            await api.download(file_id, path)
        with path.open(encoding="utf-8", errors="replace") as file:
            for text in file:
                if text.strip():
                    await _keep(read_line(text), asked, store, brought)
    brought.missing += [key for key in asked if key not in brought.answered and key not in brought.failed]


async def _keep(line: BatchLine, asked: Mapping[str, None], store: Store, brought: Collected) -> None:
    if line.key not in asked:
        brought.unreadable += 1
        return
    if line.body is None:
        if line.key not in brought.answered:
            brought.failed[line.key] = line
        return
    try:
        completion = read_completion(line.body)
    except TryFailed as error:
        brought.failed[line.key] = BatchLine(line.key, None, line.status, line.request_id, str(error.failure.error))
        return
    await store.save(line.key, line.body)  # before anything is made of it
    brought.answered[line.key] = completion
    brought.failed.pop(line.key, None)


def _note(part: BatchPart, job: BatchJob) -> None:
    """Write down what the endpoint shows of a batch."""
    part.batch_id, part.status = job.id, job.status
    part.output_file_id, part.error_file_id = job.output_file_id, job.error_file_id
    part.done, part.failed, part.errors = job.done, job.failed, job.errors
    part.stage = Stage.ENDED if job.ended else Stage.SUBMITTED
