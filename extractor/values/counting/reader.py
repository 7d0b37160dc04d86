"""Every count of a text with its kind, bound and flags: the one reader all steps share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractor.records import Bound, ClaimedValue
from extractor.segments import TextView
from extractor.values.counting.flags import flags_of, part_of
from extractor.values.counting.governing import Governed, kind_of
from extractor.values.counting.sentence import HARM, Sentence
from extractor.values.counting.tables import count_words
from extractor.values.numbers.language import language_of_view, number_words
from extractor.values.valuetype import Reading

_MEMO = "counts"


@dataclass(frozen=True, slots=True)
class CountReading:
    """A reading with what verification needs beside it: the number's own offsets and the floor of a vague word."""

    reading: Reading
    number_start: int
    number_end: int
    floor: int | None
    toll: bool
    decided_by: tuple[int, int] | None


def read_counts(view: TextView, start: int, end: int) -> list[Reading]:
    """Every count of every kind that stands in `view.text[start:end]`, in text order.

    A count is in the range when its number is. Sentences are read whole, once per view, so that the words around a
    cut range still count.

    >>> view = TextView("The blast killed at least 57 people, including 11 women, and destroyed 3 buses.")
    >>> [(r.value.quote, r.kind, sorted(r.flags)) for r in read_counts(view, 0, len(view.text))]
    [('at least 57', 'killed', []), ('11', 'killed', ['part']), ('3', 'vehicle', [])]
    """
    return [c.reading for c in counts_in(view, start, end)]


def counts_in(view: TextView, start: int, end: int) -> list[CountReading]:
    """As `read_counts`, with what verification needs beside each reading."""
    found: list[CountReading] = []
    sentences = view.sentences
    if not sentences:
        return found
    first = max(0, view.sentence_index(start))
    for index in range(first, len(sentences)):
        if sentences[index].start >= end:
            break
        found.extend(c for c in sentence_counts(view, index) if start <= c.number_start and c.number_end <= end)
    return found


def sentence_counts(view: TextView, index: int) -> tuple[CountReading, ...]:
    """All counts of one sentence, read once per view."""
    memo = view.memo.get(_MEMO)
    if not isinstance(memo, dict):
        memo = {}
        view.memo[_MEMO] = memo
    known = memo.get(index)
    if known is None:
        segment = view.sentences[index]
        code = language_of_view(view)
        known = ()
        if _maybe(code).search(view.text, segment.start, segment.end) is not None:
            sentence = Sentence.of(view, segment, number_words(code), count_words(code))
            known = tuple(read_sentence(sentence))
        memo[index] = known
    result: tuple[CountReading, ...] = known
    return result


@cache
def _maybe(code: str) -> re.Pattern[str]:
    """A cheap test whether a sentence can hold a count: a digit, a number word, or a word of harm."""
    numbers, words = number_words(code), count_words(code)
    found: set[str] = set()
    for table in (numbers.small, numbers.vague, numbers.scales, numbers.pairs, numbers.nothing, numbers.collectives):
        found.update(phrase[-1] for phrase in table.words())
    found.update(phrase[-1] for phrase in words.predicates.words())
    found.update(phrase[0] for phrase in words.nouns.words() if words.nouns is not None and _harmful(code, phrase))
    spaced = sorted(w for w in found if w.isalpha() and w.isascii())
    rest = sorted(w for w in found if not w.isascii())
    parts = [r"\d"]
    if spaced:
        parts.append(rf"\b(?:{'|'.join(map(re.escape, spaced))})\b")
    if rest:
        parts.append("|".join(map(re.escape, rest)))
    return re.compile("|".join(parts), re.IGNORECASE)


def _harmful(code: str, phrase: tuple[str, ...]) -> bool:
    table = count_words(code).nouns
    return table.meaning(phrase) in HARM


def read_sentence(sentence: Sentence) -> list[CountReading]:
    """The counts of a marked sentence, in text order."""
    governed = [kind_of(sentence, index) for index in range(len(sentence.phrases))]
    found: list[CountReading] = []
    for index, one in enumerate(governed):
        governed[index] = part_of(sentence, index, governed) or one
    for index, one in enumerate(governed):
        if (made := _made(sentence, index, one, governed)) is not None:
            found.append(made)
    return found


def _made(sentence: Sentence, index: int, governed: Governed, all_governed: list[Governed]) -> CountReading | None:
    phrase = sentence.phrases[index]
    number = phrase.number
    if "article" in number.flags and governed.kind not in HARM | {"attacks", "attackers"}:
        return None
    if "zero_word" in number.flags and governed.kind not in HARM:
        return None
    flags = flags_of(sentence, index, governed, all_governed)
    value = ClaimedValue(
        value=number.value,
        quote=sentence.text[number.phrase_start : number.phrase_end],
        start=number.phrase_start,
        bound=Bound.VAGUE if number.value is None else number.bound,
        high=number.high,
    )
    reading = Reading(number.phrase_start, number.phrase_end, value, governed.kind, flags)
    where = None
    if governed.predicate is not None:
        where = (sentence.tokens[governed.predicate.first].start, sentence.tokens[governed.predicate.last - 1].end)
    return CountReading(reading, number.start, number.end, number.floor, governed.toll, where)
