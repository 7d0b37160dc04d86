"""What keeps two events of one article or of one city and day apart, in words that a reader could meet."""

from __future__ import annotations

from datetime import date

import pytest

from extractor.linkage import link_claims
from extractor.linkage.claimplaces import describing
from extractor.linkage.places import PlaceRelation, SimilarityPlaces
from extractor.records import CheckedClaim, CheckedValue, ClaimedValue, Span, Status, Verdict
from extractor.records.groups import Group, GroupKind, Linked, Standing
from extractor.registry import load_schema
from extractor.segments import TextView

EVENT = load_schema("event")


class Article:
    """An article and its claims; a value is `(value, quote)` or `(value, quote, status)`."""

    def __init__(self, name: str, text: str, published: date | None = date(2019, 5, 10)) -> None:
        self.view = TextView(text, published, None, name)
        self.claims: list[CheckedClaim] = []

    def claim(self, event: str | None = None, parts: tuple[str, ...] = (), **fields: tuple[object, ...]) -> Article:
        checked = {}
        for name, (value, quote, *status) in fields.items():
            at = self.view.text.index(quote)
            verdict = Verdict(status=status[0] if status else Status.SUPPORTED, reason="test")
            resolved = str(value) if name == "date" and verdict.usable else None
            checked[name] = (
                CheckedValue(
                    claimed=ClaimedValue(value=value, quote=quote),
                    span=Span(start=at, end=at + len(quote)),
                    verdict=verdict,
                    resolved=resolved,
                ),
            )
        name = f"{self.view.document}{len(self.claims) + 1}"
        made = CheckedClaim(id=name, document=self.view.document, fields=checked, event=event, parts=parts)
        self.claims.append(made)
        return self


def link(*articles: Article) -> Linked:
    views = {a.view.document: a.view for a in articles}
    return link_claims([c for a in articles for c in a.claims], views, EVENT)


def grouped(*articles: Article) -> set[tuple[str, ...]]:
    return {g.claims for g in link(*articles).groups}


def home(linked: Linked, claim: str) -> Group:
    return next(g for g in linked.groups if claim in g.claims)


STRIKE = ("explosions_remote_violence", "strike")


@pytest.mark.parametrize(
    ("text", "words", "said"),
    [
        pytest.param(
            "A strike killed 6 in Taiz on Thursday; 41 in the past five days.",
            ("strike", "on Thursday", "in the past five days"),
            "2019-05-05/2019-05-10",
            id="en",
        ),
        pytest.param(
            "A strike killed 6 in Taiz on Thursday; 41 since Tuesday.",
            ("strike", "on Thursday", "since Tuesday"),
            "2019-05-07/2019-05-10",
            id="since",
        ),
        pytest.param(
            "Ein Luftangriff tötete am Donnerstag in Taiz 6 Menschen; 41 Tote gab es dort seit Dienstag.",
            ("Luftangriff", "am Donnerstag", "seit Dienstag"),
            "2019-05-07/2019-05-10",
            id="de",
        ),
    ],
)
def test_a_stretch_of_days_is_another_event_than_one_of_its_days(
    text: str, words: tuple[str, str, str], said: str
) -> None:
    strike, day, period = (STRIKE[0], words[0]), words[1], words[2]
    article = (
        Article("a", text)
        .claim(event_type=strike, place=("Taiz", "Taiz"), date=("2019-05-09", day), killed=(6, "6"))
        .claim(event_type=strike, place=("Taiz", "Taiz"), date=(said, period), killed=(41, "41"))
    )
    assert grouped(article) == {("a1",), ("a2",)}


def test_a_refused_date_keeps_apart() -> None:
    article = (
        Article("a", "A quake in Bam on Thursday killed 12. The quake there in 2003 killed 26000.")
        .claim(
            event_type=("natural_disaster", "quake"),
            place=("Bam", "Bam"),
            date=("2019-05-09", "on Thursday"),
            killed=(12, "12"),
        )
        .claim(
            event_type=("natural_disaster", "quake"),
            place=("Bam", "Bam"),
            date=("2003", "in 2003", Status.UNSUPPORTED),
            killed=(26000, "26000"),
        )
    )
    linked = link(article)
    assert {g.claims for g in linked.groups} == {("a1",), ("a2",)}
    assert (home(linked, "a2").date, home(linked, "a2").date_status) == (None, Standing.REFUSED)


def test_a_refused_date_that_the_other_states_does_not_keep_apart() -> None:
    text = "A blast in Kano killed 12 on Thursday, police said. The Kano blast wounded 30."
    article = (
        Article("a", text)
        .claim(event_type=by("blast"), place=("Kano", "Kano"), date=("2019-05-09", "on Thursday"), killed=(12, "12"))
        .claim(
            event_type=by("blast"),
            place=("Kano", "Kano"),
            date=("2019-05-09", "on Thursday", Status.UNSUPPORTED),
            injured=(30, "30"),
        )
    )
    assert grouped(article) == {("a1", "a2")}


