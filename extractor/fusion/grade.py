"""Did it happen, and how well is it supported? Modality by PLOVER's words, grades after Airwars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.fusion.names import is_rivalry
from extractor.records import CheckedClaim, Modality, Stance
from extractor.records.events import Conflict, FieldRecord, Grade

_DAY = 10
UNREAL = (Modality.FUTURE, Modality.HYPOTHETICAL, Modality.NEGATED)


def modality_of(claim: CheckedClaim, field: str) -> Modality | None:
    """The modality a claim's words support; None when the claim does not say, which reads as actual."""
    for value in claim.usable(field):
        if isinstance(value.claimed.value, str) and value.claimed.value in set(Modality):
            return Modality(value.claimed.value)
    return None


@dataclass(frozen=True, slots=True)
class Telling:
    """What one claim says of whether the event took place, in which article, by whom and when printed ("" unknown)."""

    claim: str
    document: str
    modality: Modality
    publisher: str = ""
    published: str = ""


def withdrawn_by(tellings: Sequence[Telling]) -> dict[str, str]:
    """Articles that report the event, to the later article of the same publisher that says it did not happen."""
    told, denying = _articles(tellings)
    found = {}
    for document, one in told.items():
        later = [
            key
            for key, other in denying.items()
            if one.publisher and other.publisher == one.publisher and _day(one) and _day(other) > _day(one)
        ]
        if later:
            found[document] = min(later, key=lambda key: (_day(denying[key]), key))
    return found


def event_modality(tellings: Sequence[Telling]) -> Modality:
    """One modality for the event.

    It took place if any article says so, with two exceptions: it is negated when every article that reports it was
    withdrawn by its own publisher, and when the articles that deny it are the last to be published, say nothing else,
    and are not fewer than those that report it. Without any report the most frequent of the others holds, on a tie the
    first in the order of `Modality`.
    """
    told, denying = _articles(tellings)
    if told and set(withdrawn_by(tellings)) == set(told):
        return Modality.NEGATED
    if told and denying and len(denying) >= len(told):
        days = [_day(one) for one in told.values()]
        if all(days) and all(_day(one) > max(days) for one in denying.values()):
            return Modality.NEGATED
    said = {one.modality for one in tellings}
    if told or not said:
        return Modality.HISTORICAL if Modality.HISTORICAL in said and Modality.ACTUAL not in said else Modality.ACTUAL
    articles = {modality: {one.document for one in tellings if one.modality is modality} for modality in sorted(said)}
    return max(articles, key=lambda m: (len(articles[m]), -list(Modality).index(m)))


def _articles(tellings: Sequence[Telling]) -> tuple[dict[str, Telling], dict[str, Telling]]:
    """The articles that report the event, and those that do nothing but deny it."""
    told = {one.document: one for one in tellings if one.modality in (Modality.ACTUAL, Modality.HISTORICAL)}
    denying = {one.document: one for one in tellings if one.modality is Modality.NEGATED}
    return told, {key: one for key, one in denying.items() if key not in told}


def _day(telling: Telling) -> str:
    return telling.published[:_DAY]


def grade_event(
    independent: int, modality: Modality, responsibility: FieldRecord | None, conflicts: Sequence[Conflict]
) -> tuple[Grade, str]:
    """The grade and the reason in words.

    Args:
        independent: how many independent source lines back the event.
        modality: the event's.
        responsibility: the field that says who did it; None if nobody does.
        conflicts: the event's conflicts.
    """
    if modality is Modality.NEGATED:
        return Grade.DISCOUNTED, "the articles say that it did not happen"
    rivalry = [c for c in conflicts if is_rivalry(c)]
    if rivalry:
        return Grade.CONTESTED, rivalry[0].sentence
    if responsibility is not None and any(
        w.stance is Stance.CLAIMED and w.id in responsibility.supporting for w in responsibility.witnesses
    ):
        return Grade.CONFIRMED, f"claimed by {responsibility.value}; {_count(independent)}"
    if independent > 1:
        return Grade.FAIR, _count(independent)
    return Grade.WEAK, _count(independent)


def _count(independent: int) -> str:
    if independent == 0:
        return "no supported value"
    return "1 source line" if independent == 1 else f"{independent} independent source lines"
