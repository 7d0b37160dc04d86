"""Which word makes a number a count of the killed, of buses, of years: the nearest that governs it."""

from __future__ import annotations

from collections.abc import Callable

from extractor.values.counting.asides import aside
from extractor.values.counting.governed import Governed
from extractor.values.counting.lexicon import Role
from extractor.values.counting.sentence import HARM, PEOPLE, Phrase, Predicate, Sentence, Side
from extractor.values.counting.tolls import by_toll

_GAP = 16  # words between a number and the predicate that counts it
_AFTER_AUXILIARY = 6
_DESCRIBED = 5  # words of what somebody was
_OWN_RUN = 5  # words after "of their" in which another number makes it no loss of people
_LEFT = frozenset({"left", "leaves", "leaving", "leave"})
_FIRST_YEAR, _LAST_YEAR = 1500, 2099
_COMMA = 1  # tokens between a group and its part
_THEM = frozenset({"them", "which"})
_FALLEN = frozenset(
    {"", ".", ",", ";", "in", "at", "on", "and", "during", "near", "for", "yesterday", "today", "before"}
)


_Step = Callable[[Sentence, int], Governed | None]


def kind_of(sentence: Sentence, index: int, *, harmless: bool = False) -> Governed:
    """What the number of `sentence.phrases[index]` counts: the first of the steps that knows.

    In a `harmless` sentence only the steps are tried that need no word of harm.
    """
    of_harm: tuple[_Step, ...] = (_bracketed, by_toll, _by_noun, _by_adjective, _by_whole, _by_parted, _by_predicate)
    always: tuple[_Step, ...] = (_flagged, _year, aside)
    for step in always + (() if harmless else of_harm):
        if (found := step(sentence, index)) is not None:
            return found
    return Governed(_fallback(sentence.phrases[index].noun))


def _flagged(sentence: Sentence, index: int) -> Governed | None:
    phrase = sentence.phrases[index]
    flags = phrase.number.flags
    if "article" not in flags and _recurring(sentence, phrase.end):
        return Governed("rate")
    if sentence.words.exceptions.ending(sentence.tokens, phrase.number.phrase_first) is not None:
        return Governed("survivors")  # "all but two were killed"
    return next((Governed(flag) for flag in ("rate", "percent", "ordinal") if flag in flags), None)


def _year(sentence: Sentence, index: int) -> Governed | None:
    """The 1930 of "1930 starben in Maybach 99 Bergleute": a bare year opens the sentence, people are counted later."""
    phrase = sentence.phrases[index]
    number = phrase.number
    bare = phrase.noun is None and number.phrase_first == 0 and number.phrase_last == 1
    if not bare or number.value is None or not _FIRST_YEAR <= number.value <= _LAST_YEAR:
        return None
    counted = any(other.noun in PEOPLE | HARM for other in sentence.phrases[index + 1 :])
    return Governed("date") if counted else None


def _recurring(sentence: Sentence, at: int) -> bool:
    """20 people a week; not "57 people a day after"."""
    unit = sentence.noun_at.get(at + 1)
    if sentence.low(at) not in sentence.words.per or unit is None or unit[1] != "days":
        return False
    after = at + 1 + unit[0]
    return after not in sentence.breaks and sentence.low(after) not in sentence.words.later


def _bracketed(sentence: Sentence, index: int) -> Governed | None:
    """57 (killed), 120 (wounded): the word of harm alone in brackets after its number."""
    end = sentence.phrases[index].number.phrase_last
    predicate = sentence.at_token.get(end + 1)
    if sentence.low(end) != "(" or predicate is None or sentence.low(predicate.last) != ")":
        return None
    return Governed(predicate.sense.kind, predicate) if predicate.first == end + 1 else None


def _by_noun(sentence: Sentence, index: int) -> Governed | None:
    """57 deaths, 30 hostages; but hostages who were killed are dead."""
    phrase = sentence.phrases[index]
    if phrase.noun not in HARM or phrase.noun is None or phrase.whole or phrase.partitive is not None:
        return None
    left, gap = _leftward(sentence, index)
    if left is not None and left.sense.kind == "survivors" and gap <= 1:
        return Governed("survivors", left)  # "saving 20 million lives"
    if phrase.noun in ("killed", "casualties"):
        return Governed(phrase.noun)
    beside = left is not None and gap == 0 and not left.nominal
    later = left if beside else _rightward(sentence, index, crossing=False)
    if later is not None and later.sense.kind in HARM | {"survivors", "harmed"}:
        return Governed(later.sense.kind, later)
    return Governed(phrase.noun)


