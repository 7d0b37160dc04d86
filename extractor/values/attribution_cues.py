"""The cues of a sentence that attribute: verbs of speech, "according to", counts, hearsay."""

from __future__ import annotations

from extractor.records import SourceType
from extractor.values.attribution_phrases import (
    STOP_MARKS,
    phrase_backward,
    phrase_forward,
    skip_relative,
    sources_of,
)
from extractor.values.attribution_shapes import Cue, Shape, unspecified
from extractor.values.attribution_verbs import coordinated_cue, participle_cue, verb_cue
from extractor.values.reporting_words import (
    CLAUSE_BREAKS,
    COUNT_NOUNS,
    DETERMINERS,
    HEARSAY,
    LEADING,
    POSTPOSITIONS,
    PREPOSITIONS_OF_SOURCE,
    STRONG_VERBS,
    WEAK_VERBS,
)
from extractor.values.words import Token, phrase_at


def find_cues(text: str, tokens: list[Token]) -> list[Cue]:
    """All cues of a sentence, in order; none takes words of an earlier one."""
    found: list[Cue] = []
    free = 0  # no cue may take words of an earlier one
    for index, token in enumerate(tokens):
        if index < free:
            continue
        cue = _preposition_cue(text, tokens, index, free)
        if cue is None and token.low in POSTPOSITIONS:
            cue = _postposition_cue(text, tokens, index, free)
        if cue is None and _hearsay(tokens, index):
            cue = Cue(Shape.HEARSAY, index, index + 1, (unspecified(token),))
        if cue is None and (token.low in STRONG_VERBS or token.low in WEAK_VERBS):
            cue = verb_cue(text, tokens, index, free) or coordinated_cue(tokens, index, found)
        if cue is None and token.low in {"saying", "adding", "warning", "noting", "stressing"}:
            cue = participle_cue(text, tokens, index, found)
        if cue is None and token.low in COUNT_NOUNS:
            cue = _count_cue(text, tokens, index, free)
        if cue is not None:
            found.append(cue)
            free = max(index + 1, cue.last)
    return found


def _hearsay(tokens: list[Token], index: int) -> bool:
    """`reportedly`, or "reports that" without anybody who reports."""
    if tokens[index].low in HEARSAY:
        return True
    return (
        tokens[index].low in {"reports", "rumours", "rumors"}
        and index + 1 < len(tokens)
        and tokens[index + 1].low == "that"
    )


def _preposition_cue(text: str, tokens: list[Token], index: int, free: int) -> Cue | None:
    """`according to X`: before what it governs when it opens a sentence or clause, else after it."""
    hit = phrase_at(tokens, index, PREPOSITIONS_OF_SOURCE, 4)
    if hit is None or (tokens[index].low == "citing" and free == index and index > 0 and tokens[index - 1].text == ","):
        return None
    size, _ = hit
    first = tokens[index]
    if first.low == "citing" and index:
        return None
    if first.low in {"segundo", "conforme", "selon"} and index and tokens[index - 1].low in DETERMINERS:
        return None
    stop = phrase_forward(tokens, index + size)
    sources = sources_of(text, tokens, index + size, stop)
    if not sources:
        return None
    opens = all(
        t.low in LEADING or t.text in STOP_MARKS or t.low in CLAUSE_BREAKS for t in tokens[max(0, index - 1) : index]
    )
    opens = opens and (index == 0 or tokens[index - 1].text != "," or index == 1)
    german = first.low in {"laut", "nach"}
    if german and stop < len(tokens) - 1:
        opens = True  # "starben laut Polizei 133 Menschen": what follows, and the verb before it
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


def _postposition_cue(text: str, tokens: list[Token], index: int, free: int) -> Cue | None:
    begin = max(free, index - 4)
    while begin < index and tokens[begin].text in STOP_MARKS:
        begin += 1
    sources = sources_of(text, tokens, begin, index)
    return Cue(Shape.BEFORE, begin, index + 1, sources, tokens[index].low) if sources else None


def _count_cue(text: str, tokens: list[Token], index: int, free: int) -> Cue | None:
    """`the Red Crescent's count stood at 91`, `a tally by AFP`."""
    following = tokens[index + 1].low if index + 1 < len(tokens) else ""
    if following in {"by", "from", "given", "compiled", "provided"}:
        begin = index + (3 if following in {"given", "compiled", "provided"} and index + 2 < len(tokens) else 2)
        stop = phrase_forward(tokens, begin)
        sources = sources_of(text, tokens, begin, stop)
        typed = tuple(s for s in sources if s.source_type is not SourceType.UNSPECIFIED)
        return Cue(Shape.BEFORE, index, stop, typed, tokens[index].low) if typed else None
    back = index - 1
    while back > free and tokens[back].word and tokens[back].low != "s" and not tokens[back].low.endswith("'s"):
        if index - back > 4:  # noqa: PLR2004 - "the ministry's latest official casualty count"
            return None
        back -= 1
    possessive = back > free + 1 and (tokens[back].low == "s" and tokens[back - 1].text in "'’")
    if not possessive or index - back < 1:
        return None
    end = back - 1
    begin = phrase_backward(tokens, end, free)
    sources = tuple(s for s in sources_of(text, tokens, begin, end) if s.source_type is not SourceType.UNSPECIFIED)
    return Cue(Shape.BEFORE, begin, index + 1, sources, tokens[index].low) if sources else None
