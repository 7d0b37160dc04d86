"""What the headers of an answer say of the endpoint's limits."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime

# The names of what is left and of when it is renewed: OpenAI, Groq and most others; Anthropic; OpenRouter.
_PAIRS = (
    ("x-ratelimit-remaining-requests", "x-ratelimit-reset-requests"),
    ("x-ratelimit-remaining-tokens", "x-ratelimit-reset-tokens"),
    ("anthropic-ratelimit-requests-remaining", "anthropic-ratelimit-requests-reset"),
    ("anthropic-ratelimit-tokens-remaining", "anthropic-ratelimit-tokens-reset"),
    ("x-ratelimit-remaining", "x-ratelimit-reset"),
)
_SPAN = re.compile(r"(\d+(?:\.\d+)?)(ms|s|m|h|d)")
_SECONDS = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0}
_EPOCH = 10**9  # a plain number above it is a moment, below it a span
_MILLISECONDS = 10**12


def renewed_in(headers: Mapping[str, str]) -> float | None:
    """Seconds until a limit that is used up is renewed, the longest where several are; `None` while something is left.

    Moments are read against the response's own `Date`, so that no clock of ours comes in.

    >>> renewed_in({"x-ratelimit-remaining-requests": "0", "x-ratelimit-reset-requests": "1m30s"})
    90.0
    >>> renewed_in({"x-ratelimit-remaining-requests": "3", "x-ratelimit-reset-requests": "1m30s"}) is None
    True
    """
    waits = [
        wait
        for remaining, reset in _PAIRS
        if _used_up(headers.get(remaining)) and (wait := _seconds(headers.get(reset, ""), headers)) is not None
    ]
    return max(waits, default=None)


def _used_up(text: str | None) -> bool:
    try:
        return text is not None and float(text) <= 0
    except ValueError:
        return False


def _seconds(text: str, headers: Mapping[str, str]) -> float | None:
    spans = _SPAN.findall(text)
    if spans and "".join(number + unit for number, unit in spans) == text:
        return sum(float(number) * _SECONDS[unit] for number, unit in spans)
    try:
        number = float(text)
    except ValueError:
        return _until(_moment(text), headers)
    if number < _EPOCH:
        return max(0.0, number)
    return _until(number / 1000 if number >= _MILLISECONDS else number, headers)


def _moment(text: str) -> float | None:
    try:
        return datetime.fromisoformat(text).timestamp()
    except ValueError:
        return None


def _until(moment: float | None, headers: Mapping[str, str]) -> float | None:
    try:
        now = parsedate_to_datetime(headers.get("date", "")).timestamp()
    except (TypeError, ValueError):
        return None
    return None if moment is None else max(0.0, moment - now)
