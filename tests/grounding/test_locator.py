import json
from pathlib import Path

import pytest

from extractor.grounding import Locator, locate_quote, normalise

CASES = json.loads((Path(__file__).parents[1] / "data" / "grounding_quotes.json").read_text(encoding="utf-8"))
HOMS, FOUND, REFUSED, SCRIPTS, CUT = (CASES[k] for k in ("text", "found", "refused", "scripts", "cut"))


@pytest.mark.parametrize(("quote", "method", "slice_"), [c[1:] for c in FOUND], ids=[c[0] for c in FOUND])
def test_finds(quote, method, slice_):
    span = locate_quote(quote, HOMS)
    if slice_ is None:
        assert span is None or HOMS[span.start : span.end] in HOMS
        return
    assert span is not None
    assert (HOMS[span.start : span.end], span.method) == (slice_, method)


@pytest.mark.parametrize("quote", [c[1] for c in REFUSED], ids=[c[0] for c in REFUSED])
def test_refuses(quote):
    assert locate_quote(quote, HOMS) is None


@pytest.mark.parametrize(("text", "quote", "slice_"), [c[1:] for c in SCRIPTS], ids=[c[0] for c in SCRIPTS])
def test_any_script(text, quote, slice_):
    span = locate_quote(quote, text)
    assert span is not None
    assert text[span.start : span.end] == slice_


@pytest.mark.parametrize(("text", "quote"), [c[1:] for c in CUT], ids=[c[0] for c in CUT])
def test_never_cuts_a_number_or_a_negation(text, quote):
    assert locate_quote(quote, text) is None


def test_of_several_places_the_one_near_the_hint():
    text = "At least 57 dead. " + "Talks went on in Geneva. " * 20 + "At least 57 dead. The end."
    locator = Locator(text)
    last = text.rindex("At least 57")
    first, second = locator.locate("At least 57 dead"), locator.locate("At least 57 dead", near=len(text))
    assert first is not None
    assert second is not None
    assert (first.start, second.start) == (0, last)
    assert first.others == ((last, last + 16),)
    assert second.others == ((0, 16),)
    folded = locator.locate("at least 57 DEAD", near=last - 5)
    assert folded is not None
    assert folded.start == last


def test_neighbours_decide():
    text = "Homs: 57 dead. " + "Talks went on. " * 30 + "Damascus: 57 dead, it said."
    spans = Locator(text).locate_all(["Damascus", "57 dead", "it said"])
    assert spans[1] is not None
    assert spans[1].start == text.rindex("57 dead")


def test_number_of_places_is_capped():
    span = locate_quote("bomb", "bomb " * 5000)
    assert span is not None
    assert len(span.others) == 16


def test_joined_parts_are_offsets_of_the_original():
    quote = "Two car bombs … killed at least 57 people"
    span = locate_quote(quote, HOMS)
    assert span is not None
    assert [normalise(HOMS[s:e]) for s, e in span.parts] == ["two car bombs", "killed at least 57 people"]


@pytest.mark.parametrize(
    ("one", "other"), [("1000", "10000"), ("2.30", "2.300"), ("11111", "1111"), ("A1000", "A10000"), ("50s", "50ed")]
)
def test_digits_are_never_an_inflection(one, other):
    text = f"The ministry said that {one} people had fled the burning city."
    assert locate_quote(f"the ministry said that {other} people had fled the burning city", text) is None
