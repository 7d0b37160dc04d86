"""Keys of events in windows: of one window only, until a figure that two windows share joins them."""

from __future__ import annotations

import pytest

from extractor.extraction.windowkeys import in_window, join_windows
from extractor.records import Bound, Claim, ClaimedValue


def claim(event, value, start, quote="9 people", parts=()):
    said = ClaimedValue(value=value, quote=quote, start=start, bound=Bound.EXACT)
    return Claim(id="", document="d", fields={"killed": (said,)}, event=event, parts=parts)


def keys(*windows):
    marked = [[in_window(c, number) for c in claims] for number, claims in enumerate(windows, 1)]
    return [[(c.event, c.parts) for c in claims] for claims in join_windows(marked)]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        pytest.param(claim("a", 9, 100), claim("b", 9, 100), "1/a", id="the same words"),
        pytest.param(claim("a", 9, 100), claim("b", 9, 97, "some 9 people"), "1/a", id="words that overlap"),
        pytest.param(claim("a", 9, 100), claim("a", 9, 400), "2/a", id="the same key and number elsewhere"),
        pytest.param(claim("a", 9, 100), claim("a", 8, 100), "2/a", id="another number"),
        pytest.param(claim("a", 9, None), claim("b", 9, None), "2/b", id="nobody knows where"),
        pytest.param(claim(None, 9, 100), claim("b", 9, 100), "2/b", id="the first has no key"),
        pytest.param(claim("a", 9, 100), claim(None, 9, 100), None, id="the second has no key"),
    ],
)
def test_a_shared_figure_joins_the_keys_of_two_windows(first, second, joined):
    (_, ((event, _),)) = keys([first], [second])
    assert event == joined


def test_parts_follow_and_the_first_of_three_windows_gives_the_key():
    whole = claim("all", 20, 900, parts=("x", "y"))
    found = keys(
        [claim("a", 9, 100)],
        [claim("b", 9, 100), claim("c", 7, 500)],
        [claim("x", 7, 500), claim("y", 4, 800), whole],
    )
    assert found == [
        [("1/a", ())],
        [("1/a", ()), ("2/c", ())],
        [("2/c", ()), ("3/y", ()), ("3/all", ("2/c", "3/y"))],
    ]


def test_a_total_is_no_part_of_itself_when_keys_are_joined():
    (_, ((event, parts),)) = keys([claim("a", 9, 100)], [claim("b", 9, 100, parts=("c",))])
    assert (event, parts) == ("1/a", ("2/c",))
