"""How two place names are related: all that linkage asks of the geography.

`PlaceModel` is what linkage asks for; `SimilarityPlaces` answers it with the comparison of the Place value type. A
model that knows more is passed in with `LinkOptions.places`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import Protocol

from extractor.language.transliteration import skeleton
from extractor.values.place.matching import PlaceRelation, chain_of, place_key, place_similarity
from extractor.world.gazetteer import Level

__all__ = ["GENERIC", "MatchLike", "PlaceMatch", "PlaceModel", "PlaceRelation", "SimilarityPlaces", "fold"]


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


class MatchLike(Protocol):
    """What a similarity function answers: `relation` is one of `PlaceRelation` by its value."""

    @property
    def relation(self) -> StrEnum:
        """How the two stand to each other."""

    @property
    def score(self) -> float:
        """How well the two agree as the place of one event, 0 to 1."""

    @property
    def reason(self) -> str:
        """Why, in words."""


_NAMES = 1 << 18  # a corpus of a million claims has some tens of thousands of distinct names
_POINT = r"(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)"
_NEAR = re.compile(
    r"^(?:just |about |\d+ (?:km|kilometres|kilometers|miles) )*"
    rf"(?:near|outside|off|around|(?:the )?outskirts of|{_POINT} of|close to)\s+(?:the )?",
    re.IGNORECASE,
)
_SPLIT = re.compile(rf"\s*[,;(،、]\s*|\)\s*|\s+(?=(?:near|outside|{_POINT} of)\s)", re.IGNORECASE)
_ADJECTIVE = re.compile(r"(?:ite|ish|ian|ese|Shia|Sunni|Muslim|Arab|Tamil|Hindu|Sikh)$")
# fmt: off
GENERIC = frozenset({
    "the", "a", "an", "of", "in", "al", "el", "ul", "ad", "as", "ash", "ar", "az", "at", "district",
    "suburb", "neighborhood", "neighbourhood", "quarter", "area", "city", "town", "village", "province",
    "governorate", "region", "state", "county", "island", "municipality", "cities", "colliery", "mine",
    "department", "prefecture",
})
# fmt: on


def fold(name: str) -> str:
    """Lower case, no accents, no punctuation, single spaces.

    >>> fold("São  Tomé")
    'sao tome'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w]+", " ", plain.casefold()).split())


def _descriptive(component: str) -> bool:
    """Does it describe ("mostly Alawite neighbourhood")? A name in a cased script starts with a capital."""
    words = [w for w in re.findall(r"[^\W\d_]+", component) if w.casefold() not in GENERIC]
    if not words:
        return True
    lower = [w[:1].islower() for w in words]
    return lower[0] or (lower[-1] and all(low or _ADJECTIVE.search(w) for low, w in zip(lower, words, strict=True)))


@lru_cache(maxsize=_NAMES)
def _named(name: str) -> str:
    """The name without parts that only describe.

    >>> _named("near Shia shrine, Damascus")
    'Damascus'
    """
    pieces = [p.strip() for p in _SPLIT.split(name) if p.strip()]
    kept = [p for i, p in enumerate(pieces) if i + 1 == len(pieces) or not _descriptive(_NEAR.sub("", p))]
    return ", ".join(kept)


@dataclass(frozen=True)
class SimilarityPlaces:
    """`PlaceModel` over a similarity function of names and its keys; those of the Place value type when none is given.

    Words that describe and do not name ("near Shia shrine, Damascus") are left out before the function is asked. Keys
    that represent a whole country (`c:`) are used only for a name that is no more than that: every claim of a country
    in one block would be compared with every other.

    >>> SimilarityPlaces().match("Sayyida Zeinab, Damascus", "Damascus").relation.value
    'inside'
    >>> SimilarityPlaces().match("Tripoli, Lebanon", "Tripoli, Libya").relation.value
    'different'
    """

    similarity: Callable[[str, str], MatchLike] = place_similarity
    key: Callable[[str], tuple[str, ...]] = place_key
    memo: dict[tuple[str, str], PlaceMatch] = field(default_factory=dict, compare=False, repr=False)
    known_keys: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)

    def match(self, one: str, other: str) -> PlaceMatch:
        """How two names stand to each other, by the function."""
        known = self.memo.get((one, other))
        if known is None:
            found = self.similarity(_named(one), _named(other))
            relation, why = PlaceRelation(found.relation.value), found.reason
            if relation in _OPEN and (held := self._by_noun(_named(one), _named(other))) is not None:
                relation, why = held, "one is the other's name with a noun"
            elif relation is PlaceRelation.UNKNOWN and _spelt_alike(_named(one), _named(other)):
                relation, why = PlaceRelation.NEAR, "one name in two spellings, as far as its consonants tell"
            reason = f"{one} {_WORDS[relation]} {other} ({why})"
            known = PlaceMatch(relation, found.score, reason)
            self.memo[one, other] = known
        return known

    def _by_noun(self, one: str, other: str) -> PlaceRelation | None:
        """How a name with a common noun and the name alone stand to each other, where what they lie in agrees."""
        (mine, _, around), (theirs, _, outside) = one.partition(","), other.partition(",")
        relation = _noun_beside(mine.split(), theirs.split())
        if relation is not None and around and outside:
            known = PlaceRelation(self.similarity(around.strip(), outside.strip()).relation.value)
            return None if known is PlaceRelation.DIFFERENT else relation
        return relation

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
        """A country, or a part of one named by a compass point only."""
        return _broad(_named(name))


_OPEN = frozenset({PlaceRelation.UNKNOWN, PlaceRelation.DIFFERENT})


_LONG = 6  # letters of a name that two places hardly share the consonants of


def _spelt_alike(one: str, other: str) -> bool:
    """Are two names that no gazetteer lists one by their consonants? Transliterations differ in the vowels.

    >>> _spelt_alike("Suwayrah", "Sawyrah"), _spelt_alike("Barda", "Burda")
    (True, False)
    """
    heads = [fold(name.partition(",")[0]) for name in (one, other)]
    listed = [bool(chain.entries and chain.entries[0]) for chain in map(chain_of, heads)]
    same = skeleton(heads[0]) == skeleton(heads[1]) and heads[0][:1] == heads[1][:1]
    return same and not any(listed) and min(map(len, heads)) >= _LONG


def _noun_beside(mine: list[str], theirs: list[str]) -> PlaceRelation | None:
    """A name with a common noun lies in, or is, the name alone: "Jabaliya refugee camp" and "Jabaliya".

    >>> _noun_beside(["Jabaliya", "refugee", "camp"], ["Jabaliya"]).value, _noun_beside(["New", "Guffa"], ["Guffa"])
    ('inside', None)
    """
    for long, short, relation in ((mine, theirs, PlaceRelation.INSIDE), (theirs, mine, PlaceRelation.CONTAINS)):
        rest = long[len(short) :]
        if short and rest and long[: len(short)] == short and short[0][:1].isupper() and all(w.islower() for w in rest):
            return relation
    return None


@lru_cache(maxsize=_NAMES)
def _broad(name: str) -> bool:
    entries = chain_of(name).entries
    return bool(entries and entries[0]) and entries[0][0].level is Level.COUNTRY


_WORDS = {
    PlaceRelation.NEAR: "is near",
    PlaceRelation.SAME: "is the same place as",
    PlaceRelation.CONTAINS: "contains",
    PlaceRelation.INSIDE: "lies in",
    PlaceRelation.DIFFERENT: "is another place than",
    PlaceRelation.UNKNOWN: "may or may not lie in",
}
