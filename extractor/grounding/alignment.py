"""Lays an edited quote over the words of a window of the text, and refuses any edit that could change the claim.

From a place where the words agree it walks outward; wherever they part, the smallest stretch after which they agree
again must be a harmless one. What carries meaning (see `meaning`) can be neither lost nor gained nor moved, which makes
the guarded words of quote and span agree as ordered sequences.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from extractor.grounding.lexicon import grounding_words, little_words, phrase_groups, phrase_starts
from extractor.grounding.meaning import (
    american,
    exchangeable,
    guarded,
    inflected,
    may_appear,
    mistyped,
    unaccented,
)
from extractor.grounding.words import Words

_MOST_QUOTE = 6  # words of the quote that may differ in one place
_MOST_TEXT = 18  # words of the text that one place of the quote may leave out: a relative clause
_SENTENCE_END = re.compile(r"[.!?。！？।؟]['\])]*\s")
_MOST_HEAD = 12  # words before the first that agrees
_SHORT = 4
_MIN_SHARE = 0.6  # of the quote's words must stand in the text as they are


@dataclass(frozen=True, slots=True)
class TokenSide:
    """One of the two word lists, with the folded text it was read from and a look at the original's letters."""

    words: Words
    text: str
    original: Callable[[int, int], str]  # the original letters of a folded stretch
    letter: Callable[[int], str]  # the original letter at a folded offset
    opens: Callable[[int], bool]  # whether a word at this folded offset starts a sentence

    def name(self, index: int) -> bool:
        """A word with a capital that its place in the sentence does not explain by itself."""
        start = self.words.starts[index]
        if not self.letter(start).isupper():
            return False
        if self.words.raw[index] not in grounding_words().free:
            return True
        letters = self.original(start, self.words.ends[index])
        return len(letters) > 1 and letters.isupper()

    def caseless(self, index: int) -> bool:
        """A word of a script without capitals: it may be a name, and nothing shows it."""
        word = self.words.raw[index]
        return not word.isascii() and word.lower() == word.upper() and word[0].isalpha()

    def may_vanish(self, index: int) -> bool:
        """Whether the quote may leave this word of the text out."""
        word = self.words.raw[index]
        if word not in grounding_words().free and (
            guarded(word) or guarded(self.words.keys[index]) or self.caseless(index)
        ):
            return False
        return not self.name(index)


@dataclass(slots=True)
class Tally:
    """What an alignment has cost so far."""

    same: int = 0
    changed: int = 0
    gained: int = 0
    lost: int = 0


def _pair(quote: TokenSide, text: TokenSide, i: int, j: int) -> bool:  # noqa: PLR0911 - one return a rule
    """May word `i` of the quote replace word `j` of the text?"""
    if quote.words.keys[i] == text.words.keys[j]:
        return True
    one, two = quote.words.raw[i], text.words.raw[j]
    if quote.words.keys[i][0] == "#" or text.words.keys[j][0] == "#":
        return False
    if one.isascii() and not two.isascii() and unaccented(two) == one:
        return True  # a model that types no accents: Bogota for Bogotá, a name too
    if not exchangeable(one, two):
        return False
    if text.name(j) or quote.name(i):
        inner = not text.opens(text.words.starts[j]) if text.name(j) else not quote.opens(quote.words.starts[i])
        if inner or (mistyped(one, two) and not inflected(one, two)):
            return american(one) == american(two) and not inner
    if text.caseless(j) or quote.caseless(i):
        return one in grounding_words().free and two in grounding_words().free
    return True


def _judge(quote: TokenSide, text: TokenSide, at: tuple[int, int, int, int], tally: Tally) -> Tally | None:
    """The tally after replacing text words `[j, j+dj)` by quote words `[i, i+di)`; `None` if that is not harmless."""
    i, di, j, dj = at
    if di and dj and di != dj and "".join(quote.words.raw[i : i + di]) == "".join(text.words.raw[j : j + dj]):
        return Tally(tally.same, tally.changed + max(di, dj), tally.gained, tally.lost)
    way = _cheapest(quote, text, at, {}, pure=not dj)
    if way is None:
        return None
    return Tally(tally.same + way.same, tally.changed + way.changed, tally.gained + way.gained, tally.lost + way.lost)


