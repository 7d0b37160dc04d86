"""What an expression of time is resolved against, and what it then means."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from extractor.values.when.days import Days


@dataclass(frozen=True, slots=True)
class Basis:
    """What a relative expression counts from. `future`: its clause speaks of what is to come."""

    published: date | None
    future: bool = False


@dataclass(frozen=True, slots=True)
class Parsed:
    """What an expression means: `days` is `None` when it needs a publication date, or another event's date.

    `value` overrides the ISO form ("late last year" is the year, though only its end is possible). `shift` is that of
    an expression that counts from another day: unit and number, back below zero.
    """

    days: Days | None
    precision: str
    flags: frozenset[str] = frozenset()
    value: str | None = None
    shift: tuple[str, int] | None = None


def parsed(days: Days | None, precision: str, *flags: str, value: str | None = None) -> Parsed:
    """The meaning of an expression; without days it is flagged `unresolved`."""
    if days is None:
        flags = (*flags, "unresolved")
    return Parsed(days, precision, frozenset(flags), value)
