"""What came of the questions about an article: claims, and what is missing of them and why."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from pydantic import BaseModel

from extractor.client import Flaw
from extractor.client.ledger import TokenUsage
from extractor.errors import AccessDenied, AnswerIncomplete, AnswerRefused, ModelError, QuotaExhausted, RunStopped
from extractor.prompting import Message
from extractor.records import Claim
from extractor.records.run import NOT_ASKED


class Answered(Protocol):
    """What a client's answer must offer."""

    @property
    def value(self) -> BaseModel | None:
        """The parsed answer; `None` when nothing parsed."""

    @property
    def imperfect(self) -> tuple[Flaw, ...]:
        """The problems left after the last try, part by part."""

    @property
    def usage(self) -> TokenUsage:
        """The tokens of all attempts, those of stored answers included."""

    @property
    def cut(self) -> bool:
        """Whether it broke off at the token limit; the value holds the items before."""


class Ask(Protocol):
    """The signature of `extractor.client.Client.ask`."""

    def __call__(
        self,
        messages: Sequence[Message],
        response_model: type[BaseModel],
        *,
        source_text: str,
        check: Callable[[BaseModel], list[Flaw]] | None = None,
    ) -> Awaitable[Answered]:
        """Ask once; re-ask while `check` finds problems."""


class CallReason(StrEnum):
    """Why something is missing, as `run.json` says it."""

    MODEL = "model"  # no answer came
    INVALID = "invalid"  # an answer, or a part of one, does not fit the response schema
    REFUSED = "refused"  # the model or a content filter refused
    CUT = "cut"  # the answer broke off at the token limit
    NOT_ASKED = NOT_ASKED  # the run had ended before it was asked


@dataclass(frozen=True, slots=True)
class CallProblem:
    """Something that is missing from an article's claims: where and why, in a sentence, and the kind of reason."""

    message: str
    reason: CallReason = CallReason.MODEL

    def __str__(self) -> str:
        return self.message


@dataclass(frozen=True, slots=True)
class Extracted:
    """What came of one article: its claims, and for every call that failed where and why."""

    claims: tuple[Claim, ...]
    problems: tuple[CallProblem, ...] = ()


@dataclass(slots=True)
class LastingFailure:
    """A failure that every further question about the article would meet as well; `None` so far."""

    why: ModelError | None = None

    def problem(self, where: str, error: ModelError) -> CallProblem:
        """What a failed question leaves open; remembers an error that will not go away."""
        said = str(error)
        if isinstance(error, AccessDenied | QuotaExhausted):
            self.why = error
            said = f"{error}; the rest of the article was not asked about"
        return CallProblem(f"{where}: {said}", _reason(error))


def _reason(error: ModelError) -> CallReason:
    if isinstance(error, AnswerRefused):
        return CallReason.REFUSED
    if isinstance(error, RunStopped):
        return CallReason.NOT_ASKED
    return CallReason.CUT if isinstance(error, AnswerIncomplete) else CallReason.MODEL


def no_answer(where: str, answer: Answered) -> CallProblem:
    """What an answer without a value leaves open."""
    said = "; ".join(map(str, answer.imperfect))
    return CallProblem(
        f"{where}: no answer matched the response schema ({said}); try another model", CallReason.INVALID
    )
