"""A figure's words count for one event and one source of an article."""

import pytest

from extractor.records import Claim, ClaimedValue, Document, Status
from extractor.registry import load_schema
from extractor.verification import Checker

SCHEMA = load_schema("event")
TEXT = (
    "A car bomb killed 14 people at a bakery in Qamra on Sunday, the mayor said.\n\n"
    "The roads were closed for hours, and the power failed in the north.\n\n"
    "Shells killed 31 people in Batir on Monday, according to the Red Cross. They fell on a queue."
)
QAMRA = {
    "place": ("Qamra", "in Qamra"),
    "date": ("2021-06-06", "on Sunday"),
    "attribution": ("the mayor", "the mayor said"),
}
BATIR = {
    "place": ("Batir", "in Batir"),
    "date": ("2021-06-07", "on Monday"),
    "attribution": ("Red Cross", "the Red Cross"),
}
FOURTEEN, THIRTY_ONE = (14, "killed 14 people"), (31, "killed 31 people")


def _claim(name, event=None, **fields):
    values = {field: (ClaimedValue(value=value, quote=quote),) for field, (value, quote) in fields.items()}
    return Claim(id=name, document="d", event=event, fields=values)


def _killed(*claims):
    document = Document(id="d", text=TEXT, sha256="", published="2021-06-08")
    checked = Checker(document, SCHEMA).check_all(claims)
    return [(c.fields["killed"][0].verdict.status, c.fields["killed"][0].verdict.reason) for c in checked]


GOOD = (Status.SUPPORTED, "supported")
BAD = (Status.CONTRADICTED, "other_event")


@pytest.mark.parametrize("turned", [False, True], ids=["in order", "turned round"])
def test_the_claim_told_beside_the_words_keeps_them(turned):
    claims = [_claim("a", killed=FOURTEEN, **QAMRA), _claim("b", killed=FOURTEEN, **BATIR)]
    assert _killed(*(claims[::-1] if turned else claims)) == ([BAD, GOOD] if turned else [GOOD, BAD])


def test_two_claims_that_took_each_others_figures_lose_both():
    assert _killed(_claim("a", killed=THIRTY_ONE, **QAMRA), _claim("b", killed=FOURTEEN, **BATIR)) == [BAD, BAD]


def test_a_figure_whose_sentence_has_rivals_is_refused_without_any_other_claim():
    assert _killed(_claim("a", killed=THIRTY_ONE, **QAMRA)) == [BAD]


def test_the_rest_of_a_claim_that_lost_its_figure_is_judged_by_its_other_one():
    text = TEXT.replace("the mayor said.", "the mayor said. Six people were injured.")
    claim = _claim("a", killed=THIRTY_ONE, injured=(6, "Six people were injured"), **QAMRA)
    owner = _claim("b", killed=THIRTY_ONE, **BATIR)
    document = Document(id="d", text=text, sha256="", published="2021-06-08")
    checked, _ = Checker(document, SCHEMA).check_all([claim, owner])
    assert not checked.fields["killed"][0].verdict.usable
    assert all(checked.fields[name][0].verdict.usable for name in ("injured", "place", "date"))


def test_claims_of_one_event_share_its_figure():
    assert _killed(_claim("a", killed=FOURTEEN, **QAMRA), _claim("b", killed=FOURTEEN, **QAMRA)) == [GOOD, GOOD]


def test_events_that_the_claimant_sets_apart_cannot_share_a_figure():
    (_, first), (_, second) = _killed(
        _claim("a", "e1", killed=FOURTEEN, **QAMRA), _claim("b", "e2", killed=FOURTEEN, **QAMRA)
    )
    assert (first, second) == ("contested", "contested")


def test_a_place_from_elsewhere_does_not_cost_the_figure():
    claim = _claim("a", killed=FOURTEEN, **{**QAMRA, "place": BATIR["place"]})
    assert _killed(claim) == [GOOD]
