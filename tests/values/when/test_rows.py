"""Rows of words and slots: what they match, and what dates in many languages mean."""

from datetime import date

import pytest

from extractor.language.tokens import tokenise
from extractor.records import ClaimedValue, Span
from extractor.segments import TextView
from extractor.values.when.row_reading import read_rows
from extractor.values.when.rows import RowError, RowMatcher, parse_row
from extractor.values.when.when import When
from extractor.values.when.words import date_tables

MONDAY = date(2016, 2, 22)


def matched(row, text, code="es"):
    found = RowMatcher(text, tokenise(text), date_tables(code)).match(parse_row(row), 0)
    return None if found is None else found[1]


@pytest.mark.parametrize(
    ("row", "text", "held"),
    [
        ("<day> de <month>", "3 de mayo", {"day": "3", "month": "5"}),
        ("<day> de <month> [de|del <year>]", "3 de mayo del 2015", {"day": "3", "month": "5", "year": "2015"}),
        ("<day> de <month> [de|del <year>]", "3 de mayo del 7", {"day": "3", "month": "5"}),
        ("<day> . <month>", "3 mayo", {"day": "3", "month": "5"}),
        ("más_de <n> <unit>", "más de dos años", {"n": "2", "unit": "year"}),
        ("<day> !kilos", "3 kilos", None),
        ("<day> !kilos", "3", {"day": "3"}),
        ("<day> &de", "3 de mayo", {"day": "3"}),
        ("<day> &de", "3 mayo", None),
        ("<day> de <month>", "3 de\nmayo", None),
        ("<day> de <month>", "32 de mayo", None),
    ],
)
def test_a_row_matches(row, text, held):
    assert matched(row, text) == held


@pytest.mark.parametrize("row", ["<day> [de <month>", "<day> ] de"])
def test_a_row_with_an_open_bracket_is_refused(row):
    with pytest.raises(RowError, match="bracket"):
        parse_row(row)


def test_a_row_with_an_unknown_slot_is_refused():
    with pytest.raises(RowError, match="<moon>"):
        matched("<moon>", "luna")


DAY, NIGHT = "2016-02-20/2016-02-20", "2016-02-19/2016-02-20"
READ = [
    ("uk", "У квітні загинули троє.", ["2015-04-01/2015-04-30"]),
    ("uk", "Суботній обстріл забрав життя двох.", [DAY]),
    ("uk", "Квітнева міська рада.", []),
    ("pl", "Do sobotniego pożaru doszło wieczorem.", [DAY]),
    ("pl", "W nocy z piątku na sobotę spłonął dom.", [NIGHT]),
    ("de", "Am Samstagabend brannte es.", [DAY]),
    ("de", "In der Nacht zum Samstag brannte es.", [NIGHT]),
    ("nl", "Zaterdagochtend botsten twee auto's.", [DAY]),
    ("nl", "In de nacht van vrijdag op zaterdag brak brand uit.", [NIGHT]),
    ("fr", "Dans la nuit de vendredi à samedi, un feu a pris.", [NIGHT]),
    ("it", "L'incendio nella notte tra venerdì e sabato.", [NIGHT]),
    ("ru", "В ночь на субботу сгорел дом.", [NIGHT]),
    ("ru", "Министерство охраны окружающей среды сообщило.", []),
    ("pt", "O incêndio começou na quinta, segundo bombeiros.", ["2016-02-18/2016-02-18"]),
    ("pt", "Ficou na quinta posição da lista.", []),
    ("id", "Kebakaran terjadi Sabtu (20/2) malam.", [DAY]),
    ("id", "Selama dua minggu hujan turun.", []),
    ("vi", "Vụ cháy lần thứ hai xảy ra.", []),
    ("ar", "في السادس من فبراير/شباط وقع زلزال", ["2016-02-06/2016-02-06"]),
    ("ko", "지난달 31일 불이 났다.", ["2016-01-31/2016-01-31"]),
    ("ko", "3일간 이어진 비", []),
    ("ja", "先月31日に火災があった。", ["2016-01-31/2016-01-31"]),
    ("zh", "大火持续了3日间", []),
    ("th", "เมื่อวันที่ 20 กุมภาพันธ์ 2559", [DAY]),
    ("fa", "آتش‌سوزی در ۱ اسفند رخ داد", [None]),
    ("sw", "Moto ulizuka siku mbili zilizopita.", [DAY]),
    ("tr", "Yangın geçen yıl nisan ayında çıktı.", ["2015-04-01/2015-04-30"]),
    ("de", "Der Brand an Heiligabend", ["2015-12-24/2015-12-24"]),
]


@pytest.mark.parametrize(("code", "text", "resolved"), READ, ids=[f"{r[0]} {r[1][:20]}" for r in READ])
def test_read_in_the_language_of_the_text(code, text, resolved):
    assert [hit.parsed.days and hit.parsed.days.iso() for hit in read_rows(text, code, MONDAY)] == resolved


def test_a_day_of_another_calendar_is_recognised_and_not_believed():
    text = "آتش‌سوزی در ۱ اسفند رخ داد و ۴ نفر کشته شدند"
    start = text.index("۱")
    view = TextView(text, MONDAY, language="fa")
    verdict = When().verify(ClaimedValue(value="2016-02-20", quote="۱ اسفند"), Span(start=start, end=start + 7), view)
    assert (verdict.status.value, verdict.reason) == ("unconfirmed", "other_calendar")


def test_a_time_of_day_is_that_of_the_sentences_day():
    text = "В суботу вранці загинули троє. Вранці тривав пожежа."
    view = TextView(text, MONDAY, language="uk")
    assert [r.resolved for r in When().read(view, 0, len(text))] == [DAY, "2016-02-22/2016-02-22"]
