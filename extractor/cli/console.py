"""What a person sees while a command runs: results on stdout, everything else on stderr."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self
from unicodedata import category

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

    from extractor.client.traffic import Traffic
    from extractor.records.run import Usage

_LAYOUT = "\n\t\u00ad\u200c\u200d"  # line ends, tabs, soft hyphens, the joiners that Persian and Hindi need
_NOT_ASKED = "not_asked"  # one reason for many articles
_SECONDS = 30.0  # between two plain lines at most
_SLOW = 10.0  # seconds of waiting that are worth a word
_EVERY = 50  # a plain line each so many articles, and one at the end


class Notice(Protocol):
    """A failure or a warning, from reading or from `run.json`."""

    @property
    def reason(self) -> str: ...  # noqa: D102 - a stable code
    @property
    def message(self) -> str: ...  # noqa: D102 - a sentence


class Progress(Protocol):
    """How far the pipeline is: `done` articles of `total` (`None` while unknown), `failed` among them."""

    @property
    def done(self) -> int: ...  # noqa: D102
    @property
    def total(self) -> int | None: ...  # noqa: D102
    @property
    def failed(self) -> int: ...  # noqa: D102
    @property
    def usage(self) -> Usage: ...  # noqa: D102
    @property
    def traffic(self) -> Traffic: ...  # noqa: D102


def say(text: str) -> None:
    """A line for the person, not for the next program."""
    print(harmless(text), file=sys.stderr)  # noqa: T201 - this is the one place that prints there


def some(number: int, noun: str) -> str:
    """A number with its noun.

    >>> some(1, "claim"), some(2, "claim")
    ('1 claim', '2 claims')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def harmless(text: str) -> str:
    r"""The text with U+FFFD for what could drive a terminal or turn the direction of writing; its layout stays.

    >>> harmless("57\x1b[2J dead\n  \u202ehere")
    '57\ufffd[2J dead\n  \ufffdhere'
    """
    return "".join(c if c.isprintable() or c in _LAYOUT or category(c) == "Zs" else "\ufffd" for c in text)


def report(failures: Iterable[Notice], warnings: Iterable[Notice], *, quiet: bool, verbose: bool) -> None:
    """Print what failed, what is worth knowing, and how many files of a folder were passed over."""
    unasked = 0
    for notice in failures:
        if notice.reason == _NOT_ASKED:
            unasked += 1
            if unasked > 1 and not verbose:
                continue
        say(f"failed: {_line(notice)}")
    if unasked > 1 and not verbose:
        say(f"failed: {unasked} questions in all were not asked for that reason (run.json names the articles)")
    if quiet:
        return
    skipped = 0
    for notice in warnings:
        if notice.reason == "skipped" and not verbose:
            skipped += 1
        else:
            say(f"note: {_line(notice)}")
    if skipped:
        say(f"note: {skipped} file{'s' if skipped > 1 else ''} passed over (--verbose names them)")


def _line(notice: Notice) -> str:
    where = getattr(notice, "path", None) or getattr(notice, "document", None)
    return f"{where}: {notice.message} [{notice.reason}]" if where else f"{notice.message} [{notice.reason}]"


class Meter:
    """A progress bar on a terminal; plain lines when piped, one at least every half minute; nothing when quiet.

    Use it as a context and call it. `clock` gives seconds that never go back.
    """

    def __init__(self, *, quiet: bool = False, clock: Callable[[], float] = time.monotonic) -> None:
        self._quiet = quiet
        self._clock = clock
        self._bar: Bar | None = None
        self._task: TaskID | None = None
        self._begun = self._last = clock()
        self._told = -1

    def __enter__(self) -> Self:
        if not self._quiet and sys.stderr.isatty():
            from rich.console import Console  # noqa: PLC0415 - slow to import
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415 - the same

            said = TextColumn("{task.description}", markup=False)
            columns = (TextColumn("articles"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), said)
            self._bar = Progress(*columns, console=Console(stderr=True), transient=True)
            self._bar.start()
            self._task = self._bar.add_task("", total=None)
        return self

    def __call__(self, progress: Progress) -> None:
        """Show how far it is."""
        now = self._clock()
        beside = ", ".join([*_spent(progress), *_speed(progress.done, now - self._begun), *_waiting(progress)])
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=progress.done, total=progress.total, description=beside)
            return
        at_end = progress.total is not None and progress.done >= progress.total
        another = progress.done > 0 and progress.done != self._told and (at_end or progress.done % _EVERY == 0)
        if self._quiet or not (another or now - self._last >= _SECONDS):
            return
        self._told, self._last = progress.done, now
        of = f" of {progress.total}" if progress.total is not None else ""
        failed = f", {progress.failed} failed" if progress.failed else ""
        done = f"{progress.done}{of} articles" if of else some(progress.done, "article")
        say(f"{done}{failed}" + (f", {beside}" if beside else ""))

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()


def _spent(progress: Progress) -> Iterator[str]:
    usage = progress.usage
    if usage.calls or usage.cached:
        yield some(usage.calls, "call")
        if usage.cached:
            yield f"{some(usage.cached, 'answer')} from the cache"
        yield f"{usage.prompt_tokens + usage.completion_tokens:,} tokens"
        if usage.cost_usd:
            yield f"{usage.cost_usd:.2f} US dollars"


def _speed(done: int, seconds: float) -> Iterator[str]:
    if done and seconds >= _SECONDS:
        yield f"{60 * done / seconds:.0f} a minute"


def _waiting(progress: Progress) -> Iterator[str]:
    traffic = progress.traffic
    if traffic.waiting and traffic.oldest >= _SLOW:
        yield f"{some(traffic.waiting, 'request')} waiting, the oldest for {traffic.oldest:.0f} s"
    if traffic.paused >= _SLOW:
        yield f"a pause of {traffic.paused:.0f} s, since the endpoint is too busy"
