"""Asking a model: the public face of the client."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from pydantic import BaseModel

from extractor.cache import Store
from extractor.client.accounts import Accounts
from extractor.client.answers import Answer, Check, Question, article
from extractor.client.known import KnownEndpoint, first_adaptation
from extractor.client.ledger import Ledger
from extractor.client.options import ModelOptions
from extractor.client.pacing import Clock, SystemClock
from extractor.client.traffic import Traffic
from extractor.client.withholding import Withheld
from extractor.errors import AnswerIncomplete, AnswerRefused, ModelError, NotRecorded, UsageError
from extractor.prompting import Message

if TYPE_CHECKING:
    from extractor.client.vendor import Sender

M = TypeVar("M", bound=BaseModel)


class Client:
    """A model behind an OpenAI-compatible endpoint.

        async with Client(ModelOptions(model="m"), store=ResponseStore(path)) as client:
            answer = await client.ask(messages, EventAnswer, source_text=text, check=quotes_stand_in_text)

    Many tasks may ask at once. A store replays what was answered before; without one (a replay of cassettes, which is
    honest only if nothing else answers) every question goes out. With `withheld` nothing is sent: what the store cannot
    answer is noted there. `endpoint` is what earlier runs learnt of the endpoint, `accounts` what the
    run may take and where its attempts are written.
    """

    def __init__(  # noqa: PLR0913 - what it works with, each passed in by name
        self,
        options: ModelOptions,
        *,
        store: Store | None = None,
        ledger: Ledger | None = None,
        clock: Clock | None = None,
        chance: Callable[[], float] = random.random,
        withheld: Withheld | None = None,
        endpoint: KnownEndpoint | None = None,
        accounts: Accounts | None = None,
    ) -> None:
        self.options = options
        self.ledger = ledger if ledger is not None else Ledger()
        self._store = store
        self._clock = clock if clock is not None else SystemClock()
        self._chance = chance
        self._withheld = withheld
        self._accounts = accounts if accounts is not None else Accounts()
        self.endpoint = endpoint or KnownEndpoint(options.name, first_adaptation(options.mode))
        self._sender: Sender | None = None
        self._structured: Callable[[list[dict[str, Any]], int], Awaitable[bool]] | None = None
        self._traffic: Callable[[], Traffic] = Traffic

    async def __aenter__(self) -> Self:
        # Two seconds of imports (openai, instructor): here, where a model is about to be asked.
        from extractor.client.transport import ModelTransport, Surroundings  # noqa: PLC0415
        from extractor.client.vendor import Sender, structured  # noqa: PLC0415

        self._sender = Sender(self.options)
        around = Surroundings(
            self._store, self.ledger, self.endpoint, self._accounts, self._clock, self._chance, self._withheld
        )
        transport = ModelTransport(self.options, self._sender, around)
        self._structured, self._traffic = structured(transport.create), lambda: transport.traffic
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._sender is not None:
            await self._sender.close()
        self._sender = self._structured = None
        self._traffic = Traffic

    def traffic(self) -> Traffic:
        """What is on its way to the endpoint now; nothing while the client is closed."""
        return self._traffic()

    async def ask(
        self,
        messages: Sequence[Message],
        response_model: type[M],
        *,
        source_text: str = "",
        check: Check[M] | None = None,
    ) -> Answer[M]:
        """Ask, and ask again with what was wrong until the answer fits or the re-asks are used up.

        Args:
            messages: the conversation; the text of the article is in it unchanged.
            response_model: what the answer must match; sent as a strict JSON schema.
            source_text: what `article_text` returns to validators of the response model meanwhile.
            check: says what is wrong with an answer that matches (a quote that is not in the text).

        Returns:
            The answer; an imperfect one is kept and marked rather than lost.

        Raises:
            ModelError: nothing usable came back; the subclass says why.
            StoreError: the store refuses.
            UsageError: the client is not open, or the response model cannot be expressed strictly.
        """
        question: Question[M] = Question(response_model, check)
        sent = [message.as_sent() for message in messages]
        self.ledger.asked += 1
        error = await self._put(question, sent, source_text)
        if question.calls == 0 and outcome(question, error) in self.options.ask_again:
            question = Question(response_model, check, again=True, best=question.best, usage=question.usage)
            error = await self._put(question, sent, source_text)
        if error is not None:
            self._give_up_or_keep(question, error)
        answer = question.answer()
        self.ledger.imperfect += bool(answer.imperfect)
        return answer

    async def _put(self, question: Question[M], messages: list[dict[str, Any]], text: str) -> ModelError | None:
        """Put a question with its re-asks; what ended it, `None` if it ended by itself."""
        from extractor.client.vendor import asking  # noqa: PLC0415 - see __aenter__

        if self._structured is None:
            msg = "the client is not open: use it as `async with Client(...) as client`"
            raise UsageError(msg)
        token = asking.set(question)
        try:
            with article(text):
                await self._structured(messages, self.options.max_reasks)
        except ModelError as error:
            return error
        finally:
            asking.reset(token)
            self.ledger.reasks += question.reasks
        return None

    def _give_up_or_keep(self, question: Question[M], error: ModelError) -> None:
        """An answer that came before a failure is better than none, unless a cassette has a hole."""
        if question.value is None or isinstance(error, NotRecorded):
            self.ledger.given_up[type(error).__name__] += 1
            raise error
        cut = isinstance(error, AnswerIncomplete) and question.cut
        question.add_flaw(str(error) if cut else f"asking again failed: {error}")


def outcome(question: Question[M], error: ModelError | None) -> str:
    """What came of a question, in the words of the option `ask_again`; `ok` for an answer."""
    if isinstance(error, AnswerRefused):
        return "refused"
    if isinstance(error, AnswerIncomplete) or question.cut:
        return "cut"
    return "failed" if question.value is None else "ok"


def ask_once(
    client: Client,
    messages: Sequence[Message],
    response_model: type[M],
    *,
    source_text: str = "",
    check: Check[M] | None = None,
) -> Answer[M]:
    """`Client.ask` for callers without an event loop: opens the client, asks one question, closes it."""

    async def run() -> Answer[M]:
        async with client:
            return await client.ask(messages, response_model, source_text=source_text, check=check)

    return asyncio.run(run())
