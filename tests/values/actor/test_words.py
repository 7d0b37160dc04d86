"""The words of responsibility, from the folders of the languages."""

from __future__ import annotations

import pytest

from extractor.records import Stance
from extractor.values.actor.words import ATTACK_NOUNS, BE, BY_CUES, HARM_NOUNS, SUBJECT_CUES, ResponsibilityWords
from extractor.vocabulary import VocabularyError


def test_a_word_is_in_its_languages():
    assert "anschlag" in ResponsibilityWords.of("de").attack_nouns
    assert "anschlag" not in ResponsibilityWords.of("en").attack_nouns
    assert {"por"} <= ResponsibilityWords.of("es").agent_prepositions & ResponsibilityWords.of("pt").agent_prepositions
    assert not ResponsibilityWords.of("xx").be


def test_all_languages_are_read_together():
    assert {"attack", "anschlag", "ataque", "attaque"} <= ATTACK_NOUNS
    assert {"was", "wurde", "fue", "foi", "été"} <= BE
    assert "crash" in ATTACK_NOUNS - HARM_NOUNS
    assert SUBJECT_CUES["bekannte", "sich"] is SUBJECT_CUES["claimed", "responsibility"] is Stance.CLAIMED
    assert BY_CUES["denied", "by"] is Stance.DENIED


def test_an_unknown_role_is_refused():
    with pytest.raises(VocabularyError, match="harms"):
        ResponsibilityWords.parse({"harms": "attack"})
