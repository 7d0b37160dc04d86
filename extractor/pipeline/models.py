"""Whom a run asks: a model, a recording, or nobody. Opened once for a run, closed with it."""

from __future__ import annotations

import os
import re
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from extractor.cache import ResponseStore, default_store_path
from extractor.client import OPENAI_URL, Client, Ledger, ModelOptions, Price
from extractor.client.accounts import Accounts
from extractor.client.attempts import FILE, AttemptLog
from extractor.client.budget import Budget
from extractor.client.cassettes import cassette_files, origin_of, read_origin, recording, replaying
from extractor.client.known import KnownEndpoint, first_adaptation, known_endpoint
from extractor.client.leases import FILE as LEASES
from extractor.client.leases import Leases
from extractor.client.prices import NO_PRICE, PriceList, price_list
from extractor.client.providers import provider_at, resolve_model
from extractor.client.traffic import Traffic
from extractor.client.withholding import Withheld
from extractor.errors import UsageError
from extractor.extraction.calls import Ask
from extractor.extraction.strategies import Extraction, Strategy
from extractor.pipeline.options import RunOptions
from extractor.prompting import Prompt, parse_prompt
from extractor.records.run import Source, Usage
from extractor.registry import load_prompt_text, load_schema, schema_hash

READER = "reader"
_SMALL_MODEL = re.compile(r"(?<![\d.])(?:\d{2,3}m|[0-9](?:\.\d+)?b)(?![a-z])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Session:
    """An open model session. `ask` is `None` when nobody is asked; `lessons` is what the endpoint has refused."""

    ask: Ask | None
    extraction: Extraction
    strategy: Strategy
    schema: Source
    prompt: Source | None
    model: str | None = None
    endpoint: str | None = None
    ledger: Ledger | None = None
    prices: PriceList = NO_PRICE
    recheck: Extraction | None = None
    lessons: Sequence[str] = ()
    traffic: Callable[[], Traffic] = Traffic

    def usage(self) -> Usage:
        """Calls and tokens so far."""
        if self.ledger is None:
            return Usage()
        return Usage(
            calls=self.ledger.tries,
            cached=self.ledger.cache_hits,
            prompt_tokens=self.ledger.paid.prompt,
            completion_tokens=self.ledger.paid.completion,
            cost_usd=self.prices.cost(self.ledger.paid),
        )


def strategy_for(asked: str, model: str | None, recorded: str | None = None) -> Strategy:
    """The strategy asked for; for `auto` the recorded one, else `passage` for a small model and `article` for others.

    >>> strategy_for("auto", "qwen2.5-coder-1.5b").value, strategy_for("auto", "gpt-4.1-mini").value
    ('passage', 'article')
    """
    if asked != "auto":
        return Strategy(asked)
    if recorded in {s.value for s in Strategy}:
        return Strategy(recorded)
    return Strategy.PASSAGE if model and _SMALL_MODEL.search(model) else Strategy.ARTICLE


def _extraction(options: RunOptions, strategy: Strategy, made_by: str) -> tuple[Extraction, Prompt | None]:
    schema = load_schema(options.schema)
    prompt = None
    if strategy is not Strategy.READER:
        name = options.prompt or f"{Path(options.schema).stem}-{strategy.value}"
        prompt = parse_prompt(name, load_prompt_text(name)[0])
    return Extraction(schema, options.schema, prompt, made_by, options.concurrency), prompt


def _recheck(options: RunOptions, strategy: Strategy, own: Extraction) -> Extraction | None:
    """What asks again, by passage and so with a prompt for passages, whatever the run's own strategy is."""
    if not options.recheck:
        return None
    if strategy is Strategy.PASSAGE:
        return own
    return _extraction(replace(options, prompt=None), Strategy.PASSAGE, own.made_by)[0]


@asynccontextmanager
async def open_session(options: RunOptions, withheld: Withheld | None = None) -> AsyncIterator[Session]:
    """Open whom the options name.

    Args:
        options: of the run.
        withheld: takes the requests that the response store cannot answer, and nothing is sent; `None` sends them.

    Raises:
        UsageError: no model and no recording, or a recording that cannot be read.
        RegistryError: the schema or the prompt is missing.
        StoreError: the response store refuses.
    """
    schema = Source(name=options.schema, sha256=schema_hash(options.schema))
    if options.strategy == READER:
        extraction, _ = _extraction(options, Strategy.READER, READER)
        yield Session(None, extraction, Strategy.READER, schema, None)
        return
    asked, strategy = model_and_strategy(options)
    extraction, prompt = _extraction(options, strategy, asked.model)
    source = Source(name=prompt.name, sha256=prompt.sha256) if prompt else None
    ledger = Ledger()
    endpoint = endpoint_for(options, asked)
    prices = _prices(options, asked)
    with (
        _response_store(options, asked, strategy) as store,
        _accounts(options, asked, prices, withheld) as accounts,
    ):
        client = Client(asked, store=store, ledger=ledger, withheld=withheld, endpoint=endpoint, accounts=accounts)
        async with client:
            yield Session(
                client.ask,
                extraction,
                strategy,
                schema,
                source,
                asked.model,
                None if options.replay else asked.endpoint,
                ledger,
                prices,
                _recheck(options, strategy, extraction),
                endpoint.lessons,
                client.traffic,
            )


def _prices(options: RunOptions, asked: ModelOptions) -> PriceList:
    if options.replay is not None:
        return PriceList(Price(*options.price) if options.price else None, "a recording: nothing is billed")
    return price_list(asked, options.price)


@contextmanager
def _accounts(
    options: RunOptions, asked: ModelOptions, prices: PriceList, withheld: Withheld | None
) -> Iterator[Accounts]:
    """The accounts of a run.

    Attempts are written and other processes are asked beside the store; neither where nothing is sent, nor for
    recordings, whose cassettes say it all.
    """
    budget = Budget(options.max_cost, options.max_calls, options.max_failures)
    if options.replay is not None or options.record is not None or withheld is not None:
        yield Accounts(budget, prices)
        return
    folder = options.cache or default_store_path()
    with (
        AttemptLog(folder / FILE, uuid4().hex, asked.model, asked.who) as attempts,
        closing(Leases(folder / LEASES, asked.timeout + asked.max_wait)) as leases,
    ):
        yield Accounts(budget, prices, attempts, leases)


def endpoint_for(options: RunOptions, asked: ModelOptions) -> KnownEndpoint:
    """What earlier runs learnt of the endpoint; a replay asks as it was recorded, whatever was learnt since."""
    if options.replay is not None or options.record is not None:
        return KnownEndpoint(asked.name, first_adaptation(asked.mode))
    provider = provider_at(asked.base_url)
    first = first_adaptation(asked.mode, provider.mode if provider else None)
    return known_endpoint(asked.name, first, options.cache or default_store_path())


def model_and_strategy(options: RunOptions) -> tuple[ModelOptions, Strategy]:
    """Whom the options name, and how it is asked; raises as `open_session`."""
    if options.replay is not None:
        origin = read_origin(cassette_files(options.replay)[0])
        asked = replace(origin.options(), concurrency=options.concurrency)
        if options.model:
            asked = replace(asked, model=options.model)
        return asked, strategy_for(options.strategy, asked.model, origin.notes.get("strategy"))
    if not options.model:
        msg = "no model to ask: name one, or give a recording to replay, or choose the strategy `reader`"
        raise UsageError(msg)
    model, base_url, provider = resolve_model(options.model, options.base_url)
    key = options.api_key
    if provider is not None:
        key = (os.environ.get(provider.key) or None) if provider.key else None
    asked = ModelOptions(
        model=model,
        base_url=base_url or OPENAI_URL,
        api_key=key,
        mode=options.mode,
        max_tokens=options.max_tokens,
        temperature=options.temperature,
        seed=options.seed,
        timeout=options.timeout,
        headers=options.headers,
        extra=options.extra_body,
        ask_again=frozenset(options.ask_again),
        concurrency=options.concurrency,
        requests_per_minute=options.requests_per_minute,
        tokens_per_minute=options.tokens_per_minute,
    )
    return asked, strategy_for(options.strategy, options.model)


@contextmanager
def _response_store(options: RunOptions, asked: ModelOptions, strategy: Strategy) -> Iterator[ResponseStore | None]:
    """The store that answers again for free; none while playing or recording, where only the cassette counts."""
    if options.replay is not None:
        with replaying(options.replay):
            yield None
        return
    if options.record is not None:
        today = datetime.now(UTC).date()
        with recording(options.record, origin_of(asked, today, {"strategy": strategy.value})):
            yield None
        return
    with ResponseStore(options.cache or default_store_path()) as store:
        yield store
