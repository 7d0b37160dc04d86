"""When: date expressions, resolved against the publication day to the earliest and latest possible day (UCDP)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import ClassVar

from extractor.language.clauses import (
    How,
    clause_bounds,
    lead_after,
    opens_aside,
    sentences_back,
    stands_apart,
    tells_of_two,
)
from extractor.records import CheckedValue, ClaimedValue, Document, Span, Status, Verdict
from extractor.segments import Segment, TextView
from extractor.values.valuetype import FieldRole, Fused, Reading, ValueType, Witness
from extractor.values.when.day_times import is_time, of_its_day, time_of_day
from extractor.values.when.days import Days, iso_value, one_day, parse_iso
from extractor.values.when.judging import (
    UNKNOWN_DAY,
    allows,
    another_deed,
    apart,
    compare,
    days_of,
    opens_before,
    other_day,
    unread,
)
from extractor.values.when.publication import dateline_date
from extractor.values.when.reading import dated, dates_between
from extractor.values.when.roles import end_of_telling, is_in_apposition, is_of_another_deed

__all__ = ["When", "dated_view", "dateline_date"]

_FULL_YEAR = re.compile(r"\d{4}")  # a full date of the day of publication is a page's own, not an event's
_LONG = 45  # days; a longer interval ("since 2011") is background and is not carried to another sentence's figure


def dated_view(document: Document) -> TextView:
    r"""The view of a document, dated from its own head where its metadata gives no day of publication.

    The day a page calls its publication, or that of a dateline, counts; without any, `published` stays `None` and
    relative dates stay unresolved.

    >>> text = "KABUL, March 12, 1998 (Wire) - A bomb killed four people on Tuesday."
    >>> dated_view(Document(id="a", text=text, sha256="")).published
    datetime.date(1998, 3, 12)
    """
    view = TextView.of(document)
    return view if view.published is not None else dated(view, dateline_date(view))


class When(ValueType):
    """A point or interval in time. `Reading.kind` is the precision: day, week, month, year, interval.

    `Reading.resolved` is `earliest/latest` in ISO days, `None` for what needs a publication date nobody knows or
    another event's date ("two weeks later"); flags: `relative`, `unresolved`, `other_event`, `approximate`,
    `ambiguous`, `historical`, `future`, `since`, `statement` (the day somebody spoke), `dateline`.
    """

    name: ClassVar[str] = "when"
    role = FieldRole.WHEN

    def read(self, view: TextView, start: int, end: int) -> list[Reading]:
        """Every date expression in `view.text[start:end]`.

        >>> from datetime import date
        >>> [r.resolved for r in When().read(TextView("It hit on Sunday.", date(2016, 2, 22)), 0, 17)]
        ['2016-02-21/2016-02-21']
        """
        return dates_between(view, start, end)

    def govern(self, view: TextView, start: int, end: int) -> list[Reading]:
        """The date of what a figure at `text[start:end]` counts: its clause, its sentence, else carried from before."""
        low, high = clause_bounds(view, start, end)
        if found := _nearest(self.own_dates(view, start, end), start, How.CLAUSE, view):
            return found
        sentence = view.sentence_at(start)
        if found := _nearest(self._in_sentence(view, sentence, (low, high), start), start, How.SENTENCE, view):
            return found
        return self._carried(view, start) or self._told_next(view, start)

    def own_dates(self, view: TextView, start: int, end: int) -> list[Reading]:
        """The dates that the clause of a figure at `text[start:end]` gives for what it tells.

        Not those of speech, nor of what people did about the event ("buried on Monday the victims of a blast").
        """
        low, high = clause_bounds(view, start, end)
        return [
            r
            for r in self._events(view, low, high)
            if not stands_apart(view, r.start, start)
            and not is_of_another_deed(view, r.start, r.end, start)
            and not is_in_apposition(view, r.start, end)
        ]

    def _told_next(self, view: TextView, start: int) -> list[Reading]:
        """Reads "..., police said on Monday. The attack took place late on Sunday." for a figure of the lead."""
        index = view.sentence_index(start)
        for sentence in view.sentences[index + 1 : index + 3] if index >= 0 else ():
            told = end_of_telling(view, sentence.start, sentence.end)
            if told is None:
                continue
            low, high = clause_bounds(view, told - 1, told)
            if found := [r for r in self._events(view, max(low, sentence.start), high) if r.resolved]:
                return [replace(found[0], how=How.PARAGRAPH)]
        return []

    def _events(self, view: TextView, low: int, high: int) -> list[Reading]:
        # German sentence breaks fall inside "26. November": a date that reaches into the stretch counts.
        reaching = dates_between(view, max(0, low - 25), high)
        return [r for r in reaching if r.end > low and not r.flags & {"statement", "future", "dateline"}]

    def _in_sentence(self, view: TextView, sentence: Segment, clause: tuple[int, int], start: int) -> list[Reading]:
        """Dates of the sentence's other clauses; a clause that begins "after", "before" tells of another event."""
        found: list[Reading] = []
        for reading in self._events(view, sentence.start, sentence.end):
            if clause[0] <= reading.start < clause[1] or stands_apart(view, reading.start, start):
                continue
            low, _ = clause_bounds(view, reading.start, reading.end)
            lead = view.text[low : low + 9].lstrip(" ,").lower()
            aside = low > start and lead.startswith(("after", "before", "when", "which", "who", "where"))
            if aside and reading.flags & {"historical", "since"}:
                continue
            found.append(reading)
        return found

    def _carried(self, view: TextView, start: int) -> list[Reading]:
        figure = Span(start=start, end=start)
        for sentence, how in sentences_back(view, start):
            current = [
                r
                for r in self._events(view, sentence.start, sentence.end)
                if r.resolved and "since" not in r.flags
                if ("historical" not in r.flags and _length(r) <= _LONG)
                or (how is How.PARAGRAPH and opens_before(view, r, figure))
                if not stands_apart(view, r.start, -1)
            ]
            if current:
                return [replace(current[-1], how=how)]
        for sentence in lead_after(view, start):
            if current := self._events(view, sentence.start, sentence.end):
                return [replace(current[0], how=How.HEADLINE)]
        return []

    def verify(self, value: ClaimedValue, span: Span, view: TextView, anchor: Span | None = None) -> Verdict:
        """Do the words at `span` resolve to the claimed ISO date or interval, and are they the anchor's date?"""
        claimed = parse_iso(value.value) if isinstance(value.value, str) else None
        if claimed is None:
            wanted = "an ISO date, or two with a slash, the earlier first"
            return Verdict(status=Status.UNSUPPORTED, reason="not_a_date", detail=f"{value.value!r} is not {wanted}")
        readings = dates_between(view, span.start, span.end) or _around(view, span)
        if all(map(is_time, readings)) and (told := time_of_day(view, span)) is not None:
            return self._of_time(claimed, told, view, anchor)
        if not readings:
            return unread(claimed, view.text[span.start : span.end])
        verdicts = [compare(claimed, value, reading, view) for reading in readings]
        order = [Status.SUPPORTED, Status.UNCONFIRMED, Status.UNSUPPORTED, Status.CONTRADICTED]
        best = min(range(len(verdicts)), key=lambda i: (order.index(verdicts[i].status), i))
        if verdicts[best].usable and anchor is not None:
            return self._linked(verdicts[best], readings[best], claimed, view, anchor)
        return verdicts[best]

    def _of_time(self, claimed: Days, told: Span, view: TextView, anchor: Span | None) -> Verdict:
        """The verdict on a time of day: its day is that of its own clause, then of the claim's anchor."""
        places = (told, anchor) if anchor is not None else (told,)
        found = [r for at in places for r in self.govern(view, at.start, at.end) if not is_time(r)]
        return of_its_day(claimed, told, found, view)

    def _linked(self, verdict: Verdict, reading: Reading, claimed: Days, view: TextView, anchor: Span) -> Verdict:
        """The verdict on words that mean the claimed date: is it the day of what the claim's anchor tells?

        A day that the anchor's own clause gives contradicts; a day of speech, or one that stands farther off than
        another, is not confirmed.
        """
        if anchor.start <= reading.start and reading.end <= anchor.end:
            return verdict
        own = self.own_dates(view, anchor.start, anchor.end)
        dated = [r for r in own if r.resolved]
        if dated and not any(allows(r, claimed) for r in dated):
            other = _nearest(dated, anchor.start, How.CLAUSE, view)[0]
            return other_day(Status.CONTRADICTED, "governs_other", reading, other)
        return self._beside(verdict, reading, claimed, view, anchor)

    def _beside(self, verdict: Verdict, reading: Reading, claimed: Days, view: TextView, anchor: Span) -> Verdict:
        """The verdict where the anchor's clause gives no other day: confirmed by what the reader finds about it."""
        governing = self.govern(view, anchor.start, anchor.end)
        same = view.sentence_index(reading.start) == view.sentence_index(anchor.start)
        if any(allows(other, claimed) for other in governing) or opens_before(view, reading, anchor):
            return verdict
        if "statement" in reading.flags or is_of_another_deed(view, reading.start, reading.end, anchor.start):
            return another_deed(reading)
        same = same and not stands_apart(view, reading.start, anchor.start)
        if not governing:
            told = same or (self._only_day(view, claimed) and not opens_aside(view, reading.start))
            return verdict if told else apart(reading)
        near = governing[0].how in {How.CLAUSE, How.SENTENCE}
        if same and not near:
            return verdict
        return other_day(Status.UNCONFIRMED, "another_date_nearer", reading, governing[0])

    def _only_day(self, view: TextView, claimed: Days) -> bool:
        """Do all the days that the article gives for events allow the claimed one?"""
        readings = [
            r
            for r in self._events(view, 0, len(view.text))
            if r.resolved and not r.flags & {"historical", "since", "other_event"}
            if not (_FULL_YEAR.search(r.value.quote or "") and days_of(r) == one_day(view.published or date.min))
        ]
        return all(allows(r, claimed) for r in readings)

    def resolve(self, value: ClaimedValue, span: Span, view: TextView) -> str | None:
        """`earliest/latest` of the words; of several, the one that meets the claimed value, else the first."""
        resolved = [r for r in (dates_between(view, span.start, span.end) or _around(view, span)) if r.resolved]
        claimed = parse_iso(value.value) if isinstance(value.value, str) else None
        for reading in resolved:
            days = days_of(reading)
            if claimed and days and claimed.meets(days):
                return reading.resolved
        return resolved[0].resolved if resolved else None

    def compatible(self, one: CheckedValue, other: CheckedValue) -> bool:
        """Have the two a possible day in common? An unresolved date excludes nothing."""
        first, second = _interval(one), _interval(other)
        return first is None or second is None or first.meets(second)

    def alike(self, one: CheckedValue, other: CheckedValue) -> bool:
        """Do the days that the claims state have one in common?"""
        left, right = parse_iso(str(one.claimed.value)), parse_iso(str(other.claimed.value))
        return left is None or right is None or left.meets(right)

    def fuse(self, witnesses: Sequence[Witness], rule: str) -> Fused:
        """The narrowest interval that all allow; where they conflict, that of the most source lines."""
        known = [(i, days) for i, w in enumerate(witnesses) if (days := _interval(w.value)) is not None]
        if not known:
            return Fused(None, f"{rule}: no resolved date")
        conflicts = tuple((i, j) for n, (i, a) in enumerate(known) for j, b in known[n + 1 :] if not a.meets(b))
        best = min(
            (days for _, days in known),
            key=lambda days: (-_lines(witnesses, known, days), days.length, days.first, days.last),
        )
        agreeing = [(i, days) for i, days in known if days.meets(best)]
        first, last = best.first, best.last
        for _, days in sorted(agreeing, key=lambda item: (item[1].length, item[1].first, item[1].last)):
            if days.first <= last and first <= days.last:
                first, last = max(first, days.first), min(last, days.last)
        fused = Days(first, last)
        supporting = tuple(i for i, days in agreeing if days.meets(fused))
        name = "narrowest agreed interval" if not conflicts else "interval of most source lines"
        return Fused(iso_value(fused), name, supporting=supporting, conflicts=conflicts)


