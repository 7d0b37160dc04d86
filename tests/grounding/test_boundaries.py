"""Where a quote may begin and end in scripts that write particles together with words."""

import pytest

from extractor.grounding.boundaries import whole

TEXT = "대전에서 열두 명이 다쳤고 35명이 대피했다."


@pytest.mark.parametrize(
    ("quote", "kept"),
    [
        pytest.param("대전", True, id="before a particle"),
        pytest.param("열두 명", True, id="before a particle, of a counter"),
        pytest.param("35", True, id="before a counter"),
        pytest.param("열", False, id="inside a number word"),
        pytest.param("5명", False, id="inside a number"),
        pytest.param("전에서", False, id="inside a word"),
    ],
)
def test_a_quote_ends_before_a_particle(quote, kept):
    start = TEXT.index(quote)
    assert whole(TEXT, start, start + len(quote)) is kept


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("قتل خمسة وأصيب عشرة", "أصيب عشرة"),
        ("12 قتيلا و98 جريحا", "98 جريحا"),
        ("נהרגו שלושה ונפצעו עשרה", "נפצעו עשרה"),
        ("산불로 2명이 사망하고", "2명이 사망"),
        ("경주시 안강읍에서", "경주시 안강읍"),
        ("산불로 2명이 사망하고", "2"),
        ("시신 20구를 발견했다", "20"),
        ("7일 부산에서", "7"),
    ],
)
def test_a_quote_may_leave_particles_out(text, quote):
    start = text.index(quote)
    assert whole(text, start, start + len(quote))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("57 people", "7 people"),
        ("قتل خمسة", "تل خمسة"),
        ("موظف قتل", "ظف قتل"),
        ("12명이 숨졌다", "2명이"),
        ("사망하고 다쳤다", "망하고"),
    ],
)
def test_a_quote_never_begins_inside_a_word_or_a_number(text, quote):
    start = text.index(quote)
    assert not whole(text, start, start + len(quote))


@pytest.mark.parametrize(
    ("text", "quote"), [("20만 명이 대피했다", "20"), ("3천여 명이 대피했다", "3"), ("이십구 명이 숨졌다", "이십")]
)
def test_digits_before_a_scale_are_half_a_number(text, quote):
    assert not whole(text, 0, len(quote))
