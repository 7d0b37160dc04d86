"""Write `extractor/language/data/CODE/cldr.toml`: what CLDR and simplemma's dictionaries know of a language.

Number words and the words of thousands and millions (unicode-rbnf), units, months, weekdays and the decimal mark
(Babel), and the forms of the lemmas that `counts.toml` lists under `[lemmas]` (simplemma). What `struck` lists is left
out. Also writes the large numbers that tests/language reads back. Development only:

    pip install simplemma unicode-rbnf babel
    python tools/seed_language.py uk nl ja
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from unicode_rbnf import RbnfEngine

TOP = Path(__file__).resolve().parent.parent
DATA = TOP / "extractor" / "language" / "data"
LARGE_NUMBERS = TOP / "tests" / "language" / "large_numbers.toml"
THOUSAND, MILLION = 1000, 1_000_000
NUMBERS = (*range(111), *range(200, 1000, 100))
LARGE = (200, THOUSAND, 1234, MILLION)
MULTIPLES = (1, 2, 3, 5, 21)  # what is said before a thousand or a million, so that each form of the scale is met
UNITS = (
    "duration-year", "duration-month", "duration-week", "duration-day", "duration-hour", "duration-minute",
    "duration-second", "length-meter", "length-kilometer", "length-mile", "length-centimeter", "length-foot",
    "area-square-kilometer", "area-hectare", "mass-kilogram", "mass-metric-ton", "mass-tonne",
    "speed-kilometer-per-hour",
    "temperature-celsius", "concentr-percent",
)  # fmt: skip
SYMBOLS = ("km", "km²", "kg", "cm", "mm", "m", "ha", "km/h", "°C")
DICTIONARIES = {"hr": "hbs", "sr": "hbs", "bs": "hbs", "no": "nb", "id": "id", "tl": "tl"}
LINE = 110


def spellings(engine: RbnfEngine, number: int) -> Iterator[tuple[str, str]]:
    """The names of CLDR's rules for cardinals and what each makes of a number.

    Not those for nouns without a singular: their words for ten and a hundred are what news says for "tens of".
    """
    for name, text in sorted(engine.format_number(number).text_by_ruleset.items()):
        cardinal = "cardinal" in name or name == "spellout-numbering"
        if cardinal and "financial" not in name and "plural" not in name:
            yield name, re.sub("[\u00ad\u200b\u200c]", "", text).strip()


def engine_for(code: str) -> RbnfEngine | None:
    """CLDR's rules for spelling numbers, `None` for a language without any."""
    try:
        return RbnfEngine.for_language(code)
    except ValueError:
        return None


def numbers(engine: RbnfEngine, struck: frozenset[str]) -> dict[str, int]:
    """The number words of CLDR, in each of their genders and cases."""
    found: dict[str, int] = {}
    behind = [number * THOUSAND for number in range(1, 101)] if scale_comes_first(engine) else []
    for number in (*NUMBERS, *behind):
        for _, clean in spellings(engine, number):
            for written in dict.fromkeys((clean, clean.replace("-", " "))):
                if "," not in written and not re.search(r"\d", written) and written not in struck:
                    found.setdefault(written, number)
    return found


def scale_comes_first(engine: RbnfEngine) -> bool:
    """Whether a language says "thousand two" for 2,000."""
    two = dict(spellings(engine, 2))
    return any(text.endswith(f" {two[name]}") for name, text in spellings(engine, 2 * THOUSAND) if name in two)


def scales(engine: RbnfEngine, struck: frozenset[str]) -> dict[str, int]:
    """The words for a thousand and a million in each form that follows a number: what is left of "two thousand"."""
    found: dict[str, int] = {}
    for scale in (THOUSAND, MILLION):
        for multiple in MULTIPLES:
            alone = dict(spellings(engine, multiple))
            for name, text in spellings(engine, multiple * scale):
                word = text.removeprefix(alone.get(name, "")).strip(" -")
                whole = word == text.strip(" -")
                if (not whole or multiple == 1) and word and not re.search(r"[\s,-]", word) and word not in struck:
                    found.setdefault(word, scale)
    return found


def locale_units(locale: Locale) -> Mapping[str, Mapping[str, Any]]:
    """The patterns of units: Babel has no public table of all their forms."""
    return locale._data["unit_patterns"]  # noqa: SLF001


