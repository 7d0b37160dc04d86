"""A sentence with its words marked: numbers, noun phrases, predicates and which side each predicate counts."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum

from extractor.numbers.lexicon import NumberWords
from extractor.numbers.reader import NumberReader
from extractor.numbers.reading import NumberReading
from extractor.numbers.tokens import Phrases, Shape, Token, tokenise
from extractor.records import Bound
from extractor.segments import Segment, TextView
from extractor.values.count.lexicon import CountWords, Role, Sense

_IMPLICIT_RUN = 8  # words from an article to its noun
_NOUGHT_RUN = 5  # words from "no" to its noun
_WHOLE_RUN = 5  # words of the whole after "of the"
_RUN = 8  # words of a noun phrase after its number
_OBJECT_WINDOW = 3
_SHORT = 4  # letters of a title: "Capt"
_SHOUT = 200  # letters by which a line in capitals is known
_HOSPITAL_VERB = 9  # words from "rushed" to its "to hospital"
_HOSPITAL_RUN = 7
_AUXILIARY_WINDOW = 5
PEOPLE = frozenset({"person", "combatant", "attacker"})
HARM = frozenset({"killed", "injured", "casualties", "missing", "displaced", "detained", "abducted"})
_DESCRIBING = frozenset({Role.ADJECTIVE, Role.PARTICIPLE})
_COUNTED = HARM | {"attacks", "attacker", "survivors"}


class Side(Enum):
    """Where the people stand that a predicate counts."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word of harm over tokens [first, last), its sense, and the side its people stand on."""

    first: int
    last: int
    sense: Sense
    side: Side
    nominal: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """A number with its noun: tokens [number.phrase_first, end).

    `noun` is the class of the head noun, "" when it is unknown, `None` when the number stands alone. `adjective` is
    the kind of an adjective inside ("12 wounded soldiers"). `whole` marks the group of which another number is a part
    ("of the 57 dead"), `whole_of` that other number's index.
    """

    number: NumberReading
    end: int
    noun: str | None
    adjective: str | None = None
    whole: bool = False
    partitive: int | None = None  # where the whole starts in "73 of the 158"

    def in_digits(self, sentence: Sentence) -> bool:
        """Whether the number is written in digits."""
        return sentence.tokens[self.number.first].shape is Shape.NUMBER


@dataclass
class _Run:
    """A noun phrase while it is read: the next token, what it has so far, and how many words."""

    at: int
    end: int = 0
    noun: str | None = None
    adjective: str | None = None
    seen: int = 0

    def __post_init__(self) -> None:
        self.end = self.at


