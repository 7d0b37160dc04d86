"""Patterns over units: a sentence as a row of named units, and readable rows that match stretches of it.

A unit is a word, a mark or a phrase with its kind: `say` for a verb of speech, `who` for somebody who reports, `comma`.
A row names kinds one after the other:

    start <phrase> when* say        a phrase at the start of a clause, words of time, a verb of speech
    comma say <phrase> end          ", said the minister."

`<...>` is what the row is about (the speaker), `a/b` either, `?`, `*`, `+` and `{1,3}` how often. A kind may be a group
of kinds; `start`, `end`, `first` and `last` are places between units; `not-x` and `then-x` say what does not and what
does follow, without taking it.

The engine knows no language and no kind: a `Grammar` brings them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

_FIRST = 0x4E00  # a letter for each kind: any block of letters that mean nothing in a regular expression


_PLACES = {"first": r"(?<![\s\S])", "last": r"(?![\s\S])"}


class PatternError(ValueError):
    """A row names a kind that its grammar does not have, or cannot be read."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Tokens `[first, last)` and what they are together."""

    kind: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Row:
    """A pattern as a person writes it: what it means (`shape`), the units, and an example that is run as a test.

    In the example the speaker is in square brackets and a figure that is the speaker's in braces.
    """

    shape: str
    units: str
    example: str

    @classmethod
    def parse(cls, line: str) -> Row:
        """The row of a line in three columns.

        >>> Row.parse("after | comma say <phrase> end | 9 dead, said [the mayor].").units
        'comma say <phrase> end'
        """
        columns = [column.strip() for column in line.split(" | ")]
        if len(columns) != len(cls.__slots__):
            msg = f"not three columns parted by ' | ': {line!r}"
            raise PatternError(msg)
        return cls(*columns)


@dataclass(frozen=True, slots=True)
class Match:
    """A row that matches units `[first, last)`, and the units `[begin, stop)` that it captures."""

    row: Row
    first: int
    last: int
    begin: int
    stop: int


@dataclass(frozen=True)
class Grammar:
    """Kinds of units, groups of kinds by name, and the places `start` and `end` as the kinds that make them."""

    kinds: tuple[str, ...]
    groups: Mapping[str, str] = field(default_factory=dict)
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()

    @cached_property
    def letters(self) -> dict[str, str]:
        """Each kind's letter in the string that the rows are matched on."""
        return {kind: chr(_FIRST + n) for n, kind in enumerate(self.kinds)}

    def written(self, units: Iterable[Unit]) -> str:
        """The units as a string, a letter each."""
        return "".join(self.letters[unit.kind] for unit in units)

    def compiled(self, row: Row) -> re.Pattern[str]:
        """The regular expression of a row, over the letters of the kinds.

        Raises:
            PatternError: the row names a kind that the grammar does not have, or cannot be read.
        """
        expression = "".join(self._piece(piece) for piece in row.units.split())
        try:
            return re.compile(expression)
        except re.error as error:
            msg = f"cannot read {row.units!r}: {error}"
            raise PatternError(msg) from error

    def _piece(self, piece: str) -> str:
        """A word of a row as a piece of the regular expression: `<phrase>`, `when*`, `say/state`, `not-that`."""
        read = re.fullmatch(r"(<?)(not-|then-)?([\w/-]+?)(>?)([?*+]|\{\d,\d+\})?(>?)", piece)
        if read is None:
            msg = f"cannot read {piece!r}"
            raise PatternError(msg)
        opens, refused, names, closes, often, late = read.groups()
        inside = "|".join(self._named(name) for name in names.split("/"))
        looking = {"not-": "(?!", "then-": "(?="}.get(refused)
        expression = f"{looking}{inside})" if looking else f"(?:{inside}){often or ''}"
        return ("(?P<captured>" if opens else "") + expression + (")" if closes or late else "")

    def _named(self, name: str) -> str:
        if name == "start":
            return f"(?<![^{self._set(self.starts)}])"
        if name == "end":
            return f"(?![^{self._set(self.ends)}])"
        if name in _PLACES:
            return _PLACES[name]
        if name in self.groups:
            return "".join(self._piece(piece) for piece in self.groups[name].split())
        if name not in self.letters:
            msg = f"no unit {name!r}"
            raise PatternError(msg)
        return self.letters[name]

    def _set(self, kinds: Sequence[str]) -> str:
        return "".join(self.letters[kind] for kind in kinds)


def find_matches(
    grammar: Grammar, rows: Sequence[tuple[Row, re.Pattern[str]]], units: Sequence[Unit]
) -> Iterator[Match]:
    """From left to right, at each unit the first row that matches; the search goes on behind what a match took."""
    written = grammar.written(units)
    at = 0
    while at < len(written):
        for row, pattern in rows:
            found = pattern.match(written, at)
            if found is not None and found.end("captured") > found.start("captured"):
                yield Match(row, at, found.end(), found.start("captured"), found.end("captured"))
                at = max(at + 1, found.end())
                break
        else:
            at += 1
