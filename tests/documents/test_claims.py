"""Claims as lines: what other tools and persons may write, what is reported, and that our own lines come back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pipeline_cases import BRIDGE, SCHEMA, corpus_articles, document
from pydantic import ValidationError

from extractor.documents.claims import ClaimFailure, claim_row, content_id, parse_claim, read_claims
from extractor.errors import InputError
from extractor.extraction.strategies import Extraction
from extractor.output import canonical
from extractor.records import Claim, ClaimedValue, SourceType
from extractor.segments import TextView
from extractor.verification import verify_claims

MINIMAL = {"document": "d", "fields": {"killed": {"value": 14, "quote": "at least 14 passengers"}}}


def lines(tmp_path, *rows):
    path = tmp_path / "claims.jsonl"
    path.write_text("".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        pytest.param(MINIMAL, {"killed": (14,)}, id="one value, no id"),
        pytest.param({**MINIMAL, "fields": {"killed": [{"value": 1}, {"value": 2}]}}, {"killed": (1, 2)}, id="a list"),
        pytest.param({**MINIMAL, "fields": {}}, {}, id="no fields"),
        pytest.param(
            {**MINIMAL, "fields": {"place": {"value": "Homs", "scope": None}}}, {"place": ("Homs",)}, id="null"
        ),
        pytest.param(
            {
                **MINIMAL,
                "span": {"start": 1},
                "fields": {"killed": {"value": 1, "verdict": {}, "span": 3, "resolved": ""}},
            },
            {"killed": (1,)},
            id="what is made again is read over",
        ),
        pytest.param({**MINIMAL, "id": "x", "schema": "event", "made_by": "ann"}, {"killed": (14,)}, id="all"),
    ],
)
def test_a_line_is_read(row, expected, tmp_path):
    (claim,) = read_claims(lines(tmp_path, row))
    assert {name: tuple(v.value for v in values) for name, values in claim.fields.items()} == expected
    assert claim.id == row.get("id", claim.id)
    assert claim.id


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param(
            {**MINIMAL, "fields": {"killed": {"value": True}}},
            "true is not a value: give a whole number, a text or null",
            id="a truth for a number",
        ),
        pytest.param("{", "not JSON", id="not JSON"),
        pytest.param("[1]", "not an object", id="a list"),
        pytest.param("null", "not an object", id="null"),
        pytest.param('{"document": "d"}', "fields", id="no fields"),
        pytest.param('{"fields": {}}', "document", id="no document"),
        pytest.param('{"document": 5, "fields": {}}', "document", id="a document that is a number"),
        pytest.param('{"document": "d", "fields": {"killed": 57}}', "fields.killed", id="a bare value"),
        pytest.param('{"document": "d", "fields": {"killed": {"quote": "x"}}}', "value", id="no value"),
        pytest.param('{"document": "d", "fields": {"killed": {"value": 1.5}}}', "value", id="a fraction"),
        pytest.param('{"document": "d", "fields": {"killed": {"value": NaN}}}', "", id="not a number"),
        pytest.param('{"document": "d", "fields": {"killed": {"value": 1, "qoute": "x"}}}', "qoute", id="misspelt"),
        pytest.param('{"document": "d", "fields": {}, "spna": 1}', "spna", id="misspelt key"),
        pytest.param('{"document": "d\\ud800", "fields": {}}', "", id="half a surrogate pair"),
        pytest.param('{"document": ' + "9" * 5000 + "}", "not JSON", id="a number of 5,000 digits"),
        pytest.param("[" * 100_000, "not JSON", id="nested without end"),
        pytest.param('{"document": "d", "fields": ' + '{"a":' * 500 + "1" + "}" * 501, "", id="nested deep"),
    ],
)
def test_what_is_no_claim_is_reported_with_its_line(line, told, tmp_path):
    found = list(read_claims(lines(tmp_path, MINIMAL, "", line, MINIMAL)))
    assert [isinstance(item, Claim) for item in found] == [True, False, True]
    failure = found[1]
    assert isinstance(failure, ClaimFailure)
    assert failure.line == 3
    assert told in failure.message
    assert failure.path.endswith("claims.jsonl")


def test_a_byte_order_mark_and_windows_line_ends_are_read(tmp_path):
    path = tmp_path / "c.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(MINIMAL).encode() + b"\r\n\r\n" + json.dumps(MINIMAL).encode())
    assert [c.document for c in read_claims(path)] == ["d", "d"]


@pytest.mark.parametrize(
    ("content", "told"),
    [pytest.param(None, "cannot be read", id="missing"), pytest.param(b"\xff\xfe{}", "not UTF-8", id="UTF-16")],
)
def test_a_file_that_cannot_be_read_says_so(content, told, tmp_path):
    path = tmp_path / "c.jsonl"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InputError, match=told):
        list(read_claims(path))


def test_a_row_that_is_none_is_pydantic_s_to_tell():
    with pytest.raises(ValidationError):
        parse_claim({"document": "d"})


@pytest.mark.parametrize("article", corpus_articles(), ids=lambda a: a["id"])
def test_our_own_lines_come_back_as_the_claims_they_were(article):
    text = article["text"]
    claims = Extraction(SCHEMA, "event", None, "reader").read(TextView.of(document(text))).claims
    for checked, claim in zip(verify_claims(claims, [document(text)], SCHEMA), claims, strict=True):
        assert parse_claim(json.loads(canonical(claim_row(checked)))) == claim


values = st.builds(
    ClaimedValue,
    value=st.one_of(st.none(), st.integers(), st.text(max_size=9)),
    quote=st.one_of(st.none(), st.text(max_size=9)),
    start=st.one_of(st.none(), st.integers(0)),
    source_type=st.one_of(st.none(), st.sampled_from(SourceType)),
)
claims = st.builds(
    Claim,
    id=st.text(min_size=1, max_size=5),
    document=st.text(max_size=5),
    schema=st.just("event"),
    quote=st.one_of(st.none(), st.text(max_size=9)),
    fields=st.dictionaries(st.text(min_size=1, max_size=4), st.lists(values, max_size=3).map(tuple), max_size=3),
    made_by=st.one_of(st.none(), st.text(max_size=4)),
    flags=st.lists(st.text(max_size=4), max_size=2).map(tuple),
)


@given(claims)
def test_any_claim_survives_its_line(claim):
    (checked,) = verify_claims([claim], [document(BRIDGE)], SCHEMA)
    assert parse_claim(json.loads(canonical(claim_row(checked)))) == claim


@given(st.dictionaries(st.text(max_size=4), st.integers(), max_size=5))
def test_an_id_depends_on_the_content_alone(row):
    backwards = dict(reversed(row.items()))
    assert content_id(row) == content_id(backwards) == content_id({**row, "id": 7})
    assert content_id(row) != content_id({**row, "more": 1})


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        pytest.param({"bound": "between"}, "needs `high`", id="a range with one end"),
        pytest.param({"bound": "between", "high": 9}, "9 is not above 12", id="a range upside down"),
        pytest.param({"bound": "between", "high": 12}, "12 is not above 12", id="a range of nothing"),
        pytest.param({"start": -1}, "-1 lies before it", id="before the article"),
    ],
)
def test_a_value_that_cannot_be_is_reported(tmp_path, value, problem):
    path = tmp_path / "claims.jsonl"
    row = {"document": "a", "fields": {"killed": {"value": 12, "quote": "12 dead", **value}}}
    path.write_text(json.dumps(row))
    (failure,) = read_claims(path)
    assert failure.line == 1
    assert "fields.killed.0" in failure.message
    assert problem in failure.message


def test_a_range_and_an_offset_that_can_be_are_read(tmp_path):
    path = tmp_path / "claims.jsonl"
    value = {"value": 12, "quote": "12 to 15 dead", "bound": "between", "high": 15, "start": 0}
    path.write_text(json.dumps({"document": "a", "fields": {"killed": value}}))
    (claim,) = read_claims(path)
    assert (claim.fields["killed"][0].high, claim.fields["killed"][0].start) == (15, 0)
