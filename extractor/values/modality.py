"""Modality: did it happen, long ago, not yet, only perhaps, or not at all (PLOVER's distinctions)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from extractor.records import CheckedValue, ClaimedValue, Modality, Span, Status, Verdict
from extractor.segments import TextView
from extractor.values.date_reading import dates_between
from extractor.values.date_roles import happens
from extractor.values.modality_cues import (
    AFTER_FICTION,
    AHEAD,
    AROUND,
    CHANCE,
    CLAUSE_ENDS,
    DEFINITE,
    DENIALS,
    FRAMES,
    LONG_AGO,
    PARTS,
    SCENES,
    SPANS,
    TIED,
    UNREAL,
)
from extractor.values.modality_time import dated_back, told_time
from extractor.values.valuetype import Fused, Reading, ValueType, Witness
from extractor.values.when import opens_before
from extractor.values.words import Token, phrase_at, sentence_range, sentence_ranges, sentence_tokens, tokenise

_ORDER = (Modality.NEGATED, Modality.HYPOTHETICAL, Modality.FUTURE, Modality.HISTORICAL)
_LONGEST = 5
_WEEK = 8  # days; an event older than that is looked back at
_AHEAD = {phrase: m for m in _ORDER for phrase in AHEAD.get(m, ())}
_AROUND = {phrase: m for m in _ORDER for phrase in AROUND.get(m, ())}
# "said it would", "warned that": a modal of another's plan before the figure's own clause.
_CARRIES = frozenset(["that", "to"])


def read_modality(view: TextView, start: int, end: int) -> Reading:
    """The modality of what is said at `[start, end)`, with the words that show it.

    The reading's `value` is a `Modality`; `start`/`end` are those of the cue, or the offsets given when it is actual
    (facts need no cue). Linear in the sentence.
    """
    low, high = sentence_range(view, start)
    tokens = sentence_tokens(view, low, max(high, min(end, high)))
    at = next((i for i, t in enumerate(tokens) if t.end > start), max(0, len(tokens) - 1))
    found = _ahead(tokens, at) or _around(tokens, at)
    if found is not None:
        return _reading(view, found[0], tokens[found[1]].start, tokens[found[2] - 1].end)
    told = told_time(view, start, end)
    if told is not None and told.old:
        return _reading(view, Modality.HISTORICAL, told.start, told.end)
    return _reading(view, Modality.ACTUAL, start, end)


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
    """Is the cue what it looks like here, and does it reach the figure?"""
    token = tokens[index]
    following = tokens[index + size].low if index + size < len(tokens) else ""
    if token.low == "may" and size == 1:
        return token.text == "may" and not following[:1].isdigit()
    other = (
        token.text == "Will"
        or (token.low in {"is", "are"} and following == "the")
        or (token.low in DENIALS and (following in PARTS or tokens[index + size - 1].low in PARTS))
        or (token.low == "si" and index > 0)
        or (token.low in {"wird", "werden"} and _german_passive(tokens, index))
        or (token.low in {"if", "unless"} and index > at)
        or (token.low == "there" and not happens(following))
        or _is_presupposed(tokens, index + size, at)
    )
    if other:
        return False
    if modality is Modality.NEGATED and token.low in {"did", "was", "were", "never", "didn"}:
        return index < at and "only" not in {following, tokens[index - 1].low if index else ""}
    if modality is not Modality.HYPOTHETICAL:
        return True
    return _is_unreal(tokens, index, size, at)


def _is_presupposed(tokens: list[Token], begin: int, at: int) -> bool:
    """Stands a definite event between cue and figure: "will be tried for the bombing that killed 168"?

    So does "will visit the families of the 57 victims", unless it is them that something will happen to.
    """
    if begin < at <= len(tokens) and tokens[at - 1].low in DEFINITE and not happens(tokens[begin].low):
        return True
    for k in range(begin + 1, min(at, len(tokens))):
        definite = any(t.low in DEFINITE for t in tokens[max(begin, k - 3) : k])
        if definite and happens(tokens[k].low):
            told = [t.low for t in tokens[k + 1 : at]]
            return bool(told) and told[0] in TIED
    return False


def _is_unreal(tokens: list[Token], index: int, size: int, at: int) -> bool:
    """Does a word of chance or fiction govern the figure, or does it only stand in the clause ("a drill rig")?"""
    word = tokens[index + size - 1].low if size > 1 and tokens[index].low == "in" else tokens[index].low
    following = tokens[index + size] if index + size < len(tokens) else None
    if word in CHANCE:
        return 0 <= at - index - size <= 2  # noqa: PLR2004 - "a risk of up to 300 deaths"
    if word in UNREAL:
        return index < at and following is not None and following.word
    if word in SCENES:
        return following is not None and following.low in FRAMES
    return tokens[index].low != "in" or following is None or following.low in AFTER_FICTION


def _german_passive(tokens: list[Token], index: int) -> bool:
    """`18 werden noch vermisst` is said of now: the clause ends with a participle, not with an infinitive."""
    rest = [t.low for t in tokens[index + 1 :] if t.word]
    return bool(rest) and (rest[-1].endswith("t") or rest[-1].startswith("ge"))


def _around(tokens: list[Token], at: int) -> tuple[Modality, int, int] | None:
    left, right = _widened(tokens, *_clause(tokens, at))
    for index in range(left, right):
        hit = phrase_at(tokens, index, _AROUND, _LONGEST)
        if hit is not None and not _is_a_span(tokens, index, hit[0]):
            return hit[1], index, index + hit[0]
    return None


def _is_a_span(tokens: list[Token], index: int, size: int) -> bool:
    """`in the past six days` is a stretch of now."""
    following = tokens[index + size].low if index + size < len(tokens) else ""
    return tokens[index + size - 1].low == "past" and (following in SPANS or following[:1].isdigit())


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


def _verdict(status: Status, reason: str, detail: str, at: Reading) -> Verdict:
    return Verdict(status=status, reason=reason, detail=detail, decided=(at.start, at.end))


def _long_ago(view: TextView, found: Reading, at: Span) -> bool:
    told = told_time(view, at.start, at.end)
    cue = tuple(t.low for t in tokenise(view.text, found.start, found.end))
    return cue in LONG_AGO or (told is not None and told.long_ago)


def _history(view: TextView, span: Span, at: Span) -> Verdict:
    """The verdict on `historical` where no cue stands: does a date of the quote, or of the figure, lie back?

    An event dated within the last weeks may be told as an earlier one; one that nothing dates, too.
    """
    own = told_time(view, at.start, at.end)
    if own is not None and (own.back > _WEEK or own.running):
        detail = "the words date it before the days the article is about, or over many of them"
        return Verdict(status=Status.SUPPORTED, reason="cue", detail=detail, decided=(own.start, own.end))
    if own is None:
        for reading in dates_between(view, span.start, span.end):
            told = dated_back(view, reading)
            if told is not None and told.back > _WEEK and opens_before(view, reading, at):
                return _verdict(Status.SUPPORTED, "cue", f"{reading.value.quote!r} sets the time", reading)
            if told is not None and told.back > _WEEK:
                detail = f"{reading.value.quote!r} lies back, but stands apart from the figure"
                return _verdict(Status.UNCONFIRMED, "cue_elsewhere", detail, reading)
        detail = "no word that the reader knows makes it an earlier event, and none dates it"
        return Verdict(status=Status.UNCONFIRMED, reason="no_cue", detail=detail)
    detail = "no word makes it historical, and the words date it among the days the article is about"
    return Verdict(status=Status.UNSUPPORTED, reason="no_cue", detail=detail, decided=(own.start, own.end))


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
        """Is what is told at the anchor (else at the quote) of the claimed modality?

        Reasons: `no_other_cue` (actual), `cue`; `other_modality` (contradicted), `dated_earlier` (unconfirmed: told as
        news, of an event of some months ago), `no_cue`, `unknown_label`.
        """
        try:
            claimed = Modality(str(value.value))
        except ValueError:
            return Verdict(status=Status.UNSUPPORTED, reason="unknown_label", detail=f"{value.value!r} is no modality")
        at = anchor or span
        found = read_modality(view, at.start, at.end)
        whole = anchor is None or (anchor.start <= span.start and span.end <= anchor.end)
        cues = [r for r in self.read(view, span.start, span.end) if r.kind == claimed.value] if whole else []
        if found.kind == claimed.value or cues:
            decided = cues[0] if found.kind != claimed.value else found
            reason = "no_other_cue" if claimed is Modality.ACTUAL else "cue"
            return Verdict(status=Status.SUPPORTED, reason=reason, decided=(decided.start, decided.end))
        if claimed is Modality.HISTORICAL and found.kind == Modality.ACTUAL.value:
            return _history(view, span, at)
        if found.kind == Modality.HISTORICAL.value and claimed is Modality.ACTUAL and not _long_ago(view, found, at):
            words = view.text[found.start : found.end]
            detail = f"the words date it some time back: {words!r}"
            return _verdict(Status.UNCONFIRMED, "dated_earlier", detail, found)
        if found.kind != Modality.ACTUAL.value:
            return _verdict(Status.CONTRADICTED, "other_modality", f"the words make it {found.kind}", found)
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
