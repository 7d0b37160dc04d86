"""Windows whose answers are cut: halves, and what is kept of the cut answer where they help no further."""

from __future__ import annotations

import asyncio
import itertools
import re

import pytest
from pipeline_cases import PROMPT, SCHEMA, FakeModel, Reply, document

from extractor.client import Flaw
from extractor.errors import AnswerIncomplete, AnswerRefused, ServerFailed
from extractor.extraction.calls import CallReason
from extractor.extraction.strategies import Extraction
from extractor.extraction.windows import SMALLEST, WINDOW, halves
from extractor.segments import TextView

EXTRACTION = Extraction(SCHEMA, "event", PROMPT, "m")
SENTENCE = "In the town of Ardo, gunmen killed {} people at a village market on Sunday, police said.\n\n"
CUT = Flaw("the answer was cut at its limit of 8000 tokens")
FIGURE = re.compile(r"killed (\d+) people")


def text_of(incidents):
    return "".join(SENTENCE.format(number) for number in range(100, 100 + incidents))


def view_of(text):
    return TextView.of(document(text))


def claims_about(content, model, most=None):
    figures = FIGURE.findall(content)[:most]
    said = [{"killed": {"value": int(n), "bound": "exact", "quote": f"killed {n} people"}} for n in figures]
    return model.model_validate({"claims": said})


def writing_at_most(claims, *, also=None):
    """A model that has room for so many claims; `also` may answer in its place."""

    def reply(content, model, number):
        if also is not None and (said := also(content, number)) is not None:
            return said
        found = len(FIGURE.findall(content))
        if found <= claims:
            return Reply(claims_about(content, model))
        return Reply(claims_about(content, model, claims), (CUT,), cut=True)

    return FakeModel(reply)


def extracted(text, model):
    return asyncio.run(EXTRACTION.by_article(view_of(text), model))


def figures(found):
    return sorted(claim.fields["killed"][0].value for claim in found.claims)


@pytest.mark.parametrize("incidents", [10, 40, 200])
def test_a_window_that_is_too_much_for_one_answer_is_asked_about_in_halves(incidents):
    found = extracted(text_of(incidents), writing_at_most(9))
    assert figures(found) == list(range(100, 100 + incidents))
    assert found.problems == ()
    assert all(claim.flags == () for claim in found.claims)


def test_an_answer_that_was_cut_before_any_claim_is_asked_about_in_halves_too():
    model = FakeModel(
        lambda content, model, number: (
            Reply(claims_about(content, model)) if number else AnswerIncomplete("the limit went to its thoughts")
        )
    )
    found = extracted(text_of(30), model)
    assert figures(found) == list(range(100, 130))
    assert len(model.asked) == 3
    assert found.problems == ()


def test_where_no_halving_helps_the_whole_claims_stay_and_the_article_is_marked():
    text = text_of(3)
    found = extracted(text, writing_at_most(2))
    assert figures(found) == [100, 101]
    assert {claim.flags for claim in found.claims} == {(str(CUT),)}
    assert [(p.reason, str(p)) for p in found.problems] == [(CallReason.CUT, f"characters 0 to {len(text)}: {CUT}")]


def test_the_cut_answers_claims_stand_for_a_half_that_fails():
    def failing(content, number):
        return ServerFailed("down") if number and "killed 100 people" in content else None

    found = extracted(text_of(20), writing_at_most(12, also=failing))
    assert figures(found) == list(range(100, 120))
    assert [problem.reason for problem in found.problems] == [CallReason.MODEL]


def test_a_refusal_has_a_reason_of_its_own():
    found = extracted(text_of(3), FakeModel(lambda *_: AnswerRefused("the model refused")))
    assert [problem.reason for problem in found.problems] == [CallReason.REFUSED]


def test_a_refused_value_is_a_flag_on_its_claim_and_of_no_claim_a_problem_of_the_article():
    def reply(_content, model, _number):
        value = model.model_validate({"claims": [{"killed": {"value": 1, "bound": "exact", "quote": "one"}}, {}]})
        flaws = (
            Flaw("claims.0.weapon: no", ("claims", 0), refused=True, said='"a"'),
            Flaw("claims.1.weapon: no", ("claims", 1), refused=True, said='"b"'),
            Flaw("claims.2: no", (), refused=True, said='"c"'),
        )
        return Reply(value, flaws)

    found = extracted("One died.", FakeModel(reply))
    assert [claim.flags for claim in found.claims] == [('refused "a" (claims.0.weapon: no)',)]
    assert [(p.reason, str(p)) for p in found.problems] == [
        (CallReason.INVALID, 'characters 0 to 9: refused "b" (claims.1.weapon: no)'),
        (CallReason.INVALID, 'characters 0 to 9: refused "c" (claims.2: no)'),
    ]


@pytest.mark.parametrize("text", [text_of(60), "word " * 2000, "x" * WINDOW], ids=["sentences", "words", "one word"])
def test_halves_leave_nothing_out_and_come_to_an_end(text):
    view = view_of(text)
    stretches = [(0, len(text))]
    for _ in range(12):
        stretches = list(itertools.chain.from_iterable(halves(view, *s) or [s] for s in stretches))
        covered = 0
        for start, end in stretches:
            assert start <= covered
            covered = max(covered, end)
        assert covered == len(text)
    assert all(end - start < 2 * SMALLEST for start, end in stretches)
