"""Write `extractor/language/data/CODE/cldr.toml`: the number words and units that CLDR knows of a language.

Development only, needs `pip install unicode-rbnf babel`:

    python tools/seed_language.py uk nl ja
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from unicode_rbnf import RbnfEngine

DATA = Path(__file__).resolve().parent.parent / "extractor" / "language" / "data"
NUMBERS = (*range(111), *range(200, 1000, 100))
UNITS = (
    "duration-year", "duration-month", "duration-week", "duration-day", "duration-hour", "duration-minute",
    "duration-second", "length-meter", "length-kilometer", "length-mile", "length-centimeter", "length-foot",
    "area-square-kilometer", "area-hectare", "mass-kilogram", "mass-metric-ton", "mass-tonne",
    "speed-kilometer-per-hour",
    "temperature-celsius", "concentr-percent",
)  # fmt: skip
SYMBOLS = ("km", "km²", "kg", "cm", "mm", "m", "ha", "km/h", "°C")
LINE = 110


def numbers(code: str) -> list[str]:
    """`one=1` for every cardinal of CLDR, in each of its genders and cases."""
    try:
        engine = RbnfEngine.for_language(code)
    except ValueError:
        return []
    found: dict[str, int] = {}
    for number in NUMBERS:
        for name, text in sorted(engine.format_number(number).text_by_ruleset.items()):
            if ("cardinal" not in name and name != "spellout-numbering") or "financial" in name:
                continue
            clean = re.sub("[\u00ad\u200b\u200c]", "", text).strip()
            for written in dict.fromkeys((clean, clean.replace("-", " "))):
                if "," not in written and not re.search(r"\d", written):
                    found.setdefault(written, number)
    return [f"{word}={number}" for word, number in sorted(found.items(), key=lambda item: (item[1], item[0]))]


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


def main(codes: list[str]) -> None:
    """Write one file per code."""
    for code in codes:
        try:
            decimal = Locale.parse(code).number_symbols.get("latn", {}).get("decimal", ".")
        except (UnknownLocaleError, ValueError):
            decimal = "."
        text = (
            "# Made by tools/seed_language.py from CLDR; corrections go into the language's own file.\n"
            f'decimal = "{decimal}"\nnumbers = """\n{lines(numbers(code))}"""\nunits = """\n{lines(units(code))}"""\n'
        )
        (DATA / code).mkdir(parents=True, exist_ok=True)
        (DATA / code / "cldr.toml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
