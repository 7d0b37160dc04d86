"""Countries, regions, cities and villages of the world, looked up by name in the compiled index.

Main names of the cities above 15,000 people and other names of the large ones are what the reader takes a name for
(`lookup`). The 200,000 smaller places, and names in other scripts and languages, only confirm and locate a name that
the text or a claim says is a place (`lookup_wide`): more names are more homonyms.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import cache, lru_cache
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

from extractor.language.transliteration import bare, fold
from extractor.world.demonyms import demonyms
from extractor.world.index import PlaceIndex, Tier, open_index

CAPITAL = 1  # the flag of a capital in the index


def capital_key(code: str) -> str:
    """Under what the index lists the capital of a country."""
    return f"capital of {code}"


class Level(StrEnum):
    """What an entry is."""

    COUNTRY = "country"
    REGION = "region"
    CITY = "city"


LEVELS = tuple(Level)  # a level is kept in the index by its number


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
    number: int = -1  # in the index; -1 for an entry that is not from there


def distance(one: Entry, other: Entry) -> float | None:
    """Kilometres between two cities on a sphere, `None` where one is no city."""
    if one.where is None or other.where is None:
        return None
    (lat1, lon1), (lat2, lon2) = (tuple(map(radians, place)) for place in (one.where, other.where))
    chord = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(chord))


_EARTH = 6371.0  # kilometres


class Gazetteer:
    """Look-up by name; made by `gazetteer()`."""

    def __init__(self, index: PlaceIndex) -> None:
        self._index = index
        self._entry = lru_cache(maxsize=16_384)(self._read_entry)
        self.countries: dict[str, Entry] = {}
        for number in range(index.size):  # countries come first
            entry = self._entry(number)
            if entry.level is not Level.COUNTRY:
                break
            self.countries[entry.country] = entry

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """Entries of a name, any spelling of case and accents; main names before alternates, large before small.

        >>> [e.country for e in gazetteer().lookup("Homs")]
        ['SY']
        """
        return _sorted(self, fold(name)) or _sorted(self, bare(name))

    def lookup_wide(self, name: str) -> tuple[Entry, ...]:
        """All entries of a name, villages and names in any script included, as `lookup` sorts them.

        >>> [e.country for e in gazetteer().lookup_wide("Україна")]
        ['UA']
        """
        return _all_sorted(self, fold(name)) or _all_sorted(self, bare(name))

    def find(self, key: str) -> tuple[Entry, ...]:
        """Entries of an already folded name."""
        posted = self._index.postings(key)
        main = [number for tier, number in posted if tier is Tier.MAIN]
        return tuple(self._entry(n) for n in main or (number for tier, number in posted if tier is Tier.OTHER))

    def find_wide(self, key: str) -> tuple[Entry, ...]:
        """All entries of an already folded name."""
        return tuple(self._entry(number) for _, number in self._index.postings(key))

    def names_of(self, entry: Entry) -> tuple[str, ...]:
        """The folded names under which an entry is listed, in any script, in the order of the alphabet."""
        spelled = self._index.spellings(entry.number) if entry.number >= 0 else ()
        return tuple(sorted({fold(entry.name), *spelled}))

    def country_name(self, code: str) -> str | None:
        """The name of a country by its code."""
        entry = self.countries.get(code)
        return entry.name if entry else None

    def capital_of(self, code: str) -> tuple[Entry, ...]:
        """The capital of a country by its code; empty if it is not listed."""
        return _in_order(self._entry(number) for _, number in self._index.postings(capital_key(code), printed=True))

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
        posted = self._index.postings(name.removesuffix("."), printed=True)
        entry = next((self._entry(number) for _, number in posted), None)
        listed_elsewhere = (
            bool(before) and not any((e.country, e.admin1) == entry[3:5] for e in before) if entry else True
        )
        return None if entry is None or (listed_elsewhere and self.find(fold(name))) else entry

    def _read_entry(self, number: int) -> Entry:
        """The entry of a number of the index."""
        held = self._index.record(number)
        level = LEVELS[held.level]
        where = None if held.latitude is None else (held.latitude, held.longitude)
        ident = {
            Level.COUNTRY: f"c:{held.country}",
            Level.REGION: f"r:{held.country}:{fold(held.name)}",
            Level.CITY: f"g:{held.id}",
        }[level]
        capital = bool(held.flags & CAPITAL)
        return Entry(ident, held.name, level, held.country, held.admin1, held.people, capital, where, number)


@lru_cache(maxsize=65_536)
def _sorted(source: Gazetteer, key: str) -> tuple[Entry, ...]:
    return _in_order(source.find(key))


@lru_cache(maxsize=65_536)
def _all_sorted(source: Gazetteer, key: str) -> tuple[Entry, ...]:
    return _in_order(source.find_wide(key))


def _in_order(found: Iterable[Entry]) -> tuple[Entry, ...]:
    rank = {Level.COUNTRY: 0, Level.CITY: 1, Level.REGION: 1}
    unique = {entry.id: entry for entry in found}
    return tuple(sorted(unique.values(), key=lambda e: (rank[e.level], not e.capital, -e.population, e.id)))


@cache
def gazetteer() -> Gazetteer:
    """The world's places; opening the index takes a few milliseconds, once a process."""
    return Gazetteer(open_index())
