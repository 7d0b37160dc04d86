"""The output folder of a run or a merge."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from extractor.documents.claims import claim_row
from extractor.errors import StoreError
from extractor.output import CLAIMS, DOCUMENTS, EVENTS, RUN, AtomicFile, open_folder, write_json
from extractor.pipeline.spool import Spool
from extractor.records import CheckedClaim
from extractor.records.eventsfile import EventsFile, event_pieces
from extractor.records.run import RunRecord


def write_folder(
    out: Path,
    spool: Spool,
    claims: Sequence[CheckedClaim],
    fused: EventsFile | None,
    record: RunRecord,
) -> None:
    """Write `documents.jsonl`, `claims.jsonl`, `events.json` (when events were made) and, last, `run.json`.

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
    if fused is not None:
        with AtomicFile(folder / EVENTS) as file:
            for piece in event_pieces(fused):
                file.write(piece)
    else:
        _remove(folder / EVENTS)  # of an earlier run: it would not belong to these claims
    write_json(folder / RUN, record)


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        msg = f"cannot remove {path}, which is of an earlier run: {error.strerror or type(error).__name__}"
        raise StoreError(msg) from error
