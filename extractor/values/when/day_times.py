"""A time of day ("before dawn", "hours later") as the date of a claim: it is of the day that is given with it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from extractor.language.clauses import How
from extractor.language.tokens import PhraseTable, tokenise
from extractor.records import Span, Status, Verdict
from extractor.segments import TextView
from extractor.values.valuetype import Reading
from extractor.values.when.days import Days, parse_iso, shifted
from extractor.values.when.reading import language_of_dates
from extractor.values.when.words import DateWords

_REASON = "time_of_day"
_PART = "part"  # the flag of a reading of a time of day alone
_LONGEST = 3  # days; a time of day lies in a day, a night or a weekend


def is_time(reading: Reading) -> bool:
    """Whether a date expression is a time of day alone, read as of the day of publication."""
    return _PART in reading.flags


@cache
def _times(code: str) -> PhraseTable[bool]:
    words = DateWords.of(code)
    return PhraseTable([(phrase, True) for phrase in sorted(words.times | words.parts | words.nights)])


def time_of_day(view: TextView, span: Span) -> Span | None:
    """Where the first time of day is among the words at a span, in the text's language; `None` without one."""
    table = _times(language_of_dates(view))
    tokens = tokenise(view.text, span.start, span.end)
    for at in range(len(tokens)):
        hit = table.at(tokens, at)
        if hit is not None:
            return Span(start=tokens[hit.first].start, end=tokens[hit.last - 1].end)
    return None


def of_its_day(claimed: Days, told: Span, beside: Sequence[Reading], view: TextView) -> Verdict:
    """The verdict on a time of day against the claimed day.

    Args:
        claimed: the claim's day.
        told: where the time of day stands.
        beside: the date that the text gives for it, empty where there is none.
        view: the text.

    Returns:
        `supported` where the day beside it is claimed; `unconfirmed` for the day after ("hours later"), and, with no
        day beside it, for the day of publication and the one before; `contradicted` where its sentence has another
        day, otherwise `unsupported`.
    """
    words = view.text[told.start : told.end]

    def verdict(status: Status, detail: str) -> Verdict:
        return Verdict(status=status, reason=_REASON, detail=detail, decided=(told.start, told.end))

    day = next((r for r in beside if r.resolved), None)
    days = parse_iso(day.resolved) if day is not None and day.resolved else None
    if day is not None and days is not None and days.length <= _LONGEST:
        given = f"{words!r} is of {day.value.quote!r}, {days.iso()}"
        if days.meets(claimed):
            return verdict(Status.SUPPORTED, given)
        if claimed.first == shifted(days.last, 1) and claimed.length == 1:
            return verdict(Status.UNCONFIRMED, f"{given}, or of the day after")
        near = day.how in {How.CLAUSE, How.SENTENCE}
        return verdict(Status.CONTRADICTED if near else Status.UNSUPPORTED, f"{given}, not {claimed.iso()}")
    if view.published is None:
        return verdict(Status.UNSUPPORTED, f"{words!r} is of a day that the text does not give")
    recent = Days(shifted(view.published, -1), view.published)
    if claimed.within(recent):
        return verdict(Status.UNCONFIRMED, f"{words!r} can be of {claimed.iso()}; no day is given with it")
    return verdict(Status.UNSUPPORTED, f"{words!r} can be of {recent.iso()}; no other day is given with it")
