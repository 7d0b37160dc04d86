"""One compact key per claim: what linkage compares, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.linkage.cues import NONE, Cues
from extractor.linkage.days import COARSE, Interval
from extractor.linkage.kinds import LASTING, TALK, UNKNOWN
from extractor.records import Modality
from extractor.records.groups import Standing

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
