"""What a sentence adds to a toll that it gives is not confirmed as the toll."""

import pytest

from extractor.records import ClaimedValue, Span
from extractor.segments import TextView
from extractor.values.count import Count

CASES = [
    ("Five more people died in hospital, raising the number of dead to 21.", "Five", 5, "unconfirmed added_to_toll"),
    ("The death toll rose to 24 after another five people died.", "another five", 5, "unconfirmed added_to_toll"),
    ("Five people died in hospital, raising the number of dead to 21.", "Five", 5, "supported supported"),
    ("Two people died at once and five more died in hospital.", "five", 5, "supported supported"),
    ("Five more people died in Mora on Sunday.", "Five", 5, "supported supported"),
    ("Fünf weitere Menschen starben, damit stieg die Zahl der Toten auf 21.", "Fünf", 5, "unconfirmed added_to_toll"),
    ("Otras cinco personas murieron, con lo que el total de muertos asciende a 21.", "cinco", 5,
     "unconfirmed added_to_toll"),
    ("Cinco personas murieron, con lo que el total de muertos asciende a 21.", "Cinco", 5, "supported supported"),
    ("Five more people died in hospital, raising the number of dead to 21.", "21", 21, "supported supported"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "number", "wanted"), CASES, ids=[f"{c[0]} {c[2]}" for c in CASES])
def test_added(text, quote, number, wanted):
    at = text.index(quote)
    verdict = Count("killed").verify(
        ClaimedValue(value=number, quote=quote), Span(start=at, end=at + len(quote)), TextView(text)
    )
    assert f"{verdict.status} {verdict.reason}" == wanted
