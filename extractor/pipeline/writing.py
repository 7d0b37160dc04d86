"""The output folder of a run or a merge."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.documents.claims import claim_row
from extractor.output import CLAIMS, DOCUMENTS, EVENTS, RUN, canonical
from extractor.pipeline.spool import Spool
from extractor.records import CheckedClaim
from extractor.records.eventsfile import EventsFile, event_pieces
from extractor.records.run import RunRecord
from extractor.staging import OutputFolder


def write_folder(
    folder: OutputFolder,
    spool: Spool,
    claims: Sequence[CheckedClaim],
    fused: EventsFile | None,
    record: RunRecord,
) -> bool:
    """Write `documents.jsonl`, `claims.jsonl`, `events.json` (when events were made) and `run.json`, all or none.

    A run that came to nothing does not replace the results of an earlier one.

    Returns:
        Whether anything was written.

    Raises:
        StoreError: the folder cannot be written to; it is then as it was.
    """
    if record.came_to_nothing and folder.holds_results:
        return False
    with folder.file(DOCUMENTS) as file:
        for row in spool.rows():
            file.add(row)
    with folder.file(CLAIMS) as file:
        for claim in sorted(claims, key=lambda c: (c.document, c.id)):
            file.add(claim_row(claim))
    if fused is not None:
        with folder.file(EVENTS) as file:
            for piece in event_pieces(fused):
                file.write(piece)
    else:
        folder.remove(EVENTS)  # of an earlier run: it would not belong to these claims
    with folder.file(RUN) as file:
        file.write(canonical(record, indent=2) + "\n")
    folder.publish()
    return True
