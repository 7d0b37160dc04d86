"""What a model is asked: only what the reader is unsure of, and of what it answers only what the text bears out."""

from __future__ import annotations

import pytest
from pipeline_cases import SCHEMA, document

from extractor.extraction.flips import borne_out, checker_of, flipped
from extractor.extraction.passage_answers import first_answer, passage_claims, passage_questions
from extractor.extraction.passages import find_passages
from extractor.extraction.unsure import open_passage
from extractor.values.when.when import dated_view

TWO = "A bomb exploded in Zuru on Friday. Another was found in Dankade, a farmer said. Six herders were killed."
FAR = "Nine people on their way to a market in Zuru were killed, and 12 were hurt."
SURE = "A blast killed 12 people in Quetta on Tuesday, police said."


def passages(text):
    view = dated_view(document(text, published="2009-05-14"))
    return view, [open_passage(p, view, SCHEMA) for p in find_passages(view, SCHEMA)]


def questions(text):
    return {q.name: (q.labels, q.optional) for p in passages(text)[1] for q in passage_questions(p)}


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        pytest.param(SURE, {}, id="all in the figure's own clause"),
        pytest.param(
            TWO,
            {
                "figure_1.place": (("Dankade", "Zuru"), False),
                "figure_1.date": (("Friday (2009-05-08)",), True),
                "figure_1.attribution": (("farmer",), True),
            },
            id="place, day and source stand in the sentence before",
        ),
        pytest.param(
            "Shells fell on the port of Aden, in Yemen, on Friday, a sailor said. Three dockers were killed on Friday.",
            {"figure_1.attribution": (("sailor",), True)},
            id="what a place lies in is no other place",
        ),
        pytest.param("Police spoke.\n\nThe minister thanked the crowd.", {}, id="nothing to say"),
    ],
)
def test_what_is_asked(text, asked):
    assert questions(text) == asked


def test_a_number_far_from_the_word_that_decides_is_asked_about():
    assert questions(FAR) == {"figure_1.counts": (("killed", "injured", "something else"), False)}


def open_case():
    view, found = passages(TWO)
    passage = found[-1]
    return view, passage, checker_of(view, SCHEMA)


@pytest.mark.parametrize(
    ("field", "label", "kept"),
    [
        pytest.param("place", "Zuru", "Dankade", id="a place that nothing confirms"),
        pytest.param("attribution", "farmer", None, id="a speaker whose words nothing says go on"),
        pytest.param("attribution", None, None, id="the reader's own answer"),
    ],
)
def test_a_flip_stands_only_when_the_text_supports_it(field, label, kept):
    view, passage, checker = open_case()
    said = {"figure_1": {**first_answer(passage)["figure_1"], field: label}}
    assert [q.name for q in flipped(passage, said)] == ([f"figure_1.{field}"] if label else [])
    assert borne_out(passage, said, checker, "event")["figure_1"][field] == kept
    assert view.text == checker.view.text


def test_a_flip_that_the_text_contradicts_is_taken_back():
    view, (passage,) = passages(FAR)
    said = first_answer(passage)
    assert said["figure_1"]["counts"] == "killed"
    said["figure_1"]["counts"] = "injured"
    assert borne_out(passage, said, checker_of(view, SCHEMA), "event") == first_answer(passage)


def test_what_counts_something_else_is_not_claimed():
    view, (passage,) = passages(FAR)
    said = first_answer(passage)
    said["figure_1"]["counts"] = "something else"
    kept = borne_out(passage, said, checker_of(view, SCHEMA), "event")
    (claim,) = passage_claims(passage, kept, view, "event", "m")
    assert ("killed" in claim.fields, [v.value for v in claim.fields["injured"]]) == (False, [12])
