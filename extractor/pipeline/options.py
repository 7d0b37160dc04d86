"""What a run is asked to do, and what comes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extractor.eventrecords import EventRecord
from extractor.fusion import Rule


@dataclass(frozen=True, slots=True)
class ExtractOptions:
    """How articles become claims.

    Attributes:
        model: the model's name at the endpoint; with `replay`, `None` takes the one that was recorded.
        base_url: an OpenAI-compatible endpoint; `None` means OpenAI.
        api_key: the key; never written anywhere.
        replay: a cassette or a folder of cassettes to answer from; no key and no network are used.
        record: a folder to record cassettes into.
        strategy: `article`, `passage`, `reader` or `auto` (by the model).
        schema: name of the claim schema. prompt: name of the prompt; `None` is `<schema>-<strategy>`.
        concurrency: articles under way at once.
        recheck: ask the model once more about the sentences whose figures no claim covers.
        cache: folder of the response store; `None` is the user's cache folder.
    """

    model: str | None = None
    base_url: str | None = None
    api_key: str | None = field(default=None, repr=False)
    replay: Path | None = None
    record: Path | None = None
    strategy: str = "auto"
    schema: str = "event"
    prompt: str | None = None
    concurrency: int = 8
    requests_per_minute: float | None = None
    recheck: bool = False
    cache: Path | None = None
    timeout: float = 120.0


@dataclass(frozen=True, slots=True)
class RunOptions:
    """A whole run: what to read, how to extract, how to fuse, where to write."""

    paths: tuple[str, ...]
    out: Path | None = None
    manifest: Path | None = None
    extract: ExtractOptions = field(default_factory=ExtractOptions)
    rule: Rule = Rule.MAJORITY


@dataclass(frozen=True, slots=True)
class MergeOptions:
    """Claims from anywhere to events; no model."""

    claims: tuple[str, ...]
    articles: tuple[str, ...]
    out: Path | None = None
    manifest: Path | None = None
    schema: str = "event"
    rule: Rule = Rule.MAJORITY


@dataclass(frozen=True, slots=True)
class Progress:
    """One article is done. `total` is `None` while it is not known; `problem` says what failed, if anything."""

    done: int
    total: int | None
    document: str
    problem: str | None = None


Watcher = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class RunResult:
    """What came of a run. `summary` is what `run.json` holds; `failures` its rows of what could not be used."""

    events: tuple[EventRecord, ...]
    summary: dict[str, Any]
    failures: tuple[dict[str, Any], ...]
    warnings: tuple[dict[str, Any], ...] = ()
    out: Path | None = None
