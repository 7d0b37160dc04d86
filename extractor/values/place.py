"""Place: where it happened, as the text names it, with what it lies in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import ClassVar

from extractor.records import CheckedValue, ClaimedValue, Span, Status, Verdict
from extractor.segments import TextView
from extractor.values.place_governing import finer_places, governing_places
from extractor.values.place_matching import PlaceMatch, PlaceRelation, place_key, place_similarity, same_place_name
from extractor.values.place_resolving import Named, named_places, places_between
from extractor.values.tables import word_set
from extractor.values.transliteration import fold
from extractor.values.valuetype import Fused, How, Reading, ValueType, Witness

__all__ = ["Place", "PlaceMatch", "PlaceRelation", "place_key", "place_similarity"]

_AGREE = {PlaceRelation.SAME, PlaceRelation.CONTAINS, PlaceRelation.INSIDE, PlaceRelation.NEAR}
_ACROSS = re.compile(r"\b(?:across|throughout|all\s+over)\s+(?:the\s+)?$", re.IGNORECASE)
_SMALL_WORDS = word_set("a an the of in at near to and mostly predominantly")
_POINTER = re.compile(
    r"\b(?:the|this|that)\s+(?:\w+\s+)?(?:city|capital|town|village|district|neighbou?rhood|suburb|province|state|"
    r"region|camp|area|island|quarter|county)\b|\bthere\b",
    re.IGNORECASE,
)


class Place(ValueType):
    """A place at the scale of news. `Reading.kind` is UCDP's where_prec: exact, near, admin2, admin1, country.

    `Reading.value.value` is the name, `Reading.resolved` the chain from inner to outer ("Sayyida Zeinab, Damascus,
    Syria"): what the text states first, then the gazetteer. Flags: `demonym` ("Syrian"), `scene` (a demonym before
    a place noun), `unlisted` (in no gazetteer), `facility`, `speaker` (a government or an owner), `aside` (a visit, a
    news conference), `weak` ("from", "to"), `capital` ("the Syrian capital"), `outer` (holds the name
    beside it), `dateline`.
    """

    name: ClassVar[str] = "place"

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
        """Is the place named at `span`, with what it is said to lie in, and is it the anchor's place?"""
        parts = [p.strip() for p in str(value.value or "").split(",") if p.strip()]
        if not parts:
            return Verdict(status=Status.UNSUPPORTED, reason="no_name", detail="no place is claimed")
        here = _touching(view, span)
        for named in here:
            if _is(parts[0], named):
                verdict = _with_outers(parts, named, here)
                return self._linked(verdict, named, view, span, anchor)
        return self._otherwise(parts, here, span, view, anchor)

    def _otherwise(
        self, parts: list[str], here: list[Named], span: Span, view: TextView, anchor: Span | None
    ) -> Verdict:
        decided = _described(parts[0], view, span)
        if decided is not None:
            verdict = _described_verdict(parts, decided, view, span)
            # "near Luxor" describes a place by a name, and that name must be the figure's.
            inner = places_between(view, *decided)
            return self._linked(verdict, inner[0], view, span, anchor) if inner else verdict
        pointed = _POINTER.search(view.text, span.start, span.end)
        if pointed and not here:
            for reading in governing_places(view, pointed.start(), pointed.end()):
                if place_similarity(", ".join(parts), reading.resolved or "").relation is PlaceRelation.SAME:
                    detail = f"{pointed.group()!r} points back at {reading.value.quote!r}"
                    return _verdict(Status.SUPPORTED, "carried", detail, (reading.start, reading.end))
        for named in here:
            if any(same_place_name(parts[0], outer) for outer in named.chain[1:]):
                detail = f"{named.chain[0]!r} lies in {parts[0]!r}"
                return self._linked(
                    _verdict(Status.SUPPORTED, "coarser", detail, _at(named)), named, view, span, anchor
                )
        if not here:
            return _verdict(Status.UNSUPPORTED, "not_named", f"{parts[0]!r} is not in the quoted words", None)
        if any(_is(outer, n) for outer in parts[1:] for n in here):
            detail = f"the words name what {parts[0]!r} is said to lie in, not it"
            return _verdict(Status.UNSUPPORTED, "too_precise", detail, _at(here[0]))
        return _verdict(
            Status.CONTRADICTED, "not_named", f"the words name {here[0].chain[0]!r}, not {parts[0]!r}", _at(here[0])
        )

    def _linked(self, verdict: Verdict, named: Named, view: TextView, span: Span, anchor: Span | None) -> Verdict:
        """A place named in the right words counts only if it is where the anchor's figure belongs."""
        del span
        if verdict.status is not Status.SUPPORTED or anchor is None:
            return verdict
        if anchor.start <= named.start and named.end <= anchor.end:
            return verdict
        governing = governing_places(view, anchor.start, anchor.end)
        resolved = named.reading.resolved or named.chain[0]
        if any(_fits(view, named, resolved, anchor, r) for r in governing):
            return verdict
        if not governing:
            return _verdict(
                Status.UNSUPPORTED, "not_linked_to_figure", "nothing ties the place to the figure", _at(named)
            )
        other = governing[0]
        detail = f"the figure belongs to {other.value.quote!r}, not to {named.chain[0]!r}"
        return _verdict(Status.UNSUPPORTED, "governs_other", detail, (other.start, other.end))

    def resolve(self, value: ClaimedValue, span: Span, view: TextView) -> str | None:
        """The claimed place with what it lies in, as far as this article and the gazetteer tell."""
        parts = [p.strip() for p in str(value.value or "").split(",") if p.strip()]
        if not parts:
            return None
        same = [n for n in _touching(view, span) if _is(parts[0], n)] or [
            n for n in named_places(view) if _is(parts[0], n)
        ]
        if not same:
            return ", ".join(parts)
        longest = max(same, key=lambda n: (len(n.chain), -n.start))
        known = list(longest.chain)
        return ", ".join([*known, *(p for p in parts[1:] if not any(same_place_name(p, k) for k in known))])

    def compatible(self, one: CheckedValue, other: CheckedValue) -> bool:
        """Can both be the place of one event? Only places known to differ cannot."""
        return place_similarity(_text(one), _text(other)).relation is not PlaceRelation.DIFFERENT

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


