"""Dates of scripts that put no space between words (Chinese, Japanese, Korean), and numbers that stand for names."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from extractor.values.when.days import month_back, month_days, one_day, shifted, week_of, year_days
from extractor.values.when.parsed import Basis, Parsed, parsed

_DAYS = {
    "昨天": -1, "昨日": -1, "昨夜": -1, "昨晚": -1, "前天": -2, "今天": 0, "今日": 0, "本日": 0, "今早": 0, "今晨": 0,
    "어제": -1, "그제": -2, "오늘": 0,
}  # fmt: skip
_WEEKDAYS = {
    **dict(zip("一二三四五六日", range(7), strict=True)),
    "天": 6,
    **dict(zip("月火水木金土", range(6), strict=True)),
    **dict(zip("월화수목금토일", range(7), strict=True)),
}
_YEARS = {"去年": -1, "昨年": -1, "今年": 0, "前年": -2, "지난해": -1, "작년": -1, "올해": 0}
_PERIODS = {"上个月": "month", "上個月": "month", "上月": "month", "先月": "month", "지난달": "month",
            "上周": "week", "上週": "week", "上星期": "week", "先週": "week", "지난주": "week"}  # fmt: skip
SIGNS = re.compile(r"[年月日号號昨今前去周週曜년월일주달해]|어제|오늘|작년|星期|礼拜")
JOINED = frozenset({"\0joined"})  # stands for the words of these scripts, which are not told apart
_DIGIT = re.compile(r"[^\D0-9]")
_FAR = 60  # days back to which a bare number of the day can reach


def with_ascii_digits(text: str) -> str:
    """The text with the decimal digits of every script as 0 to 9; no offset moves.

    >>> with_ascii_digits("২১ মে")
    '21 মে'
    """
    if text.isascii():
        return text
    return _DIGIT.sub(lambda match: str(int(match.group())), text)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _full(match: re.Match[str], basis: Basis) -> Parsed | None:
    month, day = int(match["m"]), int(match["d"])
    if match["y"]:
        found = _day(int(match["y"]), month, day)
        return parsed(one_day(found), "day") if found else None
    if basis.published is None:
        return parsed(None, "day", "relative")
    year = basis.published.year + _YEARS.get(match["r"] or "", 0)
    found = _day(year, month, day)
    if found and found > basis.published and not match["r"] and not basis.future:
        found = _day(year - 1, month, day)
    return parsed(one_day(found), "day") if found else None


def _month(match: re.Match[str], basis: Basis) -> Parsed | None:
    month = int(match["m"])
    if not 1 <= month <= 12:  # noqa: PLR2004
        return None
    if match["y"]:
        year = int(match["y"])
    elif basis.published is None:
        return parsed(None, "month", "relative")
    else:
        year = basis.published.year + _YEARS.get(match["r"] or "", 0)
        year -= int(not match["r"] and month > basis.published.month)
    return parsed(month_days(year, month), "month", value=f"{year:04d}-{month:02d}") if year > 0 else None


def _year(match: re.Match[str], basis: Basis) -> Parsed | None:
    if match["y"]:
        year = int(match["y"])
    elif basis.published is None:
        return parsed(None, "year", "relative")
    else:
        year = basis.published.year + _YEARS[match["r"]]
    return parsed(year_days(year), "year", value=f"{year:04d}") if year > 0 else None


def _bare_day(match: re.Match[str], basis: Basis) -> Parsed | None:
    """The latest day of such a number up to the publication."""
    number = int(match["d"])
    if basis.published is None:
        return parsed(None, "day", "relative") if 1 <= number <= 31 else None  # noqa: PLR2004
    for back in range(_FAR):
        tried = shifted(basis.published, -back)
        if tried.day == number:
            return parsed(one_day(tried), "day")
    return None


def _relative(match: re.Match[str], basis: Basis) -> Parsed | None:
    if basis.published is None:
        return parsed(None, "day", "relative")
    return parsed(one_day(shifted(basis.published, _DAYS[match[1]])), "day")


def _weekday(match: re.Match[str], basis: Basis) -> Parsed | None:
    number = _WEEKDAYS[match["w"]]
    if basis.published is None:
        return parsed(None, "day", "relative")
    if match["last"]:
        return parsed(one_day(shifted(week_of(shifted(basis.published, -7)).first, number)), "day")
    return parsed(one_day(shifted(basis.published, -((basis.published.weekday() - number) % 7))), "day")


def _period(match: re.Match[str], basis: Basis) -> Parsed | None:
    unit = _PERIODS[match[1]]
    if basis.published is None:
        return parsed(None, unit, "relative")
    if unit == "week":
        return parsed(week_of(shifted(basis.published, -7)), "week")
    days = month_back(basis.published, 1)
    return parsed(days, "month", value=f"{days.first:%Y-%m}")


_YEAR = rf"(?:(?<!\d)(?P<y>(?:1[0-9]|20)\d\d)\s?[年년]\s?|(?P<r>{'|'.join(_YEARS)})의?\s?)"
_NO_DURATION = r"(?![间間内连連후간後前]|\s?(?:间|間|내|동안))"


def joined_patterns() -> list[tuple[str, Callable[[re.Match[str], Basis], Parsed | None]]]:
    """The grammar of these scripts as a table, the more specific first."""
    return [
        (rf"(?:{_YEAR})?(?<!\d)(?P<m>\d{{1,2}})\s?[月월]\s?(?P<d>\d{{1,2}})\s?[日号號일]{_NO_DURATION}", _full),
        (rf"(?:{_YEAR})?(?<!\d)(?P<m>\d{{1,2}})\s?[月월](?!\s?\d)", _month),
        (_YEAR, _year),
        (rf"(?<![\d第月])(?P<d>\d{{1,2}})[日号號일]{_NO_DURATION}", _bare_day),
        (rf"({'|'.join(_DAYS)})", _relative),
        (r"(?P<last>上)?(?:星期|礼拜|周|週)(?P<w>[一二三四五六日天])", _weekday),
        (r"(?P<last>先週の?)?(?P<w>[月火水木金土日])曜日?", _weekday),
        (r"(?P<last>지난주\s?)?(?P<w>[월화수목금토일])요일", _weekday),
        (rf"({'|'.join(_PERIODS)})(?![一二三四五六日天])", _period),
        (
            r"(?P<r>(?!))?ngày\s(?P<d>\d{1,2})(?:\stháng\s|[/-])(?P<m>\d{1,2})(?:(?:\snăm\s|[/-])(?P<y>(?:1[0-9]|20)\d\d))?",
            _full,
        ),
    ]
