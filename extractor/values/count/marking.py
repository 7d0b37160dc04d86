"""Marks the words of a sentence: nouns, numbers (with those that only an article or "no" says), breaks of clauses."""

from __future__ import annotations

from extractor.numbers.lexicon import NumberWords
from extractor.numbers.reader import NumberReader
from extractor.numbers.reading import NumberReading
from extractor.numbers.tokens import Token, tokenise
from extractor.records import Bound
from extractor.segments import Segment, TextView
from extractor.values.count.lexicon import CountWords, PredicateRole
from extractor.values.count.noun_phrases import read_phrase
from extractor.values.count.predicates import mark_predicates
from extractor.values.count.sentence import HARM, PEOPLE, CountSentence

_IMPLICIT_RUN = 8  # words from an article to its noun
_ZERO_RUN = 5  # words from "no" to its noun
_SHORT = 4  # letters of a title: "Capt"
_SHOUT = 200  # letters by which a line in capitals is known
_DESCRIBING = frozenset({PredicateRole.ADJECTIVE, PredicateRole.PARTICIPLE})


def mark_sentence(view: TextView, segment: Segment, numbers: NumberWords, words: CountWords) -> CountSentence:
    """The marked words of a stretch of a view's text."""
    year = view.published.year if view.published is not None else None
    made = CountSentence(view.text, segment.start, segment.end, numbers, words, year)
    made.tokens = _acronyms(made, tokenise(view.text, segment.start, segment.end))
    _mark_nouns(made)
    _mark_numbers(made)
    _mark_breaks(made)
    mark_predicates(made)
    made.phrases = [read_phrase(made, index) for index in range(len(made.readings))]
    return made


def _acronyms(sentence: CountSentence, tokens: list[Token]) -> list[Token]:
    """IS, US and WHO keep their capitals, so that no table takes them for is, us and who; not in a capital line."""
    if sentence.text[sentence.start : min(sentence.end, sentence.start + _SHOUT)].isupper():
        return tokens
    words = sentence.words
    small = words.auxiliaries | words.determiners | words.relatives
    return [
        t._replace(low=sentence.text[t.start : t.end])
        if t.capital and t.low in small and t.end - t.start > 1 and sentence.text[t.start : t.end].isupper()
        else t
        for t in tokens
    ]


def _mark_nouns(sentence: CountSentence) -> None:
    firsts = sentence.words.nouns.firsts
    at = 0
    while at < len(sentence.tokens):
        hit = sentence.words.nouns.starting(sentence.tokens, at) if sentence.tokens[at].low in firsts else None
        if hit is None or (hit[1] == "idiom" and sentence.is_offshore(at + hit[0])):
            at += 1
            continue
        if (
            hit[1] == "animal"
            and sentence.tokens[at].low in sentence.words.named_combatants
            and sentence.tokens[at].capital
        ):
            hit = (hit[0], "combatant")  # of Tamil Eelam
        sentence.noun_at[at] = hit
        at += hit[0]


def _mark_numbers(sentence: CountSentence) -> None:
    sentence.readings = NumberReader(sentence.text, sentence.tokens, sentence.numbers).read()
    taken = {at for r in sentence.readings for at in range(r.phrase_first, r.phrase_last)}
    openers = sentence.words.none_words | sentence.words.articles
    places = [at for at, token in enumerate(sentence.tokens) if token.low in openers and at not in taken]
    extra = [r for at in places if (r := _implicit(sentence, at, taken)) is not None]
    if extra:
        sentence.readings = sorted([*sentence.readings, *extra], key=lambda r: r.first)
    for index, reading in enumerate(sentence.readings):
        for at in range(reading.phrase_first, reading.phrase_last):
            sentence.number_at[at] = index


def _implicit(sentence: CountSentence, at: int, taken: set[int]) -> NumberReading | None:
    """One, from an indefinite article before a person ("a young man"); zero, from "no" ("no casualties")."""
    if sentence.tokens[at].low in sentence.words.none_words:
        return _zero(sentence, at)
    for ahead in range(at + 1, min(at + _IMPLICIT_RUN, len(sentence.tokens))):
        if sentence.low(ahead) in sentence.words.articles:
            return None  # "a quake killed a child": the noun of another article
        if ahead in taken and sentence.low(ahead + 1) == "-":
            continue  # "a 57-year-old woman"
        single = sentence.words.singular.starting(sentence.tokens, ahead)
        if single is not None and sentence.words.singular.starting(sentence.tokens, ahead + single[0]) is None:
            return (
                _implied(sentence, at, ahead + single[0], 1, "article")
                if _ends_noun(sentence, ahead + single[0])
                else None
            )
        if ahead in taken or sentence.ends_run(ahead):
            return None
    return None


def _zero(sentence: CountSentence, at: int) -> NumberReading | None:
    for ahead in range(at + 1, min(at + _ZERO_RUN, len(sentence.tokens))):
        noun = sentence.noun_at.get(ahead)
        if noun is not None:
            return _implied(sentence, at, at + 1, 0, "zero_word") if noun[1] in HARM | PEOPLE else None
        if sentence.ends_run(ahead):
            return None
    return None


def _ends_noun(sentence: CountSentence, at: int) -> bool:
    """Whether a noun phrase ends before a token: not "a police officer's house", "a child soldier camp"."""
    if at in sentence.noun_at:
        hit = sentence.words.predicates.starting(sentence.tokens, at)
        return sentence.noun_at[at][1] in HARM and hit is not None and hit[1].role in _DESCRIBING  # "left a boy dead"
    return sentence.low(at) not in sentence.words.possessives and sentence.low(at) not in sentence.words.genitives


def _implied(sentence: CountSentence, at: int, stop: int, value: int, flag: str) -> NumberReading:
    """A reading for a count that no number word states; an article's runs to its noun."""
    return NumberReading(
        start=sentence.tokens[at].start,
        end=sentence.tokens[stop - 1].end,
        phrase_start=sentence.tokens[at].start,
        phrase_end=sentence.tokens[stop - 1].end,
        value=value,
        bound=Bound.EXACT,
        flags=frozenset({flag, "words"}),
        first=at,
        last=stop,
        phrase_first=at,
        phrase_last=stop,
    )


def _mark_breaks(sentence: CountSentence) -> None:
    found: set[int] = set()
    firsts = sentence.words.breakers.firsts
    for at in range(len(sentence.tokens)):
        if sentence.tokens[at].low not in firsts or at in sentence.number_at:
            continue
        hit = sentence.words.breakers.starting(sentence.tokens, at)
        adverb = sentence.low(at) in sentence.words.adverbial_breakers
        after_auxiliary = adverb and sentence.low(at - 1) in sentence.words.auxiliaries  # had since died
        if hit is not None and not after_auxiliary and not _abbreviated(sentence, at):
            found.update(range(at, at + hit[0]))
    sentence.breaks = frozenset(found)


def _abbreviated(sentence: CountSentence, at: int) -> bool:
    """Col. Diallo, the U.S. army: a stop that belongs to a short word with a capital, within a sentence."""
    if sentence.low(at) != "." or at == 0 or at + 1 >= len(sentence.tokens):
        return False
    before = sentence.tokens[at - 1]
    return before.capital and before.end == sentence.tokens[at].start and before.end - before.start <= _SHORT
