"""Whether a figure is denied, only possible, feared, of the future or of the past, by the words that govern it."""

from __future__ import annotations

from extractor.numbers.tokens import Phrases
from extractor.values.count.governed import Governed
from extractor.values.count.sentence import PEOPLE, CountSentence, NumberPhrase

_MODAL_WINDOW = 5
_NEGATION_WINDOW = 8
_FEAR_WINDOW = 7
_DENIAL_WINDOW = 25
_FALSE_RUN = 4  # words from "fake" to the verb of its noun
_STRETCH = 60  # words either side in which a cue of the past is looked for


def _scope(phrase: NumberPhrase, governed: Governed) -> tuple[int, int]:
    """The tokens from where the count's clause starts to the last word that decides it."""
    first, last = phrase.number.phrase_first, phrase.end
    if governed.predicate is not None:
        first, last = min(first, governed.predicate.first), max(last, governed.predicate.last)
    return first, last


def find_doubts(sentence: CountSentence, phrase: NumberPhrase, governed: Governed) -> frozenset[str]:
    """The flags by which a figure of any kind is negated, hypothetical, future or historical."""
    first, last = _scope(phrase, governed)
    words = sentence.words
    anchor = governed.predicate.first if governed.predicate is not None else phrase.number.phrase_first
    found: set[str] = set()
    if _denied(sentence, first) or _negated(sentence, anchor, phrase, (first, last)):
        found.add("negated")
    opening = min(anchor, phrase.number.phrase_first)
    near = any(_near(sentence, words.modals, at, _MODAL_WINDOW) for at in (anchor, opening))
    if (near or _between(sentence, words.modals, first, last)) and not _came_about(sentence, governed, opening):
        found.add("hypothetical")
    elif _near(sentence, words.futures, anchor, _MODAL_WINDOW) or _between(sentence, words.futures, first, last):
        found.add("future")
    if governed.kind != "missing" and (
        _near(sentence, words.fears, first, _FEAR_WINDOW) or _feared(sentence, first, last)
    ):
        found.add("hypothetical")
    if _historical(sentence, first, last):
        found.add("historical")
    if "zero_word" in phrase.number.flags:
        found.discard("negated")
    return frozenset(found)


def _came_about(sentence: CountSentence, governed: Governed, before: int) -> bool:
    """The toll would later rise to 44; by Monday the number would climb to 44: a modal that says what came about.

    Not where a condition is named or somebody says so: "he said the toll would rise by Monday".
    """
    words = sentence.words
    window = range(max(0, before - _MODAL_WINDOW), before)
    if not governed.toll or not any(sentence.low(at) in words.changers for at in window):
        return False
    clause = [sentence.low(at) for at in range(before)]
    modals = [at for at in window if words.modals.starting(sentence.tokens, at) is not None]
    told = not words.speech.isdisjoint(clause) or [clause[at] in words.narrative_modals for at in modals] != [True]
    return not told and not words.outcome_adverbs.isdisjoint(clause)


def _feared(sentence: CountSentence, first: int, last: int) -> bool:
    """Whether a word of fear governs the harm: "believed to have been killed", not "two believed to be smugglers"."""
    words, starts = sentence.words, sentence.starts(sentence.words.fears)
    for at in range(first, last) if starts else ():
        hit = words.fears.starting(sentence.tokens, at) if at in starts and at not in sentence.number_at else None
        if hit is None:
            continue
        after = at + hit[0]
        while after < last and (sentence.low(after) in words.auxiliaries or sentence.low(after) in words.infinitives):
            after += 1
        told = sentence.low(after - 1) not in words.passives or after in sentence.at_token
        if told or sentence.low(at + hit[0] - 1) not in words.infinitives:
            return True
    return False


def _near(sentence: CountSentence, table: Phrases[int], before: int, window: int) -> bool:
    """Whether a phrase of a table ends within `window` words before a token, in the same clause."""
    for at in range(before, max(0, before - window), -1):
        if table.ending(sentence.tokens, at) is not None:
            return True
        if at - 1 in sentence.breaks or sentence.low(at - 1) == ",":
            return False
        if at < before and at - 1 in sentence.at_token:
            return False
    return False


def _between(sentence: CountSentence, table: Phrases[int], first: int, last: int) -> bool:
    starts = sentence.starts(table)
    return bool(starts) and any(at in starts and at not in sentence.number_at for at in range(first, last))


