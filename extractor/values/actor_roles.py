"""What part an actor has in the harm that a sentence tells: it did it, it was done to it, or the words do not say.

A frame is read from the noun phrase that names the actor outwards:

    agent   = phrase + harm noun | harm "by" phrase | phrase + harm verb (active) | head "of" phrase, in one of these
    target  = harm "on|against|at" phrase | harm verb (active) + phrase | phrase + harm verb (passive)
              | killing "of" phrase
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from extractor.segments import TextView
from extractor.values.actor_role_words import (
    AGENT_PREPOSITIONS,
    AIMED,
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
    JOINERS,
    PREPOSITIONS,
    SPOKESPEOPLE,
    TARGET_PREPOSITIONS,
    VICTIM_NOUNS,
)
from extractor.values.reporting_words import DETERMINERS, STRONG_VERBS, WEAK_VERBS
from extractor.values.word_lists import word_set
from extractor.values.words import Token, sentence_tokens

_REACH = 14  # tokens that a phrase and its joiners may take
_RELATIVE = 25  # tokens of a clause between commas
_NOT_IN_PHRASE = word_set(
    "that who which whose when where while but because although though if said says told as after before and or"
)


class Role(StrEnum):
    """The part of an actor in the harm: who did it, whom it was done to, or what the words do not tell."""

    AGENT = "agent"
    TARGET = "target"
    UNKNOWN = "unknown"


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
    while first > 0 and (_joins_phrase(tokens[first - 1]) or _quantifies(tokens, first - 1)):
        first -= 1
    while last < len(tokens) and _follows_in_phrase(tokens, last):
        last += 1
    return Phrase(tokens, first, inside[0], inside[-1] + 1, last)


def _joins_phrase(token: Token) -> bool:
    low = token.low
    if not token.word:
        return token.text in {"'", "’", "“", '"', "(", ")"}
    if low in PREPOSITIONS or low in _NOT_IN_PHRASE or low in AUXILIARY or low in STRONG_VERBS or _is_time(token):
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
    if token.low in DETERMINERS or token.text in {"“", '"'} or is_verb(token, _ENDING_VERBS):
        return False
    return _joins_phrase(token) and not is_verb(token, HARM_VERBS - HARM_NOUNS)


_STANCE_VERBS = COUNTER_VERBS | DENY_VERBS | BLAME_VERBS | frozenset(("claim", "admit"))
_ENDING_VERBS = COUNTER_VERBS | DENY_VERBS | BLAME_VERBS | (CLAIM_VERBS - {"accept"})


def role_of(phrase: Phrase) -> Role:
    """The part that the phrase has in the harm of its sentence, as far as the words about it tell."""
    tokens = phrase.tokens
    after = [t.low for t in tokens[phrase.stop : phrase.last]]
    owned = after[:2] in (["'", "s"], ["’", "s"]) or after[:1] in (["'"], ["’"])
    harm = next((w for w in after if w in HARM_NOUNS), None)
    if harm is not None:
        return Role.UNKNOWN if owned and harm in VICTIM_NOUNS else Role.AGENT  # "the leader's killing"
    before = _left_of(phrase)
    found = _by_left(tokens, before)
    return found if found is not Role.UNKNOWN else _by_verb(phrase, before)


def _left_of(phrase: Phrase) -> int:
    """The index of the token that governs the phrase, past heads that it is joined to ("members of", "barracks of")."""
    tokens, index = phrase.tokens, phrase.first - 1
    while index > 0 and phrase.first - index < _REACH:
        low = tokens[index].low
        joined = (
            low in JOINERS
            or (low == "to" and tokens[index - 1].low in JOINERS)
            or (low == "for" and tokens[index - 1].low in SPOKESPEOPLE)
        )
        harm = tokens[index - 1].low in HARM_NOUNS or tokens[index - 1].low in VICTIM_NOUNS
        if not joined or harm:
            return index
        index -= 1 + (low == "to" and tokens[index - 1].low in JOINERS)
        while index >= 0 and (_joins_phrase(tokens[index]) or _quantifies(tokens, index)):
            index -= 1
    return index


def _quantifies(tokens: tuple[Token, ...], index: int) -> bool:
    """A preposition that only counts: "at least", "more than", "up to"."""
    following = tokens[index + 1].low if index + 1 < len(tokens) else ""
    before = tokens[index - 1].low if index else ""
    low = tokens[index].low
    return (low == "at" and following == "least") or (before, low) in _COUNTING


_COUNTING = frozenset((("more", "than"), ("fewer", "than"), ("up", "to")))


def _by_left(tokens: tuple[Token, ...], index: int) -> Role:
    """What the token before the phrase makes of it."""
    if index < 0:
        return Role.UNKNOWN
    token = tokens[index]
    back = tokens[max(0, index - 8) : index]
    near = tokens[max(0, index - 3) : index]
    if token.low in AGENT_PREPOSITIONS:
        done = any(t.low in HARM_NOUNS or is_verb(t, HARM_VERBS | DOING_VERBS) for t in back)
        stopped = bool(near) and is_verb(near[-1], COUNTER_VERBS)
        return Role.AGENT if done and not stopped else Role.UNKNOWN
    if token.low == "of":
        return Role.TARGET if near and near[-1].low in VICTIM_NOUNS else Role.UNKNOWN
    if token.low in TARGET_PREPOSITIONS:
        harmed = any(t.low in HARM_NOUNS or t.low == "fire" or is_verb(t, AIMED) for t in near)
        return Role.TARGET if harmed else Role.UNKNOWN
    if is_verb(token, HARM_VERBS) and token.low not in HARM_NOUNS:
        return Role.UNKNOWN if _passive(tokens, index) else Role.TARGET
    return Role.UNKNOWN


def _passive(tokens: tuple[Token, ...], index: int) -> bool:
    following = tokens[index + 1].low if index + 1 < len(tokens) else ""
    return following in AGENT_PREPOSITIONS or any(t.text in BE for t in tokens[max(0, index - 3) : index])


def verb_after(phrase: Phrase) -> int | None:
    """The index of the verb whose subject the phrase is, past a clause between commas and adverbs; `None` if none."""
    tokens, index = phrase.tokens, phrase.last
    if index < len(tokens) and tokens[index].text == ",":
        close = next((k for k in range(index + 1, min(len(tokens), index + _RELATIVE)) if tokens[k].text == ","), None)
        if close is None:
            return None
        index = close + 1
    found = _past_auxiliaries(tokens, index)
    return found if found is not None and tokens[found].low not in _NO_VERBS else None


_NO_VERBS = PREPOSITIONS | _NOT_IN_PHRASE - STRONG_VERBS


def _past_auxiliaries(tokens: tuple[Token, ...], index: int) -> int | None:
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
_ADVERBS = frozenset(("on", "late", "early", "then", "later", "again", "once"))


def _is_time(token: Token) -> bool:
    return token.capital and token.low.endswith("day")


def _by_verb(phrase: Phrase, before: int) -> Role:
    """As the subject of a verb; a phrase behind a preposition is nobody's subject."""
    tokens = phrase.tokens
    if before >= 0 and tokens[before].low in PREPOSITIONS - {"as", "after", "before"}:
        return Role.UNKNOWN
    index = verb_after(phrase)
    if index is None:
        return Role.AGENT if _and_harms(tokens, phrase.last - 1) else Role.UNKNOWN
    if is_verb(tokens[index], HARM_VERBS):
        return Role.TARGET if _passive(tokens, index) else Role.AGENT
    done = _and_harms(tokens, index) or _does_harm(tokens, index) or _is_behind(tokens, phrase.last, index)
    return Role.AGENT if done else Role.UNKNOWN


