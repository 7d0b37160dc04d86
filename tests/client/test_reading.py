"""Reading an answer part by part, on the response schema of articles and on one that it knows nothing of."""

from __future__ import annotations

import json
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pipeline_cases import SCHEMA
from pydantic import BaseModel, ConfigDict

from extractor.client.flaws import Flaw
from extractor.client.reading import read_answer
from extractor.extraction.article_answers import article_answer

MODEL = article_answer(SCHEMA)
TERROR = {"event_type": [{"value": "terror", "quote": "a blast"}]}


class Colour(StrEnum):
    DARK_RED = "dark_red"
    BLUE = "blue"


class Vase(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: str
    height: int | None = None
    colour: Colour | None = None


class Shelf(BaseModel):
    model_config = ConfigDict(extra="forbid")
    vases: list[Vase]


def count(value=57, **more):
    return {"value": value, "bound": "exact", "high": None, "quote": "57 died", **more}


def claims_of(*claims):
    return read_answer(MODEL, json.dumps({"claims": claims}))


def said(reading):
    """The claims of a reading, by their fields that say something."""
    claims = reading.value.model_dump(mode="json", exclude_none=True)["claims"]
    return [{name: [v["value"] for v in vs] for name, vs in claim.items() if vs} for claim in claims]


@pytest.mark.parametrize(
    ("claims", "kept", "flaws"),
    [
        pytest.param(
            [{"killed": [count()]}, {"killed": [count(3)]}], [{"killed": [57]}, {"killed": [3]}], [], id="fits"
        ),
        pytest.param(
            [{"killed": [count()]}, {"killed": [count(3)], **TERROR}, {"killed": [count(4)]}],
            [{"killed": [57]}, {"killed": [3]}, {"killed": [4]}],
            [(("claims", 1), "claims.1.event_type.0.value: Input should be")],
            id="a wrong label",
        ),
        pytest.param(
            [{"killed": [count()]}, TERROR, {"killed": [count(4)]}],
            [{"killed": [57]}, {}, {"killed": [4]}],
            [(("claims", 1), "claims.1.event_type.0.value: Input should be")],
            id="a claim that is nothing but wrong",
        ),
        pytest.param(
            [{"killed": [count(), count(57.5), count(2)]}],
            [{"killed": [57, 2]}],
            [(("claims", 0), "claims.0.killed.1.value: Input should be a valid integer")],
            id="half a person",
        ),
        pytest.param(
            [{"killed": [count()], "kiled": [count(3)]}],
            [{"killed": [57]}],
            [(("claims", 0), "claims.0.kiled: Extra inputs are not permitted")],
            id="a field that is misspelt",
        ),
        pytest.param(
            [7, {"killed": [count()]}, "x", {"killed": [count(2, bound="some")]}, {"killed": [count(4)]}],
            [{"killed": [57]}, {}, {"killed": [4]}],
            [
                ((), "claims.0: Input should be a valid dictionary"),
                ((), "claims.2: Input should be a valid dictionary"),
                (("claims", 1), "claims.3.killed.0.bound: Input should be"),
            ],
            id="items that are not claims",
        ),
        pytest.param(
            [{"killed": [count()], "date": [{"value": "2024", "quote": None}]}],
            [{"killed": [57]}],
            [(("claims", 0), "claims.0.date.0.quote: Input should be a valid string")],
            id="no quote",
        ),
        pytest.param(
            [{"killed": [count(), {"value": 5, "quote": "five"}]}],
            [{"killed": [57]}],
            [(("claims", 0), "claims.0.killed.1.bound: Field required")],
            id="no bound",
        ),
    ],
)
def test_what_fits_is_kept_and_the_rest_named(claims, kept, flaws):
    reading = claims_of(*claims)
    assert said(reading) == kept
    assert sorted((flaw.path, flaw.message) for flaw in reading.flaws) == sorted(
        (path, next(f.message for f in reading.flaws if f.message.startswith(message))) for path, message in flaws
    )
    assert all(flaw.refused for flaw in reading.flaws)
    assert reading.parts == sum(len(values) for claim in kept for values in claim.values())


@pytest.mark.parametrize(
    ("claim", "kept"),
    [
        pytest.param({"killed": [count("57")]}, {"killed": [57]}, id="a number as text"),
        pytest.param({"killed": [count("1,200")]}, {"killed": [1200]}, id="groups of three"),
        pytest.param({"killed": [count("1 234 567")]}, {"killed": [1234567]}, id="groups apart"),
        pytest.param({"killed": [count(57.0)]}, {"killed": [57]}, id="a whole number with a point"),
        pytest.param({"killed": [count(bound="At-Least")]}, {"killed": [57]}, id="another case"),
        pytest.param({"killed": count()}, {"killed": [57]}, id="outside of a list"),
        pytest.param(
            {"killed": [count(confidence=0.9)], "remark": "x"}, {"killed": [57]}, id="keys that are not known"
        ),
        pytest.param({"killed": [count()], "missing": None, "event": None}, {"killed": [57]}, id="null for a list"),
        pytest.param({"date": [{"value": 2024, "quote": "in 2024"}]}, {"date": ["2024"]}, id="a year as a number"),
        pytest.param({"killed": [{"value": 3, "bound": "exact", "quote": "3"}]}, {"killed": [3]}, id="a null left out"),
        pytest.param(
            {"killed": [count()], "place": {"value": None, "quote": None}}, {"killed": [57]}, id="a value of nothing"
        ),
    ],
)
def test_what_has_one_reading_only_is_read_so(claim, kept):
    reading = claims_of(claim, {"killed": [count(9, bound="nearly")]})
    assert said(reading)[0] == kept
    assert reading.flaws == ()


@pytest.mark.parametrize("value", ["1,20", "12,34", "1,2,3", "about 5", "1.200,500", ""])
def test_numbers_with_another_reading_are_refused(value):
    assert claims_of({"killed": [count(value)]}).value is None


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param('{"claims": null}', [], id="null claims"),
        pytest.param(json.dumps([{"killed": count()}]), [{"killed": [57]}], id="a bare list"),
        pytest.param(json.dumps({"killed": count()}), [{"killed": [57]}], id="one claim alone"),
        pytest.param('{"claims": []} or {"claims": [{"foo": 1}]}', [], id="an example behind"),
        pytest.param(
            '{"claims": [{"killed": []}]}\n' + json.dumps({"claims": [{"killed": count()}]}), [{"killed": [57]}]
        ),
    ],
)
def test_the_object_that_is_meant(text, kept):
    reading = read_answer(MODEL, text)
    assert said(reading) == kept
    assert reading.flaws == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{}", "claims: Field required"),
        ('{"unexpected": true}', "claims: Field required"),
        ("null", "the answer: Invalid JSON: the answer holds no object or list; it begins: null"),
        ("", "the answer: Invalid JSON: the answer is empty"),
        (
            '{"claims": [{"killed": [{"value": 1, "quote": "one"}], "place": None}]}',
            "the answer: Invalid JSON: Expecting value at character 64",
        ),
    ],
)
def test_what_is_not_an_answer(text, message):
    reading = read_answer(MODEL, text)
    assert reading.value is None
    assert [flaw.message for flaw in reading.flaws] == [message]


