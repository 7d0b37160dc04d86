"""What is known of a language: its words of harm, of people, its hedges and numbers. Data, one folder per language.

`data/<code>/counts.toml` is written by a person, `data/<code>/cldr.toml` by `tools/seed_language.py` from CLDR.
No code names a language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any, Final

from extractor.language.tokens import PhraseTable, fold, inverted, is_unspaced, phrases
from extractor.records import Bound
from extractor.vocabulary import folders, has_data, read_data

KINDS: Final = ("killed", "injured", "missing", "displaced", "detained")
GAP: Final = "…"  # in a phrase of harm: its two parts have other words between them
_HEDGES: Final = {
    "at_least": Bound.AT_LEAST,
    "more_than": Bound.MORE_THAN,
    "around": Bound.AROUND,
    "nearly": Bound.NEARLY,
    "as_many_as": Bound.AS_MANY_AS,
    "fewer_than": Bound.FEWER_THAN,
}
_TABLES: Final[Mapping[str, frozenset[str]]] = {
    "harm": frozenset((*KINDS, "survivors", "casualties")),
    "before": frozenset(_HEDGES),
    "after": frozenset(_HEDGES),
    "words": frozenset(
        {
            "people",
            "person",
            "units",
            "unit_before",
            "and",
            "or",
            "part",
            "part_after",
            "earlier",
            "out_of",
            "not",
            "nobody",
            "rise",
            "from",
            "from_after",
            "streets",
            "modal",
            "fear",
            "but",
            "clitics",
            "and_clitics",
        }
    ),
    "range": frozenset({"open", "link", "to", "until", "close", "suffixes"}),
    "numbers": frozenset(
        {
            "small",
            "scales",
            "halves",
            "halved",
            "vague",
            "about",
            "joiner",
            "decimal",
            "ambiguous",
            "glued",
            "counters",
            "struck",
        }
    ),
    "order": frozenset({"harm", "whole"}),
    "lemmas": frozenset((*KINDS, "survivors", "casualties", "people", "person", "struck")),
}
_MARKS: Final = ("nobody", "and", "or", "part", "earlier", "out_of", "not", "rise", "modal", "fear")
_EXCLUSIVE: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("harm", (*KINDS, "survivors", "casualties")),
    ("before", tuple(_HEDGES)),
    ("after", tuple(_HEDGES)),
    ("words", _MARKS),
    ("words", ("people", "units")),
    ("numbers", ("vague", "about", "small")),
    ("range", ("open", "close")),
)
_HUNDRED: Final = 100  # from here on a script without spaces would take "102" and "ten" for "120"
_PEOPLE: Final = ("people", "person")
_REQUIRED: Final = (("harm", "killed"), ("harm", "injured"), ("words", "people"), ("before", "at_least"))


class LexiconError(ValueError):
    """A language's data file is not as it must be."""


@dataclass(frozen=True)
class Lexicon:
    """The words of one language, indexed. See `docs/languages.md` for what each role means.

    `harm_side` is where the word of harm usually is, seen from its figure: `after`, `before` or `either`. `whole_first`
    says that of "30 of them 12" the whole is named first. `parted` holds the phrases of harm with other words inside:
    the first part, and what the second one makes of it. `glued` is not empty where number words are written as one
    word, and holds what may join them; `counters` holds what may be written right behind a number.
    """

    code: str
    harm: PhraseTable[str]
    parted: PhraseTable[PhraseTable[str]]
    people: PhraseTable[bool]
    person: PhraseTable[bool]
    units: PhraseTable[bool]
    unit_before: PhraseTable[bool]
    before: PhraseTable[Bound]
    after: PhraseTable[Bound]
    marks: PhraseTable[str]
    parts_after: PhraseTable[bool]
    contrasts: PhraseTable[bool]
    origins: PhraseTable[bool]
    origins_after: PhraseTable[bool]
    streets: PhraseTable[bool]
    street_endings: tuple[str, ...]
    ranges: PhraseTable[str]
    suffixes: tuple[str, ...]
    small: PhraseTable[Fraction]
    scales: PhraseTable[int]
    halves: PhraseTable[bool]
    halved: PhraseTable[bool]
    vague: PhraseTable[int | None]
    about: PhraseTable[int]
    joiner: PhraseTable[bool]
    ambiguous: PhraseTable[bool]
    pieces: Mapping[str, int]
    clitics: frozenset[str]
    and_clitics: frozenset[str]
    decimal: str
    harm_side: str
    whole_first: bool
    glued: frozenset[str]
    counters: tuple[str, ...]


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
def small_numbers(code: str) -> PhraseTable[Fraction] | None:
    """The numbers below a hundred of a language, alone, `None` for one without a lexicon."""
    data = _data(code)
    return None if data is None else _small(data, _seeded(code))


