"""What kind of thing one claim reports: its labels, held against the words they were read from.

A reader of labels goes by single words: "killed" makes an earthquake an attack, "relief officials" make a flood aid. So
labels are not taken at their word.
"""

from __future__ import annotations

from extractor.linkage.kinds import TALK, UNKNOWN, VIOLENCE, compatible, kind_of_label, kind_of_words
from extractor.linkage.roles import Roles
from extractor.records import CheckedClaim

GENERIC_KINDS = frozenset({"accident", "disaster", UNKNOWN})
_WORDY = TALK | {"strategic"}
_EFFECTS = frozenset({"collapse", "fire", "landslide", "accident", "disaster"})
_CAUSES = frozenset({"earthquake", "tsunami", "eruption", "storm", "flood"})  # the quake, not the houses it felled
_CARRIERS = frozenset({"road", "rail", "ship", "plane"})
_VAGUE = frozenset({"protest", "battle", "violence"})  # kinds whose words stand in sentences about other things


def kind_of_claim(claim: CheckedClaim, roles: Roles, words: str, *, harm: bool) -> tuple[str, str | None]:
    """The kind of a claim and its first label.

    Args:
        claim: only its supported values count.
        roles: which fields say what.
        words: the sentence of the claim.
        harm: it counts people, so it is about an occurrence, whatever its label.
    """
    placed = bool(roles.place and claim.usable(roles.place))
    own = not placed or stands_beside(claim, roles.place)
    kind, label = _labelled(claim, roles, finer=own)
    told = kind_of_words(words)
    if label is None and not any(claim.usable(f) for f in roles.counts):
        kind = _unlabelled(claim, roles, words)
    elif not harm and any(claim.usable(f) for f in roles.states):
        kind = "agreement"  # "The blasts came as the two sides reached a deal"
    else:
        kind = _held_against(kind, told, harm=harm)
    if kind == UNKNOWN:
        kind = told
    elif kind in GENERIC_KINDS and placed and own and told not in _VAGUE and told != UNKNOWN:
        # A bus that stood on the collapsed bridge makes no road accident of a claim that leans on the one before.
        kind = told
    return kind, label


def _labelled(claim: CheckedClaim, roles: Roles, *, finer: bool) -> tuple[str, str | None]:
    """The kind that the labels name; a finer label counts only within the family of the first."""
    kind, label = UNKNOWN, None
    for field in roles.types:
        for value in claim.usable(field):
            text = str(value.claimed.value)
            label = label or text
            found = kind_of_label(text)
            narrows = finer and kind in GENERIC_KINDS and compatible(kind, found) > 0 and found != UNKNOWN
            if kind == UNKNOWN or narrows:
                kind = found
    return kind, label


def _held_against(kind: str, told: str, *, harm: bool) -> str:
    """The labelled kind, or the one its words state where the label is known to go wrong."""
    if harm and kind in _WORDY:
        return told
    if kind in _CARRIERS and told in VIOLENCE:
        return told  # "a blast at a bus terminal"
    if told == "siege" and kind in VIOLENCE:
        return told
    if kind == "violence" and told not in VIOLENCE:
        return told
    return told if kind in _EFFECTS and told in _CAUSES else kind


def _unlabelled(claim: CheckedClaim, roles: Roles, words: str) -> str:
    """A claim without label and figure may as well be about words: what somebody said, on a day of its own."""
    found = kind_of_label(words)
    placed = roles.place is not None and bool(claim.usable(roles.place))
    if found in TALK or placed:
        return found if found in TALK else UNKNOWN
    dated = roles.date is not None and bool(claim.usable(roles.date))
    return UNKNOWN if kind_of_words(words) != UNKNOWN and not dated else "statement"


def stands_beside(claim: CheckedClaim, field: str | None) -> bool:
    """Does its place appear in the claim's own words, rather than somewhere before them in the article?"""
    spans = [v.span for v in (claim.usable(field) if field else ()) if v.span is not None]
    own = claim.span
    return own is None or not spans or any(own.start <= s.start < own.end for s in spans)
