"""The one boundary to openai and instructor. Heavy (two seconds): imported when a client is opened, not before."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, replace
from typing import Any, Protocol, Self

import httpx2
import instructor
import openai
from instructor.core.exceptions import InstructorRetryException, ResponseParsingError
from openai.types.chat import ChatCompletion
from pydantic import BaseModel

from extractor.client.answers import Question
from extractor.client.completions import Completion
from extractor.client.failures import Failure, TryFailed, codes_of, from_status
from extractor.client.options import ModelOptions
from extractor.errors import (
    AnswerIncomplete,
    AnswerRefused,
    ConnectionFailed,
    NotACompletion,
    NotRecorded,
    RequestRejected,
    UsageError,
)

Body = dict[str, Any]
asking: ContextVar[Question[Any]] = ContextVar("asking")

_AZURE = (".openai.azure.com", ".cognitiveservices.azure.com")
_COMPLETIONS = "/chat/completions"

# Without this, each failed call is printed on stderr by logging's handler of last resort; the failure is raised anyway.
logging.getLogger("instructor").addHandler(logging.NullHandler())


class Transport(Protocol):
    """What instructor calls for every attempt."""

    async def __call__(self, *, messages: list[Body], response_format: Body) -> ChatCompletion:
        """Send the conversation, return the answer."""


class _Unfit(ResponseParsingError):
    """An answer that does not fit. Its text is what the model is told, so it is ours to the letter."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        self.problems = problems
        super().__init__("")

    def __str__(self) -> str:
        return "\n".join(self.problems)


class _Judged(BaseModel):
    """Takes the place of the response model of the question being asked.

    instructor makes the JSON schema anew and derives a class for each response model that it is given, which costs
    more than the rest of a call, and a class made for one sentence would stay alive. So it is given this one always;
    the question says what the real one is.
    """

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **_options: Any) -> Self:
        """Judge the text; instructor re-asks when this raises."""
        problems = asking.get().judge(json_data if isinstance(json_data, str) else json_data.decode())
        if problems:
            raise _Unfit(problems)
        return cls()


def structured(transport: Transport) -> Callable[[list[Body], int], Awaitable[bool]]:
    """Make instructor ask over a transport, and re-ask with what was wrong.

    Returns:
        A function of the messages and the number of re-asks; true when an attempt passed. What the attempts said is
        on the question in `asking`; an error of the transport is raised as it was.
    """
    create: Any = instructor.patch(create=transport, mode=instructor.Mode.JSON_SCHEMA)

    async def ask(messages: list[Body], reasks: int) -> bool:
        try:
            # `max_retries` as a number: instructor then makes an AsyncRetrying of its own per call, which re-asks on
            # answers that do not fit and on nothing else. `context` stays unset: it would switch on Jinja.
            await create(messages=messages, response_model=_Judged, max_retries=reasks)
        except InstructorRetryException as error:
            failure = asking.get().failure
            if failure is not None:
                raise failure from None
            if not isinstance(error.__cause__, _Unfit):
                raise _unwrapped(error) from None
            return False
        return True

    return ask


@dataclass(frozen=True, slots=True)
class Reply:
    """A 200 as it came: its body, and its headers in lower case."""

    body: str
    headers: Mapping[str, str]


class Sender:
    """openai's client, with everything of its own accord switched off."""

    def __init__(self, options: ModelOptions) -> None:
        self._secrets = tuple(secret for secret in (options.api_key, *options.headers.values()) if secret)
        # Azure takes the key in a header of its own.
        azure = {"api-key": options.api_key} if options.api_key and options.endpoint_kind.endswith(_AZURE) else {}
        try:
            self._client = openai.AsyncOpenAI(
                # An endpoint on one's own machine wants no key, and a replay has none; openai's client insists on one.
                api_key=options.api_key or "none",
                base_url=options.endpoint,
                default_query=options.query,
                default_headers={**azure, **options.headers},
                timeout=options.timeout,
                max_retries=0,
            )
        except (openai.OpenAIError, httpx2.InvalidURL, OSError, ValueError) as error:
            # A proxy or a certificate file named in the environment that is none.
            msg = f"no connection can be set up ({error}): check --base-url, proxy and certificate settings"
            raise UsageError(msg) from error

    async def send(self, request: Body) -> Reply:
        """Send one request once; the body of the 200 as it came, and its headers.

        Raises:
            TryFailed: with what it means.
        """
        try:
            # Not `chat.completions.create`: that walks the whole response schema by its types and makes a model of the
            # answer, 2 ms of CPU for each call, to send the same bytes.
            response = await self._client.post(_COMPLETIONS, cast_to=httpx2.Response, body=request)
        except Exception as error:  # noqa: BLE001 - this is the boundary: whatever vendors raise ends here
            # Without the cause: its message may show the key, and a traceback would print it.
            raise TryFailed(self.failure_of(error)) from None
        return Reply(response.text, response.headers)

    @property
    def client(self) -> openai.AsyncOpenAI:
        """The client of openai, for calls other than completions."""
        return self._client

    def failure_of(self, error: Exception) -> Failure:
        """What a vendor's exception means, without the key: some endpoints, and some libraries, repeat it."""
        return self._redacted(translate(error))

    def _redacted(self, failure: Failure) -> Failure:
        said = str(failure.error)
        for secret in self._secrets:
            said = said.replace(secret, "***")
        return failure if said == str(failure.error) else replace(failure, error=type(failure.error)(said))

    async def close(self) -> None:
        """Close the connections."""
        await self._client.close()


