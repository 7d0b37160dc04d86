"""One whole toll of two articles, and words and labels that set events of one article apart."""

from __future__ import annotations

import pytest

from extractor.linkage import Figure, LinkOptions, Mention, link_mentions
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
