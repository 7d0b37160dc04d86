"""Did it happen, and how well is it supported? Modality by PLOVER's words, grades after Airwars."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.eventrecords import Conflict, FieldRecord, Grade
from extractor.fusion.names import is_rivalry
from extractor.records import CheckedClaim, Modality, Stance

_DAY = 10
UNREAL = (Modality.FUTURE, Modality.HYPOTHETICAL, Modality.NEGATED)


def modality_of(claim: CheckedClaim, field: str) -> Modality | None:
    """The modality a claim's words support; None when the claim does not say, which reads as actual."""
    for value in claim.supported(field):
        if isinstance(value.claimed.value, str) and value.claimed.value in set(Modality):
            return Modality(value.claimed.value)
    return None


def event_modality(claims: Sequence[CheckedClaim], published: dict[str, str], field: str) -> Modality:
    """One modality for the event, out of the `field` of its claims that states it.

    It took place if any article says so, with one exception: it is negated when the articles that deny it are the last
    to be published (`published`: article to date), say nothing else, and are no fewer than those that report it.
    Without any report the most frequent of the others holds, on a tie the first in the order of `Modality`.
    """
    articles: dict[Modality, set[str]] = {}
    for claim in claims:
        articles.setdefault(modality_of(claim, field) or Modality.ACTUAL, set()).add(claim.document)
    told = articles.get(Modality.ACTUAL, set()) | articles.get(Modality.HISTORICAL, set())
    denying = articles.get(Modality.NEGATED, set()) - told
    if told and denying and len(denying) >= len(told):
        days = [published.get(document, "")[:_DAY] for document in sorted(told)]
        if all(days) and all(published.get(d, "")[:_DAY] > max(days) for d in denying):
            return Modality.NEGATED
    if told or not articles:
        real = articles.get(Modality.HISTORICAL)
        return Modality.HISTORICAL if real and Modality.ACTUAL not in articles else Modality.ACTUAL
    return max(articles, key=lambda m: (len(articles[m]), -list(Modality).index(m)))


def grade_event(
    independent: int, modality: Modality, responsibility: FieldRecord | None, conflicts: Sequence[Conflict]
) -> tuple[Grade, str]:
    """The grade and the reason in words.

    Args:
        independent: how many independent source lines stand behind the event.
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
