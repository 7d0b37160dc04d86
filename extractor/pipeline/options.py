"""What a run is asked to do, and what comes back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extractor.client.options import OUTCOMES
from extractor.client.traffic import Traffic
from extractor.errors import UsageError
from extractor.extraction.strategies import Strategy
from extractor.records import CheckedClaim
from extractor.records.events import EventRecord, Rule
from extractor.records.groups import Linked
from extractor.records.run import RunRecord, Usage

DEFAULT_MAX_TOKENS = 8192  # reasoning models spend thousands before they begin to answer


@dataclass(frozen=True, slots=True)
class RunOptions:
    """A run: what to read, whom to ask and how, where to write.

    Attributes:
        paths: articles: files, folders, patterns, `-`.
        out: the output folder; `None` writes nothing.
        manifest: metadata by file name; `None` looks beside the files.
        model: the model's name at the endpoint, or `provider/model` without a `base_url` (`ollama/qwen2.5:7b`); with
            `replay`, `None` takes the one that was recorded.
        base_url: an OpenAI-compatible endpoint; `None` means OpenAI, or the provider that `model` names.
        api_key: the key; `None` takes it from the environment variable of a provider that `model` names. Never written.
        mode: how the shape of an answer is asked for: `json_schema`, `tools`, `json_object`, `text`, or `auto` (the
            strictest that the endpoint takes).
        max_tokens: the longest answer; `None` sends no limit.
        temperature, seed: `None` sends none.
        timeout: seconds without an answer after which a try counts as failed.
        headers: sent with every request beside our own; never written.
        extra_body: further members of every request's body.
        ask_again: of `refused`, `cut` and `failed`: asks anew about stored answers that ended so; a better one replaces
            the stored one.
        replay: a cassette or a folder of cassettes to answer from; no key and no network are used.
        record: a folder to record cassettes into; answers then come from the endpoint, not from the cache.
        strategy: `article`, `passage`, `reader` (no model) or `auto` (what was recorded, else by the model's size).
        schema: name of the claim schema.
        prompt: name of the prompt; `None` is `<schema>-<strategy>`.
        concurrency: articles and calls under way at once.
        requests_per_minute, tokens_per_minute: `None` for no limit.
        recheck: ask once more about the sentences whose figures no claim covers.
        max_cost, max_calls, max_failures: dollars, requests on the wire and failed questions at which nothing more is
            sent; `None` for any number.
        price: what a million prompt tokens and a million completion tokens cost, in US dollars; `None`
            takes genai-prices' list.
        cache: folder of the response store; `None` is the user's cache folder.
        rule: how `best` is chosen.

    Raises:
        UsageError: a strategy or rule that is not known, or a concurrency below 1.
    """

    paths: tuple[str, ...] = ()
    out: Path | None = None
    manifest: Path | None = None
    model: str | None = None
    base_url: str | None = None
    api_key: str | None = field(default=None, repr=False)
    mode: str = "auto"
    max_tokens: int | None = DEFAULT_MAX_TOKENS
    temperature: float | None = 0.0
    seed: int | None = 0
    timeout: float = 300.0
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    extra_body: Mapping[str, Any] = field(default_factory=dict)
    ask_again: tuple[str, ...] = ()
    replay: Path | None = None
    record: Path | None = None
    strategy: str = "auto"
    schema: str = "event"
    prompt: str | None = None
    concurrency: int = 8
    requests_per_minute: float | None = None
    tokens_per_minute: float | None = None
    recheck: bool = False
    max_cost: float | None = None
    max_calls: int | None = None
    max_failures: int | None = None
    price: tuple[float, float] | None = None
    cache: Path | None = None
    rule: str = Rule.MAJORITY.value

    def __post_init__(self) -> None:
        """Refuse what cannot be carried out before anything is read or paid for."""
        for kind in self.ask_again:
            _known("ask_again", kind, OUTCOMES)
        _known("strategy", self.strategy, ("auto", *(s.value for s in Strategy)))
        _known("rule", self.rule, tuple(r.value for r in Rule))
        if self.concurrency < 1:
            msg = f"concurrency must be at least 1, not {self.concurrency}"
            raise UsageError(msg)


@dataclass(frozen=True, slots=True)
class MergeOptions:
    """Claims from anywhere to events; no model. `claims` are claims files or output folders."""

    claims: tuple[str, ...]
    articles: tuple[str, ...] = ()
    out: Path | None = None
    manifest: Path | None = None
    schema: str = "event"
    rule: str = Rule.MAJORITY.value

    def __post_init__(self) -> None:
        """Refuse what cannot be carried out before anything is read."""
        _known("rule", self.rule, tuple(r.value for r in Rule))


def _known(name: str, given: str, members: tuple[str, ...]) -> None:
    if given not in members:
        msg = f"{name} {given!r} is not known: choose one of {', '.join(members)}"
        raise UsageError(msg)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: told after each article, and every few seconds meanwhile.

    Attributes:
        done: articles; `failed` of them came to nothing.
        total: of all articles, `None` while that is not known.
        failed: see above.
        document: the article that was done last; empty before the first and between two.
        usage: calls, answers from the cache, tokens and dollars so far.
        traffic: what is on its way to the endpoint.
    """

    done: int
    total: int | None
    failed: int
    document: str = ""
    usage: Usage = field(default_factory=Usage)
    traffic: Traffic = field(default_factory=Traffic)


Watcher = Callable[[Progress], None]


@dataclass(frozen=True, slots=True, repr=False)
class RunResult:
    """What came of a run: the fused events, the checked claims, how they were linked, and what `run.json` says.

    `written` is false where no output folder was named, and where nothing came of the run and the results of an earlier
    one were left in it.
    """

    events: tuple[EventRecord, ...]
    claims: tuple[CheckedClaim, ...]
    linked: Linked
    record: RunRecord
    written: bool = False

    def __repr__(self) -> str:
        """How many. The whole would be megabytes, and `asyncio.run` asks for it twice when it gives SIGINT back.

        (`signal.signal` tries the handler, which holds the finished task, as an enumeration's member, and fails.)
        """
        return f"RunResult(events: {len(self.events)}, claims: {len(self.claims)}, counts: {self.record.counts!r})"
