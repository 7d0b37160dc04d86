"""The records that pass between the steps and that the files hold.

Documents, claims and verdicts are importable from here; `groups`, `events`, `eventsfile` and `run` by their own name.
"""

from __future__ import annotations

from extractor.records.claims import (
    Bound,
    CheckedClaim,
    CheckedValue,
    Claim,
    ClaimedValue,
    Container,
    Document,
    Evidence,
    Holding,
    Modality,
    Record,
    SourceType,
    Span,
    SpanMethod,
    Stance,
    Status,
    Verdict,
    key_window,
)

__all__ = [
    "Bound",
    "CheckedClaim",
    "CheckedValue",
    "Claim",
    "ClaimedValue",
    "Container",
    "Document",
    "Evidence",
    "Holding",
    "Modality",
    "Record",
    "SourceType",
    "Span",
    "SpanMethod",
    "Stance",
    "Status",
    "Verdict",
    "key_window",
]
