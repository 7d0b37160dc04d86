"""When a figure's event took place, against the days that the article is about: news, or told as history."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractor.language.clauses import How
from extractor.segments import TextView
from extractor.values.modality.cues import ModalityWords
from extractor.values.valuetype import Reading
from extractor.values.when.days import parse_iso
from extractor.values.when.when import When

_WHEN = When()
_NEWS = 45  # days back that reports still tell as news
_LONG = 365  # days back that nobody tells as news
_NEAR = frozenset({How.CLAUSE, How.SENTENCE, How.PARAGRAPH})


@dataclass(frozen=True, slots=True)
class Told:
    """The words that date a figure's event: `start`, `end`, and the days from it to the publication (least)."""

    start: int
    end: int
    back: int

    by_year: bool = False
    running: bool = False  # a stretch of months up to now: a sum of many events

    @property
    def old(self) -> bool:
        """Too old for news."""
        return self.back > _NEWS

    @property
    def long_ago(self) -> bool:
        """So old that it is history to any reader, or told by no more than its year."""
        return self.back > _LONG or (self.by_year and self.old)


@cache
def _years_after() -> re.Pattern[str]:
    """Some years after an event, in any language, up to a figure of the same clause."""
    patterns = "|".join(ModalityWords.of_all().years_after)
    return re.compile(rf"(?:\w+\s+){{0,3}}(?:{patterns})\b[^,;:]*$", re.IGNORECASE)


def told_time(view: TextView, start: int, end: int) -> Told | None:
    """When what is told at `text[start:end]` happened, by the date that governs it; `None` when nothing says.

    >>> from datetime import date
    >>> text = "Twenty years after the flood that killed 12,000, families met."
    >>> told_time(TextView(text, date(2016, 3, 1)), 41, 47).long_ago
    True
    """
    sentence = view.sentence_at(start)
    after = _years_after().search(view.text, max(sentence.start, start - 200), start)
    if after is not None:
        return Told(after.start(), after.end(), _LONG + 1)
    own = [r for r in _WHEN.own_dates(view, start, end) if r.resolved]
    governing = [r for r in _WHEN.govern(view, start, end) if r.resolved and r.how in _NEAR]
    dated = [told for r in (own or governing) if (told := dated_back(view, r)) is not None]
    return min(dated, key=lambda told: (told.back, told.start)) if dated else None


def dated_back(view: TextView, reading: Reading) -> Told | None:
    """How far back a date lies; `None` without a day of publication."""
    days = parse_iso(reading.resolved) if reading.resolved else None
    if days is None or view.published is None:
        return None
    back = (view.published - days.last).days
    return Told(reading.start, reading.end, back, reading.kind == "year", running=back <= _NEWS < days.length)
