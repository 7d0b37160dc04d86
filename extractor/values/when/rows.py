"""Rows of words and slots matched over tokens: the form of a date in one language, as `DateWords` describes it.

row    = part { part }
part   = choice | "[" row "]" | "!" choice | "&" choice
choice = item { "|" item }
item   = "<" slot ">" | word { "_" word }
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractor.language.tokens import PhraseTable, Token
from extractor.values.when.words import DateTables, SlotTable

Captured = Mapping[str, str]  # slot name to what its words mean
LEADS = frozenset({"lead", "yearlead"})  # slots that hold where the date behind them begins
_MARKS = frozenset(".,،")  # a mark that a row names may be missing in the text
_SIZES = {"day": (range(1, 32), 2), "m": (range(1, 13), 2), "year": (range(1000, 2101), 4), "n": (range(1000), 3)}


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several slots or phrases."""

    slots: tuple[str, ...]
    phrases: PhraseTable[bool] | None
    listed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Optional:
    """Parts that may be left out."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Ahead:
    """What must follow, or may not."""

    choice: Choice
    wanted: bool


Part = Choice | Optional | Ahead


class RowError(ValueError):
    """A row of a language's dates is not well formed."""


@dataclass(frozen=True, slots=True)
class Row:
    """The parts of a row. `dated`: a day is among them; `bare`: it is but a weekday; `night`: it is of a night."""

    parts: tuple[Part, ...]
    dated: bool
    bare: bool
    night: bool


def parse_row(row: str, *, night: bool = False) -> Row:
    """A row of the grammar, read.

    Raises:
        RowError: a bracket is left open, or closed without being opened.
    """
    words = row.replace("[", " [ ").replace("]", " ] ").split()
    parts, rest = _parts(words, 0, row)
    if rest != len(words):
        msg = f"{row!r} closes a bracket that it does not open"
        raise RowError(msg)
    slots = {slot for part in parts if isinstance(part, Choice) for slot in part.slots}
    return Row(parts, bool(slots & {"day", "day2"}), slots == {"weekday"} and len(parts) == 1, night)


def _parts(words: Sequence[str], at: int, row: str) -> tuple[tuple[Part, ...], int]:
    made: list[Part] = []
    while at < len(words) and words[at] != "]":
        word = words[at]
        if word == "[":
            inner, at = _parts(words, at + 1, row)
            if at == len(words):
                msg = f"{row!r} leaves a bracket open"
                raise RowError(msg)
            made.append(Optional(inner))
        elif word in _MARKS:
            made.append(Optional((_choice(word),)))
        elif word[0] in "!&" and len(word) > 1:
            made.append(Ahead(_choice(word[1:]), word[0] == "&"))
        else:
            made.append(_choice(word))
        at += 1
    return tuple(made), at


def _choice(word: str) -> Choice:
    items = word.split("|")
    slots = tuple(item[1:-1] for item in items if item.startswith("<"))
    listed = tuple(item.replace("_", " ") for item in items if not item.startswith("<"))
    return Choice(slots, PhraseTable([(item, True) for item in listed]) if listed else None, listed)


class RowMatcher:
    """Matches the rows of one language over the tokens of a text."""

    def __init__(self, text: str, tokens: Sequence[Token], tables: DateTables) -> None:
        self.text, self.tokens, self.tables = text, tokens, tables

    def match(self, row: Row, at: int) -> tuple[int, Captured] | None:
        """The end of the longest match that begins at a token, and what its slots hold; `None` without one."""
        return max(self._match(row.parts, at, at, row), key=lambda item: item[0], default=None)

    def _match(self, parts: tuple[Part, ...], at: int, start: int, row: Row) -> Iterator[tuple[int, Captured]]:
        if not parts:
            yield at, {}
            return
        part, rest = parts[0], parts[1:]
        if isinstance(part, Optional):
            yield from self._match((*part.parts, *rest), at, start, row)
            yield from self._match(rest, at, start, row)
        elif isinstance(part, Ahead):
            ended = at >= len(self.tokens)
            if ended or any(self._ends(part.choice, at, row)) == part.wanted:
                yield from self._match(rest, at, start, row)
        elif at < len(self.tokens) and not (at > start and self._is_broken(at)):
            for end, held in self._ends(part, at, row):
                for stop, more in self._match(rest, end, start, row):
                    yield stop, {**held, **more}

    def _is_broken(self, at: int) -> bool:
        """Whether a line ends before a token."""
        return "\n" in self.text[self.tokens[at - 1].end : self.tokens[at].start]

    def _ends(self, choice: Choice, at: int, row: Row) -> Iterator[tuple[int, dict[str, str]]]:
        if choice.phrases is not None:
            hit = choice.phrases.at(self.tokens, at)
            if hit is not None:
                yield hit.last, {}
        for name in choice.slots:
            held = self._slot(name, at, row)
            if held is not None:
                yield held[0], {name: held[1]}

    def _slot(self, name: str, at: int, row: Row) -> tuple[int, str] | None:
        kind = name.rstrip("2")
        if self.tokens[at].kind == "number":
            return self._number(kind, at)
        if self.tokens[at].kind == "mark" or kind in ("m", "year"):
            return None
        hit = self._table(kind, row).at(self.tokens, at)
        if hit is None or not self._is_name(kind, at, hit.last):
            return None
        return hit.last, str(hit.last if kind in LEADS else hit.meaning)

    def _table(self, kind: str, row: Row) -> SlotTable:
        if kind == "month":
            return self.tables.all_months if row.dated else self.tables.months
        if kind == "weekday":
            return self.tables.bare_weekdays if row.bare else self.tables.weekdays
        try:
            return self.tables.slots[kind]
        except KeyError:
            msg = f"{self.tables.code}: a date row has no slot <{kind}>"
            raise RowError(msg) from None

    def _is_name(self, kind: str, at: int, last: int) -> bool:
        """Whether the words have the capital that makes them a name, where they need one."""
        if kind not in ("month", "weekday") or not self.tables.capital:
            return True
        low = " ".join(token.low for token in self.tokens[at:last])
        return low not in self.tables.capital or self.text[self.tokens[at].start].isupper()

    def _number(self, kind: str, at: int) -> tuple[int, str] | None:
        low = self.tokens[at].low
        if not low.isdecimal() or kind not in _SIZES:
            return None
        value, (allowed, digits) = int(low), _SIZES[kind]
        if kind == "year":
            era = self.tables.words.year_offset
            value -= era if value > allowed[-1] else 0
            return (at + 1, str(value)) if len(low) == digits and value in allowed else None
        return (at + 1, str(value)) if len(low) <= digits and value in allowed else None
