"""The judge of places: is the name in the words, does the figure's own clause place it elsewhere, what confirms it?

The name is found by `place_naming`, whatever role the words give it. Only the clause of the figure may contradict: with
another place of its own. What is carried from before, what lies around a place and what is listed refute nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.language.clauses import How, clause_bounds
from extractor.records import ClaimedValue, Holding, Span, Status, Verdict
from extractor.segments import TextView
from extractor.values.naming.aliases import known_name
from extractor.values.place.confirming import excludes, is_confirmed
from extractor.values.place.containers import LEVELS, judge_container, rank_of
from extractor.values.place.governing import finer_places, governing_places
from extractor.values.place.locating import Located, locate_place
from extractor.values.place.matching import PlaceRelation, place_similarity, same_place_name
from extractor.values.place.naming import name_parts
from extractor.values.place.patterns import WordPattern
from extractor.values.place.resolving import places_between
from extractor.values.place.roles import Role, names_another_place, role_beside
from extractor.values.place.scene import FIGURE
from extractor.values.valuetype import Anchor, Reading

AGREE = frozenset({PlaceRelation.SAME, PlaceRelation.CONTAINS, PlaceRelation.INSIDE, PlaceRelation.NEAR})
_ACROSS = WordPattern("across", ignore_case=True)
_POSSESSIVE = 3
_ARTICLE = 4  # code points that "The" before a sentence's first name takes
_BEFORE = 20  # code points before a place in which such a word is looked for


def judge_place(value: ClaimedValue, span: Span, view: TextView, anchor: Span | None) -> Verdict:
    """The verdict on a claimed place; see `Place.verify`."""
    parts = name_parts(str(value.value or ""))
    if not parts:
        return Verdict(status=Status.UNSUPPORTED, reason="no_name", detail="no place is claimed")
    located = locate_place(parts, span, view)
    if isinstance(located, Verdict):
        return located
    containers = tuple(judge_container(outer, parts, located, view) for outer in parts[1:])
    if denied := next((c for c in containers if c.holding is Holding.DENIED), None):
        detail = f"the article puts {parts[0]!r} elsewhere than in {denied.name!r}"
        verdict = _verdict(Status.CONTRADICTED, "other_container", detail, located)
    elif not located.sure:
        verdict = _verdict(Status.UNCONFIRMED, located.reason, located.detail, located)
    else:
        verdict = _tied(located, parts, view, anchor)
    return verdict.model_copy(update={"containers": containers})


def _tied(located: Located, parts: Sequence[str], view: TextView, anchor: Span | None) -> Verdict:
    """Does the place belong to the figure at `anchor`?"""
    if anchor is None or (anchor.start <= located.start and located.end <= anchor.end):
        return _verdict(Status.SUPPORTED, located.reason, located.detail, located)
    governing = _told(view, anchor)
    name = _full_name(located, parts)
    if any(_agrees(name, located, reading, anchor, view) for reading in governing) and not (
        len(governing) > 1 and _is_part(name, located, governing, anchor, view)
    ):
        return _verdict(Status.SUPPORTED, located.reason, located.detail, located)
    apart = [r for r in governing if not any(same_place_name(str(r.value.value), outer) for outer in parts[1:])]
    rival = None if located.reason == "carried" else _rival(name, located, apart, anchor, view)
    if rival is not None:
        detail = f"the figure's own words put it in {rival.value.quote!r}, not in {parts[0]!r}"
        decided = (rival.start, rival.end)
        return Verdict(status=Status.CONTRADICTED, reason="governs_other", detail=detail, decided=decided)
    if _elsewhere(located, apart, anchor, view):
        detail = f"{located.detail}, but as something else than where it happened"
        return _verdict(Status.UNSUPPORTED, "other_role", detail, located)
    if is_confirmed(name, located, governing, anchor, parts, view):
        return _verdict(Status.SUPPORTED, located.reason, f"{located.detail}, told of the figure's event", located)
    where = f"; the figure may belong to {governing[0].value.quote!r}" if governing else ""
    detail = f"{located.detail}, but nothing ties it to the figure{where}"
    return _verdict(Status.UNCONFIRMED, "not_linked_to_figure", detail, located)


def _told(view: TextView, anchor: Span) -> list[Reading]:
    """The places that the reader finds for the figure, without names of bodies and what a distance counts from."""
    governing = (r for r in governing_places(view, anchor.start, anchor.end) if not known_name(str(r.value.value)))
    return [r for r in governing if role_beside(view, r.start, r.end) is not Role.REFERENCE or r.kind == "near"]


def _elsewhere(located: Located, governing: Sequence[Reading], anchor: Span, view: TextView) -> bool:
    """Is the place where somebody spoke, went or came from, or what a distance counts from?

    Beside the figure that counts only where the figure has another place.
    """
    flags = located.named.flags if located.named is not None else frozenset()
    sentence = view.sentence_at(located.start)
    if sentence.start <= anchor.start < sentence.end:
        own = [r for r in governing if r.how in {How.CLAUSE, How.SENTENCE} and not r.flags & _WEAK]
        holds = any(0 <= r.start - located.end <= _POSSESSIVE for r in own)  # "Aleppo's al-Quds hospital"
        return bool(own and flags & {"aside", "speaker"}) and not holds
    if _in_company(located, anchor, view):
        return False
    moves = _MOVES.search(view.text, max(sentence.start, located.start - 60), located.start)
    return "aside" in flags or moves is not None


def _rival(name: str, located: Located, governing: Sequence[Reading], anchor: Span, view: TextView) -> Reading | None:
    """Another place that the figure's own words give it: in its clause, or in its sentence where ours is not."""
    low, high = clause_bounds(view, anchor.start, anchor.end)
    sentence = view.sentence_at(anchor.start)
    inside = low <= located.start < high
    beside = sentence.start <= located.start < sentence.end
    for reading in governing:
        if reading.flags & _WEAK:
            continue
        if (
            reading.how is How.CLAUSE
            and excludes(name, reading, view)
            and (not inside or (reading.kind != "near" and _nearer(reading, located, anchor, view)))
        ):
            return reading
        if reading.how is How.SENTENCE and not beside and _known_apart(name, reading, view):
            return reading
    return None


