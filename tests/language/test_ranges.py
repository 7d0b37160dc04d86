"""Ranges, old tolls, added figures and shared units."""

import pytest
from language_cases import counts


@pytest.mark.parametrize(
    ("code", "text", "low", "high"),
    [
        ("de", "Zwischen 8 und 12 Wanderer wurden verletzt.", 8, 12),
        ("de", "8 bis 12 Wanderer wurden verletzt.", 8, 12),
        ("es", "De 8 a 12 excursionistas resultaron heridos.", 8, 12),
        ("es", "Ocho o diez excursionistas resultaron heridos.", 8, 10),
        ("tr", "8 ila 12 kişi yaralandı.", 8, 12),
        ("ur", "8 سے 12 افراد زخمی ہوئے۔", 8, 12),
        ("ko", "등산객 8명에서 12명 사이가 다쳤다.", 8, 12),
    ],
)
def test_two_ends_are_one_figure(code, text, low, high):
    assert [(kind, value, end) for kind, value, end, _ in counts(code, text)] == [("injured", low, high)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Die Zahl der Toten stieg von 8 auf 12."),
        ("fr", "Le nombre de morts est passé de 8 à 12."),
        ("pl", "Liczba zabitych wzrosła z 8 do 12."),
        ("ja", "死者は8人から12人に増えた。"),
        ("zh", "死亡人数由8人升至12人。"),
    ],
)
def test_the_toll_that_rose_is_old(code, text):
    assert counts(code, text) == [("killed", 8, None, ("superseded",)), ("killed", 12, None, ())]


def test_an_and_alone_is_no_range():
    assert counts("de", "8 und 12 Menschen starben.")[-1] == ("killed", 12, None, ())


def test_what_was_added_to_a_toll_counts_nobody():
    assert counts("ja", "死者は2人増えて14人になった。") == [("killed", 14, None, ())]


def test_a_list_of_ages_shares_its_unit():
    assert counts("de", "Drei Männer im Alter von 19, 24 und 31 Jahren starben.") == [("killed", 3, None, ())]
