"""Which word makes a number a count of the killed, of buses, of years: the nearest that governs it."""

from __future__ import annotations

from collections.abc import Callable

from extractor.values.count.asides import aside
from extractor.values.count.governed import Governed
from extractor.values.count.lexicon import PredicateRole
from extractor.values.count.plausible import agrees, counts_people, in_a_name
from extractor.values.count.sentence import HARM, PEOPLE, CountSentence, PredicateSide
from extractor.values.count.sides import governor, leftward, rightward
from extractor.values.count.tolls import by_toll

_FIRST_YEAR, _LAST_YEAR = 1500, 2099
_COMMA = 1  # tokens between a group and its part


_Step = Callable[[CountSentence, int], Governed | None]


def kind_of(sentence: CountSentence, index: int, *, harmless: bool = False) -> Governed:
    """What the number of `sentence.phrases[index]` counts: the first of the steps that knows.

    In a `harmless` sentence only the steps are tried that need no word of harm.
    """
    of_harm: tuple[_Step, ...] = (_bracketed, by_toll, _by_noun, _by_adjective, _by_whole, _by_parted, _by_predicate)
    always: tuple[_Step, ...] = (_flagged, _no_count, aside)
    for step in always + (() if harmless else of_harm):
        if (found := step(sentence, index)) is not None:
            return found
    return Governed(_fallback(sentence.phrases[index].noun))


def _flagged(sentence: CountSentence, index: int) -> Governed | None:
    phrase = sentence.phrases[index]
    flags = phrase.number.flags
    if "article" not in flags and _recurring(sentence, phrase.end):
        return Governed("rate")
    if sentence.words.exceptions.ending(sentence.tokens, phrase.number.phrase_first) is not None:
        return Governed("survivors")  # "all but two were killed"
    return next((Governed(flag) for flag in ("rate", "percent", "ordinal") if flag in flags), None)


def _no_count(sentence: CountSentence, index: int) -> Governed | None:
    """A number of a name, or of a noun it does not agree with; a year that opens a sentence.

    Such as the 1930 of "1930 starben in Maybach 99 Bergleute": people are counted later.
    """
    phrase = sentence.phrases[index]
    number = phrase.number
    if in_a_name(sentence, phrase):
        return Governed("identifier")
    if not agrees(sentence, phrase):
        return Governed("other")
    bare = phrase.noun is None and number.phrase_first == 0 and number.phrase_last == 1
    if not bare or number.value is None or not _FIRST_YEAR <= number.value <= _LAST_YEAR:
        return None
    counted = any(other.noun in PEOPLE | HARM for other in sentence.phrases[index + 1 :])
    return Governed("date") if counted else None


def _recurring(sentence: CountSentence, at: int) -> bool:
    """20 people a week; not "57 people a day after"."""
    unit = sentence.noun_at.get(at + 1)
    if sentence.low(at) not in sentence.words.per or unit is None or unit[1] != "days":
        return False
    after = at + 1 + unit[0]
    return after not in sentence.breaks and sentence.low(after) not in sentence.words.later


def _bracketed(sentence: CountSentence, index: int) -> Governed | None:
    """57 (killed), 120 (wounded): the word of harm alone in brackets after its number."""
    end = sentence.phrases[index].number.phrase_last
    predicate = sentence.at_token.get(end + 1)
    if sentence.low(end) != "(" or predicate is None or sentence.low(predicate.last) != ")":
        return None
    return Governed(predicate.sense.kind, predicate) if predicate.first == end + 1 else None


def _by_noun(sentence: CountSentence, index: int) -> Governed | None:
    """57 deaths, 30 hostages; but hostages who were killed are dead."""
    phrase = sentence.phrases[index]
    if phrase.noun not in HARM or phrase.noun is None or phrase.whole or phrase.partitive is not None:
        return None
    left, gap = leftward(sentence, index)
    if left is not None and left.sense.kind == "survivors" and gap <= 1:
        return Governed("survivors", left)  # "saving 20 million lives"
    if phrase.noun in ("killed", "casualties"):
        return Governed(phrase.noun)
    beside = left is not None and gap == 0 and not left.nominal
    later = left if beside else rightward(sentence, index, crossing=False)
    if later is not None and later.sense.kind in HARM | {"survivors", "harmed"}:
        return Governed(later.sense.kind, later)
    return Governed(phrase.noun)