def _does_harm(tokens: tuple[Token, ...], index: int) -> bool:
    """`carried out the attack`, `opened fire`, `fired on`."""
    ahead = tokens[index + 1 : index + 7]
    if not is_verb(tokens[index], DOING_VERBS) or any(t.text in BE for t in tokens[max(0, index - 2) : index]):
        return False
    aimed = is_verb(tokens[index], frozenset(("fire",))) and bool(ahead) and ahead[0].low in TARGET_PREPOSITIONS
    return aimed or any(t.low in HARM_NOUNS or t.low == "fire" for t in ahead)


def _is_behind(tokens: tuple[Token, ...], first: int, index: int) -> bool:
    return tokens[index].low in {"behind", "responsible"} and any(t.text in BE for t in tokens[first:index])


def _and_harms(tokens: tuple[Token, ...], index: int) -> bool:
    """`dug in around the town and have often targeted farmers`: a second verb of the same subject."""
    for k in range(index + 1, min(len(tokens), index + _RELATIVE)):
        if tokens[k].text in {";", ":"}:
            return False
        if tokens[k].low == "and":
            verb = _past_auxiliaries(tokens, k + 1)
            if verb is not None and is_verb(tokens[verb], HARM_VERBS) and tokens[verb].low not in HARM_NOUNS:
                return not _passive(tokens, verb)
    return False


def speaks(token: Token) -> bool:
    """Is the token a verb of speech?"""
    return token.low in STRONG_VERBS or token.low in WEAK_VERBS
