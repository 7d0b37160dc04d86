"""Mutants of place, date, source, responsibility, labels and actors, and those of the words of any field."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from mutation_kinds import PEOPLE, Mutant, Target

from extractor.records import Claim, ClaimedValue, Modality, SourceType, Stance
from extractor.registry import load_schema

_LABELS = load_schema("event").value_types()
_WEAPON = _LABELS["weapon"]
EventType, Weapon = _LABELS["event_type"].enum, _WEAPON.enum
AgreementStatus = _LABELS["agreement_status"].enum
_GOVERNED = ("place", "date", "attribution")
_STRANGERS = {"place": "Ouarzazate", "attribution": "the Bolivian coast guard", "actor": "Tupac Amaru"}
# A country is no other place than its towns: the claim of it is coarse, not false.
_COUNTRIES = frozenset(
    "Iraq Syria Jordan Turkey Russia Egypt Pakistan Guatemala Spain China Japan India Syrian".split()
)
_LONG = 600  # code points of a quote that spans two sentences
_FAR_TYPES = {
    EventType.NATURAL_DISASTER: EventType.BATTLES,
    EventType.TECHNOLOGICAL_DISASTER: EventType.AGREEMENT,
    EventType.BATTLES: EventType.NATURAL_DISASTER,
    EventType.EXPLOSIONS_REMOTE_VIOLENCE: EventType.NATURAL_DISASTER,
    EventType.VIOLENCE_AGAINST_CIVILIANS: EventType.NATURAL_DISASTER,
    EventType.PROTESTS: EventType.NATURAL_DISASTER,
    EventType.AGREEMENT: EventType.NATURAL_DISASTER,
}


def context_mutants(target: Target) -> Iterator[Mutant]:
    """Every false value of a field that is no count."""
    if target.name in _GOVERNED:
        yield from _others(target)
    if target.name in _STRANGERS and target.value.value is not None:
        yield target.put(f"{target.name} from nowhere", value=_STRANGERS[target.name])
    makers = {
        "date": _dates,
        "attribution": _source_types,
        "responsibility": _responsibilities,
        "weapon": _weapons,
        "agreement_status": _agreements,
        "event_type": _event_types,
        "actor": _actors,
        "perpetrator": _actors,
    }
    if target.name in makers:
        yield from makers[target.name](target)


def foreign_quote(target: Target) -> Iterator[Mutant]:
    """The right value under the words of another article."""
    here = target.text.casefold()
    claims = target.corpus.claims
    for claim in target.rng.sample(claims, min(12, len(claims))):
        for value in claim.fields.get(target.name, ()):
            if value.quote and len(value.quote) > 8 and any(w[:5] not in here for w in _long_words(value.quote)):
                yield target.put("quote from another article", quote=value.quote, start=None)
                return


def _long_words(quote: str) -> list[str]:
    return re.findall(r"[^\W\d_]{4,}", quote.casefold())


def claim_mutants(target: Target) -> Iterator[Mutant]:
    """Fields that the claim of a supported figure does not have: a false modality, somebody else's source."""
    claim = target.claim
    if target.name not in ("killed", "injured") or "modality" in claim.fields:
        return
    for modality in (Modality.NEGATED, Modality.HYPOTHETICAL, Modality.FUTURE):
        value = ClaimedValue(value=modality.value, quote=claim.quote or target.quote, start=target.value.start)
        fields = {**claim.fields, "modality": (value,)}
        yield Mutant("modality changed", claim.model_copy(update={"fields": fields}), "modality")
    if "attribution" not in claim.fields:
        for other in _of_others(target, "attribution"):
            if (other.quote or "") not in (claim.quote or ""):
                fields = {**claim.fields, "attribution": (other,)}
                yield Mutant("source of another sentence", claim.model_copy(update={"fields": fields}), "attribution")
                return


def _of_others(target: Target, name: str) -> list[ClaimedValue]:
    """Values of a field in other claims of the article that share no word with this claim's."""
    known = {str(v.value).casefold() for v in target.claim.fields.get(name, ()) if v.value is not None}
    found = {
        (str(v.value), v.start or 0): v
        for c in target.corpus.beside(target.claim)
        for v in c.fields.get(name, ())
        if v.value is not None and v.quote and _unlike(str(v.value), known)
    }
    return [found[key] for key in sorted(found)]


def _unlike(value: str, known: Iterable[str]) -> bool:
    mine = value.casefold()
    parts = set(re.findall(r"\w{3,}", mine))
    return all(mine not in k and k not in mine and not parts & set(re.findall(r"\w{3,}", k)) for k in known)


