"""What a claimed place is said to lie in, judged by itself; and how large a place is."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.records import Container, Holding
from extractor.segments import TextView, per_text
from extractor.values.place.locating import Located, is_place
from extractor.values.place.matching import PlaceRelation, place_similarity, same_place_name
from extractor.values.place.naming import find_name
from extractor.values.place.resolving import named_places
from extractor.values.place.vocabulary import all_words
from extractor.world.gazetteer import Level, gazetteer

LEVELS = {"exact": 0, "near": 0, "admin2": 1, "admin1": 2, "country": 3}  # of a reading's kind


def judge_container(outer: str, parts: Sequence[str], located: Located, view: TextView) -> Container:
    """What is known of the claim that the place lies in `outer`."""
    chain = located.named.chain if located.named is not None else ()
    if any(same_place_name(outer, known) for known in chain[1:]):
        return Container(name=outer, holding=Holding.STATED)
    relations = [place_similarity(outer, name).relation for name in (*chain[1:], parts[0], *chain[:1])]
    if PlaceRelation.SAME in relations or PlaceRelation.CONTAINS in relations:
        return Container(name=outer, holding=Holding.KNOWN)
    stated = located.named.mention.container if located.named is not None else None
    if stated is not None and _same_level(stated.name, outer, view):
        return Container(name=outer, holding=Holding.DENIED)
    return Container(name=outer, holding=Holding.STATED if _named_in_article(view, outer) else Holding.ASSERTED)


def _same_level(stated: str, outer: str, view: TextView) -> bool:
    """Are two places known to differ, and of one level, so that nothing lies in both?"""
    differ = place_similarity(stated, outer).relation is PlaceRelation.DIFFERENT
    return differ and rank_of(stated, view) == rank_of(outer, view)


@per_text
def _named_in_article(view: TextView, outer: str) -> bool:
    """Does the article name a place anywhere?"""
    listed = any(is_place(outer, n) for n in named_places(view))
    return listed or find_name(view, 0, len(view.text), outer) is not None


def rank_of(name: str, view: TextView) -> int:
    """How large a place is: 0 for a town or less, 1 for a district, 2 for a province or region, 3 for a country."""
    head = name.partition(",")[0]
    found = [n for n in named_places(view) if same_place_name(n.chain[0], head)]
    kinds = {LEVELS.get(n.reading.kind, 0) for n in found}
    kinds |= {LEVELS["admin2"] for n in found if n.mention.noun in all_words().admin2_nouns}
    return max(listed_rank(head), *kinds, 0)


def listed_rank(name: str) -> int:
    """How large the largest listed place of that name is, as `rank_of` counts; 0 for a name that is not listed."""
    ranks = {Level.COUNTRY: LEVELS["country"], Level.REGION: LEVELS["admin1"]}
    return max((ranks.get(e.level, 0) for e in gazetteer().lookup(name)), default=0)
