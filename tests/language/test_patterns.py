"""Rows over units: how they are written, what they match, and what is refused."""

from __future__ import annotations

import pytest

from extractor.language.patterns import Grammar, PatternError, Row, Unit, find_matches

GRAMMAR = Grammar(
    kinds=("word", "who", "say", "when", "comma", "stop"),
    groups={"part": "word/who", "phrase": "part{1,8}", "source": "part{0,7} who part{0,2}"},
    starts=("comma", "stop"),
    ends=("comma", "stop"),
)


def units(kinds):
    return [Unit(kind, n, n + 1) for n, kind in enumerate(kinds.split())]


def found(rows, kinds):
    compiled = [(row, GRAMMAR.compiled(row)) for row in (Row(shape, units, "") for shape, units in rows)]
    return [(m.row.shape, m.begin, m.stop) for m in find_matches(GRAMMAR, compiled, units(kinds))]


@pytest.mark.parametrize(
    ("row", "kinds", "captured"),
    [
        ("start <phrase> when* say", "word word when say", [(0, 2)]),
        ("start <phrase> when* say", "say word say", []),
        ("comma say <phrase> end", "word comma say who word stop", [(3, 5)]),
        ("comma say <phrase> end", "word comma say who when", []),
        ("start <source> say", "word word say", []),
        ("start <source> say", "word who word say", [(0, 3)]),
        ("first <who> comma", "who comma who comma", [(0, 1)]),
        ("<word/who> last", "word stop who", [(2, 3)]),
        ("<part{0,3} who> say", "word word who say", [(0, 3)]),
        ("start <phrase> not-when", "word when", []),
        ("<who> then-say", "word who say", [(1, 2)]),
    ],
)
def test_what_a_row_captures(row, kinds, captured):
    assert [(begin, stop) for _, begin, stop in found([("x", row)], kinds)] == captured


def test_the_first_row_that_matches_takes_its_units_and_the_search_goes_on_behind_them():
    rows = [("after", "comma say <phrase>"), ("before", "<phrase> say")]
    assert found(rows, "who say comma say word stop who say") == [("before", 0, 1), ("after", 4, 5), ("before", 6, 7)]


@pytest.mark.parametrize(
    ("row", "message"), [("start <verb>", "no unit 'verb'"), ("<phrase", "cannot read"), ("say )", "cannot read")]
)
def test_a_row_that_cannot_be_read_is_refused(row, message):
    with pytest.raises(PatternError, match=message):
        GRAMMAR.compiled(Row("before", row, ""))


def test_a_line_of_a_row_has_three_columns():
    with pytest.raises(PatternError, match="three columns"):
        Row.parse("before | start <phrase> say")
