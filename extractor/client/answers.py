"""What becomes of a model's words: judged against the response model and the caller's check, kept with their faults."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from extractor.client.ledger import TokenUsage
from extractor.errors import AnswerInvalid, ModelError

M = TypeVar("M", bound=BaseModel)
Check = Callable[[M], list[str]]
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
        imperfect: what is still wrong with it after the re-asks; empty for an answer that passed everything.
        calls: completions paid for in this run.
        cached: nothing was paid: every completion came from the store.
        usage: tokens of all attempts, stored ones included.
    """

    value: M | None
    raw: str
    imperfect: tuple[str, ...]
    calls: int
    cached: bool
    usage: TokenUsage

    def require(self) -> M:
        """The value.

        Raises:
            AnswerInvalid: there is none.
        """
        if self.value is None:
            msg = f"no answer matched the response schema ({'; '.join(self.imperfect)}): try another model"
            raise AnswerInvalid(msg)
        return self.value


@dataclass(slots=True)
class Question(Generic[M]):
    """A question on its way: what is wanted, and what has come back so far."""

    model: type[M]
    check: Check[M] | None = None
    value: M | None = None
    raw: str = ""
    problems: tuple[str, ...] = ()
    calls: int = 0
    hits: int = 0
    usage: TokenUsage = field(default_factory=TokenUsage)
    failure: ModelError | None = None

    def judge(self, text: str) -> tuple[str, ...]:
        """Read one attempt; what is wrong with it, empty if nothing is.

        An attempt that matches the model replaces what was kept; one that does not leaves an earlier value standing,
        with its own faults.
        """
        try:
            value = self.model.model_validate_json(_unfenced(text))
        except ValidationError as error:
            problems = _faults(error)
            if self.value is None:
                self.raw, self.problems = text, problems
            return problems
        problems = _limited(self.check(value)) if self.check else ()
        self.value, self.raw, self.problems = value, text, problems
        return problems

    def answer(self) -> Answer[M]:
        """What came of it."""
        return Answer(
            value=self.value,
            raw=self.raw,
            imperfect=self.problems,
            calls=self.calls,
            cached=self.calls == 0 and self.hits > 0,
            usage=self.usage,
        )


def _unfenced(text: str) -> str:
    """The JSON without the Markdown fence or the thoughts that small models wrap it in however they are asked."""
    thoughts = text.rfind("</think>") if text.lstrip().startswith("<think>") else -1
    text = text[thoughts + len("</think>") :] if thoughts >= 0 else text
    stripped = text.strip()
    if not (stripped.startswith("```") and stripped.endswith("```") and "\n" in stripped):
        return text
    return stripped[stripped.index("\n") : -3].strip()


def _faults(error: ValidationError) -> tuple[str, ...]:
    # Ours rather than pydantic's own listing: that one holds links with pydantic's version in them, and what is sent
    # on a re-ask must not change with it, or stored answers and cassettes would no longer fit.
    listed = error.errors(include_url=False, include_context=False, include_input=False)
    return _limited(
        [f"{'.'.join(str(part) for part in fault['loc']) or 'the answer'}: {fault['msg']}" for fault in listed]
    )


def _limited(problems: list[str]) -> tuple[str, ...]:
    return tuple(problem[:_LONGEST_PROBLEM] for problem in problems[:_MOST_PROBLEMS])
