"""What the number reader must know of a language: a table of words, no code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Any

from extractor.numbers.tokens import Phrases
from extractor.records import Bound


@dataclass(frozen=True)
class NumberWords:
    """The number words of one language. All keys are phrases in lower case.

    `small` holds the numbers below a hundred (or whatever the language writes as one word), `multipliers` what
    stands after a small number inside a group (hundred), `scales` what closes a group (thousand, million, lakh).
    `collectives` are dozen and score, `abouts` round
    numbers that are a manner of speech (une trentaine). `vague` maps a word to its floor, `None` for one without a
    floor (several).
    `hedges` stand before a number, `tails` after it. `opens` and `links` make ranges.
    """

    code: str
    cues: frozenset[str]
    small: Phrases[int]
    multipliers: Phrases[int]
    scales: Phrases[int]
    collectives: Phrases[int]
    pairs: Phrases[int]
    abouts: Phrases[int]
    vague: Phrases[int | None]
    nothing: Phrases[int]
    ordinals: Phrases[int]
    fractions: Phrases[Fraction]
    hedges: Phrases[Bound]
    tails: Phrases[Bound]
    opens: Phrases[str]
    links: frozenset[str]
    changes: frozenset[str]
    articles: frozenset[str]
    joiners: frozenset[str]
    fillers: frozenset[str]
    halves: Phrases[int]
    rates: Phrases[int]
    percents: Phrases[int]
    suffixes: Mapping[str, int] = field(default_factory=dict)
    ordinal_endings: frozenset[str] = frozenset()
    time_words: frozenset[str] = frozenset()
    decimal: str = "."
    spaced: bool = False
    bare_scales: bool = True

    @cached_property
    def openers(self) -> frozenset[str]:
        """The words a number or a hedge can start with: most words of a text are none of them."""
        tables: tuple[Phrases[Any], ...] = (
            self.small,
            self.multipliers,
            self.scales,
            self.collectives,
            self.pairs,
            self.abouts,
            self.vague,
            self.nothing,
            self.ordinals,
            self.fractions,
            self.hedges,
        )
        return self.articles | {words[0] for table in tables for words in table.words()}


@dataclass(frozen=True)
class NumberTable:
    """The plain data a `NumberWords` is made of: one per language, with what most languages share as defaults."""

    code: str
    cues: str
    small: Mapping[str, int]
    multipliers: Mapping[str, int] = field(default_factory=dict)
    scales: Mapping[str, int] = field(default_factory=dict)
    collectives: Mapping[str, int] = field(default_factory=dict)
    pairs: Mapping[str, int] = field(default_factory=dict)
    abouts: Mapping[str, int] = field(default_factory=dict)
    vague: Mapping[str, int | None] = field(default_factory=dict)
    nothing: tuple[str, ...] = ()
    ordinals: tuple[str, ...] = ()
    fractions: Mapping[str, Fraction] = field(default_factory=dict)
    hedges: Mapping[Bound, tuple[str, ...]] = field(default_factory=dict)
    tails: Mapping[Bound, tuple[str, ...]] = field(default_factory=dict)
    opens: Mapping[str, str] = field(default_factory=dict)
    links: tuple[str, ...] = ("-",)
    changes: str = ""
    articles: tuple[str, ...] = ()
    joiners: tuple[str, ...] = ()
    fillers: tuple[str, ...] = ()
    halves: tuple[str, ...] = ()
    rates: tuple[str, ...] = ()
    percents: tuple[str, ...] = ("%", "٪")
    suffixes: Mapping[str, int] = field(default_factory=dict)
    ordinal_endings: tuple[str, ...] = ()
    time_words: str = ""
    decimal: str = "."
    spaced: bool = False
    bare_scales: bool = True
    script: str = ""  # first and last letter of a script that tells the language where no cue does

    def build(self) -> NumberWords:
        """The table with its phrases indexed."""
        return NumberWords(
            code=self.code,
            cues=frozenset(self.cues.split()),
            small=Phrases(self.small),
            multipliers=Phrases(self.multipliers),
            scales=Phrases(self.scales),
            collectives=Phrases(self.collectives),
            pairs=Phrases(self.pairs),
            abouts=Phrases(self.abouts),
            vague=Phrases(self.vague),
            nothing=Phrases(dict.fromkeys(self.nothing, 0)),
            ordinals=Phrases(dict.fromkeys(self.ordinals, 0)),
            fractions=Phrases(self.fractions),
            hedges=Phrases(_turned(self.hedges)),
            tails=Phrases(_turned(self.tails)),
            opens=Phrases(self.opens),
            links=frozenset(self.links),
            changes=frozenset(self.changes.split()),
            articles=frozenset(self.articles),
            joiners=frozenset(self.joiners),
            fillers=frozenset(self.fillers),
            halves=Phrases(dict.fromkeys(self.halves, 0)),
            rates=Phrases(dict.fromkeys(self.rates, 0)),
            percents=Phrases(dict.fromkeys(self.percents, 0)),
            suffixes=self.suffixes,
            ordinal_endings=frozenset(self.ordinal_endings),
            time_words=frozenset(self.time_words.split()),
            decimal=self.decimal,
            spaced=self.spaced,
            bare_scales=self.bare_scales,
        )


def _turned(table: Mapping[Bound, tuple[str, ...]]) -> dict[str, Bound]:
    return {phrase: bound for bound, phrases in table.items() for phrase in phrases}


def cut(words: str) -> list[str]:
    """The words of a table's string.

    >>> cut("one two")
    ['one', 'two']
    """
    return words.split()
