"""Numbers with their hedges: tables of wordings, and a reader that inverts a writer."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.numbers import Interval, interval, language_of, read_numbers
from extractor.records import Bound, ClaimedValue

WORDINGS = [
    ("1,234", 1234, Bound.EXACT, None),
    ("12,34,567", 1234567, Bound.EXACT, None),
    ("1.2 million", 1_200_000, Bound.EXACT, None),
    ("3 lakh", 300_000, Bound.EXACT, None),
    ("two crore", 20_000_000, Bound.EXACT, None),
    ("a hundred and twenty", 120, Bound.EXACT, None),
    ("three hundred and twelve", 312, Bound.EXACT, None),
    ("twenty-one", 21, Bound.EXACT, None),
    ("two and a half thousand", 2500, Bound.EXACT, None),
    ("a million and a half", 1_500_000, Bound.EXACT, None),
    ("a quarter of a million", 250_000, Bound.EXACT, None),
    ("half a million", 500_000, Bound.EXACT, None),
    ("twelve hundred", 1200, Bound.EXACT, None),
    ("one thousand, two hundred", 1200, Bound.EXACT, None),
    ("a dozen", 12, Bound.EXACT, None),
    ("half a dozen", 6, Bound.EXACT, None),
    ("two dozen", 24, Bound.EXACT, None),
    ("three score", 60, Bound.EXACT, None),
    ("twin", 2, Bound.EXACT, None),
    ("a couple", 2, Bound.EXACT, None),
    ("nobody", 0, Bound.EXACT, None),
    ("no fewer than five", 5, Bound.AT_LEAST, None),
    ("at least another 12", 12, Bound.AT_LEAST, None),
    ("fifty or more", 50, Bound.AT_LEAST, None),
    ("50+", 50, Bound.AT_LEAST, None),
    ("in excess of 300", 300, Bound.MORE_THAN, None),
    ("upwards of 300", 300, Bound.MORE_THAN, None),
    ("just under 200", 200, Bound.NEARLY, None),
    ("as many as 178", 178, Bound.AS_MANY_AS, None),
    ("no more than 15", 15, Bound.AS_MANY_AS, None),
    ("fewer than 10", 10, Bound.FEWER_THAN, None),
    ("an estimated 700", 700, Bound.AROUND, None),
    ("60-odd", 60, Bound.AROUND, None),
    ("50 or so", 50, Bound.AROUND, None),
    ("only two", 2, Bound.EXACT, None),
    ("between 30 and 40", 30, Bound.BETWEEN, 40),
    ("from 30 to 40", 30, Bound.BETWEEN, 40),
    ("30-40", 30, Bound.BETWEEN, 40),
    ("57 or 58", 57, Bound.BETWEEN, 58),
    ("2 to 3 million", 2_000_000, Bound.BETWEEN, 3_000_000),
    ("between two hundred and three hundred", 200, Bound.BETWEEN, 300),
]


@pytest.mark.parametrize(("text", "value", "bound", "high"), WORDINGS, ids=[w[0] for w in WORDINGS])
def test_a_wording_is_read_whole(text, value, bound, high):
    (reading,) = read_numbers(text, language="en")
    assert (reading.value, reading.bound, reading.high) == (value, bound, high)
    assert (reading.phrase_start, reading.phrase_end) == (0, len(text))


@pytest.mark.parametrize(
    ("quote", "floor"),
    [("dozens", 12), ("scores of people", 20), ("hundreds", 100), ("tens of thousands", 10_000), ("several", None)],
    ids=str,
)
def test_a_vague_word_has_its_floor(quote, floor):
    assert interval(ClaimedValue(value=None, bound=Bound.VAGUE, quote=quote)) == Interval(floor, None, soft=True)


@pytest.mark.parametrize(
    ("bound", "expected"),
    [
        (None, Interval(57, 57)),
        (Bound.EXACT, Interval(57, 57)),
        (Bound.AT_LEAST, Interval(57, None)),
        (Bound.MORE_THAN, Interval(58, None)),
        (Bound.NEARLY, Interval(None, 56, soft=True)),
        (Bound.AS_MANY_AS, Interval(None, 57)),
        (Bound.FEWER_THAN, Interval(None, 56)),
        (Bound.AROUND, Interval(51, 63, soft=True)),
        (Bound.BETWEEN, Interval(57, 60)),
    ],
    ids=str,
)
def test_a_bound_makes_its_interval(bound, expected):
    assert interval(ClaimedValue(value=57, bound=bound, high=60)) == expected


@pytest.mark.parametrize("text", ["one in three", "two out of every five"], ids=str)
def test_a_rate_is_marked(text):
    assert all("rate" in r.flags for r in read_numbers(text, language="en"))


@pytest.mark.parametrize(
    ("text", "flag"),
    [("30 percent", "percent"), ("30%", "percent"), ("3rd", "ordinal"), ("twenty-first", "ordinal")],
    ids=str,
)
def test_what_is_no_count_is_marked(text, flag):
    assert flag in read_numbers(text, language="en")[0].flags


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("treinta y dos", "es", 32),
        ("doscientos cuarenta", "es", 240),
        ("1.234", "es", 1234),
        ("soixante-dix-sept", "fr", 77),
        ("quatre-vingt-onze", "fr", 91),
        ("1 234", "fr", 1234),
        ("siebenundfünfzig", "de", 57),
        ("cinquantasette", "it", 57),
        ("cinquenta e sete", "pt", 57),
        ("пятьдесят семь", "ru", 57),
        ("五十七", "zh", 57),
        ("三万二千", "zh", 32_000),
        ("٥٧", "ar", 57),
        ("۵۷", "fa", 57),
        ("५७", "hi", 57),
        ("elli yedi", "tr", 57),
        ("lima puluh tujuh", "id", 57),
    ],
    ids=str,
)
def test_numbers_of_other_languages(text, language, value):
    assert [r.value for r in read_numbers(text, language=language)] == [value]


UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
UNITS += ["sixteen", "seventeen", "eighteen", "nineteen"]
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def in_words(number):
    """British English: three hundred and twelve thousand and five."""
    if number < 20:
        return UNITS[number]
    if number < 100:
        return TENS[number // 10 - 2] + (f"-{UNITS[number % 10]}" if number % 10 else "")
    for size, name in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            joined = f" and {in_words(rest)}" if 0 < rest < 100 else f" {in_words(rest)}" if rest else ""
            return f"{in_words(number // size)} {name}{joined}"
    raise AssertionError(number)


@given(st.integers(0, 10**7), st.sampled_from(["digits", "grouped", "words"]))
def test_the_reader_inverts_the_writer(number, style):
    written = {"digits": str(number), "grouped": f"{number:,}", "words": in_words(number)}[style]
    (reading,) = read_numbers(f"They counted {written} there", language="en")
    assert reading.value == number


@given(st.text(max_size=200))
def test_nothing_raises_and_readings_are_in_order(text):
    for language in (None, "en", "es", "fr", "de", "zh", "ar"):
        readings = read_numbers(text, language=language)
        assert all(0 <= r.phrase_start <= r.start < r.end <= len(text) for r in readings)
        assert all(a.end <= b.start for a, b in pairwise(readings))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Los muertos del atentado en la capital", "es"),
        ("The dead of the attack in the capital", "en"),
        ("Mindestens 12 Tote und 30 Verletzte", "de"),
        ("爆炸造成五十七人死亡", "zh"),
        ("", "en"),
    ],
    ids=str,
)
def test_the_language_is_found(text, language):
    assert language_of(text) == language
