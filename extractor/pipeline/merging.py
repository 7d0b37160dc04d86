"""Claims to events: checking, linkage, fusion. No model, no clock: the same claims give the same bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path

from extractor.claims import ClaimFailure, read_claims
from extractor.documents import ReadFailure, ReadWarning, Reason, read_documents
from extractor.errors import UsageError
from extractor.eventrecords import EventRecord, Rule
from extractor.events import Linked
from extractor.fusion import fuse_events
from extractor.linkage import link_claims
from extractor.output import CLAIMS, DOCUMENTS
from extractor.pipeline.options import MergeOptions, Progress, RunResult, Watcher
from extractor.pipeline.spool import Spool, Views
from extractor.pipeline.tally import Tally, in_order, own_version, versions
from extractor.pipeline.writing import write_folder
from extractor.records import CheckedClaim, Claim, Document
from extractor.registry import load_schema, schema_hash
from extractor.runrecord import Problem, RunRecord, Source, Step
from extractor.values.schema import ClaimSchema
from extractor.verification import verify_claims


def merge_claims(
    claims: Sequence[CheckedClaim],
    documents: Mapping[str, Document],
    schema: type[ClaimSchema],
    rule: Rule = Rule.MAJORITY,
) -> tuple[Linked, tuple[EventRecord, ...]]:
    """Link checked claims to events and fuse each event to one record.

    Args:
        claims: checked claims of any number of articles, in any order.
        documents: the articles by id.
        schema: the claim schema.
        rule: how `best` is chosen.

    Returns:
        What linkage made of the claims, and the fused records in the order of their ids.
    """
    ordered = sorted(claims, key=lambda c: (c.document, c.id))
    linked = link_claims(ordered, Views(documents), schema)
    wanted = sorted({c.document for c in ordered})
    return linked, fuse_events(linked, ordered, [documents[name] for name in wanted if name in documents], schema, rule)


def merge(options: MergeOptions, watch: Watcher | None = None) -> RunResult:
    """Read claims and articles, check the claims anew, link, fuse, and write the output folder when one is named.

    Args:
        options: claims files or output folders, the articles, the rule.
        watch: told after every article that has claims.

    Raises:
        UsageError: no articles are named and none stand beside the claims.
        InputError: a claims file cannot be read.
        RegistryError: the schema is missing.
        StoreError: the output folder refuses.
    """
    schema = load_schema(options.schema)
    with Spool() as spool:
        tally = Tally(spool)
        claims = _read_all(options, tally)
        _read_articles(options, tally, {c.document for c in claims})
        for name, own in groupby(sorted(claims, key=lambda c: (c.document, c.id)), key=lambda c: c.document):
            tally.claims.extend(verify_claims(own, [spool[name]] if name in spool else [], schema))
            if name not in spool:
                message = f"claims name the article {name!r}, and no article given has that id; see `extractor read`"
                tally.failures.append(
                    Problem(step=Step.CLAIMS, reason="document_missing", message=message, document=name)
                )
            if watch:
                watch(Progress(len({c.document for c in tally.claims}), None, 0, name))
        rule = Rule(options.rule)
        linked, events = merge_claims(tally.claims, spool, schema, rule)
        record = RunRecord(
            extractor=own_version(),
            versions=versions(),
            claim_schema=Source(name=options.schema, sha256=schema_hash(options.schema)),
            rule=rule.value,
            counts=tally.counts(len(events)),
            failures=in_order(tally.failures),
            warnings=in_order(tally.warnings),
        )
        if options.out is not None:
            write_folder(options.out, spool, tally.claims, (events, rule), record)
    return RunResult(events, tuple(tally.claims), linked, record)


def _read_all(options: MergeOptions, tally: Tally) -> list[Claim]:
    """Every claim once; a line that is not a claim is reported with its number, and so is an id that stands twice."""
    found: dict[str, Claim] = {}
    for given in options.claims:
        path = Path(given) / CLAIMS if Path(given).is_dir() else Path(given)
        for item in read_claims(path):
            if isinstance(item, ClaimFailure):
                where = f"{item.path}:{item.line}"
                problem = Problem(step=Step.CLAIMS, reason="bad_claim", message=item.message, path=where)
                tally.failures.append(problem)
                continue
            claim = item
            if item.id in found and found[item.id] != item:
                claim = item.model_copy(update={"id": _free(item.id, found)})
            found[claim.id] = claim
    return list(found.values())


def _free(name: str, taken: Mapping[str, Claim]) -> str:
    number = 2
    while f"{name}~{number}" in taken:
        number += 1
    return f"{name}~{number}"


def _read_articles(options: MergeOptions, tally: Tally, wanted: set[str]) -> None:
    paths = list(options.articles)
    if not paths:
        beside = [Path(c) / DOCUMENTS if Path(c).is_dir() else Path(c).with_name(DOCUMENTS) for c in options.claims]
        paths = [str(p) for p in beside if p.is_file()]
    if not paths:
        msg = f"no articles: name them with --articles, or keep {DOCUMENTS} beside the claims file"
        raise UsageError(msg)
    for item in read_documents(paths, options.manifest):
        if isinstance(item, Document):
            if item.id in wanted:
                tally.spool.add(item)
        elif isinstance(item, ReadFailure) or (isinstance(item, ReadWarning) and item.reason is not Reason.SKIPPED):
            tally.notice(item)
