"""Knowing when an endpoint is down, so that a run of hours does not ask it ten thousand times more."""

from __future__ import annotations

from extractor.client.pacing import Clock
from extractor.errors import ConnectionFailed, ModelError, NotACompletion, RunStopped, ServerFailed

_BROKEN = (ConnectionFailed, ServerFailed, NotACompletion)
_LEAST_SECONDS = 60.0  # a restart of a server takes less, and is not an outage


class Outage:
    """Counts failures of the endpoint itself, one after the other, over all requests; an answer ends the count.

    After `failures` of them, of which the first was a minute ago or more, nothing more is sent.
    """

    def __init__(self, clock: Clock, failures: int) -> None:
        self._clock = clock
        self._most = failures
        self._number = 0
        self._since = 0.0

    def check(self) -> None:
        """Let a request pass.

        Raises:
            RunStopped: the endpoint is down.
        """
        lasted = self._clock.now() - self._since
        if self._number >= self._most and lasted >= _LEAST_SECONDS:
            msg = (
                f"not asked: the endpoint failed {self._number} times in a row over {lasted:.0f} s; run the same"
                " command again when it is up, what was answered is kept"
            )
            raise RunStopped(msg)

    def failed(self, error: ModelError) -> None:
        """A request failed; only what is the endpoint's own failure counts."""
        if isinstance(error, _BROKEN):
            self._since = self._since if self._number else self._clock.now()
            self._number += 1

    def went_well(self) -> None:
        """A request was answered."""
        self._number = 0
