"""A claim as linkage sees it, made from its usable values and the words they appear in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b

from extractor.language.detecting import language_of_view
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
from extractor.linkage.cues import read_cues
from extractor.linkage.days import Interval, parse_interval
from extractor.linkage.kinds import TALK, kind_of_words
from extractor.linkage.mentions import Figure, Mention
from extractor.linkage.places import PlaceModel, fold
from extractor.linkage.roles import Roles
from extractor.numbers import comparable
from extractor.records import Bound, CheckedClaim, CheckedValue, Modality
from extractor.segments import TextView, Zone

_BACKGROUND = 60  # days: what is dated closer than this is an occurrence, whatever its label says
_WORDS = 2000  # code points of a sentence that are read
_PERIOD = 2  # days: what is wider and no week, month or year is a stretch of days


def mention_of(claim: CheckedClaim, views: Mapping[str, TextView], roles: Roles, model: PlaceModel) -> Mention:
    """The compact key of a claim, from its supported values and the words they appear in."""
    view = views.get(claim.document)
    at = _position(claim, roles.counts)
    words, start = _words(claim, view, at)
    figure = None if start is None else _figure_in(claim, roles, start, start + len(words))
    cues = read_cues(words, figure, language_of_view(view) if view is not None else "en")
    figures = _figures(claim, roles)
    days, published = _days(claim, roles), _published(view)
    if cues.counted and days is not None and days[0] == days[1]:
        published, days = days[0], None  # the day of the count: what it counts was that day or before
    places = places_of(claim, roles.place, view, model) or inner_place(claim, roles.place, view)
    kind, label = kind_of_claim(claim, roles, words, harm=bool(figures))
    beside = stands_beside(claim, roles.place)
    if kind == "background" and figures and places and _close(days):
        kind = kind_of_words(words)
    if kind == "strategic" and not figures and not beside:
        kind = "statement"
    if (kind in TALK or cues.pair or cues.sum) and not beside:
        places = ()
    mention = Mention(
        id=claim.id,
        document=claim.document,
        at=at,
        places=places,
        days=days,
        published=published,
        kind=kind,
        label=label,
        figures=figures,
        words=digest(words),
        cues=cues,
        headline=view is not None and at < NO_LIMIT and _headline(view, at),
        said_days=None if days is not None else _said_days(claim, roles),
        rejected_place=None if places else rejected_place(claim, roles.place),
        named=() if places or kind in TALK else named_beside(view, at, words, roles),
    )
    return _with_labels(_with_standing(mention, claim, roles, view), claim, roles)


def _with_standing(mention: Mention, claim: CheckedClaim, roles: Roles, view: TextView | None) -> Mention:
    """The mention with how it was made, what its claimant says of it, and how far its place and date are borne out."""
    return replace(
        mention,
        of_passage=claim.quote is not None,
        event=claim.event,
        parts=claim.parts,
        beside=_beside(claim, roles.place, view, mention.at),
        bare=bare_place(claim, roles.place, view),
        described=described(claim, roles.place),
        place_standing=standing_of(claim, roles.place),
        date_standing=standing_of(claim, roles.date),
        period=_period(claim, roles, view),
        counts=any(claim.usable(f) for f in roles.counts),
    )


def _with_labels(mention: Mention, claim: CheckedClaim, roles: Roles) -> Mention:
    """The mention with its labels, its modality, and who speaks and takes part."""
    labels = {str(v.claimed.value) for f in roles.labels for v in claim.usable(f)}
    claimed = {v.claimed.value for f in roles.labels for v in claim.fields.get(f, ())}
    return replace(
        mention,
        modality=next((m.value for m in Modality if m.value in labels), None),
        told_past=Modality.HISTORICAL.value in claimed,
        states=tuple(sorted(labels - {m.value for m in Modality})),
        traits=_labelled(claim, (*roles.types, *roles.labels)),
        deeds=_labelled(claim, roles.types),
        sources=_names(claim, roles.sources),
        actors=_names(claim, roles.actors),
    )


def _labelled(claim: CheckedClaim, fields: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((f, str(v.claimed.value)) for f in fields for v in claim.usable(f)))


def _figures(claim: CheckedClaim, roles: Roles) -> tuple[Figure, ...]:
    """Its usable figures, vague words left out."""
    found = []
    for name in roles.counts:
        for value in claim.usable(name):
            allowed = interval_of(value)
            if allowed is not None and value.claimed.bound is not Bound.VAGUE:
                found.append(Figure(name, int(value.claimed.value or 0), *allowed))
    return tuple(found)


def _published(view: TextView | None) -> int | None:
    return view.published.toordinal() if view is not None and view.published else None


def _close(days: Interval | None) -> bool:
    """Is it dated closely enough to be an occurrence, whatever its label says?"""
    return days is not None and days[1] - days[0] < _BACKGROUND


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


def _names(claim: CheckedClaim, fields: Sequence[str]) -> tuple[str, ...]:
    texts = (value.resolved or value.claimed.value for name in fields for value in claim.usable(name))
    found = dict.fromkeys(fold(text) for text in texts if isinstance(text, str) and text.strip())
    return tuple(name for name in found if name)


def _position(claim: CheckedClaim, counts: Sequence[str]) -> int:
    """Where the claim stands: its passage, else its first usable figure, else the first words of any value."""
    if claim.span is not None:
        return claim.span.start
    figures = [v.span.start for f in counts for v in claim.usable(f) if v.span is not None]
    spans = [v.span.start for values in claim.fields.values() for v in values if v.span is not None]
    return min(figures, default=min(spans, default=NO_LIMIT))


def _beside(claim: CheckedClaim, field: str | None, view: TextView | None, at: int) -> bool:
    """Does its place appear in the sentence of its figure?"""
    if view is None or at >= len(view.text):
        return True
    sentence = view.sentence_at(at)
    spans = [v.span for v in (claim.usable(field) if field else ()) if v.span is not None]
    return not spans or any(sentence.start <= s.start < sentence.end for s in spans)


def _days(claim: CheckedClaim, roles: Roles) -> Interval | None:
    dated = [parse_interval(v.resolved) or parse_interval(str(v.claimed.value)) for v in _dates(claim, roles)]
    return min((d for d in dated if d is not None), key=lambda d: (d[1] - d[0], d), default=None)


def _dates(claim: CheckedClaim, roles: Roles) -> tuple[CheckedValue, ...]:
    return claim.usable(roles.date) if roles.date else ()


def _said_days(claim: CheckedClaim, roles: Roles) -> Interval | None:
    """The days of a date that the words do not bear out; `None` where none was claimed."""
    said = [parse_interval(str(v.claimed.value)) for v in claim.fields.get(roles.date or "", ())]
    return min((d for d in said if d is not None), key=lambda d: (d[1] - d[0], d), default=None)


def _period(claim: CheckedClaim, roles: Roles, view: TextView | None) -> bool:
    """Does its date state a stretch of days over which something went on: "since Wednesday", "the past six days"?"""
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


def _words(claim: CheckedClaim, view: TextView | None, at: int) -> tuple[str, int | None]:
    """The words that the claim was made from, else the sentence where it stands, and where in the text they start."""
    if view is not None and claim.span is not None:
        return view.text[claim.span.start : claim.span.end][:_WORDS], claim.span.start
    if not claim.quote and view is not None and at < NO_LIMIT:
        sentence = view.sentence_at(at)
        return view.text[sentence.start : sentence.end][:_WORDS], sentence.start
    return (claim.quote or "")[:_WORDS], None


def _figure_in(claim: CheckedClaim, roles: Roles, start: int, end: int) -> tuple[int, int] | None:
    """From the first to the last of the claim's figures within `start` and `end`; `None` where none appears there."""
    spans = [
        v.verdict.decided or (v.span.start, v.span.end)
        for f in roles.counts
        for v in claim.usable(f)
        if v.span is not None
    ]
    inside = [(a - start, b - start) for a, b in spans if start <= a and b <= end]
    return (min(a for a, _ in inside), max(b for _, b in inside)) if inside else None


def _headline(view: TextView, at: int) -> bool:
    return bool(view.sentences) and view.sentence_at(at).zone is Zone.HEADLINE
