"""Place: where it happened, as the text names it, with what it lies in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from extractor.records import CheckedValue, ClaimedValue, Span, Verdict
from extractor.segments import TextView
from extractor.values.place.governing import governing_places
from extractor.values.place.judging import judge_place
from extractor.values.place.locating import is_place, touching
from extractor.values.place.matching import PlaceMatch, PlaceRelation, place_key, place_similarity, same_place_name
from extractor.values.place.naming import name_parts
from extractor.values.place.resolving import named_places, places_between
from extractor.values.valuetype import FieldRole, Fused, Reading, ValueType, Witness

__all__ = ["Place", "PlaceMatch", "PlaceRelation", "place_key", "place_similarity"]

_AGREE = {PlaceRelation.SAME, PlaceRelation.CONTAINS, PlaceRelation.INSIDE, PlaceRelation.NEAR}


class Place(ValueType):
    """A place at the scale of news. `Reading.kind` is UCDP's where_prec: exact, near, admin2, admin1, country.

    `Reading.value.value` is the name, `Reading.resolved` the chain from inner to outer ("Sayyida Zeinab, Damascus,
    Syria"): what the text states first, then the gazetteer. Flags: `demonym` ("Syrian"), `scene` (a demonym before
    a place noun), `unlisted` (in no gazetteer), `facility`, `speaker` (a government or an owner), `aside` (a visit, a
    news conference), `weak` ("from", "to"), `capital` ("the Syrian capital"), `outer` (holds the name
    beside it), `dateline`.
    """

    name: ClassVar[str] = "place"
    role = FieldRole.WHERE

    def read(self, view: TextView, start: int, end: int) -> list[Reading]:
        """Every place named in `view.text[start:end]`.

        >>> text = "A bomb hit the Sayyida Zeinab suburb of Damascus."
        >>> [r.resolved for r in Place().read(TextView(text), 0, len(text))]
        ['Sayyida Zeinab, Damascus, Syria', 'Damascus, Syria']
        """
        return [n.reading for n in places_between(view, start, end)]

    def govern(self, view: TextView, start: int, end: int) -> list[Reading]:
        """Where what a figure at `text[start:end]` counts took place; several readings when named together."""
        return governing_places(view, start, end)

    def verify(self, value: ClaimedValue, span: Span, view: TextView, anchor: Span | None = None) -> Verdict:
        """Is the place named at `span`, and is it where the anchor's figure belongs?

        Supported: `named`, `demonym`, `described`, `carried` (the words point back at it), `coarser` (what the named
        place lies in). Unconfirmed: `not_linked_to_figure`. Contradicted: `governs_other` (the figure's own clause has
        another place), `other_container`. Unsupported: `not_named`, `too_precise`, `no_name`. What the place is said to
        lie in is judged apart, in `Verdict.containers`.
        """
        return judge_place(value, span, view, anchor)

    def resolve(self, value: ClaimedValue, span: Span, view: TextView) -> str | None:
        """The claimed place with what it lies in, as far as this article and the gazetteer tell."""
        parts = name_parts(str(value.value or ""))
        if not parts:
            return None
        same = [n for n in touching(view, span) if is_place(parts[0], n)] or [
            n for n in named_places(view) if is_place(parts[0], n)
        ]
        if not same:
            return ", ".join(parts)
        longest = max(same, key=lambda n: (len(n.chain), -n.start))
        known = list(longest.chain)
        return ", ".join([*known, *(p for p in parts[1:] if not any(same_place_name(p, k) for k in known))])

    def compatible(self, one: CheckedValue, other: CheckedValue) -> bool:
        """Can both be the place of one event? Only places known to differ cannot."""
        return place_similarity(_text(one), _text(other)).relation is not PlaceRelation.DIFFERENT

    def alike(self, one: CheckedValue, other: CheckedValue) -> bool:
        """Are the two one and the same place? A place inside the other may be another event's."""
        return place_similarity(_text(one), _text(other)).relation is PlaceRelation.SAME

    def fuse(self, witnesses: Sequence[Witness], rule: str) -> Fused:
        """The most specific place that the most source lines allow."""
        known = [(i, _text(w.value)) for i, w in enumerate(witnesses) if _text(w.value)]
        if not known:
            return Fused(None, f"{rule}: no place")
        conflicts = tuple(
            (i, j)
            for n, (i, a) in enumerate(known)
            for j, b in known[n + 1 :]
            if place_similarity(a, b).relation is PlaceRelation.DIFFERENT
        )

        def backing(place: str) -> list[int]:
            # A finer place elsewhere in Syria is no witness for "Syria": only what says as much, or less, is.
            return [
                i for i, other in known if place_similarity(place, other).relation in _AGREE - {PlaceRelation.CONTAINS}
            ]

        def rank(item: tuple[int, str]) -> tuple[int, int, int, int, str]:
            place = item[1]
            same = sum(place_similarity(place, other).relation is PlaceRelation.SAME for _, other in known)
            return -len({witnesses[i].line for i in backing(place)}), -_depth(place), -same, -len(place), place

        best = min(known, key=rank)[1]
        return Fused(best, "most specific agreed place", supporting=tuple(backing(best)), conflicts=conflicts)


def _text(value: CheckedValue) -> str:
    return value.resolved or str(value.claimed.value or "")


def _depth(place: str) -> int:
    return place.count(",") + 1
