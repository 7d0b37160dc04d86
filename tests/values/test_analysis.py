"""One analysis of a text: every kind sorted, read once, and cut to a stretch."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from extractor.segments import TextView
from extractor.values.analysis import Analysis
from extractor.values.count import Count

TEXT = (
    "Landslide buries buses near Baguio\n\n"
    "At least 14 people were killed on Tuesday when a landslide hit two buses near Baguio, the police said. "
    "“We heard the slope come down before we could run,” a survivor told reporters, while 9 others were injured.\n\n"
    "The Philippine army sent 60 soldiers to La Trinidad on Wednesday, officials said."
)
KINDS = (
    "tokens",
    "sentences",
    "clauses",
    "quotations",
    "numbers",
    "counts",
    "dates",
    "places",
    "actors",
    "attributions",
)


@pytest.fixture
def view():
    return TextView(TEXT, date(2012, 8, 15))


def place(item):
    if isinstance(item, tuple) and not hasattr(item, "start"):
        return item
    return getattr(item, "start", None) or getattr(item, "number_start", 0), getattr(item, "end", None)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_read_once_and_sorted(view, kind):
    found = getattr(Analysis(view), kind)
    assert found
    assert found is getattr(Analysis(view), kind)
    starts = [place(item)[0] for item in found]
    assert starts == sorted(starts)
    assert found.between(0, len(TEXT)) == list(found)
    assert found.between(0, 0) == []


def test_what_lies_in_a_stretch(view):
    analysis = Analysis(view)
    last = analysis.sentences[-1]
    assert [c.reading.value.value for c in analysis.counts.between(last.start, last.end)] == [60]
    assert [r.resolved for r in analysis.dates.between(last.start, last.end)] == ["2012-08-15/2012-08-15"]
    assert [n.mention.name for n in analysis.places.between(last.start, last.end)] == ["Philippines", "La Trinidad"]
    killed = Count("killed")
    assert [r.value.value for r in analysis.values(killed)] == [14]
    assert list(analysis.values(killed)) == killed.read(view, 0, len(TEXT))


def test_the_language(view):
    assert (Analysis(view).language, Analysis(view).is_read, Analysis(view).language_not_read) == ("en", True, None)
    welsh = Analysis(TextView("Mae tri o bobl wedi marw yn y ddamwain ac mae pump yn yr ysbyty."))
    assert (welsh.is_read, welsh.language_not_read) == (False, "cy")


def test_a_copy_of_a_view_shares_nothing_that_depends_on_its_date(view):
    assert Analysis(view).dates
    other = replace(view, published=date(2013, 1, 2))
    assert other.facts == {}
