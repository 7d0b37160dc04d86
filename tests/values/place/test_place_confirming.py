"""What confirms a place of the sentence before, and what name in between takes it away."""

import pytest

from extractor.records import ClaimedValue, Span
from extractor.segments import TextView
from extractor.values.place.place import Place

# text, claimed place, is it confirmed; the figure is 12
CARRIED = [
    ("another name", "Пожар произошёл в Дубровцах Малых. В Заречках погибли 12 человек.", "Дубровцах Малых", False),
    ("no name", "Пожар произошёл в Дубровцах Малых. Погибли 12 человек.", "Дубровцах Малых", True),
    ("the same name", "Пожар был в Дубровцах Малых. В Дубровцах Малых погибли 12 человек.", "Дубровцах Малых", True),
    ("a part of it", "Пожар произошёл в Дубровцах Малых. В Дубровцах погибли 12 человек.", "Дубровцах Малых", True),
    ("acronym", "Пожар произошёл в Дубровцах Малых. В МЧС сообщили, что погибли 12 человек.", "Дубровцах Малых", True),
    ("Polish", "Pożar wybuchł w Kruszewkach Dolnych. W Zawidowicach zginęło 12 osób.", "Kruszewkach Dolnych", False),
    ("Turkish", "Kuzgunova'da bir bina çöktü. Demirözü'nde 12 kişi öldü.", "Kuzgunova", False),
    ("a noun of German", "Ein Haus ist in Kleinwusterau eingestürzt. Im Spital starben 12.", "Kleinwusterau", True),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place", "confirmed"), [r[1:] for r in CARRIED], ids=[r[0] for r in CARRIED])
def test_a_place_is_carried_until_another_is_named(text, place, confirmed):
    place_at, figure_at = (Span(start=text.index(w), end=text.index(w) + len(w)) for w in (place, "12"))
    verdict = Place().verify(ClaimedValue(value=place, quote=place), place_at, TextView(text), figure_at)
    wanted = "supported named" if confirmed else "unconfirmed not_linked_to_figure"
    assert f"{verdict.status} {verdict.reason}" == wanted
