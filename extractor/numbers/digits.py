"""Numerals: which mark groups digits and which parts decimals."""

from __future__ import annotations

import re
from fractions import Fraction

_PIECE = re.compile(r"[.,'’\u066b\u066c\u00a0\u202f\u2009]")
_DECIMALS = {"\u066b"}
_GROUPERS = {"'", "’", "\u066c", "\u00a0", "\u202f", "\u2009"}
_MOST_DIGITS = 15  # more digits than that are an identifier, not a count; also keeps int() linear


def _grouped(pieces: list[str]) -> bool:
    """Western 1,234,567 or Indian 12,34,567: the last group has three digits, those before it three or two."""
    head, *middle, last = pieces
    if len(last) != 3 or head == "0" * len(head):  # noqa: PLR2004 - a group of thousands
        return False
    western = 1 <= len(head) <= 3 and all(len(m) == 3 for m in middle)  # noqa: PLR2004
    indian = 1 <= len(head) <= 2 and bool(middle) and all(len(m) == 2 for m in middle)  # noqa: PLR2004
    return western or indian


def parse_numeral(numeral: str, decimal: str = ".") -> Fraction | None:
    """The value of a numeral, `None` when it is a date, a score, a version or an identifier.

    A mark used twice groups. Used once before three digits it groups unless it is the language's decimal mark.

    >>> [str(parse_numeral(n)) for n in ("1,234", "1,00,000", "1.2", "1.234.567", "12.03.2016")]
    ['1234', '100000', '6/5', '1234567', 'None']
    >>> str(parse_numeral("1.234", decimal=","))
    '1234'
    """
    pieces = _PIECE.split(numeral)
    marks = _PIECE.findall(numeral)
    if sum(map(len, pieces)) > _MOST_DIGITS:
        return None
    if not marks:
        return Fraction(int(pieces[0]))
    kinds = sorted(set(marks))
    last = marks[-1]
    if len(kinds) == 1:
        plain_decimal = len(marks) == 1 and (last == decimal or not _grouped(pieces)) and last not in _GROUPERS
        if last in _DECIMALS or plain_decimal:
            return _decimal(pieces[:1], pieces[1])
        return Fraction(int("".join(pieces))) if _grouped(pieces) else None
    if marks.count(last) == 1 and len(kinds) == 2 and _grouped(pieces[:-1]):  # noqa: PLR2004 - one groups, one parts
        return _decimal(pieces[:-1], pieces[-1])
    return None


def _decimal(whole: list[str], part: str) -> Fraction:
    return int("".join(whole)) + Fraction(int(part), 10 ** len(part))
