"""Who reports by name: agencies, newspapers, broadcasters, monitors, outlets of parties to a war, and their type."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from extractor.records import SourceType


@dataclass(frozen=True, slots=True)
class Outlets:
    """The table of `data/outlets.toml`: rows of a canonical name and its other names, by type.

    `seats` are capitals and countries that, named alone as a speaker, are their government; `state_air` capitals,
    countries and peoples whose broadcasters belonged to the state. Both are folded.
    """

    named: dict[SourceType, tuple[tuple[str, ...], ...]]
    seats: frozenset[str]
    state_air: frozenset[str]


@cache
def outlets() -> Outlets:
    """The known outlets, read once."""
    text = (resources.files("extractor.world") / "data" / "outlets.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    named = {SourceType(kind): tuple(map(tuple, rows)) for kind, rows in data["outlets"].items()}
    states = data["states"]
    return Outlets(named, _words(states["seats"]), _words(states["air"]))


def _words(listed: str) -> frozenset[str]:
    return frozenset(word for word in (part.strip() for part in listed.split(",")) if word)
