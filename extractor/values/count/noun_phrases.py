"""Reads the noun phrase of a number: its noun, an adjective of harm inside, and of what whole it takes a part."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.numbers.reading import NumberReading
from extractor.numbers.tokens import Shape
from extractor.values.count.lexicon import PredicateRole
from extractor.values.count.sentence import COUNTED, HARM, PEOPLE, CountSentence, NumberPhrase, Predicate

_WHOLE_RUN = 5  # words of the whole after "of the"
_RUN = 8  # words of a noun phrase after its number


@dataclass
class _NounRun:
    """A noun phrase while it is read: the next token, what it has so far, and how many words."""

    at: int
    end: int = 0
    noun: str | None = None
    adjective: str | None = None
    seen: int = 0

    def __post_init__(self) -> None:
        self.end = self.at


def read_phrase(sentence: CountSentence, index: int) -> NumberPhrase:
    """The noun phrase of the number with an index in `sentence.readings`."""
    number = sentence.readings[index]
    whole = _is_whole(sentence, index)
    if "article" in number.flags:
        hit = sentence.words.singular.ending(sentence.tokens, number.last)
        return NumberPhrase(number, number.last, hit[1] if hit else "person", whole=whole)
    at = number.phrase_last
    partitive = sentence.words.partitives.starting(sentence.tokens, at)
    if partitive is not None:
        return _partitive(sentence, number, at, at + partitive[0], whole=whole)
    if sentence.low(at) in sentence.words.genitives:
        at += 1
        if at in sentence.number_at:
            return _partitive(sentence, number, at - 1, at, whole=whole)
    run = _NounRun(at)
    while run.at < len(sentence.tokens) and run.seen < _RUN and sentence.number_at.get(run.at, index) == index:
        if not _extend(sentence, run, index):
            break
    if run.noun is None and run.end > number.phrase_last:
        run.noun = ""
    return NumberPhrase(number, run.end, run.noun, run.adjective, whole)


def _extend(sentence: CountSentence, run: _NounRun, index: int) -> bool:
    """Take one more word into a noun phrase; False when the phrase ends before it."""
    at = run.at
    if sentence.low(at) == "-" and sentence.tokens[at].start == sentence.tokens[at - 1].end:
        run.at += 1
        return True
    hit, predicate = sentence.noun_at.get(at), sentence.at_token.get(at)
    if predicate is not None and (hit is None or hit[1] in HARM) and _modifies(sentence, predicate, index):
        run.adjective = run.adjective or predicate.sense.kind
        run.at = predicate.last
        if hit is not None:
            run.noun, run.end = run.noun or hit[1], run.at
        return True
    after_people = run.noun not in (None, "") and run.noun not in HARM and hit is not None and hit[1] in HARM
    if (
        after_people
        and predicate is not None
        and predicate.sense.role in (PredicateRole.ADJECTIVE, PredicateRole.PARTICIPLE)
    ):
        return False  # "four soldiers dead", "six others wounded": the soldiers stay the noun
    plural = sentence.words.plural_endings and sentence.low(at - 1).endswith(sentence.words.plural_endings)
    if predicate is not None and run.noun is None and run.seen and plural and hit is not None and hit[1] in HARM:
        return False  # "three robbers wounded the guards"
    if hit is not None:
        run.noun = hit[1]
        run.at = run.end = at + hit[0]
    elif predicate is not None or _stops(sentence, at) or (run.noun is not None and not _noun_later(sentence, at)):
        return False
    else:
        run.at += 1
        if run.noun is None:
            run.end = run.at
    run.seen += 1
    return True


def _modifies(sentence: CountSentence, predicate: Predicate, index: int) -> bool:
    """Whether an adjective or participle right after a number qualifies a noun: "12 wounded soldiers"."""
    if predicate.sense.role not in (PredicateRole.ADJECTIVE, PredicateRole.PARTICIPLE, PredicateRole.NOMINAL):
        return False
    following = sentence.noun_at.get(predicate.last)
    known = following is not None and (following[1] in PEOPLE | HARM | {"thing", "animal"})
    return known and predicate.first - sentence.readings[index].phrase_last <= 1


def _noun_later(sentence: CountSentence, at: int) -> bool:
    """Whether a known noun follows within two words, as in "12 people smugglers' boats"."""
    return any((at + i) in sentence.noun_at and not _stops(sentence, at + i - 1) for i in (0, 1))


def _stops(sentence: CountSentence, at: int) -> bool:
    token, low, words = sentence.tokens[at], sentence.low(at), sentence.words
    if token.shape is not Shape.WORD or at in sentence.breaks or low in words.genitives:
        return True
    sets = (words.prepositions, words.conjunctions, words.auxiliaries, words.relatives, words.determiners)
    if any(low in words_of_kind for words_of_kind in (*sets, words.negators, words.weekdays)):
        return True
    if at in sentence.starts(words.parts):
        return True
    return _verb_like(sentence, at)


def _verb_like(sentence: CountSentence, at: int) -> bool:
    """An unknown word that looks like a past tense, not right after the number or a hyphen."""
    token = sentence.tokens[at]
    if not token.low.endswith(sentence.words.past_endings) or token.capital:
        return False
    return at - 1 not in sentence.number_at and sentence.low(at - 1) != "-"


def _partitive(sentence: CountSentence, number: NumberReading, at: int, after: int, *, whole: bool) -> NumberPhrase:
    """Two of the injured, 73 of the 158 aboard: the phrase runs to the end of the whole."""
    end, noun = after, None
    other = sentence.number_at.get(after)
    if other is not None:
        end = sentence.readings[other].phrase_last
    seen = 0
    while end < len(sentence.tokens) and seen < _WHOLE_RUN:
        if other is None and end in sentence.number_at:  # "23 of the home's 40 residents"
            other = sentence.number_at[end]
            end = sentence.readings[other].phrase_last
        hit = sentence.noun_at.get(end)
        predicate = sentence.at_token.get(end)
        owner = hit is not None and other is None and sentence.low(end + hit[0]) == "'"
        if hit is not None and not owner:
            noun = hit[1]
            end += hit[0]
            break
        if predicate is not None and predicate.sense.role in (PredicateRole.ADJECTIVE, PredicateRole.PARTICIPLE):
            noun = predicate.sense.kind
            end = predicate.last
            break
        if predicate is not None:
            break
        if _stops(sentence, end) and sentence.low(end) != "'":
            break
        end += 1
        seen += 1
    return NumberPhrase(number, end, noun, partitive=at, whole=whole)


def _is_whole(sentence: CountSentence, index: int) -> bool:
    number = sentence.readings[index]
    start = number.phrase_first
    hit = sentence.words.partitives.ending(sentence.tokens, start)
    if hit is None and sentence.low(start - 2) == "'":
        return any(
            (possessed := sentence.words.partitives.ending(sentence.tokens, at)) is not None
            and at - possessed[0] - 1 in sentence.number_at
            for at in range(start - 3, max(0, start - 3 - _WHOLE_RUN), -1)
        )
    if hit is None and sentence.low(start - 1) in sentence.words.genitives:
        return start - 2 in sentence.number_at or sentence.low(start - 2) in sentence.words.shares
    if hit is None:
        return False
    before = number.phrase_first - hit[0]
    if before == 0 or before - 1 in sentence.number_at or sentence.tokens[before - 1].shape is Shape.MARK:
        return True
    return _shares(sentence, before, number.phrase_first)


def _shares(sentence: CountSentence, head: int, first: int) -> bool:
    """Whether the words before an "of the" take a part of its number: half of the 90, the wives of the three.

    Not those that say what the number counts or name all of it: the deaths of the 57, a total of some 40, all of
    the 90.
    """
    words, low = sentence.words, sentence.low(head - 1)
    if low in words.shares:
        return True
    definite = sentence.low(first - 1) in words.determiners - words.articles - words.quantities
    if not words.shares or not definite or low in words.quantities or head - 1 in sentence.number_at:
        return False
    noun = sentence.noun_at.get(head - 1)
    harmful = (noun is not None and noun[1] in COUNTED) or words.predicates.ending(sentence.tokens, head) is not None
    return not harmful and all(t.ending(sentence.tokens, head) is None for t in (words.tolls, words.counters))
