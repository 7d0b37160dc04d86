"""What a figure of a sentence is read to count."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.records import Bound


@dataclass(frozen=True, slots=True)
class FigureReading:
    """A figure of a text, `text[start:end]` without and `text[phrase_start:phrase_end]` with its hedge.

    `kind` is what it counts (`killed` and so on), `people` for people of whom nothing is said, `measure` for years,
    kilometres and the like, `other` where nothing tells. `harm` is where the word that says so is. `flags`: `part`,
    `negated`, `superseded`, `hypothetical`, `shared_hedge`, `zero_word`, `whole` (another figure is a
    part of it), and `distant` where the word of harm is far, so that it may be another figure's.
    """

    start: int
    end: int
    phrase_start: int
    phrase_end: int
    value: int | None
    bound: Bound
    high: int | None
    floor: int | None
    kind: str
    harm: tuple[int, int] | None
    flags: frozenset[str]
