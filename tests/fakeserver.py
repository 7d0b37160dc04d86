"""A model that fails on demand: an OpenAI-compatible server on loopback, in this process.

A fault is chosen by a marker in any message, `[[fault:429,ok]]` (the n-th request with that message takes the n-th
fault, the last repeats: safe under concurrency), then by the script, else `ok`:

    429 (Retry-After) | 429bare (without) | 429ms (retry-after-ms) | 429zero (of 0) | 429quota | 503wait (Retry-After)
    | any other status from 400 on | slow (half a second)
    | reset (RST, no answer) | cutbody (Content-Length too large, then close) | hang (never answers)
    | html (a gateway's page with status 200) | truncated (content cut, finish_reason stop)
    | length (cut, finish_reason length) | invalid_json | schema_invalid
    | reasoning_length (the limit spent on thoughts) | one_bad_claim (a second item with a label that is not offered)
    | prose, think, fence (the answer in them)
    | badquote | refusal | content_filter | empty (no choices) | null (no content) | disguised (an error in a 200)

Answers are made from the JSON schema of the request; string properties called `quote` are copied from the first line of
the last user message that is not a re-ask (`badquote`: words that stand nowhere).
"""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import json
import re
import socket
import struct
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import Any, Self

_MARK = re.compile(r"\[\[fault:([^\]]+)\]\]")
_REASK = "Correct your JSON"
_QUIRKS = Path(__file__).parent / "data" / "quirks.json"
_LIMIT = 64 * 2**20  # bytes of one request
_SLOW = 0.5  # seconds

Json = dict[str, Any]


class FakeClock:
    """Time that passes only when somebody waits; `waits` are the seconds, in order."""

    def __init__(self) -> None:
        self.time = 1000.0
        self.waits: list[float] = []

    def now(self) -> float:
        return self.time

    async def sleep(self, seconds: float) -> None:
        self.waits.append(round(seconds, 3))
        self.time += seconds
        await asyncio.sleep(0)


@dataclass(frozen=True)
class Received:
    """A request as it came in."""

    headers: dict[str, str]
    body: bytes
    fault: str

    @property
    def json(self) -> Json:
        return dict(json.loads(self.body))

    @property
    def contents(self) -> list[str]:
        return [message["content"] for message in self.json["messages"]]


