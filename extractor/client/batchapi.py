"""The batch API of an endpoint, over openai's client: upload, submit, look, download. Imported when it is used."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import tenacity

from extractor.client.batchfiles import URL
from extractor.client.failures import TryFailed
from extractor.client.pacing import Clock, backoff
from extractor.client.vendor import Sender
from extractor.errors import RequestRejected, StoreError

if TYPE_CHECKING:
    from openai.types import Batch as OpenAIBatch

T = TypeVar("T")

ENDED = frozenset({"completed", "failed", "expired", "cancelled"})
"""States in which an endpoint does no more on a batch; in all but `failed` there may be answers."""

_WINDOW: Final = "24h"  # the only one that OpenAI knows
_PAGE = 100
_UNKNOWN = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.NOT_IMPLEMENTED})


@dataclass(frozen=True, slots=True)
class BatchJob:
    """A batch as the endpoint shows it; counts are of requests."""

    id: str
    status: str
    input_file_id: str
    output_file_id: str | None
    error_file_id: str | None
    done: int
    failed: int
    errors: tuple[str, ...]

    @property
    def ended(self) -> bool:
        """Whether the endpoint does no more on it."""
        return self.status in ENDED


class BatchApi:
    """Calls of the batch API, each tried again after transient failures.

    Submitting is paid for, so it is never simply repeated: before each try the endpoint's batches are searched for one
    over the same input file, since a failed try may have made it.
    """

    def __init__(
        self, sender: Sender, clock: Clock, chance: Callable[[], float], *, max_tries: int, max_wait: float
    ) -> None:
        self._sender = sender
        self._clock = clock
        self._chance = chance
        self._max_tries = max_tries
        self._max_wait = max_wait

    async def upload(self, path: Path) -> str:
        """Upload an input file; the endpoint's id of it.

        Raises:
            TransportError: the endpoint has no batch API, or failed.
        """
        client = self._sender.client
        return (await self._tried(lambda: client.files.create(file=path, purpose="batch"))).id

    async def submit(self, file_id: str) -> BatchJob:
        """Make a batch over an uploaded file, or find the one that an earlier try made; raises as `upload`."""

        async def once() -> BatchJob:
            return await self._found(file_id) or _job(
                await self._sender.client.batches.create(input_file_id=file_id, endpoint=URL, completion_window=_WINDOW)
            )

        return await self._tried(once)

    async def look(self, batch_id: str) -> BatchJob:
        """The batch as it is now; raises as `upload`."""
        return _job(await self._tried(lambda: self._sender.client.batches.retrieve(batch_id)))

    async def download(self, file_id: str, path: Path) -> None:
        """Write a file of the endpoint to `path`, which then is complete; raises as `upload`.

        Raises:
            StoreError: the file cannot be written.
        """
        partial = path.with_suffix(".partial")

        async def once() -> None:
            streaming = self._sender.client.files.with_streaming_response
            async with streaming.content(file_id) as response:
                with partial.open("wb") as file:
                    async for piece in response.iter_bytes():
                        file.write(piece)

        try:
            await self._tried(once)
            partial.replace(path)
        except OSError as error:
            msg = f"{path} cannot be written: {error.strerror or error}; free some space and collect again"
            raise StoreError(msg) from error

    async def _found(self, file_id: str) -> BatchJob | None:
        async for batch in self._sender.client.batches.list(limit=_PAGE):
            if batch.input_file_id == file_id:
                return _job(batch)
        return None

    async def _tried(self, call: Callable[[], Awaitable[T]]) -> T:
        async def once() -> T:
            try:
                return await call()
            except OSError:
                raise
            except Exception as error:  # noqa: BLE001 - the boundary: whatever vendors raise ends here
                raise TryFailed(self._sender.failure_of(error)) from None

        attempts = tenacity.AsyncRetrying(
            sleep=self._clock.sleep,
            stop=tenacity.stop_after_attempt(self._max_tries),
            retry=tenacity.retry_if_exception(lambda error: isinstance(error, TryFailed) and error.failure.transient),
            wait=self._wait,
            reraise=True,
        )
        try:
            return await attempts(once)
        except TryFailed as error:
            refusal = error.failure.refusal
            if refusal is not None and refusal.status in _UNKNOWN:
                msg = f"the endpoint answered {refusal.status}: it has no batch API, it seems; run without --batch"
                raise RequestRejected(msg) from None
            raise error.failure.error from None

    def _wait(self, state: tenacity.RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        asked = error.failure.wait if isinstance(error, TryFailed) else None
        return backoff(state.attempt_number, asked, self._max_wait, self._chance)


def _job(batch: OpenAIBatch) -> BatchJob:
    counts: Any = batch.request_counts
    errors = batch.errors.data if batch.errors and batch.errors.data else []
    return BatchJob(
        id=batch.id,
        status=batch.status,
        input_file_id=batch.input_file_id,
        output_file_id=batch.output_file_id or None,
        error_file_id=batch.error_file_id or None,
        done=counts.completed if counts else 0,
        failed=counts.failed if counts else 0,
        errors=tuple(error.message or error.code or "" for error in errors),
    )
