"""What is a name of a place in a local report, and what is a person, an office, a headline's word."""

from __future__ import annotations

import pytest

from extractor.segments import TextView
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
