"""vcrpy, made to fit. Heavy (half a second): imported when something is played or recorded."""

from __future__ import annotations

import copy
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from vcr.cassette import Cassette
from vcr.filters import decode_response
from vcr.persisters.filesystem import CassetteNotFoundError
from vcr.record_mode import RecordMode
from vcr.request import Request
from vcr.serialize import deserialize, serialize

from extractor.client.cassettes import (
    HOST,
    KEPT_HEADERS,
    LARGEST,
    RecordingOrigin,
    cassette_files,
    origin_data,
    read_cassette,
    read_origin,
)
from extractor.client.completions import read_completion
from extractor.client.failures import TryFailed
from extractor.errors import UsageError
from extractor.prompting import canonical_json

_SAVED_EVERY = 10  # interactions: what a killed recording loses at most
_OK = 200
_Key = tuple[str, str, str]


class _Json:
    """JSON that a person can review and a version control system can compare."""

    @staticmethod
    def serialize(data: dict[str, Any]) -> str:
        return json.dumps(data, indent=1, ensure_ascii=False, sort_keys=True) + "\n"

    @staticmethod
    def deserialize(text: str) -> Any:
        return json.loads(text)


class _Folder:
    """A set of cassettes on disk. vcrpy's own persister reads with the locale's encoding, and one file only."""

    def __init__(self, origin: RecordingOrigin | None = None) -> None:
        self._origin = origin
        self.places: list[str] = []  # where each loaded interaction stands, in order

    def load_cassette(self, path: Path, serializer: type[_Json]) -> tuple[list[Request], list[dict[str, Any]]]:
        if not path.is_file() and not any(path.rglob("*.json")):
            raise CassetteNotFoundError
        requests, responses = [], []
        for file in cassette_files(path):
            read_cassette(file)  # our own checks and message
            found = deserialize(file.read_text(encoding="utf-8"), serializer)
            requests += found[0]
            responses += found[1]
            self.places += [f"{file.name}#{index}" for index in range(len(found[0]))]
        return requests, responses

    def save_cassette(self, path: Path, data: dict[str, list[Any]], serializer: type[_Json]) -> None:
        # Sorted: concurrent answers arrive in any order, and recording twice should change only what did change.
        pairs = sorted(zip(data["requests"], data["responses"], strict=True), key=lambda pair: _key(pair[0]))
        path.mkdir(parents=True, exist_ok=True)
        kept = set()
        for number, start in enumerate(range(0, len(pairs), LARGEST), 1):
            chunk = pairs[start : start + LARGEST]
            text = serialize(
                {
                    "requests": [request for request, _ in chunk],
                    # vcrpy turns the bodies to text in place; the ones in memory are still to be played.
                    "responses": copy.deepcopy([response for _, response in chunk]),
                    "metadata": origin_data(self._origin) if self._origin else {},
                },
                serializer,
            )
            file = path / f"{number:03}.json"
            partial = file.with_suffix(".partial")
            partial.write_text(text, encoding="utf-8", newline="\n")
            os.replace(partial, file)  # noqa: PTH105 - the name by which atomic replacement is known
            kept.add(file.name)
        for file in sorted(path.glob("[0-9][0-9][0-9].json")):
            if file.name not in kept:
                file.unlink()


