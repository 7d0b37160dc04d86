"""The commands of the command line, for tests that walk over all of them."""

from __future__ import annotations

import argparse

from extractor.cli.arguments import parser


def commands(top: argparse.ArgumentParser | None = None, before: str = "") -> dict[str, argparse.ArgumentParser]:
    """Every command by its name, one below another by both (`batch status`)."""
    found = {}
    for action in (top or parser())._actions:  # noqa: SLF001 - argparse gives no other way
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - the same
            for name, command in action.choices.items():
                found |= commands(command, f"{before}{name} ") or {f"{before}{name}": command}
    return found
