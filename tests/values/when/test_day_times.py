"""A time of day as the date of a claim, and a weekend."""

from datetime import date

import pytest
from when_cases import WHEN

from extractor.records import ClaimedValue, Span
from extractor.segments import TextView

TUESDAY = date(2024, 5, 14)

# text, quoted words, the figure, claimed day, verdict
TIMES = [
    ("On Sunday a bus fell off a bridge before dawn, killing nine.", "before dawn", "nine", "2024-05-12", "supported"),
    ("A ferry sank on Sunday. Hours later nine bodies were found.", "Hours later", "nine", "2024-05-12", "supported"),
    ("A ferry sank on Sunday. Hours later nine bodies were found.", "Hours later", "nine", "2024-05-13", "unconfirmed"),
    ("A ferry sank on Sunday. Hours later nine bodies were found.", "Hours later", "nine", "2024-05-10", "unsupported"),
    (
        "On Sunday a bus fell off a bridge before dawn, killing nine.",
        "before dawn",
        "nine",
        "2024-05-14",
        "contradicted",
    ),
    ("A bus fell off a bridge before dawn, killing nine.", "before dawn", "nine", "2024-05-13", "unconfirmed"),
    ("A bus fell off a bridge before dawn, killing nine.", "before dawn", "nine", "2024-05-10", "unsupported"),
    (
        "El domingo un autobús cayó al río al anochecer y murieron nueve.",
        "al anochecer",
        "nueve",
        "2024-05-12",
        "supported",
    ),
    (
        "Un autobús cayó al río de madrugada y murieron nueve personas.",
        "de madrugada",
        "nueve",
        "2024-05-13",
        "unconfirmed",
    ),
    (
        "Am Sonntag stürzte im Morgengrauen ein Bus ab, neun Menschen starben.",
        "im Morgengrauen",
        "neun",
        "2024-05-12",
        "supported",
    ),
    (
        "В воскресенье на рассвете автобус упал в реку, погибли девять человек.",
        "на рассвете",
        "девять",
        "2024-05-12",
        "supported",
    ),
    ("Pazar günü şafak vakti otobüs nehre düştü, dokuz kişi öldü.", "şafak vakti", "dokuz", "2024-05-12", "supported"),
    ("周日黎明前，一辆客车坠河，造成9人死亡。", "黎明前", "9", "2024-05-12", "supported"),
    ("The Dawn newspaper said nine people were killed.", "The Dawn newspaper", "nine", "2024-05-13", "unsupported"),
]


@pytest.mark.parametrize(("text", "quote", "figure", "claimed", "wanted"), TIMES, ids=[f"{r[1]} {r[3]}" for r in TIMES])
def test_a_time_of_day_is_of_the_day_beside_it(text, quote, figure, claimed, wanted):
    at, anchor = text.index(quote), text.index(figure)
    verdict = WHEN.verify(
        ClaimedValue(value=claimed, quote=quote),
        Span(start=at, end=at + len(quote)),
        TextView(text, TUESDAY),
        Span(start=anchor, end=anchor + len(figure)),
    )
    assert verdict.status.value == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Nine people drowned over the weekend.", "2024-05-11/2024-05-12"),
        ("Nine people drowned at the weekend.", "2024-05-11/2024-05-12"),
        ("Nueve personas se ahogaron durante el fin de semana.", "2024-05-11/2024-05-12"),
        ("Am Wochenende ertranken neun Menschen.", "2024-05-11/2024-05-12"),
        ("В минувшие выходные утонули девять человек.", "2024-05-11/2024-05-12"),
        ("Nine people were at the weekend cottage.", None),
    ],
)
def test_a_weekend_is_two_days_before_publication(text, wanted):
    read = WHEN.read(TextView(text, TUESDAY), 0, len(text))
    assert (read[0].resolved if read else None) == wanted
