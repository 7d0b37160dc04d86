"""The word of harm on either side of a number that counts it: as its object or as its subject."""

from __future__ import annotations

from extractor.values.count.ages import ages_after
from extractor.values.count.clauses import (
    AFTER_AUXILIARY,
    GAP,
    chained,
    described,
    main_verb,
    outcome,
    part_clauses,
)
from extractor.values.count.lexicon import PredicateRole
from extractor.values.count.sentence import HARM, PEOPLE, CountSentence, NumberPhrase, Predicate, PredicateSide

_OWN_RUN = 5  # words after "of their" in which another number makes it no loss of people
_END_MARKS = frozenset({"", ".", ",", ";"})


def governor(sentence: CountSentence, index: int) -> Predicate | None:
    """The nearer of the two words of harm that may count a number; `None` when neither does."""
    left, left_gap = leftward(sentence, index)
    right = rightward(sentence, index)
    if left is None or right is None:
        return left or right
    if left.sense.kind == "casualties" and right.first == sentence.phrases[index].end and right.sense.kind in HARM:
        return right  # "shot three guards dead"
    if left_gap == 0 and left.sense.role is not PredicateRole.NOMINAL:
        return left
    right_gap = right.first - sentence.phrases[index].end
    return (
        left
        if left_gap <= right_gap
        and left.sense.role is not PredicateRole.NOMINAL
        and left.side is not PredicateSide.LEFT
        else right
    )


def leftward(sentence: CountSentence, index: int) -> tuple[Predicate | None, int]:
    """The predicate to the left that has this number among its objects, and the words between them."""
    phrase = sentence.phrases[index]
    words = sentence.words
    start = phrase.number.phrase_first
    if sentence.low(start - 1) in words.prepositions and start - 1 not in sentence.at_token:
        return None, 0
    if phrase.noun is not None and sentence.low(phrase.end) in words.speech:
        return None, 0  # "killed three, two officials said"
    gap = 0
    for at in range(start - 1, max(-1, start - 1 - GAP), -1):
        predicate = sentence.at_token.get(at)
        if predicate is not None:
            return (predicate, gap) if _takes(sentence, predicate, phrase, at) else (None, gap)
        low = sentence.low(at)
        if (
            at in sentence.breaks
            or (low in words.auxiliaries and not _inverted(sentence, at, start))
            or low in words.relatives
        ):
            return None, gap
        if _new_verb(sentence, at) or _verb_of(sentence, at):
            return None, gap
        gap += (low not in words.determiners and at not in sentence.number_at) + 2 * (low in words.conjunctions)
    return None, gap


def _new_verb(sentence: CountSentence, at: int) -> bool:
    """Killed four men and recovered three rifles: an unknown verb takes over after a conjunction."""
    token, words = sentence.tokens[at], sentence.words
    verb = token.low.endswith((*words.past_endings, *words.activities)) and not token.capital
    return verb and at not in sentence.at_token and sentence.low(at - 1) in sentence.words.conjunctions


def _verb_of(sentence: CountSentence, at: int) -> bool:
    """The slaying involved three crime scenes: an unknown verb whose subject is the word of harm right before it."""
    endings = sentence.words.past_endings
    verb = bool(endings) and sentence.low(at).endswith(endings) and not sentence.tokens[at].capital
    before = sentence.at_token.get(at - 1)
    return verb and at not in sentence.noun_at and before is not None and before.last == at


def _inverted(sentence: CountSentence, at: int, start: int) -> bool:
    """Killed were 12 passengers; also killed were a nurse and two guards; among the dead were three nurses."""
    predicate = sentence.at_token.get(at - 1)
    if predicate is None or sentence.low(at) not in sentence.words.passives:
        return False
    return start - at <= 2 or predicate.first <= 1  # noqa: PLR2004


def _takes(sentence: CountSentence, predicate: Predicate, phrase: NumberPhrase, at: int) -> bool:
    if predicate.side not in (PredicateSide.RIGHT, PredicateSide.BOTH):
        return _inverted(sentence, at + 1, phrase.number.phrase_first)
    if predicate.sense.strict and phrase.noun not in PEOPLE and not _of_own(sentence, phrase):
        return False
    if predicate.nominal:
        of = sentence.low(predicate.last) in sentence.words.genitives
        return of and (phrase.noun is None or phrase.noun == "" or phrase.noun in PEOPLE)
    return True


def _of_own(sentence: CountSentence, phrase: NumberPhrase) -> bool:
    """Losing 22 of their number; not "lost four of their last six"."""
    at = phrase.partitive
    return at is not None and not any(k in sentence.number_at for k in range(at, at + _OWN_RUN))


