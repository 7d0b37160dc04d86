"""Which word makes a number a count of the killed, of buses, of years: the nearest that governs it."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.records import Bound
from extractor.values.counting.lexicon import Role
from extractor.values.counting.sentence import HARM, PEOPLE, Phrase, Predicate, Sentence, Side
from extractor.values.numbers.tokens import Shape

_GAP = 16  # words between a number and the predicate that counts it
_AFTER_AUXILIARY = 6
_TOLL_GAP = 14
_QUOTES = frozenset('"“„«')
_FALLEN = frozenset({"", ".", ",", ";", "in", "at", "on", "and", "during", "near", "for", "yesterday", "today", "before"})
_FAR_TOLL = 30
_COUNTER_GAP = 6  # words between "number of" and its word of harm
_OLDEST, _NEWEST = 1500, 2100  # years
_OLDEST_PERSON = 120
_MINOR = 21


@dataclass(frozen=True, slots=True)
class Governed:
    """What a number counts and the predicate that says so (`None` for a noun's own kind)."""

    kind: str
    predicate: Predicate | None = None
    toll: bool = False
    superseded: bool = False


def kind_of(sentence: Sentence, index: int, *, harmless: bool = False) -> Governed:
    """What the number of `sentence.phrases[index]` counts: the first of the steps that knows.

    In a `harmless` sentence only the steps are tried that need no word of harm.
    """
    for step in (_flagged, _aside) if harmless else (_flagged, _aside, _bracketed, _toll, _by_noun, _by_adjective, _by_whole, _by_predicate):
        if (found := step(sentence, index)) is not None:
            return found
    return Governed(_fallback(sentence.phrases[index].noun))


def _flagged(sentence: Sentence, index: int) -> Governed | None:
    phrase = sentence.phrases[index]
    flags = phrase.number.flags
    if "article" not in flags and _recurring(sentence, phrase.end):
        return Governed("rate")
    return next((Governed(flag) for flag in ("rate", "percent", "ordinal") if flag in flags), None)


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
    if phrase.noun in ("killed", "casualties"):
        return Governed(phrase.noun)
    left, gap = _leftward(sentence, index)
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
    if noun not in (None, "", "household", "survivors") and noun not in PEOPLE and noun not in HARM:
        return None
    if noun == "killed" and phrase.partitive is not None:
        return Governed("killed")  # "165 of the bodies burnt beyond recognition"
    predicate = _governor(sentence, index)
    if predicate is not None and (noun != "household" or predicate.sense.kind in ("displaced", "missing")):
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
    if phrase.noun in HARM:
        return Governed(phrase.noun)
    if phrase.adjective is not None:
        return Governed(phrase.adjective)
    beside = sentence.at_token.get(phrase.end)
    if beside is not None and beside.side is Side.LEFT and beside.sense.role in (Role.ADJECTIVE, Role.PARTICIPLE):
        return Governed(beside.sense.kind, beside)
    return Governed("people" if phrase.noun in PEOPLE else _fallback(phrase.noun))


# -- numbers that count nothing of ours


_MEASURED = frozenset({"distance", "money", "vehicle", "building", "animal", "votes", "thing"})


def _aside(sentence: Sentence, index: int) -> Governed | None:
    """A number that counts no people: money, an age, a date, a flight, a clock, a measure, things."""
    phrase = sentence.phrases[index]
    number = phrase.number
    if phrase.noun == "days" and "pair" not in number.flags:
        return Governed("days")
    if number.flags & {"article", "zero_word"}:
        return None
    for kind, test in (
        ("money", _money),
        ("age", _age),
        ("date", _date),
        ("identifier", _identifier),
        ("time", _clock),
    ):
        if test(sentence, phrase):
            return Governed(kind)
    if "decimal" in number.flags or (number.value is None and number.bound is not Bound.VAGUE):
        return Governed("other")
    return Governed(phrase.noun) if phrase.noun is not None and phrase.noun in _MEASURED else None


def _money(sentence: Sentence, phrase: Phrase) -> bool:
    number = phrase.number
    around = {sentence.low(at) for at in (number.first - 1, number.last, number.phrase_first - 1)}
    return not around.isdisjoint(sentence.words.currencies)


def _digits(sentence: Sentence, phrase: Phrase) -> bool:
    return sentence.tokens[phrase.number.first].shape is Shape.NUMBER


def _age(sentence: Sentence, phrase: Phrase) -> bool:
    number, words = phrase.number, sentence.words
    if number.value is None or number.value > _OLDEST_PERSON:
        return False
    leads = (sentence.low(number.first - 1), sentence.low(number.phrase_first - 1))
    if _parent(sentence, number.first - 1) or _pair_of_ages(sentence, phrase):
        return True
    if words.ages.starting(sentence.tokens, number.last) is not None or not words.aged.isdisjoint(leads):
        return True
    if sentence.low(number.first - 1) == "and" and sentence.low(number.first - 3) in words.aged:
        return True
    before = number.first - 2
    enclosed = sentence.low(number.first - 1) == "," and sentence.low(number.last) in (",", ".", "and", ")", ";")
    named = before >= 0 and sentence.tokens[before].capital and sentence.tokens[before].shape is Shape.WORD
    named = named or words.singular.ending(sentence.tokens, number.first - 1) is not None  # "the driver, 34,"
    named = named or (
        sentence.low(before - 1) in words.determiners and sentence.noun_at.get(before, (0, ""))[1] in PEOPLE
    )  # "the twins, 9,"
    bare = phrase.noun is None and sentence.low(number.last) in (",", ".", ")")
    limited = number.bound in (Bound.FEWER_THAN, Bound.MORE_THAN)
    if limited and bare and sentence.low(number.phrase_first - 1) in words.passives:
        return True  # "were under 10"
    person = sentence.noun_at.get(number.phrase_first - 1, (0, ""))[1] in PEOPLE
    if number.bound is Bound.FEWER_THAN and phrase.noun is None and person and number.value <= _MINOR:
        return True  # "children under five"
    bracketed = sentence.low(number.first - 1) == "(" and sentence.low(number.last) == ")"
    return number.phrase_first == number.first and (
        (enclosed and named and sentence.low(before) not in words.months) or bracketed
    )


def _parent(sentence: Sentence, of: int) -> bool:
    """A mother of three, a father-of-two: not counted among the victims."""
    at = of - 1
    if sentence.low(of) == "-":
        of, at = of - 1, of - 2
    while sentence.low(at) == "-":
        at -= 1
    return sentence.low(of) == "of" and sentence.low(at) in sentence.words.parents


def _pair_of_ages(sentence: Sentence, phrase: Phrase) -> bool:
    """Her passengers, 12 and 14, ...: two bare numbers between commas after people."""
    number = phrase.number
    if phrase.noun is not None or number.bound is not Bound.EXACT:
        return False
    after, before = number.last, number.first
    if sentence.low(after) == "and" and after + 1 in sentence.number_at and sentence.low(after + 2) in (",", "."):
        opener = before - 1
    elif sentence.low(before - 1) == "and" and before - 2 in sentence.number_at and sentence.low(after) in (",", "."):
        opener = before - 3
    else:
        return False
    people = sentence.words.nouns.ending(sentence.tokens, opener)
    named = opener > 0 and sentence.tokens[opener - 1].capital
    return sentence.low(opener) == "," and (named or (people is not None and people[1] in PEOPLE))


def _date(sentence: Sentence, phrase: Phrase) -> bool:
    number, words = phrase.number, sentence.words
    before, after = sentence.low(number.first - 1), sentence.low(number.last)
    value = number.value
    if value is None:
        return False
    if number.bound is Bound.BETWEEN and number.high is not None and phrase.noun is None:
        return _OLDEST <= value < number.high <= _NEWEST and _digits(sentence, phrase)
    month_size = value <= 31  # noqa: PLR2004 - the days of a month
    if after in words.months and month_size and sentence.tokens[number.last].capital:
        return True
    at = number.first - (2 if before == "." else 1)
    if sentence.low(at) in words.months and (month_size or _yearly(sentence, phrase)) and sentence.tokens[at].capital:
        return (before == "." or after not in words.auxiliaries) and phrase.noun is None
    if before == "," and _yearly(sentence, phrase) and phrase.noun is None:
        return True
    if not _yearly(sentence, phrase):
        return False
    cue = (
        words.years_after
        | {"(", "/", "-", "'"}
        | words.months
        | {"year", "early", "late", "mid", "spring", "summer", "the"}
    )
    named = phrase.noun in (None, "") or (before in words.determiners and phrase.noun not in PEOPLE | HARM)
    return before in cue and named and number.phrase_first == number.first


def _yearly(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a number is written as a year: four plain digits."""
    token = sentence.tokens[phrase.number.first]
    plain = phrase.number.last - phrase.number.first == 1 and token.low.isdigit() and len(token.low) == 4  # noqa: PLR2004
    return plain and _OLDEST <= int(token.low) <= _NEWEST


def _identifier(sentence: Sentence, phrase: Phrase) -> bool:
    number, words = phrase.number, sentence.words
    if not _digits(sentence, phrase):
        return False
    touching = number.first > 0 and sentence.tokens[number.first - 1].end == number.start
    before = sentence.low(number.first - 1)
    if before in words.labels:
        return True
    if touching and before in ("-", "/", ":", ".", "#", "+") and number.first >= 2:  # noqa: PLR2004 - something to join
        return sentence.tokens[number.first - 1].start == sentence.tokens[number.first - 2].end
    after = sentence.low(number.last)
    if after in ("/", ":") and number.last + 1 < len(sentence.tokens):
        follows = sentence.tokens[number.last + 1]
        if follows.shape is Shape.NUMBER and follows.start == sentence.tokens[number.last].end:
            return True
    return any(
        sentence.low(number.last + i) in words.streets and sentence.tokens[number.last + i].capital
        for i in (1, 2)
        if number.last + i < len(sentence.tokens) and sentence.tokens[number.last].capital
    )


def _clock(sentence: Sentence, phrase: Phrase) -> bool:
    if not _digits(sentence, phrase):
        return False
    after = sentence.low(phrase.number.last)
    if after in ("am", "pm", "gmt", "o", "hrs", "utc"):
        return True
    return (
        after in ("a", "p")
        and sentence.low(phrase.number.last + 1) == "."
        and sentence.low(phrase.number.last + 2) == "m"
    )


# -- tolls


def _toll(sentence: Sentence, index: int) -> Governed | None:
    """Death toll rises to 57, toll of 57, the dead numbered 57, the number of injured stood at 340."""
    phrase = sentence.phrases[index]
    number, words = phrase.number, sentence.words
    before = number.phrase_first
    if sentence.low(before - 1) in _QUOTES:
        before -= 1
    origin = sentence.low(before - 1) in words.origins
    link = words.links.ending(sentence.tokens, before)
    if (kind := _own_word(sentence, phrase)) is not None or (kind := _toll_after(sentence, phrase)) is not None:
        return Governed(kind, sentence.at_token.get(phrase.end), toll=True)
    if sentence.low(before - 1) == ":" and (labelled := _labelled(sentence, before - 2)) is not None:
        return Governed(labelled, toll=True)
    if link is None and sentence.low(before) in words.changers:
        link = (0, 0)  # "the toll passes 1,000": the hedge is the verb
    if (link is None and not origin) or phrase.noun in ("building", "vehicle", "animal"):
        return _compound_toll(sentence, phrase)
    at = before - (1 if origin else link[0] if link is not None else 1)
    of_link = sentence.low(before - 1) == "of"
    stop = max(-1, at - (1 if of_link else _TOLL_GAP))
    for cursor in range(at, stop, -1):
        if cursor < at and cursor in sentence.breaks and sentence.low(cursor - 1) != "toll" and sentence.low(cursor) != ":":
            break
        hit = words.tolls.ending(sentence.tokens, cursor) or _counted(sentence, cursor)
        hit = hit or _reckoned(sentence, cursor, at)
        if hit is None or (cursor < at and phrase.partitive is not None):
            continue
        verbs = [sentence.at_token[k].sense.kind for k in range(cursor, at) if k in sentence.at_token]
        comma = any(sentence.low(k) == "," for k in range(cursor, at))
        if any(kind != hit[1] for kind in verbs) or (comma and not origin and hit[0] == 1):
            break
        return Governed(hit[1], toll=True, superseded=origin)
    return _far_toll(sentence, at, superseded=origin) or _compound_toll(sentence, phrase)


def _own_word(sentence: Sentence, phrase: Phrase) -> str | None:
    """Casualties stood at 4 killed, 11 wounded: the word of harm right after a bare number is its own."""
    beside = sentence.at_token.get(phrase.end)
    if phrase.noun is not None or beside is None or beside.first != phrase.end or beside.nominal:
        return None
    own = beside.sense.role in (Role.ADJECTIVE, Role.PARTICIPLE) and beside.side is Side.LEFT
    return beside.sense.kind if own and beside.sense.kind in HARM else None


def _toll_after(sentence: Sentence, phrase: Phrase) -> str | None:
    """The death brings to three the number of fatalities: the toll stands after its figure."""
    words, start = sentence.words, phrase.number.phrase_first
    raised = sentence.low(start - 1) == "to" and words.totals.ending(sentence.tokens, start - 1) is not None
    if not raised:
        return None
    for at in (phrase.number.phrase_last, phrase.number.phrase_last + 1):
        hit = words.tolls.starting(sentence.tokens, at)
        if hit is not None:
            return hit[1]
    return None


def _far_toll(sentence: Sentence, link: int, *, superseded: bool) -> Governed | None:
    """The death toll from the quake that struck Izmit before dawn rose to 7,014: a toll, what it is of, its verb."""
    words = sentence.words
    if sentence.low(link - 1) not in words.changers and sentence.low(link) not in words.changers:
        return None
    for cursor in range(link - 1, max(0, link - _FAR_TOLL), -1):
        if sentence.low(cursor) in words.splitters or cursor in sentence.number_at:
            return None
        hit = words.tolls.ending(sentence.tokens, cursor)
        if hit is not None:
            of = sentence.low(cursor) in words.prepositions or sentence.low(cursor) == "of"
            return Governed(hit[1], toll=True, superseded=superseded) if of else None
    return None


def _reckoned(sentence: Sentence, cursor: int, link: int) -> tuple[int, str] | None:
    """Headquarters put enemy dead at 4,959: a verb of reckoning before a noun of harm that ends at the link."""
    noun = sentence.noun_at.get(cursor - 1)
    if cursor != link or noun is None or noun[1] not in HARM or sentence.low(link) != "at":
        return None
    before = {sentence.low(at) for at in range(cursor - 1 - _COUNTER_GAP, cursor - 1)}
    return (1, noun[1]) if before & sentence.words.reckoners else None


def _counted(sentence: Sentence, cursor: int) -> tuple[int, str] | None:
    """The number of journalists killed: a counter, a few words, and a word of harm that ends before a token."""
    predicate = sentence.at_token.get(cursor - 1)
    if predicate is None or predicate.last != cursor or predicate.sense.kind not in HARM:
        return None
    for at in range(predicate.first, max(0, predicate.first - _COUNTER_GAP), -1):
        if sentence.words.counters.ending(sentence.tokens, at) is not None:
            return cursor - at, predicate.sense.kind
    return None


def _labelled(sentence: Sentence, at: int) -> str | None:
    """Injured: 40. The word of harm before a colon, when nothing stands before it in its clause."""
    noun, predicate = sentence.noun_at.get(at), sentence.at_token.get(at)
    first = predicate.first if predicate is not None else at
    if first > 0 and sentence.tokens[first - 1].shape is Shape.WORD:
        return None
    kind = predicate.sense.kind if predicate is not None else noun[1] if noun is not None else None
    return kind if kind in HARM else None


def _compound_toll(sentence: Sentence, phrase: Phrase) -> Governed | None:
    """57-death toll."""
    number = phrase.number
    if sentence.low(number.last) != "-" or phrase.number.phrase_last != number.last:
        return None
    return Governed("killed", toll=True) if sentence.low(number.last + 1) in sentence.words.compounds else None


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
    if predicate.sense.strict and phrase.noun not in PEOPLE and phrase.partitive is None:
        return False
    if predicate.nominal:
        of = sentence.low(predicate.last) == "of"
        return of and (phrase.noun is None or phrase.noun == "" or phrase.noun in PEOPLE)
    return True


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
            fits = fits and (not predicate.sense.strict or _fallen(sentence, phrase, predicate))
            return _outcome(sentence, predicate, at) if fits and (linked or not crossed) else None
        low = sentence.low(cursor)
        if sentence.number_at.get(cursor, index) != index and "ordinal" not in _flags_at(sentence, cursor):
            crossed = True
            other = sentence.readings[sentence.number_at[cursor]]
            if not (linked and crossing) or "zero_word" in other.flags:
                return None
        astray = led and (low in words.auxiliaries or not _chained(sentence, cursor))
        if low not in words.relatives and (cursor in sentence.breaks or (astray and cursor == at)):
            return None
        if low in words.auxiliaries:
            auxiliary = cursor
        elif auxiliary is not None and not crossed and _strays(sentence, cursor, auxiliary):
            return None
    return None


def _fallen(sentence: Sentence, phrase: Phrase, predicate: Predicate) -> bool:
    """19,240 soldiers fell: only those who fight, and not from, into or ill."""
    fighters = phrase.noun == "combatant" or sentence.low(phrase.end - 1) == "men"
    return fighters and sentence.low(predicate.last) in _FALLEN


def _flags_at(sentence: Sentence, at: int) -> frozenset[str]:
    return sentence.readings[sentence.number_at[at]].flags


def _outcome(sentence: Sentence, predicate: Predicate, start: int) -> Predicate:
    """Five who were injured died: the main verb that follows a relative clause says what became of them."""
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
    return predicate


def _strays(sentence: Sentence, at: int, auxiliary: int) -> bool:
    """Whether the words after an auxiliary no longer lead to its participle: "were on board when"."""
    return at - auxiliary > _AFTER_AUXILIARY or not _chained(sentence, at)


def _chained(sentence: Sentence, at: int) -> bool:
    low = sentence.low(at)
    words = sentence.words
    return low in words.chain or low.endswith("ly") or low in words.auxiliaries or low == "," or low in words.negators


def _linked(sentence: Sentence, at: int) -> bool:
    """Whether a noun phrase goes on with a list or a modifier, so that a later verb may still be its own."""
    low, words = sentence.low(at), sentence.words
    kin = low == "of" and at + 1 in sentence.number_at  # three children of one family
    kin = kin or low in words.aged or (low.endswith("ing") and sentence.words.code == "en")  # 116 persons belonging to one village
    return (
        kin or low in words.conjunctions or low in words.prepositions or words.parts.starting(sentence.tokens, at) is not None
    )
