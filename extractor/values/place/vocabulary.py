"""The words around names of places, of the language of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import ClassVar

from pydantic import Field

from extractor.language.transliteration import fold
from extractor.language.vocabulary import Grouped, Phrases, Vocabulary
from extractor.numbers.language import language_of_view
from extractor.segments import TextView

_NONE: frozenset[str] = frozenset()


class PlaceWords(Vocabulary):
    """Words of `data/<code>/places.toml`; what each role is for is said beside it."""

    topic: ClassVar[str] = "places"

    locatives_before: Phrases = _NONE  # "in": what follows is where something is
    locatives_after: Phrases = _NONE  # the same behind the name: "में"
    written_on: Phrases = _NONE  # the same written onto the name: "에서", "'da"
    references_before: Phrases = _NONE  # "al sur de": what a distance or a direction counts from
    references_after: Phrases = _NONE
    movements_before: Phrases = _NONE  # "naar": where somebody went
    movements_after: Phrases = _NONE
    articles: Phrases = _NONE  # between one of these and the name
    conjunctions: Phrases = _NONE  # between places named together
    streets: Phrases = _NONE  # the last word of a street's name
    ordinary: Phrases = _NONE  # words of the language that are also the name of a place somewhere
    capital_nouns: bool = False  # every noun has a capital, so that a capital tells nothing of names
    elsewhere: Phrases = _NONE  # "in another town": the sentence is of a place that it does not name
    case_endings: Grouped = Field(default_factory=dict)  # the end of a name in a dictionary to its ends in other cases


def place_words(view: TextView) -> PlaceWords:
    """The words of the view's language; none where it has no file."""
    return PlaceWords.of(language_of_view(view))


@cache
def case_rows(code: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """The ends of a dictionary form with those of its other cases, folded; the longest first."""
    rows = {fold(end): frozenset(map(fold, ends)) for end, ends in PlaceWords.of(code).case_endings.items()}
    return tuple(sorted(rows.items(), key=lambda row: (-len(row[0]), row[0])))


def pattern_before(phrases: Iterable[str], articles: Iterable[str], *, words: int = 0) -> re.Pattern[str] | None:
    """A pattern of the phrases at the end of a stretch, with an article and up to `words` other words behind them."""
    if not (listed := _alternatives(phrases)):
        return None
    article = _alternatives(articles)
    between = rf"(?:[^\s,.;:()]+\s+){{0,{words}}}" if words else ""
    behind = rf"(?:(?:{article})\s*)?" if article else ""
    return re.compile(rf"(?<!\w)(?:{listed})\s*{between}{behind}[{_QUOTES}]?$", re.IGNORECASE)


_QUOTES = "«„“\"'‘"


def pattern_after(phrases: Iterable[str], written_on: Iterable[str] = ()) -> re.Pattern[str] | None:
    """A pattern of the phrases at the beginning of a stretch; those written onto a name follow it without a space."""
    apart, on = _alternatives(phrases), _alternatives(written_on)
    both = [rf"\s+(?:{apart})(?!\w)"] * bool(apart) + [f"(?:{on})"] * bool(on)
    return re.compile("|".join(both), re.IGNORECASE) if both else None


def _alternatives(phrases: Iterable[str]) -> str:
    """The phrases, the longest first; one that ends in a letter is parted from what follows by a space."""
    made = (re.escape(p).replace(r"\ ", r"\s+") + ("" if p[-1:] in "'’" else r"(?!\w)") for p in phrases if p)
    return "|".join(sorted(made, key=lambda p: (-len(p), p)))
