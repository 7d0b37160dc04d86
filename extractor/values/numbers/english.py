"""English number words and hedges, as news writes them."""

from __future__ import annotations

from fractions import Fraction

from extractor.records import Bound
from extractor.values.numbers.lexicon import NumberTable, cut

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = cut("twenty thirty forty fifty sixty seventy eighty ninety")
_SMALL = {word: value for value, word in enumerate(_UNITS)}
_SMALL |= {word: 20 + 10 * i for i, word in enumerate(_TENS)} | {"fourty": 40, "ninty": 90}
_SMALL |= {
    f"{ten}{gap}{unit}": 20 + 10 * i + value
    for i, ten in enumerate(_TENS)
    for value, unit in enumerate(_UNITS[:10])
    if value
    for gap in (" ", "-")
}
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth hundredth thousandth"
).split()
_ORDINALS += [f"{ten}-{unit}" for ten in _TENS for unit in _ORDINALS[:9]]

ENGLISH = NumberTable(
    code="en",
    cues=(
        "the of and to in was were that for with on by at from said is are have has had not after an people killed "
        "dead injured wounded hurt died toll kills kill dies left as who police their its more than least wounds"
    ),
    small=_SMALL,
    multipliers={"hundred": 100},
    scales={
        "thousand": 10**3,
        "lakh": 10**5,
        "lakhs": 10**5,
        "lac": 10**5,
        "million": 10**6,
        "mln": 10**6,
        "crore": 10**7,
        "crores": 10**7,
        "billion": 10**9,
        "bn": 10**9,
        "trillion": 10**12,
    },
    collectives={"dozen": 12, "score": 20, "half-dozen": 6, "half dozen": 6, "half a dozen": 6},
    pairs={
        "twin": 2,
        "double": 2,
        "dual": 2,
        "triple": 3,
        "triplet": 3,
        "both": 2,
        "a couple of": 2,
        "a couple": 2,
        "a pair of": 2,
        "a trio of": 3,
        "a quartet of": 4,
        "a single": 1,
        "single": 1,
        "a lone": 1,
        "a solitary": 1,
    },
    vague={
        "dozens": 12,
        "dozens and dozens": 24,
        "a few dozen": 24,
        "several dozen": 24,
        "scores": 20,
        "hundreds": 100,
        "many hundreds": 200,
        "several hundred": 200,
        "several hundreds": 200,
        "a few hundred": 200,
        "some hundreds": 100,
        "hundreds and hundreds": 200,
        "thousands": 1000,
        "several thousand": 2000,
        "a few thousand": 2000,
        "many thousands": 2000,
        "thousands and thousands": 2000,
        "tens of thousands": 10_000,
        "several tens of thousands": 20_000,
        "hundreds of thousands": 100_000,
        "several hundred thousand": 200_000,
        "a few hundred thousand": 200_000,
        "millions": 10**6,
        "several million": 2 * 10**6,
        "a few million": 2 * 10**6,
        "tens of millions": 10**7,
        "lakhs of": 10**5,
        "several": None,
        "a few": None,
        "quite a few": None,
        "many": None,
        "numerous": None,
        "countless": None,
        "multiple": None,
        "a number of": None,
        "a large number of": None,
        "large numbers of": None,
        "an unknown number of": None,
        "an unspecified number of": None,
        "an undisclosed number of": None,
        "a handful of": None,
        "a handful": None,
        "a series of": None,
        "a string of": None,
    },
    nothing=("no one", "no-one", "nobody", "none", "zero", "nil", "not a single", "not one"),
    ordinals=tuple(_ORDINALS),
    fractions={
        "half": Fraction(1, 2),
        "a half": Fraction(1, 2),
        "a quarter": Fraction(1, 4),
        "quarter": Fraction(1, 4),
        "one quarter": Fraction(1, 4),
        "three quarters": Fraction(3, 4),
        "three-quarters": Fraction(3, 4),
        "a third": Fraction(1, 3),
        "one third": Fraction(1, 3),
        "two thirds": Fraction(2, 3),
        "two-thirds": Fraction(2, 3),
    },
    hedges={
        Bound.AT_LEAST: (
            "at least",
            "at the very least",
            "no fewer than",
            "no less than",
            "not less than",
            "not fewer than",
            "a minimum of",
            "minimum of",
            "at a minimum",
            "at minimum",
        ),
        Bound.MORE_THAN: (
            "more than",
            "over",
            "well over",
            "just over",
            "slightly over",
            "a little over",
            "slightly more than",
            "a little more than",
            "well more than",
            "far more than",
            "far over",
            "upwards of",
            "upward of",
            "in excess of",
            "above",
            "exceeding",
            "exceeds",
            "exceeded",
            "greater than",
            "higher than",
            "north of",
            "surpassing",
            "surpassed",
            "topped",
            "tops",
        ),
        Bound.NEARLY: (
            "nearly",
            "almost",
            "close to",
            "just under",
            "just below",
            "just short of",
            "approaching",
            "a little under",
            "a little less than",
            "slightly less than",
            "slightly under",
            "not quite",
            "near",
            "nearing",
            "very nearly",
        ),
        Bound.AS_MANY_AS: (
            "as many as",
            "up to",
            "no more than",
            "not more than",
            "at most",
            "at the most",
            "a maximum of",
            "maximum of",
            "anything up to",
        ),
        Bound.FEWER_THAN: ("fewer than", "less than", "under", "below", "well under"),
        Bound.AROUND: (
            "around",
            "about",
            "some",
            "approximately",
            "approx",
            "approx.",
            "roughly",
            "circa",
            "ca",
            "ca.",
            "an estimated",
            "estimated",
            "an estimate of",
            "estimates of",
            "in the region of",
            "in the vicinity of",
            "in the neighborhood of",
            "in the neighbourhood of",
            "on the order of",
            "in the order of",
            "of the order of",
            "perhaps",
            "possibly",
            "maybe",
            "probably",
            "anywhere around",
            "something like",
            "somewhere around",
            "~",
        ),
        Bound.EXACT: ("exactly", "precisely", "only", "just", "as few as", "a total of", "all", "fully"),
    },
    tails={
        Bound.AT_LEAST: (
            "or more",
            "at least",
            "at the very least",
            "+",
            "-plus",
            "plus",
            "and counting",
            "or even more",
            "at a minimum",
        ),
        Bound.AROUND: ("or so", "-odd", "odd", "or thereabouts", "-some", "give or take", "more or less"),
        Bound.AS_MANY_AS: ("at most", "or fewer", "or less", "at the most"),
        Bound.MORE_THAN: ("and more",),
    },
    opens={
        "between": "and",
        "from": "to",
        "anywhere from": "to",
        "anywhere between": "and",
        "somewhere between": "and",
    },
    links=("-", "to", "or"),
    changes="rise rises rose risen rising climb climbs climbed climbing jump jumps jumped jumping up increase "
    "increased "
    "increasing increases revised revise raised raises raise soared soar down fell fallen dropped lowered grew "
    "grown go went gone "
    "toll doubled changed upgraded updated shot moved reduced cut",
    articles=("a", "an"),
    joiners=("and", "-", ","),
    fillers=("another", "additional", "further", "other", "others", "the", "a", "an", "these", "those", "more"),
    halves=("and a half", "and one half"),
    rates=("in", "in every", "out of", "out of every", "of every"),
    percents=("%", "per cent", "percent", "pc", "percentage points", "percentage", "٪"),
    suffixes={"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9},
    ordinal_endings=("st", "nd", "rd", "th"),
    time_words="second seconds minute minutes hour hours day days night nights week weeks weekend weekends month "
    "months "
    "year years decade decades century centuries places cities locations towns villages states districts provinces "
    "separate attacks incidents countries",
)
