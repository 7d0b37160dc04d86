"""The patterns of date expressions as a table, each with the function of `date_grammar` that resolves its match."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

from extractor.language.wordlists import word_set
from extractor.values.when import calendar_words as words
from extractor.values.when.elapsed import elapsed_patterns, elapsed_words
from extractor.values.when.grammar import (
    PERIODS,
    read_ago,
    read_day_month,
    read_day_range,
    read_elapsed,
    read_foreign_period,
    read_french_yesterday,
    read_holiday,
    read_iso,
    read_last_period,
    read_month_alone,
    read_month_before,
    read_month_day,
    read_month_range,
    read_month_year,
    read_named,
    read_numeric,
    read_other_event,
    read_period,
    read_relative_day,
    read_weekday,
    read_window,
    read_year,
)
from extractor.values.when.joined import JOINED, joined_patterns
from extractor.values.when.parsed import Basis, Parsed
from extractor.values.when.role_words import EVENT_STEMS

Resolver = Callable[[re.Match[str], Basis], Parsed | None]
_S = r"[^\S\r\n]{1,3}"
_S0 = r"[^\S\r\n]{0,3}"


@cache
def patterns() -> tuple[tuple[re.Pattern[str], Resolver, frozenset[str]], ...]:
    """The grammar, the more specific first; compiled on first use.

    Beside each pattern the lower-case words of which one must stand near for it to match (empty: no such words).
    """
    initials = "".join(sorted({word[0] for word in words.month_numbers()}))
    mon = rf"(?<!\w)(?=[{initials}])({words.alternation(words.month_numbers())})(?!\w)"
    num = rf"(?:\d{{1,3}}|{words.alternation(words.NUMBERS)})"
    unit = r"(?P<unit>hour|day|week|fortnight|month|year|decade)"
    part = rf"(?:(early|late|mid|the{_S}(?:start|beginning|end|middle){_S}of)(?:{_S}|-)(?:in{_S})?)?"
    year4 = r"((?:1[0-9]|20)\d\d)(?!\d|-\d)"
    ordinal = r"(?:st|nd|rd|th|er|º|\.)?"
    hedge = (
        rf"(?P<hedge>(?:(?:just|only|about|around|roughly|some|more|less|than|over|under|nearly|almost){_S}){{0,3}})"
    )
    relative = words.alternation([*words.RELATIVE_DAYS, "overnight"]).replace(r"\ ", _S)
    things = (
        "people|men|women|homes|houses|families|civilians|soldiers|troops|others|dead|deaths|victims|tons|tonnes|km"
    )
    tails = words.alternation(words.MONTH_TAILS)
    passed = words.alternation(words.last_periods()).replace(r"\ ", _S)
    year2 = r"(?:19|20)\d\d"
    happening = "|".join(EVENT_STEMS)
    table: list[tuple[str, Resolver]] = [
        (r"(?<![\d/-])(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)", read_iso),
        (r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])", read_numeric),
        (rf"(?<!\d)(\d{{1,2}}){ordinal}{_S0}(?:-|–|to|and){_S0}(\d{{1,2}}){ordinal}{_S}(?:de{_S})?{mon}\.?(?:,?{_S}(?:de{_S})?{year4})?", read_day_range),  # noqa: E501
        (rf"{mon}\.?{_S}(\d{{1,2}}){_S0}(?:-|–|to){_S0}(\d{{1,2}})(?![\d:])(?:,?{_S}{year4})?", read_month_range),
        (rf"(?<![\d.,])(\d{{1,2}}){ordinal}{_S}(?:(?:of|de|di|من|شهر|tháng|hb){_S})?(?:d['’])?{mon}\.?(?:,?{_S}(?:de{_S}|del{_S}|of{_S}|năm{_S})?{year4})?(?!\d)", read_day_month),  # noqa: E501
        (rf"{mon}\.?{_S}(\d{{1,2}})(?!\d|[.:,]\d|{_S}(?:{things})\b)(?:st|nd|rd|th)?(?:,?{_S}{year4})?", read_month_day),  # noqa: E501
        (rf"{part}{mon}\.?,?{_S}(?:of{_S}|de{_S}|del{_S})?{year4}", read_month_year),
        (rf"(?<!\w)(in|since|last|next|this|early|late|mid|by|until|during|from|through|of|{words.alternation(words.MONTH_LEADS)})(?:{_S}|-){mon}(?!\.?{_S0}\d)", read_month_alone),  # noqa: E501
        (rf"{mon}(?={_S}(?:{tails})(?!\w))", read_month_before),
        (rf"(?<!\w)({passed})(?!\w)", read_last_period),
        (rf"(?<!\w)(in){_S}{mon}(?={_S}\d{{1,3}}{_S}[A-Za-z])", read_month_alone),
        (
            rf"(?=[12])(?<=\b(?:a|n) )(?P<hedge>)(?P<year>{year2})(?P<s>)(?={_S}(?:[a-z]+{_S})?(?:{happening}))",
            read_year,
        ),
        (rf"(?:(?<!\w)(?P<hedge>early|mid|late)(?:{_S}|-)(?:in{_S})?|(?<!\w)(?:in|since|of|by|before|after|during|until|from|en|em|nel|im|year|the|jahr|around|throughout){_S}(?:the{_S})?|\()(?P<year>(?:1[0-9]|20)\d\d)(?P<s>'?s)?(?![\w-]|[.,:]\d|{_S}(?:{things})\b)", read_year),  # noqa: E501
        (rf"(?<!\w)(?P<lead>(?:(?:late|early|later|on|last|this|next|past|coming|previous|the|following){_S}){{0,3}})(?<!Bloody )(?<!Black )(?P<day>{words.long_weekdays()})(?!\w)(?:['’]s\b)?(?P<tail>(?:{_S}(?:morning|afternoon|evening|night|lunchtime))?(?:{_S}(?:of{_S})?(?:last|this|next){_S}week(?!end)|{_S}a{_S}week{_S}ago)?)", read_weekday),  # noqa: E501
        (rf"(?<!\w)(?:(?:late|early|earlier|later){_S})?({relative})(?!\w)", read_relative_day),
        (rf"(?<![\w-])hier(?:{_S}(?:soir|matin|après-midi|dans{_S}la{_S}(?:journée|soirée|nuit)))?(?![\w-])", read_french_yesterday),  # noqa: E501
        (rf"(?<!\w)(?:(?P<hedge>earlier|later|late|early|mid)(?:{_S}|-)(?:in{_S})?)?(?P<which>(?:the{_S})?(?:last|past|previous|coming|next)|this){_S}(?P<unit>weekend|week|month|year|decade|century|spring|summer|autumn|fall|winter)(?!\w)", read_period),  # noqa: E501
        (rf"(?<!\w){hedge}(?P<n>{num}|several|a{_S}few|many){_S}(?P<unit>hour|day|week|fortnight|month|year|decade|century)s?(?:{_S}and{_S}a{_S}half)?{_S}(?P<way>ago|earlier|before|later|afterwards|after)(?!\w)", read_ago),  # noqa: E501
        (rf"(?<!\w)(?:the|these){_S}(?P<which>past|last|previous|next|coming){_S}(?:(?P<n>{num}|few|several|couple{_S}of){_S})?{unit}s?(?!\w)", read_window),  # noqa: E501
        (rf"(?<!\w)(?:(?:the|that|a|one){_S}(?:day|night|week|month|year){_S}(?:before|earlier|later|after)|the{_S}(?:next|following|same|previous){_S}(?:day|night|morning|evening|week|month|year)|that{_S}(?:same{_S})?(?:day|night|morning|evening))(?!\w)", read_other_event),  # noqa: E501
        (rf"(?<!\w)({words.alternation(words.HOLIDAYS)})(?!\w)(?:,?{_S}{year4})?", read_holiday),
        (rf"(?<!\w)(?:la|le|l['’]|el|die|der|das|letzten|a|o|il|lo|en){_S0}(?:(semana|semaine|settimana|mes|mois|mese|mês|año|année|anno|ano|an){_S}(?:pasad[oa]|dernière|dernier|scors[oa]|passad[oa])|letzte[rsn]?{_S}(woche|monat|jahr))(?!\w)", read_foreign_period),  # noqa: E501
        (r"(?<![\d/])(9/11|26/11|7/7)(?![\d/])", read_named),
        *((pattern, read_elapsed) for pattern in elapsed_patterns()),
        *joined_patterns(),
    ]  # fmt: skip
    gates = (
        (tails, tokens_of(words.MONTH_TAILS)),
        (mon, tokens_of(words.month_numbers())),
        (words.long_weekdays(), tokens_of(words.weekday_numbers())),
        (relative, tokens_of([*words.RELATIVE_DAYS, "overnight"])),
        ("ngày", frozenset({"ngày"})),
        *((pattern, elapsed_words()) for pattern in elapsed_patterns()),
        *((pattern, JOINED) for pattern, _ in joined_patterns()),
        (passed, tokens_of(words.last_periods())),
    )
    return tuple(
        (re.compile(pattern, re.IGNORECASE), resolver, next((gate for part, gate in gates if part in pattern), _ANY))
        for pattern, resolver in table
    )


_ANY: frozenset[str] = frozenset()


def tokens_of(phrases: Iterable[str]) -> frozenset[str]:
    """The longest word of each phrase: without it the phrase does not stand in a text.

    >>> sorted(tokens_of(["mês passado", "i går"]))
    ['går', 'passado']
    """
    return frozenset(max(re.findall(r"\w+", phrase), key=len) for phrase in phrases)


@cache
def triggers() -> frozenset[str]:
    """Lower-case words near which a date expression can stand; elsewhere the grammar is not tried."""
    units = sorted(
        word_set("hour day week fortnight month year decade century weekend spring summer autumn fall winter")
    )
    tokens = {*units, *(u + "s" for u in units), "ago", "night", "morning", "evening", *PERIODS, *elapsed_words()}
    tokens |= tokens_of(
        [
            *words.month_numbers(),
            *words.weekday_numbers(),
            *words.RELATIVE_DAYS,
            *words.HOLIDAYS,
            *words.last_periods(),
            "overnight",
            "ngày",
        ]
    )
    return frozenset(
        tokens - {"the", "day", "s", "new", "this", "before", "last", "d", "a"} | {"day", "11", "7", "hier"}
    )
