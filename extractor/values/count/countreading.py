"""A count as it is read, with what its verification needs beside it."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.values.count.beside import NOTHING, BesideFigure
from extractor.values.valuetype import Reading


@dataclass(frozen=True, slots=True)
class CountReading:
    """A reading with what verification needs beside it.

    `text[number_start:number_end]` is the number itself, `floor` that of a vague word. `toll` says that a word such as
    toll governs it, `decided_by` where the word of harm stands that does. `joined` says that it is in one phrase
    with the figure before ("a teacher and 12 pupils"). `beside` is what other words of the sentence say of it.
    """

    reading: Reading
    number_start: int
    number_end: int
    floor: int | None
    toll: bool
    decided_by: tuple[int, int] | None
    joined: bool = False
    beside: BesideFigure = NOTHING
