"""Prompts and messages: plain text, versioned by content, never a template.

A prompt is a Markdown file cut at its level-one headings:

    # system                what the model is told, once, first
    # example user          a worked example, in pairs, in the order of the file
    # example assistant
    # before                put in front of every text, on lines of its own (optional)
    # after                 put behind every text (optional)

Text above the first heading is a note for the reader of the file; it is hashed and not sent. The text of an article is
only ever *concatenated*: braces, percent signs and headings in it mean nothing.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from extractor.errors import RegistryError

_HEADING = re.compile(r"^#[ \t]+(.*?)[ \t]*$", re.MULTILINE)
_SURROGATE = re.compile("[\ud800-\udfff]")


class Role(StrEnum):
    """Who speaks (the chat protocol's names)."""

    SYSTEM = "system"
    USER = "user"
    ASSISTANT = "assistant"


_SPEAKERS = {"system": Role.SYSTEM, "example user": Role.USER, "example assistant": Role.ASSISTANT}
_AROUND = ("before", "after")


@dataclass(frozen=True, slots=True)
class Message:
    """One turn of a conversation."""

    role: Role
    content: str

    def as_sent(self) -> dict[str, str]:
        """The turn as the protocol has it.

        A lone surrogate cannot be written in UTF-8 and becomes U+FFFD, one for one, so offsets into the text hold.

        >>> Message(Role.USER, "57 {{dead}}").as_sent()
        {'role': 'user', 'content': '57 {{dead}}'}
        """
        return {"role": self.role.value, "content": _SURROGATE.sub("\ufffd", self.content)}


@dataclass(frozen=True, slots=True)
class Prompt:
    r"""A prompt file, read.

    `turns` are the system message and the examples, in order. `before` and `after` surround each text, empty when the
    file has no such section. `sha256` is that of the file's text in UTF-8 with `\n` line ends, so that a checkout with
    other line ends is the same version.
    """

    name: str
    turns: tuple[Message, ...]
    before: str
    after: str
    sha256: str


def parse_prompt(name: str, text: str) -> Prompt:
    r"""Read a prompt out of the text of its file.

    Args:
        name: what the prompt is called in outputs and error messages.
        text: the whole file.

    Raises:
        RegistryError: listing every problem of the file, not the first alone.

    >>> prompt = parse_prompt("count", "# system\nFind the dead.\n\n# before\nText:\n")
    >>> [turn.content for turn in prompt.turns], prompt.before
    (['Find the dead.'], 'Text:')
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    sections = _sections(text)
    problems = _problems(sections)
    if problems:
        listed = "; ".join(problems)
        msg = f"prompt {name!r}: {listed}. Sections are level-one headings; use ## for a heading inside one."
        raise RegistryError(msg)
    around = {heading: body for heading, body in sections if heading in _AROUND}
    return Prompt(
        name=name,
        turns=tuple(Message(_SPEAKERS[heading], body) for heading, body in sections if heading in _SPEAKERS),
        before=around.get("before", ""),
        after=around.get("after", ""),
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
    )


def read_prompt(path: Path) -> Prompt:
    """Read a prompt file; its name is the file's without the suffix.

    Raises:
        RegistryError: the file cannot be read, or is not a prompt.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        msg = f"prompt {path} cannot be read: {error}. Prompts are text files in UTF-8."
        raise RegistryError(msg) from error
    return parse_prompt(path.stem, text)


def _sections(text: str) -> list[tuple[str, str]]:
    headings = list(_HEADING.finditer(text))
    ends = [*(heading.start() for heading in headings), len(text)][1:]
    return [
        (heading.group(1).lower(), text[heading.end() : end].strip())
        for heading, end in zip(headings, ends, strict=True)
    ]


def _problems(sections: Sequence[tuple[str, str]]) -> list[str]:
    names = [name for name, _ in sections]
    known = (*_SPEAKERS, *_AROUND)
    found = [f"unknown section {name!r} (known: {', '.join(known)})" for name in names if name not in known]
    found += [f"section {name!r} is empty" for name, body in sections if not body]
    found += [f"section {name!r} stands {names.count(name)} times" for name in _AROUND if names.count(name) > 1]
    if names.count("system") != 1:
        found.append(f"one system section is needed, there are {names.count('system')}")
    speakers = [name for name in names if name in _SPEAKERS]
    if "system" in speakers[1:]:
        found.append("the system section comes first")
    examples = [name for name in speakers if name != "system"]
    if examples != ["example user", "example assistant"] * (len(examples) // 2):
        found.append("examples come in pairs, user then assistant")
    return found


def build_messages(prompt: Prompt, user_text: str) -> tuple[Message, ...]:
    r"""The conversation that asks a prompt about a text.

    The text goes in unchanged, as the last message, between the prompt's `before` and `after`.

    >>> build_messages(parse_prompt("count", "# system\nFind the dead."), "{{7*7}} died")[-1]
    Message(role=<Role.USER: 'user'>, content='{{7*7}} died')
    """
    content = user_text
    if prompt.before:
        content = f"{prompt.before}\n{content}"
    if prompt.after:
        content = f"{content}\n{prompt.after}"
    return (*prompt.turns, Message(Role.USER, content))


def canonical_json(value: Any) -> str:
    r"""JSON with sorted keys, no spaces and ASCII only: equal values give equal bytes on every machine.

    >>> canonical_json({"b": 1, "a": "é"})
    '{"a":"\\u00e9","b":1}'
    """
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)


def request_fingerprint(request: Mapping[str, Any], *, endpoint: str | None = None) -> str:
    """SHA-256 of what is asked, in hexadecimal: model, messages, response format, temperature, seed, token limit.

    Args:
        request: the body of the request; never the key or the headers.
        endpoint: who is asked, when that matters. The response store passes it, because the same model name on two
            servers need not be the same model (llama.cpp serves whatever it was started with under any name). A replay
            leaves it out: the cassette was recorded somewhere else on purpose.
    """
    asked: dict[str, Any] = {"request": request}
    if endpoint is not None:
        asked["endpoint"] = endpoint
    return hashlib.sha256(canonical_json(asked).encode("ascii")).hexdigest()