def test_the_last_of_many_objects_is_found():
    assert said(read_answer(MODEL, "{} " * 5000 + json.dumps({"claims": [{"killed": count()}]}))) == [{"killed": [57]}]


def test_a_schema_with_other_fields():
    vases = [
        {"name": "Ming", "height": "30", "colour": "Dark Red"},
        {"name": 7},
        {"height": 3},
        {"name": "b", "colour": "pink"},
    ]
    text = json.dumps({"vases": vases})
    reading = read_answer(Shelf, text)
    assert [(v.name, v.height, v.colour) for v in reading.value.vases] == [
        ("Ming", 30, Colour.DARK_RED),
        ("7", None, None),
    ]
    assert [(f.path, f.said) for f in reading.flaws] == [
        ((), '{"height": 3, "name": null}'),
        ((), '{"name": "b", "colour": "pink"}'),
    ]


def test_an_object_that_breaks_off_is_no_value_without_a_list():
    assert read_answer(Vase, '{"name": "Ming", "hei').value is None


def test_half_a_pair_of_surrogates_can_be_written():
    reading = read_answer(Shelf, '{"vases": [{"name": "\\ud83d and \\ud83d\\ude42"}], "x": 0}')
    assert reading.value.vases[0].name == "\ufffd and 🙂"
    assert reading.value.model_dump_json()


def test_a_backslash_in_an_answer_is_no_escape():
    text = r'{"vases": [{"name": "C:\\ud83d"}], "x": 0}'
    assert read_answer(Shelf, text).value.vases[0].name == r"C:\ud83d"


def test_a_flaw_shows_what_was_refused():
    assert str(Flaw("claims.0: no", ("claims", 0), refused=True, said='"x"')) == 'refused "x" (claims.0: no)'


ITEMS = st.lists(st.builds(lambda n, h: {"name": n, "height": h}, st.text(), st.integers()), min_size=1, max_size=5)


@given(items=ITEMS, wrong=st.sets(st.integers(0, 4)))
def test_a_wrong_item_costs_no_other(items, wrong):
    told = [item | ({"height": "tall"} if number in wrong else {}) for number, item in enumerate(items)]
    right = [item for number, item in enumerate(items) if number not in wrong]
    reading = read_answer(Shelf, json.dumps({"vases": told}))
    assert ([v.model_dump(exclude={"colour"}) for v in reading.value.vases] if reading.value else []) == right
    assert len(reading.flaws) == len(items) - len(right)
