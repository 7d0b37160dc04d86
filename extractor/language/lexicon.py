"""What is known of a language: its words of harm, of people, its hedges and numbers. Data, one folder per language.

`data/<code>/counts.toml` is written by a person, `data/<code>/cldr.toml` by `tools/seed_language.py` from CLDR.
No code names a language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from extractor.language.tokens import PhraseTable, fold, inverted, is_unspaced, phrases
from extractor.language.vocabulary import folders, has_data, read_data
from extractor.records import Bound

KINDS: Final = ("killed", "injured", "missing", "displaced", "detained")
_HEDGES: Final = {
    "at_least": Bound.AT_LEAST,
    "more_than": Bound.MORE_THAN,
    "around": Bound.AROUND,
    "nearly": Bound.NEARLY,
    "as_many_as": Bound.AS_MANY_AS,
    "fewer_than": Bound.FEWER_THAN,
}
_TABLES: Final[Mapping[str, frozenset[str]]] = {
    "harm": frozenset((*KINDS, "survivors")),
    "before": frozenset(_HEDGES),
    "after": frozenset(_HEDGES),
    "words": frozenset(
        {
            "people",
            "units",
            "unit_before",
            "and",
            "or",
            "part",
            "out_of",
            "not",
            "nobody",
            "rise",
            "from",
            "modal",
            "clitics",
            "and_clitics",
        }
    ),
    "numbers": frozenset({"small", "scales", "vague", "about", "joiner", "decimal"}),
    "order": frozenset({"harm", "whole"}),
}
_HUNDRED: Final = 100  # from here on a script without spaces would take "102" and "ten" for "120"
_REQUIRED: Final = (("harm", "killed"), ("harm", "injured"), ("words", "people"), ("before", "at_least"))


class LexiconError(ValueError):
    """A language's data file is not as it must be."""


@dataclass(frozen=True)
class Lexicon:
    """The words of one language, indexed. See `docs/languages.md` for what each role means.

    `harm_side` is where the word of harm usually is, seen from its figure: `after`, `before` or `either`. `whole_first`
    says that of "30 of them 12" the whole is named first.
    """

    code: str
    harm: PhraseTable[str]
    people: PhraseTable[bool]
    units: PhraseTable[bool]
    unit_before: PhraseTable[bool]
    before: PhraseTable[Bound]
    after: PhraseTable[Bound]
    marks: PhraseTable[str]
    small: PhraseTable[int]
    scales: PhraseTable[int]
    vague: PhraseTable[int | None]
    about: PhraseTable[int]
    joiner: PhraseTable[bool]
    and_clitics: frozenset[str]
    decimal: str
    harm_side: str
    whole_first: bool


def _data(code: str) -> dict[str, Any] | None:
    return read_data(code, "counts")


def _seeded(code: str) -> dict[str, Any]:
    return read_data(code, "cldr") or {}


@cache
def codes() -> tuple[str, ...]:
    """The codes of the languages whose counts have a lexicon, in order."""
    return tuple(code for code in folders() if has_data(code, "counts"))


@cache
def lexicon(code: str) -> Lexicon | None:
    """The lexicon of a language, `None` for a language without one.

    Raises:
        LexiconError: the file has an unknown key or lacks a required role.
    """
    data = _data(code)
    return None if data is None else build(code, data, _seeded(code))


@cache
def news_words(code: str) -> PhraseTable[bool] | None:
    """The words of harm and of people of a language, alone: far quicker made than its lexicon, `None` without one."""
    data = _data(code)
    if data is None:
        return None
    words = data.get("words", {})
    listed = [*data.get("harm", {}).values(), words.get("people", "")]
    clitics = phrases(words.get("clitics", "")) + phrases(words.get("and_clitics", ""))
    return PhraseTable([(p, True) for row in listed for p in phrases(row)], tuple(sorted({fold(c) for c in clitics})))


def check(code: str, data: Mapping[str, Any]) -> None:
    """Raise `LexiconError` for every unknown key, missing role or phrase in two kinds of harm, all named at once."""
    problems = [f"unknown table {name!r}" for name in data if name not in _TABLES]
    for name, known in _TABLES.items():
        problems += [f"unknown key {name}.{key}" for key in data.get(name, {}) if key not in known]
    problems += [f"{t}.{k} is missing" for t, k in _REQUIRED if not data.get(t, {}).get(k)]
    seen: dict[str, str] = {}
    for phrase, kind in inverted(data.get("harm", {})):
        key = " ".join(fold(word) for word in phrase.split())
        if seen.setdefault(key, kind) != kind:
            problems.append(f"{phrase!r} is both {seen[key]} and {kind}")
    if problems:
        msg = f"language {code!r}: " + "; ".join(problems)
        raise LexiconError(msg)


def build(code: str, data: Mapping[str, Any], seeded: Mapping[str, Any]) -> Lexicon:
    """The lexicon of a language's data."""
    check(code, data)
    return _built(code, data, seeded)


def _built(code: str, data: Mapping[str, Any], seeded: Mapping[str, Any]) -> Lexicon:
    words, numbers = data.get("words", {}), data.get("numbers", {})
    clitics = phrases(words.get("clitics", "")) + phrases(words.get("and_clitics", ""))
    folded = tuple(sorted({fold(c) for c in clitics}))
    roles = {
        role: words.get(role, "") for role in ("nobody", "and", "or", "part", "out_of", "not", "rise", "from", "modal")
    }
    units = phrases(words.get("units", "")) + phrases(seeded.get("units", ""))

    def flagged(listed: list[str]) -> PhraseTable[bool]:
        return PhraseTable([(p, True) for p in listed], folded)

    small = [row for row in _pairs(seeded.get("numbers", "")) if row[1] < _HUNDRED or not is_unspaced(row[0])]
    small += _pairs(numbers.get("small", ""))
    return Lexicon(
        code=code,
        harm=PhraseTable(inverted(data.get("harm", {})), folded),
        people=flagged(phrases(words.get("people", ""))),
        units=flagged(units),
        unit_before=flagged(phrases(words.get("unit_before", ""))),
        before=PhraseTable([(p, _HEDGES[key]) for p, key in inverted(data.get("before", {}))], folded),
        after=PhraseTable([(p, _HEDGES[key]) for p, key in inverted(data.get("after", {}))], folded),
        marks=PhraseTable(inverted(roles)),
        small=PhraseTable(small, folded),
        scales=PhraseTable(_pairs(numbers.get("scales", "")), folded),
        vague=PhraseTable([(p, n or None) for p, n in _pairs(numbers.get("vague", ""))], folded),
        about=PhraseTable(_pairs(numbers.get("about", "")), folded),
        joiner=flagged(phrases(numbers.get("joiner", ""))),
        and_clitics=frozenset(fold(c) for c in phrases(words.get("and_clitics", ""))),
        decimal=numbers.get("decimal", seeded.get("decimal", ",")),
        harm_side=data.get("order", {}).get("harm", "either"),
        whole_first=data.get("order", {}).get("whole") == "first",
    )


@cache
def digits_only() -> Lexicon:
    """What is known of a language that nothing is known of: its digits."""
    return _built("", {}, {})


def _pairs(listed: str) -> list[tuple[str, int]]:
    """`one=1, a hundred=100` as pairs."""
    return [(phrase.strip(), int(number)) for phrase, _, number in (p.rpartition("=") for p in phrases(listed))]
