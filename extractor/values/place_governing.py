"""Which place a figure belongs to: its clause, its sentence, else carried from what was told before."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from extractor.segments import Segment, TextView, Zone
from extractor.values import place_words as words
from extractor.values.gazetteer import Level
from extractor.values.governing import clause_bounds, sentences_back
from extractor.values.place_resolving import Named, places_between
from extractor.values.valuetype import How, Reading

Group = tuple[Named, ...]  # coordinated places: "Damascus and Homs"
_NO_SCENE = frozenset({"speaker", "aside", "outer", "dateline"})
_LISTING = re.compile(
    r"\s*(?:,|,?\s*(?:and|or|&|y|et|und|e)\b|/)\s*(?:(?:also\s+)?(?:in|at|near|of)\s+)?(?:the\s+)?(?:[a-z]+\s+){0,2}(?:of\s+)?"
)
_FIGURE = re.compile(
    r"\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|scores|hundreds|twenty|thirty|forty|fifty)\b",
    re.IGNORECASE,
)
# Words that point back at a place, and the nouns a place they point at is called by.
_POINTS_BACK = re.compile(
    r"\b(?:the|this|that)\s+(?:same\s+|nearby\s+)?(city|capital|town|village|district|neighbou?rhood|suburb|province|state|region|camp|area|island|"
    r"quarter|county|settlement|port|valley|mine)\b(?!\s+of\b)",
    re.IGNORECASE,
)
_KIN = {
    "city": words.CITY_NOUNS, "capital": frozenset({"capital"}), "town": frozenset({"town"}),
    "village": frozenset({"village", "hamlet"}), "settlement": frozenset({"settlement", "village"}),
    "district": frozenset("district suburb neighbourhood neighborhood quarter area".split()),
    "neighbourhood": frozenset("district suburb neighbourhood neighborhood quarter area".split()),
    "neighborhood": frozenset("district suburb neighbourhood neighborhood quarter area".split()),
    "suburb": frozenset("district suburb neighbourhood neighborhood quarter area".split()),
    "quarter": frozenset("district suburb neighbourhood neighborhood quarter area".split()),
    "province": words.ADMIN1_NOUNS, "state": words.ADMIN1_NOUNS, "region": words.ADMIN1_NOUNS,
}  # fmt: skip


def governing_places(view: TextView, start: int, end: int) -> list[Reading]:
    """The places of a figure at `text[start:end]`: one, or several that are named together; empty if none is told."""
    low, high = clause_bounds(view, start, end)
    if chosen := _choose(view, _scene(view, low, high), (start, end), (low, high)):
        return _readings(chosen, How.CLAUSE)
    pointed = _pointed_at(view, low, high)
    if pointed is not None:
        return _readings((pointed[0],), pointed[1])
    sentence = view.sentence_at(start)
    if chosen := _of_sentence(view, sentence, start, end):
        return _readings(chosen, How.SENTENCE)
    carried = _carried(view, start)
    if carried is not None:
        return _readings(carried[0], carried[1])
    return _last_resort(view, start, sentence)


def _readings(group: Group, how: How) -> list[Reading]:
    return [replace(named.reading, how=how) for named in group]


def _scene(view: TextView, low: int, high: int) -> list[Named]:
    """The places of a stretch where something can have happened; what holds another of them is left out."""
    found = [n for n in places_between(view, low, high) if not n.flags & _NO_SCENE and "demonym" not in n.flags]
    strong = [n for n in found if "weak" not in n.flags]
    found = strong or found
    return [n for n in found if not any(_holds(n, other) for other in found)]


def _holds(outer: Named, inner: Named) -> bool:
    if outer is inner:
        return False
    container = inner.mention.container
    while container is not None:
        if container.start == outer.start:
            return True
        container = container.container
    return len(outer.chain) < len(inner.chain) and outer.chain[0] in inner.chain[1:]


def _groups(view: TextView, found: Iterable[Named]) -> list[Group]:
    groups: list[Group] = []
    last_end = 0
    for named in found:
        between = view.text[last_end : named.start]
        reach = _end_of(named)
        if groups and _LISTING.fullmatch(between) and not _FIGURE.search(between):
            groups[-1] = (*groups[-1], named)
        else:
            groups.append((named,))
        last_end = max(reach, named.end)
    return groups


def _end_of(named: Named) -> int:
    """Where the words about a place end, what it lies in included."""
    end, container = named.end, named.mention.container
    while container is not None:
        end = max(end, container.end)
        container = container.container
    return end


def _choose(view: TextView, found: list[Named], figure: tuple[int, int], bounds: tuple[int, int]) -> Group:
    """Of the groups of a clause the one of this figure: behind it before the next figure, else before it."""
    groups = _groups(view, found)
    if len(groups) < 2:  # noqa: PLR2004 - nothing to choose
        return groups[0] if groups else ()
    start, end = figure
    others = [m.span() for m in _FIGURE.finditer(view.text, *bounds) if m.end() <= start or m.start() >= end]
    next_figure = min((s for s, _ in others if s >= end), default=bounds[1])
    last_figure = max((e for _, e in others if e <= start), default=bounds[0])
    behind = [g for g in groups if end <= g[0].start < next_figure]
    before = [g for g in groups if last_figure <= g[0].start < start]
    earlier = [g for g in groups if g[0].start < start]
    exact = [g for g in behind if g[0].reading.kind not in {"country", "admin1"}]
    return (exact or behind or before[::-1] or earlier[::-1] or groups)[0]


def _of_sentence(view: TextView, sentence: Segment, start: int, end: int) -> Group:
    found = _scene(view, sentence.start, max(sentence.end, end))
    groups = _groups(view, found)
    before = [g for g in groups if g[0].start < start]
    after = [g for g in groups if g[0].start >= end]
    return before[-1] if before else after[0] if after else _scene_demonym(view, sentence)


def _scene_demonym(view: TextView, sentence: Segment) -> Group:
    """ "in two Syrian cities" names the country as the scene."""
    found = [n for n in places_between(view, sentence.start, sentence.end) if {"demonym", "scene"} <= n.flags]
    return (found[0],) if found else ()


def _pointed_at(view: TextView, low: int, high: int) -> tuple[Named, How] | None:
    """The place that "the city", "the district" of a clause points back at."""
    match = _POINTS_BACK.search(view.text, low, high)
    if match is None:
        return None
    noun = match[1].lower()
    kin = _KIN.get(noun, frozenset({noun}))
    fallback: tuple[Named, How] | None = None
    for sentence, how in sentences_back(view, low, 14):
        for named in reversed(_scene(view, sentence.start, sentence.end)):
            if named.mention.noun in kin or (noun in {"city", "town", "capital"} and named.mention.level is Level.CITY):
                return named, how
            if _sub_place(view, named, kin):
                return named, how
            if (
                fallback is None
                and named.reading.kind in {"exact", "near"}
                and noun not in {"province", "state", "region"}
            ):
                fallback = named, how
    return fallback


def _sub_place(view: TextView, named: Named, kin: frozenset[str]) -> bool:
    """Is it called by such a noun elsewhere in the article?"""
    if named.mention.entries:
        return False
    nouns = {n.mention.noun for n in places_between(view, 0, len(view.text)) if n.chain[0] == named.chain[0]}
    return bool(nouns & kin)


def _carried(view: TextView, start: int) -> tuple[Group, How] | None:
    """The place of the nearest sentence before that has one; a country only if nothing nearer to the ground comes."""
    country: tuple[Group, How] | None = None
    for sentence, how in sentences_back(view, start):
        groups = _groups(view, _scene(view, sentence.start, sentence.end))
        groups = [g for g in groups if not all("weak" in n.flags for n in g)]
        narrow = [g for g in groups if g[0].reading.kind != "country"]
        if narrow:
            return _last_told(narrow), how
        if groups and country is None:
            country = groups[-1], how
        demonym = _scene_demonym(view, sentence)
        if demonym and country is None:
            country = demonym, how
    return country


def _last_told(groups: list[Group]) -> Group:
    return groups[-1]


def _last_resort(view: TextView, start: int, sentence: Segment) -> list[Reading]:
    """A place whose role is weak, a dateline, a nationality: better than none, and said so by its flags."""
    own = [
        n
        for n in places_between(view, sentence.start, sentence.end)
        if "demonym" in n.flags and "speaker" not in n.flags
    ]
    for named in own[:1]:
        return _readings((named,), How.SENTENCE)
    for paragraph in view.paragraphs:
        if paragraph.start > start:
            break
        if paragraph.zone is Zone.FURNITURE:
            continue
        for named in places_between(view, paragraph.start, paragraph.end):
            if "dateline" in named.flags:
                return _readings((named,), How.BEFORE)
    return []
