"""Cassettes: recorded conversations with a model, played back without key or network.

A set of cassettes is a folder of files `001.json`, `002.json`, ..., each at most `LARGEST` interactions in vcrpy's
format, which says in its `metadata` what it was recorded from. The playing and recording themselves are in `tape`,
because vcrpy takes half a second to import.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter, ValidationError

from extractor.client.completions import read_completion
from extractor.client.failures import TryFailed
from extractor.client.options import ModelOptions
from extractor.errors import UsageError
from extractor.prompting import canonical_json

if TYPE_CHECKING:
    from extractor.client.tape import Replay

LARGEST = 90  # interactions in one file; reviewers open these, and vcrpy's look-up slows down with the number
KEPT_HEADERS = ("accept", "content-type")  # of requests and responses; all others are left out, secret or not
HOST = "https://model"  # stands for every endpoint, so that a replay depends on no host and no port

_SECRETS = re.compile(
    r"\bsk-[A-Za-z0-9_-]{8,}|\bBearer\s+[A-Za-z0-9._-]{8,}|\bAKIA[0-9A-Z]{16}\b|__cf_bm|[\"']api[-_]?key[\"']",
    re.IGNORECASE,
)
_OWN_PATHS = re.compile(r"(?<![\w/.])/(?:home|root|Users|tmp|var|mnt|work|workspace)/[\w.-]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingOrigin:
    """What a cassette was recorded from.

    `endpoint` is a host's name or `loopback`. `sampling` are the numbers sent with every request, which a replay must
    send again; so are the `mode` and the `extra` members of the body. `notes` are the caller's (strategy, prompt), for
    whoever replays.
    """

    model: str
    recorded: str
    endpoint: str
    sampling: Mapping[str, float | int] = field(default_factory=dict)
    max_reasks: int = 2
    notes: Mapping[str, str] = field(default_factory=dict)
    mode: str = "auto"
    extra: Mapping[str, Any] = field(default_factory=dict)

    def options(self) -> ModelOptions:
        """The options with which a replay makes the same requests; no key, no endpoint.

        >>> origin = RecordingOrigin(model="m", recorded="2026-11-21", endpoint="loopback", sampling={"max_tokens": 9})
        >>> origin.options().max_tokens
        9
        """
        sent = self.sampling
        longer = "max_completion_tokens" in sent
        limit = sent.get("max_completion_tokens" if longer else "max_tokens")
        seed = sent.get("seed")
        return ModelOptions(
            model=self.model,
            temperature=sent.get("temperature"),
            seed=None if seed is None else int(seed),
            max_tokens=None if limit is None else int(limit),
            token_parameter="max_completion_tokens" if longer else "max_tokens",
            max_reasks=self.max_reasks,
            mode=self.mode,
            extra=self.extra,
        )


def origin_of(options: ModelOptions, recorded: date, notes: Mapping[str, str] | None = None) -> RecordingOrigin:
    """The origin of a recording made with these options on that day."""
    return RecordingOrigin(
        model=options.model,
        recorded=recorded.isoformat(),
        endpoint=options.endpoint_kind,
        sampling=options.sampling(),
        max_reasks=options.max_reasks,
        notes=dict(notes or {}),
        mode=options.mode,
        extra=options.extra,
    )


def origin_data(origin: RecordingOrigin) -> dict[str, Any]:
    """An origin as plain data."""
    return {name: dict(value) if isinstance(value, Mapping) else value for name, value in asdict(origin).items()}


def cassette_files(path: Path) -> tuple[Path, ...]:
    """The cassettes at a path: the file itself, or every `.json` below a folder, in the order of their names.

    Raises:
        UsageError: there are none.
    """
    files = (path,) if path.is_file() else tuple(sorted(path.rglob("*.json"))) if path.is_dir() else ()
    if not files:
        msg = f"no cassettes at {path}: give a recorded file or a folder of them to --replay, or record some"
        raise UsageError(msg)
    return files


def read_cassette(path: Path) -> dict[str, Any]:
    """The data of a cassette file; plain JSON, so that reading one runs nothing.

    Raises:
        UsageError: it is not a cassette.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        msg = f"cassette {path} cannot be read: {error}. Record it again."
        raise UsageError(msg) from error
    interactions = data.get("interactions") if isinstance(data, dict) else None
    if not isinstance(interactions, list) or not all(_is_interaction(item) for item in interactions):
        msg = f"cassette {path} is not a cassette of ours: it has no list of requests with responses. Record it again."
        raise UsageError(msg)
    return dict(data)


