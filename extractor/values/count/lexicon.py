"""What the reader of counts must know of a language: which words make a number a count of what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from extractor.numbers.tokens import Phrases


class Role(StrEnum):
    """On which side of a predicate the people it counts stand."""

    OBJECT = "object"  # killed 57, killing 57
    SUBJECT = "subject"  # 57 died
    PARTICIPLE = "participle"  # either: 57 were killed, 57 killed; the bomb killed 57
    ADJECTIVE = "adjective"  # 57 dead, 57 people missing
    NOMINAL = "nominal"  # the murder of 57
    EITHER = "either"  # languages with free order: murieron 15 personas, 15 personas murieron


@dataclass(frozen=True, slots=True)
class Sense:
    """A predicate's kind of count and its role; a `strict` one counts only nouns known to be people."""

    kind: str
    role: Role
    strict: bool = False


@dataclass(frozen=True)
class CountWords:
    """The words of one language. `nouns` maps what may be counted to a class (see `CASUALTY` and `reader`)."""

    code: str
    nouns: Phrases[str]
    singular: Phrases[str]
    predicates: Phrases[Sense]
    auxiliaries: frozenset[str]
    passives: frozenset[str]
    chain: frozenset[str]
    breakers: Phrases[int]
    relatives: frozenset[str]
    prepositions: frozenset[str]
    determiners: frozenset[str]
    conjunctions: frozenset[str]
    parts: Phrases[int]
    part_tails: Phrases[int]
    partitives: Phrases[int]
    among: frozenset[str]
    tolls: Phrases[str]
    links: Phrases[int]
    origins: frozenset[str]
    compounds: frozenset[str]
    counters: Phrases[int]
    degrees: frozenset[str]
    per: frozenset[str]
    later: frozenset[str]
    speech: frozenset[str]
    negators: frozenset[str]
    not_negators: Phrases[int]
    denials: frozenset[str]
    not_denials: frozenset[str]
    modals: Phrases[int]
    futures: Phrases[int]
    fears: Phrases[int]
    past: Phrases[int]
    years_after: frozenset[str]
    superlatives: frozenset[str]
    totals: Phrases[int]
    none_words: frozenset[str]
    articles: frozenset[str]
    months: frozenset[str]
    weekdays: frozenset[str]
    currencies: frozenset[str]
    labels: frozenset[str]
    streets: frozenset[str]
    ages: Phrases[int]
    aged: frozenset[str]
    past_endings: tuple[str, ...]
    recurrences: Phrases[int]
    sports: frozenset[str]
    sure_sports: frozenset[str]
    disasters: frozenset[str]
    fiction: frozenset[str]
    plots: frozenset[str]
    place_prepositions: frozenset[str]
    anaphors: frozenset[str]
    changers: frozenset[str]
    parents: frozenset[str]
    hospitals: frozenset[str]
    hospital_verbs: frozenset[str]
    hospital_ways: frozenset[str]
    reckoners: frozenset[str]
    shares: frozenset[str]
    quantities: frozenset[str]
    exceptions: Phrases[int]
    retractions: Phrases[int]
    false_words: frozenset[str]
    singular_verbs: frozenset[str]
    activities: tuple[str, ...]
    dwelling_verbs: frozenset[str]
    dwellings: frozenset[str]
    harmless_too: frozenset[str]
    plural_endings: tuple[str, ...]
    splitters: frozenset[str] = frozenset({"but", "while", "whereas", ";"})


