"""The one function through which every paid attempt goes: store, gate, retry, ledger.

For each request, the first one of a question and its re-asks alike:

1. The store is asked. Its key is the canonical request and the endpoint, so a re-ask, whose conversation is longer,
   has a key of its own, and a second run replays the bad answer and the re-ask for nothing.
2. Otherwise the request goes out through the gate, and again after transient failures.
3. The answer is stored *before* anything is made of it; what is not a completion is not stored.

Answers that were cut short or refused are paid for as well and are stored. A second run of the same command replays
them, and so makes no call at all; they do not replay for ever, because another token limit, model or prompt is another
key, and `ask_again` passes over them and puts a better answer in their place.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from weakref import WeakValueDictionary

import tenacity

from extractor.cache import Store
from extractor.client.accounts import Accounts
from extractor.client.adapting import MOST_ADAPTATIONS, Adaptation
from extractor.client.answers import Question
from extractor.client.completions import Completion, cut_at, read_completion
from extractor.client.failures import Failure, TryFailed
from extractor.client.known import KnownEndpoint
from extractor.client.ledger import Ledger
from extractor.client.lengths import is_longer, limit_of, longer_request
from extractor.client.limits import renewed_in
from extractor.client.options import ModelOptions
from extractor.client.outage import Outage
from extractor.client.pacing import Clock, RateGate, backoff
from extractor.client.schema import response_format as format_of
from extractor.client.tokens import request_tokens
from extractor.client.traffic import Traffic, Waiting
from extractor.client.vendor import Reply, Sender, asking, completion_object
from extractor.client.withholding import Withheld
from extractor.errors import ModelError, RateLimited, RequestRejected, RequestWithheld
from extractor.prompting import request_fingerprint

if TYPE_CHECKING:
    from openai.types.chat import ChatCompletion

Body = dict[str, Any]
_LOOKING = 0.5  # seconds between two looks at what another process has on its way
_MOST_REFUSALS = 4  # of one question, in lengths of a gate's patience
_OVERLOADED = (503, 529)  # the second is Anthropic's
_FEWEST_FAILURES = 10  # in a row, before an endpoint counts as down


def _always(_completion: Completion) -> bool:
    return True


@dataclass(slots=True)
class PaidRequest:
    """A request under its key in the response store, how often it has gone out, and its failures.

    Of the failures only those count that are not a busy minute of the endpoint. `is_stored` says of an answer whether
    it goes into the store.
    """

    key: str
    request: Body
    is_stored: Callable[[Completion], bool] = _always
    number: int = 0
    failures: int = 0


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the transport works with, passed in. With `withheld`, what the store cannot answer is noted, not sent."""

    store: Store | None
    ledger: Ledger
    endpoint: KnownEndpoint
    accounts: Accounts
    clock: Clock
    chance: Callable[[], float]
    withheld: Withheld | None = None


