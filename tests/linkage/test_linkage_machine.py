"""Claims as the machine makes them: the seeds read without a model, and what such claims get wrong."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from extractor.linkage import Figure, LinkOptions, Mention, link_mentions
from extractor.linkage.articlemarks import agree_on_places
from extractor.linkage.claimkind import kind_of_claim
from extractor.linkage.cues import read_cues
from extractor.linkage.roles import Roles
from extractor.pipeline import RunOptions, RunResult, run
from extractor.records import CheckedClaim, CheckedValue, ClaimedValue, Span, Status, Verdict
from extractor.records.groups import GroupKind, Linked

ROOT = Path(__file__).resolve().parents[2]
DAY = 730_000
YES = Verdict(status=Status.SUPPORTED, reason="test")
ROLES = Roles(
    "place", "date", ("event_type", "sub_type"), ("agreement_status",), ("killed",), (), (), ("agreement_status",)
)


@pytest.fixture(scope="module")
def seeds() -> RunResult:
    return run(RunOptions(paths=(str(ROOT / "seeds"),), strategy="reader"))


def counted(result: RunResult) -> dict[str, tuple[str | None, str | None]]:
    """The events with dead of their own that are no background."""
    return {
        e.id: (e.place, e.date)
        for e in result.events
        if e.kind is not GroupKind.BACKGROUND
        and any(not w.via for w in (e.fields["killed"].witnesses if "killed" in e.fields else ()))
    }


def test_the_seeds_have_one_event_in_each_city_one_total_and_two_apart(seeds: RunResult) -> None:
    places = sorted(place.partition(",")[0] for place, _ in counted(seeds).values() if place)
    assert places == ["Aleppo", "Damascus", "Homs", "Sayyida Zeinab", "Sayyida Zeinab"]


def test_the_fighters_near_aleppo_are_of_one_article(seeds: RunResult) -> None:
    (fighters,) = [e for e in seeds.events if e.id in counted(seeds) and (e.place or "").startswith("Aleppo")]
    assert fighters.date is None
    assert [d[:3] for d in fighters.documents] == ["003"]


def test_every_article_is_in_both_events_and_in_their_total(seeds: RunResult) -> None:
    total = next(e for e in seeds.events if e.kind is GroupKind.AGGREGATE)
    assert len(total.documents) == 5
    parts = [e for e in seeds.events if e.id in total.parts]
    assert [len(p.documents) for p in parts] == [5, 5]
    assert {p.date for p in parts} == {"2016-02-21"}
    assert total.date == "2016-02-21"


def figure(number: int) -> Figure:
    return Figure("killed", number, number, number)


def told(name: str, day: int | None, killed: int | None = None, document: str | None = None, **more) -> Mention:
    place = more.pop("place", "Kabul")
    return Mention(
        id=name,
        document=document or name,
        places=(place,) if place else (),
        days=None if day is None else (DAY + day, DAY + day),
        kind=more.pop("kind", "explosion"),
        figures=() if killed is None else (figure(killed),),
        **more,
    )


def groups(*mentions: Mention) -> set[tuple[str, ...]]:
    return {g.claims for g in linked(*mentions).groups}


def linked(*mentions: Mention) -> Linked:
    return link_mentions(mentions, LinkOptions())


TOGETHER = [
    pytest.param([told("a", 0, 57), told("b", 1, 57)], id="a day apart with one figure"),
    pytest.param([told("a", 0, 57, sources=("police",)), told("b", 2, 57, sources=("police",))], id="two, one source"),
    pytest.param([told("a", 0, 5, kind="siege"), told("b", 2, 41, kind="siege")], id="a siege of three days"),
    pytest.param([told("a", 0, 115, kind="epidemic"), told("b", 18, 242, kind="epidemic")], id="an outbreak by week"),
    pytest.param([told("a", 0, 17, kind="ship"), told("b", 0, 23, kind="ship", place="near Kabul")], id="near"),
    pytest.param(
        [told("a", None, 83, published=None), told("b", 0, 83, published=DAY + 1)], id="an article without a date"
    ),
]
APART = [
    pytest.param([told("a", 0, 57), told("b", 1, 31)], id="a day apart with other tolls"),
    pytest.param([told("a", 0, 57), told("b", 2, 57)], id="two days apart, one figure of no source"),
    pytest.param([told("a", 0, 57), told("b", 3, 57, sources=("police",))], id="three days"),
    pytest.param([told("a", 0, 5, kind="siege"), told("b", 9, 41, kind="siege")], id="two sieges"),
    pytest.param([told("a", 0, 115, kind="epidemic"), told("b", 400, 242, kind="epidemic")], id="two outbreaks"),
]


@pytest.mark.parametrize("mentions", TOGETHER)
def test_put_together(mentions: list[Mention]) -> None:
    assert groups(*mentions) == {("a", "b")}


@pytest.mark.parametrize("mentions", APART)
def test_kept_apart(mentions: list[Mention]) -> None:
    assert groups(*mentions) == {("a",), ("b",)}


def test_a_misread_day_is_said() -> None:
    (link,) = linked(told("a", 0, 57), told("b", 1, 57)).groups[0].links
    assert any("misread" in reason for reason in link.reasons)


def test_a_total_with_a_misread_day_is_one_total() -> None:
    both = {"kind": "explosion", "places": ("Homs", "Damascus")}
    one = Mention(id="a", document="a", days=(DAY, DAY), figures=(figure(119),), **both)
    other = Mention(id="b", document="a", at=90, days=(DAY - 1, DAY - 1), figures=(figure(119),), **both)
    assert groups(one, other) == {("a", "b")}
    other = Mention(id="b", document="a", at=90, days=(DAY - 1, DAY - 1), figures=(figure(31),), **both)
    assert groups(one, other) == {("a",), ("b",)}


def test_a_placeless_lead_joins_no_event_of_another_day() -> None:
    lead = told("a", 2, 50, "d", place=None, at=0)
    later = told("b", 0, 11, "d", at=200)
    assert groups(lead, later) == {("a",), ("b",)}


def test_an_undated_claim_is_of_the_event_told_before_it() -> None:
    first, second = told("a", 0, 23, "d", at=0), told("c", -2, 4, "d", at=300)
    between = told("b", None, None, "d", at=150)
    assert groups(first, second, between) == {("a", "b"), ("c",)}


def test_a_bare_name_is_the_place_told_more_fully_in_its_article() -> None:
    full = told("a", 0, 42, "d", place="Tripoli, Lebanon")
    bare = told("b", None, 500, "d", place="Tripoli, Libya", bare="Tripoli")
    agree_on_places([full, bare], LinkOptions().places)
    assert bare.places == ("Tripoli, Lebanon",)


@pytest.mark.parametrize(("killed", "joined"), [(57, True), (58, False), (5, False)])
def test_a_claim_without_a_place_goes_by_its_sentence_and_its_figure(killed: int, *, joined: bool) -> None:
    event = told("a", 0, 57 if killed != 5 else 5)
    bare = told("b", None, killed, place=None, named=("Kabul",))
    assert (groups(event, bare) == {("a", "b")}) is joined


def test_a_country_without_day_or_figure_is_background() -> None:
    (group,) = linked(told("a", None, place="Russia", kind="battle")).groups
    assert group.kind is GroupKind.BACKGROUND


@pytest.mark.parametrize(
    ("words", "cue"),
    [
        ("The number of dead rose to 438 on Saturday.", "counted"),
        ("He also said the talks go on.", "speaker"),
        ('"It is not done," she said.', "speaker"),
    ],
)
def test_cues_of_counts_and_speakers(words: str, cue: str) -> None:
    assert getattr(read_cues(words), cue)


@pytest.mark.parametrize("words", ["A blast on Saturday killed 5.", "Kerry said he had heard of it.", ""])
def test_no_such_cues(words: str) -> None:
    assert not read_cues(words).counted
    assert not read_cues(words).speaker


def claim(words: str, **labels: str) -> CheckedClaim:
    def value(text: str) -> tuple[CheckedValue, ...]:
        return (CheckedValue(claimed=ClaimedValue(value=text, quote=words), span=Span(start=0, end=9), verdict=YES),)

    fields = {name: value(text) for name, text in labels.items()}
    return CheckedClaim(id="c", document="d", quote=words, span=Span(start=0, end=len(words)), fields=fields)


@pytest.mark.parametrize(
    ("words", "labels", "kind"),
    [
        ("The quake killed ten.", {"event_type": "natural_disaster", "sub_type": "attack"}, "earthquake"),
        ("Ten people were killed.", {"event_type": "violence_against_civilians"}, "unknown"),
        ("Gunmen killed ten people.", {"event_type": "violence_against_civilians"}, "violence"),
        ("In Punjab 700 died, relief officials said.", {"event_type": "aid"}, "unknown"),
        ("The earthquake that felled houses killed 9.", {"event_type": "technological_disaster",
                                                         "sub_type": "building_collapse"}, "earthquake"),
        ("A blast at a bus terminal killed six.", {"event_type": "technological_disaster",
                                                   "sub_type": "road_crash"}, "explosion"),
        ("They took 300 hostage.", {"event_type": "protests"}, "siege"),
    ],
)  # fmt: skip
def test_labels_are_not_taken_at_their_word(words: str, labels: dict[str, str], kind: str) -> None:
    assert kind_of_claim(claim(words, **labels), ROLES, words, harm=True)[0] == kind


def test_words_about_a_deal_are_talk_unless_people_are_counted() -> None:
    words = "The blasts came as a provisional deal was reached."
    both = claim(words, event_type="explosions_remote_violence", agreement_status="provisional")
    assert kind_of_claim(both, ROLES, words, harm=False)[0] == "agreement"
    assert kind_of_claim(both, ROLES, words, harm=True)[0] == "explosion"


def _ways() -> ModuleType:
    spec = importlib.util.spec_from_file_location("linkage_ways", ROOT / "benchmarks" / "linkage_ways.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["linkage_ways"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("way", "floor"), [("supported", 28), ("verified", 8), ("read", 7)])
def test_cases_that_come_out_right(way: str, floor: int) -> None:
    """Floors of `benchmarks/linkage_ways.py`; what verification and reading miss is theirs."""
    ways = _ways()
    scores = [ways.score(ways.load(path), way) for path in ways.CASES]
    assert sum(not missed and not extra for _, missed, extra in scores) >= floor
