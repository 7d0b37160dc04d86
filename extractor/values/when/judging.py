"""The verdicts on a date: what words mean against a claimed day, and how they stand to the claim's figure."""

from __future__ import annotations

import re

from extractor.records import ClaimedValue, Span, Status, Verdict
from extractor.segments import TextView
from extractor.values.valuetype import Reading
from extractor.values.when.days import Days, parse_iso
from extractor.values.when.supposing import fits_undated

_OPENING = 12  # code points before a date that opens its sentence: "Early in ", "On "


def days_of(reading: Reading) -> Days | None:
    """The days that a reading means; `None` for what cannot be dated."""
    return parse_iso(reading.resolved) if reading.resolved else None


def allows(reading: Reading, claimed: Days) -> bool:
    """Can the words be the claimed day? What cannot be dated excludes none."""
    days = days_of(reading)
    return days is None or days.meets(claimed)


def opens_before(view: TextView, reading: Reading, anchor: Span) -> bool:
    """Does the date open the sentence before the figure's and so set the time ("In April last year, ...")?"""
    index = view.sentence_index(reading.start)
    opened = index >= 0 and reading.start - view.sentences[index].start <= _OPENING
    return opened and view.sentence_index(anchor.start) == index + 1


def unread(claimed: Days, words: str) -> Verdict:
    """The verdict on words without an expression that is read: the claim's numbers may stand there all the same.

    >>> unread(parse_iso("2016-09-21"), "21 Sebutemba 2016").reason
    'numbers_only'
    """
    numbers = {int(n) for n in re.findall(r"\d+", words)}
    year = claimed.first.year in numbers
    day = claimed.length > 1 or claimed.first.day in numbers
    foreign = any(c.isalpha() and not c.isascii() for c in words)
    if day and numbers and (year or (foreign and claimed.length == 1)):
        detail = "the numbers of the date are in the words, but in no form that the reader takes for a date"
        return Verdict(status=Status.UNCONFIRMED, reason="numbers_only", detail=detail)
    return Verdict(status=Status.UNSUPPORTED, reason="no_date", detail="no date expression in the quoted words")


def another_deed(reading: Reading) -> Verdict:
    """The verdict on the day of speech or of what was done about the event."""
    return Verdict(
        status=Status.UNCONFIRMED,
        reason="another_deed",
        detail=f"{reading.value.quote!r} is the day of what was said or done about it, not of the event",
        decided=(reading.start, reading.end),
    )


def apart(reading: Reading) -> Verdict:
    """The verdict on a day far from a figure that stands undated."""
    return Verdict(
        status=Status.UNCONFIRMED,
        reason="not_beside_figure",
        detail=f"{reading.value.quote!r} stands apart from the figure, and no date stands beside it",
        decided=(reading.start, reading.end),
    )


def other_day(status: Status, reason: str, reading: Reading, other: Reading) -> Verdict:
    """The verdict on a day where `other` stands nearer the figure."""
    return Verdict(
        status=status,
        reason=reason,
        detail=f"{other.value.quote!r} stands nearer the claim's figure than {reading.value.quote!r}",
        decided=(other.start, other.end),
    )


UNKNOWN_DAY = "unresolved_without_publication_date"


def _about(reading: Reading, claimed: Days, days: Days) -> bool:
    """Is a day inside a short stretch as good as named ("a week ago", "overnight", "since late Wednesday")?"""
    if "approximate" in reading.flags:
        return days.length <= 10  # noqa: PLR2004 - "a week ago" is a few days wide
    if "since" in reading.flags:
        return claimed.first == days.first and days.length <= 3  # noqa: PLR2004 - no longer than a night and a day
    return "night" in reading.flags and parse_iso(str(reading.value.value)) == days


def _undated(claimed: Days, reading: Reading, view: TextView) -> Verdict:
    """The verdict on words that need a day nobody states: of publication, or of another event."""
    decided, words = (reading.start, reading.end), reading.value.quote
    if "other_calendar" in reading.flags:
        detail = f"{words!r} is a day by a name or a calendar that the reader cannot count in"
        return Verdict(status=Status.UNCONFIRMED, reason="other_calendar", detail=detail, decided=decided)
    other = "other_event" in reading.flags
    status, reason = Status.UNSUPPORTED, "relative_to_another_event" if other else UNKNOWN_DAY
    detail = f"{words!r} cannot be dated without knowing what it counts from"
    if not other and fits_undated(view, reading.start, reading.end, claimed):
        status = Status.UNCONFIRMED
        detail = f"{words!r} is {claimed.iso()} if the article appeared soon after; nobody states when it did"
    return Verdict(status=status, reason=reason, detail=detail, decided=decided)


def compare(claimed: Days, value: ClaimedValue, reading: Reading, view: TextView) -> Verdict:  # noqa: PLR0911 - one return a reason
    """The verdict on words that are read as a date, against the claimed days."""
    decided, words = (reading.start, reading.end), reading.value.quote
    days = days_of(reading)

    def verdict(status: Status, reason: str, detail: str) -> Verdict:
        return Verdict(status=status, reason=reason, detail=detail, decided=decided)

    if days is None:
        return _undated(claimed, reading, view)
    if claimed == days or value.value == reading.value.value:
        return verdict(Status.SUPPORTED, "same_interval", f"{words!r} is {days.iso()}")
    if days.within(claimed):
        return verdict(Status.SUPPORTED, "coarser", f"{words!r} is {days.iso()}, inside the claimed {claimed.iso()}")
    if not claimed.meets(days):
        if "other_event" in reading.flags:
            detail = f"{words!r} counts from another day, which seems to make it {days.iso()}"
            return verdict(Status.UNSUPPORTED, "relative_to_another_event", detail)
        return verdict(Status.CONTRADICTED, "other_date", f"{words!r} is {days.iso()}, not {claimed.iso()}")
    if claimed.within(days):
        if _about(reading, claimed, days):
            return verdict(Status.SUPPORTED, "approximate", f"{words!r} is about then: {days.iso()}")
        if "night" in reading.flags or ("since" in reading.flags and claimed.first == days.first):
            return verdict(Status.UNCONFIRMED, "too_precise", f"{words!r} is {days.iso()}, longer than claimed")
        return verdict(Status.UNSUPPORTED, "too_precise", f"{words!r} only says {days.iso()}")
    return verdict(Status.UNSUPPORTED, "overlaps", f"{words!r} is {days.iso()}, which the claim only partly covers")
