"""Numbers that are ages: "aged 57", "a 16-year-old", "as young as 13", "the driver, 34,", "a mother of three"."""

from __future__ import annotations

from extractor.numbers.tokens import Shape
from extractor.records import Bound
from extractor.values.count.sentence import PEOPLE, CountSentence, NumberPhrase

_OLDEST_PERSON = 120
_MINOR = 21
_SEVERAL = 2  # people whose ages make a list
_LONGEST_LIST = 8
_LIST_MARKS = frozenset({"-", ",", "(", ":"})
_MARKS_AFTER = frozenset({",", ".", ")", ";", "-", ":"})


def is_age(sentence: CountSentence, phrase: NumberPhrase) -> bool:
    """Whether a number is the age of somebody, or the children of a parent."""
    number, words = phrase.number, sentence.words
    if number.value is None or number.value > _OLDEST_PERSON:
        return False
    if sentence.in_decade(number) or _listed_after(sentence, phrase):
        return True
    leads = {sentence.low(number.first - 1), sentence.low(number.phrase_first - 1)}
    paired = sentence.low(number.first - 1) in words.ands and sentence.low(number.first - 3) in words.aged
    led = {sentence.low(number.phrase_first - 2), sentence.low(number.phrase_first - 1)}
    paired = paired or (phrase.noun is None and not words.aged.isdisjoint(led))  # "the ages of 18 and 22"
    said = words.ages.starting(sentence.tokens, number.last) is not None or not words.aged.isdisjoint(leads)
    said = said or words.age_leads.ending(sentence.tokens, number.phrase_first) is not None
    of_family = _parent(sentence, number.first - 1) or _pair_of_ages(sentence, phrase)
    if said or paired or of_family or _limit(sentence, phrase):
        return True
    if _after_full_name(sentence, phrase) or _of_both(sentence, phrase):
        return True
    closed = sentence.low(number.last) in _MARKS_AFTER or sentence.low(number.last) in words.conjunctions
    enclosed = sentence.low(number.first - 1) == "," and closed
    bracketed = sentence.low(number.first - 1) == "(" and sentence.low(number.last) == ")"
    of_one = sentence.low(number.last) == "," and sentence.low(number.last + 1) in words.singular_verbs
    named = enclosed and (_named(sentence, number.first - 2) or of_one) and not _after_place(sentence, phrase)
    return number.phrase_first == number.first and (named or bracketed)


def ages_after(sentence: CountSentence, index: int) -> range:
    """The tokens of the ages after people, as many as there are people: "three men - 21, 25 and 30 - were wounded".

    From the mark that opens the list to the one that closes it; empty where no such list follows.
    """
    people = sentence.phrases[index] if index < len(sentence.phrases) else None
    if people is None or people.noun not in PEOPLE or people.number.value is None:
        return range(0)
    start = people.end
    listed = sentence.readings[index + 1 : index + 1 + people.number.value]
    if sentence.low(start) not in _LIST_MARKS or len(listed) != people.number.value or len(listed) < _SEVERAL:
        return range(0)
    at = start + 1
    for number in listed:
        bare = number.phrase_first == number.first == at and not number.flags
        if not bare or number.value is None or number.value > _OLDEST_PERSON:
            return range(0)
        at = number.phrase_last
        while number is not listed[-1] and sentence.low(at) in sentence.words.joints:
            at += 1
    return range(start, at + 1) if sentence.low(at) in _LIST_MARKS | _MARKS_AFTER else range(0)


def _listed_after(sentence: CountSentence, phrase: NumberPhrase) -> bool:
    """Whether a number is one of the ages listed after people."""
    first = phrase.number.first
    own = sentence.number_at.get(first)
    return own is not None and any(
        first in ages_after(sentence, index) for index in range(max(0, own - _LONGEST_LIST), own)
    )


