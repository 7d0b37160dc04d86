"""Kinds of sentences that the reader once got wrong, each with sentences that must stay as they were."""

import pytest

from extractor.segments import TextView
from extractor.values.count import read_counts

CASES = {
    "decade of life": ("A pensioner in his 70s was fatally injured.", [("killed", 1), ("age", 70)]),
    "decade of people": ("Two women in their 80's were killed.", [("killed", 2), ("age", 80)]),
    "decade of a century": ("The dam killed 300 villagers in the 1950s.", [("killed", 300), ("date", 1950)]),
    "hyphened age": ("A 20 year-old man was killed.", [("age", 20)]),
    "as young as": ("Recruits as young as 12 were hurt, and as many as 12 died.", [("age", 12), ("killed", 12)]),
    "a list of ages": (
        "Three men were wounded, one 29 years old, another 52, two others 37.",
        [("injured", 3), ("other", 1), ("age", 29), ("age", 52), ("people", 2), ("age", 37)],
    ),
    "one more counted": ("The blast killed five in Mora and another 52 in Kolo.", [("killed", 5), ("killed", 52)]),
    "an age alone is a person": ("Troops shot and killed a 16-year-old.", [("killed", 1), ("age", 16)]),
    "an age before its person": ("A 9-year-old girl was killed.", [("killed", 1), ("age", 9)]),
    "a place before a number in words": (
        "The toll in Mora was 50, with 31 injured and five missing; in Kolo, ten and in Bama, seven.",
        [("killed", 50), ("injured", 31), ("missing", 5), ("killed", 10), ("killed", 7)],
    ),
    "a place in its province before a number in words": (
        "The toll in Mora was 50; in Kolo, ten and in Bama, Borno, seven, with six reported missing.",
        [("killed", 50), ("killed", 10), ("killed", 7), ("missing", 6)],
    ),
    "people with others": ("Two men, with four children, were killed.", [("killed", 2), ("killed", 4)]),
    "a person before a number in words": ("Ali, seven, was killed.", [("age", 7)]),
    "names and their ages": ("He is charged with the deaths of Lind, 24 and Dorn, 23.", [("age", 24), ("age", 23)]),
    "a person by sex": ("A fourth male, 37, was taken to a hospital.", [("ordinal", None), ("age", 37)]),
    "a person by trade": ("The welder, 37, was killed.", [("age", 37)]),
    "a list of as many ages": (
        "Three men - 21, 25 and 30 - were wounded.",
        [("injured", 3), ("age", 21), ("age", 25), ("age", 30)],
    ),
    "a list of fewer figures": ("The blasts wounded 3 men, 2 in Mora.", [("injured", 3), ("injured", 2)]),
    "the number of a place": ("The crash injured nine near mile marker 118.", [("injured", 9), ("identifier", 118)]),
    "a figure after a place": ("The blasts killed nine and in Homs 18.", [("killed", 9), ("killed", 18)]),
    "how many": ("It is not known how many people died.", []),
    "settle the score": ("They wanted to settle the score after a murder.", []),
    "a score": ("A score of people were killed.", [("killed", 20)]),
    "killed off a shore": ("Nearly 200 people were killed off the coast of Libya.", [("killed", 200)]),
    "killed off a town": ("Fishermen said 12 sailors were killed off Tobruk.", [("killed", 12)]),
    "killed off": ("The drought killed off 300 jobs.", [("thing", 300)]),
    "a whole with its own verb": (
        "Two mourners died at a vigil for some of the 17 people who were killed in a shooting.",
        [("killed", 2), ("killed", 17)],
    ),
    "a whole of another verb": ("Half of the 90 people who fled have been killed.", [("displaced", 90)]),
    "a toll and its cause": ("The death toll due to mudslides has risen to 67.", [("killed", 67)]),
    "a toll revised down": (
        "The number of hikers missing after the avalanche near Davos was revised down to 12 from 15.",
        [("missing", 12), ("missing", 15)],
    ),
    "a toll and a clause on its place": ("The death toll in Bunia, where a dam broke, was 50.", [("killed", 50)]),
    "bodies by another name": ("Rescuers pulled out 14 cadavers, mostly children.", [("killed", 14)]),
    "saved from the sea": ("Seventy people were plucked from the sea.", [("survivors", 70)]),
    "told to leave": ("More than 9,000 residents were told to leave their homes.", [("displaced", 9000)]),
    "told to leave a party": ("Three men who were told to leave the party came back.", [("people", 3)]),
    "into custody": ("Soldiers took four people into custody.", [("detained", 4)]),
    "a gerund after a preposition": ("The raid ended with 12 villagers being killed.", [("killed", 12)]),
    "people after a preposition": ("With 12 villagers the mayor was killed.", [("people", 12)]),
    "transported to hospital": ("Four men were transported to the hospital.", [("injured", 4)]),
    "a sum and its places": (
        "The toll was only 40, with 27 in Mora, six in Kolo and two in Gwoza.",
        [("killed", 40), ("killed", 27), ("killed", 6), ("killed", 2)],
    ),
    "a sum and the hospital": ("Ten were killed, with six in the hospital.", [("killed", 10), ("injured", 6)]),
}

FLAGS = {
    "a disputed town": (
        "The worst attack was in Agadez, a disputed mining town, where nine people were killed.",
        "negated",
        False,
    ),
    "a disputed report": ("The ministry disputed a report that nine people were killed.", "negated", True),
    "would, in the past": ("By Monday morning, the toll would rise to 44.", "hypothetical", False),
    "would, in somebody's words": ("Officials said the toll would rise to 44 by Monday.", "hypothetical", True),
    "could": ("The toll could later rise to 44.", "hypothetical", True),
}


def read(text):
    return read_counts(TextView(text, language="en"), 0, len(text))


@pytest.mark.parametrize(("text", "figures"), CASES.values(), ids=CASES)
def test_a_kind_of_sentence_is_read(text, figures):
    assert [(r.kind, r.value.value) for r in read(text)] == figures


@pytest.mark.parametrize(("text", "flag", "flagged"), FLAGS.values(), ids=FLAGS)
def test_a_kind_of_doubt_is_read(text, flag, flagged):
    (reading,) = read(text)
    assert (flag in reading.flags) is flagged
