"""How close the words of a label or a party stand to the event's figures: what merely stands near is no value of it.

"The official agency said 83 people were killed ... as a cease-fire was agreed": neither officials nor an agreement are
of that event. Nothing is dropped: a witness that does not count is set aside, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from extractor.fusion.corpus import Corpus
from extractor.fusion.kinds import Kind, is_party, is_role
from extractor.fusion.witnesses import Seen
from extractor.linkage.kinds import UNKNOWN, compatible, kind_of_label
from extractor.records import CheckedClaim, CheckedValue
from extractor.records.events import Standing
from extractor.records.groups import Group
from extractor.values.valuetype import ValueType

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


class Tie(IntEnum):
    """How a value is tied to the event, the closest first."""

    SENTENCE = 0  # in the sentence of a figure of its claim; of whom was hit: in the words that the figure counts
    CLAIM = 1  # of a claim with a figure
    ARTICLE = 2  # of a claim without one, in an event that has figures
    OTHER_KIND = 3  # of a kind of event that this one is not
    UNCOUNTED = 4  # people that no figure counts


_WHY = {
    Tie.CLAIM: "other words, in the sentence of a figure, say what it was",
    Tie.ARTICLE: "its claim gives no figure of this event",
    Tie.OTHER_KIND: "it tells of another kind of event",
    Tie.UNCOUNTED: "no figure of its claim counts them",
}
_BESIDE_OWN = "beside a label of the event's own kind"


@dataclass(frozen=True, slots=True)
class Ties:
    """The figures of an event's claims, and its kind, against which labels and parties are held."""

    figures: Mapping[str, tuple[CheckedValue, ...]]
    corpus: Corpus
    kind: str

    @classmethod
    def of(cls, group: Group, claims: Sequence[CheckedClaim], corpus: Corpus, kinds: Mapping[str, Kind]) -> Ties:
        """Those of a group's claims."""
        counted = [name for name, kind in kinds.items() if kind is Kind.COUNT]
        figures = {claim.id: tuple(v for name in counted for v in claim.usable(name)) for claim in claims}
        told = {key: found for key, found in figures.items() if found}
        return cls(told, corpus, kind_of_label(group.event_type or ""))

    def settle(self, seen: Sequence[Seen], value_type: ValueType) -> list[Seen]:
        """The witnesses, those set aside that do not count: too far from the figures, or beside closer ones."""
        ties = [self._tie(item, value_type) for item in seen]
        last = Tie.CLAIM if self.figures and is_party(value_type) else Tie.ARTICLE
        sure = [tie for item, tie in zip(seen, ties, strict=True) if item.record.confirmed and tie <= last]
        nearest = min(sure or [tie for tie in ties if tie <= last], default=None)
        kinds = [self._kind(item, value_type) for item in seen]
        own = any(tie is nearest and kind == self.kind for tie, kind in zip(ties, kinds, strict=True))
        found = []
        for item, tie, kind in zip(seen, ties, kinds, strict=True):
            reason = "" if tie is nearest else _WHY.get(tie, "unconfirmed, beside a confirmed one")
            if tie is nearest and own and kind not in (self.kind, UNKNOWN):
                reason = _BESIDE_OWN
            found.append(_aside(item, reason) if reason else item)
        return found

    def _tie(self, seen: Seen, value_type: ValueType) -> Tie:
        figures = self.figures.get(seen.record.claim, ())
        if is_role(value_type):
            return _counted(seen) if figures else Tie.UNCOUNTED
        kind = self._kind(seen, value_type)
        if UNKNOWN not in (kind, self.kind) and not compatible(kind, self.kind):
            return Tie.OTHER_KIND
        if not figures:
            return Tie.ARTICLE if self.figures else Tie.CLAIM
        at = seen.value.verdict.decided or (seen.record.evidence.start, seen.record.evidence.end)
        beside = {self.corpus.sentence_bounds(seen.record.document, v.span.start) for v in figures if v.span}
        return Tie.SENTENCE if any(low <= at[0] < high for low, high in beside) else Tie.CLAIM

    def _kind(self, seen: Seen, value_type: ValueType) -> str:
        """The kind of event that a label is of, by its own words or those of its enumeration ("AgreementStatus")."""
        enum = getattr(value_type, "enum", None)
        if enum is None or is_role(value_type):
            return UNKNOWN
        kind = kind_of_label(str(seen.record.value))
        return kind if kind != UNKNOWN else kind_of_label(_HUMP.sub(" ", str(enum.__name__)))


def _counted(seen: Seen) -> Tie:
    """Whom a figure counts: confirmed in its phrase; unconfirmed without a word that stands elsewhere instead."""
    if seen.record.confirmed:
        return Tie.SENTENCE
    return Tie.UNCOUNTED if seen.value.verdict.decided else Tie.CLAIM


def _aside(seen: Seen, reason: str) -> Seen:
    return Seen(seen.record.model_copy(update={"standing": Standing.SET_ASIDE, "reason": reason}), seen.value)
