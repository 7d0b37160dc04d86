"""Figures that a word such as toll governs: "the death toll rose to 57", "put the dead at 733", "Injured: 40"."""

from __future__ import annotations

from dataclasses import replace

from extractor.numbers.tokens import Shape
from extractor.records import Bound
from extractor.values.count.clauses import aside_start
from extractor.values.count.governed import Governed
from extractor.values.count.lexicon import PredicateRole
from extractor.values.count.sentence import HARM, PEOPLE, CountSentence, NumberPhrase, PredicateSide

_TOLL_GAP = 14
_OWN = frozenset({"killed", "injured", "missing"})
_QUOTES = frozenset('"“„«')
_FAR_TOLL = 30
_CHANGE_GAP = 5  # words between what a toll is now and the "from" of what it was
_COUNTER_GAP = 6  # words between "number of" and its word of harm


def by_toll(sentence: CountSentence, index: int) -> Governed | None:
    """Death toll rises to 57, toll of 57, the dead numbered 57; but "the toll rose to 79 injured" is of the injured."""
    found, phrase = _by_toll(sentence, index), sentence.phrases[index]
    own = phrase.noun if phrase.noun in _OWN and phrase.partitive is None else None
    return replace(found, kind=own) if found is not None and own is not None and own != found.kind else found


def _by_toll(sentence: CountSentence, index: int) -> Governed | None:
    phrase = sentence.phrases[index]
    number, words = phrase.number, sentence.words
    before = number.phrase_first
    if sentence.low(before - 1) in _QUOTES:
        before -= 1
    origin = sentence.low(before - 1) in words.origins
    link = words.links.ending(sentence.tokens, before)
    known = _stated(sentence, phrase, before) or (_changed_from(sentence, index) if origin else None)
    if known is not None:
        return known
    if link is None and sentence.low(before) in words.changers:
        link = (0, 0)  # "the toll passes 1,000": the hedge is the verb
    if link is None and not origin and (hedged := _hedged(sentence, phrase, before)) is not None:
        return hedged
    if (link is None and not origin) or phrase.noun in ("building", "vehicle", "animal"):
        return _compound_toll(sentence, phrase)
    at = before - (1 if origin else link[0] if link is not None else 1)
    of_link = sentence.low(before - 1) in words.genitives
    at = at if of_link else aside_start(sentence, at)
    stop = max(-1, at - (1 if of_link else _TOLL_GAP))
    for cursor in range(at, stop, -1):
        if (
            cursor < at
            and cursor in sentence.breaks
            and sentence.low(cursor - 1) not in words.toll_heads
            and sentence.low(cursor) != ":"
        ):
            break
        hit = words.tolls.ending(sentence.tokens, cursor) or _counted(sentence, cursor)
        hit = hit or _reckoned(sentence, cursor, at)
        if hit is None or (cursor < at and phrase.partitive is not None):
            continue
        verbs = [sentence.at_token[k].sense.kind for k in range(cursor, at) if k in sentence.at_token]
        comma = any(sentence.low(k) == "," for k in range(cursor, at))
        if any(kind != hit[1] for kind in verbs) or (comma and not origin and hit[0] == 1):
            break
        return Governed(hit[1], toll=True, superseded=origin)
    return _far_toll(sentence, at, superseded=origin) or _compound_toll(sentence, phrase)


def _stated(sentence: CountSentence, phrase: NumberPhrase, before: int) -> Governed | None:
    """A figure whose own words say what it counts, whatever toll stands farther off."""
    if (kind := _own_word(sentence, phrase)) is not None or (kind := _toll_after(sentence, phrase)) is not None:
        return Governed(kind, sentence.at_token.get(phrase.end), toll=True)
    if sentence.low(before - 1) == ":" and (labelled := _labelled(sentence, before - 2)) is not None:
        return Governed(labelled, toll=True)
    noun = sentence.noun_at.get(before - 2)
    of_bodies = sentence.low(before - 1) in sentence.words.genitives and noun is not None and noun[1] == "killed"
    if of_bodies and sentence.low(before - 2) not in sentence.words.lives:
        return Governed("killed", toll=True)  # "bodies of 17 out of 22 missing fishermen"
    return None


def _changed_from(sentence: CountSentence, index: int) -> Governed | None:
    """Rose to 337 on Monday from 127: the figure that a toll was before the one it is now."""
    if index == 0 or sentence.phrases[index].noun not in (None, "", *PEOPLE, *HARM):
        return None
    gap = range(sentence.phrases[index - 1].end, sentence.phrases[index].number.phrase_first)
    if len(gap) > _CHANGE_GAP or any(at in sentence.breaks for at in gap):
        return None
    now = _by_toll(sentence, index - 1)
    return None if now is None or not now.toll else replace(now, superseded=True)


