"""What part an actor has in the harm that a sentence tells: it did it, it was done to it, or the words do not say.

A frame is read from the noun phrase that names the actor outwards:

    agent   = phrase + harm noun | harm "by" phrase | phrase + harm verb (active) | head "of" phrase, in one of these
    target  = harm "on|against|at" phrase | harm verb (active) + phrase | phrase + harm verb (passive)
              | killing "of" phrase
"""

from __future__ import annotations

from enum import StrEnum

from extractor.language.words import Token
from extractor.values.actor.phrases import (
    CLAUSE,
    Phrase,
    is_passive,
    is_verb,
    opening_of,
    past_auxiliaries,
    verb_after,
)
from extractor.values.actor.words import (
    AGENT_PREPOSITIONS,
    AIMED,
    BE,
    BLAME_VERBS,
    COUNTER_VERBS,
    DOING_VERBS,
    HARM_NOUNS,
    HARM_STEMS,
    HARM_VERBS,
    JOINERS,
    PREPOSITIONS,
    SPOKESPEOPLE,
    TARGET_PREPOSITIONS,
    VICTIM_NOUNS,
)

_REACH = 14  # tokens that a phrase and its joiners may take


class Role(StrEnum):
    """The part of an actor in the harm: who did it, whom it was done to, or what the words do not tell."""

    AGENT = "agent"
    TARGET = "target"
    UNKNOWN = "unknown"


def role_of(phrase: Phrase) -> Role:
    """The part that the phrase has in the harm of its sentence, as far as the words about it tell."""
    tokens = phrase.tokens
    after = [t.low for t in tokens[phrase.stop : phrase.last]]
    owned = after[:2] in (["'", "s"], ["’", "s"]) or after[:1] in (["'"], ["’"])
    harm = next((w for w in after if w in HARM_NOUNS), None)
    if harm is not None:
        return Role.UNKNOWN if owned and harm in VICTIM_NOUNS else Role.AGENT  # "the leader's killing"
    told = _by_relative(phrase)
    if told is not Role.UNKNOWN:
        return told
    before = _left_of(phrase)
    found = _by_left(tokens, before)
    return found if found is not Role.UNKNOWN else _by_verb(phrase, before)


def _by_relative(phrase: Phrase) -> Role:
    """`police, who opened fire`: as the subject of a clause of its own."""
    tokens, index = phrase.tokens, phrase.last
    index += index < len(tokens) and tokens[index].text == ","
    if index >= len(tokens) or tokens[index].low not in _SUBJECTS:
        return Role.UNKNOWN
    verb = past_auxiliaries(tokens, index + 1)
    if verb is None:
        return Role.UNKNOWN
    if is_verb(tokens[verb], HARM_VERBS):
        return Role.TARGET if is_passive(tokens, verb) else Role.AGENT
    return Role.AGENT if _does_harm(tokens, verb) or _is_behind(tokens, index, verb) else Role.UNKNOWN


_SUBJECTS = frozenset(("who", "which", "that"))


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
        index = opening_of(tokens, index + 1) - 1
    return index


def _by_left(tokens: tuple[Token, ...], index: int) -> Role:
    """What the token before the phrase makes of it."""
    if index < 0:
        return Role.UNKNOWN
    token = tokens[index]
    back = tokens[max(0, index - 8) : index]
    near = tokens[max(0, index - 3) : index]
    if token.low in AGENT_PREPOSITIONS:
        done = any(t.low in HARM_NOUNS or is_verb(t, HARM_VERBS | DOING_VERBS) or _foreign(t) for t in back)
        return Role.AGENT if done and not _other_deed(near) else Role.UNKNOWN
    if token.low == "of":
        return Role.TARGET if near and near[-1].low in VICTIM_NOUNS else Role.UNKNOWN
    if token.low in TARGET_PREPOSITIONS:
        laid = bool(near) and is_verb(near[-1], BLAME_VERBS | frozenset(("attribute", "pin")))
        harmed = not laid and any(t.low in HARM_NOUNS or t.low == "fire" or is_verb(t, AIMED) for t in near)
        return Role.TARGET if harmed else Role.UNKNOWN
    if is_verb(token, HARM_VERBS) and token.low not in HARM_NOUNS:
        return Role.UNKNOWN if is_passive(tokens, index) else Role.TARGET
    return Role.UNKNOWN


def _other_deed(near: tuple[Token, ...]) -> bool:
    """Does the participle before "by" tell of no harm: "repelled by", "driven out by", but not "a drone flown by"?"""
    verbs = [n for n, t in enumerate(near) if t.low not in _PARTICLES]
    if not verbs:
        return False
    verb = near[verbs[-1]]
    if is_verb(verb, COUNTER_VERBS):
        return True
    plain = is_verb(verb, HARM_VERBS | DOING_VERBS) or verb.low in HARM_NOUNS or _foreign(verb)
    arm = verbs[-1] > 0 and near[verbs[-1] - 1].low in HARM_NOUNS
    return verb.low.endswith(("ed", "en")) and not plain and not arm


_PARTICLES = frozenset(("out", "up", "down", "off", "back", "away", "over"))


def _foreign(token: Token) -> bool:
    return token.low.startswith(HARM_STEMS)


def _by_verb(phrase: Phrase, before: int) -> Role:
    """As the subject of a verb; a phrase behind a preposition is nobody's subject."""
    tokens = phrase.tokens
    if before >= 0 and tokens[before].low in PREPOSITIONS - {"as", "after", "before"}:
        return Role.UNKNOWN
    index = verb_after(phrase)
    if index is None:
        return Role.AGENT if _and_harms(tokens, phrase.last - 1) else Role.UNKNOWN
    if is_verb(tokens[index], HARM_VERBS):
        return Role.TARGET if is_passive(tokens, index) else Role.AGENT
    done = _and_harms(tokens, index) or _does_harm(tokens, index) or _is_behind(tokens, phrase.last, index)
    return Role.AGENT if done else Role.UNKNOWN


def _does_harm(tokens: tuple[Token, ...], index: int) -> bool:
    """`carried out the attack`, `opened fire`, `fired on`."""
    ahead = tokens[index + 1 : index + 7]
    ahead = ahead[: next((n for n, t in enumerate(ahead) if t.text in {",", ";", ":"}), len(ahead))]
    if not is_verb(tokens[index], DOING_VERBS) or any(t.text in BE for t in tokens[max(0, index - 2) : index]):
        return False
    aimed = is_verb(tokens[index], frozenset(("fire",))) and bool(ahead) and ahead[0].low in TARGET_PREPOSITIONS
    return aimed or any(t.low in HARM_NOUNS or t.low == "fire" for t in ahead)


def _is_behind(tokens: tuple[Token, ...], first: int, index: int) -> bool:
    return tokens[index].low in {"behind", "responsible"} and any(t.text in BE for t in tokens[first:index])


def _and_harms(tokens: tuple[Token, ...], index: int) -> bool:
    """`dug in around the town and have often targeted farmers`: a second verb of the same subject."""
    for k in range(index + 1, min(len(tokens), index + CLAUSE)):
        if tokens[k].text in {";", ":"}:
            return False
        if tokens[k].low == "and":
            verb = past_auxiliaries(tokens, k + 1)
            if verb is not None and is_verb(tokens[verb], HARM_VERBS) and tokens[verb].low not in HARM_NOUNS:
                return not is_passive(tokens, verb)
    return False
