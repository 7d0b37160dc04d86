"""Whose day a date is: the event's, that of somebody who speaks or counts, or that of another deed."""

from __future__ import annotations

import re
from functools import cache
from typing import ClassVar

from extractor.language.clauses import clause_bounds
from extractor.language.detecting import language_of_view
from extractor.language.speech import speech_words
from extractor.segments import TextView
from extractor.values.when.english import alternation
from extractor.vocabulary import Phrases, Vocabulary

_NONE: frozenset[str] = frozenset()


class DeedWords(Vocabulary):
    """Words that take a date away from an event or leave it with one, in `data/<code>/day_roles.toml`, folded."""

    topic: ClassVar[str] = "day_roles"

    speech_nouns: Phrases = _NONE  # a day said of one is the day somebody spoke: "at a March 9 briefing"
    speech_verbs: Phrases = _NONE  # beyond those that attribute figures
    event_stems: Phrases = _NONE  # of what happens, and takes a date and a toll
    no_events: Phrases = _NONE  # words that begin like one
    states: Phrases = _NONE  # what an event leaves people: "dead"
    openers: Phrases = _NONE  # what a figure's relative clause begins with
    ties: Phrases = _NONE  # what ties a figure to an event's noun without a verb of its own
    attaching: Phrases = _NONE  # prepositions that hang an event's noun on another deed
    agents: Phrases = _NONE  # prepositions that make it the doer: "razed by a quake that killed 40"
    aftermath: Phrases = _NONE  # what people do after an event, and who does it; its figure follows
    held: Phrases = _NONE  # what is done with a funeral or a trial
    determiners: Phrases = _NONE
    adverbs: Phrases = _NONE  # between "said" and its day
    addressed: Phrases = _NONE  # verbs of speech that name the hearer
    placed: Phrases = _NONE  # prepositions of where or how somebody spoke
    that: Phrases = _NONE  # what is said begins with it
    infinitives: Phrases = _NONE  # a verb of its own behind a verb of speech: "was reported to have taken place"
    toll_nouns: Phrases = _NONE  # a count of this
    toll_verbs: Phrases = _NONE  # does so on a day, which is that of the count
    told_articles: Phrases = _NONE  # before the noun of an event told before
    told_subjects: Phrases = _NONE  # stand for an event told before: "it happened on Sunday"
    told_verbs: Phrases = _NONE
    as_of: Phrases = _NONE  # before the day of a count
    describing: Phrases = _NONE  # open a phrase behind a comma that says what something is
    subject_articles: Phrases = _NONE  # begin the speaker behind a verb of speech: "verklaarde de burgemeester"
    topic_marks: Phrases = _NONE  # end the speaker before a day, in a language whose verbs end a sentence,
    speech_ends: Phrases = _NONE  # which then ends with one of these
    speech_after: Phrases = _NONE  # right behind the day of a statement, in a script without spaces


@cache
def deed_words() -> DeedWords:
    """The words of all languages: what governs a date is looked for before the language of a stretch is known."""
    return DeedWords.of_all()


@cache
def event_stems() -> tuple[str, ...]:
    """The beginnings of words for what happens."""
    return tuple(sorted(deed_words().event_stems))


@cache
def _speech() -> frozenset[str]:
    return speech_words().strong_verbs | deed_words().speech_verbs


@cache
def _counted() -> re.Pattern[str]:
    """A count up to its verb, or the words for "as of", right before a date."""
    words = deed_words()
    lead = r"(?:early\s+|late\s+)?"
    return re.compile(
        rf"\b(?:{alternation(words.toll_nouns)})\b[^.;]{{0,160}}\b(?:{alternation(words.toll_verbs)})\b[^.;]{{0,40}}$"
        rf"|(?<!\w)(?:{alternation(words.as_of)})\s*{lead}$",
        re.IGNORECASE,
    )


_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]")
_FEW = 6  # words that a phrase of place or medium may take between "said" and its day


@cache
def _telling() -> re.Pattern[str]:
    words = deed_words()
    definite = alternation(words.told_articles)
    event = rf"(?:{definite})\s+(?:\w+\s+){{0,2}}\w+(?:,\s+which)?|{alternation(words.told_subjects)}"
    verbs = alternation(words.told_verbs).replace(r"\ ", r"\s+")
    return re.compile(rf"\b(?:{event})\s+(?:{verbs})\b", re.IGNORECASE)


def end_of_telling(view: TextView, start: int, end: int) -> int | None:
    """Where "the attack took place", "it happened" ends in a stretch; `None` where it says no such thing."""
    told = _telling().search(view.text, start, end)
    return told.end() if told else None


def _words(text: str, start: int, end: int) -> list[str]:
    return [m.group().casefold() for m in _WORD.finditer(text, max(0, start), end)]


def is_of_speech(view: TextView, start: int, end: int) -> bool:
    """Is the date at `text[start:end]` the day of a statement or a count, not of what it tells?

    >>> text = "Officials told reporters on Monday that a blast on Sunday killed 40."
    >>> is_of_speech(TextView(text), 28, 34), is_of_speech(TextView(text), 51, 57)
    (True, False)
    """
    text, words = view.text, deed_words()
    if _counted().search(text, max(0, start - 240), start) or text.startswith(tuple(words.speech_after), end):
        return True
    sentence = view.sentence_at(start)
    low = max(sentence.start, start - 120)
    before = _words(text, low, start)
    while before and before[-1] in words.adverbs:
        before.pop()
    after = _words(text, end, min(len(text), end + 40))
    if after[:1] in (["'"], ["’"]):
        after = after[2:]
    if any(word in words.speech_nouns for word in after[:2]) and not _stops(after[:2]):
        return True
    if before and after and after[0] in speech_words().strong_verbs and before[-1].isalpha():
        return True  # "police Monday said"
    if before and before[-1] in (_speech() | words.speech_nouns):
        return True
    closing = not after or after[0] in {".", ",", ";"}
    return _said_somewhere(before) or (closing and _said_by(before)) or _is_topic(view, start, end)


