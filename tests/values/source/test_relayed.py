"""Who said what somebody else passes on: both are sources of the figure, and neither contradicts the other."""

from __future__ import annotations

import pytest

from extractor.records import Claim, ClaimedValue, Document
from extractor.registry import load_schema
from extractor.verification import Checker

SCHEMA = load_schema("event")


def verdict(text, dead, source, quote):
    figure = ClaimedValue(value=dead, bound="exact", quote=str(dead))
    said = ClaimedValue(value=source, quote=quote, source_type="unspecified")
    claim = Claim(id="a#1", document="a", fields={"killed": (figure,), "attribution": (said,)})
    (checked,) = Checker(Document(id="a", text=text, sha256="0"), SCHEMA).check_all([claim])
    return checked.fields["attribution"][0].verdict.status.value


@pytest.mark.parametrize(
    ("text", "source", "quote"),
    [
        ("The BBC, citing police, reported 12 deaths.", "police", "citing police"),
        (
            "Local radio, quoting the hospital's director, put the dead at 12 people.",
            "hospital's director",
            "the hospital's director",
        ),
        ("The minister was quoted as saying by Xinhua that 12 people were killed.", "Xinhua", "by Xinhua"),
        ("La agencia EFE, citando a la policía, informó de 12 muertos.", "policía", "citando a la policía"),
        ("Franceinfo, citant la préfecture, fait état de 12 morts.", "préfecture", "citant la préfecture"),
        ("Der Sender meldete unter Berufung auf die Feuerwehr 12 Tote.", "Feuerwehr", "die Feuerwehr"),
        ("Агентство со ссылкой на полицию сообщило, что 12 человек погибли.", "полицию", "со ссылкой на полицию"),
    ],
)
def test_whose_words_are_passed_on_is_a_source(text, source, quote):
    assert verdict(text, 12, source, quote) == "supported"


@pytest.mark.parametrize(
    ("text", "source", "quote"),
    [
        ("The army said 12 people were killed. The BBC, citing police, reported a fire.", "police", "citing police"),
        ("The army said 12 people were killed near the police station.", "police", "the police station"),
    ],
)
def test_one_who_is_cited_for_something_else_is_none(text, source, quote):
    assert verdict(text, 12, source, quote) != "supported"
