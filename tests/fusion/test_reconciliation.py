"""Totals are explained by the sums that fit, and only by those."""

from __future__ import annotations

import pytest

from extractor.fusion.accounts import accounts
from extractor.fusion.reconciliation import LIMIT, Part, one_place, reconcile
from extractor.numbers import interval
from extractor.numbers.wording import in_words
from extractor.records import Bound, ClaimedValue, Evidence, SourceType
from extractor.records.events import Fit, SourceLine, Standing, WitnessRecord
from extractor.records.groups import Group, GroupKind

LINES = {
    name: SourceLine(
        id=name, name=name, source_type=SourceType.MONITOR_NGO, side=name, named=True, attributed=True, documents=("d",)
    )
    for name in ("red", "blue")
}


def _figure(key, words, document="d", line="red"):
    hedge, _, digits = words.rpartition(" ")
    value = ClaimedValue(value=int(digits), bound=Bound(hedge.replace(" ", "_")) if hedge else Bound.EXACT)
    span = interval(value)
    return WitnessRecord(
        id=key, claim=key, document=document, line=line, value=value.value, text=in_words(value), bound=value.bound,
        low=span.low, high=span.high, soft=span.soft,
        evidence=Evidence(document=document, start=0, end=1, quote="x"),
    )  # fmt: skip


def _parts(*figures, document="d"):
    return [
        Part(f"p{i}", f"Town {i}", tuple(_figure(f"p{i}-{j}", words, document) for j, words in enumerate(options)))
        for i, options in enumerate(figures)
    ]


@pytest.mark.parametrize(
    ("total", "parts", "fit", "best"),
    [
        ("140", [["57"], ["at least 83"]], Fit.EXACT, 140),
        ("at least 140", [["57"], ["83"]], Fit.EXACT, 140),
        ("nearly 130", [["46", "57"], ["83", "62"]], Fit.WITHIN, 129),
        ("140", [["around 60"], ["83"]], Fit.IF, 143),
        ("more than 100", [["57"], ["50"]], Fit.WITHIN, 107),
        ("119", [["57"], ["62"]], Fit.EXACT, 119),
        ("119", [["57"], ["61"]], Fit.NO, 118),
        ("nearly 130", [["57"], ["62"]], Fit.NO, 119),
        ("nearly 130", [["70"], ["60"]], Fit.NO, 130),
        ("around 100", [["50"], ["45"]], Fit.WITHIN, 95),
        ("at least 100", [["50"], ["45"]], Fit.NO, 95),
        ("as_many_as 90", [["50"], ["45"]], Fit.NO, 95),
    ],
    ids=lambda value: str(value) if isinstance(value, str) else None,
)
def test_best_sum(total, parts, fit, best):
    (found,) = reconcile("killed", [_figure("t", total)], _parts(*parts), LINES)
    assert (found.combinations[0].fit, found.combinations[0].total) == (fit, best)
    assert found.explained == (fit is not Fit.NO)


def test_the_same_article_comes_first():
    parts = [
        Part("p", None, (_figure("p-own", "50"), _figure("p-other", "51", "other"))),
        Part("q", None, (_figure("q-own", "50"), _figure("q-other", "49", "other"))),
    ]
    (found,) = reconcile("killed", [_figure("t", "at_least 100")], parts, LINES)
    assert found.combinations[0].same_article
    assert {c.same_article for c in found.combinations[1:]} == {False}


def test_a_sum_that_misses_is_listed_for_its_own_article_only():
    parts = [
        Part("p", None, (_figure("p-own", "10"), _figure("p-other", "70", "other"))),
        Part("q", None, (_figure("q-own", "20"),)),
    ]
    (found,) = reconcile("killed", [_figure("t", "90")], parts, LINES)
    assert [(c.total, c.fit) for c in found.combinations] == [(90, Fit.EXACT), (30, Fit.NO)]


@pytest.mark.parametrize("parts", [[], [["5"]], [["5"], []]], ids=["none", "one", "one empty"])
def test_nothing_to_add_up(parts):
    assert reconcile("killed", [_figure("t", "5")], _parts(*parts), LINES) == ()


def test_a_part_without_a_figure_is_named():
    (found,) = reconcile("killed", [_figure("t", "5")], _parts(["2"], ["3"], []), LINES)
    assert found.missing == ("p2",)


def test_too_many_sums_are_bounded_and_said_to_be():
    parts = _parts(*[[str(n) for n in range(1, 13)]] * 8)
    (found,) = reconcile("killed", [_figure("t", "36", "z")], parts, LINES)
    assert not found.exhaustive
    assert len(found.combinations) + found.omitted <= LIMIT


def test_accounts_name_what_is_missing():
    parts = [
        Part("p", None, (_figure("a", "46"), _figure("b", "57", line="blue"))),
        Part("q", None, (_figure("c", "at_least 83"), _figure("d", "62", line="blue"))),
        Part("r", None, (_figure("e", "4", line="blue"),)),
    ]
    found = {a.side: a for a in accounts("killed", parts, LINES)}
    assert (found["blue"].total, found["blue"].at_least) == (123, False)
    assert (found["red"].total, found["red"].missing) == (None, ("r",))


def _group(key, place, date):
    return Group(id=key, kind=GroupKind.EVENT, claims=(), place=place, date=date)


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (("2016-02-21", None), [("a", "b")]),
        ((None, "2016-02-21"), [("b", "a")]),
        ((None, None), [("a", "b")]),
        (("2016-02-21", "2016-02-21"), [("a",), ("b",)]),
    ],
    ids=["one dated", "the other dated", "undated", "two attacks on one town"],
)
def test_parts_of_one_place(dates, expected):
    parts = {key: _group(key, "Old Town", date) for key, date in zip("ab", dates, strict=True)}
    parts["c"] = _group("c", "New Town", None)
    assert one_place(parts) == sorted([*expected, ("c",)])


def test_a_side_without_a_figure_for_a_part_keeps_its_sum():
    parts = [
        Part("p", None, (_figure("b", "57", line="blue"), _figure("a", "46"))),
        Part("q", None, (_figure("d", "62", line="blue"), _figure("c", "83"))),
        Part("r", None, (_figure("e", "4", line="blue"),)),
    ]
    found = {a.side: a.sentence for a in accounts("killed", parts, LINES)}
    assert found["red"].endswith("46 + 83 = 129 without r")


def test_what_others_have_since_outcounted_is_still_in_an_account():
    gone = _figure("a", "46").model_copy(update={"standing": Standing.SUPERSEDED, "reason": "rising toll: on ..."})
    replaced = _figure("x", "40").model_copy(
        update={"standing": Standing.SUPERSEDED, "reason": "the same source later"}
    )
    parts = [Part("p", None, (gone, replaced)), Part("q", None, (_figure("c", "83"),))]
    assert [account.total for account in accounts("killed", parts, LINES)] == [129]
