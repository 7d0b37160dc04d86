"""One compact key per claim: what linkage compares, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from extractor.linkage.claimkind import kind_of_claim, stands_beside
from extractor.linkage.claimplaces import (
    NO_LIMIT,
    bare_place,
    described,
    inner_place,
    named_beside,
    places_of,
    rejected_place,
    standing_of,
)
from extractor.linkage.cues import NONE, Cues, read_cues
from extractor.linkage.days import COARSE, Interval, parse_interval
from extractor.linkage.kinds import LASTING, TALK, UNKNOWN, kind_of_words
from extractor.linkage.places import PlaceModel, PlaceRelation, fold
from extractor.linkage.roles import Roles
from extractor.numbers import comparable
from extractor.records import Bound, CheckedClaim, CheckedValue, Modality
from extractor.records.groups import Standing
from extractor.segments import TextView, Zone
from extractor.values.place.persons import parties_of

_UNREAL = frozenset({Modality.FUTURE.value, Modality.HYPOTHETICAL.value})


@dataclass(frozen=True, slots=True)
class Figure:
    """A supported number: `low`..`high` is what its bound allows (`NO_LIMIT` for none)."""

    field: str
    number: int
    low: int
    high: int


@dataclass(slots=True)
class Mention:
    """A claim as linkage sees it. `days` is `None` for an undated claim; `places` are distinct places in text order."""

    id: str
    document: str
    at: int = 0
    places: tuple[str, ...] = ()
    days: Interval | None = None
    published: int | None = None
    kind: str = UNKNOWN
    label: str | None = None
    modality: str | None = None
    figures: tuple[Figure, ...] = ()
    sources: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    states: tuple[str, ...] = ()  # other labels: the status of an agreement
    words: int = 0  # digest of the folded sentence, 0 for none
    cues: Cues = NONE
    of_passage: bool = True  # made of one sentence, by somebody who was not asked about the whole article
    headline: bool = False
    rejected_place: str | None = None  # claimed, but the words do not support it
    bare: str | None = None  # its place as told, where only the gazetteer says what that lies in
    named: tuple[str, ...] = ()  # for a claim without a place: the places that its sentence names all the same
    place_standing: Standing = Standing.CONFIRMED
    date_standing: Standing = Standing.CONFIRMED
    said_days: Interval | None = None  # of a refused date: it may keep apart, it never joins
    counts: bool = False  # has a usable count, be it vague ("dozens") or none
    event: str | None = None  # the claimant's key of the event, within the article
    parts: tuple[str, ...] = ()  # the keys of the events that it sums up, as the claimant says
    expelled: str | None = None  # the key that it had, where the text sets it apart from the others of that key
    period: bool = False  # its date is a stretch of days ("in the past six days"), not a day that is not known closely
    told_past: bool = False  # the claimant says that it lies before the news, whether or not the words bear it out
    described: frozenset[str] = frozenset()  # words for its place that are no known name ("government-held areas")
    parties: tuple[str, ...] = ()  # who was hurt, sought or charged, by the article's words near the claim
    after: bool = False  # its article reports what came of it (a charge, a trial): the day is not that of publication
    venues: tuple[str, ...] = ()  # streets, schools, bars named there
    beside: bool = True  # its place stands in the sentence of its figure, not somewhere before
    traits: tuple[tuple[str, str], ...] = ()  # its other labels: which field says what (a weapon, the victims)
    deeds: tuple[tuple[str, str], ...] = ()  # those of them that say what happened

    @property
    def many(self) -> bool:
        """Does the claim itself name several places?"""
        return len(self.places) > 1

    @property
    def coarse(self) -> bool:
        """Is its date a month or more?"""
        return self.days is not None and self.days[1] - self.days[0] >= COARSE - 1

    @property
    def background(self) -> bool:
        """Context rather than an occurrence: a pattern, a whole war, a plan."""
        if self.kind == "background" or self.cues.habit:
            return True
        if self.modality in _UNREAL and (self.figures or self.places):
            return True  # without either it is a fear about what was told before
        return self.days is not None and self.days[1] - self.days[0] > 366  # noqa: PLR2004 - longer than a year

    @property
    def kind_lasts(self) -> bool:
        """Is it of a kind that goes on for days or weeks: a flood, an epidemic, a siege?"""
        return self.kind in LASTING - {"battle"}

    @property
    def talk(self) -> bool:
        """Is it about words (agreements, statements, aid) rather than a physical event?"""
        return self.kind in TALK


def interval_of(value: CheckedValue) -> tuple[int, int] | None:
    """The numbers a Count allows (`values.numbers.comparable`); `None` for a vague word."""
    number = value.claimed.value
    if not isinstance(number, int) or isinstance(number, bool):
        return None
    found = comparable(number, value.claimed.bound, value.claimed.high)
    return found.low or 0, NO_LIMIT if found.high is None else found.high


def digest(words: str | None) -> int:
    """A number for a sentence, the same for copies that differ in typography; 0 for a short one."""
    folded = fold(words or "").replace("our", "or").replace("ise", "ize")  # one agency's copy, British or American
    if len(folded) < 30:  # noqa: PLR2004 - shorter sentences repeat by chance
        return 0
    return int.from_bytes(blake2b(folded.encode(), digest_size=8).digest(), "big") or 1


def _person(name: str) -> str:
    return fold(name)


def _names(claim: CheckedClaim, fields: tuple[str, ...]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for name in fields:
        for value in claim.usable(name):
            text = value.resolved or value.claimed.value
            if isinstance(text, str) and text.strip():
                found[_person(text)] = None
    return tuple(n for n in found if n)


def _position(claim: CheckedClaim, counts: Sequence[str]) -> int:
    """Where the claim stands: its passage, else its first usable figure, else the first words of any value."""
    if claim.span is not None:
        return claim.span.start
    figures = [v.span.start for f in counts for v in claim.usable(f) if v.span is not None]
    spans = [v.span.start for values in claim.fields.values() for v in values if v.span is not None]
    return min(figures, default=min(spans, default=NO_LIMIT))


def _beside(claim: CheckedClaim, field: str | None, view: TextView | None, at: int) -> bool:
    """Does its place stand in the sentence of its figure?"""
    if view is None or at >= len(view.text):
        return True
    sentence = view.sentence_at(at)
    spans = [v.span for v in (claim.usable(field) if field else ()) if v.span is not None]
    return not spans or any(sentence.start <= s.start < sentence.end for s in spans)


def agree_on_places(mentions: Sequence[Mention], places: PlaceModel) -> None:
    """Within one article a bare name is the place told more fully there.

    After "Tripoli, Lebanon" the bare "Tripoli" is no longer the larger one in Libya.
    """
    full = {fold(m.places[0].partition(",")[0]): m.places[0] for m in mentions if m.places and m.bare is None}
    for mention in mentions:
        known = full.get(fold(mention.bare)) if mention.bare and mention.places else None
        if known and places.match(known, mention.places[0]).relation is PlaceRelation.DIFFERENT:
            mention.places = (known, *mention.places[1:])


def mention_of(claim: CheckedClaim, views: Mapping[str, TextView], roles: Roles, model: PlaceModel) -> Mention:
    """The compact key of a claim, from its supported values and the words they stand in."""
    view = views.get(claim.document)
    at = _position(claim, roles.counts)
    words, start = _words(claim, view, at)
    cues = read_cues(words, None if start is None else _figure_in(claim, roles, start, start + len(words)))
    places = places_of(claim, roles.place, view, model) or inner_place(claim, roles.place, view)
    figures = []
    for field in roles.counts:
        for value in claim.usable(field):
            allowed = interval_of(value)
            if allowed is not None and value.claimed.bound is not Bound.VAGUE:
                figures.append(Figure(field, int(value.claimed.value or 0), *allowed))
    kind, label = kind_of_claim(claim, roles, words, harm=bool(figures))
    days = _days(claim, roles)
    published = view.published.toordinal() if view is not None and view.published else None
    if cues.counted and days is not None and days[0] == days[1]:
        published, days = days[0], None  # the day of the count: what it counts was that day or before
    if kind == "background" and figures and places and days is not None and days[1] - days[0] < _BACKGROUND:
        kind = kind_of_words(words)
    if kind == "strategic" and not figures and not stands_beside(claim, roles.place):
        kind = "statement"
    if (kind in TALK or cues.pair) and not stands_beside(claim, roles.place):
        places = ()
    labels = {str(v.claimed.value) for f in roles.labels for v in claim.usable(f)}
    modality = next((m.value for m in Modality if m.value in labels), None)
    return Mention(
        id=claim.id,
        document=claim.document,
        at=at,
        places=places,
        days=days,
        published=published,
        kind=kind,
        label=label,
        modality=modality,
        figures=tuple(figures),
        sources=_names(claim, roles.sources),
        actors=_names(claim, roles.actors),
        states=tuple(sorted(labels - {m.value for m in Modality})),
        words=digest(words),
        cues=cues,
        of_passage=claim.quote is not None,
        headline=view is not None and at < NO_LIMIT and _headline(view, at),
        beside=_beside(claim, roles.place, view, at),
        bare=bare_place(claim, roles.place, view),
        place_standing=standing_of(claim, roles.place),
        date_standing=standing_of(claim, roles.date),
        event=claim.event,
        parts=claim.parts,
        period=_period(claim, roles, view),
        told_past=any(
            v.claimed.value == Modality.HISTORICAL.value for f in roles.labels for v in claim.fields.get(f, ())
        ),
        described=described(claim, roles.place),
        traits=tuple(sorted((f, str(v.claimed.value)) for f in (*roles.types, *roles.labels) for v in claim.usable(f))),
        deeds=tuple(sorted((f, str(v.claimed.value)) for f in roles.types for v in claim.usable(f))),
        said_days=None if days is not None else _said_days(claim, roles),
        counts=any(claim.usable(f) for f in roles.counts),
        rejected_place=None if places else rejected_place(claim, roles.place),
        named=() if places or kind in TALK else named_beside(view, at, words, roles),
    )


def name_marks(mentions: Sequence[Mention], view: TextView, roles: Roles) -> None:
    """Say of each claim who was in what it tells of and at what street or venue: those named after it, before the next.

    A claim of something earlier takes none, and no claim takes those named in a sentence that looks back.
    """
    if _AFTER.search(view.text, 0, _LEAD):
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


_LEAD = 500  # code points
_AFTER = re.compile(
    r"\b(?:charged|indict(?:ed|ment)|arraign(?:ed|ment)|ple(?:a|d|ads|aded)|sentenc(?:ed|ing)|convicted|acquitted|guilty|trial|"
    r"bond\s+hearing|in\s+court|extradited|anniversary|arrest(?:s|ed)?|(?:weeks|months|years)\s+(?:after|later))\b",
    re.IGNORECASE,
)
_NO_VENUE = frozenset({"speaker", "aside", "weak", "demonym", "reference"})


def _venues(view: TextView, roles: Roles) -> Iterator[tuple[str, int]]:
    """The streets, schools, bars and the like of several words that the text names, each where it is first named."""
    seen: set[str] = set()
    for reading in roles.gazetteer.read(view, 0, len(view.text)) if roles.gazetteer is not None else ():
        name = fold(str(reading.value.value))
        small = reading.flags & {"unlisted", "facility"} and not reading.flags & _NO_VENUE
        if small and " " in name and name not in seen:
            seen.add(name)
            yield name, reading.start


_BACKGROUND = 60  # days: what is dated closer than this is an occurrence, whatever its label says


def _days(claim: CheckedClaim, roles: Roles) -> Interval | None:
    dated = [parse_interval(v.resolved) or parse_interval(str(v.claimed.value)) for v in _dates(claim, roles)]
    return min((d for d in dated if d is not None), key=lambda d: (d[1] - d[0], d), default=None)


def _words(claim: CheckedClaim, view: TextView | None, at: int) -> tuple[str, int | None]:
    """The words that the claim was made from, else the sentence where it stands, and where in the text they start."""
    if view is not None and claim.span is not None:
        return view.text[claim.span.start : claim.span.end][:_WORDS], claim.span.start
    if not claim.quote and view is not None and at < NO_LIMIT:
        sentence = view.sentence_at(at)
        return view.text[sentence.start : sentence.end][:_WORDS], sentence.start
    return (claim.quote or "")[:_WORDS], None


def _figure_in(claim: CheckedClaim, roles: Roles, start: int, end: int) -> tuple[int, int] | None:
    """From the first to the last of the claim's figures within `start` and `end`; `None` where none stands there."""
    spans = [
        v.verdict.decided or (v.span.start, v.span.end)
        for f in roles.counts
        for v in claim.usable(f)
        if v.span is not None
    ]
    inside = [(a - start, b - start) for a, b in spans if start <= a and b <= end]
    return (min(a for a, _ in inside), max(b for _, b in inside)) if inside else None


