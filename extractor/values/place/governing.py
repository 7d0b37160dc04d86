"""Which place a figure belongs to: its clause, its sentence, else carried from what was told before."""

from __future__ import annotations

from dataclasses import replace

from extractor.language.clauses import How, clause_bounds, lead_after, sentences_back, stands_apart
from extractor.segments import Segment, TextView
from extractor.values.place.patterns import WordPattern
from extractor.values.place.pointing import from_dateline, pointed_at
from extractor.values.place.resolving import Named, home_place, places_between
from extractor.values.place.scene import (
    FIGURE,
    Group,
    groups_of,
    is_bureau,
    is_elsewhere,
    is_narrow,
    lead_sentences,
    looks_back,
    main_scene,
    present_scene,
    scene,
    speaks_of_incident,
    tells_parts,
    told_next,
)
from extractor.values.place.vocabulary import all_words
from extractor.values.valuetype import Reading


def governing_places(view: TextView, start: int, end: int) -> list[Reading]:
    """The places of a figure at `text[start:end]`: one, or several that are named together; empty if none is told."""
    told = _of_clause(view, start, end) or _of_own_sentence(view, start, end)
    if told is None:
        low, high = clause_bounds(view, start, end)
        told = _of_event(view, low, high) or _carried(view, start) or _from_lead(view, start) or _told_next(view, start)
    if told is not None:
        told = _nearer_to_the_ground(view, told, start)
        told = _in_its_town(view, told)
    return _readings(*_at_corner(told)) if told is not None else _last_resort(view, view.sentence_at(start))


def _at_corner(told: tuple[Group, How]) -> tuple[Group, How]:
    """Reads "at Vine Street and Fourth Avenue" as one place, the corner, named by its first street."""
    group, how = told
    streets = all_words().streets
    corner = len(group) > 1 and all(named.chain[0].split()[-1] in streets for named in group)
    return (group[:1] if corner else group), how


def _in_its_town(view: TextView, told: tuple[Group, How]) -> tuple[Group, How]:
    """A state or a country that is only carried gives way to the town of it that the article is about."""
    group, how = told
    home = home_place(view)
    if how in {How.CLAUSE, How.SENTENCE} or home is None or len(group) > 1:
        return told
    if group[0].reading.kind not in {"country", "admin1"} or home.chain[-1] != group[0].chain[-1]:
        return told
    return (home,), how


_PART_OF = WordPattern("part_of", ignore_case=True)


def _nearer_to_the_ground(view: TextView, told: tuple[Group, How], start: int) -> tuple[Group, How]:
    """Reads "SOMA, Turkey - ... a mine in western Turkey" of the town, for what the lead tells and what follows it."""
    group, how = told
    main = main_scene(view)
    if len(group) > 1 or is_narrow(group) or main is None or not is_narrow(main):
        return told
    part = _PART_OF.search(view.text, max(0, group[0].start - 16), group[0].start)
    lead = lead_sentences(view)[:2]
    of_lead = bool(lead) and start < lead[-1].end and group[0].start < lead[-1].end
    same = main[0].chain[-1] == group[0].chain[-1]
    of_town = "dateline" in main[0].flags
    return (main, How.BEFORE) if part and of_lead and same and of_town else (group, how)


def _of_clause(view: TextView, start: int, end: int) -> tuple[Group, How] | None:
    low, high = clause_bounds(view, start, end)
    if (there := _where(view, low)) is not None and not scene(view, low, high):
        return (there,), How.SENTENCE
    told = [n for n in scene(view, low, high) if not stands_apart(view, n.start, start)]
    if chosen := _choose(view, told, (start, end), (low, high)):
        return chosen, How.CLAUSE
    pointed = pointed_at(view, low, high)
    if pointed is None:
        return None
    together = [g for g in groups_of(view, scene(view, view.sentence_at(start).start, low)) if pointed[0] in g]
    return (together[-1] if together else (pointed[0],)), pointed[1]


def _of_own_sentence(view: TextView, start: int, end: int) -> tuple[Group, How] | None:
    low, _ = clause_bounds(view, start, end)
    sentence = view.sentence_at(start)
    if (pointed := pointed_at(view, sentence.start, low)) is not None and not scene(view, sentence.start, low):
        return (pointed[0],), How.SENTENCE
    chosen = _of_sentence(view, sentence, start, end)
    return (chosen, How.SENTENCE) if chosen else None


def _where(view: TextView, low: int) -> Named | None:
    """Reads "fled to Butare, where doctors treated 600": the place right before "where", whatever its role."""
    if not _WHERE.match(view.text, low, low + 12):
        return None
    sentence = view.sentence_at(low)
    before = [
        n
        for n in places_between(view, max(sentence.start, low - 100), low)
        if not n.flags & {"demonym", "speaker", "outer"}
    ]
    return before[-1] if before else None


def finer_places(view: TextView, start: int) -> list[Reading]:
    """The places told beside a figure at `start` that its own sentence leaves out: of the lead, or carried."""
    carried = _from_lead(view, start) or _carried(view, start)
    return _readings(carried[0], carried[1]) if carried else []


def _readings(group: Group, how: How) -> list[Reading]:
    return [replace(named.reading, how=how) for named in group]


def _choose(view: TextView, found: list[Named], figure: tuple[int, int], bounds: tuple[int, int]) -> Group:
    """Of the groups of a clause the one of this figure: behind it before the next figure, else before it."""
    groups = groups_of(view, found)
    if len(groups) < 2:  # noqa: PLR2004 - nothing to choose
        return groups[0] if groups else ()
    start, end = figure
    others = [m.span() for m in FIGURE.finditer(view.text, *bounds) if m.end() <= start or m.start() >= end]
    next_figure = min((s for s, _ in others if s >= end), default=bounds[1])
    last_figure = max((e for _, e in others if e <= start), default=bounds[0])
    behind = [g for g in groups if end <= g[0].start < next_figure]
    before = [g for g in groups if last_figure <= g[0].start < start]
    earlier = [g for g in groups if g[0].start < start]
    return (_exact(behind) or _exact(before)[::-1] or _exact(earlier)[::-1] or groups)[0]