def _status(error: Exception) -> Failure:
    assert isinstance(error, openai.APIStatusError)  # noqa: S101 - the table below says so
    said = error.body.get("message") if isinstance(error.body, dict) else None
    said = said if isinstance(said, str) and said else error.message
    named = error.body.get("param") if isinstance(error.body, dict) else None
    parameter = named if isinstance(named, str) else ""
    return from_status(error.status_code, said, codes_of(error.body), error.response.headers, parameter)


def _connection(error: Exception) -> Failure:
    if _unmatched_in(error):
        return Failure(
            NotRecorded(
                "the cassettes hold no such request: the model, prompt, schema or text has changed since they were "
                "recorded; record them again, or run without --replay"
            ),
            transient=False,
        )
    what = (
        "no answer in time" if isinstance(error, openai.APITimeoutError | httpx2.TimeoutException) else "no connection"
    )
    cause = error.__cause__ or error
    said = f"{type(cause).__name__}: {cause}" if str(cause) else type(cause).__name__
    return Failure(ConnectionFailed(f"{what} ({said}): check --base-url and that the endpoint is up"), transient=True)


def _unmatched_in(error: BaseException | None) -> bool:
    # By name: importing vcr to look at a broken connection would cost half a second of every live run.
    while error is not None:
        if type(error).__name__ in ("CannotOverwriteExistingCassetteException", "UnhandledHTTPRequestError"):
            return True
        error = error.__cause__ or error.__context__
    return False


def _malformed(error: Exception) -> Failure:
    return Failure(NotACompletion(f"the endpoint's answer cannot be read: {error}"), transient=True)


def _setup(error: Exception) -> Failure:
    said = f"{type(error).__name__}: {error}"
    return Failure(RequestRejected(f"the request cannot be made ({said}): check the options"), transient=False)


# By class; the first that fits along an exception's bases (its MRO) decides. A test walks every exception class that
# openai exports and fails when one has no entry of its own or of a base other than OpenAIError.
VENDOR_ERRORS: dict[type[Exception], Callable[[Exception], Failure]] = {
    openai.APIStatusError: _status,
    openai.APITimeoutError: _connection,
    openai.APIConnectionError: _connection,
    openai.APIResponseValidationError: _malformed,
    openai.APIError: _malformed,
    openai.LengthFinishReasonError: lambda error: Failure(AnswerIncomplete(str(error)), transient=False),
    openai.ContentFilterFinishReasonError: lambda error: Failure(AnswerRefused(str(error)), transient=False),
    openai.InvalidWebhookSignatureError: _setup,
    openai.WebSocketConnectionClosedError: _connection,
    openai.WebSocketQueueFullError: _connection,
    openai.OpenAIError: _setup,
    httpx2.HTTPError: _connection,
    httpx2.StreamError: _connection,
    httpx2.InvalidURL: _setup,
}


def translate(error: Exception) -> Failure:
    """What a vendor's exception means to us."""
    for kind in type(error).__mro__:
        if kind in VENDOR_ERRORS:
            return VENDOR_ERRORS[kind](error)
    return _setup(error)


def _unwrapped(error: InstructorRetryException) -> BaseException:
    """What instructor wrapped: an error of the store, or of the caller's check, which is the caller's to see."""
    cause = error.__cause__ or error
    if type(cause).__module__.partition(".")[0] not in ("instructor", "openai", "tenacity"):
        return cause
    return NotACompletion(f"the answer could not be processed: {type(cause).__name__}: {cause}")


def completion_object(completion: Completion) -> ChatCompletion:
    """A completion as instructor wants it: a new object per attempt, since instructor writes totals into it."""
    return ChatCompletion.model_validate(
        {
            "id": "",
            "object": "chat.completion",
            "created": 0,
            "model": "",
            "choices": [
                {
                    "index": 0,
                    "finish_reason": "stop",
                    "message": {"role": "assistant", "content": completion.content},
                }
            ],
            # Without usage instructor looks for a package that is not installed, twice for each answer (.5 ms).
            "usage": {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0},
        }
    )
