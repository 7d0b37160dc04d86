"""Where a quote names a claimed place: by its name, its people, what lies in it, or words that point back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.language.clauses import CARRY
from extractor.records import Span, Status, Verdict
from extractor.segments import TextView
from extractor.values.place.governing import governing_places
from extractor.values.place.matching import PlaceRelation, place_similarity, same_place_name
from extractor.values.place.naming import find_name, name_parts
from extractor.values.place.patterns import WordPattern
from extractor.values.place.resolving import Named, named_places, places_between

_POINTER = WordPattern("pointer", ignore_case=True)
_AROUND = 60  # code points beside a quote that cuts a name short


@dataclass(frozen=True, slots=True)
class Located:
    """Where the claimed place's own name is, by which of its names, and the reader's mention there, if it has one.

    `sure` is false for words that may point back at another place than the claimed one.
    """

    start: int
    end: int
    reason: str
    detail: str
    named: Named | None = None
    sure: bool = True


def locate_place(parts: Sequence[str], span: Span, view: TextView) -> Located | Verdict:
    """Where the words at `span` name the place: by its name, its people, what lies in it, or a word that points back.

    A verdict when they do not.
    """
    here = touching(view, span)
    for named in here:
        if is_place(parts[0], named):
            reason = "demonym" if "demonym" in named.flags else "named"
            return Located(named.start, named.end, reason, f"{named.reading.value.quote!r} is named", named)
    spelled = find_name(view, span.start, span.end, parts[0])
    if spelled is not None:
        inside = next((n for n in here if spelled[0] <= n.start and n.end <= spelled[1]), None)
        described = len(parts[0].split()) > 1 and not parts[0][:1].isupper()
        reason = "described" if described else "named"
        return Located(*spelled, reason, f"{view.text[slice(*spelled)]!r} is in the words", inside)
    pointed = _POINTER.search(view.text, span.start, span.end)
    if pointed and (back := _pointed(", ".join(parts), pointed, view)):
        return back
    for named in here:
        if any(same_place_name(parts[0], outer) for outer in named.chain[1:]):
            return Located(named.start, named.end, "coarser", f"{named.chain[0]!r} lies in {parts[0]!r}", named)
    return _missing(parts, here)


def _pointed(place: str, pointed: re.Match[str], view: TextView) -> Located | None:
    """The place that "the city" of a quote points back at, if the article speaks of the claimed one before."""
    at = pointed.span()
    for reading in governing_places(view, *at):
        if place_similarity(place, reading.resolved or "").relation is PlaceRelation.SAME:
            return Located(*at, "carried", f"{pointed.group()!r} points back at {reading.value.quote!r}")
    index = view.sentence_index(at[0])
    before = view.sentences[max(0, index - CARRY)].start
    named = find_name(view, before, at[0], name_parts(place)[0]) or _of_the_article(pointed.group(), place, view)
    if named is None:
        return None
    detail = f"{pointed.group()!r} may point back at {view.text[slice(*named)]!r}"
    return Located(*at, "carried", detail, sure=False)


def _of_the_article(words: str, place: str, view: TextView) -> tuple[int, int] | None:
    """For "the country": where the article names the claimed one, by its name or its people, whatever the distance."""
    if not words.lower().endswith(("country", "nation")):
        return None
    at = next((n for n in named_places(view) if is_place(name_parts(place)[0], n)), None)
    return (at.start, at.end) if at is not None else None


def _missing(parts: Sequence[str], here: Sequence[Named]) -> Verdict:
    if here and any(is_place(outer, n) for outer in parts[1:] for n in here):
        detail = f"the words name what {parts[0]!r} is said to lie in, not it"
        outer = here[0].start, here[0].end
        return Verdict(status=Status.UNSUPPORTED, reason="too_precise", detail=detail, decided=outer)
    beside = f"; they name {here[0].chain[0]!r}" if here else ""
    detail = f"{', '.join(parts)!r} is not in the quoted words{beside}"
    decided = (here[0].start, here[0].end) if here else None
    return Verdict(status=Status.UNSUPPORTED, reason="not_named", detail=detail, decided=decided)


def touching(view: TextView, span: Span) -> list[Named]:
    """The places that the reader sees in the quoted words; a quote may cut a name short ("Zeinab")."""
    inside = places_between(view, span.start, span.end)
    if inside:
        return inside
    around = places_between(view, max(0, span.start - _AROUND), span.end + _AROUND)
    return [n for n in around if n.start < span.end and span.start < n.end]


def is_place(part: str, named: Named) -> bool:
    """Is `part` a name of the mention?"""
    if same_place_name(part, named.chain[0]):
        return True
    return bool(named.entry) and place_similarity(part, named.reading.resolved or "").relation is PlaceRelation.SAME
