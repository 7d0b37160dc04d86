"""How a named actor stands to an attack, by the verb over its name: claimed, denied, blamed, suspected, reported.

claimed    = phrase + claim verb + attack | claimed "by" phrase | phrase + "said" + own forces + harm verb
denied     = phrase + deny verb | denied "by" phrase | phrase + "said" + own forces + not + harm verb
blamed     = speaker + blame verb + phrase | speaker + "said" + phrase + harm verb
suspected  = hedge + phrase + harm verb | speaker + suspect verb + phrase
reported   = phrase as the agent of a harm verb or noun
"""

from __future__ import annotations

from extractor.language.wordlists import word_set
from extractor.language.words import Token
from extractor.records import Stance
from extractor.segments import TextView
from extractor.values.actor.phrases import Phrase, is_verb, phrase_of, speaks, verb_after
from extractor.values.actor.roles import Role, role_of
from extractor.values.actor.words import (
    AGENT_PREPOSITIONS,
    ARMS,
    BE,
    BLAME_BEFORE,
    BLAME_VERBS,
    BY_CUES,
    CLAIM_VERBS,
    DENY_VERBS,
    DOING_VERBS,
    HARM_NOUNS,
    HARM_VERBS,
    HEDGES,
    JOINERS,
    NEGATIONS,
    PEOPLE,
    PREPOSITIONS,
    SELF,
    SPOKESPEOPLE,
    SUSPECT_VERBS,
)

_AHEAD = 14  # tokens after a verb in which its object stands
_BACK = 20  # tokens before a name in which the verb that governs it stands
_CLAIMED = HARM_NOUNS | word_set(
    "responsibility credit responsabilité responsabilidad responsabilidade autoría autoria it"
)


def stances_of(view: TextView, mention: tuple[int, int], sentence: tuple[int, int]) -> frozenset[Stance]:
    """Every stance that the words give the actor named at `mention`; empty when no frame fits."""
    phrase = phrase_of(view, mention[0], mention[1], sentence)
    if phrase is None:
        return frozenset()
    found = _as_subject(phrase) | _as_object(phrase) | _behind_by(phrase) | _behind_words(phrase)
    if found & {Stance.CLAIMED, Stance.DENIED}:
        return found
    return found | _as_agent(phrase)


def _subject_head(phrase: Phrase) -> bool:
    """Is the phrase a subject, or the owner of one that speaks ("a spokesman for the army", "a statement by X")?"""
    tokens, before = phrase.tokens, phrase.first - 1
    if before < 0 or tokens[before].low not in PREPOSITIONS:
        return True
    if before and tokens[before].low in {"for", "by", "of", "from", "de", "von", "du", "del"}:
        return tokens[before - 1].low in SPOKESPEOPLE | PEOPLE
    return tokens[before].low in {"as", "after", "before"}


def _as_subject(phrase: Phrase) -> frozenset[Stance]:
    index = _stance_verb(phrase)
    if index is None or not _subject_head(phrase):
        return frozenset()
    tokens = phrase.tokens
    verb, ahead = tokens[index], tokens[index + 1 : index + 1 + _AHEAD]
    negated = any(t.low in NEGATIONS for t in tokens[phrase.last : index])
    passive = any(t.text in BE for t in tokens[max(phrase.last, index - 3) : index])
    if passive:
        return _passive_stance(verb)
    if is_verb(verb, DENY_VERBS):
        return frozenset((Stance.DENIED,))
    if is_verb(verb, CLAIM_VERBS) and any(t.low in _CLAIMED for t in ahead) and not _counts(ahead):
        return frozenset((Stance.DENIED if negated else Stance.CLAIMED,))
    if speaks(verb):
        return _own_words(ahead)
    return frozenset()


def _stance_verb(phrase: Phrase) -> int | None:
    """The verb of the phrase; past a name apposed to it without a comma ("army spokesman J. S. denied")."""
    index = verb_after(phrase)
    if index is None:
        return None
    tokens = phrase.tokens
    while index < len(tokens) and tokens[index].capital and index - phrase.last < _AHEAD:
        index += 1
    return index if index < len(tokens) else None


def _passive_stance(verb: Token) -> frozenset[Stance]:
    if is_verb(verb, BLAME_VERBS):
        return frozenset((Stance.BLAMED,))
    return frozenset((Stance.SUSPECTED,)) if is_verb(verb, SUSPECT_VERBS) else frozenset()


def _counts(ahead: tuple[Token, ...]) -> bool:
    """`claimed 49 lives`: no claim of an attack."""
    return bool(ahead) and ahead[0].text[:1].isdigit()