@dataclass
class Sentence:
    """The marked words of `text[start:end]`."""

    text: str
    start: int
    end: int
    numbers: NumberWords
    words: CountWords
    year: int | None = None  # of publication
    tokens: list[Token] = field(default_factory=list)
    readings: list[NumberReading] = field(default_factory=list)
    predicates: list[Predicate] = field(default_factory=list)
    at_token: dict[int, Predicate] = field(default_factory=dict)
    number_at: dict[int, int] = field(default_factory=dict)
    noun_at: dict[int, tuple[int, str]] = field(default_factory=dict)
    breaks: frozenset[int] = frozenset()
    phrases: list[Phrase] = field(default_factory=list)
    cues: dict[int, frozenset[int]] = field(default_factory=dict)  # where the phrases of a table start, by its id

    @classmethod
    def of(cls, view: TextView, segment: Segment, numbers: NumberWords, words: CountWords) -> Sentence:
        """Mark the words of a stretch of a view's text."""
        year = view.published.year if view.published is not None else None
        made = cls(view.text, segment.start, segment.end, numbers, words, year)
        made.tokens = made._acronyms(tokenise(view.text, segment.start, segment.end))
        made._mark_nouns()
        made._mark_numbers()
        made._mark_breaks()
        made._mark_predicates()
        made.phrases = [made._phrase(index) for index in range(len(made.readings))]
        return made

    def low(self, at: int) -> str:
        """The folded token, "" outside the sentence."""
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def starts(self, table: Phrases[int]) -> frozenset[int]:
        """Where a phrase of a table starts, found once per sentence."""
        known = self.cues.get(id(table))
        if known is None:
            firsts = table.firsts
            known = frozenset(
                at
                for at, t in enumerate(self.tokens)
                if t.low in firsts and table.starting(self.tokens, at) is not None
            )
            self.cues[id(table)] = known
        return known

    @property
    def harmless(self) -> bool:
        """Whether no word of harm, of an attack or of a toll stands here, so that no number can count harm."""
        if self.predicates or any(kind in _COUNTED for _, kind in self.noun_at.values()):
            return False
        tolls = self.words.tolls
        return not any(t.low in tolls.firsts and tolls.starting(self.tokens, at) for at, t in enumerate(self.tokens))

    def in_decade(self, number: NumberReading) -> bool:
        """Whether digits are of a decade, by the letter that touches them: the 1950s, in his 70's."""
        at = number.last + (self.low(number.last) == "'")
        decade = self.low(at) in self.words.decades and self.tokens[number.first].shape is Shape.NUMBER
        return decade and all(self.tokens[k].start == self.tokens[k - 1].end for k in range(number.last, at + 1))

    # -- marking

    def _acronyms(self, tokens: list[Token]) -> list[Token]:
        """IS, US and WHO keep their capitals, so that no table takes them for is, us and who; not in a capital line."""
        if self.text[self.start : min(self.end, self.start + _SHOUT)].isupper():
            return tokens
        words = self.words
        small = words.auxiliaries | words.determiners | words.relatives
        return [
            replace(t, low=self.text[t.start : t.end])
            if t.capital and t.low in small and t.end - t.start > 1 and self.text[t.start : t.end].isupper()
            else t
            for t in tokens
        ]

    def _mark_nouns(self) -> None:
        firsts = self.words.nouns.firsts
        at = 0
        while at < len(self.tokens):
            hit = self.words.nouns.starting(self.tokens, at) if self.tokens[at].low in firsts else None
            if hit is None or (hit[1] == "idiom" and self._off_shore(at + hit[0])):
                at += 1
                continue
            if hit[1] == "animal" and self.tokens[at].low == "tigers" and self.tokens[at].capital:
                hit = (hit[0], "combatant")  # of Tamil Eelam
            self.noun_at[at] = hit
            at += hit[0]

    def _mark_numbers(self) -> None:
        self.readings = NumberReader(self.text, self.tokens, self.numbers).read()
        taken = {at for r in self.readings for at in range(r.phrase_first, r.phrase_last)}
        extra = [
            r for at in range(len(self.tokens)) if at not in taken and (r := self._implicit(at, taken)) is not None
        ]
        if extra:
            self.readings = sorted([*self.readings, *extra], key=lambda r: r.first)
        for index, reading in enumerate(self.readings):
            for at in range(reading.phrase_first, reading.phrase_last):
                self.number_at[at] = index

    def _implicit(self, at: int, taken: set[int]) -> NumberReading | None:
        """One, from an indefinite article before a person ("a young man"); nought, from "no" ("no casualties")."""
        low = self.tokens[at].low
        if low in self.words.none_words:
            return self._nought(at)
        if low not in self.words.articles:
            return None
        for ahead in range(at + 1, min(at + _IMPLICIT_RUN, len(self.tokens))):
            if self.low(ahead) in self.words.articles:
                return None  # "a quake killed a child": the noun of another article
            if ahead in taken and self.low(ahead + 1) == "-":
                continue  # "a 57-year-old woman"
            single = self.words.singular.starting(self.tokens, ahead)
            if single is not None and self.words.singular.starting(self.tokens, ahead + single[0]) is None:
                return self._made(at, ahead + single[0], 1, "article") if self._ends_noun(ahead + single[0]) else None
            if ahead in taken or self._ends_run(ahead):
                return None
        return None

    def _nought(self, at: int) -> NumberReading | None:
        for ahead in range(at + 1, min(at + _NOUGHT_RUN, len(self.tokens))):
            noun = self.noun_at.get(ahead)
            if noun is not None:
                return self._made(at, at + 1, 0, "zero_word") if noun[1] in HARM | PEOPLE else None
            if self._ends_run(ahead):
                return None
        return None

    def _ends_noun(self, at: int) -> bool:
        """Whether a noun phrase ends before a token: not "a police officer's house", "a child soldier camp"."""
        if at in self.noun_at:
            hit = self.words.predicates.starting(self.tokens, at)
            return self.noun_at[at][1] in HARM and hit is not None and hit[1].role in _DESCRIBING  # "left a boy dead"
        return self.low(at) not in ("'", "of", "s")

    def _ends_run(self, at: int) -> bool:
        token, words = self.tokens[at], self.words
        if token.shape is Shape.MARK:
            return token.low != "-"
        return token.low in words.prepositions or token.low in words.conjunctions or token.low in words.auxiliaries

    def _made(self, at: int, stop: int, value: int, flag: str) -> NumberReading:
        """A reading for a count that no number word states; an article's runs to its noun."""
        return NumberReading(
            start=self.tokens[at].start,
            end=self.tokens[stop - 1].end,
            phrase_start=self.tokens[at].start,
            phrase_end=self.tokens[stop - 1].end,
            value=value,
            bound=Bound.EXACT,
            flags=frozenset({flag, "words"}),
            first=at,
            last=stop,
            phrase_first=at,
            phrase_last=stop,
        )

    def _mark_breaks(self) -> None:
        found: set[int] = set()
        firsts = self.words.breakers.firsts
        for at in range(len(self.tokens)):
            if self.tokens[at].low not in firsts or at in self.number_at:
                continue
            hit = self.words.breakers.starting(self.tokens, at)
            after_auxiliary = self.low(at) == "since" and self.low(at - 1) in self.words.auxiliaries  # had since died
            if hit is not None and not after_auxiliary and not self._abbreviated(at):
                found.update(range(at, at + hit[0]))
        self.breaks = frozenset(found)

    def _abbreviated(self, at: int) -> bool:
        """Col. Diallo, the U.S. army: a stop that belongs to a short word with a capital, within a sentence."""
        if self.low(at) != "." or at == 0 or at + 1 >= len(self.tokens):
            return False
        before = self.tokens[at - 1]
        return before.capital and before.end == self.tokens[at].start and before.end - before.start <= _SHORT

    def _mark_predicates(self) -> None:
        firsts, ways = self.words.predicates.firsts, self.words.hospital_ways
        at = 0
        while at < len(self.tokens):
            hit = self.words.predicates.starting(self.tokens, at) if self.tokens[at].low in firsts else None
            if hit is None or at in self.number_at:
                at = self._mark_hospital(at) if self.tokens[at].low in ways else at + 1
                continue
            if hit[1].kind == "idiom" and self._off_shore(at + hit[0]):
                hit = self.words.predicates.starting(self.tokens[: at + hit[0] - 1], at) or hit
            last = at + hit[0]
            predicate = Predicate(at, last, hit[1], self._side(at, last, hit[1]), hit[1].role is Role.NOMINAL)
            self.predicates.append(predicate)
            for covered in range(at, last):
                self.at_token[covered] = predicate
            at = last

    def _off_shore(self, at: int) -> bool:
        """Whether a phrase ends in the preposition of a place at sea: "killed off Tobruk", "killed off the coast"."""
        if self.low(at - 1) not in self.words.offshore:
            return False
        article = self.low(at) in self.words.determiners
        named = at < len(self.tokens) and self.tokens[at].capital
        return named or (article and self.low(at + 1) in self.words.shores)

    def _mark_dwelling(self, at: int) -> Predicate | None:
        """Living in camps, housed temporarily in tents: a predicate of displacement that starts at its verb."""
        words = self.words
        verb = next((k for k in (at - 1, at - 2) if self.low(k) in words.dwelling_verbs), None)
        if verb is None or verb in self.at_token or (verb < at - 1 and not self.low(at - 1).endswith("ly")):
            return None
        for ahead in range(at + 1, min(at + _HOSPITAL_RUN, len(self.tokens))):
            if self.low(ahead) in words.dwellings:
                return Predicate(verb, ahead + 1, Sense("displaced", Role.ADJECTIVE), Side.LEFT)
            if self._ends_run(ahead) or ahead in self.number_at:
                break
        return None

    def _mark_hospital(self, at: int) -> int:
        """Taken to Kenyatta National Hospital, admitted at the clinic: a predicate of injury; the next token."""
        words = self.words
        if at in self.number_at:
            return at + 1
        dwelling = self._mark_dwelling(at)
        if dwelling is not None:
            self.predicates.append(dwelling)
            self.at_token.update(dict.fromkeys(range(dwelling.first, dwelling.last), dwelling))
            return dwelling.last
        before = range(max(0, at - _HOSPITAL_VERB), at) if self.low(at) == "to" else range(max(0, at - 1), at)
        if not any(self.low(k) in words.hospital_verbs for k in before):
            return at + 1
        for ahead in range(at + 1, min(at + _HOSPITAL_RUN, len(self.tokens))):
            if self.low(ahead) in words.hospitals:
                made = Predicate(at, ahead + 1, Sense("injured", Role.ADJECTIVE), Side.LEFT)
                self.predicates.append(made)
                self.at_token.update(dict.fromkeys(range(at, ahead + 1), made))
                return ahead + 1
            if self._ends_run(ahead) or ahead in self.number_at:
                break
        return at + 1

    def _side(self, first: int, last: int, sense: Sense) -> Side:
        fixed = {
            Role.OBJECT: Side.RIGHT,
            Role.SUBJECT: Side.LEFT,
            Role.ADJECTIVE: Side.LEFT,
            Role.EITHER: Side.BOTH,
            Role.NOMINAL: Side.RIGHT,
        }
        if sense.role is not Role.PARTICIPLE:
            return fixed[sense.role]
        if self._passive(first):
            return Side.BOTH if first == 0 and self.low(last) in self.words.auxiliaries else Side.LEFT
        opens = first == 0 or (first == 1 and self.low(0) in self.words.chain)
        if opens and self.low(last) in self.words.auxiliaries:
            return Side.RIGHT  # "Killed were 12 passengers", "Also killed were"
        before = self.number_at.get(first - 1)
        if before is not None and self._heads(self.readings[before], first):
            return Side.LEFT  # "12 killed"
        if self._counted_people(first):  # "left six people wounded -- two badly", "three attackers wounded the guards"
            low = self.low(last)
            return Side.RIGHT if last in self.number_at or low in self.words.determiners - {"those"} else Side.LEFT
        return Side.RIGHT if self._object_follows(last) else Side.LEFT

    def _counted_people(self, first: int) -> bool:
        """Whether a noun of people with a number ends right before a token."""
        noun = self.words.nouns.ending(self.tokens, first)
        if noun is None or noun[1] not in PEOPLE:
            return False
        return any(at in self.number_at for at in range(max(0, first - noun[0] - _OBJECT_WINDOW), first - noun[0]))

    def _heads(self, number: NumberReading, first: int) -> bool:
        """Whether a number right before a participle counts its people: "12 killed", not "the two killed"."""
        before = self.low(number.first - 1)
        dated = before in self.words.months and self.tokens[number.first - 1].capital
        if dated or (before == "," and number.first - 2 in self.number_at):
            return False  # "the crash on October 4 killed 43", "of May 4, 2009 killed two"
        aside = number.flags & {"article", "decimal", "ordinal"}
        return number.last == first and not aside and before != "the" and before not in self.words.labels

    def _passive(self, first: int) -> bool:
        """Whether a form of to be governs the participle: "were also reportedly killed", "were shot and killed"."""
        for at in range(first - 1, max(-1, first - 1 - _AUXILIARY_WINDOW), -1):
            low = self.low(at)
            if low in self.words.passives:
                return True
            linked = low in self.words.chain or low.endswith("ly") or self.on_day(at)
            if at in self.number_at or (not linked and at not in self.at_token):
                return False
        return False

    def on_day(self, at: int) -> bool:
        """Whether a token is of "on Sunday" or "yesterday", which may stand inside a verb: "were on Sunday killed"."""
        days = self.words.weekdays
        return self.low(at) in days or (self.low(at) == "on" and self.low(at + 1) in days)

    def _object_follows(self, last: int) -> bool:
        if self.low(last) == "," and self.low(last + 1) in ("by", "according"):
            return True  # "killed, by one estimate, 150,000"
        for at in range(last, min(last + _OBJECT_WINDOW, len(self.tokens))):
            token = self.tokens[at]
            low = token.low
            noun = self.noun_at.get(at)
            if at in self.number_at or low in self.words.determiners:
                return True
            dated = low in self.words.weekdays or low in self.words.months
            if not dated and noun is not None and noun[1] in PEOPLE | {"animal", "household"}:
                return True
            if dated or at in self.breaks or self._ends_run(at):
                return False
            if token.capital and at == last and last > 1:
                return True
        return False

    # -- noun phrases

    def _phrase(self, index: int) -> Phrase:
        number = self.readings[index]
        whole = self._is_whole(index)
        if "article" in number.flags:
            hit = self.words.singular.ending(self.tokens, number.last)
            return Phrase(number, number.last, hit[1] if hit else "person", whole=whole)
        at = number.phrase_last
        partitive = self.words.partitives.starting(self.tokens, at)
        if partitive is not None:
            return self._partitive(number, at, at + partitive[0], whole=whole)
        if self.low(at) == "of":
            at += 1
            if at in self.number_at:
                return self._partitive(number, at - 1, at, whole=whole)
        run = _Run(at)
        while run.at < len(self.tokens) and run.seen < _RUN and self.number_at.get(run.at, index) == index:
            if not self._extend(run, index):
                break
        if run.noun is None and run.end > number.phrase_last:
            run.noun = ""
        return Phrase(number, run.end, run.noun, run.adjective, whole)

    def _extend(self, run: _Run, index: int) -> bool:
        """Take one more word into a noun phrase; False when the phrase ends before it."""
        at = run.at
        if self.low(at) == "-" and self.tokens[at].start == self.tokens[at - 1].end:
            run.at += 1
            return True
        hit, predicate = self.noun_at.get(at), self.at_token.get(at)
        if predicate is not None and (hit is None or hit[1] in HARM) and self._modifies(predicate, index):
            run.adjective = run.adjective or predicate.sense.kind
            run.at = predicate.last
            if hit is not None:
                run.noun, run.end = run.noun or hit[1], run.at
            return True
        after_people = run.noun not in (None, "") and run.noun not in HARM and hit is not None and hit[1] in HARM
        if after_people and predicate is not None and predicate.sense.role in (Role.ADJECTIVE, Role.PARTICIPLE):
            return False  # "four soldiers dead", "six others wounded": the soldiers stay the noun
        plural = self.words.plural_endings and self.low(at - 1).endswith(self.words.plural_endings)
        if predicate is not None and run.noun is None and run.seen and plural and hit is not None and hit[1] in HARM:
            return False  # "three robbers wounded the guards"
        if hit is not None:
            run.noun = hit[1]
            run.at = run.end = at + hit[0]
        elif predicate is not None or self._stops(at) or (run.noun is not None and not self._noun_later(at)):
            return False
        else:
            run.at += 1
            if run.noun is None:
                run.end = run.at
        run.seen += 1
        return True

    def _modifies(self, predicate: Predicate, index: int) -> bool:
        """Whether an adjective or participle right after a number qualifies a noun: "12 wounded soldiers"."""
        if predicate.sense.role not in (Role.ADJECTIVE, Role.PARTICIPLE, Role.NOMINAL):
            return False
        following = self.noun_at.get(predicate.last)
        known = following is not None and (following[1] in PEOPLE | HARM | {"thing", "animal"})
        return known and predicate.first - self.readings[index].phrase_last <= 1

    def _noun_later(self, at: int) -> bool:
        """Whether a known noun follows within two words, as in "12 people smugglers' boats"."""
        return any((at + i) in self.noun_at and not self._stops(at + i - 1) for i in (0, 1))

    def _stops(self, at: int) -> bool:
        token, low, words = self.tokens[at], self.low(at), self.words
        if token.shape is not Shape.WORD or at in self.breaks or low == "of":
            return True
        sets = (words.prepositions, words.conjunctions, words.auxiliaries, words.relatives, words.determiners)
        if any(low in words_of_kind for words_of_kind in (*sets, words.negators, words.weekdays)):
            return True
        if at in self.starts(words.parts):
            return True
        return self._verb_like(at)

    def _verb_like(self, at: int) -> bool:
        """An unknown word that looks like a past tense, not right after the number or a hyphen."""
        token = self.tokens[at]
        if not token.low.endswith(self.words.past_endings) or token.capital:
            return False
        return at - 1 not in self.number_at and self.low(at - 1) != "-"

    def _partitive(self, number: NumberReading, at: int, after: int, *, whole: bool) -> Phrase:
        """Two of the injured, 73 of the 158 aboard: the phrase runs to the end of the whole."""
        end, noun = after, None
        other = self.number_at.get(after)
        if other is not None:
            end = self.readings[other].phrase_last
        seen = 0
        while end < len(self.tokens) and seen < _WHOLE_RUN:
            if other is None and end in self.number_at:  # "23 of the home's 40 residents"
                other = self.number_at[end]
                end = self.readings[other].phrase_last
            hit = self.noun_at.get(end)
            predicate = self.at_token.get(end)
            owner = hit is not None and other is None and self.low(end + hit[0]) == "'"
            if hit is not None and not owner:
                noun = hit[1]
                end += hit[0]
                break
            if predicate is not None and predicate.sense.role in (Role.ADJECTIVE, Role.PARTICIPLE):
                noun = predicate.sense.kind
                end = predicate.last
                break
            if predicate is not None:
                break
            if self._stops(end) and self.low(end) != "'":
                break
            end += 1
            seen += 1
        return Phrase(number, end, noun, partitive=at, whole=whole)

    def _is_whole(self, index: int) -> bool:
        number = self.readings[index]
        start = number.phrase_first
        hit = self.words.partitives.ending(self.tokens, start)
        if hit is None and self.low(start - 2) == "'":
            return any(
                (possessed := self.words.partitives.ending(self.tokens, at)) is not None
                and at - possessed[0] - 1 in self.number_at
                for at in range(start - 3, max(0, start - 3 - _WHOLE_RUN), -1)
            )
        if hit is None and self.low(start - 1) == "of":
            return start - 2 in self.number_at or self.low(start - 2) in self.words.shares
        if hit is None:
            return False
        before = number.phrase_first - hit[0]
        if before == 0 or before - 1 in self.number_at or self.tokens[before - 1].shape is Shape.MARK:
            return True
        return self._shares(before, number.phrase_first)

    def _shares(self, head: int, first: int) -> bool:
        """Whether the words before an "of the" take a part of its number: half of the 90, the wives of the three.

        Not those that say what the number counts or name all of it: the deaths of the 57, a total of some 40, all of
        the 90.
        """
        words, low = self.words, self.low(head - 1)
        if low in words.shares:
            return True
        definite = self.low(first - 1) in words.determiners - words.articles - words.quantities
        if not words.shares or not definite or low in words.quantities or head - 1 in self.number_at:
            return False
        noun = self.noun_at.get(head - 1)
        harmful = (noun is not None and noun[1] in _COUNTED) or words.predicates.ending(self.tokens, head) is not None
        return not harmful and all(t.ending(self.tokens, head) is None for t in (words.tolls, words.counters))
