"""The phrase that a figure heads: "5 civilians" of "an attack on soldiers killed 5 civilians near the port"."""

from __future__ import annotations

from typing import ClassVar

from extractor.language.words import Token, sentence_range, sentence_tokens
from extractor.segments import TextView
from extractor.vocabulary import Phrases, Vocabulary

_MOST = 14  # words of a phrase
_NEAR = 4  # words between a number and the noun it counts


class LabelWords(Vocabulary):
    """Words that deny what they precede, and those that open, end and rule the phrase that a figure counts.

    A phrase of people ends at what is said of them: a verb, a place, a cause (`phrase_ends`).
    """

    topic: ClassVar[str] = "labels"
    negators: Phrases = frozenset()
    phrase_ends: Phrases = frozenset()
    phrase_opens: Phrases = frozenset()
    number_words: Phrases = frozenset()
    harm_verbs: Phrases = frozenset()
    passives: Phrases = frozenset()
    copulas: Phrases = frozenset()
    plural_copulas: Phrases = frozenset()
    of_objects: Phrases = frozenset()


def _words() -> LabelWords:
    return LabelWords.of_all()


def phrase_bounds(view: TextView, start: int, end: int) -> tuple[int, int]:
    """`[start, end)` of the words a figure counts, absolute; back to its antecedent for "five of them".

    >>> text = "A raid on rebels killed 5 civilians and 2 nurses in Homs."
    >>> text[slice(*phrase_bounds(TextView(text), 24, 25))]
    '5 civilians and 2 nurses'
    """
    low, high = sentence_range(view, start)
    tokens = sentence_tokens(view, low, max(high, end))
    at = next((i for i, t in enumerate(tokens) if t.end > start), len(tokens))
    stop = next((i for i, t in enumerate(tokens) if t.start >= end), len(tokens))
    last = end
    for index in range(stop, min(len(tokens), max(stop, at) + _MOST)):
        token = tokens[index]
        if _ends(tokens, index, stop):
            break
        last = token.end
    if (
        [t.low for t in tokens[stop : stop + 2]][:1] == ["of"]
        and tokens[stop + 1 : stop + 2]
        and (tokens[stop + 1].low in _words().of_objects)
    ):
        return low, last
    return start, last


def _ends(tokens: list[Token], index: int, first: int) -> bool:
    token = tokens[index]
    following = tokens[index + 1].low if index + 1 < len(tokens) else ""
    if token.text == ",":
        return not (following in _words().phrase_opens or following in _words().number_words or following[:1].isdigit())
    if not token.word:
        return token.text not in {"-", "'", "’"}
    if token.low == "and":
        return following in _words().harm_verbs
    if token.low in {"dead", "killed", "wounded", "injured", "missing"} and index == first:
        return False  # "5 dead civilians"
    if token.low in _words().copulas or following in _words().copulas:
        return False  # "two persons suspected to be civilians"
    return token.low in _words().phrase_ends or token.low in _words().harm_verbs


def counts_people(view: TextView, start: int, end: int) -> bool:
    """Are the people named at `text[start:end]` a number of people to whom something was done?

    >>> text = "Ten people died, among them three soldiers, when two gunmen killed a guard."
    >>> counts_people(TextView(text), 35, 43), counts_people(TextView(text), 54, 60)
    (True, False)
    """
    low, high = sentence_range(view, start)
    tokens = sentence_tokens(view, low, max(high, end))
    first = next((i for i, t in enumerate(tokens) if t.end > start), len(tokens))
    behind = next((i for i, t in enumerate(tokens) if t.start >= end), len(tokens))
    if behind < len(tokens) and tokens[behind].low in _words().harm_verbs:
        return False  # they did it
    for token in reversed(tokens[max(0, first - _NEAR) : first]):
        if token.low in _words().harm_verbs or token.low in _words().number_words or token.low[:1].isdigit():
            return True
        if token.low in _words().plural_copulas:
            return True  # "the dead were all miners"
        if token.low in _words().plural_copulas:
            return True  # "the dead were all miners"
        if token.low in _words().phrase_ends or token.low in _words().passives or not token.word:
            return False
    return False
