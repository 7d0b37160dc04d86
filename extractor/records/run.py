"""`run.json`: what was run on what, and what failed. No clock and no machine in it: the same input, the same bytes."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from extractor.records import Record

FORMAT_VERSION = 1
NOT_ASKED = "not_asked"
"""The reason of a problem that is none of the article's or the model's: the run had ended before it was asked about."""


class Step(StrEnum):
    """Where a problem arose."""

    READ = "read"
    EXTRACT = "extract"
    CLAIMS = "claims"  # a line of a claims file that is not a claim


class Problem(Record):
    """A failure or a warning. `path` is the path as given, with `:LINE` for a row; `reason` a stable code."""

    step: Step
    reason: str
    message: str
    path: str | None = None
    document: str | None = None


class Source(Record):
    """A schema or prompt: its name and the SHA-256 of its file."""

    name: str
    sha256: str


class Counts(Record):
    """How many there were. A value is one entry of a claim's field.

    `rejected` values are those that the words do not bear out, `unconfirmed` ones stand in the words and are kept with
    a mark. `unlinked` are claims in no event. `background` events are among `events`, `statements` are not.
    `unclaimed_figures` is `None` when coverage was not checked: the schema counts nothing that the reader knows.
    """

    documents: int = 0  # read
    documents_failed: int = 0  # read, but the model gave no usable answer on them
    documents_refused: int = 0  # read, but the model or a content filter refused, and nothing came of them
    documents_cut: int = 0  # an answer about them broke off at the token limit, and no longer one came
    documents_not_asked: int = 0  # read, but the run had ended (a limit, an endpoint that is down) before all was asked
    read_failures: int = 0
    claims: int = 0
    values: int = 0
    rejected: int = 0
    unconfirmed: int = 0
    unlinked: int = 0
    events: int = 0
    background: int = 0
    statements: int = 0
    unclaimed_figures: int | None = 0


class Usage(Record):
    """What the model's side took. `cost_usd` is `None` where no price is known."""

    calls: int = 0  # requests that went out
    cached: int = 0  # answers that were there already
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost_usd: float | None = None


class RunRecord(Record):
    """The whole of `run.json`. `extractor` is the package's version; `model` and `prompt` are `None` after a merge.

    `main_fields` are the schema's count fields that weigh most, in the order in which a table shows them.
    `languages_not_read` says how many articles are in each language that nothing reads, by its code (`und`: a language
    that could not be told); their claims carry the flag `language_not_read`.
    """

    extractor: str
    format_version: int = FORMAT_VERSION
    versions: dict[str, str] = Field(default_factory=dict)
    model: str | None = None
    base_url: str | None = None
    strategy: str | None = None
    prompt: Source | None = None
    claim_schema: Source | None = None
    rule: str | None = None
    main_fields: tuple[str, ...] = ()
    counts: Counts = Counts()
    usage: Usage = Usage()
    languages_not_read: dict[str, int] = Field(default_factory=dict)
    failures: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()

    @property
    def came_to_nothing(self) -> bool:
        """Whether no article could be read, or nothing came of any."""
        counts = self.counts
        nothing = counts.documents_failed + counts.documents_refused + counts.documents_not_asked
        return not counts.documents or nothing >= counts.documents

    @property
    def exit_code(self) -> int:
        """0 all went through, 1 some failed, 3 nothing went through.

        >>> problem = Problem(step=Step.READ, reason="empty", message="is empty", path="a.txt")
        >>> RunRecord(extractor="0", counts=Counts(documents=4), failures=(problem,)).exit_code
        1
        >>> RunRecord(extractor="0", failures=(problem,)).exit_code
        3
        """
        if self.came_to_nothing:
            return 3
        return 1 if self.failures else 0
