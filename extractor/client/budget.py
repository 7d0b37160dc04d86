"""Limits of a run: when they are reached nothing more is sent, and what is on its way is awaited."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.client.ledger import Ledger
from extractor.client.prices import PriceList
from extractor.errors import RunStopped


@dataclass(frozen=True, slots=True)
class Budget:
    """The most that a run may take; `None` for any number.

    Attributes:
        cost: dollars. Checked before each request against what was paid so far, so that the requests on their way at
            that moment may go over it.
        calls: requests on the wire, retries included.
        failures: questions that ended without an answer.
    """

    cost: float | None = None
    calls: int | None = None
    failures: int | None = None

    def check(self, ledger: Ledger, prices: PriceList) -> None:
        """Let a request pass.

        Raises:
            RunStopped: a limit is reached; the message says which and how to go on.
        """
        if self.calls is not None and ledger.tries >= self.calls:
            _stop(f"the run made as many calls as --max-calls allows ({self.calls})")
        paid = prices.cost(ledger.paid)
        if self.cost is not None and paid is not None and paid >= self.cost:
            _stop(f"{paid:.4f} US dollars were paid, and --max-cost allows {self.cost:g}")
        failed = ledger.given_up.total()
        if self.failures is not None and failed >= self.failures:
            _stop(f"as many questions failed as --max-failures allows ({self.failures})")


NO_LIMIT = Budget()


def _stop(why: str) -> None:
    msg = f"not asked: {why}; what was answered is kept, the same command with a higher limit goes on from there"
    raise RunStopped(msg)
