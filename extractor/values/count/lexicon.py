"""What the reader of counts must know of a language: the words of `data/<code>/counting.toml`, indexed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, ConfigDict, model_validator

from extractor.numbers.lexicon import NO_PHRASES, Indexed
from extractor.numbers.tokens import Phrases
from extractor.vocabulary import Ordered, Vocabulary, invert_table
from extractor.vocabulary import Phrases as PhraseSet


class PredicateRole(StrEnum):
    """On which side of a predicate the people it counts stand."""

    OBJECT = "object"  # killed 57, killing 57
    SUBJECT = "subject"  # 57 died
    PARTICIPLE = "participle"  # either: 57 were killed, 57 killed; the bomb killed 57
    ADJECTIVE = "adjective"  # 57 dead, 57 people missing
    NOMINAL = "nominal"  # the murder of 57


@dataclass(frozen=True, slots=True)
class Sense:
    """A predicate's kind of count and its role; a `strict` one counts only nouns known to be people."""

    kind: str
    role: PredicateRole
    strict: bool = False


def _kinds(table: object) -> object:
    """A table of phrases to their kinds: in a file the phrases by kind."""
    return Phrases(invert_table(table)) if isinstance(table, Mapping) else table


Kinds = Annotated[Phrases[str], BeforeValidator(_kinds)]


