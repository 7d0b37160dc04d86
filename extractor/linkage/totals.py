"""Totals that an article shows to be such: figures of it that add up to another of it.

"23 died in the country ... 7 in the capital ... 16 in the port": nobody has to call the first a total, in any language.
Where the parts are of different places, they are events of their own and the figure is their total.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from extractor.linkage.days import Interval, gap
from extractor.linkage.kinds import compatible
from extractor.linkage.mentions import Figure, Mention
from extractor.linkage.options import LinkOptions
from extractor.linkage.places import PlaceRelation, fold

_MOST = 4  # parts of a sum: with more, something always fits
_TRIED = 10  # figures of an article that are tried
_KEY = "="  # begins the keys that are given here, for a claimant's own may be any word

Part = tuple[Mention, Figure]


def key_totals(mentions: Sequence[Mention], options: LinkOptions) -> list[Mention]:
    """The claims, those of a total and of its parts with keys as if their claimant had told them apart.

    Only of claims by somebody who was asked about the whole article and gave no keys: a reader of single sentences
    sees parts of one event ("two in the hall, three in the yard") as he sees events.
    """
    told = [m for m in mentions if not m.of_passage and m.figures]
    if any(m.event is not None for m in mentions):
        return list(mentions)
    keys: dict[str, str] = {}
    parts_of: dict[str, tuple[str, ...]] = {}
    wholes = [(m, f) for m in told for f in m.figures if f.number > 1]
    for mention, figure in sorted(wholes, key=lambda part: (part[1].number, part[0].at, part[0].id)):
        parts = () if mention.id in parts_of else _parts_of(mention, figure, told, options)
        if not parts:
            continue
        key = keys.setdefault(mention.id, f"{_KEY}{mention.id}")
        for other in told:
            if any((f.field, f.number) == (figure.field, figure.number) for f in other.figures) and other not in parts:
                keys.setdefault(other.id, key) if _one_place(other, mention, options) else None
        parts_of[mention.id] = tuple(keys.setdefault(part.id, f"{_KEY}{part.id}") for part in parts)
    return [replace(m, event=keys.get(m.id), parts=parts_of.get(m.id, ())) for m in mentions]


def _parts_of(whole: Mention, figure: Figure, told: Sequence[Mention], options: LinkOptions) -> tuple[Mention, ...]:
    """The claims whose figures add up to `figure`: of different places, the fewest first; none where no sum fits."""
    rivals = [m for m in told if _of_days(whole, m)]
    highest = max(f.number for m in rivals for f in m.figures if f.field == figure.field) == figure.number
    parts = list(_candidates(whole, figure, rivals, options, highest=highest))[:_TRIED]
    for size in range(2, _MOST + 1):
        for terms in combinations(parts, size):
            if sum(f.number for _, f in terms) == figure.number and _told_of_several(terms, options):
                return tuple(m for m, _ in terms)
    return ()


def _candidates(
    whole: Mention, figure: Figure, told: Sequence[Mention], options: LinkOptions, *, highest: bool
) -> Iterator[Part]:
    """A claim for each smaller figure of the field and each place that may be a part of the whole.

    `highest`: it is the highest figure of its days. Told first, it may sum up places of which nobody knows where they
    lie; any other sums up what lies in its place.
    """
    seen: set[tuple[str, int]] = set()
    for mention in told:
        follows = highest and whole.at < mention.at
        if mention is whole or not _may_be_part(whole, mention, options, follows=follows):
            continue
        place = fold(mention.places[0].partition(",")[0]) if mention.places else ""
        for other in mention.figures:
            if other.field == figure.field and 0 < other.number < figure.number and (place, other.number) not in seen:
                seen.add((place, other.number))
                yield mention, other


def _of_days(whole: Mention, part: Mention) -> bool:
    """May both be of the same days, by what their claimant says?"""
    if part.cues.past != whole.cues.past or part.told_past != whole.told_past:
        return False
    mine, theirs = _days(whole), _days(part)
    return mine is None or theirs is None or gap(mine, theirs) <= 1  # a night's attacks are told of the next day


def _may_be_part(whole: Mention, part: Mention, options: LinkOptions, *, follows: bool) -> bool:
    if compatible(whole.kind, part.kind) == 0 or part.many:
        return False
    if not part.places:
        return whole.at < part.at  # "another seven died elsewhere"
    relations = {options.places.match(place, part.places[0]).relation for place in whole.places}
    if relations & {PlaceRelation.SAME, PlaceRelation.CONTAINS}:
        return True
    return follows and not relations & {PlaceRelation.INSIDE, PlaceRelation.DIFFERENT}


def _days(mention: Mention) -> Interval | None:
    """The days that its claimant says, whether or not the words bear them out."""
    return mention.days or mention.said_days


def _told_of_several(terms: Sequence[Part], options: LinkOptions) -> bool:
    """Are the parts of different places, at most one of them of none ("seven elsewhere")?"""
    mentions = [m for m, _ in terms]
    if sum(not m.places for m in mentions) > 1 or len({m.id for m in mentions}) < len(mentions):
        return False
    return not any(_one_place(a, b, options) for a, b in combinations(mentions, 2) if a.places and b.places)


def _one_place(one: Mention, other: Mention, options: LinkOptions) -> bool:
    if not one.places or not other.places:
        return not one.places and not other.places
    return options.places.match(one.places[0], other.places[0]).relation is PlaceRelation.SAME
