"""The modality that the words at a figure give it: which cue governs it, and whether its date makes it history."""

from __future__ import annotations

from extractor.language.words import Token, phrase_at, sentence_range, sentence_tokens
from extractor.records import ClaimedValue, Modality
from extractor.segments import TextView
from extractor.values.modality.cues import (
    AFTER_FICTION,
    AHEAD,
    AROUND,
    CHANCE,
    CLAUSE_ENDS,
    DEFINITE,
    DENIALS,
    FALSE,
    FALSE_OF,
    FRAMES,
    PARTS,
    SCENES,
    SPANS,
    TIED,
    UNREAL,
)
from extractor.values.modality.time import told_time
from extractor.values.valuetype import Reading
from extractor.values.when.roles import happens

_ORDER = (Modality.NEGATED, Modality.HYPOTHETICAL, Modality.FUTURE, Modality.HISTORICAL)
LONGEST = 5
AHEAD_CUES = {phrase: m for m in _ORDER for phrase in AHEAD.get(m, ())}
AROUND_CUES = {phrase: m for m in _ORDER for phrase in AROUND.get(m, ())}


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
        return modality_reading(view, found[0], tokens[found[1]].start, tokens[found[2] - 1].end)
    told = told_time(view, start, end)
    if told is not None and told.old:
        return modality_reading(view, Modality.HISTORICAL, told.start, told.end)
    return modality_reading(view, Modality.ACTUAL, start, end)


def modality_reading(view: TextView, modality: Modality, start: int, end: int) -> Reading:
    """The reading of a modality at its cue."""
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
        hit = phrase_at(tokens, index, AHEAD_CUES, LONGEST)
        if hit is None or (index > at and not _modal_after(tokens, at, index)):
            index += 1
            continue
        size, modality = hit
        stronger = best is None or _ORDER.index(modality) < _ORDER.index(best[0])
        if stronger and governs(tokens, index, size, modality, at):
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


def governs(tokens: list[Token], index: int, size: int, modality: Modality, at: int) -> bool:
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
        or (token.low in FALSE and following not in FALSE_OF)
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
        return index - at <= 2 and following is not None and following.word  # noqa: PLR2004 - "40 mock casualties"
    if word in SCENES:
        beyond = tokens[index + size + 1].low if following is not None and index + size + 1 < len(tokens) else ""
        return following is not None and (following.low in FRAMES or beyond == "which")
    return tokens[index].low != "in" or following is None or following.low in AFTER_FICTION


def _german_passive(tokens: list[Token], index: int) -> bool:
    """`18 werden noch vermisst` is said of now: the clause ends with a participle, not with an infinitive."""
    rest = [t.low for t in tokens[index + 1 :] if t.word]
    return bool(rest) and (rest[-1].endswith("t") or rest[-1].startswith("ge"))


def _around(tokens: list[Token], at: int) -> tuple[Modality, int, int] | None:
    left, right = _widened(tokens, *_clause(tokens, at))
    for index in range(left, right):
        hit = phrase_at(tokens, index, AROUND_CUES, LONGEST)
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
