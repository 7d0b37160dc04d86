"""What is wrong with the parts that claims name for their totals: a part that nobody states, itself, a circle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractor.records import Claim


def part_problems(claims: Sequence[Claim]) -> list[tuple[str, ...]]:
    """For each claim of an article what is wrong with its `parts`, in words; they count for nothing in linkage.

    Args:
        claims: all claims of one article; a part is the event key of another of them.
    """
    parts: dict[str, set[str]] = {}
    for claim in claims:
        if claim.event is not None:
            parts.setdefault(claim.event, set()).update(claim.parts)
    return [
        tuple(_problem(claim, part, parts) for part in claim.parts if _is_wrong(claim, part, parts)) for claim in claims
    ]


def _is_wrong(claim: Claim, part: str, parts: Mapping[str, set[str]]) -> bool:
    return claim.event is None or part not in parts or _reaches(part, claim.event, parts)


def _problem(claim: Claim, part: str, parts: Mapping[str, set[str]]) -> str:
    if claim.event is None:
        return f"parts: {part!r} is named by a claim without an event of its own"
    if part == claim.event:
        return f"parts: {part!r} is the event of the claim itself"
    if part not in parts:
        return f"parts: no claim of the article has the event {part!r}"
    return f"parts: {part!r} and {claim.event!r} are each a part of the other"


def _reaches(start: str, goal: str, parts: Mapping[str, set[str]]) -> bool:
    """Is one event the other, or does it have it among its parts, or theirs?"""
    seen: set[str] = set()
    left = [start]
    while left:
        key = left.pop()
        if key == goal:
            return True
        if key not in seen:
            seen.add(key)
            left.extend(parts.get(key, ()))
    return False
