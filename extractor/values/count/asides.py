"""Numbers that count no people: money, an age, a date, a flight, a clock, a measure, things."""

from __future__ import annotations

from extractor.numbers.tokens import Shape
from extractor.records import Bound
from extractor.values.count.governed import Governed
from extractor.values.count.sentence import HARM, PEOPLE, Phrase, Sentence

_OLDEST, _NEWEST = 1500, 2100  # years
_OLDEST_PERSON = 120
_MINOR = 21
_LABEL_GAP = 10  # words between the dead and "number"
_AFTER_AGE = frozenset({",", ".", "and", ")", ";", "-", ":"})
_MONTH = 31  # the days of a month
_YEAR_CUES = frozenset({"(", "/", "-", "'", "year", "early", "late", "mid", "spring", "summer", "the"})
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
        ("age", _age),
        ("date", _date),
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


def _digits(sentence: Sentence, phrase: Phrase) -> bool:
    return sentence.tokens[phrase.number.first].shape is Shape.NUMBER


def _age(sentence: Sentence, phrase: Phrase) -> bool:
    number, words = phrase.number, sentence.words
    if number.value is None or number.value > _OLDEST_PERSON:
        return False
    leads = {sentence.low(number.first - 1), sentence.low(number.phrase_first - 1)}
    paired = sentence.low(number.first - 1) == "and" and sentence.low(number.first - 3) in words.aged
    led = {sentence.low(number.phrase_first - 2), sentence.low(number.phrase_first - 1)}
    paired = paired or (phrase.noun is None and not words.aged.isdisjoint(led))  # "the ages of 18 and 22"
    said = words.ages.starting(sentence.tokens, number.last) is not None or not words.aged.isdisjoint(leads)
    of_family = _parent(sentence, number.first - 1) or _pair_of_ages(sentence, phrase)
    if said or paired or of_family or _limit(sentence, phrase):
        return True
    if _after_full_name(sentence, phrase) or _of_both(sentence, phrase):
        return True
    enclosed = sentence.low(number.first - 1) == "," and sentence.low(number.last) in _AFTER_AGE
    bracketed = sentence.low(number.first - 1) == "(" and sentence.low(number.last) == ")"
    return number.phrase_first == number.first and ((enclosed and _named(sentence, number.first - 2)) or bracketed)


def _after_full_name(sentence: Sentence, phrase: Phrase) -> bool:
    """Ana Ruiz, 31 - died; Lee Moss Jr., 56: bare digits after a comma after two capitals, and no verb of their own."""
    number, words = phrase.number, sentence.words
    at = number.first - 2
    if sentence.low(at) == ".":
        at -= 1
    own = number.last in sentence.at_token or sentence.low(number.last) in words.auxiliaries
    if sentence.low(number.first - 1) != "," or phrase.noun is not None or own or at < 1:
        return False
    plain_digits = _digits(sentence, phrase) and number.phrase_first == number.first
    return plain_digits and all(sentence.tokens[k].capital and k not in sentence.at_token for k in (at, at - 1))


def _of_both(sentence: Sentence, phrase: Phrase) -> bool:
    """Both 22; each 31: bare digits of a pair, before a mark."""
    number = phrase.number
    pair = sentence.number_at.get(number.first - 1)
    paired = sentence.low(number.first - 1) == "each" or (
        pair is not None and "pair" in sentence.readings[pair].flags and sentence.low(number.first - 1) == "both"
    )
    ends = number.last >= len(sentence.tokens) or sentence.tokens[number.last].shape is Shape.MARK
    return paired and ends and phrase.noun is None and _digits(sentence, phrase)


def _limit(sentence: Sentence, phrase: Phrase) -> bool:
    """Were under 10; children under five."""
    number = phrase.number
    if phrase.noun is not None or number.bound not in (Bound.FEWER_THAN, Bound.MORE_THAN):
        return False
    alone = sentence.low(number.last) in (",", ".", ")")
    if alone and sentence.low(number.phrase_first - 1) in sentence.words.passives:
        return True
    person = sentence.noun_at.get(number.phrase_first - 1, (0, ""))[1] in PEOPLE
    return number.bound is Bound.FEWER_THAN and person and number.value is not None and number.value <= _MINOR


def _named(sentence: Sentence, at: int) -> bool:
    """Whether a name or one person ends at a token, so that a number between commas is an age: "the driver, 34,"."""
    if at < 0 or sentence.low(at) in sentence.words.months:
        return False
    token, words = sentence.tokens[at], sentence.words
    if token.capital and token.shape is Shape.WORD:
        return True
    twins = sentence.low(at - 1) in words.determiners and sentence.noun_at.get(at, (0, ""))[1] in PEOPLE
    return twins or words.singular.ending(sentence.tokens, at + 1) is not None


