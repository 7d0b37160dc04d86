"""Whether a number without a noun of people may count people at all, and whether its verb leaves no other reading."""

from __future__ import annotations

from extractor.numbers.tokens import Shape
from extractor.values.count.governed import Governed
from extractor.values.count.sentence import HARM, PEOPLE, CountSentence, NumberPhrase, Predicate

_LARGE = 60  # bare numbers from here on are years, streets, calls and numbers of things far more often than people
_BESIDE = 1  # words that may stand between a verb and its object
_NAMED_RUN = 3  # words of a place before its number: "in North Homs 9"
_ASIDE = frozenset({"age", "date", "money", "time"})


def counts_people(sentence: CountSentence, index: int, predicate: Predicate) -> bool:
    """Whether a number may count people by the word of harm that seems to govern it.

    With a head noun of people it may. With a noun that is not known it must agree with that; and large digits without
    a noun of people count only where the word of harm stands right beside them, so that no other reading is left:
    "killed 300 mahouts", not "a 911 call and found two dead".
    """
    phrase = sentence.phrases[index]
    if phrase.noun not in (None, ""):
        return True
    if phrase.noun == "" and not (_plural(sentence, phrase) and _takes_unknown(sentence, phrase, predicate)):
        return False
    value = phrase.number.value
    large = value is not None and value >= _LARGE and sentence.tokens[phrase.number.first].shape is Shape.NUMBER
    large = large and phrase.number.phrase_first == phrase.number.first  # a hedge is of a count: "all 248 aboard"
    listed = any(at in sentence.number_at for at in range(predicate.last, phrase.number.phrase_first))
    return not large or listed or phrase.partitive is not None or _beside(sentence, phrase, predicate)


def _takes_unknown(sentence: CountSentence, phrase: NumberPhrase, predicate: Predicate) -> bool:
    """Whether a word of harm can have an unknown noun as its object: not "murder and other crimes"."""
    words = sentence.words
    gap = range(predicate.last, phrase.number.phrase_first)
    joined = any(sentence.low(at) in words.conjunctions for at in gap)
    if joined and not any(at in sentence.number_at for at in gap):
        return False
    if any(at in sentence.number_at and sentence.low(at - 1) == "," for at in range(phrase.end, predicate.first)):
        return False  # "and 250 languages, five were killed"
    harmless = predicate.last - predicate.first == 1 and sentence.low(predicate.first) in words.harmless_too
    return not harmless or sentence.tokens[phrase.end - 1].capital or _headless(sentence, phrase)


def _beside(sentence: CountSentence, phrase: NumberPhrase, predicate: Predicate) -> bool:
    """Whether only auxiliaries, adverbs and hedges stand between a number's phrase and a word of harm."""
    words = sentence.words
    if predicate.last <= phrase.number.phrase_first:
        gap = range(predicate.last, phrase.number.phrase_first)
        return sum(sentence.low(at) not in words.determiners for at in gap) <= _BESIDE
    gap = range(phrase.end, predicate.first)
    return all(
        sentence.low(at) in words.auxiliaries
        or (sentence.low(at) in words.chain and sentence.low(at) not in words.conjunctions)
        or sentence.low(at) in words.negators | words.relatives
        or sentence.low(at).endswith(words.adverb_endings)
        for at in gap
    )


def _plural(sentence: CountSentence, phrase: NumberPhrase) -> bool:
    """Whether an unknown noun may be of several: "12 mahouts", "12 Yazidi"; not "700 block"."""
    endings = sentence.words.plural_endings
    if not endings or _headless(sentence, phrase) or phrase.number.value in (None, 0, 1):
        return True
    ends = (sentence.tokens[phrase.number.phrase_last], sentence.tokens[phrase.end - 1])  # "100 Yazidi hiding there"
    return any(token.capital or token.low.endswith(endings) for token in ends)


