"""The day an article says it was published, and the datelines of its copy."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from extractor.segments import TextView, Zone
from extractor.values.valuetype import Reading
from extractor.values.when.datelines import is_dateline
from extractor.values.when.days import parse_iso
from extractor.values.when.english import alternation
from extractor.values.when.reading import dated, dates_between
from extractor.values.when.words import DateWords, weekday_words

_HEAD = 2500
_LOOSE_WORD = re.compile(r"[^\W\d_]+")


@cache
def _stated() -> re.Pattern[str]:
    """Words that call a day that of publication, in any language."""
    return re.compile(rf"\b(?:{alternation(DateWords.of_all().published)})\b", re.IGNORECASE)


@cache
def _not_published() -> re.Pattern[str]:
    """Words of a line whose day is another one's: of a change, of a copyright."""
    return re.compile("|".join(DateWords.of_all().not_published), re.IGNORECASE)


def dateline_date(view: TextView) -> date | None:
    r"""The day an article says it was published, read from its head; `None` if it does not say.

    A line that calls itself published wins, then a line that is nothing but a date, then a dateline. A site's clock
    ("Last Update"), copyright lines and captions are no publication. Only a full date counts: without a year
    there is nothing to resolve it against.

    >>> dateline_date(TextView("Blast kills 4\nMonday 22 February 2016 08:27 GMT\nA bomb went off."))
    datetime.date(2016, 2, 22)
    """
    bare = dated(view, None, view.text[:_HEAD])
    ranked: list[tuple[int, int, date]] = []
    for segment in bare.paragraphs:
        line = bare.text[segment.start : segment.end]
        for reading in dates_between(bare, segment.start, segment.end):
            days = parse_iso(reading.resolved) if reading.resolved else None
            if days is None or days.length != 1:
                continue
            rank = _rank(bare, line, segment.zone, segment.start, reading)
            if rank is not None:
                ranked.append((rank, reading.start, days.first))
    return min(ranked)[2] if ranked else None


def _rank(view: TextView, line: str, zone: Zone, line_start: int, reading: Reading) -> int | None:
    before, after = view.text[line_start : reading.start], view.text[reading.end : line_start + len(line)]
    if _stated().search(before) and not _not_published().search(before):
        return 0
    if _not_published().search(line) or zone is Zone.CAPTION:
        return None
    loose = [w for w in _LOOSE_WORD.findall(before + " " + after) if w.lower() not in DateWords.of_all().clock]
    if not [w for w in loose if w.lower() not in weekday_words()]:
        return 1
    if is_dateline(before, after):
        return 2
    return None
