"""Places of a text worth a look: where a quote stands as it is, or where enough of its phrases do."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.grounding.boundaries import whole
from extractor.grounding.lexicon import grounding_words
from extractor.grounding.words import Words

MOST_OTHERS = 16  # further places listed on a span
_MOST_SEEN = 200  # occurrences looked at before giving up on a word boundary
_MOST_WINDOWS = 6  # places tried for an edited quote
_SLACK = 40  # folded characters by which two phrases may disagree on where the quote starts
MOST_HITS = 24  # hits of one phrase that are looked at


def phrases(words: Words, folded: str) -> Iterator[list[tuple[int, int, str]]]:
    """Ever shorter phrases of the quote to look for: `(word index, offset, phrase)`."""
    count, free = len(words.raw), grounding_words().free

    def phrase(i: int, size: int) -> tuple[int, int, str]:
        return i, words.starts[i], folded[words.starts[i] : words.ends[i + size - 1]]

    if count > 4:  # noqa: PLR2004 - three words of at least five
        yield [phrase(i, 3) for i in range(0, count - 2, 2 if count < 12 else 3)]  # noqa: PLR2004
    if count > 2:  # noqa: PLR2004
        pairs = [phrase(i, 2) for i in range(count - 1) if not (words.raw[i] in free and words.raw[i + 1] in free)]
        yield pairs[:16]
    single = [phrase(i, 1) for i in range(count) if words.raw[i] not in free and len(words.raw[i]) > 3]  # noqa: PLR2004
    if count <= 8:  # noqa: PLR2004 - in a long quote two neighbours agree, or it is no quote
        yield sorted(single, key=lambda p: -len(p[2]))[:4]


def windows(hits: dict[int, list[tuple[int, int]]]) -> list[tuple[int, int]]:
    """Places worth an alignment, `(text offset, word index)` of an anchor: those on which most phrases agree."""
    flat = sorted((expected, index, at) for index, places in hits.items() for expected, at in places)
    scored: list[tuple[int, int, int]] = []
    first = 0
    while first < len(flat):
        last = first
        while last + 1 < len(flat) and flat[last + 1][0] - flat[first][0] <= _SLACK:
            last += 1
        group = flat[first : last + 1]
        anchor = min(group, key=lambda g: (g[1], g[2]))
        scored.append((-len({g[1] for g in group}), anchor[2], anchor[1]))
        first = last + 1
    scored.sort()
    # Where half of the phrases agree on another place, one that shares a phrase by chance is not worth a look.
    return [(at, index) for score, at, index in scored[:_MOST_WINDOWS] if 2 * score <= scored[0][0]]


def occurrences(text: str, quote: str, near: int | None) -> Iterator[tuple[int, int]]:
    """Places of `quote` that cut no word and no number; those around `near` first, then from the start."""
    seen = 0
    if near is not None:
        before = text.rfind(quote, 0, max(0, near) + len(quote))
        while before >= 0 and seen < _MOST_SEEN and not whole(text, before, before + len(quote)):
            before, seen = text.rfind(quote, 0, before + len(quote) - 1), seen + 1
        if before >= 0 and seen < _MOST_SEEN:
            yield before, before + len(quote)
        after, seen = text.find(quote, max(0, near)), 0
        while after >= 0 and seen < _MOST_SEEN and not whole(text, after, after + len(quote)):
            after, seen = text.find(quote, after + 1), seen + 1
        if after >= 0 and seen < _MOST_SEEN:
            yield after, after + len(quote)
    at = text.find(quote) if quote else -1
    seen = 0
    while at >= 0 and seen < _MOST_SEEN:
        if whole(text, at, at + len(quote)):
            yield at, at + len(quote)
            at = text.find(quote, at + len(quote))
        else:
            at = text.find(quote, at + 1)
        seen += 1


def spread(places: Iterator[tuple[int, int]]) -> list[tuple[int, int]]:
    """The first places, each once, no more than a span may list."""
    found: list[tuple[int, int]] = []
    for place in places:
        if place not in found:
            found.append(place)
        if len(found) > MOST_OTHERS:
            break
    return found


def nearest(places: list[tuple[int, int]], near: int | None) -> tuple[int, int]:
    """The place nearest to the hint; without one, the first."""
    return places[0] if near is None else min(places, key=lambda p: (abs(p[0] - near), p))