def by(word: str) -> tuple[str, str]:
    return ("explosions_remote_violence", word)


def test_a_refused_place_opens_an_event_and_joins_none_of_another_place() -> None:
    article = (
        Article("a", "A blast in Kano killed 12 on Thursday. Another 5 died elsewhere in a blast.")
        .claim(event_type=by("blast"), place=("Kano", "Kano"), date=("2019-05-09", "on Thursday"), killed=(12, "12"))
        .claim(
            event_type=by("blast"),
            place=("Jos", "elsewhere", Status.UNSUPPORTED),
            date=("2019-05-09", "on Thursday"),
            killed=(5, "5"),
        )
    )
    linked = link(article)
    assert {g.claims for g in linked.groups} == {("a1",), ("a2",)}
    assert linked.unlinked == ()
    assert home(linked, "a2").place_status is Standing.REFUSED


@pytest.mark.parametrize(
    ("one", "other", "numbers", "apart"),
    [
        pytest.param(
            "rebel-held areas, Aleppo", "government-held areas, Aleppo", (20, 14), True, id="two sides of a city"
        ),
        pytest.param("al-Quds hospital, Aleppo", "Ramouseh bakery, Aleppo", (20, 14), True, id="two buildings"),
        pytest.param(
            "rebel-held areas, Aleppo", "rebel-held districts, Aleppo", (20, 14), False, id="one side, told twice"
        ),
        pytest.param(
            "a crowded bazaar, Aleppo", "Ramouseh bakery, Aleppo", (20, 14), True, id="a name and common words"
        ),
        pytest.param("rebel-held areas, Aleppo", "government-held areas, Aleppo", (20, 20), False, id="one figure"),
    ],
)
def test_described_places_of_one_city(one: str, other: str, numbers: tuple[int, int], *, apart: bool) -> None:
    heads = [place.partition(",")[0] for place in (one, other)]
    text = f"A strike on {heads[0]} killed {numbers[0]} on Thursday. A strike on {heads[1]} killed {numbers[1]} men."
    article = Article("a", text)
    for place, head, number in zip((one, other), heads, numbers, strict=True):
        article.claim(
            event_type=STRIKE,
            place=(place, head),
            date=("2019-05-09", "on Thursday"),
            killed=(number, f"killed {number}"),
        )
    assert grouped(article) == ({("a1",), ("a2",)} if apart else {("a1", "a2")})


def test_a_figure_of_a_part_is_another_event_of_the_article() -> None:
    text = "Police said floods killed 30 in Sindh on Thursday. Floods killed 12 in Karachi, police said."
    article = Article("a", text)
    for place, number in (("Sindh", 30), ("Karachi, Sindh", 12)):
        article.claim(
            event_type=("natural_disaster", "loods"),
            place=(place, place.partition(",")[0]),
            date=("2019-05-09", "on Thursday"),
            killed=(number, f"killed {number}"),
            attribution=("police", "Police"),
        )
    assert grouped(article) == {("a1",), ("a2",)}


def test_one_sentence_of_one_article_may_tell_two_events() -> None:
    text = "Strikes on Thursday killed 7 people in Wadi Sahn and 12 people in Beni Rafa."
    article = Article("a", text)
    for place, number in (("Wadi Sahn", 7), ("Beni Rafa", 12)):
        article.claim(
            event_type=("explosions_remote_violence", "Strikes"),
            place=(place, place),
            date=("2019-05-09", "on Thursday"),
            killed=(number, f"{number} people"),
        )
    assert grouped(article) == {("a1",), ("a2",)}


def test_two_days_of_one_article_are_two_quakes() -> None:
    text = "A quake injured 3 on Qeshm on Wednesday. The quake of Tuesday injured 5."
    article = (
        Article("a", text)
        .claim(
            event_type=("natural_disaster", "quake"),
            place=("Qeshm", "Qeshm"),
            date=("2019-05-08", "on Wednesday"),
            injured=(3, "3"),
        )
        .claim(
            event_type=("natural_disaster", "quake"),
            place=("Qeshm", "Qeshm"),
            date=("2019-05-07", "Tuesday"),
            injured=(5, "5"),
        )
    )
    assert grouped(article) == {("a1",), ("a2",)}


def test_an_undated_article_is_put_with_none_of_two_quakes_that_it_fits_as_well() -> None:
    def quake(name: str, day: str | None) -> Article:
        text = "A quake shook Qeshm on a day that is told." if day else "A quake shook Qeshm and hurt two people."
        told = {"date": (day, "on a day")} if day else {"injured": (2, "two")}
        article = Article(name, text, date.fromisoformat(day) if day else None)
        return article.claim(event_type=("natural_disaster", "quake"), place=("Qeshm", "Qeshm"), **told)

    articles = quake("a", "2005-11-27"), quake("b", "2008-12-07"), quake("c", None)
    assert grouped(*articles) == {("a1",), ("b1",), ("c1",)}


