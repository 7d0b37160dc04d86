"""Totals that an article's own figures show, and the days that a total and its parts lend each other."""

from __future__ import annotations

from itertools import permutations

import pytest

from extractor.linkage import Figure, LinkOptions, Mention, link_mentions
from extractor.linkage.cues import Cues
from extractor.linkage.totals import key_totals
from extractor.records.groups import GroupKind, Linked, Standing

DAY = 738000


def told(name: str, killed: int | None = None, **more) -> Mention:
    """A claim of an air strike in Ukraine by somebody who read the whole article that the name begins with."""
    figures = () if killed is None else (Figure("killed", killed, killed, killed),)
    at = int("".join(c for c in name if c.isdigit()) or 0) * 200
    known = {"places": ("Ukraine",), "days": (DAY, DAY), "kind": "airstrike", "figures": figures, "of_passage": False}
    return Mention(id=name, document=name[0], at=at, **{**known, **more})


def link(*mentions: Mention) -> Linked:
    return link_mentions(mentions, LinkOptions())


def totals(linked: Linked) -> dict[tuple[str, ...], set[tuple[str, ...]]]:
    """The claims of each total, with those of its parts."""
    named = {g.id: g.claims for g in linked.groups}
    return {g.claims: {named[p] for p in g.parts} for g in linked.groups if g.kind is GroupKind.AGGREGATE}


PARTS = (told("a2", 16, places=("Odesa",)), told("a3", 7, places=("Lviv",)))


def test_a_figure_that_others_of_its_article_add_up_to_is_their_total() -> None:
    assert totals(link(told("a1", 23), *PARTS)) == {("a1",): {("a2",), ("a3",)}}


def test_the_order_of_the_claims_changes_nothing() -> None:
    results = {link(*order).model_dump_json() for order in permutations((told("a1", 23), *PARTS))}
    assert len(results) == 1


def test_a_total_said_twice_is_one() -> None:
    assert totals(link(told("a1", 23), *PARTS, told("a4", 23))) == {("a1", "a4"): {("a2",), ("a3",)}}


def test_what_is_left_over_is_a_part_without_a_place() -> None:
    elsewhere = told("a4", 2, places=())
    assert totals(link(told("a1", 25), *PARTS, elsewhere)) == {("a1",): {("a2",), ("a3",), ("a4",)}}


@pytest.mark.parametrize(
    ("whole", "parts"),
    [
        pytest.param(told("a1", 24), PARTS, id="they add up to less"),
        pytest.param(told("a1", 23, kind="flood"), PARTS, id="of another kind"),
        pytest.param(told("a1", 23, days=(DAY - 9, DAY - 9)), PARTS, id="of another day"),
        pytest.param(told("a1", 23, days=None, said_days=(DAY - 9, DAY - 9)), PARTS, id="of a day that is refused"),
        pytest.param(told("a1", 23, cues=Cues(past=True)), PARTS, id="something earlier"),
        pytest.param(told("a1", 23, places=("Kharkiv",)), PARTS, id="of another city"),
        pytest.param(
            told("a1", 23, places=("Odesa",)),
            (told("a2", 16, places=("Odesa",)), told("a3", 7, places=("Odesa",))),
            id="groups of the dead of one place",
        ),
        pytest.param(
            told("a1", 23, of_passage=True),
            tuple(told(f"a{n}", k, places=(p,), of_passage=True) for n, k, p in ((2, 16, "Odesa"), (3, 7, "Lviv"))),
            id="told by a reader of single sentences",
        ),
    ],
)
def test_figures_that_add_up_by_chance_make_no_total(whole: Mention, parts: tuple[Mention, ...]) -> None:
    assert all(m.event is None for m in key_totals((whole, *parts), LinkOptions()))


def test_villages_that_nobody_knows_are_parts_of_the_highest_figure_told_first() -> None:
    villages = (told("a2", 16, places=("Trelkova",)), told("a3", 7, places=("Bramsk",)))
    first = key_totals((told("a1", 23, places=("Ostvoria",)), *villages), LinkOptions())
    assert first[0].parts == (first[1].event, first[2].event)
    last = key_totals((*villages, told("a9", 23, places=("Ostvoria",))), LinkOptions())
    assert all(not m.parts for m in last)


def test_a_claimant_who_gives_keys_is_not_corrected() -> None:
    keyed = (told("a1", 23, event="all"), *PARTS)
    assert key_totals(keyed, LinkOptions()) == list(keyed)


def test_totals_of_two_articles_are_one_with_the_parts_of_both() -> None:
    other = (told("b1", 18), told("b2", 12, places=("Odesa",)), told("b3", 6, places=("Lviv",)))
    assert totals(link(told("a1", 23), *PARTS, *other)) == {("a1", "b1"): {("a2", "b2"), ("a3", "b3")}}


def test_a_figure_of_a_part_in_another_article_is_not_put_with_the_total() -> None:
    groups = {g.claims for g in link(told("a1", 23), *PARTS, told("b1", 15, places=("Odesa",))).groups}
    assert groups == {("a1",), ("a2", "b1"), ("a3",)}


UNDATED = {"days": None, "date_standing": Standing.NOT_STATED, "published": DAY + 1}


def dates(linked: Linked) -> dict[tuple[str, ...], tuple[str | None, Standing | None]]:
    return {g.claims: (g.date, g.date_status) for g in linked.groups}


def test_the_day_of_a_total_is_lent_to_its_parts() -> None:
    parts = (told("a2", 16, places=("Odesa",), **UNDATED), told("a3", 7, places=("Lviv",), **UNDATED))
    found = dates(link(told("a1", 23), *parts))
    assert {found["a2",], found["a3",]} == {("2021-07-29", Standing.INFERRED)}


def test_the_day_of_all_parts_is_lent_to_their_total() -> None:
    assert dates(link(told("a1", 23, **UNDATED), *PARTS))["a1",] == ("2021-07-29", Standing.INFERRED)


def test_parts_of_two_days_lend_none() -> None:
    parts = (PARTS[0], told("a3", 7, places=("Lviv",), days=(DAY + 1, DAY + 1)))
    assert dates(link(told("a1", 23, **UNDATED), *parts))["a1",][0] is None


def test_the_day_of_the_news_is_lent_although_the_article_recalls_an_older_one() -> None:
    recalled = told("a3", 300, places=("Lviv",), days=(DAY - 15, DAY - 15))
    found = dates(link(told("a1", 6, places=("Odesa",)), told("a2", 2, places=("Dnipro",), **UNDATED), recalled))
    assert found["a2",] == ("2021-07-29", Standing.INFERRED)


def test_of_two_days_of_the_news_none_is_lent_to_what_follows_the_second() -> None:
    other = told("a3", 3, places=("Lviv",), days=(DAY + 1, DAY + 1))
    found = dates(link(told("a1", 6, places=("Odesa",)), told("a5", 2, places=("Dnipro",), **UNDATED), other))
    assert found["a5",][0] is None
