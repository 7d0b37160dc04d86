"""Which words of a sentence belong together: clauses, and the sentences a reader carries a place or a date from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from itertools import pairwise
from typing import ClassVar

from extractor.language.detecting import language_of_view
from extractor.language.tokens import is_unspaced
from extractor.language.words import Token
from extractor.segments import Segment, TextView, Zone
from extractor.vocabulary import Ordered, Phrases, Vocabulary


class How(StrEnum):
    """How words come to govern a figure, nearest first."""

    CLAUSE = "clause"  # in the same clause
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"  # carried from an earlier sentence of the paragraph
    BEFORE = "before"  # carried from an earlier paragraph
    HEADLINE = "headline"
    METADATA = "metadata"


class ClauseWords(Vocabulary):
    """Words at which a clause begins or ends, in `data/<code>/clauses.toml`.

    A restrictive "that left 71 dead" is not a break: its noun ("attacks last month") is part of the same statement.
    """

    topic: ClassVar[str] = "clauses"

    opening: Ordered = ()  # begin a clause behind a comma
    free: Ordered = ()  # begin one without a comma
    inner: Phrases = frozenset()  # begin the narrower clause of a negation or a doubt without a comma, too
    joining: Phrases = frozenset()  # begin one unless they join parts of it
    joined_endings: Ordered = ()  # of the word behind, which then is such a part
    asides: Ordered = ()  # begin a clause of another event: "(it came) a week after a raid on June 6"
    ands: Ordered = ()  # join two tellings with figures and days of their own
    relatives: Ordered = ()  # begin one that a comma closes
    continuing: Ordered = ()  # go on with it behind a comma
    story_openers: Ordered = ()  # of the relatives those that may tell what the sentence itself is about,
    story_verbs: Ordered = ()  # with one of these verbs, or with an auxiliary and a participle
    story_auxiliaries: Ordered = ()
    story_participles: Ordered = ()
    meanwhile: Ordered = ()  # before what somebody does at the same time
    travel_verbs: Ordered = ()  # what people do who have no part in the event


@dataclass(frozen=True)
class _Breaks:
    """The patterns of one language's clauses; `None` for what it has no words for."""

    begins: re.Pattern[str]
    opens_relative: re.Pattern[str] | None
    closes: re.Pattern[str]
    relative: re.Pattern[str] | None
    story: re.Pattern[str] | None
    travel: re.Pattern[str] | None
    aside: re.Pattern[str] | None
    joined: re.Pattern[str] | None


_MARKS = r"[;:]\s|[；：؛]|\s[–—-]{1,2}\s|—"
_COMMA_OF_ANY = r"[,،，]"


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=lambda w: (-len(w), w)))


def _bounded(words: Iterable[str]) -> str:
    """An alternation of words as whole words, in a script that sets no spaces as they are."""
    spaced = [w for w in words if not is_unspaced(w)]
    joined = [w for w in words if is_unspaced(w)]
    parts = [rf"(?:{_any_of(spaced)})\b"] if spaced else []
    return "|".join([*parts, _any_of(joined)] if joined else parts)


def _joining(words: Ordered) -> str:
    """An alternation of words for "and"; of marks as they are."""
    return "|".join(rf"\b{re.escape(w)}\b" if w[:1].isalpha() else re.escape(w) for w in words)


