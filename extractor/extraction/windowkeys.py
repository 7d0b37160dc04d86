"""Event keys of an article that was asked about in windows: unique within it, and joined where windows overlap."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from extractor.records import Claim, ClaimedValue


def in_window(claim: Claim, window: int) -> Claim:
    """The claim with its keys marked by the window that they were said in: nobody saw the keys of another window.

    >>> claim = Claim(id="", document="d", fields={}, event="homs", parts=("a", "b"))
    >>> marked = in_window(claim, 2)
    >>> marked.event, marked.parts
    ('2/homs', ('2/a', '2/b'))
    """
    event = f"{window}/{claim.event}" if claim.event else None
    return claim.model_copy(update={"event": event, "parts": tuple(f"{window}/{part}" for part in claim.parts)})


def join_windows(answers: Sequence[Sequence[Claim]]) -> list[list[Claim]]:
    """The claims of every window, with one key for one event as far as the overlaps show it.

    A figure that two windows share is one figure: claims of both that take the same number from the same words are of
    one event, and the later window's key becomes the earlier's.
    """
    joined: dict[str, str] = {}
    for earlier, later in itertools.pairwise(answers):
        for one, other in itertools.product(earlier, later):
            if one.event and other.event and other.event not in joined and _shared_figure(one, other):
                joined[other.event] = joined.get(one.event, one.event)
    return [[_renamed(claim, joined) for claim in claims] for claims in answers]


def _renamed(claim: Claim, joined: dict[str, str]) -> Claim:
    event = joined.get(claim.event, claim.event) if claim.event else None
    parts = dict.fromkeys(joined.get(part, part) for part in claim.parts)
    return claim.model_copy(update={"event": event, "parts": tuple(part for part in parts if part != event)})


def _shared_figure(one: Claim, other: Claim) -> bool:
    return any(
        name == other_name and mine.value == theirs.value and _overlap(mine, theirs)
        for name, mine in _figures(one)
        for other_name, theirs in _figures(other)
    )


def _figures(claim: Claim) -> Iterator[tuple[str, ClaimedValue]]:
    """The counts: only they have a bound."""
    return ((name, value) for name, values in claim.fields.items() for value in values if value.bound is not None)


def _overlap(one: ClaimedValue, other: ClaimedValue) -> bool:
    if one.start is None or other.start is None or not one.quote or not other.quote:
        return False
    return one.start < other.start + len(other.quote) and other.start < one.start + len(one.quote)