def _said_by(before: list[str]) -> bool:
    """Whether the stretch ends with a verb of speech and a short phrase for who speaks: "said the mayor (Sunday)"."""
    words = deed_words()
    spoken = [w for w in before if w not in words.adverbs][-_FEW:]
    for back in range(2, len(spoken)):
        verb, speaker = spoken[-back - 1], spoken[-back:]
        if verb in _speech():
            plain = all(w[:1].isalnum() and not happens(w) for w in speaker)
            return plain and speaker[0] in words.subject_articles
    return False


def _is_topic(view: TextView, start: int, end: int) -> bool:
    """Whether a day stands between the speaker and what is said, in a language whose verbs end the sentence."""
    words = DeedWords.of(language_of_view(view))
    if not words.topic_marks or not view.text.startswith("、", end):
        return False
    sentence = view.sentence_at(start)
    told = view.text[sentence.start : sentence.end].rstrip("。. ")
    marked = view.text[sentence.start : start].endswith(tuple(words.topic_marks))
    return marked and told.endswith(tuple(words.speech_ends))


def _stops(words: list[str]) -> bool:
    return any(not w[:1].isalnum() for w in words[:1])


def _said_somewhere(before: list[str]) -> bool:
    """Whether the stretch ends with a verb of speech and no more than whom it tells, where, or by which means."""
    words = deed_words()
    stops = words.that | words.infinitives | {","}
    for back in range(2, min(_FEW, len(before)) + 1):
        verb, between = before[-back], before[-back + 1 :]
        if verb in words.speech_nouns or verb in _speech():
            addressed = verb in words.addressed or verb == "to"
            placed = between[0] in words.placed
            return (addressed or placed) and not any(happens(w) or w in stops for w in between)
    return False


def happens(word: str) -> bool:
    """Is a folded word one of something that happens and takes a toll: "bombings", "struck"?"""
    return word.startswith(event_stems()) and word not in deed_words().no_events


def names_event(text: str) -> bool:
    """Is an event a noun here: "(would not) retaliate for the bombing of a village on Tuesday"?"""
    words, known = _words(text, 0, len(text)), deed_words()
    head = next((i for i, w in enumerate(words) if happens(w)), 0)
    return any(w in known.attaching or w in known.determiners for w in words[max(0, head - 3) : head])


def _of_the_aftermath(view: TextView, date: int, figure: int) -> bool:
    """Is a date behind a figure that of a burial, a trial, an arrest: "14 people killed in a blast were buried"?

    The deed must come after what happened: "the funeral of the 14 people killed in Kano will be held tomorrow" as well.
    """
    low, high = clause_bounds(view, figure, figure + 1)
    if not figure < date < high:
        return False
    between = _words(view.text, figure, date)
    words = deed_words()
    happened = max((i for i, w in enumerate(between) if happens(w) or w in words.states), default=-1)
    later = between[happened + 1 :]
    held = any(w in words.held for w in later) and any(w in words.aftermath for w in _words(view.text, low, figure))
    return happened >= 0 and (held or any(w in words.aftermath for w in later))


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
    text, words = view.text, deed_words()
    ahead = _words(text, low, start)
    behind = _words(text, end, figure)
    attributive = ahead[-1:] and ahead[-1] in words.determiners  # "the 1977 collision in which 583 died"
    head = next((i for i, w in enumerate(behind) if happens(w)), None)
    deed = any(w in words.aftermath for w in (*ahead, *behind[:head]))
    # "Elsewhere in the country on Monday, a bomb": the day is the frame of what follows
    framing = not deed and behind[:1] == [","]
    if framing or attributive or any(happens(w) for w in ahead) or text.startswith(("'s", "’s"), end):
        return False
    if deed:
        return True
    if head is None:
        # "toured the wreck of the train in which 34 people died": the figure's clause is a relative one.
        return any(w in words.openers for w in behind[-_FEW:])
    return _hangs_on_a_deed(ahead, behind, head)


def _hangs_on_a_deed(ahead: list[str], behind: list[str], head: int) -> bool:
    """Whether the event at `behind[head]` is but the object of the deed that the date goes with."""
    words = deed_words()
    told = behind[head + 1 :]
    opened = any(w in words.openers for w in told[-_FEW:]) or any(w in words.ties for w in told[-3:])
    last = max((i for i, w in enumerate(behind[:head]) if w in words.attaching or w in words.agents), default=-1)
    noun = head - last <= 1 or any(w in words.determiners for w in behind[last + 1 : head])
    hung = last >= 0 and behind[last] in words.attaching and noun
    led = any(w[:1].isalpha() and w not in words.adverbs and w not in words.placed for w in ahead)
    return opened and (hung or (led and noun and last < 0 and head <= 3))  # noqa: PLR2004 - "investigated Monday a blast that"


def is_in_apposition(view: TextView, start: int, figure: int) -> bool:
    """Whether a date behind a figure belongs to what describes a name: "in Bam, the city razed in 2003".

    >>> text = "A bomb killed 9 in Bam, a city razed by a quake in 2003."
    >>> is_in_apposition(TextView(text), text.index("2003"), text.index("9"))
    True
    """
    text = view.text
    comma = text.rfind(",", figure, start)
    if comma < 0:
        return False
    described = _words(text, comma + 1, start)
    opening = DeedWords.of(language_of_view(view)).describing
    return len(described) >= _FEW // 2 and described[0] in opening and not happens(described[1])
