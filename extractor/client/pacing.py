"""When a request may go out: concurrency, requests a minute, pauses that the endpoint asks for."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Protocol

from extractor.errors import RunStopped

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
    """Lets requests through: so many at once, so many and so many tokens a minute, none during a pause.

    Requests are spaced evenly (a minute divided by the rate) rather than let out in bursts: endpoints count in windows
    shorter than a minute, too. How many go at once is halved when the endpoint is too busy, and grows again by one for
    each round of answers (additive increase, multiplicative decrease, as in TCP), never above what was asked for.

    A pause is everybody's. When the endpoint says again and again that it is too busy, and nothing gets through
    meanwhile, pauses grow; after `patience` of them in a row the gate is `hopeless`.
    """

    def __init__(
        self,
        concurrency: int,
        per_minute: float | None,
        clock: Clock,
        tokens_per_minute: float | None = None,
        patience: int = 12,
    ) -> None:
        self._most = concurrency
        self._limit = float(concurrency)
        self._inside = 0
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._spacing = 60.0 / per_minute if per_minute else 0.0
        self._token_spacing = 60.0 / tokens_per_minute if tokens_per_minute else 0.0
        self._clock = clock
        self._patience = patience
        self._next = self._next_token = self._paused_until = float("-inf")
        self._refusals = 0
        self._too_long: float | None = None
        self._answered_since = True  # the limit was last halved

    @property
    def at_once(self) -> int:
        """How many requests may be on their way now."""
        return max(1, int(self._limit))

    @property
    def hopeless(self) -> bool:
        """Whether the endpoint has been too busy so often in a row that waiting longer is worth nothing."""
        return self._refusals >= self._patience

    @property
    def paused(self) -> float:
        """Seconds left of a pause; 0 outside of one."""
        return max(0.0, self._paused_until - self._clock.now())

    def check(self) -> None:
        """Let a request pass.

        Raises:
            RunStopped: waiting for the endpoint is worth nothing.
        """
        if self._too_long is not None:
            said = f"asked to be left alone for {self._too_long:.0f} s"
        elif self.hopeless:
            said = f"was too busy {self._patience} times in a row"
        else:
            return
        msg = (
            f"not asked: the endpoint {said}; run the same command again later, or with fewer --requests-per-minute:"
            " what was answered is kept"
        )
        raise RunStopped(msg)

    def left_alone(self, seconds: float) -> None:
        """The endpoint asked for a wait that is longer than anybody waits: nothing more goes out."""
        self._too_long = max(self._too_long or 0.0, seconds)

    def overloaded(self, asked: float | None) -> None:
        """The endpoint broke under what it had to do (503): fewer at once, and the pause that it asks for, if any.

        Requests that break together count as one, as with `too_busy`.
        """
        if self._answered_since:
            self._limit = max(1.0, self._limit / 2)
            self._answered_since = False
        if asked is not None:
            self.pause(asked)

    def pause(self, seconds: float) -> None:
        """Nobody goes through for so long; a shorter pause never shortens a longer one."""
        self._paused_until = max(self._paused_until, self._clock.now() + seconds)

    def too_busy(self, asked: float | None, longest: float, chance: Callable[[], float]) -> None:
        """The endpoint answered that it is too busy: pause, and let fewer through afterwards.

        The requests that were on their way together are refused together; they count as one.

        Args:
            asked: seconds that the endpoint asks for, `None` if it does not; the longer of the two waits is kept.
            longest: the longest wait of our own.
            chance: as for `backoff`.
        """
        if self._paused_until > self._clock.now():
            if asked is not None:
                self.pause(asked)
            return
        self._refusals += 1
        self._limit = max(1.0, self._limit / 2)
        self.pause(max(asked or 0.0, backoff(self._refusals, None, longest, chance)))

    def went_well(self) -> None:
        """A request was answered."""
        self._refusals = 0
        self._answered_since = True
        self._limit = min(float(self._most), self._limit + 1.0 / self.at_once)
        self._admit()

    def took(self, tokens: int, foreseen: int) -> None:
        """Correct the spacing by the tokens that a request took against those that were foreseen."""
        self._next_token += (tokens - foreseen) * self._token_spacing

    @asynccontextmanager
    async def place(self, tokens: int = 0) -> AsyncIterator[None]:
        """Hold a place while a request of so many tokens is on its way."""
        await self._enter()
        try:
            await self._turn(tokens)
            yield
        finally:
            self._inside -= 1
            self._admit()

    async def _enter(self) -> None:
        if self._inside < self.at_once and not self._waiting:
            self._inside += 1
            return
        place = asyncio.get_running_loop().create_future()
        self._waiting.append(place)
        try:
            await place
        except asyncio.CancelledError:
            if place.done() and not place.cancelled():  # let in at the moment of leaving
                self._inside -= 1
                self._admit()
            raise

    def _admit(self) -> None:
        while self._waiting and self._inside < self.at_once:
            place = self._waiting.popleft()
            if not place.done():
                self._inside += 1
                place.set_result(None)

    async def _turn(self, tokens: int) -> None:
        now = self._clock.now()
        mine = max(now, self._next) if self._spacing else now
        self._next = mine + self._spacing
        if self._token_spacing:
            mine = max(mine, self._next_token)
            self._next_token = mine + tokens * self._token_spacing
        # A pause may begin, or grow, while this one waits.
        while (wait := max(mine, self._paused_until) - self._clock.now()) > 0:
            await self._clock.sleep(wait)
