"""What a claimant says belongs together in an article (`event`, `parts`), and events of two articles put one to one."""

from __future__ import annotations

import itertools
import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.linkage import Figure, LinkOptions, Mention, link_mentions
from extractor.linkage.assignment import assign
from extractor.records.groups import GroupKind, Linked, Standing

DAY = 738000


def told(name: str, killed: int | None = None, **more) -> Mention:
    """A claim of an explosion in Kirkuk; `name` starts with its article's letter."""
    figures = () if killed is None else (Figure("killed", killed, killed, killed),)
    at = int("".join(c for c in name if c.isdigit()) or 0) * 200
    given_values = {"places": ("Kirkuk",), "days": (DAY, DAY), "kind": "explosion", "figures": figures, **more}
    return Mention(id=name, document=name[0], at=at, **given_values)


def link(*mentions: Mention) -> Linked:
    return link_mentions(mentions, LinkOptions())


def grouped(*mentions: Mention) -> set[tuple[str, ...]]:
    return {g.claims for g in link(*mentions).groups}


def test_claims_with_different_keys_are_not_one_event_for_sharing_a_city_and_a_day() -> None:
    assert grouped(told("a1", 9), told("a2", 4)) == {("a1", "a2")}
    assert grouped(told("a1", 9, event="e1"), told("a2", 4, event="e2")) == {("a1",), ("a2",)}


def test_keys_of_two_windows_say_nothing_of_each_other():
    plain = grouped(told("a1", 9), told("a2", 9))
    assert grouped(told("a1", 9, event="1/e"), told("a2", 9, event="2/e")) == plain == {("a1", "a2")}
    apart = {"days": None, "place_standing": Standing.UNCONFIRMED}
    one_window = grouped(told("a1", 9, event="1/e"), told("a2", 4, event="1/f", **apart))
    assert one_window == {("a1",), ("a2",)}


def test_claims_with_one_key_are_one_event() -> None:
    village = told("a2", event="e1", places=("Tuz Khurmatu",), place_standing=Standing.UNCONFIRMED)
    assert grouped(told("a1", 9, event="e1"), village) == {("a1", "a2")}


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"days": (DAY + 2, DAY + 2)}, id="another day"),
        pytest.param({"places": ("Mosul",)}, id="another city"),
        pytest.param({"kind": "flood"}, id="another kind"),
        pytest.param(
            {"places": ("east bank, Kirkuk",), "described": frozenset({"bank"}), "sources": ("police",)},
            id="another exact figure of the source, at what is told as another place",
        ),
        pytest.param({"days": (DAY - 5, DAY), "period": True}, id="a stretch of days"),
    ],
)
def test_the_text_sets_apart_what_one_key_joins(other: dict) -> None:
    first = [told("a1", 9, event="e1", sources=("police",)), told("a2", event="e1", sources=("police",))]
    wrong = told("a3", 4, event="e1", **other)
    assert grouped(*first, wrong) == {("a1", "a2"), ("a3",)}


def test_an_unconfirmed_place_or_date_contradicts_no_key() -> None:
    other = told(
        "a2",
        event="e1",
        places=("Mosul",),
        days=(DAY + 2, DAY + 2),
        place_standing=Standing.UNCONFIRMED,
        date_standing=Standing.UNCONFIRMED,
    )
    assert grouped(told("a1", 9, event="e1"), other) == {("a1", "a2")}


def test_a_key_joins_what_names_no_place_and_no_day() -> None:
    bare = told("a3", None, event="e1", places=(), days=None, place_standing=Standing.NOT_STATED)
    assert grouped(told("a1", 9, event="e1"), told("a2", 4, event="e2"), bare) == {("a1", "a3"), ("a2",)}


def test_a_claim_without_a_key_is_linked_beside_those_with_one() -> None:
    assert grouped(told("a1", 9, event="e1"), told("a2", 9)) == {("a1", "a2")}
    assert grouped(told("a1", 9, event="e1"), told("a2", 9, places=("Mosul",))) == {("a1",), ("a2",)}


def test_one_telling_figure_of_one_place_and_day_outweighs_two_keys() -> None:
    assert grouped(told("a1", 40, event="e1"), told("a2", 40, event="e2")) == {("a1", "a2")}


def test_parts_make_a_total_of_the_event() -> None:
    total = told("a1", 13, event="all", parts=("e1", "e2"), places=("Iraq",))
    parts = told("a2", 9, event="e1"), told("a3", 4, event="e2", places=("Mosul",))
    found = {g.claims: g for g in link(total, *parts).groups}
    assert found["a1",].kind is GroupKind.AGGREGATE
    assert found["a1",].parts == tuple(sorted((found["a2",].id, found["a3",].id)))


