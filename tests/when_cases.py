"""Dates of texts published on one Monday, for the tests of the value type of days."""

from datetime import date

from extractor.records import ClaimedValue, Span
from extractor.segments import TextView
from extractor.values.when.when import When

MONDAY = date(2016, 2, 22)
WHEN = When()


def read(text, published=MONDAY):
    return WHEN.read(TextView(text, published), 0, len(text))


def linked(text, figure, quote, claimed):
    """Status and reason of a day that a claim gives a figure, by the words of its quote."""
    date_at, figure_at = (Span(start=text.index(w), end=text.index(w) + len(w)) for w in (quote, figure))
    verdict = WHEN.verify(ClaimedValue(value=claimed, quote=quote), date_at, TextView(text, MONDAY), figure_at)
    return f"{verdict.status} {verdict.reason}"
