"""What words say of a claimed day."""

import pytest
from when_cases import MONDAY, WHEN

from extractor.records import ClaimedValue, Span
from extractor.segments import TextView

VERIFY = [
    ("It hit on Sunday.", "2016-02-21", "supported", "same_interval"),
    ("It hit on Sunday.", "2016-02", "supported", "coarser"),
    ("It hit on Sunday.", "2016-02-20", "contradicted", "other_date"),
    ("It hit last month.", "2016-01", "supported", "same_interval"),
    ("It hit last month.", "2016-01-15", "unsupported", "too_precise"),
    ("It hit last month.", "2016-02", "contradicted", "other_date"),
    ("It hit earlier this month.", "2016-02", "supported", "same_interval"),
    ("It hit just over a week ago.", "2016-02-12", "supported", "approximate"),
    ("It hit late last year.", "2015", "supported", "same_interval"),
    ("It hit the town.", "2016-02-21", "unsupported", "no_date"),
    ("It hit on Sunday.", "some day", "unsupported", "not_a_date"),
]


@pytest.mark.parametrize(("text", "claimed", "status", "reason"), VERIFY, ids=[f"{r[0]} {r[1]}" for r in VERIFY])
def test_verify(text, claimed, status, reason):
    verdict = WHEN.verify(ClaimedValue(value=claimed, quote=text), Span(start=0, end=len(text)), TextView(text, MONDAY))
    assert (verdict.status.value, verdict.reason) == (status, reason)


@pytest.mark.parametrize(
    ("quote", "claimed", "wanted"),
    [
        ("21 Sebutemba 2016", "2016-09-21", "unconfirmed numbers_only"),
        ("21 դեկտեմբերի", "2015-12-21", "unconfirmed numbers_only"),
        ("22 դեկտեմբերի", "2015-12-21", "unsupported no_date"),
        ("21 people", "2016-02-21", "unsupported no_date"),
    ],
)
def test_where_dates_are_not_read_the_numbers_are_held_against_the_words(quote, claimed, wanted):
    verdict = WHEN.verify(
        ClaimedValue(value=claimed, quote=quote), Span(start=0, end=len(quote)), TextView(quote, MONDAY)
    )
    assert f"{verdict.status} {verdict.reason}" == wanted
