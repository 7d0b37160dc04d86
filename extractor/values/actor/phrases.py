"""The noun phrase around a mention of an actor, and the verb whose subject it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from extractor.language.speech import speech_words
from extractor.language.wordlists import word_set
from extractor.language.words import Token, sentence_tokens
from extractor.segments import TextView
from extractor.values.actor.words import (
    AGENT_PREPOSITIONS,
    AUXILIARY,
    BE,
    BLAME_VERBS,
    CLAIM_VERBS,
    COUNTER_VERBS,
    DENY_VERBS,
    DOING_VERBS,
    HARM_NOUNS,
    HARM_VERBS,
    IRREGULAR,
    PREPOSITIONS,
)

CLAUSE = 25  # tokens of a clause between commas
_NOT_IN_PHRASE = word_set(
    "that who which whose when where while but because although though if said says told as after before and or"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """The noun phrase of a mention in a sentence: token indices `[first, last)`, the mention being `[start, stop)`."""

    tokens: tuple[Token, ...]
    first: int
    start: int
    stop: int
    last: int


_ENDINGS = (("ies", "y"), ("ied", "y"), ("ing", ""), ("ing", "e"), ("es", ""), ("ed", ""), ("d", ""), ("s", ""))


@lru_cache(maxsize=8192)
def base_forms(word: str) -> frozenset[str]:
    """The base forms that an English verb in some form may have.

    >>> sorted(base_forms("shelling") & {"shell"}), sorted(base_forms("denied") & {"deny"})
    (['shell'], ['deny'])
    """
    forms = {word, IRREGULAR.get(word, word)}
    for ending, put in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            cut = word[: -len(ending)] + put
            forms.add(cut)
            if len(cut) > 2 and cut[-1] == cut[-2]:  # noqa: PLR2004 - "stabbed", "shelled" keeps both
                forms.add(cut[:-1])
    return frozenset(forms)


def is_verb(token: Token, family: frozenset[str]) -> bool:
    """Is the token a form of a verb of the family?"""
    return bool(base_forms(token.low) & family)


def phrase_of(view: TextView, start: int, end: int, sentence: tuple[int, int]) -> Phrase | None:
    """The noun phrase around the mention `text[start:end]`; `None` when no token of the sentence stands there."""
    tokens = tuple(sentence_tokens(view, *sentence))
    inside = [k for k, t in enumerate(tokens) if t.start < end and start < t.end]
    if not inside:
        return None
    first, last = inside[0], inside[-1] + 1
    first = opening_of(tokens, first)
    while last < len(tokens) and _follows_in_phrase(tokens, last):
        last += 1
    return Phrase(tokens, first, inside[0], inside[-1] + 1, last)


def opening_of(tokens: tuple[Token, ...], first: int) -> int:
    """Where the noun phrase begins that goes on at `first`: at its determiner, or after a verb, preposition or mark."""
    while first > 0 and (joins_phrase(tokens[first - 1]) or _quantifies(tokens, first - 1)):
        first -= 1
        if tokens[first].low in speech_words().determiners and not tokens[first].text.isupper():
            break
    return first


def joins_phrase(token: Token) -> bool:
    """May the token stand inside a noun phrase: no verb, preposition, conjunction, day or mark?"""
    low = token.low
    if not token.word:
        return token.text in {"'", "’", "“", '"', "(", ")"}
    if (
        low in PREPOSITIONS
        or low in _NOT_IN_PHRASE
        or low in AUXILIARY
        or low in speech_words().strong_verbs
        or _is_time(token)
    ):
        return False
    return not _verb_like(token) and not (low.endswith(("ed", "es")) and is_verb(token, _STANCE_VERBS))


def _verb_like(token: Token) -> bool:
    """A verb of harm, never a noun of it: "killed", not "attack"."""
    low = token.low
    return (is_verb(token, HARM_VERBS) and low not in HARM_NOUNS and low not in HARM_VERBS) or low in IRREGULAR


def _follows_in_phrase(tokens: tuple[Token, ...], index: int) -> bool:
    token = tokens[index]
    if token.text in {"(", ")", "'", "’"}:
        return True
    if token.low in speech_words().determiners or token.text in {"“", '"'} or is_verb(token, _ENDING_VERBS):
        return False
    doing = (token.low.endswith("ed") or token.low in IRREGULAR) and is_verb(token, DOING_VERBS)
    return joins_phrase(token) and not doing and not is_verb(token, HARM_VERBS - HARM_NOUNS)


_STANCE_VERBS = COUNTER_VERBS | DENY_VERBS | BLAME_VERBS | frozenset(("claim", "admit"))
_ENDING_VERBS = COUNTER_VERBS | DENY_VERBS | BLAME_VERBS | (CLAIM_VERBS - {"accept"})


def _quantifies(tokens: tuple[Token, ...], index: int) -> bool:
    """A preposition that only counts: "at least", "more than", "up to"."""
    following = tokens[index + 1].low if index + 1 < len(tokens) else ""
    before = tokens[index - 1].low if index else ""
    low = tokens[index].low
    return (low == "at" and following == "least") or (before, low) in _COUNTING


_COUNTING = frozenset((("more", "than"), ("fewer", "than"), ("up", "to")))


def is_passive(tokens: tuple[Token, ...], index: int) -> bool:
    """Is the verb at `index` in the passive: after a form of "be", or before "by"?"""
    following = tokens[index + 1].low if index + 1 < len(tokens) else ""
    return following in AGENT_PREPOSITIONS or any(t.text in BE for t in tokens[max(0, index - 3) : index])


def verb_after(phrase: Phrase) -> int | None:
    """The index of the verb whose subject the phrase is, past a clause between commas and adverbs; `None` if none."""
    tokens, index = phrase.tokens, phrase.last
    if index < len(tokens) and tokens[index].text == ",":
        close = next((k for k in range(index + 1, min(len(tokens), index + CLAUSE)) if tokens[k].text == ","), None)
        if close is None:
            return None
        index = close + 1
    found = past_auxiliaries(tokens, index)
    return found if found is not None and tokens[found].low not in _NO_VERBS else None


_NO_VERBS = PREPOSITIONS | _NOT_IN_PHRASE - speech_words().strong_verbs


def past_auxiliaries(tokens: tuple[Token, ...], index: int) -> int | None:
    """The first word from `index` that is no auxiliary, adverb or day; `None` at a mark or too far off."""
    for k in range(index, min(len(tokens), index + 6)):
        token = tokens[k]
        following = tokens[k + 1].low if k + 1 < len(tokens) else ""
        passed = token.low in AUXILIARY or token.low in _ADVERBS or token.text in _QUOTES or _is_time(token)
        if passed or token.low.endswith("ly") or (following.endswith("ly") and not is_verb(token, HARM_VERBS)):
            continue
        return k if token.word else None
    return None


_QUOTES = frozenset('"“”‘’«»„')
_ADVERBS = frozenset(("a", "on", "late", "early", "then", "later", "again", "once"))


def _is_time(token: Token) -> bool:
    return token.capital and token.low.endswith("day")


def speaks(token: Token) -> bool:
    """Is the token a verb of speech?"""
    return token.low in speech_words().strong_verbs or token.low in speech_words().weak_verbs
