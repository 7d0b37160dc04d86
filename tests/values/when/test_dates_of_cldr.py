"""Every month and weekday of CLDR reads back, in the orders that CLDR gives, in every language that has data."""

from datetime import date

import pytest

from extractor.language import codes
from extractor.segments import TextView
from extractor.values.when.reading import read_dates
from extractor.values.when.row_reading import read_rows
from extractor.values.when.words import CalendarWords, DateWords, date_codes

PUBLISHED = date(2016, 2, 22)  # a Monday
DAYS = (3, 17, 28)


def months(code):
    """Each name of each month; of a language that numbers them, the numbers."""
    named = CalendarWords.of(code).months
    return [(int(n), form) for n, forms in named.items() for form in sorted(forms)] or [
        (n, str(n)) for n in range(1, 13)
    ]


def text_of(row, day, month, year, name):
    """A row of CLDR as text, with its closing blank marks as they are written: `21. února 2015`."""
    text = row.replace("<day>", str(day)).replace("<year>", str(year)).replace("<month>", name)
    text = text.replace("<m>", str(month))
    return text.replace(" .", ".").replace(" ,", ",").replace(" - ", "-")


def resolved(text, code):
    if code == "en":
        return [r.resolved for r in read_dates(TextView(text, PUBLISHED, language=code))]
    return [hit.parsed.days and hit.parsed.days.iso() for hit in read_rows(text, code, PUBLISHED)]


@pytest.mark.parametrize("code", date_codes())
def test_months_read_back_in_the_orders_of_the_language(code):
    assert len({n for n, _ in months(code)}) == 12
    rows = [row for row in CalendarWords.of(code).rows if "<day>" in row]
    assert rows
    wrong = []
    for row in rows:
        for number, name in months(code):
            if ("<month>" in row) == (name == str(number)):
                continue
            for day in DAYS:
                year = 2014 if "<year>" in row else 2015 if (number, day) > (2, 22) else 2016
                wanted = date(year, number, day).isoformat()
                text = text_of(row, day, number, 2014, name)
                if resolved(text, code) != [f"{wanted}/{wanted}"]:
                    wrong.append((text, resolved(text, code)))
    assert wrong == []


@pytest.mark.parametrize("code", date_codes())
def test_weekdays_read_back(code):
    """A name that is a word besides (`weak`) reads back beside a word for the last or next one."""
    words = DateWords.of(code)
    wrong = []
    listed = [(int(n), form) for n, forms in CalendarWords.of(code).weekdays.items() for form in sorted(forms)]
    assert len({n for n, _ in listed}) == 7
    for number, name in listed:
        weak = name.casefold() in {w.casefold() for w in words.weak}
        text = f"{name} {min(words.last)}" if weak else name
        day = 21 if number == 7 else 14 + number if number > 1 or weak else 22
        if resolved(text, code) != [f"2016-02-{day}/2016-02-{day}"]:
            wrong.append((text, resolved(text, code)))
    assert wrong == []


def test_all_languages_of_counts_have_a_calendar():
    assert set(codes()) <= set(date_codes())
    assert set(DateWords.codes()) == set(date_codes())
