"""Whose day a date is: of the event, of speech, of what people do afterwards."""

import pytest
from when_cases import MONDAY, WHEN, linked

from extractor.language.clauses import How
from extractor.segments import TextView
from extractor.values.when.roles import is_of_another_deed, is_of_speech

# text, figure, quote of the date, claimed, status and reason; published on Monday 2016-02-22
LINKED = [
    (
        "speech",
        "Police said on Monday that a raid killed 40.",
        "40",
        "Monday",
        "2016-02-22",
        "unconfirmed another_deed",
    ),
    (
        "briefing",
        "At a February 20 briefing, 40 deaths were confirmed.",
        "40",
        "February 20",
        "2016-02-20",
        "unconfirmed another_deed",
    ),
    (
        "day before, of speech",
        "Police said on Monday a raid the day before killed 40.",
        "40",
        "Monday",
        "2016-02-22",
        "contradicted governs_other",
    ),
    (
        "aid",
        "Trucks brought food Monday to victims of a quake that killed 40.",
        "40",
        "Monday",
        "2016-02-22",
        "unconfirmed another_deed",
    ),
    ("burial", "Mourners on Monday buried the 40 victims.", "40", "Monday", "2016-02-22", "unconfirmed another_deed"),
    (
        "trial",
        "A court on Friday sentenced two men for a raid that killed 40.",
        "40",
        "Friday",
        "2016-02-19",
        "unconfirmed another_deed",
    ),
    (
        "reported to have happened",
        "Raids killed 40 in Lar. They were reported to have happened on Sunday.",
        "40",
        "Sunday",
        "2016-02-21",
        "supported same_interval",
    ),
    (
        "said the governor",
        "Een brand doodde zondag 40 mensen. Het waren er meer dan gedacht, verklaarde de burgemeester maandag.",
        "40",
        "zondag",
        "2016-02-21",
        "supported same_interval",
    ),
    (
        "a Japanese topic",
        "21日に起きた火災で、警察は22日、40人の死亡を確認した。",
        "40",
        "21日",
        "2016-02-21",
        "supported same_interval",
    ),
    (
        "an apposition",
        "On Sunday a blast hit Lar. Another bomb killed 40 in Bam, the citadel made famous in 2003.",
        "40",
        "Sunday",
        "2016-02-21",
        "supported same_interval",
    ),
    (
        "apposition in French",
        "Un incendie a éclaté dimanche. Au moins 40 personnes sont mortes à Lar, une ville assiégée en 2013.",
        "40",
        "dimanche",
        "2016-02-21",
        "supported same_interval",
    ),
    (
        "the day of a count",
        "The death toll hit 40 on Monday. The ferry sank on Sunday.",
        "40",
        "Sunday",
        "2016-02-21",
        "supported same_interval",
    ),
    (
        "judge",
        "A judge on Friday ordered a student held over a raid that killed 40.",
        "40",
        "Friday",
        "2016-02-19",
        "unconfirmed another_deed",
    ),
]


@pytest.mark.parametrize(
    ("text", "figure", "quote", "claimed", "wanted"), [r[1:] for r in LINKED], ids=[r[0] for r in LINKED]
)
def test_is_it_the_day_of_the_figure(text, figure, quote, claimed, wanted):
    assert linked(text, figure, quote, claimed) == wanted


@pytest.mark.parametrize(
    ("text", "words", "spoken"),
    [
        ("Er vielen 40 doden, verklaarde de burgemeester maandag.", "maandag", True),
        ("Some 40 died, said the mayor of Lar on Sunday.", "Sunday", True),
        ("Police said the blast on Sunday, a market day, killed 40.", "Sunday", False),
        ("警察は22日、40人の死亡を確認した。", "22日", True),
        ("警察は22日、男を逮捕し、40人が死亡した。", "22日", False),
    ],
)
def test_a_day_of_speech(text, words, spoken):
    start = text.index(words)
    assert is_of_speech(TextView(text, MONDAY), start, start + len(words)) is spoken


def test_the_day_of_a_statement_does_not_govern():
    text = "A blast killed 12 people on Friday. The toll rose to 14, police said on Sunday."
    [reading] = WHEN.govern(TextView(text, MONDAY), text.index("14"), text.index("14") + 2)
    assert (reading.value.quote, reading.how) == ("Friday", How.PARAGRAPH)


@pytest.mark.parametrize(
    ("text", "figure", "words", "apart"),
    [
        ("Nine people shot dead at the market were buried on Tuesday.", "Nine", "Tuesday", True),
        ("The trial over the 9 people killed in the raid will begin on Tuesday.", "9", "Tuesday", True),
        ("Nine people were shot dead at the market on Tuesday.", "Nine", "Tuesday", False),
        ("A man sought over a raid that left nine injured was arrested on Tuesday.", "nine", "Tuesday", True),
        ("Police arrested two men after nine people were killed on Tuesday.", "nine", "Tuesday", False),
    ],
)
def test_the_day_of_a_burial_is_no_day_of_the_event(text, figure, words, apart):
    start = text.index(words)
    assert is_of_another_deed(TextView(text), start, start + len(words), text.index(figure)) is apart
