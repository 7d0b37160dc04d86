"""Find and resolve every date expression of a text, once a view; and the date an article gives itself."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from extractor.language.clauses import clause_bounds
from extractor.language.detecting import is_evident, language_of_view
from extractor.records import ClaimedValue
from extractor.segments import TextView, per_text
from extractor.values.valuetype import Reading
from extractor.values.when.anchoring import anchored
from extractor.values.when.datelines import opens_dateline
from extractor.values.when.days import Days, iso_value, night_of, one_day, parse_iso, shifted
from extractor.values.when.english import alternation
from extractor.values.when.grammar import of_year
from extractor.values.when.parsed import Basis, Parsed
from extractor.values.when.patterns import Pattern, english_patterns, numeric_patterns, triggers
from extractor.values.when.roles import is_of_speech, names_event
from extractor.values.when.row_reading import date_language, read_rows
from extractor.values.when.words import DateWords, date_codes

_TOKEN = re.compile(r"\w+")
_WINDOW = 60  # no expression of the grammar is longer
_HISTORICAL_DAYS = 8  # an event a week old is still news; older than that an article looks back
# "the worst attack since 2005" compares; it does not say how long the dying lasted.
_COMPARED = re.compile(r"\b(?:\w+est|worst|first|most)\b[^.;]{0,50}$", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:killed|died|dead|exploded|attacked|wounded|injured|said|struck|sank|collapsed)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _DateHit:
    start: int
    end: int
    parsed: Parsed


@per_text
def read_dates(view: TextView) -> tuple[Reading, ...]:
    """Every date expression of the whole text, in order."""
    known = _readings(view, _hits(view))
    written = _written(view, known)
    if written is not None and written != view.published:
        based = dated(view, written)
        known = _readings(based, _hits(based))
    return known


def dated(view: TextView, published: date | None, text: str | None = None) -> TextView:
    """The view as if published on a day (with another text: in the same language), nothing known of it yet."""
    language = language_of_view(view) or view.language
    return TextView(view.text if text is None else text, published, view.headline, view.document, language)


_ENGLISH = "en"
_SHORT = 2_000  # characters; of a longer text whose language nothing tells no dates are read


@per_text
def language_of_dates(view: TextView) -> str:
    """The language whose dates a text has; of a short one that nothing tells, that which reads the most of it."""
    code = language_of_view(view)
    unsure = code in ("", _ENGLISH) and view.language is None and len(view.text) <= _SHORT
    if not unsure or (code == _ENGLISH and (is_evident(view, code) or any(_english_hits(view, view.text)))):
        return code
    return date_language(view.text, [c for c in date_codes() if c != _ENGLISH], view.published) or code


def _readings(view: TextView, hits: list[_DateHit]) -> tuple[Reading, ...]:
    made = anchored(view, [_reading(view, hit) for hit in hits], [hit.parsed.shift for hit in hits])
    return tuple(
        replace(r, flags=r.flags | {"historical"}) if "other_event" in r.flags and _is_old(view, r.resolved) else r
        for r in made
    )


def _is_old(view: TextView, resolved: str | None) -> bool:
    days = parse_iso(resolved) if resolved else None
    return days is not None and view.published is not None and (view.published - days.last).days > _HISTORICAL_DAYS


_OLDEST_COPY = 7  # days between the writing of wire copy and its printing


def _written(view: TextView, readings: tuple[Reading, ...]) -> date | None:
    """The day of a dateline: "yesterday" in copy of June 1 that a paper prints on June 2 is May 31."""
    first = next((r for r in readings if "dateline" in r.flags), None)
    days = parse_iso(first.resolved) if first and first.resolved else None
    if days is None or days.length != 1:
        return None
    if view.published is not None and not 0 <= (view.published - days.first).days <= _OLDEST_COPY:
        return None
    return days.first


def dates_between(view: TextView, start: int, end: int) -> list[Reading]:
    """The readings that lie wholly in `text[start:end]`."""
    readings = read_dates(view)
    first = bisect_left(readings, start, key=lambda r: r.start)
    found: list[Reading] = []
    for reading in readings[first:]:
        if reading.start >= end:
            break
        if reading.end <= end:
            found.append(reading)
    return found


def _windows(text: str) -> Iterator[tuple[int, int]]:
    known = triggers()
    low = high = -1
    for match in _TOKEN.finditer(text):
        word = match.group()
        year = len(word) <= 5 and word[:4].isdecimal() and len(word) >= 4  # noqa: PLR2004 - "1990", "1990s"
        if not year and word.lower() not in known:
            continue
        if match.start() - _WINDOW > high:
            if high >= 0:
                yield low, high
            low = max(0, match.start() - _WINDOW)
        high = min(len(text), match.end() + _WINDOW)
    if high >= 0:
        yield low, high


def _hits(view: TextView) -> list[_DateHit]:
    text = with_ascii_digits(view.text)
    code = language_of_dates(view)
    if code == _ENGLISH:
        return _joined(view.text, _english_hits(view, text))
    numeric = _matched(view, text, numeric_patterns(), (0, len(text)), code)
    taken = {i for hit in numeric for i in range(hit.start, hit.end)}
    rows = [
        _DateHit(hit.start, hit.end, hit.parsed)
        for hit in read_rows(view.text, code, view.published, lambda at: _is_future(view, at, at + 1, code))
        if hit.start not in taken and hit.end - 1 not in taken
    ]
    return without_parts(view, sorted([*numeric, *rows], key=lambda hit: hit.start))


def without_parts(view: TextView, hits: list[_DateHit]) -> list[_DateHit]:
    """The hits without the bare times of day of a sentence that gives a day: "on Sunday, ... at dawn"."""
    told = {view.sentence_index(hit.start) for hit in hits if "part" not in hit.parsed.flags}
    return [h for h in hits if "part" not in h.parsed.flags or view.sentence_index(h.start) not in told]


def _english_hits(view: TextView, text: str) -> list[_DateHit]:
    found: list[_DateHit] = []
    for low, high in _windows(text):
        found += _matched(view, text, (*numeric_patterns(), *english_patterns()), (low, high), _ENGLISH)
    return found


def _matched(
    view: TextView, text: str, patterns: tuple[Pattern, ...], window: tuple[int, int], code: str
) -> list[_DateHit]:
    """What the patterns match in a window of the text, the first and longest at each place."""
    low, high = window
    near = {word.lower() for word in _TOKEN.findall(text, low, high)}
    matches = [
        (match.start(), -match.end(), rank, match, resolver)
        for rank, (pattern, resolver, gate) in enumerate(patterns)
        if not (gate and gate.isdisjoint(near))
        for match in pattern.finditer(text, low, high)
    ]
    matches.sort(key=lambda item: item[:3])
    found: list[_DateHit] = []
    position = low
    for start, minus_end, _, match, resolver in matches:
        if start < position or minus_end == -start:
            continue
        parsed = resolver(match, Basis(view.published, _is_future(view, start, -minus_end, code)))
        if parsed is not None:
            start_of_words, end = _trimmed(view.text, start, -minus_end)
            found.append(_DateHit(start_of_words, end, parsed))
            position = -minus_end
    return found


_DIGIT = re.compile(r"[^\D0-9]")


def with_ascii_digits(text: str) -> str:
    """The text with the decimal digits of every script as 0 to 9; no offset moves.

    >>> with_ascii_digits("২১ মে")
    '21 মে'
    """
    if text.isascii():
        return text
    return _DIGIT.sub(lambda match: str(int(match.group())), text)


_NEXT_TO = re.compile(r"[\s,]*(?:of[\s]+)?", re.IGNORECASE)
_INTO = re.compile(r"\s+(?:(?:(?P<into>into|to|until)|on|from|of)\s+)?", re.IGNORECASE)
_TO = re.compile(r"\s*(?:-|–|to|and)\s*", re.IGNORECASE)
_NIGHT_OF = re.compile(r"\bnights?\s+of\s+$", re.IGNORECASE)


def _joined(text: str, hits: list[_DateHit]) -> list[_DateHit]:
    """The hits with those joined that are one date: "April last year", "geçen yıl Nisan", "overnight into Tuesday"."""
    made: list[_DateHit] = []
    for hit in hits:
        both = _one_date(text, made[-1], hit) if made else None
        if both is None:
            made.append(hit)
        else:
            made[-1] = both
    return made


def _one_date(text: str, last: _DateHit, hit: _DateHit) -> _DateHit | None:
    if "night" in last.parsed.flags and (gap := _INTO.fullmatch(text, last.end, hit.start)):
        days = hit.parsed.days
        if days is not None and days.length == 1:
            into = bool(gap["into"])
            night = replace(
                hit.parsed,
                days=night_of(days.first, into=into),
                value=None if into else days.first.isoformat(),
                precision="interval",
                flags=_NIGHT,
            )
            return _DateHit(last.start, hit.end, night)
    if _NIGHT_OF.search(text, max(0, last.start - 20), last.start) and _TO.fullmatch(text, last.end, hit.start):
        first, second = last.parsed.days, hit.parsed.days
        if first and second and first.length == 1 and second == one_day(shifted(first.first, 1)):
            night = replace(hit.parsed, days=Days(first.first, second.last), precision="interval", flags=_NIGHT)
            return _DateHit(last.start, hit.end, night)
    if not _NEXT_TO.fullmatch(text, last.end, hit.start) or re.search(r"\d{4}", text[last.start : hit.end]):
        return None
    both = of_year(last.parsed, hit.parsed) or of_year(hit.parsed, last.parsed)
    return _DateHit(last.start, hit.end, both) if both is not None else None


_NIGHT = frozenset({"night"})


_LEAD = re.compile(
    r"(?:\(|(?:in|since|of|by|before|after|during|until|from|on|around|throughout|through)\s+)+", re.IGNORECASE
)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the prepositions and brackets that the grammar needs but that are no part of the date."""
    match = _LEAD.match(text, start, end)
    start = match.end() if match else start
    while end > start and text[end - 1] in " \t\u00a0,.":
        end -= 1
    return start, end


