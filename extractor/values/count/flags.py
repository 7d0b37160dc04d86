"""What is said of a count beside its kind: part, total, negated, hypothetical, future, historical, combatants."""

from __future__ import annotations

from extractor.numbers.tokens import Phrases
from extractor.records import Bound
from extractor.values.count.governed import Governed
from extractor.values.count.lexicon import Role, Sense
from extractor.values.count.sentence import HARM, PEOPLE, Phrase, Predicate, Sentence, Side

_PART_GAP = 14
_MODAL_WINDOW = 5
_NEGATION_WINDOW = 8
_FEAR_WINDOW = 7
_DENIAL_WINDOW = 25
_FALSE_RUN = 4  # words from "fake" to the verb of its noun
_TOTAL_WINDOW = 10
_INVERTED_GAP = 9
_STRETCH = 60  # words either side in which a cue of the past is looked for
_NEIGHBOURS = 12  # counts either side that may be the whole of a part


# -- parts of a whole


def part_of(sentence: Sentence, index: int, governed: list[Governed]) -> Governed | None:
    """The kind a number takes over from the whole it is a part of; `None` when it keeps its own."""
    if not is_part(sentence, index, governed):
        return None
    own = governed[index]
    if own.kind in HARM and (own.toll or (own.predicate is not None and _owns(sentence, index, own.predicate))):
        return None
    if own.kind in HARM and own.predicate is None and sentence.phrases[index].noun == own.kind:
        return None  # "94 casualties, including 21 dead"
    if own.kind not in ("people", "other", "attackers") and own.kind not in HARM:
        return None
    kind = _kind_of_whole(sentence, index, governed)
    return None if kind is None else Governed(kind)


def _owns(sentence: Sentence, index: int, predicate: Predicate) -> bool:
    """Whether a predicate stands right beside the number, so that a part has a kind of its own."""
    phrase = sentence.phrases[index]
    return abs(predicate.first - phrase.end) <= 1


def _kind_of_whole(sentence: Sentence, index: int, governed: list[Governed]) -> str | None:
    inverted = _among(sentence, sentence.phrases[index])
    if inverted is not None:
        return inverted.sense.kind
    for other in range(index - 1, max(-1, index - 1 - _NEIGHBOURS), -1):
        if governed[other].kind in HARM and "zero_word" not in sentence.phrases[other].number.flags:
            return governed[other].kind
    return next((g.kind for g in governed[index + 1 : index + 1 + _NEIGHBOURS] if g.kind in HARM), None)


def is_part(sentence: Sentence, index: int, governed: list[Governed]) -> bool:
    """Whether the words around a figure make it a part of another: "including 11", "11 of them", "11 of the 57"."""
    phrase = sentence.phrases[index]
    if phrase.number.flags & {"percent", "rate", "ordinal", "zero_word"}:
        return False
    return (
        sentence.words.part_tails.starting(sentence.tokens, phrase.number.phrase_last) is not None
        or _among(sentence, phrase) is not None
        or _of_number(index, phrase, governed)
        or _after_whole(sentence, index, governed)
        or _listed(sentence, phrase)
        or _graded(sentence, index, governed)
        or _included(sentence, phrase)
    )


def _included(sentence: Sentence, phrase: Phrase) -> bool:
    """Including 11 women; among them two policemen and a nurse."""
    words, tokens = sentence.words, sentence.tokens
    start = phrase.number.phrase_first
    for at in range(start, max(0, start - _PART_GAP), -1):
        if words.parts.ending(tokens, at) is not None:
            return sentence.low(at - 1) not in words.prepositions or sentence.low(at - 2) == ","
        if at - 1 in sentence.breaks or at - 1 in sentence.at_token or sentence.low(at - 1) in words.auxiliaries:
            return False
    return False


def _among(sentence: Sentence, phrase: Phrase) -> Predicate | None:
    """Among the dead were three nurses; three nurses were among the dead; a boy was one of four killed."""
    words = sentence.words
    start = phrase.number.phrase_first
    if sentence.low(start - 1) in words.passives:
        for at in range(start - 2, max(-1, start - 2 - _INVERTED_GAP), -1):
            if sentence.low(at) in words.among:
                return _next_harm(sentence, at + 1)
    after = phrase.end
    steps = 0
    while steps < _INVERTED_GAP and after < len(sentence.tokens):
        low = sentence.low(after)
        if low in words.passives and sentence.low(after + 1) in words.among:
            return _next_harm(sentence, after + 2)
        if low in words.passives and sentence.low(after + 1) == "one" and sentence.low(after + 2) == "of":
            return _next_harm(sentence, after + 3)
        if after in sentence.breaks or after in sentence.at_token:
            return None
        after += 1
        steps += 1
    return None


