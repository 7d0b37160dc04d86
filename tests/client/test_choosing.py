"""Which of several attempts is kept, and what of the others is added."""

from __future__ import annotations

import json

import pytest
from pydantic import BaseModel

from extractor.client.answers import Question
from extractor.client.flaws import Flaw


class Value(BaseModel):
    said: int
    quote: str


class Item(BaseModel):
    dead: list[Value] = []
    hurt: list[Value] = []


class Items(BaseModel):
    claims: list[Item]


def value(said=1):
    return {"said": said, "quote": f"{said}"}


BAD = {"said": "many", "quote": "many"}


def judged(*answers, check=None):
    question = Question(Items, check)
    for answer in answers:
        question.judge(json.dumps({"claims": answer}))
    return question.answer()


def kept(answer):
    return [([v.said for v in item.dead], [v.said for v in item.hurt]) for item in answer.value.claims]


def test_a_later_attempt_that_is_worse_does_not_replace_an_earlier_one():
    answer = judged([{"dead": [value(), BAD]}, {"dead": [value(2)]}], [])
    assert kept(answer) == [([1], []), ([2], [])]
    assert [flaw.path for flaw in answer.imperfect] == [("claims", 0)]


def test_of_equal_attempts_the_one_with_fewer_flaws_then_the_later():
    answer = judged([{"dead": [value(1), BAD]}], [{"dead": [value(2)]}], [{"dead": [value(3)]}])
    assert (kept(answer), answer.imperfect) == ([([3], [])], ())


def test_an_item_is_completed_by_one_that_has_all_it_has_and_more():
    first = [{"dead": [value(1)], "hurt": [BAD]}, {"dead": [value(2)], "hurt": [value(3)]}]
    corrected = [{"dead": [value(1)], "hurt": [value(9)]}]
    answer = judged(first, corrected)
    assert kept(answer) == [([1], [9]), ([2], [3])]
    assert answer.imperfect == ()


@pytest.mark.parametrize(
    "other",
    [
        pytest.param([{"dead": [value(7)], "hurt": [value(9)]}], id="contradicts what is kept"),
        pytest.param(
            [{"dead": [value(1)], "hurt": [value(9)]}, {"dead": [value(1)], "hurt": [value(8)]}], id="two fit"
        ),
        pytest.param([{"dead": [value(1)], "hurt": [value(9), BAD]}], id="has a flaw itself"),
        pytest.param([{"hurt": [value(9)]}], id="lacks what is kept"),
    ],
)
def test_an_item_that_may_contradict_is_not_joined(other):
    first = [{"dead": [value(1)], "hurt": [BAD]}, *({"dead": [value(n)], "hurt": [value(n)]} for n in (2, 3, 4))]
    answer = judged(first, other)
    assert kept(answer)[0] == ([1], [])
    assert len(answer.imperfect) == 1


def test_what_the_check_says_counts_against_an_attempt():
    def small(items):
        return [Flaw("too many", ("claims", n)) for n, item in enumerate(items.claims) if item.dead[0].said > 5]

    answer = judged([{"dead": [value(1)]}], [{"dead": [value(9)]}], check=small)
    assert kept(answer) == [([1], [])]


def test_all_flaws_are_kept_and_few_are_sent():
    question = Question(Items)
    said = question.judge(json.dumps({"claims": [{"dead": [value()]}, *({"dead": [BAD]} for _ in range(30))]}))
    assert len(said) == 12
    assert len(question.answer().imperfect) == 30