class CountWords(Vocabulary):
    """The words of one language. `nouns` maps what may be counted to a class (see `HARM` and `reader`)."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    topic: ClassVar[str] = "counting"

    nouns: Kinds = NO_PHRASES
    singular: Kinds = NO_PHRASES
    predicates: Phrases[Sense] = NO_PHRASES  # in a file by kind and role; `strict` ones in a table of that name
    auxiliaries: PhraseSet = frozenset()
    passives: PhraseSet = frozenset()
    chain: PhraseSet = frozenset()
    breakers: Indexed = NO_PHRASES
    relatives: PhraseSet = frozenset()
    relative_openers: PhraseSet = frozenset()  # who, which, where
    prepositions: PhraseSet = frozenset()
    determiners: PhraseSet = frozenset()
    conjunctions: PhraseSet = frozenset()
    parts: Indexed = NO_PHRASES
    part_tails: Indexed = NO_PHRASES
    partitives: Indexed = NO_PHRASES
    among: PhraseSet = frozenset()
    tolls: Kinds = NO_PHRASES
    links: Indexed = NO_PHRASES
    origins: PhraseSet = frozenset()
    compounds: PhraseSet = frozenset()
    counters: Indexed = NO_PHRASES
    degrees: PhraseSet = frozenset()
    per: PhraseSet = frozenset()
    later: PhraseSet = frozenset()
    speech: PhraseSet = frozenset()
    negators: PhraseSet = frozenset()
    not_negators: Indexed = NO_PHRASES
    denials: PhraseSet = frozenset()
    not_denials: PhraseSet = frozenset()
    modals: Indexed = NO_PHRASES
    futures: Indexed = NO_PHRASES
    fears: Indexed = NO_PHRASES
    past: Indexed = NO_PHRASES
    years_after: PhraseSet = frozenset()
    superlatives: PhraseSet = frozenset()
    totals: Indexed = NO_PHRASES
    none_words: PhraseSet = frozenset()
    articles: PhraseSet = frozenset()
    months: PhraseSet = frozenset()
    weekdays: PhraseSet = frozenset()
    currencies: PhraseSet = frozenset()
    labels: PhraseSet = frozenset()
    streets: PhraseSet = frozenset()
    ages: Indexed = NO_PHRASES
    year_cues: PhraseSet = frozenset()  # before a year: early 2014
    clock_units: Indexed = NO_PHRASES  # after an hour: p.m.
    apiece: PhraseSet = frozenset()  # before the age of each of two: both 22
    aged: PhraseSet = frozenset()
    age_leads: Indexed = NO_PHRASES  # before an age: as young as
    decades: PhraseSet = frozenset()  # right after the digits of a decade: the 70s
    others: Indexed = NO_PHRASES  # one more of those counted before: another, the other
    past_endings: Ordered = ()
    recurrences: Indexed = NO_PHRASES
    sports: PhraseSet = frozenset()
    sure_sports: PhraseSet = frozenset()
    disasters: PhraseSet = frozenset()
    fiction: PhraseSet = frozenset()
    plots: PhraseSet = frozenset()
    place_prepositions: PhraseSet = frozenset()
    anaphors: PhraseSet = frozenset()
    changers: PhraseSet = frozenset()
    parents: PhraseSet = frozenset()
    offshore: PhraseSet = frozenset()  # before a shore it ends no idiom: killed off the coast
    shores: PhraseSet = frozenset()
    breakdowns: PhraseSet = frozenset()  # before the figures of places after their sum: 40 dead, with 27 in Mora
    gerunds: PhraseSet = frozenset()  # auxiliaries of a clause after a preposition: with 12 people being killed
    narrative_modals: PhraseSet = frozenset()
    outcome_adverbs: PhraseSet = frozenset()  # with a modal they tell what came about: would later rise to 44
    toll_causes: PhraseSet = frozenset()  # after a toll: what it is due to
    adverbs_of_change: PhraseSet = frozenset()  # between a changing toll's verb and its "to": revised down to
    hospitals: PhraseSet = frozenset()
    hospital_verbs: PhraseSet = frozenset()
    hospital_ways: PhraseSet = frozenset()
    reckoners: PhraseSet = frozenset()
    shares: PhraseSet = frozenset()  # words that take a part of what follows their "of": half, most
    quantities: PhraseSet = frozenset()  # words that name all or an unsaid number of it: all, some
    exceptions: Indexed = NO_PHRASES  # words before those who were not harmed: all but
    retractions: Indexed = NO_PHRASES  # after these a figure is no longer asserted
    false_words: PhraseSet = frozenset()  # adjectives of a source that is not to be believed: fake
    singular_verbs: PhraseSet = frozenset()  # auxiliaries whose subject is one: was
    activities: Ordered = ("\0",)  # endings of a verb that tells what somebody is doing: hiding
    dwelling_verbs: PhraseSet = frozenset()  # with a dwelling they tell of people without a home
    dwellings: PhraseSet = frozenset()
    harmless_too: PhraseSet = frozenset()  # words of harm that things can suffer too: executed, lost
    plural_endings: Ordered = ()  # of nouns; set only where a number above one needs the plural
    splitters: PhraseSet = frozenset({";"})
    genitives: PhraseSet = frozenset()  # of, between a part and its whole, a noun and its people
    ands: PhraseSet = frozenset()  # joins two
    joints: PhraseSet = frozenset()  # join the ages or dates of a list
    other_subjects: PhraseSet = frozenset()  # the second, minutes later, 19
    reckoning_links: PhraseSet = frozenset()  # put the dead at 733, gave the figure as 926
    clause_openers: PhraseSet = frozenset()  # no kind is carried beyond them
    place_openers: PhraseSet = frozenset()  # before a place that precedes its number: in Hama 9
    still_more: PhraseSet = frozenset()  # two more in hospital
    teams: PhraseSet = frozenset()  # whose injured are on a list
    infinitives: PhraseSet = frozenset()  # believed to have died
    claim_joints: PhraseSet = frozenset()  # a fake report that
    group_openers: PhraseSet = frozenset()  # no one on the ground: zero of a group
    pronouns_of_whole: PhraseSet = frozenset()  # 40 people, 12 of which
    named_combatants: PhraseSet = frozenset()  # with a capital they are fighters
    adverbial_breakers: PhraseSet = frozenset()  # after an auxiliary they open no clause: had since died
    possessives: PhraseSet = frozenset()  # a police officer's house
    ones: PhraseSet = frozenset()  # one of the four killed
    far_ways: PhraseSet = frozenset()  # hospital_ways that may be far from their verb
    definite: PhraseSet = frozenset()  # the two killed
    pronoun_determiners: PhraseSet = frozenset()  # determiners that stand for people
    reporting_asides: PhraseSet = frozenset()  # killed, by one estimate, 150
    day_prepositions: PhraseSet = frozenset()  # on Sunday
    leaving_verbs: PhraseSet = frozenset()  # left six people dead
    after_falling: PhraseSet = frozenset()  # soldiers fell in, not fell ill
    fighting_nouns: PhraseSet = frozenset()  # people nouns that may be fighters
    toll_heads: PhraseSet = frozenset()  # may stand before a break: the toll: 57
    lives: PhraseSet = frozenset()  # their number is no number of bodies
    age_words: PhraseSet = frozenset()  # a 50 year old Dane
    adverb_endings: Ordered = ("\0",)  # of adverbs that may stand inside a verb

    @model_validator(mode="before")
    @classmethod
    def _merge_senses(cls, data: object) -> object:
        """The predicates of a file, strict ones among them, as one table."""
        if not isinstance(data, Mapping):
            return data
        by_sense = {
            Sense(kind, PredicateRole(role), strict): listed
            for name, strict in (("predicates", False), ("strict", True))
            for kind, roles in data.get(name, {}).items()
            for role, listed in roles.items()
        }
        return {**{k: v for k, v in data.items() if k != "strict"}, "predicates": Phrases(invert_table(by_sense))}
