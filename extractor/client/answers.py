"""What becomes of a model's words: judged against the response model and the caller's check, kept with their flaws."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from pydantic import BaseModel

from extractor.client.choosing import ReadAttempt, joined
from extractor.client.completions import Completion
from extractor.client.flaws import Flaw
from extractor.client.ledger import TokenUsage
from extractor.client.reading import read_answer
from extractor.errors import AnswerInvalid, ModelError

M = TypeVar("M", bound=BaseModel)
Check = Callable[[M], list[Flaw]]
"""Looks at a parsed answer and says what is wrong with it, in words that the model can act on; empty for nothing."""

_MOST_PROBLEMS = 12  # more would cost tokens and tell a model nothing new
_LONGEST_PROBLEM = 400

_article: ContextVar[str] = ContextVar("article", default="")


def article_text() -> str:
    """The text that the question being answered is about; empty outside of one.

    For validators of response models. It comes this way, and not as instructor's `context`, because that would run
    the text through a template engine.
    """
    return _article.get()


@contextmanager
def article(text: str) -> Iterator[None]:
    """Make `text` what `article_text` returns, in this task only."""
    token = _article.set(text)
    try:
        yield
    finally:
        _article.reset(token)


@dataclass(frozen=True, slots=True)
class Answer(Generic[M]):
    """What came of a question.

    Attributes:
        value: the answer; `None` if no attempt matched the response model.
        raw: the model's text that `value` was read from, or of the last attempt without a value.
        imperfect: what is still wrong with it after the re-asks, part by part; empty for an answer that passed
            everything. Of a part that is `refused` nothing is in the value.
        cut: the answer broke off at the token limit, and no larger limit helped; the value holds the items before.
        calls: completions paid for in this run.
        cached: nothing was paid: every completion came from the store.
        usage: tokens of all attempts, stored ones included.
    """

    value: M | None
    raw: str
    imperfect: tuple[Flaw, ...]
    calls: int
    cached: bool
    usage: TokenUsage
    cut: bool = False

    def require(self) -> M:
        """The value.

        Raises:
            AnswerInvalid: there is none.
        """
        if self.value is None:
            msg = f"no answer matched the response schema ({'; '.join(map(str, self.imperfect))}): try another model"
            raise AnswerInvalid(msg)
        return self.value


@dataclass(slots=True)
class Question(Generic[M]):
    """A question on its way: what is wanted, and what has come back so far.

    `again` passes over stored answers; `lengthened` is how often a limit was doubled.
    """

    model: type[M]
    check: Check[M] | None = None
    again: bool = False
    best: ReadAttempt[M] | None = None
    calls: int = 0
    hits: int = 0
    lengthened: int = 0
    usage: TokenUsage = field(default_factory=TokenUsage)
    failure: ModelError | None = None

    def judge(self, text: str, *, cut: bool = False) -> tuple[str, ...]:
        """Read one attempt; what is wrong with it, empty if nothing is.

        Of several attempts the one with the most right parts is kept, of equal ones that with the fewest flaws, then
        the later one; what another attempt has more of an item that is otherwise the same is added (`choosing`).
        """
        attempt = self.attempt(text, cut=cut)
        if self.best is None or attempt.rank() >= self.best.rank():
            self.best, other = attempt, self.best
        else:
            other = attempt
        if other is not None:
            self.best = joined(self.best, other)
        return _limited(attempt.flaws)

    def attempt(self, text: str, *, cut: bool = False) -> ReadAttempt[M]:
        """A text read and checked, without a thought of other attempts."""
        reading = read_answer(self.model, text)
        flaws = tuple(flaw for flaw in reading.flaws if not (cut and flaw.broken))
        if reading.value is not None and self.check is not None:
            flaws += tuple(self.check(reading.value))
        return ReadAttempt(text, reading.value, flaws, reading.parts, cut)

    def worth(self, completion: Completion) -> tuple[bool, tuple[bool, int, bool, int]]:
        """How good an answer is, to choose between a stored one and a new one; higher is better."""
        attempt = self.attempt(completion.content or "", cut=completion.cut)
        return completion.unusable is None or completion.cut, attempt.rank()

    @property
    def reasks(self) -> int:
        """How often it was asked again for what was wrong; a longer limit is not a re-ask."""
        return max(0, self.calls + self.hits - 1 - self.lengthened)

    @property
    def value(self) -> M | None:
        """What is kept so far; `None` when that is nothing."""
        return self.best.value if self.best is not None else None

    @property
    def cut(self) -> bool:
        """Whether what is kept broke off at the token limit."""
        return self.best is not None and self.best.cut

    def add_flaw(self, message: str) -> None:
        """Say of what is kept that something is wrong with it."""
        if self.best is not None:
            self.best = self.best.with_flaw(Flaw(message))

    def answer(self) -> Answer[M]:
        """What came of it."""
        best = self.best
        return Answer(
            value=best.value if best else None,
            raw=best.raw if best else "",
            imperfect=best.flaws if best else (),
            calls=self.calls,
            cached=self.calls == 0 and self.hits > 0,
            usage=self.usage,
            cut=self.cut,
        )


def _limited(flaws: tuple[Flaw, ...]) -> tuple[str, ...]:
    return tuple(flaw.message[:_LONGEST_PROBLEM] for flaw in flaws[:_MOST_PROBLEMS])