def _lines(witnesses: Sequence[Witness], known: list[tuple[int, Days]], days: Days) -> int:
    return len({witnesses[i].line for i, other in known if other.meets(days)})


def _length(reading: Reading) -> int:
    days = days_of(reading)
    return days.length if days else 0


def _interval(value: CheckedValue) -> Days | None:
    if value.resolved:
        return parse_iso(value.resolved)
    claimed = value.claimed.value
    known = value.verdict.usable or value.verdict.reason != UNKNOWN_DAY
    return parse_iso(claimed) if isinstance(claimed, str) and known else None


def _nearest(readings: list[Reading], position: int, how: How, view: TextView) -> list[Reading]:
    """The reading nearest to a figure, one behind it before one as far ahead of it.

    One beyond an "and" is another conjunct's: "12 in Kolo on Saturday and 5 in Dosso on Monday".
    """

    def rank(reading: Reading) -> tuple[bool, int, int]:
        behind = reading.start >= position
        low, high = (position, reading.start) if behind else (reading.end, position)
        apart = tells_of_two(view, low, max(low, high))
        return apart, reading.start - position if behind else position - reading.end, reading.start

    return [replace(r, how=how) for r in sorted(readings, key=rank)[:1]]


def _around(view: TextView, span: Span) -> list[Reading]:
    """A quote that cuts an expression short ("Sunday" of "late on Sunday") still reads as the whole of it."""
    sentence = view.sentence_at(span.start)
    return [
        r
        for r in dates_between(view, sentence.start, max(sentence.end, span.end))
        if r.start < span.end
        and span.start < r.end
        and 2 * min(span.end - span.start, r.end - r.start) >= r.end - r.start
    ]