def _next_harm(sentence: Sentence, at: int) -> Predicate | None:
    for cursor in range(at, min(at + _INVERTED_GAP, len(sentence.tokens))):
        predicate, noun = sentence.at_token.get(cursor), sentence.noun_at.get(cursor)
        if predicate is not None and predicate.sense.kind in HARM:
            return predicate
        if noun is not None and noun[1] in HARM:
            return Predicate(cursor, cursor + noun[0], Sense(noun[1], Role.NOMINAL), Side.NONE, nominal=True)
        if noun is not None and noun[1] == "survivors":
            return None
        if cursor in sentence.breaks:
            return None
    return None


def _after_whole(sentence: Sentence, index: int, governed: list[Governed]) -> bool:
    """Of the 57 dead, 11 were women: the number after a whole that opens the clause, without a predicate of its own."""
    if index == 0:
        return False
    whole = sentence.phrases[index - 1]
    if not whole.whole or governed[index - 1].kind not in HARM:
        return False
    own = governed[index]
    return own.kind in ("other", "people", governed[index - 1].kind)


def _of_number(index: int, phrase: Phrase, governed: list[Governed]) -> bool:
    """One of four people killed: the words that count the whole count the part."""
    if phrase.partitive is None or index + 1 >= len(governed):
        return False
    one, whole = governed[index], governed[index + 1]
    return one.predicate is not None and one.predicate is whole.predicate and one.kind in HARM


def _graded(sentence: Sentence, index: int, governed: list[Governed]) -> bool:
    """14 were wounded, three seriously."""
    phrase = sentence.phrases[index]
    if index == 0 or phrase.noun is not None or governed[index - 1].kind != governed[index].kind:
        return False
    return sentence.low(phrase.end) in sentence.words.degrees and governed[index].kind in HARM


def _listed(sentence: Sentence, phrase: Phrase) -> bool:
    """Five of them seriously; 73 of the 158 dead: a number that says of what it is a part."""
    if phrase.partitive is None or phrase.noun not in HARM:
        return False
    beside = sentence.at_token.get(phrase.end)
    return beside is None or phrase.noun in (beside.sense.kind, "killed")


# -- flags


def flags_of(sentence: Sentence, index: int, governed: Governed, everything: list[Governed]) -> frozenset[str]:
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
    flags |= _modality(sentence, phrase, governed)
    if _shared_hedge(sentence, index, everything):
        flags.add("shared_hedge")
    return frozenset(flags)


def _same_kind_whole(sentence: Sentence, index: int, governed: Governed, everything: list[Governed]) -> bool:
    """A part of the same kind: two of the injured who died are dead, not a part of the dead."""
    inverted = _among(sentence, sentence.phrases[index])
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


def _is_total(sentence: Sentence, phrase: Phrase, governed: Governed) -> bool:
    if governed.toll:
        return True
    start = phrase.number.phrase_first
    return any(
        sentence.words.totals.starting(sentence.tokens, at) is not None
        for at in range(max(0, start - _TOTAL_WINDOW), start)
    ) and (sentence.words.links.ending(sentence.tokens, start) is not None)


def doubts_of(sentence: Sentence, phrase: Phrase, governed: Governed) -> frozenset[str]:
    """The flags by which a figure of any kind is denied, possible, future or past."""
    return frozenset(_modality(sentence, phrase, governed))


def _scope(phrase: Phrase, governed: Governed) -> tuple[int, int]:
    """The tokens from where the count's clause starts to the last word that decides it."""
    first, last = phrase.number.phrase_first, phrase.end
    if governed.predicate is not None:
        first, last = min(first, governed.predicate.first), max(last, governed.predicate.last)
    return first, last


