"""A long article in stretches that one call can hold."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from extractor.segments import TextView

WINDOW = 12_000  # characters an article call holds; about 3,000 tokens
OVERLAP = 1_500
SMALLEST = 250  # characters of a half below which a window is not halved


def windows(view: TextView) -> list[tuple[int, int]]:
    """`[start, end)` stretches of at most 12,000 characters that leave nothing out and overlap by up to 1,500.

    They are cut between sentences, and the overlap holds whole sentences. Where a sentence is longer than the overlap,
    the overlap is full, so that a figure at the cut is whole in one of the two.
    """
    size = len(view.text)
    if size <= WINDOW:
        return [(0, size)] if view.text.strip() else []
    starts = [s.start for s in view.sentences]
    ends = [s.end for s in view.sentences]
    last = ends[-1] if ends else size
    found: list[tuple[int, int]] = []
    start = 0
    while not found or found[-1][1] < last:
        limit = min(start + WINDOW, size)
        fitting = bisect_right(ends, limit) - 1
        end = ends[fitting] if fitting >= 0 and ends[fitting] > start else limit
        found.append((start, end))
        following = bisect_left(starts, max(end - OVERLAP, start + 1))
        if following < len(starts) and starts[following] < end:
            start = starts[following]
        else:
            start = end - OVERLAP if end - OVERLAP > start else end
    return found


def halves(view: TextView, start: int, end: int) -> list[tuple[int, int]]:
    """A window in two, cut at a sentence end near its middle; they overlap by whole sentences, an eighth at most.

    Empty for one that is too short to be halved.
    """
    size = end - start
    if size < 2 * SMALLEST:
        return []
    middle = start + size // 2
    near = [s.end for s in view.sentences if start + size // 4 < s.end < end - size // 4]
    cut = min(near, key=lambda at: (abs(at - middle), at), default=middle)
    begins = [s.start for s in view.sentences if cut - min(OVERLAP, size // 8) <= s.start <= cut]
    return [(start, cut), (min(begins, default=cut), end)]
