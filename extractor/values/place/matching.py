"""Compare two place names as strings: the same, one inside the other, near, different, or not to be told."""

from __future__ import annotations

from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from extractor.language.transliteration import bare, fold, name_similarity, skeleton
from extractor.values.place.naming import latin_letters, spelled_across_scripts
from extractor.values.place.patterns import WordPattern
from extractor.values.place.streets import one_street
from extractor.values.place.vocabulary import all_words
from extractor.world.gazetteer import Entry, Level, distance, gazetteer

SAME_NAME = 0.85
_SIZE = 262_144
_NEAR = WordPattern("near_matching", ignore_case=True)


@cache
def _nouns() -> frozenset[str]:
    words = all_words()
    return words.sub_nouns | words.admin1_nouns | words.admin2_nouns | words.city_nouns


def same_place_name(one: str, other: str) -> bool:
    """Are two names spellings of one? Two listed places are not, however alike they look (Niger, Nigeria).

    >>> same_place_name("Zeinab", "Zaynab"), same_place_name("Niger", "Nigeria")
    (True, False)
    """
    if name_similarity(one, other) < SAME_NAME:
        return False
    ones, others = gazetteer().lookup(one), gazetteer().lookup(other)
    return not (ones and others) or bool({e.id for e in ones} & {e.id for e in others})


class PlaceRelation(StrEnum):
    """How the first place stands to the second."""

    SAME = "same"
    CONTAINS = "contains"
    INSIDE = "inside"
    NEAR = "near"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


class PlaceMatch(NamedTuple):
    """`score` 0..1: how well the two agree as the place of one event; `reason` names what decided."""

    relation: PlaceRelation
    score: float
    reason: str


class Chain(NamedTuple):
    """A place string taken apart, inner place first."""

    names: tuple[str, ...]
    entries: tuple[tuple[Entry, ...], ...]
    known: tuple[frozenset[tuple[str, str]], ...]  # id and country of every place of the name, villages included
    near: bool
    direction: bool
    admin: bool  # called a province, district and the like
    countries: frozenset[str]  # codes it can lie in; empty: not known


@lru_cache(maxsize=_SIZE)
def chain_of(place: str) -> Chain:
    """Take a place string apart and look its parts up.

    >>> chain_of("near Zahraa, Homs province, Syria").names
    ('zahraa', 'homs', 'syria')
    """
    names: list[str] = []
    entries: list[tuple[Entry, ...]] = []
    known: list[frozenset[tuple[str, str]]] = []
    near = direction = admin = False
    for position, part in enumerate(p for p in place.split(",") if p.strip()):
        cut = _NEAR.sub("", part.strip())
        near = near or (position == 0 and cut != part.strip())
        kept, dropped = _plain(cut)
        direction = direction or (position == 0 and bool(dropped & all_words().directions))
        admin = admin or (position == 0 and bool(dropped & (all_words().admin1_nouns | all_words().admin2_nouns)))
        if kept and (not names or kept != names[-1]):
            names.append(kept)
            entries.append(gazetteer().lookup(cut) or gazetteer().lookup(kept))
            every = entries[-1] or gazetteer().lookup_wide(cut) or gazetteer().lookup_wide(kept)
            known.append(frozenset((e.id, e.country) for e in every))
    return Chain(tuple(names), tuple(entries), tuple(known), near, direction, admin, _countries(entries))


def _plain(part: str) -> tuple[str, frozenset[str]]:
    words = fold(part).split()
    if gazetteer().lookup(part):
        return bare(part), frozenset()
    dropped = all_words().directions | all_words().inner_words | _nouns()
    kept = [w for w in words if w not in dropped]
    return bare(" ".join(kept)) or bare(part), frozenset(words) - frozenset(kept)


def _countries(entries: list[tuple[Entry, ...]]) -> frozenset[str]:
    """The countries all listed parts allow; the outermost part decides where they disagree."""
    allowed: frozenset[str] = frozenset()
    for found in reversed(entries):
        here = frozenset(e.country for e in found)
        if here:
            allowed = (allowed & here) or allowed or here
    return allowed


