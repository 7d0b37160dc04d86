"""What linkage can be told, and the numbers it decides by."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.linkage.places import PlaceModel, SimilarityPlaces


@dataclass(frozen=True, slots=True)
class LinkOptions:
    """How careful linkage is.

    `threshold` is what the evidence for "same event" must reach (see `compare`): place, day and kind agreeing make
    7.5. `talk_threshold` is the same for agreements, statements and aid. `margin` is how much better than the second
    best an event must be for a claim without a day of its own. `window` and `lasting_window` are the days before its
    publication that an undated claim is taken to be about (violence; disasters). `explain` keeps at most so many near
    misses of a claim.
    """

    places: PlaceModel = field(default_factory=SimilarityPlaces)
    threshold: float = 5.5
    talk_threshold: float = 5.0
    margin: float = 0.75
    window: int = 4
    lasting_window: int = 14
    explain: int = 2