def _others(target: Target) -> Iterator[Mutant]:
    """Another place, source or date of the article: under the old quote, its own, and one that spans both."""
    name = target.name
    others = [v for v in _of_others(target, name) if name != "place" or str(v.value) not in _COUNTRIES]
    if not others or target.value.value is None or _several(target.claim, name):
        return
    other = target.rng.choice(others)
    yield target.put(f"another {name}, old quote", value=other.value, source_type=other.source_type)
    inside = target.claim.quote and other.quote and other.quote in target.claim.quote
    if inside or not any(target.claim.fields.get(p) for p in PEOPLE):
        return
    yield target.swap(f"another {name}, its own quote", other)
    starts = [v.start for v in (other, target.value) if v.start is not None]
    if len(starts) == 2:
        low, high = min(starts), max(starts) + len(target.quote)
        if high - low < _LONG:
            long = other.model_copy(update={"quote": target.text[low:high], "start": low})
            yield target.swap(f"another {name}, long quote", long)


def _several(claim: Claim, name: str) -> bool:
    return len(claim.fields.get(name, ())) > 1


def _dates(target: Target) -> Iterator[Mutant]:
    """The day, the month, the year moved."""
    value = str(target.value.value)
    if " over " in target.quote:
        return  # "just over a week ago" leaves a day's room either way
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        day = dt.date.fromisoformat(value)
        for kind, days in (("date, a day off", -1), ("date, a day off", 1), ("date, a week off", 7)):
            yield target.put(kind, value=(day + dt.timedelta(days=days)).isoformat())
        yield target.put("date, a year off", value=f"{day.year - 1}{value[4:]}")
    elif re.fullmatch(r"\d{4}-\d\d", value):
        yield target.put("date, a month off", value=f"{value[:5]}{int(value[5:]) % 12 + 1:02}")
        yield target.put("date made a day", value=f"{value}-05")
    elif re.fullmatch(r"\d{4}", value):
        yield target.put("date, a year off", value=str(int(value) - 1))
        yield target.put("date made a day", value=f"{value}-05-05")


def _source_types(target: Target) -> Iterator[Mutant]:
    for kind in SourceType:
        if target.value.source_type not in (None, kind, SourceType.UNSPECIFIED) and kind is not SourceType.UNSPECIFIED:
            yield target.put("source type changed", source_type=kind)


def _responsibilities(target: Target) -> Iterator[Mutant]:
    stated = target.value.stance
    for stance in Stance:
        # That something is suspected is a weak way to say that somebody blames.
        if stated is not None and stance is not stated and {stance, stated} != {Stance.SUSPECTED, Stance.BLAMED}:
            yield target.put("stance flipped", stance=stance)
    yield target.put("responsible actor swapped", value=_STRANGERS["actor"])
    for other in _of_others(target, "responsibility"):
        yield target.put("responsible actor swapped", value=other.value)
    yield target.put("scope of nowhere", scope="the Ouarzazate bombing")
    if target.value.scope and "+" not in target.value.scope and "both" not in target.value.scope:
        yield target.put("scope widened", scope=f"{target.value.scope} and the Ouarzazate bombing")


def _weapons(target: Target) -> Iterator[Mutant]:
    mine = {Weapon(str(v.value)) for v in target.claim.fields["weapon"]}
    family = {*mine, *(above for m in mine for above in _WEAPON.parents.get(m, ()))}
    family.update(w for w in Weapon if family & set(_WEAPON.parents.get(w, ())))
    for other in (Weapon.GUN, Weapon.KNIFE, Weapon.CHEMICAL, Weapon.VEHICLE_RAMMING, Weapon.DRONE):
        if other not in family:
            yield target.put("weapon swapped", value=other.value)


def _agreements(target: Target) -> Iterator[Mutant]:
    close = {AgreementStatus.PROVISIONAL, AgreementStatus.NOT_FINAL}
    mine = {str(v.value) for v in target.claim.fields["agreement_status"]}
    for other in AgreementStatus:
        if other.value not in mine and not (other in close and mine & {c.value for c in close}):
            yield target.put("agreement status changed", value=other.value)


def _event_types(target: Target) -> Iterator[Mutant]:
    try:
        far = _FAR_TYPES.get(EventType(str(target.value.value)))
    except ValueError:
        return
    if far is not None:
        yield target.put("event type changed", value=far.value)


def _actors(target: Target) -> Iterator[Mutant]:
    sentence = (target.claim.quote or "").casefold()
    for other in _of_others(target, target.name):
        if (other.quote or "").casefold() not in sentence:
            yield target.put("another actor, old quote", value=other.value)
            return
