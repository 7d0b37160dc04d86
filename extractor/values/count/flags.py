"""What is said of a count beside its kind: part, total, negated, hypothetical, future, historical, combatants."""

from __future__ import annotations

from extractor.records import Bound
from extractor.values.count.doubts import find_doubts
from extractor.values.count.governed import Governed
from extractor.values.count.parts import among_harmed, is_part
from extractor.values.count.sentence import HARM, CountSentence, NumberPhrase

_TOTAL_WINDOW = 10
_FEARED = "hypothetical"
_LISTED = 2  # words between two figures of one list: "dead and"
_NEIGHBOURS = 12  # counts either side that may be the whole of a part


def flags_of(sentence: CountSentence, index: int, governed: Governed, everything: list[Governed]) -> frozenset[str]:
    """The flags of one count."""
    phrase = sentence.phrases[index]
    flags: set[str] = set(phrase.number.flags & {"rate", "ordinal", "percent"})
    if "article" in phrase.number.flags:
        flags.add("implicit")
    if governed.kind not in HARM:
        return frozenset(flags)
    if governed.superseded:
        flags.add("superseded")
    if phrase.noun in ("combatant", "attacker"):
        flags.add("combatants")
    if is_part(sentence, index, everything) and _same_kind_whole(sentence, index, governed, everything):
        flags.add("part")
    if _none_of_some(sentence, phrase):
        flags.add("part")
    if _is_total(sentence, phrase, governed):
        flags.add("total")
    flags |= find_doubts(sentence, phrase, governed)
    if _shared_fear(sentence, index, everything):
        flags.add(_FEARED)
    if _shared_hedge(sentence, index, everything):
        flags.add("shared_hedge")
    return frozenset(flags)


def _same_kind_whole(sentence: CountSentence, index: int, governed: Governed, everything: list[Governed]) -> bool:
    """A part of the same kind: two of the injured who died are dead, not a part of the dead."""
    inverted = among_harmed(sentence, sentence.phrases[index])
    if inverted is not None:
        return inverted.sense.kind == governed.kind
    phrase = sentence.phrases[index]
    if phrase.partitive is not None and phrase.noun in HARM:
        return phrase.noun == governed.kind
    earlier = [g.kind for g in everything[max(0, index - _NEIGHBOURS) : index]]
    tail = sentence.words.part_tails.starting(sentence.tokens, phrase.number.phrase_last)
    if tail is not None and earlier and governed.kind not in earlier and governed.predicate is not None:
        return governed.predicate.first > phrase.number.phrase_last + tail[0]  # "90 were poisoned; 48 of them died"
    later = [g.kind for g in everything[index + 1 : index + 1 + _NEIGHBOURS]]
    named = phrase.noun == governed.kind  # "144 cases, including nine deaths": no part of the deaths named later
    if phrase.partitive is None and governed.kind in (earlier if named else earlier + later):
        return True
    if named:
        return False
    before = [k for k in earlier if k in HARM]
    return not before or before[-1] == governed.kind


def _is_total(sentence: CountSentence, phrase: NumberPhrase, governed: Governed) -> bool:
    if governed.toll:
        return True
    start = phrase.number.phrase_first
    return any(
        sentence.words.totals.starting(sentence.tokens, at) is not None
        for at in range(max(0, start - _TOTAL_WINDOW), start)
    ) and (sentence.words.links.ending(sentence.tokens, start) is not None)


def _none_of_some(sentence: CountSentence, phrase: NumberPhrase) -> bool:
    """No one on the ground, none of the crew, nobody else: zero of a group, not of the event."""
    if "zero_word" not in phrase.number.flags:
        return False
    return sentence.low(phrase.number.phrase_last) in sentence.words.group_openers


def _shared_fear(sentence: CountSentence, index: int, everything: list[Governed]) -> bool:
    """They fear 20 dead and 30 wounded: the second figure of a list without a verb of its own is feared as well."""
    if index == 0 or everything[index - 1].kind not in HARM:
        return False
    words, one, other = sentence.words, sentence.phrases[index - 1], sentence.phrases[index]
    own = everything[index].predicate
    last = max(other.end, own.last if own is not None else 0)
    gap = [sentence.low(at) for at in range(one.end, other.number.phrase_first)]
    listed = bool(gap) and len(gap) <= _LISTED and gap[-1] in words.conjunctions and gap[-1] != ","
    if not listed or any(sentence.low(at) in words.auxiliaries for at in range(other.number.phrase_first, last)):
        return False
    return _FEARED in find_doubts(sentence, one, everything[index - 1]) and (own is None or own.last <= last)


def _shared_hedge(sentence: CountSentence, index: int, everything: list[Governed]) -> bool:
    """At least 50 dead and 200 wounded: the hedge may be meant for both."""
    if index == 0 or everything[index - 1].kind not in HARM:
        return False
    one, other = sentence.phrases[index - 1].number, sentence.phrases[index].number
    gap = [sentence.low(k) for k in range(sentence.phrases[index - 1].end, other.phrase_first)]
    near = len(gap) == 1 and gap[0] in sentence.words.conjunctions and gap[0] != ","
    plain = other.bound is Bound.EXACT and other.phrase_first == other.first
    return plain and near and one.bound in (Bound.AT_LEAST, Bound.MORE_THAN)
