"""In the language of the text: where something happened, what a distance counts from, where somebody went."""

from __future__ import annotations

import pytest

from extractor.records import ClaimedValue, Span
from extractor.segments import TextView
from extractor.values.place import Place
from extractor.values.place.naming import find_name
from extractor.values.place.roles import Role, role_beside

ROLES = [
    ("Tres mineros murieron ayer en Potosí, al norte de Uyuni.", "Potosí", Role.LOCATIVE),
    ("Tres mineros murieron ayer en Potosí, al norte de Uyuni.", "Uyuni", Role.REFERENCE),
    ("Het gezin vluchtte gisteren naar Almere na de brand in de woning.", "Almere", Role.MOVEMENT),
    ("Le feu a pris dans le vieux port de Sète et deux pêcheurs sont morts.", "Sète", Role.NONE),
    ("부산에서 화재로 두 명이 숨졌다.", "부산", Role.LOCATIVE),
    ("नागपुर में आग लगने से चार लोगों की मौत हो गई।", "नागपुर", Role.LOCATIVE),
    ("İzmir'de çıkan yangında iki işçi öldü.", "İzmir", Role.LOCATIVE),
    ("У Черкасах згорів склад, загинули двоє людей.", "Черкасах", Role.LOCATIVE),
    ("قتل عاملان في الناصرية أمس", "الناصرية", Role.LOCATIVE),
]


@pytest.mark.parametrize(("text", "name", "role"), ROLES, ids=[f"{r[1]}-{r[2].value}" for r in ROLES])
def test_role_beside(text, name, role):
    start = text.index(name)
    assert role_beside(TextView(text), start, start + len(name)) is role


CASES = [
    pytest.param("W Zawadzie spłonął dom, zginęła kobieta.", "Zawada", "Zawadzie", id="pl d-dzie"),
    pytest.param("Wypadek w Starej Hucie, dwie osoby nie żyją.", "Stara Huta", "Starej Hucie", id="pl adjective"),
    pytest.param("Пожар в Старой Руссе, погибли двое рабочих.", "Старая Русса", "Старой Руссе", id="ru adjective"),
    pytest.param("У Вінниці загинули двоє людей, їх шукали.", "Вінниця", "Вінниці", id="uk"),
]


@pytest.mark.parametrize(("text", "name", "words"), CASES)
def test_a_name_is_found_in_another_case(text, name, words):
    found = find_name(TextView(text), 0, len(text), name)
    assert found is not None
    assert text[slice(*found)] == words


def test_another_name_is_no_case_of_it():
    text = "W Wolinie spłonął dom, zginęła kobieta."
    assert find_name(TextView(text), 0, len(text), "Wola") is None


def judged(text, place, figure, quote=None):
    at, start = text.index(figure), text.index(quote or place)
    return Place().verify(
        ClaimedValue(value=place, quote=quote or place),
        Span(start=start, end=start + len(quote or place)),
        TextView(text),
        Span(start=at, end=at + len(figure)),
    )


SUPPORTED = [
    pytest.param(
        "La Paz, 3 may. Cinco obreros murieron en Colquiri, a unos 200 kilómetros de Oruro, según la policía.",
        "Colquiri",
        "Cinco",
        None,
        id="es: a dateline and a distance are no rivals",
    ),
    pytest.param(
        "У Хмельницькому вибухнув газ. Загинули 3 людини, шукають ще двох.",
        "Хмельницький",
        "3 людини",
        "У Хмельницькому",
        id="uk: the sentence before",
    ),
    pytest.param(
        "Des pluies ont emporté une maison dans le village de Tazarine, où 4 personnes sont mortes, selon Rabat.",
        "Tazarine",
        "4 personnes",
        None,
        id="fr: the clause's own",
    ),
    pytest.param(
        "Explosion in einer Fabrik bei Ludwigsau: 3 Tote, mehrere Arbeiter wurden in Kliniken gebracht.",
        "Ludwigsau",
        "3 Tote",
        None,
        id="de: nouns have capitals",
    ),
]


@pytest.mark.parametrize(("text", "place", "figure", "quote"), SUPPORTED)
def test_the_place_of_the_figures_own_words(text, place, figure, quote):
    verdict = judged(text, place, figure, quote)
    assert (verdict.status.value, verdict.reason) == ("supported", "named"), verdict


NOT_SUPPORTED = [
    pytest.param(
        "Na de overval reden de mannen naar Zwolle. Bij de schietpartij vielen 2 doden.",
        "Zwolle",
        "2 doden",
        id="nl: where somebody went",
    ),
    pytest.param(
        "A bus was attacked in Lashio but nobody died. In another town a bomb killed 5 people.",
        "Lashio",
        "5 people",
        id="en: the figure's sentence is of another place",
    ),
    pytest.param(
        "У Сумах горів склад.\n\nУ неділю в Ромнах загинули 3 людини, пожежу загасили.",
        "Сумах",
        "3 людини",
        id="uk: another paragraph",
    ),
]


@pytest.mark.parametrize(("text", "place", "figure"), NOT_SUPPORTED)
def test_a_place_that_is_not_the_figures(text, place, figure):
    assert judged(text, place, figure).status.value != "supported"
