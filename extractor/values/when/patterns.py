"""The patterns of English dates, each with the function of `grammar` that resolves its match, and those of numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

from extractor.values.when import grammar
from extractor.values.when.english import alternation, english
from extractor.values.when.parsed import Basis, Parsed
from extractor.values.when.roles import event_stems

Resolver = Callable[[re.Match[str], Basis], Parsed | None]
Pattern = tuple[re.Pattern[str], Resolver, frozenset[str]]
_S = r"[^\S\r\n]{1,3}"
_S0 = r"[^\S\r\n]{0,3}"
_SLOT = re.compile(r"%\{(\w+)\}")
_ANY: frozenset[str] = frozenset()
_RESOLVERS: dict[str, Resolver] = {
    "day_range": grammar.read_day_range,
    "month_range": grammar.read_month_range,
    "day_month": grammar.read_day_month,
    "month_day": grammar.read_month_day,
    "month_year": grammar.read_month_year,
    "month_alone": grammar.read_month_alone,
    "year": grammar.read_year,
    "weekday": grammar.read_weekday,
    "relative_day": grammar.read_relative_day,
    "period": grammar.read_period,
    "ago": grammar.read_ago,
    "window": grammar.read_window,
    "other_event": grammar.read_other_event,
    "holiday": grammar.read_holiday,
    "named": grammar.read_named,
}


@cache
def numeric_patterns() -> tuple[Pattern, ...]:
    """Dates in numbers alone, the same in every language."""
    return (
        (re.compile(r"(?<![\d/-])(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)"), grammar.read_iso, _ANY),
        (
            re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])"),
            grammar.read_numeric,
            _ANY,
        ),
    )


@cache
def english_patterns() -> tuple[Pattern, ...]:
    """The forms of English, the more specific first; compiled on first use.

    Beside each pattern the lower-case words of which one must stand near for it to match (empty: no such words).
    """
    known = english()
    initials = "".join(sorted({word[0] for word in known.months}))
    slots = {
        "s": _S,
        "s0": _S0,
        "month": rf"(?<!\w)(?=[{initials}])({alternation(known.months)})(?!\w)",
        "year": r"((?:1[0-9]|20)\d\d)(?!\d|-\d)",
        "part": rf"(?:(early|late|mid|the{_S}(?:start|beginning|end|middle){_S}of)(?:{_S}|-)(?:in{_S})?)?",
        "hedge": rf"(?P<hedge>(?:(?:just|only|about|around|roughly|some|more|less|than|over|under|nearly|almost){_S}){{0,3}})",  # noqa: E501
        "num": rf"(?:\d{{1,3}}|{alternation(known.numbers)})",
        "days": alternation(known.days).replace(r"\ ", _S),
        "weekdays": alternation(known.long_weekdays),
        "holidays": alternation(known.holidays),
        "named": alternation(known.named),
        "things": alternation(known.forms.things),
        "happening": "|".join(event_stems()),
    }
    gates = {
        "month": tokens_of(known.months),
        "weekdays": tokens_of(known.weekdays),
        "days": tokens_of(known.days),
    }
    made: list[Pattern] = []
    for form in known.forms.forms:
        pattern = re.compile(_SLOT.sub(lambda slot: slots[slot[1]], form.form), re.IGNORECASE)
        gate = next((words for slot, words in gates.items() if f"%{{{slot}}}" in form.form), form.near)
        made.append((pattern, _RESOLVERS[form.reads], gate))
    return tuple(made)


def tokens_of(phrases: Iterable[str]) -> frozenset[str]:
    """The longest word of each phrase: without it the phrase does not stand in a text.

    >>> sorted(tokens_of(["last night", "early on"]))
    ['early', 'night']
    """
    return frozenset(max(re.findall(r"\w+", phrase), key=len) for phrase in phrases)


@cache
def triggers() -> frozenset[str]:
    """Lower-case words near which an English date can stand; elsewhere the patterns are not tried."""
    known = english()
    units = known.forms.units | known.forms.spans
    named = tokens_of([*known.months, *known.weekdays, *known.days, *known.holidays])
    return (units | {unit + "s" for unit in units} | known.forms.triggers | named) - known.forms.idle
