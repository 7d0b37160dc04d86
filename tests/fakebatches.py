"""A batch API on loopback, in threads of this process: files and batches as OpenAI's, faults when told.

    with FakeBatches(answer=lambda body: "...") as server:
        ...server.url...; server.finish()

`broken` are HTTP statuses that the next calls get instead of an answer (`0` closes the connection after the deed is
done, so that the client cannot know). `error_every` puts each n-th request into the error file, `leave_out` drops the
keys named. `created` counts the batches that were made, `lines` the requests in them.
"""

from __future__ import annotations

import json
import re
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

Json = dict[str, Any]


def completion_of(content: str, model: str = "m") -> Json:
    """A completion that says `content`."""
    return {
        "id": "c",
        "object": "chat.completion",
        "created": 1,
        "model": model,
        "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": content}}],
        "usage": {"prompt_tokens": 10, "completion_tokens": 5, "total_tokens": 15},
    }


@dataclass
class FakeBatches:
    """The server, and what it has seen."""

    answer: Callable[[Json], str] = lambda _: "{}"
    broken: deque[int] = field(default_factory=deque)
    error_every: int = 0
    leave_out: set[str] = field(default_factory=set)
    ending: str = "completed"
    files: dict[str, bytes] = field(default_factory=dict)
    batches: dict[str, Json] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)
    lines: int = 0

    def __enter__(self) -> Self:
        self._lock = threading.Lock()
        handler = type("Handler", (_Handler,), {"fake": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def finish(self) -> None:
        """End every batch: answers into the output file, every n-th request into the error file."""
        for batch in self.batches.values():
            if batch["status"] == "in_progress":
                self._end(batch)

    def _end(self, batch: Json) -> None:
        good, bad = [], []
        for number, line in enumerate(self.files[batch["input_file_id"]].splitlines(), 1):
            row = json.loads(line)
            if row["custom_id"] in self.leave_out:
                continue
            if self.error_every and number % self.error_every == 0:
                body = {"error": {"message": "the server had an error", "code": "server_error"}}
                bad.append({"custom_id": row["custom_id"], "response": {"status_code": 500, "body": body}})
            else:
                body = completion_of(self.answer(row["body"]))
                response = {"status_code": 200, "request_id": f"r{number}", "body": body}
                good.append({"custom_id": row["custom_id"], "response": response, "error": None})
        # Endpoints give no order.
        for name, rows in (("output_file_id", good[::-1]), ("error_file_id", bad)):
            if rows:
                batch[name] = self.keep("".join(json.dumps(row) + "\n" for row in rows).encode())
        batch["status"] = self.ending
        batch["request_counts"] = {"total": len(good) + len(bad), "completed": len(good), "failed": len(bad)}

    def keep(self, data: bytes) -> str:
        """Store a file; its id."""
        with self._lock:
            name = f"file-{len(self.files) + 1}"
            self.files[name] = data
        return name

    def act(self, call: str, body: bytes, kind: str) -> Json | bytes | None:
        """Carry out a call; `None` for one that is unknown."""
        if call == "POST /v1/files":
            name = self.keep(_uploaded(body, kind))
            return {"id": name, "object": "file", "bytes": 1, "created_at": 1, "filename": "f", "purpose": "batch"}
        posts = {"POST /v1/chat/completions": self._complete, "POST /v1/batches": self._create}
        if call in posts:
            return posts[call](json.loads(body))
        if call == "GET /v1/batches":
            return {"object": "list", "data": list(self.batches.values()), "has_more": False}
        if found := re.fullmatch(r"GET /v1/files/(.+)/content", call):
            return self.files.get(found[1])
        return self.batches.get(call.removeprefix("GET /v1/batches/"))

    def _complete(self, asked: Json) -> Json:
        return completion_of(self.answer(asked))

    def _create(self, asked: Json) -> Json:
        name = f"batch-{len(self.batches) + 1}"
        self.lines += len(self.files[asked["input_file_id"]].splitlines())
        self.batches[name] = {
            "id": name,
            "object": "batch",
            "status": "in_progress",
            "created_at": 1,
            "endpoint": asked["endpoint"],
            "completion_window": asked["completion_window"],
            "input_file_id": asked["input_file_id"],
            "output_file_id": None,
            "error_file_id": None,
        }
        return self.batches[name]


def _uploaded(body: bytes, kind: str) -> bytes:
    """The file in a multipart body."""
    boundary = re.search(r'boundary="?([^";]+)', kind)[1].encode()
    part = next(part for part in body.split(b"--" + boundary) if b'name="file"' in part)
    return part.partition(b"\r\n\r\n")[2].removesuffix(b"\r\n")


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    fake: FakeBatches

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        call = f"{self.command} {self.path.partition('?')[0]}"
        self.fake.calls.append(call)
        broken = self.fake.broken.popleft() if self.fake.broken else 200
        if broken >= 400:
            self._send(broken, json.dumps({"error": {"message": f"fake {broken}"}}).encode())
            return
        made = self.fake.act(call, body, self.headers.get("content-type") or "")
        if broken == 0:
            self.close_connection = True
            return
        if made is None:
            self._send(404, json.dumps({"error": {"message": f"no {call} here"}}).encode())
        else:
            self._send(200, made if isinstance(made, bytes) else json.dumps(made).encode())

    do_GET = do_POST = _answer  # noqa: N815 - the library's names

    def _send(self, status: int, data: bytes) -> None:
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Be quiet."""