@cache
def _language_breaks(code: str) -> _Breaks:
    words = ClauseWords.of(code)
    begins = _MARKS
    if words.opening:
        begins += rf"|{_COMMA_OF_ANY}\s*(?=(?:{_bounded(words.opening)}))"
    if words.free:
        begins += rf"|\s(?=(?:{_any_of(words.free)})\s)"
    relatives = _bounded(words.relatives)
    continuing = rf"(?!(?:{_bounded(words.continuing)}))" if words.continuing else ""
    verbs, participles = _any_of(words.story_verbs), _any_of(words.story_participles)
    passive = rf"|(?:{_any_of(words.story_auxiliaries)})\s+(?:\w+\s+)?(?:{participles})" if participles else ""
    return _Breaks(
        begins=_compiled(begins),
        opens_relative=_compiled(rf"\s*(?:{relatives})") if relatives else None,
        closes=re.compile(rf",\s+{continuing}(?=[^\W\d_A-Z])"),
        relative=_compiled(rf"{_COMMA_OF_ANY}\s+(?:{relatives})") if relatives else None,
        story=_compiled(rf"(?:{_any_of(words.story_openers)})\s+(?:\w+\s+){{0,2}}?(?:{verbs}{passive})\b")
        if words.story_verbs
        else None,
        travel=_compiled(
            rf"(?:{_any_of(words.meanwhile)})\s+(?:[\w.'’-]+\s+){{1,8}}?(?:{_any_of(words.travel_verbs)})\b"
        )
        if words.travel_verbs
        else None,
        aside=_compiled(rf"\W*(?:{_bounded(words.asides)})") if words.asides else None,
        joined=_compiled(rf"(?:{_joining(words.ands)})\s*(?:\w+\s+){{0,3}}\d") if words.ands else None,
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_REACH = 1000
CARRY = 8  # sentences back; an article that has not named its place or day for longer is about something else by then


@lru_cache(maxsize=512)
def _breaks(sentence: str, code: str) -> tuple[int, ...]:
    return tuple(match.end() for match in _language_breaks(code).begins.finditer(sentence))


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
    for cut in _breaks(view.text[low:high], language_of_view(view)):
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
    cuts = [sentence.start + cut for cut in _breaks(view.text[sentence.start : sentence.end], language_of_view(view))]
    inner = sorted({cut for cut in cuts if sentence.start < cut < sentence.end})
    return list(pairwise((sentence.start, *inner, sentence.end)))


def _relative_end(view: TextView, low: int, end: int, high: int) -> int:
    """Where a relative clause around a figure ends: "Connecticut, where 26 died in 2012, pleaded in Washington"."""
    breaks = _language_breaks(language_of_view(view))
    if breaks.opens_relative is None or not breaks.opens_relative.match(view.text, low, low + 12):
        return high
    closed = breaks.closes.search(view.text, end, high)
    return closed.end() if closed else high


def narrow_clause(tokens: Sequence[Token], at: int, code: str) -> tuple[int, int]:
    """The tokens `[first, last)` over which a negation or a doubt reaches from the one at `at`, in a language.

    Narrower than `clause_bounds`: every comma ends it but one before a number, and so does "and" before a subject.

    >>> from extractor.language.words import tokenise
    >>> tokens = tokenise("Rebels denied the raid and the army lost 57 men", 0, 47)
    >>> [t.text for t in tokens[slice(*narrow_clause(tokens, 8, "en"))]]
    ['the', 'army', 'lost', '57', 'men']
    """
    words = ClauseWords.of(code)
    left = at
    while left > 0 and not _ends_narrow(tokens, left - 1, words):
        left -= 1
    right = at
    while right < len(tokens) and (right == at or not _ends_narrow(tokens, right, words)):
        right += 1
    return left, right


_NARROW_MARKS = frozenset({";", ":", "—", "–", "“", "”", '"', "(", "；", "：", "؛"})
_COMMAS = frozenset(",،，")


def _ends_narrow(tokens: Sequence[Token], index: int, words: ClauseWords) -> bool:
    token = tokens[index]
    if token.text in _NARROW_MARKS:
        return True
    if token.text in _COMMAS:
        # A comma of an enumeration or a number's neighbour ends no clause; one before a new subject does.
        following = tokens[index + 1].low if index + 1 < len(tokens) else ""
        return not following[:1].isdigit()
    if token.low in words.joining:
        return index + 2 < len(tokens) and not _joins_parts(tokens, index, words)
    return token.low in words.inner


def _joins_parts(tokens: Sequence[Token], index: int, words: ClauseWords) -> bool:
    """Whether a clause goes on behind a conjunction: `killed 20 and wounded 30`, `men and women`."""
    nearby = tokens[index + 1 : index + 4]
    return bool(nearby) and (
        nearby[0].text[:1].isdigit()
        or nearby[0].low.endswith(words.joined_endings)
        or (len(nearby) > 1 and nearby[1].text in {",", "."})
    )


def opens_aside(view: TextView, position: int) -> bool:
    """Whether the clause at `position` tells of another event: "(it came) a week after a raid on June 6"."""
    low, _ = clause_bounds(view, position, position + 1)
    aside = _language_breaks(language_of_view(view)).aside
    return aside is not None and aside.match(view.text, low) is not None


def tells_of_two(view: TextView, start: int, end: int) -> bool:
    """Whether a stretch goes on to another figure behind an "and": "12 in Kolo on Saturday and 5"."""
    joined = _language_breaks(language_of_view(view)).joined
    return joined is not None and joined.search(view.text, start, end) is not None


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


_COMMA = re.compile(r",\s")


def stands_apart(view: TextView, position: int, figure: int) -> bool:
    """Do words at `position` belong to a clause about somebody's doings that the figure is no part of?

    >>> view = TextView("Mr Kerry, who arrived in Amman on Saturday, spoke as bombs killed 119 people in Homs.")
    >>> stands_apart(view, 25, 66), stands_apart(view, 80, 66)
    (True, False)
    """
    breaks = _language_breaks(language_of_view(view))
    low, high = clause_bounds(view, position, position + 1)
    elsewhere = not low <= figure < high
    if elsewhere and breaks.travel and breaks.travel.match(view.text[low : low + 120].lstrip(" ,")):
        return True
    sentence = view.sentence_at(position)
    start = max(sentence.start, position - _REACH)
    relative = breaks.relative.finditer(view.text, start, position) if breaks.relative else ()
    opened = [m.start() for m in relative][-1:]
    if not opened or (breaks.story and breaks.story.match(view.text[opened[0] : opened[0] + 90].lstrip(" ,"))):
        return False
    closed = _COMMA.search(view.text, position, sentence.end)
    end = closed.start() if closed else sentence.end
    first = _COMMA.search(view.text, opened[0] + 2, position)
    if first is not None:
        return False  # the clause was closed before
    return not opened[0] <= figure < end
