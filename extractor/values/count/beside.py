"""What the words around a figure say of it beside the word that governs it: for a judge of a kind that is not known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from extractor.values.count.doubts import find_doubts
from extractor.values.count.governed import Governed
from extractor.values.count.parts import is_part
from extractor.values.count.sentence import HARM, CountSentence, NumberPhrase

_HUMAN = frozenset({None, "person", "combatant", "attacker", *HARM})
_TELLING = HARM | {"survivors", "harmed"}
_ALSO = {"casualties": frozenset({"killed", "injured"})}
_OPEN = frozenset({"people", "other", "casualties", "attackers"})  # kinds that may be of the dead, the injured...
_NEAR = 8  # words between a figure and a word of harm that no comma or conjunction parts from it


@dataclass(frozen=True, slots=True)
class BesideFigure:
    """What a sentence says of a figure whose kind is not known.

    `near` are the kinds that words of the figure's own phrase name, `told` those that words of the sentence name which
    count no other figure, `taken` those of its other figures. `human` says that it may count people: it has a noun of
    people or none; `named` that it has a noun at all. `whole` says that another figure is a part of it, `mixed`
    that its word names two kinds ("killed or wounded"), `otherwise` that the words right beside it say what else its
    people were or did, `retold` that it is given as what a figure has become. `doubts` holds flags as on a reading.
    """

    near: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    taken: frozenset[str] = frozenset()
    human: bool = True
    named: bool = False
    whole: bool = False
    mixed: bool = False
    otherwise: bool = False
    retold: bool = False
    doubts: frozenset[str] = frozenset()


NOTHING = BesideFigure()


def beside(sentence: CountSentence, index: int, governed: list[Governed]) -> BesideFigure:
    """What the words around a figure say of it; nothing for a figure of a known kind that is not zero."""
    phrase = sentence.phrases[index]
    zero = "zero_word" in phrase.number.flags or phrase.number.value == 0
    if governed[index].kind not in _OPEN and not zero:
        return NOTHING
    free = _free(sentence, index, governed)
    near = _kinds(free, _around(sentence, index))
    doubts = find_doubts(sentence, phrase, governed[index])
    return BesideFigure(
        near=near,
        told=_kinds(free, range(len(sentence.tokens))),
        taken=frozenset(g.kind for at, g in enumerate(governed) if at != index and g.kind in HARM),
        human=phrase.noun in _HUMAN,
        named=phrase.noun is not None,
        whole=phrase.whole or _has_part(sentence, index),
        mixed=_is_mixed(sentence, governed[index]),
        otherwise=_otherwise(sentence, phrase),
        retold=any(t.low in sentence.words.changers | sentence.words.anaphors for t in sentence.tokens),
        doubts=doubts | ({"part"} if is_part(sentence, index, governed) else set()),
    )


def is_joined(sentence: CountSentence, index: int, governed: list[Governed]) -> bool:
    """Whether a figure is in one phrase with the one before and shares its word: "11 policemen and 14 soldiers"."""
    if index == 0 or governed[index].kind not in HARM or governed[index].kind != governed[index - 1].kind:
        return False
    one, other = sentence.phrases[index - 1], sentence.phrases[index]
    gap = [sentence.low(at) for at in range(one.end, other.number.phrase_first)]
    return bool(gap) and all(low in sentence.words.conjunctions or low == "," for low in gap)


def _free(sentence: CountSentence, index: int, governed: list[Governed]) -> dict[int, str]:
    """The kinds that words of harm name, by token, without those that count another figure."""
    words, tokens = sentence.words, sentence.tokens
    used = {
        at
        for other, phrase in enumerate(sentence.phrases)
        if other != index and governed[other].kind in HARM
        for at in _own_tokens(phrase.number.phrase_first, phrase.end, governed[other])
    }
    found: dict[int, str] = {}
    for at in range(len(tokens)):
        if at in used:
            continue
        predicate, noun = sentence.at_token.get(at), sentence.noun_at.get(at)
        toll = words.tolls.starting(tokens, at) if tokens[at].low in words.tolls.firsts else None
        unfit = predicate is not None and predicate.sense.strict and sentence.phrases[index].noun not in _HUMAN
        if predicate is not None and predicate.sense.kind in _TELLING and not unfit:
            found[at] = predicate.sense.kind
        elif noun is not None and noun[1] in _TELLING:
            found[at] = noun[1]
        elif toll is not None and toll[1] in _TELLING:
            found[at] = toll[1]
    return found


def _own_tokens(first: int, end: int, governed: Governed) -> Iterable[int]:
    yield from range(first, end)
    if governed.predicate is not None:
        yield from range(governed.predicate.first, governed.predicate.last)


def _around(sentence: CountSentence, index: int) -> list[int]:
    """The tokens on both sides of a figure up to a mark, a conjunction, a break or another figure."""
    phrase = sentence.phrases[index]
    found = list(range(phrase.number.phrase_first, phrase.end))
    for start, step in ((phrase.number.phrase_first - 1, -1), (phrase.end, 1)):
        at = start
        while 0 <= at < len(sentence.tokens) and abs(at - start) < _NEAR:
            stop = at in sentence.breaks or sentence.low(at) in sentence.words.conjunctions
            if stop or sentence.number_at.get(at, index) != index:
                break
            found.append(at)
            at += step
    return found


def _kinds(free: dict[int, str], tokens: Iterable[int]) -> frozenset[str]:
    kinds = {free[at] for at in tokens if at in free}
    return frozenset(kinds.union(*(_ALSO.get(kind, frozenset()) for kind in kinds)))


def _has_part(sentence: CountSentence, index: int) -> bool:
    """The 40 of "40 people, 12 of whom": the figure after it says of what it is a part."""
    if index + 1 >= len(sentence.phrases):
        return False
    part = sentence.phrases[index + 1].number
    return sentence.words.part_tails.starting(sentence.tokens, part.phrase_last) is not None


def _otherwise(sentence: CountSentence, phrase: NumberPhrase) -> bool:
    """Passengers were on its list, fighters were hiding, tourists danced; attacked by a crowd, room for 40 guests."""
    words, at = sentence.words, phrase.end
    if phrase.noun is not None and sentence.low(phrase.number.phrase_first - 1) in words.prepositions:
        return True
    if at >= len(sentence.tokens) or at in sentence.at_token:
        return False
    endings = words.past_endings or ("\0",)
    if sentence.low(at) in words.passives:
        after = sentence.low(at + 1)
        return at + 1 not in sentence.at_token and (after in words.prepositions or after.endswith(words.activities))
    return sentence.low(at).endswith(endings) and not sentence.tokens[at].capital and at not in sentence.noun_at


def _is_mixed(sentence: CountSentence, governed: Governed) -> bool:
    """Killed or wounded, dead and missing: the words of one predicate that alone are of several kinds."""
    predicate = governed.predicate
    if predicate is None or governed.kind != "casualties":
        return False
    table = sentence.words.predicates
    senses = [table.meaning((sentence.low(at),)) for at in range(predicate.first, predicate.last)]
    return any(sense is not None and sense.kind != "casualties" for sense in senses)
