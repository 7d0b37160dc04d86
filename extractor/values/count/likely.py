"""Which sentences can hold a count at all: a quick look at their words, before they are read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from extractor.numbers.language import language_of_view, number_words
from extractor.segments import TextView, per_text
from extractor.values.count.sentence import HARM
from extractor.values.count.tables import count_words

_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_ASCII_OTHERWISE = frozenset("\u0130\u0131\u017f\u212a")  # letters that a pattern without case finds in I, S, K


@dataclass(frozen=True)
class _PhraseFilter:
    """Phrases by their longest word: a text that has one of them has all its plain words."""

    by_word: dict[str, tuple[frozenset[str], ...]]
    pieces: re.Pattern[str] | None  # longest words with other letters than ASCII, found anywhere
    accented: bool  # no letter of the pieces is found in ASCII as its other case is

    @classmethod
    def of(cls, phrases: Iterable[tuple[str, ...]]) -> _PhraseFilter:
        spaced: dict[str, set[frozenset[str]]] = {}
        pieces: set[str] = set()
        for phrase in phrases:
            longest = max(phrase, key=len)
            if not longest.isascii():
                pieces.add(longest)
            elif longest.isalpha():
                plain = frozenset(word for word in phrase if word.isascii() and word.isalpha())
                spaced.setdefault(longest, set()).add(plain)
        return cls(
            {word: tuple(sorted(sets, key=sorted)) for word, sets in spaced.items()},
            re.compile("|".join(map(re.escape, sorted(pieces))), re.IGNORECASE) if pieces else None,
            not any(_ASCII_OTHERWISE.intersection(piece) for piece in pieces),
        )

    def any_in(self, words: frozenset[str], text: str, start: int, end: int) -> bool:
        if any(plain <= words for word in words if word in self.by_word for plain in self.by_word[word]):
            return True
        if self.pieces is None or (self.accented and text[start:end].isascii()):
            return False
        return self.pieces.search(text, start, end) is not None


@per_text
def sentence_words(view: TextView, index: int) -> frozenset[str]:
    """The words of a sentence in lower case."""
    segment = view.sentences[index]
    return frozenset(_WORD.findall(view.text[segment.start : segment.end].lower()))


def has_harm(view: TextView, index: int) -> bool:
    """Whether a sentence can have a word of harm, of an attack or of a toll."""
    segment = view.sentences[index]
    harm = _harm(language_of_view(view))
    return harm.any_in(sentence_words(view, index), view.text, segment.start, segment.end)


def has_number(view: TextView, index: int) -> bool:
    """Whether a sentence can have a number: a digit, a number word, an article before a person, or a "no"."""
    segment = view.sentences[index]
    if _DIGIT.search(view.text, segment.start, segment.end) is not None:
        return True
    openers, articles, singular = _openers(language_of_view(view))
    words = sentence_words(view, index)
    if not words.isdisjoint(openers):
        return True
    if not all(word.isascii() for word in words):
        return True  # another script may join words, and accents are written in two ways
    return not words.isdisjoint(articles) and not words.isdisjoint(singular)


@cache
def _harm(code: str) -> _PhraseFilter:
    words = count_words(code)
    nouns = (phrase for phrase in words.nouns.words() if words.nouns.meaning(phrase) in _COUNTED)
    single = ((word,) for word in words.anaphors | words.compounds)
    return _PhraseFilter.of((*words.predicates.words(), *nouns, *words.tolls.words(), *single))


_COUNTED = HARM | {"attacks", "attacker"}


@cache
def _openers(code: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The words that a number may begin with, the articles, and the words of persons after an article."""
    numbers, words = number_words(code), count_words(code)
    articles = numbers.articles | words.articles
    return (
        (numbers.openers - articles) | words.none_words,
        frozenset(articles),
        frozenset(word for phrase in words.singular.words() for word in phrase),
    )