def _modality(sentence: Sentence, phrase: Phrase, governed: Governed) -> set[str]:
    first, last = _scope(phrase, governed)
    words = sentence.words
    anchor = governed.predicate.first if governed.predicate is not None else phrase.number.phrase_first
    found: set[str] = set()
    if _denied(sentence, first) or _negated(sentence, anchor, phrase, (first, last)):
        found.add("negated")
    opening = min(anchor, phrase.number.phrase_first)
    near = any(_near(sentence, words.modals, at, _MODAL_WINDOW) for at in (anchor, opening))
    if (near or _between(sentence, words.modals, first, last)) and not _came_about(sentence, governed, opening):
        found.add("hypothetical")
    elif _near(sentence, words.futures, anchor, _MODAL_WINDOW) or _between(sentence, words.futures, first, last):
        found.add("future")
    if governed.kind != "missing" and (
        _near(sentence, words.fears, first, _FEAR_WINDOW) or _feared(sentence, first, last)
    ):
        found.add("hypothetical")
    if _historical(sentence, first, last):
        found.add("historical")
    if "zero_word" in phrase.number.flags:
        found.discard("negated")
    return found


def _came_about(sentence: Sentence, governed: Governed, before: int) -> bool:
    """The toll would later rise to 44; by Monday the number would climb to 44: a modal that tells what came about.

    Not where a condition is named or somebody says so: "he said the toll would rise by Monday".
    """
    words = sentence.words
    window = range(max(0, before - _MODAL_WINDOW), before)
    if not governed.toll or not any(sentence.low(at) in words.changers for at in window):
        return False
    clause = [sentence.low(at) for at in range(before)]
    modals = [at for at in window if words.modals.starting(sentence.tokens, at) is not None]
    told = not words.speech.isdisjoint(clause) or [clause[at] in words.narrative_modals for at in modals] != [True]
    return not told and not words.outcome_adverbs.isdisjoint(clause)


