"""What confirms a claimed place that the reader gives no figure, or gives it another: the words around both."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.language.clauses import How, clause_bounds
from extractor.language.detecting import language_of_view
from extractor.records import Span
from extractor.segments import TextView
from extractor.values.place.containers import LEVELS, listed_rank, rank_of
from extractor.values.place.locating import Located
from extractor.values.place.matching import PlaceRelation, place_similarity, same_place_name
from extractor.values.place.naming import find_name
from extractor.values.place.resolving import places_between
from extractor.values.place.roles import Role, are_listed, are_nested, names_another_place, role_beside
from extractor.values.place.scene import goes_back, incidents, scene
from extractor.values.place.vocabulary import place_words
from extractor.values.valuetype import Reading

_PARTED = re.compile(r"[,;:،؛—–]")
_WORD = re.compile(r"[^\W\d_]+")
_BACK = 2  # sentences
_REACH = 40  # code points between a place and the word for the incident that hit it


def is_confirmed(
    name: str, located: Located, governing: Sequence[Reading], anchor: Span, parts: Sequence[str], view: TextView
) -> bool:
    """Is the place told of the figure's event, though the reader puts the figure nowhere or less closely?

    In the figure's clause or sentence, which has no other place; together with the place that the reader found and it
    is said to lie in; or right beside the incident that the figure is told of.
    """
    sentence = view.sentence_at(anchor.start)
    if sentence.start <= located.start < sentence.end:
        low, high = clause_bounds(view, anchor.start, anchor.end)
        beside = [r for r in governing if r.how in {How.CLAUSE, How.SENTENCE}]
        if not beside or (low <= located.start < high and not any(excludes(name, r, view) for r in beside)):
            return True
        return all(_told_with(located, r, view) or _nearest(located, r, anchor, view) for r in beside)
    if names_another_place(view, sentence.start, sentence.end):
        return False
    return _confirmed_from_afar(name, located, governing, anchor, parts, view)


def _confirmed_from_afar(
    name: str, located: Located, governing: Sequence[Reading], anchor: Span, parts: Sequence[str], view: TextView
) -> bool:
    """The same for a place that another sentence than the figure's names."""
    own = view.sentence_index(located.start)
    for reading in governing:
        outer = any(same_place_name(str(reading.value.value), part) for part in parts[1:])
        if outer and view.sentence_index(reading.start) == own:
            return True
    if any(place_similarity(name, r.resolved or "").relation is PlaceRelation.DIFFERENT for r in governing):
        return False
    if any(r.how in {How.CLAUSE, How.SENTENCE} and excludes(name, r, view) for r in governing):
        return False
    return _told_before(located, governing, anchor, view) or _beside_incident(name, located, anchor, view)


def _told_with(located: Located, reading: Reading, view: TextView) -> bool:
    """Is one of the two said to be in the other, or both listed together?"""
    between = (located.end, reading.start) if located.end <= reading.start else (reading.end, located.start)
    return are_nested(view, *between) or are_listed(view, *between)


def _nearest(located: Located, reading: Reading, anchor: Span, view: TextView) -> bool:
    """Is the place, by its own words where something is, nearer to the figure than the reader's, and parted from it?

    In languages of which the reader knows few clauses: "dans la vallée de la Vesdre, estimait le Centre, à Bruxelles".
    """
    if language_of_view(view) == "en" or role_beside(view, located.start, located.end, loose=True) is not Role.LOCATIVE:
        return False
    low, high = (located.end, reading.start) if located.start < reading.start else (reading.end, located.start)
    parted = _PARTED.search(view.text, low, high)
    return parted is not None and _gap(located, anchor) < _gap(reading, anchor)


def _gap(one: Located | Reading, anchor: Span) -> int:
    return max(one.start - anchor.end, anchor.start - one.end, 0)


def _told_before(located: Located, governing: Sequence[Reading], anchor: Span, view: TextView) -> bool:
    """Is the place where the sentences right before the figure say that something is, and no other named since?

    Only where the reader, which knows few names of most languages, has no place for the figure at all.
    """
    own, figure = view.sentence_index(located.start), view.sentence_index(anchor.start)
    if any("dateline" not in r.flags for r in governing) or not 0 < figure - own <= _BACK:
        return False
    if view.sentences[figure].paragraph != view.sentences[own].paragraph or language_of_view(view) == "en":
        return False
    if role_beside(view, located.start, located.end, loose=True) is not Role.LOCATIVE:
        return False
    return not places_between(view, located.end, anchor.end) and not _has_unread_place(located, anchor, view)


def _has_unread_place(located: Located, anchor: Span, view: TextView) -> bool:
    """Does another name, which the reader does not know, say between place and figure where something is?

    Told by capitals, so not where every noun has one; an acronym is a body ("в ВОЗ").
    """
    if place_words(view).capital_nouns:
        return False
    own = _WORD.findall(view.text, located.start, located.end)
    for word in _WORD.finditer(view.text, located.end, anchor.end):
        acronym = len(word[0]) > 1 and word[0].isupper()
        if not word[0][0].isupper() or acronym or role_beside(view, *word.span(), loose=True) is not Role.LOCATIVE:
            continue
        if not any(find_name(view, *word.span(), part) for part in own):
            return True
    return False


def _beside_incident(name: str, located: Located, anchor: Span, view: TextView) -> bool:
    """Is the place the only one beside a word for an incident, and is the figure told of that incident?

    "A landslide in Nepal has killed 60. The landslide hit the town of Dhunche." By the same word, in the sentence right
    after, or because the sentence goes back to it: "The killings took place near Djibo".
    """
    low, high = clause_bounds(view, located.start, located.end)
    low, high = max(low, located.start - _REACH), min(high, located.end + _REACH)
    told = incidents(view, low, high)
    others = {n.chain[0] for n in scene(view, low, high) if n.reading.kind in {"exact", "near", "admin2"}}
    if not told or others - {located.named.chain[0] if located.named else name}:
        return False
    own, figure = view.sentence_index(located.start), view.sentence_index(anchor.start)
    sentence = view.sentences[figure]
    again = told & incidents(view, sentence.start, sentence.end) or goes_back(view, view.sentences[own])
    placeless = figure == own + 1 and not scene(view, sentence.start, sentence.end)
    return placeless or bool(again)


def excludes(name: str, reading: Reading, view: TextView) -> bool:
    """Can the figure not be of `name` when its clause puts it at `reading`?"""
    relation = place_similarity(name, reading.resolved or "").relation
    if relation is PlaceRelation.DIFFERENT:
        return True
    if relation is not PlaceRelation.UNKNOWN or "facility" in reading.flags:
        return False
    level = max(LEVELS.get(reading.kind, 0), listed_rank(str(reading.value.value)))
    return level < LEVELS["admin1"] and rank_of(name, view) <= level
