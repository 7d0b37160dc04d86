"""The small pieces of linkage: days, places, kinds, cues, names, and claims made by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from linkage_cases import Event

from extractor.linkage import Figure, LinkOptions, Mention, SimilarityPlaces, link_claims, link_mentions
from extractor.linkage.cues import read_cues
from extractor.linkage.days import gap, parse_interval, show
from extractor.linkage.kinds import compatible, kind_of_label, kind_of_words
from extractor.linkage.naming import slug
from extractor.records.groups import GroupKind, Standing

DAY = 730_000


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("Homs", "al-Zahraa, Homs", "contains"),
        ("al-Zahraa, Homs", "Homs, Syria", "inside"),
        ("Sayyida Zeinab", "Sayyidah Zaynab, Damascus", "same"),
        ("Tripoli, Lebanon", "Tripoli, Libya", "different"),
        ("Tripoli, Lebanon", "Tripoli", "same"),
        ("Springfield, Illinois", "Springfield, Missouri", "different"),
        ("Karrada, Baghdad", "Sadr City, Baghdad", "different"),
        ("east of Aleppo", "Aleppo", "near"),
        ("near Luxor, Egypt", "Luxor", "near"),
        ("mostly Alawite neighbourhood, Homs", "Homs", "same"),
        ("near Shia shrine, Damascus", "Sayyida Zeinab, Damascus", "contains"),
        ("Syria", "Homs, Syria", "contains"),
        ("Syria", "Homs", "contains"),
        ("Iran", "Iraq", "different"),
        ("Bogotá", "Bogota", "same"),
        ("", "Homs", "unknown"),
    ],
)
def test_place_relations(one: str, other: str, relation: str) -> None:
    assert SimilarityPlaces().match(one, other).relation.value == relation


MIRROR = {"contains": "inside", "inside": "contains"}
NAMES = st.text(st.sampled_from("Hom sDaruéعk,-1"), max_size=12) | st.sampled_from(
    ["Homs", "Homs, Syria", "near Homs", "Syria"]
)


@given(NAMES, NAMES)
def test_place_relations_mirror(one: str, other: str) -> None:
    places = SimilarityPlaces()
    there, back = places.match(one, other).relation.value, places.match(other, one).relation.value
    assert back == MIRROR.get(there, there)


@given(NAMES, NAMES)
def test_places_that_touch_share_a_key(one: str, other: str) -> None:
    places = SimilarityPlaces()
    if (
        places.match(one, other).relation.value in {"contains", "inside"}
        and not places.broad(one)
        and not places.broad(other)
    ):
        assert set(places.keys(one)) & set(places.keys(other))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2016-02-21", "2016-02-21"),
        ("2016-02", "2016-02"),
        ("2016", "2016"),
        ("2016-02-20/2016-02-21", "2016-02-20/2016-02-21"),
    ],
)
def test_intervals_show_what_was_read(text: str, shown: str) -> None:
    interval = parse_interval(text)
    assert interval is not None
    assert show(interval) == shown


@pytest.mark.parametrize("text", [None, "", "Sunday", "2016-13", "2016-02-30", "2016-02-21/2016-02-20", "\x00"])
def test_no_interval(text: str | None) -> None:
    assert parse_interval(text) is None


@given(st.tuples(st.integers(1, 99), st.integers(0, 9)), st.tuples(st.integers(1, 99), st.integers(0, 9)))
def test_gap_is_symmetric_and_zero_when_they_meet(a: tuple[int, int], b: tuple[int, int]) -> None:
    one, other = (a[0], a[0] + a[1]), (b[0], b[0] + b[1])
    assert gap(one, other) == gap(other, one)
    assert (gap(one, other) == 0) == (max(one[0], other[0]) <= min(one[1], other[1]))


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("An explosion in the colliery trapped the miners", "mine"),
        ("Two car bombs went off", "explosion"),
        ("The tremor was felt in Lima", "earthquake"),
        ("Gunmen opened fire on worshippers", "violence"),
        ("The ferry capsized off the island", "ship"),
        ("A blast at a bus terminal", "explosion"),
        ("A bus fell into a ravine", "road"),
        ("Gunmen stormed the building", "violence"),
        ("Prices rose", "unknown"),
    ],
)
def test_kinds_of_words(words: str, kind: str) -> None:
    assert kind_of_words(words) == kind


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Explosions/Remote violence", "explosion"),
        ("violence_against_civilians", "violence"),
        ("Battles", "battle"),
        ("Protests", "protest"),
        ("agreement", "agreement"),
        ("mine accident", "mine"),
    ],
)
def test_kinds_of_labels(label: str, kind: str) -> None:
    assert kind_of_label(label) == kind


def test_an_agreement_is_no_attack() -> None:
    assert compatible("explosion", "agreement") == 0
    assert compatible("unknown", "agreement") == 0


@pytest.mark.parametrize(
    ("words", "cue"),
    [
        ("The group claimed both attacks.", "many"),
        ("Floods in two provinces", "many"),
        ("It happened last month.", "past"),
        ("In 1965 a fire killed 12.", "past"),
        ("The civil war has killed 250,000.", "habit"),
        ("In a separate incident three died.", "separate"),
        ("He said it was over.", "anaphor"),
    ],
)
def test_cues(words: str, cue: str) -> None:
    assert getattr(read_cues(words), cue)


@pytest.mark.parametrize(
    ("words", "cue"),
    [("killed in the past 24 hours", "habit"), ("A second bomb went off minutes later", "separate"), ("", "many")],
)
def test_no_cues(words: str, cue: str) -> None:
    assert not getattr(read_cues(words), cue)


@given(st.text(max_size=200))
def test_nothing_raises_on_any_words(words: str) -> None:
    read_cues(words)
    kind_of_words(words)
    slug(words)
    places = SimilarityPlaces()
    places.match(words, "Homs")
    places.keys(words)


def attack(name: str, place: str, day: int | None, killed: int, document: str | None = None) -> Mention:
    figure = Figure("killed", killed, killed, killed)
    return Mention(
        id=name,
        document=document or name,
        places=(place,),
        days=None if day is None else (DAY + day, DAY + day),
        kind="explosion",
        figures=(figure,),
    )


def groups(*mentions: Mention) -> set[tuple[str, ...]]:
    return {g.claims for g in link_mentions(mentions, LinkOptions()).groups}


def test_a_chain_of_places_does_not_join_two_districts() -> None:
    told = [
        attack("a", "Karrada, Baghdad", 0, 12),
        attack("b", "Baghdad", 0, 12),
        attack("c", "Sadr City, Baghdad", 0, 7),
    ]
    assert groups(*told) == {("a", "b"), ("c",)}


def test_a_chain_of_days_does_not_join_two_days() -> None:
    month = Mention(id="m", document="m", places=("Kandahar",), days=(DAY - 5, DAY + 25), kind="explosion")
    found = groups(attack("a", "Kandahar", 0, 3), attack("b", "Kandahar", 9, 4), month)
    assert not any({"a", "b"} <= set(g) for g in found)


def test_the_same_place_on_two_days_is_two_events() -> None:
    assert groups(attack("a", "Kabul", 0, 3), attack("b", "Kabul", 1, 3)) == {("a",), ("b",)}


def test_an_undated_claim_that_fits_two_events_stays_alone() -> None:
    told = [attack("a", "Kabul", 0, 3), attack("b", "Kabul", 40, 9), attack("c", "Kabul", None, 5)]
    assert groups(*told) == {("a",), ("b",), ("c",)}


def test_an_undated_claim_goes_by_its_figure() -> None:
    told = [attack("a", "Kabul", 0, 31), attack("b", "Kabul", 40, 9), attack("c", "Kabul", None, 31)]
    assert groups(*told) == {("a", "c"), ("b",)}


def test_collisions_of_names_are_numbered() -> None:
    told = [attack("a", "San José, Costa Rica", 0, 3), attack("b", "San Jose, California", 0, 9)]
    assert [g.id for g in link_mentions(told, LinkOptions()).groups] == [
        f"san-jose-{show((DAY, DAY))}",
        f"san-jose-{show((DAY, DAY))}-2",
    ]


def test_two_places_with_a_figure_are_a_total() -> None:
    total = Mention(
        id="t",
        document="a",
        places=("Homs", "Damascus"),
        days=(DAY, DAY),
        kind="explosion",
        figures=(Figure("killed", 9, 9, 9),),
    )
    linked = link_mentions([total, attack("h", "Homs", 0, 4, "a"), attack("d", "Damascus", 0, 5, "b")], LinkOptions())
    found = {g.kind: g for g in linked.groups if g.kind is GroupKind.AGGREGATE}[GroupKind.AGGREGATE]
    assert found.claims == ("t",)
    assert len(found.parts) == 2


def test_no_claims_no_groups() -> None:
    linked = link_claims([], {}, Event)
    assert (linked.groups, linked.unlinked, linked.near_misses) == ((), (), ())


def told(name: str, at: int, **more) -> Mention:
    return Mention(id=name, document="a", at=at, kind="explosion", **more)


def test_a_claim_leans_on_no_event_of_another_place_that_its_sentence_names() -> None:
    leaning = told("b", 200, figures=(Figure("killed", 12, 12, 12),), named=("Samarra",))
    linked = link_mentions([told("a", 0, places=("Basra",), days=(DAY, DAY)), leaning], LinkOptions())
    assert {g.claims for g in linked.groups} == {("a",), ("b",)}
    assert linked.unlinked == ()


def test_a_claim_joins_the_event_that_its_sentence_names() -> None:
    leaning = told("c", 400, figures=(Figure("killed", 12, 12, 12),), named=("Basra, Iraq",))
    events = [told("a", 0, places=("Basra",), days=(DAY, DAY)), told("b", 200, places=("Hilla",), days=(DAY, DAY))]
    assert {g.claims for g in link_mentions([*events, leaning], LinkOptions()).groups} == {("a", "c"), ("b",)}


def test_a_claim_without_a_place_follows_on_what_was_told_before() -> None:
    events = [told("a", 0, places=("Basra",), days=(DAY, DAY)), told("b", 200, places=("Hilla",), days=(DAY, DAY))]
    leaning = told("c", 300, figures=(Figure("injured", 30, 30, 30),))
    assert {g.claims for g in link_mentions([*events, leaning], LinkOptions()).groups} == {("a",), ("b", "c")}


def test_a_rejected_place_is_not_guessed() -> None:
    leaning = told(
        "b",
        200,
        figures=(Figure("killed", 12, 12, 12),),
        rejected_place="Homs",
        place_standing=Standing.REFUSED,
        date_standing=Standing.NOT_STATED,
    )
    linked = link_mentions([told("a", 0, places=("Basra",), days=(DAY, DAY)), leaning], LinkOptions())
    found = {g.claims: g for g in linked.groups}
    assert found["a",].place_status is Standing.CONFIRMED
    assert (found["b",].place, found["b",].place_status) == (None, Standing.REFUSED)


@pytest.mark.parametrize(
    ("more", "standing"),
    [
        pytest.param({}, Standing.NOT_STATED, id="figure alone"),
        pytest.param({"places": ("Basra",)}, Standing.UNCONFIRMED, id="place unconfirmed"),
        pytest.param({"rejected_place": "Basra"}, Standing.REFUSED, id="place refused"),
        pytest.param({"cues": read_cues("in the 1990s")}, Standing.NOT_STATED, id="of the past"),
        pytest.param({"cues": read_cues("in both towns")}, Standing.NOT_STATED, id="of several"),
        pytest.param({"named": ("Basra",)}, Standing.NOT_STATED, id="its sentence names a place"),
        pytest.param({"headline": True}, Standing.NOT_STATED, id="headline"),
        pytest.param({"kind": "unknown"}, Standing.NOT_STATED, id="of no kind"),
    ],
)
def test_a_figure_is_in_an_event_that_is_no_background(more: dict, standing: Standing) -> None:
    claim = Mention(
        id="a",
        document="a",
        **{"kind": "explosion", "figures": (Figure("killed", 7, 7, 7),), **more},
        place_standing=standing,
        date_standing=Standing.NOT_STATED,
    )
    (group,) = link_mentions([claim], LinkOptions()).groups
    assert (group.claims, group.kind, group.place_status) == (("a",), GroupKind.EVENT, standing)
    assert group.date_status is Standing.NOT_STATED


def test_a_day_lent_by_another_claim_is_marked() -> None:
    dated = told("a", 0, places=("Basra",), days=(DAY, DAY))
    lent = told("b", 200, places=("Hilla",), published=DAY, date_standing=Standing.NOT_STATED)
    found = {g.claims: g for g in link_mentions([dated, lent], LinkOptions()).groups}
    assert found["a",].date_status is Standing.CONFIRMED
    assert (found["b",].date, found["b",].date_status) == (found["a",].date, Standing.INFERRED)


def test_an_old_event_attracts_no_current_claim() -> None:
    lead = told("l", 0, places=("Hilla",), days=(DAY, DAY))
    old = told("a", 200, places=("Basra",), days=(DAY - 9000, DAY - 8700), cues=read_cues("in 1991"))
    now = Mention(id="b", document="b", places=("Basra",), kind="explosion", figures=(Figure("killed", 3, 3, 3),))
    assert groups(lead, old, now) == {("l",), ("a",), ("b",)}


@given(st.lists(st.tuples(st.text(max_size=8), st.text(max_size=8), st.text(max_size=8)), min_size=1, max_size=6))
def test_nothing_raises_on_any_names(rows: list[tuple[str, str, str]]) -> None:
    mentions = [
        Mention(
            id=f"{n}",
            document="d",
            places=(place,),
            actors=(actor,),
            sources=(source,),
            kind="agreement" if n % 2 else "fire",
        )
        for n, (place, actor, source) in enumerate(rows)
    ]
    assert sum(len(g.claims) for g in link_mentions(mentions, LinkOptions()).groups) <= len(rows)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Un attentat à la voiture piégée", "explosion"),
        ("Naufragio de un ferri", "ship"),
        ("Un incendie dans une usine", "fire"),
        ("Un tiroteo en la escuela", "violence"),
    ],
)
def test_kinds_in_other_languages(words: str, kind: str) -> None:
    assert kind_of_words(words) == kind
