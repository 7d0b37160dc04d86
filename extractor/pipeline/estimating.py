"""What a run will take, before anything is paid."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from extractor.cache import default_store_path
from extractor.client.attempts import FILE, mean_answer
from extractor.client.ledger import TokenUsage
from extractor.client.prices import price_list
from extractor.client.tokens import request_tokens
from extractor.client.withholding import Withheld
from extractor.pipeline.models import model_and_strategy
from extractor.pipeline.options import RunOptions
from extractor.pipeline.questions import put_questions

_ASSUMED_ANSWER = 600  # tokens, where the ledger knows no answers of the model


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a run will take. Re-asks, which depend on the answers, are not in it.

    Attributes:
        documents: articles that are read.
        stored: requests that are answered already and cost nothing.
        requests: that would go out.
        tokens: that they and their answers would take, about.
        answer_tokens: of one answer, and in `measured` whether that is the mean of earlier answers or assumed.
        measured: see above.
        cost_usd: of all of it, about; `None` where no price is known.
        price_source: whose price that is, a phrase.
    """

    documents: int
    stored: int
    requests: int
    tokens: TokenUsage
    answer_tokens: int
    measured: bool
    cost_usd: float | None
    price_source: str


async def estimate(options: RunOptions) -> Estimate:
    """Go through a run without a call, and count what it would ask.

    Raises:
        UsageError: the run asks nobody, or names no model.
        RegistryError: the schema or the prompt is missing.
        StoreError: the response store refuses.
    """
    sizes: list[int] = []

    def count(_key: str, request: Mapping[str, Any]) -> None:
        sizes.append(request_tokens(request))

    put = await put_questions(options, Withheld(count))
    asked, _ = model_and_strategy(options)
    mean = mean_answer((options.cache or default_store_path()) / FILE, asked.model)
    each = _ASSUMED_ANSWER if mean is None else mean
    tokens = TokenUsage(sum(sizes), each * len(sizes))
    prices = price_list(asked, options.price)
    cost = prices.cost(tokens)
    return Estimate(put.documents, put.stored, len(sizes), tokens, each, mean is not None, cost, prices.source)
