"""When a request may go out: concurrency, requests a minute, pauses that the endpoint asks for."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Protocol

_FIRST_PAUSE = 1.0  # seconds before the second try; doubled before each further one


class Clock(Protocol):
    """Time, passed in so that tests need none."""

    def now(self) -> float:
        """Seconds on a clock that never goes back."""

    async def sleep(self, seconds: float) -> None:
        """Wait."""


class SystemClock:
    """The machine's time."""

    def now(self) -> float:
        """Monotonic seconds."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Wait without blocking the loop."""
        await asyncio.sleep(seconds)


def backoff(tries: int, asked: float | None, longest: float, chance: Callable[[], float]) -> float:
    """Seconds to wait after `tries` failed tries.

    Args:
        tries: how many were made, at least 1.
        asked: what the endpoint asked for (`Retry-After`), which is then kept to; `None` if it did not.
        longest: the longest wait of our own.
        chance: a number in [0, 1); spreads clients that failed at one moment ("equal jitter": half fixed, half drawn).

    >>> [backoff(tries, None, 60.0, lambda: 0.0) for tries in (1, 2, 3)]
    [0.5, 1.0, 2.0]
    >>> backoff(1, 7.0, 60.0, lambda: 0.5)
    7.0
    """
    if asked is not None:
        return asked
    # The exponent is capped: 2.0**1024 is an OverflowError.
    pause = min(longest, _FIRST_PAUSE * 2.0 ** min(tries - 1, 32))
    return pause / 2 + pause / 2 * chance()


class RateGate:
    """Lets requests through: so many at once, so many a minute, none during a pause.

    Requests are spaced evenly (a minute divided by the rate) rather than let out in bursts: endpoints count in windows
    shorter than a minute, too.
    """

    def __init__(self, concurrency: int, per_minute: float | None, clock: Clock) -> None:
        self._places = asyncio.Semaphore(concurrency)
        self._spacing = 60.0 / per_minute if per_minute else 0.0
        self._clock = clock
        self._next = float("-inf")
        self._paused_until = float("-inf")

    def pause(self, seconds: float) -> None:
        """Nobody goes through for so long; a shorter pause never shortens a longer one."""
        self._paused_until = max(self._paused_until, self._clock.now() + seconds)

    @asynccontextmanager
    async def place(self) -> AsyncIterator[None]:
        """Hold a place while a request is on its way."""
        async with self._places:
            await self._turn()
            yield

    async def _turn(self) -> None:
        if self._spacing:
            mine = max(self._next, self._clock.now())
            self._next = mine + self._spacing
        else:
            mine = self._clock.now()
        # A pause may begin, or grow, while this one waits.
        while (wait := max(mine, self._paused_until) - self._clock.now()) > 0:
            await self._clock.sleep(wait)