def _own_words(ahead: tuple[Token, ...]) -> frozenset[Stance]:
    """`said its jets struck`, `said they did not bomb`: what an actor says that it did itself."""
    own = next((k for k, t in enumerate(ahead) if t.low in SELF), None)
    if own is None or any(speaks(t) for t in ahead[:own]):
        return frozenset()
    arms = own + 1 < len(ahead) and ahead[own + 1].low in ARMS | PEOPLE
    if arms and any(t.low in NEGATIONS for t in ahead[own : own + 8]):
        return frozenset((Stance.DENIED,))
    for k in range(own + 1, min(len(ahead), own + 8)):
        if is_verb(ahead[k], HARM_VERBS | DOING_VERBS) and ahead[k].low not in HARM_NOUNS - HARM_VERBS:
            if any(t.text in BE for t in ahead[own:k]):
                return frozenset()
            negated = any(t.low in NEGATIONS for t in ahead[:k])
            return frozenset((Stance.DENIED if negated else Stance.CLAIMED,))
    return frozenset()


def _governing_verb(phrase: Phrase) -> int:
    """The index before the phrase, past "a front together with", "X and", "the group," that it is listed with."""
    tokens, index = phrase.tokens, phrase.first - 1
    while index > 0 and phrase.first - index < _BACK:
        token = tokens[index]
        if token.low in AGENT_PREPOSITIONS or _is_stance(token) or speaks(token) or token.low in _HOLD:
            return index
        if token.word and token.low in PREPOSITIONS - JOINERS:
            return index
        if not token.word and token.text not in {",", "'", "’", "“", '"', "(", ")"}:
            return index
        index -= 1
    return index


def _is_stance(token: Token) -> bool:
    return is_verb(token, BLAME_VERBS | CLAIM_VERBS | DENY_VERBS | SUSPECT_VERBS) and not token.capital


def _as_object(phrase: Phrase) -> frozenset[Stance]:
    index = _governing_verb(phrase)
    if index < 0:
        return frozenset()
    tokens = phrase.tokens
    token = tokens[index]
    laid = token.low in {"on", "to", "against"} and any(t.low in _LAID for t in tokens[max(0, index - 8) : index])
    passive = any(t.text in BE for t in tokens[max(0, index - 2) : index]) and not laid
    held = is_verb(token, _HOLD) and any(t.low in _HELD for t in tokens[phrase.stop : phrase.last + 2])
    if laid or held or (is_verb(token, BLAME_VERBS) and not passive):
        return frozenset((Stance.BLAMED,))
    if token.low in {"on", "fell"} and any(t.low == "suspicion" for t in tokens[max(0, index - 4) : index]):
        return frozenset((Stance.SUSPECTED,))
    if is_verb(token, SUSPECT_VERBS) and not passive:
        return frozenset((Stance.SUSPECTED,))
    return frozenset()


_HOLD = frozenset(("hold", "held", "find", "found"))
_HELD = frozenset(("responsible", "accountable", "liable", "guilty"))
_LAID = word_set("blamed blame blames blaming attributed attributes attributing attribute pinned pin")


def _behind_by(phrase: Phrase) -> frozenset[Stance]:
    index = _governing_verb(phrase)
    if index < 1 or phrase.tokens[index].low not in AGENT_PREPOSITIONS:
        return frozenset()
    verb = phrase.tokens[index - 1]
    if verb.low == "claimed":
        return frozenset((Stance.CLAIMED,))
    return frozenset((Stance.DENIED,)) if verb.low == "denied" else frozenset()


def _behind_words(phrase: Phrase) -> frozenset[Stance]:
    """What a fixed phrase right before the name says: "pointed the finger at X", "the hallmarks of X"."""
    for size in range(_LONGEST, 0, -1):
        words = tuple(t.low for t in phrase.tokens[max(0, phrase.first - size) : phrase.first])
        for table in (BLAME_BEFORE, BY_CUES):
            if words in table:
                return frozenset((table[words],))
    return frozenset()


_LONGEST = 6


def _as_agent(phrase: Phrase) -> frozenset[Stance]:
    """What is told of an agent: as a fact, as a suspicion, or by somebody who lays it to the actor."""
    if role_of(phrase) is not Role.AGENT:
        return frozenset()
    tokens = phrase.tokens
    near = tokens[max(0, phrase.first - 3) : min(len(tokens), phrase.last + 4)]
    if any(t.low in HEDGES for t in near):
        return frozenset((Stance.REPORTED, Stance.SUSPECTED))
    said = any(speaks(t) for t in tokens[: phrase.first])
    return frozenset((Stance.REPORTED, Stance.BLAMED)) if said else frozenset((Stance.REPORTED,))
