"""Where a stretch of text plays: its groups of places, and which sentences tell of something else in passing."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING

from extractor.language.clauses import clause_bounds, stands_apart
from extractor.segments import Segment, TextView, Zone, per_text
from extractor.values.place.patterns import WordPattern
from extractor.values.place.resolving import Named, places_between
from extractor.values.place.roles import are_listed
from extractor.values.when.days import parse_iso
from extractor.values.when.reading import dates_between

if TYPE_CHECKING:
    from extractor.values.valuetype import Reading

Group = tuple[Named, ...]  # coordinated places: "Damascus and Homs"
NO_SCENE = frozenset({"speaker", "aside", "outer", "dateline", "weak"})
_ASIDE = frozenset({"aside", "weak", "dateline", "reference"})
_BYLINE = 25  # code points; "By A Reporter" is no sentence of the body
_LEAD = 3  # body sentences that say what an article is about
_LISTING = WordPattern("listing")
FIGURE = WordPattern("figure", ignore_case=True)
# What a sentence compares with, or remembers, did not happen where the article plays.
_SINCE = WordPattern("since")
_REMEMBERS = WordPattern("remembers")
_ELSEWHERE = WordPattern("elsewhere", ignore_case=True)
_INCIDENT = WordPattern("incident")
_GOES_BACK = WordPattern("goes_back", ignore_case=True)
_ONE_OF_THEM = WordPattern("one_of_them", ignore_case=True)


def scene(view: TextView, low: int, high: int) -> list[Named]:
    """The places of a stretch where something can have happened; what holds another of them is left out."""
    told = [n for n in places_between(view, low, high) if "demonym" not in n.flags]
    # "pupils from Ansan, a suburb of Seoul": what holds a place of no scene is none either.
    left_out = {n.mention.container.start for n in told if n.mention.container and n.flags & _ASIDE}
    found = [n for n in told if not n.flags & NO_SCENE and n.start not in left_out]
    found = [n for n in found if not (n.mention.near and _measured_from_dateline(view, n))]
    return [n for n in found if not any(holds(n, other) for other in found)]


def holds(outer: Named, inner: Named) -> bool:
    """Is `outer` said or known to hold `inner`?"""
    if outer is inner:
        return False
    container = inner.mention.container
    while container is not None:
        if container.start == outer.start:
            return True
        container = container.container
    return len(outer.chain) < len(inner.chain) and outer.chain[0] in inner.chain[1:]


def groups_of(view: TextView, found: Iterable[Named]) -> list[Group]:
    """Places named together, in text order."""
    groups: list[Group] = []
    last_end = 0
    for named in found:
        between = view.text[last_end : named.start]
        listed = bool(groups) and (_LISTING.fullmatch(between) or are_listed(view, last_end, named.start))
        if listed and not FIGURE.search(between):
            groups[-1] = (*groups[-1], named)
        else:
            groups.append((named,))
        last_end = max(_end_of(named), named.end)
    return groups


def _end_of(named: Named) -> int:
    """Where the words about a place end, what it lies in included."""
    end, container = named.end, named.mention.container
    while container is not None:
        end = max(end, container.end)
        container = container.container
    return end


_DISTANCE = WordPattern("distance", ignore_case=True)
_BUREAU = 1_000_000  # people; copy dated from a larger city often tells of elsewhere


def _measured_from_dateline(view: TextView, named: Named) -> bool:
    """Reads "MONTCOAL, W.Va. - ... 30 miles south of Charleston": the town of the dateline is the nearer word."""
    if not _DISTANCE.search(view.text, max(0, named.start - 50), named.start):
        return False
    place = dateline(view)
    return place is not None and place.start < named.start and not is_bureau(place)


def is_bureau(place: Named) -> bool:
    """Is it a capital or a large city, where correspondents write of elsewhere?"""
    return place.entry is not None and (place.entry.capital or place.entry.population >= _BUREAU)


@per_text
def dateline(view: TextView) -> Named | None:
    """The town that the copy is dated from."""
    for paragraph in view.paragraphs[:12]:
        found = places_between(view, paragraph.start, min(paragraph.end, paragraph.start + 200))
        dated = next((n for n in found if "dateline" in n.flags), None)
        if dated is not None:
            return dated
    return None


def is_narrow(group: Group) -> bool:
    """Is it more than a country?"""
    return group[0].reading.kind != "country"


@per_text
def lead_sentences(view: TextView) -> tuple[Segment, ...]:
    """The sentences that open the body."""
    told = (s for s in view.sentences[:40] if s.zone is Zone.BODY and s.end - s.start > _BYLINE)
    return tuple(islice(told, _LEAD))


def present_scene(view: TextView, sentence: Segment) -> list[Group]:
    """The groups of the part of a sentence that tells the article's own story, up to what it remembers."""
    high = sentence.end
    memory = _REMEMBERS.search(view.low, sentence.start, min(sentence.end, sentence.start + 1000))
    past = [r.start for r in dates_between(view, sentence.start, sentence.end) if _is_past(view, r)]
    for position in [*past[:1], *([memory.start()] if memory and not _own_story(view, sentence) else [])]:
        high = min(high, clause_bounds(view, position, position + 1)[0])
    if high <= sentence.start:
        return []
    return groups_of(view, [n for n in scene(view, sentence.start, high) if not stands_apart(view, n.start, -1)])


