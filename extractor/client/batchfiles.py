"""Files of a batch: requests on their way to an endpoint's batch API, and what comes back.

The format is OpenAI's: one JSON object a line, joined by `custom_id`, here the key of the response store. A batch holds
at most 50,000 lines and 200 MB.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import IO, Any, Final

from extractor.errors import StoreError

MOST_LINES = 50_000
MOST_BYTES = 200_000_000
URL: Final = "/v1/chat/completions"


@dataclass(frozen=True, slots=True)
class BatchRequest:
    """A request under the key that its answer will have in the response store."""

    key: str
    body: Mapping[str, Any]

    def line(self) -> bytes:
        """Its line in an input file."""
        row = {"custom_id": self.key, "method": "POST", "url": URL, "body": self.body}
        try:
            return json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        except UnicodeEncodeError:  # half a surrogate pair: JSON can escape it, UTF-8 cannot hold it
            return json.dumps(row, separators=(",", ":")).encode() + b"\n"


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file of requests on this disk."""

    path: Path
    lines: int


@dataclass(frozen=True, slots=True)
class BatchLine:
    """What came back for one request.

    Attributes:
        key: its `custom_id`; empty for a line that cannot be read.
        body: the completion as text; `None` when there is none.
        status: the HTTP status that the request was answered with; `None` when it was not answered.
        request_id: the endpoint's name for the exchange; empty when it gives none.
        error: what the endpoint says went wrong; empty when nothing did.
    """

    key: str
    body: str | None = None
    status: int | None = None
    request_id: str = ""
    error: str = ""


def write_files(
    requests: Iterable[BatchRequest], folder: Path, *, most_lines: int = MOST_LINES, most_bytes: int = MOST_BYTES
) -> list[InputFile]:
    """Write requests into `part-001.jsonl`, `part-002.jsonl`... of a folder; each key once, each file within limits.

    Raises:
        StoreError: the folder cannot be written.
        ValueError: a single request is larger than a file may be.
    """
    made: list[InputFile] = []
    seen: set[str] = set()
    file: IO[bytes] | None = None
    lines = size = 0
    try:
        for request in requests:
            if request.key in seen:
                continue
            seen.add(request.key)
            line = request.line()
            if len(line) > most_bytes:
                msg = f"a request of {len(line):,} bytes is larger than a batch may be ({most_bytes:,})"
                raise ValueError(msg)
            if file is None or lines == most_lines or size + len(line) > most_bytes:
                if file is not None:
                    file.close()
                path = folder / f"part-{len(made) + 1:03d}.jsonl"
                file, lines, size = path.open("wb"), 0, 0
                made.append(InputFile(path, 0))
            file.write(line)
            lines, size = lines + 1, size + len(line)
            made[-1] = InputFile(made[-1].path, lines)
    except OSError as error:
        msg = f"the batch's files cannot be written to {folder}: {error.strerror or error}; choose another --cache"
        raise StoreError(msg) from error
    finally:
        if file is not None:
            file.close()
    return made


def keys_of(path: Path) -> Iterator[str]:
    """The keys of the requests in an input file."""
    with path.open("rb") as file:
        for line in file:
            yield str(json.loads(line)["custom_id"])


def read_line(text: str) -> BatchLine:
    """One line of an output or an error file; one without a key for a line that is not of the format.

    >>> read_line('{"custom_id": "k", "response": null, "error": {"code": "batch_expired", "message": "late"}}')
    BatchLine(key='k', body=None, status=None, request_id='', error='late')
    """
    try:
        row = json.loads(text)
    except (ValueError, RecursionError):
        return BatchLine("", error="a line that is not JSON")
    if not isinstance(row, dict) or not isinstance(row.get("custom_id"), str):
        return BatchLine("", error="a line without a custom_id")
    response, error = row.get("response"), row.get("error")
    key = row["custom_id"]
    if not isinstance(response, dict):
        return BatchLine(key, error=_message(error) or "no response and no error")
    status, body = response.get("status_code"), response.get("body")
    read = BatchLine(
        key,
        body=json.dumps(body, ensure_ascii=False, separators=(",", ":")) if isinstance(body, dict) else None,
        status=status if isinstance(status, int) else None,
        request_id=str(response.get("request_id") or ""),
        error=_message(error),
    )
    if read.status == HTTPStatus.OK and read.body is not None:
        return read
    said = read.error or (_message(body.get("error")) if isinstance(body, dict) else "") or f"status {read.status}"
    return BatchLine(key, None, read.status, read.request_id, said)


def _message(error: object) -> str:
    if isinstance(error, dict):
        return " ".join(str(error.get("message") or error.get("code") or "").split())
    return str(error) if error else ""
