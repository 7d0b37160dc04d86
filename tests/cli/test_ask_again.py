"""`--ask-again`: a list of outcomes, checked before anything is read; and the options that messages name exist."""

from __future__ import annotations

import re

import pytest

from extractor.cli.arguments import parse, parser
from extractor.cli.kinds import OUTCOMES
from extractor.client import options
from extractor.errors import UsageError
from extractor.pipeline import RunOptions


def test_a_list_with_commas():
    assert parse(["run", "a.txt", "--ask-again", "refused, cut,cut"]).ask_again == ("refused", "cut")
    assert parse(["run", "a.txt"]).ask_again == ()


@pytest.mark.parametrize("given", ["", "all", "cut;refused", "cut,"])
def test_what_is_not_a_kind(given, capsys):
    with pytest.raises(SystemExit) as ended:
        parse(["run", "a.txt", "--ask-again", given])
    assert ended.value.code == 2
    assert "give one or more of refused, cut, failed, a comma between" in capsys.readouterr().err


def test_the_command_line_and_the_library_know_the_same_kinds():
    assert OUTCOMES == options.OUTCOMES
    with pytest.raises(UsageError, match="ask_again 'all' is not known: choose one of refused, cut, failed"):
        RunOptions(ask_again=("all",))


def options_of(command):
    """The options of a command and of those below it; argparse shows them nowhere else."""
    known = set()
    for action in command._actions:  # noqa: SLF001
        known.update(action.option_strings)
        for below in action.choices.values() if isinstance(action.choices, dict) else ():
            known |= options_of(below)
    return known


def test_messages_name_only_options_that_exist(request):
    """Every word that begins with two hyphens in the package's code is an option of some command."""
    known = options_of(parser())
    sources = (request.config.rootpath / "extractor").rglob("*.py")
    named = {
        (source.name, option)
        for source in sources
        for option in re.findall(r"(?<![\w\-\"'`#=])--[a-z][a-z-]+[a-z]", source.read_text(encoding="utf-8"))
    }
    assert {(name, option) for name, option in named if option not in known} == set()