class EditPlan(NamedTuple):
    """What one way of laying a few words over a few others costs."""

    same: int = 0
    changed: int = 0
    gained: int = 0
    lost: int = 0

    @property
    def cost(self) -> int:
        """Words edited."""
        return self.changed + self.gained + self.lost


def _cheapest(  # noqa: C901 - one branch for each kind of edit
    quote: TokenSide,
    text: TokenSide,
    at: tuple[int, int, int, int],
    memo: dict[tuple[int, int], EditPlan | None],
    *,
    pure: bool,
) -> EditPlan | None:
    """The cheapest harmless way, or `None`. `pure`: the text has nothing here, so an added word displaces none."""
    i, di, j, dj = at
    if not di and not dj:
        return EditPlan()
    if (di, dj) in memo:
        return memo[di, dj]
    found: list[EditPlan] = []
    if di and dj and _pair(quote, text, i, j):
        rest = _cheapest(quote, text, (i + 1, di - 1, j + 1, dj - 1), memo, pure=pure)
        if rest:
            equal = quote.words.keys[i] == text.words.keys[j]
            found.append(rest._replace(same=rest.same + equal, changed=rest.changed + (not equal)))
    phrased = di and dj and quote.words.raw[i] in phrase_starts() and text.words.raw[j] in phrase_starts()
    for a, b in _phrases(quote.words.raw[i : i + min(di, 3)], text.words.raw[j : j + min(dj, 3)]) if phrased else ():
        rest = _cheapest(quote, text, (i + a, di - a, j + b, dj - b), memo, pure=pure)
        if rest:
            found.append(rest._replace(changed=rest.changed + max(a, b)))
    if dj and text.may_vanish(j):
        rest = _cheapest(quote, text, (i, di, j + 1, dj - 1), memo, pure=pure)
        if rest:
            found.append(rest._replace(lost=rest.lost + 1))
    word = quote.words.raw[i] if di else ""
    # A word of style is one only where none is missing: otherwise it stands for another.
    if di and (word in little_words() or (pure and may_appear(word))) and not quote.name(i):
        rest = _cheapest(quote, text, (i + 1, di - 1, j, dj), memo, pure=pure)
        if rest:
            found.append(rest._replace(gained=rest.gained + 1))
    memo[di, dj] = min(found, key=lambda w: (w.cost, w)) if found else None
    return memo[di, dj]


def _phrases(ours: list[str], theirs: list[str]) -> list[tuple[int, int]]:
    """Sizes of the phrases of one meaning that both lists begin with."""
    return [
        (a, b)
        for a in range(1, len(ours) + 1)
        for b in range(1, len(theirs) + 1)
        if a + b > 2 and phrase_groups().get(tuple(ours[:a]), -1) == phrase_groups().get(tuple(theirs[:b]), -2)  # noqa: PLR2004
    ]


def _forward(quote: TokenSide, text: TokenSide, i: int, j: int, tally: Tally) -> tuple[int, Tally] | None:
    """Walk right from quote word `i` and text word `j`; the text word after the last one, and the tally."""
    ours, theirs = quote.words.keys, text.words.keys
    while i < len(ours):
        if j < len(theirs) and ours[i] == theirs[j]:
            i, j, tally.same = i + 1, j + 1, tally.same + 1
            continue
        step = _resume(quote, text, i, j, tally)
        if step is None:
            return _tail(quote, text, i, j, tally)
        i, j, tally = step
    return j, tally


