"""Sources, perpetrators and responsibility held against words: what is confirmed, kept with a mark, and refused.

The sentences are made up. `want`: supported; usable (supported or unconfirmed); not supported; refused (contradicted or
not in the words).
"""

import json
from pathlib import Path

import pytest

from extractor.records import ClaimedValue, SourceType, Span, Stance, Status
from extractor.segments import TextView
from extractor.values.actor.actor import Actor
from extractor.values.responsibility.responsibility import Responsibility
from extractor.values.source.source import Source
from extractor.values.valuetype import FieldRole

CASES = json.loads((Path(__file__).parents[1] / "data" / "values" / "judged.json").read_text(encoding="utf-8"))
REFUSED = {Status.CONTRADICTED, Status.UNSUPPORTED}
WANTED = {
    "supported": {Status.SUPPORTED},
    "usable": {Status.SUPPORTED, Status.UNCONFIRMED},
    "not supported": REFUSED | {Status.UNCONFIRMED},
    "refused": REFUSED,
}


def span(text, words):
    start = text.index(words)
    return Span(start=start, end=start + len(words))


def params(kind):
    return [
        pytest.param(row, id=f"{row['value']}-{row.get('stance', '')}-{row['text'][:30]}".replace(" ", "_"))
        for row in CASES[kind]
    ]


@pytest.mark.parametrize("row", params("source"))
def test_a_source_is_judged(row):
    text = row["text"]
    value = ClaimedValue(value=row["value"], quote=row["quote"])
    verdict = Source().verify(value, span(text, row["quote"]), TextView(text), span(text, row["figure"]))
    assert verdict.status in WANTED[row["want"]], verdict


@pytest.mark.parametrize("row", params("perpetrator"))
def test_a_perpetrator_is_judged_by_its_part(row):
    text = row["text"]
    value = ClaimedValue(value=row["value"], quote=row["quote"])
    quote, figure = span(text, row["quote"]), span(text, row["figure"])
    verdict = Actor(FieldRole.BY_WHOM).verify(value, quote, TextView(text), figure)
    assert verdict.status in WANTED[row["want"]], verdict


@pytest.mark.parametrize("row", params("responsibility"))
def test_responsibility_is_judged_by_the_verb_over_the_actor(row):
    text = row["text"]
    value = ClaimedValue(value=row["value"], quote=row["quote"], stance=Stance(row["stance"]))
    verdict = Responsibility().verify(value, span(text, row["quote"]), TextView(text))
    assert verdict.status in WANTED[row["want"]], verdict


@pytest.mark.parametrize(
    ("name", "claimed", "status"),
    [
        ("the Lake Doctors' Network", SourceType.MONITOR_NGO, Status.SUPPORTED),
        ("the U.S. Geological Survey", SourceType.MONITOR_NGO, Status.SUPPORTED),
        ("Open Rivers spokesman", SourceType.MONITOR_NGO, Status.SUPPORTED),
        ("police", SourceType.MONITOR_NGO, Status.UNSUPPORTED),
        ("state television", SourceType.PERPETRATOR_OUTLET, Status.UNSUPPORTED),
    ],
)
def test_a_type_refuses_only_where_the_words_exclude_it(name, claimed, status):
    text = f"The flood killed 9 people, {name} said."
    value = ClaimedValue(value=name, quote=f"{name} said", source_type=claimed)
    verdict = Source().verify(value, span(text, f"{name} said"), TextView(text), span(text, "9"))
    assert verdict.status is status, verdict


def test_no_message_denies_words_that_are_there():
    text = "Police closed the road on Monday. On Tuesday four people were hurt."
    value = ClaimedValue(value="Police", quote="Police")
    verdict = Source().verify(value, span(text, "Police"), TextView(text), span(text, "four"))
    assert (verdict.status, verdict.reason) == (Status.UNCONFIRMED, "named_only")