def _after_place(sentence: CountSentence, phrase: NumberPhrase) -> bool:
    """In Bama, seven; in Kolo, Borno, ten: a number in words after the name of a place is not an age."""
    at = phrase.number.first - 2
    while at > 0 and (sentence.tokens[at].capital or (sentence.low(at) == "," and sentence.tokens[at - 1].capital)):
        at -= 1
    return not phrase.in_digits(sentence) and sentence.low(at) in sentence.words.place_prepositions


def _after_full_name(sentence: CountSentence, phrase: NumberPhrase) -> bool:
    """Ana Ruiz, 31 - died; Lee Moss Jr., 56: bare digits after a comma after two capitals, and no verb of their own."""
    number, words = phrase.number, sentence.words
    at = number.first - 2
    if sentence.low(at) == ".":
        at -= 1
    own = number.last in sentence.at_token or sentence.low(number.last) in words.auxiliaries
    if sentence.low(number.first - 1) != "," or phrase.noun is not None or own or at < 1:
        return False
    plain_digits = phrase.in_digits(sentence) and number.phrase_first == number.first
    return plain_digits and all(sentence.tokens[k].capital and k not in sentence.at_token for k in (at, at - 1))


def _of_both(sentence: CountSentence, phrase: NumberPhrase) -> bool:
    """Both 22; each 31: bare digits of a pair, before a mark."""
    number = phrase.number
    pair = sentence.number_at.get(number.first - 1)
    counted = pair is not None and "pair" not in sentence.readings[pair].flags
    paired = sentence.low(number.first - 1) in sentence.words.apiece and not counted
    ends = number.last >= len(sentence.tokens) or sentence.tokens[number.last].shape is Shape.MARK
    return paired and ends and phrase.noun is None and phrase.in_digits(sentence)


def _limit(sentence: CountSentence, phrase: NumberPhrase) -> bool:
    """Were under 10; children under five."""
    number = phrase.number
    if phrase.noun is not None or number.bound not in (Bound.FEWER_THAN, Bound.MORE_THAN):
        return False
    alone = sentence.low(number.last) in (",", ".", ")")
    if alone and sentence.low(number.phrase_first - 1) in sentence.words.passives:
        return True
    person = sentence.noun_at.get(number.phrase_first - 1, (0, ""))[1] in PEOPLE
    return number.bound is Bound.FEWER_THAN and person and number.value is not None and number.value <= _MINOR


def _named(sentence: CountSentence, at: int) -> bool:
    """Whether a name or one person ends at a token, so that a number between commas is an age: "the driver, 34,"."""
    if at < 0 or sentence.low(at) in sentence.words.months:
        return False
    token, words = sentence.tokens[at], sentence.words
    if token.capital and token.shape is Shape.WORD:
        return True
    twins = sentence.low(at - 1) in words.determiners and sentence.noun_at.get(at, (0, ""))[1] in PEOPLE
    return twins or words.singular.ending(sentence.tokens, at + 1) is not None


def _parent(sentence: CountSentence, of: int) -> bool:
    """A mother of three, a father-of-two: not counted among the victims."""
    at = of - 1
    if sentence.low(of) == "-":
        of, at = of - 1, of - 2
    while sentence.low(at) == "-":
        at -= 1
    return sentence.low(of) in sentence.words.genitives and sentence.low(at) in sentence.words.parents


def _pair_of_ages(sentence: CountSentence, phrase: NumberPhrase) -> bool:
    """Her passengers, 12 and 14, ...: two bare numbers between commas after people."""
    number = phrase.number
    if phrase.noun is not None or number.bound is not Bound.EXACT:
        return False
    after, before = number.last, number.first
    if (
        sentence.low(after) in sentence.words.ands
        and after + 1 in sentence.number_at
        and sentence.low(after + 2) in (",", ".")
    ):
        opener = before - 1
    elif (
        sentence.low(before - 1) in sentence.words.ands
        and before - 2 in sentence.number_at
        and sentence.low(after) in (",", ".")
    ):
        opener = before - 3
    else:
        return False
    people = sentence.words.nouns.ending(sentence.tokens, opener)
    named = opener > 0 and sentence.tokens[opener - 1].capital
    return sentence.low(opener) == "," and (named or (people is not None and people[1] in PEOPLE))
