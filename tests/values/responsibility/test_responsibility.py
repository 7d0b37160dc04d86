import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.records import ClaimedValue, Span, Stance, Status
from extractor.segments import TextView
from extractor.values.actor.actor import Actor, same_actor
from extractor.values.responsibility.responsibility import Responsibility

CASES = json.loads((Path(__file__).parents[2] / "data" / "values" / "responsibility.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["id"])
def test_reads_actor_stance_and_scope(case):
    text = case["text"]
    found = Responsibility().read(TextView(text), 0, len(text))
    assert len(found) == len(case["want"])
    for want in case["want"]:
        assert any(
            same_actor(want["actor"], r.resolved or "")
            and r.value.stance == want["stance"]
            and (not want["scope"] or want["scope"] in (r.value.scope or ""))
            for r in found
        )


@pytest.mark.parametrize(
    ("text", "value", "stance", "scope", "status"),
    [
        ("The Taliban denied bombing the school.", "Taliban", Stance.CLAIMED, None, Status.CONTRADICTED),
        ("The Taliban denied bombing the school.", "Taliban", Stance.DENIED, None, Status.SUPPORTED),
        (
            "IS has said it carried out the Damascus blasts.",
            "Islamic State",
            Stance.CLAIMED,
            "Damascus only",
            Status.SUPPORTED,
        ),
        (
            "IS has said it carried out the Damascus blasts.",
            "Islamic State",
            Stance.CLAIMED,
            "both attacks",
            Status.CONTRADICTED,
        ),
        (
            "IS has said it carried out the Damascus blasts.",
            "Islamic State",
            Stance.CLAIMED,
            "Homs",
            Status.CONTRADICTED,
        ),
        (
            "ISIS claimed both the bombings in Homs and Damascus.",
            "IS",
            Stance.CLAIMED,
            "Damascus only",
            Status.CONTRADICTED,
        ),
        ("No group has claimed the attack.", "Hamas", Stance.CLAIMED, None, Status.CONTRADICTED),
        ("Ankara blamed the PKK for the bomb.", "ETA", Stance.BLAMED, None, Status.CONTRADICTED),
    ],
)
def test_verdicts(text, value, stance, scope, status):
    claimed = ClaimedValue(value=value, quote=text, stance=stance, scope=scope)
    assert Responsibility().verify(claimed, Span(start=0, end=len(text)), TextView(text)).status is status


def test_an_actor_by_another_name_and_by_its_adjective():
    text = "Russian airstrikes hit Isis near Palmyra."
    view, span = TextView(text), Span(start=0, end=len(text))
    for name in ("Russia", "Islamic State"):
        assert Actor().verify(ClaimedValue(value=name, quote=text), span, view).status is Status.SUPPORTED
    assert Actor().verify(ClaimedValue(value="Turkey", quote=text), span, view).status is Status.UNSUPPORTED


@given(st.text(max_size=200))
def test_no_text_makes_it_raise(text):
    view = TextView(text)
    Responsibility().read(view, 0, len(text))
    Responsibility().govern(view, 0, len(text))
    Actor().read(view, 0, len(text))
