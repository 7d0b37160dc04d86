"""The words that attribute, of every language: verbs of speech, phrases like "according to", what is around them."""

from __future__ import annotations

from functools import cache
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from extractor.language.patterns import Row
from extractor.vocabulary import Grouped, Meanings, Phrases, Vocabulary

_NONE: frozenset[str] = frozenset()


def _rows(lines: object) -> object:
    return tuple(Row.parse(str(line)) for line in lines) if isinstance(lines, list) else lines


Rows = Annotated[tuple[Row, ...], BeforeValidator(_rows)]
"""Patterns over units: in a file a list of lines of three columns (see `Row.parse`)."""


class SpeechWords(Vocabulary):
    """Words of `data/<code>/speech.toml`, folded; what each role is for is said beside it."""

    topic: ClassVar[str] = "speech"

    strong_verbs: Phrases = _NONE  # their subject speaks whatever it is
    weak_verbs: Phrases = _NONE  # they also mean other things: the subject must look like a source
    only_with: Grouped = Field(default_factory=dict)  # what must follow for the verb to speak
    that_verbs: Phrases = _NONE  # they speak only with "that" at once: "the inquiry found that"
    figure_verbs: Phrases = _NONE  # any subject speaks when a figure follows at once: "the stationmaster spoke of 65"
    count_verbs: Phrases = _NONE  # they state a figure only after a noun of counting: "a police count had 150 dead"
    transitive: Phrases = _NONE  # with an object of their own: never "..., put the toll at 57" with the toll speaking
    not_before: Grouped = Field(default_factory=dict)  # what follows if it does not speak
    noun_like: Phrases = _NONE  # with any subject they would be a noun or a passive
    counting_verbs: Phrases = _NONE  # who counts is told by the one who speaks
    denials: Phrases = _NONE  # their subject refuses what is said
    prepositions: Phrases = _NONE  # "according to"
    count_nouns: Phrases = _NONE
    claim_nouns: Phrases = _NONE  # "the army's claim of 57 dead", "an announcement by the junta that"
    count_made: Phrases = _NONE  # "a list kept by"
    hearsay: Phrases = _NONE
    rumour: Phrases = _NONE
    bodies: Phrases = _NONE  # they speak for themselves though no word tells their type
    titles: Phrases = _NONE
    pronouns: Phrases = _NONE
    person_pronouns: Phrases = _NONE

    auxiliaries: Phrases = _NONE  # between a subject and its verb
    determiners: Phrases = _NONE
    inner_prepositions: Phrases = _NONE  # inside a name: "Ministry of Defence"
    boundaries: Phrases = _NONE  # no name goes on over them
    leading: Phrases = _NONE  # before a sentence's subject
    clause_breaks: Phrases = _NONE
    adjunct_heads: Phrases = _NONE
    adjunct_words: Phrases = _NONE
    adjunct_ends: Phrases = _NONE  # "in a statement", "to reporters"

    going_on: Phrases = _NONE  # "..., saying": the speaker goes on
    label_heads: Phrases = _NONE  # "Latest from the fire service: ..."
    label_of: Phrases = _NONE
    listing: Phrases = _NONE  # what follows the number of a list: "Passengers: 120 on board"
    no_label: Phrases = _NONE  # they take a picture or a note, and speak under no label
    numbered: Phrases = _NONE  # a number after them is a part of the name
    titled_papers: Phrases = _NONE  # a capital article after them begins a title
    circumstances: Phrases = _NONE  # "X, citing officials, said": no apposition
    after_participle: Phrases = _NONE
    participles: Phrases = _NONE  # "a commission sent to the village"
    plain_verbs: Phrases = _NONE  # verbs of the past without an ending that tells
    spots: Phrases = _NONE  # "on the spot"
    made_known: Phrases = _NONE  # "in a statement published by"
    means: Phrases = _NONE  # "reported by radio": the way it came
    deeds: Phrases = _NONE  # a pronoun that does them says nothing
    happenings: Phrases = _NONE  # they leave and put nobody's figures
    plural_speakers: Phrases = _NONE
    agent_verbs: Phrases = _NONE  # "57 deaths reported by the ministry"
    no_subjects: Phrases = _NONE
    figure_hedges: Phrases = _NONE  # between a verb and its figure

    figure_objects: Phrases = _NONE  # verbs whose object decides: a figure or a noun of the toll
    toll_objects: Phrases = _NONE  # they move things, too: "put the toll at", not "put 300 troops"
    meant_objects: Phrases = _NONE  # they also mean to reckon or to fear
    toll_nouns: Phrases = _NONE
    saying: Phrases = _NONE
    number_words: Phrases = _NONE
    subordinators: Phrases = _NONE
    noun_forms: Phrases = _NONE  # verbs that are nouns, too
    noun_articles: Phrases = _NONE
    after_noun: Phrases = _NONE

    often_other: Phrases = _NONE  # verbs that move or hold things as often as they speak: alone they are no sign
    short_verbs: Phrases = _NONE  # whole words that are a sign of speech beside a name
    lemmas: Phrases = _NONE  # a sign in any of their forms
    stems: Phrases = _NONE  # a sign with any ending
    within: Phrases = _NONE  # signs looked for as they are written: scripts without spaces, words parted by marks
    sign_prepositions: Phrases = _NONE
    sign_nouns: Phrases = _NONE  # nouns of what is said or counted: "a statement by X", "X's tally"
    publishing: Phrases = _NONE  # with an agent after it, a sign: "a report issued at 9 pm by the agency"
    agents: Phrases = _NONE  # prepositions of the agent of a passive
    taking: Phrases = _NONE  # verbs whose object lets neither speak: "accuses police", "told the paper"

    rows: Rows = ()  # the language's patterns over units
    silent: tuple[
        str, ...
    ] = ()  # sentences in which nobody speaks of the figure in braces: counter-examples, run as tests
    units: Meanings = Field(default_factory=dict)  # its words by the kind of unit that they are in the rows
    endings: Meanings = Field(default_factory=dict)  # endings of words that are such a unit: particles of case
    clitics: Phrases = _NONE  # particles written together with the word that follows

    function_words: Phrases = _NONE  # a sentence with none of them is in another language than its article
    possessives: Phrases = _NONE  # articles and the like before a name
    relays: Phrases = _NONE  # words before who said what another passes on: "citing X", "quoted as saying by X"
    parting_prepositions: Phrases = _NONE  # a name behind them is another than the speaker: "seen by X"
    relatives: Phrases = _NONE
    definite: Phrases = _NONE


@cache
def speech_words() -> SpeechWords:
    """The words of all languages together: names and quotations cross languages."""
    return SpeechWords.of_all()
