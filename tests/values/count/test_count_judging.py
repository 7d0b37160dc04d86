"""A figure whose kind the reader does not know, harm without a number, sums of one phrase: what the judge says."""

import pytest

from extractor.records import Bound, ClaimedValue, Span, Status
from extractor.segments import TextView
from extractor.values.count import Count, read_counts

S, C, U, N = Status.SUPPORTED, Status.CONTRADICTED, Status.UNSUPPORTED, Status.UNCONFIRMED


def check(text, kind, value, bound=None, high=None):
    claimed = ClaimedValue(value=value, bound=bound, high=high, quote=text)
    return Count(kind).verify(claimed, Span(start=0, end=len(text)), TextView(text))


JUDGED = [
    (
        "people without a verb",
        "As many as 31,000 farmers.",
        "displaced",
        31000,
        Bound.AS_MANY_AS,
        N,
        "kind_unconfirmed",
    ),
    ("a verb we do not know", "12 miners were garroted in the pit.", "killed", 12, None, N, "kind_unconfirmed"),
    ("an unknown verb, other kind", "12 wounded miners were garroted.", "killed", 12, None, C, "kind_differs"),
    ("other bound", "Over 12 miners were garroted.", "killed", 12, None, C, "bound_differs"),
    ("other kind in the phrase", "The 12 hurt were miners.", "killed", 12, None, C, "kind_differs"),
    ("whereabouts", "90 guests were in the hall.", "killed", 90, None, U, "kind_not_stated"),
    ("activity", "90 guests were dancing.", "killed", 90, None, U, "kind_not_stated"),
    ("agents", "The patrol was stoned by 300 youths.", "injured", 300, None, U, "kind_not_stated"),
    ("no figure of people", "The firm lost 300 canisters.", "killed", 300, None, U, "kind_not_stated"),
    ("the whole of a part", "It carried 40 guests, 12 of whom drowned.", "killed", 40, None, C, "kind_differs"),
    ("its part", "It carried 40 guests, 12 of whom drowned.", "killed", 12, None, S, "supported"),
    ("shot is not hurt", "Nine clerks were shot.", "injured", 9, None, N, "kind_unconfirmed"),
    ("killed or hurt", "Nine clerks were killed or injured.", "injured", 9, None, C, "kind_differs"),
    ("hostages", "Raiders kidnapped nine clerks.", "detained", 9, None, S, "supported"),
    ("households", "Some 70 families were evacuated.", "displaced", 70, Bound.AROUND, C, "kind_differs"),
    ("tents", "Some 70 villagers are staying in tents.", "displaced", 70, Bound.AROUND, S, "supported"),
    ("nobody of a kind", "There were no casualties in the port.", "injured", 0, None, S, "supported"),
    ("nobody of either", "Nobody was killed or injured.", "killed", 0, None, S, "supported"),
    ("nobody of another", "Nobody was killed.", "injured", 0, None, C, "kind_differs"),
    ("floor of a range", "15 to 20 clerks were killed.", "killed", 15, Bound.AT_LEAST, S, "supported"),
    ("ceiling of a range", "15 to 20 clerks were killed.", "killed", 20, Bound.AS_MANY_AS, S, "supported"),
    ("end of a range", "15 to 20 clerks were killed.", "killed", 20, None, C, "number_differs"),
    ("sum as a floor", "Nine clerks and 14 porters died.", "killed", 23, Bound.AT_LEAST, S, "sum_of_parts"),
    ("sum as exact", "Nine clerks and 14 porters died.", "killed", 23, None, U, "sum_of_parts"),
    ("sum with an article", "A guard and 14 porters died.", "killed", 15, None, N, "sum_of_parts"),
    ("sum of two clauses", "Nine died in Lyon. 14 died in Nice.", "killed", 23, Bound.AT_LEAST, U, "sum_of_parts"),
    ("old toll", "The toll rose to 70 on Friday from 52.", "killed", 52, None, C, "superseded"),
    ("toll without a link", "The priest put the toll at least 20.", "killed", 20, Bound.AT_LEAST, S, "supported"),
    ("toll far away", "The toll in the twin blasts in a suburb of Fes rose to 70.", "killed", 70, None, S, "supported"),
    ("toll of its own word", "The toll rose to 70 injured.", "killed", 70, None, C, "kind_differs"),
]


@pytest.mark.parametrize("case", JUDGED, ids=[t[0] for t in JUDGED])
def test_a_figure_is_judged(case):
    *claim, status, reason = case[1:]
    verdict = check(*claim)
    assert (verdict.status, verdict.reason) == (status, reason), verdict.detail


WITHOUT_NUMBER = [
    ("named", "The poet Lena Orlova was shot dead.", "killed", 1, S),
    ("described", "It led to the death of a 50 year old Dane.", "killed", 1, S),
    ("a name alone", "Orlova was wounded.", "injured", 1, N),
    ("unknown noun", "Rockets killed a Dane in the port.", "killed", 1, N),
    ("two of them", "Lena Orlova and her son were killed.", "killed", 1, U),
    ("a group", "The family was killed.", "killed", 1, U),
    ("an animal", "A calf was killed.", "killed", 1, U),
    ("only possible", "The poet could be killed.", "killed", 1, U),
    ("several", "Other guests were missing.", "missing", None, S),
    ("nobody told", "The road was missing.", "missing", None, U),
]


