"""What a found figure scores against the figures a person wrote down."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.evaluation import (
    FoundFigure,
    GoldFigure,
    Score,
    compare_figures,
    found_figures,
    quote_score,
    score_figures,
)
from extractor.records import Bound, CheckedClaim, CheckedValue, ClaimedValue, SourceType, Status, Verdict
from extractor.registry import load_schema

FIELDS = ("killed", "injured", "missing", "displaced", "detained")
BOUNDS = {bound.value for bound in Bound}


def checked(value, status=Status.SUPPORTED, resolved=None, quote="quoted", **more):
    claimed = ClaimedValue(value=value, quote=quote, **more)
    return CheckedValue(claimed=claimed, span=None, verdict=Verdict(status=status, reason="test"), resolved=resolved)


def claim(document="a", **fields):
    return CheckedClaim(id=f"{document}#1", document=document, fields={n: tuple(v) for n, v in fields.items()})


def killed(value, *, bound=None, place=None, source=None, document="a"):
    fields = {"killed": [checked(value, bound=bound)]}
    if place:
        fields["place"] = [checked(place)]
    if source:
        fields["attribution"] = [checked(source, source_type=SourceType.GOVERNMENT)]
    return claim(document, **fields)


def gold(value, bound="exact", place=None, source=None, **more):
    return GoldFigure(
        **{"document": "a", "field": "killed", **more}, value=value, bound=bound, place=place, source=source
    )


@pytest.fixture(scope="module")
def schema():
    return load_schema("event")


@pytest.mark.parametrize(
    ("score", "precision", "recall", "f1"),
    [
        pytest.param(Score(0, 0, 0, 0), 1.0, 1.0, 1.0, id="nothing found, nothing there"),
        pytest.param(Score(0, 0, 0, 4), 1.0, 0.0, 0.0, id="nothing found"),
        pytest.param(Score(0, 4, 0, 0), 0.0, 1.0, 0.0, id="nothing there"),
        pytest.param(Score(0, 2, 0, 2), 0.0, 0.0, 0.0, id="all wrong"),
        pytest.param(Score(1, 2, 1, 1), 0.5, 1.0, 2 / 3, id="half right"),
    ],
)
def test_a_score_is_its_shares(score, precision, recall, f1):
    assert (score.precision, score.recall) == (precision, recall)
    assert score.f1 == pytest.approx(f1)


def test_a_score_shows_its_counts():
    assert str(Score(3, 4, 1, 2)) == "P 0.75 (3/4) R 0.50 (1/2) F1 0.60"


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_f1_lies_between_precision_and_recall(right, wrong, recalled, missed):
    score = Score(right, right + wrong, recalled, recalled + missed)
    low, high = sorted((score.precision, score.recall))
    assert low - 1e-9 <= score.f1 <= high + 1e-9 or score.f1 == 0


def test_only_supported_figures_are_found_and_each_once(schema):
    rejected = claim(killed=[checked(9, Status.CONTRADICTED)], injured=[checked(4)])
    twice = [killed(5, place="Jos", source="police"), killed(5, place="Jos", source="police")]
    assert found_figures([rejected, *twice], schema, ("killed", "injured")) == [
        FoundFigure("a", "injured", 4, "exact", (), ()),
        FoundFigure("a", "killed", 5, "exact", ("Jos",), (("police", "government"),)),
    ]


def test_the_resolved_name_is_what_was_found(schema):
    one = claim(killed=[checked(None, bound=Bound.VAGUE)], place=[checked("Jos", resolved="Jos, Nigeria")])
    assert found_figures([one], schema, ("killed",)) == [
        FoundFigure("a", "killed", None, "vague", ("Jos, Nigeria",), ())
    ]


@pytest.mark.parametrize(
    ("claims", "figures", "expected"),
    [
        pytest.param([killed(5)], [gold(5)], {"value": (1, 1, 1, 1), "bound": (1, 1, 1, 1)}, id="right"),
        pytest.param([killed(5)], [gold(6)], {"value": (0, 1, 0, 1)}, id="another number"),
        pytest.param([killed(5)], [gold(5, document="b")], {"value": (0, 1, 0, 1)}, id="another article"),
        pytest.param([killed(5)], [gold(5, field="injured")], {"value": (0, 1, 0, 1)}, id="another field"),
        pytest.param([killed(5)], [gold(5, field="detained")], {"value": (0, 1, 0, 0)}, id="a field not looked at"),
        pytest.param(
            [killed(5)], [gold(5, "at_least")], {"value": (1, 1, 1, 1), "bound": (0, 1, 0, 1)}, id="another bound"
        ),
        pytest.param([killed(5, place="Jos")], [gold(5)], {"place": (0, 0, 0, 0)}, id="no place in the gold"),
        pytest.param([killed(5)], [gold(5, place="Jos")], {"place": (0, 0, 0, 1)}, id="no place found"),
        pytest.param(
            [killed(5, place="Nigeria")], [gold(5, place="Jos, Nigeria")], {"place": (1, 1, 1, 1)}, id="a wider place"
        ),
        pytest.param(
            [killed(5, place="Ankara, Turkey")], [gold(5, place="Jos")], {"place": (0, 1, 0, 1)}, id="a wrong place"
        ),
        pytest.param(
            [killed(5, source="Jos Police")], [gold(5, source="police")], {"source": (1, 1, 1, 1)}, id="a longer source"
        ),
        pytest.param(
            [killed(5, source="a hospital")],
            [gold(5, source="Boko Haram")],
            {"source": (0, 1, 0, 1)},
            id="wrong source",
        ),
        pytest.param([], [], {"value": (0, 0, 0, 0), "source": (0, 0, 0, 0)}, id="nothing"),
    ],
)
def test_figures_score_at_each_strength(schema, claims, figures, expected):
    scores = score_figures(claims, figures, schema)
    shown = {name: (s.true_positives, s.predicted, s.recalled, s.expected) for name, s in scores.items()}
    assert {name: shown[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("claims", "spare", "expected"),
    [
        pytest.param([killed(12)], [gold(12)], {"value": (0, 0, 0, 1)}, id="found, it is neither right nor wrong"),
        pytest.param([killed(13)], [gold(12)], {"value": (0, 1, 0, 1)}, id="another number stays wrong"),
        pytest.param(
            [killed(5)],
            [gold(5, place="Jos")],
            {"value": (1, 1, 1, 1), "bound": (0, 0, 0, 0)},
            id="the other bound excuses the gold's",
        ),
        pytest.param(
            [killed(5)],
            [gold(5, place="Ibadan")],
            {"bound": (0, 0, 0, 1)},
            id="an alternative that differs in more excuses no miss",
        ),
        pytest.param(
            [killed(5, bound=Bound.AT_LEAST, place="Ankara, Turkey")],
            [gold(5, "at_least", place="Ankara")],
            {"value": (1, 1, 1, 1), "bound": (1, 1, 1, 1), "place": (0, 0, 0, 0)},
            id="the other place",
        ),
        pytest.param(
            [killed(5, bound=Bound.AT_LEAST, place="Jos")],
            [gold(7)],
            {"place": (1, 1, 1, 1)},
            id="not found, no matter",
        ),
    ],
)
def test_alternatives_count_neither_way(schema, claims, spare, expected):
    scores = score_figures(claims, [gold(5, "at_least", place="Jos")], schema, alternatives=spare)
    shown = {name: (s.true_positives, s.predicted, s.recalled, s.expected) for name, s in scores.items()}
    assert {name: shown[name] for name in expected} == expected


@given(
    st.lists(st.integers(0, 6), max_size=6),
    st.lists(st.integers(0, 6), max_size=6),
    st.lists(st.integers(0, 6), max_size=6),
)
def test_alternatives_never_lower_a_score(found, there, spare):
    schema = load_schema("event")
    claims, figures = [killed(n) for n in found], [gold(n) for n in there]
    without = score_figures(claims, figures, schema)
    having = score_figures(claims, figures, schema, alternatives=[gold(n) for n in spare])
    for name, score in without.items():
        assert having[name].precision >= score.precision
        assert having[name].recall >= score.recall


def test_a_comparison_names_what_was_missed_and_what_was_wrong(schema):
    compared = compare_figures([killed(5), killed(6)], [gold(5), gold(7)], schema)["value"]
    assert [f.value for f in compared.right] == [5]
    assert [f.value for f in compared.wrong] == [6]
    assert compared.recalled == (gold(5),)
    assert compared.missed == (gold(7),)
    assert compared.score == Score(1, 2, 1, 2)


def test_quotes_that_stand_nowhere_count_against():
    claims = [claim(killed=[checked(5), checked(6, Status.NOT_FOUND), checked(7, quote=None)])]
    assert quote_score(claims) == Score(1, 2, 1, 2)


@pytest.mark.parametrize("name", ["dev", "heldout"])
def test_the_gold_of_a_corpus_is_well_formed(name, project_root):
    loaded = json.loads((project_root / "tests" / "corpus" / f"{name}.json").read_text(encoding="utf-8"))
    ids = [article["id"] for article in loaded["articles"]]
    assert len(ids) == len(set(ids))
    for article in loaded["articles"]:
        text = " ".join(article["text"].split()).casefold()
        for figure in (*article["figures"], *article.get("alternatives", ())):
            wanted = GoldFigure(document=article["id"], **figure)
            assert wanted.field in FIELDS, wanted
            assert wanted.bound in BOUNDS, wanted
            assert (wanted.value is None) == (wanted.bound == "vague"), wanted
            for part in (*(wanted.place or "").split(", "), wanted.source or ""):
                assert part.casefold().removeprefix("the ") in text, wanted
