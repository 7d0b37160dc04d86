"""What the members of a label are worth beside one another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Weights:
    """Which members of a label may speak against others, and which give way.

    `general` members give way to any other that is beside them; `harmful` ones are what people die of, and beside a
    casualty figure the others give way to them. A `carried` label holds for the sentences that follow its cue until
    another takes over: "Some 600 were hurt" is still the earthquake. `decisive` members are the only ones whose cues
    speak against others (empty: all). `families` are members between which writers choose freely; two of one family
    exclude each other less than two of different ones.
    """

    general: frozenset[StrEnum] = frozenset()
    harmful: frozenset[StrEnum] = frozenset()
    carried: bool = False
    decisive: frozenset[StrEnum] = frozenset()
    families: tuple[frozenset[StrEnum], ...] = ()

    def akin(self, one: StrEnum, other: StrEnum) -> bool:
        """Do the two lie in one family? Without families all do."""
        return not self.families or any(one in family and other in family for family in self.families)