@lru_cache(maxsize=_SIZE)
def place_similarity(one: str, other: str) -> PlaceMatch:
    """How two places, written as text (`Sayyida Zeinab, Damascus`, inner first), stand to each other.

    >>> place_similarity("Sayyida Zeinab, Damascus", "Sayyidah Zaynab").relation.value
    'same'
    >>> place_similarity("Damascus", "Sayyida Zeinab, Damascus").relation.value
    'contains'
    >>> place_similarity("Tripoli, Lebanon", "Tripoli, Libya").relation.value
    'different'
    """
    first, second = chain_of(one), chain_of(other)
    if not first.names or not second.names:
        return PlaceMatch(PlaceRelation.UNKNOWN, 0.0, "no name")
    if first.countries and second.countries and not first.countries & second.countries:
        return _abroad(first, second)
    strength = _same(first, 0, second, 0)
    if strength:
        return _same_inner(first, second, strength)
    if any(_same(first, 0, second, i) for i in range(1, len(second.names))):
        return _loosened(
            PlaceMatch(PlaceRelation.CONTAINS, 0.7, f"{second.names[0]} is stated to lie in {first.names[0]}"),
            first,
            second,
        )
    if any(_same(second, 0, first, i) for i in range(1, len(first.names))):
        return _loosened(
            PlaceMatch(PlaceRelation.INSIDE, 0.7, f"{first.names[0]} is stated to lie in {second.names[0]}"),
            first,
            second,
        )
    return _by_gazetteer(first, second)


def _abroad(first: Chain, second: Chain) -> PlaceMatch:
    """A bare name ("Orangeville") may be a place that the gazetteer lists in another country only."""
    bare_name = 1 in {len(first.names), len(second.names)} and first.names[0] == second.names[0]
    if bare_name and Level.COUNTRY not in {_level(first.entries[0]), _level(second.entries[0])}:
        return PlaceMatch(PlaceRelation.SAME, 0.7, "same name, which the gazetteer only lists elsewhere")
    return PlaceMatch(PlaceRelation.DIFFERENT, 0.0, "in different countries")


def _same_inner(first: Chain, second: Chain, strength: float) -> PlaceMatch:
    if len(first.names) > 1 and len(second.names) > 1 and _outer_conflict(first, second):
        return PlaceMatch(PlaceRelation.DIFFERENT, 0.1, "the same name in different places")
    if first.direction != second.direction:
        if first.direction:
            return PlaceMatch(PlaceRelation.INSIDE, 0.6, "a part of it")
        return PlaceMatch(PlaceRelation.CONTAINS, 0.6, "a part of it")
    if first.near != second.near:
        return PlaceMatch(PlaceRelation.NEAR, 0.7, "near it")
    return PlaceMatch(PlaceRelation.SAME, strength, "same name" if strength == 1.0 else "same name, other spelling")


def _outer_conflict(first: Chain, second: Chain) -> bool:
    """Do the outer parts name different cities? ("Zahra, Homs" and "Zahra, Aleppo")."""
    outer = [(i, j) for i in range(1, len(first.names)) for j in range(1, len(second.names))]
    if any(_same(first, i, second, j) for i, j in outer):
        return False
    alike = [
        (i, j)
        for i, j in outer
        if _level(first.entries[i]) is _level(second.entries[j])
        and _level(first.entries[i]) in {Level.CITY, Level.REGION}
    ]
    return bool(alike)


def _region_holds(region: tuple[Entry, ...], city: tuple[Entry, ...], relation: PlaceRelation) -> PlaceMatch:
    """Does a region hold a city? The gazetteer's codes tell, else a shared name does (Gaza Strip).

    Outside the United States a different code excludes nothing: provinces were cut up and joined since the news.
    """
    codes = {(e.country, e.admin1) for e in region if e.admin1}
    if codes and codes & {(e.country, e.admin1) for e in city}:
        return PlaceMatch(relation, 0.6, f"{city[0].name} lies in {region[0].name}")
    if codes and region[0].country == "US":
        return PlaceMatch(PlaceRelation.DIFFERENT, 0.0, f"{city[0].name} is not in {region[0].name}")
    if set(fold(city[0].name).split()) <= set(fold(region[0].name).split()):
        return PlaceMatch(relation, 0.6, f"{region[0].name} is named after {city[0].name}")
    return PlaceMatch(PlaceRelation.UNKNOWN, 0.3, "a city and a region of one country")


def _other_city(first: Chain, second: Chain) -> bool:
    """Does each name a listed city, and no city of one is a city of the other?"""
    ones = [i for i, found in enumerate(first.entries) if _level(found) is Level.CITY]
    twos = [j for j, found in enumerate(second.entries) if _level(found) is Level.CITY]
    return bool(ones and twos) and not any(_same(first, i, second, j) for i in ones for j in twos)


def _loosened(match: PlaceMatch, first: Chain, second: Chain) -> PlaceMatch:
    if first.near or second.near:
        return PlaceMatch(PlaceRelation.NEAR, 0.5, match.reason + ", and one is only near")
    return match


def _level(entries: tuple[Entry, ...]) -> Level | None:
    return entries[0].level if entries else None


