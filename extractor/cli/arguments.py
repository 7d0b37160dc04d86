"""The commands and their options; nothing here imports what a command needs to run."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from extractor.cli.asking import DEFAULT_MAX_TOKENS, add_model
from extractor.cli.kinds import positive

RULES = ("majority", "conservative", "highest", "latest")
DEFAULT_OUT = "extractor-out"

_EPILOG = """\
exit codes:
  0    every article was read, and every step went through
  1    some articles, claims or calls failed; they are listed, the rest went through
  2    nothing was started: wrong options, no model, a broken schema or manifest, an output folder that cannot be used
  3    everything failed: no article could be read, or no call got an answer
  130  interrupted; answers that were paid for are in the cache and are not asked for again

environment:
  OPENAI_API_KEY   the key for the endpoint (local servers take any)
  OPENAI_BASE_URL  the endpoint, if --base-url does not say
  EXTRACTOR_DEBUG  set it to see the traceback of an error
"""


@dataclass(frozen=True, slots=True)
class Arguments:
    """The options of a command line, typed; a command reads only those it has."""

    command: str
    paths: tuple[str, ...] = ()
    out: Path = Path(DEFAULT_OUT)
    model: str | None = None
    base_url: str | None = None
    replay: Path | None = None
    strategy: str = "auto"
    manifest: Path | None = None
    rule: str = RULES[0]
    schema: str = "event"
    prompt: str | None = None
    concurrency: int = 8
    recheck: bool = False
    cache: Path | None = None
    record: Path | None = None
    requests_per_minute: float | None = None
    tokens_per_minute: float | None = None
    price: tuple[float, ...] | None = None
    max_cost: float | None = None
    max_calls: int | None = None
    max_failures: int | None = None
    articles: tuple[str, ...] = ()
    explain: bool = False
    ids: tuple[str, ...] = ()
    unlinked: bool = False
    background: bool = False
    unconfirmed: bool = False
    rejected: bool = False
    uncovered: bool = False
    mode: str = "auto"
    max_tokens: int | None = DEFAULT_MAX_TOKENS
    temperature: float | None = 0.0
    seed: int | None = 0
    timeout: float = 300.0
    header: tuple[str, ...] = ()
    extra_body: str | None = None
    ask_again: tuple[str, ...] = ()
    dry_run: bool = False
    batch: bool = False
    action: str = ""
    again: bool = False
    yes: bool = False
    older_than: int | None = None
    outcome: str | None = None
    quiet: bool = False
    verbose: bool = False


def parse(argv: Sequence[str] | None = None) -> Arguments:
    """The options of a command line.

    Raises:
        SystemExit: 2 for a command line that cannot be parsed, 0 after `--help` and `--version`.
    """
    given = vars(parser().parse_args(argv))
    for name in ("paths", "articles", "ids", "header", "price"):
        if given.get(name) is not None or (name != "price" and name in given):
            given[name] = tuple(given[name] or ())
    return Arguments(**given)


def parser() -> argparse.ArgumentParser:
    """The whole command line, as `--help` shows it."""
    top = argparse.ArgumentParser(
        prog="extractor",
        description="What each news article really said: claims checked against their words, one record per event.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    top.add_argument("--version", action=_Version, help="print the version and exit")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _run(commands)
    _extract(commands)
    _merge(commands)
    _show(commands)
    _read(commands)
    _batch(commands)
    _cache(commands)
    return top


class _Version(argparse.Action):
    """Looks the version up only when it is asked for."""

    def __init__(self, option_strings: Sequence[str], dest: str, help: str | None = None) -> None:  # noqa: A002 - argparse's name
        super().__init__(option_strings, dest=argparse.SUPPRESS, nargs=0, default=argparse.SUPPRESS, help=help)
        del dest

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - 30 ms that nothing else needs

        try:
            print(f"extractor {version('extractor')}")  # noqa: T201 - the answer
        except PackageNotFoundError:
            print("extractor, run from its sources without being installed")  # noqa: T201 - the answer
        parser.exit()


_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - it has no other name


def _command(commands: _Commands, name: str, summary: str, detail: str = "") -> argparse.ArgumentParser:
    made = commands.add_parser(
        name,
        help=summary,
        description=f"{summary[0].upper()}{summary[1:]}.\n\n{detail}".strip(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    noise = made.add_mutually_exclusive_group()
    noise.add_argument("-q", "--quiet", action="store_true", help="print errors only")
    noise.add_argument("-v", "--verbose", action="store_true", help="print what was skipped too")
    return made


def _run(commands: _Commands) -> None:
    detail = "Reads the articles, lets a model fill in claims, checks every quote and value, links and merges."
    made = _command(commands, "run", "articles to events, the whole way", detail)
    _add_articles(made)
    _add_out(made)
    add_model(made)
    _add_rule(made)
    text = (
        "ask through the endpoint's batch API, slower and cheaper: sends the questions and ends (see `extractor batch`)"
    )
    made.add_argument("--batch", action="store_true", help=text)


def _batch(commands: _Commands) -> None:
    detail = (
        "`extractor run ... --batch` sends a batch. Its answers go into the cache, so that no run pays for them again."
    )
    made = commands.add_parser(
        "batch",
        help="batches on their way: how far they are, and their answers",
        description=detail,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    actions = made.add_subparsers(dest="action", required=True, metavar="ACTION")
    status = _command(actions, "status", "how far the batches are", "Asks the endpoint. Without ID: all open batches.")
    detail = (
        "Puts the answers into the cache and, when all of a batch are there, makes the run that wanted them. What is\n"
        "still open (requests that failed, answers that do not fit) is asked online, or with --again in a second batch."
    )
    collect = _command(actions, "collect", "the answers of batches that have ended, and their runs", detail)
    collect.add_argument("--again", action="store_true", help="ask what is still open in a second batch")
    for action in (status, collect):
        action.add_argument("ids", nargs="*", metavar="ID", help="batches, as `extractor batch status` names them")
        text = "where the answers and batches are kept (default: in your cache folder)"
        action.add_argument("--cache", type=Path, metavar="DIR", help=text)


def _cache(commands: _Commands) -> None:
    detail = "Answers are kept so that nothing is paid for twice; none is ever removed unless you say so."
    made = commands.add_parser(
        "cache",
        help="the answers that are kept: count, check, export, remove",
        description=detail,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    actions = made.add_subparsers(dest="action", required=True, metavar="ACTION")
    made_by_name = {
        name: _command(actions, name, summary)
        for name, summary in (
            ("show", "how many there are, of which models, and what they cost"),
            ("verify", "check that every answer can be read"),
            ("export", "every answer and every attempt as JSON lines"),
            ("prune", "remove some answers"),
            ("clear", "remove all answers, the ledger and the batches"),
        )
    }
    for action in made_by_name.values():
        text = "where the answers are kept (default: in your cache folder)"
        action.add_argument("--cache", type=Path, metavar="DIR", help=text)
    prune = made_by_name["prune"]
    prune.add_argument("--older-than", type=positive, metavar="DAYS", help="answers paid for longer ago than this")
    prune.add_argument("--model", metavar="NAME", help="answers of this model")
    prune.add_argument("--outcome", choices=("answered", "cut", "refused"), help="answers that ended so")
    prune.add_argument("--dry-run", action="store_true", help="say how many, and remove none")
    made_by_name["clear"].add_argument("--yes", action="store_true", help="do it")


def _extract(commands: _Commands) -> None:
    detail = "The first half of `run`: writes documents.jsonl and claims.jsonl."
    made = _command(commands, "extract", "articles to checked claims", detail)
    _add_articles(made)
    _add_out(made)
    add_model(made)


def _merge(commands: _Commands) -> None:
    detail = (
        "The second half of `run`, without a model: checks the claims against the articles again, links and merges.\n"
        "CLAIMS is a claims.jsonl of this program, of another one or of a person, or an output folder that holds\n"
        "documents.jsonl as well. Formats: docs/claims.md."
    )
    made = _command(commands, "merge", "claims and articles to events", detail)
    made.add_argument("paths", nargs="+", metavar="CLAIMS", help="claims.jsonl files, or output folders")
    made.add_argument("--articles", nargs="+", metavar="PATH", help="the articles that the claims are about")
    made.add_argument("--manifest", type=Path, metavar="FILE", help="title, publisher, url, published by file name")
    made.add_argument("--schema", default="event", metavar="NAME", help="the claim schema (default: event)")
    made.add_argument("--explain", action="store_true", help="print why claims were put together or kept apart")
    _add_rule(made)
    _add_out(made)


def _show(commands: _Commands) -> None:
    detail = "Without an id: the table of all events. An id is an event's or a claim's, as the table and files name it."
    made = _command(commands, "show", "events or claims of an output folder, with their words in context", detail)
    made.add_argument("ids", nargs="*", metavar="ID", help="events or claims")
    made.add_argument("--out", type=Path, default=Path(DEFAULT_OUT), metavar="DIR", help="the output folder to look in")
    for name, text in (
        ("unlinked", "list the claims that are in no event, and why"),
        ("background", "list what is reported as background, with its figures"),
        ("unconfirmed", "list the values kept with a mark: in the words, their tie to the figure not confirmed"),
        ("rejected", "list the values that the words do not bear out, and why"),
        ("uncovered", "list the figures of the articles that no claim covers"),
    ):
        made.add_argument(f"--{name}", action="store_true", help=text)


def _read(commands: _Commands) -> None:
    detail = "Calls no model: a look at what `run` would read, with encodings, dates and everything that is wrong."
    made = _command(commands, "read", "list the articles that can be read, and those that cannot", detail)
    _add_articles(made)


def _add_articles(made: argparse.ArgumentParser) -> None:
    text = "files (.txt .md .html .json .jsonl), folders, patterns, - for standard input"
    made.add_argument("paths", nargs="+", metavar="PATH", help=text)
    text = "title, publisher, url, published by file name (default: manifest.json, .jsonl or .csv beside the files)"
    made.add_argument("--manifest", type=Path, metavar="FILE", help=text)


def _add_out(made: argparse.ArgumentParser) -> None:
    text = f"the output folder (default: {DEFAULT_OUT})"
    made.add_argument("--out", type=Path, default=Path(DEFAULT_OUT), metavar="DIR", help=text)


def _add_rule(made: argparse.ArgumentParser) -> None:
    text = "what chooses the best figure where sources differ (default: majority)"
    made.add_argument("--rule", choices=RULES, default=RULES[0], help=text)
