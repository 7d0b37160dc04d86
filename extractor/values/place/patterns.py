"""Patterns of words around names, from the languages' data, compiled when first used."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import ClassVar

from pydantic import Field

from extractor.vocabulary import Grouped, Vocabulary


class PlacePatterns(Vocabulary):
    """The rows of `data/<code>/place_patterns.toml` by role: regular expressions in which line ends mean nothing."""

    topic: ClassVar[str] = "place_patterns"

    rows: Grouped = Field(default_factory=dict)


class WordPattern:
    """The rows of a role, of all languages, as one pattern with the methods of a compiled one.

    Rows that are looked for at every name are in small letters and matched against `TextView.low`: several times as
    fast as `ignore_case`.
    """

    def __init__(
        self, role: str, *, ignore_case: bool = False, fill: Mapping[str, Callable[[], str]] | None = None
    ) -> None:
        """Args: `fill` gives what stands for `<key>` in a row."""
        self.role = role
        self._flags = re.IGNORECASE if ignore_case else re.NOFLAG
        self._fill = fill or {}

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern; rows in the order of the alphabet."""
        rows = (row.replace("\n", "") for row in sorted(PlacePatterns.of_all().rows[self.role]))
        pattern = "|".join(rows)
        for key, made in self._fill.items():
            pattern = pattern.replace(f"<{key}>", made())
        return re.compile(pattern, self._flags)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        return self.compiled.search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As `re.Pattern.match`."""
        return self.compiled.match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As `re.Pattern.fullmatch`."""
        return self.compiled.fullmatch(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`."""
        return self.compiled.finditer(text, start, end)

    def sub(self, replacement: str, text: str) -> str:
        """As `re.Pattern.sub`."""
        return self.compiled.sub(replacement, text)