@dataclass
class FakeServer:
    """`async with FakeServer() as server: ... server.url ...`; what it received is in `received`."""

    script: Iterable[str] = ()
    latency: float = 0.0
    retry_after: float = 1.0
    window: tuple[int, float] | None = None  # requests, and the seconds in which no more are answered
    clock: FakeClock | None = None  # of the window
    gzipped: bool = False
    answer: Callable[[Json], str] | None = None
    quirk: str = ""  # an endpoint of tests/data/quirks.json, whose refusals it plays
    received: list[Received] = field(default_factory=list)
    in_flight: int = 0
    peak: int = 0

    def __post_init__(self) -> None:
        self._script = deque(self.script)
        self._seen: dict[str, int] = defaultdict(int)
        self._answered: list[float] = []
        self._closing = asyncio.Event()
        self.hanging = asyncio.Event()  # set once a request is being left without an answer
        self._server: asyncio.Server | None = None
        self._handlers: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._handle, "127.0.0.1", 0, limit=_LIMIT)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._closing.set()
        if self._server is not None:
            self._server.close()
        for task in list(self._handlers):
            task.cancel()
        await asyncio.gather(*self._handlers, return_exceptions=True)

    @property
    def url(self) -> str:
        assert self._server is not None
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}/v1"

    @property
    def faults(self) -> Counter[str]:
        return Counter(item.fault for item in self.received)

    async def _handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._handlers.add(task)
        try:
            while await self._exchange(reader, writer):
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass  # the client went away, or the test is over
        finally:
            self._handlers.discard(task)
            writer.close()

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin1").split("\r\n")
        headers = {
            name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:] if ":" in line)
        }
        body = await reader.readexactly(int(headers.get("content-length", 0)))
        fault = self._fault(json.loads(body))
        received = Received(headers, body, fault)
        self.received.append(received)
        self.in_flight += 1
        self.peak = max(self.peak, self.in_flight)
        try:
            if self.latency:
                await asyncio.sleep(self.latency)
            return await self._respond(writer, received)
        finally:
            self.in_flight -= 1

    def _fault(self, request: Json) -> str:
        for message in request["messages"]:
            found = _MARK.search(message["content"])
            if found:
                digest = hashlib.sha256(message["content"].encode()).hexdigest()
                faults = found.group(1).split(",")
                self._seen[digest] += 1
                return faults[min(self._seen[digest], len(faults)) - 1].strip()
        if self.window is not None and self.clock is not None:
            most, seconds = self.window
            self._answered = [at for at in self._answered if self.clock.now() - at < seconds]
            if len(self._answered) >= most:
                return "429bare"
            self._answered.append(self.clock.now())
        return self._script.popleft() if self._script else "ok"

    async def _respond(self, writer: asyncio.StreamWriter, received: Received) -> bool:
        fault = received.fault
        if fault == "slow":
            await asyncio.sleep(_SLOW)
        if fault == "hang":
            self.hanging.set()
            await self._closing.wait()
            return False
        if fault == "reset":
            # Lingering for zero seconds makes the kernel send RST instead of FIN.
            writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            writer.transport.abort()
            return False
        refused = _refused(self.quirk, received.json) if self.quirk else None
        if fault[:3].isdigit():
            refused = {"status": int(fault[:3]), "body": _error(fault)}
        if refused is not None:
            self._send(writer, refused["status"], json.dumps(refused["body"]).encode(), self._waits(fault))
            return True
        if fault == "html":
            self._send(writer, 200, b"<html>gateway</html>", {"content-type": "text/html"})
            return True
        body = json.dumps(self._completion(received.json, fault, len(received.body))).encode()
        extra = {}
        if self.gzipped and "gzip" in received.headers.get("accept-encoding", ""):
            body, extra = gzip.compress(body, 1), {"content-encoding": "gzip"}
        self._send(writer, 200, body, extra, missing=500 if fault == "cutbody" else 0)
        if fault == "cutbody":
            await writer.drain()
            return False
        return True

    def _waits(self, fault: str) -> dict[str, str]:
        return {
            "429": {"retry-after": f"{self.retry_after:g}"},
            "429ms": {"retry-after-ms": f"{self.retry_after * 1000:g}"},
            "429zero": {"retry-after": "0"},
            "503wait": {"retry-after": f"{self.retry_after:g}"},
        }.get(fault, {})

    def _send(
        self, writer: asyncio.StreamWriter, status: int, body: bytes, extra: dict[str, str], missing: int = 0
    ) -> None:
        headers = {
            "content-type": "application/json",
            "x-request-id": f"req_{len(self.received)}",
            "openai-organization": "org-secret",
            "set-cookie": "__cf_bm=secret-cookie; path=/",
            "content-length": str(len(body) + missing),
            **extra,
        }
        lines = [f"HTTP/1.1 {status} {_phrase(status)}", *(f"{k}: {v}" for k, v in headers.items())]
        writer.write(("\r\n".join(lines) + "\r\n\r\n").encode() + body)

    def _completion(self, request: Json, fault: str, size: int) -> Json:
        if fault == "disguised":
            return {"error": {"code": 503, "message": "the provider is down"}}
        content = self.answer(request) if self.answer else _answer(request, fault)
        message: Json = {"role": "assistant", "content": None if fault == "null" else content, "refusal": None}
        if "tools" in request:
            function = {"name": request["tools"][0]["function"]["name"], "arguments": content}
            message |= {"content": None, "tool_calls": [{"id": "call_1", "type": "function", "function": function}]}
        if fault == "reasoning_length":
            message |= {"content": "", "reasoning_content": "Let me see."}
        if fault == "refusal":
            message |= {"content": None, "refusal": "I cannot help with that."}
        finish = "length" if fault == "reasoning_length" else fault if fault in ("length", "content_filter") else "stop"
        return {
            "id": f"chatcmpl-{len(self.received)}",
            "object": "chat.completion",
            "created": 1700000000,
            "model": request["model"],
            "choices": [] if fault == "empty" else [{"index": 0, "message": message, "finish_reason": finish}],
            "usage": {
                "prompt_tokens": size // 4,
                "completion_tokens": len(content) // 4,
                "total_tokens": size // 4 + len(content) // 4,
            },
        }