def _same(first: Chain, i: int, second: Chain, j: int) -> float:
    """How surely two parts are one place: 1.0 by name or by the gazetteer's alternates."""
    one, two = first.entries[i], second.entries[j]
    if one and two:
        ids = {e.id for e in one} & {e.id for e in two}
        if ids:
            return 1.0
        if first.names[i] != second.names[j]:
            return 0.0
    elif _shared(first, i, second, j):
        return 1.0  # a village in two scripts: what is listed widely confirms, and never parts
    if spelled_across_scripts(first.names[i], second.names[j]):
        return SAME_NAME
    similarity = name_similarity(first.names[i], second.names[j])
    return similarity if similarity >= SAME_NAME else 0.0


def _shared(first: Chain, i: int, second: Chain, j: int) -> bool:
    """Are two parts listed as one place, in a country that the outer parts of both allow?"""
    shared = {country for _, country in first.known[i] & second.known[j]}
    return any(
        (not first.countries or country in first.countries) and (not second.countries or country in second.countries)
        for country in shared
    )


_REACH = 20.0  # kilometres from the middle of a city of a million to a town that grew into it; less for a smaller one
_LARGER = 3  # times as many people


def _quarter(one: tuple[Entry, ...], two: tuple[Entry, ...]) -> PlaceMatch | None:
    """Is one a quarter or a suburb of the other ("Brooklyn", "New York")? The gazetteer lists such as towns."""
    for a in one:
        for b in two:
            apart = distance(a, b) if (a.country, a.admin1) == (b.country, b.admin1) else None
            small, large = sorted((a.population, b.population))
            if apart is not None and large >= _LARGER * small and apart <= _REACH * min(1.0, (large / 1e6) ** 0.5):
                return PlaceMatch(PlaceRelation.NEAR, 0.4, f"{a.name} and {b.name} lie {apart:.0f} km apart")
    return None


def _by_gazetteer(first: Chain, second: Chain) -> PlaceMatch:  # noqa: PLR0911 - one return a rule
    one, two = first.entries[0], second.entries[0]
    shared = first.countries & second.countries
    if _level(one) is Level.COUNTRY and one[0].country in second.countries:
        sure = len(second.countries) == 1
        return _loosened(
            PlaceMatch(PlaceRelation.CONTAINS, 0.4 if sure else 0.3, f"{second.names[0]} lies in {one[0].name}"),
            first,
            second,
        )
    if _level(two) is Level.COUNTRY and two[0].country in first.countries:
        sure = len(first.countries) == 1
        return _loosened(
            PlaceMatch(PlaceRelation.INSIDE, 0.4 if sure else 0.3, f"{first.names[0]} lies in {two[0].name}"),
            first,
            second,
        )
    if one and two:
        if shared and _level(one) is Level.REGION and _level(two) is Level.CITY:
            return _region_holds(one, two, PlaceRelation.CONTAINS)
        if shared and _level(two) is Level.REGION and _level(one) is Level.CITY:
            return _region_holds(two, one, PlaceRelation.INSIDE)
        return _quarter(one, two) or PlaceMatch(PlaceRelation.DIFFERENT, 0.0, "two places of the gazetteer")
    common = [
        n for i, n in enumerate(first.names[1:], 1) for j in range(1, len(second.names)) if _same(first, i, second, j)
    ]
    if common and _level(gazetteer().lookup(common[0])) is not Level.COUNTRY:
        if one_street(first.names[0], second.names[0]):
            return PlaceMatch(PlaceRelation.UNKNOWN, 0.2, f"a street and a place in {common[0]}")
        return PlaceMatch(PlaceRelation.DIFFERENT, 0.2, f"two places in {common[0]}")
    if _other_city(first, second):
        beside = [_quarter(a, b) for a in first.entries for b in second.entries if _level(a) is _level(b) is Level.CITY]
        if any(beside):
            return next(match for match in beside if match)
        return PlaceMatch(PlaceRelation.DIFFERENT, 0.0, "in different cities")
    return PlaceMatch(PlaceRelation.UNKNOWN, 0.2 if shared else 0.1, "not known how they lie")


_MOST_KEYS = 8  # namesakes of one name by which it is looked for


@lru_cache(maxsize=_SIZE)
def place_key(place: str) -> tuple[str, ...]:
    """Blocking keys: two places that can be one, or one in the other, share a key. Sorted.

    >>> set(place_key("Rangoon")) & set(place_key("Yangon")) != set()
    True
    >>> set(place_key("Sayyida Zeinab, Damascus")) & set(place_key("Syria"))
    {'c:SY'}
    """
    chain = chain_of(place)
    keys: set[str] = {f"c:{code}" for code in chain.countries}
    for known in chain.known:
        keys.update(identity for identity, _ in sorted(known)[:_MOST_KEYS])
    for name, found in zip(chain.names, chain.entries, strict=True):
        keys.add(f"s:{skeleton(name)}")
        if not name.isascii():
            keys.add(f"s:{skeleton(latin_letters(name))}")
        keys.update(e.id for e in found[:4])
    return tuple(sorted(keys))
