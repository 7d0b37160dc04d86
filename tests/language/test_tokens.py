"""Words are cut once a text; whatever range is asked for has the words that it would have alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.language.tokens import tokenise, tokens_between
from extractor.segments import TextView


@pytest.mark.parametrize(
    ("text", "lows"),
    [
        ("Çatışmada 12 kişi öldü", ["çatışmada", "12", "kişi", "öldü"]),
        ("गोलीबारी में 5 की मौत", ["गोलीबारी", "में", "5", "की", "मौत"]),
        ("re\u0301volte", ["révolte"]),
        ("می\u200cشود", ["میشود"]),
        ("工厂爆炸", ["工", "厂", "爆", "炸"]),
    ],
)
def test_a_word_of_several_kinds_of_letters_is_one(text, lows):
    assert [t.low for t in tokenise(text)] == lows


@given(st.text("ab1,.-'’ é\u0301人क्ष\u200c", max_size=12), st.integers(0, 12), st.integers(0, 12))
def test_a_range_has_the_words_that_it_has_alone(text, start, length):
    end = min(len(text), start + length)
    start = min(start, end)
    assert list(tokens_between(TextView(text), start, end)) == tokenise(text, start, end)
