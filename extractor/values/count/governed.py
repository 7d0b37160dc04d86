"""What a number turns out to count."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.values.count.sentence import Predicate


@dataclass(frozen=True, slots=True)
class Governed:
    """What a number counts and the predicate that says so (`None` for a noun's own kind)."""

    kind: str
    predicate: Predicate | None = None
    toll: bool = False
    superseded: bool = False
