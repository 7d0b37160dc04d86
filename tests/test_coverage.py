"""Coverage: the casualty figures of an article that no supported claim covers."""

from __future__ import annotations

from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pipeline_cases import BRIDGE, RAID, SCHEMA, corpus_articles, document

from extractor.coverage import _covered, _overlaps, figure_readings, is_checked, unclaimed_figures
from extractor.extraction.strategies import Extraction
from extractor.records import CheckedClaim, CheckedValue, Claim, ClaimedValue, Status, Verdict
from extractor.segments import TextView
from extractor.values.count import Count
from extractor.values.place.place import Place
from extractor.values.schema import ClaimSchema, Values
from extractor.verification import verify_claims


def view_of(text, name="d"):
    return TextView.of(document(text, name))


def claimed(text, *values, name="d"):
    claims = [
        Claim(id=str(n), document=name, fields={field: (ClaimedValue(value=value, quote=quote),)})
        for n, (field, value, quote) in enumerate(values)
    ]
    return verify_claims(claims, [document(text, name)], SCHEMA)


@pytest.mark.parametrize(
    ("text", "claims", "missing"),
    [
        pytest.param(RAID, [], [("killed", 21), ("killed", 9), ("injured", 5)], id="nothing claimed"),
        pytest.param(RAID, [("killed", 21, "killed 21 villagers")], [("killed", 9), ("injured", 5)], id="one claimed"),
        pytest.param(
            RAID,
            [("killed", 12, "killed 21 villagers")],
            [("killed", 21), ("killed", 9), ("injured", 5)],
            id="a wrong claim covers nothing",
        ),
        pytest.param(
            RAID,
            [("injured", 21, "killed 21 villagers")],
            [("killed", 21), ("killed", 9), ("injured", 5)],
            id="nor does another kind",
        ),
        pytest.param("At least 9 people died, including 4 women.\n", [], [("killed", 9)], id="a part is not asked for"),
        pytest.param("No one was hurt when two bombs went off.\n", [], [("injured", 0)], id="nought, and no bombs"),
        pytest.param("The club was founded in 1957.\n", [], [], id="no casualties"),
        pytest.param("", [], [], id="empty"),
    ],
)
def test_what_no_supported_claim_covers_is_listed(text, claims, missing):
    found = unclaimed_figures(view_of(text), claimed(text, *claims), SCHEMA)
    assert [(u.field, u.value) for u in found] == missing
    for figure in found:
        assert text[figure.start : figure.end] == figure.quote
        assert figure.sentence[0] <= figure.start < figure.end <= figure.sentence[1]


def test_claims_of_another_article_cover_nothing():
    others = claimed(BRIDGE, ("killed", 14, "at least 14 passengers"), name="other")
    assert ("killed", 14) in [(u.field, u.value) for u in unclaimed_figures(view_of(BRIDGE), others, SCHEMA)]


@pytest.mark.parametrize("article", corpus_articles(), ids=lambda a: a["id"])
def test_what_is_read_is_claimed_or_listed(article):
    view = view_of(article["text"])
    claims = Extraction(SCHEMA, "event", None, "reader").read(view).claims
    checked = verify_claims(claims, [document(article["text"])], SCHEMA)
    listed = {(u.field, u.start) for u in unclaimed_figures(view, checked, SCHEMA)}
    decided = {
        (name, value.verdict.decided)
        for c in checked
        for name, values in c.fields.items()
        for value in values
        if value.verdict.status is Status.SUPPORTED and value.verdict.decided
    }
    for name, reading in figure_readings(view, SCHEMA):
        covered = any(n == name and s < reading.end and reading.start < e for n, (s, e) in decided)
        assert not (covered and (name, reading.start) in listed)
    assert unclaimed_figures(view, checked, SCHEMA) == unclaimed_figures(view, list(reversed(checked)), SCHEMA)


spans = st.tuples(st.integers(0, 30), st.integers(1, 6)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(spans, max_size=8), spans)
def test_overlap_is_what_comparing_with_each_says(stretches, wanted):
    verdicts = [Verdict(status=Status.SUPPORTED, reason="r", decided=s) for s in stretches]
    values = tuple(CheckedValue(claimed=ClaimedValue(value=1), span=None, verdict=v) for v in verdicts)
    covered = _covered([CheckedClaim(id="c", document="d", fields={"killed": values})], "d")
    expected = any(start < wanted[1] and wanted[0] < end for start, end in stretches)
    assert _overlaps(covered.get("killed", []), *wanted) is expected


class Named(ClaimSchema):
    place: Annotated[Values, Place()] = ()


class Fleet(ClaimSchema):
    cars: Annotated[Values, Count("vehicle")] = ()


def test_a_schema_without_counts_is_not_checked():
    assert not is_checked(Named)
    assert unclaimed_figures(view_of(RAID), [], Named) == []


def test_a_schema_is_asked_for_its_own_counts():
    text = "The maker recalled 300 cars after a fire killed 2 people.\n"
    assert is_checked(Fleet)
    assert [(u.field, u.value) for u in unclaimed_figures(view_of(text), [], Fleet)] == [("cars", 300)]
