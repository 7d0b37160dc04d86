"""Which dates are read, in which languages, and which days they are."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from when_cases import WHEN, read

from extractor.records import ClaimedValue, Span, Status
from extractor.segments import TextView

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


@pytest.mark.parametrize(("text", "resolved", "kind"), READ, ids=[row[0] for row in READ])
def test_read(text, resolved, kind):
    readings = read(text)
    assert [(r.resolved, r.kind) for r in readings] == [(resolved, kind)]
    assert all(text[r.start : r.end] == r.value.quote for r in readings)


@pytest.mark.parametrize(("text", "resolved"), LANGUAGES, ids=[row[0] for row in LANGUAGES])
def test_read_in_other_languages(text, resolved):
    assert {r.resolved for r in read(text)} == {resolved}


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