@cache
def news_words(code: str) -> PhraseTable[bool] | None:
    """The words of harm and of people of a language, alone: far quicker made than its lexicon, `None` without one."""
    data = _data(code)
    if data is None:
        return None
    words = data.get("words", {})
    listed = [*data.get("harm", {}).values(), words.get("people", "")]
    return PhraseTable([(p, True) for row in listed for p in phrases(row)], _clitics(data))


def check(code: str, data: Mapping[str, Any]) -> None:
    """Raise `LexiconError` for every unknown key, missing role or phrase in two kinds of harm, all named at once."""
    problems = [f"unknown table {name!r}" for name in data if name not in _TABLES]
    for name, known in _TABLES.items():
        problems += [f"unknown key {name}.{key}" for key in data.get(name, {}) if key not in known]
    problems += [f"{t}.{k} is missing" for t, k in _REQUIRED if not data.get(t, {}).get(k)]
    problems += [fault for table, roles in _EXCLUSIVE for fault in _shared(data.get(table, {}), roles)]
    if problems:
        msg = f"language {code!r}: " + "; ".join(problems)
        raise LexiconError(msg)


def _shared(table: Mapping[str, str], roles: Sequence[str]) -> Iterable[str]:
    """The phrases of a table that are in two roles of which each may be in one alone."""
    seen: dict[str, str] = {}
    for role in roles:
        for phrase in phrases(table.get(role, "")):
            key = " ".join(fold(word) for word in phrase.partition("=")[0].split())
            if seen.setdefault(key, role) != role:
                yield f"{phrase!r} is both {seen[key]} and {role}"


def build(code: str, data: Mapping[str, Any], seeded: Mapping[str, Any]) -> Lexicon:
    """The lexicon of a language's data."""
    check(code, data)
    return _built(code, data, seeded)