def _phrase(status: int) -> str:
    return HTTPStatus(status).phrase if status in set(HTTPStatus) else "Overloaded"  # 529, Anthropic's own


def _error(fault: str) -> Json:
    code = "insufficient_quota" if fault == "429quota" else None
    return {"error": {"message": f"fake {fault}", "type": code or "fake_error", "param": None, "code": code}}


def _answer(request: Json, fault: str) -> str:
    if fault == "schema_invalid":
        return '{"unexpected": true}'
    asked = [message["content"] for message in request["messages"] if message["role"] == "user"]
    source = [content for content in asked if not content.startswith(_REASK)][-1]
    schema = _schema(request)
    quote = "these words are in no article" if fault == "badquote" else " ".join(source.split("\n")[0].split()[:6])
    filled = _fill(schema, schema, quote)
    if fault == "one_bad_claim":
        filled = _with_a_bad_claim(filled)
    content = json.dumps(filled, ensure_ascii=False)
    if fault in _AROUND:
        return _AROUND[fault].replace("ANSWER", content)
    if fault in ("truncated", "length", "content_filter"):
        return content[: len(content) * 2 // 3]
    return "Sure! Here it is: " + content[:-1] if fault == "invalid_json" else content


def _refused(quirk: str, request: Json) -> Json | None:
    """The first refusal of an endpoint that fits the request: `has` is a name in it, or a type of response_format."""
    has = {*request, f"response_format {request.get('response_format', {}).get('type')}"}
    rows: list[Json] = json.loads(_QUIRKS.read_text(encoding="utf-8"))[quirk]
    return next((row for row in rows if row["has"] in has), None)


def _schema(request: Json) -> Json:
    """The schema of the answer, wherever the mode puts it."""
    if "tools" in request:
        return dict(request["tools"][0]["function"]["parameters"])
    if "json_schema" in request.get("response_format", {}):
        return dict(request["response_format"]["json_schema"]["schema"])
    return dict(json.loads(request["messages"][0]["content"].rsplit("\n", 1)[1]))


_AROUND = {
    "prose": 'Sure! For example {"claims": []} would be an answer. The real one: ANSWER\nI hope {that} helps.',
    "think": '<think>\nMaybe {"claims": [{"quote": "a draft"}]}? No.\n</think>\nANSWER',
    "fence": "Here it is:\n```json\nANSWER\n```\nOne more:\n```text\n[sic]\n```",
}


def _with_a_bad_claim(filled: Json) -> Json:
    """Two items more in the first list: one with a label that is not offered, one without a fault."""
    name = next(name for name, part in filled.items() if isinstance(part, list))
    items = filled[name]
    return filled | {name: [*items, items[0] | {"event_type": [{"value": "terror", "quote": "x"}]}, items[0]]}


def _fill(schema: Json, root: Json, quote: str, name: str = "", depth: int = 0) -> Any:
    """An instance of a schema: the first alternative, the first member, one item."""
    if "$ref" in schema:
        return _fill(root["$defs"][schema["$ref"].rsplit("/", 1)[1]], root, quote, name, depth + 1)
    for keyword in ("anyOf", "const", "enum"):
        if keyword in schema:
            first = schema[keyword] if keyword == "const" else schema[keyword][0]
            return _fill(first, root, quote, name, depth + 1) if keyword == "anyOf" else first
    if schema.get("type") == "object":
        return {key: _fill(part, root, quote, key, depth + 1) for key, part in schema.get("properties", {}).items()}
    if schema.get("type") == "array":
        return [_fill(schema.get("items", {}), root, quote, name, depth + 1)] if depth < 12 else []
    if schema.get("type") == "string":
        return quote if name == "quote" else name
    return {"integer": 1, "number": 0.5, "boolean": True}.get(schema.get("type", ""))
