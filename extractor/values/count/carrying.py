"""Kinds that a number takes over from the clause before it: "nine died in Lyon and three in Paris"."""

from __future__ import annotations

from itertools import pairwise

from extractor.numbers.tokens import Shape
from extractor.values.count.governed import Governed
from extractor.values.count.lexicon import PredicateRole
from extractor.values.count.sentence import HARM, PEOPLE, CountSentence, NumberPhrase, PredicateSide

_REACH = 24  # words between a number and the one whose kind it takes over
_ANAPHOR_GAP = 3  # words between "the figure" and its "as"
_SUM_GAP = 6  # words between a word of harm and the sum of its people
_PLACE_RUN = 6  # words of a place that stands before its number: "in the Damascus suburbs at least 30"
_END_MARKS = frozenset({",", ".", ";", ")", "", "!", "?"})
_OPENING_MARKS = frozenset({",", ";", ":", "|", "-"})
_ASIDE = frozenset({"percent", "rate", "ordinal", "decimal", "article", "zero_word", "pair"})


def carried(sentence: CountSentence, index: int, governed: list[Governed]) -> Governed | None:
    """The kind of the count before, when this number repeats its shape without its verb; `None` otherwise.

    Only a bare number or one of people qualifies, with a place of its own on either side ("and a dozen in Chokwe", "in
    Hama 9"), or at the end of "the second, 19"; a verb between the two ends the carrying.
    """
    joined = _joined(sentence, index, governed)
    if joined is not None or not _bare(sentence, index, governed):
        return joined
    reckoned = _reckoned(sentence, index, governed) or _gapped(sentence, index, governed)
    return reckoned or _summed(sentence, index)


def _summed(sentence: CountSentence, index: int) -> Governed | None:
    """Such as "killed everyone aboard, 71 in all": the sum of those whom a word of harm names without a number."""
    number, words = sentence.phrases[index].number, sentence.words
    after = words.totals.starting(sentence.tokens, number.phrase_last)
    if sentence.low(number.phrase_first - 1) != "," or after is None:
        return None
    for at in range(number.phrase_first - 2, max(-1, number.phrase_first - 2 - _SUM_GAP), -1):
        predicate = sentence.at_token.get(at)
        if predicate is not None:
            return Governed(predicate.sense.kind, predicate) if predicate.sense.kind in HARM else None
        if at in sentence.number_at or at in sentence.breaks:
            return None
    return None


def _bare(sentence: CountSentence, index: int, governed: list[Governed]) -> bool:
    """Whether a number counts nothing yet that would keep it from taking over a kind."""
    phrase = sentence.phrases[index]
    if governed[index].kind not in ("other", "people") or phrase.number.flags & _ASIDE or phrase.whole:
        return False
    return phrase.noun in (None, "") or phrase.noun in PEOPLE


def _gapped(sentence: CountSentence, index: int, governed: list[Governed]) -> Governed | None:
    """The kind of the count before, for a number that has a place of its own or counts another subject."""
    phrase = sentence.phrases[index]
    before = _antecedent(sentence, index, governed)
    if before is None:
        return None
    source = governed[before]
    died = source.predicate is not None and source.predicate.sense.role is PredicateRole.SUBJECT
    if not died and _more_in_hospital(sentence, phrase):
        return Governed("injured")
    start = phrase.number.phrase_first
    listed = sentence.low(start - 1) == ":" or _broken_down(sentence, start)  # "killed 88: 57 in Homs and 31 in Hama"
    placed = _place_after(sentence, phrase) and (listed or _place_near(sentence, before, start))
    told = _place_before(sentence, phrase) or _named_before(sentence, phrase, sentence.phrases[before])
    if placed or told or _ellipsis(sentence, phrase, source):
        return Governed(source.kind, source.predicate, source.toll)
    return None


def _joined(sentence: CountSentence, index: int, governed: list[Governed]) -> Governed | None:
    """Such as "the deaths of six gunmen and 17 hostages": two objects of one word of harm."""
    own, phrase = governed[index], sentence.phrases[index]
    known = own.kind in ("people", "other", "attackers") or (own.kind == "abducted" and own.predicate is None)
    if index == 0 or not known or phrase.noun is None or phrase.number.flags & _ASIDE or phrase.whole:
        return None
    if phrase.noun not in PEOPLE and phrase.noun != "abducted":
        return None
    earlier, source = sentence.phrases[index - 1], governed[index - 1]
    gap = [sentence.low(at) for at in range(earlier.end, phrase.number.phrase_first)]
    said = sentence.low(phrase.end) in sentence.words.speech  # "killed three, two officials said"
    if said or source.kind not in HARM or gap not in (["and"], [","], [",", "and"]):
        return None
    if source.predicate is None:
        of = source.toll and sentence.low(earlier.number.phrase_first - 1) in sentence.words.genitives
        return Governed(source.kind, toll=True) if of else None
    return Governed(source.kind, source.predicate) if source.predicate.last <= earlier.number.phrase_first else None


