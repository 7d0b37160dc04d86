"""Numbers that are days of a month or years: "7 March", "March 2014", "the 1976 quake", "in the 1950s"."""

from __future__ import annotations

from extractor.records import Bound
from extractor.values.count.sentence import HARM, PEOPLE, CountSentence, NumberPhrase

_OLDEST, _NEWEST = 1500, 2100  # years
_MONTH = 31  # the days of a month
_YEAR_MARKS = frozenset({"(", "/", "-", "'"})


def is_date(sentence: CountSentence, phrase: NumberPhrase) -> bool:
    """Whether a number is a day of a month, a year, a decade or a range of years."""
    number = phrase.number
    value = number.value
    if value is None:
        return False
    if sentence.in_decade(number):
        return True
    if number.bound is Bound.BETWEEN and number.high is not None and phrase.noun is None:
        return _OLDEST <= value < number.high <= _NEWEST and phrase.in_digits(sentence)
    if value <= _MONTH and _before_month(sentence, number.last):
        return True
    return _after_month(sentence, phrase) or (_yearly(sentence, phrase) and _year(sentence, phrase))


def _before_month(sentence: CountSentence, at: int) -> bool:
    """On 7 March; 3 and 7 March."""
    if sentence.low(at) in sentence.words.months:
        return sentence.tokens[at].capital
    joined = sentence.low(at) in sentence.words.joints and at + 1 in sentence.number_at
    return joined and sentence.low(at + 2) in sentence.words.months and sentence.tokens[at + 2].capital


def _after_month(sentence: CountSentence, phrase: NumberPhrase) -> bool:
    """March 7; Feb. 2; March 2014."""
    number, words = phrase.number, sentence.words
    stop = sentence.low(number.first - 1) == "."
    at = number.first - (2 if stop else 1)
    if sentence.low(at) not in words.months or not sentence.tokens[at].capital:
        return False
    led = sentence.low(at - 1) in words.determiners or sentence.low(at - 1) in words.day_prepositions
    if phrase.noun in PEOPLE | HARM and not led:
        return False
    sized = (number.value is not None and number.value <= _MONTH) or _yearly(sentence, phrase)
    return sized and (stop or sentence.low(number.last) not in words.auxiliaries)


def _year(sentence: CountSentence, phrase: NumberPhrase) -> bool:
    """In 2004; (1999); the 1976 quake; September 11, 2001."""
    number, words = phrase.number, sentence.words
    before = sentence.low(number.first - 1)
    if before == "," and phrase.noun is None:
        return True
    day = number.first - (2 if before == "," else 1)
    if day in sentence.number_at and (sentence.low(day - 1) in words.months or sentence.low(day - 2) in words.months):
        return True  # March 31, 2013; July 25 2014
    cue = words.years_after | words.months | words.year_cues | _YEAR_MARKS
    named = phrase.noun in (None, "") or (before in words.determiners and phrase.noun not in PEOPLE | HARM)
    return before in cue and named and number.phrase_first == number.first


def _yearly(sentence: CountSentence, phrase: NumberPhrase) -> bool:
    """Whether a number is written as a year: four plain digits."""
    token = sentence.tokens[phrase.number.first]
    plain = phrase.number.last - phrase.number.first == 1 and token.low.isdigit() and len(token.low) == 4  # noqa: PLR2004
    return plain and _OLDEST <= int(token.low) <= _NEWEST