def rightward(sentence: CountSentence, index: int, *, crossing: bool = True) -> Predicate | None:
    """The predicate to the right whose subject this number is, beyond other numbers of a list if `crossing`."""
    phrase = sentence.phrases[index]
    words, at = sentence.words, phrase.end
    start = phrase.number.phrase_first
    in_all = words.totals.starting(sentence.tokens, start - 1) is not None  # "in all 38 people died"
    led = sentence.low(start - 1) in words.prepositions and not in_all
    of = sentence.low(start - 1) in words.genitives or led
    linked = _linked(sentence, at)
    auxiliary: int | None = None
    crossed = False
    inside = part_clauses(sentence, at)
    ages = ages_after(sentence, index)
    for cursor in range(at, min(at + GAP, len(sentence.tokens))):
        if cursor in inside or cursor in ages:
            continue
        predicate = sentence.at_token.get(cursor)
        if predicate is not None and not predicate.nominal:
            fits = predicate.side is not PredicateSide.RIGHT and predicate.first == cursor
            fits = fits and not _of_another(sentence, predicate, at, crossed=crossed)
            fits = fits and (not predicate.sense.strict or _fallen(sentence, phrase, predicate))
            return outcome(sentence, predicate, at) if fits and (linked or not crossed) else None
        low = sentence.low(cursor)
        if sentence.number_at.get(cursor, index) != index and "ordinal" not in _flags_at(sentence, cursor):
            crossed = True
            other = sentence.readings[sentence.number_at[cursor]]
            if (
                not (linked and crossing)
                or "zero_word" in other.flags
                or (of and sentence.low(other.phrase_first - 1) == ",")
            ):
                return None  # "a nation of 5 million people, nine were killed"
        astray = led and low not in words.gerunds and (low in words.auxiliaries or not chained(sentence, cursor))
        if low in words.relatives and sentence.low(cursor - 1) == "," and cursor - at > 1:
            return main_verb(sentence, phrase.end, cursor)
        apart = (
            low in words.breakdowns and phrase.noun is None and sentence.low(cursor - 1) == ","
        )  # "ten, with six hurt"
        if low not in words.relatives and (cursor in sentence.breaks or apart or (astray and cursor == at)):
            return None
        if low in words.auxiliaries:
            auxiliary = cursor
        elif auxiliary is not None and not crossed and _strays(sentence, cursor, auxiliary):
            comma = described(sentence, cursor)
            return None if comma is None else main_verb(sentence, cursor, comma + 1)
    return None


def _of_another(sentence: CountSentence, predicate: Predicate, start: int, *, crossed: bool) -> bool:
    """49 victims, 53 wounded, gunman dead: an adjective right after another number or person is theirs."""
    before = predicate.first - 1
    if predicate.sense.role not in (PredicateRole.ADJECTIVE, PredicateRole.PARTICIPLE) or before < start:
        return False
    if crossed and before in sentence.number_at:
        if (
            sentence.low(start) in sentence.words.ands
            and sentence.number_at.get(start + 1) == sentence.number_at[before]
        ):
            return False  # "three men and a woman wounded"
        return not any(sentence.low(at) in sentence.words.aged for at in range(start, before))
    noun = sentence.words.singular.ending(sentence.tokens, predicate.first)
    return noun is not None and any(
        sentence.low(at) == "," or sentence.low(at) in sentence.words.leaving_verbs for at in range(start, before)
    )


def _fallen(sentence: CountSentence, phrase: NumberPhrase, predicate: Predicate) -> bool:
    """19,240 soldiers fell: only those who fight, and not from, into or ill."""
    fighters = phrase.noun == "combatant" or sentence.low(phrase.end - 1) in sentence.words.fighting_nouns
    return fighters and sentence.low(predicate.last) in _END_MARKS | sentence.words.after_falling


def _flags_at(sentence: CountSentence, at: int) -> frozenset[str]:
    return sentence.readings[sentence.number_at[at]].flags


def _strays(sentence: CountSentence, at: int, auxiliary: int) -> bool:
    """Whether the words after an auxiliary no longer lead to its participle: "were on board when"."""
    return at - auxiliary > AFTER_AUXILIARY or not chained(sentence, at)


def _linked(sentence: CountSentence, at: int) -> bool:
    """Whether a noun phrase goes on with a list or a modifier, so that a later verb may still be its own."""
    low, words = sentence.low(at), sentence.words
    kin = low in words.genitives and at + 1 in sentence.number_at  # three children of one family
    kin = kin or low in words.aged or low.endswith(words.activities)  # 116 persons belonging to one village
    return (
        kin
        or low in words.conjunctions
        or low in words.prepositions
        or words.parts.starting(sentence.tokens, at) is not None
    )