def _exact(groups: list[Group]) -> list[Group]:
    """Without provinces and countries where something nearer to the ground stands beside them."""
    return [g for g in groups if g[0].reading.kind in {"exact", "near"}] or groups


def _of_sentence(view: TextView, sentence: Segment, start: int, end: int) -> Group:
    found = [n for n in scene(view, sentence.start, max(sentence.end, end)) if not stands_apart(view, n.start, start)]
    groups = groups_of(view, found)
    before = [g for g in groups if g[0].start < start]
    after = [g for g in groups if g[0].start >= end]
    return before[-1] if before else after[0] if after else _scene_demonym(view, sentence)


def _scene_demonym(view: TextView, sentence: Segment) -> Group:
    """Reads "in two Syrian cities" names the country as the scene."""
    found = [n for n in places_between(view, sentence.start, sentence.end) if {"demonym", "scene"} <= n.flags]
    return (found[0],) if found else ()


_EVENT = WordPattern("event", ignore_case=True)


def _of_event(view: TextView, low: int, high: int) -> tuple[Group, How] | None:
    """Reads "the strike wounded 30": where the last sentence that speaks of a strike and names a place puts it."""
    match = _EVENT.search(view.text, low, high)
    if match is None:
        return None
    word = match[1].lower()
    for sentence, how in sentences_back(view, low):
        if how is How.HEADLINE:
            continue
        if word not in view.text[sentence.start : sentence.end].lower():
            continue
        if narrow := [g for g in present_scene(view, sentence) if is_narrow(g)]:
            return narrow[-1], how
    return None


def _told_next(view: TextView, start: int) -> tuple[Group, How] | None:
    group = told_next(view, start)
    return (group, How.BEFORE) if group else None


def _from_lead(view: TextView, start: int) -> tuple[Group, How] | None:
    for sentence in lead_after(view, start):
        groups = groups_of(view, scene(view, sentence.start, sentence.end))
        if groups:
            return groups[0], How.HEADLINE
    return None


# "That crash killed 300", "they had died there": the sentence goes on with what was remembered.
_GOES_ON_REMEMBERING = WordPattern("goes_on_remembering", ignore_case=True)


def _carried(view: TextView, start: int) -> tuple[Group, How] | None:
    """The place of the nearest sentence before that has one; a country only if nothing nearer to the ground comes.

    What a sentence remembers ("the worst since the Tenerife crash of 1977") is left out, and so is another event
    that an earlier paragraph turned to ("Elsewhere, ...").
    """
    country: tuple[Group, How] | None = None
    own = view.sentence_at(start)
    own_past = looks_back(view, own) or bool(
        _GOES_ON_REMEMBERING.search(view.text, own.start, min(own.end, own.start + 600))
    )
    for sentence, how in sentences_back(view, start):
        whole = own_past and how is not How.HEADLINE
        if not own_past and how is How.BEFORE and is_elsewhere(view, sentence):
            continue
        groups = groups_of(view, scene(view, sentence.start, sentence.end)) if whole else present_scene(view, sentence)
        narrow = [g for g in groups if is_narrow(g)]
        if narrow and (main := _described_by(view, sentence, narrow)):
            return main, How.BEFORE
        if narrow:
            return _whole_of(view, sentence, narrow) or (narrow[-1], how)
        pointed = pointed_at(view, sentence.start, sentence.end) if not groups else None
        if pointed is not None and pointed[0].reading.kind in {"exact", "near"}:
            return (pointed[0],), how
        if groups and country is None:
            country = groups[-1], how
        demonym = _scene_demonym(view, sentence)
        if demonym and country is None and not looks_back(view, sentence):
            country = demonym, how
    return country


_WHERE = WordPattern("where", ignore_case=True)


def _described_by(view: TextView, sentence: Segment, narrow: list[Group]) -> Group | None:
    """Reads "The pit lies near Tuzla." as words about the scene, not as another one."""
    main = main_scene(view)
    if main is None or main[0].start >= sentence.start or not all(g[0].mention.near for g in narrow):
        return None
    return None if speaks_of_incident(view, sentence) else main


def _whole_of(view: TextView, sentence: Segment, groups: list[Group]) -> tuple[Group, How] | None:
    """After "48 in Gaza province and a dozen in Chokwe" a figure without a place counts for both: the article's."""
    main = main_scene(view)
    if main is None or main[0].start >= sentence.start or not tells_parts(view, sentence, groups):
        return None
    return main, How.BEFORE


# A nationality of people, companies and their vehicles is no place.
_OWNED = WordPattern("owned", ignore_case=True)


def _last_resort(view: TextView, sentence: Segment) -> list[Reading]:
    """A place whose role is weak, a dateline, a nationality: better than none, and said so by its flags."""
    town = from_dateline(view)
    if town is not None and not is_bureau(town[0]):
        return _readings((town[0],), town[1])
    own = [
        n
        for n in places_between(view, sentence.start, sentence.end)
        if "demonym" in n.flags and "speaker" not in n.flags and not _OWNED.match(view.text, n.end, n.end + 60)
    ]
    weak = [n for n in places_between(view, sentence.start, sentence.end) if "weak" in n.flags]
    for named in (own or weak)[:1]:
        return _readings((named,), How.SENTENCE)
    if town is None and (home := home_place(view)) is not None:
        return _readings((home,), How.BEFORE)
    return _readings((town[0],), town[1]) if town else []
