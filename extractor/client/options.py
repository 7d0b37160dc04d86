"""What a user can choose about the model and how it is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import parse_qsl, urlsplit

from extractor.errors import UsageError

OPENAI_URL = "https://api.openai.com/v1"
MODES = ("auto", "json_schema", "tools", "json_object", "text")
OUTCOMES = ("refused", "cut", "failed")
"""How a question can end without a good answer: refused, cut at the token limit, or none that fits."""
_COMPLETIONS = "/chat/completions"
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Price:
    """What a million tokens cost, in US dollars."""

    prompt: float
    completion: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelOptions:
    """Which model, where, and how patiently.

    Attributes:
        model: the name that the endpoint knows it by.
        base_url: the root of an OpenAI-compatible API, with its version (`http://127.0.0.1:8000/v1`).
        api_key: `None` for an endpoint that wants none, and in a replay. Never shown, stored or hashed.
        timeout: seconds without an answer after which a try counts as failed. A server that answers one request at a
            time makes the others wait meanwhile: give it a low `concurrency`, or a long timeout.
        max_tries: how often one request is sent, the first time included, when failures are transient.
        max_reasks: how often an answer that does not fit is sent back with what is wrong with it.
        max_wait: the longest pause in seconds that is made between tries; an endpoint that asks for a longer one fails.
        temperature: `None` leaves it to the endpoint (reasoning models accept no other).
        seed: `None` sends none.
        max_tokens: the longest answer; `None` sends no limit.
        token_parameter: how the endpoint calls that limit (OpenAI's reasoning models know only the second).
        max_pauses: how often in a row the endpoint may be too busy (429) before nothing more is sent; such answers are
            not among the tries, since the limit is the account's and not the question's.
        requests_per_minute, tokens_per_minute: `None` for no limit.
        concurrency: requests on their way at one time.
        ask_again: of `OUTCOMES`: pass over the stored answers of questions that ended so, and ask anew.
        mode: how the shape of an answer is asked for, one of `Mode`; `auto` is the strictest that the endpoint takes.
        headers: sent with every request beside our own. Never shown, stored or hashed: they may hold secrets.
        extra: further members of every request's body; part of what is asked, and so of the key of its answer.
    """

    model: str
    base_url: str = OPENAI_URL
    api_key: str | None = field(default=None, repr=False)
    timeout: float = 300.0
    max_tries: int = 5
    max_reasks: int = 2
    max_wait: float = 120.0
    temperature: float | None = 0.0
    seed: int | None = 0
    max_tokens: int | None = 4096
    token_parameter: Literal["max_tokens", "max_completion_tokens"] = "max_tokens"  # noqa: S105 - no secret
    max_pauses: int = 12
    requests_per_minute: float | None = None
    tokens_per_minute: float | None = None
    concurrency: int = 8
    ask_again: frozenset[str] = frozenset()
    mode: str = "auto"
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    extra: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Report everything that cannot be carried out, at once."""
        problems = [
            f"{name} must be {rule}"
            for name, rule, holds in (
                ("model", "named", bool(self.model.strip())),
                ("base_url", "an http or https address", _is_address(self.base_url)),
                ("api_key", "printable ASCII without spaces", self.api_key is None or _is_key(self.api_key)),
                ("timeout", "above 0", self.timeout > 0),
                ("max_tries", "at least 1", self.max_tries >= 1),
                ("max_reasks", "at least 0", self.max_reasks >= 0),
                ("max_wait", "at least 0", self.max_wait >= 0),
                ("max_tokens", "at least 1", self.max_tokens is None or self.max_tokens >= 1),
                ("requests_per_minute", "above 0", self.requests_per_minute is None or self.requests_per_minute > 0),
                ("max_pauses", "at least 1", self.max_pauses >= 1),
                ("tokens_per_minute", "above 0", self.tokens_per_minute is None or self.tokens_per_minute > 0),
                ("concurrency", "at least 1", self.concurrency >= 1),
                ("ask_again", f"of {', '.join(OUTCOMES)}", self.ask_again <= set(OUTCOMES)),
                ("mode", f"one of {', '.join(MODES)}", self.mode in MODES),
                ("headers", "printable ASCII", all(_is_header(*header) for header in self.headers.items())),
                ("extra", "without model and messages", not {"model", "messages"} & set(self.extra)),
            )
            if not holds
        ]
        if problems:
            msg = f"model options: {'; '.join(problems)}"
            raise UsageError(msg)

    @property
    def endpoint(self) -> str:
        """Scheme, host, port and path of the endpoint: never a user, a password or a query.

        The path of its completions, which people copy as well, is taken off.

        >>> ModelOptions(model="m", base_url="http://me:pass@Example.org:8000/v1/chat/completions?key=1").endpoint
        'http://example.org:8000/v1'
        """
        parts = urlsplit(self.base_url)
        port = f":{parts.port}" if parts.port else ""
        return f"{parts.scheme}://{parts.hostname or ''}{port}{self._path}"

    @property
    def who(self) -> str:
        """The endpoint as far as its answers depend on it: no scheme and no port, and one name for this machine.

        >>> ModelOptions(model="m", base_url="http://localhost:11434/v1").who
        'loopback/v1'
        """
        return f"{self.endpoint_kind}{self._path}"

    @property
    def name(self) -> str:
        """The model and the endpoint, as messages name them."""
        return f"{self.model} at {self.who}"

    @property
    def query(self) -> dict[str, str]:
        """The query of the base URL, which goes with every request (Azure's `api-version`)."""
        return dict(parse_qsl(urlsplit(self.base_url).query))

    @property
    def _path(self) -> str:
        return urlsplit(self.base_url).path.rstrip("/").removesuffix(_COMPLETIONS).rstrip("/")

    @property
    def endpoint_kind(self) -> str:
        """`loopback` for a server on this machine, else the host's name: what a cassette says of its origin.

        >>> ModelOptions(model="m", base_url="http://127.0.0.1:8000/v1").endpoint_kind
        'loopback'
        """
        host = urlsplit(self.base_url).hostname or ""
        return "loopback" if host in _LOOPBACK else host

    def sampling(self) -> dict[str, float | int]:
        """The numbers that are sent with every request."""
        sent: dict[str, float | int | None] = {
            "temperature": self.temperature,
            "seed": self.seed,
            self.token_parameter: self.max_tokens,
        }
        return {name: value for name, value in sent.items() if value is not None}

    def request(self, messages: list[dict[str, Any]], response_format: dict[str, Any]) -> dict[str, Any]:
        """The body of a request as it is meant, before anything is adapted to the endpoint."""
        return {
            "model": self.model,
            "messages": messages,
            "response_format": response_format,
            **self.sampling(),
            **self.extra,
        }


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        _ = parts.port  # raises for one that is no number
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def _is_header(name: str, value: str) -> bool:
    return _is_key(name) and ":" not in name and value.isascii() and value.isprintable()


def _is_key(key: str) -> bool:
    # A line end that came along from a file cannot be sent in a header, and the refusal would show the key.
    return key.isascii() and key.isprintable() and " " not in key and bool(key)
