"""Dates: what is read, what governs a figure, and what words support."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.language.clauses import How
from extractor.records import CheckedValue, ClaimedValue, Span, Status, Verdict
from extractor.segments import TextView
from extractor.values.valuetype import Witness
from extractor.values.when.days import parse_iso
from extractor.values.when.roles import is_of_another_deed, is_of_speech
from extractor.values.when.when import When, dateline_date

MONDAY = date(2016, 2, 22)
WHEN = When()
ARTICLES = json.loads((Path(__file__).parents[2] / "data" / "when_where.json").read_text(encoding="utf-8"))

READ = [
    ("on Sunday", "2016-02-21/2016-02-21", "day"),
    ("on Monday", "2016-02-22/2016-02-22", "day"),
    ("last Monday", "2016-02-15/2016-02-15", "day"),
    ("late on Saturday", "2016-02-20/2016-02-20", "day"),
    ("Sunday's blast", "2016-02-21/2016-02-21", "day"),
    ("on Tuesday of last week", "2016-02-16/2016-02-16", "day"),
    ("They will meet on Friday", "2016-02-26/2016-02-26", "day"),
    ("next Wednesday", "2016-02-24/2016-02-24", "day"),
    ("yesterday", "2016-02-21/2016-02-21", "day"),
    ("overnight", "2016-02-21/2016-02-22", "interval"),
    ("the day before yesterday", "2016-02-20/2016-02-20", "day"),
    ("last week", "2016-02-15/2016-02-21", "week"),
    ("earlier this week", "2016-02-21/2016-02-22", "week"),
    ("last month", "2016-01-01/2016-01-31", "month"),
    ("earlier this month", "2016-02-01/2016-02-22", "month"),
    ("late last year", "2015-09-01/2015-12-31", "year"),
    ("this weekend", "2016-02-20/2016-02-21", "interval"),
    ("three days ago", "2016-02-19/2016-02-19", "day"),
    ("just over a week ago", "2016-02-09/2016-02-15", "interval"),
    ("in the past 24 hours", "2016-02-21/2016-02-22", "interval"),
    ("two years ago", "2014-01-01/2014-12-31", "year"),
    ("in September", "2015-09-01/2015-09-30", "month"),
    ("in 2012", "2012-01-01/2012-12-31", "year"),
    ("since 2011", "2011-01-01/2016-02-22", "interval"),
    ("on Christmas Day", "2015-12-25/2015-12-25", "day"),
    ("on Good Friday 1998", "1998-04-10/1998-04-10", "day"),
    ("12 February", "2016-02-12/2016-02-12", "day"),
    ("November 3", "2015-11-03/2015-11-03", "day"),
    ("12 February 2016", "2016-02-12/2016-02-12", "day"),
    ("Feb. 12, 2016", "2016-02-12/2016-02-12", "day"),
    ("the 12th of February", "2016-02-12/2016-02-12", "day"),
    ("2016-02-12", "2016-02-12/2016-02-12", "day"),
    ("12.02.2016", "2016-02-12/2016-02-12", "day"),
    ("25/12/2015", "2015-12-25/2015-12-25", "day"),
    ("05/06/2011", "2011-05-06/2011-06-05", "interval"),
    ("March 3-5, 2010", "2010-03-03/2010-03-05", "interval"),
    ("August 1914", "1914-08-01/1914-08-31", "month"),
    ("in the 1990s", "1990-01-01/1999-12-31", "interval"),
    ("el 12 de febrero de 2016", "2016-02-12/2016-02-12", "day"),
    ("le 3 février", "2016-02-03/2016-02-03", "day"),
    ("am Sonntag", "2016-02-21/2016-02-21", "day"),
    ("la semana pasada", "2016-02-15/2016-02-21", "week"),
    ("в воскресенье", "2016-02-21/2016-02-21", "day"),
    ("يوم الأحد", "2016-02-21/2016-02-21", "day"),
]

DAY, MONTH_BEFORE = "2016-02-21/2016-02-21", "2015-04-01/2015-04-30"
LANGUAGES = [
    *((text, DAY) for text in (
        "21 Şubat 2016", "21 февраля", "21 лютого 2016", "21 lutego", "21. února", "21 februari", "21 Februari 2016",
        "2016. február 21-én", "२१ फरवरी 2016", "21 फ़रवरी को", "২১ ফেব্রুয়ারি", "٢١ فبراير ٢٠١٦",
        "21 شباط", "۲۱ فوریه",
        "21 فروری", "21 בפברואר 2016", "21 Φεβρουαρίου", "2月21日北京发生爆炸", "2016年2月21日",
        "21日の爆発",
        "2월 21일 폭발",
        "ngày 21 tháng 2", "21 de febrer", "昨天", "上周日", "日曜日に",
        "일요일에", "Pazar günü", "w niedzielę", "у неділю",
        "रविवार को", "রোববার", "ביום ראשון", "یکشنبه", "dün gece", "wczoraj", "gisteren", "вчора",
    )),
    *((text, MONTH_BEFORE) for text in (
        "In April last year", "en abril del año pasado", "в апреле прошлого года",
        "geçen yıl Nisan ayında", "w kwietniu ubiegłego roku", "im April letzten Jahres", "去年4月", "अप्रैल 2015",
    )),
    *((text, "2013-01-01/2013-12-31") for text in (
        "hace tres años", "il y a trois ans", "vor drei Jahren", "há 3 anos", "три года назад", "3 yıl önce",
        "trzy lata temu", "drie jaar geleden", "tiga tahun lalu", "तीन साल पहले",
    )),
    ("the night of Friday to Saturday", "2016-02-19/2016-02-20"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "resolved"), LANGUAGES, ids=[row[0] for row in LANGUAGES])
def test_read_in_other_languages(text, resolved):
    assert {r.resolved for r in read(text)} == {resolved}


@pytest.mark.parametrize(
    ("quote", "claimed", "wanted"),
    [
        ("21 Sebutemba 2016", "2016-09-21", "unconfirmed numbers_only"),
        ("21 դեկտեմբերի", "2015-12-21", "unconfirmed numbers_only"),
        ("22 դեկտեմբերի", "2015-12-21", "unsupported no_date"),
        ("21 people", "2016-02-21", "unsupported no_date"),
    ],
)
def test_where_dates_are_not_read_the_numbers_are_held_against_the_words(quote, claimed, wanted):
    verdict = WHEN.verify(
        ClaimedValue(value=claimed, quote=quote), Span(start=0, end=len(quote)), TextView(quote, MONDAY)
    )
    assert f"{verdict.status} {verdict.reason}" == wanted


def read(text, published=MONDAY):
    return WHEN.read(TextView(text, published), 0, len(text))


@pytest.mark.parametrize(("text", "resolved", "kind"), READ, ids=[row[0] for row in READ])
def test_read(text, resolved, kind):
    readings = read(text)
    assert [(r.resolved, r.kind) for r in readings] == [(resolved, kind)]
    assert all(text[r.start : r.end] == r.value.quote for r in readings)


@pytest.mark.parametrize(
    "text",
    [
        "They may march on.",
        "57 marzo",
        "21 लाख लोग",
        "3日間で",
        "Leo and Jana",
        "Sun and sea",
        "a second chance",
        "2016-13-40",
        "Room 2012B",
    ],
)
def test_no_date(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "day", "status"),
    [
        ("on Sunday", "2016-02-21", Status.UNCONFIRMED),  # a Sunday
        ("on Sunday", "2016-02-22", Status.UNSUPPORTED),
        ("12 February", "2016-02-12", Status.UNCONFIRMED),
        ("12 February", "2016-02-21", Status.UNSUPPORTED),
        ("yesterday", "2016-02-21", Status.UNSUPPORTED),
        ("last month", "2016-02-21", Status.UNSUPPORTED),
        ("three days ago", "2016-02-21", Status.UNSUPPORTED),
    ],
)
def test_without_publication_day_unresolved(text, day, status):
    [reading] = read(text, None)
    assert reading.resolved is None
    assert reading.value.value is None
    verdict = WHEN.verify(ClaimedValue(value=day, quote=text), Span(start=0, end=len(text)), TextView(text))
    assert (verdict.status, verdict.reason) == (status, "unresolved_without_publication_date")


def test_relative_to_another_event_is_unresolved():
    [reading] = read("two weeks later")
    assert reading.resolved is None
    assert "other_event" in reading.flags


VERIFY = [
    ("It hit on Sunday.", "2016-02-21", "supported", "same_interval"),
    ("It hit on Sunday.", "2016-02", "supported", "coarser"),
    ("It hit on Sunday.", "2016-02-20", "contradicted", "other_date"),
    ("It hit last month.", "2016-01", "supported", "same_interval"),
    ("It hit last month.", "2016-01-15", "unsupported", "too_precise"),
    ("It hit last month.", "2016-02", "contradicted", "other_date"),
    ("It hit earlier this month.", "2016-02", "supported", "same_interval"),
    ("It hit just over a week ago.", "2016-02-12", "supported", "approximate"),
    ("It hit late last year.", "2015", "supported", "same_interval"),
    ("It hit the town.", "2016-02-21", "unsupported", "no_date"),
    ("It hit on Sunday.", "some day", "unsupported", "not_a_date"),
]


@pytest.mark.parametrize(("text", "claimed", "status", "reason"), VERIFY, ids=[f"{r[0]} {r[1]}" for r in VERIFY])
def test_verify(text, claimed, status, reason):
    verdict = WHEN.verify(ClaimedValue(value=claimed, quote=text), Span(start=0, end=len(text)), TextView(text, MONDAY))
    assert (verdict.status.value, verdict.reason) == (status, reason)


def test_a_date_of_another_clause_does_not_support_the_figure():
    text = "Attacks last month left 71 dead. On Sunday, bombs killed 57."
    view = TextView(text, MONDAY)
    sunday, seventy_one = text.index("Sunday"), text.index("71")
    verdict = WHEN.verify(
        ClaimedValue(value="2016-02-21", quote="Sunday"),
        Span(start=sunday, end=sunday + 6),
        view,
        Span(start=seventy_one, end=seventy_one + 2),
    )
    assert (verdict.status, verdict.reason) == (Status.CONTRADICTED, "governs_other")


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
        "speech in between",
        "Monday police said a raid on Sunday killed 40.",
        "40",
        "Monday",
        "2016-02-22",
        "unconfirmed another_date_nearer",
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
        "day before",
        "Police said on Monday a raid the previous day killed 40.",
        "40",
        "the previous day",
        "2016-02-21",
        "supported same_interval",
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
        "told next",
        "Trucks brought food Monday to victims of a quake that killed 40. The quake struck on Sunday.",
        "40",
        "on Sunday",
        "2016-02-21",
        "supported same_interval",
    ),
    ("overnight", "A raid overnight killed 40.", "40", "overnight", "2016-02-22", "supported approximate"),
    (
        "overnight, the day before",
        "A raid overnight killed 40.",
        "40",
        "overnight",
        "2016-02-21",
        "supported approximate",
    ),
    ("late", "A raid late Saturday killed 40.", "40", "late Saturday", "2016-02-20", "supported same_interval"),
    ("since", "Raids killed 40 since late Saturday.", "40", "late Saturday", "2016-02-20", "supported approximate"),
    (
        "same day",
        "A raid hit Lar on Friday. A blast the same day killed 40.",
        "40",
        "the same day",
        "2016-02-19",
        "supported same_interval",
    ),
    (
        "next day",
        "A raid hit Lar on Friday. The next day a blast killed 40.",
        "40",
        "The next day",
        "2016-02-20",
        "supported same_interval",
    ),
    (
        "two days later",
        "A raid hit Lar on Friday. Two days later a blast killed 40.",
        "40",
        "Two days later",
        "2016-02-21",
        "supported same_interval",
    ),
    (
        "time set before",
        "In April last year, a quake hit Lar. It killed 40.",
        "40",
        "April last year",
        "2015-04",
        "supported same_interval",
    ),
    ("month for a day", "A raid on February 12 killed 40.", "40", "on February 12", "2016-02", "supported coarser"),
    (
        "far off, only day",
        "A raid hit Lar on Friday. It was cold. Some 40 died.",
        "40",
        "Friday",
        "2016-02-19",
        "supported same_interval",
    ),
    (
        "another nearer",
        "A raid hit Lar on Friday. Bam burned on Sunday. Some 40 died.",
        "40",
        "Friday",
        "2016-02-19",
        "unconfirmed another_date_nearer",
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
        "a frame",
        "Elsewhere in the south on Sunday, a bomb hit a bus, killing 40 people.",
        "40",
        "Sunday",
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
    (
        "not future",
        "He would not forgive the bombing of Lar on Sunday that killed 40.",
        "40",
        "Sunday",
        "2016-02-21",
        "supported same_interval",
    ),
]


@pytest.mark.parametrize(
    ("text", "figure", "quote", "claimed", "wanted"), [r[1:] for r in LINKED], ids=[r[0] for r in LINKED]
)
def test_is_it_the_day_of_the_figure(text, figure, quote, claimed, wanted):
    spans = [Span(start=text.index(w), end=text.index(w) + len(w)) for w in (quote, figure)]
    verdict = WHEN.verify(ClaimedValue(value=claimed, quote=quote), spans[0], TextView(text, MONDAY), spans[1])
    assert f"{verdict.status} {verdict.reason}" == wanted


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


def test_articles():
    """Floor over articles of many kinds, times and places; the failures are named when it breaks."""
    wrong = []
    total = 0
    for article in ARTICLES:
        view = TextView(article["text"], date.fromisoformat(article["published"]))
        for figure in article["figures"]:
            if "date" not in figure:
                continue
            total += 1
            readings = WHEN.govern(view, figure["start"], figure["end"])
            if not readings or readings[0].resolved != figure["date"]:
                wrong.append((article["id"], figure["figure"], [r.resolved for r in readings]))
    assert len(wrong) <= 0.03 * total, wrong


HEADS = [
    ("Blast kills 4\nMonday 22 February 2016 08:27 GMT\nA bomb.", date(2016, 2, 22)),
    ("Sunday, May 05, 2024 | Last Update : 09:18 PM\nBlast\nPublished : Feb 22, 2016, 5:38 am", date(2016, 2, 22)),
    ("KABUL, March 12, 2009 (Wire) - A bomb went off.", date(2009, 3, 12)),
    ("KABUL, March 12 (Wire) - A bomb went off.", None),
    ("Copyright 4 May 2020\nA bomb went off on 3 May 2020.", None),
    ("A child in hospital on February 21, 2016. (Photo: AFP)", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "expected"), HEADS, ids=[repr(h[0][:30]) for h in HEADS])
def test_dateline_date(text, expected):
    assert dateline_date(TextView(text)) == expected


def checked(resolved, value=None):
    return CheckedValue(
        claimed=ClaimedValue(value=value),
        span=None,
        verdict=Verdict(status=Status.SUPPORTED, reason="x"),
        resolved=resolved,
    )


def test_compatible_and_fuse():
    sunday, february, january = "2016-02-21/2016-02-21", "2016-02-01/2016-02-29", "2016-01-01/2016-01-31"
    assert WHEN.compatible(checked(sunday), checked(february))
    assert not WHEN.compatible(checked(sunday), checked(january))
    assert WHEN.compatible(checked(None), checked(january))
    fused = WHEN.fuse(
        [Witness(checked(february), "a"), Witness(checked(sunday), "b"), Witness(checked(january), "c")], "majority"
    )
    assert fused.value == "2016-02-21"
    assert fused.supporting == (0, 1)
    assert fused.conflicts == ((0, 2), (1, 2))


INTERVALS = st.tuples(st.dates(date(2000, 1, 1), date(2001, 1, 1)), st.integers(0, 40)).map(
    lambda pair: f"{pair[0].isoformat()}/{date.fromordinal(pair[0].toordinal() + pair[1]).isoformat()}"
)


@given(st.lists(INTERVALS, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_fusion_ignores_order(intervals, random):
    witnesses = [Witness(checked(text), str(i % 3)) for i, text in enumerate(intervals)]
    shuffled = list(witnesses)
    random.shuffle(shuffled)
    assert WHEN.fuse(witnesses, "majority").value == WHEN.fuse(shuffled, "majority").value


@given(st.text(max_size=300), st.one_of(st.none(), st.dates()))
def test_any_text_is_read_without_error(text, published):
    view = TextView(text, published)
    for reading in WHEN.read(view, 0, len(text)):
        assert text[reading.start : reading.end] == reading.value.quote
        assert reading.resolved is None or parse_iso(reading.resolved) is not None
    WHEN.govern(view, 0, min(2, len(text)))
    dateline_date(view)


@given(
    st.dates(date(1900, 1, 1), date(2090, 1, 1)),
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%d.%m.%Y", "%b %d, %Y"]),
)
def test_reader_inverts_writer(day, shape):
    [reading] = read(f"It struck on {day.strftime(shape)} at dawn.")
    assert reading.value.value == day.isoformat()


@given(st.text(alphabet="abc \n", max_size=40), st.dates(date(1990, 1, 1), date(2030, 1, 1)))
def test_a_prefix_moves_offsets_only(prefix, published):
    text = "The bomb went off on Sunday."
    [plain], [moved] = read(text, published), read(prefix + "\n" + text, published)
    assert (moved.start - plain.start, moved.resolved) == (len(prefix) + 1, plain.resolved)


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
