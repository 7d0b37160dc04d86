"""A run whose questions go through the endpoint's batch API, in as many rounds as its answers need.

The requests are those of the run itself: it is gone through with nothing sent, and what the response store cannot
answer is put into a batch. When the answers are in the store, the same run makes no call for them. What is still open
then (a request of the error file, an answer that must be asked again) is asked online or is the next batch.
"""

from __future__ import annotations

import random
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from extractor.cache import ResponseStore, default_store_path
from extractor.client.batchapi import BatchApi
from extractor.client.batches import Asked, Collected, collect, prepare, refresh, submit
from extractor.client.batchfiles import BatchRequest
from extractor.client.batchstate import Batch, BatchFolder, batch_folders
from extractor.client.pacing import SystemClock
from extractor.client.vendor import Sender
from extractor.client.withholding import Withheld
from extractor.errors import UsageError
from extractor.pipeline.models import endpoint_for, model_and_strategy
from extractor.pipeline.options import RunOptions
from extractor.pipeline.questions import put_questions

_FOLDER = "batches"  # beside the answers, in the folder of the response store
_OPTIONS = TypeAdapter(RunOptions)
_SECRET = {"api_key", "headers"}


@dataclass(frozen=True, slots=True)
class SentBatch:
    """What was sent.

    Attributes:
        batch: the new batch; `None` when nothing was left to ask.
        documents: articles that were read.
        requests: in the new batch.
        under_way: requests of this run that an earlier batch is already answering, by the id of the batch.
    """

    batch: Batch | None
    documents: int
    requests: int
    under_way: Mapping[str, int]


async def send_batch(options: RunOptions) -> SentBatch:
    """Put all that a run would ask, and the store cannot answer, into a batch, and submit it.

    Args:
        options: of the run; its output folder is written when the batch is collected and the run is made.

    Raises:
        UsageError: the run asks nobody, or reads something that cannot be read again.
        TransportError: the endpoint has no batch API, or failed; the batch is kept, and sending again goes on with it.
        StoreError: the response store refuses.
    """
    _refuse_what_cannot_wait(options)
    root = batches_root(options.cache)
    under_way = {key: folder.path.name for folder in batch_folders(root) for key in folder.keys(folder.load())}
    asked, _ = model_and_strategy(options)
    adaptation = endpoint_for(options, asked).adaptation  # what it refused online it would refuse in a batch
    requests: dict[str, BatchRequest] = {}
    waiting: dict[str, int] = {}

    def keep(key: str, body: Mapping[str, Any]) -> None:
        if key in under_way:
            waiting[under_way[key]] = waiting.get(under_way[key], 0) + 1
        else:
            requests[key] = BatchRequest(key, adaptation.apply(dict(body)))

    put = await put_questions(options, Withheld(keep))
    command = _OPTIONS.dump_python(options, mode="json", exclude=_SECRET)
    whom = Asked(asked.endpoint, asked.model, {**command, "folder": str(Path.cwd())})
    folder = prepare(requests.values(), root, whom, datetime.now(UTC))
    unsent = [known for name in sorted(waiting) if (known := BatchFolder(root / name)).load().unsent]
    batch = None
    async with _opened(options) as api:
        for earlier in unsent:  # a batch whose submission was cut off
            await submit(earlier, api)
        if folder is not None:
            batch = await submit(folder, api)
    return SentBatch(batch, put.documents, len(requests), waiting)


def open_batches(cache: Path | None, names: tuple[str, ...] = ()) -> list[BatchFolder]:
    """The batches of those names; without names all whose answers are still to come or to be collected, by name.

    Raises:
        UsageError: no batch has that name.
        StoreError: one cannot be read.
    """
    root = batches_root(cache)
    known = {folder.path.name: folder for folder in batch_folders(root)}
    for name in names:
        if name not in known:
            there = ", ".join(known) or "none"
            msg = f"no batch {name} in {root}: there are {there}; --cache names another folder"
            raise UsageError(msg)
    return [known[name] for name in names] if names else [f for f in known.values() if f.load().open]


async def look_at_batch(folder: BatchFolder, api_key: str | None) -> Batch:
    """How far the endpoint is with a batch; submits what an earlier process could not. Raises as `send_batch`."""
    async with _opened(command_of(folder.load(), api_key)) as api:
        await submit(folder, api)
        return await refresh(folder, api)


async def collect_batch(folder: BatchFolder, api_key: str | None) -> Collected:
    """Put the answers that are ready into the response store. Raises as `send_batch`."""
    options = command_of(folder.load(), api_key)
    async with _opened(options) as api:
        await submit(folder, api)
        await refresh(folder, api)
        with ResponseStore(options.cache or default_store_path()) as store:
            return await collect(folder, api, store)


def command_of(batch: Batch, api_key: str | None) -> RunOptions:
    """The options of the run that wants a batch's answers; paths are as they were given, from `folder_of(batch)`."""
    return _OPTIONS.validate_python({**batch.command, "api_key": api_key})


def folder_of(batch: Batch) -> Path:
    """The working folder of the run that sent a batch."""
    return Path(batch.command["folder"])


def batches_root(cache: Path | None) -> Path:
    """Where the batches of a response store are kept; `None` is the user's cache folder."""
    return (cache or default_store_path()) / _FOLDER


@asynccontextmanager
async def _opened(options: RunOptions) -> AsyncIterator[BatchApi]:
    asked, _ = model_and_strategy(options)
    sender = Sender(asked)
    try:
        yield BatchApi(sender, SystemClock(), random.random, max_tries=asked.max_tries, max_wait=asked.max_wait)
    finally:
        await sender.close()


def _refuse_what_cannot_wait(options: RunOptions) -> None:
    why = None
    if options.strategy == "reader":
        why = "the strategy `reader` asks no model"
    elif options.replay is not None or options.record is not None:
        why = "recordings are made and played online"
    elif "-" in options.paths:
        why = "articles from standard input cannot be read again when the answers are there: give files"
    if why:
        msg = f"a batch cannot be made: {why}"
        raise UsageError(msg)
