"""The compiled list of the world's places: one file, mapped into memory, in which a name is looked up by its hash.

`tools/build_gazetteer.py` writes it; this module reads it, and holds the layout that both agree on. A file is a header
of sections (each a name, an offset and a length), then the sections:

- `entries`: a fixed record a place (`RECORD`), `names` their names, `codes` the texts that records point into.
- `buckets`, `prints`, `values`: the keys. The first 16 bits of a key's hash choose a bucket, the next 32 are its print,
  sorted within the bucket; the value beside it is a posting, or where several share the key the start of a run of them
  in `runs`. 48 bits of 900,000 keys: one word in 300 million is taken for a key that it is not.
- `blocks`, `spellings`: for every place the names that it is listed under besides its own, deflated in blocks.
"""

from __future__ import annotations

import mmap
import struct
import zlib
from bisect import bisect_left
from enum import IntEnum
from functools import lru_cache
from hashlib import blake2b
from importlib import resources
from pathlib import Path
from typing import NamedTuple

FILE = "places.bin"
MAGIC = b"PLACES1\n"
HEADER = struct.Struct("<16sII")
SECTIONS = ("entries", "names", "codes", "buckets", "prints", "values", "runs", "blocks", "spellings")
RECORD = struct.Struct("<IIIiiHHBB")  # id, name, people, latitude, longitude, country, admin1, level, flags
DEGREE = 100_000  # coordinates are kept as integers of this part of a degree
NOWHERE = -(2**31)  # the latitude of a place without coordinates
BLOCK = 256  # places whose spellings are deflated together
BUCKET_BITS = 16
LAST = 1 << 30  # ends a run of postings
RUN = 1 << 31  # the value is where a run starts
_TIER = 28  # bits of a posting below its tier


class Tier(IntEnum):
    """How well a name stands for a place: what a reader takes it for by itself, and what only confirms."""

    MAIN = 0  # the name of a country, a region or a town of news
    OTHER = 1  # another name of a large town
    WIDE = 2  # any other listed name: of a village, in another script; it confirms and locates
    PRINTED = 3  # a short name of a state, as printed behind a town; the capital of a country


class Record(NamedTuple):
    """A place as the file has it; `latitude` is `None` without coordinates."""

    id: int
    name: str
    people: int
    latitude: float | None
    longitude: float
    country: str
    admin1: str
    level: int
    flags: int


def hash_key(tier: Tier, key: str) -> tuple[int, int]:
    """The bucket and the print of a key: a folded name, or one as printed."""
    number = int.from_bytes(blake2b(f"{'p' if tier is Tier.PRINTED else 'n'}{key}".encode(), digest_size=6).digest())
    return number >> 32, number & 0xFFFFFFFF


def posting(tier: Tier, entry: int) -> int:
    """A posting of an entry, by its number, for a key of that tier."""
    return tier << _TIER | entry


class PlaceIndex:
    """An opened file; every look-up reads the mapped pages and keeps nothing."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._bytes = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        if self._bytes[: len(MAGIC)] != MAGIC:
            msg = f"{path} is not an index of places of this version: rebuild it with tools/build_gazetteer.py"
            raise ValueError(msg)
        parts: dict[str, memoryview] = {}
        for number in range(len(SECTIONS)):
            name, start, size = HEADER.unpack_from(self._bytes, len(MAGIC) + number * HEADER.size)
            parts[name.rstrip(b"\0").decode()] = self._bytes[start : start + size]
        self._entries, self._names, self._codes = parts["entries"], parts["names"], parts["codes"]
        self._buckets, self._prints = parts["buckets"].cast("I"), parts["prints"].cast("I")
        self._values, self._runs = parts["values"].cast("I"), parts["runs"].cast("I")
        self._blocks, self._spellings = parts["blocks"].cast("I"), parts["spellings"]
        self.size = len(self._entries) // RECORD.size

    def postings(self, key: str, *, printed: bool = False) -> list[tuple[Tier, int]]:
        """The tier and the number of every entry listed under a key."""
        bucket, wanted = hash_key(Tier.PRINTED if printed else Tier.MAIN, key)
        low, high = self._buckets[bucket], self._buckets[bucket + 1]
        at = bisect_left(self._prints, wanted, low, high)
        if at == high or self._prints[at] != wanted:
            return []
        value = self._values[at]
        if not value & RUN:
            return [_posted(value)]
        found: list[tuple[Tier, int]] = []
        at = value ^ RUN
        while True:
            found.append(_posted(self._runs[at]))
            if self._runs[at] & LAST:
                return found
            at += 1

    def record(self, number: int) -> Record:
        """The entry of that number."""
        fields = RECORD.unpack_from(self._entries, number * RECORD.size)
        ident, name, people, latitude, longitude, country, admin1, level, flags = fields
        where = None if latitude == NOWHERE else latitude / DEGREE
        return Record(
            ident,
            _text(self._names, name),
            people,
            where,
            longitude / DEGREE,
            _text(self._codes, country),
            _text(self._codes, admin1),
            level,
            flags,
        )

    @lru_cache(maxsize=256)  # noqa: B019 - there is one index a process
    def _block(self, block: int) -> list[str]:
        start, end = self._blocks[block], self._blocks[block + 1]
        return zlib.decompress(self._spellings[start:end]).decode().split("\n")

    def spellings(self, number: int) -> tuple[str, ...]:
        """The folded names under which the entry of that number is listed besides its own, in order."""
        listed = self._block(number // BLOCK)[number % BLOCK]
        return tuple(listed.split("\t")) if listed else ()


def _posted(value: int) -> tuple[Tier, int]:
    return _TIERS[value >> _TIER & 3], value & (1 << _TIER) - 1


_TIERS = tuple(Tier)


def _text(section: memoryview, start: int) -> str:
    """The text at `start`: a byte of length, then UTF-8."""
    return bytes(section[start + 1 : start + 1 + section[start]]).decode()


def open_index() -> PlaceIndex:
    """The index that comes with the package."""
    with resources.as_file(resources.files("extractor.world") / "data" / FILE) as path:
        return PlaceIndex(path)