def units(code: str) -> list[str]:
    """The names of months, weekdays and units, in every form that CLDR has."""
    try:
        locale = Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return []
    found: set[str] = set()
    for context in ("format", "stand-alone"):  # no short forms: some are words of their own
        found.update(locale.months[context].get("wide", {}).values())
        found.update(locale.days[context].get("wide", {}).values())
    for unit in UNITS:
        forms = (locale_units(locale).get(unit) or {}).get("long") or {}
        found.update(form.replace("{0}", "") for name, form in forms.items() if isinstance(form, str) and name != "per")
    found.update(SYMBOLS)
    found = {re.sub("[\u00a0\u200e\u200f\u202f]", " ", f).strip(" .") for f in found}
    return sorted(f for f in found if f and "," not in f and not re.search(r"[\d=\"\\]", f) and re.search(r"\w", f))


def forms(code: str, lemmas: Mapping[str, str], struck: frozenset[str]) -> dict[str, list[str]]:
    """By role, every form of its lemmas in simplemma's dictionary; a form of two roles is in neither."""
    if not lemmas:
        return {}
    from simplemma.strategies.dictionaries.dictionary_factory import (  # noqa: PLC0415 - only for a file with lemmas
        DefaultDictionaryFactory,
    )

    roles = {lemma: role for role, listed in lemmas.items() for lemma in cut(listed)}
    found: dict[str, set[str]] = {role: {lemma for lemma in roles if roles[lemma] == role} for role in lemmas}
    for form, lemma in DefaultDictionaryFactory().get_dictionary(DICTIONARIES.get(code, code)).items():
        role = roles.get(text_of(lemma))
        if role is not None and re.fullmatch(r"[\w'’-]+", text_of(form)):
            found[role].add(text_of(form).lower())
    shared = {f for role in found for f in found[role] if sum(f in other for other in found.values()) > 1}
    return {role: sorted(words - shared - struck) for role, words in found.items()}


def text_of(entry: str | bytes) -> str:
    """An entry of simplemma's dictionaries as text."""
    return entry.decode() if isinstance(entry, bytes) else entry


def cut(listed: str) -> list[str]:
    """The entries of a comma-separated list."""
    return [part.strip() for part in listed.split(",") if part.strip()]


def lines(items: list[str]) -> str:
    """The items comma-separated, over lines of a readable length."""
    rows, row = [], ""
    for item in items:
        if row and len(row) + len(item) > LINE:
            rows.append(row + ",")
            row = item
        else:
            row = f"{row}, {item}" if row else item
    return "\n".join([*rows, row])


def pairs(table: Mapping[str, int]) -> str:
    """`one=1, two=2` in the order of the numbers."""
    return lines([f"{word}={number}" for word, number in sorted(table.items(), key=lambda item: (item[1], item[0]))])


def seeded(code: str) -> str:
    """The text of a language's `cldr.toml`."""
    path = DATA / code / "counts.toml"
    written = tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    struck = frozenset(cut(written.get("numbers", {}).get("struck", "")))
    try:
        decimal = Locale.parse(code).number_symbols.get("latn", {}).get("decimal", ".")
    except (UnknownLocaleError, ValueError):
        decimal = "."
    engine = engine_for(code)
    words, large = (numbers(engine, struck), scales(engine, struck)) if engine else ({}, {})
    parts = [
        "# Made by tools/seed_language.py from CLDR and simplemma; corrections go into the language's own file.",
        f'decimal = "{decimal}"',
        f'numbers = """\n{pairs(words)}"""',
        f'scales = """\n{pairs(large)}"""',
        f'units = """\n{lines(units(code))}"""',
    ]
    lemmas = dict(written.get("lemmas", {}))
    left_out = frozenset(cut(lemmas.pop("struck", "")))
    known = forms(code, lemmas, left_out)
    if known:
        parts += ["[forms]", *(f'{role} = """\n{lines(words)}"""' for role, words in known.items())]
    return "\n".join(parts) + "\n"


def large_numbers(code: str) -> list[str]:
    """The spellings of a few large numbers, `mil=1000`: the test of numbers reads them back."""
    engine = engine_for(code)
    return list(dict.fromkeys(f"{text}={n}" for n in LARGE for _, text in spellings(engine, n))) if engine else []


def main(codes: list[str]) -> None:
    """Write one file per code, and the large numbers of those codes into the tests' data."""
    known = tomllib.loads(LARGE_NUMBERS.read_text(encoding="utf-8")) if LARGE_NUMBERS.is_file() else {}
    for code in codes:
        (DATA / code).mkdir(parents=True, exist_ok=True)
        (DATA / code / "cldr.toml").write_text(seeded(code), encoding="utf-8")
        known[code] = large_numbers(code)
    rows = [f"{code} = [{', '.join(f'{one!r}' for one in known[code])}]" for code in sorted(known) if known[code]]
    head = "# Made by tools/seed_language.py from CLDR: how 200, 1,000, 1,234 and a million are written in words.\n"
    LARGE_NUMBERS.write_text(head + "\n".join(rows).replace("\\'", "'") + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
