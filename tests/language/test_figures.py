"""Which numbers count nobody: codes, ages, numbers of houses, years."""

import pytest
from language_cases import counts


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Auf der A9 wurden Menschen verletzt."),
        ("ru", "Вертолёт Ми-8 упал, пострадали люди."),
        ("de", "In der Bergstraße 12 wurden Bewohner verletzt."),
        ("fr", "Un incendie rue Pasteur 12, à Lens, a fait des blessés."),
        ("ja", "会社員(41)と妻が負傷。"),
        ("pt", "Uma mulher e o filho de 6 ficaram feridos."),
        ("es", "En 2019 hubo heridos."),
    ],
)
def test_a_number_of_something_else_counts_nobody(code, text):
    assert not [value for kind, value, *_ in counts(code, text) if value not in (1, None)]


@pytest.mark.parametrize(
    ("code", "text", "number"),
    [("ar", "قتل 3 وأصيب و12 مفقودا", 12), ("it", "In Bolivia 12 feriti.", 12), ("fa", "۲۰۵۳ کشته", 2053)],
)
def test_what_looks_like_one_may_still_count(code, text, number):
    assert number in [value for _, value, *_ in counts(code, text)]
