"""What a failed try means: our error, whether another try may help, and how long to wait for it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any

from extractor.errors import (
    AccessDenied,
    AnswerRefused,
    ModelError,
    QuotaExhausted,
    RateLimited,
    RequestRejected,
    ServerFailed,
)

# Codes and types seen in the wild for "the money is gone": OpenAI, DeepSeek, OpenRouter.
_QUOTA_WORDS = ("insufficient_quota", "billing_hard_limit_reached", "insufficient_balance", "insufficient_credits")
_FILTER_CODE = "content_filter"  # Azure refuses a question so, with status 400
_REQUEST_IDS = ("x-request-id", "request-id", "apim-request-id", "x-amzn-requestid", "cf-ray")
_LONGEST_MESSAGE = 300
_FIRST_SERVER_ERROR = 500

# status: our error, whether it is transient, what to do about it
_BY_STATUS: dict[int, tuple[type[ModelError], bool, str]] = {
    400: (
        RequestRejected,
        False,
        "check --model and its options; the text may be too long, or JSON schemas unknown there",
    ),
    401: (AccessDenied, False, "set OPENAI_API_KEY to a key of this endpoint"),
    402: (QuotaExhausted, False, "the account needs credit; what was answered so far is stored"),
    403: (AccessDenied, False, "the key may not use this model"),
    404: (RequestRejected, False, "check --model and --base-url (it ends in /v1 at most endpoints)"),
    408: (ServerFailed, True, "the endpoint timed out; run again later, what was answered is stored"),
    409: (ServerFailed, True, "the endpoint was in conflict; run again later, what was answered is stored"),
    413: (RequestRejected, False, "the text is too long for this endpoint"),
    422: (RequestRejected, False, "check --model and its options"),
    429: (RateLimited, True, "lower the requests per minute, or run again later; what was answered is stored"),
}
_SERVER = (ServerFailed, True, "run again later; what was answered is stored")
_CLIENT = (RequestRejected, False, "check --model and --base-url")


@dataclass(frozen=True, slots=True)
class Refusal:
    """An endpoint's own words about a request: the HTTP status, the message, and the parameter that it names or ""."""

    status: int
    said: str
    parameter: str = ""
    request_id: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """A failed try. `wait` is what the endpoint asked for in seconds, `None` if it did not.

    `refusal` are the endpoint's own words, `None` where it said nothing (no connection, not a completion).
    """

    error: ModelError
    transient: bool
    wait: float | None = None
    refusal: Refusal | None = None


class TryFailed(Exception):
    """Carries a failure through the retry loop."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(str(failure.error))
        self.failure = failure


def from_status(
    status: int,
    message: str,
    codes: tuple[str, ...] = (),
    headers: Mapping[str, str] | None = None,
    parameter: str = "",
) -> Failure:
    """What an HTTP status means.

    Args:
        status: the response's, or the one that a gateway wrote into the body of a 200.
        message: the endpoint's own words; cut, since some endpoints send the request back.
        codes: the `code` and `type` of its error, by which an exhausted quota differs from a busy minute.
        headers: of the response, for the wait that it asks for.
        parameter: of the request, if its error names one in a field of its own.

    >>> failure = from_status(429, "slow down", (), {"retry-after": "7"})
    >>> type(failure.error).__name__, failure.transient, failure.wait
    ('RateLimited', True, 7.0)
    """
    kind, transient, advice = _BY_STATUS.get(status, _SERVER if status >= _FIRST_SERVER_ERROR else _CLIENT)
    if status == HTTPStatus.TOO_MANY_REQUESTS and any(word in code for code in codes for word in _QUOTA_WORDS):
        kind, transient, advice = _BY_STATUS[HTTPStatus.PAYMENT_REQUIRED]
    said = " ".join(message.split())[:_LONGEST_MESSAGE]
    if _FILTER_CODE in codes:
        kind, transient, advice = AnswerRefused, False, "its content filter stopped the question; try another endpoint"
    error = kind(f"the endpoint answered {status} ({said}): {advice}")
    given = headers or {}
    refusal = Refusal(status, message, parameter, request_id_of(given))
    return Failure(error, transient, retry_after(given), refusal)


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds that a response asks to wait (RFC 9110, 10.2.3; `retry-after-ms` is OpenAI's), `None` if it does not.

    A date is read against the response's own `Date`, so that no clock of ours comes in.

    >>> retry_after({"retry-after-ms": "1500"}), retry_after({"retry-after": "2"}), retry_after({"retry-after": "soon"})
    (1.5, 2.0, None)
    """
    for name, unit in (("retry-after-ms", 1000.0), ("retry-after", 1.0)):
        seconds = _number(headers.get(name))
        if seconds is not None:
            return max(0.0, seconds / unit)
    try:
        until = parsedate_to_datetime(headers.get("retry-after", ""))
        now = parsedate_to_datetime(headers.get("date", ""))
        return max(0.0, (until - now).total_seconds())
    except (TypeError, ValueError):
        return None


def request_id_of(headers: Mapping[str, str]) -> str:
    """The endpoint's name for an exchange; empty where it gives none.

    >>> request_id_of({"x-request-id": "req_1"}), request_id_of({})
    ('req_1', '')
    """
    return next((headers[name] for name in _REQUEST_IDS if headers.get(name)), "")


def _number(text: str | None) -> float | None:
    try:
        number = float(text) if text else None
    except ValueError:
        return None
    return number if number is not None and math.isfinite(number) else None


def codes_of(body: Any) -> tuple[str, ...]:
    """The `code` and `type` of an error body, as text; empty for any other shape.

    >>> codes_of({"error": {"code": "insufficient_quota", "type": None}})
    ('insufficient_quota',)
    """
    error = body.get("error", body) if isinstance(body, dict) else None
    if not isinstance(error, dict):
        return ()
    return tuple(str(error[name]) for name in ("code", "type") if error.get(name))