def _resume(quote: TokenSide, text: TokenSide, i: int, j: int, tally: Tally) -> tuple[int, int, Tally] | None:
    """The nearest harmless place where the words agree again."""
    ours, theirs = quote.words.keys, text.words.keys
    ends = len(ours) - i
    if ours[i][0] == "#" and ours[i] not in theirs[j : j + _MOST_TEXT + 1]:
        return None  # a number stands for nothing else: most false quotes end here
    for size in range(1, _MOST_QUOTE + _MOST_TEXT):
        for di in range(min(size, _MOST_QUOTE, ends - 1) + 1):
            dj = size - di
            if dj > _MOST_TEXT or j + dj >= len(theirs) or ours[i + di] != theirs[j + dj]:
                continue
            follows = i + di + 1 >= len(ours) or (j + dj + 1 < len(theirs) and ours[i + di + 1] == theirs[j + dj + 1])
            if not follows and (size > 3 or ours[i + di] in grounding_words().free):  # noqa: PLR2004 - a lone little word proves nothing
                continue
            if dj > 1 and _crosses(text, j, j + dj):
                continue
            after = _judge(quote, text, (i, di, j, dj), tally)
            if after is not None:
                return i + di, j + dj, after
    return None


def _crosses(text: TokenSide, j: int, end: int) -> bool:
    """Whether words `[j, end)` of the text are cut off by the end of a sentence."""
    low = text.words.ends[j - 1] if j else text.words.starts[j]
    return _SENTENCE_END.search(text.text, low, text.words.starts[end]) is not None


def _tail(quote: TokenSide, text: TokenSide, i: int, j: int, tally: Tally) -> tuple[int, Tally] | None:
    """The end of the quote, after which the words never agree again: replace as few words of the text as will do."""
    di = len(quote.words.raw) - i
    if di > 4:  # noqa: PLR2004 - more than that is another sentence
        return None
    best: tuple[int, int, Tally] | None = None
    # At least one word of the text must stand for them: words after the last one found prove nothing.
    for dj in range(1, min(di + 6, len(text.words.raw) - j) + 1):
        if dj > 1 and _crosses(text, j + 1, j + dj - 1):
            break
        after = _judge(quote, text, (i, di, j, dj), tally)
        if after is None or after.gained > tally.gained + 1:
            continue
        cost = after.changed + after.gained + after.lost - after.same
        if best is None or cost < best[0]:
            best = (cost, dj, after)
    return (j + best[1], best[2]) if best else None


def align(quote: TokenSide, text: TokenSide, i: int, j: int) -> tuple[int, int, float] | None:
    """Lay the quote over the text so that quote word `i` lies on text word `j`.

    Returns first and last text word, half-open, and the similarity in (0, 1]; `None` when an edit is not harmless.
    """
    if quote.words.keys[i] != text.words.keys[j]:
        return None
    walked = _forward(quote, text, i, j, Tally())
    if walked is None:
        return None
    end, tally = walked
    start = j
    if i:
        walked = _head(quote, text, i, j, tally)
        if walked is None:
            return None
        start, tally = walked
    total, same = len(quote.words.raw), tally.same
    # A short quote has no slack: three words of four, two of two.
    if same < max(2, _MIN_SHARE * total) or (total <= _SHORT and same < total - 1):
        return None
    if tally.gained > max(1, 0.2 * total) or tally.lost > max(3, 0.7 * total):
        return None
    return start, end, 2 * same / (total + end - start)


def _head(quote: TokenSide, text: TokenSide, i: int, j: int, tally: Tally) -> tuple[int, Tally] | None:
    """The quote's words before `i`, laid over as few words of the text before `j` as will do."""
    best: tuple[int, int, Tally] | None = None
    if i > _MOST_HEAD:
        return None
    for dj in range(min(i + 6, j) + 1):
        if dj > 1 and _crosses(text, j - dj + 1, j):
            break
        after = _judge(quote, text, (0, i, j - dj, dj), tally)
        if after is None or not _may_open(text, j - dj, after.gained - tally.gained):
            continue
        cost = after.changed + after.gained + after.lost - after.same
        if best is None or cost < best[0]:
            best = (cost, dj, after)
    return (j - best[1], best[2]) if best else None


def _may_open(text: TokenSide, start: int, gained: int) -> bool:
    """Whether a quote may begin at a text word with so many words in excess.

    One is style ("The two bombs"), unless what precedes it carries meaning: then it may replace that.
    """
    if not gained or start == 0:
        return gained <= 1
    return gained == 1 and (_crosses(text, start, start) or text.may_vanish(start - 1))
