"""Label: a member of an enumeration, shown by cue words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import ClassVar

from extractor.language.wordlists import word_set
from extractor.language.words import Token, sentence_range, sentence_ranges, sentence_tokens
from extractor.records import CheckedValue, ClaimedValue, Span, Status, Verdict
from extractor.segments import TextView, per_text
from extractor.values.label.event_weights import Weights
from extractor.values.label.judging import judge_label, judge_role
from extractor.values.valuetype import Fused, Reading, ValueType, Witness

_NEGATORS = word_set(
    "no not never without neither nor n't nicht kein keine sin ni pas aucun aucune sem nenhum nenhuma não denied"
)
_CARRY = 1500  # code points before a sentence in which its event may have been named
_LINE = 60  # code points that a dateline may take
# A brief of its own begins with "KIGALI:" or "Cali, Colombia -"; what was said above it is another story.
_DATELINE = re.compile(r"(?m)^[^\W\d_]{3,}[^\n:.;—–-]{0,40}(?:: | [—–-] )(?=[A-ZÀ-Þ])")
_WORDS_KEPT = 20_000  # words of texts whose cues a label remembers
_REACH = 3  # words between a negator and its cue


def _index(
    cues: Iterable[tuple[StrEnum | None, Sequence[str]]],
) -> dict[str, list[tuple[tuple[str, ...], StrEnum | None]]]:
    """First letters of a cue to the cues that begin so, longest first."""
    table: dict[str, list[tuple[tuple[str, ...], StrEnum | None]]] = {}
    for member, phrases in cues:
        for phrase in phrases:
            words = tuple(phrase.casefold().replace("-", " ").split())
            if words:
                table.setdefault(words[0][:2].rstrip("*"), []).append((words, member))
    for entries in table.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry[0], entry[1] or ""))
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
        weights: Weights | None = None,
    ) -> None:
        """The words of a cue table are folded once, here; `weights` say what the members and cues are worth."""
        weights = weights or Weights()
        self.enum = enum
        self.cues = dict(cues)
        self.parents = {member: frozenset(above) for member, above in (parents or {}).items()}
        self.weights = weights
        self.general = weights.general
        self.harmful = weights.harmful
        self.carried = weights.carried
        self._table = _index([*cues.items(), (None, weights.apart)])
        self._faint = frozenset(tuple(c.casefold().replace("-", " ").split()) for c in weights.faint)
        self._beginning: dict[str, tuple[tuple[tuple[str, ...], StrEnum | None], ...]] = {}

    def _cues_beginning(self, words: Iterable[str]) -> dict[str, tuple[tuple[tuple[str, ...], StrEnum | None], ...]]:
        """Of words of a text those that a cue may begin with, with these cues; most words begin none."""
        if len(self._beginning) > _WORDS_KEPT:
            self._beginning.clear()
        found: dict[str, tuple[tuple[tuple[str, ...], StrEnum | None], ...]] = {}
        for word in words:
            cues = self._beginning.get(word)
            if cues is None:
                listed = (*self._table.get(word[:2], ()), *self._table.get(word[:1], ()))
                cues = self._beginning[word] = tuple(cue for cue in listed if _fits(cue[0][0], word))
            if cues:
                found[word] = cues
        return found

    def read(self, view: TextView, start: int, end: int) -> list[Reading]:
        """Every member whose cue appears in the range; a longer cue hides the shorter ones inside it for its member."""
        return list(_readings(view, self, start, end))

    def _read(self, view: TextView, start: int, end: int) -> list[Reading]:
        tokens = _pieces(view, start, end)
        beginning = self._cues_beginning(token.low for token in tokens)
        if not beginning:
            return []
        made: list[Reading] = []
        taken: dict[StrEnum | None, int] = {}
        for index, token in enumerate(tokens):
            for words, member in beginning.get(token.low, ()):
                size = len(words)
                if index + size > len(tokens) or taken.get(member, 0) > token.start:
                    continue
                if not all(_fits(w, tokens[index + n].low) for n, w in enumerate(words)):
                    continue
                stop = tokens[index + size - 1].end
                taken[member] = stop
                flags = {"faint"} if words in self._faint else set[str]()
                if words[0] not in {"not", "no"} and _negated(tokens, index):
                    flags.add("negated")
                value = ClaimedValue(
                    value=member and member.value, quote=view.text[token.start : stop], start=token.start
                )
                made.append(Reading(token.start, stop, value, str(value.value or ""), frozenset(flags)))
        outermost = self._outermost(sorted(made, key=lambda r: (r.start, -r.end, r.kind)))
        return [reading for reading in outermost if reading.kind]

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
            detail = f"{value.value!r} is no member of {self.enum.__name__}"
            return Verdict(status=Status.UNSUPPORTED, reason="unknown_label", detail=detail)
        judge = judge_role if self.weights.role else judge_label
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
        """The member that a value names; `None` when it is no member."""
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


def _negated(tokens: list[Token], index: int) -> bool:
    before = tokens[max(0, index - _REACH) : index]
    for token in reversed(before):
        if not token.word:
            return False
        if token.low in _NEGATORS:
            return True
    return False


@per_text
def _pieces(view: TextView, start: int, end: int) -> list[Token]:
    """Tokens of the range with compounds taken apart: "car-bomb" is two words."""
    made: list[Token] = []
    for token in sentence_tokens(view, start, end):
        if "-" not in token.text:
            made.append(token)
            continue
        at = token.start
        for piece in token.text.split("-"):
            if piece:
                made.append(Token(at, at + len(piece), piece, piece.casefold()))
            at += len(piece) + 1
    return made


@per_text
def _readings(view: TextView, label: Label, start: int, end: int) -> tuple[Reading, ...]:
    """What a label reads in a range, read once per text."""
    return tuple(label._read(view, start, end))  # noqa: SLF001 - its own class
