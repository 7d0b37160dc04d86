"""What the sentence of a figure says besides it: whether the attacker is counted, whether the report is withdrawn.

These are words around a figure, never figures: they explain a conflict ("9 or 10") and are quoted where they are used.
"""

from __future__ import annotations

import re
from functools import cache
from typing import ClassVar

from extractor.fusion.stating import number
from extractor.linkage.words import any_of
from extractor.records.events import WitnessRecord
from extractor.vocabulary import Phrases, Vocabulary


class HintWords(Vocabulary):
    """The words around a figure. Those of all languages are looked for, for they are longer than a word each."""

    topic: ClassVar[str] = "hints"

    attackers: Phrases = frozenset()
    articles: Phrases = frozenset()
    quantities: Phrases = frozenset()  # "two", "suspected": between article and attacker
    including: Phrases = frozenset()
    excluding: Phrases = frozenset()
    being: Phrases = frozenset()
    among: Phrases = frozenset()  # "among the dead", after the attacker
    selves: Phrases = frozenset()
    then: Phrases = frozenset()  # "before", before one of `harming` and one of `selves`
    harming: Phrases = frozenset()
    own_life: Phrases = frozenset()
    before_being: Phrases = frozenset()
    died_too: Phrases = frozenset()
    our: Phrases = frozenset()
    reports: Phrases = frozenset()
    were: Phrases = frozenset()  # between `reports` and `wrong`
    wrong: Phrases = frozenset()
    retract: Phrases = frozenset()
    no_such: Phrases = frozenset()  # before one of `happenings` and one of `took_place`
    happenings: Phrases = frozenset()
    took_place: Phrases = frozenset()


@cache
def _counted() -> re.Pattern[str]:
    """Words that count the attacker in; what `_left_out` finds as well ("not including the gunman") leaves him out."""
    words = HintWords.of_all()
    including, being = any_of(words.including), any_of(words.being)
    return re.compile(
        rf"{including}\s+{_attacker()}|{_attacker()}\s+(?:{being}\s+)?{any_of(words.among)}"
        rf"|{including}\s+{any_of(words.selves)}",
        re.IGNORECASE,
    )


@cache
def _left_out() -> re.Pattern[str]:
    words = HintWords.of_all()
    return re.compile(
        rf"{any_of(words.then)}\s+{any_of(words.harming)}\s+{any_of(words.selves)}"
        rf"|{any_of(words.own_life, words.before_being)}|{any_of(words.excluding)}\s+{_attacker()}"
        rf"|{_attacker()}\s+{any_of(words.died_too)}",
        re.IGNORECASE,
    )


@cache
def _attacker() -> str:
    """A pattern for the attacker with his article."""
    words = HintWords.of_all()
    return rf"(?:{any_of(words.articles)}\s*)?(?:{any_of(words.quantities)}\s+)?{any_of(words.attackers)}"


@cache
def _withdrawn() -> re.Pattern[str]:
    words = HintWords.of_all()
    reports = any_of(words.reports)
    return re.compile(
        rf"{any_of(words.our)}\s+(?:\w+\s+){{0,3}}{reports}[^.!?;]{{0,200}}?"
        rf"{any_of(words.were)}\s+(?:\w+\s+)?{any_of(words.wrong)}"
        rf"|{any_of(words.retract)}\s+(?:[\w'’]+\s+){{0,4}}{reports}"
        rf"|{any_of(words.no_such)}\s+{any_of(words.happenings)}\s+{any_of(words.took_place)}",
        re.IGNORECASE,
    )


_LONGEST = 1000  # characters of a sentence that are looked at


def attacker_counted(sentence: str) -> tuple[bool, str] | None:
    """Do the words count the attacker in (True) or leave him out (False), and which words say so?

    None when they do not say.

    >>> attacker_counted("Ten people died, including the gunman, police said.")
    (True, 'including the gunman')
    >>> attacker_counted("He killed nine people before shooting himself.")
    (False, 'before shooting himself')
    >>> attacker_counted("Nine died, not including the gunman.")
    (False, 'not including the gunman')
    >>> attacker_counted("Ten people died.") is None
    True
    """
    piece = sentence[:_LONGEST]
    counted, left_out = _counted().search(piece), _left_out().search(piece)
    found = left_out or counted
    return (found is counted, " ".join(found.group().split())) if found else None


_FEW = 5  # attackers that may make the difference between two figures


def attacker_hint(one: WitnessRecord, other: WitnessRecord, sentences: tuple[str, str]) -> str:
    """What the words around two rival figures say about the attacker, to end a conflict's sentence; "" if nothing.

    Only where the lower figure leaves him out or the higher counts him, and the difference is small.

    Args:
        one: the lower figure.
        other: the higher figure.
        sentences: the sentences that the two appear in.
    """
    low, high = number(one), number(other)
    if low is None or high is None or not 0 < high - low <= _FEW:
        return ""
    told = tuple(attacker_counted(sentence) for sentence in sentences)
    if told[0] is not None and not told[0][0]:
        return f"{one.text} seems to leave the attacker out (“{told[0][1]}”)"
    if told[1] is not None and told[1][0]:
        return f"{other.text} counts the attacker (“{told[1][1]}”)"
    return ""


def withdrawn(sentence: str) -> str | None:
    """The words that take a report back; None if there are none.

    >>> withdrawn("Our report that 80 villagers were killed was wrong and is withdrawn.")
    'Our report that 80 villagers were killed was wrong'
    >>> withdrawn("The report was published on Monday.") is None
    True
    """
    found = _withdrawn().search(sentence[:_LONGEST])
    return " ".join(found.group().split()) if found else None
