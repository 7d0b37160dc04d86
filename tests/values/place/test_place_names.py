"""What is a name of a place in a local report, and what is a person, an office, a headline's word."""

from __future__ import annotations

import pytest

from extractor.segments import TextView
from extractor.values.place import Place
from extractor.values.place.resolving import home_place, named_places

READ = {
    "state behind its town": (
        "Five were hurt in Quailtown, Ark., on Sunday.",
        ["Quailtown, Arkansas, United States", "Arkansas, United States"],
    ),
    "state of the same name as a city": (
        "The bar in Puyallup, Washington, was full.",
        ["Puyallup, Washington, United States", "Washington, United States"],
    ),
    "a police department is no town": ("The Denver Police Department said two men were shot.", []),
    "a month is no town": ("He was shot in Nov. 2015 by two men.", []),
    "a surname is no town": ("Anna Chandler, 34, was shot. Friends of Chandler wept.", []),
    "capitals of a headline are no name": (
        "Victim Of Overbrook Party Shooting Dies Later\n\nThe victim was shot at a party.",
        [],
    ),
    "the site of a headline": ("Man shot at market - News 4 Shreveport, Weather and Sports\n\nA man was shot.", []),
    "a town of a country not spoken of": ("Officers of Texas came. Metro arrived later.", ["Texas, United States"]),
    "where people live": ("An Aurora man was hurt in Denver.", ["Denver, United States"]),
}  # fmt: skip


@pytest.mark.parametrize("case", READ)
def test_names_read(case: str) -> None:
    text, wanted = READ[case]
    apart = {"speaker", "aside", "weak", "outer", "demonym"}
    assert [n.reading.resolved for n in named_places(TextView(text)) if not n.flags & apart] == wanted


def test_a_street_lies_in_the_town_of_the_article() -> None:
    text = (
        "Four people were shot in Memphis on Sunday. Memphis police said it began at a party. "
        "Officers found shell casings on Lavender Street, and the Austin neighborhood of Memphis was closed."
    )
    view = TextView(text)
    home = home_place(view)
    assert home is not None
    assert home.chain[0] == "Memphis"
    streets = [n.reading.resolved for n in named_places(view) if "facility" in n.flags]
    assert streets == ["Lavender Street, Memphis, United States"]


def read(text: str) -> list[str | None]:
    """The places of a text that are where something can have happened."""
    apart = {"speaker", "aside", "weak", "outer", "demonym"}
    return [n.reading.resolved for n in named_places(TextView(text)) if not n.flags & apart]


def test_a_street_is_in_the_article_s_town_whatever_town_is_named_before_it() -> None:
    text = (
        "Two men were shot in Toledo on Friday. Toledo police said a car from Lansing was seen on Bancroft Avenue. "
        "The men are in a Toledo hospital."
    )
    assert "Bancroft Avenue, Toledo" in read(text)


def test_a_corner_of_two_streets_is_one_place() -> None:
    text = "Three people were shot in Omaha on Monday. Four were hurt at Grover Street and Vinton Avenue."
    at = text.index("Four")
    governing = Place().govern(TextView(text), at, at + 4)
    assert [r.value.value for r in governing] == ["Grover Street"]


def test_two_towns_are_two_places() -> None:
    text = "Four people were hurt in Omaha and Wichita."
    governing = Place().govern(TextView(text), 0, 4)
    assert [r.value.value for r in governing] == ["Omaha", "Wichita"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("Метель", [], id="no place"),
        pytest.param("قتل عاملان في الناصرية أمس", ["الناصرية, Iraq"], id="behind a preposition"),
        pytest.param("جرفت سيول عدة سيارات أمس", [], id="a word that is also a city"),
        pytest.param("تین مزدور اب بھی لاپتا ہیں", [], id="a short word that is also a city"),
        pytest.param(
            "Two were hurt at Kearny Park Tuesday night.", ["Kearny Park, United States"], id="a weekday is no name"
        ),
    ],
)
def test_words_that_are_places_somewhere(text: str, wanted: list[str]) -> None:
    assert read(text) == wanted


def test_a_border_that_a_distance_counts_from_is_no_scene() -> None:
    text = "Four people died in Alturas, about 50 miles south of the Oregon border, on Friday."
    assert "Oregon, United States" not in read(text)