def _feared(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a word of fear governs the harm: "believed to have been killed", not "two believed to be smugglers"."""
    words, starts = sentence.words, sentence.starts(sentence.words.fears)
    for at in range(first, last) if starts else ():
        hit = words.fears.starting(sentence.tokens, at) if at in starts and at not in sentence.number_at else None
        if hit is None:
            continue
        after = at + hit[0]
        while after < last and (sentence.low(after) in words.auxiliaries or sentence.low(after) == "to"):
            after += 1
        told = sentence.low(after - 1) not in words.passives or after in sentence.at_token
        if told or sentence.low(at + hit[0] - 1) != "to":
            return True
    return False


def _none_of_some(sentence: Sentence, phrase: Phrase) -> bool:
    """No one on the ground, none of the crew, nobody else: nought of a group, not of the event."""
    if "zero_word" not in phrase.number.flags:
        return False
    low = sentence.low(phrase.number.phrase_last)
    return low in ("on", "in", "of", "else", "inside", "outside", "at", "aboard", "from", "near", "nearby")


def _near(sentence: Sentence, table: Phrases[int], before: int, window: int) -> bool:
    """Whether a phrase of a table ends within `window` words before a token, in the same clause."""
    for at in range(before, max(0, before - window), -1):
        if table.ending(sentence.tokens, at) is not None:
            return True
        if at - 1 in sentence.breaks or sentence.low(at - 1) == ",":
            return False
        if at < before and at - 1 in sentence.at_token:
            return False
    return False


def _between(sentence: Sentence, table: Phrases[int], first: int, last: int) -> bool:
    starts = sentence.starts(table)
    return bool(starts) and any(at in starts and at not in sentence.number_at for at in range(first, last))


def _negated(sentence: Sentence, anchor: int, phrase: Phrase, scope: tuple[int, int]) -> bool:
    """Did not kill 57; 57 were not killed; not 57."""
    first, last = scope
    for at in range(max(0, anchor - _NEGATION_WINDOW), anchor):
        if _negates(sentence, at, phrase):
            between = range(at + 1, anchor)
            if not any(
                k in sentence.breaks or sentence.low(k) in sentence.words.conjunctions or k in sentence.at_token
                for k in between
            ):
                return True
    own = phrase.number.phrase_first - 1
    return any(_negates(sentence, at, phrase) for at in (own, *range(first, last)))


def _negates(sentence: Sentence, at: int, phrase: Phrase) -> bool:
    """Whether a token negates this count: not the "not" of "not only", nor one before another number."""
    words = sentence.words
    if sentence.low(at) not in words.negators or at in sentence.number_at:
        return False
    if at + 1 in sentence.number_at and at + 1 != phrase.number.phrase_first:
        return False
    return words.not_negators.starting(sentence.tokens, at) is None


def _denied(sentence: Sentence, first: int) -> bool:
    """Denied that, denied killing, dismissed reports that; not "denied involvement in the attack that killed"."""
    words = sentence.words
    for at in range(first - 1, max(-1, first - 1 - _DENIAL_WINDOW), -1):
        low = sentence.low(at)
        if words.retractions.starting(sentence.tokens, at) is not None or _false_source(sentence, at):
            return True
        if low in words.denials:
            return sentence.low(at + 1) not in words.not_denials
        if low in words.splitters or (low == "," and sentence.low(at + 1) in words.relatives | words.relative_openers):
            return False
    return False


def _false_source(sentence: Sentence, at: int) -> bool:
    """A fake post claimed: an adjective of falsehood, its noun, and a verb of speech; not "men in fake uniforms"."""
    words = sentence.words
    if sentence.low(at) not in words.false_words:
        return False
    ahead = range(at + 1, at + 1 + _FALSE_RUN)
    return any(sentence.low(k) in words.speech or sentence.low(k) in ("that", "of") for k in ahead)


def _historical(sentence: Sentence, first: int, last: int) -> bool:
    """A cue of the past in the count's own stretch of the sentence: last month, in 1995, since 2011, years ago."""
    words, tokens = sentence.words, sentence.tokens
    start, stop = _stretch(sentence, first, last)
    past = sentence.starts(words.past)
    for at in range(start, stop):
        low = tokens[at].low
        if at in past:
            return True
        if low in words.determiners and _year_at(sentence, at + 1, bare=False):
            return True  # the 1976 earthquake
        if low in words.months and _dated_before(sentence, at):
            return True
        if low not in words.years_after:
            continue
        dated = at + 2 if sentence.low(at + 1) in words.months else at + 1  # "since December 2013"
        if _year_at(sentence, dated):
            compared = any(sentence.low(k) in words.superlatives for k in range(max(start, at - 6), at))
            if not compared or at < first:
                return not (compared and not any(k in sentence.breaks for k in range(at, first)))
    return False


def _dated_before(sentence: Sentence, month: int) -> bool:
    """On September 11, 2001; on 11 September 2001: a full date of a year before that of publication, where known."""
    if sentence.year is None or not sentence.tokens[month].capital:
        return False
    return _year_at(sentence, month + 1) or (sentence.low(month + 2) == "," and _year_at(sentence, month + 3))


def _year_at(sentence: Sentence, at: int, *, bare: bool = True) -> bool:
    """Whether a token is a year other than that of publication; a `bare` one has no noun of ours after it."""
    low = sentence.low(at)
    if not (len(low) == 4 and low.isdigit() and low[:2] in ("15", "16", "17", "18", "19", "20")):  # noqa: PLR2004 - a year
        return False
    if sentence.year is not None and int(low) >= sentence.year:
        return False
    if not bare:
        return sentence.noun_at.get(at + 1, (0, ""))[1] not in PEOPLE
    index = sentence.number_at.get(at)
    return index is None or sentence.phrases[index].noun in (None, "")


def _stretch(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """The tokens around a count up to a semicolon, "but" or "while"."""
    lowest, highest = max(0, first - _STRETCH), min(len(sentence.tokens), last + _STRETCH)
    start, stop = first, min(last, highest)
    while start > lowest and sentence.low(start - 1) not in sentence.words.splitters:
        start -= 1
    while stop < highest and sentence.low(stop) not in sentence.words.splitters:
        stop += 1
    return start, stop


def _shared_hedge(sentence: Sentence, index: int, everything: list[Governed]) -> bool:
    """At least 50 dead and 200 wounded: the hedge may be meant for both."""
    if index == 0 or everything[index - 1].kind not in HARM:
        return False
    one, other = sentence.phrases[index - 1].number, sentence.phrases[index].number
    gap = [sentence.low(k) for k in range(sentence.phrases[index - 1].end, other.phrase_first)]
    near = len(gap) == 1 and gap[0] in sentence.words.conjunctions and gap[0] != ","
    plain = other.bound is Bound.EXACT and other.phrase_first == other.first
    return plain and near and one.bound in (Bound.AT_LEAST, Bound.MORE_THAN)
