"""The loader of words as data: what it reads, and what it refuses."""

from __future__ import annotations

from typing import ClassVar

import pytest
from pydantic import Field

from extractor.vocabulary import Grouped, Meanings, Ordered, Phrases, Vocabulary, VocabularyError


class Words(Vocabulary):
    topic: ClassVar[str] = "none_such"
    verbs: Phrases
    nouns: Phrases = frozenset()
    months: Ordered = ()
    kinds: Meanings = Field(default_factory=dict)
    sides: Grouped = Field(default_factory=dict)
    exclusive: ClassVar[tuple[tuple[str, ...], ...]] = (("verbs", "nouns"),)


def test_lists_are_split_at_commas_and_tables_turned():
    words = Words.parse({"verbs": "said, told the press", "kinds": {"dead": "killed, died"}, "sides": {"a": "x, y"}})
    assert words.verbs == {"said", "told the press"}
    assert words.kinds == {"killed": "dead", "died": "dead"}
    assert words.sides == {"a": {"x", "y"}}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"verbs": "said", "verb": "told"}, "verb: Extra inputs"),
        ({}, "verbs: Field required"),
        ({"verbs": ""}, "verbs is empty"),
        ({"verbs": "report", "nouns": "report"}, "'report' is both verbs and nouns"),
        ({"verbs": "said", "kinds": {"a": "x", "b": "x"}}, "'x' is both a and b"),
    ],
)
def test_a_faulty_file_is_refused_by_name_and_fault(data, said):
    with pytest.raises(VocabularyError, match=said) as caught:
        Words.parse(data, "pl/none_such.toml")
    assert str(caught.value).startswith("pl/none_such.toml: ")


def test_a_language_without_the_file_has_no_words():
    assert Words.of("pl").verbs == frozenset()
    assert not any(Words.of("pl").model_dump().values())
    assert not Words.codes()
