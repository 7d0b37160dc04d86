"""The output folder of a run or a merge."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from extractor.claims import claim_row
from extractor.eventrecords import EventRecord, EventsFile, dump_events
from extractor.fusion import Rule
from extractor.output import CLAIMS, DOCUMENTS, EVENTS, MARK, RUN, AtomicFile, open_folder, write_json, write_text
from extractor.pipeline.spool import Spool
from extractor.records import CheckedClaim


def write_run(
    out: Path,
    spool: Spool,
    claims: Sequence[CheckedClaim],
    events: Sequence[EventRecord],
    summary: Mapping[str, Any],
    rule: Rule,
) -> None:
    """Write `documents.jsonl`, `claims.jsonl`, `events.json` and, last, `run.json`.

    Raises:
        StoreError: the folder cannot be made or written to, or holds files of somebody else.
    """
    folder = open_folder(out)
    with AtomicFile(folder / DOCUMENTS) as file:
        for row in spool.rows():
            file.add(row)
    with AtomicFile(folder / CLAIMS) as file:
        for claim in sorted(claims, key=lambda c: (c.document, c.id)):
            file.add(claim_row(claim))
    write_text(folder / EVENTS, dump_events(EventsFile(rule=rule, events=tuple(events))))
    write_json(folder / RUN, {MARK: summary.get("versions", {}).get("extractor", ""), **summary})
