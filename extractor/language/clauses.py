"""Which words of a sentence belong together: clauses, and the sentences a reader carries a place or a date from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from extractor.segments import Segment, TextView, Zone


class How(StrEnum):
    """How words come to govern a figure, nearest first."""

    CLAUSE = "clause"  # in the same clause
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"  # carried from an earlier sentence of the paragraph
    BEFORE = "before"  # carried from an earlier paragraph
    HEADLINE = "headline"
    METADATA = "metadata"


# A restrictive "that left 71 dead" is no break: its noun ("attacks last month") is part of the same statement.
_BREAK = re.compile(
    r"[;:]\s|\s[–—-]{1,2}\s|—"
    r"|,\s+(?=(?:while|but|whereas|although|though|as|when|where|who|which|whose|and|after|before|adding|according|"
    r"mientras|tandis|während|mentre|enquanto)\b)"
    r"|,\s+(?=(?:highlighting|underscoring|underlining|raising|prompting|sparking|marking|making|deepening|threatening|forcing)\b)"
    r"|\s(?=(?:while|whereas|after|although|because|mientras|tandis|während|mentre|enquanto)\s)",
    re.IGNORECASE,
)
_REACH = 1000
CARRY = 8  # sentences back; an article that has not named its place or day for longer is about something else by then


@lru_cache(maxsize=512)
def _breaks(sentence: str) -> tuple[int, ...]:
    return tuple(match.end() for match in _BREAK.finditer(sentence))


def clause_bounds(view: TextView, start: int, end: int) -> tuple[int, int]:
    """The clause around `text[start:end]`, absolute offsets; at most the sentence.

    >>> view = TextView("In Homs, 57 people died, while 62 were killed in Damascus.")
    >>> view.text[slice(*clause_bounds(view, 31, 33))]
    'while 62 were killed in Damascus.'
    """
    sentence = view.sentence_at(start)
    low = max(sentence.start, start - _REACH)  # a text without full stops is one sentence: keep the work bounded
    high = max(min(sentence.end, end + _REACH), end)
    origin = low
    for cut in _breaks(view.text[low:high]):
        position = origin + cut
        if position <= start:
            low = position
        elif position >= end:
            high = position
            break
    return low, _relative_end(view, low, end, high)


def clause_spans(view: TextView, sentence: Segment) -> list[tuple[int, int]]:
    """The clauses of a sentence, in order, from one break to the next.

    >>> view = TextView("In Homs, 57 people died, while 62 were killed in Damascus.")
    >>> [view.text[a:b] for a, b in clause_spans(view, view.sentences[0])]
    ['In Homs, 57 people died, ', 'while 62 were killed in Damascus.']
    """
    cuts = [sentence.start + cut for cut in _breaks(view.text[sentence.start : sentence.end])]
    inner = sorted({cut for cut in cuts if sentence.start < cut < sentence.end})
    return list(pairwise((sentence.start, *inner, sentence.end)))


_OPENS_RELATIVE = re.compile(r"\s*(?:who|whom|whose|which|where)\b", re.IGNORECASE)
_CLOSES = re.compile(r",\s+(?!(?:and|or|including|among|most|many|some|in|at|on|the|a|an)\b)(?=[a-z])")


def _relative_end(view: TextView, low: int, end: int, high: int) -> int:
    """Where a relative clause around a figure ends: "Connecticut, where 26 died in 2012, pleaded in Washington"."""
    if not _OPENS_RELATIVE.match(view.text, low, low + 12):
        return high
    closed = _CLOSES.search(view.text, end, high)
    return closed.end() if closed else high


def sentences_back(view: TextView, start: int, limit: int = CARRY) -> Iterator[tuple[Segment, How]]:
    """The sentences before the one at `start`, nearest first, furniture left out, each with how far it lies.

    Captions are passed over from the body: they are pasted between paragraphs and speak of their picture.
    """
    index = view.sentence_index(start)
    if index < 0:
        return
    own = view.sentences[index]
    seen = 0
    for previous in reversed(view.sentences[max(0, index - 4 * limit) : index]):
        if previous.zone is Zone.FURNITURE or (previous.zone is Zone.CAPTION and own.zone is not Zone.CAPTION):
            continue
        if previous.zone is Zone.HEADLINE:
            yield previous, How.HEADLINE
            continue
        seen += 1
        if seen > limit:
            return
        yield previous, How.PARAGRAPH if previous.paragraph == own.paragraph else How.BEFORE


def lead_after(view: TextView, start: int, limit: int = 3) -> Iterator[Segment]:
    """For a figure in a headline: the first sentences of the body, which say in full what the headline shortens."""
    index = view.sentence_index(start)
    if index < 0 or view.sentences[index].zone is not Zone.HEADLINE:
        return
    seen = 0
    for sentence in view.sentences[index + 1 : index + 20]:
        if sentence.zone is Zone.BODY:
            yield sentence
            seen += 1
            if seen == limit:
                return


_RELATIVE = re.compile(r",\s+(?:who|whom|whose|which|where)\b", re.IGNORECASE)
_COMMA = re.compile(r",\s")
# A relative clause that tells what the sentence itself is about: "the blast, which went off on Sunday, killed 4".
_SAME_STORY = re.compile(
    r"(?:which|who|where)\s+(?:\w+\s+){0,2}?(?:struck|hit|happened|occurred|took\s+place|came|exploded|detonated|went\s+off|began|"
    r"broke\s+out|erupted|sank|crashed|collapsed|capsized|overturned|derailed|killed|died|drowned|perished|rocked|ripped|tore|"
    r"(?:was|were)\s+(?:\w+\s+)?(?:killed|injured|wounded|hit|bombed|attacked|shot|carried|set|on)|plunged|burned|started)\b",
    re.IGNORECASE,
)
_TRAVEL = re.compile(
    r"(?:as|while|when|after|before|hours\s+after|days\s+after)\s+(?:[\w.'’-]+\s+){1,8}?(?:arrived|visited|met|flew|landed\s+in|"
    r"called\s+for|spoke|toured|travel(?:l)?ed|was\s+visiting|was\s+due|were\s+meeting|returned|held\s+talks|signed|announced|agreed)\b",
    re.IGNORECASE,
)


def stands_apart(view: TextView, position: int, figure: int) -> bool:
    """Do words at `position` belong to a clause about somebody's doings that the figure is no part of?

    >>> view = TextView("Mr Kerry, who arrived in Amman on Saturday, spoke as bombs killed 119 people in Homs.")
    >>> stands_apart(view, 25, 66), stands_apart(view, 80, 66)
    (True, False)
    """
    low, high = clause_bounds(view, position, position + 1)
    if not low <= figure < high and _TRAVEL.match(view.text[low : low + 120].lstrip(" ,")):
        return True
    sentence = view.sentence_at(position)
    start = max(sentence.start, position - _REACH)
    opened = [m.start() for m in _RELATIVE.finditer(view.text, start, position)][-1:]
    if not opened or _SAME_STORY.match(view.text[opened[0] : opened[0] + 90].lstrip(" ,")):
        return False
    closed = _COMMA.search(view.text, position, sentence.end)
    end = closed.start() if closed else sentence.end
    first = _COMMA.search(view.text, opened[0] + 2, position)
    if first is not None:
        return False  # the clause was closed before
    return not opened[0] <= figure < end
