"""Cues of a sentence in several languages: sums of what was told before, and years that are of something beside."""

from __future__ import annotations

import re

import pytest

from extractor.extraction.strategies import Extraction
from extractor.linkage import link_claims
from extractor.linkage.cues import read_cues
from extractor.linkage.words import any_of
from extractor.records import Document
from extractor.records.groups import GroupKind
from extractor.registry import load_schema
from extractor.values.when.when import dated_view
from extractor.verification import Checker


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "In all, 60 people died."),
        ("fr", "Au total, 60 personnes sont mortes."),
        ("de", "Insgesamt starben 60 Menschen."),
        ("es", "En total murieron 60 personas."),
        ("ru", "Всего погибли 60 человек."),
        ("zh", "两起爆炸共计造成60人死亡。"),
    ],
)
def test_a_word_of_sum(language: str, sentence: str) -> None:
    cues = read_cues(sentence, language=language)
    assert cues.sum
    assert cues.many
    assert not read_cues("", language=language).sum


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "He recalled that 60 people died."),
        ("fr", "60 personnes sont mortes, dit-il."),
        ("de", "Die zusammengestürzte Brücke tötete 60 Menschen."),
        ("es", "Murieron 60 personas en totalitarismo."),
        ("xx", "In all, 60 people died."),
    ],
)
def test_no_word_of_sum(language: str, sentence: str) -> None:
    assert not read_cues(sentence, language=language).sum


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("A blast killed 9 in the square, the site of a siege in 1996.", "beside it"),
        ("A blast killed 9 at the mill, which burned down two years ago.", "beside it"),
        ("A blast killed 9 in the mill in 1996.", "of it"),
        ("In 1996, a blast in the same square killed 9.", "of it"),
        ("A blast killed 9, most of them children, last month.", "of it"),
    ],
)
def test_a_year_of_something_beside_the_event(sentence: str, year: str) -> None:
    at = sentence.index("killed 9") + len("killed ")
    assert read_cues(sentence, (at, at + 1)).past is (year == "of it")


def test_a_phrase_with_any_word() -> None:
    found = re.compile(any_of(["across * cities", "in all"]))
    assert found.search("across three cities")
    assert not found.search("across cities")
    assert not re.search(any_of([]), "anything")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "In Aleppo, 20 people were killed, police said. In Homs, 40 people died. In all, 60 people died.", id="en"
        ),
        pytest.param(
            "À Alep, 20 personnes ont été tuées. À Homs, 40 personnes sont mortes. Au total, 60 personnes sont mortes.",
            id="fr",
        ),
    ],
)
def test_the_sum_is_not_of_the_place_named_last(text: str) -> None:
    document = Document(id="d", text=text, sha256="0" * 64, published="2031-05-05")
    view, schema = dated_view(document), load_schema()
    claims = Checker(document, schema, view).check_all(Extraction(schema, "event", None, "reader").read(view).claims)
    linked = link_claims(claims, {"d": view}, schema)
    killed = {c.id: v.claimed.value for c in claims for v in c.usable("killed")}
    told = {
        kind: sorted(killed[c] for g in linked.groups if g.kind is kind for c in g.claims)
        for kind in (GroupKind.EVENT, GroupKind.AGGREGATE)
    }
    assert told == {GroupKind.EVENT: [20, 40], GroupKind.AGGREGATE: [60]}