def _at(named: Named) -> tuple[int, int]:
    return named.start, named.end


def _verdict(status: Status, reason: str, detail: str, decided: tuple[int, int] | None) -> Verdict:
    return Verdict(status=status, reason=reason, detail=detail, decided=decided)


def _touching(view: TextView, span: Span) -> list[Named]:
    """The places in the quoted words; a quote may cut a name short ("Zeinab")."""
    inside = places_between(view, span.start, span.end)
    if inside:
        return inside
    low = max(0, span.start - 60)
    return [n for n in places_between(view, low, span.end + 60) if n.start < span.end and span.start < n.end]


def _is(part: str, named: Named) -> bool:
    if same_place_name(part, named.chain[0]):
        return True
    return bool(named.entry) and place_similarity(part, named.reading.resolved or "").relation is PlaceRelation.SAME


def _fits(view: TextView, named: Named, resolved: str, anchor: Span, governing: Reading) -> bool:
    """Does a named place agree with the one that governs the anchor?

    Where only a country governs ("Honduras fire kills 350"), a place inside it must be the one told next to the
    figure, not any place of that country.
    """
    relation = place_similarity(resolved, governing.resolved or "").relation
    if relation is PlaceRelation.CONTAINS and governing.how is How.CLAUSE:
        # "Iraq" of a headline is not what "nine died in Basra" is quoted for.
        return view.sentence_index(named.start) == view.sentence_index(anchor.start)
    if relation is not PlaceRelation.INSIDE or governing.kind not in {"country", "admin1"}:
        return relation in _AGREE
    if _ACROSS.search(view.text, max(0, governing.start - 20), governing.start):
        return False  # a total "across Iraq" is no town's
    if view.sentence_index(named.start) == view.sentence_index(anchor.start):
        return True
    told = finer_places(view, anchor.start)
    narrow = [r for r in told if r.kind not in {"country", "admin1"}]
    return any(place_similarity(resolved, r.resolved or "").relation in _AGREE for r in narrow)


def _with_outers(parts: list[str], named: Named, here: list[Named]) -> Verdict:
    """Are the claimed outer places stated, or known, to hold the named one?"""
    for outer in parts[1:]:
        if any(same_place_name(outer, known) for known in named.chain[1:]):
            continue
        relations = [place_similarity(outer, name).relation for name in named.chain[1:]]
        if PlaceRelation.SAME in relations or any(_is(outer, n) for n in here if n is not named):
            continue
        if PlaceRelation.CONTAINS in relations:
            continue
        if place_similarity(named.chain[0], outer).relation is PlaceRelation.INSIDE:
            continue
        if len(named.chain) > 1 and PlaceRelation.DIFFERENT in relations:
            detail = f"{named.chain[0]!r} lies in {named.chain[1]!r}, not in {outer!r}"
            return _verdict(Status.CONTRADICTED, "other_container", detail, _at(named))
        detail = f"nothing says that {named.chain[0]!r} lies in {outer!r}"
        return _verdict(Status.UNSUPPORTED, "container_not_stated", detail, _at(named))
    if "demonym" in named.flags:
        return _verdict(Status.SUPPORTED, "demonym", f"{named.reading.value.quote!r} tells the country", _at(named))
    return _verdict(Status.SUPPORTED, "named", f"{named.reading.value.quote!r} is named", _at(named))


def _described(part: str, view: TextView, span: Span) -> tuple[int, int] | None:
    """A described place ("a mostly Alawite neighborhood"): all its words stand in the quote, in order."""
    wanted = [w for w in fold(part).split() if w not in _SMALL_WORDS]
    if len(fold(part).split()) < 2 or not wanted:  # noqa: PLR2004 - one word is a name, and names are read by the reader
        return None
    position = 0
    first = last = -1
    for match in re.finditer(r"[\w'’-]+", view.text[span.start : min(span.end, span.start + 400)]):
        word = fold(match.group())
        if position < len(wanted) and (word == wanted[position] or _spelled_alike(word, wanted[position])):
            first = match.start() if first < 0 else first
            last = match.end()
            position += 1
    return (span.start + first, span.start + last) if position == len(wanted) else None


def _spelled_alike(one: str, other: str) -> bool:
    return one.replace("our", "or") == other.replace("our", "or") or same_place_name(one, other)


def _described_verdict(parts: list[str], decided: tuple[int, int], view: TextView, span: Span) -> Verdict:
    around = places_between(view, span.start, span.end)
    governing = governing_places(view, decided[0], decided[1])
    for outer in parts[1:]:
        if any(_is(outer, n) for n in around):
            continue
        if any(place_similarity(outer, r.resolved or "").relation in _AGREE for r in governing):
            continue
        detail = f"nothing says that the place described lies in {outer!r}"
        return _verdict(Status.UNSUPPORTED, "container_not_stated", detail, decided)
    return _verdict(Status.SUPPORTED, "described", "the words describe the place", decided)
