"""Clauses between a figure and its verb: relative clauses, clauses on a part, what somebody was."""

from __future__ import annotations

from extractor.values.count.lexicon import PredicateRole
from extractor.values.count.sentence import CountSentence, Predicate, PredicateSide

AFTER_AUXILIARY = 6  # words between an auxiliary and its participle
GAP = 16  # words between a number and the word of harm that counts it
_DESCRIBED = 5  # words of what somebody was


def described(sentence: CountSentence, at: int) -> int | None:
    """The comma after "were farmers, who": what somebody was, before a relative clause; `None` without one."""
    for comma in range(at, at + _DESCRIBED):
        if sentence.low(comma) == ",":
            return comma if sentence.low(comma + 1) in sentence.words.relatives else None
    return None


def main_verb(sentence: CountSentence, end: int, relative: int) -> Predicate | None:
    """Two men thought to be traders, who were trapped there, also died: the verb after the clause between commas.

    `None` where a verb precedes the clause ("300 attended the funeral of the poet, who died") or none comes after.
    """
    words = sentence.words
    apart = any(
        at in sentence.number_at or (sentence.low(at) in words.prepositions and not chained(sentence, at))
        for at in range(end, relative)
    )
    if apart:
        return None
    comma = next((at for at in range(relative, len(sentence.tokens)) if sentence.low(at) == ","), len(sentence.tokens))
    if comma - relative > GAP:
        return None
    for at in range(comma + 1, min(comma + 1 + AFTER_AUXILIARY, len(sentence.tokens))):
        predicate = sentence.at_token.get(at)
        if predicate is not None:
            return predicate if predicate.side is not PredicateSide.RIGHT and not predicate.nominal else None
        if not chained(sentence, at):
            return None
    return None


def aside_start(sentence: CountSentence, at: int) -> int:
    """The comma that opens the relative clause between commas right before a token; the token where there is none.

    Such as the first comma of "the toll in Bunia, where a dam broke, was 50", seen from "was".
    """
    if sentence.low(at - 1) != ",":
        return at
    for comma in range(at - 2, max(0, at - 2 - GAP), -1):
        if sentence.low(comma) == ",":
            return comma if sentence.low(comma + 1) in sentence.words.relative_openers else at
    return at


def part_clauses(sentence: CountSentence, start: int) -> frozenset[int]:
    """The tokens of a clause on a part, up to its comma: "ten friends, including a boy who was killed, were there"."""
    words, found, included, clause = sentence.words, set[int](), False, False
    for at in range(start, min(start + GAP, len(sentence.tokens))):
        low = sentence.low(at)
        if words.parts.starting(sentence.tokens, at) is not None:
            included = True
        elif low == ",":
            included = clause = False
        clause = clause or (included and low in words.relatives and sentence.low(at - 1) not in words.genitives)
        if clause:
            found.add(at)
    return frozenset(found)


def outcome(sentence: CountSentence, predicate: Predicate, start: int) -> Predicate:
    """Five who were injured died; three who had fled to a school with others were killed: the main verb decides."""
    if predicate.sense.kind == "killed" or not any(
        sentence.low(at) in sentence.words.relatives for at in range(start, predicate.first)
    ):
        return predicate
    for at in range(predicate.last, min(predicate.last + AFTER_AUXILIARY, len(sentence.tokens))):
        later = sentence.at_token.get(at)
        if later is not None:
            return later if later.sense.kind == "killed" and later.sense.role is PredicateRole.SUBJECT else predicate
        if not chained(sentence, at):
            break
    return _passive_after(sentence, predicate) or predicate


def _passive_after(sentence: CountSentence, predicate: Predicate) -> Predicate | None:
    """The passive of killing that follows a relative clause without a comma or another clause between."""
    words = sentence.words
    for at in range(predicate.last, min(predicate.last + GAP, len(sentence.tokens))):
        if at in sentence.breaks or sentence.low(at) in words.conjunctions or sentence.low(at) in words.relatives:
            return None
        later = sentence.at_token.get(at)
        if later is not None:
            passive = sentence.low(later.first - 1) in words.passives and later.sense.kind == "killed"
            return later if passive else None
    return None


def chained(sentence: CountSentence, at: int) -> bool:
    """Whether a word may stand between an auxiliary and its participle, or between two of them."""
    low = sentence.low(at)
    words = sentence.words
    return (
        low in words.chain
        or low in words.hospital_verbs
        or sentence.on_day(at)
        or low.endswith(words.adverb_endings)
        or low in words.auxiliaries
        or low == ","
        or low in words.negators
    )
