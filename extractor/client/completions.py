"""Reading the body of a chat completion without believing it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, NoReturn

from extractor.client.failures import Failure, TryFailed, codes_of, from_status
from extractor.client.jsontext import only_thoughts
from extractor.client.ledger import TokenUsage
from extractor.errors import AnswerIncomplete, AnswerRefused, ModelError, NotACompletion

_SHOWN = 120
_THOUGHTS = ("reasoning_content", "reasoning")  # DeepSeek and vLLM; OpenRouter
_STATUSES = range(400, 600)


@dataclass(frozen=True, slots=True)
class Completion:
    """What a completion says: its text, why it ended, what it cost. `refusal` is None unless the model refused."""

    content: str | None
    finish: str
    refusal: str | None
    usage: TokenUsage

    @property
    def cut(self) -> bool:
        """Whether it ended at the token limit."""
        return self.finish == "length"

    @property
    def unusable(self) -> ModelError | None:
        """Why nothing can be made of the text: cut short, or refused; `None` when something can."""
        if self.cut:
            return cut_at(None, self)
        if self.refusal is not None:
            return AnswerRefused(f"the model refused ({_shown(self.refusal)}): try another model")
        if self.finish == "content_filter":
            return AnswerRefused("a content filter of the endpoint stopped the answer: try another model or endpoint")
        return None


def cut_at(limit: int | None, completion: Completion, *, whole_claims: bool = False) -> AnswerIncomplete:
    """The error of an answer that was cut; `limit` is the largest that was tried, `None` for the endpoint's own."""
    allowed = f"limit of {limit} tokens" if limit is not None else "own token limit of the endpoint"
    if only_thoughts(completion.content or ""):
        said = f"the model used up its {allowed} on its thoughts, before it wrote an answer"
    else:
        kept = "; what was whole before is kept" if whole_claims else ""
        said = f"the answer was cut at its {allowed}{kept}"
    return AnswerIncomplete(f"{said}: raise --max-tokens, or take a model that writes less")


def read_completion(body: str) -> Completion:
    """Read the body of a 200.

    Raises:
        TryFailed: it is not a completion (a gateway's page, an error in disguise, no choices, no content). Another try
            may help, and the body is worth nothing, so it must not be stored.
    """
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        _reject(f"not JSON: {_shown(body)}")
    if isinstance(data, list) and len(data) == 1:  # Gemini wraps some of its bodies so
        data = data[0]
    if not isinstance(data, dict):
        _reject(f"not an object: {_shown(body)}")
    choices = data.get("choices")
    if not isinstance(choices, list) or not choices or not isinstance(choices[0], dict):
        _reject_disguised(data)
    message = choices[0].get("message")
    message = message if isinstance(message, dict) else {}
    refusal = message.get("refusal")
    completion = Completion(
        content=_text(message),
        finish=str(choices[0].get("finish_reason") or "stop"),
        refusal=refusal if isinstance(refusal, str) and refusal else None,
        usage=_usage(data.get("usage")),
    )
    if completion.finish == "error":
        _reject("it broke off with an error")  # OpenRouter's word for a provider that failed half-way
    if completion.content is None and completion.unusable is None:
        _reject("its message has no content")
    return completion


def _text(message: dict[str, Any]) -> str | None:
    """What a message says: its text, whole or in parts, or the arguments of the function that it calls."""
    content = message.get("content")
    if isinstance(content, list):
        said = [part["text"] for part in content if isinstance(part, dict) and isinstance(part.get("text"), str)]
        content = "".join(said) if said else None
    calls = message.get("tool_calls")
    if not content and isinstance(calls, list) and calls and isinstance(calls[0], dict):
        function = calls[0].get("function")
        content = function.get("arguments") if isinstance(function, dict) else None
        if isinstance(content, dict):  # Ollama's native form
            content = json.dumps(content, ensure_ascii=False)
    if content is None and any(isinstance(message.get(name), str) for name in _THOUGHTS):
        return ""  # it thought, and wrote nothing
    return content if isinstance(content, str) else None


def _usage(reported: Any) -> TokenUsage:
    if not isinstance(reported, dict):
        return TokenUsage()
    counts = [reported.get(name) for name in ("prompt_tokens", "completion_tokens")]
    return TokenUsage(*(count if isinstance(count, int) and count > 0 else 0 for count in counts))


def _reject_disguised(data: dict[str, Any]) -> NoReturn:
    # OpenRouter and other gateways pass on the error of the server behind them in the body of a 200.
    error = data.get("error")
    if not isinstance(error, dict):
        _reject("it holds no choices")
    code = error.get("code")
    said = str(error.get("message", ""))
    if isinstance(code, int) and code in _STATUSES:
        raise TryFailed(from_status(code, said, codes_of(data)))
    _reject(f"an error: {_shown(said)}")


def _reject(why: str) -> NoReturn:
    error = NotACompletion(
        f"the endpoint answered 200 with something that is not a completion ({why}): check --base-url"
    )
    raise TryFailed(Failure(error, transient=True)) from None


def _shown(text: str) -> str:
    return " ".join(text[: 4 * _SHOWN].split())[:_SHOWN]