@pytest.mark.parametrize(
    "part",
    [
        pytest.param(told("a2", 30, event="e1"), id="a figure above the total's"),
        pytest.param(told("a2", 4, event="e1", days=(DAY + 9, DAY + 9)), id="another day"),
        pytest.param(told("a2", 4, event="e1", places=("Adana",)), id="a place outside"),
        pytest.param(told("a2", 4, event="e1", kind="flood"), id="another kind"),
        pytest.param(told("a2", 4, event="e2"), id="a key that nobody has"),
    ],
)
def test_no_total_of_what_the_text_lets_it_not_contain(part: Mention) -> None:
    assert all(g.kind is GroupKind.EVENT for g in link(told("a1", 13, event="all", parts=("e1",)), part).groups)


def test_two_events_are_not_parts_of_each_other() -> None:
    groups = link(told("a1", event="e1", parts=("e2",)), told("a2", event="e2", parts=("e1",))).groups
    assert sorted(len(g.parts) for g in groups) == [0, 1]


def test_two_events_of_one_article_are_never_one_of_another() -> None:
    one = told("a1", 9, event="e1"), told("a2", 4, event="e2")
    assert grouped(*one, told("b1", 9)) == {("a1", "b1"), ("a2",)}


def test_events_of_one_city_and_day_are_put_to_each_other_by_all_that_is_told_of_them() -> None:
    one = [
        told("a1", 27, event="e1", described=frozenset({"hospital"})),
        told("a2", 20, event="e2", described=frozenset({"rebel-held"})),
        told("a3", 14, event="e3", described=frozenset({"government-held"}), traits=(("weapon", "shelling"),)),
    ]
    other = [
        told("b1", 14, event="x", described=frozenset({"government-held"}), traits=(("weapon", "shelling"),)),
        told("b2", 14, event="y", described=frozenset({"hospital"}), traits=(("weapon", "air_strike"),)),
        told("b3", 20, event="z"),
    ]
    for order in itertools.permutations(other):
        assert grouped(*one, *order) == {("a1", "b2"), ("a2", "b3"), ("a3", "b1")}


def test_a_whole_is_put_to_the_whole_and_not_to_its_part() -> None:
    one = told("a1", 24, event="all", parts=("e1",), places=("Sindh",)), told("a2", 12, event="e1", places=("Karachi",))
    other = told("b1", 24, event="x", places=("Sindh",))
    assert grouped(*one, other) == {("a1", "b1"), ("a2",)}


def _world(rng: random.Random) -> list[Mention]:
    """Two articles that tell the same six attacks on a city, each by two claims."""
    return [
        told(f"{article}{2 * event + n}", 11 + 7 * event, event=f"{article}-{event}", sources=(f"s{n}",))
        for article in "ab"
        for event in range(6)
        for n in range(2)
        if rng.random() < 2
    ]


def _right(mentions: list[Mention]) -> float:
    """The share of pairs of claims that are together or apart as their figures tell."""
    home = {c: g.id for g in link(*mentions).groups for c in g.claims}
    pairs = list(itertools.combinations(mentions, 2))
    return sum((home[x.id] == home[y.id]) == (x.figures == y.figures) for x, y in pairs) / len(pairs)


@pytest.mark.parametrize("seed", range(5))
def test_a_tenth_of_wrong_keys_leaves_most_as_it_was(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - not for secrets
    world = _world(rng)
    assert _right(world) == 1.0
    wrong = set(rng.sample(range(len(world)), len(world) // 10))
    keys = sorted({m.event for m in world if m.event})
    planted = [
        replace(m, event=rng.choice([k for k in keys if k[0] == m.document])) if n in wrong else m
        for n, m in enumerate(world)
    ]
    assert _right(planted) >= 0.9


WORTH = st.lists(st.lists(st.none() | st.integers(-3, 9).map(float), min_size=3, max_size=3), min_size=1, max_size=4)


@settings(max_examples=200)
@given(WORTH)
def test_no_assignment_is_worth_more(worth: list[list[float | None]]) -> None:
    found = assign(worth)
    used = [c for c in found if c is not None]
    assert len(used) == len(set(used))

    def value(choice: tuple[int | None, ...]) -> float | None:
        columns = [c for c in choice if c is not None]
        pairs = [worth[r][c] for r, c in enumerate(choice) if c is not None]
        if len(set(columns)) < len(columns) or None in pairs:
            return None
        return sum(p for p in pairs if p is not None)

    choices = itertools.product([None, 0, 1, 2], repeat=len(worth))
    assert value(tuple(found)) == max(v for v in map(value, choices) if v is not None)