def _reckoned(sentence: CountSentence, index: int, governed: list[Governed]) -> Governed | None:
    """Such as "42 were killed, a figure which the police put at nine": another's reckoning of the figure before."""
    start, words = sentence.phrases[index].number.phrase_first, sentence.words
    if sentence.low(start - 1) not in words.reckoning_links or sentence.phrases[index].noun is not None:
        return None
    window = [sentence.low(at) for at in range(max(0, start - _PLACE_RUN - 2), start - 1)]
    if words.anaphors.isdisjoint(window) or words.reckoners.isdisjoint(window):
        return None
    kinds = [g.kind for g in governed[:index] if g.kind in HARM]
    return Governed(kinds[-1], toll=True) if kinds else None


def _antecedent(sentence: CountSentence, index: int, governed: list[Governed]) -> int | None:
    """The nearest count of harm before, with no verb between it and this number."""
    phrase = sentence.phrases[index]
    if (head := _parallel(sentence, index, governed)) is not None:
        return head
    for other in range(index - 1, max(-1, index - 3), -1):
        source, earlier = governed[other], sentence.phrases[other]
        if source.kind in HARM and not earlier.whole and "zero_word" not in earlier.number.flags:
            end = _after_report(sentence, earlier.end)
            if source.predicate is not None:
                end = max(earlier.end, source.predicate.last)
            gap = _without_asides(sentence, range(end, phrase.number.phrase_first))
            return other if len(gap) <= _REACH and not any(_verb(sentence, at) for at in gap) else None
        if source.kind in ("people", "detained"):
            return None
    return None


def _parallel(sentence: CountSentence, index: int, governed: list[Governed]) -> int | None:
    """Such as "the toll in Mora was 50, with 31 injured; in Kolo, ten": the toll that a new item after ";" repeats."""
    start = sentence.phrases[index].number.phrase_first
    opener = next((at for at in range(start - 1, max(-1, start - 1 - _PLACE_RUN), -1) if sentence.low(at) == ";"), None)
    if opener is None or not _place_before(sentence, sentence.phrases[index]):
        return None
    item = [at for at in range(index) if governed[at].kind in HARM]
    head = next((at for at in item if not any(sentence.low(k) == ";" for k in _between(sentence, at, opener))), None)
    return head if head is not None and governed[head].toll else None


def _between(sentence: CountSentence, index: int, stop: int) -> range:
    return range(sentence.phrases[index].end, stop)


def _after_report(sentence: CountSentence, at: int) -> int:
    """The token after "were reported" in "39 deaths were reported in Nepal and 21 in India"."""
    told = sentence.words.auxiliaries | sentence.words.speech
    while sentence.low(at) in told:
        at += 1
    return at


def _without_asides(sentence: CountSentence, gap: range) -> list[int]:
    """The tokens of a gap but those between commas that say who said it or what a place is like."""
    commas = [at for at in gap if sentence.low(at) == ","]
    dropped: set[int] = set()
    for first, last in pairwise(commas):
        aside = {sentence.low(at) for at in range(first + 1, last)}
        opener = sentence.low(first + 1)
        if not aside.isdisjoint(sentence.words.speech) or opener in sentence.words.relative_openers:
            dropped.update(range(first, last))
    return [at for at in gap if at not in dropped]


def _verb(sentence: CountSentence, at: int) -> bool:
    token, low, words = sentence.tokens[at], sentence.low(at), sentence.words
    if at in sentence.at_token or low in words.auxiliaries or low in words.relatives or low in words.speech:
        return True
    unknown = low.endswith(words.past_endings or ("\0",)) and not token.capital and at not in sentence.noun_at
    return (unknown and low not in words.place_prepositions) or low in words.clause_openers


def _opened(sentence: CountSentence, at: int) -> bool:
    """Whether a number's phrase opens an item: at a mark or a conjunction just before it."""
    while sentence.low(at - 1) in sentence.numbers.fillers:
        at -= 1
    return _opens_item(sentence, at - 1) or _broken_down(sentence, at)


def _broken_down(sentence: CountSentence, at: int) -> bool:
    """Such as "the toll was 40, with 27 in Mora": the first figure of a sum's places."""
    return sentence.low(at - 1) in sentence.words.breakdowns


def _opens_item(sentence: CountSentence, at: int) -> bool:
    """Whether a mark or a conjunction at a token opens an item of a list."""
    low, conjunctions = sentence.low(at), sentence.words.conjunctions
    return low in _OPENING_MARKS or low in conjunctions


def _ends_item(sentence: CountSentence, at: int) -> bool:
    """Whether a mark, a conjunction or the sentence's end at a token ends an item of a list."""
    low, conjunctions = sentence.low(at), sentence.words.conjunctions
    return low in _END_MARKS or low in conjunctions


