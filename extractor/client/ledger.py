"""What a run asked, got, paid, and failed at."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class TokenUsage:
    """Tokens in and out, as the endpoint counts them; zero when it does not say."""

    prompt: int = 0
    completion: int = 0

    def __add__(self, other: TokenUsage) -> TokenUsage:
        return TokenUsage(self.prompt + other.prompt, self.completion + other.completion)


@dataclass(slots=True)
class Ledger:
    """Counts of one run. Filled by the transport from one event loop; read at any time.

    `asked` questions of the caller; `requests` that they became, re-asks included; `tries` that went out on the wire;
    `cache_hits` requests answered from the store; `paid` tokens of this run; `saved` tokens of stored answers.
    `failures` counts each failed try by the name of its error, `given_up` each question that ended without an answer.
    """

    asked: int = 0
    requests: int = 0
    tries: int = 0
    cache_hits: int = 0
    reasks: int = 0
    imperfect: int = 0
    paid: TokenUsage = field(default_factory=TokenUsage)
    saved: TokenUsage = field(default_factory=TokenUsage)
    failures: Counter[str] = field(default_factory=Counter)
    given_up: Counter[str] = field(default_factory=Counter)

    def summary(self) -> dict[str, Any]:
        """The counts as plain data, keys in a fixed order."""
        return {
            "asked": self.asked,
            "requests": self.requests,
            "tries": self.tries,
            "cache_hits": self.cache_hits,
            "reasks": self.reasks,
            "imperfect": self.imperfect,
            "prompt_tokens": self.paid.prompt,
            "completion_tokens": self.paid.completion,
            "prompt_tokens_saved": self.saved.prompt,
            "completion_tokens_saved": self.saved.completion,
            "failures": dict(sorted(self.failures.items())),
            "given_up": dict(sorted(self.given_up.items())),
        }
