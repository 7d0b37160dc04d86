"""Where sentences end. One pass over the text, with a bounded look in both directions at every stop."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractor.segments.phrases import any_of
from extractor.segments.words import PageWords, SentenceEnds, calendar_names, months_after_ordinals

CLOSERS = "\"'”’»)]」』）】›"
MAX_SENTENCE = 3000
"""Code points; longer run without a stop (tables, lists of names) is cut at white space: readers work by sentence."""

_CLOSE = rf"(?:\s?»|[{re.escape(CLOSERS)}])*(?:\[\d{{1,3}}\])*"
_STOP = re.compile(
    rf"[.!?…]+{_CLOSE}(?=\s|$)"  # scripts that put a space after a stop
    rf"|(?<=[^\W\d_]{{3}})[.!?](?=[“\"‘]?[^\W\d_a-z][a-zà-ÿ]{{1,20}}\s)"  # "dead.The army": the space was lost
    rf"|[。！？｡؟۔।॥።։။]+{_CLOSE}"  # CJK, Arabic, Urdu, Devanagari, Ethiopic, Armenian, Burmese
)
_BEFORE = 24  # code points looked at before a stop, and after it
_AFTER = 40

_DATELINE = 80  # code points from the start of a paragraph within which a dateline stands
_DIGIT = re.compile(r"\d$")
_NUMBERED = re.compile(r"\s*\(?\d{1,3}")
_LETTERS_WITH_STOPS = r"(?:^|[^\w.])(?:[^\W\d_]\.)+[^\W\d_]|(?:^|[\s(\-–—“\"])[^\W\d_]"  # "U.S", "J"
_OPENERS = r"[“\"‘'(\[]*"


@dataclass(frozen=True, slots=True)
class _SentencePatterns:
    """The words of all languages, compiled: those that end before a stop, and those that begin after it."""

    title: re.Pattern[str]
    before_number: re.Pattern[str]
    month_or_day: re.Pattern[str]
    hour: re.Pattern[str]
    after_hour: re.Pattern[str]
    loose: re.Pattern[str]
    starter: re.Pattern[str]
    after_ordinal: re.Pattern[str]
    dateline: re.Pattern[str]


@cache
def _patterns() -> _SentencePatterns:
    words = SentenceEnds.of_all()
    months = calendar_names("months", "short_months")
    return _SentencePatterns(
        title=re.compile(rf"(?:^|[^\w.]){any_of(words.titles)}$"),
        before_number=re.compile(rf"(?:^|\W){any_of(words.before_numbers)}$"),
        month_or_day=re.compile(rf"(?:^|\W){any_of(calendar_names('short_months') | words.short_days)}$"),
        hour=re.compile(rf"(?:^|[\s\d]){any_of(words.hours)}$", re.IGNORECASE),
        after_hour=re.compile(rf"{any_of(calendar_names('weekdays') | months | words.time_zones)}|[A-Z]{{2,4}}\b"),
        loose=re.compile(rf"(?:{_LETTERS_WITH_STOPS}|(?:^|\W){any_of(words.loose)})$"),
        starter=re.compile(rf"{_OPENERS}{any_of(words.starters)}(?!\.)"),
        after_ordinal=re.compile(any_of(months_after_ordinals() | words.after_ordinals)),
        # "D.C. (AP)", "Tuesday. — Sixty"
        dateline=re.compile(rf"\s*(?:[-–—]|\((?:[A-Z]{{2,}}|{any_of(PageWords.of_all().agency_lines)}))"),
    )


def sentence_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a paragraph `text[start:end]`, without surrounding white space, in order.

    >>> text = "Gen. Ruiz spoke at 5 p.m. Monday. Nine died."
    >>> [text[a:b] for a, b in sentence_spans(text, 0, len(text))]
    ['Gen. Ruiz spoke at 5 p.m. Monday.', 'Nine died.']
    """
    begin = start
    for match in _STOP.finditer(text, start, end):
        if match.end() < end and _goes_on(text, match, begin, (start, end)):
            continue
        yield from _pieces(text, begin, match.end())
        begin = match.end()
    yield from _pieces(text, begin, end)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > MAX_SENTENCE:
        cut = max(
            text.rfind(" ", start + MAX_SENTENCE // 2, start + MAX_SENTENCE),
            text.rfind("\n", start, start + MAX_SENTENCE),
        )
        cut = cut if cut > start else start + MAX_SENTENCE
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    inner = piece.strip()
    if inner:
        first = start + len(piece) - len(piece.lstrip())
        yield first, first + len(inner)


def _goes_on(text: str, match: re.Match[str], begin: int, paragraph: tuple[int, int]) -> bool:
    """Whether the sentence goes on after this stop."""
    mark = text[match.start()]
    after = text[match.end() : min(paragraph[1], match.end() + _AFTER)]
    following = after.lstrip()
    first = following[:1]
    if mark in "。！？｡":
        return match.end() - match.start() > 1 and first == "と"  # Japanese: 「...。」と said
    if mark not in ".!?…" or first.islower():
        return mark in ".!?…"
    stops = match.group().rstrip(CLOSERS)
    if stops != ".":
        return stops.startswith(("...", "…")) and (first.isdigit() or first in ",;:")
    return (
        first in ",;:"
        or _is_dateline(text, match, begin, paragraph, after)
        or _is_abbreviation(text[max(begin, match.start() - _BEFORE) : match.start()], following)
    )


def _is_dateline(text: str, match: re.Match[str], begin: int, paragraph: tuple[int, int], after: str) -> bool:
    """Whether the stop belongs to a dateline at the head of a paragraph, or to the number of a list item."""
    if match.start() - begin < _BEFORE and _NUMBERED.fullmatch(text, begin, match.start()):
        return True  # "2. Three hurt"
    return match.start() - paragraph[0] < _DATELINE and bool(_patterns().dateline.match(after))


def _is_abbreviation(before: str, following: str) -> bool:
    words, digit = _patterns(), following[:1].isdigit()
    if words.title.search(before):
        return True
    if words.before_number.search(before):
        return digit
    if words.month_or_day.search(before):
        return digit or bool(words.month_or_day.search(following.partition(".")[0]))
    if words.hour.search(before):
        return bool(words.after_hour.match(following))
    if words.loose.search(before):
        return not words.starter.match(following)
    return bool(_DIGIT.search(before) and words.after_ordinal.match(following))
