"""What each command does: the same functions that a library user calls, then words for a person."""

from __future__ import annotations

import asyncio
import os
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from extractor.cli import listings, screens
from extractor.cli.arguments import Arguments
from extractor.cli.chosen import options_of, ready
from extractor.cli.console import Meter, harmless, report, say, some
from extractor.cli.folder import require_results

SMALL_MODEL = (
    "small model, so one call per doubtful sentence (passage); with the models measured so far that gives no more than"
    " --strategy reader, which asks none (docs/run.md)"
)
NOTHING_READ = 3
_WITH_SCHEMA = frozenset({"run", "extract", "merge"})


def perform(arguments: Arguments, pipeline: Any = None) -> int:
    """Carry out a command and return the exit code.

    Args:
        arguments: The parsed command line.
        pipeline: What runs, extracts and merges; `None` is `extractor.pipeline`.

    Raises:
        ExtractorError: It cannot be carried out; the caller prints the message.
    """
    commands: Mapping[str, Callable[[Arguments, Any], int]] = {
        "run": run,
        "extract": extract,
        "merge": merge,
        "show": show,
        "read": read,
        "batch": batch,
        "cache": cache,
    }
    if arguments.command in _WITH_SCHEMA and not arguments.quiet:
        _say_whose_code(arguments.schema)
    return commands[arguments.command](arguments, pipeline)


def _say_whose_code(schema: str) -> None:
    """A schema outside the package is code that somebody else may have written: said before it runs."""
    from extractor.registry import whose_code  # noqa: PLC0415 - brings pydantic

    said = whose_code(schema)
    if said is not None:
        say(said)


def run(arguments: Arguments, pipeline: Any = None) -> int:
    """Articles to events."""
    key = ready(arguments)
    pipeline = pipeline or _pipeline()
    options = options_of(arguments, key, pipeline)
    if arguments.dry_run:
        return _estimated(options, pipeline)
    if arguments.batch:
        from extractor.cli import batches  # noqa: PLC0415 - brings openai

        return batches.send(options, quiet=arguments.quiet)
    return _carried_out(arguments, options, pipeline)


def batch(arguments: Arguments, pipeline: Any = None) -> int:
    """Batches on their way."""
    from extractor.cli import batches  # noqa: PLC0415 - brings openai

    pipeline = pipeline or _pipeline()
    key = os.environ.get("OPENAI_API_KEY") or None
    if arguments.action == "status":
        return batches.status(arguments, key)
    return batches.collect(arguments, key, lambda options: _carried_out(_as_run(arguments, options), options, pipeline))


def cache(arguments: Arguments, pipeline: Any = None) -> int:
    """The answers that are kept."""
    del pipeline
    from extractor.cli import caches  # noqa: PLC0415 - brings diskcache

    return caches.perform(arguments)


def _estimated(options: Any, pipeline: Any) -> int:
    """Print what a run would take."""
    found = asyncio.run(pipeline.estimate(options))
    assumed = "the mean of this model's answers so far" if found.measured else "assumed, for want of earlier answers"
    cost = f"about {found.cost_usd:.2f} US dollars" if found.cost_usd is not None else "cost not known"
    print(  # noqa: T201 - the answer
        f"{some(found.documents, 'article')}, {some(found.requests, 'call')} to make,"
        f" {some(found.stored, 'answer')} in the cache already\n"
        f"about {found.tokens.prompt:,} tokens in and {found.tokens.completion:,} out"
        f" ({found.answer_tokens} an answer, {assumed})\n"
        f"{cost} ({found.price_source}); answers that must be asked again come on top"
    )
    return 0


def _as_run(arguments: Arguments, options: Any) -> Arguments:
    """What the screen needs to know of a run that a batch brings back."""
    return replace(arguments, out=options.out, strategy=options.strategy, replay=None)


def _carried_out(arguments: Arguments, options: Any, pipeline: Any) -> int:
    with Meter(quiet=arguments.quiet) as meter:
        result = pipeline.run(options, meter)
    _tell(arguments, result.record)
    if not arguments.quiet:
        screens.table(result.events, listings.footer(result.record.counts), result.record.main_fields)
        screens.rejected(result.claims, verbose=arguments.verbose)
        say(_written(arguments, result, "documents.jsonl claims.jsonl events.json run.json"))
    return int(result.record.exit_code)


def extract(arguments: Arguments, pipeline: Any = None) -> int:
    """Articles to checked claims."""
    key = ready(arguments)
    pipeline = pipeline or _pipeline()
    options = options_of(arguments, key, pipeline)
    if arguments.dry_run:
        return _estimated(options, pipeline)
    with Meter(quiet=arguments.quiet) as meter:
        result = pipeline.extract(options, meter)
    _tell(arguments, result.record)
    if not arguments.quiet:
        say(_written(arguments, result, "documents.jsonl claims.jsonl run.json"))
    return int(result.record.exit_code)