def _by_adjective(sentence: CountSentence, index: int) -> Governed | None:
    """12 wounded soldiers; who died."""
    phrase = sentence.phrases[index]
    if phrase.noun in ("thing", "animal"):
        return Governed(phrase.noun)  # "12,000 infected processes"
    if phrase.adjective is None or (phrase.noun not in PEOPLE and phrase.noun not in HARM):
        return None
    later = rightward(sentence, index, crossing=False)
    if later is not None and phrase.adjective != "killed" and later.sense.kind == "killed":
        return Governed("killed", later)
    return Governed("killed" if phrase.noun == "killed" else phrase.adjective)


def _by_predicate(sentence: CountSentence, index: int) -> Governed | None:
    phrase = sentence.phrases[index]
    noun = phrase.noun
    if noun not in (None, "", "survivors") and noun not in PEOPLE and noun not in HARM:
        return None
    if noun == "killed" and phrase.partitive is not None:
        return Governed("killed")  # "165 of the bodies burnt beyond recognition"
    predicate = governor(sentence, index)
    if predicate is not None and counts_people(sentence, index, predicate):
        return Governed(predicate.sense.kind, predicate)
    return Governed(noun) if noun in HARM and noun is not None and phrase.partitive is not None else None


def _fallback(noun: str | None) -> str:
    table = {"person": "people", "combatant": "people", "attacker": "attackers", None: "other", "": "other"}
    return table.get(noun, noun or "other")


def _by_whole(sentence: CountSentence, index: int) -> Governed | None:
    """The group that another number is a part of: its own kind only from the word beside it ("of the 57 dead")."""
    phrase = sentence.phrases[index]
    if not phrase.whole:
        return None
    part = sentence.phrases[index - 1] if index else None
    if (
        part is not None
        and part.partitive
        and sentence.low(part.number.phrase_first - 1) in sentence.words.leaving_verbs
        and phrase.noun
    ):
        return Governed(
            "people" if phrase.noun in PEOPLE else _fallback(phrase.noun)
        )  # "left 23 of its 40 guests dead"
    named = phrase.noun if phrase.noun in HARM else phrase.adjective
    if named is not None:
        return Governed(named)
    if sentence.low(phrase.end) in sentence.words.relatives:  # "some of the 17 people who were killed on Friday"
        own = rightward(sentence, index, crossing=False)
        if own is not None and own.sense.kind in HARM:
            return Governed(own.sense.kind, own)
    beside = sentence.at_token.get(phrase.end)
    if (
        beside is not None
        and beside.side is PredicateSide.LEFT
        and beside.sense.role in (PredicateRole.ADJECTIVE, PredicateRole.PARTICIPLE)
    ):
        return Governed(beside.sense.kind, beside)
    return Governed("people" if phrase.noun in PEOPLE else _fallback(phrase.noun))


def _by_parted(sentence: CountSentence, index: int) -> Governed | None:
    """The 40 of "carried 40 people, 12 of whom died": what comes after befell the part, not the group."""
    phrase = sentence.phrases[index]
    part = sentence.phrases[index + 1] if index + 1 < len(sentence.phrases) else None
    if part is None or part.number.phrase_first - phrase.end > _COMMA:
        return None
    after = part.number.phrase_last
    words = sentence.words
    if sentence.low(after) not in words.genitives or (
        sentence.low(after + 1) not in words.relatives | words.pronouns_of_whole
    ):
        return None
    own = any(at in sentence.at_token for at in (after + 2, after + 3))  # "12 of whom died", "of them badly burned"
    left, _ = leftward(sentence, index)
    if not own or (left is not None and left.sense.kind in HARM):
        return None
    return Governed("people" if phrase.noun in PEOPLE else _fallback(phrase.noun))
