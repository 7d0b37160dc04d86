"""The `extractor` command: arguments, printing, exit codes. Everything heavy is imported where it is called."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Sequence
from typing import Any

from extractor.cli.arguments import parse

_OK, _USAGE, _FAILED, _INTERRUPTED = 0, 2, 3, 130


def main(argv: Sequence[str] | None = None, pipeline: Any = None) -> int:
    """Run a command line and return its exit code; no traceback reaches a user unless EXTRACTOR_DEBUG is set.

    Args:
        argv: The arguments after the program's name; `None` is the process's own.
        pipeline: What runs, extracts and merges; `None` is `extractor.pipeline`.
    """
    try:
        arguments = parse(argv)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else _USAGE
    from extractor.cli.commands import perform  # noqa: PLC0415 - not needed for --help
    from extractor.cli.console import say  # noqa: PLC0415 - the same

    if threading.current_thread() is threading.main_thread():  # no other may set what a signal does
        signal.signal(signal.SIGTERM, _as_interrupt)
    try:
        code = perform(arguments, pipeline)
        sys.stdout.flush()
    except BrokenPipeError:  # `extractor ... | head`: the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _OK
    except KeyboardInterrupt:
        say("interrupted. Answers received so far are in the cache; run the same command again to continue.")
        return _INTERRUPTED
    except Exception as error:
        if os.environ.get("EXTRACTOR_DEBUG"):
            raise
        return _explain(error)
    return code


def _as_interrupt(number: int, frame: object) -> None:
    """Whoever stops a service means what a person means by Ctrl-C."""
    del number, frame
    signal.raise_signal(signal.SIGINT)


def _explain(error: Exception) -> int:
    from extractor.cli.console import say  # noqa: PLC0415 - not needed for --help
    from extractor.errors import ExtractorError, InputError, StoreError, UsageError  # noqa: PLC0415 - the same

    if isinstance(error, ExtractorError):
        say(f"extractor: {error}")
        return _USAGE if isinstance(error, UsageError | InputError | StoreError) else _FAILED
    say(f"extractor: internal error, a bug in extractor, not a problem of your input: {type(error).__name__}: {error}")
    say("set EXTRACTOR_DEBUG=1 to see where it happened; please report it with the command that you ran")
    return _FAILED


__all__ = ["main"]