def _in_company(located: Located, anchor: Span, view: TextView) -> bool:
    """Does the sentence that names the place hold another quote of the claim?"""
    sentence = view.sentence_at(located.start)
    others = anchor.company if isinstance(anchor, Anchor) else ()
    return any(sentence.start <= start < sentence.end for start, end in others if not start <= located.start < end)


def _known_apart(name: str, reading: Reading, view: TextView) -> bool:
    relation = place_similarity(name, reading.resolved or "").relation
    level = LEVELS.get(reading.kind, 0)
    return relation is PlaceRelation.DIFFERENT and (level < LEVELS["admin1"] or rank_of(name, view) < level)


_WEAK = frozenset({"weak", "speaker", "aside", "dateline", "demonym"})
# "transferred to the provincial capital of X", "320 km from X": where somebody went, or what a distance counts from.
_MOVES = WordPattern("moves")


def _full_name(located: Located, parts: Sequence[str]) -> str:
    if located.named is not None and located.reason != "coarser":
        return located.named.reading.resolved or ", ".join(parts)
    return ", ".join(parts)


def _agrees(name: str, located: Located, reading: Reading, anchor: Span, view: TextView) -> bool:
    """Does the reader's place for the figure confirm the claimed one?

    Where only a country or a province governs ("Honduras fire kills 350"), a place inside it must be told beside the
    figure or be what the story's other sentences tell, not any place of that country.
    """
    if reading.how not in {How.CLAUSE, How.SENTENCE} and _is_set_elsewhere(name, anchor, view):
        return False
    if located.start < reading.end and reading.start < located.end:
        return True
    relation = place_similarity(name, reading.resolved or "").relation
    across = _ACROSS.search(view.text, max(0, reading.start - _BEFORE), reading.start)
    if relation is PlaceRelation.INSIDE and (across or _spoken_at(located)):
        return False  # a total "across Iraq" is no town's
    if relation is not PlaceRelation.INSIDE or reading.kind not in {"country", "admin1"}:
        return relation in AGREE
    if view.sentence_index(located.start) == view.sentence_index(anchor.start):
        return True
    told = (r for r in finer_places(view, anchor.start) if r.kind not in {"country", "admin1"})
    return any(place_similarity(name, r.resolved or "").relation in AGREE for r in told)


def _spoken_at(located: Located) -> bool:
    """Does the reader take it for where somebody spoke or came from, whatever it seems to lie in?"""
    return located.named is not None and bool(located.named.flags & {"aside", "speaker"})


def _is_set_elsewhere(name: str, anchor: Span, view: TextView) -> bool:
    """Is the figure's sentence of another place: "Malawi reported 60 deaths", "In another town 5 died"?"""
    sentence = view.sentence_at(anchor.start)
    if names_another_place(view, sentence.start, sentence.end):
        return True
    first = next(iter(places_between(view, sentence.start, anchor.start)), None)
    if first is None or first.start > sentence.start + _ARTICLE:
        return False
    return place_similarity(name, first.reading.resolved or "").relation is PlaceRelation.DIFFERENT


def _is_part(name: str, located: Located, governing: Sequence[Reading], anchor: Span, view: TextView) -> bool:
    """Is the place, told in another sentence, inside one of several places that the figure is told of together?"""
    if view.sentence_index(located.start) == view.sentence_index(anchor.start):
        return False
    relations = {place_similarity(name, r.resolved or "").relation for r in governing}
    return PlaceRelation.INSIDE in relations and PlaceRelation.SAME not in relations


def _nearer(rival: Reading, located: Located, anchor: Span, view: TextView) -> bool:
    """Of two places of one clause, do the rival and another figure stand between the claimed one and the figure?"""
    low, high = (located.end, anchor.start) if located.start < anchor.start else (anchor.end, located.start)
    between = low <= rival.start < high or (rival.start < low and located.start > anchor.start)
    return between and FIGURE.search(view.text, low, high) is not None


def _verdict(status: Status, reason: str, detail: str, located: Located) -> Verdict:
    return Verdict(status=status, reason=reason, detail=detail, decided=(located.start, located.end))
