"""Source lines: who is one source, who speaks for whom, and how many are independent."""

from __future__ import annotations

import pytest

from extractor.fusion.lines import country_of, independent, is_named, side_of, unattributed_line
from extractor.records import SourceType
from extractor.records.events import SourceLine

G, S, M, W, U = (
    SourceType.GOVERNMENT,
    SourceType.STATE_MEDIA,
    SourceType.MONITOR_NGO,
    SourceType.WITNESS,
    SourceType.UNSPECIFIED,
)


def _line(name, kind, *documents, attributed=True):
    line = f"{kind.value}:{name}" if attributed else unattributed_line(name)
    side = side_of(name, kind, line, ["peru"])
    named = attributed and is_named(name)
    return SourceLine(
        id=line,
        name=name,
        source_type=kind,
        side=side,
        named=named,
        attributed=attributed,
        documents=documents or ("d",),
    )


@pytest.mark.parametrize(
    ("lines", "copied", "expected"),
    [
        ([], (), 0),
        ([_line("Red Cross", M), _line("police", G)], (), 2),
        ([_line("police", G), _line("City Hospital", G)], (), 2),
        ([_line("police", G), _line("officials", G)], (), 1),
        ([_line("officials", G), _line("witnesses", W)], (), 2),
        ([_line("Andina", S), _line("state television", S)], (), 1),
        ([_line("Andina", S), _line("Ministry of Health", G)], (), 1),
        ([_line("Star", U, "a", attributed=False), _line("Post", U, "b", attributed=False)], (), 2),
        (
            [_line("Star", U, "a", attributed=False), _line("Post", U, "b", attributed=False)],
            (frozenset("ab"),),
            1,
        ),
        ([_line("Star", U, "a", attributed=False), _line("copy", U, "a", "b", attributed=False)], (), 1),
    ],
    ids=[
        "nobody",
        "two named",
        "two government bodies",
        "officials beside police",
        "two unnamed of two kinds",
        "two state media",
        "state media beside a ministry",
        "two papers",
        "two papers, one copy",
        "a paper and the copy it prints",
    ],
)
def test_independent(lines, copied, expected):
    assert independent(lines, copied) == expected
    assert independent(lines[::-1], copied) == expected


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("SANA", True),
        ("police", True),
        ("the Ministry of Health", True),
        ("Dr. Amina Yusuf", True),
        ("officials", False),
        ("several Nigerian officials", False),
        ("UN officials", True),
        ("a monitoring group", False),
        ("local residents", False),
        ("", False),
    ],
)
def test_named(name, named):
    assert is_named(name) == named


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Syria's Foreign Ministry", "syria"),
        ("the Turkish army", "turkey"),
        ("Nigerian police", "nigeria"),
        ("French gendarmes", "france"),
        ("police", None),
        ("", None),
    ],
)
def test_country(name, country):
    assert country_of(name) == country


def test_two_governments_are_two_sides():
    countries = ["india", "pakistan"]
    names = ("Indian army", "Pakistani army", "the army", "South Korean police")
    sides = {side_of(name, G, f"government:{name}", countries) for name in names}
    assert sides == {
        "government of india",
        "government of pakistan",
        "government:the army",
        "government of south korea",
    }
