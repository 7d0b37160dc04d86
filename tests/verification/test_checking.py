"""Verification: every quote looked up, every value held against its words, nothing dropped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pipeline_cases import BRIDGE, SCHEMA, document

from extractor.records import Bound, Claim, ClaimedValue, SpanMethod, Status
from extractor.verification import Checker, verify_claims

TWICE = "Nine people died in Homs on Sunday.\n\nIn Hama, nine people died on Monday. The year 1978 was another.\n"


def claim(quote=None, document="d", **fields):
    return Claim(id="c", document=document, quote=quote, fields={n: (v,) for n, v in fields.items()})


def toll(value, quote, **more):
    return ClaimedValue(value=value, quote=quote, **more)


@pytest.mark.parametrize(
    ("value", "status", "reason"),
    [
        pytest.param(toll(14, "at least 14 passengers", bound=Bound.AT_LEAST), Status.SUPPORTED, None, id="true"),
        pytest.param(toll(41, "at least 14 passengers"), Status.CONTRADICTED, None, id="transposed"),
        pytest.param(toll(14, None), Status.UNSUPPORTED, "no_quote", id="no words"),
        pytest.param(toll(14, " \n"), Status.UNSUPPORTED, "no_quote", id="blank words"),
        pytest.param(toll(14, "14 sailors drowned"), Status.NOT_FOUND, "quote_not_found", id="invented words"),
        pytest.param(toll(14, "x" * 100_000), Status.NOT_FOUND, "quote_not_found", id="long words"),
        pytest.param(toll(10**400, "at least 14"), Status.CONTRADICTED, None, id="a number beyond all"),
        pytest.param(toll(None, "at least 14 passengers"), None, None, id="no value"),
        pytest.param(toll("fourteen", "at least 14 passengers"), None, None, id="a word for a number"),
        pytest.param(toll(-14, "at least 14 passengers"), None, None, id="below nought"),
    ],
)
def test_a_count_gets_a_span_and_a_verdict(value, status, reason):
    (checked,) = verify_claims([claim(killed=value)], [document(BRIDGE)], SCHEMA)
    (found,) = checked.fields["killed"]
    assert found.claimed == value
    assert found.verdict.reason
    if status:
        assert found.verdict.status is status
    else:
        assert found.verdict.status is not Status.SUPPORTED
    if reason:
        assert found.verdict.reason == reason
        assert found.span is None
    else:
        assert BRIDGE[found.span.start : found.span.end] == value.quote


def test_a_field_that_the_schema_does_not_have_is_unsupported():
    (checked,) = verify_claims([claim(casualties=toll(14, "at least 14"))], [document(BRIDGE)], SCHEMA)
    (found,) = checked.fields["casualties"]
    assert (found.verdict.status, found.verdict.reason) == (Status.UNSUPPORTED, "unknown_field")


def test_a_claim_on_an_unknown_article_keeps_its_values():
    (checked,) = verify_claims([claim(document="gone", killed=toll(14, "14"))], [document(BRIDGE)], SCHEMA)
    (found,) = checked.fields["killed"]
    assert (found.verdict.status, found.verdict.reason) == (Status.NOT_FOUND, "document_missing")
    assert "'gone'" in found.verdict.detail


@pytest.mark.parametrize(
    ("quote", "hint", "start"),
    [
        pytest.param("nine people died", TWICE.index("nine"), TWICE.index("nine"), id="where it says"),
        pytest.param("nine people died", TWICE.index("nine") + 4, TWICE.index("nine"), id="near where it says"),
        pytest.param("nine people died", 10**9, TWICE.index("nine"), id="beyond the end"),
        pytest.param("Nine people died", -5, 0, id="before the start"),
        pytest.param("Nine people died", None, 0, id="no hint"),
        pytest.param("nine\u00a0people died", TWICE.index("nine"), TWICE.index("nine"), id="normalised"),
        pytest.param("78", TWICE.index("1978") + 2, None, id="inside a number"),
    ],
)
def test_a_hint_chooses_the_occurrence(quote, hint, start):
    span = Checker(document(TWICE), SCHEMA).locate(quote, hint)
    assert (span.start if span else None) == start


def test_an_exact_hint_needs_no_search():
    at = TWICE.index("nine")
    span = Checker(document(TWICE), SCHEMA).locate("nine people died", at)
    assert (span.start, span.end, span.method, span.others) == (at, at + 16, SpanMethod.EXACT, ())


def test_a_place_belongs_to_the_figure_it_is_claimed_with():
    text = "Nine people died in Homs on Sunday. In Hama, four people died on Monday."
    fields = {"killed": toll(4, "four people died"), "place": toll("Homs", "Homs")}
    wrong, right = verify_claims(
        [claim(**fields), claim(**{**fields, "place": toll("Hama", "Hama")})], [document(text)], SCHEMA
    )
    assert right.fields["place"][0].verdict.status is Status.SUPPORTED
    assert wrong.fields["place"][0].verdict.status is not Status.SUPPORTED


def test_order_and_content_of_claims_are_kept():
    claims = [claim(killed=toll(n, "14")).model_copy(update={"id": f"c{n}", "flags": ("f",)}) for n in (3, 1, 2)]
    checked = verify_claims(claims, [document(BRIDGE)], SCHEMA)
    assert [c.id for c in checked] == ["c3", "c1", "c2"]
    assert {c.flags for c in checked} == {("f",)}


@given(
    st.text(max_size=80),
    st.sampled_from(sorted(SCHEMA.value_types())),
    st.one_of(st.none(), st.integers(), st.text(max_size=12)),
    st.one_of(st.none(), st.text(max_size=20)),
    st.one_of(st.none(), st.integers(-3, 90)),
)
def test_any_claim_about_any_text_gets_a_verdict(text, name, value, quote, start):
    given_value = ClaimedValue(value=value, quote=quote, start=start)
    (checked,) = verify_claims([claim(quote, **{name: given_value})], [document(text)], SCHEMA)
    (found,) = checked.fields[name]
    assert found.verdict.reason
    assert found.verdict.status is not Status.SUPPORTED or found.span is not None
    if found.span is not None:
        assert 0 <= found.span.start < found.span.end <= len(text)
