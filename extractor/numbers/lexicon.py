"""What the number reader must know of a language: the words of `data/<code>/numbers.toml`, indexed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cached_property
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, model_validator

from extractor.numbers.tokens import Phrases
from extractor.records import Bound
from extractor.vocabulary import Phrases as PhraseSet
from extractor.vocabulary import Vocabulary, invert_table, split_phrases

NO_PHRASES: Phrases[Any] = Phrases({})


def _values(listed: str) -> dict[str, int]:
    pairs = [entry.rpartition("=") for entry in split_phrases(listed)]
    return {phrase.strip(): int(number) for phrase, _, number in pairs}


def _valued(listed: object) -> object:
    """A table of phrases to whole numbers: in a file `one=1, twenty one=21`."""
    return Phrases(_values(listed)) if isinstance(listed, str) else listed


class JoinedNumbers(BaseModel):
    """A row of numbers that are written together: twenty and one make "twenty-one", drei and zwanzig "dreiundzwanzig".

    `between` is what may be written between them. Without a `second` part it is any of the numbers known so far.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    first: str
    between: tuple[str, ...]
    second: str = ""

    def values(self, known: Mapping[str, int]) -> dict[str, int]:
        """The joined phrases with their sums."""
        second = _values(self.second) if self.second else {word: value for word, value in known.items() if value}
        return {
            f"{one}{joint}{other}": a + b
            for one, a in _values(self.first).items()
            for other, b in second.items()
            for joint in self.between
        }


def _floored(listed: object) -> object:
    """A table of vague words to their floors; in a file 0 is that of a word without one."""
    if not isinstance(listed, str):
        return listed
    pairs = [entry.rpartition("=") for entry in split_phrases(listed)]
    return Phrases({phrase.strip(): int(number) or None for phrase, _, number in pairs})


def _fractions(listed: object) -> object:
    """A table of phrases to fractions: in a file `half=1/2, a quarter=1/4`."""
    if not isinstance(listed, str):
        return listed
    pairs = [entry.rpartition("=") for entry in split_phrases(listed)]
    return Phrases({phrase.strip(): Fraction(number) for phrase, _, number in pairs})


def index_set(listed: object) -> object:
    """A table of phrases that all mean the same."""
    phrases = split_phrases(listed)
    return Phrases(dict.fromkeys(phrases, 0)) if isinstance(phrases, Iterable) else listed


def _bounds(table: object) -> object:
    """A table of hedges to their bounds: in a file the hedges by the name of their bound."""
    if not isinstance(table, Mapping):
        return table
    return Phrases({phrase: Bound(key) for phrase, key in invert_table(table).items()})


Numbers = Annotated[Phrases[int], BeforeValidator(_valued)]
Floors = Annotated[Phrases[int | None], BeforeValidator(_floored)]
Fractions = Annotated[Phrases[Fraction], BeforeValidator(_fractions)]
Bounds = Annotated[Phrases[Bound], BeforeValidator(_bounds)]
Indexed = Annotated[Phrases[int], BeforeValidator(index_set)]
"""A set of phrases, indexed: in a file a comma-separated string, or a list where a phrase holds a comma."""


def _endings(table: object) -> object:
    return Phrases(dict(table)) if isinstance(table, Mapping) else table


class NumberWords(Vocabulary):
    """The number words of one language. All keys are phrases in lower case.

    `small` holds the numbers below a hundred (or whatever the language writes as one word), `multipliers` what
    follows a small number inside a group (hundred), `scales` what closes a group (thousand, million, lakh).
    `collectives` are dozen and score, `abouts` round numbers that are a manner of speech (une trentaine). `vague` maps
    a word to its floor, `None` for one without a floor (several). `hedges` precede a number, `tails` follow it.
    `opens` (its first word to the word between the ends) and `links` make ranges.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    topic: ClassVar[str] = "numbers"

    small: Numbers = NO_PHRASES
    multipliers: Numbers = NO_PHRASES
    scales: Numbers = NO_PHRASES
    collectives: Numbers = NO_PHRASES
    counted_collectives: PhraseSet = frozenset()  # those that need a number or an article before them
    pairs: Numbers = NO_PHRASES
    abouts: Numbers = NO_PHRASES
    vague: Floors = NO_PHRASES
    nothing: Indexed = NO_PHRASES
    questions: Indexed = NO_PHRASES  # "how many" is no vague number
    ordinals: Indexed = NO_PHRASES
    fractions: Fractions = NO_PHRASES
    hedges: Bounds = NO_PHRASES
    tails: Bounds = NO_PHRASES
    opens: Annotated[Phrases[str], BeforeValidator(_endings)] = NO_PHRASES
    links: PhraseSet = frozenset({"-"})
    changes: PhraseSet = frozenset()
    steps: PhraseSet = frozenset()  # rose by 12 to 134
    adders: PhraseSet = frozenset()  # tails that may also add another number
    pair_limits: PhraseSet = frozenset()  # after these a multiplier counts nothing: double that
    sure_pairs: PhraseSet = frozenset()
    fraction_links: PhraseSet = frozenset()
    articles: PhraseSet = frozenset()
    joiners: PhraseSet = frozenset()
    fillers: PhraseSet = frozenset()
    halves: Indexed = NO_PHRASES
    rates: Indexed = NO_PHRASES
    percents: Indexed = Phrases({"%": 0, "٪": 0})
    suffixes: Numbers = NO_PHRASES
    ordinal_endings: PhraseSet = frozenset()
    time_words: PhraseSet = frozenset()
    decimal: str = "."

    @model_validator(mode="before")
    @classmethod
    def _join_numbers(cls, data: object) -> object:
        """The data with its `joined` rows written out among the small numbers."""
        if not isinstance(data, Mapping) or "joined" not in data:
            return data
        small = _values(data.get("small", ""))
        for row in data["joined"]:
            small |= JoinedNumbers.model_validate(row).values(small)
        return {**{k: v for k, v in data.items() if k != "joined"}, "small": Phrases(small)}

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
            self.questions,
            self.ordinals,
            self.fractions,
            self.hedges,
        )
        return self.articles | {words[0] for table in tables for words in table.words()}
