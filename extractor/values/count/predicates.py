"""Marks the words of harm of a sentence, each with the side on which the people that it counts stand."""

from __future__ import annotations

from extractor.numbers.reading import NumberReading
from extractor.values.count.lexicon import PredicateRole, Sense
from extractor.values.count.sentence import PEOPLE, CountSentence, Predicate, PredicateSide

_OBJECT_WINDOW = 3
_HOSPITAL_VERB = 9  # words from "rushed" to its "to hospital"
_HOSPITAL_RUN = 7
_AUXILIARY_WINDOW = 5


def mark_predicates(sentence: CountSentence) -> None:
    """Mark the words of harm: `sentence.predicates`, and `sentence.at_token` for each of their tokens."""
    firsts, ways = sentence.words.predicates.firsts, sentence.words.hospital_ways
    at = 0
    while at < len(sentence.tokens):
        hit = sentence.words.predicates.starting(sentence.tokens, at) if sentence.tokens[at].low in firsts else None
        if hit is None or at in sentence.number_at:
            at = _mark_hospital(sentence, at) if sentence.tokens[at].low in ways else at + 1
            continue
        if hit[1].kind == "idiom" and sentence.is_offshore(at + hit[0]):
            hit = sentence.words.predicates.starting(sentence.tokens[: at + hit[0] - 1], at) or hit
        last = at + hit[0]
        predicate = Predicate(at, last, hit[1], _side(sentence, at, last, hit[1]), hit[1].role is PredicateRole.NOMINAL)
        sentence.predicates.append(predicate)
        for covered in range(at, last):
            sentence.at_token[covered] = predicate
        at = last


def _mark_dwelling(sentence: CountSentence, at: int) -> Predicate | None:
    """Living in camps, housed temporarily in tents: a predicate of displacement that starts at its verb."""
    words = sentence.words
    verb = next((k for k in (at - 1, at - 2) if sentence.low(k) in words.dwelling_verbs), None)
    if (
        verb is None
        or verb in sentence.at_token
        or (verb < at - 1 and not sentence.low(at - 1).endswith(words.adverb_endings))
    ):
        return None
    for ahead in range(at + 1, min(at + _HOSPITAL_RUN, len(sentence.tokens))):
        if sentence.low(ahead) in words.dwellings:
            return Predicate(verb, ahead + 1, Sense("displaced", PredicateRole.ADJECTIVE), PredicateSide.LEFT)
        if sentence.ends_run(ahead) or ahead in sentence.number_at:
            break
    return None


def _mark_hospital(sentence: CountSentence, at: int) -> int:
    """Taken to Kenyatta National Hospital, admitted at the clinic: a predicate of injury; the next token."""
    words = sentence.words
    if at in sentence.number_at:
        return at + 1
    dwelling = _mark_dwelling(sentence, at)
    if dwelling is not None:
        sentence.predicates.append(dwelling)
        sentence.at_token.update(dict.fromkeys(range(dwelling.first, dwelling.last), dwelling))
        return dwelling.last
    before = range(max(0, at - _HOSPITAL_VERB), at) if sentence.low(at) in words.far_ways else range(max(0, at - 1), at)
    if not any(sentence.low(k) in words.hospital_verbs for k in before):
        return at + 1
    for ahead in range(at + 1, min(at + _HOSPITAL_RUN, len(sentence.tokens))):
        if sentence.low(ahead) in words.hospitals:
            made = Predicate(at, ahead + 1, Sense("injured", PredicateRole.ADJECTIVE), PredicateSide.LEFT)
            sentence.predicates.append(made)
            sentence.at_token.update(dict.fromkeys(range(at, ahead + 1), made))
            return ahead + 1
        if sentence.ends_run(ahead) or ahead in sentence.number_at:
            break
    return at + 1


def _side(sentence: CountSentence, first: int, last: int, sense: Sense) -> PredicateSide:
    fixed = {
        PredicateRole.OBJECT: PredicateSide.RIGHT,
        PredicateRole.SUBJECT: PredicateSide.LEFT,
        PredicateRole.ADJECTIVE: PredicateSide.LEFT,
        PredicateRole.NOMINAL: PredicateSide.RIGHT,
    }
    if sense.role is not PredicateRole.PARTICIPLE:
        return fixed[sense.role]
    if _passive(sentence, first):
        return (
            PredicateSide.BOTH
            if first == 0 and sentence.low(last) in sentence.words.auxiliaries
            else PredicateSide.LEFT
        )
    opens = first == 0 or (first == 1 and sentence.low(0) in sentence.words.chain)
    if opens and sentence.low(last) in sentence.words.auxiliaries:
        return PredicateSide.RIGHT  # "Killed were 12 passengers", "Also killed were"
    before = sentence.number_at.get(first - 1)
    if before is not None and _heads(sentence, sentence.readings[before], first):
        return PredicateSide.LEFT  # "12 killed"
    if _counted_people(sentence, first):  # "left six people wounded -- two badly", "three attackers wounded the guards"
        low = sentence.low(last)
        return (
            PredicateSide.RIGHT
            if last in sentence.number_at or low in sentence.words.determiners - sentence.words.pronoun_determiners
            else PredicateSide.LEFT
        )
    return PredicateSide.RIGHT if _object_follows(sentence, last) else PredicateSide.LEFT


def _counted_people(sentence: CountSentence, first: int) -> bool:
    """Whether a noun of people with a number ends right before a token."""
    noun = sentence.words.nouns.ending(sentence.tokens, first)
    if noun is None or noun[1] not in PEOPLE:
        return False
    return any(at in sentence.number_at for at in range(max(0, first - noun[0] - _OBJECT_WINDOW), first - noun[0]))


def _heads(sentence: CountSentence, number: NumberReading, first: int) -> bool:
    """Whether a number right before a participle counts its people: "12 killed", not "the two killed"."""
    before = sentence.low(number.first - 1)
    dated = before in sentence.words.months and sentence.tokens[number.first - 1].capital
    if dated or (before == "," and number.first - 2 in sentence.number_at):
        return False  # "the crash on October 4 killed 43", "of May 4, 2009 killed two"
    aside = number.flags & {"article", "decimal", "ordinal"}
    return number.last == first and not aside and before not in sentence.words.definite | sentence.words.labels


def _passive(sentence: CountSentence, first: int) -> bool:
    """Whether a form of to be governs the participle: "were also reportedly killed", "were shot and killed"."""
    for at in range(first - 1, max(-1, first - 1 - _AUXILIARY_WINDOW), -1):
        low = sentence.low(at)
        if low in sentence.words.passives:
            return True
        linked = low in sentence.words.chain or low.endswith(sentence.words.adverb_endings) or sentence.on_day(at)
        if at in sentence.number_at or (not linked and at not in sentence.at_token):
            return False
    return False


def _object_follows(sentence: CountSentence, last: int) -> bool:
    if sentence.low(last) == "," and sentence.low(last + 1) in sentence.words.reporting_asides:
        return True  # "killed, by one estimate, 150,000"
    for at in range(last, min(last + _OBJECT_WINDOW, len(sentence.tokens))):
        token = sentence.tokens[at]
        low = token.low
        noun = sentence.noun_at.get(at)
        if at in sentence.number_at or low in sentence.words.determiners:
            return True
        dated = low in sentence.words.weekdays or low in sentence.words.months
        if not dated and noun is not None and noun[1] in PEOPLE | {"animal", "household"}:
            return True
        if dated or at in sentence.breaks or sentence.ends_run(at):
            return False
        if token.capital and at == last and last > 1:
            return True
    return False