def _is_future(view: TextView, start: int, end: int, code: str) -> bool:
    low, high = clause_bounds(view, start, end)
    before, after = view.text[max(low, start - 120) : start], view.text[end : min(high, end + 60)]
    words = _future(code)
    if words is None:
        return False
    ahead = words.search(before)
    if ahead:
        return not names_event(before[ahead.end() :])
    return bool(words.search(after)) and not _PAST.search(before)


@cache
def _future(code: str) -> re.Pattern[str] | None:
    """Words of what is to come, `None` for a language without any."""
    listed = DateWords.of(code).future
    return re.compile(rf"(?<!\w)(?:{alternation(listed)})(?!\w)", re.IGNORECASE) if listed else None


@cache
def _since(code: str) -> re.Pattern[str] | None:
    """Words right before the beginning of a stretch of time, `None` for a language without any."""
    listed = DateWords.of(code).since
    if not listed:
        return None
    words = alternation(listed)
    between = r"(?:\s+(?:at\s+least|early|late|mid|the))?"
    farther = rf"|(?<!\w)(?:{words})\s+(?:\w+\s+){{1,4}}(?:on\s+|in\s+)?$" if code == _ENGLISH else ""
    return re.compile(rf"(?<!\w)(?:{words}){between}[\s-]*${farther}", re.IGNORECASE)