def _by_adjective(sentence: Sentence, index: int) -> Governed | None:
    """12 wounded soldiers; who died."""
    phrase = sentence.phrases[index]
    if phrase.noun in ("thing", "animal"):
        return Governed(phrase.noun)  # "12,000 infected processes"
    if phrase.adjective is None or (phrase.noun not in PEOPLE and phrase.noun not in HARM):
        return None
    later = _rightward(sentence, index, crossing=False)
    if later is not None and phrase.adjective != "killed" and later.sense.kind == "killed":
        return Governed("killed", later)
    return Governed("killed" if phrase.noun == "killed" else phrase.adjective)


def _by_predicate(sentence: Sentence, index: int) -> Governed | None:
    phrase = sentence.phrases[index]
    noun = phrase.noun
    if noun not in (None, "", "survivors") and noun not in PEOPLE and noun not in HARM:
        return None
    if noun == "killed" and phrase.partitive is not None:
        return Governed("killed")  # "165 of the bodies burnt beyond recognition"
    predicate = _governor(sentence, index)
    if predicate is not None:
        return Governed(predicate.sense.kind, predicate)
    return Governed(noun) if noun in HARM and noun is not None and phrase.partitive is not None else None


def _fallback(noun: str | None) -> str:
    table = {"person": "people", "combatant": "people", "attacker": "attackers", None: "other", "": "other"}
    return table.get(noun, noun or "other")


def _by_whole(sentence: Sentence, index: int) -> Governed | None:
    """The group that another number is a part of: its own kind only from the word beside it ("of the 57 dead")."""
    phrase = sentence.phrases[index]
    if not phrase.whole:
        return None
    part = sentence.phrases[index - 1] if index else None
    if part is not None and part.partitive and sentence.low(part.number.phrase_first - 1) in _LEFT and phrase.noun:
        return Governed(
            "people" if phrase.noun in PEOPLE else _fallback(phrase.noun)
        )  # "left 23 of its 40 guests dead"
    if phrase.noun in HARM:
        return Governed(phrase.noun)
    if phrase.adjective is not None:
        return Governed(phrase.adjective)
    beside = sentence.at_token.get(phrase.end)
    if beside is not None and beside.side is Side.LEFT and beside.sense.role in (Role.ADJECTIVE, Role.PARTICIPLE):
        return Governed(beside.sense.kind, beside)
    return Governed("people" if phrase.noun in PEOPLE else _fallback(phrase.noun))


def _by_parted(sentence: Sentence, index: int) -> Governed | None:
    """The 40 of "carried 40 people, 12 of whom died": what comes after befell the part, not the group."""
    phrase = sentence.phrases[index]
    part = sentence.phrases[index + 1] if index + 1 < len(sentence.phrases) else None
    if part is None or part.number.phrase_first - phrase.end > _COMMA:
        return None
    after = part.number.phrase_last
    if sentence.low(after) != "of" or sentence.low(after + 1) not in sentence.words.relatives | _THEM:
        return None
    own = any(at in sentence.at_token for at in (after + 2, after + 3))  # "12 of whom died", "of them badly burned"
    left, _ = _leftward(sentence, index)
    if not own or (left is not None and left.sense.kind in HARM):
        return None
    return Governed("people" if phrase.noun in PEOPLE else _fallback(phrase.noun))


# -- predicates on either side


def _governor(sentence: Sentence, index: int) -> Predicate | None:
    left, left_gap = _leftward(sentence, index)
    right = _rightward(sentence, index)
    if left is None or right is None:
        return left or right
    if left.sense.kind == "casualties" and right.first == sentence.phrases[index].end and right.sense.kind in HARM:
        return right  # "shot three guards dead"
    if left_gap == 0 and left.sense.role is not Role.NOMINAL:
        return left
    right_gap = right.first - sentence.phrases[index].end
    return (
        left if left_gap <= right_gap and left.sense.role is not Role.NOMINAL and left.side is not Side.LEFT else right
    )


