"""Write `extractor/language/data/CODE/calendar.toml`: the months, weekdays and orders of a date that CLDR knows.

Development only, needs `pip install babel`; one language per process (Babel mixes up aliases of locales otherwise):

    for code in uk nl ja; do python tools/seed_calendar.py $code; done
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from babel import Locale

DATA = Path(__file__).resolve().parent.parent / "extractor" / "language" / "data"
ALSO = {"sr": ("sr_Latn",)}  # other scripts that news of the language is written in
_IGNORED = re.compile("[\u00ad\u200e\u200f\u202a-\u202e]")
_SLOTS = {"d": "<day>", "MMMM": "<month>", "LLLL": "<month>", "M": "<m>", "y": "<year>", "G": "<era>"}
_SHORTEST = 3  # letters of an abbreviation that is not a word of its own


def locales(code: str) -> list[Locale]:
    """The locales of a language, that of its main script first."""
    return [Locale.parse(code), *(Locale.parse(other) for other in ALSO.get(code, ()))]


def clean(name: str) -> str:
    """A name as the reader's tables hold it: without marks of direction and without a closing full stop."""
    return _IGNORED.sub("", name).replace("\u00a0", " ").strip().strip(".").strip()


def names(locale: Locale, what: str, width: str) -> dict[int, list[str]]:
    """The forms of each month (from 1) or weekday (from 1, Monday); a month that is a number has none."""
    table = locale.months if what == "months" else locale.days
    made: dict[int, list[str]] = {}
    for context in ("format", "stand-alone"):
        for number, name in table[context].get(width, {}).items():
            form = clean(name)
            if re.search(r"[^\W\d_]", form) and not re.search(r"\d", form) and form not in made.get(number, []):
                made.setdefault(number, []).append(form)
    return made if what == "months" else {number + 1: forms for number, forms in made.items()}


def row(pattern: str, numbered: str = "") -> str:
    """A pattern of CLDR as a row of the reader: `d MMMM y` is `<day> <month> <year>`.

    `numbered` is a month's name in a language that numbers its months, with `<m>` for the number.
    """
    pattern = re.sub("[ML]{4}", lambda found: f"'{numbered}'" if numbered else found.group(), pattern)
    made: list[str] = []
    for quoted, letters, other in re.findall(r"'([^']*)'|([a-zA-Z]+)|([^'a-zA-Z\s]+)", _IGNORED.sub("", pattern)):
        made.append(_SLOTS.get(letters, letters) if letters else quoted or other)
    return " ".join(part for part in made if part != "<era>").strip()


def rows(locale: Locale) -> list[str]:
    """The orders of a full date, of a day of a month, and of a month of a year."""
    skeletons = [locale.datetime_skeletons.get(name) for name in ("MMMMd", "yMMMM")]
    patterns = [locale.date_formats["long"].pattern, *(str(getattr(p, "pattern", p)) for p in skeletons if p)]
    march = clean(locale.months["format"]["wide"][3])
    numbered = re.sub(r"\s*3\s*", " <m> ", march).strip() if "3" in march else ""
    return list(dict.fromkeys(row(pattern, numbered) for pattern in patterns))


def table(title: str, listed: dict[int, list[str]]) -> str:
    """A table of TOML: number to comma-separated forms."""
    return f"[{title}]\n" + "".join(f'{number} = "{", ".join(forms)}"\n' for number, forms in sorted(listed.items()))


def joined(tables: list[dict[int, list[str]]]) -> dict[int, list[str]]:
    """The forms of several tables, each once."""
    made: dict[int, list[str]] = {}
    for one in tables:
        for number, forms in one.items():
            made[number] = list(dict.fromkeys([*made.get(number, []), *forms]))
    return made


def main(codes: list[str]) -> None:
    """Write one file per code."""
    for code in codes:
        all_locales = locales(code)
        months = joined([names(locale, "months", "wide") for locale in all_locales])
        short = joined([names(locale, "months", "abbreviated") for locale in all_locales])
        short = {n: [f for f in forms if len(f) >= _SHORTEST and f not in months[n]] for n, forms in short.items()}
        weekdays = joined([names(locale, "days", "wide") for locale in all_locales])
        found = list(dict.fromkeys(r for locale in all_locales for r in rows(locale)))
        listed = "".join(f'    "{r}",\n' for r in found)
        text = (
            "# Made by tools/seed_calendar.py from CLDR; additions go into dates.toml.\n"
            f"rows = [\n{listed}]\n{table('months', months)}"
            f"{table('short_months', {n: f for n, f in short.items() if f})}{table('weekdays', weekdays)}"
        )
        (DATA / code / "calendar.toml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
