"""A place's name is found in words of any script and with any ending; a look-alike is not."""

import pytest

from extractor.segments import TextView
from extractor.values.place.naming import find_name, name_parts


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        pytest.param("W Krakowie zginęły trzy osoby.", "Kraków", "Krakowie", id="pl locative"),
        pytest.param("Konya'da deprem oldu.", "Konya", "Konya", id="tr apostrophe"),
        pytest.param("Вибух у Полтаві.", "Poltava", "Полтаві", id="uk in Latin"),
        pytest.param("Взрыв в Киеве.", "Kyiv", "Киеве", id="ru, another language's name"),
        pytest.param("انفجار في البصرة", "Basra", "البصرة", id="ar article"),
        pytest.param("武汉发生爆炸。", "Wuhan", "武汉", id="zh unspaced"),
        pytest.param("武汉发生爆炸。", "武汉", "武汉", id="zh itself"),
        pytest.param("दिल्ली में आग", "Delhi", "दिल्ली", id="hi"),
        pytest.param("В Україні стріляли.", "Ukraine", "Україні", id="a country's name"),
        pytest.param("the shelling of Karmabad", "Karmabad", "Karmabad", id="no preposition of place"),
        pytest.param("Le séisme à Besançon", "Besancon", "Besançon", id="accents"),
        pytest.param("on the rebel-held side of town", "rebel-held side", "rebel-held side", id="described"),
    ],
)
def test_found(text, name, words):
    found = find_name(TextView(text), 0, len(text), name)
    assert found is not None
    assert text[slice(*found)] == words


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Troops crossed into Nigeria.", "Niger"),
        ("It hit Hamadan.", "Hama"),
        ("In Austria, five died.", "Australia"),
        ("The Taliban said so.", "Talibad"),
        ("В Омске пожар.", "Tomsk"),
        ("Five died.", "Homs"),
        ("", "Homs"),
    ],
)
def test_not_found(text, name):
    assert find_name(TextView(text), 0, len(text), name) is None


@pytest.mark.parametrize(
    ("place", "parts"),
    [
        ("Khan Younis, Gaza", ["Khan Younis", "Gaza"]),
        ("خان يونس، غزة", ["خان يونس", "غزة"]),
        ("北京，中国", ["北京", "中国"]),
        ("Gaza City's Shati camp", ["Shati camp", "Gaza City"]),
        ("  ", []),
    ],
)
def test_parts(place, parts):
    assert name_parts(place) == parts
