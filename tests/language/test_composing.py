"""Numbers composed of numerals and words."""

import pytest
from language_cases import numbers


@pytest.mark.parametrize(
    ("code", "text", "number"),
    [
        ("de", "dreihundertvierundsechzig", 364),
        ("nl", "vijfhonderdtwaalf", 512),
        ("it", "seicentodue", 602),
        ("sv", "tvåhundrafyrtio", 240),
        ("ru", "сто сорок пятеро", 145),
        ("bg", "сто двадесет и трима", 123),
        ("ur", "ساڑھے تین سو", 350),
        ("hi", "ढाई लाख", 250_000),
        ("fa", "۴ هزار و ۲۰۰", 4200),
        ("ko", "6만8천900", 68_900),
        ("ko", "3천여", 3000),
        ("ja", "1万4千", 14_000),
        ("zh", "三百二十一", 321),
        ("pl", "2,5 tys.", 2500),
        ("sw", "elfu moja, mia mbili", 1200),
    ],
)
def test_parts_make_one_number(code, text, number):
    assert numbers(code, text) == [number]


@pytest.mark.parametrize(("code", "text"), [("de", "hundertschaft"), ("nl", "eenheid"), ("it", "centocelle")])
def test_a_word_that_begins_like_a_number_is_none(code, text):
    assert numbers(code, text) == []


def test_a_list_is_not_one_number():
    assert numbers("de", "zwanzig, drei") == [20, 3]
