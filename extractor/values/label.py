"""Label: a member of an enumeration, shown by cue words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import ClassVar

from extractor.records import CheckedValue, ClaimedValue, Span, Status, Verdict
from extractor.segments import TextView
from extractor.values.valuetype import Fused, Reading, ValueType, Witness
from extractor.values.word_lists import word_set
from extractor.values.words import Token, sentence_range, sentence_ranges, tokenise

_NEGATORS = word_set(
    "no not never without neither nor n't nicht kein keine sin ni pas aucun aucune sem nenhum nenhuma não denied"
)
_CARRY = 1500  # code points before a sentence in which its event may have been named
_LINE = 60  # code points that a dateline may take
# A brief of its own begins with "KIGALI:" or "Cali, Colombia -"; what was said above it is another story.
_DATELINE = re.compile(r"(?m)^[^\W\d_]{3,}[^\n:.;—–-]{0,40}(?:: | [—–-] )(?=[A-ZÀ-Þ])")
_REACH = 3  # words between a negator and its cue


def _index(cues: Mapping[StrEnum, Sequence[str]]) -> dict[str, list[tuple[tuple[str, ...], StrEnum]]]:
    """First letters of a cue to the cues that begin so, longest first."""
    table: dict[str, list[tuple[tuple[str, ...], StrEnum]]] = {}
    for member, phrases in cues.items():
        for phrase in phrases:
            words = tuple(phrase.casefold().replace("-", " ").split())
            if words:
                table.setdefault(words[0][:2].rstrip("*"), []).append((words, member))
    for entries in table.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry[0], entry[1].value))
    return table


def _fits(pattern: str, word: str) -> bool:
    """A cue word against a word of the text.

    >>> _fits("bomb*", "bombings"), _fits("gunm*n", "gunmen"), _fits("bomb", "bombs")
    (True, True, False)
    """
    if "*" not in pattern:
        return pattern == word
    head, _, tail = pattern.partition("*")
    return word.startswith(head) and word.endswith(tail) and len(word) >= len(head) + len(tail)


class Label(ValueType):
    """One of the members of `enum`; `cues` say by which words, `parents` which members a member also is.

    A cue is one or more words, folded; `*` stands for any ending. `parents` make two members compatible.
    """

    name: ClassVar[str] = "label"

    def __init__(
        self,
        enum: type[StrEnum],
        cues: Mapping[StrEnum, Sequence[str]],
        parents: Mapping[StrEnum, Sequence[StrEnum]] | None = None,
        *,
        general: Sequence[StrEnum] = (),
        harmful: Sequence[StrEnum] = (),
        carried: bool = False,
    ) -> None:
        """The words of a cue table are folded once, here.

        `general` members give way to any other that stands beside them; `harmful` ones are what people die of, and
        beside a casualty figure the others give way to them. A `carried` label holds for the sentences that follow
        its cue until another takes over: "Some 600 were hurt" is still the earthquake.
        """
        self.enum = enum
        self.cues = dict(cues)
        self.parents = {member: frozenset(above) for member, above in (parents or {}).items()}
        self.general = frozenset(general)
        self.harmful = frozenset(harmful)
        self.carried = carried
        self._table = _index(cues)

    def read(self, view: TextView, start: int, end: int) -> list[Reading]:
        """Every member whose cue stands in the range; a longer cue hides the shorter ones inside it for its member."""
        tokens = _pieces(view, start, end)
        made: list[Reading] = []
        taken: dict[StrEnum, int] = {}
        for index, token in enumerate(tokens):
            for words, member in self._table.get(token.low[:2], []) + self._table.get(token.low[:1], []):
                size = len(words)
                if index + size > len(tokens) or taken.get(member, 0) > token.start:
                    continue
                if not all(_fits(w, tokens[index + n].low) for n, w in enumerate(words)):
                    continue
                stop = tokens[index + size - 1].end
                taken[member] = stop
                flags = (
                    frozenset({"negated"})
                    if _negated(tokens, index) and words[0] not in {"not", "no"}
                    else frozenset[str]()
                )
                quote = view.text[token.start : stop]
                value = ClaimedValue(value=member.value, quote=quote, start=token.start)
                made.append(Reading(token.start, stop, value, member.value, flags))
        return self._outermost(sorted(made, key=lambda r: (r.start, -r.end, r.kind)))

    def _outermost(self, readings: list[Reading]) -> list[Reading]:
        """Without those inside a longer cue of an unrelated member: there is no fire in a cease-fire.

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
        """The members that a member also is, itself included."""
        member = self.enum(kind)
        return self.parents.get(member, frozenset()) | {member}

    def govern(self, view: TextView, start: int, end: int) -> list[Reading]:
        """The members cued in the sentence of a figure, the nearest first."""
        low, high = sentence_range(view, start)
        found = [r for r in self.read(view, low, high) if "negated" not in r.flags]
        return sorted(found, key=lambda r: (min(abs(r.start - end), abs(start - r.end)), r.start, -r.end, r.kind))

    def verify(self, value: ClaimedValue, span: Span, view: TextView, anchor: Span | None = None) -> Verdict:
        """Does a cue of the member stand in the quote, or in its sentence?

        Reasons: `cue`, `cue_in_sentence`, `cue_at_anchor`, `cue_carried`; `negated`, `other_cue` (contradicted);
        `no_cue`, `unknown_label`.
        """
        member = self._member(value)
        if member is None:
            return Verdict(
                status=Status.UNSUPPORTED,
                reason="unknown_label",
                detail=f"{value.value!r} is no member of {self.enum.__name__}",
            )
        inside = self.read(view, span.start, span.end)
        low, high = sentence_range(view, span.start)
        elsewhere = self._says_otherwise(member, view, anchor, (low, max(high, span.end)))
        if elsewhere is not None:
            return elsewhere
        places = [("cue", inside), ("cue_in_sentence", self.read(view, low, max(high, span.end)))]
        if anchor is not None:
            left, right = sentence_range(view, anchor.start)
            places.append(("cue_at_anchor", self.read(view, left, right)))
        for reason, readings in places:
            mine = sorted((r for r in readings if r.kind == member.value), key=lambda r: "negated" in r.flags)
            if mine and "negated" in mine[0].flags:
                return _found(Status.CONTRADICTED, "negated", mine[0])
            if mine:
                return _found(Status.SUPPORTED, reason, mine[0])
        return self._without_cue(member, view, low, [r for r in inside if "negated" not in r.flags])

    def _without_cue(self, member: StrEnum, view: TextView, low: int, others: list[Reading]) -> Verdict:
        """No cue in the quote or near it: carried from before, ruled out by other cues, or simply not said."""
        before = self._before(member, view, low, others) if self.carried else None
        if before is not None:
            return _found(Status.SUPPORTED, "cue_carried", before)
        if others and self.exclusive(member, {self.enum(r.kind) for r in others}):
            return _found(Status.CONTRADICTED, "other_cue", others[0], f"the words say {others[0].kind}")
        return Verdict(
            status=Status.UNSUPPORTED,
            reason="no_cue",
            detail=f"no word for {member.value} in the quote or its sentence",
        )

    def _before(self, member: StrEnum, view: TextView, at: int, here: Sequence[Reading]) -> Reading | None:
        """The cue of the nearest sentence before that has one, if it is the member's.

        General members carry nothing; what people die of is carried past words of aid or speech (`here`).
        """
        told = {self.enum(r.kind) for r in here} - self.general
        if member in self.general or (told and (member not in self.harmful or told & self.harmful)):
            return None
        datelines = [
            m.start() for m in _DATELINE.finditer(view.text, max(0, at - _CARRY), at + _LINE) if m.start() <= at
        ]
        begin = datelines[-1] if datelines else 0
        for low, high in reversed(list(sentence_ranges(view, max(begin, at - _CARRY), at))):
            found = [r for r in self.read(view, low, min(high, at)) if "negated" not in r.flags]
            telling = [r for r in found if self.enum(r.kind) not in self.general]
            if telling:
                return next((r for r in telling if r.kind == member.value), None)
        return None

    def _says_otherwise(
        self, member: StrEnum, view: TextView, anchor: Span | None, sentence: tuple[int, int]
    ) -> Verdict | None:
        """A cue taken from another sentence, when the figure's own sentence has cues that leave no room for it."""
        if anchor is None or sentence[0] <= anchor.start < sentence[1]:
            return None
        left, right = sentence_range(view, anchor.start)
        beside = [r for r in self.read(view, left, max(right, anchor.end)) if "negated" not in r.flags]
        if not beside or not self.exclusive(member, {self.enum(r.kind) for r in beside}):
            return None
        detail = f"the figure's own sentence says {beside[0].kind}"
        return _found(Status.CONTRADICTED, "other_cue", beside[0], detail)

    def _member(self, value: ClaimedValue) -> StrEnum | None:
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

    def compatible(self, one: CheckedValue, other: CheckedValue) -> bool:
        """The same member, or one that the other also is (a car bomb is a bomb)."""
        left, right = self._member(one.claimed), self._member(other.claimed)
        if left is None or right is None:
            return left is right
        return self.related(left, right)

    def fuse(self, witnesses: Sequence[Witness], rule: str) -> Fused:
        """The member most lines agree on, the more specific on a tie, then the alphabet."""
        lines: dict[StrEnum, set[str]] = {}
        for witness in witnesses:
            member = self._member(witness.value.claimed)
            if member is not None:
                lines.setdefault(member, set()).add(witness.line)
        if not lines:
            return Fused(None, rule)
        best = min(lines, key=lambda m: (-len(lines[m]), -len(self.parents.get(m, ())), m.value))
        members = [self._member(w.value.claimed) for w in witnesses]
        supporting = tuple(i for i, m in enumerate(members) if m is not None and self.related(best, m))
        conflicts = tuple(
            (i, j)
            for i, left in enumerate(members)
            for j, right in enumerate(members)
            if i < j and left is not None and right is not None and not self.related(left, right)
        )
        return Fused(best.value, rule, supporting=supporting, conflicts=conflicts)


def _found(status: Status, reason: str, at: Reading, detail: str = "") -> Verdict:
    return Verdict(status=status, reason=reason, detail=detail, decided=(at.start, at.end))


def _negated(tokens: list[Token], index: int) -> bool:
    before = tokens[max(0, index - _REACH) : index]
    for token in reversed(before):
        if not token.word:
            return False
        if token.low in _NEGATORS:
            return True
    return False


def _pieces(view: TextView, start: int, end: int) -> list[Token]:
    """Tokens of the range with compounds taken apart: "car-bomb" is two words; remembered by paragraph-sized ranges."""
    key = f"pieces:{start}:{end}"
    held = view.memo.get(key)
    if isinstance(held, list):
        return held
    made: list[Token] = []
    for token in tokenise(view.text, start, end):
        if "-" not in token.text:
            made.append(token)
            continue
        at = token.start
        for piece in token.text.split("-"):
            if piece:
                made.append(Token(at, at + len(piece), piece, piece.casefold()))
            at += len(piece) + 1
    view.memo[key] = made
    return made
