"""The day on which an article says that it was published."""

from datetime import date

import pytest

from extractor.segments import TextView
from extractor.values.when.publication import dateline_date

HEADS = [
    ("Blast kills 4\nMonday 22 February 2016 08:27 GMT\nA bomb.", date(2016, 2, 22)),
    ("Sunday, May 05, 2024 | Last Update : 09:18 PM\nBlast\nPublished : Feb 22, 2016, 5:38 am", date(2016, 2, 22)),
    ("KABUL, March 12, 2009 (Wire) - A bomb went off.", date(2009, 3, 12)),
    ("KABUL, March 12 (Wire) - A bomb went off.", None),
    ("Copyright 4 May 2020\nA bomb went off on 3 May 2020.", None),
    ("A child in hospital on February 21, 2016. (Photo: AFP)", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "expected"), HEADS, ids=[repr(h[0][:30]) for h in HEADS])
def test_dateline_date(text, expected):
    assert dateline_date(TextView(text)) == expected
