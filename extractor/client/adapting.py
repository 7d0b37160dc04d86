"""What an endpoint has refused of a request, and the request without it.

Endpoints that speak OpenAI's protocol differ: reasoning models want `max_completion_tokens` and no `temperature`, some
know no `seed`, many no JSON schema. A 400 or 422 names what is refused; the request is sent again without it, or under
the name that it goes by there, and the endpoint is asked so from then on.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from typing import Any

from extractor.client.failures import Refusal
from extractor.client.modes import PARAMETERS, Mode, in_mode

MOST_ADAPTATIONS = 8  # of one request: every parameter there is, and every mode
_LIMITS = ("max_tokens", "max_completion_tokens")
_PLAIN = ("temperature", "seed", "top_p", "stream", "strict")
_NEVER = frozenset({"model", "messages"})
_NUMBER = re.compile(r"(?<![\w.,])\d{1,9}(?![\w.,]*\d)")
_SCHEMA = re.compile(r"(?<![A-Za-z])(?:schema|grammar)(?![A-Za-z])", re.IGNORECASE)
_REFUSING = frozenset({HTTPStatus.BAD_REQUEST, HTTPStatus.UNPROCESSABLE_ENTITY})


@dataclass(frozen=True, slots=True)
class Adaptation:
    """How an endpoint is asked: what is left out, what goes by another name, what is lowered, and the mode.

    `limit` is the largest number of tokens of an answer that it allows, as far as it has said; `None` if it has not.
    A `fixed` mode is the user's, and no refusal changes it.
    """

    mode: Mode = Mode.JSON_SCHEMA
    fixed: bool = False
    left_out: frozenset[str] = frozenset()
    renamed: Mapping[str, str] = field(default_factory=dict)
    limit: int | None = None

    def apply(self, request: dict[str, Any]) -> dict[str, Any]:
        """The request as this endpoint takes it; the argument is left as it is."""
        asked = in_mode(request, self.mode)
        made: dict[str, Any] = {}
        for name, value in asked.items():
            if name in self.left_out:
                continue
            lowered = min(value, self.limit) if name in _LIMITS and self.limit is not None else value
            made[self.renamed.get(name, name)] = lowered
        if "strict" in self.left_out and self.mode is Mode.JSON_SCHEMA:
            made["response_format"] = _without_strict(made["response_format"])
        return made


def adapted(known: Adaptation, refusal: Refusal, request: Mapping[str, Any]) -> tuple[Adaptation, str] | None:
    """What to do differently after a refusal, and the sentence that says so; `None` when the refusal names nothing.

    Args:
        known: how the request was made.
        refusal: what the endpoint answered.
        request: as it is meant, before any adaptation.
    """
    named = _named(refusal, request, known) if refusal.status in _REFUSING else None
    if named is None or named in known.left_out:
        return None
    if named in PARAMETERS:
        return _weaker_mode(known)
    if named in _LIMITS:
        return _other_limit(known, refusal, named, request)
    return replace(known, left_out=known.left_out | {named}), f"does not take {named}: left out"


def _weaker_mode(known: Adaptation) -> tuple[Adaptation, str] | None:
    weaker = known.mode.weaker
    if weaker is None or known.fixed:
        return None
    return replace(known, mode=weaker), f"does not take {known.mode.value}: asked in the mode {weaker.value}"


def _named(refusal: Refusal, request: Mapping[str, Any], known: Adaptation) -> str | None:
    """The parameter that a refusal names: in its own field, else as a word of its message."""
    sent = set(known.apply(dict(request))) - _NEVER
    candidates = [name for name in (*PARAMETERS, *_LIMITS, *_PLAIN) if name in sent or name == "strict"]
    candidates += sorted(sent - set(candidates))
    for place in (refusal.parameter, refusal.said):
        for name in candidates:
            if re.search(rf"(?<![A-Za-z_]){re.escape(name)}(?![A-Za-z_])", place):
                # "response_format.json_schema.strict": the innermost part is what is refused.
                strict = name == "response_format" and re.search(r"json_schema\W+strict\b", place)
                return "strict" if strict and "strict" not in known.left_out else name
    if _smaller_number(refusal, request, known) is not None:
        return next(name for name in _LIMITS if name in sent)
    # "The specified schema produces too many states" (Gemini), "Failed to parse grammar" (llama.cpp)
    return next((name for name in PARAMETERS if name in sent and _SCHEMA.search(refusal.said)), None)


def _other_limit(
    known: Adaptation, refusal: Refusal, named: str, request: Mapping[str, Any]
) -> tuple[Adaptation, str] | None:
    """A limit of tokens is lowered where the refusal says how far, else renamed, else left out."""
    lower = _smaller_number(refusal, request, known)
    if lower is not None:
        return replace(known, limit=lower), f"allows {lower} tokens an answer: {named} lowered"
    meant = next((name for name in _LIMITS if name in request), named)
    other = _LIMITS[1 - _LIMITS.index(meant)]
    if meant not in known.renamed and named == meant:
        return replace(known, renamed={**known.renamed, meant: other}), f"does not take {meant}: sent as {other}"
    if meant in known.left_out:
        return None
    return replace(known, left_out=known.left_out | {meant}), f"does not take {meant} or {other}: left out"


def _smaller_number(refusal: Refusal, request: Mapping[str, Any], known: Adaptation) -> int | None:
    """The tokens that the endpoint allows an answer, by its message; `None` when that does not repeat our limit."""
    sent = known.apply(dict(request))
    limit = next((sent[name] for name in _LIMITS if name in sent), None)
    numbers = [int(number) for number in _NUMBER.findall(refusal.said)]
    if limit is None or limit not in numbers:
        return None
    numbers.remove(limit)
    for total in numbers:
        if total - limit in numbers:
            # "maximum context length is 4096 tokens, you requested 6100 (2004 in the messages, 4096 in the completion)"
            prompt = total - limit
            context = max((number for number in numbers if number not in (total, prompt)), default=0)
            return context - prompt if 0 < context - prompt < limit else None
    return max((number for number in numbers if 1 < number < limit), default=None)


def _without_strict(response_format: dict[str, Any]) -> dict[str, Any]:
    named = {name: value for name, value in response_format["json_schema"].items() if name != "strict"}
    return {**response_format, "json_schema": named}
