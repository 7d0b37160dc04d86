"""What is on its way to the endpoint, for whoever waits and wants to see that something happens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from extractor.client.pacing import Clock


@dataclass(frozen=True, slots=True)
class Traffic:
    """A moment's view: requests on their way, seconds since the oldest was sent, seconds left of a pause."""

    waiting: int = 0
    oldest: float = 0.0
    paused: float = 0.0


class Waiting:
    """The requests that are on their way."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._since: dict[int, float] = {}
        self._number = 0

    @contextmanager
    def one_more(self) -> Iterator[None]:
        """Count a request while it is on its way."""
        self._number += 1
        mine = self._number
        self._since[mine] = self._clock.now()
        try:
            yield
        finally:
            del self._since[mine]

    def traffic(self, paused: float) -> Traffic:
        """The view now; `paused` are the seconds left of a pause."""
        oldest = min(self._since.values(), default=None)
        return Traffic(len(self._since), 0.0 if oldest is None else self._clock.now() - oldest, paused)
