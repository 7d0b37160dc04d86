"""Requests that are noted instead of sent: what a dry run counts and what a batch is made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Withheld:
    """The requests that the response store could not answer, each once, in the order in which they came up.

    Attributes:
        keep: called with the key in the response store and the body of each new request; a run of a million articles
            need not hold them all.
        keys: the keys so far.
    """

    keep: Callable[[str, Mapping[str, Any]], None]
    keys: set[str] = field(default_factory=set)

    def note(self, key: str, request: Mapping[str, Any]) -> None:
        """Keep a request, unless one with its key is kept already."""
        if key not in self.keys:
            self.keys.add(key)
            self.keep(key, request)
