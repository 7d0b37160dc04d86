"""Fold and compare spellings of names: accents, articles, and the vowels that transliterations differ in."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import Indel

from extractor.language.wordlists import word_set

_LETTERS = str.maketrans({"ß": "ss", "ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
_DROPPED = re.compile(r"['’‘`´ʿʾʼʻ.ʹʺ]")
_GAP = re.compile(r"[\W_]+")
_ARTICLES = word_set("al el an as ash ad at ar az the l")
_GENERIC = word_set("city town")
# Letters that spellings of one name exchange, longest first; what is left of the vowels is dropped.
_SOUNDS = (
    ("sch", "s"), ("tch", "c"), ("dzh", "j"), ("tsh", "c"), ("kh", "k"), ("gh", "g"), ("ph", "f"), ("dh", "d"),
    ("th", "t"), ("sh", "s"), ("ch", "c"), ("dj", "j"), ("zh", "j"), ("ck", "k"), ("qu", "k"), ("ou", "u"),
    ("q", "k"), ("x", "ks"), ("w", "v"),
)  # fmt: skip
_VOWELS = str.maketrans("", "", "aeiouy")
_CLOSE = 0.72
_SHORT = 2


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Lower case without accents, apostrophes and punctuation; words parted by one space.

    >>> fold("Al-Zahrā’a")
    'al zahraa'
    """
    text = name.casefold() if name.isascii() else _plain(name)
    return _GAP.sub(" ", _DROPPED.sub("", text)).strip()


def _plain(name: str) -> str:
    compatible = unicodedata.normalize("NFKD", name).casefold().translate(_LETTERS)
    decomposed = unicodedata.normalize("NFKD", compatible)
    return "".join(ch for ch in decomposed if not unicodedata.combining(ch))


@lru_cache(maxsize=65536)
def bare(name: str) -> str:
    """The folded name without leading articles and a closing "city".

    >>> bare("Al-Zahraa"), bare("Gaza City"), bare("the Hague")
    ('zahraa', 'gaza', 'hague')
    """
    words = fold(name).split()
    while len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    if len(words) > 1 and words[-1] in _GENERIC:
        words = words[:-1]
    return " ".join(w for w in words if w not in _ARTICLES or len(words) == 1) or " ".join(words)


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """The consonants that survive transliteration, without doubles; an initial vowel leaves an "a".

    >>> skeleton("Sayyida Zeinab") == skeleton("Sayyidah Zaynab"), skeleton("Idlib")
    (True, 'adlb')
    """
    words = []
    for word in bare(name).split():
        text = word
        for sound, letter in _SOUNDS:
            text = text.replace(sound, letter)
        if text.endswith("h") and len(text) > _SHORT:
            text = text[:-1]
        lead = "a" if text[:1] in "aeiou" else ""
        text = lead + text.translate(_VOWELS)
        words.append(re.sub(r"(.)\1+", r"\1", text))
    return "".join(words)


_ARABIC = re.compile(r"[\u0600-\u06ff]")
_CLITICS = ("وال", "بال", "فال", "كال", "لل", "ال", "و", "ب", "ل", "ف", "ك")
_LEAST = 2  # letters that a word keeps without its clitic


def without_clitics(word: str) -> tuple[str, ...]:
    """A word, and what is left of it without an Arabic article, conjunction or preposition written onto it.

    >>> without_clitics("للشرطة"), without_clitics("police")
    (('للشرطة', 'شرطة', 'لشرطة'), ('police',))
    """
    if not _ARABIC.search(word):
        return (word,)
    cut = (word[len(c) :] for c in _CLITICS if word.startswith(c) and len(word) - len(c) >= _LEAST)
    return tuple(dict.fromkeys((word, *cut)))


_DIPHTHONGS = re.compile(r"ei|ey|ai|ay")
_LONG = re.compile(r"ou|oo")
_DOUBLE = re.compile(r"(.)\1+")


def _smoothed(name: str) -> str:
    """With the vowel pairs written one way, so that "Zeinab" and "Zaynab" are letters apart no longer."""
    return _DOUBLE.sub(r"\1", _LONG.sub("u", _DIPHTHONGS.sub("e", name)))


@lru_cache(maxsize=65536)
def name_similarity(one: str, other: str) -> float:
    """0 for different names, 1.0 for the same, between them for spellings of one name.

    Equal consonants alone do not do: the letters must be close as well ("Mali" is not "Male").

    >>> name_similarity("Zeinab", "Zaynab") > 0.8, name_similarity("Homs", "Hama")
    (True, 0.0)
    """
    first, second = bare(one), bare(other)
    if first == second:
        return 1.0 if first else 0.0
    if first.replace(" ", "") == second.replace(" ", ""):
        return 1.0
    bones, others = skeleton(one), skeleton(other)
    ratio = Indel.normalized_similarity(_smoothed(first), _smoothed(second))
    if len(bones) > _SHORT and bones == others and ratio >= _CLOSE:
        return 0.9
    # One slip of the pen in a long name.
    long = 9
    if min(len(first), len(second)) >= long and ratio > 0.9:  # noqa: PLR2004 - one letter in ten
        return 0.85
    return 0.0
