"""Days that are counted from another day of the text."""

import pytest
from when_cases import linked, read

# text, figure, quote of the date, claimed, status and reason; published on Monday 2016-02-22
LINKED = [
    (
        "day before",
        "Police said on Monday a raid the previous day killed 40.",
        "40",
        "the previous day",
        "2016-02-21",
        "supported same_interval",
    ),
    (
        "same day",
        "A raid hit Lar on Friday. A blast the same day killed 40.",
        "40",
        "the same day",
        "2016-02-19",
        "supported same_interval",
    ),
    (
        "next day",
        "A raid hit Lar on Friday. The next day a blast killed 40.",
        "40",
        "The next day",
        "2016-02-20",
        "supported same_interval",
    ),
    (
        "two days later",
        "A raid hit Lar on Friday. Two days later a blast killed 40.",
        "40",
        "Two days later",
        "2016-02-21",
        "supported same_interval",
    ),
]


@pytest.mark.parametrize(
    ("text", "figure", "quote", "claimed", "wanted"), [r[1:] for r in LINKED], ids=[r[0] for r in LINKED]
)
def test_is_it_the_day_of_the_figure(text, figure, quote, claimed, wanted):
    assert linked(text, figure, quote, claimed) == wanted


def test_relative_to_another_event_is_unresolved():
    [reading] = read("two weeks later")
    assert reading.resolved is None
    assert "other_event" in reading.flags
