"""Modality: did it happen, long ago, not yet, only perhaps, or not at all (PLOVER's distinctions)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import ClassVar

from extractor.records import CheckedValue, ClaimedValue, Modality, Span, Status, Verdict
from extractor.segments import TextView
from extractor.values.modality_cues import AHEAD, AROUND, CLAUSE_ENDS
from extractor.values.valuetype import Fused, Reading, ValueType, Witness
from extractor.values.words import Token, phrase_at, sentence_range, sentence_ranges, sentence_tokens

_YEAR = re.compile(r"(?:1[89]|20)\d\d$")
_ORDER = (Modality.NEGATED, Modality.HYPOTHETICAL, Modality.FUTURE, Modality.HISTORICAL)
_LONGEST = 5
_AHEAD = {phrase: m for m in _ORDER for phrase in AHEAD.get(m, ())}
_AROUND = {phrase: m for m in _ORDER for phrase in AROUND.get(m, ())}
# "said it would", "warned that": a modal of another's plan before the figure's own clause.
_CARRIES = frozenset(["that", "to"])
_IN_YEAR = frozenset(["in", "since", "during", "of", "en", "im", "em", "from"])


def read_modality(view: TextView, start: int, end: int) -> Reading:
    """The modality of what is said at `[start, end)`, with the words that show it.

    The reading's `value` is a `Modality`; `start`/`end` are those of the cue, or the offsets given when it is actual
    (facts need no cue). Linear in the sentence.
    """
    low, high = sentence_range(view, start)
    tokens = sentence_tokens(view, low, max(high, min(end, high)))
    at = next((i for i, t in enumerate(tokens) if t.end > start), max(0, len(tokens) - 1))
    found = _ahead(tokens, at) or _around(view, tokens, at)
    if found is None:
        return _reading(view, Modality.ACTUAL, start, end)
    return _reading(view, found[0], tokens[found[1]].start, tokens[found[2] - 1].end)


def _reading(view: TextView, modality: Modality, start: int, end: int) -> Reading:
    value = ClaimedValue(value=modality.value, quote=view.text[start:end], start=start)
    flags = frozenset() if modality is Modality.ACTUAL else frozenset({modality.value})
    return Reading(start, end, value, modality.value, flags)


def _clause(tokens: list[Token], at: int) -> tuple[int, int]:
    """The clause of a token: between marks and conjunctions."""
    left = at
    while left > 0 and not _ends(tokens, left - 1):
        left -= 1
    right = at
    while right < len(tokens) and (right == at or not _ends(tokens, right)):
        right += 1
    return left, right


def _ends(tokens: list[Token], index: int) -> bool:
    token = tokens[index]
    if token.text in {";", ":", "—", "–", "“", "”", '"', "("}:
        return True
    if token.text == ",":
        # A comma of an enumeration or a number's neighbour ends no clause; one before a new subject does.
        following = tokens[index + 1].low if index + 1 < len(tokens) else ""
        return not following[:1].isdigit()
    if token.low == "and":
        return index + 2 < len(tokens) and not _enumerates(tokens, index)
    return token.low in CLAUSE_ENDS and token.low not in {"and", "or", "than", "so"}


def _enumerates(tokens: list[Token], index: int) -> bool:
    """`killed 20 and wounded 30`, `men and women`: the clause goes on."""
    nearby = tokens[index + 1 : index + 4]
    return bool(nearby) and (
        nearby[0].text[:1].isdigit()
        or nearby[0].low.endswith(("ed", "ing"))
        or (len(nearby) > 1 and nearby[1].text in {",", "."})
    )


def _ahead(tokens: list[Token], at: int) -> tuple[Modality, int, int] | None:
    """A cue before the figure whose reach is not cut, or a modal right after it in the clause."""
    left, right = _clause(tokens, at)
    begin = _reach_back(tokens, left)
    best: tuple[Modality, int, int] | None = None
    index = begin
    while index < right:
        hit = phrase_at(tokens, index, _AHEAD, _LONGEST)
        if hit is None or (index > at and not _modal_after(tokens, at, index)):
            index += 1
            continue
        size, modality = hit
        stronger = best is None or _ORDER.index(modality) < _ORDER.index(best[0])
        if stronger and _counts(tokens, index, size, modality, at):
            best = (modality, index, index + size)
        index += size
    return best


def _reach_back(tokens: list[Token], left: int) -> int:
    """A comma before a main clause lets "if ..., 20 could die" through only when the sentence opens with the cue."""
    if left and tokens[0].low in {"if", "unless", "si", "wenn", "se"} and all(t.text != ";" for t in tokens[:left]):
        return 0
    return left


def _modal_after(tokens: list[Token], at: int, index: int) -> bool:
    """`57 people could die`: no more than a few words between figure and modal."""
    reach = 6
    return index - at <= reach and all(
        t.low not in {"killed", "dead", "wounded", "injured", "died"} for t in tokens[at:index]
    )


def _counts(tokens: list[Token], index: int, size: int, modality: Modality, at: int) -> bool:
    """Is the cue what it looks like here?"""
    token = tokens[index]
    following = tokens[index + size].low if index + size < len(tokens) else ""
    if token.low == "may" and size == 1:
        return token.text == "may" and not following[:1].isdigit()
    if token.text == "Will" or (token.low in {"is", "are"} and following == "the"):
        return False
    if (token.low == "si" and index) or (token.low in {"wird", "werden"} and _german_passive(tokens, index)):
        return False
    if modality is Modality.NEGATED and token.low in {"did", "was", "were", "never", "didn"}:
        return index < at and "only" not in {following, tokens[index - 1].low if index else ""}
    if token.low in {"if", "unless"} and index > at:
        return False
    return not (token.low == "possible" and index > at)


def _german_passive(tokens: list[Token], index: int) -> bool:
    """`18 werden noch vermisst` is said of now: the clause ends with a participle, not with an infinitive."""
    rest = [t.low for t in tokens[index + 1 :] if t.word]
    return bool(rest) and (rest[-1].endswith("t") or rest[-1].startswith("ge"))


def _around(view: TextView, tokens: list[Token], at: int) -> tuple[Modality, int, int] | None:
    left, right = _clause(tokens, at)
    left, right = _widened(tokens, left, right)
    for index in range(left, right):
        hit = phrase_at(tokens, index, _AROUND, _LONGEST)
        if hit is not None:
            return hit[1], index, index + hit[0]
    year = _years(view, tokens, left, right, at)
    return (Modality.HISTORICAL, year, year + 1) if year is not None else None


def _widened(tokens: list[Token], left: int, right: int) -> tuple[int, int]:
    """An adverbial in front ("Last month,") or a relative clause belongs to the clause beside it."""
    few = 8
    if left and tokens[left - 1].text == "," and left <= few:
        left = 0
    if left and tokens[left - 1].low in {"which", "that", "who", "when"}:
        stop = max(0, left - 1 - 12)
        k = left - 1
        while k > stop and not _ends(tokens, k - 1):
            k -= 1
        left = k
    if right < len(tokens) and tokens[right].text == "," and right + few > len(tokens):
        right = len(tokens)
    return left, right


def _years(view: TextView, tokens: list[Token], left: int, right: int, at: int) -> int | None:
    if view.published is None:
        return None
    for index in range(max(left, 1), right):
        token = tokens[index]
        if (
            index != at
            and _YEAR.match(token.text)
            and int(token.text) < view.published.year - (view.published.month == 1)
        ):
            near = {t.low for t in tokens[max(0, index - 3) : index]}
            if near & _IN_YEAR or near & {
                "january",
                "february",
                "march",
                "april",
                "may",
                "june",
                "july",
                "august",
                "september",
                "october",
                "november",
                "december",
            }:
                return index
    return None


class ModalityLabel(ValueType):
    """Whether the event took place: a member of `Modality`."""

    name: ClassVar[str] = "modality"

    def read(self, view: TextView, start: int, end: int) -> list[Reading]:
        """The cues of anything but the actual in the range, in text order."""
        made: dict[tuple[int, int], Reading] = {}
        for low, high in sentence_ranges(view, start, end):
            tokens = [t for t in sentence_tokens(view, low, high) if start <= t.start and t.end <= end]
            for index in range(len(tokens)):
                for table in (_AHEAD, _AROUND):
                    hit = phrase_at(tokens, index, table, _LONGEST)
                    if hit is not None and (table is _AROUND or _counts(tokens, index, hit[0], hit[1], len(tokens))):
                        found = _reading(view, hit[1], tokens[index].start, tokens[index + hit[0] - 1].end)
                        made.setdefault((found.start, found.end), found)
        return [made[key] for key in sorted(made)]

    def govern(self, view: TextView, start: int, end: int) -> list[Reading]:
        """The one modality that holds at a figure."""
        return [read_modality(view, start, end)]

    def verify(self, value: ClaimedValue, span: Span, view: TextView, anchor: Span | None = None) -> Verdict:
        """Does the modality at the anchor (else at the quote) equal the claimed one?

        Reasons: `no_other_cue` (actual), `cue`; `other_modality` (contradicted), `no_cue`, `unknown_label`.
        """
        try:
            claimed = Modality(str(value.value))
        except ValueError:
            return Verdict(status=Status.UNSUPPORTED, reason="unknown_label", detail=f"{value.value!r} is no modality")
        at = anchor or span
        whole = anchor is None or (anchor.start <= span.start and span.end <= anchor.end)
        found = read_modality(view, at.start, at.end)
        cues = [r for r in self.read(view, span.start, span.end) if r.kind == claimed.value] if whole else []
        if found.kind == claimed.value or cues:
            decided = cues[0] if found.kind != claimed.value else found
            reason = "no_other_cue" if claimed is Modality.ACTUAL else "cue"
            return Verdict(status=Status.SUPPORTED, reason=reason, decided=(decided.start, decided.end))
        if found.kind != Modality.ACTUAL.value:
            detail = f"the words make it {found.kind}"
            return Verdict(
                status=Status.CONTRADICTED, reason="other_modality", detail=detail, decided=(found.start, found.end)
            )
        return Verdict(status=Status.UNSUPPORTED, reason="no_cue", detail=f"no word makes it {claimed.value}")

    def compatible(self, one: CheckedValue, other: CheckedValue) -> bool:
        """Equal, or actual and historical: what is history to a later article was news to an earlier one."""
        pair = {one.claimed.value, other.claimed.value}
        return len(pair) == 1 or pair == {Modality.ACTUAL.value, Modality.HISTORICAL.value}

    def fuse(self, witnesses: Sequence[Witness], rule: str) -> Fused:
        """The modality of most lines; on a tie in the order of the enumeration."""
        lines: dict[str, set[str]] = {}
        for witness in witnesses:
            lines.setdefault(str(witness.value.claimed.value), set()).add(witness.line)
        if not lines:
            return Fused(None, rule)
        order = [m.value for m in Modality]
        best = min(lines, key=lambda m: (-len(lines[m]), order.index(m) if m in order else len(order), m))
        supporting = tuple(i for i, w in enumerate(witnesses) if str(w.value.claimed.value) == best)
        conflicts = tuple(
            (i, j)
            for i, left in enumerate(witnesses)
            for j, right in enumerate(witnesses)
            if i < j and not self.compatible(left.value, right.value)
        )
        return Fused(best, rule, supporting=supporting, conflicts=conflicts)
