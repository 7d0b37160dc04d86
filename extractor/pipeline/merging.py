"""Checked claims to events: linkage, then fusion. No model, no clock: the same claims give the same bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractor.eventrecords import EventRecord
from extractor.events import Linked
from extractor.fusion import Rule, fuse_events
from extractor.linkage import link_claims
from extractor.pipeline.spool import Views
from extractor.records import CheckedClaim, Document
from extractor.values.schema import ClaimSchema


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