_WORDS = 2000  # code points of a sentence that are read
_PERIOD = 2  # days: what is wider and no week, month or year is a stretch of days


def _period(claim: CheckedClaim, roles: Roles, view: TextView | None) -> bool:
    """Does its date tell a stretch of days over which something went on: "since Wednesday", "the past six days"?"""
    if view is None or roles.calendar is None:
        return False
    for value in claim.fields.get(roles.date or "", ()):
        if value.span is None:
            continue
        for reading in roles.calendar.read(view, value.span.start, value.span.end):
            days = parse_interval(reading.resolved)
            wide = days is not None and days[1] - days[0] >= _PERIOD
            if "since" in reading.flags or (reading.kind == "interval" and wide):
                return True
    return False


def _said_days(claim: CheckedClaim, roles: Roles) -> Interval | None:
    """The days of a date that the words do not bear out; `None` where none was claimed."""
    said = [parse_interval(str(v.claimed.value)) for v in claim.fields.get(roles.date or "", ())]
    return min((d for d in said if d is not None), key=lambda d: (d[1] - d[0], d), default=None)


def name_people(mentions: Sequence[Mention], view: TextView, places: PlaceModel) -> None:
    """Say whom a claim about words is about when it names nobody itself, or a country only.

    That is who stands in its sentence, of those that the article's other claims name ("Kerry ... said they had struck
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


def _dates(claim: CheckedClaim, roles: Roles) -> tuple[CheckedValue, ...]:
    return claim.usable(roles.date) if roles.date else ()


def _headline(view: TextView, at: int) -> bool:
    return bool(view.sentences) and view.sentence_at(at).zone is Zone.HEADLINE