def _reading(view: TextView, hit: _DateHit) -> Reading:
    text, parsed = view.text, hit.parsed
    flags, days, value, kind = set(parsed.flags), parsed.days, parsed.value, parsed.precision
    stretch = _since(language_of_dates(view))
    since = stretch.search(text, max(0, hit.start - 45), hit.start) if stretch else None
    if days is not None and since and not _COMPARED.search(text, max(0, since.start() - 60), since.start()):
        until = view.published if view.published and view.published > days.first else None
        days = Days(days.first, until) if until else days
        value, kind = (days.iso(), "interval") if until else (value, kind)
        flags.add("since")
    if days is not None and view.published is not None:
        if (view.published - days.last).days > _HISTORICAL_DAYS:
            flags.add("historical")
        if days.first > view.published:
            flags.add("future")
    if opens_dateline(view, hit.start, hit.end):
        flags.add("dateline")
    if days is not None and days.length == 2 and _NIGHT_OF.search(text, max(0, hit.start - 20), hit.start):  # noqa: PLR2004
        flags.add("night")
    if is_of_speech(view, hit.start, hit.end):
        flags.add("statement")
    return Reading(
        hit.start,
        hit.end,
        ClaimedValue(
            value=value or iso_value(days) if days else None, quote=text[hit.start : hit.end], start=hit.start
        ),
        kind,
        frozenset(flags),
        resolved=days.iso() if days else None,
    )
