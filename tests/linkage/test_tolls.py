"""One whole toll of two articles, and words and labels that set events of one article apart."""

from __future__ import annotations

import pytest

from extractor.linkage import Figure, LinkOptions, Mention, PlaceRelation, SimilarityPlaces, link_mentions
from extractor.linkage.cues import Cues
from extractor.linkage.naming import slug

DAY = 738000


def told(name: str, *, killed: int = 0, injured: int = 0, **more) -> Mention:
    figures = tuple(Figure(f, n, n, n) for f, n in (("killed", killed), ("injured", injured)) if n)
    at = int("".join(c for c in name if c.isdigit()) or 0) * 200
    known = {"places": ("Oldtown",), "days": (DAY, DAY), "kind": "violence", "figures": figures}
    return Mention(id=name, document=name[0], at=at, **{**known, **more})


def grouped(*mentions: Mention) -> set[tuple[str, ...]]:
    return {g.claims for g in link_mentions(mentions, LinkOptions()).groups}


TOGETHER, APART = {("a1", "b1")}, {("a1",), ("b1",)}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param({"killed": 1, "injured": 4}, {"killed": 1, "injured": 4}, TOGETHER, id="the same whole toll"),
        pytest.param({"killed": 1, "injured": 1}, {"killed": 1, "injured": 1}, APART, id="two people are chance"),
        pytest.param({"killed": 1, "injured": 4}, {"killed": 1, "injured": 5}, APART, id="another toll"),
        pytest.param({"injured": 5}, {"injured": 5}, APART, id="one figure only"),
    ],
)
def test_names_that_nobody_can_place_are_one_by_the_whole_toll(one: dict, other: dict, expected: set) -> None:
    assert grouped(told("a1", **one), told("b1", places=("Market Hall",), **other)) == expected


def test_the_whole_toll_finds_a_name_in_another_script() -> None:
    assert (
        grouped(told("a1", killed=6, injured=94), told("b1", killed=6, injured=94, places=("قرية الشمسات",)))
        == TOGETHER
    )


def test_a_toll_of_another_day_joins_nothing() -> None:
    other = told("b1", killed=1, injured=4, places=("Market Hall",), days=(DAY + 12, DAY + 12))
    assert grouped(told("a1", killed=1, injured=4), other) == APART


def test_a_sentence_with_a_stray_word_is_of_the_kind_of_its_article() -> None:
    scene = [told("a1", killed=2), told("a2", injured=3), told("a3", killed=2, injured=3, kind="eruption")]
    assert grouped(*scene) == {("a1", "a2", "a3")}


def test_a_kind_that_the_text_marks_off_is_kept() -> None:
    fire = told("a3", killed=9, kind="fire", cues=Cues(separate=True), places=("Newtown",))
    assert grouped(told("a1", killed=2), told("a2", injured=3), fire) == {("a1", "a2"), ("a3",)}


def test_a_claimant_who_read_the_article_means_the_kind_that_he_says() -> None:
    scene = [told(f"a{n}", killed=n, of_passage=False) for n in (1, 2)]
    other = told("a3", killed=3, kind="eruption", of_passage=False)
    assert ("a3",) in grouped(*scene, other)


def deed(name: str, killed: int, value: str, **more) -> Mention:
    return told(name, killed=killed, of_passage=False, deeds=(("sub_type", value),), **more)


def test_two_labels_of_what_happened_are_two_events_of_one_article() -> None:
    assert grouped(deed("a1", 14, "air_strike"), deed("a2", 4, "shelling")) == {("a1",), ("a2",)}
    assert grouped(deed("a1", 14, "air_strike"), deed("a2", 4, "air_strike")) == {("a1", "a2")}
    assert grouped(deed("a1", 14, "air_strike"), deed("a2", 14, "shelling")) == {("a1", "a2")}


def test_a_separate_attack_is_another_event_though_a_ceiling_excludes_no_figure() -> None:
    ceiling = (Figure("killed", 20, 0, 20),)
    first = told("a1", killed=14, of_passage=False)
    other = told("a2", of_passage=False, figures=ceiling, cues=Cues(separate=True))
    assert grouped(first, other) == {("a1",), ("a2",)}
    assert grouped(first, told("a2", of_passage=False, figures=ceiling)) == {("a1", "a2")}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Київ", "київ"),
        ("Україна", "україна"),
        ("किश्तवाड़", "किश्तवाड़"),
        ("İzmir", "izmir"),
        ("Đồng Hới", "đong-hoi"),
        ("Al-Ḥasakah", "al-hasakah"),
        ("ヴィアチャ", "ヴィアチャ"),
        ("!!", "unnamed"),
    ],
)
def test_an_id_keeps_the_letters_of_its_script(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_two_spellings_of_one_unknown_name_are_near() -> None:
    relation = SimilarityPlaces().match("Tuwayrah", "Tawyrah").relation
    assert relation is PlaceRelation.NEAR
    assert SimilarityPlaces().match("Tuwayrah", "Tarmiyah").relation is not PlaceRelation.NEAR
    assert SimilarityPlaces().match("Marseille", "Mursaylla").relation is not PlaceRelation.NEAR  # one is listed


def test_a_lent_stretch_of_two_days_is_shown() -> None:
    night = told("a1", killed=9, injured=4, days=(DAY - 1, DAY))
    other = told("a2", killed=3, days=None, published=DAY + 1, places=("Newport",))
    dates = {g.claims: g.date for g in link_mentions([night, other], LinkOptions()).groups}
    assert dates["a2",] == dates["a1",]


def test_of_two_days_the_lead_s_is_lent_to_what_follows_it() -> None:
    lead, later = told("a1", killed=9), told("a5", killed=5, days=(DAY + 1, DAY + 1), places=("Farport",))
    undated = {"killed": 3, "days": None, "published": DAY + 2, "places": ("Newport",)}
    found = {g.claims: g.date for g in link_mentions([lead, told("a3", **undated), later], LinkOptions()).groups}
    assert found["a3",] == found["a1",]
    after = {g.claims: g.date for g in link_mentions([lead, later, told("a7", **undated)], LinkOptions()).groups}
    assert after["a7",] is None


def test_one_article_s_other_figure_is_not_of_the_day_before_its_news() -> None:
    recalled = told("a1", killed=5800, days=(DAY - 15, DAY - 15), kind="earthquake", of_passage=False)
    undated = {"days": None, "published": DAY, "kind": "earthquake", "of_passage": False}
    assert grouped(recalled, told("a2", killed=5, **undated)) == {("a1",), ("a2",)}
    assert grouped(recalled, told("a2", killed=5800, **undated)) == {("a1", "a2")}