def _hedged(sentence: CountSentence, phrase: NumberPhrase, before: int) -> Governed | None:
    """A death toll above 680; put the toll at least 20: a hedged figure right after a toll needs no link."""
    number = phrase.number
    if number.first == number.phrase_first or number.bound is Bound.EXACT or phrase.noun is not None:
        return None
    toll = sentence.words.tolls.ending(sentence.tokens, before)
    return None if toll is None or toll[1] not in HARM else Governed(toll[1], toll=True)


def _own_word(sentence: CountSentence, phrase: NumberPhrase) -> str | None:
    """Casualties stood at 4 killed, 11 wounded: the word of harm right after a bare number is its own."""
    beside = sentence.at_token.get(phrase.end)
    if phrase.noun is not None or beside is None or beside.first != phrase.end or beside.nominal:
        return None
    own = beside.sense.role in (PredicateRole.ADJECTIVE, PredicateRole.PARTICIPLE) and beside.side is PredicateSide.LEFT
    return beside.sense.kind if own and beside.sense.kind in HARM else None


def _toll_after(sentence: CountSentence, phrase: NumberPhrase) -> str | None:
    """The death brings to three the number of fatalities: the toll stands after its figure."""
    words, start = sentence.words, phrase.number.phrase_first
    if sentence.low(start - 1) not in words.infinitives or words.totals.ending(sentence.tokens, start - 1) is None:
        return None
    for at in (phrase.number.phrase_last, phrase.number.phrase_last + 1):
        hit = words.tolls.starting(sentence.tokens, at)
        if hit is not None:
            return hit[1]
    return None


def _far_toll(sentence: CountSentence, link: int, *, superseded: bool) -> Governed | None:
    """The death toll from the quake that struck Izmit before dawn rose to 7,014: a toll, what it is of, its verb."""
    words = sentence.words
    verbs = words.changers | words.reckoners  # rose to, is put at
    verb = link - 1
    while sentence.low(verb) in words.adverbs_of_change:  # was revised down to
        verb -= 1
    if sentence.low(verb) not in verbs and sentence.low(link) not in verbs:
        return None
    for cursor in range(verb, max(0, link - _FAR_TOLL), -1):
        if sentence.low(cursor) in words.splitters or _counts(sentence, cursor):
            return None
        hit = words.tolls.ending(sentence.tokens, cursor) or _counted(sentence, cursor)
        if hit is not None:
            of = sentence.low(cursor) in words.prepositions | words.toll_causes | words.genitives
            return Governed(hit[1], toll=True, superseded=superseded) if of else None
    return None


def _counts(sentence: CountSentence, at: int) -> bool:
    """Whether a figure of its own is at a token: not the "twin" of twin blasts, a rank or an article."""
    index = sentence.number_at.get(at)
    return index is not None and not sentence.readings[index].flags & {"pair", "ordinal", "article"}


def _reckoned(sentence: CountSentence, cursor: int, link: int) -> tuple[int, str] | None:
    """Headquarters put enemy dead at 4,959: a verb of reckoning before a noun of harm that ends at the link."""
    noun = sentence.noun_at.get(cursor - 1)
    if (
        cursor != link
        or noun is None
        or noun[1] not in HARM
        or sentence.low(link) not in sentence.words.reckoning_links
    ):
        return None
    before = {sentence.low(at) for at in range(cursor - 1 - _COUNTER_GAP, cursor - 1)}
    return (1, noun[1]) if before & sentence.words.reckoners else None


def _counted(sentence: CountSentence, cursor: int) -> tuple[int, str] | None:
    """The number of journalists killed: a counter, a few words, and a word of harm that ends before a token."""
    predicate = sentence.at_token.get(cursor - 1)
    if predicate is None or predicate.last != cursor or predicate.sense.kind not in HARM:
        return None
    for at in range(predicate.first, max(0, predicate.first - _COUNTER_GAP), -1):
        if sentence.words.counters.ending(sentence.tokens, at) is not None:
            return cursor - at, predicate.sense.kind
    return None


def _labelled(sentence: CountSentence, at: int) -> str | None:
    """Injured: 40. The word of harm before a colon, when nothing precedes it in its clause."""
    noun, predicate = sentence.noun_at.get(at), sentence.at_token.get(at)
    first = predicate.first if predicate is not None else at
    if first > 0 and sentence.tokens[first - 1].shape is Shape.WORD:
        return None
    kind = predicate.sense.kind if predicate is not None else noun[1] if noun is not None else None
    return kind if kind in HARM else None


def _compound_toll(sentence: CountSentence, phrase: NumberPhrase) -> Governed | None:
    """57-death toll."""
    number = phrase.number
    if sentence.low(number.last) != "-" or phrase.number.phrase_last != number.last:
        return None
    return Governed("killed", toll=True) if sentence.low(number.last + 1) in sentence.words.compounds else None
