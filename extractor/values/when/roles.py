"""Whose day a date is: the event's, that of somebody who speaks or counts, or that of another deed."""

from __future__ import annotations

import re

from extractor.language.clauses import clause_bounds
from extractor.language.speech import speech_words
from extractor.segments import TextView
from extractor.values.when.role_words import (
    AFTERMATH,
    AGENT,
    ATTACHING,
    EVENT_STEMS,
    HELD,
    MORE_SPEECH,
    OPENERS,
    SPEECH_NOUNS,
    TIES,
)

_SPEECH = speech_words().strong_verbs | MORE_SPEECH
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]")
_ADVERBS = frozenset("late early on el am le на во в w we pada earlier later this este última dia".split())
_TO_SOMEBODY = frozenset("told informed dijo".split())
_PLACED = frozenset("in at to from via during on by through en à au bei auf в на an em".split())
_NO_EVENTS = frozenset("firefighter firefighters hitherto battery explosives strikers".split())
_DETERMINERS = frozenset(
    "the a an this that its their his her el la le les der die das monday's tuesday's wednesday's thursday's friday's "
    "saturday's sunday's".split()
)
_FEW = 6  # words that a phrase of place or medium may take between "said" and its day
_COUNTED = re.compile(
    r"\b(?:toll|number)\b[^.;]{0,160}\b(?:rose|risen|pass(?:es|ed)|reach(?:es|ed)|climbed|stood|soared|topped|exceeded|jumped|grew|mounted)\b[^.;]{0,40}$"
    r"|\b(?:as\s+of|as\s+at)\s+(?:early\s+|late\s+)?$",
    re.IGNORECASE,
)


def _words(text: str, start: int, end: int) -> list[str]:
    return [m.group().casefold() for m in _WORD.finditer(text, max(0, start), end)]


def is_of_speech(view: TextView, start: int, end: int) -> bool:
    """Is the date at `text[start:end]` the day of a statement or a count, not of what it tells?

    >>> text = "Officials told reporters on Monday that a blast on Sunday killed 40."
    >>> is_of_speech(TextView(text), 28, 34), is_of_speech(TextView(text), 51, 57)
    (True, False)
    """
    text = view.text
    if _COUNTED.search(text, max(0, start - 240), start):
        return True
    sentence = view.sentence_at(start)
    low = max(sentence.start, start - 120)
    before = _words(text, low, start)
    while before and before[-1] in _ADVERBS:
        before.pop()
    after = _words(text, end, min(len(text), end + 40))
    if after[:1] in (["'"], ["’"]):
        after = after[2:]
    if any(word in SPEECH_NOUNS for word in after[:2]) and not _stops(after[:2]):
        return True
    if before and after and after[0] in speech_words().strong_verbs and before[-1].isalpha():
        return True  # "police Monday said"
    if before and before[-1] in (_SPEECH | SPEECH_NOUNS):
        return True
    return _said_somewhere(before)


def _stops(words: list[str]) -> bool:
    return any(not w[:1].isalnum() for w in words[:1])


def _said_somewhere(before: list[str]) -> bool:
    """Ends the stretch with a verb of speech and no more than whom it tells, where, or by which means?"""
    for back in range(2, min(_FEW, len(before)) + 1):
        verb, between = before[-back], before[-back + 1 :]
        if verb in SPEECH_NOUNS | _SPEECH:
            addressed = verb in _TO_SOMEBODY or verb == "to"
            placed = between[0] in _PLACED
            return (addressed or placed) and not any(happens(w) or w in {"that", "que", "dass", ","} for w in between)
    return False


def happens(word: str) -> bool:
    """Is a folded word one of something that happens and takes a toll: "bombings", "struck"?"""
    return word.startswith(EVENT_STEMS) and word not in _NO_EVENTS


def names_event(text: str) -> bool:
    """Is an event a noun here: "(would not) retaliate for the bombing of a village on Tuesday"?"""
    words = [m.group().casefold() for m in _WORD.finditer(text)]
    head = next((i for i, w in enumerate(words) if happens(w)), 0)
    return any(w in ATTACHING or w in _DETERMINERS for w in words[max(0, head - 3) : head])


def _of_the_aftermath(view: TextView, date: int, figure: int) -> bool:
    """Is a date behind a figure that of a burial, a trial, an arrest: "14 people killed in a blast were buried"?

    The deed must come after what happened: "the funeral of the 14 people killed in Kano will be held tomorrow" as well.
    """
    low, high = clause_bounds(view, figure, figure + 1)
    if not figure < date < high:
        return False
    between = _words(view.text, figure, date)
    happened = max((i for i, w in enumerate(between) if happens(w)), default=-1)
    later = between[happened + 1 :]
    held = any(w in HELD for w in later) and any(w in AFTERMATH for w in _words(view.text, low, figure))
    return happened >= 0 and (held or any(w in AFTERMATH for w in later))


def is_of_another_deed(view: TextView, start: int, end: int, figure: int) -> bool:
    """Is the date at `text[start:end]` that of what people did about an event which a figure behind it tells of?

    >>> text = "Aid workers gave out food Monday to survivors of a quake that killed 10 people."
    >>> is_of_another_deed(TextView(text), 26, 32, 69)
    True
    """
    if end > figure:
        return _of_the_aftermath(view, start, figure)
    low, _ = clause_bounds(view, figure, figure + 1)
    if start < low:
        return False
    text = view.text
    ahead = _words(text, low, start)
    behind = _words(text, end, figure)
    attributive = ahead[-1:] and ahead[-1] in _DETERMINERS  # "the 1977 collision in which 583 died"
    if attributive or any(happens(w) for w in ahead) or text.startswith(("'s", "’s"), end):
        return False
    head = next((i for i, w in enumerate(behind) if happens(w)), None)
    deed = any(w in AFTERMATH for w in (*ahead, *behind[:head]))
    if deed:
        return True
    if head is None:
        # "toured the wreck of the train in which 34 people died": the figure's clause is a relative one.
        return any(w in OPENERS for w in behind[-_FEW:])
    told = behind[head + 1 :]
    opened = any(w in OPENERS for w in told[-_FEW:]) or any(w in TIES for w in told[-3:])
    last = max((i for i, w in enumerate(behind[:head]) if w in ATTACHING or w in AGENT), default=-1)
    noun = head - last <= 1 or any(w in _DETERMINERS for w in behind[last + 1 : head])
    hung = last >= 0 and behind[last] in ATTACHING and noun
    led = any(w[:1].isalpha() and w not in _ADVERBS and w not in _PLACED for w in ahead)
    return opened and (hung or (led and noun and last < 0 and head <= 3))  # noqa: PLR2004 - "investigated Monday a blast that"
