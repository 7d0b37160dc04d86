"""Whether a figure is what a sentence adds to a toll that it gives: "five more died, bringing the toll to 21"."""

from __future__ import annotations

from functools import cache
from typing import ClassVar

from extractor.language.tokens import PhraseTable, tokenise
from extractor.numbers.language import language_of_view
from extractor.segments import TextView
from extractor.values.count.reader import CountReading, counts_in
from extractor.vocabulary import Phrases, Vocabulary

_REACH = 16  # code points before a number, and 24 after it, in which "more" is looked for
_BEHIND = 24
_TOTAL = "total"


class AddedWords(Vocabulary):
    """Words that make a number what is added to another one, before or behind it."""

    topic: ClassVar[str] = "added"

    before: Phrases = frozenset()
    behind: Phrases = frozenset()


@cache
def _tables(code: str) -> tuple[PhraseTable[bool], PhraseTable[bool]]:
    words = AddedWords.of(code)
    before, behind = ([(p, True) for p in sorted(listed)] for listed in (words.before, words.behind))
    return PhraseTable(before), PhraseTable(behind)


def is_added(count: CountReading, view: TextView) -> bool:
    """Whether a figure is a number added to a greater one of its kind, which its sentence gives as the toll.

    The toll is one that a word marks as such, anywhere in the sentence, or one that comes later in it.
    """
    if not _says_more(count, view):
        return False
    sentence = view.sentence_at(count.number_start)
    own = count.reading.value.value
    return any(
        other.reading.kind == count.reading.kind
        and isinstance(own, int)
        and isinstance(value := other.reading.value.value, int)
        and value > own
        and (_TOTAL in other.reading.flags or other.number_start > count.number_end)
        for other in counts_in(view, sentence.start, sentence.end)
    )


def _says_more(count: CountReading, view: TextView) -> bool:
    before, behind = _tables(language_of_view(view))
    low, high = max(0, count.number_start - _REACH), min(len(view.text), count.number_end + _BEHIND)
    tokens = tokenise(view.text, low, count.number_start)
    if any((hit := before.at(tokens, at)) is not None and hit.last == len(tokens) for at in range(len(tokens))):
        return True
    tokens = tokenise(view.text, count.number_end, high)
    return any(behind.at(tokens, at) is not None for at in range(min(2, len(tokens))))
