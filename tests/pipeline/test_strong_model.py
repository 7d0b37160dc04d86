"""What a strong model says of an article arrives: keys of events, parts, several values, ranges, quotes in Spanish."""

from __future__ import annotations

import json

import pytest
from test_running import asking, rows, serving

from extractor.output import CLAIMS
from extractor.pipeline import run

ARTICLE = (
    "Bombs hit Basra and Mosul\n\n"
    "A car bomb killed 11 policemen and 14 soldiers at a barracks in Basra on Monday, a hospital official said.\n\n"
    "In Mosul, gunmen with rifles and grenades attacked a market on Monday and wounded between 12 and 15 people.\n\n"
    "In all, at least 60 people were hurt in Basra and Mosul.\n"
)
SPANISH = "Once policías murieron el domingo en Tumaco, informó la Gobernación de Nariño.\n"


def count(value, quote, bound="exact", high=None):
    return {"value": value, "bound": bound, "high": high, "quote": quote}


def named(value, quote, **more):
    return {"value": value, "quote": quote, **more}


ANSWERS = {
    ARTICLE: [
        {
            "event": "Basra barracks",
            "parts": [],
            "killed": [count(11, "11 policemen"), count(14, "14 soldiers")],
            "victims": [named("police", "11 policemen"), named("soldiers", "14 soldiers")],
            "place": [named("Basra", "at a barracks in Basra")],
            "attribution": [named("a hospital official", "a hospital official said", source_type="witness")],
        },
        {
            "event": "Mosul market",
            "parts": [],
            "injured": [count(12, "wounded between 12 and 15 people", "between", 15)],
            "weapon": [named("gun", "rifles and grenades"), named("grenade", "rifles and grenades")],
            "place": [named("Mosul", "In Mosul")],
        },
        {
            "event": "both",
            "parts": ["Basra barracks", "Mosul market"],
            "injured": [count(60, "at least 60 people were hurt", "at_least")],
            "place": [named("Basra", "in Basra and Mosul"), named("Mosul", "in Basra and Mosul")],
        },
    ],
    SPANISH: [
        {
            "event": None,
            "killed": [count(11, "Once policías murieron")],
            "place": [named("Tumaco", "en Tumaco")],
            "attribution": [named("la Gobernación de Nariño", "informó la Gobernación", source_type="government")],
        }
    ],
}


def answer(request):
    shown = request["messages"][-1]["content"]
    return json.dumps({"claims": next(said for text, said in ANSWERS.items() if text in shown)})


@pytest.fixture(scope="module")
def claims(tmp_path_factory):
    folder = tmp_path_factory.mktemp("strong")
    (folder / "in").mkdir()
    for number, text in enumerate(ANSWERS):
        (folder / "in" / f"{number}.txt").write_text(text, encoding="utf-8")
    with serving(answer=answer) as server:
        result = run(asking([folder / "in"], folder / "out", server, strategy="article"))
        assert len(server.received) == len(ANSWERS), "nothing had to be asked again"
    assert result.record.exit_code == 0
    return rows(folder / "out", CLAIMS)


def values(claim, name):
    return [value["value"] for value in claim["fields"][name]]


def test_keys_and_parts_arrive(claims):
    assert [(c.get("event"), c.get("parts", [])) for c in claims] == [
        ("Basra barracks", []),
        ("Mosul market", []),
        ("both", ["Basra barracks", "Mosul market"]),
        (None, []),
    ]


def test_several_values_and_ranges_arrive(claims):
    basra, mosul, both, tumaco = claims
    assert values(basra, "killed") == [11, 14]
    assert values(basra, "victims") == ["police", "soldiers"]
    assert values(mosul, "weapon") == ["gun", "grenade"]
    assert values(both, "place") == ["Basra", "Mosul"]
    (injured,) = mosul["fields"]["injured"]
    assert (injured["value"], injured["bound"], injured["high"]) == (12, "between", 15)
    assert tumaco["fields"]["attribution"][0]["value"] == "la Gobernación de Nariño"


def test_nothing_true_is_refused(claims):
    refused = [
        (name, value["value"], value["verdict"]["reason"])
        for claim in claims
        for name, listed in claim["fields"].items()
        for value in listed
        if value["verdict"]["status"] not in ("supported", "unconfirmed")
    ]
    assert refused == []
