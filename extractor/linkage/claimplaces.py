"""Where one claim says its event was, how far the words bear that out, and what places its sentence names."""

from __future__ import annotations

import re

from extractor.linkage.places import GENERIC, PlaceModel, PlaceRelation, fold
from extractor.linkage.roles import Roles
from extractor.records import CheckedClaim, CheckedValue, Status
from extractor.records.groups import Standing
from extractor.segments import TextView
from extractor.values.place.matching import chain_of

NO_LIMIT = 1 << 60
_WITHIN = re.compile(r"[^.;,]{0,40}\b(?:of|in)\s+(?:the )?(?:\w+ )?(?:\w+ of )?", re.IGNORECASE)


def places_of(claim: CheckedClaim, field: str | None, view: TextView | None, model: PlaceModel) -> tuple[str, ...]:
    """The distinct places, each once: what lies in another is that other told more closely."""
    kept: list[tuple[str, CheckedValue]] = []
    values = sorted(
        claim.usable(field) if field else (),
        key=lambda v: (v.span.start if v.span else NO_LIMIT, str(v.claimed.value)),
    )
    for value in values:
        name = value.resolved or value.claimed.value
        if not isinstance(name, str) or not name.strip():
            continue
        for index, (known, first) in enumerate(kept):
            relation = model.match(name, known).relation.value
            if relation in (PlaceRelation.SAME, PlaceRelation.CONTAINS, PlaceRelation.NEAR):
                break
            if relation == PlaceRelation.INSIDE:
                kept[index] = (name, value)
                break
            if _nested(view, first, value):
                kept[index] = (f"{known}, {name}", value)
                break
        else:
            kept.append((name, value))
    return tuple(dict.fromkeys(name for name, _ in kept))


def standing_of(claim: CheckedClaim, field: str | None) -> Standing:
    """How far the text bears out what the claim says in a field of which one value is enough."""
    values = claim.fields.get(field, ()) if field else ()
    if any(v.verdict.status is Status.SUPPORTED for v in values):
        return Standing.CONFIRMED
    if any(v.verdict.usable for v in values):
        return Standing.UNCONFIRMED
    return Standing.REFUSED if values else Standing.NOT_STATED


_GENERAL = 3  # letters: a shorter word is no description


def described(claim: CheckedClaim, field: str | None) -> frozenset[str]:
    """The words that state its innermost place where they are not a name of the gazetteer.

    "government-held areas, Aleppo" is the same place as Aleppo, but it is not "al-Quds hospital, Aleppo".
    """
    for value in claim.usable(field) if field else ():
        if words := describing(str(value.claimed.value or "")):
            return words
    return frozenset()


def describing(place: str) -> frozenset[str]:
    """The words of the innermost part of a place that is not a name of the gazetteer; none where it is one.

    >>> sorted(describing("rebel-held areas, Aleppo")), sorted(describing("Aleppo"))
    (['rebel-held'], [])
    """
    head = place.split(",", maxsplit=1)[0]
    entries = chain_of(head).entries
    if not head.strip() or (entries and entries[0]):
        return frozenset()
    words = (fold(word).replace(" ", "-") for word in head.split())
    return frozenset(w for w in words if len(w) > _GENERAL and not {w, w[:-1]} & GENERIC)


_CONTAINER = frozenset({"container_not_stated", "too_precise"})  # the words name the place, not what it lies in


def bare_place(claim: CheckedClaim, field: str | None, view: TextView | None) -> str | None:
    """The name of its only place, where the article's words do not say what it lies in."""
    values = claim.usable(field) if field else ()
    name = str(values[0].claimed.value) if len(values) == 1 else ""
    head, _, container = (values[0].resolved or "").partition(",") if name and "," not in name else ("", "", "")
    span = values[0].span if container and view is not None else None
    told = view.text[span.start : span.end + len(container) + 20] if view is not None and span is not None else ""
    return None if not container or fold(container.partition(",")[0]) in fold(told) else head or name


def inner_place(claim: CheckedClaim, field: str | None, view: TextView | None) -> tuple[str, ...]:
    """The name that the words do say where a place was rejected for what it is claimed to lie in."""
    for value in claim.fields.get(field, ()) if field and view is not None else ():
        name = str(value.claimed.value).partition(",")[0].strip()
        told = view.text[value.span.start : value.span.end] if view is not None and value.span else ""
        if value.verdict.reason in _CONTAINER and name and fold(name) in fold(told):
            return (name,)
    return ()


def rejected_place(claim: CheckedClaim, field: str | None) -> str | None:
    """The first place that is claimed and not usable."""
    for value in claim.fields.get(field, ()) if field else ():
        if not value.verdict.usable and isinstance(value.claimed.value, str):
            return value.claimed.value
    return None


def _nested(view: TextView | None, one: CheckedValue, other: CheckedValue) -> bool:
    """Does the text put one name inside the other ("Sadriya district of Baghdad") rather than beside it?"""
    if view is None or one.span is None or other.span is None:
        return False
    between = view.text[one.span.end : other.span.start][:80]
    return " and " not in between and bool(_WITHIN.fullmatch(between))


_ELSE = frozenset({"speaker", "aside", "dateline", "demonym", "facility"})  # named, but not as where it happened


def named_beside(view: TextView | None, at: int, words: str, roles: Roles) -> tuple[str, ...]:
    """The places named in the words of a claim that says no place; what forbids it to lean on another place's event."""
    if view is None or roles.gazetteer is None or at >= len(view.text):
        return ()
    sentence = view.sentence_at(at)
    end = min(len(view.text), max(sentence.end, at + len(words)), sentence.start + 2000)
    readings = roles.gazetteer.read(view, min(sentence.start, at), end)
    return tuple(dict.fromkeys(r.resolved or str(r.value.value) for r in readings if not r.flags & _ELSE))