def _leftward(sentence: Sentence, index: int) -> tuple[Predicate | None, int]:
    """The predicate to the left that has this number among its objects, and the words between them."""
    phrase = sentence.phrases[index]
    words = sentence.words
    start = phrase.number.phrase_first
    if sentence.low(start - 1) in words.prepositions and start - 1 not in sentence.at_token:
        return None, 0
    if phrase.noun is not None and sentence.low(phrase.end) in words.speech:
        return None, 0  # "killed three, two officials said"
    gap = 0
    for at in range(start - 1, max(-1, start - 1 - _GAP), -1):
        predicate = sentence.at_token.get(at)
        if predicate is not None:
            return (predicate, gap) if _takes(sentence, predicate, phrase, at) else (None, gap)
        low = sentence.low(at)
        if (
            at in sentence.breaks
            or (low in words.auxiliaries and not _inverted(sentence, at, start))
            or low in words.relatives
        ):
            return None, gap
        if _new_verb(sentence, at):
            return None, gap
        gap += (low not in words.determiners and at not in sentence.number_at) + 2 * (low in words.conjunctions)
    return None, gap


def _new_verb(sentence: Sentence, at: int) -> bool:
    """Killed four men and recovered three rifles: an unknown verb takes over after a conjunction."""
    token = sentence.tokens[at]
    verb = token.low.endswith(sentence.words.past_endings or ("\0",)) and not token.capital
    return verb and sentence.low(at - 1) in sentence.words.conjunctions


def _inverted(sentence: Sentence, at: int, start: int) -> bool:
    """Killed were 12 passengers; also killed were a nurse and two guards; among the dead were three nurses."""
    predicate = sentence.at_token.get(at - 1)
    if predicate is None or sentence.low(at) not in sentence.words.passives:
        return False
    return start - at <= 2 or predicate.first <= 1  # noqa: PLR2004


def _takes(sentence: Sentence, predicate: Predicate, phrase: Phrase, at: int) -> bool:
    if predicate.side not in (Side.RIGHT, Side.BOTH):
        return _inverted(sentence, at + 1, phrase.number.phrase_first)
    if predicate.sense.strict and phrase.noun not in PEOPLE and not _of_own(sentence, phrase):
        return False
    if predicate.nominal:
        of = sentence.low(predicate.last) == "of"
        return of and (phrase.noun is None or phrase.noun == "" or phrase.noun in PEOPLE)
    return True


def _of_own(sentence: Sentence, phrase: Phrase) -> bool:
    """Losing 22 of their number; not "lost four of their last six"."""
    at = phrase.partitive
    return at is not None and not any(k in sentence.number_at for k in range(at, at + _OWN_RUN))


def _rightward(sentence: Sentence, index: int, *, crossing: bool = True) -> Predicate | None:
    """The predicate to the right whose subject this number is, beyond other numbers of a list if `crossing`."""
    phrase = sentence.phrases[index]
    words, at = sentence.words, phrase.end
    led = sentence.low(phrase.number.phrase_first - 1) in words.prepositions
    linked = _linked(sentence, at)
    auxiliary: int | None = None
    crossed = False
    for cursor in range(at, min(at + _GAP, len(sentence.tokens))):
        predicate = sentence.at_token.get(cursor)
        if predicate is not None and not predicate.nominal:
            fits = predicate.side is not Side.RIGHT and predicate.first == cursor
            new = predicate.sense.role is Role.EITHER and sentence.low(cursor - 1) in words.conjunctions
            fits = fits and not (new and sentence.low(cursor - 1) != "," and not crossed)  # "... und verletzte elf"
            fits = fits and not _of_another(sentence, predicate, at, crossed=crossed)
            fits = fits and (not predicate.sense.strict or _fallen(sentence, phrase, predicate))
            return _outcome(sentence, predicate, at) if fits and (linked or not crossed) else None
        low = sentence.low(cursor)
        if sentence.number_at.get(cursor, index) != index and "ordinal" not in _flags_at(sentence, cursor):
            crossed = True
            other = sentence.readings[sentence.number_at[cursor]]
            if not (linked and crossing) or "zero_word" in other.flags:
                return None
        astray = led and (low in words.auxiliaries or not _chained(sentence, cursor))
        if low in words.relatives and sentence.low(cursor - 1) == "," and cursor - at > 1:
            return _main_verb(sentence, phrase.end, cursor)
        if low not in words.relatives and (cursor in sentence.breaks or (astray and cursor == at)):
            return None
        if low in words.auxiliaries:
            auxiliary = cursor
        elif auxiliary is not None and not crossed and _strays(sentence, cursor, auxiliary):
            comma = _described(sentence, cursor)
            return None if comma is None else _main_verb(sentence, cursor, comma + 1)
    return None


def _described(sentence: Sentence, at: int) -> int | None:
    """The comma after "were farmers, who": what somebody was, before a relative clause; `None` without one."""
    for comma in range(at, at + _DESCRIBED):
        if sentence.low(comma) == ",":
            return comma if sentence.low(comma + 1) in sentence.words.relatives else None
    return None


