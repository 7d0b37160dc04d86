"""The accounts of a run: what it may take, what that costs, and what is written down of each attempt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from extractor.client.attempts import ANSWERED, CUT, REFUSED, AttemptLog, Outcome
from extractor.client.budget import NO_LIMIT, Budget
from extractor.client.completions import Completion
from extractor.client.failures import Failure, request_id_of
from extractor.client.leases import Leases
from extractor.client.ledger import Ledger
from extractor.client.prices import NO_PRICE, PriceList
from extractor.errors import AnswerRefused


@dataclass(frozen=True, slots=True)
class Accounts:
    """What a run may take, what tokens cost, where attempts are written, and what other processes have on their way.

    `None` writes no attempts, and asks nobody.
    """

    budget: Budget = NO_LIMIT
    prices: PriceList = NO_PRICE
    attempts: AttemptLog | None = None
    leases: Leases | None = None

    def check(self, ledger: Ledger) -> None:
        """Let a request pass.

        Raises:
            RunStopped: a limit of the run is reached.
        """
        self.budget.check(ledger, self.prices)

    def take(self, key: str) -> bool:
        """Note that this process asks; false when another one has the same request on its way. Raises as `begin`."""
        return self.leases is None or self.leases.take(key)

    def give_back(self, key: str) -> None:
        """Note that this process asks no more; raises as `begin`."""
        if self.leases is not None:
            self.leases.give_back(key)

    def begin(self, key: str, number: int) -> int:
        """Write down that a request is about to go out; the row's number.

        Raises:
            StoreError: the ledger cannot be written; nothing must be sent then.
        """
        return self.attempts.begin(key, number) if self.attempts is not None else 0

    def failed(self, row: int, failure: Failure, seconds: float) -> None:
        """Write down that an attempt failed; raises as `begin`."""
        refusal = failure.refusal
        status, name = (refusal.status, refusal.request_id) if refusal is not None else (None, "")
        self._finish(row, Outcome(type(failure.error).__name__, status, name, seconds=seconds))

    def answered(self, row: int, completion: Completion, headers: Mapping[str, str], seconds: float) -> None:
        """Write down that an attempt was answered; raises as `begin`."""
        usage = completion.usage
        name = request_id_of(headers)
        self._finish(row, Outcome(word_of(completion), HTTPStatus.OK, name, usage, self.prices.cost(usage), seconds))

    def _finish(self, row: int, outcome: Outcome) -> None:
        if self.attempts is not None:
            self.attempts.finish(row, outcome)


def word_of(completion: Completion) -> str:
    """What the ledger calls an answer: `answered`, `cut` or `refused`."""
    if completion.finish == "length":
        return CUT
    return REFUSED if isinstance(completion.unusable, AnswerRefused) else ANSWERED