def _negated(sentence: CountSentence, anchor: int, phrase: NumberPhrase, scope: tuple[int, int]) -> bool:
    """Did not kill 57; 57 were not killed; not 57."""
    first, last = scope
    for at in range(max(0, anchor - _NEGATION_WINDOW), anchor):
        if _negates(sentence, at, phrase):
            between = range(at + 1, anchor)
            if not any(
                k in sentence.breaks or sentence.low(k) in sentence.words.conjunctions or k in sentence.at_token
                for k in between
            ):
                return True
    own = phrase.number.phrase_first - 1
    return any(_negates(sentence, at, phrase) for at in (own, *range(first, last)))


def _negates(sentence: CountSentence, at: int, phrase: NumberPhrase) -> bool:
    """Whether a token negates this count: not the "not" of "not only", nor one before another number."""
    words = sentence.words
    if sentence.low(at) not in words.negators or at in sentence.number_at:
        return False
    if at + 1 in sentence.number_at and at + 1 != phrase.number.phrase_first:
        return False
    return words.not_negators.starting(sentence.tokens, at) is None


def _denied(sentence: CountSentence, first: int) -> bool:
    """Denied that, denied killing, dismissed reports that; not "denied involvement in the attack that killed"."""
    words = sentence.words
    for at in range(first - 1, max(-1, first - 1 - _DENIAL_WINDOW), -1):
        low = sentence.low(at)
        if words.retractions.starting(sentence.tokens, at) is not None or _false_source(sentence, at):
            return True
        if low in words.denials:
            return sentence.low(at + 1) not in words.not_denials
        if low in words.splitters or (low == "," and sentence.low(at + 1) in words.relatives | words.relative_openers):
            return False
    return False


def _false_source(sentence: CountSentence, at: int) -> bool:
    """A fake post claimed: an adjective of falsehood, its noun, and a verb of speech; not "men in fake uniforms"."""
    words = sentence.words
    if sentence.low(at) not in words.false_words:
        return False
    ahead = range(at + 1, at + 1 + _FALSE_RUN)
    return any(sentence.low(k) in words.speech or sentence.low(k) in words.claim_joints for k in ahead)


def _historical(sentence: CountSentence, first: int, last: int) -> bool:
    """A cue of the past in the count's own stretch of the sentence: last month, in 1995, since 2011, years ago."""
    words, tokens = sentence.words, sentence.tokens
    start, stop = _stretch(sentence, first, last)
    past = sentence.starts(words.past)
    for at in range(start, stop):
        low = tokens[at].low
        if at in past:
            return True
        if low in words.determiners and _year_at(sentence, at + 1, bare=False):
            return True  # the 1976 earthquake
        if low in words.months and _dated_before(sentence, at):
            return True
        if low not in words.years_after:
            continue
        dated = at + 2 if sentence.low(at + 1) in words.months else at + 1  # "since December 2013"
        if _year_at(sentence, dated):
            compared = any(sentence.low(k) in words.superlatives for k in range(max(start, at - 6), at))
            if not compared or at < first:
                return not (compared and not any(k in sentence.breaks for k in range(at, first)))
    return False


def _dated_before(sentence: CountSentence, month: int) -> bool:
    """On September 11, 2001; on 11 September 2001: a full date of a year before that of publication, where known."""
    if sentence.year is None or not sentence.tokens[month].capital:
        return False
    return _year_at(sentence, month + 1) or (sentence.low(month + 2) == "," and _year_at(sentence, month + 3))


def _year_at(sentence: CountSentence, at: int, *, bare: bool = True) -> bool:
    """Whether a token is a year other than that of publication; a `bare` one has no noun of ours after it."""
    low = sentence.low(at)
    if not (len(low) == 4 and low.isdigit() and low[:2] in ("15", "16", "17", "18", "19", "20")):  # noqa: PLR2004 - a year
        return False
    if sentence.year is not None and int(low) >= sentence.year:
        return False
    if not bare:
        return sentence.noun_at.get(at + 1, (0, ""))[1] not in PEOPLE
    index = sentence.number_at.get(at)
    return index is None or sentence.phrases[index].noun in (None, "")


def _stretch(sentence: CountSentence, first: int, last: int) -> tuple[int, int]:
    """The tokens around a count up to a semicolon, "but" or "while"."""
    lowest, highest = max(0, first - _STRETCH), min(len(sentence.tokens), last + _STRETCH)
    start, stop = first, min(last, highest)
    while start > lowest and sentence.low(start - 1) not in sentence.words.splitters:
        start -= 1
    while stop < highest and sentence.low(stop) not in sentence.words.splitters:
        stop += 1
    return start, stop
