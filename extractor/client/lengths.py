"""How long an answer may be when the first limit was too short."""

from __future__ import annotations

from typing import Any

from extractor.client.adapting import Adaptation

LIMITS = ("max_tokens", "max_completion_tokens")
MOST_TIMES = 8
"""A limit is doubled until it is this many times the first one."""


def limit_of(request: dict[str, Any], adaptation: Adaptation) -> int | None:
    """The limit of tokens that a request is sent with, `None` for one without."""
    sent = adaptation.apply(request)
    return next((sent[name] for name in LIMITS if isinstance(sent.get(name), int)), None)


def longer_request(request: dict[str, Any], first: dict[str, Any], adaptation: Adaptation) -> dict[str, Any] | None:
    """The request with its limit doubled; `None` when that cannot be, or would be sent like the one before.

    Args:
        request: whose answer was cut.
        first: the first request of the chain.
        adaptation: how the endpoint is asked; it may have named the largest limit that it allows.

    >>> cut = {"model": "m", "max_tokens": 4096}
    >>> longer_request(cut, cut, Adaptation()), longer_request(cut, cut, Adaptation(limit=4096))
    ({'model': 'm', 'max_tokens': 8192}, None)
    """
    longer = {name: 2 * value if _is_limit(name, value) else value for name, value in request.items()}
    within = all(value <= MOST_TIMES * first[name] for name, value in longer.items() if _is_limit(name, value))
    return longer if within and is_longer(longer, request, adaptation) else None


def is_longer(request: dict[str, Any], other: dict[str, Any], adaptation: Adaptation) -> bool:
    """Whether a request lets an answer be longer than another one, as they are sent."""
    limit, before = limit_of(request, adaptation), limit_of(other, adaptation)
    return limit is not None and before is not None and limit > before


def _is_limit(name: str, value: object) -> bool:
    return name in LIMITS and isinstance(value, int)
