"""What the claims of one article say about each other: a place in full, who was there, at what street or venue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extractor.language.detecting import language_of_view
from extractor.linkage.mentions import Mention
from extractor.linkage.places import PlaceModel, PlaceRelation, fold
from extractor.linkage.roles import Roles
from extractor.linkage.words import LinkageWords, any_of
from extractor.segments import TextView
from extractor.values.place.persons import parties_of

_LEAD = 500  # code points
_NO_VENUE = frozenset({"speaker", "aside", "weak", "demonym", "reference"})


def agree_on_places(mentions: Sequence[Mention], places: PlaceModel) -> None:
    """Within one article a bare name is the place told more fully there.

    After "Tripoli, Lebanon" the bare "Tripoli" is no longer the larger one in Libya.
    """
    full = {fold(m.places[0].partition(",")[0]): m.places[0] for m in mentions if m.places and m.bare is None}
    for mention in mentions:
        known = full.get(fold(mention.bare)) if mention.bare and mention.places else None
        if known and places.match(known, mention.places[0]).relation is PlaceRelation.DIFFERENT:
            mention.places = (known, *mention.places[1:])


def name_marks(mentions: Sequence[Mention], view: TextView, roles: Roles) -> None:
    """Say of each claim who was in what it reports and at what street or venue: those named after it, before the next.

    A claim of something earlier takes none, and no claim takes those named in a sentence that looks back.
    """
    if _came_of_it(language_of_view(view)).search(view.text, 0, _LEAD):
        for mention in mentions:
            mention.after = True
    told = sorted((m for m in mentions if m.figures and not m.talk and not m.background), key=lambda m: (m.at, m.id))
    marks = [(at, name, True) for name, at in parties_of(view.text)]
    marks += [(at, name, False) for name, at in _venues(view, roles)]
    for at, name, person in sorted(marks):
        before = [m for m in told if m.at <= at]
        chosen = before[-1] if before else told[0] if told else None
        if chosen is None or chosen.cues.past:
            continue
        if person:
            chosen.parties = (*chosen.parties, name)
        else:
            chosen.venues = (*chosen.venues, name)


@cache
def _came_of_it(language: str) -> re.Pattern[str]:
    """Words of a report of what came of an event later: a charge, a trial."""
    return re.compile(any_of(LinkageWords.of(language).court), re.IGNORECASE)


def _venues(view: TextView, roles: Roles) -> Iterator[tuple[str, int]]:
    """The streets, schools, bars and the like of several words that the text names, each where it is first named."""
    seen: set[str] = set()
    for reading in roles.gazetteer.read(view, 0, len(view.text)) if roles.gazetteer is not None else ():
        name = fold(str(reading.value.value))
        small = reading.flags & {"unlisted", "facility"} and not reading.flags & _NO_VENUE
        if small and " " in name and name not in seen:
            seen.add(name)
            yield name, reading.start


def name_people(mentions: Sequence[Mention], view: TextView, places: PlaceModel) -> None:
    """Say whom a claim about words is about when it names nobody itself, or a country only.

    That is who appears in its sentence, of those that the article's other claims name ("Kerry ... said they had struck
    an agreement").
    """
    known = sorted({person for m in mentions for person in (*m.actors, *m.sources)})
    for mention in mentions:
        nobody = not mention.sources and all(places.broad(a) for a in mention.actors)
        if mention.talk and nobody and mention.at < len(view.text):
            sentence = view.sentence_at(mention.at)
            words = f" {fold(view.text[sentence.start : min(sentence.end, sentence.start + 2000)])} "
            named = (p for p in known if f" {p} " in words or f" {p.split()[-1]} " in words)
            mention.actors = tuple(dict.fromkeys((*mention.actors, *named)))
