"""Harm that a text reports without a number: one person by name or description, or several people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.numbers.tokens import Shape
from extractor.records import Status
from extractor.segments import TextView
from extractor.values.count.reader import marked_sentence
from extractor.values.count.sentence import HARM, PEOPLE, CountSentence, Predicate, PredicateSide

_RUN = 12  # words of a noun phrase beside its verb
_TITLES = 2  # capitals in a row that make a name sure


def one_person(kinds: frozenset[str], pieces: Sequence[tuple[int, int]], view: TextView) -> Status | None:
    """Whether the words at `pieces` say that one person was harmed: "the journalist A. S. was shot dead".

    Returns:
        Supported where the verb or an article and a noun of people show that it is one; unconfirmed where the noun is
        not known or a name alone says so; `None` where nobody or several are, or it is denied or only feared.
    """
    found = [
        status
        for sentence, predicate in _predicates(kinds, pieces, view)
        for tokens in _sides(sentence, predicate)
        if not _doubted(sentence, predicate, tokens) and (status := _single(sentence, predicate, tokens)) is not None
    ]
    return min(found, key=lambda s: s is not Status.SUPPORTED) if found else None


def several_people(kinds: frozenset[str], pieces: Sequence[tuple[int, int]], view: TextView) -> bool:
    """Whether the words at `pieces` mention harmed people whom no number counts: "other tourists are missing"."""
    return any(
        noun is not None and noun[1] in PEOPLE and sentence.words.singular.starting(sentence.tokens, at) is None
        for sentence, predicate in _predicates(kinds, pieces, view)
        for tokens in _sides(sentence, predicate)
        if not _doubted(sentence, predicate, tokens)
        for at in tokens
        if (noun := sentence.noun_at.get(at)) is not None
    )


def _predicates(
    kinds: frozenset[str], pieces: Sequence[tuple[int, int]], view: TextView
) -> Iterator[tuple[CountSentence, Predicate]]:
    """The words of harm inside the pieces, each with its sentence."""
    for start, end in pieces:
        for index in range(view.sentence_index(start), len(view.sentences)):
            if view.sentences[index].start >= end:
                break
            sentence = marked_sentence(view, index)
            for predicate in sentence.predicates if sentence is not None else ():
                inside = start <= sentence.tokens[predicate.first].start if sentence is not None else False
                if sentence is not None and inside and predicate.sense.kind in kinds:
                    yield sentence, predicate


def _sides(sentence: CountSentence, predicate: Predicate) -> Iterator[range]:
    """The tokens of the noun phrase on each side that a predicate counts; an "of" after a noun is passed over."""
    if predicate.side is not PredicateSide.LEFT:
        first = predicate.last + (sentence.low(predicate.last) in sentence.words.genitives)
        last = first
        while last < len(sentence.tokens) and last - first < _RUN and not _ends(sentence, last):
            last += 1
        yield range(first, last)
    if predicate.side is not PredicateSide.RIGHT and not predicate.nominal:
        first = predicate.first
        while first > 0 and predicate.first - first < _RUN and not _opens(sentence, first - 1):
            first -= 1
        yield range(first, predicate.first)


def _ends(sentence: CountSentence, at: int) -> bool:
    words, low = sentence.words, sentence.low(at)
    mark = sentence.tokens[at].shape is Shape.MARK and low not in ("-", ".", "'")
    last = low == "." and at + 1 >= len(sentence.tokens)
    return mark or last or at in sentence.breaks or low in words.prepositions or low in words.auxiliaries


def _opens(sentence: CountSentence, at: int) -> bool:
    low = sentence.low(at)
    return at in sentence.breaks or (sentence.tokens[at].shape is Shape.MARK and low not in ("-", ".", "'"))


def _doubted(sentence: CountSentence, predicate: Predicate, tokens: range) -> bool:
    """Whether a negation, a modal or a fear stands between the two, or right before."""
    words = sentence.words
    first, last = min(predicate.first, tokens.start), max(predicate.last, tokens.stop)
    return any(
        sentence.low(at) in words.negators
        or sentence.low(at) in words.denials
        or any(t.starting(sentence.tokens, at) for t in (words.modals, words.futures, words.fears))
        for at in range(max(0, first - 2), last)
    )


def _single(sentence: CountSentence, predicate: Predicate, tokens: range) -> Status | None:
    """Whether a noun phrase is of one person."""
    words = sentence.words
    lows = [sentence.low(at) for at in tokens]
    counted = [sentence.readings[sentence.number_at[at]] for at in tokens if at in sentence.number_at]
    aged = any(low in words.age_words for low in lows)
    if not words.ands.isdisjoint(lows) or any("article" not in r.flags for r in counted if not aged):
        return None
    if any((noun := sentence.noun_at.get(at)) is not None and _others(sentence, at, noun[1]) for at in tokens):
        return None
    known = aged or any(words.singular.starting(sentence.tokens, at) for at in tokens)
    article = any(low in words.articles for low in lows)
    capitals = sum(sentence.tokens[at].capital and at > 0 for at in tokens)
    verb = bool(set(lows) & words.singular_verbs)
    if article or verb:
        sure = known or (verb and capitals >= _TITLES)
        return Status.SUPPORTED if sure else Status.UNCONFIRMED if capitals or predicate.sense.kind in HARM else None
    return Status.UNCONFIRMED if known or capitals >= _TITLES else None


def _others(sentence: CountSentence, at: int, kind: str) -> bool:
    """Whether a noun is of several people, of a group, or of no people at all."""
    if sentence.words.singular.starting(sentence.tokens, at) is not None or kind in HARM:
        return False
    return kind not in ("days", "attacks")