@dataclass(frozen=True)
class CountTable:
    """The plain data a `CountWords` is made of. Strings are lists of words; `|` parts phrases."""

    code: str
    nouns: Mapping[str, str]
    predicates: Mapping[tuple[str, Role], str]
    strict: Mapping[tuple[str, Role], str] = field(default_factory=dict)
    singular: Mapping[str, str] = field(default_factory=dict)
    auxiliaries: str = ""
    passives: str = ""
    chain: str = ""
    breakers: str = ""
    relatives: str = ""
    prepositions: str = ""
    determiners: str = ""
    conjunctions: str = ""
    parts: str = ""
    part_tails: str = ""
    partitives: str = ""
    among: str = ""
    tolls: Mapping[str, str] = field(default_factory=dict)
    links: str = ""
    origins: str = ""
    compounds: str = ""
    counters: str = ""
    degrees: str = ""
    per: str = ""
    later: str = ""
    speech: str = ""
    negators: str = ""
    not_negators: str = ""
    denials: str = ""
    not_denials: str = ""
    modals: str = ""
    futures: str = ""
    fears: str = ""
    past: str = ""
    years_after: str = ""
    superlatives: str = ""
    totals: str = ""
    none_words: str = ""
    articles: str = ""
    months: str = ""
    weekdays: str = ""
    currencies: str = ""
    labels: str = ""
    streets: str = ""
    ages: str = ""
    aged: str = ""
    past_endings: str = ""
    recurrences: str = ""
    sports: str = ""
    sure_sports: str = ""
    disasters: str = ""
    fiction: str = ""
    plots: str = ""
    place_prepositions: str = ""
    anaphors: str = ""
    changers: str = ""
    parents: str = ""
    hospitals: str = ""
    hospital_verbs: str = ""
    hospital_ways: str = ""
    reckoners: str = ""
    shares: str = ""  # words that take a part of what follows their "of": half, most
    quantities: str = ""  # words that name all or an unsaid number of it: all, some
    exceptions: str = ""  # words before those who were not harmed: all but
    retractions: str = ""  # words after which a figure is no longer asserted: an earlier version of this article said
    plural_endings: str = ""  # of nouns; set only where a number above one needs the plural
    harmless_too: str = ""  # words of harm that things can suffer too: executed, lost
    activities: str = ""  # endings of a verb that tells what somebody is doing: hiding
    dwelling_verbs: str = ""  # with a dwelling after their preposition they tell of people without a home
    dwellings: str = ""
    singular_verbs: str = ""  # auxiliaries whose subject is one: was
    false_words: str = ""  # adjectives of a source that is not to be believed: fake

    def build(self) -> CountWords:
        """The table with its phrases indexed."""
        senses: dict[str, Sense] = {}
        for table, strict in ((self.predicates, False), (self.strict, True)):
            for (kind, role), words in table.items():
                for phrase in listed(words):
                    senses[phrase] = Sense(kind, role, strict)
        return CountWords(
            code=self.code,
            nouns=Phrases({p: kind for kind, words in self.nouns.items() for p in listed(words)}),
            singular=Phrases({p: kind for kind, words in self.singular.items() for p in listed(words)}),
            predicates=Phrases(senses),
            auxiliaries=_set(self.auxiliaries),
            passives=_set(self.passives),
            chain=_set(self.chain),
            breakers=_phrases(self.breakers),
            relatives=_set(self.relatives),
            prepositions=_set(self.prepositions),
            determiners=_set(self.determiners),
            conjunctions=_set(self.conjunctions),
            parts=_phrases(self.parts),
            part_tails=_phrases(self.part_tails),
            partitives=_phrases(self.partitives),
            among=_set(self.among),
            tolls=Phrases({p: kind for kind, words in self.tolls.items() for p in listed(words)}),
            links=_phrases(self.links),
            origins=_set(self.origins),
            compounds=_set(self.compounds),
            counters=_phrases(self.counters),
            degrees=_set(self.degrees),
            per=_set(self.per),
            later=_set(self.later),
            speech=_set(self.speech),
            negators=_set(self.negators),
            not_negators=_phrases(self.not_negators),
            denials=_set(self.denials),
            not_denials=_set(self.not_denials),
            modals=_phrases(self.modals),
            futures=_phrases(self.futures),
            fears=_phrases(self.fears),
            past=_phrases(self.past),
            years_after=_set(self.years_after),
            superlatives=_set(self.superlatives),
            totals=_phrases(self.totals),
            none_words=_set(self.none_words),
            articles=_set(self.articles),
            months=_set(self.months),
            weekdays=_set(self.weekdays),
            currencies=_set(self.currencies),
            labels=_set(self.labels),
            streets=_set(self.streets),
            ages=_phrases(self.ages),
            aged=_set(self.aged),
            past_endings=listed(self.past_endings),
            recurrences=_phrases(self.recurrences),
            sports=_set(self.sports),
            sure_sports=_set(self.sure_sports),
            disasters=_set(self.disasters),
            fiction=_set(self.fiction),
            plots=_set(self.plots),
            place_prepositions=_set(self.place_prepositions),
            anaphors=_set(self.anaphors),
            changers=_set(self.changers),
            parents=_set(self.parents),
            hospitals=_set(self.hospitals),
            hospital_verbs=_set(self.hospital_verbs),
            hospital_ways=_set(self.hospital_ways),
            reckoners=_set(self.reckoners),
            shares=_set(self.shares),
            quantities=_set(self.quantities),
            exceptions=_phrases(self.exceptions),
            retractions=_phrases(self.retractions),
            false_words=_set(self.false_words),
            singular_verbs=_set(self.singular_verbs),
            activities=listed(self.activities) or ("\0",),
            dwelling_verbs=_set(self.dwelling_verbs),
            dwellings=_set(self.dwellings),
            harmless_too=_set(self.harmless_too),
            plural_endings=listed(self.plural_endings),
        )


def listed(words: str) -> tuple[str, ...]:
    """The entries of a table's string: split at `|` when it has one, else at white space.

    >>> listed("dead killed"), listed("shot dead | slain")
    (('dead', 'killed'), ('shot dead', 'slain'))
    """
    if "|" in words:
        return tuple(p.strip() for p in words.split("|") if p.strip())
    return tuple(words.split())


def _set(words: str) -> frozenset[str]:
    return frozenset(listed(words))


def _phrases(words: str) -> Phrases[int]:
    return Phrases(dict.fromkeys(listed(words), 0))
