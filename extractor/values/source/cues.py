"""The cues of a sentence that attribute: verbs of speech, "according to", counts, hearsay."""

from __future__ import annotations

from functools import cache

from extractor.language.speech import speech_words
from extractor.language.words import Token, phrase_at
from extractor.records import SourceType
from extractor.values.naming.phrases import Named
from extractor.values.source.frames import bracket_cue, label_cue, tail_cue, telling
from extractor.values.source.phrases import (
    STOP_MARKS,
    phrase_backward,
    phrase_forward,
    skip_relative,
    sources_of,
)
from extractor.values.source.shapes import Cue, Shape, unspecified
from extractor.values.source.verbs import coordinated_cue, participle_cue, verb_cue


def find_cues(text: str, tokens: list[Token]) -> list[Cue]:
    """All cues of a sentence, in order; none takes words of an earlier one."""
    found: list[Cue] = []
    free = 0  # no cue may take words of an earlier one
    label = label_cue(text, tokens)
    if label is not None:
        found.append(label)
        free = label.last
    for index, token in enumerate(tokens):
        if token.low not in _triggers() or index < free:
            continue
        cue = _cue_at(text, tokens, index, free, found)
        if cue is not None:
            found.append(cue)
            free = max(index + 1, cue.last)
    if not found:
        tail = tail_cue(text, tokens, free) or _citing_cue(text, tokens)
        return [tail] if tail is not None else []
    return found


@cache
def _prepositions() -> dict[tuple[str, ...], bool]:
    return {tuple(phrase.split()): True for phrase in speech_words().prepositions}


@cache
def _triggers() -> frozenset[str]:
    """The words that can open an attribution: most words of a text are passed over at once."""
    words = speech_words()
    opening = words.strong_verbs | words.weak_verbs | words.count_nouns | words.claim_nouns
    others = ("reports", "rumours", "rumors", "(")
    return opening | words.hearsay | speech_words().going_on | {key[0] for key in _prepositions()} | {*others}


def _cue_at(text: str, tokens: list[Token], index: int, free: int, found: list[Cue]) -> Cue | None:
    """The cue that the word at `index` opens; the readers by how sure they are."""
    low = tokens[index].low
    cue = _preposition_cue(text, tokens, index, free)
    if cue is None and _hearsay(tokens, index):
        cue = Cue(Shape.HEARSAY, index, index + 1, (unspecified(tokens[index]),))
    if cue is None and (low in speech_words().strong_verbs or low in speech_words().weak_verbs):
        cue = verb_cue(text, tokens, index, free) or coordinated_cue(tokens, index, found)
    if cue is None and low in speech_words().going_on:
        cue = participle_cue(text, tokens, index, found)
    if cue is None and (low in speech_words().count_nouns or low in speech_words().claim_nouns):
        cue = _count_cue(text, tokens, index, free)
    return cue or bracket_cue(text, tokens, index, free)


def _citing_cue(text: str, tokens: list[Token]) -> Cue | None:
    """`..., citing hospital sources`, when nobody else in the sentence speaks."""
    for index, token in enumerate(tokens):
        if token.low in {"citing", "quoting"} and index and tokens[index - 1].text == ",":
            stop = phrase_forward(tokens, index + 1)
            sources = sources_of(text, tokens, index + 1, stop)
            if sources and telling(tokens[index + 1 : stop], sources):
                return Cue(Shape.AFTER, index, stop, sources, token.low)
    return None


def _hearsay(tokens: list[Token], index: int) -> bool:
    """`reportedly`, or "reports that" without anybody who reports."""
    if tokens[index].low in speech_words().hearsay:
        return True
    return (
        tokens[index].low in {"reports", "rumours", "rumors"}
        and index + 1 < len(tokens)
        and tokens[index + 1].low == "that"
    )


