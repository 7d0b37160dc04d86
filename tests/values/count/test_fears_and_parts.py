"""What is feared ends at a "but" and holds a whole list; what words make a figure a part, in several languages."""

import pytest

from extractor.segments import TextView
from extractor.values.count.reader import counts_in

FEARED = [
    ("Officials fear 20 dead and 30 injured.", {20, 30}),
    ("Officials fear 20 dead and 30 were injured.", {20}),
    ("Authorities feared more attacks, but 12 people died.", set()),
    ("Die Behörden befürchten 20 Tote und 30 Verletzte.", {20, 30}),
    ("Man fürchtet weitere Angriffe, zwölf Menschen starben.", set()),
    ("Es wird befürchtet, dass zwölf Menschen starben.", {12}),
    ("Teme represalias, pero 12 murieron en el ataque.", set()),
    ("Se teme que, tras el derrumbe, 12 personas hayan muerto.", {12}),
    ("Les autorités craignent 20 morts et 30 blessés.", {20, 30}),
    ("Les habitants craignent de nouvelles frappes, mais 12 personnes sont mortes.", set()),
    ("Власти опасаются новых ударов, но 12 человек погибли.", set()),
    ("Опасаются, что погибли 12 человек.", {12}),
]

PARTS = [
    ("Zwölf Menschen starben bei dem Brand, drei davon im Krankenhaus.", {3}),
    ("Die Helfer bargen sechs der elf Toten.", {6}),
    ("Los equipos recuperaron seis de los once cadáveres.", {6}),
    ("Murieron seis de los once pasajeros.", set()),
    ("地震で12人が死亡し、うち5人が高齢者だった。", {5}),
    ("사고로 12명이 다쳤고 이 가운데 3명은 중태다.", {3}),
    ("Zwölf Menschen starben, drei weitere wurden verletzt.", set()),
]


def _flagged(text: str, flag: str) -> set[object]:
    counts = counts_in(TextView(text), 0, len(text))
    return {c.reading.value.value for c in counts if flag in c.reading.flags}


@pytest.mark.parametrize(("text", "wanted"), FEARED, ids=[text for text, _ in FEARED])
def test_what_is_feared(text, wanted):
    assert _flagged(text, "hypothetical") == wanted


@pytest.mark.parametrize(("text", "wanted"), PARTS, ids=[text for text, _ in PARTS])
def test_what_is_a_part(text, wanted):
    assert _flagged(text, "part") == wanted
