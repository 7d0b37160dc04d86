"""The ways to ask for an answer of a given shape, from the strictest to none, and the request that each makes."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Any

Body = dict[str, Any]

_INSTRUCTION = "Answer with one JSON object and nothing else. It must match this JSON schema:\n"


class Mode(StrEnum):
    """How an endpoint is made to answer in a response model's shape."""

    JSON_SCHEMA = "json_schema"  # strict structured output: the endpoint enforces the schema
    TOOLS = "tools"  # the answer is the arguments of a function that the model must call
    JSON_OBJECT = "json_object"  # some JSON object; the schema is in the conversation
    TEXT = "text"  # any text; the schema is in the conversation

    @property
    def weaker(self) -> Mode | None:
        """The next way to try where this one is unknown; `None` after the last."""
        modes = list(Mode)
        place = modes.index(self) + 1
        return modes[place] if place < len(modes) else None


PARAMETERS = frozenset({"response_format", "tools", "tool_choice"})
"""The parts of a request that a mode makes; a refusal of one of them is a refusal of the mode."""


def in_mode(request: Body, mode: Mode) -> Body:
    """A request for strict structured output as `mode` makes it; the argument is left as it is.

    Args:
        request: the request as it is meant, with the `response_format` that `extractor.client.schema` makes.
        mode: how to ask.
    """
    if mode is Mode.JSON_SCHEMA:
        return request
    asked = {name: value for name, value in request.items() if name != "response_format"}
    named = request["response_format"]["json_schema"]
    if mode is Mode.TOOLS:
        function = {"name": named["name"], "parameters": named["schema"]}
        return {
            **asked,
            "tools": [{"type": "function", "function": function}],
            "tool_choice": {"type": "function", "function": {"name": named["name"]}},
        }
    asked["messages"] = _with_schema(request["messages"], named["schema"])
    if mode is Mode.JSON_OBJECT:
        asked["response_format"] = {"type": "json_object"}
    return asked


def _with_schema(messages: list[Body], schema: Body) -> list[Body]:
    """The conversation with the schema at the end of its system message, away from the article's text."""
    said = _INSTRUCTION + json.dumps(schema, ensure_ascii=False, separators=(",", ":"))
    if messages and messages[0]["role"] == "system":
        return [{**messages[0], "content": f"{messages[0]['content']}\n\n{said}"}, *messages[1:]]
    return [{"role": "system", "content": said}, *messages]
