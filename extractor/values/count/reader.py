"""Every count of a text with its kind, bound and flags: the one reader all steps share."""

from __future__ import annotations

import re
from functools import cache

from extractor.numbers.language import is_read, language_of_view, number_words
from extractor.records import Bound, ClaimedValue
from extractor.segments import Found, TextView, per_text
from extractor.values.count.beside import beside, is_joined
from extractor.values.count.carrying import carried, repeats, stands_for_earlier
from extractor.values.count.contexts import is_story, plain
from extractor.values.count.countreading import CountReading
from extractor.values.count.elsewhere import counts_elsewhere, kinds_elsewhere
from extractor.values.count.flags import flags_of
from extractor.values.count.governed import Governed
from extractor.values.count.governing import kind_of
from extractor.values.count.likely import has_harm, has_number
from extractor.values.count.marking import mark_sentence
from extractor.values.count.parts import part_of
from extractor.values.count.plausible import like_beside_like
from extractor.values.count.rows import by_columns, column_names, head_of
from extractor.values.count.sentence import HARM, CountSentence
from extractor.values.count.tables import count_words
from extractor.values.valuetype import Reading

__all__ = ["SOUGHT", "CountReading", "counts_in", "counts_of", "read_counts", "read_sentence", "sentence_counts"]

SOUGHT = HARM | {"attacks", "attackers"}  # kinds that only a sentence with a word of theirs can hold
_LONG = 1000  # code points; longer than any sentence: a table or a list, read only if a word of harm stands in it
_BACK = 2  # sentences a figure may take its kind from


def read_counts(view: TextView, start: int, end: int) -> list[Reading]:
    """Every count of every kind in `view.text[start:end]`, in text order.

    A count is in the range when its number is. Sentences are read whole, once per view, so that the words around a
    cut range still count.

    >>> view = TextView("The blast killed at least 57 people, including 11 women, and destroyed 3 buses.")
    >>> [(r.value.quote, r.kind, sorted(r.flags)) for r in read_counts(view, 0, len(view.text))]
    [('at least 57', 'killed', []), ('11', 'killed', ['part']), ('3', 'vehicle', [])]
    """
    return [c.reading for c in counts_in(view, start, end)]


def counts_in(view: TextView, start: int, end: int, *, harm: bool = False) -> list[CountReading]:
    """As `read_counts`, with what verification needs beside each reading.

    With `harm`, sentences without a word of harm, of an attack or of a figure that means one are not read.
    """
    found: list[CountReading] = []
    sentences = view.sentences
    if not sentences:
        return found
    tables_alone = is_read(view)
    first = max(0, view.sentence_index(start))
    for index in range(first, len(sentences)):
        if sentences[index].start >= end:
            break
        if harm and tables_alone and not _harmful_at(view, index):
            continue
        found.extend(c for c in sentence_counts(view, index) if start <= c.number_start and c.number_end <= end)
    return found


@per_text
def counts_of(view: TextView, kinds: frozenset[str], *, harm: bool) -> Found[CountReading]:
    """Every count of a text of some kinds, each where its number is; `harm` as in `counts_in`."""
    found = (c for c in _all_counts(view, harm=harm) if c.reading.kind in kinds)
    return Found(found, lambda c: (c.number_start, c.number_end))


@per_text
def _all_counts(view: TextView, *, harm: bool) -> list[CountReading]:
    return counts_in(view, 0, len(view.text), harm=harm)


@per_text
def _harmful_at(view: TextView, index: int) -> bool:
    if has_harm(view, index):
        return True
    head = head_of(view, index)
    return head is not None and _harmful_at(view, head)


@per_text
def sentence_counts(view: TextView, index: int) -> tuple[CountReading, ...]:
    """All counts of one sentence, read once per view."""
    known: tuple[CountReading, ...] = ()
    if not is_read(view):
        known = counts_elsewhere(view, view.sentences[index])
    elif has_number(view, index) and (sentence := marked_sentence(view, index)) is not None:
        earlier = _kind_before(view, index) if stands_for_earlier(sentence) else None
        known = tuple(read_sentence(sentence, earlier))
    if (head := head_of(view, index)) is not None:
        names = column_names(view, head, marked_sentence(view, head)) if is_read(view) else kinds_elsewhere(view, head)
        known = tuple(by_columns(view, index, names, known))
    return known


