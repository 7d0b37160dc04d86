"""Figures whose words two events claim: nobody knows whose they are, so neither has them for its best figure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from extractor.fusion.witnesses import Seen
from extractor.records import CheckedClaim
from extractor.records.events import Standing
from extractor.records.groups import Group

CONTESTED = "contested"  # the reason code of such a verdict (docs/verdicts.md)
Words = tuple[str, tuple[int, int]]  # an article's id and the offsets of the words that decided


def between_events(groups: Iterable[Group], claims: Mapping[str, CheckedClaim]) -> frozenset[Words]:
    """The contested words that claims of more than one group use; within one event they are not a dispute."""
    users: dict[Words, set[str]] = defaultdict(set)
    for group in groups:
        for claim in (claims[key] for key in group.claims if key in claims):
            for value in (v for values in claim.fields.values() for v in values):
                if value.verdict.reason == CONTESTED and value.verdict.decided is not None:
                    users[claim.document, value.verdict.decided].add(group.id)
    return frozenset(words for words, events in users.items() if len(events) > 1)


def marked(seen: Sequence[Seen], contested: frozenset[Words]) -> list[Seen]:
    """The witnesses, those of contested words out of force."""
    return [_contested(s) if (s.record.document, s.value.verdict.decided) in contested else s for s in seen]


def _contested(seen: Seen) -> Seen:
    reason = seen.value.verdict.detail or "another event claims these words as well"
    return Seen(seen.record.model_copy(update={"standing": Standing.CONTESTED, "reason": reason}), seen.value)
