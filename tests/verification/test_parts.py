"""Parts that claims name for their totals: what is wrong with them is said on the claim."""

from __future__ import annotations

import pytest

from extractor.records import Claim, ClaimedValue, Document
from extractor.registry import load_schema
from extractor.verification import verify_claims
from extractor.verification.parts import part_problems


def claim(name: str, event: str | None, *parts: str) -> Claim:
    return Claim(id=name, document="d", fields={}, event=event, parts=parts)


def test_parts_that_other_claims_tell_are_right() -> None:
    assert part_problems([claim("1", "all", "north", "south"), claim("2", "north"), claim("3", "south")]) == [
        (),
        (),
        (),
    ]


@pytest.mark.parametrize(
    ("claims", "problem"),
    [
        pytest.param(
            [claim("1", "all", "north")], "parts: no claim of the article has the event 'north'", id="nobody tells it"
        ),
        pytest.param(
            [claim("1", "all", "all")], "parts: 'all' is the event of the claim itself", id="the claim's own event"
        ),
        pytest.param(
            [claim("1", "all", "north"), claim("2", "north", "all")],
            "parts: 'north' and 'all' are each a part of the other",
            id="a circle",
        ),
        pytest.param(
            [claim("1", "all", "north"), claim("2", "north", "port"), claim("3", "port", "all")],
            "parts: 'north' and 'all' are each a part of the other",
            id="a circle over a third event",
        ),
        pytest.param(
            [claim("1", None, "north"), claim("2", "north")],
            "parts: 'north' is named by a claim without an event of its own",
            id="a claim without a key",
        ),
    ],
)
def test_what_is_wrong_with_a_part_is_said(claims: list[Claim], problem: str) -> None:
    assert part_problems(claims)[0] == (problem,)


def test_a_checked_claim_carries_the_problem_once() -> None:
    document = Document(id="d", text="At least 9 people were killed in Kirkuk.", sha256="0" * 64)
    value = ClaimedValue(value=9, quote="At least 9 people were killed")
    made = Claim(id="1", document="d", fields={"killed": (value,)}, event="all", parts=("north",))
    (checked,) = verify_claims([made], [document], load_schema())
    assert checked.flags == ("parts: no claim of the article has the event 'north'",)
    again = made.model_copy(update={"flags": checked.flags})
    assert verify_claims([again], [document], load_schema())[0].flags == checked.flags