class ModelTransport:
    """Called by instructor for every attempt."""

    def __init__(self, options: ModelOptions, sender: Sender, around: Surroundings) -> None:
        self._options = options
        self._sender = sender
        self._store = around.store
        self._ledger = around.ledger
        self._endpoint = around.endpoint
        self._accounts = around.accounts
        self._clock = around.clock
        self._chance = around.chance
        self._withheld = around.withheld
        self._gate = RateGate(
            options.concurrency,
            options.requests_per_minute,
            around.clock,
            options.tokens_per_minute,
            options.max_pauses,
        )
        self._waiting = Waiting(around.clock)
        self._outage = Outage(around.clock, max(_FEWEST_FAILURES, 2 * options.concurrency))
        # Two equal requests at one time (the same article twice): the second waits and finds the first one's answer.
        self._under_way: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @property
    def traffic(self) -> Traffic:
        """What is on its way now."""
        return self._waiting.traffic(self._gate.paused)

    async def create(self, *, messages: list[Body], response_format: Body) -> ChatCompletion:
        """Answer one conversation. instructor's `response_format` is replaced by the strict one of the question."""
        del response_format
        question = asking.get()
        request = self._options.request(messages, format_of(question.model))
        try:
            completion = await self._uncut(request, question)
            if (unusable := completion.unusable) is not None:
                raise unusable
        except ModelError as error:
            question.failure = error
            raise
        return completion_object(completion)

    async def _uncut(self, request: Body, question: Question[Any]) -> Completion:
        """The answer to a request; of one that is cut at its limit the answer to the same with a longer one.

        Each limit is a request with a key of its own, so that the chain is replayed from the store as a whole.
        """
        first = request
        completion = await self._counted(request, question)
        while completion.cut:
            question.judge(completion.content or "", cut=True)
            following = await self._longer(request, first, question)
            if following is None:
                limit = limit_of(request, self._endpoint.adaptation)
                raise cut_at(limit, completion, whole_claims=question.value is not None)
            request, completion = following
        return completion

    async def _longer(self, request: Body, first: Body, question: Question[Any]) -> tuple[Body, Completion] | None:
        """The request with a longer limit and its answer; `None` when the endpoint or we allow none."""
        longer = longer_request(request, first, self._endpoint.adaptation)
        if longer is None:
            return None
        try:
            completion = await self._counted(longer, question)
        except RequestRejected:
            # It took the shorter one: the limit is what it does not take. Said once, and kept for later runs.
            self._endpoint.allow_at_most(limit_of(request, self._endpoint.adaptation))
            return None
        question.lengthened += 1
        # The endpoint may have said meanwhile that it allows no more. Then this was the same request again, which a
        # later run would not make; what it brought is not looked at, so that both come to the same.
        return (longer, completion) if is_longer(longer, request, self._endpoint.adaptation) else None

    async def _counted(self, request: Body, question: Question[Any]) -> Completion:
        self._ledger.requests += 1
        completion, paid = await self._completion(request, question)
        if paid:
            question.calls += 1
        else:
            question.hits += 1
        question.usage += completion.usage
        return completion

    async def _completion(self, request: Body, question: Question[Any]) -> tuple[Completion, bool]:
        key = request_fingerprint(request, endpoint=self._options.who)
        if self._store is None:
            self._withhold(key, request)
            return await self._paid(key, request), True
        lock = self._under_way.setdefault(key, asyncio.Lock())
        async with lock:
            kept = await self._kept(key)
            if kept is not None and not question.again:
                return self._free(kept), False
            self._withhold(key, request)
            return await self._paid_once(key, request, question, kept)

    async def _paid_once(
        self, key: str, request: Body, question: Question[Any], kept: Completion | None
    ) -> tuple[Completion, bool]:
        """Pay for an answer that no other process has on its way; what another one gets meanwhile is free."""
        while not self._accounts.take(key):
            await self._clock.sleep(_LOOKING)
        try:
            if kept is None and (others := await self._kept(key)) is not None:
                return self._free(others), False
            completion = await self._paid(key, request, lambda new: _is_better(question, new, kept))
        finally:
            self._accounts.give_back(key)
        return (completion if kept is None or _is_better(question, completion, kept) else kept), True

    def _free(self, kept: Completion) -> Completion:
        self._ledger.cache_hits += 1
        self._ledger.saved += kept.usage
        return kept

    def _withhold(self, key: str, request: Body) -> None:
        if self._withheld is not None:
            self._withheld.note(key, request)
            msg = "the request was not sent"
            raise RequestWithheld(msg)

    async def _kept(self, key: str) -> Completion | None:
        body = await self._store.load(key) if self._store is not None else None
        if body is None:
            return None
        try:
            return read_completion(body)
        except TryFailed:
            # A row of an older version that is no completion by today's rules: as good as none.
            return None

    async def _paid(self, key: str, request: Body, is_stored: Callable[[Completion], bool] = _always) -> Completion:
        paid = PaidRequest(key, request, is_stored)
        # Made anew for each request: an AsyncRetrying that tasks share mixes up their states.
        attempts = tenacity.AsyncRetrying(
            sleep=self._sleep,
            stop=lambda _state: self._is_enough(paid),
            retry=tenacity.retry_if_exception(_may_help),
            wait=lambda state: self._wait(paid, state),
            reraise=True,
        )
        try:
            return await attempts(self._once, paid)
        except TryFailed as error:
            raise error.failure.error from None

    async def _once(self, paid: PaidRequest) -> Completion:
        """One try; a request that the endpoint refuses for one of its parameters goes out again without it."""
        for _ in range(MOST_ADAPTATIONS):
            used = self._endpoint.adaptation
            try:
                return await self._sent(paid, used)
            except TryFailed as error:
                refusal = error.failure.refusal
                if refusal is None or not self._endpoint.learn(used, refusal, paid.request):
                    raise
                paid.failures -= 1  # the endpoint works, and has only said how it wants to be asked
        return await self._sent(paid, self._endpoint.adaptation)

    async def _sent(self, paid: PaidRequest, adaptation: Adaptation) -> Completion:
        foreseen = request_tokens(paid.request) if self._options.tokens_per_minute else 0
        async with self._gate.place(foreseen):
            self._accounts.check(self._ledger)
            self._outage.check()
            self._gate.check()
            paid.number += 1
            self._ledger.tries += 1
            row = self._accounts.begin(paid.key, paid.number)
            begun = self._clock.now()
            try:
                with self._waiting.one_more():
                    reply = await self._sender.send(adaptation.apply(paid.request))
                completion = read_completion(reply.body)  # raises for what is none, so that it is tried again
            except TryFailed as error:
                self._accounts.failed(row, error.failure, self._clock.now() - begun)
                raise TryFailed(self._noted(paid, error.failure)) from None
            if self._store is not None and paid.is_stored(completion):
                await self._store.save(paid.key, reply.body)  # before anything is made of it
            self._ledger.paid += completion.usage
            self._went_well(reply, completion, foreseen)
            self._accounts.answered(row, completion, reply.headers, self._clock.now() - begun)
        return completion

    def _went_well(self, reply: Reply, completion: Completion, foreseen: int) -> None:
        self._outage.went_well()
        self._gate.went_well()
        self._gate.took(completion.usage.prompt + completion.usage.completion, foreseen)
        if (wait := renewed_in(reply.headers)) is not None:
            self._gate.pause(min(wait, self._options.max_wait))

    def _noted(self, paid: PaidRequest, failure: Failure) -> Failure:
        """Count a failure where it counts: a busy minute is everybody's, anything else the request's own."""
        self._ledger.failures[type(failure.error).__name__] += 1
        self._outage.failed(failure.error)
        busy = isinstance(failure.error, RateLimited)
        paid.failures += not busy
        if failure.wait is not None and failure.wait > self._options.max_wait:
            # Waiting an hour inside one call helps nobody, and the rest of the run would be told the same.
            self._gate.left_alone(failure.wait)
            return replace(failure, transient=False)
        if busy:
            self._gate.too_busy(failure.wait, self._options.max_wait, self._chance)
        elif failure.refusal is not None and failure.refusal.status in _OVERLOADED:
            self._gate.overloaded(failure.wait)
        return failure

    async def _sleep(self, seconds: float) -> None:
        if seconds:
            await self._clock.sleep(seconds)

    def _is_enough(self, paid: PaidRequest) -> bool:
        """Whether a question is given up: by its own failures, or because the endpoint is too busy for good."""
        refused = paid.number - paid.failures  # what others got through meanwhile does not count for this one
        most = _MOST_REFUSALS * self._options.max_pauses
        return paid.failures >= self._options.max_tries or self._gate.hopeless or refused >= most

    def _wait(self, paid: PaidRequest, state: tenacity.RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        failure = error.failure if isinstance(error, TryFailed) else None
        if failure is not None and isinstance(failure.error, RateLimited):
            return 0.0  # the gate makes everybody wait
        own = backoff(paid.failures, None, self._options.max_wait, self._chance)
        return max(own, (failure.wait if failure else None) or 0.0)


def _may_help(error: BaseException) -> bool:
    return isinstance(error, TryFailed) and error.failure.transient


def _is_better(question: Question[Any], new: Completion, kept: Completion | None) -> bool:
    """Whether an answer takes the place of the stored one; judged only where one was asked for again."""
    return kept is None or question.worth(new) > question.worth(kept)
