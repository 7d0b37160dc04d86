"""Many questions about one article at a time, their answers in the order of the questions."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


async def in_order(work: Callable[[T], Awaitable[R]], items: Sequence[T], width: int) -> list[R]:
    """What `work` makes of every item, in the order of the items; at most `width` are under way at once.

    The first exception ends it and is raised as it is; nothing is left running, nor when the caller is cancelled.
    """
    results: dict[int, R] = {}
    source = iter(enumerate(items))

    async def worker() -> None:
        for index, item in source:  # shared: each worker takes the next one that nobody has
            results[index] = await work(item)

    workers = [asyncio.create_task(worker()) for _ in range(min(width, len(items)))]
    try:
        await asyncio.gather(*workers)
    finally:
        for left in workers:
            left.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
    return [results[index] for index in range(len(items))]