def merge(arguments: Arguments, pipeline: Any = None) -> int:
    """Claims to events."""
    pipeline = pipeline or _pipeline()
    options = pipeline.MergeOptions(
        claims=arguments.paths,
        articles=arguments.articles,
        out=arguments.out,
        rule=arguments.rule,
        manifest=arguments.manifest,
        schema=arguments.schema,
    )
    with Meter(quiet=arguments.quiet) as meter:
        result = pipeline.merge(options, meter)
    _tell(arguments, result.record)
    if not arguments.quiet:
        screens.table(result.events, listings.footer(result.record.counts), result.record.main_fields)
        screens.rejected(result.claims, verbose=arguments.verbose)
    if arguments.explain:
        screens.links(result.linked, result.claims)
    if not arguments.quiet:
        say(_written(arguments, result, "documents.jsonl claims.jsonl events.json run.json"))
    return int(result.record.exit_code)


def show(arguments: Arguments, pipeline: Any = None) -> int:
    """Events or claims of an output folder."""
    del pipeline
    wanted = [name for name in listings.LISTINGS if getattr(arguments, name)]
    if wanted:
        require_results(arguments.out)
    for name in wanted:
        listings.show_listing(arguments.out, name)
    return 0 if wanted and not arguments.ids else screens.show(arguments.out, arguments.ids)


def read(arguments: Arguments, pipeline: Any = None) -> int:
    """What would be read."""
    del pipeline
    from extractor.documents import ReadFailure, ReadWarning, Reason, read_documents  # noqa: PLC0415 - pydantic is slow

    seen: Counter[str] = Counter()
    for item in read_documents(arguments.paths, arguments.manifest):
        if isinstance(item, ReadFailure):
            seen["failed"] += 1
            report([item], (), quiet=arguments.quiet, verbose=arguments.verbose)
        elif isinstance(item, ReadWarning):
            hidden = item.reason is Reason.SKIPPED and not arguments.verbose
            seen["skipped"] += hidden
            report((), [] if hidden else [item], quiet=arguments.quiet, verbose=True)
        else:
            seen["read"] += 1
            known = [item.published and item.published[:10], item.publisher, item.language, item.encoding]
            facts = ", ".join(value for value in known if value)
            print(harmless(f"{item.id}  {len(item.text)} characters  {facts}"))  # noqa: T201 - the answer
    if not arguments.quiet:
        passed = f", {seen['skipped']} passed over (--verbose names them)" if seen["skipped"] else ""
        say(f"{some(seen['read'], 'article')}, {seen['failed']} failed{passed}")
    return NOTHING_READ if not seen["read"] else int(bool(seen["failed"]))


def _tell(arguments: Arguments, record: Any) -> None:
    report(record.failures, record.warnings, quiet=arguments.quiet, verbose=arguments.verbose)
    if arguments.quiet:
        return
    counts, usage = record.counts, record.usage
    uncovered = counts.unclaimed_figures
    missed = listings.NOT_CHECKED if uncovered is None else f"{some(uncovered, 'figure')} that no claim covers"
    say(
        f"{some(counts.documents, 'article')}, {some(counts.claims, 'claim')} with {some(counts.values, 'value')}"
        f" ({counts.rejected} rejected), {some(counts.events, 'event')}, {missed}"
    )
    for number, what, kind in (
        (counts.documents_refused, "refused by the model", "refused"),
        (counts.documents_cut, "with an answer that was cut", "cut"),
    ):
        if number:
            say(f"{some(number, 'article')} {what}; to ask again: --ask-again {kind}")
    if record.strategy == "passage" and arguments.strategy == "auto" and arguments.replay is None:
        say(SMALL_MODEL)
    hostile = {warning.path for warning in record.warnings if warning.reason in listings.HOSTILE}
    if hostile:
        say(
            f"{some(len(hostile), 'article')} with text that speaks to a model or hides something (the notes above,"
            " and warnings in run.json): look at them before you use what is claimed of them"
        )
    if record.languages_not_read:
        say(listings.not_read(record.languages_not_read))
    if usage.calls or usage.cached:
        cost = "" if usage.cost_usd is None else f", {usage.cost_usd:.4f} US dollars"
        tokens = f"{usage.prompt_tokens} + {usage.completion_tokens} tokens"
        say(f"{some(usage.calls, 'call')}, {some(usage.cached, 'answer')} from the cache, {tokens}{cost}")


def _written(arguments: Arguments, result: Any, files: str) -> str:
    """Where the results are, or that an earlier run's were left in their place."""
    if result.written:
        return f"written to {arguments.out}/: {files}"
    return f"nothing came of this: the results that {arguments.out}/ holds of an earlier run are left as they are"


def _pipeline() -> Any:
    from extractor import pipeline  # noqa: PLC0415 - brings pydantic, openai and the rest

    return pipeline
