"""Publication dates as other programs write them: an ISO day or moment, or nothing."""

from __future__ import annotations

import pytest

from extractor.documents.dates import iso_published


@pytest.mark.parametrize(
    ("stated", "read"),
    [
        pytest.param("2011-05-12", "2011-05-12", id="a day"),
        pytest.param("20110512", "2011-05-12", id="without hyphens"),
        pytest.param("20110512053000", "2011-05-12", id="with the time at once"),
        pytest.param("20110512T053000Z", "2011-05-12", id="basic format"),
        pytest.param("201105125", None, id="a digit too many"),
        pytest.param("12/05/2011", None, id="two dates"),
        pytest.param("13/05/2011", "2011-05-13", id="a day above twelve first"),
        pytest.param("05/13/2011", "2011-05-13", id="a day above twelve second"),
        pytest.param("12/12/2011", "2011-12-12", id="the same either way"),
        pytest.param("13/14/2011", None, id="no month"),
        pytest.param("13/05/2011 14:30", "2011-05-13", id="a slashed day with a time"),
        pytest.param("May 12, 2011 at 5:38 am IST", "2011-05-12", id="an hour and a zone behind"),
        pytest.param("May 12, 2011, 05:38:10 P.M.", "2011-05-12", id="seconds and stops"),
        pytest.param("May 12, 2011 or so", None, id="other words behind"),
        pytest.param(1305178200, "2011-05-12T05:30:00+00:00", id="seconds"),
        pytest.param(1305178200000, "2011-05-12T05:30:00+00:00", id="milliseconds"),
        pytest.param(99_999_999_999, "5138-11-16T09:46:39+00:00", id="the last second below the milliseconds"),
        pytest.param(100_000_000_000, "1973-03-03T09:46:40+00:00", id="the first milliseconds"),
        pytest.param(True, None, id="a truth value"),
        pytest.param("x" * 81, None, id="too long"),
        pytest.param({"$date": "2011-05-12"}, "2011-05-12", id="an export of a database"),
    ],
)
def test_a_publication_date(stated, read):
    assert iso_published(stated) == read


@pytest.mark.parametrize(
    "value", ["0001-01-01T00:00:00", "0001-01-01", "9999-12-31", "9999-12-31T23:59:59", "1/1/0001"]
)
def test_what_databases_write_for_no_date_is_none(value):
    assert iso_published(value) is None
