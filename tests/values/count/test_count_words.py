"""The count words of a language's file: senses by kind and role, and what a file may not hold."""

import pytest

from extractor.numbers.lexicon import NumberWords
from extractor.values.count.lexicon import CountWords, PredicateRole, Sense
from extractor.values.count.sentence import HARM
from extractor.values.count.tables import count_words
from extractor.vocabulary import VocabularyError


def test_predicates_have_a_kind_and_a_role():
    words = CountWords.parse(
        {"predicates": {"killed": {"object": "kill, gun down"}}, "strict": {"killed": {"object": "lost"}}}
    )
    assert words.predicates.meaning(("gun", "down")) == Sense("killed", PredicateRole.OBJECT)
    assert words.predicates.meaning(("lost",)) == Sense("killed", PredicateRole.OBJECT, strict=True)


def test_a_predicate_has_one_sense():
    table = {"predicates": {"killed": {"object": "shot"}, "injured": {"object": "shot"}}}
    with pytest.raises(VocabularyError, match="'shot' is both"):
        CountWords.parse(table)


def test_a_noun_has_one_class():
    with pytest.raises(VocabularyError, match="'guard' is both person and combatant"):
        CountWords.parse({"nouns": {"person": "guard", "combatant": "guard"}})


def test_a_role_that_no_predicate_has_is_refused():
    with pytest.raises(VocabularyError, match="sideways"):
        CountWords.parse({"predicates": {"killed": {"sideways": "kill"}}})


def test_a_language_with_number_words_has_count_words():
    assert CountWords.codes() == NumberWords.codes()


@pytest.mark.parametrize("code", CountWords.codes())
def test_every_language_has_words_of_killing_and_wounding(code):
    words = count_words(code)
    kinds = {words.predicates.meaning(p).kind for p in words.predicates.words()}
    kinds |= {words.nouns.meaning(p) for p in words.nouns.words()}
    assert {"killed", "injured", "person"} <= kinds & (HARM | {"person"})


def test_a_language_without_a_file_is_read_with_english_words():
    assert count_words("xx") is count_words("en")
