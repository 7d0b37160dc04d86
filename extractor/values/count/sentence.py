"""A sentence with its words marked: numbers, noun phrases, predicates and which side each predicate counts."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from extractor.numbers.lexicon import NumberWords
from extractor.numbers.reading import NumberReading
from extractor.numbers.tokens import Phrases, Shape, Token
from extractor.values.count.lexicon import CountWords, Sense

PEOPLE = frozenset({"person", "combatant", "attacker"})
HARM = frozenset({"killed", "injured", "casualties", "missing", "displaced", "detained", "abducted"})
COUNTED = HARM | {"attacks", "attacker", "survivors"}


class PredicateSide(Enum):
    """Where the people stand that a predicate counts."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word of harm over tokens [first, last), its sense, and the side its people are on."""

    first: int
    last: int
    sense: Sense
    side: PredicateSide
    nominal: bool = False


@dataclass(frozen=True, slots=True)
class NumberPhrase:
    """A number with its noun: tokens [number.phrase_first, end).

    `noun` is the class of the head noun, "" when it is unknown, `None` when the number stands alone. `adjective` is
    the kind of an adjective inside ("12 wounded soldiers"). `whole` marks the group of which another number is a part
    ("of the 57 dead"), `whole_of` that other number's index.
    """

    number: NumberReading
    end: int
    noun: str | None
    adjective: str | None = None
    whole: bool = False
    partitive: int | None = None  # where the whole starts in "73 of the 158"

    def in_digits(self, sentence: CountSentence) -> bool:
        """Whether the number is written in digits."""
        return sentence.tokens[self.number.first].shape is Shape.NUMBER


@dataclass
class CountSentence:
    """The marked words of `text[start:end]`."""

    text: str
    start: int
    end: int
    numbers: NumberWords
    words: CountWords
    year: int | None = None  # of publication
    tokens: list[Token] = field(default_factory=list)
    readings: list[NumberReading] = field(default_factory=list)
    predicates: list[Predicate] = field(default_factory=list)
    at_token: dict[int, Predicate] = field(default_factory=dict)
    number_at: dict[int, int] = field(default_factory=dict)
    noun_at: dict[int, tuple[int, str]] = field(default_factory=dict)
    breaks: frozenset[int] = frozenset()
    phrases: list[NumberPhrase] = field(default_factory=list)
    cues: dict[int, frozenset[int]] = field(default_factory=dict)  # where the phrases of a table start, by its id

    def low(self, at: int) -> str:
        """The folded token, "" outside the sentence."""
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def starts(self, table: Phrases[int]) -> frozenset[int]:
        """Where a phrase of a table starts, found once per sentence."""
        known = self.cues.get(id(table))
        if known is None:
            firsts = table.firsts
            known = frozenset(
                at
                for at, t in enumerate(self.tokens)
                if t.low in firsts and table.starting(self.tokens, at) is not None
            )
            self.cues[id(table)] = known
        return known

    @property
    def harmless(self) -> bool:
        """Whether no word of harm, of an attack or of a toll stands here, so that no number can count harm."""
        if self.predicates or any(kind in COUNTED for _, kind in self.noun_at.values()):
            return False
        tolls = self.words.tolls
        return not any(t.low in tolls.firsts and tolls.starting(self.tokens, at) for at, t in enumerate(self.tokens))

    def in_decade(self, number: NumberReading) -> bool:
        """Whether digits are of a decade, by the letter that touches them: the 1950s, in his 70's."""
        at = number.last + (self.low(number.last) == "'")
        decade = self.low(at) in self.words.decades and self.tokens[number.first].shape is Shape.NUMBER
        return decade and all(self.tokens[k].start == self.tokens[k - 1].end for k in range(number.last, at + 1))

    def on_day(self, at: int) -> bool:
        """Whether a token is of "on Sunday" or "yesterday", which may stand inside a verb: "were on Sunday killed"."""
        days = self.words.weekdays
        return self.low(at) in days or (self.low(at) in self.words.day_prepositions and self.low(at + 1) in days)

    def ends_run(self, at: int) -> bool:
        """Whether a noun phrase that begins before a token cannot go on with it."""
        token, words = self.tokens[at], self.words
        if token.shape is Shape.MARK:
            return token.low != "-"
        return token.low in words.prepositions or token.low in words.conjunctions or token.low in words.auxiliaries

    def is_offshore(self, at: int) -> bool:
        """Whether a phrase ends in the preposition of a place at sea: "killed off Tobruk", "killed off the coast"."""
        if self.low(at - 1) not in self.words.offshore:
            return False
        article = self.low(at) in self.words.determiners
        named = at < len(self.tokens) and self.tokens[at].capital
        return named or (article and self.low(at + 1) in self.words.shores)
