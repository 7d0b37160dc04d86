"""Numbers that count no people: money, an age, a date, a flight, a clock, a measure, things."""

from __future__ import annotations

from extractor.numbers.tokens import Shape
from extractor.records import Bound
from extractor.values.count.ages import is_age
from extractor.values.count.calendar_numbers import is_date
from extractor.values.count.governed import Governed
from extractor.values.count.sentence import HARM, Phrase, Sentence

_LABEL_GAP = 10  # words between the dead and "number"
_MEASURED = frozenset({"distance", "money", "vehicle", "building", "animal", "votes", "thing"})


def aside(sentence: Sentence, index: int) -> Governed | None:
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


def _money(sentence: Sentence, phrase: Phrase) -> bool:
    number = phrase.number
    around = {sentence.low(at) for at in (number.first - 1, number.last, number.phrase_first - 1)}
    return not around.isdisjoint(sentence.words.currencies)


def _identifier(sentence: Sentence, phrase: Phrase) -> bool:
    number, words = phrase.number, sentence.words
    if not phrase.in_digits(sentence):
        return False
    touching = number.first > 0 and sentence.tokens[number.first - 1].end == number.start
    before = sentence.low(number.first - 1)
    if before in words.labels and not _numbers_harm(sentence, number.first - 1):
        return True
    if touching and before in ("-", "/", ":", ".", "#", "+") and number.first >= 2:  # noqa: PLR2004 - something to join
        return sentence.tokens[number.first - 1].start == sentence.tokens[number.first - 2].end
    after = sentence.low(number.last)
    beyond, behind = number.last + 1, number.first - 2
    if phrase.noun is None and (
        (after == "/" and beyond in sentence.number_at) or (before == "/" and behind in sentence.number_at)
    ):
        return True  # "1 / 8": a page of a gallery
    if after in ("/", ":") and number.last + 1 < len(sentence.tokens):
        follows = sentence.tokens[number.last + 1]
        if follows.shape is Shape.NUMBER and follows.start == sentence.tokens[number.last].end:
            return True
    return any(
        sentence.low(number.last + i) in words.streets and sentence.tokens[number.last + i].capital
        for i in (1, 2)
        if number.last + i < len(sentence.tokens) and sentence.tokens[number.last].capital
    )


def _numbers_harm(sentence: Sentence, at: int) -> bool:
    """The dead now number 57: a label that is a verb, after a noun of harm."""
    if sentence.words.links.ending(sentence.tokens, at + 1) is None:
        return False
    return any(sentence.noun_at.get(k, (0, ""))[1] in HARM for k in range(max(0, at - _LABEL_GAP), at))


def _clock(sentence: Sentence, phrase: Phrase) -> bool:
    if not phrase.in_digits(sentence):
        return False
    after = sentence.low(phrase.number.last)
    if after in sentence.words.clock_units:
        return True
    return (
        after in ("a", "p")
        and sentence.low(phrase.number.last + 1) == "."
        and sentence.low(phrase.number.last + 2) == "m"
    )
