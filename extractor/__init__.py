"""What each news article really said: event claims checked against their words and fused into one record per event.

    from extractor import RunOptions, locate_quote, run

    locate_quote("killed at least 57 people", text)         # where the words stand, or None
    run(RunOptions(paths=("articles",), strategy="reader"))  # the whole way, without a model

Everything named in `__all__` is public. Names are imported when they are first used, so that importing the package,
and the command line with it, is fast.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.coverage import UnclaimedFigure as UnclaimedFigure
    from extractor.coverage import unclaimed_figures as unclaimed_figures
    from extractor.documents import ReadFailure as ReadFailure
    from extractor.documents import ReadWarning as ReadWarning
    from extractor.documents import read_documents as read_documents
    from extractor.documents.claims import ClaimFailure as ClaimFailure
    from extractor.documents.claims import parse_claim as parse_claim
    from extractor.documents.claims import read_claims as read_claims
    from extractor.errors import ExtractorError as ExtractorError
    from extractor.fusion import fuse_events as fuse_events
    from extractor.grounding import Locator as Locator
    from extractor.grounding import locate_quote as locate_quote
    from extractor.grounding import normalise as normalise
    from extractor.linkage import link_claims as link_claims
    from extractor.pipeline import ArticleResult as ArticleResult
    from extractor.pipeline import MergeOptions as MergeOptions
    from extractor.pipeline import RunOptions as RunOptions
    from extractor.pipeline import RunResult as RunResult
    from extractor.pipeline import extract as extract
    from extractor.pipeline import extract_async as extract_async
    from extractor.pipeline import extract_documents as extract_documents
    from extractor.pipeline import merge as merge
    from extractor.pipeline import merge_claims as merge_claims
    from extractor.pipeline import run as run
    from extractor.pipeline import run_async as run_async
    from extractor.records import Bound as Bound
    from extractor.records import CheckedClaim as CheckedClaim
    from extractor.records import CheckedValue as CheckedValue
    from extractor.records import Claim as Claim
    from extractor.records import ClaimedValue as ClaimedValue
    from extractor.records import Document as Document
    from extractor.records import Span as Span
    from extractor.records import Status as Status
    from extractor.records import Verdict as Verdict
    from extractor.records.events import EventRecord as EventRecord
    from extractor.records.events import Rule as Rule
    from extractor.records.eventsfile import dump_events as dump_events
    from extractor.records.eventsfile import load_events as load_events
    from extractor.records.groups import Linked as Linked
    from extractor.registry import load_schema as load_schema
    from extractor.segments import TextView as TextView
    from extractor.verification import verify_claims as verify_claims

_HOMES = {
    "documents.claims": ("ClaimFailure", "parse_claim", "read_claims"),
    "coverage": ("UnclaimedFigure", "unclaimed_figures"),
    "documents": ("ReadFailure", "ReadWarning", "read_documents"),
    "errors": ("ExtractorError",),
    "records.events": ("EventRecord", "Rule"),
    "records.eventsfile": ("dump_events", "load_events"),
    "records.groups": ("Linked",),
    "fusion": ("fuse_events",),
    "grounding": ("Locator", "locate_quote", "normalise"),
    "linkage": ("link_claims",),
    "pipeline": (
        "ArticleResult",
        "MergeOptions",
        "RunOptions",
        "RunResult",
        "extract",
        "extract_async",
        "extract_documents",
        "merge",
        "merge_claims",
        "run",
        "run_async",
    ),
    "records": (
        "Bound",
        "CheckedClaim",
        "CheckedValue",
        "Claim",
        "ClaimedValue",
        "Document",
        "Span",
        "Status",
        "Verdict",
    ),
    "registry": ("load_schema",),
    "segments": ("TextView",),
    "verification": ("verify_claims",),
}
_HOME_OF = {name: f"extractor.{module}" for module, names in _HOMES.items() for name in names}

__all__ = sorted(_HOME_OF)  # noqa: PLE0605 - the names are strings of the table above


def __getattr__(name: str) -> object:
    """Import a public name where it lives, the first time it is asked for."""
    home = _HOME_OF.get(name)
    if home is None:
        msg = f"module 'extractor' has no attribute {name!r}"
        raise AttributeError(msg)
    value: object = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names, beside the module's own."""
    return sorted({*globals(), *__all__})