def _main_verb(sentence: Sentence, end: int, relative: int) -> Predicate | None:
    """Two men thought to be traders, who were trapped there, also died: the verb after the clause between commas.

    `None` where a verb stands before the clause ("300 attended the funeral of the poet, who died") or none comes after.
    """
    words = sentence.words
    apart = any(
        at in sentence.number_at or (sentence.low(at) in words.prepositions and not _chained(sentence, at))
        for at in range(end, relative)
    )
    if apart:
        return None
    comma = next((at for at in range(relative, len(sentence.tokens)) if sentence.low(at) == ","), len(sentence.tokens))
    if comma - relative > _GAP:
        return None
    for at in range(comma + 1, min(comma + 1 + _AFTER_AUXILIARY, len(sentence.tokens))):
        predicate = sentence.at_token.get(at)
        if predicate is not None:
            return predicate if predicate.side is not Side.RIGHT and not predicate.nominal else None
        if not _chained(sentence, at):
            return None
    return None


def _of_another(sentence: Sentence, predicate: Predicate, start: int, *, crossed: bool) -> bool:
    """49 victims, 53 wounded, gunman dead: an adjective right after another number or person is theirs."""
    before = predicate.first - 1
    if predicate.sense.role not in (Role.ADJECTIVE, Role.PARTICIPLE) or before < start:
        return False
    if crossed and before in sentence.number_at:
        return not any(sentence.low(at) in sentence.words.aged for at in range(start, before))
    noun = sentence.words.singular.ending(sentence.tokens, predicate.first)
    return noun is not None and any(sentence.low(at) == "," for at in range(start, before))


def _fallen(sentence: Sentence, phrase: Phrase, predicate: Predicate) -> bool:
    """19,240 soldiers fell: only those who fight, and not from, into or ill."""
    fighters = phrase.noun == "combatant" or sentence.low(phrase.end - 1) == "men"
    return fighters and sentence.low(predicate.last) in _FALLEN


def _flags_at(sentence: Sentence, at: int) -> frozenset[str]:
    return sentence.readings[sentence.number_at[at]].flags


def _outcome(sentence: Sentence, predicate: Predicate, start: int) -> Predicate:
    """Five who were injured died; three who had fled to a school with others were killed: the main verb decides."""
    if predicate.sense.kind == "killed" or not any(
        sentence.low(at) in sentence.words.relatives for at in range(start, predicate.first)
    ):
        return predicate
    for at in range(predicate.last, min(predicate.last + _AFTER_AUXILIARY, len(sentence.tokens))):
        later = sentence.at_token.get(at)
        if later is not None:
            return later if later.sense.kind == "killed" and later.sense.role is Role.SUBJECT else predicate
        if not _chained(sentence, at):
            break
    return _passive_after(sentence, predicate) or predicate


def _passive_after(sentence: Sentence, predicate: Predicate) -> Predicate | None:
    """The passive of killing that follows a relative clause without a comma or another clause between."""
    words = sentence.words
    for at in range(predicate.last, min(predicate.last + _GAP, len(sentence.tokens))):
        if at in sentence.breaks or sentence.low(at) in words.conjunctions or sentence.low(at) in words.relatives:
            return None
        later = sentence.at_token.get(at)
        if later is not None:
            passive = sentence.low(later.first - 1) in words.passives and later.sense.kind == "killed"
            return later if passive else None
    return None


def _strays(sentence: Sentence, at: int, auxiliary: int) -> bool:
    """Whether the words after an auxiliary no longer lead to its participle: "were on board when"."""
    return at - auxiliary > _AFTER_AUXILIARY or not _chained(sentence, at)


def _chained(sentence: Sentence, at: int) -> bool:
    low = sentence.low(at)
    words = sentence.words
    return (
        low in words.chain
        or sentence.on_day(at)
        or low.endswith("ly")
        or low in words.auxiliaries
        or low == ","
        or low in words.negators
    )


def _linked(sentence: Sentence, at: int) -> bool:
    """Whether a noun phrase goes on with a list or a modifier, so that a later verb may still be its own."""
    low, words = sentence.low(at), sentence.words
    kin = low == "of" and at + 1 in sentence.number_at  # three children of one family
    kin = (
        kin or low in words.aged or (low.endswith("ing") and sentence.words.code == "en")
    )  # 116 persons belonging to one village
    return (
        kin
        or low in words.conjunctions
        or low in words.prepositions
        or words.parts.starting(sentence.tokens, at) is not None
    )
