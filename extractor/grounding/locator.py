"""Finds quotes in a text, cheapest way first: exact, normalised, joined over an ellipsis, edited."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache

from extractor.grounding.alignment import TokenSide, align
from extractor.grounding.boundaries import whole
from extractor.grounding.folding import Folded, normalise, trimmed
from extractor.grounding.places import MOST_HITS, MOST_OTHERS, nearest, occurrences, phrases, spread, windows
from extractor.grounding.words import Words, read_words
from extractor.records import Span, SpanMethod

_MOST_GAP = 320  # folded characters between two pieces joined over an ellipsis: a clause or a sentence
_GRAIN = 768  # windows begin and end at multiples of this, so that quotes share them
_MOST_KEPT = 48  # windows kept
_BEFORE, _AFTER = 90, 170  # folded characters around the expected place that the alignment may use
_ELLIPSIS = re.compile(r"\s*(?:\[\s*(?:\.\s?){2,}\.?\s*\]|\(\s*(?:\.\s?){2,}\.?\s*\)|\.\s?\.\s?\.(?:\s?\.)*)\s*")
_NEGATION = re.compile(r"\b(?:not|no|never|without|denied|neither|nor|refused|failed)\b|n't\b")
_LEAST_PIECE = 2  # letters or digits that a piece of a joined quote must have
_OPENING = re.compile(r"(?:^|[.!?:…。！？।؟\n\r\u2028\u2029]|[\"“”])[\s\"'“”‘’(\[«»-]*$")


class Locator:
    """One text, many quotes. Nothing is prepared until a quote needs it; the exact stage needs nothing.

    >>> text = "Two car bombs in Homs killed at least 57 people, officials said."
    >>> locator = Locator(text)
    >>> span = locator.locate("killed at least fifty-seven people")
    >>> text[span.start:span.end], span.method.value
    ('killed at least 57 people', 'edited')
    >>> locator.locate("killed at least 75 people") is None
    True
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded: Folded | None = None
        self._windows: dict[tuple[int, int], Words] = {}

    @property
    def normalised(self) -> Folded:
        """The normalised view of the text, with its map back to the original's offsets; made when first asked for."""
        if self._folded is None:
            self._folded = Folded(self.text)
        return self._folded

    def locate(self, quote: str, near: int | None = None) -> Span | None:  # noqa: PLR0911 - one return a stage
        """Where the quote stands, or `None`.

        Args:
            quote: the words to find, of any length and script.
            near: an offset of the text near which the quote is expected; decides between several places.

        Returns:
            The span, offsets in code points of the original. Of several places the one nearest to `near`, else the
            most similar and first; the others are on `Span.others`, at most 16. `None` for a quote without words.
        """
        if not any(c.isalnum() for c in quote):
            return None
        places = spread(occurrences(self.text, quote, near))
        if places:
            return _span(places, near, SpanMethod.EXACT)
        folded = normalise(quote)
        places = self._in_view(folded, near)
        if places:
            return _span(places, near, SpanMethod.NORMALISED)
        pieces = [p for p in (trimmed(p) for p in _ELLIPSIS.split(folded)) if p]
        if not pieces or not any(c.isalnum() for c in folded):
            return None
        if len(pieces) > 1:
            return self._joined(quote, pieces, near)
        bare = pieces[0]
        if bare != folded:
            places = self._in_view(bare, near)
            if places:
                return _span(places, near, SpanMethod.EDITED, 2 * len(bare) / (len(bare) + len(folded)))
        return self._edited(quote, near)

    def locate_all(self, quotes: Iterable[str]) -> list[Span | None]:
        """Locate quotes that belong together, in reading order: one that stands twice is placed near its neighbours.

        >>> text = "Homs: 57 dead. " + "Talks went on. " * 9 + "Damascus: 57 dead, the ministry said."
        >>> [s.start for s in Locator(text).locate_all(["Damascus", "57 dead", "the ministry said"]) if s]
        [150, 160, 169]
        """
        listed = list(quotes)
        spans = [self.locate(quote) for quote in listed]
        sure = [i for i, span in enumerate(spans) if span is not None and not span.others]
        for i, span in enumerate(spans):
            if span is None or not span.others or not sure:
                continue
            neighbour = spans[min(sure, key=lambda k: (abs(k - i), k))]
            if neighbour is not None:
                spans[i] = self.locate(listed[i], neighbour.start)
        return spans

    def _in_view(self, folded: str, near: int | None) -> list[tuple[int, int]]:
        """Places of a folded quote as offsets of the original."""
        view = self.normalised
        hint = None if near is None else view.folded(near)
        return [
            self._tight(view.original(start), view.original_end(end), folded)
            for start, end in spread(occurrences(view.text, folded, hint))
        ]

    def _tight(self, start: int, end: int, folded: str) -> tuple[int, int]:
        """The place without a neighbouring character that changed together with the quote's first or last letter."""
        for first, last in ((start, end), (start + 1, end), (start, end - 1), (start + 1, end - 1)):
            if normalise(self.text[first:last]) == folded:
                return first, last
        return start, end

    def _joined(self, quote: str, pieces: list[str], near: int | None) -> Span | None:
        if any(sum(c.isalnum() for c in p) < _LEAST_PIECE for p in pieces):
            return None
        view = self.normalised
        hint = None if near is None else view.folded(near)
        chains: list[list[tuple[int, int]]] = []
        similarity = 1.0
        for number, piece in enumerate(pieces):
            places = spread(occurrences(view.text, piece, hint))
            if not places:
                places = [(s, e) for s, e, _ in self._aligned(_original_piece(quote, pieces, number))]
                similarity = 0.95
            if not places:
                return None
            chains = self._chained(chains, places) if number else [[p] for p in places]
            if not chains:
                return None
        if near is None:
            best = min(chains, key=lambda c: (c[-1][1] - c[0][0], c))
        else:
            assert hint is not None  # noqa: S101 - for the type checker: `near` was given
            best = min(chains, key=lambda c: (abs(c[0][0] - hint), c))
        others = sorted({(view.original(c[0][0]), view.original_end(c[-1][1])) for c in chains if c != best})
        parts = tuple((view.original(s), view.original_end(e)) for s, e in best)
        return Span(
            start=parts[0][0],
            end=parts[-1][1],
            method=SpanMethod.JOINED,
            similarity=similarity,
            parts=parts,
            others=tuple(others[:MOST_OTHERS]),
        )

    def _chained(
        self, chains: list[list[tuple[int, int]]], places: list[tuple[int, int]]
    ) -> list[list[tuple[int, int]]]:
        """Each chain continued with the nearest of the places after it, if that is near."""
        out = []
        for chain in chains:
            last = chain[-1][1]
            after = [p for p in places if p[0] >= last]
            if after and min(after)[0] - last <= _MOST_GAP and not self._turned(last, min(after)[0]):
                out.append([*chain, min(after)])
        return out

    def _turned(self, start: int, end: int) -> bool:
        """An ellipsis of a few words that swallows a negation turns the sentence."""
        gap = self.normalised.text[start:end]
        return len(gap.split()) <= 4 and _NEGATION.search(gap) is not None  # noqa: PLR2004 - few words

    def _edited(self, quote: str, near: int | None) -> Span | None:
        view = self.normalised
        found = self._aligned(quote)
        if not found:
            return None
        spans = [(view.original(s), view.original_end(e)) for s, e, _ in found]
        best = max(score for *_, score in found)
        top = [span for span, (*_, score) in zip(spans, found, strict=True) if near is not None or score > best - 1e-9]
        chosen = nearest(sorted(top), near)
        score = next(score for span, (*_, score) in zip(spans, found, strict=True) if span == chosen)
        others = tuple(sorted(s for s in spans if s != chosen))[:MOST_OTHERS]
        return Span(start=chosen[0], end=chosen[1], method=SpanMethod.EDITED, similarity=round(score, 4), others=others)

    def _aligned(self, quote: str) -> list[tuple[int, int, float]]:
        """Harmless alignments of a quote: folded start, end, similarity; best first, none overlapping."""
        view = Folded(quote)
        words = read_words(view.text)
        if len(words.raw) < 2:  # noqa: PLR2004 - one word changed is another word
            return []
        side = _side(words, view)
        found: list[tuple[int, int, float]] = []
        tried: list[tuple[int, int]] = []
        for wanted in phrases(words, view.text):
            hits = self._hits(wanted)
            for at, index in windows(hits):
                if any(low <= at < high for low, high in tried):
                    continue
                tried.append((at - 8, at + 8))
                place = self._align_at(side, words, index, at)
                if place and not any(place[0] < e and s < place[1] for s, e, _ in found):
                    found.append(place)
            if found or len(hits) * 2 > len(wanted) > 2:  # noqa: PLR2004 - the place is known, and it says otherwise
                break
        return sorted(found, key=lambda f: (-f[2], f[0]))

    def _hits(self, phrases: list[tuple[int, int, str]]) -> dict[int, list[tuple[int, int]]]:
        """For every phrase of the text: its word index, and `(expected start of the quote, own start)`."""
        hits: dict[int, list[tuple[int, int]]] = {}
        text = self.normalised.text
        for index, offset, phrase in phrases:
            at = text.find(phrase)
            places: list[tuple[int, int]] = []
            while at >= 0 and len(places) < MOST_HITS:
                places.append((at - offset, at))
                at = text.find(phrase, at + len(phrase))
            if places:
                hits[index] = places
        return hits

    def _align_at(self, side: TokenSide, words: Words, index: int, at: int) -> tuple[int, int, float] | None:
        view = self.normalised
        low = at - words.starts[index] - _BEFORE
        window = self._window(low // _GRAIN, (at + words.ends[-1] - words.starts[index] + _AFTER) // _GRAIN + 1)
        first = bisect_left(window.starts, at)
        if first == len(window.starts) or window.starts[first] != at:
            return None
        placed = align(side, _side(window, view), index, first)
        if placed is None or placed[1] <= placed[0]:
            return None
        start, end = window.starts[placed[0]], window.ends[placed[1] - 1]
        return (start, end, placed[2]) if whole(view.text, start, end) else None

    def _window(self, low: int, high: int) -> Words:
        """The words between two marks of the folded text, moved to where a word ends; the last few stay."""
        known = self._windows.get((low, high))
        if known is not None:
            return known
        text = self.normalised.text
        start, end = max(0, low * _GRAIN), min(len(text), high * _GRAIN)
        # A run without a space longer than this is no word.
        start = max(0, text.rfind(" ", max(0, start - _GRAIN), start + 1)) if start else 0
        after = text.find(" ", end, end + _GRAIN)
        words = read_words(text, start, after if after >= 0 else end)
        if len(self._windows) >= _MOST_KEPT:
            self._windows.clear()
        self._windows[low, high] = words
        return words


def _side(words: Words, view: Folded) -> TokenSide:
    source = view.source

    def original(start: int, end: int) -> str:
        return source[view.original(start) : view.original_end(end)]

    def letter(start: int) -> str:
        return source[view.original(start)]

    def opens(start: int) -> bool:
        at = view.original(start)
        return _OPENING.search(source[max(0, at - 8) : at]) is not None if at else True

    return TokenSide(words, view.text, original, letter, opens)


def _original_piece(quote: str, pieces: list[str], number: int) -> str:
    """The piece with the quote's own capitals, as far as the ellipses of the quote can be told."""
    raw = [p for p in re.split(r"[\[(]?\s*(?:…|\.\s?\.\s?\.(?:\s?\.)*)\s*[\])]?", quote) if any(c.isalnum() for c in p)]
    return raw[number].strip() if len(raw) == len(pieces) else pieces[number]


def _span(places: list[tuple[int, int]], near: int | None, method: SpanMethod, similarity: float = 1.0) -> Span:
    chosen = nearest(places, near)
    others = tuple(sorted(p for p in places if p != chosen))[:MOST_OTHERS]
    return Span(start=chosen[0], end=chosen[1], method=method, similarity=round(similarity, 4), others=others)


@lru_cache(maxsize=4)
def _locator(text: str) -> Locator:
    return Locator(text)


def locate_quote(quote: str, text: str) -> Span | None:
    """Where `quote` is in `text`, or `None`. The last few texts stay prepared; for many quotes use `Locator`.

    >>> locate_quote("killed 57 people", "The blast killed\u00a057 people.")
    Span(start=10, end=26, method=<SpanMethod.NORMALISED: 'normalised'>, similarity=1.0, parts=(), others=())
    """
    return _locator(text).locate(quote)
