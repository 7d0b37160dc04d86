"""How long an answer may be when the first limit was too short."""

from __future__ import annotations

from typing import Any

LIMITS = ("max_tokens", "max_completion_tokens")
MOST_TIMES = 8
"""A limit is doubled until it is this many times the first one."""


def limit_of(request: dict[str, Any]) -> int | None:
    """The limit of tokens that a request sets, `None` for one without."""
    return next((request[name] for name in LIMITS if isinstance(request.get(name), int)), None)


def longer_request(request: dict[str, Any], first: int | None, allowed: int | None) -> dict[str, Any] | None:
    """The request with its limit doubled; `None` when that cannot be.

    Args:
        request: whose answer was cut.
        first: the limit that the first request had, `None` for none.
        allowed: the largest limit that the endpoint allows, as far as it has said.

    >>> longer_request({"max_tokens": 4096}, 4096, None), longer_request({"max_tokens": 32768}, 4096, None)
    ({'max_tokens': 8192}, None)
    """
    limit = limit_of(request)
    if limit is None or first is None or 2 * limit > MOST_TIMES * first or (allowed is not None and limit >= allowed):
        return None
    return {name: 2 * value if name in LIMITS and value == limit else value for name, value in request.items()}
