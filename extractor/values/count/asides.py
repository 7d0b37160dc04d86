"""Numbers that count no people: money, an age, a date, a flight, a clock, a measure, things."""

from __future__ import annotations

from extractor.numbers.tokens import Shape
from extractor.records import Bound
from extractor.values.count.ages import is_age
from extractor.values.count.calendar_numbers import is_date
from extractor.values.count.governed import Governed
from extractor.values.count.sentence import HARM, CountSentence, NumberPhrase

_LABEL_GAP = 10  # words between the dead and "number"
_TYING_MARKS = frozenset({"-", "/", ":", ".", "#", "+"})
_PLACE_RUN = 3  # words of a place that its number ends
_PLACE_ENDS = frozenset({".", ",", ";", ")"})
_MEASURED = frozenset({"distance", "money", "vehicle", "building", "animal", "votes", "thing"})


def aside(sentence: CountSentence, index: int) -> Governed | None:
    """A number that counts no people: money, an age, a date, a flight, a clock, a measure, things."""
    phrase = sentence.phrases[index]
    number = phrase.number
    old = sentence.words.ages.starting(sentence.tokens, number.last) is not None
    if phrase.noun == "days" and "pair" not in number.flags and not old:
        return Governed("days")
    if number.flags & {"article", "zero_word"}:
        return None
    for kind, test in (
        ("money", _money),
        ("age", is_age),
        ("date", is_date),
        ("identifier", _identifier),
        ("time", _clock),
    ):
        if test(sentence, phrase):
            return Governed(kind)
    if "decimal" in number.flags or (number.value is None and number.bound is not Bound.VAGUE):
        return Governed("other")
    return Governed(phrase.noun) if phrase.noun is not None and phrase.noun in _MEASURED else None


def _money(sentence: CountSentence, phrase: NumberPhrase) -> bool:
    number = phrase.number
    around = {sentence.low(at) for at in (number.first - 1, number.last, number.phrase_first - 1)}
    return not around.isdisjoint(sentence.words.currencies)


def _identifier(sentence: CountSentence, phrase: NumberPhrase) -> bool:
    """Whether digits number a thing, or belong to a code, a date or an address: flight 370, 1450 Main Street."""
    if not phrase.in_digits(sentence):
        return False
    before = phrase.number.first - 1
    labelled = sentence.low(before) in sentence.words.labels and not _numbers_harm(sentence, before)
    return (
        labelled
        or _joined_by_mark(sentence, phrase)
        or _numbers_place(sentence, phrase)
        or _before_street(sentence, phrase.number.last)
    )


def _joined_by_mark(sentence: CountSentence, phrase: NumberPhrase) -> bool:
    """Whether a mark ties digits to others or to a name: 555-0134, 9/11, "1 / 8", I-40; not "3-2" at its beginning."""
    number, tokens = phrase.number, sentence.tokens
    before, after = sentence.low(number.first - 1), sentence.low(number.last)
    touching = number.first > 1 and tokens[number.first - 1].end == number.start
    if touching and before in _TYING_MARKS:
        return tokens[number.first - 1].start == tokens[number.first - 2].end
    beyond = number.last + 1
    page = (after == "/" and beyond in sentence.number_at) or (before == "/" and number.first - 2 in sentence.number_at)
    if phrase.noun is None and page:
        return True  # a page of a gallery
    if after not in ("/", ":") or beyond >= len(tokens):
        return False
    return tokens[beyond].shape is Shape.NUMBER and tokens[beyond].start == tokens[number.last].end


def _before_street(sentence: CountSentence, at: int) -> bool:
    """Main Street, Elm Rd: one or two capitals, the last of them a kind of street."""
    return any(
        sentence.low(at + i) in sentence.words.streets and sentence.tokens[at + i].capital
        for i in (1, 2)
        if at + i < len(sentence.tokens) and sentence.tokens[at].capital
    )


def _numbers_place(sentence: CountSentence, phrase: NumberPhrase) -> bool:
    """Near mile marker 118, at exit 12: bare digits that end a place without an article, with no word of their own."""
    number, words = phrase.number, sentence.words
    alone = number.phrase_first == number.first and number.phrase_last == number.last and phrase.noun is None
    ends = number.last >= len(sentence.tokens) or sentence.low(number.last) in _PLACE_ENDS
    if not (alone and ends):
        return False
    at = number.first - 1
    while number.first - at <= _PLACE_RUN and _plain_noun(sentence, at):
        at -= 1
    return at < number.first - 1 and sentence.low(at) in words.place_prepositions


def _plain_noun(sentence: CountSentence, at: int) -> bool:
    """Whether a token may be a noun of a place: a word in small letters that is known as nothing else."""
    if at < 0 or sentence.tokens[at].capital or sentence.tokens[at].shape is not Shape.WORD:
        return False
    low, words = sentence.low(at), sentence.words
    known = (words.place_prepositions, words.prepositions, words.determiners, words.conjunctions, words.auxiliaries)
    free = at not in sentence.at_token and at not in sentence.number_at and low not in words.weekdays
    return free and not any(low in role for role in known)


def _numbers_harm(sentence: CountSentence, at: int) -> bool:
    """The dead now number 57: a label that is a verb, after a noun of harm."""
    if sentence.words.links.ending(sentence.tokens, at + 1) is None:
        return False
    return any(sentence.noun_at.get(k, (0, ""))[1] in HARM for k in range(max(0, at - _LABEL_GAP), at))


def _clock(sentence: CountSentence, phrase: NumberPhrase) -> bool:
    if not phrase.in_digits(sentence):
        return False
    return sentence.words.clock_units.starting(sentence.tokens, phrase.number.last) is not None
