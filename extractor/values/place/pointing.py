"""The place that "the city", "the district", "there" of a clause points back at."""

from __future__ import annotations

from extractor.language.clauses import How, sentences_back
from extractor.segments import TextView, per_text
from extractor.values.place.patterns import WordPattern
from extractor.values.place.resolving import Named, named_places, places_between
from extractor.values.place.scene import (
    dateline,
    scene,
)
from extractor.values.place.vocabulary import all_words
from extractor.world.gazetteer import Level

# Words that point back at a place, and the nouns a place they point at is called by.
_POINTS_BACK = WordPattern("points_back", ignore_case=True)


def pointed_at(view: TextView, low: int, high: int) -> tuple[Named, How] | None:
    """The place that "the city", "the district" of a clause points back at."""
    match = _POINTS_BACK.search(view.text, low, high)
    if match is None:
        return None
    speaks = _SPEAKS.match(view.text[match.end() : match.end() + 20])
    if speaks or _SPOKEN_THERE.search(view.text, max(low, match.start() - 40), match.start()):
        return None
    own = view.sentence_at(low)
    if match[2]:
        before = scene(view, own.start, match.start())
        return (before[-1], How.SENTENCE) if before else None
    noun = match[1].lower()
    if noun in {"country", "nation"}:
        return _last_country(view, low)
    if noun == "capital":
        return _last_capital(view, low) or from_dateline(view)
    return _last_called(view, low, noun) or from_dateline(view)


_SPEAKS = WordPattern("speaks_figure")


_SPOKEN_THERE = WordPattern("spoken_there", ignore_case=True)


def _last_capital(view: TextView, low: int) -> tuple[Named, How] | None:
    for sentence, how in sentences_back(view, low, 14):
        for named in reversed(places_between(view, sentence.start, sentence.end)):
            if (named.entry is not None and named.entry.capital) or named.mention.noun == "capital":
                return named, how
    return None


def _last_called(view: TextView, low: int, noun: str) -> tuple[Named, How] | None:
    """The last place that is, or is elsewhere called, what the noun says; else the last one at all."""
    kin = all_words().kin.get(noun, frozenset({noun}))
    city = noun in {"city", "town"}
    fallback: tuple[Named, How] | None = None
    for sentence, how in sentences_back(view, low, 14):
        for named in reversed(scene(view, sentence.start, sentence.end)):
            if city and "facility" in named.flags:
                continue  # a street is no city
            called = named.mention.noun in kin or (city and named.mention.level is Level.CITY)
            if called or _sub_place(view, named, kin):
                return named, how
            if (
                fallback is None
                and named.reading.kind in {"exact", "near"}
                and noun not in {"province", "state", "region"}
            ):
                fallback = named, how
    return fallback


def _last_country(view: TextView, position: int) -> tuple[Named, How] | None:
    """The country spoken of last, by name or by its people."""
    for sentence, how in sentences_back(view, position, 14):
        for named in reversed(places_between(view, sentence.start, sentence.end)):
            if named.mention.level is Level.COUNTRY and not named.flags & {"aside", "weak"}:
                return named, how
    return None


def from_dateline(view: TextView) -> tuple[Named, How] | None:
    """The town of the dateline as a place told before; `None` without one."""
    place = dateline(view)
    return (place, How.BEFORE) if place is not None else None


def _sub_place(view: TextView, named: Named, kin: frozenset[str]) -> bool:
    """Is it called by such a noun elsewhere in the article?"""
    if named.mention.entries:
        return False
    nouns = _nouns_of_places(view)
    return any((named.chain[0], noun) in nouns for noun in kin)


@per_text
def _nouns_of_places(view: TextView) -> frozenset[tuple[str, str]]:
    """The names of the article's places with the nouns that each is called by."""
    return frozenset((n.chain[0], n.mention.noun) for n in named_places(view))
