"""Signs of speech: words beside a name that make it the source of what a sentence says."""

from __future__ import annotations

from functools import cache

from extractor.language.speech import speech_words


@cache
def sign_verbs() -> frozenset[str]:
    """The verbs that are a sign of speech beside a name, without those that mean other things as often."""
    words = speech_words()
    often_other = words.count_verbs | words.often_other
    return ((words.strong_verbs | words.weak_verbs | words.that_verbs) - often_other) | words.short_verbs


@cache
def sign_words() -> frozenset[str]:
    """The prepositions and nouns that are a sign of speech beside a name."""
    return speech_words().sign_prepositions | speech_words().sign_nouns


@cache
def sign_stems() -> tuple[str, ...]:
    """The beginnings of words that are a sign of speech with any ending."""
    return tuple(sorted(speech_words().stems))


@cache
def sign_phrases() -> tuple[str, ...]:
    """The phrases that are a sign of speech as they are written, wherever they occur."""
    return tuple(sorted(speech_words().within))
