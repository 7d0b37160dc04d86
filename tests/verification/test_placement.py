"""The quotes of a claim are placed together: beside its figure, whatever else the article repeats."""

import pytest

from extractor.records import Claim, ClaimedValue, Document
from extractor.registry import load_schema
from extractor.verification import Checker

SCHEMA = load_schema("event")
TEXT = (
    "A bomb killed nine people in Karm on Sunday, police said.\n\n"
    "Schools stayed shut. Shops did too.\n\n"
    "In Tall, gunmen killed nine people on Sunday, police said. In the yard two people were hurt.\n\n"
    "Later that day two people were hurt in Karm."
)


def _spans(**fields):
    values = {name: (ClaimedValue(value=value, quote=quote),) for name, (value, quote) in fields.items()}
    claim = Claim(id="c", document="d", fields=values)
    document = Document(id="d", text=TEXT, sha256="", published="2020-03-02")
    checked = Checker(document, SCHEMA).check(claim)
    return {name: found[0].span.start for name, found in checked.fields.items()}


@pytest.mark.parametrize(
    ("place", "begin", "end"),
    [
        pytest.param(("Karm", "in Karm on Sunday"), 0, 57, id="first"),
        pytest.param(("Tall", "In Tall"), TEXT.index("In Tall"), TEXT.index("In the yard"), id="second"),
    ],
)
def test_repeated_words_are_those_beside_the_claims_own(place, begin, end):
    placed = _spans(
        killed=(9, "killed nine people"),
        place=place,
        date=("2020-03-01", "on Sunday"),
        attribution=("police", "police said"),
    )
    assert all(begin <= start < end for start in placed.values()), placed


def test_a_claim_without_a_figure_gathers_around_what_appears_once():
    placed = _spans(event_type=("battles", "gunmen killed"), date=("2020-03-01", "on Sunday"))
    assert placed["date"] == TEXT.index("on Sunday", TEXT.index("gunmen"))


def test_a_second_figure_is_taken_beside_the_first():
    placed = _spans(killed=(9, "gunmen killed nine people"), injured=(2, "two people were hurt"))
    assert placed == {"killed": TEXT.index("gunmen"), "injured": TEXT.index("two people were hurt")}


def test_a_hint_is_obeyed():
    last = TEXT.rindex("Karm")
    value = ClaimedValue(value="Karm", quote="Karm", start=last)
    claim = Claim(
        id="c", document="d", fields={"place": (value,), "killed": (ClaimedValue(value=9, quote="killed nine"),)}
    )
    checked = Checker(Document(id="d", text=TEXT, sha256=""), SCHEMA).check(claim)
    assert checked.fields["place"][0].span.start == last
