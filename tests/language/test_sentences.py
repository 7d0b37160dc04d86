"""Sentences of news in every language that has a lexicon: what their figures count, and how claims are judged."""

import tomllib
from pathlib import Path

import pytest

from extractor.language import codes, detect, lexicon, read_figures
from extractor.records import ClaimedValue, Span
from extractor.segments import TextView
from extractor.values.count import Count

DATA = tomllib.loads(Path(__file__).with_name("sentences.toml").read_text(encoding="utf-8"))
FLAGS = {"part", "negated", "superseded", "hypothetical", "zero_word"}
ROWS = [
    pytest.param(code, text, said, id=f"{code}-{number}")
    for code, rows in DATA.items()
    for number, (text, said) in enumerate(rows, 1)
]


def _expected(said):
    found = []
    for one in said.split("; "):
        kind, number, *rest = one.split()
        flags = [r for r in rest if r in FLAGS]
        bound = next((r for r in rest if r not in FLAGS and not r.isdecimal()), "exact")
        high = next((int(r) for r in rest if r.isdecimal()), None)
        found.append((kind, int(number), bound, high, flags))
    return sorted(found)


def test_every_language_has_sentences():
    assert sorted(DATA) == list(codes())


@pytest.mark.parametrize(("code", "text", "said"), ROWS)
def test_the_language_is_told(code, text, said):
    del said
    assert detect(text) == code


@pytest.mark.parametrize(("code", "text", "said"), ROWS)
def test_figures_count_what_the_sentence_says(code, text, said):
    read = read_figures(text, 0, len(text), lexicon(code))
    kinds = [
        (r.kind, r.value, r.bound.value, r.high, sorted(r.flags & FLAGS))
        for r in read
        if r.kind not in ("other", "people", "measure")
    ]
    assert sorted(kinds) == _expected(said)
    assert not [r for r in read if "distant" in r.flags]


@pytest.mark.parametrize(("code", "text", "said"), ROWS)
def test_claims_are_judged(code, text, said):
    """The true value is supported; the same number of another kind, the next number and another bound are not."""
    view = TextView(text, language=code)
    span = Span(start=0, end=len(text))
    said_kinds = {(k, n) for k, n, *_ in _expected(said)}
    for kind, number, bound, high, flags in _expected(said):
        true = Count(kind).verify(ClaimedValue(value=number, quote=text, bound=bound, high=high), span, view)
        assert true.status == ("contradicted" if set(flags) - {"zero_word"} else "supported"), (kind, number)
        for other in {"killed", "injured", "missing"} - {kind}:
            if (other, number) not in said_kinds:
                false = ClaimedValue(value=number, quote=text, bound=bound, high=high)
                assert not Count(other).verify(false, span, view).usable
        if (kind, number + 1) not in said_kinds:
            false = ClaimedValue(value=number + 1, quote=text, bound=bound, high=high)
            assert not Count(kind).verify(false, span, view).usable
        rival = "fewer_than" if bound in ("at_least", "more_than", "between") else "at_least"
        if not flags:
            assert not Count(kind).verify(ClaimedValue(value=number, quote=text, bound=rival), span, view).usable
