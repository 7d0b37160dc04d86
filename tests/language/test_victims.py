"""One person whom a sentence names without a number."""

import pytest
from language_cases import counts

ONE = ("implicit",)


@pytest.mark.parametrize(
    ("code", "text", "kinds"),
    [
        ("de", "Eine 80-jährige Frau ist gestorben.", ["killed"]),
        ("it", "È morto un operaio, ferita una donna.", ["killed", "injured"]),
        ("uk", "Загинула жінка, чоловіка затримано.", ["killed", "detained"]),
        ("id", "Seorang petani tewas.", ["killed"]),
        ("zh", "一名男子身亡。", ["killed"]),
    ],
)
def test_a_person_beside_a_word_of_harm_is_one(code, text, kinds):
    assert [(kind, value) for kind, value, *_ in counts(code, text)] == [(kind, 1) for kind in kinds]


def test_who_was_hurt_and_then_died_is_dead():
    assert counts("ru", "Раненый водитель умер.") == [("killed", 1, None, ONE)]


def test_a_word_of_harm_that_counts_a_figure_names_no_victim():
    assert counts("nl", "Een man doodde vier mensen.") == [("killed", 4, None, ())]


def test_a_person_among_the_counted_is_not_one_more():
    assert counts("es", "Murieron nueve personas, entre ellas un niño.") == [("killed", 9, None, ())]


def test_a_denied_death_is_denied():
    assert all("negated" in flags for *_, flags in counts("de", "Der Fahrer wurde nicht verletzt."))
