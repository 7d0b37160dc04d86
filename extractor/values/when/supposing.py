"""Could words of an undated article be the claimed day? Read as if the article had appeared soon after that day."""

from __future__ import annotations

from datetime import timedelta

from extractor.segments import TextView
from extractor.values.when.days import Days, parse_iso
from extractor.values.when.reading import dated, dates_between

_GAPS = (0, 1, 2, 3, 6, 13, 35)  # days between what happened and the article


def fits_undated(view: TextView, start: int, end: int, claimed: Days) -> bool:
    """Do the words of an undated article say `claimed`, but for the year or the week?

    They must mean it for a day of publication soon after, and not mean the next day (or month) as well: "Thursday" and
    "October 15" do, "yesterday" may be any day.

    >>> text = "It went off on Thursday."
    >>> [fits_undated(TextView(text), 12, 23, parse_iso(day)) for day in ("2012-08-16", "2012-08-17")]
    [True, False]
    """
    try:
        next_one = Days(claimed.first + timedelta(days=claimed.length), claimed.last + timedelta(days=claimed.length))
        return _means(view, start, end, claimed) and not _means(view, start, end, next_one)
    except OverflowError:
        return False


def _means(view: TextView, start: int, end: int, claimed: Days) -> bool:
    """Is there a day of publication, soon after `claimed`, for which `view.text[start:end]` means it?"""
    sentence = view.sentence_at(start)
    text = view.text[sentence.start : max(sentence.end, end)]
    low, high = start - sentence.start, end - sentence.start
    for gap in _GAPS:
        supposed = dated(view, claimed.last + timedelta(days=gap), text)
        for reading in dates_between(supposed, 0, len(text)):
            days = parse_iso(reading.resolved) if reading.resolved else None
            beside = reading.start < high and low < reading.end
            if beside and days is not None and days.within(claimed):
                return True
    return False
