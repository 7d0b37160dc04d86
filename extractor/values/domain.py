"""What a schema knows of its subject beside the types of its fields."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Domain:
    """The subject of a schema: which of its counts weigh most, and which of them grow.

    `main` are the count fields that a table shows first, in this order, the gravest first; coverage asks for their
    figures. Empty: the counts that add up. `rising` are those whose figures grow in the days after an event.
    `two_sided` are the labels of events in which both sides give tolls of their own, so that none of them rises.
    """

    main: tuple[str, ...] = ()
    rising: frozenset[str] = frozenset()
    two_sided: frozenset[str] = frozenset()
