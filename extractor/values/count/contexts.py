"""What a sentence is about, when it is not about harm: a game, a story, what happens every year."""

from __future__ import annotations

from extractor.values.count.governed import Governed
from extractor.values.count.sentence import HARM, CountSentence, NumberPhrase

_SCORES = 2  # words of a game that make a sentence one about it, when one is of no other use
_MANY_SCORES = 3
_STRETCH = 14  # words either side of a count in which a recurrence governs it


def is_game(sentence: CountSentence) -> bool:
    """Whether a sentence is about a match: some of its words and no word of disaster."""
    words = sentence.words
    if not words.sports:
        return False
    lows = {t.low for t in sentence.tokens}
    found = lows & words.sports
    enough = _SCORES if lows & words.sure_sports else _MANY_SCORES
    return len(found) >= enough and lows.isdisjoint(words.disasters)


def is_story(sentence: CountSentence) -> bool:
    """Whether a sentence gives the plot of a film or a book."""
    words = sentence.words
    lows = {t.low for t in sentence.tokens}
    fiction = lows & words.fiction
    return bool(fiction) and bool((lows & words.plots) - fiction)


def recurring(sentence: CountSentence, phrase: NumberPhrase, governed: Governed) -> bool:
    """Whether a count comes round: "every year malaria kills 600,000"."""
    if governed.kind not in HARM:
        return False
    first, last = phrase.number.phrase_first, phrase.end
    if governed.predicate is not None:
        first, last = min(first, governed.predicate.first), max(last, governed.predicate.last)
    start = max(0, first - _STRETCH)
    stop = min(len(sentence.tokens), last + _STRETCH)
    cues = sentence.starts(sentence.words.recurrences)
    for at in sorted(cue for cue in cues if start <= cue < stop):
        between = range(at, first) if at < first else range(last, at)
        if not any(sentence.low(k) in sentence.words.splitters or k in sentence.at_token for k in between):
            return True
    return False


def _sidelined(sentence: CountSentence, phrase: NumberPhrase, governed: Governed) -> bool:
    """Seven players injured: a team's list, unless a word of disaster appears there."""
    if governed.kind not in ("injured", "missing"):
        return False
    counted = {sentence.low(at) for at in range(phrase.number.phrase_last, phrase.end)}
    return bool(counted & sentence.words.teams) and {t.low for t in sentence.tokens}.isdisjoint(
        sentence.words.disasters
    )


def plain(sentence: CountSentence, governed: list[Governed]) -> list[Governed]:
    """The kinds of a sentence's counts with those that count no harm taken out."""
    if not any(g.kind in HARM or g.kind == "attacks" for g in governed):
        return governed
    if is_game(sentence):
        return [Governed("other") if g.kind in HARM | {"attacks"} else g for g in governed]
    return [
        Governed("other")
        if _sidelined(sentence, phrase, g)
        else Governed("rate")
        if recurring(sentence, phrase, g)
        else g
        for phrase, g in zip(sentence.phrases, governed, strict=True)
    ]
