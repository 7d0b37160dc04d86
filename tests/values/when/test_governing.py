"""Which of the dates around a figure is its day."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from when_cases import MONDAY, WHEN, linked

from extractor.records import ClaimedValue, Span, Status
from extractor.segments import TextView
from extractor.values.when.days import parse_iso
from extractor.values.when.publication import dateline_date

ARTICLES = json.loads((Path(__file__).parents[2] / "data" / "when_where.json").read_text(encoding="utf-8"))
# text, figure, quote of the date, claimed, status and reason; published on Monday 2016-02-22
LINKED = [
    (
        "speech in between",
        "Monday police said a raid on Sunday killed 40.",
        "40",
        "Monday",
        "2016-02-22",
        "unconfirmed another_date_nearer",
    ),
    (
        "told next",
        "Trucks brought food Monday to victims of a quake that killed 40. The quake struck on Sunday.",
        "40",
        "on Sunday",
        "2016-02-21",
        "supported same_interval",
    ),
    ("overnight", "A raid overnight killed 40.", "40", "overnight", "2016-02-22", "supported approximate"),
    (
        "overnight, the day before",
        "A raid overnight killed 40.",
        "40",
        "overnight",
        "2016-02-21",
        "supported approximate",
    ),
    ("late", "A raid late Saturday killed 40.", "40", "late Saturday", "2016-02-20", "supported same_interval"),
    ("since", "Raids killed 40 since late Saturday.", "40", "late Saturday", "2016-02-20", "supported approximate"),
    (
        "time set before",
        "In April last year, a quake hit Lar. It killed 40.",
        "40",
        "April last year",
        "2015-04",
        "supported same_interval",
    ),
    ("month for a day", "A raid on February 12 killed 40.", "40", "on February 12", "2016-02", "supported coarser"),
    (
        "far off, only day",
        "A raid hit Lar on Friday. It was cold. Some 40 died.",
        "40",
        "Friday",
        "2016-02-19",
        "supported same_interval",
    ),
    (
        "another nearer",
        "A raid hit Lar on Friday. Bam burned on Sunday. Some 40 died.",
        "40",
        "Friday",
        "2016-02-19",
        "unconfirmed another_date_nearer",
    ),
    (
        "a frame",
        "Elsewhere in the south on Sunday, a bomb hit a bus, killing 40 people.",
        "40",
        "Sunday",
        "2016-02-21",
        "supported same_interval",
    ),
    (
        "not future",
        "He would not forgive the bombing of Lar on Sunday that killed 40.",
        "40",
        "Sunday",
        "2016-02-21",
        "supported same_interval",
    ),
]


@pytest.mark.parametrize(
    ("text", "figure", "quote", "claimed", "wanted"), [r[1:] for r in LINKED], ids=[r[0] for r in LINKED]
)
def test_is_it_the_day_of_the_figure(text, figure, quote, claimed, wanted):
    assert linked(text, figure, quote, claimed) == wanted


def test_a_date_of_another_clause_does_not_support_the_figure():
    text = "Attacks last month left 71 dead. On Sunday, bombs killed 57."
    view = TextView(text, MONDAY)
    sunday, seventy_one = text.index("Sunday"), text.index("71")
    verdict = WHEN.verify(
        ClaimedValue(value="2016-02-21", quote="Sunday"),
        Span(start=sunday, end=sunday + 6),
        view,
        Span(start=seventy_one, end=seventy_one + 2),
    )
    assert (verdict.status, verdict.reason) == (Status.CONTRADICTED, "governs_other")


def test_articles():
    """Floor over articles of many kinds, times and places; the failures are named when it breaks."""
    wrong = []
    total = 0
    for article in ARTICLES:
        view = TextView(article["text"], date.fromisoformat(article["published"]))
        for figure in article["figures"]:
            if "date" not in figure:
                continue
            total += 1
            readings = WHEN.govern(view, figure["start"], figure["end"])
            if not readings or readings[0].resolved != figure["date"]:
                wrong.append((article["id"], figure["figure"], [r.resolved for r in readings]))
    assert len(wrong) <= 0.03 * total, wrong


@given(st.text(max_size=300), st.one_of(st.none(), st.dates()))
def test_any_text_is_read_without_error(text, published):
    view = TextView(text, published)
    for reading in WHEN.read(view, 0, len(text)):
        assert text[reading.start : reading.end] == reading.value.quote
        assert reading.resolved is None or parse_iso(reading.resolved) is not None
    WHEN.govern(view, 0, min(2, len(text)))
    dateline_date(view)