@pytest.mark.parametrize(
    ("killed", "kind"),
    [
        pytest.param(43, GroupKind.EVENT, id="the day's"),
        pytest.param(680, GroupKind.BACKGROUND, id="the war's"),
    ],
)
def test_a_cue_of_a_war_is_of_the_number_beside_it(killed: int, kind: GroupKind) -> None:
    text = "The raid in Idlib killed 43, bringing the dead to 680 since the conflict began."
    article = Article("a", text).claim(
        event_type=("explosions_remote_violence", "raid"), place=("Idlib", "Idlib"), killed=(killed, str(killed))
    )
    assert [g.kind for g in link(article).groups] == [kind]


def test_parts_of_a_total_are_those_that_its_place_names() -> None:
    article = (
        Article("a", "On Thursday 35 died in Gubio and Magumeri: 27 in Gubio and 8 in Magumeri village.")
        .claim(
            event="all",
            parts=("g", "m"),
            event_type=("violence_against_civilians", "died"),
            place=("Gubio and Magumeri", "Gubio and Magumeri"),
            date=("2019-05-09", "On Thursday"),
            killed=(35, "35"),
        )
        .claim(
            event="g",
            event_type=("violence_against_civilians", "died"),
            place=("Gubio", "Gubio"),
            date=("2019-05-09", "On Thursday"),
            killed=(27, "27"),
        )
        .claim(
            event="m",
            event_type=("violence_against_civilians", "died"),
            place=("Magumeri village", "Magumeri village"),
            date=("2019-05-09", "On Thursday"),
            killed=(8, "8"),
        )
    )
    linked = link(article)
    total = home(linked, "a1")
    assert total.kind is GroupKind.AGGREGATE
    assert total.parts == tuple(sorted((home(linked, "a2").id, home(linked, "a3").id)))


@pytest.mark.parametrize(
    ("place", "words"),
    [
        pytest.param("rebel-held areas, Aleppo", {"rebel-held"}, id="plural of a general noun"),
        pytest.param("Aleppo, Syria", set(), id="a city"),
        pytest.param("le marché central, Bangui", {"marche", "central"}, id="fr"),
        pytest.param("церковь, Луганск", {"церковь"}, id="ru"),
    ],
)
def test_words_that_describe_a_place(place: str, words: set[str]) -> None:
    assert describing(place) == words


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("Jabaliya refugee camp, Gaza", "Jabaliya, Gaza", PlaceRelation.INSIDE),
        ("Nuseirat, Gaza", "Nuseirat refugee camp, Gaza", PlaceRelation.CONTAINS),
        ("Tripoli port, Libya", "Tripoli, Lebanon", PlaceRelation.DIFFERENT),
        ("New Guffa, Sudan", "Guffa, Sudan", PlaceRelation.UNKNOWN),
    ],
)
def test_a_noun_beside_a_name(one: str, other: str, relation: PlaceRelation) -> None:
    assert SimilarityPlaces().match(one, other).relation is relation


@pytest.mark.parametrize(
    ("last", "claim", "parts"),
    [
        pytest.param(
            "Hamas's attack killed 1200 in Israel.",
            {"event_type": ("violence_against_civilians", "attack"), "place": ("Israel", "Israel")},
            0,
            id="placed elsewhere",
        ),
        pytest.param(
            "The bombs of 2013 killed 1200 in Palestine.",
            {"event_type": by("bombs"), "place": ("Palestine", "Palestine"), "date": ("2013", "of 2013")},
            0,
            id="dated otherwise",
        ),
        pytest.param(
            "Some 1200 died of bombs this spring.",
            {"event_type": by("bombs"), "date": ("2019-03/2019-05", "this spring")},
            0,
            id="of a season",
        ),
        pytest.param(
            "In all 1200 died of bombs in Palestine.",
            {"event_type": by("bombs"), "place": ("Palestine", "Palestine")},
            2,
            id="a total of the two",
        ),
    ],
)
def test_a_larger_figure_sums_up_what_it_may_contain(last: str, claim: dict, parts: int) -> None:
    article = (
        Article("a", f"Bombs killed 30 on Thursday in Rafah and 20 in Khan Younis. {last}")
        .claim(event_type=by("Bombs"), place=("Rafah", "Rafah"), date=("2019-05-09", "on Thursday"), killed=(30, "30"))
        .claim(
            event_type=by("Bombs"),
            place=("Khan Younis", "Khan Younis"),
            date=("2019-05-09", "on Thursday"),
            killed=(20, "20"),
        )
        .claim(**claim, killed=(1200, "1200"))
    )
    linked = link(article)
    assert {g.claims for g in linked.groups} == {("a1",), ("a2",), ("a3",)}
    assert len(home(linked, "a3").parts) == parts