def _headless(sentence: CountSentence, phrase: NumberPhrase) -> bool:
    """Whether a phrase has no noun: two of them, three more, all 12 aboard."""
    low = sentence.low(phrase.end - 1)
    return low in sentence.words.genitives | sentence.numbers.fillers | sentence.words.place_prepositions


def agrees(sentence: CountSentence, phrase: NumberPhrase) -> bool:
    """Whether a number agrees with its noun: "2014 shooting death" and "911 dispatcher" are not counts."""
    endings, value = sentence.words.plural_endings, phrase.number.value
    hyphened = sentence.low(phrase.number.last) == "-"
    paired = "pair" in phrase.number.flags  # a double homicide
    if (
        not endings
        or paired
        or value in (None, 0, 1)
        or phrase.noun in (None, "")
        or hyphened
        or phrase.partitive is not None
    ):
        return True
    low = sentence.low(phrase.end - 1)
    people = any(sentence.noun_at.get(at, (0, ""))[1] in PEOPLE for at in range(phrase.number.last, phrase.end - 1))
    if people or low.endswith(endings):
        return True  # "60 people hostage"
    plurals = {low + ending for ending in endings} | {low[:-1] + "ies"}
    table = sentence.words.nouns
    return not any(table.meaning((plural,)) == phrase.noun for plural in sorted(plurals))


def in_a_name(sentence: CountSentence, phrase: NumberPhrase) -> bool:
    """Whether digits belong to the name before them: "News 12", "Channel 5"; not "in Homs 9" or "Blast Kills 12"."""
    number = phrase.number
    at = number.first - 1
    bare = number.phrase_first == number.first and number.last - number.first == 1 and number.phrase_last == number.last
    if at < 1 or not bare or sentence.tokens[number.first].shape is not Shape.NUMBER or phrase.noun in PEOPLE | HARM:
        return False
    named = sentence.tokens[at]
    if not named.capital or named.shape is not Shape.WORD or at in sentence.at_token or at in sentence.noun_at:
        return False
    if phrase.end in sentence.at_token or _placed(sentence, at):
        return False
    after = sentence.tokens[number.last] if number.last < len(sentence.tokens) else None
    return after is None or after.capital or after.shape is Shape.MARK


def _placed(sentence: CountSentence, at: int) -> bool:
    """Whether a name stands after a preposition of place."""
    return any(sentence.low(k) in sentence.words.place_prepositions for k in range(max(0, at - _NAMED_RUN), at))


def like_beside_like(sentence: CountSentence, governed: list[Governed]) -> list[Governed]:
    """Ages and dates in a list: a bare number that "and", "or", "to" or a comma joins to one is one too."""
    found = list(governed)
    for one in range(1, len(found)):
        if any(g.kind == "age" for g in found[:one]) and _of_another(sentence, one):
            found[one] = Governed("age")
    for one in (*range(1, len(found)), *range(len(found) - 2, -1, -1)):
        for other in (one - 1, one + 1):
            if 0 <= other < len(found) and found[other].kind in _ASIDE and _listed(sentence, one, other):
                found[one] = Governed(found[other].kind)
    return found


def _of_another(sentence: CountSentence, one: int) -> bool:
    """Such as "one 29 years old, another 52, two others 37": bare digits right after one more person, before a mark."""
    phrase = sentence.phrases[one]
    number = phrase.number
    if phrase.noun is not None or not phrase.in_digits(sentence):
        return False
    ends = number.last >= len(sentence.tokens) or sentence.tokens[number.last].shape is Shape.MARK
    return ends and sentence.words.others.ending(sentence.tokens, number.first) is not None


def _listed(sentence: CountSentence, one: int, other: int) -> bool:
    phrase = sentence.phrases[one]
    if phrase.noun is not None or phrase.number.flags or phrase.end in sentence.at_token:
        return False
    first, last = (other, one) if other < one else (one, other)
    gap = range(sentence.phrases[first].number.phrase_last, sentence.phrases[last].number.phrase_first)
    return len(gap) in (1, 2) and all(sentence.low(at) in sentence.words.joints for at in gap)
