"""What a run has seen so far, and what `run.json` says of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from importlib import metadata

from extractor.client.traffic import Traffic
from extractor.documents import ReadFailure, ReadWarning
from extractor.pipeline.articles import ArticleResult, Notice
from extractor.pipeline.options import Progress, Watcher
from extractor.pipeline.spool import Spool
from extractor.records import CheckedClaim, Status
from extractor.records.events import EventRecord
from extractor.records.groups import GroupKind, Linked
from extractor.records.run import Counts, Problem, Step, Usage

_TOLD = ("openai", "instructor", "pydantic", "rapidfuzz")


@dataclass
class Tally:
    """What a run has seen so far; of the articles themselves only what linkage needs."""

    spool: Spool
    watch: Watcher | None = None
    model: Callable[[], tuple[Usage, Traffic]] = lambda: (Usage(), Traffic())
    claims: list[CheckedClaim] = field(default_factory=list)
    failures: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    failed_articles: int = 0
    refused_articles: int = 0
    cut_articles: int = 0
    articles_not_asked: int = 0
    unclaimed: int | None = 0  # figures that no claim covers; `None`: not checked, the schema counts nothing
    unread: Counter[str] = field(default_factory=Counter)

    def notice(self, notice: Notice) -> None:
        """Keep what reading reported."""
        problem = Problem(
            step=Step.READ,
            reason=notice.reason.value,
            message=notice.message,
            path=notice.path,
            document=notice.document if isinstance(notice, ReadWarning) else None,
        )
        (self.failures if isinstance(notice, ReadFailure) else self.warnings).append(problem)

    def lessons(self, sentences: Sequence[str]) -> None:
        """Keep what was learnt of the endpoint."""
        self.warnings.extend(Problem(step=Step.EXTRACT, reason="endpoint", message=said) for said in sentences)

    def article(self, result: ArticleResult) -> None:
        """Count one article and keep what is needed of it."""
        self.failed_articles += result.failed and not (result.refused or result.stopped)
        self.refused_articles += result.failed and result.refused and not result.stopped
        self.cut_articles += result.cut
        self.articles_not_asked += result.stopped
        self.claims.extend(result.claims)
        self.add_unclaimed(len(result.unclaimed))
        self.language(result.language_not_read)
        self.failures.extend(
            Problem(
                step=Step.EXTRACT,
                reason=problem.reason.value,
                message=str(problem),
                path=result.document.path,
                document=result.document.id,
            )
            for problem in result.problems
        )
        self.spool.add(result.document, result.facts())
        self.report(result.document.id)

    def report(self, document: str = "") -> None:
        """Say to whoever watches how far it is; `document` is the article that is done, empty when none is."""
        if self.watch:
            usage, traffic = self.model()
            self.watch(Progress(len(self.spool), None, self.failed_articles, document, usage, traffic))

    def add_unclaimed(self, figures: int) -> None:
        """Count the figures of an article that no claim covers, where they are looked for."""
        if self.unclaimed is not None:
            self.unclaimed += figures

    def language(self, code: str | None) -> None:
        """Count an article in a language that nothing reads; `None` for one that is read."""
        if code is not None:
            self.unread[code] += 1

    @property
    def languages_not_read(self) -> dict[str, int]:
        """How many articles are in each language that nothing reads, the most frequent first."""
        return dict(sorted(self.unread.items(), key=lambda item: (-item[1], item[0])))

    def counts(self, events: Sequence[EventRecord] = (), linked: Linked | None = None) -> Counts:
        """The counts of `run.json`; `events` and `linked` are what was made of the claims."""
        values = [v for c in self.claims for vs in c.fields.values() for v in vs]
        return Counts(
            documents=len(self.spool),
            documents_failed=self.failed_articles,
            documents_refused=self.refused_articles,
            documents_cut=self.cut_articles,
            documents_not_asked=self.articles_not_asked,
            read_failures=sum(f.step is Step.READ for f in self.failures),
            claims=len(self.claims),
            values=len(values),
            rejected=sum(not v.verdict.usable for v in values),
            unconfirmed=sum(v.verdict.status is Status.UNCONFIRMED for v in values),
            unlinked=len({claim for claim, _ in linked.unlinked}) if linked else 0,
            events=sum(not event.statement for event in events),
            background=sum(event.kind is GroupKind.BACKGROUND for event in events),
            statements=sum(event.statement for event in events),
            unclaimed_figures=self.unclaimed,
        )


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems in an order that does not depend on when they arose; line 2 of a file comes before line 17."""
    return tuple(sorted(problems, key=lambda p: (_by_line(p.path), p.document or "", p.step, p.reason, p.message)))


def _by_line(path: str | None) -> tuple[str, int]:
    """A path and the number of the line that it ends with, 0 without one."""
    file, _, line = (path or "").rpartition(":")
    return (file, int(line)) if file and line.isdecimal() else (path or "", 0)


def versions() -> dict[str, str]:
    """The versions that a result may depend on."""
    return {name: metadata.version(name) for name in _TOLD}


def own_version() -> str:
    """The package's version; `unknown` when it is run from its sources without being installed."""
    try:
        return metadata.version("extractor")
    except metadata.PackageNotFoundError:
        return "unknown"
