"""How many tokens a text has, about: the tokenisers of models differ, and most can only be had with the model."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

_PER_CHARACTER = (  # tokens a character, below each code point
    (0x0250, 0.275),  # Latin: almost four characters a token
    (0x0900, 0.45),  # Greek, Cyrillic, Hebrew, Arabic
    (0x2E80, 0.7),  # scripts of India and South-East Asia, and what is between
    (0x110000, 0.9),  # Chinese, Japanese, Korean, pictures
)
_PER_MESSAGE = 4  # the marks around it


def approximate_tokens(text: str) -> int:
    """The tokens of a text by its scripts.

    Against the counts that endpoints gave for the requests in `cassettes/` it is within a tenth (tests/client). It is
    for saying in advance what a run will take, not for a bill.

    >>> approximate_tokens("At least nine miners were killed on Monday.")
    12
    """
    if text.isascii():
        return round(len(text) * _PER_CHARACTER[0][1])
    counts = [0] * len(_PER_CHARACTER)
    for character in text:
        counts[next(n for n, (end, _) in enumerate(_PER_CHARACTER) if ord(character) < end)] += 1
    return round(sum(number * rate for number, (_, rate) in zip(counts, _PER_CHARACTER, strict=True)))


def request_tokens(request: Mapping[str, Any]) -> int:
    """The tokens of a request: its messages, and the schema of its answer, which most endpoints put before them."""
    messages = sum(approximate_tokens(message["content"]) + _PER_MESSAGE for message in request["messages"])
    schema = request.get("response_format")
    return messages + (approximate_tokens(json.dumps(schema, ensure_ascii=False)) if schema else 0)