class _Tape(Cassette):  # type: ignore[misc]  # vcrpy has no types
    """vcrpy's cassette with an index.

    vcrpy compares a request with every recorded one, several times, with every matcher: quadratic in the run. It does
    so in `_responses`, which this replaces by one look-up. What matches is its method, path and body, the body as
    canonical JSON: an upgrade of openai may reorder the keys of a request without changing what is asked.
    """

    def __init__(self, *args: Any, **settings: Any) -> None:
        self._where: dict[_Key, list[int]] = {}
        self._recorded = 0
        self._loaded = False
        self.data: list[tuple[Request, dict[str, Any]]] = []
        super().__init__(*args, **settings)

    def _load(self) -> None:
        super()._load()
        self._loaded = True

    def append(self, request: Request, response: dict[str, Any]) -> None:
        before = len(self.data)
        super().append(request, response)
        if len(self.data) > before:
            self._where.setdefault(_key(self.data[-1][0]), []).append(before)
            self._recorded += self._loaded
            if self._loaded and self._recorded % _SAVED_EVERY == 0:
                self._save(force=True)

    def _responses(self, request: Request) -> Iterator[tuple[int, dict[str, Any]]]:
        for index in self._where.get(_key(self._before_record_request(request)), ()):
            yield index, self.data[index][1]

    def find_requests_with_most_matches(self, request: Request) -> list[Any]:
        """None: vcrpy would compare with everything, for a message that shows the article's text."""
        del request
        return []

    def drop_unused(self, loaded: int) -> None:
        """Forget loaded interactions that were not played."""
        self.data = [pair for index, pair in enumerate(self.data) if index >= loaded or self.play_counts[index]]
        self.dirty = True


def _key(request: Request) -> _Key:
    body = request.body or b""
    try:
        asked = canonical_json(json.loads(body))
    except (ValueError, RecursionError):
        asked = body.decode("utf-8", "replace") if isinstance(body, bytes) else str(body)
    return request.method, request.uri, asked


def _scrubbed_request(request: Request) -> Request:
    path = urlsplit(request.uri).path
    return Request(request.method, f"{HOST}{path}", request.body, _kept(request.headers.items()))


def _scrubbed_response(response: dict[str, Any]) -> dict[str, Any] | None:
    """A completion without its headers; None, which records nothing, for anything that is not a completion."""
    response = decode_response(response)
    if response["status"]["code"] != _OK:
        return None
    try:
        read_completion(response["body"]["string"].decode("utf-8", "replace"))
    except TryFailed:
        return None
    return {**response, "headers": _kept(response["headers"].items())}


def _kept(headers: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    return {name.lower(): value for name, value in headers if name.lower() in KEPT_HEADERS}


def _tape(path: Path, folder: _Folder, mode: RecordMode) -> Any:
    recorder = mode is not RecordMode.NONE
    return _Tape.use(
        path=path,
        serializer=_Json,
        persister=folder,
        record_mode=mode,
        before_record_request=_scrubbed_request,
        before_record_response=_scrubbed_response if recorder else None,
        # The same article twice in one folder asks the same twice.
        allow_playback_repeats=True,
        record_on_exception=recorder,
    )


@dataclass(frozen=True, slots=True)
class Replay:
    """A replay under way, or over."""

    origin: RecordingOrigin
    _cassette: _Tape
    _places: tuple[str, ...]

    @property
    def played(self) -> int:
        """Answers given, repeats included."""
        return int(self._cassette.play_count)

    @property
    def unplayed(self) -> tuple[str, ...]:
        """Interactions that nothing asked for so far, as `file#index`."""
        return tuple(place for index, place in enumerate(self._places) if not self._cassette.play_counts[index])


@contextmanager
def play(path: Path) -> Iterator[Replay]:
    """See `cassettes.replaying`."""
    origin = read_origin(path)
    folder = _Folder()
    with _tape(path, folder, RecordMode.NONE) as cassette:
        yield Replay(origin, cassette, tuple(folder.places))


@contextmanager
def record(path: Path, origin: RecordingOrigin) -> Iterator[None]:
    """See `cassettes.recording`."""
    if path.is_file():
        msg = f"{path} is a file: recordings go into a folder"
        raise UsageError(msg)
    if path.is_dir() and any(path.rglob("*.json")):
        before = origin_data(read_origin(path))
        if {**before, "recorded": ""} != {**origin_data(origin), "recorded": ""}:
            msg = f"{path} was recorded from {before['model']} in another way: give an empty folder, or remove it first"
            raise UsageError(msg)
    with _tape(path, _Folder(origin), RecordMode.NEW_EPISODES) as cassette:
        loaded = len(cassette)
        yield
        cassette.drop_unused(loaded)
