"""What speaks for and against two groups being one event."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.linkage.places import PlaceRelation


@dataclass(slots=True)
class Evidence:
    """What speaks for and against two groups being one event. `forbidden`: a contradiction that no score outweighs."""

    score: float = 0.0
    forbidden: bool = False
    place: PlaceRelation = PlaceRelation.UNKNOWN
    broad: bool = False  # one place is no more than a country around the other
    sure_day: bool = False
    same_figure: bool = False
    clash: bool = False  # there is a figure of which both cannot be right
    same_words: bool = False
    same_people: str = ""  # who was in both, where that outweighs a day, a street or a kind that is not the same
    likeness: float = 0.0  # what prefers one of two events, and is too little to make one of two
    reasons: list[str] = field(default_factory=list)

    def add(self, weight: float, reason: str) -> None:
        """Count a piece of evidence."""
        self.score += weight
        self.reasons.append(reason)

    def prefer(self, weight: float, reason: str) -> None:
        """Count what only chooses between events that fit."""
        self.likeness += weight
        self.reasons.append(reason)

    def forbid(self, reason: str) -> None:
        """Note a contradiction; where the same people and the same toll appear in both, it rules nothing out."""
        if self.same_people:
            self.reasons.append(f"{reason}, but both tell of {self.same_people}")
            return
        self.forbidden = True
        self.reasons.append(f"{reason} - which rules it out")
