"""The answer of a whole article: a schema for strict endpoints, lists of values, keys of events, and the claims."""

from __future__ import annotations

from typing import Annotated

import pytest
from pipeline_cases import BRIDGE, RAID, SCHEMA, assert_strict
from pydantic import ValidationError

from extractor.client import Flaw
from extractor.client.schema import response_format
from extractor.extraction.article_answers import ClaimOrigin, answer_faults, article_answer, article_claims
from extractor.grounding import Locator
from extractor.records import Bound
from extractor.values.place.place import Place
from extractor.values.schema import ClaimSchema, Values

ORIGIN = ClaimOrigin("d", "event", "m")
MODEL = article_answer(SCHEMA)


def answer_of(*claims):
    return MODEL.model_validate({"claims": list(claims)})


def count(value, quote, bound="exact", high=None):
    return {"value": value, "bound": bound, "high": high, "quote": quote}


def killed(value, quote):
    return {"killed": [count(value, quote)]}


def claimed(**said):
    (claim,) = article_claims(answer_of({**killed(1, "one"), **said}), ORIGIN)
    return claim


def test_the_schema_is_strict_and_made_once():
    assert_strict(MODEL)
    assert article_answer(SCHEMA) is MODEL
    assert response_format(article_answer(SCHEMA)) is response_format(MODEL)


def test_every_field_is_a_list_and_the_keys_come_first():
    claim = response_format(MODEL)["json_schema"]["schema"]["$defs"]["ClaimAnswer"]["properties"]
    assert list(claim) == ["event", "parts", *SCHEMA.value_types()]
    assert {name for name, part in claim.items() if part.get("type") != "array"} == {"event"}


def test_a_field_of_the_schema_takes_the_place_of_a_key_of_its_name():
    class Parts(ClaimSchema):
        parts: Annotated[Values, Place()] = ()

    model = article_answer(Parts)
    assert_strict(model)
    said = {"event": "raid", "parts": [{"value": "Zuru", "quote": "in Zuru"}]}
    (claim,) = article_claims(model.model_validate({"claims": [said]}), ORIGIN)
    assert (claim.event, claim.parts) == ("raid", ())
    assert [v.value for v in claim.fields["parts"]] == ["Zuru"]


def test_every_item_that_says_something_makes_a_claim():
    claims = article_claims(answer_of(killed(14, "14 passengers"), {"event": "x"}, killed(32, "32")), ORIGIN)
    assert [c.fields["killed"][0].value for c in claims] == [14, 32]
    assert {(c.document, c.schema_name, c.made_by) for c in claims} == {("d", "event", "m")}


@pytest.mark.parametrize(
    ("name", "said", "values"),
    [
        pytest.param("killed", [], [], id="an empty list"),
        pytest.param("missing", None, [], id="null"),
        pytest.param("missing", count(3, "three"), [3], id="a value outside of a list"),
        pytest.param("missing", [count(11, "11"), count(14, "14")], [11, 14], id="two figures that make one count"),
        pytest.param(
            "weapon",
            [{"value": "gun", "quote": "rifles"}, {"value": "knife", "quote": "knives"}],
            ["gun", "knife"],
            id="two weapons",
        ),
    ],
)
def test_a_field_is_read_as_a_list(name, said, values):
    claim = claimed(**{"injured": [count(2, "two")], name: said})
    assert [v.value for v in claim.fields.get(name, ())] == values


def test_a_range_has_its_upper_number():
    (value,) = claimed(killed=[count(12, "between 12 and 15", "between", 15)]).fields["killed"]
    assert (value.value, value.bound, value.high) == (12, Bound.BETWEEN, 15)


@pytest.mark.parametrize(
    ("said", "event", "parts"),
    [
        pytest.param({}, None, (), id="none"),
        pytest.param({"event": " ", "parts": [" "]}, None, (), id="white space"),
        pytest.param({"event": "market  bomb "}, "market bomb", (), id="a key"),
        pytest.param({"event": "all", "parts": ["a", "b", "a", "all"]}, "all", ("a", "b"), id="no part of itself"),
        pytest.param({"parts": ["a", "b"]}, None, ("a", "b"), id="a total without a key of its own"),
    ],
)
def test_the_keys_arrive(said, event, parts):
    claim = claimed(**said)
    assert (claim.event, claim.parts) == (event, parts)


@pytest.mark.parametrize(
    "said",
    [
        pytest.param({"claims": [{"killed": [{"value": 1, "quote": "one"}]}]}, id="no bound"),
        pytest.param({"claims": [{"kiled": []}]}, id="a field that is not there"),
        pytest.param({"claims": [{"event_type": [{"value": "disaster", "quote": "x"}]}]}, id="a label not offered"),
        pytest.param({"claims": [{"killed": 14}]}, id="a bare number"),
        pytest.param({}, id="nothing"),
    ],
)
def test_what_does_not_fit_is_refused(said):
    with pytest.raises(ValidationError):
        MODEL.model_validate(said)


def test_a_fault_flags_the_claim_it_names_and_a_general_one_all():
    value = answer_of({}, killed(1, "one"), killed(2, "two"))
    faults = ("claim 3, killed: the quote is not there", "asking again failed: timeout")
    claims = article_claims(value, ORIGIN, (Flaw(faults[0], ("claims", 2)), Flaw(faults[1])))
    assert [c.flags for c in claims] == [faults[1:], faults]


def test_the_place_of_a_quote_is_kept():
    (claim,) = article_claims(answer_of(killed(21, "21 villagers")), ORIGIN, place=RAID.index)
    assert claim.fields["killed"][0].start == RAID.index("21 villagers")


def test_what_a_model_can_put_right_is_named():
    fourteen = count(14, "at least 14 passengers", "between")
    answer = answer_of({"killed": [fourteen]}, killed(15, 'killing "15"'), killed(9, " "))
    assert list(map(str, answer_faults(answer, Locator(BRIDGE)))) == [
        "claim 1, killed: `between` needs the upper number of the range in `high`",
        'claim 2, killed: the quote "killing \\"15\\"" is not in the article; copy it word for word',
        'claim 3, killed: the quote " " is not in the article; copy it word for word',
    ]
