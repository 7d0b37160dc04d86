"""Answers: the response schema of a passage, and the claims that an answer makes."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pipeline_cases import SCHEMA, assert_strict, corpus_articles, document
from pydantic import ValidationError

from extractor.client.schema import response_format
from extractor.extraction.passage_answers import first_answer, passage_answer, passage_claims
from extractor.extraction.passages import Choice, Figure, Option, Passage, find_passages
from extractor.records import Bound, ClaimedValue
from extractor.segments import Segment, TextView
from extractor.values.valuetype import Reading

NASTY = ['a "b"', "it's", "back\\slash", "火事 🔥", "{{7*7}}", "a + b", "</s>", "null", "0"]


def view_of(text, **known):
    return TextView.of(document(text, **known))


def hand_made(labels, *, optional=True):
    """A passage of one figure whose place is one of the labels."""
    options = tuple(Option(label, (Reading(0, 1, ClaimedValue(value=label, quote="x")),)) for label in labels)
    reading = Reading(0, 1, ClaimedValue(value=3, quote="x", bound=Bound.EXACT), kind="killed")
    figure = Figure("killed", reading, (Choice("place", options, optional=optional),))
    return Passage(Segment(0, 1), (figure,), ())


@pytest.mark.parametrize("article", corpus_articles(), ids=lambda a: a["id"])
def test_response_schemas_are_strict_and_the_first_answer_fits(article):
    view = view_of(article["text"], published=article["published"])
    for passage in find_passages(view, SCHEMA):
        if not passage.open:
            continue
        model = passage_answer(passage)
        assert_strict(model)
        said = {
            name: {"counts": passage.figures[int(name[7:]) - 1].field, **value} if name.startswith("figure_") else value
            for name, value in first_answer(passage).items()
        }
        parsed = model.model_validate_json(json.dumps(said)).model_dump(mode="json")
        made = passage_claims(passage, parsed, view, "event", "m")
        assert made == passage_claims(passage, first_answer(passage), view, "event", "m")
        assert sum(len(c.fields.get(f, ())) for c in made for f in ("killed", "injured", "missing")) == sum(
            f.field in ("killed", "injured", "missing") for f in passage.figures
        )


@given(
    st.lists(st.one_of(st.sampled_from(NASTY), st.text(min_size=1, max_size=8)), min_size=1, max_size=8, unique=True)
)
def test_a_label_comes_back_as_the_value_it_stood_for(labels):
    labels = [label for label in labels if label.encode("utf-8", "ignore").decode() == label] or ["x"]
    passage = hand_made(labels)
    model = passage_answer(passage)
    json.dumps(response_format(model)).encode()
    for label in labels:
        answer = model.model_validate_json(json.dumps({"figure_1": {"counts": "killed", "place": label}}))
        (claim,) = passage_claims(passage, answer.model_dump(mode="json"), view_of("x"), "event", "m")
        assert [value.value for value in claim.fields["place"]] == [label]


@pytest.mark.parametrize(
    "said",
    [
        pytest.param({"figure_1": {"counts": "killed", "place": "Atlantis"}}, id="a place that is not offered"),
        pytest.param({"figure_1": {"counts": "injured", "place": "Homs"}}, id="another kind"),
        pytest.param({"figure_1": {"counts": "killed"}}, id="a field left out"),
        pytest.param({"figure_1": {"counts": "killed", "place": "Homs", "killed": 9}}, id="a figure of its own"),
        pytest.param({}, id="nothing"),
    ],
)
def test_what_is_not_offered_cannot_be_said(said):
    with pytest.raises(ValidationError):
        passage_answer(hand_made(["Homs", "Hama"])).model_validate(said)


def test_null_leaves_the_field_out():
    passage = hand_made(["Homs", "Hama"])
    (claim,) = passage_claims(passage, {"figure_1": {"place": None}}, view_of("x"), "event", "m")
    assert set(claim.fields) == {"killed"}


def test_figures_of_one_place_are_one_claim_and_two_of_one_field_are_two():
    text = "A crash killed 5 people and injured 9 in Homs on Monday, and a second crash killed 7 people in Homs.\n"
    view = view_of(text)
    claims = [c for p in find_passages(view, SCHEMA) for c in passage_claims(p, first_answer(p), view, "event", "m")]
    tolls = [[v.value for v in c.fields.get("killed", ())] for c in claims]
    assert sorted(toll for toll in tolls if toll) == [[5], [7]]
    together = next(c for c in claims if [v.value for v in c.fields.get("killed", ())] == [5])
    assert [v.value for v in together.fields["injured"]] == [9]