def _preposition_cue(text: str, tokens: list[Token], index: int, free: int) -> Cue | None:
    """`according to X`: before what it governs when it opens a sentence or clause, else after it."""
    hit = phrase_at(tokens, index, _prepositions(), 4)
    if hit is None or (tokens[index].low == "citing" and free == index and index > 0 and tokens[index - 1].text == ","):
        return None
    size, _ = hit
    first = tokens[index]
    if first.low == "citing" and index:
        return None
    begin = index + size
    counted = next(
        (k for k in range(begin, min(begin + 4, len(tokens))) if tokens[k].low in speech_words().count_nouns), None
    )
    agent = _agent_after(tokens, counted) if counted is not None else None
    stop = phrase_forward(tokens, begin if agent is None else agent)
    if agent is not None:
        begin, stop = agent, next((k for k in range(agent + 1, stop) if tokens[k].low == "from"), stop)
    sources = sources_of(text, tokens, begin, stop)
    if not sources:
        return None
    opens = all(
        t.low in speech_words().leading or t.text in STOP_MARKS or t.low in speech_words().clause_breaks
        for t in tokens[max(0, index - 1) : index]
    )
    opens = opens and (index == 0 or tokens[index - 1].text != "," or index == 1)
    last = stop
    tail = False
    if not opens:
        last = skip_relative(tokens, stop)
        tail = last < len(tokens) and tokens[last].text == ","
    return Cue(
        Shape.BEFORE if opens else Shape.AFTER,
        index,
        last,
        sources,
        " ".join(t.low for t in tokens[index : index + size]),
        tail,
    )


def _count_cue(text: str, tokens: list[Token], index: int, free: int) -> Cue | None:
    """`the Red Crescent's count stood at 91`, `a tally by AFP`, `records kept by the parish`, `by government count`."""
    claim = tokens[index].low not in speech_words().count_nouns
    begin = _agent_after(tokens, index)
    if begin is not None:
        stop = phrase_forward(tokens, begin)
        stop = next((k for k in range(begin + 1, stop) if tokens[k].low == "from"), stop)
        sources = sources_of(text, tokens, begin, stop)
        if sources and telling(tokens[begin:stop], sources) and not (claim and not _says_that(tokens, stop)):
            return Cue(Shape.BEFORE, index, stop, sources, tokens[index].low)
    back = index - 1
    while back > free and tokens[back].word and tokens[back].low != "s" and not tokens[back].low.endswith("'s"):
        if index - back > 4 or tokens[back].low == "by":  # noqa: PLR2004 - "the ministry's latest official casualty count"
            break
        back -= 1
    possessive = back > free and (
        (tokens[back].low == "s" and tokens[back - 1].text in "'’")
        or (tokens[back].text in {"'", "’"} and tokens[back - 1].low.endswith("s"))
    )
    if possessive and not (claim and not _says_that(tokens, index + 1)):
        end = back - 1 if tokens[back].low == "s" else back
        begin = phrase_backward(tokens, end, free)
        sources = sources_of(text, tokens, begin, end)
        cited = begin > 0 and tokens[begin - 1].low in {"citing", "quoting"}
        if sources and not cited and telling(tokens[begin:end], sources):
            return Cue(Shape.BEFORE, begin, index + 1, sources, tokens[index].low)
    if tokens[back].low == "by" and back + 1 < index and not claim:
        sources = sources_of(text, tokens, back + 1, index)
        if any(s.source_type is not SourceType.UNSPECIFIED for s in sources):
            return _by_count(tokens, back, index, sources)
    return None


def _by_count(tokens: list[Token], back: int, index: int, sources: tuple[Named, ...]) -> Cue:
    """`By government count 57 died` speaks of what follows, `57 died by government count` of what stands before."""
    opens = back == 0 or tokens[back - 1].text in STOP_MARKS or tokens[back - 1].low in speech_words().clause_breaks
    return Cue(Shape.BEFORE if opens else Shape.AFTER, back, index + 1, sources, tokens[index].low)


def _agent_after(tokens: list[Token], index: int) -> int | None:
    """Where the one begins who made the count: after "by", "from", "released by", "kept by"."""
    following = [t.low for t in tokens[index + 1 : index + 4]]
    if following[:1] in (["by"], ["from"]):
        return index + 2
    for k, word in enumerate(following[:2]):
        if word in speech_words().count_made and following[k + 1 : k + 2] in (["by"], ["from"]):
            return index + k + 3
    return None


def _says_that(tokens: list[Token], index: int) -> bool:
    """Does "that", "of 57", "to have killed" follow the claim?"""
    return index + 1 < len(tokens) and (
        tokens[index].low in {"that", "of"} or (tokens[index].low == "to" and tokens[index + 1].low == "have")
    )