def looks_back(view: TextView, sentence: Segment) -> bool:
    """Does the sentence tell of something long before what the article is about?"""
    return any(_is_past(view, r) for r in dates_between(view, sentence.start, sentence.end))


def _own_story(view: TextView, sentence: Segment) -> bool:
    """Are its dates those of the lead? A report of last month's massacre remembers nothing when it dates it."""
    dates = [r for r in dates_between(view, sentence.start, sentence.end) if r.resolved]
    return bool(dates) and not any(_is_past(view, r) for r in dates)


def _is_past(view: TextView, reading: Reading) -> bool:
    if "historical" not in reading.flags:
        return False
    told = _lead_day(view)
    days = parse_iso(reading.resolved) if reading.resolved else None
    return not (told and days and told.resolved and (lead := parse_iso(told.resolved)) and lead.meets(days))


@per_text
def _lead_day(view: TextView) -> Reading | None:
    """The day of what the lead tells when that is long past by the time of writing."""
    for sentence in lead_sentences(view)[:2]:
        dates = dates_between(view, sentence.start, sentence.end)
        recent = [r for r in dates if r.resolved and not r.flags & {"statement", "dateline", "future"}]
        memory = _REMEMBERS.search(view.low, sentence.start, sentence.end)
        recent = [
            r for r in recent if not (memory and memory.start() <= r.start and _SINCE.search(view.text, *memory.span()))
        ]
        if recent:
            return recent[0] if "historical" in recent[0].flags and "since" not in recent[0].flags else None
    return None


def is_elsewhere(view: TextView, sentence: Segment) -> bool:
    """Does it open with words that turn to another event?"""
    return bool(_ELSEWHERE.match(view.text, sentence.start, sentence.end))


@per_text
def main_scene(view: TextView) -> Group | None:
    """Where the article as a whole is set: the narrowest place of its lead, else its dateline; `None` if untold."""
    broad: Group | None = None
    for sentence in lead_sentences(view):
        if is_elsewhere(view, sentence):
            continue
        groups = present_scene(view, sentence)
        if not speaks_of_incident(view, sentence):
            groups = [g for g in groups if not g[0].mention.near]
        if broad and tells_parts(view, sentence, groups):
            continue
        for group in groups:
            if is_narrow(group) and (broad is None or broad[0].chain[-1] == group[0].chain[-1]):
                return group
            broad = broad or group
    place = dateline(view)
    return (place,) if place is not None and (broad is None or not is_bureau(place)) else broad


def tells_parts(view: TextView, sentence: Segment, groups: list[Group]) -> bool:
    """Does it give each of several places a figure: "48 in Gaza province and a dozen in Chokwe"?"""
    narrow = [g for g in groups if is_narrow(g)]
    if len(narrow) < 2:  # noqa: PLR2004 - a list of two
        return False
    first, last = narrow[0][0], narrow[-1][0]
    between = FIGURE.search(view.text, first.end, last.start)
    return bool(between and FIGURE.search(view.text, sentence.start, first.start))


def speaks_of_incident(view: TextView, sentence: Segment) -> bool:
    """Does it tell of a blast, a crash, a flood?"""
    return bool(_INCIDENT.search(view.low, sentence.start, sentence.end))


def incidents(view: TextView, start: int, end: int) -> frozenset[str]:
    """The kinds of incident that `view.text[start:end]` speaks of, by the stems of their words: `quake`, `landsl`."""
    found = _INCIDENT.finditer(view.low, start, end)
    return frozenset(m.group().removeprefix("earth").removesuffix("s")[:6] for m in found)


def goes_back(view: TextView, sentence: Segment) -> bool:
    """Does it open with an incident as one known before: "The killings took place near Djibo"?"""
    opened = _GOES_BACK.match(view.text, sentence.start, sentence.end)
    return opened is not None and _INCIDENT.match(view.low, opened.end(), sentence.end) is not None


def told_next(view: TextView, start: int) -> Group | None:
    """For a figure of the first sentence: the place that the next ones give to what it tells of."""
    lead = lead_sentences(view)
    if not lead or not lead[0].start <= start < lead[0].end:
        return None
    for sentence in lead[1:]:
        if _ONE_OF_THEM.match(view.text, sentence.start) or is_elsewhere(view, sentence):
            return None
        if not _INCIDENT.search(view.low, sentence.start, sentence.end):
            continue
        narrow = [g for g in present_scene(view, sentence) if is_narrow(g)]
        if narrow:
            return narrow[0]
    return None
