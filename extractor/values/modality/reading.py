"""The modality that the words at a figure give it: which cue governs it, and whether its date makes it history."""

from __future__ import annotations

from extractor.language.clauses import narrow_clause
from extractor.language.detecting import language_of_view
from extractor.language.words import Token, phrase_at, sentence_range, sentence_tokens
from extractor.records import ClaimedValue, Modality
from extractor.segments import TextView
from extractor.values.modality.cues import ModalityCues, cues_at
from extractor.values.modality.time import told_time
from extractor.values.valuetype import Reading
from extractor.values.when.roles import happens

_ORDER = (Modality.NEGATED, Modality.HYPOTHETICAL, Modality.FUTURE, Modality.HISTORICAL)


def read_modality(view: TextView, start: int, end: int) -> Reading:
    """The modality of what is said at `[start, end)`, with the words that show it.

    The reading's `value` is a `Modality`; `start`/`end` are those of the cue, or the offsets given when it is actual
    (facts need no cue). Linear in the sentence.
    """
    low, high = sentence_range(view, start)
    tokens = sentence_tokens(view, low, max(high, min(end, high)))
    at = next((i for i, t in enumerate(tokens) if t.end > start), max(0, len(tokens) - 1))
    cues = cues_at(view)
    clause = narrow_clause(tokens, at, language_of_view(view))
    found = _ahead(tokens, at, clause, cues) or _around(tokens, clause, cues)
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


def _ahead(
    tokens: list[Token], at: int, clause: tuple[int, int], cues: ModalityCues
) -> tuple[Modality, int, int] | None:
    """A cue before the figure whose reach is not cut, or a modal right after it in the clause."""
    left, right = clause
    begin = _reach_back(tokens, left, cues)
    best: tuple[Modality, int, int] | None = None
    index = begin
    while index < right:
        hit = phrase_at(tokens, index, cues.ahead, cues.longest)
        if hit is None or (index > at and not _modal_after(tokens, at, index, cues)):
            index += 1
            continue
        size, modality = hit
        stronger = best is None or _ORDER.index(modality) < _ORDER.index(best[0])
        governing = governs(tokens, (index, size), modality, at, cues)
        if stronger and governing:
            best = (modality, index, index + size)
        index += size if governing else 1
    return best


def _reach_back(tokens: list[Token], left: int, cues: ModalityCues) -> int:
    """A comma before a main clause lets "if ..., 20 could die" through only when the sentence opens with the cue."""
    opening = cues.words.conditionals | cues.words.conditionals_within
    if left and tokens[0].low in opening and all(t.text != ";" for t in tokens[:left]):
        return 0
    return left


def _modal_after(tokens: list[Token], at: int, index: int, cues: ModalityCues) -> bool:
    """`57 people could die`: no more than a few words between figure and modal."""
    reach = 6
    return index - at <= reach and all(t.low not in cues.words.harm for t in tokens[at:index])


def governs(tokens: list[Token], cue: tuple[int, int], modality: Modality, at: int, cues: ModalityCues) -> bool:
    """Whether the cue, at a token and of a size, is what it looks like here and reaches the figure."""
    (index, size), words = cue, cues.words
    token = tokens[index]
    following = tokens[index + size].low if index + size < len(tokens) else ""
    if token.low in words.modal_names and size == 1:
        return not token.capital and not following[:1].isdigit()
    other = (
        (token.low in words.capital_names and token.capital)
        or (token.low in words.copulas and following in words.definite)
        or (token.low in words.denials and (following in words.parts or tokens[index + size - 1].low in words.parts))
        or (token.low in words.conditionals_within and index > 0)
        or (token.low in words.passives and _is_passive(tokens, index, cues))
        or (token.low in words.conditionals and index > at)
        or (token.low in words.existential and not happens(following))
        or (token.low in words.false and following not in words.false_of)
        or _is_presupposed(tokens, index + size, at, cues)
    )
    if other:
        return False
    if modality is Modality.NEGATED and token.low in words.past_negations:
        return index < at and "only" not in {following, tokens[index - 1].low if index else ""}
    if modality is not Modality.HYPOTHETICAL:
        return True
    return _is_unreal(tokens, cue, at, cues)


def _is_presupposed(tokens: list[Token], begin: int, at: int, cues: ModalityCues) -> bool:
    """Stands a definite event between cue and figure: "will be tried for the bombing that killed 168"?

    So does "will visit the families of the 57 victims", unless it is them that something will happen to.
    """
    if begin < at <= len(tokens) and tokens[at - 1].low in cues.words.definite and not happens(tokens[begin].low):
        return True
    for k in range(begin + 1, min(at, len(tokens))):
        definite = any(t.low in cues.words.definite for t in tokens[max(begin, k - 3) : k])
        if definite and happens(tokens[k].low):
            told = [t.low for t in tokens[k + 1 : at]]
            return bool(told) and told[0] in cues.words.tied
    return False


def _is_unreal(tokens: list[Token], cue: tuple[int, int], at: int, cues: ModalityCues) -> bool:
    """Does a word of chance or fiction govern the figure, or does it only stand in the clause ("a drill rig")?"""
    (index, size), words = cue, cues.words
    word = tokens[index].low
    following = tokens[index + size] if index + size < len(tokens) else None
    if word in words.chance:
        return 0 <= at - index - size <= 2  # noqa: PLR2004 - "a risk of up to 300 deaths"
    if word in words.unreal:
        if following is None or not following.word:
            return False
        near = -2 <= index - at <= 2  # noqa: PLR2004 - "40 mock casualties"
        return near or (index < at and happens(following.low))
    if word in words.scenes:
        beyond = tokens[index + size + 1].low if following is not None and index + size + 1 < len(tokens) else ""
        return following is not None and (following.low in words.frames or beyond == "which")
    return word not in words.fiction or following is None or following.low in words.after_fiction


def _is_passive(tokens: list[Token], index: int, cues: ModalityCues) -> bool:
    """`18 werden noch vermisst` is said of now: the clause ends with a participle, not with an infinitive."""
    rest = [t.low for t in tokens[index + 1 :] if t.word]
    endings, prefixes = cues.words.participle_endings, cues.words.participle_prefixes
    return bool(rest) and (rest[-1].endswith(endings) or rest[-1].startswith(prefixes))


def _around(tokens: list[Token], clause: tuple[int, int], cues: ModalityCues) -> tuple[Modality, int, int] | None:
    left, right = _widened(tokens, clause, cues)
    for index in range(left, right):
        hit = phrase_at(tokens, index, cues.around, cues.longest)
        if hit is not None and not _is_a_span(tokens, index, hit[0], cues):
            return hit[1], index, index + hit[0]
    return None


def _is_a_span(tokens: list[Token], index: int, size: int, cues: ModalityCues) -> bool:
    """`in the past six days` is a stretch of now."""
    following = tokens[index + size].low if index + size < len(tokens) else ""
    return tokens[index + size - 1].low in cues.words.before_span and (
        following in cues.words.spans or following[:1].isdigit()
    )


def _widened(tokens: list[Token], clause: tuple[int, int], cues: ModalityCues) -> tuple[int, int]:
    """An adverbial in front ("Last month,") or a relative clause belongs to the clause beside it."""
    (left, right), few = clause, 8
    if left and tokens[left - 1].text == "," and left <= few:
        left = 0
    if left and tokens[left - 1].low in cues.words.relatives:
        left = max(narrow_clause(tokens, left - 1, cues.code)[0], left - 13)
    if right < len(tokens) and tokens[right].text == "," and right + few > len(tokens):
        right = len(tokens)
    return left, right
