"""Words that lay an attack to somebody, and what ties a name to harm, of all languages together.

They are used on names and sentences of mixed languages, so no language is chosen. Verbs are in their base forms;
`extractor.values.actor.phrases` takes English endings off.
"""

from __future__ import annotations

from typing import ClassVar, Final

from pydantic import Field

from extractor.records import Stance
from extractor.vocabulary import Meanings, Phrases, Vocabulary


class ResponsibilityWords(Vocabulary):
    """The words of responsibility: who is said to have done it, by which phrase, and what harm is.

    Args:
        attack_nouns: events of harm that responsibility may be claimed for.
        other_attack_nouns: further words for them that do not name harm done by somebody ("fire", "crash").
        harm_nouns: harm that is not such an event ("bombardment", "gunfire").
        victim_nouns: harm whose "of" has a victim behind it: "the killing of".
        harm_verbs: verbs of harm; `attack_verbs` their forms.
        harm_stems: participles that "par", "por", "da" follow.
        doing_verbs: verbs that only with their object are harm: "carried out the attack".
        irregular: irregular forms by their base.
        counter_verbs: verbs that stop harm: their subject did not do it.
        subject_cues: phrases whose actor comes before them, by stance; `by_cues`, `blame_before`: after them.
        carried_out: phrases that state a deed as a fact.
        nobody: phrases that say that nobody claims it.
    """

    topic: ClassVar[str] = "responsibility"
    attack_nouns: Phrases = frozenset()
    other_attack_nouns: Phrases = frozenset()
    attack_verbs: Phrases = frozenset()
    harm_nouns: Phrases = frozenset()
    victim_nouns: Phrases = frozenset()
    harm_verbs: Phrases = frozenset()
    harm_stems: Phrases = frozenset()
    doing_verbs: Phrases = frozenset()
    counter_verbs: Phrases = frozenset()
    agent_prepositions: Phrases = frozenset()
    target_prepositions: Phrases = frozenset()
    prepositions: Phrases = frozenset()
    aimed: Phrases = frozenset()
    joiners: Phrases = frozenset()
    people: Phrases = frozenset()
    spokespeople: Phrases = frozenset()
    arms: Phrases = frozenset()
    be: Phrases = frozenset()
    auxiliary: Phrases = frozenset()
    hedges: Phrases = frozenset()
    claim_verbs: Phrases = frozenset()
    deny_verbs: Phrases = frozenset()
    blame_verbs: Phrases = frozenset()
    suspect_verbs: Phrases = frozenset()
    self_words: Phrases = frozenset()
    negations: Phrases = frozenset()
    many: Phrases = frozenset()
    suspicion: Phrases = frozenset()
    nobody: Phrases = frozenset()
    carried_out: Phrases = frozenset()
    irregular: Meanings = Field(default_factory=dict)
    subject_cues: Meanings = Field(default_factory=dict)
    by_cues: Meanings = Field(default_factory=dict)
    blame_before: Meanings = Field(default_factory=dict)


def _stances(table: dict[str, str]) -> dict[tuple[str, ...], Stance]:
    return {tuple(phrase.split()): Stance(stance) for phrase, stance in table.items()}


def _rows(phrases: frozenset[str]) -> dict[tuple[str, ...], bool]:
    return {tuple(phrase.split()): True for phrase in sorted(phrases)}


_WORDS: Final = ResponsibilityWords.of_all()
ATTACK_NOUNS: Final = _WORDS.attack_nouns | _WORDS.other_attack_nouns
ATTACK_VERBS: Final = _WORDS.attack_verbs
HARM_NOUNS: Final = _WORDS.attack_nouns | _WORDS.harm_nouns
VICTIM_NOUNS: Final = _WORDS.victim_nouns
HARM_VERBS: Final = _WORDS.harm_verbs
HARM_STEMS: Final = tuple(sorted(_WORDS.harm_stems))
DOING_VERBS: Final = _WORDS.doing_verbs
IRREGULAR: Final = _WORDS.irregular
COUNTER_VERBS: Final = _WORDS.counter_verbs
AGENT_PREPOSITIONS: Final = _WORDS.agent_prepositions
TARGET_PREPOSITIONS: Final = _WORDS.target_prepositions
PREPOSITIONS: Final = AGENT_PREPOSITIONS | TARGET_PREPOSITIONS | _WORDS.prepositions
AIMED: Final = _WORDS.aimed
JOINERS: Final = _WORDS.joiners
PEOPLE: Final = _WORDS.people
SPOKESPEOPLE: Final = _WORDS.spokespeople
ARMS: Final = _WORDS.arms
BE: Final = _WORDS.be
AUXILIARY: Final = _WORDS.be | _WORDS.auxiliary
HEDGES: Final = _WORDS.hedges
CLAIM_VERBS: Final = _WORDS.claim_verbs
DENY_VERBS: Final = _WORDS.deny_verbs
BLAME_VERBS: Final = _WORDS.blame_verbs
SUSPECT_VERBS: Final = _WORDS.suspect_verbs
SELF: Final = _WORDS.self_words
NEGATIONS: Final = _WORDS.negations
MANY: Final = _WORDS.many
SUSPICION: Final = _WORDS.suspicion
NOBODY: Final = _rows(_WORDS.nobody)
CARRIED_OUT: Final = _rows(_WORDS.carried_out)
SUBJECT_CUES: Final = _stances(_WORDS.subject_cues)
BY_CUES: Final = _stances(_WORDS.by_cues)
BLAME_BEFORE: Final = _stances(_WORDS.blame_before)