def _place_after(sentence: CountSentence, phrase: NumberPhrase) -> bool:
    """Such as "and three in Paris", ", 9 in Hama", "and a dozen in the town of Chokwe"."""
    low = sentence.low(phrase.end)
    if low in sentence.words.weekdays and phrase.noun is None:
        return _opened(sentence, phrase.number.phrase_first)  # "5 on Tuesday and 11 yesterday"
    if low not in sentence.words.place_prepositions or not _opened(sentence, phrase.number.phrase_first):
        return False
    ahead = range(phrase.end + 1, min(phrase.end + 1 + _PLACE_RUN, len(sentence.tokens)))
    named = sentence.words.determiners | sentence.words.hospitals
    return any(sentence.tokens[at].capital or sentence.low(at) in named for at in ahead[:2])


def _place_near(sentence: CountSentence, before: int, stop: int) -> bool:
    """Whether the count before has a place too, between it and this one or right before it."""
    earlier = sentence.phrases[before]
    start = max(0, earlier.number.phrase_first - _PLACE_RUN)
    return any(sentence.low(at) in sentence.words.place_prepositions for at in range(start, stop))


def _place_before(sentence: CountSentence, phrase: NumberPhrase) -> bool:
    """Such as "in Hama 9", "and in the Damascus suburbs at least 30": the place stands first, then the bare number."""
    start = phrase.number.phrase_first
    if not _ends_item(sentence, phrase.end) or phrase.noun not in (None, *PEOPLE):
        return False
    named = False
    for at in range(start - 1, max(-1, start - 1 - _PLACE_RUN), -1):
        token = sentence.tokens[at]
        if token.low in sentence.words.place_openers:
            return named and (at == 0 or _opened(sentence, at))
        if token.low == "," and sentence.tokens[at - 1].capital:
            continue  # "in Kolo, ten", "in Kolo, Borno, ten"
        if token.shape is not Shape.WORD:
            return False
        named = named or token.capital
    return False


def _named_before(sentence: CountSentence, phrase: NumberPhrase, earlier: NumberPhrase) -> bool:
    """Such as "Guntur had eight deaths, Nalgonda seven and Prakasam six": another name, no verb, a number in words."""
    start = phrase.number.phrase_first
    worded = sentence.tokens[phrase.number.first].shape is Shape.WORD and phrase.noun is None
    if not worded or not _ends_item(sentence, phrase.end) or earlier.number.phrase_first == 0:
        return False
    at = start
    while at > 0 and start - at < _PLACE_RUN and sentence.tokens[at - 1].capital:
        at -= 1
    named = at < start and _opens_item(sentence, at - 1)
    return named and any(sentence.tokens[k].capital for k in range(earlier.number.phrase_first))


def _ellipsis(sentence: CountSentence, phrase: NumberPhrase, source: Governed) -> bool:
    """Such as "the first blast killed four; the second, minutes later, 19": another subject and no verb."""
    predicate = source.predicate
    if predicate is None or predicate.side is not PredicateSide.RIGHT or not _ends_item(sentence, phrase.end):
        return False
    start = phrase.number.phrase_first
    opener = start
    while opener > predicate.last and sentence.low(opener - 1) not in sentence.words.splitters:
        opener -= 1
    clause = range(opener, start)
    joined = opener > predicate.last
    if not joined:
        clause = range(max(predicate.last, start - _PLACE_RUN), start)
    return any(sentence.low(at) in sentence.words.other_subjects for at in clause) and (
        sentence.low(start - 1) not in sentence.words.genitives
    )


def _more_in_hospital(sentence: CountSentence, phrase: NumberPhrase) -> bool:
    """Such as "nine dead and two more in hospital"."""
    end = phrase.end
    while sentence.low(end) in sentence.words.still_more:
        end += 1
    ways, hospitals = sentence.words.hospital_ways, sentence.words.hospitals
    return sentence.low(end) in ways and any(sentence.low(end + i) in hospitals for i in (1, 2))


def stands_for_earlier(sentence: CountSentence) -> bool:
    """Whether a sentence has a number and a word such as "figure" that may mean the one before."""
    return bool(sentence.phrases) and any(t.low in sentence.words.anaphors for t in sentence.tokens)


def repeats(sentence: CountSentence, index: int, governed: Governed) -> bool:
    """Whether "the figure" of the sentence before is given anew: "the commission gave the figure as 926"."""
    phrase, words = sentence.phrases[index], sentence.words
    if governed.kind != "other" or phrase.noun is not None or phrase.number.flags & _ASIDE:
        return False
    start = phrase.number.phrase_first
    link = words.links.ending(sentence.tokens, start)
    if link is None:
        return False
    window = range(start - link[0], max(0, start - link[0] - _ANAPHOR_GAP), -1)
    return any(sentence.low(at - 1) in words.anaphors and sentence.low(at - 2) in words.determiners for at in window)
