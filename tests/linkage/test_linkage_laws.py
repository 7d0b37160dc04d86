"""Laws of linkage on claims drawn at random: order, duplicates, and groups that never contradict themselves."""

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.linkage import Figure, LinkOptions, Mention, SimilarityPlaces, link_mentions
from extractor.linkage.cues import Cues
from extractor.records.groups import GroupKind

DAY = 730_000
PLACES = SimilarityPlaces()
NAMES = [
    "Homs",
    "Homs, Syria",
    "al-Zahraa, Homs",
    "Baba Amr, Homs",
    "Damascus",
    "near Homs",
    "Syria",
    "Tripoli",
    "Tripoli, Libya",
]
KINDS = ["explosion", "violence", "battle", "earthquake", "agreement", "statement", "unknown", "background"]


@st.composite
def mentions(draw: st.DrawFn) -> list[Mention]:
    told = []
    for number in range(draw(st.integers(1, 12))):
        day = draw(st.none() | st.integers(0, 20))
        length = draw(st.sampled_from([0, 0, 0, 1, 30]))
        killed = draw(st.none() | st.integers(1, 6))
        told.append(
            Mention(
                id=f"c{number}",
                document=draw(st.sampled_from(["a", "b", "c"])),
                at=draw(st.integers(0, 5)) * 100,
                places=tuple(draw(st.lists(st.sampled_from(NAMES), max_size=2, unique=True))),
                days=None if day is None else (DAY + day, DAY + day + length),
                published=draw(st.none() | st.just(DAY + 21)),
                kind=draw(st.sampled_from(KINDS)),
                figures=() if killed is None else (Figure("killed", killed, killed, killed),),
                actors=tuple(
                    draw(st.lists(st.sampled_from(["john kerry", "kerry", "assad"]), max_size=2, unique=True))
                ),
                words=draw(st.sampled_from([0, 0, 0, 7])),
                cues=Cues(many=draw(st.booleans()), past=draw(st.booleans()), separate=draw(st.booleans())),
                headline=draw(st.booleans()),
            )
        )
    return told


@settings(max_examples=100)
@given(mentions(), st.randoms(use_true_random=False))
def test_order_does_not_matter(told: list[Mention], random) -> None:
    shuffled = list(told)
    random.shuffle(shuffled)
    assert link_mentions(shuffled, LinkOptions()) == link_mentions(told, LinkOptions())


@settings(max_examples=100)
@given(mentions())
def test_every_claim_once_and_parts_exist(told: list[Mention]) -> None:
    linked = link_mentions(told, LinkOptions())
    seen = [c for g in linked.groups for c in g.claims] + [c for c, _ in linked.unlinked]
    assert sorted(seen) == sorted(m.id for m in told)
    ids = {g.id for g in linked.groups}
    assert len(ids) == len(linked.groups)
    assert all(set(g.parts) <= ids - {g.id} for g in linked.groups)
    assert all(g.kind is GroupKind.AGGREGATE or not g.parts for g in linked.groups)


@st.composite
def crowded(draw: st.DrawFn) -> list[Mention]:
    """Many claims on few places and days, with few figures: what is easily put together wrongly."""
    told = []
    for number in range(draw(st.integers(2, 10))):
        day, killed = draw(st.none() | st.integers(0, 2)), draw(st.integers(2, 3))
        told.append(
            Mention(
                id=f"c{number}",
                document=draw(st.sampled_from(["a", "b", "c", "d"])),
                at=number * 100,
                places=(draw(st.sampled_from(["Homs", "al-Zahraa, Homs", "Baba Amr, Homs", "Damascus"])),),
                days=None if day is None else (DAY + day, DAY + day + draw(st.sampled_from([0, 0, 2]))),
                published=draw(st.none() | st.just(DAY + 2)),
                kind=draw(st.sampled_from(["explosion", "violence"])),
                figures=(Figure("killed", killed, killed, killed),),
            )
        )
    return told


@settings(max_examples=100)
@given(crowded())
def test_no_event_is_on_two_days_or_in_two_places(told: list[Mention]) -> None:
    by_id = {m.id: m for m in told}
    for group in link_mentions(told, LinkOptions()).groups:
        if group.kind is not GroupKind.EVENT:
            continue
        members = [by_id[c] for c in group.claims]
        days = [m.days for m in members if m.days]
        assert not days or max(d[0] for d in days) <= min(d[1] for d in days)
        for one in members:
            for other in members:
                assert PLACES.match(one.places[0], other.places[0]).relation.value != "different"


@settings(max_examples=50)
@given(mentions())
def test_linking_changes_no_claim(told: list[Mention]) -> None:
    before = repr(told)
    link_mentions(told, LinkOptions())
    assert repr(told) == before
