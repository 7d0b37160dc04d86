"""Words that take an event out of the present facts: negation, hypothesis, future, history; as data by language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict

from extractor.language.detecting import language_of_view
from extractor.language.words import tokenise
from extractor.records import Modality
from extractor.segments import TextView
from extractor.vocabulary import Ordered, Phrases, Vocabulary

_NONE: frozenset[str] = frozenset()
_ORDER = (Modality.NEGATED, Modality.HYPOTHETICAL, Modality.FUTURE, Modality.HISTORICAL)

Phrase = tuple[str, ...]


class Cue(BaseModel):
    """Words that make what they govern a modality.

    `reach`: `ahead` acts on what follows in its clause, `around` on the whole clause. `long_ago`: what is told lies a
    year or more back. In `example` the first number is of the modality, in `counter` it is actual.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    modality: Modality
    reach: Literal["ahead", "around"]
    words: Phrases
    long_ago: bool = False
    example: str
    counter: str


class ModalityWords(Vocabulary):
    """The cues of a language, `data/<code>/modality.toml`, and the words that decide whether one is what it seems."""

    topic: ClassVar[str] = "modality"

    cues: tuple[Cue, ...] = ()
    modal_names: Phrases = _NONE  # modals that are names with a capital or before a number: "May 3"
    capital_names: Phrases = _NONE  # modals that are names with a capital: "Will"
    copulas: Phrases = _NONE  # no future before a definite noun: "is the"
    existential: Phrases = _NONE  # a negation only before an event: "there was no attack"
    conditionals: Phrases = _NONE  # reach from a sentence's opening over its comma
    conditionals_within: Phrases = _NONE  # are ones only at the opening of a sentence
    past_negations: Phrases = _NONE  # negate only what follows
    passives: Phrases = _NONE  # also make a passive, told by the participle that ends the clause
    participle_endings: Ordered = ()
    participle_prefixes: Ordered = ()
    chance: Phrases = _NONE  # govern a figure only right before it
    unreal: Phrases = _NONE  # adjectives of what is played, near the figure
    scenes: Phrases = _NONE  # a figure's scene only when what follows says so: "a drill that assumed 57 dead"
    frames: Phrases = _NONE
    false: Phrases = _NONE  # of a report, not of a doctor
    false_of: Phrases = _NONE
    fiction: Phrases = _NONE  # first words of the phrases for a work of fiction: "in the novel"
    after_fiction: Phrases = _NONE  # what follows a work of fiction that is not an adjective: "in the novel by"
    parts: Phrases = _NONE  # what is denied is a part in an event, not the event: "denied any links to the raid"
    denials: Phrases = _NONE
    definite: Phrases = _NONE  # what is told of a definite event is not what is planned or doubted
    tied: Phrases = _NONE
    spans: Phrases = _NONE  # "in the past six days" is now
    years_after: Ordered = ()  # patterns of "years after", of an event long ago
    harm: Phrases = _NONE  # between a figure and a modal behind it
    relatives: Phrases = _NONE  # of the words that end a clause those that go on about its last noun
    before_span: Phrases = _NONE  # "in the past" before a number of days is now


@dataclass(frozen=True)
class ModalityCues:
    """The cues of one language by phrase, with its other words."""

    code: str
    words: ModalityWords
    ahead: dict[Phrase, Modality]
    around: dict[Phrase, Modality]
    long_ago: frozenset[Phrase]
    longest: int


@cache
def cues_of(code: str) -> ModalityCues:
    """The cues of a language.

    >>> cues_of("en").ahead["might",], cues_of("pt").around["no", "ano", "passado"]
    (<Modality.HYPOTHETICAL: 'hypothetical'>, <Modality.HISTORICAL: 'historical'>)
    """
    words = ModalityWords.of(code)
    ahead, around = _by_phrase(words, "ahead"), _by_phrase(words, "around")
    long_ago = frozenset(_phrase(p) for cue in words.cues if cue.long_ago for p in cue.words)
    return ModalityCues(code, words, ahead, around, long_ago, max((len(p) for p in (*ahead, *around)), default=1))


def cues_at(view: TextView) -> ModalityCues:
    """The cues of a text's language; none for a language without any."""
    return cues_of(language_of_view(view))


def _phrase(words: str) -> Phrase:
    """The tokens of a phrase, as those of a text are compared."""
    return tuple(token.low for token in tokenise(words, 0, len(words)))


def _by_phrase(words: ModalityWords, reach: str) -> dict[Phrase, Modality]:
    ranked = sorted((c for c in words.cues if c.reach == reach), key=lambda c: -_ORDER.index(c.modality))
    return {_phrase(p): cue.modality for cue in ranked for p in sorted(cue.words)}
