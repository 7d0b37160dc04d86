"""Claims to events: checking, linkage, fusion. No model, no clock: the same claims give the same bytes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from extractor.coverage import is_checked, unclaimed_figures
from extractor.documents import ReadFailure, ReadWarning, Reason, read_documents
from extractor.documents.claims import ClaimFailure, read_claims
from extractor.errors import UsageError
from extractor.fusion import fuse_events
from extractor.linkage import link_claims
from extractor.output import CLAIMS, DOCUMENTS
from extractor.pipeline.articles import ArticleResult
from extractor.pipeline.options import MergeOptions, Progress, RunResult, Watcher
from extractor.pipeline.spool import Spool, Views
from extractor.pipeline.tally import Tally, in_order, own_version, versions
from extractor.pipeline.writing import write_folder
from extractor.records import CheckedClaim, Claim, Document
from extractor.records.events import EventRecord, Rule
from extractor.records.eventsfile import EventsFile
from extractor.records.groups import Linked
from extractor.records.run import Problem, RunRecord, Source, Step
from extractor.registry import load_schema, schema_hash
from extractor.staging import OutputFolder
from extractor.values.analysis import Analysis
from extractor.values.schema import ClaimSchema
from extractor.values.when.when import dated_view
from extractor.verification import Checker, verify_claims


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
        watch: told after every article.

    Raises:
        UsageError: no articles are named and none are beside the claims.
        InputError: a claims file cannot be read.
        RegistryError: the schema is missing.
        StoreError: the output folder refuses.
    """
    schema = load_schema(options.schema)
    with Spool() as spool:
        tally = Tally(spool, unclaimed=0 if is_checked(schema) else None)
        claims = sorted(_read_all(options, tally), key=lambda c: (c.document, c.id))
        _read_articles(options, tally)
        by_article = {name: list(own) for name, own in groupby(claims, key=lambda c: c.document)}
        for done, name in enumerate(sorted({*by_article, *spool}), 1):
            _check(name, by_article.get(name, []), tally, schema)
            if watch:
                watch(Progress(done, None, 0, name))
        rule = Rule(options.rule)
        linked, events = merge_claims(tally.claims, spool, schema, rule)
        record = RunRecord(
            extractor=own_version(),
            versions=versions(),
            claim_schema=Source(name=options.schema, sha256=schema_hash(options.schema)),
            rule=rule.value,
            main_fields=schema.main_fields(),
            counts=tally.counts(events, linked),
            languages_not_read=tally.languages_not_read,
            failures=in_order(tally.failures),
            warnings=in_order(tally.warnings),
        )
        written = False
        if options.out is not None:
            with OutputFolder(options.out) as folder:
                written = write_folder(folder, spool, tally.claims, EventsFile.of(rule, events, linked), record)
    return RunResult(events, tuple(tally.claims), linked, record, written)


def _check(name: str, claims: Sequence[Claim], tally: Tally, schema: type[ClaimSchema]) -> None:
    """Check the claims of one article, and list the figures that none of them covers."""
    if name not in tally.spool:
        unread = _unread(name, tally)
        why = unread or "no article given has that id; see `extractor read`"
        message = f"claims name the article {name!r}, and {why}"
        tally.failures.append(Problem(step=Step.CLAIMS, reason="document_missing", message=message, document=name))
        tally.claims.extend(verify_claims(claims, [], schema, {name: unread} if unread else {}))
        return
    document = tally.spool[name]
    tally.warnings.extend(_beyond(document, claims))
    view = dated_view(document)
    checker = Checker(document, schema, view)
    checked = tuple(checker.check_all(claims))
    missing = unclaimed_figures(view, checked, schema)
    tally.claims.extend(checked)
    tally.add_unclaimed(len(missing))
    result = ArticleResult(document, checked, tuple(missing), language_not_read=Analysis(view).language_not_read)
    tally.language(result.language_not_read)
    tally.spool.note(name, result.facts())


def _unread(name: str, tally: Tally) -> str | None:
    """Why the file of an article with this name could not be read; `None` when there is no such file."""
    failed = (f for f in tally.failures if f.step is Step.READ and f.path and Path(f.path).stem == name)
    return next((f"its file {f.path} could not be read: {f.message}" for f in failed), None)


def _beyond(document: Document, claims: Sequence[Claim]) -> Iterator[Problem]:
    """A warning for every value whose `start` lies behind the end of its article: it is not used."""
    size = len(document.text)
    for claim in claims:
        for name, values in claim.fields.items():
            for value in values:
                if value.start is not None and value.start >= size:
                    message = (
                        f"claim {claim.id!r}, field {name}: `start` is {value.start}, and the article has {size}"
                        " characters; the quote was looked for in the whole article"
                    )
                    yield Problem(step=Step.CLAIMS, reason="start_outside", message=message, document=document.id)


def _read_all(options: MergeOptions, tally: Tally) -> list[Claim]:
    """Every claim once; a line that is not a claim is reported with its number.

    Claims that share an id and differ get ids of their own, which depend on what they say and not on the order of the
    files, and a warning.
    """
    found: dict[str, dict[str, Claim]] = defaultdict(dict)
    for given in options.claims:
        path = Path(given) / CLAIMS if Path(given).is_dir() else Path(given)
        for item in read_claims(path):
            if isinstance(item, ClaimFailure):
                where = f"{item.path}:{item.line}"
                problem = Problem(step=Step.CLAIMS, reason="bad_claim", message=item.message, path=where)
                tally.failures.append(problem)
            else:
                found[item.id][item.model_dump_json()] = item
    return [claim for name in sorted(found) for claim in _told_apart(name, found, tally)]


def _told_apart(name: str, found: Mapping[str, Mapping[str, Claim]], tally: Tally) -> Iterator[Claim]:
    same = [claim for _, claim in sorted(found[name].items())]
    yield same[0]
    number = 2
    for claim in same[1:]:
        while f"{name}~{number}" in found:
            number += 1
        other = f"{name}~{number}"
        number += 1
        message = f"another claim has the id {name!r} too; this one is called {other!r}"
        tally.warnings.append(Problem(step=Step.CLAIMS, reason="same_id", message=message, document=claim.document))
        yield claim.model_copy(update={"id": other})


def _read_articles(options: MergeOptions, tally: Tally) -> None:
    """Every article given is kept, with claims or without: a merge into the folder it reads from loses none."""
    paths = list(options.articles)
    if not paths:
        beside = [Path(c) / DOCUMENTS if Path(c).is_dir() else Path(c).with_name(DOCUMENTS) for c in options.claims]
        paths = [str(p) for p in beside if p.is_file()]
    if not paths:
        msg = f"no articles: name them with --articles, or keep {DOCUMENTS} beside the claims file"
        raise UsageError(msg)
    for item in read_documents(paths, options.manifest):
        if isinstance(item, Document):
            tally.spool.add(item)
        elif isinstance(item, ReadFailure) or (isinstance(item, ReadWarning) and item.reason is not Reason.SKIPPED):
            tally.notice(item)