@per_text
def marked_sentence(view: TextView, index: int) -> CountSentence | None:
    """A sentence with its words marked; `None` when it can hold neither a count nor a word of harm."""
    segment = view.sentences[index]
    code = language_of_view(view)
    if not _harmful_at(view, index):
        long = segment.end - segment.start > _LONG
        if long or _maybe(code).search(view.text, segment.start, segment.end) is None:
            return None
    return mark_sentence(view, segment, number_words(code), count_words(code))


def _kind_before(view: TextView, index: int) -> str | None:
    """What the last figure of harm of the same paragraph counts, a sentence or two before; those are read alone."""
    here = view.sentences[index]
    for at in range(index - 1, max(-1, index - 1 - _BACK), -1):
        if view.sentences[at].paragraph != here.paragraph:
            return None
        sentence = marked_sentence(view, at)
        kinds = [c.reading.kind for c in read_sentence(sentence) if c.reading.kind in HARM] if sentence else []
        if kinds:
            return kinds[-1]
    return None


@cache
def _maybe(code: str) -> re.Pattern[str]:
    """A cheap test whether a sentence without a word of harm can hold a count: a digit or a number word."""
    numbers = number_words(code)
    tables = (numbers.small, numbers.vague, numbers.scales, numbers.pairs, numbers.nothing, numbers.collectives)
    found = {phrase[-1] for table in tables for phrase in table.words()}
    spaced = sorted(w for w in found if w.isalpha() and w.isascii())
    rest = sorted(w for w in found if not w.isascii())
    parts = [r"\d"]
    if spaced:
        parts.append(rf"\b(?:{'|'.join(map(re.escape, spaced))})\b")
    if rest:
        parts.append("|".join(map(re.escape, rest)))
    return re.compile("|".join(parts), re.IGNORECASE)


def read_sentence(sentence: CountSentence, earlier: str | None = None) -> list[CountReading]:
    """The counts of a marked sentence, in text order; `earlier` is what the figure of the sentence before counts."""
    harmless = earlier is None and sentence.harmless
    governed = [kind_of(sentence, index, harmless=harmless) for index in range(len(sentence.phrases))]
    found: list[CountReading] = []
    governed = like_beside_like(sentence, governed)
    if not harmless:
        governed = _settled(sentence, governed, earlier)
    for index, one in enumerate(governed):
        if (made := _made(sentence, index, one, governed)) is not None:
            found.append(made)
    return found


def _settled(sentence: CountSentence, governed: list[Governed], earlier: str | None) -> list[Governed]:
    """The kinds after parts, carrying over gaps and the sentence's context had their say."""
    for index, one in enumerate(governed):
        governed[index] = part_of(sentence, index, governed) or one
    for index in range(len(governed)):
        governed[index] = carried(sentence, index, governed) or governed[index]
        if earlier is not None and repeats(sentence, index, governed[index]):
            governed[index] = Governed(earlier, toll=True)
    return plain(sentence, governed)


def _made(sentence: CountSentence, index: int, governed: Governed, all_governed: list[Governed]) -> CountReading | None:
    phrase = sentence.phrases[index]
    number = phrase.number
    if "article" in number.flags and governed.kind not in HARM | {"attacks", "attackers"}:
        return None
    if "zero_word" in number.flags and governed.kind not in HARM:
        return None
    flags = flags_of(sentence, index, governed, all_governed)
    if governed.kind in HARM and is_story(sentence):
        flags |= {"hypothetical"}
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
    return CountReading(
        reading,
        number.start,
        number.end,
        number.floor,
        governed.toll,
        where,
        joined=is_joined(sentence, index, all_governed),
        beside=beside(sentence, index, all_governed),
    )