def _built(code: str, data: Mapping[str, Any], seeded: Mapping[str, Any]) -> Lexicon:
    words, numbers = data.get("words", {}), data.get("numbers", {})
    folded = _clitics(data)
    roles = {role: words.get(role, "") for role in _MARKS}
    units = phrases(words.get("units", "")) + phrases(seeded.get("units", ""))

    streets = phrases(words.get("streets", ""))

    def flagged(listed: list[str]) -> PhraseTable[bool]:
        return PhraseTable([(p, True) for p in listed], folded)

    small = _small_rows(data, seeded)
    scales = _pairs(seeded.get("scales", "")) + _pairs(numbers.get("scales", ""))
    forms = seeded.get("forms", {})
    harm = inverted(data.get("harm", {})) + inverted({kind: forms[kind] for kind in forms if kind in _TABLES["harm"]})
    return Lexicon(
        code=code,
        harm=PhraseTable([(p, kind) for p, kind in harm if GAP not in p], folded),
        parted=_parted([(p, kind) for p, kind in harm if GAP in p]),
        people=flagged([p for listed in (words, forms) for role in _PEOPLE for p in phrases(listed.get(role, ""))]),
        person=flagged([p for listed in (words, forms) for p in phrases(listed.get("person", ""))]),
        units=flagged(units),
        unit_before=flagged(phrases(words.get("unit_before", ""))),
        before=PhraseTable([(p, _HEDGES[key]) for p, key in inverted(data.get("before", {}))], folded),
        after=PhraseTable([(p, _HEDGES[key]) for p, key in inverted(data.get("after", {}))], folded),
        marks=PhraseTable(inverted(roles)),
        parts_after=PhraseTable([(p, True) for p in phrases(words.get("part_after", ""))]),
        contrasts=flagged(phrases(words.get("but", ""))),
        origins=PhraseTable([(p, True) for p in phrases(words.get("from", ""))]),
        origins_after=PhraseTable([(p, True) for p in phrases(words.get("from_after", ""))]),
        streets=flagged([p for p in streets if not p.startswith("*")]),
        street_endings=tuple(fold(p[1:]) for p in streets if p.startswith("*")),
        ranges=PhraseTable([row for row in inverted(data.get("range", {})) if row[1] != "suffixes"]),
        suffixes=tuple(fold(p) for p in phrases(data.get("range", {}).get("suffixes", ""))),
        small=_small(data, seeded),
        scales=PhraseTable([(p, int(n)) for p, n in scales], folded),
        halves=flagged(phrases(numbers.get("halves", ""))),
        halved=flagged(phrases(numbers.get("halved", ""))),
        vague=PhraseTable([(p, int(n) or None) for p, n in _pairs(numbers.get("vague", ""))], folded),
        about=PhraseTable([(p, int(n)) for p, n in _pairs(numbers.get("about", ""))], folded),
        joiner=flagged(phrases(numbers.get("joiner", ""))),
        ambiguous=flagged(phrases(numbers.get("ambiguous", ""))),
        pieces={fold(p): int(n) for p, n in [*small, *scales] if n.denominator == 1 and " " not in p},
        clitics=frozenset(folded),
        and_clitics=frozenset(fold(c) for c in phrases(words.get("and_clitics", ""))),
        decimal=numbers.get("decimal", seeded.get("decimal", ",")),
        harm_side=data.get("order", {}).get("harm", "either"),
        whole_first=data.get("order", {}).get("whole") == "first",
        glued=frozenset(fold(p) for p in phrases(numbers.get("glued", ""))),
        counters=tuple(fold(p) for p in phrases(numbers.get("counters", ""))),
    )


def _clitics(data: Mapping[str, Any]) -> tuple[str, ...]:
    words = data.get("words", {})
    return tuple(sorted({fold(c) for role in ("clitics", "and_clitics") for c in phrases(words.get(role, ""))}))


def _small_rows(data: Mapping[str, Any], seeded: Mapping[str, Any]) -> list[tuple[str, Fraction]]:
    rows = [row for row in _pairs(seeded.get("numbers", "")) if row[1] < _HUNDRED or not is_unspaced(row[0])]
    return rows + _pairs(data.get("numbers", {}).get("small", ""))


def _small(data: Mapping[str, Any], seeded: Mapping[str, Any]) -> PhraseTable[Fraction]:
    return PhraseTable(_small_rows(data, seeded), _clitics(data))


@cache
def digits_only() -> Lexicon:
    """What is known of a language that nothing is known of: its digits."""
    return _built("", {}, {})


def _parted(rows: list[tuple[str, str]]) -> PhraseTable[PhraseTable[str]]:
    """Phrases such as `came … off` by their first part."""
    seconds: dict[str, list[tuple[str, str]]] = {}
    for phrase, kind in rows:
        first, _, second = phrase.partition(GAP)
        seconds.setdefault(first.strip(), []).append((second.strip(), kind))
    return PhraseTable([(first, PhraseTable(second)) for first, second in seconds.items()])


def _pairs(listed: str) -> list[tuple[str, Fraction]]:
    """`one=1, a hundred=100, one and a half=1.5` as pairs."""
    return [(phrase.strip(), Fraction(number)) for phrase, _, number in (p.rpartition("=") for p in phrases(listed))]
