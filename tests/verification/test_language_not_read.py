"""A text in a language that nothing reads: digits are checked, and the claim says so."""

import pytest

from extractor.records import Claim, ClaimedValue, Document
from extractor.registry import load_schema
from extractor.verification import Checker

WELSH = (
    "Bu farw o leiaf 12 o bobl ac mae 30 wedi cael eu hanafu yn y ffrwydrad, meddai'r heddlu. Mae ymchwiliad ar y "
    "gweill ac nid oes neb wedi ei arestio hyd yma, yn ôl yr awdurdodau lleol yn y ddinas."
)
ENGLISH = "The police said that at least 12 people were killed and 30 were wounded in the blast in the city."


def _checked(text, field, number, quote):
    claim = Claim(id="a", document="1", fields={field: (ClaimedValue(value=number, quote=quote, bound="at_least"),)})
    return Checker(Document(id="1", text=text, sha256=""), load_schema("event")).check(claim)


@pytest.mark.parametrize(
    ("number", "status", "reason"),
    [(12, "unconfirmed", "kind_unconfirmed"), (13, "unsupported", "no_figure")],
    ids=["in the words", "not in the words"],
)
def test_digits_are_still_checked(number, status, reason):
    checked = _checked(WELSH, "killed", number, "12 o bobl")
    (value,) = checked.fields["killed"]
    assert (value.verdict.status, value.verdict.reason) == (status, reason)
    assert "language of the article is not read" in value.verdict.detail
    assert checked.flags == ("language_not_read",)


def test_a_language_that_is_read_has_no_flag():
    checked = _checked(ENGLISH, "killed", 12, "at least 12 people were killed")
    assert checked.flags == ()
    assert checked.fields["killed"][0].verdict.status == "supported"