@pytest.mark.parametrize("case", WITHOUT_NUMBER, ids=[t[0] for t in WITHOUT_NUMBER])
def test_harm_without_a_number_is_judged(case):
    *claim, status = case[1:]
    verdict = check(*claim)
    assert verdict.status is status, verdict.detail
    assert (verdict.reason == "unnumbered") is (status in (S, N))


COUNTED = {  # text: the killed and injured that stand there
    "She was held over a shooting in the 1900 block of Elm Street.": [],
    "He faces trial in the 2009 shooting death of a clerk.": [],
    "The raid of May 4, 2009 killed two.": [2],
    "The Feb. 27 shooting left two dead.": [2],
    "Officers answered a 911 call and found two people dead.": [2],
    "KXAB News 11 Dover said three were killed.": [3],
    "Two were wounded. Photo 3 / 9": [2],
    "The injured were between the ages of 18 and 22.": [],
    "The victims, who are 19 and 15 years old, were taken to hospital.": [],
    "Ivo Brandt and Jan Kos, both 22, were injured.": [],
    "Mira Sands, 31 - died at the scene.": [],
    "Police executed 44 search warrants.": [],
    "Rebels executed 44 hostages.": [44],
    "The strike killed 300 mahouts.": [300],
    "Wounding four and sending 300 patrons home.": [4],
    "In a nation of 5 million people and 250 languages, nine were killed.": [9],
    "Nador reported eight deaths, Tiznit seven and Safi six.": [8, 7, 6],
    "Nador reported two deaths, Omar 34 and Ali 12.": [2],
    "Nine deaths were reported in Nador and six in Fes.": [9, 6],
    "A chase through two counties left the suspect dead.": [],
    "About ten friends, including a boy who was killed, were there.": [],
    "Ten friends, including a boy who was nine years old, were killed.": [10],
    "Half of the 90 guests were killed.": [],
    "Two-thirds of the 30 divers died.": [],
    "The wives of the three judges were killed.": [],
    "All but two of the 90 guests were killed.": [],
    "All of the 90 guests were killed.": [90],
    "The deaths of the 57 guests shocked Fes.": [57],
    "Ten of the 90 guests died.": [10],
    "Three robbers wounded the guards.": [],
    "A suspect in the robbery that left two dead and six others hurt was arrested.": [2, 6],
    "It left six guests wounded -- two badly.": [6],
    "It left three men and a woman wounded.": [3, 1],
    "Two men thought to be thieves, who had hidden there, were shot dead.": [2],
    "Three nieces who had taken refuge in a hall were killed.": [3],
    "A gunfight left a guard dead.": [1],
    "A quake killed a child.": [1],
    "Storms have killed at least\n23 villagers.": [23],
    "Storms have killed at least\n\ntwenty-three villagers.": [23],
    "A couple of hundred villagers were killed.": [200],
    "L'incendie a fait vingt-et-un morts.": [21],
    "Bei dem Brand starben einhundertzwölf Menschen.": [112],
    "قتل ثلاثة وعشرون شخصا.": [23],
}


@pytest.mark.parametrize("text", COUNTED)
def test_only_people_are_counted(text):
    found = read_counts(TextView(text), 0, len(text))
    harmed = [r for r in found if r.kind in ("killed", "injured") and "part" not in r.flags]
    assert [r.value.value for r in harmed] == COUNTED[text]


DENIED = [
    "A fake post claimed that 57 clerks were killed.",
    "An earlier version of this article said 57 clerks were killed.",
    "The daily wrongly reported that 57 clerks had died.",
]


@pytest.mark.parametrize("text", DENIED)
def test_a_figure_of_a_hoax_or_a_correction_is_not_believed(text):
    assert check(text, "killed", 57).reason == "negated"


def test_an_adjective_of_falsehood_denies_only_its_own_source():
    assert check("Men in fake uniforms killed 57 clerks.", "killed", 57).status is S


TABLE = """Toll by town
| Town | Killed | Injured | Houses |
|---|---|---|---|
| Fes | 14 | 30 | 90 |
| Taza | 9 | 12 | 1 |
"""


def test_a_cell_is_of_the_kind_of_its_column():
    found = [(r.kind, r.value.value) for r in read_counts(TextView(TABLE), 0, len(TABLE))]
    assert found[:4] == [("killed", 14), ("injured", 30), ("other", 90), ("killed", 9)]


@pytest.mark.parametrize(("kind", "value", "status"), [("killed", 14, S), ("injured", 14, C), ("killed", 30, C)])
def test_a_cell_is_judged_by_its_column(kind, value, status):
    row = "| Fes | 14 | 30 | 90 |"
    start = TABLE.index(row)
    claimed = ClaimedValue(value=value, bound=Bound.EXACT, quote=row)
    assert Count(kind).verify(claimed, Span(start=start, end=start + len(row)), TextView(TABLE)).status is status


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("قتل 12 شخصا في انفجار في البصرة يوم 3 مارس 2016.", [12]),
        ("12 августа погибли 5 человек.", [5]),
    ],
)
def test_the_day_of_a_date_counts_nobody(text, killed):
    view = TextView(text)
    read = [r.value.value for r in Count("killed").read(view, 0, len(text))]
    assert read == killed