def _parent(sentence: Sentence, of: int) -> bool:
    """A mother of three, a father-of-two: not counted among the victims."""
    at = of - 1
    if sentence.low(of) == "-":
        of, at = of - 1, of - 2
    while sentence.low(at) == "-":
        at -= 1
    return sentence.low(of) == "of" and sentence.low(at) in sentence.words.parents


def _pair_of_ages(sentence: Sentence, phrase: Phrase) -> bool:
    """Her passengers, 12 and 14, ...: two bare numbers between commas after people."""
    number = phrase.number
    if phrase.noun is not None or number.bound is not Bound.EXACT:
        return False
    after, before = number.last, number.first
    if sentence.low(after) == "and" and after + 1 in sentence.number_at and sentence.low(after + 2) in (",", "."):
        opener = before - 1
    elif sentence.low(before - 1) == "and" and before - 2 in sentence.number_at and sentence.low(after) in (",", "."):
        opener = before - 3
    else:
        return False
    people = sentence.words.nouns.ending(sentence.tokens, opener)
    named = opener > 0 and sentence.tokens[opener - 1].capital
    return sentence.low(opener) == "," and (named or (people is not None and people[1] in PEOPLE))


def _date(sentence: Sentence, phrase: Phrase) -> bool:
    number = phrase.number
    value = number.value
    if value is None:
        return False
    if number.bound is Bound.BETWEEN and number.high is not None and phrase.noun is None:
        return _OLDEST <= value < number.high <= _NEWEST and _digits(sentence, phrase)
    if value <= _MONTH and _before_month(sentence, number.last):
        return True
    return _after_month(sentence, phrase) or (_yearly(sentence, phrase) and _year(sentence, phrase))


def _before_month(sentence: Sentence, at: int) -> bool:
    """On 7 March; 3 and 7 March."""
    if sentence.low(at) in sentence.words.months:
        return sentence.tokens[at].capital
    joined = sentence.low(at) in ("and", "to", "or", ",", "&") and at + 1 in sentence.number_at
    return joined and sentence.low(at + 2) in sentence.words.months and sentence.tokens[at + 2].capital


def _after_month(sentence: Sentence, phrase: Phrase) -> bool:
    """March 7; Feb. 2; March 2014."""
    number, words = phrase.number, sentence.words
    stop = sentence.low(number.first - 1) == "."
    at = number.first - (2 if stop else 1)
    if sentence.low(at) not in words.months or not sentence.tokens[at].capital:
        return False
    led = sentence.low(at - 1) in words.determiners or sentence.low(at - 1) == "on"
    if phrase.noun in PEOPLE | HARM and not led:
        return False
    sized = (number.value is not None and number.value <= _MONTH) or _yearly(sentence, phrase)
    return sized and (stop or sentence.low(number.last) not in words.auxiliaries)


def _year(sentence: Sentence, phrase: Phrase) -> bool:
    """In 2004; (1999); the 1976 quake; September 11, 2001."""
    number, words = phrase.number, sentence.words
    before = sentence.low(number.first - 1)
    if before == "," and phrase.noun is None:
        return True
    day = number.first - (2 if before == "," else 1)
    if day in sentence.number_at and (sentence.low(day - 1) in words.months or sentence.low(day - 2) in words.months):
        return True  # March 31, 2013; July 25 2014
    cue = words.years_after | words.months | _YEAR_CUES
    named = phrase.noun in (None, "") or (before in words.determiners and phrase.noun not in PEOPLE | HARM)
    return before in cue and named and number.phrase_first == number.first


def _yearly(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a number is written as a year: four plain digits."""
    token = sentence.tokens[phrase.number.first]
    plain = phrase.number.last - phrase.number.first == 1 and token.low.isdigit() and len(token.low) == 4  # noqa: PLR2004
    return plain and _OLDEST <= int(token.low) <= _NEWEST


def _identifier(sentence: Sentence, phrase: Phrase) -> bool:
    number, words = phrase.number, sentence.words
    if not _digits(sentence, phrase):
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
    if not _digits(sentence, phrase):
        return False
    after = sentence.low(phrase.number.last)
    if after in ("am", "pm", "gmt", "o", "hrs", "utc"):
        return True
    return (
        after in ("a", "p")
        and sentence.low(phrase.number.last + 1) == "."
        and sentence.low(phrase.number.last + 2) == "m"
    )
