"""Label: a member of an enumeration, shown by cue words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any, ClassVar, Literal

from pydantic import Field

from extractor.language.tokens import Token
from extractor.language.words import sentence_range, sentence_ranges
from extractor.numbers import language_of_view
from extractor.records import CheckedValue, ClaimedValue, Span, Status, Verdict
from extractor.segments import TextView, per_text
from extractor.values.label.counted_phrase import LabelWords
from extractor.values.label.cues import (
    ANY,
    Cue,
    CueTable,
    LabelCues,
    clitics_of,
    cue_tokens,
    text_cue_tokens,
    text_positions,
    unhidden,
)
from extractor.values.label.judging import judge_label, judge_role
from extractor.values.label.weights import Weights
from extractor.values.valuetype import FieldRole, Flag, Fused, Reading, ValueType, Weight, Witness

_CARRY = 1500  # code points before a sentence in which its event may have been named
_LINE = 60  # code points that a dateline may take
# A brief of its own begins with "KIGALI:" or "Cali, Colombia -"; what was said above it is another story.
_DATELINE = re.compile(r"(?m)^[^\W\d_]{3,}[^\n:.;—–-]{0,40}(?:: | [—–-] )(?=[A-ZÀ-Þ])")
_REACH = 3  # words between a negator and its cue


class Label(ValueType):
    """One of the members of `enum`; `cues` say by which words, `parents` which members a member also is.

    `parents` make two members compatible. Cues are those of the text's language, of all languages where it is not known
    or has none.
    """

    name: ClassVar[str] = "label"

    def __init__(
        self,
        enum: type[StrEnum],
        cues: Mapping[str, LabelCues],
        parents: Mapping[StrEnum, Sequence[StrEnum]] | None = None,
        weights: Weights | None = None,
        role: FieldRole = FieldRole.WITH_WHAT,
    ) -> None:
        """`cues` are by language code; `weights` say what the members are worth beside one another.

        `role` says which question the label answers: what kind of event it was, whom the figures count, or another.
        """
        self.weights = weights or Weights()
        self.role = role
        self.enum = enum
        self.cues = dict(cues)
        self.parents = {member: frozenset(above) for member, above in (parents or {}).items()}
        self.general = self.weights.general
        self.harmful = self.weights.harmful
        self.carried = self.weights.carried
        self._tables: dict[str, CueTable] = {}

    def _table(self, code: str) -> CueTable:
        """The cues of a language, those of all where it has none."""
        code = code if code in self.cues else ANY
        if code not in self._tables:
            cues = [self.cues[code]] if code in self.cues else [self.cues[name] for name in sorted(self.cues)]
            self._tables[code] = CueTable(cues, clitics_of(code))
        return self._tables[code]

    def read(self, view: TextView, start: int, end: int) -> list[Reading]:
        """Every member whose cue is in the range; a longer cue hides the shorter ones inside it for its member."""
        return list(_readings(view, self, start, end))

    def _read(self, view: TextView, start: int, end: int) -> list[Reading]:
        tokens, first, cues = self._cues(view, start, end)
        made: list[Reading] = []
        for cue in cues:
            low, high = tokens[cue.first].start, tokens[cue.last - 1].end
            flags = {Flag.FAINT} if cue.faint else set[Flag]()
            if _negated(tokens, cue.first, first):
                flags.add(Flag.NEGATED)
            value = ClaimedValue(value=cue.member and cue.member.value, quote=view.text[low:high], start=low)
            made.append(Reading(low, high, value, str(value.value or ""), frozenset(flags)))
        outermost = self._outermost(sorted(made, key=lambda r: (r.start, -r.end, r.kind)))
        return [reading for reading in outermost if reading.kind]

    def _cues(self, view: TextView, start: int, end: int) -> tuple[Sequence[Token], int, Iterable[Cue]]:
        """Words that hold those of a range, the index of its first one, and the cues inside the range."""
        words = text_cue_tokens(view)
        inside = words.slice_of(start, end)
        if inside is None:
            cut = cue_tokens(view, start, end)
            return cut, 0, self._table(language_of_view(view)).find(cut)
        known, firsts = _text_cues(view, self)
        low, high = (bisect_left(firsts, index) for index in inside)
        return words, inside[0], unhidden(known[low:high], inside[1])

    def _outermost(self, readings: list[Reading]) -> list[Reading]:
        """Without those inside a longer cue of an unrelated member: a cease-fire holds no fire.

        Expects them by start, the longest first. A bomb inside a car bomb stays: it is one.
        """
        kept: list[Reading] = []
        over: Reading | None = None
        for reading in readings:
            if over is None or reading.end > over.end or (reading.start, reading.end) == (over.start, over.end):
                over = reading
            elif not any(member.value == reading.kind for member in self._above(over.kind)):
                continue
            kept.append(reading)
        return kept

    def _above(self, kind: str) -> frozenset[StrEnum]:
        """The members that a member also is, itself included; none for words that are set apart."""
        if not kind:
            return frozenset()
        member = self.enum(kind)
        return self.parents.get(member, frozenset()) | {member}

    def govern(self, view: TextView, start: int, end: int) -> list[Reading]:
        """The members cued in the sentence of a figure, the nearest first."""
        low, high = sentence_range(view, start)
        found = [r for r in self.read(view, low, high) if "negated" not in r.flags]
        return sorted(found, key=lambda r: (min(abs(r.start - end), abs(start - r.end)), r.start, -r.end, r.kind))

    def verify(self, value: ClaimedValue, span: Span, view: TextView, anchor: Span | None = None) -> Verdict:
        """Do the words make the event what is claimed, and does the figure's own clause leave room for it?

        Reasons: `cue`, `cue_in_sentence`, `cue_at_anchor`, `cue_carried` (supported); `cue_elsewhere`, `no_cue`
        (unconfirmed); `negated`, `other_cue` (contradicted); `unknown_label`.
        """
        member = self.member(value)
        if member is None:
            detail = f"{value.value!r} is not one of the values of {self.enum.__name__}"
            return Verdict(status=Status.UNSUPPORTED, reason="unknown_label", detail=detail)
        judge = judge_role if self.role is FieldRole.WHOM else judge_label
        return judge(self, member, span, view, anchor)

    def before(self, member: StrEnum, view: TextView, at: int, here: Sequence[Reading]) -> Reading | None:
        """The cue of the nearest sentence before that has one, if it is the member's.

        General members carry nothing; what people die of is carried past words of aid or speech (`here`).
        """
        told = {self.enum(r.kind) for r in here} - self.general
        if member in self.general or (told and (member not in self.harmful or told & self.harmful)):
            return None
        nearest = next(self.telling_before(view, at), [])
        return next((r for r in nearest if r.kind == member.value), None)

    def telling(self, view: TextView, low: int, high: int) -> list[Reading]:
        """The cues of the range that name a particular member and are not denied."""
        found = self.read(view, low, high)
        return [r for r in found if "negated" not in r.flags and self.enum(r.kind) not in self.general]

    def telling_before(self, view: TextView, at: int) -> Iterator[list[Reading]]:
        """The telling cues of each sentence before `at` that has any, the nearest first, within the same brief."""
        datelines = [
            m.start() for m in _DATELINE.finditer(view.text, max(0, at - _CARRY), at + _LINE) if m.start() <= at
        ]
        begin = datelines[-1] if datelines else 0
        for low, high in reversed(list(sentence_ranges(view, max(begin, at - _CARRY), at))):
            if telling := self.telling(view, low, min(high, at)):
                yield telling

    def member(self, value: ClaimedValue) -> StrEnum | None:
        """The member that a value names; `None` when there is no such member."""
        try:
            return self.enum(str(value.value))
        except ValueError:
            return None

    def related(self, one: StrEnum, other: StrEnum) -> bool:
        """Is one of two members the other, above it, or beside it under one parent?"""
        if one == other:
            return True
        return other in self.parents.get(one, ()) or one in self.parents.get(other, ())

    def exclusive(self, member: StrEnum, others: set[StrEnum]) -> bool:
        """Do the members that stand there leave no room for this one?"""
        return not any(self.related(member, other) for other in others)

    def alike(self, one: CheckedValue, other: CheckedValue) -> bool:
        """Of a label that holds for the sentences that follow it: are the two kinds of event one, or one in the other?

        Weapons and victims may be several.
        """
        return not self.carried or self.compatible(one, other)

    def weigh(self, reading: Reading) -> Weight:
        """General members give way to any other; harmful ones are what people die of."""
        member = self.member(reading.value)
        if member in self.general:
            return Weight.GENERAL_HARM if member in self.harmful else Weight.GENERAL
        return Weight.HARMFUL if member in self.harmful else Weight.PARTICULAR

    def answer_fields(self) -> Mapping[str, Any]:
        """One of the members."""
        return {"value": (Literal[tuple(member.value for member in self.enum)], Field())}

    def compatible(self, one: CheckedValue, other: CheckedValue) -> bool:
        """The same member, or one that the other also is (a car bomb is a bomb)."""
        left, right = self.member(one.claimed), self.member(other.claimed)
        if left is None or right is None:
            return left is right
        return self.related(left, right)

    def fuse(self, witnesses: Sequence[Witness], rule: str) -> Fused:
        """The member most lines agree on, the more specific on a tie, then the alphabet."""
        lines: dict[StrEnum, set[str]] = {}
        for witness in witnesses:
            member = self.member(witness.value.claimed)
            if member is not None:
                lines.setdefault(member, set()).add(witness.line)
        if not lines:
            return Fused(None, rule)
        best = min(lines, key=lambda m: (-len(lines[m]), -len(self.parents.get(m, ())), m.value))
        members = [self.member(w.value.claimed) for w in witnesses]
        supporting = tuple(i for i, m in enumerate(members) if m is not None and self.related(best, m))
        conflicts = tuple(
            (i, j)
            for i, left in enumerate(members)
            for j, right in enumerate(members)
            if i < j and left is not None and right is not None and not self.related(left, right)
        )
        return Fused(best.value, rule, supporting=supporting, conflicts=conflicts)


def _negated(tokens: Sequence[Token], index: int, floor: int) -> bool:
    """Does a word of denial, from `tokens[floor]` on, precede the cue, which is not one itself ("not final")?"""
    negators = LabelWords.of_all().negators
    if tokens[index].low in negators:
        return False
    for token in reversed(tokens[max(floor, index - _REACH) : index]):
        if token.kind == "mark":
            return False
        if token.low in negators:
            return True
    return False


@per_text
def _text_cues(view: TextView, label: Label) -> tuple[list[Cue], list[int]]:
    """Every cue of the text, those inside longer ones too, and at which word each begins."""
    cues = list(label._table(language_of_view(view)).all_in(text_cue_tokens(view), text_positions(view)))  # noqa: SLF001 - its own class
    return cues, [cue.first for cue in cues]


@per_text
def _readings(view: TextView, label: Label, start: int, end: int) -> tuple[Reading, ...]:
    """What a label reads in a range, read once per text."""
    return tuple(label._read(view, start, end))  # noqa: SLF001 - its own class
