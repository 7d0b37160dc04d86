"""What a person sees while a command runs: results on stdout, everything else on stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self
from unicodedata import category

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

_LAYOUT = "\n\t\u00ad\u200c\u200d"  # line ends, tabs, soft hyphens, the joiners that Persian and Hindi need
_NOT_ASKED = "not_asked"  # one reason for many articles
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


def say(text: str) -> None:
    """A line for the person, not for the next program."""
    print(harmless(text), file=sys.stderr)  # noqa: T201 - this is the one place that prints there


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
    """A progress bar on a terminal, plain lines when piped, nothing when quiet. Use as a context and call it."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._quiet = quiet
        self._bar: Bar | None = None
        self._task: TaskID | None = None
        self._told = -1

    def __enter__(self) -> Self:
        if not self._quiet and sys.stderr.isatty():
            from rich.console import Console  # noqa: PLC0415 - slow to import
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415 - the same

            columns = (TextColumn("articles"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
            self._bar = Progress(*columns, console=Console(stderr=True), transient=True)
            self._bar.start()
            self._task = self._bar.add_task("articles", total=None)
        return self

    def __call__(self, progress: Progress) -> None:
        """Show how far it is."""
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=progress.done, total=progress.total)
            return
        at_end = progress.total is not None and progress.done >= progress.total
        if self._quiet or progress.done == self._told or not (at_end or progress.done % _EVERY == 0):
            return
        if progress.done:
            self._told = progress.done
            of = f" of {progress.total}" if progress.total is not None else ""
            failed = f", {progress.failed} failed" if progress.failed else ""
            say(f"{progress.done}{of} articles{failed}")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()
