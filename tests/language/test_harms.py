"""Verbs in two parts, two words for one figure, and what is set in between."""

import pytest
from language_cases import counts


def test_a_verb_in_two_parts_closes_its_clause():
    assert counts("de", "Sieben Wanderer kamen in einer Lawine um.") == [("killed", 7, None, ())]
    assert counts("de", "Sieben Wanderer kamen um acht Uhr an.") == []


@pytest.mark.parametrize(
    ("code", "text"),
    [("es", "Hubo 40 muertos y heridos."), ("ar", "مقتل وإصابة 40 شخصا"), ("de", "Es gab 40 Tote und Verletzte.")],
)
def test_one_figure_for_two_kinds_is_of_neither(code, text):
    assert [(kind, value) for kind, value, *_ in counts(code, text)] == [("casualties", 40)]


def test_two_figures_for_two_kinds_are_of_each():
    assert [c[:2] for c in counts("es", "Hubo 4 muertos y 9 heridos.")] == [("killed", 4), ("injured", 9)]


@pytest.mark.parametrize(
    ("code", "text"),
    [("de", "Alle 40 Reisenden, darunter 9 Kinder, starben."), ("fr", "Les 40 voyageurs, dont 9 enfants, sont morts.")],
)
def test_an_aside_is_a_part(code, text):
    assert [(value, flags) for _, value, _, flags in counts(code, text)] == [(40, ()), (9, ("part",))]


@pytest.mark.parametrize(("code", "text"), [("de", "Tote oder Verletzte gab es keine."), ("ko", "인명피해는 없었다.")])
def test_nobody_is_zero_of_both(code, text):
    assert sorted(c[:2] for c in counts(code, text)) == [("injured", 0), ("killed", 0)]
