"""Whether a figure is a part of another one: "including 11 women", "11 of them", "of the 57 dead, 11 were women"."""

from __future__ import annotations

from extractor.values.count.governed import Governed
from extractor.values.count.lexicon import PredicateRole, Sense
from extractor.values.count.sentence import HARM, CountSentence, NumberPhrase, Predicate, PredicateSide

_PART_GAP = 14
_INVERTED_GAP = 9
_NEIGHBOURS = 12  # counts either side that may be the whole of a part


def part_of(sentence: CountSentence, index: int, governed: list[Governed]) -> Governed | None:
    """The kind a number takes over from the whole it is a part of; `None` when it keeps its own."""
    if not is_part(sentence, index, governed):
        return None
    own = governed[index]
    if own.kind in HARM and (own.toll or (own.predicate is not None and _owns(sentence, index, own.predicate))):
        return None
    if own.kind in HARM and own.predicate is None and sentence.phrases[index].noun == own.kind:
        return None  # "94 casualties, including 21 dead"
    if own.kind not in ("people", "other", "attackers") and own.kind not in HARM:
        return None
    kind = _kind_of_whole(sentence, index, governed)
    return None if kind is None else Governed(kind)


def _owns(sentence: CountSentence, index: int, predicate: Predicate) -> bool:
    """Whether a predicate stands right beside the number, so that a part has a kind of its own."""
    phrase = sentence.phrases[index]
    return abs(predicate.first - phrase.end) <= 1


def _kind_of_whole(sentence: CountSentence, index: int, governed: list[Governed]) -> str | None:
    inverted = among_harmed(sentence, sentence.phrases[index])
    if inverted is not None:
        return inverted.sense.kind
    for other in range(index - 1, max(-1, index - 1 - _NEIGHBOURS), -1):
        if governed[other].kind in HARM and "zero_word" not in sentence.phrases[other].number.flags:
            return governed[other].kind
    return next((g.kind for g in governed[index + 1 : index + 1 + _NEIGHBOURS] if g.kind in HARM), None)


def is_part(sentence: CountSentence, index: int, governed: list[Governed]) -> bool:
    """Whether the words around a figure make it a part of another: "including 11", "11 of them", "11 of the 57"."""
    phrase = sentence.phrases[index]
    if phrase.number.flags & {"percent", "rate", "ordinal", "zero_word"}:
        return False
    return (
        sentence.words.part_tails.starting(sentence.tokens, phrase.number.phrase_last) is not None
        or among_harmed(sentence, phrase) is not None
        or _of_number(index, phrase, governed)
        or _after_whole(sentence, index, governed)
        or _listed(sentence, phrase)
        or _graded(sentence, index, governed)
        or _included(sentence, phrase)
    )


def _included(sentence: CountSentence, phrase: NumberPhrase) -> bool:
    """Including 11 women; among them two policemen and a nurse."""
    words, tokens = sentence.words, sentence.tokens
    start = phrase.number.phrase_first
    for at in range(start, max(0, start - _PART_GAP), -1):
        if words.parts.ending(tokens, at) is not None:
            return sentence.low(at - 1) not in words.prepositions or sentence.low(at - 2) == ","
        if at - 1 in sentence.breaks or at - 1 in sentence.at_token or sentence.low(at - 1) in words.auxiliaries:
            return False
    return False


def among_harmed(sentence: CountSentence, phrase: NumberPhrase) -> Predicate | None:
    """Among the dead were three nurses; three nurses were among the dead; a boy was one of four killed."""
    words = sentence.words
    start = phrase.number.phrase_first
    if sentence.low(start - 1) in words.passives:
        for at in range(start - 2, max(-1, start - 2 - _INVERTED_GAP), -1):
            if sentence.low(at) in words.among:
                return _next_harm(sentence, at + 1)
    after = phrase.end
    steps = 0
    while steps < _INVERTED_GAP and after < len(sentence.tokens):
        low = sentence.low(after)
        if low in words.passives and sentence.low(after + 1) in words.among:
            return _next_harm(sentence, after + 2)
        if (
            low in words.passives
            and sentence.low(after + 1) in words.ones
            and sentence.low(after + 2) in words.genitives
        ):
            return _next_harm(sentence, after + 3)
        if after in sentence.breaks or after in sentence.at_token:
            return None
        after += 1
        steps += 1
    return None


def _next_harm(sentence: CountSentence, at: int) -> Predicate | None:
    for cursor in range(at, min(at + _INVERTED_GAP, len(sentence.tokens))):
        predicate, noun = sentence.at_token.get(cursor), sentence.noun_at.get(cursor)
        if predicate is not None and predicate.sense.kind in HARM:
            return predicate
        if noun is not None and noun[1] in HARM:
            return Predicate(
                cursor, cursor + noun[0], Sense(noun[1], PredicateRole.NOMINAL), PredicateSide.NONE, nominal=True
            )
        if noun is not None and noun[1] == "survivors":
            return None
        if cursor in sentence.breaks:
            return None
    return None


def _after_whole(sentence: CountSentence, index: int, governed: list[Governed]) -> bool:
    """Of the 57 dead, 11 were women: the number after a whole that opens the clause, without a predicate of its own."""
    if index == 0:
        return False
    whole = sentence.phrases[index - 1]
    if not whole.whole or governed[index - 1].kind not in HARM:
        return False
    own = governed[index]
    return own.kind in ("other", "people", governed[index - 1].kind)


def _of_number(index: int, phrase: NumberPhrase, governed: list[Governed]) -> bool:
    """One of four people killed: the words that count the whole count the part."""
    if phrase.partitive is None or index + 1 >= len(governed):
        return False
    one, whole = governed[index], governed[index + 1]
    return one.predicate is not None and one.predicate is whole.predicate and one.kind in HARM


def _graded(sentence: CountSentence, index: int, governed: list[Governed]) -> bool:
    """14 were wounded, three seriously."""
    phrase = sentence.phrases[index]
    if index == 0 or phrase.noun is not None or governed[index - 1].kind != governed[index].kind:
        return False
    return sentence.low(phrase.end) in sentence.words.degrees and governed[index].kind in HARM


def _listed(sentence: CountSentence, phrase: NumberPhrase) -> bool:
    """Five of them seriously; 73 of the 158 dead: a number that says of what it is a part."""
    if phrase.partitive is None or phrase.noun not in HARM:
        return False
    beside = sentence.at_token.get(phrase.end)
    return beside is None or phrase.noun in (beside.sense.kind, "killed")