def _is_interaction(item: Any) -> bool:
    try:
        request, response = item["request"], item["response"]
        return (
            all(isinstance(request[name], str) for name in ("method", "uri", "body"))
            and isinstance(request["headers"], dict)
            and isinstance(response["body"]["string"], str)
            and isinstance(response["status"]["code"], int)
            and isinstance(response["headers"], dict)
        )
    except (KeyError, TypeError):
        return False


def read_origin(path: Path) -> RecordingOrigin:
    """What the cassettes at a path were recorded from.

    Raises:
        UsageError: they do not say, or were not all recorded from the same.
    """
    found: dict[str, RecordingOrigin] = {}
    for file in cassette_files(path):
        said = read_cassette(file).get("metadata")
        try:
            # The constructor refuses keys that it does not know, the adapter values of other types.
            origin = (
                TypeAdapter(RecordingOrigin).validate_python(asdict(RecordingOrigin(**said)))
                if isinstance(said, dict)
                else None
            )
        except (TypeError, ValidationError):
            origin = None
        if origin is None:
            msg = f"cassette {file} does not say what it was recorded from: record it again"
            raise UsageError(msg)
        # The day may differ: a recording can be completed later.
        found.setdefault(canonical_json({**origin_data(origin), "recorded": ""}), origin)
    if len(found) > 1:
        listed = ", ".join(f"{origin.model} {dict(origin.notes)}" for origin in found.values())
        msg = f"the cassettes at {path} were recorded in different ways ({listed}): replay one set at a time"
        raise UsageError(msg)
    return next(iter(found.values()))


def inspect_cassettes(path: Path) -> list[str]:
    """What is wrong with the cassettes at a path, in words; empty when they may be published.

    Size, origin, secrets, headers, paths of the recording machine, requests twice, responses that are not completions.
    Whether all are played is for `Replay.unplayed` after a run.
    """
    problems: list[str] = []
    seen: dict[str, str] = {}
    for file in cassette_files(path):
        try:
            data = read_cassette(file)
            read_origin(file)
        except UsageError as error:
            problems.append(str(error))
            continue
        interactions = data["interactions"]
        if not 0 < len(interactions) <= LARGEST:
            problems.append(f"{file.name}: {len(interactions)} interactions, not between 1 and {LARGEST}")
        text = file.read_text(encoding="utf-8")
        problems += [f"{file.name}: looks like a secret: {found[:12]}..." for found in _SECRETS.findall(text)]
        problems += [f"{file.name}: a path of the recording machine: {found}" for found in _OWN_PATHS.findall(text)]
        for index, interaction in enumerate(interactions):
            where = f"{file.name}#{index}"
            problems += [f"{where}: {fault}" for fault in _faults(interaction)]
            key = canonical_json([interaction["request"]["uri"], interaction["request"]["body"]])
            if key in seen:
                problems.append(f"{where}: the same request as {seen[key]}; only one is ever played")
            seen.setdefault(key, where)
    return problems


def _faults(interaction: dict[str, Any]) -> Iterator[str]:
    request, response = interaction["request"], interaction["response"]
    for side in (request, response):
        extra = sorted({name.lower() for name in side["headers"]} - set(KEPT_HEADERS))
        if extra:
            yield f"headers that are not kept: {', '.join(extra)}"
    if not request["uri"].startswith(f"{HOST}/"):
        yield f"names an endpoint: {request['uri']}"
    if response["status"]["code"] != 200:  # noqa: PLR2004 - HTTP's OK
        yield f"a failure was recorded: status {response['status']['code']}"
    try:
        read_completion(response["body"]["string"])
    except TryFailed as error:
        yield str(error)


@contextmanager
def replaying(path: Path) -> Iterator[Replay]:
    """Answer every request from the cassettes at a path, of which there may be several files, and from nothing else.

    Use it around the whole life of a `Client` that has no store. A request that was not recorded is `NotRecorded`.

    Yields:
        Says afterwards what was played, and what was not.

    Raises:
        UsageError: there is no cassette, or they cannot be read.
    """
    from extractor.client.tape import play  # noqa: PLC0415 - vcrpy: half a second

    with play(path) as replay:
        yield replay


@contextmanager
def recording(folder: Path, origin: RecordingOrigin) -> Iterator[None]:
    """Record every completion into a folder of cassettes.

    What the folder already holds is played, not asked again, so an interrupted recording can be taken up. When the
    block ends well, interactions that were not used in it are dropped: what is left is exactly one run.
    Use it around the life of a `Client` that has no store (what a store answers is never recorded).

    Raises:
        UsageError: the folder holds recordings of another origin, or files that are not cassettes.
    """
    from extractor.client.tape import record  # noqa: PLC0415 - vcrpy: half a second

    with record(folder, origin):
        yield
