"""Attributions without a verb beside them: labels, headline tails, German frames, "given by".

"Police: 57 killed", "57 dead in blast - police", "Die Polizei hatte von sechs Toten gesprochen".
"""

from __future__ import annotations

from extractor.language.speech import speech_words
from extractor.language.words import Token
from extractor.records import SourceType
from extractor.values.naming.phrases import Named, known_sources
from extractor.values.naming.vocabulary import source_words
from extractor.values.source.phrases import phrase_forward, sources_of
from extractor.values.source.shapes import Cue, Shape
from extractor.world.outlets import outlets

_LABEL = 10  # words before the colon
_TAIL = 6  # words after the dash
_ARTICLE = 5000  # characters after a headline
_SHORTEST = 3  # tokens that a label must govern
_DASHES = frozenset("-–—:|")


def telling(tokens: list[Token], sources: tuple[Named, ...]) -> bool:
    """Do the words themselves say that this is somebody who reports: a type, or a body that speaks?

    Only the words before the first preposition can make a body: "survivors of the school" are no school.
    """
    if any(s.source_type is not SourceType.UNSPECIFIED for s in sources):
        return True
    stop = next((n for n, t in enumerate(tokens) if n and t.low in speech_words().inner_prepositions), len(tokens))
    return any(t.low in speech_words().bodies for t in tokens[:stop])


def label_cue(text: str, tokens: list[Token]) -> Cue | None:
    """`Police: 57 killed`, `Latest from the fire service: 3 dead`: a speaker and a colon open the sentence."""
    colon = next((k for k, t in enumerate(tokens[: _LABEL + 1]) if t.text == ":"), None)
    if not colon or colon + _SHORTEST >= len(tokens) or any(not t.word and t.text not in "'’" for t in tokens[:colon]):
        return None
    begin = 0
    if tokens[0].low in speech_words().label_heads or (colon > 1 and tokens[1].low in speech_words().label_heads):
        begin = next((k + 1 for k in range(colon) if tokens[k].low in speech_words().label_of), 0)
    if tokens[begin].low in speech_words().label_of:
        begin += 1
    if begin >= colon or phrase_forward(tokens, begin) != colon:
        return None
    sources = sources_of(text, tokens, begin, colon)
    if not sources or not telling(tokens[begin:colon], sources) or tokens[colon - 1].low in speech_words().no_label:
        return None
    if not _is_title(tokens[begin:colon]):
        return None
    listed = tokens[colon + 1].text[:1].isdigit() and tokens[colon + 2].low in speech_words().listing
    if listed or any(s.source_type is SourceType.WITNESS for s in sources):
        return None  # "Passengers: 120 on board"
    return Cue(Shape.BEFORE, begin, colon + 1, sources, "label")


def _is_title(tokens: list[Token]) -> bool:
    """Whether a label is a name or a title: after its last noun of who reports only names and prepositions follow.

    "ISLAMABAD" is a dateline, "An Army truck overturned at Baramulla" a sentence.
    """
    if all(t.low in outlets().seats or not t.word for t in tokens):
        return False
    heads, words = source_words(), speech_words()
    ends = {key.split()[-1] for key in heads.pairs} | heads.soft_heads | words.bodies | heads.organisations
    own = [n for n, t in enumerate(tokens) if t.low in heads.heads or t.low in ends or known_sources().get((t.low,))]
    after = tokens[own[-1] + 1 :] if own else tokens
    joining = words.inner_prepositions | words.determiners | words.pronouns
    return all(t.capital or not t.word or t.low in joining or t.low == "s" for t in after)


def bracket_cue(text: str, tokens: list[Token], index: int, free: int) -> Cue | None:
    """`74 (Ministry of Health), 90 (opposition)`: whose figure it is, in brackets right after it."""
    if tokens[index].text != "(" or index <= free or not tokens[index - 1].text[:1].isdigit():
        return None
    stop = phrase_forward(tokens, index + 1)
    if stop >= len(tokens) or tokens[stop].text != ")":
        return None
    sources = sources_of(text, tokens, index + 1, stop)
    typed = {s.source_type for s in sources} - {SourceType.UNSPECIFIED, SourceType.MEDIA}
    return Cue(Shape.AFTER, index, stop + 1, sources, "label") if typed else None


def tail_cue(text: str, tokens: list[Token], free: int) -> Cue | None:
    """`57 dead in blast - police`: the speaker after the last dash. A newspaper or agency there is a credit."""
    end = len(tokens)
    while end and tokens[end - 1].text in {".", "!"}:
        end -= 1
    low = max(free, end - _TAIL - 1, 1)
    dash = next((k for k in range(end - 1, low - 1, -1) if tokens[k].text in _DASHES), None)
    if dash is None or dash + 1 >= end or (tokens[dash].text == "-" and tokens[dash].start == tokens[dash - 1].end):
        return None
    if any((not t.word and t.text not in "'’") or t.text[:1].isdigit() for t in tokens[dash + 1 : end]):
        return None
    sources = sources_of(text, tokens, dash + 1, end) if phrase_forward(tokens, dash + 1) == end else ()
    if not sources:
        return None
    if not telling(tokens[dash + 1 : end], sources) and not _speaks_elsewhere(text, tokens[end - 1]):
        return None
    if any(s.source_type is SourceType.MEDIA or _agency(s) for s in sources):
        return None
    return Cue(Shape.AFTER, dash, end, sources, "label")


def _speaks_elsewhere(text: str, last: Token) -> bool:
    """`76 killed: Chidambaram` over a text where "Chidambaram said" stands."""
    within = text[last.end : last.end + _ARTICLE]
    return last.capital and any(f"{last.text} {verb}" in within for verb in ("said", "says", "told", "added"))


def _agency(source: Named) -> bool:
    """A news agency by its own name signs its copy ("- Xinhua"); "state media" does not."""
    key = tuple(source.name.casefold().split())
    return source.source_type is SourceType.STATE_MEDIA and key in known_sources()


def given_by_cue(text: str, tokens: list[Token], index: int) -> Cue | None:
    """`the 90 given earlier by the police`, `put at 57 by the ministry`: the agent a few words after the participle."""
    for k in range(index + 1, min(len(tokens), index + 8)):
        token = tokens[k]
        if token.low in speech_words().agents:
            stop = phrase_forward(tokens, k + 1)
            sources = sources_of(text, tokens, k + 1, stop)
            if not sources or not telling(tokens[k + 1 : stop], sources):
                return None
            return Cue(Shape.AFTER, figure_before(tokens, index), stop, sources, tokens[index].low)
        if not token.word or (token.capital and token.low not in speech_words().determiners):
            return None
    return None


def figure_before(tokens: list[Token], index: int) -> int:
    """Where the figure begins that a participle belongs to: `the 90 given earlier by`; else the participle."""
    for k in range(index - 1, max(-1, index - 6), -1):
        if tokens[k].text[:1].isdigit():
            return k
        if not tokens[k].word:
            break
        if tokens[k].low in speech_words().determiners:
            return k
    return index
